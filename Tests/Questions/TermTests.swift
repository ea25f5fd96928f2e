import Delivery
import Policy
import Projects
import Questions
import Tendering
import Testing
import Values

@Suite("Questions: programmes, terms of law and money that goes back")
struct TermTests {
    private func policy(_ place: String, _ on: String) throws -> Policy {
        try PolicyBook.load(folder: packsFolder).policy(for: place, on: day(on))
    }

    @Test("the targets of each place come to their totals, and every term of a programme has its days")
    func targets() throws {
        #expect(try ProgrammeRules.unreconciled(under: policy("330105", "2020-03-02")).value.isEmpty)
        for (place, on) in [
            ("330100", "2024-03-04"), ("330105", "2020-03-02"), ("330106", "2024-03-04"),
            ("330302", "2021-03-02"), ("430600", "2021-03-02"),
        ] {
            let found = try #require(
                try ProgrammeRules.progress(done: 0, planned: 7, on: day(on), under: policy(place, on)))
            #expect(!found.terms.isEmpty && found.terms.allSatisfy { $0.end != nil }, "\(place)")
        }
    }

    @Test("a city's number is no number of its districts, and without one the plans are asked for")
    func districts() throws {
        let facts: JSON = ["jurisdiction": "XH", "counted_on": "2024-03-04", "done": 3]
        #expect(try problems("programme_progress", facts) == ["missing planned"])
        let city: JSON = ["jurisdiction": "HZ", "counted_on": "2024-03-04", "done": 3, "planned": 7]
        #expect(try ask("programme_progress", city)["target"] == 1000)
    }

    @Test(
        "one more community done is never later than one fewer",
        arguments: ["2019-12-31", "2020-12-31", "2021-12-31"])
    func monotonous(on: String) throws {
        let places = try policy("330105", "2020-03-02")
        var left: Int64 = .max
        for done in Int64(0)...140 {
            let found = try #require(
                try ProgrammeRules.progress(done: done, planned: nil, on: day(on), under: places))
            #expect(found.left <= left && found.left >= 0)
            #expect(found.left > 0 || found.late.isEmpty)
            left = found.left
        }
    }

    @Test("every number from 1900 on has one class of age")
    func ages() throws {
        let rules = try policy("330105", "2020-03-02")
        let names = try (1900...2030).compactMap {
            try ProgrammeRules.ageClass(ofYear: $0, under: rules)?.value.id
        }
        #expect(names.count == 131)
        #expect(names == names.sorted())
    }

    @Test("splitting does not hang on the order of purchases, and one purchase alone is none")
    func splitting() throws {
        let rules = try policy("430600", "2026-12-31")
        func purchase(_ amount: Int64, _ on: String) throws -> RepeatedPurchaseRules.Purchase {
            try .init(item: "门禁", on: day(on), amount: Fen(amount), counts: true)
        }
        let purchases = try [
            purchase(100_000_000, "2026-01-05"), purchase(99_999_999, "2026-06-01"),
            purchase(2, "2026-12-31"),
        ]
        let once = try RepeatedPurchaseRules.sums(of: purchases, inYear: 2026, under: rules)
        let again = try RepeatedPurchaseRules.sums(of: purchases.reversed(), inYear: 2026, under: rules)
        #expect(once.sums == again.sums && once.sums.map(\.isSplitting) == [true])
        let most = try RepeatedPurchaseRules.sums(of: Array(purchases.dropLast()), inYear: 2026, under: rules)
        #expect(most.sums.map(\.isSplitting) == [false])
        let one = try RepeatedPurchaseRules.sums(
            of: [purchase(900_000_000, "2026-01-05")], inYear: 2026, under: rules)
        #expect(one.sums.map(\.isSplitting) == [false])
    }

    @Test("where the limit of a province is not held, splitting is not guessed")
    func unheld() throws {
        let answer = try ask(
            "procurement_splitting",
            [
                "jurisdiction": "LC", "counted_on": "2026-03-02",
                "purchases": [
                    ["item": "门禁", "bought_on": "2026-03-02", "amount": "1.00", "open_tender": false]
                ],
            ])
        #expect(answer["determination"] == "needs_source")
    }

    @Test("an objection stops the term of a complaint for the days of its answer alone")
    func objections() throws {
        let rules = try policy("000000", "2022-03-01")
        let (start, last) = try (day("2022-03-01"), day("2022-03-11"))
        func standing(_ matter: String?, _ raised: Int?, _ answer: Int?) throws -> ComplaintRules.Standing {
            let objection = raised.map { raised in
                let raised = start.adding(days: raised)
                return ComplaintRules.Objection(
                    raised: raised, answered: answer.map { raised.adding(days: $0) })
            }
            return try ComplaintRules.standing(
                matter: matter, objection: objection, lastDay: last, under: rules
            ).value
        }
        for matter in ["documents", "opening", "candidates"] {
            #expect(try standing(matter, nil, nil) == .objectionFirst)
            for raised in 0...20 {
                for answer in 0...5 {
                    let found = try standing(matter, raised, answer)
                    #expect(found == (raised <= 10 ? .runs(uncounted: answer) : .objectionFirst))
                }
                #expect(try standing(matter, raised, nil) == (raised <= 10 ? .waits : .objectionFirst))
                #expect(try standing("other", raised, 3) == .runs(uncounted: 0))
            }
        }
        #expect(try standing(nil, 1, 3) == .runs(uncounted: 3))
        #expect(try standing(nil, nil, nil) == .runs(uncounted: 0))
    }

    @Test("the days of an objection are those of a complaint, in their order")
    func objectionFacts() throws {
        func wrong(_ more: [String: JSON], clock: String = "complaint") throws -> [String] {
            let facts: [String: JSON] = ["clock": .text(clock), "start": "2022-03-01"]
            return try problems("law_clock", .object(facts.merging(more) { _, given in given }))
        }
        #expect(try wrong(["objection_raised": "2022-02-28"]) == ["malformed objection_raised"])
        #expect(
            try wrong(["objection_raised": "2022-03-03", "objection_answered": "2022-03-02"])
                == ["malformed objection_answered"])
        #expect(try wrong(["objection_answered": "2022-03-02"]) == ["missing objection_raised"])
        #expect(
            try wrong(["objection_raised": "2022-03-02"], clock: "owners_revocation")
                == ["malformed objection_raised"])
    }

    @Test("what is no measure, content, channel or term is named, and never passed over")
    func unknown() throws {
        #expect(try problems("wage_safeguards", ["measures": ["goodwill"]]) == ["malformed measures"])
        #expect(
            try problems("plan_contents", ["jurisdiction": "HZ", "addressed": ["喷泉"]])
                == ["malformed addressed"])
        #expect(
            try problems(
                "resident_money",
                ["jurisdiction": "YY", "contributions": [["channel": "lottery", "value": "1.00"]]])
                == ["malformed contributions"])
        #expect(try problems("law_clock", ["clock": "lunch", "start": "2024-03-04"]) == ["malformed clock"])
        // Before the regulation on tenders began as well, and a term of it is not in force, not unknown.
        #expect(try problems("law_clock", ["clock": "lunch", "start": "2012-01-31"]) == ["malformed clock"])
        let early = try ask("law_clock", ["clock": "complaint_accepted", "start": "2012-01-31"])
        #expect(early["determination"] == "rule_not_in_force", "\(early)")
        #expect(try problems("organisation_code", ["code": "1234567"]) == ["malformed code"])
        #expect(try problems("retention_return", ["owner_delay": true]) == ["missing report_filed"])
    }

    @Test("an organisation code's check finds each character that is off by one")
    func checks() throws {
        let code = "12345678"
        let check = try #require(OrganisationCode.check(of: code))
        for place in code.indices {
            var slipped = code
            let digit = try #require(code[place].wholeNumberValue)
            slipped.replaceSubrange(place...place, with: String((digit + 1) % 10))
            #expect(OrganisationCode.check(of: slipped) != check)
        }
        #expect(OrganisationCode.check(of: "1234567a") == nil)
    }

    @Test("streets that came from Xiacheng have no plan that is held, by any way of writing them")
    func joined() throws {
        for name in ["天水街道", "天水", "朝晖街道", "石桥", "tianshui"] {
            let answer = try ask(
                "scope",
                [
                    "jurisdiction": "GS", "ref_date": "2021-06-01", "completed": "1998-05-01",
                    "area_name": .text(name),
                ])
            #expect(answer["determination"] == "needs_source", "\(name)")
            #expect(
                answer["needs"]?.text?.contains("下城") == true || answer["needs"] == "xc-2019-plan",
                "\(answer)")
        }
    }

    @Test("a text that began after the fact is no note of it, and one that reaches back to its rules is")
    func later() throws {
        func notes(_ on: String) throws -> [String] {
            let answer = try ask(
                "scope",
                [
                    "jurisdiction": "XH", "ref_date": .text(on), "completed": "1995-06-30",
                    "last_renovated": .null, "in_annual_expropriation": false,
                ])
            return answer["notes"]?.list?.compactMap { $0["id"]?.text } ?? []
        }
        #expect(try !notes("2023-12-30").contains("xh-2023"))
        #expect(try notes("2023-12-31").contains("xh-2023"))
    }

    @Test("a district without a pack of its own goes by the one that covers it, under its code or its name")
    func covered() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        for name in ["330108", "滨江区"] {
            let place = try #require(try book.held(name, on: day("2024-03-04")), "\(name)")
            #expect(place == "330108")
            #expect(try book.policy(for: place, on: day("2024-03-04")).packs.first?.id == "330100")
            let answer = try ask(
                "scope",
                [
                    "jurisdiction": .text(name), "ref_date": "2024-03-04", "completed": "1998-05-01",
                    "last_renovated": .null, "in_annual_expropriation": false,
                ])
            #expect(answer["determination"] == "eligible" && packs(answer).first == "330100")
        }
        #expect(try book.held("下城区", on: day("2024-03-04")) == nil)
    }

    @Test("a number cannot have been read against words that are not held")
    func reading() throws {
        let list = ReviewedNumbers(
            values: [:], readAgainst: ["held": "construction-law 第九条", "unheld": "mohurd-2 第七条"])
        #expect(
            try list.unheld(in: PolicyBook.load(folder: packsFolder))
                == ["unheld is read against words that are not held"])
    }
}
