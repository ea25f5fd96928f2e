import Harness
import PQ
import Values

/// Rows of works as raw SQL writes them, each right until a test changes a column.
enum RawRows {
    static func log(_ name: String, on day: String = "2026-03-01") -> RawRow {
        RawRow(
            "app.daily_log", of: "daily_log", Seed.id("log:" + name), in: Scene.project,
            [
                "daily_log_id": "\(Seed.id("log:" + name))", "contract_id": "\(Scene.contract)",
                "section": "'A'",
                "organisation_id": "auth.organisation()", "kind": "'construction'",
                "logged_on": "\(day)::date",
                "state": "'submitted'", "headcount": "3", "weather": "'晴'", "written_by": "auth.person()",
                "written_on": "'2026-03-02'",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "lock_days": "2", "late": "false",
            ])
    }

    static func quantity(of log: String, _ milli: Int64, line: ID = Scene.pipe) -> RawRow {
        RawRow(
            "app.log_quantity", of: "log_quantity", Seed.id("quantity:" + log), in: Scene.project,
            [
                "daily_log_id": "\(Seed.id("log:" + log))", "revision": "1", "bill_line_id": "\(line)",
                "quantity_milli": "\(milli)",
            ])
    }

    static func lot(_ name: String) -> RawRow {
        RawRow(
            "app.inspection_lot", of: "inspection_lot", Seed.id("lot:" + name), in: Scene.project,
            [
                "inspection_lot_id": "\(Seed.id("lot:" + name))", "contract_id": "\(Scene.contract)",
                "code": "\(name)", "title": "'排水管沟槽'", "organisation_id": "auth.organisation()",
                "state": "'planned'",
            ])
    }

    /// A claim on the pipe with its one line.
    static func claim(_ name: String, number: Int64 = 1, _ milli: Int64 = 60_000) -> [SQL] {
        let claim = bareClaim(name, number: number, milli)
        return claim.statements + [claimLine(name, milli).insert(under: claim.op)]
    }

    static func bareClaim(_ name: String, number: Int64 = 1, _ milli: Int64 = 60_000) -> RawRow {
        RawRow(
            "app.payment_claim", of: "payment_claim", Seed.id("claim:" + name), in: Scene.project,
            [
                "payment_claim_id": "\(Seed.id("claim:" + name))", "contract_id": "\(Scene.contract)",
                "number": "\(number)::integer", "organisation_id": "auth.organisation()",
                "claimed_on": "'2026-03-02'", "amount_fen": "\(milli * 50)", "state": "'submitted'",
            ])
    }

    static func claimLine(_ claim: String, _ milli: Int64) -> RawRow {
        RawRow(
            "app.payment_claim_line", of: "payment_claim_line", Seed.id("claim line:" + claim),
            in: Scene.project,
            [
                "payment_claim_id": "\(Seed.id("claim:" + claim))", "bill_line_id": "\(Scene.pipe)",
                "quantity_milli": "\(milli)", "amount_fen": "\(milli * 50)",
            ])
    }

    static func paper(_ kind: String, on subject: (String, ID)) -> RawRow {
        RawRow(
            "app.paper", of: "paper", Seed.id("paper:" + kind), in: Scene.project,
            [
                "paper_id": "\(Seed.id("paper:" + kind))", "subject_kind": "\(subject.0)",
                "subject_id": "\(subject.1)", "kind": "\(kind)", "title": "\(kind)", "dated": "'2026-02-20'",
            ])
    }

    static func changeLog(_ name: String, _ op: String, _ set: SQL) -> [SQL] {
        RawRow.change("app.daily_log", "daily_log_id", Seed.id("log:" + name), op, in: Scene.project, set)
    }

    static func changeLot(_ name: String, _ op: String, _ set: SQL) -> [SQL] {
        RawRow.change(
            "app.inspection_lot", "inspection_lot_id", Seed.id("lot:" + name), op, in: Scene.project, set)
    }

    static func changeClaim(_ name: String, _ op: String, _ set: SQL) -> [SQL] {
        RawRow.change(
            "app.payment_claim", "payment_claim_id", Seed.id("claim:" + name), op, in: Scene.project, set)
    }

    static func changeProject(_ op: String, _ set: SQL) -> [SQL] {
        RawRow.change("app.project", "project_id", Scene.project, op, in: Scene.project, set)
    }

    static let decided: SQL = """
        decided_by = auth.person(), decided_organisation_id = auth.organisation(), decided_on = '2026-03-02'
        """
    static let inspected: SQL = """
        acceptor_id = auth.person(), acceptor_organisation_id = auth.organisation(), inspected_on = '2026-03-02'
        """
    static let supervised: SQL = """
        state = 'supervised', supervised_by = auth.person(), supervised_organisation_id = auth.organisation()
        """
    static let certified: SQL = """
        state = 'certified', certified_by = auth.person(), certified_organisation_id = auth.organisation(),
            certified_on = '2026-03-02'
        """
    static let beginWorks: SQL = "state = 'S14', works_began_on = '2026-03-01'"

    /// Past every guard: what a test does not try but stands on.
    static func put(_ database: TestDatabase, _ statements: [SQL]) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements)
        }
    }

    /// 60 of 100 metres of pipe, logged and approved.
    static func approvedLog(_ database: TestDatabase) async throws {
        let first = log("approved", on: "2026-02-28")
        try await database.act(
            as: "contractor", first.statements + [quantity(of: "approved", 60_000).insert(under: first.op)])
        try await database.act(
            as: "supervisor", changeLog("approved", "ok", "state = 'approved', \(decided)"))
    }
}
