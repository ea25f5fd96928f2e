import Ledger
import Testing
import Values

@Suite("JSON that can mean one thing only")
struct StrictJSONTests {
    @Test func `what was written canonically reads back equal`() throws {
        let value: JSON = [
            "name": "验收 \"一\" \\ / \u{1}\n😀", "n": -9_007_199_254_740_991, "yes": true, "no": false,
            "none": nil,
            "list": [1, [], [:]],
        ]
        #expect(try JSON(strict: value.canonical) == value)
        #expect(
            try JSON(strict: " { \"a\" : [ 1 , \"\\u00e9\\ud83d\\ude00\\/\" ] } ".utf8) == ["a": [1, "é😀/"]])
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":1}", "1.0", "1e3", "01", "-", "+1", "nul", "truefalse",
        "[1] 2",
        "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"a", "\"\n\"", "99999999999999999999", "{1:2}",
        "[1 2]",
        "\"\\u00g0\"", "\"\\u12", "{\"\u{e9}\":1,\"e\u{301}\":2}",
    ])
    func `anything else is refused`(text: String) {
        #expect(throws: StrictJSONFault.self) { try JSON(strict: text.utf8) }
    }

    @Test func `bytes that are not UTF-8 and nests too deep are refused`() {
        #expect(throws: StrictJSONFault.self) { try JSON(strict: [34, 0xC3, 34]) }
        #expect(throws: StrictJSONFault.self) { try JSON(strict: [34, 0xED, 0xA0, 0x80, 34]) }
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(throws: StrictJSONFault.self) { try JSON(strict: deep.utf8) }
    }
}
