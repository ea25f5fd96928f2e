import Testing
import Values

@testable import Web

@Suite("Schemas and bodies")
struct SchemaTests {
    let client: TestClient

    init() throws { client = TestClient(try trialRouter()) }

    private func post(_ text: String, type: String = "application/json") async -> Response {
        await client.send(.post, "/v1/projects", headers: ["content-type": type], body: Array(text.utf8))
    }

    @Test("a good body is decoded")
    func good() async {
        let response = await post(#"{"name":"松台","amount":"3842000.00","count":3,"note":null}"#)
        #expect(response.status == 201)
        #expect(response.json == ["name": "松台", "count": 3])
    }

    @Test("everything wrong with a body is told at once, each with its place and words in both languages")
    func allAtOnce() async {
        let response = await post(#"{"name":"","amount":"1.005","count":10,"colour":1,"note":7}"#)
        #expect(response.status == 422)
        let errors = response.json?["errors"]?.list ?? []
        #expect(
            errors.compactMap { $0["pointer"]?.text } == ["/amount", "/colour", "/count", "/name", "/note"])
        #expect(
            errors.compactMap { $0["code"]?.text } == [
                "format", "unknown", "too_large", "empty", "wrong_type",
            ])
        #expect(
            errors.allSatisfy {
                $0["detail"]?.text?.isEmpty == false && $0["detail_en"]?.text?.isEmpty == false
            })
    }

    @Test(
        "what is no JSON is 400, what is no JSON by its label is 415",
        arguments: [
            ("{", 400), ("", 400), (#"{"name":1,"name":2}"#, 400), ("{\"a\":\"\u{1}\"}", 400), ("[01]", 400),
            ("nul", 400),
            (#"["\ud800"]"#, 400), ("[1,]", 400), ("{} x", 400), (String(repeating: "[", count: 33), 400),
            ("[1.5]", 422), ("[]", 422), ("null", 422),
        ])
    func malformed(text: String, status: Int) async {
        #expect(await post(text).status == status)
        #expect(await post(text, type: "text/plain").status == 415)
    }

    @Test("a list that is distinct by a field names the entry that repeats another")
    func distinct() {
        let lines = Schema.array(of: .object(["bill_line": .id, "milli": .int()])).distinct(by: "bill_line")
        let one: JSON = ["bill_line": "3f1f7d2e-0000-4000-8000-000000000001", "milli": 1]
        let other: JSON = ["bill_line": "3f1f7d2e-0000-4000-8000-000000000002", "milli": 1]
        #expect(lines.validate(.list([one, other])).isEmpty)
        let errors = lines.validate(.list([one, other, one]))
        #expect(errors.map(\.pointer) == ["/2/bill_line"])
        #expect(errors.first?.code == "repeated")
        #expect(errors.first?.words.zh == "与第 1 项重复")
        #expect(lines.json["x-distinct-by"] == "bill_line")
    }

    @Test("32 levels are read and 33 are not")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(throws: Never.self) { try JSONReader.read(nested(32)) }
        #expect(throws: JSONFault.tooDeep) { try JSONReader.read(nested(33)) }
    }

    @Test("numbers that are not whole are named by their place")
    func fractions() throws {
        let (value, errors) = try JSONReader.read(Array(#"{"a":[1,2.5,-0,1e3,9223372036854775808]}"#.utf8))
        #expect(errors.map(\.pointer) == ["/a/1", "/a/3", "/a/4"])
        #expect(value == ["a": [1, nil, 0, nil, nil]])
    }

    @Test("text is read with every escape, beyond the basic plane too")
    func escapes() throws {
        let (value, _) = try JSONReader.read(Array(#"["\"\\\/\b\f\n\r\tA\ud83d\ude00é"]"#.utf8))
        #expect(value == ["\"\\/\u{8}\u{c}\n\r\tA\u{1F600}é"])
        #expect(throws: JSONFault.self) { try JSONReader.read([34, 0xFF, 34]) }
    }

    @Test("each format takes its own and refuses its near misses")
    func formats() {
        let cases: [(Format, good: [String], bad: [String])] = [
            (.uuid, [somewhere], ["0190a5b0", ""]),
            (.date, ["2024-02-29"], ["2026-02-29", "2026-2-1"]),
            (.dateTime, ["2026-03-01T09:00:00+08:00"], ["2026-03-01 09:00:00", "2026-03-01T09:00:00"]),
            (.money, ["0", "1.5", "3842000.00"], ["-1", "1.005", "1,000", "", ".5"]),
            (.ratio, ["2/3", "0.05"], ["2/0", "x"]),
            (.uscc, ["91350100M000100Y43"], ["91350100M000100Y44", "91350100m000100y43", "9135"]),
            (.division, ["330302"], ["33030", "33030a"]),
            (.mobile, ["13800000000"], ["12800000000", "1380000000"]),
            (.name, ["a-b_2"], ["A", "2a", ""]),
            (.sha256, [String(repeating: "0a", count: 32)], [String(repeating: "0A", count: 32), "0a"]),
            (.base64, ["aGk=", "aGkh"], ["aGk", "a=k=", ""]),
        ]
        for (format, good, bad) in cases {
            for text in good {
                #expect(Schema.string(format).validate(.text(text)).isEmpty, "\(format) \(text)")
            }
            for text in bad {
                #expect(!Schema.string(format).validate(.text(text)).isEmpty, "\(format) \(text)")
            }
        }
    }

    @Test(
        "text with control characters or hidden reversal is refused, line ends only where lines are asked for"
    )
    func text() {
        #expect(Schema.string().validate("a\u{202E}b").first?.code == "control_character")
        #expect(Schema.string().validate("a\nb").first?.code == "control_character")
        #expect(Schema.string(lines: true).validate("a\nb").isEmpty)
        #expect(Schema.string().validate("  ").first?.code == "empty")
        #expect(Schema.string(max: 2).validate("三个字").first?.code == "too_long")
    }

    @Test("lists, maps, choices and names are checked to the depth of their values")
    func nested() {
        let item = Schema.ref("Item", .object(["kind": .string(oneOf: ["a", "b"])]))
        let schema = Schema.object(["items": .array(of: item, min: 1, max: 2), "rest": .map(of: .int())])
        let errors = schema.validate([
            "items": [["kind": "c"], ["kind": "a", "x/y": 1], ["kind": "b"]], "rest": ["m~n": "1"],
        ])
        #expect(errors.map(\.pointer) == ["/items", "/items/0/kind", "/items/1/x~1y", "/rest/m~0n"])
    }

    @Test("a body beyond the type but within the schema is an error of its field, not a 500")
    func decoding() async throws {
        let loose = route(.post, "/v1/loose", body: .any) { request in
            .json(200, ["name": .text(try request.decode(Draft.self).name)])
        }
        let client = TestClient(try Router([loose], ids: { fixedID }))
        let response = await client.post("/v1/loose", ["name": "a", "amount": 1, "count": 1])
        #expect(response.status == 422)
        #expect(response.json?["errors"]?.list?.first?["pointer"]?.text == "/amount")
    }

    @Test("compressed bodies are not taken")
    func compressed() async {
        let response = await client.send(
            .post, "/v1/projects", headers: ["content-type": "application/json", "content-encoding": "gzip"])
        #expect(response.status == 415)
    }
}
