import Policy
import Questions
import Testing
import Values

@Suite("Questions: determinations of the past")
struct ReplayTests {
    private func past(
        _ question: String, _ inputs: JSON, verdict: String, subject: ID, figures: JSON = .null,
        place: String = "330302"
    ) throws -> PastDetermination {
        let book = try PolicyBook.load(folder: packsFolder)
        return PastDetermination(
            id: ID(high: 1, low: 1), project: ID(high: 1, low: 2), title: "试点小区", place: place,
            subjectKind: "package", subject: subject, question: question, inputs: inputs,
            edition: try book.edition(for: place), asOf: try day("2026-03-02"), verdict: verdict,
            because: .list([]), figures: figures)
    }

    private func replay(_ past: PastDetermination) throws -> Replay {
        let book = try PolicyBook.load(folder: packsFolder)
        return try Replay(
            of: past, under: book.policy(edition: past.edition, place: past.place, on: past.asOf))
    }

    private let lots = [ID(high: 7, low: 1), ID(high: 7, low: 2)]

    private func tender(_ estimates: [String], verdict: String) throws -> PastDetermination {
        let listed = zip(lots, estimates).map { id, estimate -> JSON in
            [
                "id": .text(id.description), "kind": "works", "estimate": .text(estimate), "combinable": true,
            ]
        }
        return try past(
            "tender_group",
            [
                "total_investment": "22600000.00", "budget_funds": "18758000.00", "soe_dominant": false,
                "lots": .list(listed),
            ], verdict: verdict, subject: lots[0])
    }

    @Test("a tender determination comes out the same from what was stored, and differently where it lies")
    func tender() throws {
        let kept = try tender(["2500000.00", "2000000.00"], verdict: "must_tender")
        let again = try replay(kept)
        #expect(again.verdict == "must_tender")
        #expect(again.agrees(with: kept))
        #expect(again.because.contains { $0.rule == "TEN-6" })
        #expect(!again.citesTheSame(as: kept))
        let lying = try tender(["1500000.00", "2000000.00"], verdict: "must_tender")
        #expect(try replay(lying).verdict == "not_mandatory")
        #expect(try !replay(lying).agrees(with: lying))
    }

    @Test("a general contract and a consultant's listed part are judged by their own figures")
    func partsOfContracts() throws {
        let epc = try past(
            "epc_tender",
            [
                "total_investment": "22600000.00", "budget_funds": "18758000.00", "soe_dominant": false,
                "works": "3500000.00", "goods": "1000000.00", "services": "1000000.00",
            ], verdict: "must_tender", subject: lots[0])
        #expect(try replay(epc).agrees(with: epc))
        let consulting = try past(
            "tender_single",
            [
                "total_investment": "22600000.00", "budget_funds": "18758000.00", "soe_dominant": false,
                "lots": [
                    [
                        "id": .text(lots[0].description), "kind": "whole_process_consulting",
                        "estimate": "1100000.00", "combinable": true,
                    ]
                ],
            ], verdict: "must_tender", subject: lots[0])
        #expect(try replay(consulting).agrees(with: consulting))
    }

    @Test("a funding plan is held against its stored figures, to the fen")
    func funding() throws {
        let inputs: JSON = [
            "works": [
                "mandatory": "6000000.00", "basic": "8000000.00", "improve": "4000000.00",
                "upgrade": "2000000.00",
            ], "other": "1600000.00", "contingency": "1000000.00", "area": "50000.00",
        ]
        let bare = try past("lc_funding", inputs, verdict: "computed", subject: lots[0])
        let figures = try #require(try replay(bare).figures)
        #expect(figures["resident_weighted_fen"] == 384_200_000)
        let kept = try past("lc_funding", inputs, verdict: "computed", subject: lots[0], figures: figures)
        #expect(try replay(kept).agrees(with: kept))
        var other = try #require(figures.object)
        other["resident_fen"] = 1
        let lying = try past(
            "lc_funding", inputs, verdict: "computed", subject: lots[0], figures: .object(other))
        #expect(try !replay(lying).agrees(with: lying))
    }

    @Test("a change order's screening is made again, blocked without a ground")
    func change() throws {
        let inputs: [String: JSON] = [
            "ground": .null, "cost": "200000.00", "contracts": "11000000.00", "approved_changes": "0.00",
            "approved_budget": "12000000.00", "larger": false, "papers": [],
        ]
        let kept = try past(
            "change_order_screening", .object(inputs), verdict: "blocked", subject: lots[0])
        let again = try replay(kept)
        #expect(again.agrees(with: kept))
        var short = inputs
        short["contracts"] = nil
        #expect(again.reasons.contains { !$0.under.isEmpty })
        let broken = try past(
            "change_order_screening", .object(short), verdict: "blocked", subject: lots[0])
        #expect(throws: Replay.Fault.inputs("contracts")) { try replay(broken) }
    }

    @Test("whether a change is larger is found again from its figures; a flag alone holds")
    func larger() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let grounds = try book.policy(for: "330302", on: day("2026-03-02")).records("change.grounds").value
        let ground = try #require(grounds.first)
        let papers = try book.policy(for: "330302", on: day("2026-03-02")).texts("change.papers").value
        let more = try ground.texts("papers")
        var inputs: [String: JSON] = [
            "ground": .text(ground.id), "cost": "3000000.00", "contracts": "11000000.00",
            "approved_changes": "0.00", "approved_budget": "20000000.00", "larger": true,
            "papers": .list((papers + more).map { .text($0) }),
        ]
        func verdict() throws -> String {
            try replay(
                past("change_order_screening", .object(inputs), verdict: "pass", subject: lots[0])
            ).verdict
        }
        #expect(try verdict() == "refused")
        inputs["larger"] = false
        #expect(try verdict() == "pass")
        inputs["declared_larger"] = false
        inputs["contract_amount"] = "11000000.00"
        inputs["approved_absolute"] = "0.00"
        #expect(try verdict() == "refused")
        inputs["contract_amount"] = "100000000.00"
        #expect(try verdict() == "pass")
    }

    @Test("any question whose facts were stored is asked again; a stranger is named")
    func generic() throws {
        let kept = try past(
            "retention", ["settlement": "100.00", "asked": "3.00", "performance_bond_held": false],
            verdict: "allowed", subject: lots[0])
        #expect(try replay(kept).agrees(with: kept))
        let stranger = try past("oracle", [:], verdict: "yes", subject: lots[0])
        #expect(throws: Replay.Fault.unknownQuestion("oracle")) { try replay(stranger) }
    }

    @Test("other rules change the verdicts that they touch, and no others; what waits for a text stays open")
    func simulation() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let high = try tender(["4000000.00", "1.00"], verdict: "must_tender")
        let low = try tender(["100.00", "1.00"], verdict: "not_mandatory")
        let old = try past(
            "hz_subsidy_rule",
            ["district": "滨江区", "plan_entry": "2022-05-01", "completed": "1998-01-01"], verdict: "rate",
            subject: lots[0], place: "330100")
        // The day before the rule of 2018 there is none; the city's text of before 2022-03-17 is not held.
        let early = try day("2018-05-31")
        let before = try day("2021-05-01")
        let found = [high, low, old].map { one in
            Simulation(of: one) { () throws(PolicyFault) in
                try book.policy(for: one.place, on: one.place == "330100" ? before : early)
            }
        }
        #expect(found.map { $0.json["outcome"] } == ["open", "open", "open"])
        let same = [high, low].map { one in
            Simulation(of: one) { () throws(PolicyFault) in
                try book.policy(for: one.place, on: one.asOf)
            }
        }
        #expect(same.map { $0.json["outcome"] } == ["same", "same"])
        let packs = try PolicyBook.published(from: packsFolder).map { $0.raisingTheLine() }
        let raised = try PolicyBook(published: packs)
        let changed = [high, low].map { one in
            Simulation(of: one) { () throws(PolicyFault) in
                try raised.policy(for: one.place, on: one.asOf)
            }
        }
        #expect(changed.map { $0.json["outcome"] } == ["changed", "same"])
        #expect(changed[0].json["would_be"] == "not_mandatory")
        #expect(Simulation.summary(changed)["changed"] == 1)
        #expect(Simulation.summary(changed)["projects_changed"] == 1)
    }

    @Test("two places differ by key, with the clause of each side; a place does not differ from itself")
    func differences() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let on = try day("2026-03-02")
        let country = try book.policy(for: "000000", on: on)
        let lucheng = try book.policy(for: "330302", on: on)
        #expect(PolicyDifference.between(lucheng, lucheng).isEmpty)
        let found = PolicyDifference.between(country, lucheng)
        let principle = try #require(found.first { $0.key == "change.allowed_in_principle" })
        #expect(principle.change == .changed)
        #expect(principle.after?["because"]?["rule"] == "LC-08-5")
        #expect(found.first { $0.key == "funding.cap_per_m2" }?.change == .added)
        #expect(!found.contains { $0.key == "tender.threshold.works" })
        let back = PolicyDifference.between(lucheng, country)
        #expect(back.first { $0.key == "funding.cap_per_m2" }?.change == .removed)
        #expect(back.count == found.count)
    }
}

extension Published {
    /// The same pack with the line for works at five million.
    fileprivate func raisingTheLine() -> Published {
        let files = files.map {
            PackFile(path: $0.path, text: $0.text.replacing("\"4000000.00\"", with: "\"5000000.00\""))
        }
        return Published(
            packID: packID, version: packVersion(files), status: status, parent: parent, files: files)
    }
}
