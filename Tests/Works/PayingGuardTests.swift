import Harness
import PQ
import Testing
import Values

@Suite("Works: the clock of paying, in the database")
struct PayingGuardTests {
    private func refusal(_ database: TestDatabase, _ row: RawRow) async throws -> String? {
        try await database.refusal(as: "street", row.statements)
    }

    @Test(
        "a claim is certified with its clock, by the law's days or the contract's, and a large enterprise without"
    )
    func clock() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            for (code, row) in [
                ("payment_term_is_not_too_long", RawRows.term(61)),
                ("payment_term_has_its_days", RawRows.term(0)),
                ("payment_term_enterprise_is_known", RawRows.term(30, "tiny")),
                ("payment_term_names_its_clause", RawRows.term(30).with(["evidence": "''"])),
            ] {
                #expect(try await refusal(database, row) == code, "\(code)")
            }
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "x", nominal: "2026-04-02"))
                    == "certified_claim_starts_its_clock")
            let both = try await database.race(
                ("street", RawRows.term(45).statements),
                ("street2", RawRows.term(60).again(as: "2").statements))
            #expect(both.0 == nil && both.1 == "payment_term_is_one_of_its_contract", "\(both)")
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "y"))
                    == "certified_claim_starts_its_clock")
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "z", nominal: "2026-04-16"))
                    == nil)
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            try await database.act(as: "street", RawRows.term(90, "large").statements)
            #expect(
                try await database.refusal(as: "street", RawRows.changeClaim("c", "large", RawRows.certified))
                    == nil)
        }
    }

    @Test("a term and a certificate race: the second is refused, whichever it is")
    func termRace() async throws {
        for termFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                try await RawRows.claimToCertify(database)
                let term = (login: "street2", statements: RawRows.term(45).statements)
                let certificate = (login: "street", statements: RawRows.certify("c", "race"))
                let outcome =
                    termFirst
                    ? try await database.race(term, certificate) : try await database.race(certificate, term)
                #expect(outcome.0 == nil)
                #expect(
                    outcome.1
                        == (termFirst
                            ? "certified_claim_starts_its_clock" : "payment_term_comes_before_its_claims"))
            }
        }
    }

    @Test("raw SQL pays no more than is payable, after the certificate, with the interest of its lateness")
    func paying() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            #expect(try await refusal(database, RawRows.payment("a", 1)) == "payment_follows_its_certificate")
            try await database.act(as: "street", RawRows.retention().statements)
            try await database.act(as: "street", RawRows.certify("c", "ok", holding: 90_000))
            for (code, row) in [
                ("payment_stays_within_its_claim", RawRows.payment("b", 2_910_001)),
                ("payment_is_not_dated_ahead", RawRows.payment("c", 1, on: "2026-03-03")),
                ("payment_follows_its_certificate", RawRows.payment("d", 1, on: "2026-03-01")),
                ("payment_has_an_amount", RawRows.payment("e", 0)),
                ("payment_names_its_voucher", RawRows.payment("f", 1).with(["voucher": "''"])),
                ("payment_lateness_is_counted", RawRows.payment("g", 1).with(["days_late": "1"])),
                ("payment_interest_is_by_the_rate", RawRows.payment("h", 1).with(["due_on": "null"])),
                ("payment_interest_has_its_finding", RawRows.payment("i", 1).with(["interest_fen": "1"])),
            ] {
                #expect(try await refusal(database, row) == code, "\(code)")
            }
            try await RawRows.put(database, Seed.opened("app.payment"))
            #expect(
                try await database.refusal(as: "contractor", RawRows.payment("x", 1).statements)
                    == "contract_money_is_kept_by_the_construction_unit")
            let much = try await database.race(
                ("street", RawRows.payment("first", 2_000_000).statements),
                ("street2", RawRows.payment("second", 910_001).statements))
            #expect(much.0 == nil && much.1 == "payment_stays_within_its_claim", "\(much)")
            let same = RawRows.payment("fourth", 1).with(["voucher": "'third'"])
            let vouchers = try await database.race(
                ("street", RawRows.payment("third", 1).statements), ("street2", same.statements))
            #expect(vouchers.0 == nil && vouchers.1 == "payment_voucher_is_one", "\(vouchers)")
        }
    }
}
