import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance: a seat for each unit, papers for the checklist, signatures of their time")
struct AcceptanceUnitsTests {
    private typealias Unit = AcceptancePolicy.Unit

    @Test(
        "each unit of a role has its seat; the role that stands for another fills it where nobody has the role"
    )
    func places() throws {
        let policy = try AcceptancePolicy(TestPolicies.lucheng())
        let day = Scene.event
        func unit(_ role: String, _ name: String, from: Int = -9, to: Int? = nil) -> Unit {
            Unit(
                role: role, id: Seed.id(name), name: name, from: day.adding(days: from),
                to: to.map { day.adding(days: $0) })
        }
        let units = [
            unit("construction_unit", "street"), unit("contractor", "b"), unit("contractor", "a"),
            unit("contractor", "a"), unit("contractor", "gone", to: -1), unit("contractor", "later", from: 1),
            unit("designer", "d"), unit("supervisor", "s"),
        ]
        let places = policy.places(of: "traditional", engaging: units, on: day)
        #expect(
            places.map { "\($0.name):\($0.unit?.name ?? "-")" } == [
                "owner:street", "contractor:a", "contractor-2:b", "designer:d", "supervisor:s", "residents:-",
            ])
        let consulting = policy.places(
            of: "whole_process_consulting", engaging: [unit("whole_process_consultant", "w")], on: day)
        #expect(
            consulting.filter { $0.unit != nil }.map(\.name) == ["designer", "supervisor"])
        #expect(policy.seat("contractor-2", of: "traditional")?.role == "contractor")
        #expect(AcceptancePolicy.ruleName(of: "a-b") == "a-b" && AcceptancePolicy.ruleName(of: "a-") == "a-")
    }

    @Test("a notice is of the day it is recorded, and an acceptance is ahead, by the rule and by raw SQL")
    func days() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            func call(_ notice: String, _ event: String) async -> Set<String> {
                let answer = await site.send(
                    .post, Scene.base + "/acceptance-rounds", as: "street",
                    Scene.call(notice: notice, on: event))
                return Set(answer.refusalCodes)
            }
            #expect(
                await call("2026-02-20", "2026-03-19") == ["acceptance_notice_is_of_the_day_it_is_recorded"])
            #expect(
                await call("2026-02-20", "2026-03-09") == [
                    "acceptance_notice_is_of_the_day_it_is_recorded", "acceptance_event_is_ahead",
                ])
            func raw(_ name: String, _ notice: String, _ event: String) async throws -> String? {
                let key = "'acceptance.notice_workdays', 'traditional', 'called', null, null"
                return try await database.refusal(
                    as: "street",
                    RawAcceptance.round(
                        name, "\(unescaped: "1, '\(event)', 'P', '\(notice)', 'N', \(key)")"))
            }
            #expect(
                try await raw("old", "2026-02-20", "2026-03-19")
                    == "acceptance_notice_is_of_the_day_it_is_recorded")
            #expect(
                try await raw("past", "2026-02-20", "2026-03-09")
                    == "acceptance_notice_is_of_the_day_it_is_recorded")
            #expect(
                try await raw("ahead", "2026-03-11", "2026-03-24")
                    == "acceptance_notice_is_of_the_day_it_is_recorded")
            #expect(try await raw("today", "2026-03-10", "2026-03-19") == nil)
        }
    }

    @Test("two contractors have two seats; neither takes the other's, and the certificate waits for both")
    func twoContractors() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await Scene.engageSecondContractor(database)
            // Raw SQL that names one contractor's seat calls no round.
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_round_has_its_seats")
            let site = try Scene.site(database)
            for answer in await Scene.ready(site, database) {
                #expect(answer.status == 201, "\(answer.text)")
            }
            let other = await site.send(
                .post, Scene.path + "/seats", as: "street", Scene.sit("contractor-2", "contractor"))
            #expect(other.refusalCodes.contains("acceptance_seat_is_of_its_unit"), "\(other.text)")
            #expect(
                try await database.refusal(
                    as: "street",
                    RawAcceptance.sitting(
                        "wrong", "contractor-2", "surveyor", "surveyor", role: "contractor"))
                    == "acceptance_seat_is_of_its_unit")
            // The role's name with the unit finds the unit's own seat.
            let seated = await site.send(
                .post, Scene.path + "/seats", as: "street", Scene.sit("contractor", "contractor2"))
            #expect(seated.status == 201, "\(seated.text)")
            #expect(seated.json?["seat"] == "contractor-2")
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            let waiting = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(waiting.refusalCodes == ["certificate_waits_for_all_seats"])
            #expect(waiting.text.contains("施工单位（contractor2）"), "\(waiting.text)")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("raw"))
                    == "certificate_waits_for_all_seats")
            let signed = await site.send(
                .post, Scene.path + "/opinions", as: "contractor2",
                try await Scene.signed(site, "contractor-2", "contractor2"))
            #expect(signed.status == 201, "\(signed.text)")
            let page = await site.send(.get, "/acceptance-rounds/\(Scene.round)", as: "street")
            #expect(page.text.contains("施工单位（contractor2）"))
            let issued = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(issued.status == 201, "\(issued.text)")
        }
    }

    @Test("a unit that comes to the works after the call has no seat: the round is called anew")
    func cameLater() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            try await Scene.engageSecondContractor(database)
            let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(refused.refusalCodes == ["acceptance_round_has_its_seats"], "\(refused.text)")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("raw"))
                    == "acceptance_round_has_its_seats")
        }
    }

    @Test("a unit has one seat of a role, and whichever of two is second is refused")
    func oneSeat() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            func seat(_ name: String) -> [SQL] {
                RawAcceptance.row("seat:" + name) { op in
                    """
                    insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id,
                        seat, role, mandatory, needs_key, organisation_id, op_id)
                    values (1, \(op), \(Scene.round), \(Scene.project), \(name), 'surveyor', true, false,
                        \(Seed.id("org:surveyor")), \(op))
                    """
                }
            }
            let outcome = try await database.race(("street", seat("x-1")), ("street2", seat("x-2")))
            #expect(outcome.0 == nil && outcome.1 == "acceptance_seat_is_one_of_its_unit")
        }
    }

    @Test("a signature is from after the freezing and not from ahead of now, by the rule and by raw SQL")
    func moments() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for (moment, isRefused) in [
                ("2026-03-02T08:59:59+08:00", true), ("2026-03-19T10:05:01+08:00", true),
                ("2030-01-01T00:00:00+08:00", true), ("nonsense", true), ("2026-03-19T10:05:00+08:00", false),
            ] {
                let name = "m" + moment
                let code = try await database.refusal(
                    as: "designer", RawAcceptance.opinion(name, "designer", by: "designer", at: moment))
                #expect(
                    (code == "acceptance_opinion_is_of_its_time") == isRefused, "\(moment): \(code ?? "nil")")
            }
            let ahead = await site.send(
                .post, Scene.path + "/opinions", as: "street",
                try await Scene.signed(
                    site, "owner", "street", at: Instant(startOf: Scene.event, hour: 9, minute: 6)))
            #expect(ahead.refusalCodes == ["acceptance_opinion_is_of_its_time"], "\(ahead.text)")
            let before = await site.send(
                .post, Scene.path + "/opinions", as: "street",
                try await Scene.signed(site, "owner", "street", at: Instant(startOf: Seed.today, hour: 8)))
            #expect(before.refusalCodes == ["acceptance_opinion_is_of_its_time"])
            // Nothing was recorded: the same seat signs with the true moment.
            let right = await site.send(
                .post, Scene.path + "/opinions", as: "street",
                try await Scene.signed(site, "owner", "street"))
            #expect(right.status == 201, "\(right.text)")
            let twice = await site.send(
                .post, Scene.path + "/opinions", as: "designer",
                Scene.attested("designer", "fail", id: "other"))
            #expect(twice.refusalCodes == ["acceptance_opinion_is_one_per_dossier"])
            #expect(twice.text.contains("封存新的一版"), "\(twice.text)")
            let unfrozen = RawAcceptance.row("unfrozen") { op in
                """
                insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id, project_id,
                    number, manifest, sha256, op_id)
                values (1, \(op), \(Scene.round), \(Scene.project), 2, '{"v":3}', sha256('{"v":3}'), \(op))
                """
            }
            #expect(
                try await database.refusal(as: "street", unfrozen)
                    == "acceptance_dossier_says_when_it_was_frozen")
        }
    }

    @Test(
        "a contractor who is engaged while the round is called: the round that names only the other is refused"
    )
    func engagedRace() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let engage = RawAcceptance.row("engage") { op in
                """
                insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from,
                    op_id)
                values (1, \(op), \(Scene.project), \(Seed.id("org:contractor2")), 'contractor', '2026-03-01', \(op))
                """
            }
            let outcome = try await database.race(
                ("street", engage), ("street2", try RawAcceptance.round("one")))
            #expect(outcome.0 == nil && outcome.1 == "acceptance_round_has_its_seats", "\(outcome)")
        }
    }

    @Test("items that the pack meets by a paper or by figures are not met by a word, by raw SQL either")
    func checklist() async throws {
        @Sendable func answer(_ item: String) -> [SQL] {
            RawAcceptance.row("answer:" + item) { op in
                """
                insert into app.acceptance_answer (district, acceptance_answer_id, project_id, answered_by, op_id, item,
                    answer, evidence)
                values (1, \(op), \(Scene.project), \(Seed.id("person:street")), \(op), \(item), 'present', '一句话')
                """
            }
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database, checklist: false)
            for item in [
                "assessment_report", "warranty_deed", "completion_report", "test_reports", "technical_file",
                "other_by_law", "household_acceptance",
            ] {
                #expect(
                    try await database.refusal(as: "street", answer(item))
                        == "acceptance_answer_rests_on_what_stands", "\(item)")
            }
            try await Scene.block(database)
            #expect(
                try await database.refusal(as: "street", answer("rectifications_done"))
                    == "acceptance_answer_rests_on_what_stands")
            #expect(try await database.refusal(as: "street", answer("payment_as_agreed")) == nil)
            #expect(try await database.refusal(as: "street", answer("work_complete")) == nil)
        }
        // Answered with a word before the pack asked for the paper: the round still waits for it.
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.paper set sha256 = null where kind = 'assessment_report'",
                ])
            }
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_waits_for_its_checklist")
            let site = try Scene.site(database)
            let refused = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(refused.refusalCodes == ["acceptance_waits_for_its_checklist"])
            #expect(refused.text.contains("assessment_report"), "\(refused.text)")
        }
    }

    @Test(
        "where a surveyor works, his report applies, whatever was answered before or after he came (QLT-02)")
    func applies() async throws {
        @Sendable func answer(_ name: String) -> [SQL] {
            let op = Seed.id("applies:" + name)
            return [
                TestDatabase.event(op, on: ("test", op), project: Scene.project),
                """
                insert into app.acceptance_answer (district, acceptance_answer_id, project_id, answered_by, op_id, item,
                    answer, evidence)
                values (1, \(op), \(Scene.project), \(Seed.id("person:street")), \(op), 'survey_check_report',
                    'not_applicable', '不涉及')
                """,
            ]
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "delete from app.acceptance_answer where item = 'survey_check_report'",
                    "delete from app.paper where kind = 'survey_check_report'",
                ])
            }
            #expect(try await database.refusal(as: "street", answer("before")) == nil)
            try await Scene.engageSurveyor(database)
            #expect(
                try await database.refusal(as: "street", answer("after"))
                    == "acceptance_item_applies_to_its_unit")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_waits_for_its_checklist")
            let site = try Scene.site(database)
            let said = await site.send(
                .post, Scene.base + "/acceptance-checklist", as: "street",
                [
                    "answers": [
                        ["item": "survey_check_report", "answer": "not_applicable", "evidence": "不涉及"]
                    ]
                ])
            #expect(said.refusalCodes == ["acceptance_item_applies_to_its_unit"])
            let called = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(called.refusalCodes == ["acceptance_waits_for_its_checklist"])
        }
    }

    @Test("each contractor gives his own report and warranty deed; one for another does not count")
    func papersOfEach() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await Scene.engageSecondContractor(database)
            // The first contractor's people recorded the second one's deed.
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    update app.paper set op_id = \(Seed.id("papers of contractor"))
                    where op_id = \(Seed.id("papers of contractor2")) and kind = 'warranty_deed'
                    """,
                ])
            }
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_waits_for_its_checklist")
            let site = try Scene.site(database)
            let refused = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(refused.refusalCodes == ["acceptance_waits_for_its_checklist"])
            #expect(refused.text.contains("须由 contractor2 自行登记"), "\(refused.text)")
        }
    }

    @Test("a certified claim past its day shuts the acceptance, and its payment opens it")
    func overdue() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.payment_claim (district, payment_claim_id, project_id, contract_id, number,
                        organisation_id, claimed_on, amount_fen, state, supervised_by, supervised_organisation_id,
                        certified_by, certified_organisation_id, certified_on, op_id)
                    values (1, \(Seed.id("claim")), \(Scene.project), \(Seed.id("contract")), 1,
                        \(Seed.id("org:contractor")), '2026-01-20', 1000, 'certified', \(Seed.id("person:supervisor")),
                        \(Seed.id("org:supervisor")), \(Seed.id("person:street")), \(Seed.id("org:street")),
                        '2026-02-01', \(Seed.id("scene")))
                    """,
                    """
                    insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, explanation,
                        started_on, nominal_on, due_on, op_id)
                    select 1, gen_random_uuid(), project_id, 'payment_claim', \(Seed.id("claim")), 'payment.sme.days', 'PAY-1',
                        '{}', '2026-02-01', '2026-03-03', '2026-03-03', op_id
                    from app.project where project_id = \(Scene.project)
                    """,
                ])
            }
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_waits_for_its_checklist")
            let site = try Scene.site(database)
            let refused = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(refused.text.contains("逾期未付 1 笔"), "\(refused.text)")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.payment (district, payment_id, project_id, payment_claim_id, amount_fen, voucher,
                        paid_on, due_on, days_late, interest_fen, op_id)
                    values (1, \(Seed.id("payment")), \(Scene.project), \(Seed.id("claim")), 1000, 'ZF-1', '2026-03-03',
                        '2026-03-03', 0, 0, \(Seed.id("scene")))
                    """,
                ])
            }
            #expect(try await database.refusal(as: "street", RawAcceptance.round("one")) == nil)
        }
    }
}
