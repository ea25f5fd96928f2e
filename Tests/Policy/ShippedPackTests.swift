import Foundation
import Policy
import Testing
import Values

@Suite("Policy packs: the packs that ship")
struct ShippedPackTests {
    @Test("the packs load clean, and every quote stands in its document")
    func clean() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        #expect(
            book.places == [
                "000000", "330000", "330100", "330105", "330106", "330300", "330302", "430000", "430600",
            ])
        #expect(
            ["GS", "XH", "HZ", "LC", "YY"].map(book.place) == [
                "330105", "330106", "330100", "330302", "430600",
            ])
        #expect(book.place(named: "LC") == "330302")
        #expect(book.place(named: "330300") == "330300")
        #expect(book.place(named: "XX") == nil)
        #expect(book.name(of: "330302") == Words("鹿城区", "Lucheng"))
    }

    @Test(
        "the five policy documents are held word for word, and every clause stands in its text",
        arguments: [
            ("330100-hangzhou", "hz-2022-10"), ("330105-gongshu", "gs-2019-interpretation"),
            ("330106-xihu", "xh-2023"), ("330302-lucheng", "lc-2020-21"), ("430600-yueyang", "yy-draft"),
        ])
    func held(pack: String, id: String) throws {
        let path = packsFolder + "/" + pack + "/texts/" + id + ".txt"
        let bytes = try #require(FileManager.default.contents(atPath: path))
        let text = folded(String(decoding: bytes, as: UTF8.self))
        // Loading proves the hash and each clause against the held text, or fails.
        let book = try PolicyBook.load(folder: packsFolder)
        let document = try #require(try book.documents(of: String(pack.prefix(6)))[id])
        #expect(document.evidence == .seen)
        var held = 0
        for (name, words) in document.clauses {
            let words = folded(try #require(words))
            #expect(text.contains(words), "\(name)")
            held += words.count
        }
        #expect(held * 10 >= text.count * 8, "\(held) of \(text.count) characters stand in clauses")
    }

    @Test("a place without its own pack answers by the pack that covers it, and by no other")
    func covered() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        #expect(book.pack(for: "330108") == "330100")
        #expect(book.pack(for: "330105") == "330105")
        #expect(book.pack(for: "430602") == "430600")
        // Other counties of Yueyang make their own rules; another district of Wenzhou has none of Lucheng's.
        #expect(book.pack(for: "430621") == nil)
        #expect(book.pack(for: "330304") == nil)
        #expect(book.place(named: "330108") == "330108")
        let policy = try book.policy(for: "330108", on: day("2024-01-02"))
        #expect(policy.place == "330108")
        #expect(policy.packs.map(\.id) == ["330100", "330000", "000000"])
        #expect(try policy.edition == book.edition(for: "330100"))
    }

    @Test("the draft of Yueyang binds nobody; an interpretation is named as one")
    func status() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let today = try day("2026-03-02")
        #expect(try !book.policy(for: "430600", on: today).binding)
        #expect(try !book.policy(for: "430602", on: today).binding)
        let gongshu = try book.policy(for: "330105", on: today)
        #expect(gongshu.binding)
        #expect(gongshu.packs.first?.status == .interpretation)
    }

    @Test("no value comes from law that is not cited: quotes where verified, a note where ours")
    func everyValueIsCited() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let policy = try book.policy(for: "330302", on: day("2026-03-02"))
        #expect(policy.keys.count > 110)
        var waiting: [String] = []
        for key in policy.keys {
            guard let found = try? policy.value(key) else {
                waiting.append(key)
                continue
            }
            var citations = [found.citation]
            if case .records(let records) = found.value { citations += records.map(\.citation) }
            for citation in citations {
                #expect(!citation.clause.isEmpty, "\(key)")
                #expect(!citation.verified || !citation.quote.isEmpty, "\(key)")
                #expect(!citation.isHouseRule || !citation.verified, "\(key)")
            }
        }
        #expect(
            waiting == [
                "procurement.limits", "procurement.small_works_bands", "tender.small_works_method",
            ])
    }

    @Test("Lucheng's numbers are the document's")
    func numbers() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let policy = try book.policy(for: "330302", on: day("2020-07-01"))
        #expect(try policy.ratio("funding.share.mandatory").value == Ratio(0, 1))
        #expect(try policy.ratio("funding.share.basic").value == Ratio(1, 10))
        #expect(try policy.ratio("funding.share.improve").value == Ratio(3, 10))
        #expect(try policy.ratio("funding.share.upgrade").value == Ratio(7, 10))
        let cap = try policy.fen("funding.cap_per_m2")
        #expect(cap.value == Fen(yuan: "400.00"))
        #expect(cap.citation.document == "温鹿政办〔2020〕21号")
        #expect(cap.citation.clause == "三（三）1")
        #expect(cap.citation.verified)
        #expect(try policy.bool("change.allowed_in_principle").value == false)
        #expect(try policy.bool("change.allowed_in_principle").citation.quote == "原则上不允许工程变更")
        #expect(
            try policy.records("launch.required_papers").value.map { try $0.int("number") } == [1, 2, 3, 4])
        #expect(try policy.records("filing.documents").value.count == 2)
        #expect(try policy.records("fire_filing.documents").value.count == 4)
        #expect(try policy.records("handover.kinds").value.count == 6)
        #expect(policy.packs.map(\.id) == ["330302", "330300", "330000", "000000"])
        #expect(policy.binding)
    }

    @Test("what every key of the packs is about has a name")
    func families() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let keys = try Set(book.places.flatMap { try book.policy(for: $0, on: day("2026-03-02")).keys })
        #expect(keys.count > 100)
        #expect(keys.filter { KeyFamilies.words(of: $0) == nil }.sorted() == [])
    }

    @Test("before its first day the Lucheng document gives no value")
    func notYet() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let eve = try day("2020-06-30")
        let silent = #expect(throws: PolicyFault.self) {
            try book.policy(for: "330302", on: eve).fen("funding.cap_per_m2")
        }
        #expect(silent?.code == "rule_not_in_force")
        // A clerk reads what it is about; the key and the clause nearest to the day stand beside.
        #expect(silent?.key == "funding.cap_per_m2")
        #expect(silent?.words.zh == "关于资金筹集，2020-06-30 没有唯一有效的规定")
        #expect(silent?.citation?.rule.hasPrefix("LC-") == true)
        let first = try book.policy(for: "330302", on: day("2020-07-01"))
        #expect(try first.fen("funding.cap_per_m2").value.amount > 0)
        #expect(try book.policy(for: "330302", on: day("2026-03-02")).has("funding.cap_per_m2"))
    }

    @Test("national numbers reach Lucheng through the chain, marked where they were not read")
    func inherited() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let policy = try book.policy(for: "330302", on: day("2026-03-02"))
        let works = try policy.fen("tender.threshold.works")
        #expect(works.value == Fen(yuan: "4000000.00"))
        #expect(works.citation.rule == "TEN-3")
        #expect(!works.citation.verified)
        #expect(try policy.origin(of: "tender.threshold.works").id == "000000")
        let filing = try policy.int("filing.days")
        #expect(filing.value == 15)
        #expect(filing.citation.verified)
        #expect(try policy.int("acceptance.notice_workdays").value == 7)
        #expect(try policy.bool("handover.owners_decision").citation.rule == "UTL-05")
        #expect(throws: PolicyFault.self) { try policy.text("tender.small_works_method") }
    }

    @Test("the permit limit of Zhejiang changes on 2020-09-01, and the national one stays inclusive")
    func permitLimit() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let before = try book.policy(for: "330302", on: day("2020-08-31"))
        #expect(try before.fen("permit.exempt_below").value == Fen(yuan: "300000.00"))
        #expect(try before.bool("permit.exempt_inclusive").value)
        let after = try book.policy(for: "330302", on: day("2020-09-01"))
        #expect(try after.fen("permit.exempt_below").value == Fen(yuan: "2000000.00"))
        #expect(try !after.bool("permit.exempt_inclusive").value)
        #expect(try after.origin(of: "permit.exempt_below").id == "330000")
    }

    @Test("every role that the packs name is a role, and every seat belongs to a mode")
    func roles() throws {
        let policy = try PolicyBook.load(folder: packsFolder).policy(for: "330302", on: day("2026-03-02"))
        let modes = try policy.records("delivery.modes").value
        for mode in modes {
            for seat in try mode.texts("seats") { #expect(Role(rawValue: seat) != nil, "\(seat)") }
        }
        for bar in try policy.records("delivery.incompatible").value {
            #expect(Role(rawValue: try bar.text("role_a")) != nil, "\(bar.id)")
            #expect(Role(rawValue: try bar.text("role_b")) != nil, "\(bar.id)")
            #expect(["same_org", "affiliate"].contains(try bar.text("reach")))
            #expect(Set(try bar.texts("modes")).isSubset(of: modes.map(\.id)))
        }
        for seat in try policy.records("acceptance.mandatory_seats").value {
            #expect(Role(rawValue: try seat.text("role")) != nil, "\(seat.id)")
            if seat.has("or_role") { #expect(Role(rawValue: try seat.text("or_role")) != nil) }
            #expect(modes.map(\.id).contains(try seat.text("mode")))
        }
        for role in try policy.texts("change.opinions").value + policy.texts("change.approvals").value
            + policy.texts("handover.signers").value
        {
            #expect(Role(rawValue: role) != nil, "\(role)")
        }
    }

    @Test("an answer is either in hours or in working days, for every severity")
    func severities() throws {
        let policy = try PolicyBook.load(folder: packsFolder).policy(for: "330302", on: day("2026-03-02"))
        let severities = try policy.records("issue.severities").value
        #expect(severities.map(\.id) == ["S1", "S2", "S3", "S4"])
        for severity in severities {
            #expect(severity.has("accept_hours") != severity.has("accept_workdays"), "\(severity.id)")
            #expect(severity.has("fix_hours") != severity.has("fix_workdays"), "\(severity.id)")
        }
        #expect(try severities.map { try $0.bool("blocks_acceptance") } == [true, true, false, false])
    }

    @Test("what stands open is told: each missing text once, and every reading that is the platform's own")
    func openMatters() throws {
        let lines = try PolicyBook.load(folder: packsFolder).openMatters()
        #expect(lines.count { $0.hasPrefix("missing\t") } >= 14)
        #expect(lines.contains { $0.hasPrefix("missing\t330100\t杭政办函〔2019〕72号") })
        #expect(lines.contains { $0.hasPrefix("house\tHOUSE-DIG-1\t") && $0.hasSuffix("nodig.banned") })
        #expect(Set(lines).count == lines.count)
    }
}
