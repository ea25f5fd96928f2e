import Harness
import PQ
import Policy
import Testing
import Values
import Web

@testable import Projects

@Suite("Front: records that a place asks for in a form of its own")
struct FrontRecordTests {
    private static func with(
        _ place: String, _ body: @Sendable (RawFront) async throws -> Void
    ) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            try await FrontScene.lie(database, in: place)
            let answer = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: place))
            try #require(answer.status == 201, "\(answer.text)")
            try await body(RawFront(database: database))
        }
    }

    private func policy(_ place: String) throws -> Policy {
        try TestPolicies.book.get().policy(for: place, on: Seed.today)
    }

    @Test(
        "the third round is a deliberation with minutes and attendance in Gongshu; the others are not (GS-02-6)"
    )
    func deliberation() async throws {
        let rounds = (1...2).flatMap { round in
            [ConsultationStep.Direction.collect, .feedback].map {
                ConsultationStep(round: Int64(round), direction: $0, happenedOn: Seed.today)
            }
        }
        func codes(_ kind: String, _ attendance: Int64?, round: Int64 = 3) throws -> [String] {
            try ConsultationRules.recording(
                ConsultationStep(round: round, direction: .collect, happenedOn: Seed.today), kind: kind,
                attendance: attendance, after: round == 3 ? rounds : [], in: .surveyed, today: Seed.today,
                under: policy("330105")
            ).refusals.map(\.code)
        }
        #expect(try codes("deliberation", 42) == [])
        #expect(try codes("deliberation", nil) == ["round_of_deliberation_has_its_minutes"])
        #expect(try codes("survey", 42) == ["round_of_deliberation_has_its_minutes"])
        #expect(try codes("survey", nil, round: 1) == [])
        try await Self.with("330105") { front in
            func step(_ round: Int32, _ direction: String, _ kind: String, _ attendance: Int32?) -> (ID) ->
                SQL
            {
                { op in
                    """
                    insert into app.consultation_step (district, step_id, project_id, round, direction, attempt, kind,
                        happened_on, place, summary, sha256, attendance, op_id)
                    values (1, gen_random_uuid(), \(front.project), \(round), \(direction), 1, \(kind), '2026-02-20',
                        '社区', '记录', sha256('minutes'), \(attendance), \(op))
                    """
                }
            }
            for round in Int32(1)...2 {
                for direction in ["collect", "feedback"] {
                    try await front.record("\(round)\(direction)", step(round, direction, "survey", nil))
                }
            }
            #expect(
                try await front.refused("a", step(3, "collect", "survey", 42))
                    == "round_of_deliberation_has_its_minutes")
            #expect(
                try await front.refused("b", step(3, "collect", "deliberation", nil))
                    == "round_of_deliberation_has_its_minutes")
            try await front.record("c", step(3, "collect", "deliberation", 42))
        }
    }

    @Test(
        "a finding on the scope names the plan of demolition and the day it was looked up, in Lucheng (LC-02-5)"
    )
    func demolitionList() async throws {
        func codes(_ version: String, _ day: String, _ place: String = "330302") throws -> [String] {
            try FrontRecordingRules.demolitionList(
                version, checkedOn: BusinessDay(iso: day) ?? Seed.today, today: Seed.today,
                under: policy(place)
            ).refusals.map(\.code)
        }
        #expect(try codes("2026年拆迁计划", "2026-03-02") == [])
        #expect(try codes("2026年拆迁计划", "2026-03-03") == ["scope_names_its_demolition_list"])
        #expect(try codes(" ", "2026-03-02") == ["scope_names_its_demolition_list"])
        #expect(try codes(" ", "2026-03-03", "330108") == [])
        try await Self.with("330302") { front in
            func finding(_ name: String, _ inputs: String) -> (ID) -> SQL {
                { op in
                    """
                    insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                        question, inputs, edition, as_of, verdict, because, op_id)
                    select district, \(Seed.id(name)), project_id, 'project', project_id, 'scope', \(inputs)::text::jsonb,
                        edition, '2026-03-02', 'eligible', '[]', \(op) from app.project where project_id = \(front.project)
                    """
                }
            }
            for inputs in [
                "{}", #"{"list_version": "", "list_checked_on": "2026-03-01"}"#, #"{"list_version": "2026"}"#,
                #"{"list_version": "2026", "list_checked_on": "2026-03-03"}"#,
            ] {
                #expect(
                    try await front.refused("bad", finding("bad", inputs))
                        == "scope_names_its_demolition_list")
            }
            let ahead =
                #"{"list_version": "2026", "list_checked_on": "2026-03-02", "ref_date": "2026-03-03"}"#
            #expect(
                try await front.refused("ahead", finding("ahead", ahead))
                    == "scope_is_found_by_a_day_that_has_come")
            #expect(
                try await front.refused(
                    "old", finding("old", #"{"list_version": "1990", "list_checked_on": "1990-01-01"}"#))
                    == "scope_demolition_list_is_recent")
            // LC-02-3, LC-02-4: what is told shuts it out, whatever the finding says.
            for fact in [
                #""kind": "urban_village""#, #""danger_class": "C""#, #""danger_class": "D""#,
                #""hollow_slab_hazard": true"#,
            ] {
                let told = #"{"list_version": "2026", "list_checked_on": "2026-03-02", \#(fact)}"#
                #expect(
                    try await front.refused("told", finding("told", told))
                        == "scope_finding_follows_its_facts",
                    "\(fact)")
            }
            let sound = #"{"list_version": "2026", "list_checked_on": "2026-03-02", "danger_class": "B"}"#
            try await front.record("good", finding("good", sound))
        }
    }

    @Test(
        "each step of the annual plan is of its own body, another unit than before, and not dated ahead (LC-06-5)"
    )
    func chain() async throws {
        let steps = try policy("330302").texts("annual_plan.chain").value
        try await Raw.with { raw async throws in
            let database = raw.database
            try await raw.jump(to: "S07")
            for login in ["office", "group"] {
                #expect(
                    try await database.refusal(as: login, Raw.approval(1, steps[0]))
                        == "plan_approval_is_of_its_body", "\(login)")
            }
            // 180 days before 2026-03-02 is 2025-09-03.
            let longAgo = Raw.approval(1, steps[0], on: "2025-09-02")
            #expect(
                try await database.refusal(as: "street", longAgo) == "front_fact_is_recorded_in_its_time")
            try await database.act(as: "street", Raw.approval(1, steps[0]))
            let ahead = Raw.approval(2, steps[1], on: "2026-03-03")
            #expect(
                try await database.refusal(as: "group", ahead) == "plan_approval_is_not_dated_ahead")
            #expect(
                try await database.refusal(as: "office", Raw.approval(2, steps[1]))
                    == "plan_approval_is_of_its_body")
            try await database.act(as: "group", Raw.approval(2, steps[1]))
            // The group's own unit does not say the leader's word, nor the office that sits with it the bureau's.
            #expect(
                try await database.refusal(as: "group", Raw.approval(3, steps[2]))
                    == "plan_approval_is_of_another_unit")
            // A unit that the register names as the body says its step, and no other of that role.
            func bind(_ unit: String, from day: String) async throws {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        """
                        insert into app.district_body (district, body, organisation_id, valid_from, op_id)
                        values (1, \(steps[2]), \(Seed.id("org:" + unit)), \(day)::text::date, \(Seed.id("bound")))
                        """,
                    ])
                }
            }
            try await bind("finance", from: "2026-01-01")
            #expect(
                try await database.refusal(as: "leader", Raw.approval(3, steps[2]))
                    == "plan_approval_is_of_its_body")
            try await bind("government", from: "2026-02-01")
            try await database.act(as: "leader", Raw.approval(3, steps[2]))
            #expect(
                try await database.refusal(as: "office", Raw.approval(4, steps[3]))
                    == "plan_approval_is_of_another_unit")
            try await database.act(as: "development", Raw.approval(4, steps[3]))
        }
    }
}
