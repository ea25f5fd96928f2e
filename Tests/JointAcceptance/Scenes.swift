import Actions
import Harness
import JointAcceptanceService
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

@testable import JointAcceptance

/// A project whose completion is reported: traditional mode, four engaged units, one passed lot.
enum Scene {
    static let project = Seed.id("project")
    static let round = Seed.id("round")
    static let path = "/v1/acceptance-rounds/\(round)"
    static let base = "/v1/projects/\(project)"
    static let refusals = [JointAcceptanceRefusals.all, ProjectsRefusals.all]
    /// A Thursday; seven working days before it is 2026-03-10.
    static let event = BusinessDay(iso: "2026-03-19") ?? Seed.today
    /// The day on which the round is called.
    static let notice = BusinessDay(iso: "2026-03-10") ?? Seed.today

    static func site(_ database: TestDatabase, seal: SigningKey? = nil) throws -> TestSite {
        try TestSite(JointAcceptanceRoutes(desk: database.desk, seal: seal).routes)
    }

    /// The keys of the seats that sign by key.
    static func key(_ login: String) -> SigningKey {
        SigningKey(seed: Digest.sha256(Array(login.utf8))) ?? SigningKey.make()
    }

    /// Puts the scene down without its history: triggers and keys of other capabilities are not what is tested.
    static func set(_ database: TestDatabase, state: String = "S15", checklist: Bool = true) async throws {
        database.clock.set(day: notice)
        let edition = try TestPolicies.book.get().edition(for: "330302")
        let op = Seed.id("scene")
        var statements: [SQL] = [
            "set local session_replication_role = replica",
            """
            insert into app.community (district, community_id, name, address, completed_on, households,
                area_hundredths, body_kind, body_name, op_id)
            values (1, \(Seed.id("community")), '水心小区', '水心街', '1996-01-01', 600, 4800000,
                'owners_committee', '业委会', \(op))
            """,
            """
            insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                state, op_id)
            values (1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302',
                \(edition), \(state), \(op))
            """, Seed.bodies(of: project, under: op),
            """
            insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
            values (1, \(project), 'traditional', '2026-01-05', \(op))
            """,
            """
            insert into app.inspection_lot (district, inspection_lot_id, project_id, contract_id, code, title,
                organisation_id, state, acceptor_id, acceptor_organisation_id, inspected_on, notified_on, op_id)
            values (1, \(Seed.id("lot")), \(project), \(Seed.id("contract")), 'L1', '雨水管',
                \(Seed.id("org:contractor")), 'passed', \(Seed.id("person:supervisor")),
                \(Seed.id("org:supervisor")), '2026-02-20', '2026-02-18', \(op))
            """,
        ]
        for unit in ["contractor", "designer", "supervisor"] {
            statements.append(
                """
                insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from,
                    op_id)
                values (1, \(Seed.id("engaged:" + unit)), \(project), \(Seed.id("org:" + unit)), \(unit),
                    '2026-01-05', \(op))
                """)
        }
        for login in ["street", "contractor", "contractor2", "supervisor"] {
            statements.append(
                """
                insert into auth.signing_key (key_id, person_id, public_key, valid_from)
                values (\(Seed.id("key:" + login)), \(Seed.id("person:" + login)),
                    \(key(login).publicKey.description), '2026-01-01')
                """)
        }
        if checklist {
            statements.append(
                """
                insert into app.acceptance_answer (district, acceptance_answer_id, project_id, item, answer, evidence,
                    answered_by, op_id)
                select 1, gen_random_uuid(), \(project), value, 'present', '齐', \(Seed.id("person:street")), \(op)
                from policy.parameter where edition = \(edition) and key = 'acceptance.checklist'
                """)
            statements += papers
        }
        statements += notices
        let ready = statements
        try await database.owner.transaction { transaction in _ = try await transaction.commit(after: ready) }
    }

    /// The days on which the rounds of these tests are notified.
    private static let noticeDays = [
        "2026-02-20", "2026-03-10", "2026-03-11", "2026-03-19", "2026-12-21", "2026-12-29",
    ]

    /// The number of the notice of a day.
    static func notified(_ day: String) -> String { "鹿验通〔\(day)〕号" }

    /// The notices of the rounds of these tests and the station's receipts of them, with their bytes.
    static let notices: [SQL] = [
        """
        insert into app.file (district, sha256, media_type, content)
        select 1, sha256(convert_to(kind || day, 'UTF8')), 'text/plain', convert_to(kind || day, 'UTF8')
        from unnest(array['acceptance_notice', 'acceptance_notice_receipt']) as kind
        cross join unnest(\(noticeDays)::text[] || array['raw']) as day
        """,
        """
        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number, dated,
            sha256, op_id)
        select 1, gen_random_uuid(), \(project), 'project', \(project), kind, '验收通知',
            case when day = 'raw' then 'N' else '鹿验通〔' || day || '〕号' end,
            case when day = 'raw' then '2026-03-10' else day end::date,
            sha256(convert_to(kind || day, 'UTF8')), \(Seed.id("scene"))
        from unnest(array['acceptance_notice', 'acceptance_notice_receipt']) as kind
        cross join unnest(\(noticeDays)::text[] || array['raw']) as day
        """,
    ]

    /// The papers that the checklist names, with their bytes, each recorded by the unit that owes it.
    static var papers: [SQL] {
        var statements: [SQL] = [
            """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256('scan'), 'text/plain', 'scan')
            """
        ]
        for (login, kinds) in [
            ("contractor", ["completion_report", "test_reports", "warranty_deed"]),
            ("contractor2", ["completion_report", "test_reports", "warranty_deed"]),
            ("supervisor", ["assessment_report"]), ("designer", ["design_check_report"]),
            ("street", ["technical_file", "survey_check_report"]),
            ("street2", ["household_acceptance", "other_conditions"]),
        ] {
            let entry = Seed.id("papers of " + login)
            statements += [
                """
                insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version,
                    person_id, role, project_id, at, body, leaf)
                select 1, \(entry), 'paper.record', 'paper', \(entry), 1, person_id, role, \(project),
                    '2026-02-20T10:00:00+08:00', '{}', sha256('\\x00'::bytea || '{}')
                from auth.appointment where person_id = \(Seed.id("person:" + login)) limit 1
                """,
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    sha256, op_id)
                select 1, gen_random_uuid(), \(project), 'project', \(project), kind, '竣工验收资料', '2026-02-20',
                    sha256('scan'), \(entry)
                from unnest(\(kinds)::text[]) as kind
                """,
            ]
        }
        return statements
    }

    /// Another contractor of the same works.
    static func engageSecondContractor(_ database: TestDatabase) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"]
                    + Seed.engagements(["contractor2"], of: project, under: Seed.id("scene")))
        }
    }

    /// A surveyor of the works.
    static func engageSurveyor(_ database: TestDatabase) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"]
                    + Seed.engagements(["surveyor"], of: project, under: Seed.id("scene")))
        }
    }

    static func call(notice: String = "2026-03-10", id: ID = round, on day: String = "2026-03-19") -> JSON {
        [
            "id": .text(id.description), "event_on": .text(day), "place": "水心小区门岗",
            "notice_on": .text(notice),
            "notice_number": .text(notified(notice)),
        ]
    }

    static func sit(_ seat: String, _ login: String, _ organisation: String? = nil) -> JSON {
        [
            "seat": .text(seat), "person": .text(Seed.id("person:" + login).description),
            "organisation": .text(Seed.id("org:" + (organisation ?? login)).description),
        ]
    }

    static let seats = [
        ("owner", "street"), ("contractor", "contractor"), ("designer", "designer"),
        ("supervisor", "supervisor"),
    ]

    /// Called, every mandatory seat filled, the first dossier frozen, the clock at the event.
    static func ready(_ site: TestSite, _ database: TestDatabase) async -> [Response] {
        var answers = [await site.send(.post, base + "/acceptance-rounds", as: "street", call())]
        for (seat, login) in seats {
            answers.append(await site.send(.post, path + "/seats", as: "street", sit(seat, login)))
        }
        answers.append(await freeze(site, "one"))
        database.clock.set(day: event)
        return answers
    }

    static func freeze(_ site: TestSite, _ name: String) async -> Response {
        await site.send(
            .post, path + "/dossiers", as: "street", ["id": .text(Seed.id("dossier:" + name).description)])
    }

    /// What a seat's key signs, over the dossier that the site gives out.
    static func signed(
        _ site: TestSite, _ seat: String, _ login: String, _ opinion: Opinion = .pass,
        by other: String? = nil,
        at: Instant = Instant(startOf: event, hour: 9)
    ) async throws -> JSON {
        let manifest = await site.send(.get, path + "/dossier", as: login)
        let dossier = try Dossier(json: JSON(strict: manifest.body))
        let statement = Statement(
            on: dossier, seat: seat, person: Seed.id("person:" + login), opinion: opinion,
            items: opinion == .passWithItems ? ["补一处井盖"] : [], at: at)
        let signature = SSHSignature(of: statement.canonical(), for: .signOff, by: key(other ?? login))
        return [
            "id": .text(Seed.id("opinion:\(seat):\(hex(dossier.digest))").description), "kind": "sshsig",
            "words": opinion == .fail ? "有渗漏" : "", "statement": statement.json,
            "signature": .text(signature.armored),
        ]
    }

    static func attested(_ seat: String, _ opinion: String = "pass", id: String = "attested") -> JSON {
        [
            "id": .text(Seed.id(id + seat).description), "kind": "attested", "seat": .text(seat),
            "opinion": .text(opinion), "words": "已查验",
        ]
    }

    /// Every mandatory seat passes the dossier that is frozen now.
    static func allPass(_ site: TestSite, round: Int = 1) async throws -> [Response] {
        var answers = [Response]()
        for login in ["street", "contractor", "supervisor"] {
            let seat = login == "street" ? "owner" : login
            answers.append(
                await site.send(.post, path + "/opinions", as: login, try await signed(site, seat, login)))
        }
        answers.append(
            await site.send(.post, path + "/opinions", as: "designer", attested("designer", id: "a\(round)")))
        return answers
    }

    /// A block put as a capability's own trigger puts it.
    static func block(_ database: TestDatabase, _ kind: String = "issue", _ name: String = "issue")
        async throws
    {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [put(kind, name)])
        }
    }

    static func put(_ kind: String, _ name: String) -> SQL {
        """
        select app.put_block(1, \(project), 'joint_acceptance', 'acceptance_waits_for_severe_issues', \(kind),
            \(Seed.id(name)))
        """
    }
}
