import Harness
import PQ
import Policy
import Testing
import Values
import Web

@testable import Works
@testable import WorksService

@Suite("Works: what a settlement rests on")
struct SettlementTests {
    private func day(_ text: String) throws -> BusinessDay { try #require(BusinessDay(iso: text)) }

    private func reasons(
        _ basis: SettlementBasis, law: String? = nil, signed: String, enterprise: String? = nil,
        again: Bool = false
    ) throws -> [String] {
        let policy = try TestPolicies.book.get().policy(for: "330302", on: try day(signed))
        let facts = ContractMoneyFacts(
            project: Scene.project, place: "330302", edition: "", signedOn: try day(signed),
            enterprise: enterprise, hasBasis: again)
        return try SettlementRules.basing(on: basis, law: law, of: facts, under: policy).refusals.map(\.code)
    }

    @Test("a settlement rests on an audit only as the law of the day of signing lets it (PAY-4)")
    func basis() throws {
        let blocked = ["settlement_rests_on_an_audit_the_law_allows"]
        #expect(try reasons(.stateAuditByContract, signed: "2020-08-31") == [])
        #expect(try reasons(.stateAuditByContract, signed: "2020-09-01") == [])
        #expect(try reasons(.stateAuditByContract, signed: "2025-05-31") == [])
        #expect(try reasons(.stateAuditByContract, signed: "2025-06-01") == blocked)
        #expect(
            try reasons(.stateAuditByContract, signed: "2025-06-01", enterprise: "small_or_medium") == blocked
        )
        #expect(try reasons(.stateAuditByContract, signed: "2025-06-01", enterprise: "large") == [])
        #expect(try reasons(.stateAuditByLaw, law: "某法 第十条", signed: "2025-06-01") == [])
        #expect(
            try reasons(.stateAuditByLaw, law: " ", signed: "2025-06-01") == [
                "settlement_basis_names_its_law"
            ])
        #expect(
            try reasons(.agreedBill, law: "某法", signed: "2025-06-01", again: true) == [
                "settlement_basis_is_one_of_its_contract", "settlement_basis_names_its_law",
            ])
    }

    @Test("raw SQL records no basis that the law of the day of signing forbids, and one of a contract")
    func guards() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let byContract = RawRows.basis("state_audit_by_contract")
            for (code, row) in [
                ("settlement_rests_on_an_audit_the_law_allows", byContract),
                ("settlement_basis_is_known", RawRows.basis("custom")),
                ("settlement_basis_names_its_law", RawRows.basis("state_audit_by_law")),
                ("settlement_basis_names_its_law", RawRows.basis("agreed_bill").with(["law": "'某法'"])),
                ("settlement_basis_names_its_clause", RawRows.basis("agreed_bill").with(["evidence": "' '"])),
            ] {
                #expect(try await database.refusal(as: "street", row.statements) == code, "\(code)")
            }
            try await RawRows.put(database, Seed.opened("app.settlement_basis"))
            #expect(
                try await database.refusal(as: "contractor", RawRows.basis("agreed_bill").statements)
                    == "contract_money_is_kept_by_the_construction_unit")
            try await RawRows.put(
                database,
                ["update app.contract set signed_on = '2025-05-31' where contract_id = \(Scene.contract)"])
            let both = try await database.race(
                ("street", byContract.statements),
                ("street2", RawRows.basis("agreed_bill").again(as: "2").statements))
            #expect(both.0 == nil && both.1 == "settlement_basis_is_one_of_its_contract", "\(both)")
        }
    }

    @Test(
        "by the routes: refused with its clause and what lifts it, recorded once, read with what is allowed")
    func routes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let path = "/v1/contracts/\(Scene.contract)/settlement-basis"
            func record(_ basis: String) async -> Response {
                await site.send(
                    .post, path, as: "street", ["basis": .text(basis), "evidence": "专用条款 17.1"])
            }
            let before = await site.send(.get, path, as: "contractor")
            #expect(before.json?["basis"] == .null, "\(before.text)")
            #expect(before.json?["allowed"] == ["agreed_bill", "state_audit_by_law"])
            let forced = await record("state_audit_by_contract")
            #expect(
                forced.refusalCodes == ["settlement_rests_on_an_audit_the_law_allows"], "\(forced.text)")
            #expect(forced.json?["refusals"]?.list?.first?["source"]?["rule"] == "PAY-4")
            #expect(await record("state_audit_by_law").refusalCodes == ["settlement_basis_names_its_law"])
            #expect(await record("agreed_bill").status == 201)
            #expect(await record("agreed_bill").refusalCodes == ["settlement_basis_is_one_of_its_contract"])
            let after = await site.send(.get, path, as: "contractor")
            #expect(after.json?["basis"] == "agreed_bill", "\(after.text)")
        }
    }

    @Test("an audit that is missing neither moves the day of paying nor refuses the payment (K26)")
    func unaudited() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await database.act(
                as: "street",
                RawRows.basis("state_audit_by_law").with(["law": "'某法 第十条'"]).statements)
            try await RawRows.claimToCertify(database)
            // Thirty days after the certificate, as without the clause; a later day is refused.
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "x", nominal: "2026-06-01"))
                    == "certified_claim_starts_its_clock")
            try await database.act(as: "street", RawRows.certify("c", "ok"))
            let audited = try await database.owner.read("select count(*) as n from app.final_account").one()
            #expect(try audited.int64("n") == 0)
            let site = try Scene.site(database)
            let paid = await site.send(
                .post, "/v1/payment-claims/\(Seed.id("claim:c"))/payments", as: "street",
                [
                    "id": .text("\(Seed.id("p"))"), "amount_fen": 3_000_000, "voucher": "V-1",
                    "paid_on": "2026-03-02",
                ])
            #expect(paid.status == 201, "\(paid.text)")
            #expect(paid.json?["due_on"] == "2026-04-01")
            #expect(paid.json?["owed_fen"] == 0)
        }
    }
}
