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
                "Answer every worked example of the packs; each that comes out otherwise is printed, exit 1.")

        @OptionGroup var source: PackSource
        @Option(help: "Only the cases of one question.") var question: String?

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
        }
    }

    /// What two places, or two editions of one, say differently.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Say what two places or two editions hold differently on a day, key by key with the clause.",
            discussion: """
                A place is its short name or code (LC, 330302); an edition is its hash, or the beginning of it, and \
                needs --state or --database. With --against the second is read from another folder of packs.
                """)

        @Argument(help: "A place or an edition.") var before: String
        @Argument(help: "A place or an edition; the first again with --against.") var after: String?
        @Option(help: "The day whose rules are compared; default: today.") var on: String?
        @Option(help: "A folder of packs that the second side is read from.") var against: String?
        @OptionGroup var source: PackSource

        func run() async throws {
            let book = try await source.book()
            let other = try against.map { try PolicyBook.load(folder: $0) } ?? book
            let day = try PolicyCommands.day(on)
            guard let second = after ?? (against == nil ? nil : before) else {
                throw ValidationError("name a second place or edition, or --against")
            }
            let differences = PolicyDifference.between(
                try book.policy(of: before, on: day), try other.policy(of: second, on: day))
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
            abstract: "Say which open projects' verdicts would change under the packs of the folder.",
            discussion: """
                Reads the determinations of --state or --database and makes each again, by the day of its fact, \
                under the packs of --packs; every one that would come out otherwise is printed with its clauses.
                """)

        @OptionGroup var source: PackSource
        @Flag(help: "Print the determinations that stay as they are as well.") var all = false

        func run() async throws {
            guard source.isDatabase else { throw ValidationError("name --state or --database") }
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
        guard let id = ID(id) else { throw ValidationError("\(id) is no id of a determination") }
        guard source.isDatabase else { throw ValidationError("name --state or --database") }
        let (book, found) = try await source.withPool { pool in
            (
                try await PolicyPublication.load(from: pool),
                try await Determinations.read(Determinations.one(id), from: pool)
            )
        }
        guard let past = found.first else {
            Ground.note("there is no determination \(id)")
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
            throw ValidationError("--on is a day such as 2026-03-01")
        }
        return day
    }
}

extension PolicyBook {
    /// The rules of a place by its name or code, or of an edition by its hash or the beginning of it.
    func policy(of name: String, on day: BusinessDay) throws(PolicyFault) -> Policy {
        if let place = place(named: name) { return try policy(for: place, on: day) }
        guard name.utf8.count >= 8, let edition = edition(beginning: name) else {
            throw .placeUnknown(place: name)
        }
        return try policy(edition: edition.hash, place: edition.place, on: day)
    }
}
