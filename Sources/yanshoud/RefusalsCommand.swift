import ArgumentParser
import Foundation
import Values

/// Every refusal that the service can give, with its words: for translators, trainers and clients of the API.
struct RefusalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refusals", abstract: "List every refusal: its code, its words, who can lift it.")

    @Flag(help: "One JSON array instead of lines.") var json = false

    func run() async throws {
        let all = Capabilities.refusals.joined().sorted { $0.code < $1.code }
        let text =
            json
            ? JSON.list(all.map(\.listed)).description
            : all.map { "\($0.code)\t\($0.detail.zh)\t\($0.detail.en)" }.joined(separator: "\n")
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}

extension RefusalWords {
    fileprivate var listed: JSON {
        .object([
            "code": .text(code), "zh": .text(detail.zh), "en": .text(detail.en),
            "remedy_zh": .text(remedy.zh), "remedy_en": .text(remedy.en),
            "lifted_by": .list(liftedBy.map { .text($0.rawValue) }),
            "handled_by": .list(handledBy.map { .text($0.rawValue) }),
            "lifter": .text(lifter.rawValue),
            "policy_key": key.map { .text($0) } ?? .null,
        ])
    }
}
