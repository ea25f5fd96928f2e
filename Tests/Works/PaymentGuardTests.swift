import Harness
import PQ
import Testing
import Values

@Suite("Works: payment guards in the database")
struct PaymentGuardTests {
    private static func audit(_ claim: String = "c") -> [SQL] {
        RawRows.paper("tracking_audit_opinion", on: ("payment_claim", Seed.id("claim:" + claim))).statements
    }

    @Test(
        "raw SQL pays no more than was logged and contracted, nobody signs another's part or gives his opinion"
    )
    func steps() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.approvedLog(database)
            func refusal(_ login: String, _ statements: [SQL]) async throws -> String? {
                try await database.refusal(as: login, statements)
            }
            #expect(
                try await refusal("contractor", RawRows.claim("c", 60_001))
                    == "payment_stays_within_logged_quantity")
            let foreign = RawRows.bareClaim("c").with(["organisation_id": "\(Seed.id("org:contractor"))"])
            #expect(try await refusal("contractor2", foreign.statements) == "decision_is_signed_by_who_acts")
            #expect(try await refusal("contractor", RawRows.claim("c", 40_000)) == nil)
            let smuggled = RawRows.claimLine("c", 1_000).with([
                "bill_line_id": "\(Scene.paint)", "amount_fen": "333",
            ])
            #expect(
                try await refusal("contractor", smuggled.statements)
                    == "payment_claim_line_comes_with_its_claim")
            #expect(
                try await refusal("contractor2", RawRows.changeClaim("c", "a", RawRows.supervised))
                    == "payment_claim_is_decided_by_supervisor_and_owner")
            #expect(
                try await refusal("supervisor", RawRows.changeClaim("c", "b", RawRows.certified))
                    == "payment_claim_step_is_allowed")
            try await database.act(as: "supervisor", RawRows.changeClaim("c", "c", RawRows.supervised))
            #expect(
                try await refusal("street", RawRows.changeClaim("c", "d", RawRows.certified))
                    == "payment_waits_for_audit_opinion")
            #expect(try await refusal("contractor", Self.audit()) == "audit_opinion_is_the_tracking_auditors")
            #expect(
                try await refusal(
                    "auditor",
                    RawRows.paper("tracking_audit_opinion", on: ("payment_claim", Seed.id("none"))).statements
                )
                    == "audit_opinion_is_the_tracking_auditors")
            #expect(try await refusal("auditor", Self.audit()) == nil)
            #expect(
                try await refusal("street", RawRows.changeClaim("c", "bare", RawRows.certified))
                    == "certified_claim_starts_its_clock")
            #expect(try await refusal("street", RawRows.certify("c", "e")) == nil)
        }
    }

    @Test("two claims racing for what was logged, or for what the contract holds: the second is refused")
    func claimsRace() async throws {
        for (contract, code) in [
            (Int64(200_000_000), "payment_stays_within_logged_quantity"),
            (3_000_000, "payment_stays_within_contract"),
        ] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                try await RawRows.approvedLog(database)
                try await RawRows.put(
                    database,
                    [
                        "update app.contract set amount_fen = \(contract)",
                        // Enough is logged where the contract is what ends first.
                        """
                        update app.log_quantity set quantity_milli = 100000 where \(contract) < 10000000
                        """,
                    ])
                let (first, second) = try await database.race(
                    ("contractor", RawRows.claim("one", number: 1, 60_000)),
                    ("contractor", RawRows.claim("two", number: 2, 40_000)))
                #expect(first == nil)
                #expect(second == code)
                let late = RawRows.claim("three", number: 2, 40_000)
                #expect(try await database.refusal(as: "contractor", late) == code)
                let taken = RawRows.claim("four", number: 1, 1)
                #expect(try await database.refusal(as: "contractor", taken) == "payment_claim_number_is_one")
            }
        }
    }

    /// A charge of 10,000.00 beside the works, logged whole; 60 m of 100 m of the pipe are done.
    private static let fees: [SQL] = [
        """
        insert into app.bill_line (district, bill_line_id, project_id, contract_id, charge, code, title, unit,
            quantity_milli, unit_price_fen, op_id)
        select district, \(Seed.id("fees")), project_id, contract_id, 'measures', 'C1', '措施项目费', '项', 1000, 1000000,
            op_id
        from app.bill_line where bill_line_id = \(Scene.pipe)
        """,
        """
        insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id, quantity_milli, op_id)
        select district, daily_log_id, revision, \(Seed.id("fees")), project_id, 1000, op_id
        from app.log_quantity where bill_line_id = \(Scene.pipe)
        """,
    ]

    private static func claimFees(_ name: String, number: Int64, _ milli: Int64) -> [SQL] {
        let claim = RawRows.bareClaim(name, number: number, milli * 20)
        let line = RawRows.claimLine(name, milli).with([
            "bill_line_id": "\(Seed.id("fees"))", "amount_fen": "\(milli * 1000)",
        ])
        return claim.statements + [line.insert(under: claim.op)]
    }

    @Test("charges are claimed in step with the works, by one claim or by two that race")
    func charges() async throws {
        let code = "charges_are_paid_with_the_works"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.approvedLog(database)
            try await RawRows.put(database, Self.fees)
            let most = Self.claimFees("most", number: 1, 599)
            #expect(try await database.refusal(as: "contractor", most) == nil)
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.approvedLog(database)
            try await RawRows.put(database, Self.fees)
            let whole = Self.claimFees("whole", number: 1, 1000)
            #expect(try await database.refusal(as: "contractor", whole) == code)
            let (first, second) = try await database.race(
                ("contractor", Self.claimFees("one", number: 1, 400)),
                ("contractor", Self.claimFees("two", number: 2, 400)))
            #expect(first == nil && second == code)
        }
    }

    @Test("claims racing for a number, and signatures racing for a claim: one of each stands")
    func signaturesRace() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.approvedLog(database)
            let numbers = try await database.race(
                ("contractor", RawRows.claim("one", 10_000)), ("contractor", RawRows.claim("two", 10_000)))
            #expect(numbers.0 == nil)
            #expect(numbers.1 == "payment_claim_number_is_one")
            let signed = try await database.race(
                ("supervisor", RawRows.changeClaim("one", "a", RawRows.supervised)),
                ("consultant", RawRows.changeClaim("one", "b", RawRows.supervised)))
            #expect(signed.0 == nil)
            #expect(signed.1 == "payment_claim_step_is_allowed")
        }
    }

    @Test("a standing block refuses claims of its line and of no other, at each signature again")
    func block() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.approvedLog(database)
            try await Scene.block(database, "payment", line: Scene.paint)
            #expect(try await database.refusal(as: "contractor", RawRows.claim("c", 10_000)) == nil)
            try await Scene.block(database, "payment", line: Scene.pipe)
            #expect(
                try await database.refusal(as: "contractor", RawRows.claim("d", number: 2, 10_000))
                    == "change_order_is_pending")
            #expect(
                try await database.refusal(
                    as: "supervisor", RawRows.changeClaim("c", "a", RawRows.supervised))
                    == "change_order_is_pending")
        }
    }
}
