import Actions
import ArgumentParser
import Foundation
import PQ
import Policy
import Questions
import Values

extension PolicyCommands {
    /// Holds the packs against their own worked examples.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "逐一回答政策包里的用例，与写明的不一致的列出，退出码 1。Answer every worked example of the packs; each that comes out otherwise is printed, exit 1."
        )

        @OptionGroup var source: PackSource
        @Option(help: "只跑一个问题的用例。Only the cases of one question.") var question: String?
        @Flag(
            help:
                "把政策包里的每个数改动一个单位，看检查和用例能否发现；都不能发现、也没有复核过的列出，退出码 1。Change each number of the packs by one unit, and see that the check or a case finds it; exit 1 where neither does and nobody reviewed it."
        )
        var mutants = false
        @Option(help: "复核清单所在目录。The folder of the reviewed numbers; default: Coverage beside the packs.")
        var coverage: String?

        func validate() throws {
            if mutants, question != nil || source.isDatabase {
                throw ValidationError(
                    "--mutants 要对照目录里的全部用例 · --mutants takes all cases of the folder")
            }
            let names = RuleQuestions.book.questions.map(\.name)
            guard let question, !names.contains(question) else { return }
            let known = names.sorted().joined(separator: " ")
            throw ValidationError("没有问题 \(question)，可问：\(known) · no question \(question): \(known)")
        }

        func run() async throws {
            let book = try await source.book()
            let cases: [PolicyCase]
            do {
                cases = try PolicyCase.load(folder: source.places.packsFolder())
            } catch let errors as PackErrors {
                for problem in errors.problems { print(problem) }
                throw ExitCode(1)
            }
            let today = SystemClock().now.day
            let runs = cases.filter { question == nil || $0.question == question }
                .map { CaseRun($0, by: RuleQuestions.book, under: book, today: today) }
            for run in runs where !run.faults.isEmpty {
                print("\(run.tried.file): \(run.tried.id): \(run.faults.joined(separator: "; "))")
            }
            let good = runs.count { $0.faults.isEmpty }
            print("cases: \(good) of \(runs.count) as written")
            if good < runs.count || runs.isEmpty { throw ExitCode(1) }
            if mutants { try mutate(book, cases) }
        }

        /// Lets every number slip by one, and tells which slips nothing finds.
        private func mutate(_ book: PolicyBook, _ cases: [PolicyCase]) throws {
            let packs = try source.places.packsFolder()
            let folder =
                coverage
                ?? URL(fileURLWithPath: packs).deletingLastPathComponent()
                .appendingPathComponent("Coverage").path
            let reviewed = try reviewed(in: folder)
            let tally = MutantTally(
                of: book, cases: cases, by: RuleQuestions.book, reviewed: reviewed,
                today: SystemClock().now.day)
            for (mutant, resting) in tally.alive {
                print(
                    "\(mutant.file): \(mutant.name): \(mutant.before.json) -> \(mutant.after.json): not caught, "
                        + "\(resting) cases rest on it")
            }
            for fault in tally.faults { print("\(ReviewedNumbers.file): \(fault)") }
            print(
                "mutants: \(tally.all - tally.alive.count) of \(tally.all) caught: \(tally.byClause) by the words of "
                    + "their clause, \(tally.byCase) by a case, \(tally.byReview) by their reviewed value")
            print(
                "reviewed: \(reviewed.values.count) numbers, \(reviewed.readAgainst.count) of them read a second time "
                    + "against the words of their clause")
            if !tally.alive.isEmpty || !tally.faults.isEmpty || tally.all == 0 { throw ExitCode(1) }
        }

        private func reviewed(in folder: String) throws -> ReviewedNumbers {
            do {
                return try ReviewedNumbers.load(folder: folder)
            } catch {
                for problem in error.problems { print(problem) }
                throw ExitCode(1)
            }
        }
    }

    /// What two places, or two editions of one, say differently.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "比较两地或两个版本在某日的规定，逐项附依据。Say what two places or two editions hold differently on a day, key by key with the clause.",
            discussion: """
                版本写哈希或其开头（至少 8 位），须加 --state 或 --database；加 --against 时第二方从另一个政策包目录读。
                A place is its short name or code (LC, 330302); an edition is its hash, or the first 8 characters of it or more, and \
                needs --state or --database. With --against the second is read from another folder of packs.
                """)

        @Argument(help: "地区或版本。A place or an edition.") var before: String
        @Argument(help: "另一地区或版本。A place or an edition; the first again with --against.") var after: String?
        @Option(help: "比较哪一日的规定，默认今天。The day whose rules are compared; default: today.") var on: String?
        @Option(help: "第二方的政策包目录。A folder of packs that the second side is read from.") var against: String?
        @OptionGroup var source: PackSource

        func validate() throws {
            _ = try PolicyCommands.day(on)
            guard after != nil || against != nil else {
                throw ValidationError(
                    "还要写第二个地区或版本，或 --against · name a second place or edition, or --against")
            }
        }

        func run() async throws {
            let book = try await source.book()
            let other = try against.map { try PolicyBook.load(folder: $0) } ?? book
            let day = try PolicyCommands.day(on)
            let differences = PolicyDifference.between(
                try PolicyCommands.policy(of: before, in: book, on: day),
                try PolicyCommands.policy(of: after ?? before, in: other, on: day))
            for difference in differences { print(difference.json) }
            let counts = Dictionary(grouping: differences, by: \.change).mapValues(\.count)
            print(
                "diff: \(counts[.added] ?? 0) added, \(counts[.removed] ?? 0) removed, \(counts[.changed] ?? 0) changed"
            )
        }
    }

    /// What would become of the open projects' determinations under other packs.
    struct Simulate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "试算在办项目的认定按新政策包会有哪些变化。Say which open projects' verdicts would change under the packs of the folder.",
            discussion: """
                读 --state 或 --database 里的认定，按各自的事实发生日、用 --packs 的政策包重新认定，有变化的逐项列出。
                Reads the determinations of --state or --database and makes each again, by the day of its fact, \
                under the packs of --packs; every one that would come out otherwise is printed with its clauses.
                """)

        @OptionGroup var source: PackSource
        @Flag(help: "没有变化的也列出。Print the determinations that stay as they are as well.") var all = false

        func validate() throws { try source.demandDatabase() }

        func run() async throws {
            let book = try source.folderBook()
            let past = try await source.withPool {
                try await Determinations.read(Determinations.ofOpenProjects(), from: $0)
            }
            let found = past.map { one in
                Simulation(of: one) { () throws(PolicyFault) in
                    try book.policy(for: one.place, on: one.asOf)
                }
            }
            for one in found {
                if case .same = one.outcome, !all { continue }
                print(one.json)
            }
            print(Simulation.summary(found))
        }
    }

    /// Makes a determination of the past again and prints whether it says the same; exit 1 where it does not.
    static func replay(_ id: String, from source: PackSource) async throws {
        guard let id = ID(id) else { throw ExitCode(1) }
        let (book, found) = try await source.withPool { pool in
            (
                try await PolicyPublication.load(from: pool),
                try await Determinations.read(Determinations.one(id), from: pool)
            )
        }
        guard let past = found.first else {
            Ground.note("没有这项认定 · there is no determination \(id)")
            throw ExitCode(1)
        }
        let answer = Explanation(of: past, under: book)
        print(answer.json)
        if !answer.isSame { throw ExitCode(1) }
    }

    /// A day of an option, else today.
    static func day(_ text: String?) throws -> BusinessDay {
        guard let text else { return SystemClock().now.day }
        guard let day = BusinessDay(iso: text) else {
            throw ValidationError("--on 写成 2026-03-01 这样的日期 · --on is a day such as 2026-03-01")
        }
        return day
    }

    /// The rules of a place or an edition; where there is none, every place is named and the exit is 1.
    static func policy(of name: String, in book: PolicyBook, on day: BusinessDay) throws -> Policy {
        do {
            return try book.policy(of: name, on: day)
        } catch PolicyFault.placeUnknown {
            let known = book.places.map { code in
                [code, book.short(of: code) ?? "", book.name(of: code)?.zh ?? ""].joined(separator: " ")
            }
            let short =
                name.utf8.count < PolicyBook.shortestEdition && !name.isEmpty && name.allSatisfy(\.isHexDigit)
                ? "版本的哈希至少写 \(PolicyBook.shortestEdition) 位 · "
                    + "of an edition's hash at least \(PolicyBook.shortestEdition) characters are given\n"
                : ""
            Ground.note(
                "没有 \(name) 的政策包 · there is no pack for \(name)\n" + short + known.joined(separator: "\n"))
            throw ExitCode(1)
        } catch {
            Ground.note("\(error.words.zh) · \(error.words.en)")
            throw ExitCode(1)
        }
    }
}

extension PolicyBook {
    /// How much of an edition's hash names it, in characters.
    fileprivate static let shortestEdition = 8

    /// The rules of a place by its name or code, or of an edition by its hash or the beginning of it.
    func policy(of name: String, on day: BusinessDay) throws(PolicyFault) -> Policy {
        if let place = place(named: name) { return try policy(for: place, on: day) }
        if let place = try held(name, on: day) { return try policy(for: place, on: day) }
        guard name.utf8.count >= PolicyBook.shortestEdition, let edition = edition(beginning: name) else {
            throw .placeUnknown(place: name)
        }
        return try policy(edition: edition.hash, place: edition.place, on: day)
    }
}
