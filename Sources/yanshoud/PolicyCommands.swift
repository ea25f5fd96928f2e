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
        abstract: "政策包：检查、发布、说明、提问、比较。Policy packs: check, publish, explain, ask, compare them.",
        discussion: """
            地区可写代码、简称或名称（330302、LC、鹿城区）。退出码：0 成功；1 查无此项、结论不一致或有错；2 提问的事实不齐；64 用法不对。
            A place is its code, short name or name. Exit: 0 done; 1 nothing found, another verdict or a mistake; 2 facts \
            are missing; 64 wrong usage.
            """,
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
                "查某地某日某项规定和出处，或复核一项历史认定。Say what a place's packs hold under a key on a day, and from where; or make a past determination again.",
            discussion: """
                加 --determination：按存档的输入和版本重新认定，结论须一致，否则退出码为 1；要同时写 --state 或 --database。
                With --determination the stored inputs are judged once more under the stored edition, which must come \
                out the same; exit 1 where it does not. That needs --state, or --database as the tables' owner.
                """)

        @OptionGroup var source: PackSource
        @Option(help: "地区的代码、简称或名称。The place's code, short name or name.") var place: String = "330302"
        @Option(help: "事实发生日，默认今天。The day of the fact; default: today.") var on: String?
        @Option(help: "要复核的认定编号。The id of a determination to be made again.") var determination: String?
        @Argument(help: "规定的键；不写则列出全部。The key; without one, all keys.") var key: String?

        func validate() throws {
            _ = try PolicyCommands.day(on)
            guard let determination else { return }
            guard ID(determination) != nil else {
                throw ValidationError(
                    "\(determination) 不是认定编号 · \(determination) is no id of a determination")
            }
            try source.demandDatabase()
        }

        func run() async throws {
            if let determination { return try await PolicyCommands.replay(determination, from: source) }
            let day = try PolicyCommands.day(on)
            let book = try await source.book()
            let policy = try PolicyCommands.policy(of: place, in: book, on: day)
            if let key, !policy.has(key) {
                let near = policy.keys.filter { $0.hasPrefix(key.prefix { $0 != "." }) }
                Ground.note(
                    "\(policy.place) 没有 \(key) 这一项 · has no key \(key)"
                        + (near.isEmpty ? "" : "：\(near.joined(separator: " "))"))
                throw ExitCode(1)
            }
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
                    fields["detail_en"] = .text(error.words.en)
                }
                print(JSON.object(fields))
            }
        }
    }
}
