import Harness
import Ledger
import PQ
import Policy
import Values

@testable import Projects

/// A project at its launch application, written in plain SQL as the application's role.
struct Raw: Sendable {
    let database: TestDatabase

    static func with(_ body: @Sendable (Raw) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            let raw = Raw(database: database)
            try await raw.act(
                community("community") + project("project", of: "community", edition)
                    + change { Seed.bodies(of: Scene.project, under: $0) })
            try await raw.act(
                change { op in
                    """
                    update app.project set account_number = '3303 0001', account_opened_on = '2026-02-01',
                        version = version + 1, op_id = \(op) where project_id = \(Scene.project)
                    """
                })
            try await raw.register()
            try await body(raw)
        }
    }

    /// A register that stands, with two households of 80 ㎡ among the six hundred of the community.
    func register() async throws {
        let id = Seed.id("raw-register")
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.register_import (district, import_id, project_id, format, file_sha256, digest,
                    households, persons, area_hundredths, state, checked_by, confirmed_by, agreed_by, agreed_on, op_id)
                values (1, \(id), \(Scene.project), 'csv', sha256('file'), sha256('digest'), 600, 600, 4800000,
                    'standing', \(id), \(id), \(id), '2026-02-01', \(id))
                """,
                """
                insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                    area_hundredths, area_source, owner_id, since_import, op_id)
                select 1, unit, \(Scene.project), '1', '', room, 8000, 'registered', \(id), \(id), \(id)
                from unnest(array['101', '102'], \([Seed.id("unit:101"), Seed.id("unit:102")])::uuid[]) as own (room, unit)
                """,
            ])
        }
    }

    /// A change with its own event, ready to be sent as the application's role.
    static func change(
        of project: ID = Scene.project, as type: String = "test.change", _ statement: (ID) -> SQL
    ) -> [SQL] {
        let op = ID(bytes: Chance.bytes(16)) ?? Seed.id("operation")
        return [TestDatabase.event(op, type, on: ("test", op), project: project), statement(op)]
    }

    static func community(
        _ name: String, households: Int32 = 600, area: Int64 = 4_800_000, body: String = "owners_committee",
        called title: String? = nil, at address: String? = nil, completed: String = "1996-06-30"
    ) -> [SQL] {
        change { op in
            """
            insert into app.community (district, community_id, name, address, completed_on, households,
                area_hundredths, body_kind, body_name, op_id)
            values (1, \(Seed.id(name)), \(title ?? name), \(address ?? name + "路1号"), \(completed)::text::date, \(households), \(area),
                \(body), '业委会', \(op))
            """
        }
    }

    static func project(
        _ name: String, of community: String, _ edition: String, state: String = "S06", code: String? = nil
    ) -> [SQL] {
        change(of: Seed.id(name)) { op in
            """
            insert into app.project (district, project_id, community_id, name, project_code, construction_unit_id,
                place, edition, state, op_id)
            values (1, \(Seed.id(name)), \(Seed.id(community)), \(name), \(code), \(Seed.id("org:street")), '330302',
                \(edition), \(state), \(op))
            """
        }
    }

    static func item(
        _ code: String, class group: String = "basic", of kind: String = "roads", quantity: Int64 = 1000,
        amount: Int64 = 100
    ) -> [SQL] {
        change { op in
            """
            insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                quantity_milli, amount_fen, op_id)
            values (1, \(op), \(Scene.project), \(code), \(code), \(group), \(kind), 'm', \(quantity), \(amount),
                \(op))
            """
        }
    }

    /// Money of the household 1-101, or of none.
    static func receipt(
        _ voucher: String, _ fen: Int64, channel: String = "personal", reversing: String? = nil,
        on day: String = "2026-02-10", of unit: ID? = Seed.id("unit:101"), ahead: String? = nil,
        paper: ID? = nil
    ) -> [SQL] {
        change { op in
            """
            insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen, voucher,
                received_on, reverses, ahead_ground, ahead_paper_id, op_id)
            values (1, \(Seed.id("receipt:" + voucher)), \(Scene.project), \(unit), \(channel), \(fen), \(voucher),
                \(day)::text::date, \(reversing.map { Seed.id("receipt:" + $0) }), \(ahead), \(paper),
                \(op))
            """
        }
    }

    /// A scheme of one basic item of 90 fen and ten fen of other costs, decided on a day, with its plan; all in one act.
    static func plan(
        other: Int64 = 10, total: Int64 = 100, weighted: Int64 = 10, resident: Int64 = 10,
        subsidy: Int64 = 90,
        required: Int64 = 10, decided: String = "2026-01-20"
    ) -> [SQL] {
        let op = ID(bytes: Chance.bytes(16)) ?? Seed.id("operation")
        return [
            TestDatabase.event(op, on: ("test", op), project: Scene.project),
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                question, inputs, edition, as_of, verdict, because, op_id)
            select 1, \(op), project_id, 'project', project_id, 'lc_funding', '{}', edition, \(decided)::text::date,
                'computed', '{}', \(op) from app.project
            """,
            """
            insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                quantity_milli, amount_fen, op_id)
            values (1, \(op), \(Scene.project), 'P1', 'P1', 'basic', 'roads', 'm', 1000, 90, \(op))
            """,
            """
            insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id, op_id)
            values (1, \(Scene.project), \(other), 0, \(total), \(weighted), 0, \(resident), \(subsidy),
                \(required), \(op), \(op))
            """,
        ]
    }

    /// A paper of the project with its bytes; with a digest that is given, without them.
    ///
    /// An approval of a scheme has the amounts of the plan.
    static func paper(
        _ kind: String, dated: String = "2026-02-01", of subject: ID = Scene.project,
        in project: ID = Scene.project, title: String = "材料", digest: String? = nil, text: String? = nil,
        mediaType: String = "text/plain", id: ID? = nil, as type: String = "test.change"
    ) -> [SQL] {
        let text = text ?? Scene.text(of: kind)
        let approved: SQL = kind == "scheme_approval" ? "90" : "null"
        let none: SQL = kind == "scheme_approval" ? "0" : "null"
        let other: SQL = kind == "scheme_approval" ? "10" : "null"
        return change(as: type) { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256(\(Array(text.utf8))), \(mediaType), \(Array(text.utf8))) on conflict do nothing
            )
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                sha256, approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen,
                approved_outside_fen, approved_other_fen, op_id)
            values (1, \(id ?? op), \(project), 'project', \(subject), \(kind), \(title), \(dated)::text::date,
                sha256(\(Array((digest ?? text).utf8))),
            """ + none + "::bigint, " + approved + "::bigint, " + none + "::bigint, " + none + "::bigint, "
                + none
                + "::bigint, " + other + "::bigint, \(op))"
        }
    }

    static func approval(_ ordinal: Int32, _ step: String, on day: String = "2026-02-20") -> [SQL] {
        change(as: "plan_approval.record") { op in
            """
            insert into app.plan_approval (district, project_id, ordinal, step, approved_on, number, op_id)
            values (1, \(Scene.project), \(ordinal), \(step), \(day)::text::date, '1号', \(op))
            """
        }
    }

    static func step(to state: String) -> [SQL] {
        change { op in
            """
            update app.project set state = \(state), version = version + 1, op_id = \(op)
            where project_id = \(Scene.project)
            """
        }
    }

    /// Moves the project past its gates, as no application can.
    static func jump(to state: String) -> [SQL] {
        [
            "set local session_replication_role = replica",
            "update app.project set state = \(state) where project_id = \(Scene.project)",
        ]
    }

    func jump(to state: String) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: Raw.jump(to: state))
        }
    }

    func act(by login: String = "street", _ statements: [SQL]) async throws {
        try await database.act(as: login, statements)
    }

    func refusal(by login: String = "street", _ statements: [SQL]) async throws -> String? {
        try await database.refusal(as: login, statements)
    }

    /// Two sessions, the second while the first is uncommitted: the second's refusal.
    func lost(
        by login: String = "street", _ first: [SQL], and other: String = "street2", _ second: [SQL]
    ) async throws -> String? {
        let (one, two) = try await database.race((login, first), (other, second))
        return one.map { "the first was refused: " + $0 } ?? two
    }

    /// The same where an operator moves the project on first.
    func lost(toJump state: String, by login: String = "street", _ second: [SQL]) async throws -> String? {
        let (one, two) = try await database.race(
            (TestDatabase.anOperator, Raw.jump(to: state)), (login, second))
        return one.map { "the jump was refused: " + $0 } ?? two
    }
}
