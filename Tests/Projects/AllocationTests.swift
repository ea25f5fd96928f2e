import Projects
import Testing
import Values

@Suite("Laying a sum on households")
struct AllocationTests {
    private func shares(_ sum: Int64, _ areas: [Int64]) -> [Int64] {
        AllocationRules.shares(
            of: Fen(sum),
            among: areas.enumerated().map { AllocatedUnit(name: "\($0)", area: Area(hundredths: $1)) }
        ).map(\.amount)
    }

    @Test("by area to the fen, the rest to the largest fractions, then by the order of rooms (CON-9)")
    func remainders() {
        #expect(shares(100, [1, 1, 1]) == [34, 33, 33])
        #expect(shares(101, [1, 1, 1]) == [34, 34, 33])
        // 100 × 60/170 = 35.29, 100 × 70/170 = 41.18, 100 × 40/170 = 23.53.
        #expect(shares(100, [6000, 7000, 4000]) == [35, 41, 24])
        #expect(shares(0, [1, 2]) == [0, 0])
        #expect(shares(100, []).isEmpty)
    }

    @Test("the shares always add up to the sum, and nobody’s is a fen away from its part", arguments: 1...40)
    func addUp(seed: Int64) {
        let areas = (1...37).map { ($0 * 7919 * seed) % 14_000 + 1 }
        let sum = 371_564_039 * seed + seed
        let found = shares(sum, areas)
        #expect(found.reduce(0, +) == sum)
        let whole = areas.reduce(0, +)
        for (share, area) in zip(found, areas) {
            let exact = Int128(sum) * Int128(area)
            #expect((Int128(share) * Int128(whole) - exact).magnitude < Int128(whole).magnitude)
        }
    }
}
