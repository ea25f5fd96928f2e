import Harness
import PQ
import Values

/// Rows of change orders as raw SQL writes them, each right until a test changes a column.
enum RawRows {
    static func order(_ name: String) -> ID { Seed.id("order:" + name) }

    /// A draft of the contractor's, on the ground of a hidden condition.
    static func draft(_ name: String, cost: Int64 = 20_000_000) -> RawRow {
        RawRow(
            "app.change_order", of: "change_order", order(name), in: Scene.project,
            [
                "change_order_id": "\(order(name))", "contract_id": "\(Scene.contract)",
                "number": "\(name)", "title": "'增加雨水管'", "reason": "'旧管塌陷'", "ground": "'hidden_condition'",
                "applicant_id": "auth.person()", "applicant_organisation_id": "auth.organisation()",
                "beneficiary_id": "\(Seed.id("org:contractor"))", "cost_fen": "\(cost)", "days": "5",
            ])
    }

    /// A line of an order, at the bill's price of 100 yuan a metre.
    static func line(_ name: String, _ milli: Int64 = 2_000_000, on bill: ID = Scene.line) -> RawRow {
        RawRow(
            "app.change_order_line", of: "change_order_line", Seed.id("line:\(name)/\(bill)"),
            in: Scene.project,
            [
                "change_order_id": "\(order(name))", "bill_line_id": "\(bill)", "quantity_milli": "\(milli)",
                "unit_price_fen": "10000", "amount_fen": "\(milli * 10)",
            ])
    }

    static func opinion(_ name: String, by role: String = "designer") -> RawRow {
        RawRow(
            "app.change_order_opinion", of: "change_order_opinion", Seed.id("opinion:\(name)/\(role)"),
            in: Scene.project,
            [
                "change_order_id": "\(order(name))", "role": "\(role)", "person_id": "auth.person()",
                "organisation_id": "auth.organisation()", "supports": "true", "cost_fen": "20000000",
                "days": "5", "opinion": "'属实'",
            ])
    }

    static func decision(_ name: String, _ level: String = "owner") -> RawRow {
        RawRow(
            "app.change_order_decision", of: "change_order_decision", Seed.id("decision:\(name)/\(level)"),
            in: Scene.project,
            [
                "change_order_id": "\(order(name))", "level": "\(level)", "person_id": "auth.person()",
                "organisation_id": "auth.organisation()", "approves": "true", "reason": "'事由成立'",
                "decided_on": "'2026-03-02'",
            ])
    }

    static func addition(_ name: String) -> RawRow {
        RawRow(
            "app.bill_addition", of: "bill_addition", Seed.id("addition:" + name), in: Scene.project,
            [
                "bill_addition_id": "\(Seed.id("addition:" + name))", "bill_line_id": "\(Scene.line)",
                "change_order_id": "\(order(name))", "quantity_milli": "2000000", "amount_fen": "20000000",
            ])
    }

    /// A log of works on the bill's line.
    static func log(_ name: String, on day: String, _ milli: Int64 = 1000) -> [SQL] {
        let log = RawRow(
            "app.daily_log", of: "daily_log", Seed.id("log:" + name), in: Scene.project,
            [
                "daily_log_id": "\(Seed.id("log:" + name))", "contract_id": "\(Scene.contract)",
                "section": "'A'", "organisation_id": "auth.organisation()", "kind": "'construction'",
                "logged_on": "\(day)::date", "state": "'submitted'", "headcount": "3", "weather": "'晴'",
                "written_by": "auth.person()", "written_on": "'2026-03-02'",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "lock_days": "2", "late": "false",
            ])
        let quantity = RawRow(
            "app.log_quantity", of: "log_quantity", Seed.id("quantity:" + name), in: Scene.project,
            [
                "daily_log_id": "\(Seed.id("log:" + name))", "revision": "1",
                "bill_line_id": "\(Scene.line)", "quantity_milli": "\(milli)",
            ])
        return log.statements + [quantity.insert(under: log.op)]
    }

    /// A claim of payment on the bill's line.
    static func claim(_ name: String, number: Int64, _ milli: Int64 = 1000) -> [SQL] {
        let claim = RawRow(
            "app.payment_claim", of: "payment_claim", Seed.id("claim:" + name), in: Scene.project,
            [
                "payment_claim_id": "\(Seed.id("claim:" + name))", "contract_id": "\(Scene.contract)",
                "number": "\(number)::integer", "organisation_id": "auth.organisation()",
                "claimed_on": "'2026-03-02'", "amount_fen": "\(milli * 10)", "state": "'submitted'",
            ])
        let line = RawRow(
            "app.payment_claim_line", of: "payment_claim_line", Seed.id("claim line:" + name),
            in: Scene.project,
            [
                "payment_claim_id": "\(Seed.id("claim:" + name))", "bill_line_id": "\(Scene.line)",
                "quantity_milli": "\(milli)", "amount_fen": "\(milli * 10)",
            ])
        return claim.statements + [line.insert(under: claim.op)]
    }

    /// A step of an order, with whatever else the statement sets.
    static func step(_ name: String, _ op: String, _ set: SQL) -> [SQL] {
        RawRow.change("app.change_order", "change_order_id", order(name), op, in: Scene.project, set)
    }

    static func to(_ state: String) -> SQL { "state = \(state)" }

    static let screened: SQL =
        "determination_id = \(Seed.id("determination")), submitted_on = '2026-03-02'"

    /// Past every guard: what a test does not try but stands on.
    static func put(_ database: TestDatabase, _ statements: [SQL]) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements)
        }
    }

    /// An order of the contractor's with its line, its papers and its screening, standing at a state.
    static func stand(
        _ database: TestDatabase, _ name: String, at state: String = "draft", cost: Int64 = 20_000_000,
        papers: Bool = true
    ) async throws {
        let draft = draft(name, cost: cost)
        try await database.act(
            as: "contractor", draft.statements + [line(name, cost / 10).insert(under: draft.op)])
        try await put(
            database,
            [
                """
                update app.change_order set \(screened), state = \(state)
                where change_order_id = \(order(name))
                """,
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    op_id)
                select 1, gen_random_uuid(), \(Scene.project), 'change_order', \(order(name)), kind, kind,
                    '2026-03-01', \(draft.op)
                from unnest(array['design_document', 'cost_estimate', 'audit_opinion', 'funding_source', 'photos',
                    'site_record', 'designer_statement']) as kind where \(papers)
                """,
            ])
    }

    /// Decisions that were taken: by the street's second officer, and where asked by the renovation office's.
    static func decided(_ database: TestDatabase, _ name: String, levels: [String]) async throws {
        for level in levels {
            let login = level == "owner" ? "street2" : "office"
            try await put(
                database,
                [
                    """
                    insert into app.change_order_decision (district, change_order_id, level, project_id, person_id,
                        organisation_id, approves, reason, decided_on, op_id)
                    values (1, \(order(name)), \(level), \(Scene.project), \(Seed.id("person:" + login)),
                        \(Seed.id(level == "owner" ? "org:street" : "org:office")), true, 'r', '2026-03-02',
                        \(Seed.id("scene")))
                    """
                ])
        }
    }
}
