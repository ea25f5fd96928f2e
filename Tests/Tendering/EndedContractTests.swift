import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: what an ended contract left")
struct EndedContractTests {
    /// Ends a contract past its own guards, after so many thousandths of its line were logged.
    private static func end(_ scene: Scene, _ code: String, logged milli: Int64 = 0) async throws {
        let contract = Seed.id("contract:" + code)
        let op = Seed.id("op:scene")
        var statements: [SQL] = [
            "set local session_replication_role = replica",
            """
            insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id, op_id)
            values (1, \(contract), \(Scene.project), '2026-03-02', '解除', \(Seed.id("end")), \(op))
            """,
        ]
        if milli > 0 {
            statements += [
                """
                insert into app.daily_log (district, daily_log_id, project_id, contract_id, section, organisation_id,
                    kind, logged_on, state, headcount, weather, written_by, written_on, edition, lock_days, late, op_id)
                select 1, contract_id, project_id, contract_id, 'A', contractor_id, 'construction', '2026-03-01',
                    'submitted', 9, '晴', \(Seed.id("person:contractor")), '2026-03-01', \(scene.edition), 2, false, \(op)
                from app.contract where contract_id = \(contract)
                """,
                """
                insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id,
                    quantity_milli, op_id)
                values (1, \(contract), 1, \(Seed.id("line:" + code + "L1")), \(Scene.project), \(milli), \(op))
                """,
            ]
        }
        try await scene.database.owner.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
    }

    private func card(_ scene: Scene, _ code: String) async throws -> (state: String, taken: Int64?) {
        let rows = try await scene.database.owner.read([
            """
            select state, taken_by_ended_fen as taken from app.package_card where package_id = \(Seed.id(code))
            """
        ])
        let row = try rows[0].one()
        return (try row.text("state"), try row.optionalInt64("taken"))
    }

    private static func set(_ code: String, to estimate: Int64) -> [SQL] {
        Scene.change { op in
            """
            update app.package set estimate_fen = \(estimate), version = version + 1, op_id = \(op)
            where package_id = \(Seed.id(code))
            """
        }
    }

    @Test("the rest is signed anew for the same package, and what was built counts beside it, once")
    func rest() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget(approved: 100_000_000))
            try await scene.act(Scene.package("A", 100_000_000))
            try await scene.act(scene.determine("A"))
            // A thousand metres at 600 yuan, of which 500 are built.
            try await scene.act(Scene.contract("A", 90_000_000, price: 60_000))
            try await Self.end(scene, "A", logged: 500_000)
            #expect(try await card(scene, "A") == ("ended", 30_000_000))
            #expect(
                try await scene.refusal(Scene.contract("A", 70_000_001, id: "rest"))
                    == "direct_contract_stays_within_its_estimate")
            try await scene.act(Scene.contract("A", 70_000_000, id: "rest", milli: 500_000))
            #expect(
                try await scene.refusal(Scene.contract("A", 1_000_000, id: "third"))
                    == "package_has_one_contract")
            #expect(try await card(scene, "A") == ("signed", 30_000_000))
            // All of the budget is taken: 30 built and 70 signed.
            #expect(try await scene.refusal(Scene.package("B", 1)) == "packages_stay_within_budget")
        }
    }

    @Test("ended and signed in pieces it stays the whole: its tender is asked of the rest (TEN-6, TEN-11)")
    func whole() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 500_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.contract("A", 490_000_000, "public_tender"))
            try await Self.end(scene, "A")
            #expect(try await card(scene, "A") == ("ended", 0))
            #expect(
                try await scene.refusal(Scene.contract("A", 100_000_000, id: "rest"))
                    == "contract_follows_its_determination")
            #expect(try await scene.refusal(Self.set("A", to: 390_000_000)) == "package_is_fixed_once_signed")
            // The award of the contract that ended serves no other; the rest is tendered.
            let old = Scene.contract("A", 490_000_000, "public_tender", id: "rest", award: false)
            #expect(try await scene.refusal(old) == "tendered_contract_rests_on_its_award")
            try await scene.act(Self.set("A", to: 510_000_000))
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(Scene.award("A", 505_000_000, id: "again"))
            try await scene.act(
                Scene.contract("A", 505_000_000, "public_tender", id: "rest", award: false, resting: "again"))
        }
    }

    @Test("the rules count as the database does")
    func rules() {
        let lot = TenderRulesTests.lot("a", "1000000.00", taken: "300000.00")
        #expect(lot.value == TenderRulesTests.fen("1000000.00"))
        #expect(
            lot.signing(TenderRulesTests.fen("700000.01")).value == TenderRulesTests.fen("1000000.01"))
    }
}
