import Questions
import Testing
import Values

@testable import Policy

@Suite("Questions: what a changed parameter changes")
struct AlteredPackTests {
    /// The answer under the packs of the tree with the first value of one key replaced.
    private func changed(
        _ question: String, _ facts: JSON, with key: String, in pack: String, _ value: String,
        as other: String
    ) throws -> JSON {
        var isReplaced = false
        let rows = try PolicyBook.published(from: packsFolder).map { row in
            let files = row.files.map { file in
                guard row.packID == pack, let start = file.text.firstRange(of: "\n\(key):\n")?.upperBound,
                    let place = file.text[start...].firstRange(of: "- value: \(value)\n")
                else { return file }
                isReplaced = true
                var text = file.text
                text.replaceSubrange(place, with: "- value: \(other)\n")
                return PackFile(path: file.path, text: text)
            }
            return Published(
                packID: row.packID, version: packVersion(files), status: row.status, parent: row.parent,
                files: files)
        }
        try #require(isReplaced)
        return try RuleQuestions.book.ask(
            question, facts, under: PolicyBook(published: rows), today: day("2026-03-02"))
    }

    private let works: JSON = [
        "works": ["basic": "1000000.00"], "other": "100000.00", "contingency": "0.00", "area": "2000.00",
    ]

    @Test(
        "without the weight only the works are shared; with the base before the residents the cap takes their share in"
    )
    func funding() throws {
        let own = try ask("lc_funding", works)
        #expect(own["resident_weighted"] == "110000.00" && own["base"] == "990000.00")
        let unweighted = try changed(
            "lc_funding", works, with: "funding.weighted", in: "330302", "true", as: "false")
        #expect(unweighted["resident_weighted"] == "100000.00" && unweighted["base"] == "1000000.00")
        let whole = try changed(
            "lc_funding", works, with: "funding.base_after_residents", in: "330302", "true", as: "false")
        #expect(whole["base"] == "1100000.00" && whole["subsidy"] == "690000.00")
        #expect(own["subsidy"] == "800000.00")
        #expect(own["resident_total"] == "300000.00" && whole["resident_total"] == "410000.00")
    }

    @Test(
        "the day that a subsidy goes by decides what is left out, and the other day is shown beside it (K14)")
    func dateOfFact() throws {
        let facts: JSON = [
            "district": "拱墅区", "plan_entry": "2020-05-01", "completed": "1998-01-01",
            "final_accounts": "40000000.00", "excluded": ["secondary_water": "10000000.00"],
            "area": "100000.00",
        ]
        let own = try ask("hz_subsidy", facts)
        #expect(own["subsidy"] == "20000000.00" && own["by_accounts_approved"]?["subsidy"] == "15000000.00")
        let other = try changed(
            "hz_subsidy", facts, with: "subsidy.date_of_fact", in: "330100", "plan_entry",
            as: "accounts_approved")
        #expect(other["subsidy"] == "15000000.00" && other["by_plan_entry"]?["subsidy"] == "20000000.00")
    }

    @Test("a ban on digging that begins with another day waits for that day")
    func noDig() throws {
        let facts: JSON = [
            "accepted": "2025-01-05", "request": "2026-01-05", "emergency": false, "jurisdiction": "YY",
        ]
        #expect(try ask("no_dig", facts)["determination"] == "blocked")
        let other = try changed(
            "no_dig", facts, with: "nodig.start", in: "430600", "joint_acceptance", as: "completion_report")
        #expect(other["determination"] == "needs_source" && other["needs"] != nil)
    }
}
