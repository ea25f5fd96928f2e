import Harness
import PQ
import Values

/// Rows of a contract's money as raw SQL writes them, each right until a test changes a column.
extension RawRows {
    static func bond(_ name: String, _ kind: String = "performance", from day: String = "2026-02-01")
        -> RawRow
    {
        RawRow(
            "app.contract_bond", of: "contract_bond", Seed.id("bond:" + name), in: Scene.project,
            [
                "contract_bond_id": "\(Seed.id("bond:" + name))", "contract_id": "\(Scene.contract)",
                "kind": "\(kind)", "amount_fen": "20000000", "evidence": "'保函'",
                "held_from": "\(day)::text::date",
            ])
    }

    static func retention(_ numerator: Int64 = 3, _ denominator: Int64 = 100) -> RawRow {
        RawRow(
            "app.retention", of: "retention", Seed.id("retention"), in: Scene.project,
            [
                "contract_id": "\(Scene.contract)", "share_numerator": "\(numerator)",
                "share_denominator": "\(denominator)", "months": "24", "evidence": "'专用条款 17.3'",
                "agreed_on": "'2026-01-20'",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "most_months": "24",
            ])
    }

    static func period(
        owner delays: Bool = false, base: String = "2026-03-01", nominal: String = "2028-03-01"
    )
        -> RawRow
    {
        RawRow(
            "app.defect_liability", of: "defect_liability", Seed.id("period"), in: Scene.project,
            [
                "contract_id": "\(Scene.contract)", "reported_on": "'2025-12-01'",
                "owner_delays": "\(delays)",
                "evidence": "'函'", "base_on": "\(base)::text::date", "months": "24",
                "nominal_end_on": "\(nominal)::text::date",
            ])
    }

    static func release(
        _ name: String, _ fen: Int64, _ ground: String = "period_ended", on day: String = "2026-03-02"
    )
        -> RawRow
    {
        RawRow(
            "app.retention_release", of: "retention_release", Seed.id("release:" + name), in: Scene.project,
            [
                "retention_release_id": "\(Seed.id("release:" + name))", "contract_id": "\(Scene.contract)",
                "amount_fen": "\(fen)", "ground": "\(ground)", "voucher": "\(name)",
                "released_on": "\(day)::text::date",
            ])
    }

    static func term(_ days: Int64, _ enterprise: String = "small_or_medium") -> RawRow {
        RawRow(
            "app.payment_term", of: "payment_term", Seed.id("term"), in: Scene.project,
            [
                "contract_id": "\(Scene.contract)", "enterprise": "\(enterprise)", "days": "\(days)::integer",
                "evidence": "'专用条款 12.4'",
            ])
    }

    static func basis(_ basis: String) -> RawRow {
        RawRow(
            "app.settlement_basis", of: "settlement_basis", Seed.id("basis"), in: Scene.project,
            [
                "contract_id": "\(Scene.contract)", "basis": "\(basis)", "law": "null",
                "evidence": "'专用条款 17.1'",
            ])
    }

    static func payment(_ name: String, _ fen: Int64, on day: String = "2026-03-02", of claim: String = "c")
        -> RawRow
    {
        RawRow(
            "app.payment", of: "payment", Seed.id("payment:" + name), in: Scene.project,
            [
                "payment_id": "\(Seed.id("payment:" + name))",
                "payment_claim_id": "\(Seed.id("claim:" + claim))",
                "amount_fen": "\(fen)", "voucher": "\(name)", "paid_on": "\(day)::text::date",
                "due_on": "(select due_on from app.clock where subject_id = \(Seed.id("claim:" + claim)))",
                "days_late": "0", "interest_fen": "0",
            ])
    }

    /// A certificate with the clock by which it is paid, and what it holds back where something is.
    static func certify(_ name: String, _ turn: String, nominal: String = "2026-04-01", holding: Int64? = nil)
        -> [SQL]
    {
        let claim = Seed.id("claim:" + name)
        let op = Seed.id("op:app.payment_claim/\(claim)/\(turn)")
        var statements = changeClaim(name, turn, certified)
        if let holding {
            statements.append(
                """
                insert into app.retention_holding (district, payment_claim_id, project_id, contract_id, claim_fen,
                    held_fen, op_id)
                select 1, \(claim), \(Scene.project), \(Scene.contract), amount_fen, \(holding), \(op)
                from app.payment_claim where payment_claim_id = \(claim)
                """)
        }
        statements.append(
            """
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                nominal_on, due_on, explanation, op_id)
            values (1, \(Seed.id("clock:" + name)), \(Scene.project), 'payment_claim', \(claim), 'payment.sme.days',
                'PAY-3', '2026-03-02', \(nominal)::text::date,
                (select min(day) from policy.calendar_day where working and day >= \(nominal)::text::date), '{}', \(op))
            """)
        return statements
    }

    /// A claim of 60 metres, 30,000.00 yuan, up to where the owner certifies it.
    static func claimToCertify(_ database: TestDatabase) async throws {
        try await approvedLog(database)
        try await database.act(as: "contractor", claim("c", 60_000))
        try await database.act(as: "supervisor", changeClaim("c", "s", supervised))
        try await database.act(
            as: "auditor",
            paper("tracking_audit_opinion", on: ("payment_claim", Seed.id("claim:c"))).statements)
    }

    /// The certificate of acceptance, past the guards of what comes before it.
    static func accept(_ database: TestDatabase, on day: String) async throws {
        try await put(
            database,
            [
                """
                insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
                    project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
                values (1, \(Seed.id("certificate")), \(Seed.id("round")), \(Scene.project), sha256('d'), '{}',
                    \(day)::text::date, 'c', sha256('c'), \(Seed.id("op")))
                """
            ])
    }

    /// Final accounts, past their guards.
    static func account(_ database: TestDatabase, _ fen: Int64) async throws {
        try await put(
            database,
            [
                """
                insert into app.final_account (district, project_id, number, approved_by, approved_on, mandatory_fen,
                    basic_fen, improve_fen, upgrade_fen, other_fen, total_fen, resident_fen, subsidy_fen,
                    determination_id, op_id)
                values (1, \(Scene.project), 'N', '财政局', '2026-03-02', \(fen), 0, 0, 0, 0, \(fen), 0, \(fen),
                    \(Seed.id("d")), \(Seed.id("op")))
                """
            ])
    }
}
