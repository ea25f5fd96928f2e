import Harness
import PQ
import Policy
import Testing
import Values

@testable import Tendering

@Suite("General contracting follows its approvals")
struct EPCTenderTests {
    private static func general(_ code: String) -> [SQL] {
        Scene.change { op in
            """
            insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                works_part_fen, goods_part_fen, services_part_fen, planned_method, op_id)
            values (1, \(Seed.id(code)), \(Scene.project), \(code), \(code), 'epc', 255000000, 250000000, 0, 5000000,
                'public_tender', \(op))
            """
        }
    }

    @Test(
        "general contracting is awarded on documents that follow the design, or the decision where it is simplified (EPC-02, INV-04)"
    )
    func guarded() async throws {
        let early = "epc_tender_waits_for_its_approvals"
        for papers in [["preliminary_design_approval"], ["feasibility_approval", "approval_simplification"]] {
            try await Scene.with(mode: "epc") { scene async throws in
                try await scene.act(Scene.budget())
                try await scene.act(Self.general("E"))
                try await scene.act(scene.determine("E"))
                let award = Scene.award("E", 240_000_000)
                for paper in papers {
                    #expect(try await scene.refusal(award) == early, "before \(paper)")
                    try await scene.act(Scene.paper(paper, id: paper))
                }
                #expect(try await scene.refusal(award) == nil, "\(papers)")
            }
        }
    }

    @Test("the documents’ day decides, and so does that of each approval; before 2020-03-01 nothing is asked")
    func days() throws {
        func refused(_ documents: String, _ approvals: [String: String]) throws -> Bool {
            let day = try #require(BusinessDay(iso: documents))
            let facts = TenderFacts(
                project: Scene.project, state: "S10", place: "330302", edition: "e", lots: [], money: nil,
                approvedBudget: nil, committed: .zero, determined: [:], items: [],
                approvals: approvals.compactMapValues { BusinessDay(iso: $0) })
            let parts = EPCParts(works: Fen(250_000_000), goods: .zero, services: Fen(5_000_000))
            let lot = Lot(
                id: "E", code: "E", category: .epc, service: nil, estimate: parts.sum, parts: parts,
                planned: .direct)
            let policy = try TestPolicies.book.get().policy(for: "330302", on: day)
            let found = try EPCTenderRules.start(on: day, of: lot, given: facts, under: policy)
            #expect(found.allSatisfy { $0.citation?.rule == "EPC-02" })
            return !found.isEmpty
        }
        #expect(try refused("2026-01-20", [:]))
        #expect(try !refused("2026-01-20", ["preliminary_design_approval": "2026-01-20"]))
        #expect(try refused("2026-01-20", ["preliminary_design_approval": "2026-01-21"]))
        #expect(try refused("2026-01-20", ["feasibility_approval": "2026-01-05"]))
        #expect(try refused("2026-01-20", ["approval_simplification": "2026-01-05"]))
        let both = ["feasibility_approval": "2026-01-20", "approval_simplification": "2026-01-20"]
        #expect(try !refused("2026-01-20", both))
        #expect(try refused("2026-01-19", both))
        #expect(try refused("2020-03-01", [:]))
        #expect(try !refused("2020-02-29", [:]))
    }
}
