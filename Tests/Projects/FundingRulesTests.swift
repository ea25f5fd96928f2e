import Harness
import Policy
import Testing
import Values

@testable import Projects

@Suite("Projects: who pays what")
struct FundingRulesTests {
    private func plan(_ works: [WorksClass: String], other: String, contingency: String, area: String) throws
        -> Funding
    {
        let policy = try FundingPolicy(TestPolicies.lucheng())
        let amounts = try works.mapValues { try #require(Fen(yuan: $0)) }
        let others = try #require(Fen(yuan: other))
        let reserve = try #require(Fen(yuan: contingency))
        let floor = try #require(Area(squareMetres: area))
        return try #require(
            FundingRules.plan(works: amounts, other: others, contingency: reserve, area: floor, under: policy)
        )
    }

    private let works: [WorksClass: String] = [
        .mandatory: "6000000.00", .basic: "8000000.00", .improve: "4000000.00", .upgrade: "2000000.00",
    ]

    @Test("the catalogue's example: 17 % of 22.6 million (LC-14-2)")
    func example() throws {
        let funding = try plan(works, other: "1600000.00", contingency: "1000000.00", area: "50000.00")
        #expect(funding.weight == Ratio(17, 100))
        #expect(funding.total.yuan == "22600000.00")
        #expect(funding.resident.yuan == "3842000.00")
        #expect(funding.subsidy.yuan == "18758000.00")
        #expect(funding.excess == .zero)
    }

    @Test("above the cap the residents bear the excess (LC-14-3)")
    func cap() throws {
        let funding = try plan(works, other: "1600000.00", contingency: "1000000.00", area: "40000.00")
        #expect(funding.subsidy.yuan == "16000000.00")
        #expect(funding.excess.yuan == "2758000.00")
        #expect(funding.resident.yuan == "6600000.00")
        #expect(funding.required == funding.resident)
    }

    @Test("the parts add up to the fen whatever the amounts")
    func addsUp() throws {
        let policy = try FundingPolicy(TestPolicies.lucheng())
        var seed: UInt64 = 7
        for _ in 0..<2000 {
            func next(_ limit: UInt64) -> Int64 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int64((seed >> 20) % limit)
            }
            let amounts = Dictionary(
                uniqueKeysWithValues: WorksClass.allCases.map { ($0, Fen(next(3_000_000_000) + 1)) })
            let other = Fen(next(300_000_000))
            let area = Area(hundredths: next(9_000_000) + 1)
            let funding = try #require(
                FundingRules.plan(
                    works: amounts, other: other, contingency: Fen(1), area: area, under: policy))
            #expect(funding.resident + funding.subsidy == funding.total)
            #expect(funding.residentWeighted + funding.excess == funding.resident)
        }
    }
}
