import Policy
import Questions
import Testing
import Values

/// Draws that come out the same on every run.
private struct Draws: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("Questions: what holds for every fact")
struct PropertyTests {
    private func fen(_ answer: JSON, _ name: String) throws -> Int64 {
        try #require(answer[name]?.text.flatMap { Fen(yuan: $0) }, "\(name) of \(answer)").amount
    }

    private func yuan(_ fen: Int64) -> JSON { .text(Fen(fen).yuan) }

    @Test("the parts of every split add up to the fen", arguments: 1...60)
    func splits(seed: UInt64) throws {
        var draws = Draws(state: seed &* 0x9E37_79B9_7F4A_7C15)
        func sum(_ most: Int64) -> Int64 { .random(in: 1...most, using: &draws) }
        let area = Area(hundredths: sum(10_000_000)).squareMetres
        let plan = try ask(
            "lc_funding",
            [
                "works": [
                    "mandatory": yuan(sum(900_000_000)), "basic": yuan(sum(900_000_000)),
                    "improve": yuan(sum(900_000_000)), "upgrade": yuan(sum(900_000_000)),
                ], "other": yuan(sum(90_000_000)), "contingency": yuan(sum(90_000_000)),
                "area": .text(area),
            ])
        #expect(
            try fen(plan, "subsidy") + fen(plan, "resident_total") == fen(plan, "total"), "\(plan)")
        #expect(try fen(plan, "subsidy") + fen(plan, "excess") == fen(plan, "base"))
        let costs = ["power": sum(99_999_999), "gas": sum(99_999_999), "water": sum(99)]
        let excavation = sum(99_999_999)
        let pipeline = try ask(
            "yy_pipeline",
            ["relocation": .object(costs.mapValues(yuan)), "excavation": yuan(excavation)])
        var rewards: Int64 = 0
        for (unit, cost) in costs {
            let reward = try fen(try #require(pipeline["reward"]), unit)
            rewards += reward
            #expect(try reward + fen(try #require(pipeline["net"]), unit) == cost)
        }
        #expect(try fen(pipeline, "district_total") == rewards + excavation)
        let base = sum(900_000_000)
        let change = Int64.random(in: 0...3000, using: &draws)
        let band = try ask(
            "price_band",
            [
                "base_cost": yuan(base), "change": .text("0." + String(String(10_000 + change).dropFirst())),
                "band": "0.05",
            ])
        let whole = Ratio.rounded(Int128(base) * Int128(change), 10_000).amount
        #expect(try fen(band, "owner") + fen(band, "contractor") == whole)
    }

    @Test("one more yes never fails a ballot that passes")
    func monotone() throws {
        var (passed, failed) = (0, 0)
        for seed in UInt64(1)...60 {
            var draws = Draws(state: seed &* 0x2545_F491_4F6C_DD1D)
            for place in ["LC", "HZ", "GS", "YY"] {
                for closed in ["2020-12-31", "2021-01-01"] {
                    let total = Int64.random(in: 2...400, using: &draws)
                    let part = Int64.random(in: (total / 2)...total, using: &draws)
                    let yes = Int64.random(in: 0...max(part - 1, 0), using: &draws)
                    let matter: JSON = Bool.random(using: &draws) ? "special" : "general"
                    func passes(_ yes: Int64) throws -> Bool {
                        try ask(
                            "consent",
                            [
                                "jurisdiction": .text(place), "closed": .text(closed), "matter": matter,
                                "area_total": yuan(total * 100), "area_part": yuan(part * 100),
                                "area_yes": yuan(yes * 100), "households_total": .int(total),
                                "households_yes": .int(yes), "persons_total": .int(total),
                                "persons_part": .int(part), "persons_yes": .int(yes),
                            ])["overall"] == "pass"
                    }
                    guard yes < part else { continue }
                    guard try passes(yes) else {
                        failed += 1
                        continue
                    }
                    passed += 1
                    #expect(
                        try passes(yes + 1), "\(place) \(closed) \(matter): \(yes) of \(part) of \(total)")
                }
            }
        }
        // Both sides of the line were met often, so that the test says something.
        #expect(passed >= 60 && failed >= 60, "\(passed) passed, \(failed) failed")
    }

    @Test("the order of what is listed never matters", arguments: 1...20)
    func order(seed: UInt64) throws {
        var draws = Draws(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let money: [String: JSON] = [
            "total_investment": "22600000.00", "budget_funds": "18758000.00", "soe_dominant": false,
        ]
        var lots: [JSON] = ["works", "works", "goods", "design", "supervision", "design"].enumerated().map {
            [
                "id": .text("lot \($0)"), "kind": .text($1),
                "estimate": yuan(.random(in: 30_000_000...300_000_000, using: &draws)),
                "combinable": .bool(Bool.random(using: &draws)),
            ]
        }
        var units: [JSON] = [
            ["owner": "a", "count": 2, "distinct_owners": 1],
            ["owner": "b", "count": 40, "distinct_owners": 38],
            ["owner": "a", "count": 1, "distinct_owners": 1],
        ]
        var groups: [JSON] = ["社区", "居民代表", "建设单位", "街道"]
        func answers() throws -> [JSON] {
            try [
                ask("tender_group", .object(money.merging(["lots": .list(lots)]) { $1 })),
                ask("count_owners", ["units": .list(units)]),
                ask("joint_acceptance", ["jurisdiction": "YY", "groups": .list(groups)]),
            ].map { answer in
                // The clauses are the same; they stand in the order in which they were met.
                var fields = try #require(answer.object)
                fields["because"] = nil
                return .object(fields)
            }
        }
        let before = try answers()
        lots.shuffle(using: &draws)
        units.shuffle(using: &draws)
        groups.shuffle(using: &draws)
        #expect(try answers() == before)
    }

    @Test("a day outside a rule's life never uses it, and the first and last day do")
    func lives() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        var (tried, ended, begun) = (0, 0, 0)
        for place in book.places {
            let entries = try book.entries(of: place)
            for entry in entries {
                guard let from = entry.from else { continue }
                let inside = try book.policy(for: place, on: from).value(entry.key)
                #expect(inside.value == entry.value, "\(place) \(entry.key)")
                tried += 1
                let eve = from.adding(days: -1)
                let before = entries.filter { $0.key == entry.key && ($0.to ?? eve) >= eve }
                    .first { ($0.from ?? eve) <= eve }
                let found = try? book.policy(for: place, on: eve).value(entry.key)
                #expect(found?.value == before?.value, "\(place) \(entry.key) before \(from)")
                if before == nil || before?.value != entry.value { begun += 1 }
                guard let to = entry.to else { continue }
                #expect(try book.policy(for: place, on: to).value(entry.key).value == entry.value)
                let next = to.adding(days: 1)
                let after = try? book.policy(for: place, on: next).value(entry.key)
                let successor = entries.first { $0.key == entry.key && $0.from == next }
                #expect(after?.value == successor?.value, "\(place) \(entry.key)")
                if successor?.value != entry.value { ended += 1 }
            }
        }
        #expect(tried > 500 && begun > 500 && ended >= 20, "\(tried) \(begun) \(ended)")
    }

    @Test("without a day a question is answered by the rules of today, as if today had been named")
    func today() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let days = try ["2019-10-01", "2021-03-01", "2026-03-02"].map { try day($0) }
        func answer(_ question: String, _ facts: [String: JSON], _ today: BusinessDay) -> String {
            do {
                let json = try RuleQuestions.book.ask(question, .object(facts), under: book, today: today)
                var fields = json.object ?? [:]
                // Named beside a fact that has a day, `as_of` picks no rules, and the answer says whose day did.
                fields["date_of_fact"] = nil
                return JSON.object(fields).description
            } catch {
                return "\(error)"
            }
        }
        var asked: [String: Int] = [:]
        var turned = 0
        for found in try PolicyCase.load(folder: packsFolder) {
            guard var facts = found.facts.object else { continue }
            facts["as_of"] = nil
            let silent = days.map { answer(found.question, facts, $0) }
            for (today, silent) in zip(days, silent) {
                let named = facts.merging(["as_of": .text("\(today)")]) { $1 }
                #expect(answer(found.question, named, today) == silent, "\(found.id) on \(today)")
            }
            asked[found.question, default: 0] += 1
            if Set(silent).count > 1 { turned += 1 }
        }
        // Every question was asked, and many are answered otherwise on another day.
        #expect(asked.count == RuleQuestions.book.questions.count)
        #expect(turned >= 50, "\(turned)")
    }
}
