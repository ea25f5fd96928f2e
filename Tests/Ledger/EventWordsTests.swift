import Foundation
import Ledger
import Testing

@Suite("Events in words")
struct EventWordsTests {
    /// How a type of event is written where one is made: the verb of an act, the type of an entry.
    private static let places = [
        #"request,\s*(?:[\w.]+,\s*){0,2}"([a-z_]+\.[a-z_]+)""#, #"\btype: "([a-z_]+\.[a-z_]+)""#,
        #"\? "([a-z_]+\.[a-z_]+)" : "[a-z_]+\.[a-z_]+""#, #"\? "[a-z_]+\.[a-z_]+" : "([a-z_]+\.[a-z_]+)""#,
    ]

    @Test("every type of event that the code names has words in both languages")
    func complete() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        var types = Set<String>()
        for file in files ?? [] where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for place in Self.places {
                let found = try NSRegularExpression(pattern: place).matches(
                    in: text, range: NSRange(text.startIndex..., in: text))
                for match in found {
                    if let range = Range(match.range(at: 1), in: text) { types.insert(String(text[range])) }
                }
            }
        }
        #expect(types.count > 80, "the search finds them: \(types.count)")
        let wordless = types.filter { EventWords.words(of: $0) == nil }.sorted()
        #expect(wordless == [], "give them words in EventWords")
    }

    @Test("an unknown type is shown in words, never as its code")
    func unknown() {
        #expect(EventWords.title(of: "clock.ran_late") == "期限已过，尚未办理")
        #expect(EventWords.title(of: "moon.landed") == "其他办理事项")
    }
}
