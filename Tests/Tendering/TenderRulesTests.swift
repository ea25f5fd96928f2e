import Harness
import Policy
import Testing
import Values

@testable import Tendering

@Suite("Tendering: what must be tendered")
struct TenderRulesTests {
    static func fen(_ yuan: String) -> Fen { Fen(yuan: yuan) ?? .zero }

    static let whole = FundingSources(
        total: fen("22600000.00"), budgetFunds: fen("22600000.00"), soeDominant: false)

    static func lot(
        _ id: String, _ yuan: String, _ category: Tendering.Category = .works, _ service: ServiceKind? = nil,
        combinable: Bool = true, widened: Bool = false, planned: AwardMethod = .direct,
        taken: String? = nil
    ) -> Lot {
        Lot(
            id: id, code: id, category: category, service: service, estimate: fen(yuan),
            combinable: combinable, widened: widened, planned: planned, taken: taken.map(fen))
    }

    private func verdicts(_ lots: [Lot], _ money: FundingSources = whole) throws -> [Verdict] {
        try TenderRules.findings(for: lots, paidBy: money, under: TestPolicies.lucheng()).map(\.verdict)
    }

    @Test(
        "a single purchase reaches its line at the line itself, to the fen (TEN-3, TEN-4, TEN-5, CV-01)",
        arguments: [
            (lot("a", "4000000.00"), Verdict.mustTender), (lot("a", "3999999.99"), .notMandatory),
            (lot("a", "2000000.00", .goods), .mustTender), (lot("a", "1999999.99", .goods), .notMandatory),
            (lot("a", "1000000.00", .service, .design), .mustTender),
            (lot("a", "999999.99", .service, .supervision), .notMandatory),
            (lot("a", "5000000.00", .service, .costConsulting), .notMandatory),
        ])
    func single(lot: Lot, verdict: Verdict) throws {
        #expect(try verdicts([lot]) == [verdict])
    }

    @Test(
        "the project's money decides whether anything is mandatory (TEN-1a, TEN-1b, K25)",
        arguments: [
            ("1999999.99", "15000000.00", false, Verdict.notMandatory),
            ("2500000.00", "26000000.00", false, .notMandatory),
            ("2000000.00", "20000000.00", false, .mustTender),
            ("2000000.00", "20000000.01", false, .notMandatory), ("0.00", "20000000.00", true, .mustTender),
        ])
    func scope(budget: String, total: String, soe: Bool, verdict: Verdict) throws {
        let money = FundingSources(total: Self.fen(total), budgetFunds: Self.fen(budget), soeDominant: soe)
        #expect(try verdicts([Self.lot("a", "4000000.00")], money) == [verdict])
    }

    @Test("lots of one kind that belong together count together, each of them (TEN-6)")
    func group() throws {
        #expect(
            try verdicts([Self.lot("a", "2500000.00"), Self.lot("b", "2000000.00")]) == [
                .mustTender, .mustTender,
            ])
        #expect(
            try verdicts([
                Self.lot("a", "600000.00", .service, .design), Self.lot("b", "400000.00", .service, .design),
            ])
                == [.mustTender, .mustTender])
    }

    @Test("design and supervision are different kinds, unless a person counts them together (TEN-6)")
    func kinds() throws {
        let design = Self.lot("a", "600000.00", .service, .design)
        #expect(
            try verdicts([design, Self.lot("b", "450000.00", .service, .supervision)]) == [
                .notMandatory, .notMandatory,
            ])
        #expect(
            try verdicts([
                Self.lot("a", "600000.00", .service, .design, widened: true),
                Self.lot("b", "450000.00", .service, .supervision, widened: true),
            ]) == [.mustTender, .mustTender])
    }

    @Test("a lot split off with a reason is counted alone; works and goods are never summed")
    func apart() throws {
        #expect(
            try verdicts([Self.lot("a", "2500000.00"), Self.lot("b", "2000000.00", combinable: false)])
                == [.notMandatory, .notMandatory])
        #expect(
            try verdicts([Self.lot("a", "3000000.00"), Self.lot("b", "1500000.00", .goods)])
                == [.notMandatory, .notMandatory])
    }

    @Test(
        "one part at its line brings the whole EPC into tendering; the total does not (TEN-9)",
        arguments: [
            ("3999900.00", "1999900.00", "999900.00", Verdict.notMandatory),
            ("3500000.00", "1000000.00", "1000000.00", .mustTender),
            ("3500000.00", "0.00", "1200000.00", .mustTender), ("4000000.00", "0.00", "0.00", .mustTender),
        ])
    func epc(works: String, goods: String, services: String, verdict: Verdict) throws {
        let parts = EPCParts(works: Self.fen(works), goods: Self.fen(goods), services: Self.fen(services))
        let lot = Lot(id: "a", code: "a", category: .epc, estimate: parts.sum, parts: parts)
        let found = try TenderRules.finding(
            for: lot, among: [lot], paidBy: Self.whole, under: TestPolicies.lucheng())
        #expect(found.verdict == verdict)
        #expect(found.question == "epc_tender")
    }

    @Test("of whole-process consulting only the listed part counts (WPC-6)")
    func consulting() throws {
        func lot(_ listed: String) -> Lot {
            Lot(
                id: "a", code: "a", category: .service, service: .wholeProcessConsulting,
                estimate: Self.fen("1500000.00"), listedPart: Self.fen(listed))
        }
        #expect(try verdicts([lot("900000.00")]) == [.notMandatory])
        #expect(try verdicts([lot("1100000.00")]) == [.mustTender])
        #expect(try verdicts([lot("1000000.00")]) == [.mustTender])
        #expect(try verdicts([lot("999999.99")]) == [.notMandatory])
    }

    @Test(
        "an unlisted service still asks for the procurement rules; works below the line for the district's own"
    )
    func besides() throws {
        let policy = try TestPolicies.lucheng()
        let cost = Self.lot("a", "5000000.00", .service, .costConsulting)
        #expect(
            try TenderRules.finding(for: cost, among: [cost], paidBy: Self.whole, under: policy).alsoCheck
                == "government_procurement")
        let small = Self.lot("a", "3999900.00")
        let route = try #require(
            try TenderRules.finding(for: small, among: [small], paidBy: Self.whole, under: policy).route)
        #expect(route.name == "LC-91")
        #expect(route.needsSource)
    }

    @Test(
        "splitting shows as a stop on every lot planned without tender, closeness to the line as a warning (S1, S2)"
    )
    func signs() throws {
        let policy = try TestPolicies.lucheng()
        let split = try TenderRules.signs(
            of: [
                Self.lot("a", "1500000.00"), Self.lot("b", "1500000.00"),
                Self.lot("c", "1500000.00", planned: .publicTender),
            ], paidBy: Self.whole, under: policy)
        #expect(split.map(\.code) == ["S1", "S1"])
        #expect(split.allSatisfy { $0.severity == .stop && $0.lots == ["a", "b", "c"] })
        let near = try TenderRules.signs(of: [Self.lot("a", "3999900.00")], paidBy: Self.whole, under: policy)
        #expect(near.map(\.code) == ["S2"])
        #expect(
            try TenderRules.signs(of: [Self.lot("a", "3599999.99")], paidBy: Self.whole, under: policy)
                .isEmpty)
    }

    @Test("an estimate that falls across the line after a determination waits for its explanation (S6)")
    func cut() throws {
        let policy = try TestPolicies.lucheng()
        let lots = [Self.lot("a", "2500000.00"), Self.lot("b", "2000000.00")]
        func decide(_ explanation: String?, to yuan: String = "1400000.00") throws -> [String] {
            try TenderRules.reestimate(
                lots[1], to: lots[1].estimated(Self.fen(yuan), parts: nil, listedPart: nil), among: lots,
                determined: ["a", "b"], paidBy: Self.whole, explanation: explanation, under: policy
            ).refusals.map(\.code)
        }
        #expect(try decide(nil) == ["estimate_cut_across_line_is_explained"])
        #expect(try decide("核减沥青面层").isEmpty)
        #expect(try decide(nil, to: "1600000.00").isEmpty)
    }

    private static func general(
        _ id: String, _ works: String, _ goods: String = "0.00", _ services: String = "0.00",
        combinable: Bool = true, planned: AwardMethod = .negotiation
    ) -> Lot {
        let parts = EPCParts(works: fen(works), goods: fen(goods), services: fen(services))
        return Lot(
            id: id, code: id, category: .epc, estimate: parts.sum, parts: parts, combinable: combinable,
            planned: planned)
    }

    @Test("the parts of general contracts count with lots and parts of their kind (TEN-6, TEN-9)")
    func generals() throws {
        typealias Own = TenderRulesTests
        let must = [Verdict.mustTender, .mustTender]
        let free = [Verdict.notMandatory, .notMandatory]
        let pair = { (other: Lot) in [Own.general("e", "2000000.00", "1000000.00", "500000.00"), other] }
        #expect(try verdicts(pair(Own.general("f", "2000000.00"))) == must)
        #expect(try verdicts(pair(Own.general("f", "1999999.99"))) == free)
        #expect(try verdicts(pair(Own.general("f", "2000000.00", combinable: false))) == free)
        #expect(try verdicts(pair(Own.lot("a", "2000000.00"))) == must)
        #expect(try verdicts(pair(Own.lot("a", "1999999.99"))) == free)
        #expect(try verdicts(pair(Own.lot("a", "1000000.00", .goods))) == must)
        #expect(try verdicts(pair(Own.lot("a", "500000.00", .service, .design))) == must)
        #expect(try verdicts(pair(Own.lot("a", "499999.99", .service, .design))) == free)
        // A general contract holds no supervision, and what it does not hold counts for nothing.
        #expect(try verdicts(pair(Own.lot("a", "900000.00", .service, .supervision))) == free)
        #expect(
            try verdicts([Own.general("e", "2000000.00"), Own.lot("a", "1000000.00", .service, .design)])
                == [.notMandatory, .mustTender])
        let found = try TenderRules.finding(
            for: pair(Own.general("f", "2000000.00"))[0], among: pair(Own.general("f", "2000000.00")),
            paidBy: Own.whole, under: TestPolicies.lucheng())
        #expect(found.group == ["e", "f"] && found.groupValue == Own.fen("4000000.00"))
    }

    @Test("general contracts show the signs of splitting as lots do (S1, S2)")
    func generalSigns() throws {
        let policy = try TestPolicies.lucheng()
        let two = [Self.general("e", "3900000.00"), Self.general("f", "3500000.00")]
        let signs = try TenderRules.signs(of: two, paidBy: Self.whole, under: policy)
        #expect(signs.map(\.code) == ["S1", "S2", "S1"])
        #expect(signs[0].lots == ["e", "f"])
        #expect(
            try TenderRules.signs(of: [Self.general("e", "3500000.00")], paidBy: Self.whole, under: policy)
                .isEmpty)
    }

    @Test("a provisional sum at the line is tendered later (TEN-10)")
    func provisional() throws {
        let policy = try TestPolicies.lucheng()
        let found = try TenderRules.provisionalSum(
            Self.lot("a", "2000000.00", .goods), paidBy: Self.whole, under: policy)
        #expect(found.verdict == .mustTender)
        #expect(found.because.first?.rule == "TEN-10")
    }
}
