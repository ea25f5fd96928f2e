import Harness
import PQ
import Policy
import Testing
import Values
import Web

@testable import Works
@testable import WorksService

@Suite("Works: bonds, retention and payments of contracts")
struct ContractMoneyTests {
    private func policy(_ day: String) throws -> Policy {
        try TestPolicies.book.get().policy(for: "330302", on: try #require(BusinessDay(iso: day)))
    }

    private func day(_ text: String) throws -> BusinessDay { try #require(BusinessDay(iso: text)) }

    @Test("late interest is principal by days by the law's rate, to the fen (PAY-5)")
    func interest() throws {
        let policy = try policy("2026-01-20")
        // 1,000,000.00 for ten days is 5,000.00.
        let found = try #require(try PayingRules.interest(of: Fen(100_000_000), daysLate: 10, under: policy))
        #expect(found.value == Fen(500_000))
        #expect(found.citation.rule == "PAY-5")
        #expect(try PayingRules.interest(of: Fen(1_000), daysLate: 1, under: policy)?.value == Fen(1))
        #expect(try PayingRules.interest(of: Fen(999), daysLate: 1, under: policy)?.value == .zero)
        #expect(try PayingRules.interest(of: Fen(100), daysLate: 0, under: policy)?.value == nil)
        #expect(
            try PayingRules.interest(of: Fen(100_000_000), daysLate: 10, under: self.policy("2020-08-31"))?
                .value == nil)
    }

    @Test(
        "the clock runs thirty days, or the contract's, moved to a working day; none for a large enterprise or before 2020-09-01"
    )
    func clock() throws {
        let policy = try policy("2026-01-20")
        func due(_ money: ClaimMoneyFacts, _ policy: Policy) throws -> BusinessDay? {
            try PayingRules.clock(
                for: money, certified: try day("2026-03-05"), calendar: policy.calendar, under: policy)?.day
                .on
        }
        func money(_ enterprise: String?, _ days: Int64?) throws -> ClaimMoneyFacts {
            ClaimMoneyFacts(
                contract: Scene.contract, contractNumber: "HT-1", number: 1, signedOn: try day("2026-01-20"),
                enterprise: enterprise, days: days)
        }
        // 4 April 2026 begins the holiday of Qingming, which ends on the 6th.
        #expect(try due(money(nil, nil), policy) == day("2026-04-07"))
        #expect(try due(money("small_or_medium", 60), policy) == day("2026-05-06"))
        #expect(try due(money("large", 90), policy) == nil)
        #expect(try due(money(nil, nil), self.policy("2020-08-31")) == nil)
        let facts = ContractMoneyFacts(
            project: Scene.project, place: "330302", edition: "", signedOn: try day("2026-01-20"))
        let long = try PayingRules.agreeing(enterprise: "small_or_medium", days: 61, of: facts, under: policy)
        #expect(long.refusals.map(\.code) == ["payment_term_is_not_too_long"])
        let longest = try PayingRules.agreeing(
            enterprise: "small_or_medium", days: 60, of: facts, under: policy)
        #expect(longest.refusals.isEmpty)
        #expect(long.refusals.first?.citation?.rule == "PAY-3")
    }

    @Test("a claim holds back its share, rounded down; nothing beside a bond (RET-1, RET-2)")
    func held() throws {
        let policy = try policy("2026-01-20")
        let share = try #require(Ratio("0.03"))
        func held(_ fen: Int64, _ share: Ratio?, bond: Bool = false) throws -> Fen? {
            try RetentionRules.held(of: Fen(fen), share: share, besideBond: bond, under: policy)?.value
        }
        #expect(try held(1_800_000_000, share) == Fen(54_000_000))
        #expect(try held(99, share) == Fen(2))
        #expect(try held(99, share, bond: true) == .zero)
        #expect(try held(99, nil) == nil)
    }

    private func certify(_ site: TestSite) async -> Response {
        _ = await site.send(
            .post, "/v1/projects/\(Scene.project)/logs", as: "contractor",
            Scene.log("a", "2026-03-01", 60_000))
        _ = await site.send(.post, "/v1/logs/\(Seed.id("log:a"))/approve", as: "supervisor", [:])
        _ = await site.send(
            .post, "/v1/contracts/\(Scene.contract)/payment-claims", as: "contractor",
            [
                "id": .text("\(Seed.id("c1"))"),
                "lines": [["bill_line": .text("\(Scene.pipe)"), "quantity_milli": 60_000]],
            ])
        let one = "/v1/payment-claims/\(Seed.id("c1"))"
        _ = await site.send(
            .post, one + "/opinion", as: "auditor",
            ["id": .text("\(Seed.id("opinion"))"), "title": "跟踪审计意见", "dated": "2026-03-02"])
        _ = await site.send(.post, one + "/certify", as: "supervisor", [:])
        return await site.send(.post, one + "/certify", as: "street", [:])
    }

    @Test("retention by the routes: agreed, held at the certificate, kept through its period, given back")
    func retention() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let base = "/v1/contracts/\(Scene.contract)"
            func agree(_ share: String, _ months: Int64) async -> Response {
                await site.send(
                    .post, base + "/retention", as: "street",
                    [
                        "share": .text(share), "months": .int(months), "evidence": "专用条款 17.3",
                        "agreed_on": "2026-01-20",
                    ])
            }
            let much = await agree("0.05", 36)
            #expect(
                much.refusalCodes == [
                    "retention_stays_within_the_share", "defect_liability_is_not_too_long",
                ],
                "\(much.text)")
            #expect(much.json?["refusals"]?.list?.first?["source"]?["rule"] == "RET-1")
            #expect(await agree("三分", 24).status == 422)
            #expect(await agree("0.03", 24).status == 201)
            let certified = await certify(site)
            #expect(certified.json?["retained_fen"] == 90_000, "\(certified.text)")
            #expect(certified.json?["payable_fen"] == 2_910_000)
            let bond = await site.send(
                .post, base + "/bonds", as: "street",
                [
                    "id": .text("\(Seed.id("bond"))"), "kind": "performance", "amount_fen": 1,
                    "evidence": "保函",
                    "held_from": "2026-03-01",
                ])
            #expect(bond.refusalCodes == ["retention_stands_beside_no_bond"], "\(bond.text)")
            let big = await site.send(
                .post, base + "/bonds", as: "street",
                [
                    "id": .text("\(Seed.id("bond"))"), "kind": "performance", "amount_fen": 20_000_001,
                    "evidence": "保函", "held_from": "2026-02-01",
                ])
            #expect(
                big.refusalCodes == [
                    "performance_bond_stays_within_the_share", "retention_stands_beside_no_bond",
                ], "\(big.text)")
            #expect(big.text.contains("至多 200000.00 元"))
            func begin() async -> Response {
                await site.send(
                    .post, base + "/defect-liability", as: "street",
                    ["reported_on": "2024-02-01", "owner_delays": false])
            }
            #expect(await begin().refusalCodes == ["defect_liability_begins_with_acceptance"])
            try await RawRows.accept(database, on: "2024-02-27")
            let begun = await begin()
            #expect(begun.json?["nominal_end_on"] == "2026-02-27", "\(begun.text)")
            func release(_ name: String, _ fen: Int64, _ day: String) async -> Response {
                await site.send(
                    .post, base + "/retention-releases", as: "street",
                    [
                        "id": .text("\(Seed.id(name))"), "amount_fen": .int(fen), "ground": "period_ended",
                        "voucher": .text(name), "released_on": .text(day),
                    ])
            }
            let early = await release("a", 90_001, "2026-02-27")
            #expect(
                early.refusalCodes == [
                    "retention_release_stays_within_what_is_held", "retention_release_waits_for_the_period",
                ], "\(early.text)")
            #expect(await release("b", 90_000, "2026-03-02").json?["held_fen"] == 0)
            let clock = try await database.owner.read(
                "select state, met_on from app.clock where key = 'defect_liability.max_months'"
            ).one()
            #expect(try clock.day("met_on") == Seed.today)
            let shown = await site.send(.get, base + "/retention", as: "contractor")
            #expect(shown.json?["share"] == "3/100", "\(shown.text)")
            #expect(shown.json?["released_fen"] == 90_000)
        }
    }

    @Test("a claim is paid by its day; what comes late carries interest, kept with how it was counted")
    func paying() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let certified = await certify(site)
            #expect(certified.json?["due_on"] == "2026-04-01", "\(certified.text)")
            func pay(_ name: String, _ fen: Int64, _ day: String) async -> Response {
                await site.send(
                    .post, "/v1/payment-claims/\(Seed.id("c1"))/payments", as: "street",
                    [
                        "id": .text("\(Seed.id(name))"), "amount_fen": .int(fen), "voucher": .text(name),
                        "paid_on": .text(day),
                    ])
            }
            let ahead = await pay("p0", 3_000_001, "2026-03-03")
            #expect(
                ahead.refusalCodes == ["payment_is_not_dated_ahead", "payment_stays_within_its_claim"],
                "\(ahead.text)")
            #expect(await pay("p1", 1_000_000, "2026-03-02").json?["interest_fen"] == 0)
            database.clock.set(day: try day("2026-04-11"))
            let dues = await site.send(.get, "/v1/contracts/\(Scene.contract)/payments", as: "contractor")
            let open = dues.json?["items"]?.list?.first
            #expect(open?["days_over"] == 10, "\(dues.text)")
            // 20,000.00 for ten days at 0.05 %.
            #expect(open?["running_interest_fen"] == 10_000)
            let late = await pay("p2", 2_000_000, "2026-04-11")
            #expect(late.json?["interest_fen"] == 10_000, "\(late.text)")
            #expect(late.json?["because"]?.list?.first?["rule"] == "PAY-5")
            let kept = try await database.owner.read(
                """
                select inputs ->> 'days_late' as days, because -> 'figures' ->> 'interest_fen' as interest
                from app.determination where question = 'late_interest'
                """
            ).one()
            #expect(try kept.text("days") == "10" && kept.text("interest") == "10000")
            let clock = try await database.owner.read(
                "select state from app.clock where key = 'payment.sme.days'"
            ).one()
            #expect(try clock.text("state") == "late")
        }
    }
}
