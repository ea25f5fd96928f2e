import Harness
import Policy
import Testing
import Values

@testable import Projects

@Suite("Projects: what owners decide together")
struct ConsentRulesTests {
    private func verdict(
        area: (Int64, Int64, Int64), persons: (Int64, Int64, Int64), households: (Int64, Int64, Int64),
        _ matter: MatterClass = .general, on day: String = "2026-02-01", place: String = "330302"
    ) throws -> ConsentVerdict {
        func count(_ numbers: (Int64, Int64, Int64)) -> VoteCount {
            VoteCount(total: numbers.0, part: numbers.1, yes: numbers.2)
        }
        let closed = try #require(BusinessDay(iso: day))
        let policy = try TestPolicies.book.get().policy(for: place, on: closed)
        let figures = VoteFigures(
            area: count(area), persons: count(persons), households: count(households))
        return try ConsentRules.verdict(of: figures, matter: matter, under: policy)
    }

    @Test("400 of 600 is exactly two thirds and passes; 399 does not, though both print as 66 % (LC-03-2)")
    func exactly() throws {
        for (yes, passes) in [(Int64(400), true), (399, false)] {
            let found = try verdict(
                area: (4_800_000, 4_000_000, 3_200_000), persons: (580, 500, 400),
                households: (600, 500, yes))
            #expect(found.local == passes && found.overall == passes)
            #expect(found.statute == true && found.quorum == true)
        }
    }

    @Test("70 % of everybody passes the local ratio and fails three quarters (CON-2, CON-11)")
    func special() throws {
        let found = try verdict(
            area: (1000, 1000, 700), persons: (100, 100, 70), households: (100, 100, 70), .special)
        #expect(found.local == true && found.statute == false && !found.overall)
    }

    @Test("76 % of a 67 % turnout passes the Code and is half of everybody")
    func turnout() throws {
        let found = try verdict(
            area: (10_000, 6_700, 5_092), persons: (1000, 670, 510), households: (1000, 670, 510), .special)
        #expect(found.local == false && found.statute == true && found.quorum == true && !found.overall)
    }

    @Test("one half is not more than half; one owner more is (CV-01)")
    func half() throws {
        let even = try verdict(
            area: (1000, 1000, 500), persons: (100, 100, 50), households: (100, 100, 50), place: "000000")
        #expect(even.statute == false && even.local == nil)
        let more = try verdict(
            area: (1000, 1000, 501), persons: (100, 100, 51), households: (100, 100, 51), place: "000000")
        #expect(more.statute == true && more.overall)
    }

    @Test("the day the ballot closed picks the law: everybody before 2021, participants since (CON-3, CV-15)")
    func regimes() throws {
        for (day, regime, quorum) in [
            ("2020-12-31", "property_law_76", nil), ("2021-01-01", "civil_code_278", Optional(true)),
        ] {
            let found = try verdict(
                area: (900, 700, 500), persons: (90, 70, 50), households: (90, 70, 60), .special, on: day)
            #expect(found.regime == regime && found.quorum == quorum && found.statute == false)
        }
        let old = try verdict(
            area: (900, 600, 600), persons: (90, 60, 60), households: (90, 60, 60), .special,
            on: "2020-12-31")
        #expect(old.statute == true && old.local == true)
    }

    @Test("a local ratio is not used before its document is in force")
    func life() throws {
        let found = try verdict(
            area: (900, 900, 500), persons: (90, 90, 50), households: (90, 90, 10), on: "2020-06-30")
        #expect(found.local == nil && found.overall)
    }

    @Test("of nobody nothing is decided")
    func nobody() throws {
        let found = try verdict(area: (0, 0, 0), persons: (0, 0, 0), households: (0, 0, 0))
        #expect(!found.overall && found.statute == false)
    }

    @Test("persons are not households: 250 single owners, one with 20 units, a developer with 30 (CON-5)")
    func persons() {
        let counted = ConsentRules.count([
            OwnerGroup(owner: "single owners", units: 250, distinctOwners: 250),
            OwnerGroup(owner: "buyer", units: 20, distinctOwners: 1),
            OwnerGroup(owner: "developer", units: 18, distinctOwners: 1),
            OwnerGroup(owner: "developer", units: 12, distinctOwners: 1),
        ])
        #expect(counted.households == 300 && counted.persons == 252)
    }

    @Test("one more yes never fails a ballot that passes")
    func monotone() throws {
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let total = Int64.random(in: 1...200, using: &chance)
            let part = Int64.random(in: 0...total, using: &chance)
            let yes = Int64.random(in: 0...part, using: &chance)
            let matter: MatterClass = Bool.random(using: &chance) ? .special : .general
            func passes(_ agreed: Int64) throws -> Bool {
                try verdict(
                    area: (total * 7, part * 7, agreed * 7), persons: (total, part, agreed),
                    households: (total, part, agreed), matter
                ).overall
            }
            // An abstainer who turns to yes; one who stayed away and comes to say yes.
            if try passes(yes), yes < part { #expect(try passes(yes + 1), "\(total) \(part) \(yes)") }
        }
    }
}
