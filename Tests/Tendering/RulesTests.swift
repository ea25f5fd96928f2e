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

@Suite("Tendering: signing a contract")
struct ContractRulesTests {
    private static let item = ID(high: 1, low: 1)
    private static let day = BusinessDay(iso: "2026-03-05") ?? BusinessDay(daysSince2000: 0)

    private func draft(
        _ method: AwardMethod = .direct, _ yuan: String = "2400000.00", award: String? = nil,
        advance: Bool = false,
        line: String = "2400000.00", item: ID = item
    ) -> ContractDraft {
        ContractDraft(
            id: ID(high: 2, low: 2), contractor: ID(high: 3, low: 3), number: "HT-1", title: "合同",
            method: method,
            awardNoticeOn: award.flatMap { BusinessDay(iso: $0) }, signedOn: Self.day,
            amount: TenderRulesTests.fen(yuan), advanceFunding: advance,
            bill: [
                BillLineDraft(
                    id: ID(high: 4, low: 4), item: item, code: "L1", title: "管", unit: "m",
                    quantityMilli: 1000,
                    unitPrice: TenderRulesTests.fen(line))
            ])
    }

    private func codes(
        _ draft: ContractDraft, lots: [Lot]? = nil, verdict: Verdict = .notMandatory, isCurrent: Bool = true,
        state: String = "S10", committed: String = "0.00", awarded: String? = nil,
        opened: String = "2026-02-21"
    ) throws -> [String] {
        let lots = lots ?? [TenderRulesTests.lot("a", "2500000.00")]
        let award = awarded.map {
            TenderAward(
                id: ID(high: 8, low: 8), winner: ID(high: 3, low: 3), winnerName: "建筑公司",
                price: TenderRulesTests.fen($0),
                documentsOn: BusinessDay(iso: "2026-02-01") ?? Self.day,
                openedOn: BusinessDay(iso: opened) ?? Self.day,
                noticeOn: BusinessDay(iso: "2026-03-01") ?? Self.day)
        }
        let facts = TenderFacts(
            project: ID(high: 9, low: 9), state: state, place: "330302", edition: "e", lots: lots,
            money: TenderRulesTests.whole, approvedBudget: TenderRulesTests.fen("12000000.00"),
            committed: TenderRulesTests.fen(committed),
            determined: ["a": .init(verdict: verdict, asOf: Self.day, isCurrent: isCurrent)],
            items: [Self.item], awards: award.map { ["a": $0] } ?? [:])
        return try ContractRules.signing(
            draft, for: lots[0], given: facts, today: Self.day, under: TestPolicies.lucheng()
        )
        .refusals.map(\.code)
    }

    @Test(
        "two works lots that belong together are not signed by direct contract, and each reason has its clause"
    )
    func together() throws {
        let lots = [TenderRulesTests.lot("a", "2500000.00"), TenderRulesTests.lot("b", "2000000.00")]
        #expect(
            try codes(draft(), lots: lots, verdict: .mustTender) == ["contract_follows_its_determination"])
        #expect(
            try codes(
                draft(.publicTender, award: "2026-03-01"), lots: lots, verdict: .mustTender,
                awarded: "2400000.00"
            ).isEmpty)
    }

    @Test("an amount above the line is refused though the estimate lay below it")
    func amount() throws {
        #expect(
            try codes(draft(.direct, "4000000.00"), lots: [TenderRulesTests.lot("a", "3999999.99")]) == [
                "contract_follows_its_determination", "direct_contract_stays_within_its_estimate",
            ])
        #expect(
            try codes(draft(.direct, "3999999.99"), lots: [TenderRulesTests.lot("a", "3999999.99")]).isEmpty)
    }

    @Test("without a tender a contract costs no more than its package was estimated at (TEN-11)")
    func estimate() throws {
        #expect(
            try codes(draft(.direct, "2500000.01")) == ["direct_contract_stays_within_its_estimate"])
        #expect(try codes(draft(.direct, "2500000.00")).isEmpty)
    }

    @Test("after a tender a contract is what was awarded: winner, price and notice (PRO-11)")
    func awarded() throws {
        let tendered = draft(.publicTender, award: "2026-03-01")
        #expect(try codes(tendered) == ["tendered_contract_rests_on_its_award"])
        #expect(try codes(tendered, awarded: "2400000.00").isEmpty)
        #expect(try codes(draft(.publicTender), awarded: "2400000.00").isEmpty)
        let other = ["contract_is_what_was_awarded"]
        #expect(try codes(tendered, awarded: "2400000.01") == other)
        #expect(try codes(draft(), awarded: "2400000.00") == other)
        #expect(try codes(draft(.publicTender, award: "2026-03-02"), awarded: "2400000.00") == other)
        // The days are asked again by what is determined when it is signed (PRO-1).
        #expect(try codes(tendered, awarded: "2400000.00", opened: "2026-02-20").isEmpty)
        #expect(
            try codes(tendered, verdict: .mustTender, awarded: "2400000.00", opened: "2026-02-20")
                == ["bids_have_their_days"])
    }

    @Test("an award has its days, its ceiling and its notice, every reason at once (PRO-1)")
    func awards() throws {
        let policy = try TestPolicies.lucheng()
        func codes(
            _ price: String = "2500000.00", control: String? = nil, from: String = "2026-02-01",
            opened: String = "2026-02-21", notice: String = "2026-03-05", stored: Bool = true,
            verdict: Verdict = .mustTender, determined: String = "2026-01-20",
            approved: String? = "2026-01-10"
        ) throws -> [String] {
            let day = { (iso: String) in BusinessDay(iso: iso) ?? Self.day }
            let lot = TenderRulesTests.lot("a", "2500000.00")
            let facts = TenderFacts(
                project: ID(high: 9, low: 9), state: "S10", place: "330302", edition: "e", lots: [lot],
                money: TenderRulesTests.whole, approvedBudget: nil, committed: .zero,
                determined: [
                    "a": .init(verdict: verdict, asOf: Self.day, isCurrent: true, firstOn: day(determined))
                ], items: [], approvedOn: approved.map(day))
            return try AwardRules.recording(
                AwardDraft(
                    winner: ID(high: 3, low: 3), price: TenderRulesTests.fen(price),
                    controlPrice: control.map(TenderRulesTests.fen), documentsOn: day(from),
                    openedOn: day(opened), noticeOn: day(notice), noticeIsStored: stored),
                for: lot, given: facts, today: Self.day, under: policy
            ).refusals.map(\.code)
        }
        #expect(try codes().isEmpty)
        #expect(try codes(from: "2026-02-02") == ["bids_have_their_days"])
        #expect(try codes(from: "2026-02-02", verdict: .notMandatory).isEmpty)
        #expect(try codes("2500000.01") == ["award_stays_within_its_ceiling"])
        let early = ["tender_begins_after_its_determination"]
        #expect(try codes(determined: "2026-02-01").isEmpty)
        #expect(try codes(determined: "2026-02-02") == early)
        #expect(try codes(approved: "2026-02-02") == early)
        #expect(try codes(approved: nil) == early)
        #expect(try codes(control: "2499999.99") == ["award_stays_within_its_ceiling"])
        #expect(
            try codes(opened: "2026-03-07", notice: "2026-03-06", stored: false) == [
                "award_day_has_come", "award_follows_the_opening", "award_rests_on_its_notice",
            ])
    }

    @Test("a bill of works is bought as works, whatever the package is called (TEN-3, TEN-11)")
    func labels() throws {
        for lot in [
            TenderRulesTests.lot("a", "2500000.00", .service, .testing),
            TenderRulesTests.lot("a", "2500000.00", .goods),
        ] {
            let found = try codes(draft(), lots: [lot], verdict: .notMandatory)
            #expect(found.contains("works_are_bought_as_works"), "\(found)")
        }
        #expect(try !codes(draft()).contains("works_are_bought_as_works"))
    }

    @Test("contracts stay within the approved budget, to the fen (INV-07)")
    func budget() throws {
        #expect(try codes(draft(), committed: "9600000.00").isEmpty)
        #expect(try codes(draft(), committed: "9600000.01") == ["contract_stays_within_budget"])
    }

    @Test("every reason is given at once")
    func allReasons() throws {
        let bad = draft(.publicTender, advance: true, line: "2400000.01", item: ID(high: 5, low: 5))
        #expect(
            try codes(bad, isCurrent: false, state: "S09") == [
                "contract_waits_for_approvals", "determination_is_up_to_date",
                "tendered_contract_rests_on_its_award",
                "contract_has_no_advance_funding", "bill_line_serves_an_item_of_the_scheme",
                "bill_stays_within_its_contract",
            ])
    }

    @Test("the last day to sign is thirty days after the award, rolled off a holiday (PRO-11, CV-06)")
    func lastDay() throws {
        let policy = try TestPolicies.lucheng()
        let award = try #require(BusinessDay(iso: "2026-01-16"))
        // 2026-02-15 begins the Spring Festival; work resumes on the 24th.
        let last = try ContractRules.lastDayToSign(
            afterAwardOn: award, under: policy, calendar: policy.calendar)
        #expect(last.value.on == BusinessDay(iso: "2026-02-24"))
        #expect(last.citation.rule == "PRO-11")
    }

    @Test(
        "beyond the calendar a contract is in time up to the nominal day, and after it nobody knows (CV-07)")
    func lastDayBeyondTheCalendar() throws {
        let policy = try TestPolicies.lucheng()
        let award = try #require(BusinessDay(iso: "2026-12-03"))
        let last = try ContractRules.lastDayToSign(
            afterAwardOn: award, under: policy, calendar: policy.calendar
        ).value
        #expect(last.on == nil && last.note == DueDay.uncomputed)
        #expect(last.isMissed(on: try #require(BusinessDay(iso: "2027-01-02"))) == false)
        #expect(last.isMissed(on: try #require(BusinessDay(iso: "2027-01-04"))) == nil)
    }
}
