import Harness
import Policy
import Testing
import Values

@testable import Tendering

@Suite("Tendering: the rules of how a tender goes")
struct ProcedureRulesTests {
    private static let day = BusinessDay(iso: "2026-03-05") ?? BusinessDay(daysSince2000: 0)

    static func procedure(
        bidders: Int = 3, won: Int = 1, over: String? = nil, committee: Int = 5, experts: Int = 4,
        until: String = "2026-02-12", bond: String? = nil, answered: String? = "2026-02-11",
        sold: String? = "2026-02-09", prequalified: [String] = []
    ) -> TenderProcedure {
        let day = { (iso: String) in BusinessDay(iso: iso) }
        return TenderProcedure(
            bidders: (1...bidders).map { rank in
                .init(
                    name: "单位\(rank)", organisation: rank == won ? ID(high: 3, low: 3) : nil,
                    rank: rank <= 3 ? rank : nil, passedOver: rank < won ? over : nil)
            },
            committee: (1...committee).map {
                .init(name: "成员\($0)", employer: "专家库", isExpert: $0 <= experts)
            },
            objections: [
                .init(
                    by: "单位2", stage: .result, receivedOn: day("2026-02-10") ?? Self.day,
                    answeredOn: answered.flatMap(day))
            ],
            reportedOn: day("2026-02-09"), candidatesOn: day("2026-02-09"), candidatesUntil: day(until),
            bidBond: bond.map(TenderRulesTests.fen), documentsUntil: sold.flatMap(day),
            prequalificationOn: prequalified.first.flatMap(day),
            prequalificationUntil: prequalified.dropFirst().first.flatMap(day),
            prequalificationDue: prequalified.dropFirst(2).first.flatMap(day))
    }

    private func codes(
        _ procedure: TenderProcedure, verdict: Verdict = .mustTender, estimate: String = "3000000.00",
        of category: Tendering.Category = .works, _ service: ServiceKind? = nil
    ) throws -> [String] {
        let day = { (iso: String) in BusinessDay(iso: iso) ?? Self.day }
        let lot = TenderRulesTests.lot("a", estimate, category, service)
        let facts = TenderFacts(
            project: ID(high: 9, low: 9), state: "S10", place: "330302", edition: "e", lots: [lot],
            money: TenderRulesTests.whole, approvedBudget: nil, committed: .zero,
            determined: ["a": .init(verdict: verdict, asOf: Self.day, isCurrent: true)],
            items: [])
        let tender = JudgedTender(
            lot: lot, facts: facts, winner: ID(high: 3, low: 3), documentsOn: day("2026-01-12"),
            openedOn: day("2026-02-09"), noticeOn: day("2026-02-20"), procedure: procedure)
        return try ProcedureRules.refusals(of: tender, under: TestPolicies.lucheng()).map(\.code)
    }

    @Test("three bidders, five members of whom four are experts, the first wins, three days on the board")
    func whole() throws {
        #expect(try codes(Self.procedure()).isEmpty)
        #expect(try codes(Self.procedure(bidders: 2)) == ["tender_has_its_bidders"])
        #expect(
            try codes(Self.procedure(won: 4)) == [
                "winner_is_among_its_bidders", "candidates_are_few_and_ranked",
            ])
        #expect(try codes(Self.procedure(won: 2)) == ["first_candidate_wins"])
        #expect(try codes(Self.procedure(won: 2, over: "gave_up")).isEmpty)
        #expect(try codes(Self.procedure(committee: 6, experts: 6)) == ["committee_is_large_and_odd"])
        #expect(try codes(Self.procedure(experts: 3)) == ["committee_is_mostly_experts"])
        #expect(try codes(Self.procedure(committee: 7, experts: 5)).isEmpty)
        #expect(try codes(Self.procedure(committee: 7, experts: 4)) == ["committee_is_mostly_experts"])
        #expect(try codes(Self.procedure(until: "2026-02-11")) == ["candidates_are_posted_their_days"])
        #expect(try codes(Self.procedure(until: "2026-02-20")) == ["candidates_are_posted_their_days"])
        #expect(try codes(Self.procedure(answered: nil)) == ["award_waits_for_its_objections"])
        #expect(try codes(TenderProcedure()) == ["award_tells_its_tender"])
        #expect(try codes(TenderProcedure(), verdict: .notMandatory).isEmpty)
        #expect(try codes(Self.procedure(committee: 3), verdict: .notMandatory).isEmpty)
    }

    @Test(
        "tender documents are on sale for five days, and five more follow for a prequalification (PRO-2, PRO-3)"
    )
    func sale() throws {
        #expect(try codes(Self.procedure(sold: nil)) == ["award_tells_its_tender"])
        #expect(try codes(Self.procedure(sold: "2026-01-16")) == ["documents_are_sold_their_days"])
        #expect(try codes(Self.procedure(sold: "2026-01-16"), verdict: .notMandatory).isEmpty)
        let first = "2025-12-22"
        func applied(_ until: String, _ due: String) throws -> [String] {
            try codes(Self.procedure(prequalified: [first, until, due]))
        }
        #expect(try applied("2025-12-27", "2026-01-01").isEmpty)
        #expect(try applied("2025-12-26", "2026-01-01") == ["documents_are_sold_their_days"])
        #expect(try applied("2025-12-27", "2025-12-31") == ["prequalification_leaves_its_days"])
    }

    @Test("a bid bond stays within a fiftieth of the estimate, and its cap, to the fen (PRO-13)")
    func bonds() throws {
        let over = ["bid_bond_stays_within_its_cap"]
        #expect(try codes(Self.procedure(bond: "60000.00")).isEmpty)
        #expect(try codes(Self.procedure(bond: "60000.01")) == over)
        #expect(try codes(Self.procedure(bond: "800000.00"), estimate: "50000000.00").isEmpty)
        #expect(try codes(Self.procedure(bond: "800000.01"), estimate: "50000000.00") == over)
        let design = { (bond: String) in
            try codes(
                Self.procedure(bond: bond), estimate: "8000000.00", of: Tendering.Category.service,
                ServiceKind.design)
        }
        #expect(try design("100000.00").isEmpty)
        #expect(try design("100000.01") == over)
    }

    @Test("what was late stands, and is told")
    func late() throws {
        let policy = try TestPolicies.lucheng()
        #expect(try ProcedureRules.late(Self.procedure(), under: policy).isEmpty)
        #expect(try ProcedureRules.late(Self.procedure(answered: "2026-02-14"), under: policy).count == 1)
    }
}
