import Harness
import PQ
import Policy
import Testing
import Values

@testable import Tendering

@Suite("Tendering: how a tender went")
struct ProcedureGuardTests {
    /// A package of 250 that must be tendered together with its neighbour, determined.
    private func ready(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(Scene.package("B", 200_000_000))
            for code in ["A", "B"] { try await scene.act(scene.determine(code)) }
            try await body(scene)
        }
    }

    private static let winner = Scene.contractor

    private static func objection(_ stage: String, _ received: String, _ answered: String?) -> String {
        let answer = answered.map { ",\"answered_on\":\"\($0)\"" } ?? ""
        return "[{\"by\":\"甲\",\"stage\":\"\(stage)\",\"received_on\":\"\(received)\"\(answer)}]"
    }

    @Test(
        "an award of what had to be tendered says how it went, and it went by the law (PRO-5…PRO-10, PRO-13)")
    func forms() async throws {
        try await ready { scene async throws in
            let bidders = { (ranks: [Int?], over: String?) in
                Told(bidders: Told.bidders(Self.winner, ranks: ranks, over: over))
            }
            let cases: [(Told, String)] = [
                (Told.nothing, "award_tells_its_tender"),
                (Told(committee: nil), "award_tells_its_tender"),
                (bidders([2, 1], nil), "tender_has_its_bidders"),
                (Told(bidders: Told.bidders(Seed.id("org:contractor2"))), "winner_is_among_its_bidders"),
                (
                    Told(bidders: Told.bidders(Self.winner).replacing("投标单位1", with: " 投标单位 0")),
                    "tender_has_its_bidders"
                ),
                (
                    Told(
                        bidders: Told.bidders(Self.winner).replacing(
                            "\"投标单位1\"", with: "\"投标单位1\",\"organisation\":\"\(Self.winner)\"")),
                    "bidders_are_independent"
                ),
                (
                    Told(
                        bidders: Told.bidders(Self.winner).replacing(
                            "\"投标单位1\"",
                            with: "\"投标单位1\",\"organisation\":\"\(Seed.id("org:street"))\"")),
                    "bidders_are_independent"
                ),
                (Told(committee: Told.members(4, experts: 4)), "committee_is_large_and_odd"),
                (Told(committee: Told.members(3, experts: 3)), "committee_is_large_and_odd"),
                (Told(committee: Told.members(5, experts: 3)), "committee_is_mostly_experts"),
                (Told(committee: Told.members(7, experts: 4)), "committee_is_mostly_experts"),
                (
                    Told(committee: Told.members(5, experts: 4, of: "投标 单位1")),
                    "committee_holds_no_bidder"
                ),
                (bidders([2, 3, 4, 1], nil), "candidates_are_few_and_ranked"),
                (bidders([1, 1, 2], nil), "candidates_are_few_and_ranked"),
                (bidders([1, 2, nil], nil), "candidates_are_few_and_ranked"),
                (bidders([1, 3, 2], nil), "first_candidate_wins"),
                (bidders([1, 3, 2], "cheaper"), "first_candidate_wins"),
                (Told(until: "2026-02-11"), "candidates_are_posted_their_days"),
                (Told(until: "2026-02-20"), "candidates_are_posted_their_days"),
                (
                    Told(objections: Self.objection("tender_documents", "2026-01-28", "2026-02-10")),
                    "award_waits_for_its_objections"
                ),
                (
                    Told(objections: Self.objection("evaluation_result", "2026-02-11", "2026-02-21")),
                    "award_waits_for_its_objections"
                ),
                (
                    Told(objections: Self.objection("evaluation_result", "2026-02-11", nil)),
                    "award_waits_for_its_objections"
                ),
                (Told(hidesSale: true), "award_tells_its_tender"),
                (Told(sold: "2026-01-24"), "documents_are_sold_their_days"),
                (Told(sold: "2026-02-10"), "sale_ends_before_the_opening"),
                (
                    Told(prequalified: ["2025-12-20", "2025-12-24", "2026-01-02"]),
                    "documents_are_sold_their_days"
                ),
                (
                    Told(prequalified: ["2025-12-20", "2025-12-25", "2025-12-29"]),
                    "prequalification_leaves_its_days"
                ),
                (Told(prequalified: ["2025-12-20", nil, "2025-12-30"]), "prequalification_is_told_whole"),
                (
                    Told(prequalified: ["2025-12-20", "2026-01-08", "2026-01-21"]),
                    "prequalification_is_told_whole"
                ),
                (Told(bond: 5_000_001), "bid_bond_stays_within_its_cap"),
                (Told(bond: 0), "bid_bond_is_a_sum"), (Told(bidders: "{}"), "tender_lists_are_lists"),
                (Told(reported: "2026-02-08"), "tender_days_follow_each_other"),
                (Told(until: "2026-02-21"), "tender_days_follow_each_other"),
            ]
            for (told, code) in cases {
                let award = Scene.award("A", 240_000_000, telling: told)
                #expect(try await scene.refusal(award) == code, "\(told)")
            }
            var whole = bidders([1, 3, 2], "gave_up")
            whole.committee = Told.members(7, experts: 5)
            whole.objections = Self.objection("tender_documents", "2026-01-28", "2026-02-09")
            whole.bond = 5_000_000
            whole.prequalified = ["2025-12-20", "2025-12-25", "2025-12-30"]
            try await scene.act(Scene.award("A", 240_000_000, telling: whole))
        }
    }

    @Test(
        "a control link keeps two units out of one tender; two under one controller are not so bound (PRO-19)"
    )
    func linked() async throws {
        let both = Told.bidders(Self.winner).replacing(
            "\"投标单位1\"", with: "\"投标单位1\",\"organisation\":\"\(Seed.id("org:contractor2"))\"")
        for (kind, code) in [
            ("controls", "bidders_are_independent"), ("same_controller", nil),
        ] as [(String, String?)] {
            try await ready { scene async throws in
                try await scene.database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        """
                        insert into auth.control_link (organisation_id, controlled_id, kind, evidence, valid_from)
                        values (\(Self.winner), \(Seed.id("org:contractor2")), \(kind), '公示', '2025-01-01')
                        """
                    ])
                }
                let award = Scene.award("A", 240_000_000, telling: Told(bidders: both))
                #expect(try await scene.refusal(award) == code)
            }
        }
    }

    @Test("a free tender tells what it likes, and is asked again once it had to be one")
    func free() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 100_000_000))
            try await scene.act(scene.determine("A"))
            let two = Told(bidders: Told.bidders(Self.winner, ranks: [2, 1]))
            #expect(
                try await scene.refusal(Scene.award("A", 90_000_000, telling: two))
                    == "tender_has_its_bidders")
            try await scene.act(Scene.award("A", 90_000_000, telling: .nothing))
            try await scene.act(Scene.package("B", 350_000_000))
            try await scene.act(scene.determine("A", round: 2))
            let signed = Scene.contract("A", 90_000_000, "public_tender", award: false)
            #expect(try await scene.refusal(signed) == "award_tells_its_tender")
        }
    }
}
