import Actions
import ArgumentParser
import Foundation
import PQ
import Policy
import Values

/// The policy packs: check, publish, explain, ask.
struct PolicyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Policy packs: check them, publish them, explain what they say, ask them.",
        subcommands: [
            Check.self, Publish.self, Explain.self, Ask.self, Test.self, Diff.self, Simulate.self,
            Coverage.self,
        ])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read and check the packs; every mistake is printed, exit 1.")

        @OptionGroup var places: Places
        @Option(help: "A folder of the documents' texts, to hold the quotes against.") var texts: String?

        func run() async throws {
            do {
                let book = try PolicyBook.load(folder: places.packsFolder(), texts: texts)
                for place in book.places { print("\(place) \(try book.edition(for: place))") }
            } catch let errors as PackErrors {
                for problem in errors.problems { print(problem) }
                throw ExitCode(1)
            }
        }
    }

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the packs and publish them; a published version never changes.")

        @OptionGroup var target: OwnerDatabase
        @OptionGroup var places: Places

        func run() async throws {
            let book = try await Ground.publish(target.url(), packs: places.packsFolder())
            for place in book.places { print("\(place) \(try book.edition(for: place))") }
        }
    }

    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Say what a place's packs hold under a key on a day, and from where; or make a past determination again.",
            discussion: """
                With --determination the stored inputs are judged once more under the stored edition, which must come \
                out the same; exit 1 where it does not. That needs --state, or --database as the tables' owner.
                """)

        @OptionGroup var source: PackSource
        @Option(help: "The place's division code.") var place: String = "330302"
        @Option(help: "The day of the fact; default: today.") var on: String?
        @Option(help: "The id of a determination to be made again.") var determination: String?
        @Argument(help: "The key; without one, all keys.") var key: String?

        func run() async throws {
            if let determination { return try await PolicyCommands.replay(determination, from: source) }
            let day = try PolicyCommands.day(on)
            let policy = try await source.book().policy(for: place, on: day)
            for name in key.map({ [$0] }) ?? policy.keys {
                var fields: [String: JSON] = ["key": .text(name)]
                do {
                    let found = try policy.explained(name)
                    fields["value"] = found.value?.json ?? .null
                    fields["because"] = found.citation.json
                    fields["pack"] = .text(found.pack)
                    fields["relation"] = .text(found.relation.rawValue)
                    if !found.reason.under.isEmpty { fields["under"] = .list(found.reason.under.map(\.json)) }
                } catch {
                    fields["fault"] = .text(error.code)
                    fields["detail"] = .text(error.words.zh)
                }
                print(JSON.object(fields))
            }
        }
    }
}
