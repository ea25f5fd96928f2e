import Harness
import Policy
import Testing
import Values

@testable import Tendering

@Suite("Tendering: signs of splitting across contracts and filings")
struct SplittingTests {
    private let policy: Policy
    private let here = Seed.id("here")

    init() throws {
        policy = try TestPolicies.book.get().policy(for: "330302", on: Seed.today)
    }

    private func award(
        _ number: String, _ fen: Int64, to supplier: String = "builder", on day: String = "2026-01-10",
        in project: ID? = nil, added: Int64 = 0
    ) throws -> Award {
        Award(
            project: project ?? here, package: Seed.id("package:" + number), number: number,
            supplier: Seed.id(supplier), supplierName: supplier, category: .works, amount: Fen(fen),
            added: Fen(added), signedOn: try #require(BusinessDay(iso: day)))
    }

    private func codes(_ awards: [Award], links: [[ID]] = [], of project: ID? = nil) throws -> [String] {
        try SplittingRules.signs(
            of: project ?? here, in: PurchaseHistory(awards: awards, filings: [], links: links), under: policy
        ).map(\.code)
    }

    @Test(
        "S3: two awards below the line to one supplier that reach it within a year, from the fen and the day on"
    )
    func oneSupplier() throws {
        let elsewhere = Seed.id("elsewhere")
        let first = try award("1", 200_000_000, in: elsewhere)
        #expect(try codes([first, award("2", 200_000_000)]) == ["S3"])
        #expect(try codes([first, award("2", 199_999_999)]) == [])
        #expect(try codes([first, award("2", 200_000_000, to: "another")]) == [])
        let old = try award("1", 200_000_000, on: "2025-01-10", in: elsewhere)
        #expect(try codes([old, award("2", 200_000_000, on: "2026-01-09")]) == ["S3"])
        #expect(try codes([old, award("2", 200_000_000, on: "2026-01-10")]) == [])
        // Only where this project is among them, and never for one award alone.
        #expect(try codes([first, award("2", 200_000_000, in: elsewhere)]) == [])
        #expect(try codes([award("1", 399_999_999)]) == [])
    }

    @Test("S3 counts units linked by control as one supplier, however many steps apart")
    func affiliates() throws {
        let awards = [try award("1", 200_000_000, to: "a"), try award("2", 200_000_000, to: "c")]
        #expect(try codes(awards) == [])
        #expect(
            try codes(awards, links: [[Seed.id("a"), Seed.id("b")], [Seed.id("b"), Seed.id("c")]]) == ["S3"])
    }

    @Test("S4: approved changes that bring an award to the line stop, one fen less does not")
    func grown() throws {
        #expect(try codes([award("1", 390_000_000, added: 10_000_000)]) == ["S4"])
        #expect(try codes([award("1", 390_000_000, added: 9_999_999)]) == [])
        let sign = try #require(
            try SplittingRules.signs(
                of: here,
                in: PurchaseHistory(awards: [award("1", 390_000_000, added: 10_000_000)], filings: []),
                under: policy
            ).first)
        #expect(sign.severity == .stop && sign.citation.rule == "TEN-11")
    }

    @Test(
        "S5: one person files one scope twice within 72 hours; numbering hides nothing, another person or day does"
    )
    func sameScope() throws {
        @Sendable func filing(
            _ code: String, _ title: String, by person: String = "p", after hours: Int64 = 0
        ) -> Filing {
            let start = Instant(startOf: Seed.today, hour: 9)
            return Filing(
                package: Seed.id(code), code: code, title: title, person: Seed.id(person),
                at: Instant(microseconds: start.microseconds + hours * 3_600_000_000))
        }
        @Sendable func found(_ filings: [Filing]) throws -> [String] {
            try SplittingRules.signs(
                of: here, in: PurchaseHistory(awards: [], filings: filings), under: policy
            ).map(\.code)
        }
        #expect(try found([filing("A", "道路修复 一标"), filing("B", "道路修复（2标）", after: 72)]) == ["S5"])
        #expect(try found([filing("A", "道路修复"), filing("B", "道路修复", after: 73)]) == [])
        #expect(try found([filing("A", "道路修复"), filing("B", "道路修复", by: "q")]) == [])
        #expect(try found([filing("A", "道路修复"), filing("B", "绿化")]) == [])
    }
}
