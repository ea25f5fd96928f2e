import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: guards raced by two sessions")
struct TenderingRaceGuardTests {
    private func set(_ code: String, _ assignment: SQL) -> [SQL] {
        Scene.change { op in
            "update app.package set " + assignment
                + """
                , version = version + 1, op_id = \(op) where district = 1 and package_id = \(Seed.id(code))
                """
        }
    }

    /// A budget, and packages each determined: small ones by default, which belong together.
    private func ready(
        _ packages: [(String, Int64)], _ body: @Sendable (Scene) async throws -> Void
    ) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            for (code, estimate) in packages { try await scene.act(Scene.package(code, estimate)) }
            for (code, _) in packages { try await scene.act(scene.determine(code)) }
            try await body(scene)
        }
    }

    @Test("one budget document adjusts the budget once")
    func adjustments() async throws {
        try await ready([]) { scene async throws in
            try await scene.approve(2_250_000_000, id: "调 1")
            let adjust = { (fen: Int64) in
                Scene.change { op in
                    """
                    update app.project_budget set approved_budget_fen = \(fen), total_investment_fen = \(fen),
                        adjustment_number = '调 1',
                        adjustment_ground = 'price', paper_id = \(Seed.id("调 1")), version = version + 1,
                        op_id = \(op) where district = 1
                    """
                }
            }
            #expect(
                try await scene.lost(adjust(2_250_000_000), adjust(2_250_000_000))
                    == "budget_adjustment_has_its_approval")
        }
    }

    @Test("two contracts of one number, or of one package, do not both stand")
    func contracts() async throws {
        try await ready([("A", 100_000_000), ("B", 100_000_000)]) { scene async throws in
            let first = Scene.contract("A", 90_000_000)
            let again = Scene.contract("A", 90_000_000, id: "again")
            #expect(try await scene.lost(first, again) == "package_has_one_contract")
            #expect(try await scene.refusal(again) == "package_has_one_contract")
        }
        try await ready([("A", 100_000_000), ("B", 100_000_000)]) { scene async throws in
            let one = Scene.contract("A", 90_000_000)
            let other = Scene.contract("B", 90_000_000, number: "A")
            #expect(try await scene.lost(one, other) == "contract_number_is_one")
            #expect(try await scene.refusal(other) == "contract_number_is_one")
        }
    }

    @Test("a determination that goes, or grows old, before the signature refuses it")
    func determinations() async throws {
        try await ready([("A", 100_000_000)]) { scene async throws in
            #expect(
                try await scene.lost(set("A", "determination_id = null"), Scene.contract("A", 90_000_000))
                    == "contract_waits_for_determination")
        }
        try await ready([("A", 500_000_000)]) { scene async throws in
            #expect(
                try await scene.lost(
                    Scene.package("B", 1_000_000), Scene.contract("A", 490_000_000, "public_tender"))
                    == "determination_is_up_to_date")
        }
        try await ready([("A", 100_000_000)]) { scene async throws in
            let old = try await scene.lost(Scene.package("B", 350_000_000), scene.determine("A", round: 2))
            #expect(old == "determination_agrees_with_its_figures")
        }
    }

    @Test("two estimates that fall across the line only together: the second explains itself")
    func estimates() async throws {
        try await ready([("A", 250_000_000), ("B", 200_000_000)]) { scene async throws in
            #expect(
                try await scene.lost(
                    set("A", "estimate_fen = 220000000"), set("B", "estimate_fen = 175000000"))
                    == "estimate_cut_across_line_is_explained")
        }
    }

    @Test("a package and its contract, raced: not re-estimated once signed, nor added to a closed project")
    func packages() async throws {
        try await ready([("A", 100_000_000)]) { scene async throws in
            #expect(
                try await scene.lost(Scene.contract("A", 90_000_000), set("A", "estimate_fen = 1"))
                    == "package_is_fixed_once_signed")
        }
        try await ready([]) { scene async throws in
            #expect(
                try await scene.lost(Scene.package("A", 1), Scene.package("A", 2, id: "again"))
                    == "package_code_is_one")
            let (closed, added) = try await scene.database.race(
                (
                    TestDatabase.anOperator,
                    ["set local session_replication_role = replica", "update app.project set state = 'S23'"]
                ), ("street", Scene.package("C", 1)))
            #expect(closed == nil && added == "package_is_of_an_open_project")
            #expect(try await scene.refusal(Scene.package("C", 1)) == "package_is_of_an_open_project")
        }
    }

    @Test("a group is widened and not narrowed by who came second")
    func widening() async throws {
        try await ready([]) { scene async throws in
            let service = Scene.change { op in
                """
                insert into app.package (district, package_id, project_id, code, title, category, service_kind,
                    estimate_fen, planned_method, op_id)
                values (1, \(Seed.id("S")), \(Scene.project), 'S', '监理', 'service', 'supervision', 100, 'direct', \(op))
                """
            }
            try await scene.act(service)
            #expect(
                try await scene.lost(set("S", "widened = true"), set("S", "widened = false"))
                    == "package_group_only_widens")
            #expect(try await scene.refusal(set("S", "widened = false")) == "package_group_only_widens")
        }
    }

    @Test("money of split lots is held, whichever of the lot and the payment is first")
    func payments() async throws {
        let pay: SQL = "select app.refuse_when_blocked(1, \(Scene.project), 'payment')"
        try await ready([("A", 250_000_000)]) { scene async throws in
            try await scene.act(Scene.contract("A", 240_000_000))
            let (added, paid) = try await scene.database.race(
                ("street", Scene.package("B", 200_000_000)), (TestDatabase.anOperator, [pay]))
            #expect(added == nil && paid == "lots_are_tendered_together")
            #expect(try await scene.database.refusal(ofOwner: [pay]) == "lots_are_tendered_together")
        }
    }
}
