import Foundation
import Policy
import Testing
import Values

@Suite("Policy packs: resolving by place and day")
struct ResolutionTests {
    @Test("the entry in force on the day of the fact answers, and its clause comes with it")
    func byDay() throws {
        let packs = try ScratchPacks(soundFiles())
        let book = try PolicyBook.load(folder: packs.path)
        let before = try book.policy(for: "330302", on: day("2020-06-30")).int("works.days")
        #expect(before.value == 10)
        #expect(before.citation.rule == "ACT-1")
        #expect(before.citation.document == "国令第1号")
        #expect(before.citation.clause == "第一条")
        #expect(before.citation.quote == "期限为十日，自公布")
        #expect(before.citation.verified)
        let after = try book.policy(for: "330302", on: day("2020-07-01")).int("works.days")
        #expect(after.value == 12)
        #expect(after.citation.isHouseRule)
        #expect(!after.citation.verified)
    }

    @Test("what is not in force, not known, not held or not of the kind is a fault and never a default")
    func faults() throws {
        let packs = try ScratchPacks(soundFiles())
        let book = try PolicyBook.load(folder: packs.path)
        let early = try day("2018-12-31")
        let silent = #expect(throws: PolicyFault.self) {
            try book.policy(for: "330302", on: early).int("works.days")
        }
        #expect(silent?.code == "rule_not_in_force")
        #expect(silent?.key == "works.days")
        let policy = try book.policy(for: "330302", on: day("2020-07-01"))
        #expect(throws: PolicyFault.keyMissing(key: "works.hours", place: "330302")) {
            try policy.int("works.hours")
        }
        #expect(throws: PolicyFault.wrongKind(key: "works.days", expected: .money)) {
            try policy.fen("works.days")
        }
        let lost = Citation(rule: "LOST-1", document: "区发〔2019〕1号", clause: "", verified: false)
        #expect(throws: PolicyFault.needsSource(key: "works.method", document: "lost", citation: lost)) {
            try policy.text("works.method")
        }
        #expect(throws: PolicyFault.placeUnknown(place: "330303")) {
            try book.policy(for: "330303", on: early)
        }
        let edition = try book.edition(for: "330302")
        #expect(throws: PolicyFault.editionUnknown(edition: edition, place: "000000")) {
            try book.policy(edition: edition, place: "000000", on: early)
        }
    }

    @Test("an entry may send one period up to the parent and answer for the next itself")
    func periodInherits() throws {
        var files = soundFiles()
        files["330302-district/works.yaml"] = """
            works.days:
              kind: int
              entries:
                - {inherit: parent, from: 2019-01-01, to: 2020-12-31}
                - {value: 30, from: 2021-01-01, to: null, rule: HOUSE-9, house_rule: true, note: 试}
            """
        let packs = try ScratchPacks(files)
        let book = try PolicyBook.load(folder: packs.path)
        #expect(try book.policy(for: "330302", on: day("2020-12-31")).int("works.days").value == 12)
        let later = try book.policy(for: "330302", on: day("2021-01-01"))
        #expect(try later.int("works.days").value == 30)
        #expect(try later.origin(of: "works.days").id == "330302")
    }

    @Test("a draft anywhere in the chain takes the binding force from every answer")
    func draft() throws {
        var files = soundFiles()
        files["330302-district/pack.yaml"] = files["330302-district/pack.yaml"]?
            .replacingOccurrences(of: "status: binding", with: "status: draft")
        let packs = try ScratchPacks(files)
        let book = try PolicyBook.load(folder: packs.path)
        #expect(try !book.policy(for: "330302", on: day("2020-07-01")).binding)
        #expect(try book.policy(for: "000000", on: day("2020-07-01")).binding)
    }

    @Test("an edition names the whole chain: a change above changes it, a new case does not")
    func editions() throws {
        var files = soundFiles()
        let first = try edition(of: files)
        #expect(try edition(of: files) == first)
        files["330302-district/cases/extra.yaml"] = "- {id: x, question: scope, facts: {}, expect: {}}\n"
        #expect(try edition(of: files) == first)
        files["000000-country/works.yaml"]? += "\n# a remark\n"
        #expect(try edition(of: files) != first)
    }

    @Test("published rows give the same book back, and old editions stay answerable")
    func published() throws {
        var files = soundFiles()
        let old = try rows(of: files)
        files["000000-country/works.yaml"] = files["000000-country/works.yaml"]?
            .replacingOccurrences(of: "value: 12", with: "value: 13")
        let new = try rows(of: files)
        #expect(old.map(\.packID) == ["000000", "330302"])
        #expect(old[1].version == new[1].version)

        let before = try PolicyBook(published: old)
        let pinned = try before.edition(for: "330302")
        let book = try PolicyBook(published: old + new)
        let today = try day("2021-01-01")
        #expect(try book.policy(edition: pinned, place: "330302", on: today).int("works.days").value == 12)
        #expect(try book.policy(for: "330302", on: today).int("works.days").value == 13)
        #expect(try book.edition(for: "330302") != pinned)
        #expect(book.published == old + new)
    }

    @Test("a published row whose files were touched is refused")
    func tampered() throws {
        var rows = try rows(of: soundFiles())
        let row = rows[1]
        rows[1] = Published(
            packID: row.packID, version: row.version, status: row.status, parent: row.parent,
            files: row.files.map {
                PackFile(path: $0.path, text: $0.text.replacingOccurrences(of: "LOST-1", with: "LOST-2"))
            })
        #expect(throws: PackErrors.self) { try PolicyBook(published: rows) }
    }

    private func rows(of files: [String: String]) throws -> [Published] {
        let packs = try ScratchPacks(files)
        return try PolicyBook.published(from: packs.path)
    }

    private func edition(of files: [String: String]) throws -> String {
        let packs = try ScratchPacks(files)
        return try PolicyBook.load(folder: packs.path).edition(for: "330302")
    }
}
