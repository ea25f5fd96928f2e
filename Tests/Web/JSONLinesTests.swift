import Testing

@testable import Web

@Suite("The lines of a JSON text")
struct JSONLinesTests {
    @Test("each value has its line, and what is missing has the line of what would hold it")
    func lines() {
        let text = """
            {
              "name": "a \\"quoted\\" one", "items": [
                {"code": "A1"},
                {
                  "code": "A2",
                  "amount": 5
                }
              ],
              "last": true
            }
            """
        let lines = JSONLines(Array(text.utf8))
        for (pointer, line) in [
            ("", 1), ("/name", 2), ("/items", 2), ("/items/0", 3), ("/items/0/code", 3), ("/items/1", 4),
            ("/items/1/amount", 6), ("/items/1/absent", 4), ("/items/7/code", 2), ("/last", 9),
            ("/no/where", 1),
        ] {
            #expect(lines.line(of: pointer) == line, "\(pointer)")
        }
        #expect(JSONLines.line(at: 0, in: Array(text.utf8)) == 1)
        #expect(JSONLines.line(at: 2, in: Array("{\n\n".utf8)) == 2)
    }

    @Test(
        "text that is no JSON ends the walk",
        arguments: ["", "{", "{\"a\"", "[1,,", "]]", "{\"a\":}", "\"x", "[[[["])
    func broken(text: String) {
        #expect(JSONLines(Array(text.utf8)).line(of: "/a/b") >= 1)
    }
}
