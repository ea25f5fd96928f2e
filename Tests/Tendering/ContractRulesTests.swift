import Harness
import Policy
import Testing
import Values

@testable import Tendering

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
                noticeOn: BusinessDay(iso: "2026-03-01") ?? Self.day,
                procedure: ProcedureRulesTests.procedure())
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
                    openedOn: day(opened), noticeOn: day(notice), noticeIsStored: stored,
                    procedure: ProcedureRulesTests.procedure()),
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
