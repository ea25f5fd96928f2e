import Foundation
import Synchronization
package import Values
package import Web

/// A conversation over the routes as a file that people can read: each request, then its whole answer.
///
/// Ids and moments are replaced by names in the order they come, so that only what is said remains. Setting
/// `YANSHOU_RECORD` writes the file anew; the diff is then what a reviewer reads.
package final class Snapshot: Sendable {
    /// Where `TestSite` writes what it sends and gets, while a snapshot is taken.
    @TaskLocal static var current: Snapshot?

    private let path: String
    private let text = Mutex("")

    private init(_ name: String, beside file: String) {
        path = URL(fileURLWithPath: file).deletingLastPathComponent().path + "/Snapshots/\(name).txt"
    }

    /// Runs a conversation, and says what differs from the snapshot beside the test's file; nil where nothing does.
    package static func difference(
        _ name: String, beside file: String = #filePath, in conversation: () async throws -> Void
    ) async throws -> String? {
        let snapshot = Snapshot(name, beside: file)
        try await $current.withValue(snapshot) { try await conversation() }
        return try snapshot.difference()
    }

    func add(_ method: Method, _ target: String, as login: String?, _ body: JSON?, _ answer: Response) {
        var lines = "=== \(method.rawValue) \(target) · \(login ?? "nobody")\n"
        if let body { lines += body.indented() + "\n" }
        lines += "--- \(answer.transcript)\n"
        text.withLock { $0 += lines }
    }

    private func difference() throws -> String? {
        let shown = replaced(text.withLock { $0 })
        if ProcessInfo.processInfo.environment["YANSHOU_RECORD"] != nil {
            try FileManager.default.createDirectory(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
                withIntermediateDirectories: true)
            try shown.write(toFile: path, atomically: true, encoding: .utf8)
            return nil
        }
        let known = try String(contentsOfFile: path, encoding: .utf8)
        guard known != shown else { return nil }
        let old = known.split(separator: "\n", omittingEmptySubsequences: false)
        let new = shown.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = new.difference(from: old).map { change in
            switch change {
            case .insert(let offset, let line, _): "+\(offset + 1) \(line)"
            case .remove(let offset, let line, _): "-\(offset + 1) \(line)"
            }
        }
        return lines.prefix(40).joined(separator: "\n")
    }

    private func replaced(_ text: String) -> String {
        let patterns = [
            ("id", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), ("hash", "[0-9a-f]{64}"),
            ("moment", "20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+]08:00)"),
        ]
        return patterns.reduce(text) { replaced($0, kind: $1.0, pattern: $1.1) }
    }

    private func replaced(_ text: String, kind: String, pattern: String) -> String {
        var names: [String: String] = [:]
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return text }
        var shown = ""
        var rest = text.startIndex
        for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
            guard let range = Range(match.range, in: text) else { continue }
            let found = String(text[range])
            let name = names[found] ?? "\(kind)-\(names.count + 1)"
            names[found] = name
            shown += text[rest..<range.lowerBound] + "<" + name + ">"
            rest = range.upperBound
        }
        return shown + text[rest...]
    }
}
