import Harness
import PQ
import Policy
import Testing
import Values

@testable import Works

@Suite("Works: rules")
struct WorksRulesTests {
    private let today = BusinessDay(iso: "2026-03-02") ?? BusinessDay(daysSince2000: 0)
    private let unit = Seed.id("org:contractor")

    private func start(papers: [String], contracts: Int64 = 1, sum: Int64 = 150_000_000, paid: Int64 = 100)
        -> StartFacts
    {
        StartFacts(
            state: "S13", version: 3, place: "330302", edition: "e", required: Fen(100), paid: Fen(paid),
            chain: ["street", "leading_group", "district_leader", "development_bureau"], papers: papers,
            contracts: contracts, contractSum: Fen(sum), blocks: [])
    }

    @Test(
        "works that were found to need supervision wait for their supervisor; renovation as such does not (PER-5)"
    )
    func supervised() throws {
        let policy = try TestPolicies.lucheng()
        func found(_ papers: [String], _ supervised: Bool?) throws -> [String] {
            let facts = StartFacts(
                state: "S13", version: 3, place: "330302", edition: "e", required: Fen(100), paid: Fen(100),
                chain: ["street", "leading_group", "district_leader", "development_bureau"],
                papers: ["permit", "quality_supervision"] + papers, contracts: 1,
                contractSum: Fen(150_000_000),
                blocks: [], isSupervised: supervised)
            return codes(try StartRules.start(facts, on: today, today: today, under: policy))
        }
        #expect(try found([], false) == [])
        #expect(try found(["supervision_mandate"], true) == [])
        #expect(try found(["supervision_mandate"], false) == ["works_start_waits_for_supervisor"])
        #expect(try found(["supervision_mandate"], nil) == ["works_start_waits_for_supervisor"])
    }

    private func codes(_ decision: Decision) -> [String] { decision.refusals.map(\.code) }

    @Test("the start gate gives every missing thing at once, each with its clause (S14)")
    func startGate() throws {
        let policy = try TestPolicies.lucheng()
        let facts = start(papers: [], contracts: 0, sum: 0, paid: 99)
        let refused = try StartRules.start(facts, on: today, today: today, under: policy)
        #expect(
            codes(refused) == [
                "works_start_waits_for_funds", "works_start_waits_for_contract",
                "works_start_waits_for_permit",
                "works_start_waits_for_quality_supervision",
            ])
        for refusal in refused.refusals { #expect(refusal.citation != nil) }
        let allowed = start(papers: ["permit", "quality_supervision"])
        #expect(try codes(StartRules.start(allowed, on: today, today: today, under: policy)) == [])
        let ahead = try StartRules.start(allowed, on: today.adding(days: 1), today: today, under: policy)
        #expect(codes(ahead) == ["works_start_is_not_ahead"])
    }

    @Test("an exemption from the permit holds below the place's limit only (PER-2)")
    func exemption() throws {
        let policy = try TestPolicies.lucheng()
        let limit = try policy.fen("permit.exempt_below").value.amount
        let inclusive = try policy.bool("permit.exempt_inclusive").value
        let papers = ["permit_exemption", "quality_supervision"]
        func refused(_ sum: Int64) throws -> [String] {
            try codes(
                StartRules.start(start(papers: papers, sum: sum), on: today, today: today, under: policy))
        }
        #expect(try refused(limit - 1) == [])
        #expect(try refused(limit) == (inclusive ? [] : ["permit_exemption_is_for_small_works"]))
        #expect(try refused(limit + 1) == ["permit_exemption_is_for_small_works"])
    }

    private func facts(remaining: Int64, blocks: [StandingBlock] = [], state: String = "S14") -> DailyLogFacts
    {
        DailyLogFacts(
            state: state, place: "330302", edition: "e", worksBeganOn: BusinessDay(iso: "2026-02-02"),
            contractor: unit,
            lines: [
                .init(
                    id: Seed.id("line"), code: "01", title: "排水管", unit: "m", remainingMilli: remaining,
                    blocks: blocks)
            ])
    }

    private func draft(_ milli: Int64, on day: String = "2026-03-01", reason: String? = nil) -> DailyLogDraft
    {
        DailyLogDraft(
            id: Seed.id("log"), contract: Seed.id("contract"), section: "A",
            loggedOn: BusinessDay(iso: day) ?? today, headcount: 3, weather: "晴", noWorkReason: reason,
            quantities: milli == 0 ? [] : [LineQuantity(billLine: Seed.id("line"), quantityMilli: milli)])
    }

    private func handIn(_ draft: DailyLogDraft, _ facts: DailyLogFacts) throws -> Decision {
        try DailyLogRules.handIn(
            draft, .construction, by: unit, given: facts, today: today, under: TestPolicies.lucheng())
    }

    @Test("a log takes exactly what remains, and not a thousandth more")
    func quantities() throws {
        #expect(try codes(handIn(draft(40_000), facts(remaining: 40_000))) == [])
        let refused = try handIn(draft(40_001), facts(remaining: 40_000))
        #expect(codes(refused) == ["log_quantity_stays_within_bill"])
        #expect(refused.refusals.first?.citation?.rule == "LC-08-5")
        #expect(refused.refusals.first?.missing.first?.zh.contains("超出 0.001 m") == true)
    }

    @Test("a log is of a day of the works, and an empty one says why")
    func days() throws {
        #expect(
            try codes(handIn(draft(1, on: "2026-03-03"), facts(remaining: 9))) == [
                "daily_log_is_not_of_a_future_day"
            ])
        #expect(
            try codes(handIn(draft(1, on: "2026-02-01"), facts(remaining: 9))) == [
                "daily_log_is_not_before_the_works"
            ])
        #expect(try codes(handIn(draft(0), facts(remaining: 9))) == ["daily_log_tells_works_or_why_none"])
        #expect(try codes(handIn(draft(0, reason: "大雨"), facts(remaining: 9))) == [])
        #expect(try codes(handIn(draft(1), facts(remaining: 9, state: "S13"))) == ["works_are_under_way"])
    }

    @Test("what is pending on a line refuses logs of it under the code of the block")
    func blocked() throws {
        let block = StandingBlock(
            code: "change_order_is_pending", sourceKind: "change_order", sourceID: Seed.id("change"))
        #expect(
            try codes(handIn(draft(1), facts(remaining: 9, blocks: [block]))) == ["change_order_is_pending"])
    }

    @Test("a log is late from the third day on", arguments: [("2026-02-28", false), ("2026-02-27", true)])
    func late(day: String, late: Bool) throws {
        let found = try DailyLogRules.isLate(
            try #require(BusinessDay(iso: day)), writtenOn: today, under: TestPolicies.lucheng())
        #expect(found.late == late)
    }

    @Test("a lot is accepted by another unit than the one that built it")
    func lots() throws {
        let facts = InspectionLotFacts(
            projectState: "S14", place: "330302", edition: "e", state: .notified, round: 1, version: 2,
            organisation: unit)
        func actor(_ organisation: ID, _ role: Role) -> Actor {
            Actor(
                person: Seed.id("p"), name: "", organisation: organisation, district: 1,
                appointment: Seed.id("a"),
                role: role, secondFactor: false)
        }
        let policy = try TestPolicies.lucheng()
        let own = try InspectionRules.step(
            facts, to: .passed, by: actor(unit, .contractor), finding: nil, under: policy)
        #expect(codes(own) == ["inspection_lot_acceptor_is_not_its_contractor"])
        let other = try InspectionRules.step(
            facts, to: .passed, by: actor(Seed.id("org:supervisor"), .supervisor), finding: nil, under: policy
        )
        #expect(codes(other) == [])
        let silent = try InspectionRules.step(
            facts, to: .failed, by: actor(Seed.id("org:supervisor"), .supervisor), finding: "", under: policy)
        #expect(codes(silent) == ["inspection_lot_failure_says_what_failed"])
    }

    @Test(
        "where a place says nothing of its own, the country's start gate holds, and asks no money in advance",
        arguments: ["330105", "330106", "330108", "430602"])
    func startElsewhere(place: String) throws {
        let policy = try TestPolicies.book.get().policy(for: place, on: today)
        let shut = try StartRules.gate(start(papers: [], contracts: 0, sum: 0, paid: 0), under: policy)
        #expect(shut.requirements.map(\.id) == ["contract", "permit_or_exemption", "quality_supervision"])
        #expect(shut.requirements.allSatisfy { $0.state == .missing && $0.refusal?.citation != nil })
        let open = try StartRules.gate(start(papers: ["permit", "quality_supervision"]), under: policy)
        #expect(open.isOpen)
    }

    @Test("what refuses a step names its clause, the same as the database's guard would")
    func clauses() throws {
        let policy = try TestPolicies.lucheng()
        let begun = StartFacts(
            state: "S14", version: 3, place: "330302", edition: "e", required: nil, paid: .zero, chain: [],
            papers: [], contracts: 0, contractSum: .zero, blocks: [])
        let contractor = Actor(
            person: Seed.id("p"), name: "", organisation: unit, district: 1, appointment: Seed.id("a"),
            role: .contractor, secondFactor: false)
        let lot = InspectionLotFacts(
            projectState: "S15", place: "330302", edition: "e", state: .passed, round: 1, version: 2,
            organisation: Seed.id("org:other"))
        let logged = DecidedLogFacts(
            projectState: "S14", place: "330302", edition: "e", state: .approved, revision: 1, version: 2,
            organisation: unit, late: true)
        let bare = CompletionFacts.Contract(
            id: Seed.id("c"), title: "x", contractor: unit, lots: [], openLogs: 1,
            unfinished: [.init(code: "01", title: "管", unit: "m", dueMilli: 100_000, doneMilli: 40_500)])
        let other = CompletionFacts.Contract(id: Seed.id("d"), title: "y", contractor: Seed.id("o"), lots: [])
        let reported = CompletionFacts.Contract(
            id: Seed.id("c"), title: "x", contractor: unit, isReported: true, lots: [])
        func completion(_ contracts: [CompletionFacts.Contract], by reporter: ID? = nil) -> CompletionFacts {
            CompletionFacts(
                state: "S14", version: 1, place: "330302", edition: "e", unit: reporter ?? unit,
                contracts: contracts)
        }
        let decisions = [
            try StartRules.start(begun, on: today, today: today, under: policy),
            try StartRules.start(
                start(papers: ["permit", "quality_supervision"]), on: today.adding(days: 1), today: today,
                under: policy),
            try CompletionRules.report(completion([bare]), under: policy),
            try CompletionRules.report(completion([bare], by: Seed.id("street")), under: policy),
            try CompletionRules.report(completion([reported, other]), under: policy),
            try InspectionRules.step(lot, to: .notified, by: contractor, finding: nil, under: policy),
            try DailyLogRules.decide(logged, by: contractor, as: .approved, under: policy),
            try handIn(draft(1, on: "2026-03-03"), facts(remaining: 9)),
            try handIn(draft(1, on: "2026-02-01"), facts(remaining: 9)),
            try handIn(draft(1), facts(remaining: 9, state: "S13")),
        ]
        let refusals = decisions.flatMap(\.refusals)
        #expect(
            Set(refusals.map(\.code)) == [
                "works_start_follows_the_permit", "works_start_is_not_ahead",
                "completion_waits_for_inspection_lots", "completion_waits_for_daily_logs",
                "completion_waits_for_quantities", "completion_is_reported_by_its_contractor",
                "completion_is_reported_once",
                "works_are_under_way", "inspection_lot_step_is_allowed",
                "inspection_lot_is_moved_by_its_contractor", "approved_daily_log_is_frozen",
                "daily_log_is_decided_by_another_unit", "late_daily_log_needs_the_supervisor",
                "daily_log_is_not_of_a_future_day", "daily_log_is_not_before_the_works",
            ])
        for refusal in refusals {
            let words = try #require(WorksRefusals.all.first { $0.code == refusal.code })
            let key = try #require(words.key, "\(refusal.code)")
            let source = try TestPolicies.book.get().citation(key, for: "330302")
            #expect(source != nil && refusal.citation == source, "\(key)")
        }
    }

    @Test("money of a quantity is rounded half up to the fen (CV-03)")
    func rounding() {
        #expect(PaymentRules.amount(1_500, at: Fen(333)) == Fen(500))
        #expect(PaymentRules.amount(1_499, at: Fen(333)) == Fen(499))
        #expect(PaymentRules.amount(500, at: Fen(1)) == Fen(1))
    }

    @Test("a claim needs approved quantities and stays within contract and changes")
    func claims() throws {
        let line = PaymentFacts.Line(
            id: Seed.id("line"), code: "01", title: "排水管", unit: "m", unitPrice: Fen(50_000),
            approvedMilli: 60_000, claimedMilli: 50_000)
        func claim(_ milli: Int64, amount: Int64, claimed: Int64) throws -> [String] {
            let facts = PaymentFacts(
                project: Seed.id("project"), place: "330302", edition: "e", contractor: unit,
                amount: Fen(amount),
                additions: .zero, claimed: Fen(claimed), nextNumber: 2, lines: [line])
            return codes(
                try PaymentRules.claim(
                    PaymentClaimDraft(
                        id: Seed.id("c"), lines: [LineQuantity(billLine: line.id, quantityMilli: milli)]),
                    by: unit, given: facts, under: TestPolicies.lucheng()))
        }
        #expect(try claim(10_000, amount: 3_000_000, claimed: 2_500_000) == [])
        #expect(try claim(10_001, amount: 9_000_000, claimed: 0) == ["payment_stays_within_logged_quantity"])
        #expect(try claim(10_000, amount: 2_999_999, claimed: 2_500_000) == ["payment_stays_within_contract"])
    }

    @Test("quantities are read and written to the thousandth", arguments: ["0.001", "40", "12.5", "999.999"])
    func quantityTexts(text: String) throws {
        let milli = try #require(quantityMilli(text))
        #expect(quantityText(milli) == text)
    }

    @Test("what is no quantity is not read", arguments: ["", ".5", "1.", "1.0001", "-1", "1e3", "一"])
    func noQuantity(text: String) {
        #expect(quantityMilli(text) == nil)
    }

    @Test("the database holds the steps of the Swift lists")
    func steps() async throws {
        try await TestDatabase.with { database in
            func rows(_ table: String) async throws -> Set<String> {
                let found = try await database.owner.read(
                    "select from_state || '>' || to_state as step from app.\(unescaped: table)")
                return Set(try found.map { try $0.text("step") })
            }
            let logs = DailyLogState.allCases.flatMap { from in
                from.next.map { "\(from.rawValue)>\($0.rawValue)" }
            }
            let logsHeld = try await rows("daily_log_step")
            #expect(logsHeld == Set(logs))
            let lots = InspectionLotState.allCases.flatMap { from in
                from.next.map { "\(from.rawValue)>\($0.rawValue)" }
            }
            let lotsHeld = try await rows("inspection_lot_step")
            #expect(lotsHeld == Set(lots))
            let claims = PaymentClaimState.allCases.flatMap { from in
                from.next.map { "\(from.rawValue)>\($0.rawValue)" }
            }
            let claimsHeld = try await rows("payment_claim_step")
            #expect(claimsHeld == Set(claims))
        }
    }
}
