import Policy
import Testing
import Values

@Suite("Conflicts between texts, as the packs settle them")
struct ConflictTests {
    private func policy(_ place: String, _ iso: String = "2026-03-02") throws -> Policy {
        try PolicyBook.load(folder: packsFolder).policy(for: place, on: day(iso))
    }

    private func version(_ id: String, _ place: String) throws -> PolicyRecord {
        try #require(try policy(place).records("rules.versions").value.first { $0.id == id })
    }

    @Test(
        "Xihu’s document is in force before it is published, and flagged for that and for its rank (K17, K18)"
    )
    func xihu() throws {
        let own = try version("xh-2023", "330106")
        #expect(try own.text("start") == "2023-12-31")
        #expect(try own.text("published") == "2024-01-04")
        #expect(try own.text("flag_zh").contains("下级取代上级"))
        // In the gap the document decides, and not the one before it.
        let gap = try policy("330106", "2024-01-02").records("consultation.participants")
        #expect(gap.citation.document == "xh-2023" || gap.citation.clause.contains("三（二）"))
        #expect(gap.value.contains { $0.id == "enforcement" })
        #expect(try version("xh-2019-58", "330106").text("until") == "2023-12-30")
    }

    @Test("publicity has a length in law only in Lucheng; elsewhere it is recommended by the platform (K20)")
    func publicity() throws {
        let own = try policy("330302").int("publicity.min_workdays")
        #expect(own.value == 5 && own.citation.rule == "LC-05-4" && !own.citation.isHouseRule)
        for place in ["330105", "330106", "330108", "430602"] {
            let policy = try policy(place)
            #expect(!policy.keys.contains("publicity.min_workdays"))
            #expect(try policy.int("publicity.recommended_workdays").citation.isHouseRule)
        }
    }

    @Test("drawings are reviewed before use unless Lucheng’s pledge stands in, from its day on (K21)")
    func drawings() throws {
        #expect(try policy("330302", "2020-06-30").bool("drawings.reviewed_before_use").value)
        #expect(try !policy("330302", "2020-07-01").bool("drawings.reviewed_before_use").value)
        #expect(try policy("330106").bool("drawings.reviewed_before_use").value)
    }

    @Test("Lucheng files by its own shorter lists, others by the country’s (K22)")
    func filings() throws {
        func count(_ key: String, _ place: String) throws -> Int {
            try policy(place).records(key).value.count
        }
        #expect(try count("filing.documents", "330302") == 2)
        #expect(try count("filing.documents", "330106") == 5)
        #expect(try count("fire_filing.documents", "330302") == 4)
        #expect(try count("fire_filing.documents", "430602") == 3)
    }

    @Test("what a contract may say of an audit goes by its day (K26)")
    func audits() throws {
        func basis(_ iso: String) throws -> String {
            try policy("330302", iso).text("payment.sme.audit_basis").value
        }
        #expect(try basis("2020-09-01") == "unless_contract_or_law")
        #expect(try basis("2025-05-31") == "unless_contract_or_law")
        #expect(try basis("2025-06-01") == "unless_law")
    }

    @Test("the fire filing’s days go by the day of acceptance; before its text nothing is told (K29)")
    func fire() throws {
        #expect(try policy("330302", "2020-06-01").int("fire_filing.workdays").value == 5)
        #expect(try policy("330302", "2023-10-30").int("fire_filing.workdays").value == 5)
        #expect(throws: PolicyFault.self) { try policy("330105", "2020-05-31").int("fire_filing.workdays") }
    }

    @Test("the second interpretation is known and not held: what rests on it is to be looked at again (K35)")
    func interpretation() throws {
        let own = try version("interpretation-2-2026", "000000")
        #expect(try own.text("start") == "2026-06-30")
        #expect(try own.text("status") == "text_missing")
    }

    @Test("an item has one class of its place’s scheme: four classes in Lucheng, two lists in Gongshu (K36)")
    func classes() throws {
        #expect(
            try policy("330302").records("plan.classes").value.map(\.id) == [
                "mandatory", "basic", "improve", "upgrade",
            ])
        let counts = try policy("330105").records("plan.item_counts").value.map { try $0.int("count") }
        #expect(counts == [24, 12])
        #expect(try !policy("330105").keys.contains("plan.classes"))
    }
}
