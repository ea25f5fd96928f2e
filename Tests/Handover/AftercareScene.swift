import Harness
import PQ
import Policy
import Values

/// What follows acceptance: a works contract, a place that bans digging, rows as raw SQL writes them.
extension Scene {
    static let contract = Seed.id("contract")
    static let line = Seed.id("line")

    /// Past every guard: what a test does not try but stands on.
    func put(_ statements: [SQL]) async throws {
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: ["set local session_replication_role = replica"] + statements)
        }
    }

    /// The contractor with his contract and one line of its bill.
    func engageContractor() async throws {
        try await put(
            [
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                    method, signed_on, amount_fen, op_id)
                values (1, \(Scene.contract), \(Scene.project), \(Seed.id("package")), \(Seed.id("org:contractor")),
                    'HT-1', '施工', 'direct', '2025-06-01', 100, \(Seed.id("op:scene")))
                """,
                """
                insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code, title,
                    unit, quantity_milli, unit_price_fen, op_id)
                values (1, \(Scene.line), \(Scene.project), \(Scene.contract), \(Seed.id("i")), '01', '排水管', 'm', 100,
                    1, \(Seed.id("op:scene")))
                """,
            ] + Seed.engagements(["contractor"], of: Scene.project, under: Seed.id("op:scene")))
    }

    /// The scene's project in another place, past the guards of the works before it.
    func move(to place: String) async throws {
        let edition = try TestPolicies.book.get().edition(for: place)
        try await put([
            "update app.project set place = \(place), edition = \(edition) where project_id = \(Scene.project)"
        ])
    }

    static func notice(_ name: String, from start: String = "2026-03-01", to last: String = "2026-12-31")
        -> RawRow
    {
        RawRow(
            "app.no_dig_notice", of: "no_dig_notice", Seed.id("notice:" + name), in: Scene.project,
            [
                "no_dig_notice_id": "\(Seed.id("notice:" + name))", "authority": "'城管局'", "number": "\(name)",
                "place": "'水心街'", "starts_on": "\(start)::text::date", "last_on": "\(last)::text::date",
            ])
    }

    static func excavation(_ name: String, on day: String = "2026-03-10", emergency: Bool = false) -> RawRow {
        RawRow(
            "app.excavation", of: "excavation", Seed.id("excavation:" + name), in: Scene.project,
            [
                "excavation_id": "\(Seed.id("excavation:" + name))", "applicant_id": "auth.organisation()",
                "place": "'3 幢北侧'", "purpose": "'接管'", "starts_on": "\(day)::text::date",
                "ends_on": "\(day)::text::date", "emergency": "\(emergency)", "cause": "'漏水'",
                "determination_id": "\(Seed.id("found"))",
            ])
    }

    /// What the excavations of raw SQL rest on.
    func findSomething() async throws {
        try await put([
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id, question,
                inputs, edition, as_of, verdict, because, op_id)
            select 1, \(Seed.id("found")), project_id, 'excavation', project_id, 'excavation', '{}', edition,
                '2026-03-02', 'allowed', '{}', \(Seed.id("op:scene"))
            from app.project where project_id = \(Scene.project)
            """
        ])
    }

    static func claim(_ name: String, on day: String = "2026-03-02") -> RawRow {
        RawRow(
            "app.warranty_claim", of: "warranty_claim", Seed.id("defect:" + name), in: Scene.project,
            [
                "warranty_claim_id": "\(Seed.id("defect:" + name))", "kind": "'water_pipes'",
                "place": "'3 幢'", "description": "'渗漏'", "filed_on": "\(day)::text::date",
                "filed_organisation_id": "auth.organisation()", "assignee_id": "\(Seed.id("org:contractor"))",
            ])
    }

    /// A claim with the clock of the contractor's coming.
    static func filed(_ name: String, nominal: String = "2026-03-17") -> [SQL] {
        let row = claim(name)
        return row.statements + [
            """
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                nominal_on, due_on, explanation, op_id)
            values (1, \(Seed.id("clock:" + name)), \(Scene.project), 'warranty_claim', \(Seed.id("defect:" + name)),
                'quality.contractor_on_site_days', 'QLT-11', '2026-03-02', \(nominal)::text::date,
                \(nominal)::text::date, '{}', \(row.op))
            """
        ]
    }

    static func take(_ name: String, _ turn: String, _ set: SQL) -> [SQL] {
        RawRow.change(
            "app.warranty_claim", "warranty_claim_id", Seed.id("defect:" + name), turn, in: Scene.project, set
        )
    }

    static func subsidy(_ name: String, _ fen: Int64, payer: String = "city", on day: String = "2026-03-02")
        -> RawRow
    {
        RawRow(
            "app.subsidy_payment", of: "subsidy_payment", Seed.id("subsidy:" + name), in: Scene.project,
            [
                "subsidy_payment_id": "\(Seed.id("subsidy:" + name))",
                "determination_id": "\(Seed.id("statement"))", "payer": "\(payer)", "amount_fen": "\(fen)",
                "voucher": "\(name)", "paid_on": "\(day)::text::date",
            ])
    }

    static func statement(_ name: String, city: Int64) -> RawRow {
        RawRow(
            "app.determination", of: "money_statement", Seed.id(name), in: Scene.project,
            [
                "determination_id": "\(Seed.id(name))", "subject_kind": "'money_statement'",
                "subject_id": "\(Seed.id(name))", "question": "'hz_subsidy'", "inputs": "'{}'",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "as_of": "'2026-03-02'", "verdict": "'computed'",
                "because":
                    "jsonb_build_object('figures', jsonb_build_object('city_fen', \(city)::bigint, 'district_fen', 0))",
            ])
    }
}
