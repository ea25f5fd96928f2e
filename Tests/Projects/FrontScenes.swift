import Actions
import Harness
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

/// A community that begins at its survey, in one place after another.
enum FrontScene {
    static let project = Seed.id("front-project")
    static let base = "/v1/projects/\(project)"

    static func registration(place: String, _ more: [String: JSON] = [:]) -> JSON {
        .object(
            [
                "id": .text(project.description), "name": "测试小区改造", "place": .text(place),
                "construction_unit": .text(Seed.id("org:street").description),
                "community": [
                    "id": .text(Seed.id("front-community").description), "name": "测试小区", "address": "测试路1号",
                    "completed_on": "1996-06-30", "households": 600, "area": "48000.00",
                    "residents_committee": .text(Seed.id("org:community").description),
                    "owners_body": .text(Seed.id("org:owners").description),
                ],
            ].merging(more) { _, new in new })
    }

    /// Lets the first district of the tests lie in a place.
    static func lie(_ database: TestDatabase, in place: String) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [Seed.lies(in: place)])
        }
    }

    static func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(
            ProjectsRoutes(
                actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
            ).routes + ProjectPages(desk: database.desk).routes)
    }
}

/// Raw SQL as the application's role against a project of the front: facts, and attempts at its steps.
struct RawFront: Sendable {
    let database: TestDatabase
    let project = FrontScene.project

    /// A community of a place, registered to begin at its survey.
    static func with(_ place: String, _ body: @Sendable (RawFront) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            try await FrontScene.lie(database, in: place)
            let answer = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: place))
            try #require(answer.status == 201, "\(answer.text)")
            try await body(RawFront(database: database))
        }
    }

    /// A change with an event of its own.
    func change(_ name: String, _ sql: (ID) -> SQL) -> [SQL] {
        let op = Seed.id("op:" + name)
        return [TestDatabase.event(op, on: ("test", op), project: project), sql(op)]
    }

    func record(_ name: String, as login: String = "street", _ sql: (ID) -> SQL) async throws {
        try await database.act(as: login, change(name, sql))
    }

    func refused(_ name: String, as login: String = "street", _ sql: (ID) -> SQL) async throws -> String? {
        try await database.refusal(as: login, change(name, sql))
    }

    static func step(to state: String, _ op: ID) -> SQL {
        """
        update app.project set state = \(state), version = version + 1, op_id = \(op)
        where project_id = \(FrontScene.project)
        """
    }

    /// Tries a step; gives the guard that refuses it.
    func step(to state: String, _ attempt: Int = 0) async throws -> String? {
        try await refused("step:\(state):\(attempt)") { RawFront.step(to: state, $0) }
    }

    func scope(_ verdict: String, _ name: String = "scope") -> [SQL] {
        change(name) { op in
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                question, inputs, edition, as_of, verdict, because, op_id)
            select district, \(Seed.id(name)), project_id, 'project', project_id, 'scope',
                '{"list_version": "2026年拆迁计划", "list_checked_on": "2026-01-30"}', edition,
                '2026-03-02', \(verdict), '[]', \(op) from app.project where project_id = \(project)
            """
        }
    }

    func paper(_ kind: String, as login: String = "street") async throws {
        try await record("paper:" + kind, as: login) { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256(\(Array(Scene.text(of: kind).utf8))), 'text/plain', \(Array(Scene.text(of: kind).utf8)))
                on conflict do nothing
            )
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                sha256, op_id)
            values (1, \(Seed.id("front-paper:" + kind)), \(project), 'project', \(project), \(kind), \(kind),
                '2026-02-20', sha256(\(Array(Scene.text(of: kind).utf8))), \(op))
            """
        }
    }

    func body() async throws {
        try await record("body") { op in
            """
            insert into app.owners_body (district, owners_body_id, project_id, kind, name, filing_number, formed_on,
                op_id)
            values (1, \(Seed.id("body")), \(project), 'owners_committee', '业委会', '备〔2026〕1号', '2026-01-10', \(op))
            """
        }
    }

    /// A register with the household 1-101 alone, as the scene has it.
    func household() async throws {
        let id = Seed.id("front-register")
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.register_import (district, import_id, project_id, format, file_sha256, digest,
                    households, persons, area_hundredths, state, checked_by, confirmed_by, agreed_by, agreed_on, op_id)
                values (1, \(id), \(project), 'csv', sha256('file'), sha256('digest'), 600, 600, 4800000, 'standing',
                    \(id), \(id), \(id), '2026-02-01', \(id))
                """,
                """
                insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                    area_hundredths, area_source, owner_id, since_import, op_id)
                values (1, \(id), \(project), '1', '', '101', 8000, 'registered', \(id), \(id), \(id))
                """,
            ])
        }
    }

    func takeDown(_ name: String, on day: String = "2026-03-02") -> [SQL] {
        change("down:" + name) { op in
            """
            update app.posting set taken_down_on = \(day)::text::date, taken_down_for = '更换', version = version + 1,
                op_id = \(op)
            where posting_id = \(Seed.id("posting:" + name))
            """
        }
    }

    func opinion(_ forum: String, _ who: String, _ says: String = "agree") async throws {
        try await record("opinion:\(forum):\(who):\(says)", as: "office") { op in
            """
            insert into app.participant_opinion (district, participant_opinion_id, project_id, forum, participant,
                opinion, content, given_on, op_id)
            values (1, \(Seed.id("opinion:\(forum):\(who):\(says)")), \(project), \(forum), \(who), \(says), '意见',
                '2026-03-01', \(op))
            """
        }
    }

    func procedure(_ name: String, _ outcome: String) -> [SQL] {
        change("procedure:\(name):\(outcome)") { op in
            """
            insert into app.procedure_decision (district, project_id, procedure, outcome, basis, op_id)
            values (1, \(project), \(name), \(outcome), '会商意见1号', \(op))
            """
        }
    }

    func budget(_ approved: Int64, over estimate: Int64) async throws {
        try await record("budget") { op in
            """
            insert into app.project_budget (district, project_id, total_investment_fen, budget_funds_fen,
                soe_dominant, feasibility_fen, approved_budget_fen, approval_number, approved_on, op_id)
            values (1, \(project), \(approved), \(approved), false, \(estimate), \(approved), '批1', '2026-02-20',
                \(op))
            """
        }
    }

    /// Puts the project at a state without its gates, to try what comes after.
    func put(at state: String) async throws { try await scene([jump(to: state)]) }

    func jump(to state: String) -> SQL {
        "update app.project set state = \(state) where project_id = \(project)"
    }

    /// A counted ballot that passed, as the scene has it; how ballots are held and counted is tried elsewhere.
    func ballot(_ purpose: String) async throws {
        let (ballot, count, op) = (
            Seed.id("ballot:" + purpose), Seed.id("count:" + purpose), Seed.id("ballot-op")
        )
        let own = "district, ballot_id, project_id"
        try await scene([
            """
            insert into app.ballot (\(unescaped: own), title, organiser_kind, organiser_name, forms, notified_on,
                opened_on, closes_on, register_import_id, households, persons, area_hundredths, edition, state, op_id)
            select district, \(ballot), project_id, '表决', 'owners_committee', '业委会', '{}', '2026-01-05', '2026-01-10',
                '2026-01-20', \(ballot), 600, 600, 4800000, edition, 'counted', \(op)
            from app.project where project_id = \(project)
            """,
            """
            insert into app.ballot_question (\(unescaped: own), ordinal, purpose, title, matter, class, class_reason,
                op_id)
            values (1, \(ballot), \(project), 1, \(purpose), '问题', 'other', 'general', '一般事项', \(op))
            """,
            """
            insert into app.ballot_count (\(unescaped: own), count_id, ordinal, counted_on, counted_by, op_id)
            values (1, \(ballot), \(project), \(count), 1, '2026-01-21', \(op), \(op))
            """,
            """
            insert into app.ballot_result (\(unescaped: own), count_id, ordinal, area_part, area_yes, persons_part,
                persons_yes, households_part, households_yes, households_no, verdict, determination_id, op_id)
            values (1, \(ballot), \(project), \(count), 1, 4800000, 4800000, 600, 600, 600, 600, 0, 'pass', \(op),
                \(op))
            """,
        ])
    }

    /// Three rounds up and down.
    func rounds(_ last: Int32 = 3) async throws {
        try await scene([
            """
            insert into app.consultation_step (district, step_id, project_id, round, direction, attempt, kind,
                happened_on, place, summary, sha256, op_id)
            select 1, gen_random_uuid(), \(project), round, direction, 1, 'meeting', '2026-01-20', '社区', '记录',
                sha256('minutes'), \(Seed.id("ballot-op"))
            from generate_series(1, \(last)) round, unnest(array['collect', 'feedback']) direction
            on conflict do nothing
            """
        ])
    }

    func scene(_ statements: [SQL]) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements)
        }
    }
}
