import Foundation
import Policy
import Testing
import Values

@Suite("Policy packs: every rule has its place")
struct CoverageTests {
    private func sheet(
        _ placings: String, conflicts: String? = nil, shown: String? = nil,
        letters: String = "LC-01-1: P\nPRO-1: B\nK01: '-'\n"
    ) throws -> CoverageSheet {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("coverage-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "ids.yaml": "LC-01-1: Residents decide\nPRO-1: Twenty days\nK01: Two laws\n",
            "letters.yaml": letters,
            "conflicts.yaml": conflicts
                ?? "K01: {zh: 甲乙不一致, en: Two laws, resolution: 以后法为准, resolution_en: The later, keys: [a.key]}\n",
            "placings.yaml": placings,
        ]
        let lists = folder.appendingPathComponent("shown")
        try FileManager.default.createDirectory(at: lists, withIntermediateDirectories: true)
        try Data((shown ?? Self.shown).utf8).write(to: lists.appendingPathComponent("days.yaml"))
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return try CoverageSheet.load(folder: folder.path)
    }

    private var index: CoverageIndex {
        var source = SourceIndex()
        source.add("package enum DayRules {\n    // func hidden() {}\n    package static func bids() {}\n}\n")
        source.reads.add("    let days = policy.int(\"b.key\")\n    // policy.int(\"c.key\")\n")
        source.add(Self.tests, suite: "DayTests")
        return CoverageIndex(
            keys: ["LC": ["a.key"], "GS": ["b.key"]], guards: ["bids_wait"], questions: ["days"],
            cases: cases, source: source)
    }

    private static let tests = """
        @Test(
            "twenty days are enough (PRO-1)", arguments: [20, 21])
        func enough(days: Int) {
            #expect(DayRules.bids(days) == nil)
        }

        @Test("nineteen are not (PRO-1)")
        func tooFew() {
            #expect(DayRules.bids(19)?.code == "bids_wait")
        }

        @Test("left out", .disabled())
        func leftOut() {
            #expect(DayRules.bids(19)?.code == "bids_wait")
        }

        """

    private static let shown = """
        PRO-1:
          positive: {in: DayTests, test: twenty days are enough (PRO-1), has: "21"}
          negative: {in: DayTests, test: nineteen are not (PRO-1), has: bids_wait}
          boundary: {in: DayTests, test: twenty days are enough (PRO-1), has: "20"}
        """

    private var cases: [PolicyCase] {
        [("yes", "K01", CaseSort.positive), ("no", "K01", .negative), ("line", "K01", .boundary)].map {
            PolicyCase(
                pack: "330302", file: "cases/a.yaml", id: "days." + $0.0, question: "days", facts: [:],
                expect: ["determination": .text($0.0)], why: "", shows: [$0.1: $0.2])
        }
    }

    private let sound = """
        LC-01-1: {kind: parameter, keys: [a.key]}
        PRO-1: {kind: enforced, keys: [b.key], rules: [DayRules.bids], guards: [bids_wait], tests: [twenty days are]}
        K01: {kind: computed, rules: [DayRules], questions: [days]}
        """

    @Test("a sheet whose every id is placed, with everything it names, is without fault")
    func clean() throws {
        let sheet = try sheet(sound)
        #expect(sheet.problems(against: index) == [])
        let counts = Dictionary(uniqueKeysWithValues: sheet.counts().map { ($0.group, $0.counts) })
        #expect(counts["LC"] == [0, 0, 0, 0, 0, 1, 0])
        #expect(counts["CN"] == [1, 0, 0, 0, 0, 0, 0])
        #expect(counts["K"] == [0, 1, 0, 0, 0, 0, 0])
    }

    @Test(
        "what a placing names and nobody has is told by its id",
        arguments: [
            ("LC-01-1: {kind: parameter, keys: [a.key]}", "", "LC-01-1 is not placed"),
            ("keys: [a.key]", "keys: [b.key]", "LC-01-1 names a key that the packs do not have: b.key"),
            ("kind: parameter, keys: [a.key]", "kind: parameter", "LC-01-1 is parameter without keys"),
            (
                "kind: parameter, keys: [a.key]",
                "kind: enforced, keys: [a.key], guards: [bids_wait], tests: [twenty days are]",
                "LC-01-1 is enforced by a key that nothing reads: a.key"
            ),
            ("kind: parameter, keys: [a.key]", "kind: none", "LC-01-1 is none without why"),
            (
                "DayRules.bids", "DayRules.hidden",
                "PRO-1 names a function that the source does not have: DayRules.hidden"
            ),
            ("guards: [bids_wait]", "guards: [bids]", "PRO-1 names a guard that nobody knows: bids"),
            ("guards: [bids_wait], ", "", "PRO-1 is enforced without guards"),
            (
                "twenty days are", "thirty days",
                "PRO-1 names a test that the source does not have: thirty days"
            ),
            ("questions: [days]", "questions: [day]", "K01 names a question that nobody answers: day"),
            ("K01:", "K02:", "K02 is not in the list of rules"),
        ])
    func named(part: String, replacement: String, message: String) throws {
        try #require(sound.contains(part))
        let found = try sheet(sound.replacingOccurrences(of: part, with: replacement)).problems(
            against: index)
        #expect(found.map { $0.key + " " + $0.message }.contains(message), "\(found)")
    }

    @Test(
        "a list of tests is held against the source: the test, its line, its refusal",
        arguments: [
            ("  boundary:", "  # ", "PRO-1 decides without a boundary case"),
            ("PRO-1:\n", "PRO-1:\n  edge: none\n", nil),
            (
                "nineteen are not (PRO-1)", "nineteen are not",
                "PRO-1 is shown by a test that the source does not have: DayTests: nineteen are not"
            ),
            (
                "in: DayTests, test: nineteen", "in: WeekTests, test: nineteen",
                "PRO-1 is shown by a test that the source does not have: WeekTests: nineteen are not (PRO-1)"
            ),
            (
                "nineteen are not (PRO-1)", "left out",
                "PRO-1 is shown by a test that may be left out: DayTests: left out"
            ),
            (
                "\"20\"", "bids_wait",
                "PRO-1 is shown by a test that does not hold bids_wait: DayTests: twenty days are enough (PRO-1)"
            ),
            ("has: bids_wait", "has: \"19\"", "PRO-1 has a negative test that names none of its guards"),
            ("PRO-1:", "LC-01-1:", "LC-01-1 is shown by tests, and decides nothing"),
            ("PRO-1:", "LC-01-1:", "PRO-1 decides without a positive case"),
        ] as [(String, String, String?)])
    func shownByTests(part: String, replacement: String, message: String?) throws {
        let list = Self.shown
        try #require(list.contains(part))
        let changed = list.replacing(part, with: replacement)
        guard let message else {
            #expect(throws: PackErrors.self) { try sheet(sound, shown: changed) }
            return
        }
        let found = try sheet(sound, shown: changed).problems(against: index)
        #expect(found.map { $0.key + " " + $0.message }.contains(message), "\(found)")
    }

    @Test("a rule without an edge says why, needs no boundary, and is counted apart")
    func withoutEdge() throws {
        let lines = Self.shown.split(separator: "\n").dropLast().joined(separator: "\n")
        let sheet = try sheet(sound, shown: lines + "\n  edge: none\n  why: a paper is there or not\n")
        #expect(sheet.problems(against: index) == [])
        let count = sheet.shownCount(cases)
        #expect((count.deciding, count.byQuestion, count.byTest, count.edgeless) == (2, 1, 1, 1))
    }

    @Test("a rule that a question reaches needs a yes, a no with another answer, and the line between")
    func sortsOfCases() throws {
        let sheet = try sheet(sound)
        #expect(sheet.shownCount(cases).byQuestion == 1)
        #expect(sheet.shownCount(Array(cases.prefix(2))).lacking == ["K01"])
        let alike = cases.map {
            PolicyCase(
                pack: $0.pack, file: $0.file, id: $0.id, question: $0.question, facts: $0.facts,
                expect: ["determination": "yes"], why: "", shows: $0.shows)
        }
        #expect(sheet.shownCount(alike).lacking == ["K01"])
    }

    @Test(
        "what the catalogue wants done is done, or says why it is not; no rule leaves the list of letters alone",
        arguments: [
            ("LC-01-1: R\nPRO-1: B\nK01: '-'\n", "LC-01-1 is R in the catalogue, and parameter without why"),
            ("LC-01-1: AP\nPRO-1: B\nK01: '-'\n", nil),
            ("LC-01-1: P\nPRO-1: B\n", "K01 has no letter"),
            (
                "LC-01-1: P\nPRO-1: B\nPRO-6: B\nK01: '-'\n",
                "PRO-6 has a letter and is not in the list of rules"
            ),
        ] as [(String, String?)])
    func letters(letters: String, problem: String?) throws {
        let found = try sheet(sound, letters: letters).problems(against: index).map {
            "\($0.key) \($0.message)"
        }
        #expect(found == [problem].compactMap(\.self))
        let told = sound.replacing("keys: [a.key]}", with: "keys: [a.key], why: not yet}")
        if problem?.hasPrefix("LC") == true {
            #expect(try sheet(told, letters: letters).problems(against: index) == [])
        }
    }

    @Test("counts by place take in the country, the place, and the places above it")
    func byPlace() throws {
        let counts = try sheet(sound).countsByPlace(index)
        #expect(counts.map(\.group) == ["GS", "LC"])
        // PRO-1 and K01 hold everywhere, LC-01-1 in Lucheng alone.
        #expect(counts.map { $0.counts.reduce(0, +) } == [2, 3])
    }

    @Test("a conflict without its resolution, and one whose key no pack has, is a fault")
    func conflicts() throws {
        let missing = try sheet(sound, conflicts: "{}").problems(against: index)
        #expect(missing.map(\.message) == ["is a conflict without its resolution"])
        let wrong = "K01: {zh: 甲, en: A, resolution: 乙, resolution_en: B, keys: [c.key]}"
        let found = try sheet(sound, conflicts: wrong).problems(against: index)
        #expect(found.map(\.message) == ["names a key that the packs do not have: c.key"])
    }

    @Test("a placing of no known kind, or with a field that nobody reads, is refused when it is read")
    func malformed() {
        for (part, wrong) in [("kind: parameter", "kind: done"), ("keys: [a.key]", "key: [a.key]")] {
            #expect(throws: PackErrors.self) {
                try sheet(sound.replacingOccurrences(of: part, with: wrong))
            }
        }
    }

    @Test("a key is read where it is quoted whole or in pieces, and not where it is only told of")
    func reads() {
        var reads = KeyReads()
        reads.add(
            """
            let papers = try policy.records("approval.papers.\\(target.rawValue)")
            let seats = try policy.texts(forum + ".participants")
            and item.key = 'consent.' || class || '.share' and chain.key = 'annual_plan.chain#'
            where key = 'ballot.tests.' || new.purpose
            // let old = policy.int("old.key")
            -- 'older.key'
            """)
        reads.add(pack: "own.key:\n  entries:\n    - value: {measure: other.key}\n")
        for key in [
            "approval.papers.S09", "plan_review.participants", "consent.special.share", "annual_plan.chain",
            "ballot.tests.plan", "other.key",
        ] { #expect(reads.reads(key), "\(key)") }
        for key in [
            "approval.papers.S09.more", "consent.regime", "old.key", "older.key", "own.key", "participants",
        ] {
            #expect(!reads.reads(key), "\(key)")
        }
    }
}
