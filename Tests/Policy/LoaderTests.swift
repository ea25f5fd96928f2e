import Foundation
import Testing
import Values

@testable import Policy

@Suite("Policy packs: reading and checking")
struct LoaderTests {
    @Test("sound packs load, and nothing is wrong with them")
    func sound() throws {
        let packs = try ScratchPacks(soundFiles())
        #expect(packs.problems() == [])
    }

    @Test("every fault of a set of packs is reported at once, with file and key")
    func allAtOnce() throws {
        var files = soundFiles()
        files["000000-country/works.yaml"] = """
            works.days:
              kind: int
              entries:
                - value: ten
                  from: 2019-01-01
                  to: 2020-06-30
                  rule: ACT-1
                  source: {document: act, clause: 第一条, quote: 期限为二十日}
                  verified: true
                - value: 12
                  from: 2020-06-30
                  to: null
                  rule: ACT-2
                  source: {document: nowhere, clause: 第一条, quote: null}
                  verified: false
            works.sum:
              entries:
                - value: "1.00"
                  from: 2019-01-01
                  to: null
                  rule: ACT-1
                  source: {document: act, clause: 第九条, quote: null}
                  verified: false
            works.extra: {kind: bool, colour: red}
            """
        files["330302-district/works.yaml"] = "works.invented: {inherit: parent}\n"
        let found = try ScratchPacks(files).problems().map { "\($0.file) \($0.key): \($0.message)" }
        for expected in [
            "000000-country/works.yaml works.days.entries[0].value: is not of kind int",
            "000000-country/works.yaml works.days.entries[0].source.quote: is not found in act, 第一条",
            "000000-country/works.yaml works.days.entries[1].source.document: is unknown: nowhere",
            "000000-country/works.yaml works.sum.kind: is missing",
            "000000-country/works.yaml works.extra: has neither entries nor inherit nor needs_source",
            "330302-district works.days: is silent: write entries, inherit: parent or needs_source",
            "330302-district/works.yaml works.invented: is an unknown key: no parent has it",
        ] {
            #expect(found.contains(expected), "not among \(found)")
        }
    }

    @Test(
        "one fault in one place is named as that fault",
        arguments: [
            ("      to: 2020-06-30", "      to: 2020-07-01", "two entries are in force on 2020-07-01"),
            (
                "      to: 2020-06-30", "      to: 2020-06-15",
                "says nothing from 2020-06-16 to 2020-06-30: write what holds then"
            ),
            ("value: 10", "value: 11", "is a number that its quote does not say"),
            ("value: 10", "value: \"10\"", "is not of kind int"),
            ("kind: int", "kind: number", "is none of money, int, ratio, bool, text, texts, records: number"),
            ("第一条, quote: 期", "第二条, quote: 期", "is unknown in act: 第二条"),
            ("quote: 期限为十日，自公布", "quote: null", "verified needs a text that was seen and a quote from it"),
            ("      verified: true", "      verified: true\n      colour: red", "is an unknown field"),
            (
                "      verified: true", "      verified: true\n      relation: maybe",
                "is none of applies, narrows, overrides, superseded_only_where_inconsistent, both_must_pass: maybe"
            ),
            ("from: 2019-01-01", "from: 2018-12-31", "is in force from 2019-01-01, after 2018-12-31"),
            ("      note: 平台设定", "", "a house rule says why"),
            ("rule: HOUSE-1", "rule: ACT-2", "a house rule's id begins HOUSE-"),
            ("house_rule: true\n", "verified: false\n", "a rule HOUSE-… is marked house_rule"),
            ("from: 2020-07-01", "from: 2020-02-30", "is not a day like 2020-07-01"),
            ("      to: null\n", "", "is missing: write null where there is none"),
        ]
    )
    func single(part: String, replacement: String, message: String) throws {
        var files = soundFiles()
        let name = "000000-country/works.yaml"
        let text = try #require(files[name])
        try #require(text.contains(part))
        files[name] = text.replacingOccurrences(of: part, with: replacement)
        let found = try ScratchPacks(files).problems()
        #expect(found.contains { $0.message == message && $0.file == name }, "found \(found)")
    }

    @Test(
        "a number stands in its quote, in digits or in words, and not as a part of another",
        arguments: [
            ("不得少于20日", PolicyValue.int(20), true), ("不得少于二十日", .int(20), true),
            ("不得少于120日", .int(20), false), ("1999 年（含）以前", .int(1999), true),
            ("1999 年（含）以前", .int(1985), false), ("最长不超过2年", .int(24), true),
            ("在400万元人民币以上", .money(Fen(400_000_000)), true),
            ("在400万元人民币以上", .money(Fen(500_000_000)), false),
            ("每平方米400元", .money(Fen(40_000)), true), ("每平方米1400元", .money(Fen(40_000)), false),
            ("三分之二以上", Ratio(2, 3).map { .ratio($0) }, true),
            ("符合“双2/3”条件", Ratio(2, 3).map { .ratio($0) }, true),
            ("参与表决人数过半数", Ratio(1, 2).map { .ratio($0) }, true),
            ("每日利率万分之五", Ratio(1, 2000).map { .ratio($0) }, true),
            ("中标合同金额的10%", Ratio(1, 10).map { .ratio($0) }, true),
            ("中标合同金额的10%", Ratio(1, 5).map { .ratio($0) }, false),
            ("百分之二十五", Ratio(1, 4).map { .ratio($0) }, true), ("分为三类", .bool(true), true),
        ] as [(String, PolicyValue?, Bool)])
    func quotedNumbers(quote: String, value: PolicyValue?, says: Bool) throws {
        #expect(try QuotedNumber.says(quote, #require(value)) == says)
    }

    @Test(
        "a place that begins to speak later than the packs above says what held before; what was published is read on"
    )
    func laterThanAbove() throws {
        func days(_ before: String, to last: String = "null") -> String {
            """
            works.days:
              kind: int
              entries:
            \(before)    - value: 7
                  from: 2020-03-01
                  to: \(last)
                  rule: HOUSE-2
                  house_rule: true
                  note: 本地设定
            works.method: {needs_source: lost, rule: LOST-1}
            """
        }
        func found(_ text: String) throws -> [String] {
            var files = soundFiles()
            files["330302-district/works.yaml"] = text
            return try ScratchPacks(files).problems().map(\.message)
        }
        let inherited = "    - inherit: parent\n      from: 2019-01-01\n      to: 2020-02-29\n"
        #expect(try found(days(inherited)) == [])
        let missing = "write inherit: parent or needs_source for the days"
        #expect(
            try found(days("")) == ["begins on 2020-03-01, but on 2019-01-01 above: \(missing) before"])
        #expect(
            try found(days(inherited, to: "2021-12-31")) == [
                "ends on 2021-12-31, but not above: \(missing) after"
            ])
        var files = soundFiles()
        files["330302-district/works.yaml"] = days(inherited)
        let packs = try ScratchPacks(files)
        let rows = try PolicyBook.load(folder: packs.path).published.map { row in
            let old = row.files.map { PackFile(path: $0.path, text: $0.text.replacing(inherited, with: "")) }
            return Published(
                packID: row.packID, version: packVersion(old), status: row.status, parent: row.parent,
                files: old)
        }
        #expect(try PolicyBook(published: rows).places == ["000000", "330302"])
    }

    @Test("a place is covered by one pack, and by none where it has its own")
    func covers() throws {
        var files = soundFiles()
        let head = "000000-country/pack.yaml"
        files[head] = files[head].map { $0 + "\ncovers: [\"330303\"]" }
        let packs = try ScratchPacks(files)
        let book = try PolicyBook.load(folder: packs.path)
        #expect(try book.policy(for: "330303", on: day("2020-07-01")).packs.map(\.id) == ["000000"])
        files["330302-district/pack.yaml"] = files["330302-district/pack.yaml"].map {
            $0 + "\ncovers: [\"330303\"]"
        }
        let twice = try ScratchPacks(files).problems().map(\.message)
        #expect(twice == ["330303 already answers to the pack 000000"])
        files = soundFiles()
        files[head] = files[head].map { $0 + "\ncovers: [\"330302\", 3303]" }
        let wrong = try ScratchPacks(files).problems().map(\.message)
        #expect(wrong.contains("is not a list of division codes of six digits"))
        #expect(wrong.contains("330302 already answers to the pack 330302"))
    }

    @Test("a number in the form of a float, of loose money, or of a quoted truth is not a value")
    func looseValues() throws {
        let kinds = [
            ("money", "100.5"), ("money", "100"), ("ratio", "0.1"), ("bool", "\"true\""), ("texts", "[a, ~]"),
        ]
        for (kind, value) in kinds {
            var files = soundFiles()
            files["000000-country/delivery.yaml"] = """
                delivery.x:
                  kind: \(kind)
                  entries:
                    - {value: \(value), from: 2020-01-01, to: null, rule: HOUSE-2, house_rule: true, note: 试}
                """
            files["330302-district/delivery.yaml"] = "delivery.x: {inherit: parent}\n"
            let found = try ScratchPacks(files).problems()
            #expect(found.map(\.message) == ["is not of kind \(kind)"], "\(kind) \(value)")
        }
    }

    @Test("records answer for each of their fields, and may stand on clauses of their own")
    func records() throws {
        var files = soundFiles()
        files["330302-district/delivery.yaml"] = """
            delivery.rows:
              kind: records
              fields: {zh: text, days: int?}
              entries:
                - value:
                    - {id: a, zh: 甲, days: 3}
                    - {id: b, zh: 乙, rule: ACT-1, source: {document: act, clause: 第一条, quote: 自公布之日起}, verified: true}
                  from: 2020-01-01
                  to: null
                  rule: HOUSE-3
                  house_rule: true
                  note: 试
            """
        let packs = try ScratchPacks(files)
        let policy = try PolicyBook.load(folder: packs.path).policy(for: "330302", on: day("2020-05-01"))
        let rows = try policy.records("delivery.rows")
        #expect(rows.citation.isHouseRule)
        #expect(rows.value.map(\.id) == ["a", "b"])
        #expect(try rows.value[0].int("days") == 3)
        #expect(rows.value[0].citation.rule == "HOUSE-3")
        #expect(rows.value[1].citation.quote == "自公布之日起")
        #expect(!rows.value[1].has("days"))
        #expect(throws: PolicyFault.fieldMissing(record: "b", field: "days", expected: .int)) {
            try rows.value[1].int("days")
        }

        files["330302-district/delivery.yaml"]? += "\n"
        files["330302-district/delivery.yaml"] = files["330302-district/delivery.yaml"]?
            .replacingOccurrences(of: "zh: 甲, days: 3", with: "days: many, size: 4")
            .replacingOccurrences(of: "id: b", with: "id: a")
        let messages = try ScratchPacks(files).problems().map { $0.key + " " + $0.message }
        let spot = "delivery.rows.entries[0].value."
        #expect(messages.contains(spot + "[0].zh is missing"))
        #expect(messages.contains(spot + "[0].days is not of kind int"))
        #expect(messages.contains(spot + "[0].size is an unknown field"))
        #expect(messages.contains(spot + "[1].id stands twice: a"))
    }

    @Test("a held text that is not the one that was read is refused, and so is a clause that it lacks")
    func heldTexts() throws {
        var files = soundFiles()
        files["000000-country/texts/act.txt"] = "第一条 期限为\n\n十日，自公布之日起。"
        let wrong = try ScratchPacks(files).problems()
        #expect(wrong.count == 1)
        #expect(wrong.first?.key == "act.sha256")

        let hash = try #require(wrong.first?.message.split(separator: " ").last)
        let sources = "000000-country/sources.yaml"
        files[sources] = files[sources]?.replacingOccurrences(
            of: String(repeating: "ab", count: 32), with: String(hash))
        #expect(try ScratchPacks(files).problems() == [])

        files[sources] = files[sources]?.replacingOccurrences(of: "自公布之日起。", with: "自公布之日起。不得延长。")
        #expect(try ScratchPacks(files).problems().map(\.key) == ["act.clauses.第一条"])
    }

    @Test("a pack without its parent, and one whose code is not its folder's, are refused")
    func heads() throws {
        var files = soundFiles()
        files["330302-district/pack.yaml"] = files["330302-district/pack.yaml"]?
            .replacingOccurrences(of: "parent: \"000000\"", with: "parent: \"330000\"")
        #expect(try ScratchPacks(files).problems().map(\.message) == ["is not a pack above this one: 330000"])
        files["330302-district/pack.yaml"] = files["330302-district/pack.yaml"]?
            .replacingOccurrences(of: "id: \"330302\"", with: "id: \"330303\"")
        #expect(
            try ScratchPacks(files).problems().contains { $0.message.contains("does not begin with 330303-") }
        )
    }

    @Test("the same key in two files of a pack is refused")
    func twice() throws {
        var files = soundFiles()
        files["000000-country/oversight.yaml"] = files["000000-country/works.yaml"]
        #expect(
            try ScratchPacks(files).problems().contains {
                $0.message == "is also in 000000-country/oversight.yaml"
            })
    }
}
