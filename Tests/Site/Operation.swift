import Foundation
import Harness
import Ledger
import Testing
import Values

/// One operation of the API by its description, with the least body that it takes.
struct Operation: Sendable {
    let name: String
    let method: String
    let path: String
    let body: [UInt8]?
    let needsIfMatch: Bool

    var parameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    func path(_ values: [String: String]) -> String {
        parameters.reduce(path) { $0.replacingOccurrences(of: "{\($1)}", with: values[$1] ?? "none") }
    }

    /// Whether an address is one of this operation's.
    func matches(_ address: String) -> Bool {
        let (own, given) = (path.split(separator: "/"), address.split(separator: "/"))
        return own.count == given.count && zip(own, given).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }

    /// Asks it, with the sample body and a fresh key.
    func send(_ path: String, _ site: LiveSite, as login: String) async throws -> HTTPAnswer {
        var headers = ["authorization": "Bearer " + Seed.token(login)]
        if method != "get" { headers["idempotency-key"] = hex(Chance.bytes(12)) }
        if needsIfMatch { headers["if-match"] = "*" }
        return try await HTTPAnswer.to(
            method.uppercased(), path, port: site.port, headers: headers, body: body, within: 60)
    }

    /// The operation that an offer leads to.
    static func matching(_ method: String, _ path: String, among operations: [Operation]) -> Operation? {
        operations.first { $0.method == method.lowercased() && $0.matches(path) }
    }

    /// What an answer offers to do now, wherever in it the offers stand.
    static func offers(in answer: JSON) -> [(method: String, path: String)] {
        switch answer {
        case .list(let items): return items.flatMap(offers)
        case .object(let fields):
            let own = (fields["_actions"]?.list ?? []).compactMap { offer in
                offer["method"]?.text.flatMap { method in offer["path"]?.text.map { (method, $0) } }
            }
            return own + fields.filter { $0.key != "_actions" && $0.key != "_blocked" }.values.flatMap(offers)
        default: return []
        }
    }

    /// Every operation under `/v1`, as the program describes itself.
    static func all() async throws -> [Operation] {
        let run = try await RunningProgram.run("yanshoud", ["openapi"])
        try #require(run.status == 0, "\(run.errors)")
        let document = try JSON(parsing: run.output)
        var found = [Operation]()
        for (path, item) in document["paths"]?.object ?? [:] where path.hasPrefix("/v1/") {
            for (method, said) in item.object ?? [:] {
                let schema = said["requestBody"]?["content"]?["application/json"]?["schema"]
                let needsIfMatch = (said["parameters"]?.list ?? []).contains {
                    $0["name"]?.text == "If-Match" && $0["required"]?.bool == true
                }
                found.append(
                    Operation(
                        name: said["operationId"]?.text ?? path, method: method, path: path,
                        body: schema.map { sample($0, document).canonical }, needsIfMatch: needsIfMatch))
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// The least value that a schema of the description takes.
    private static func sample(_ schema: JSON, _ document: JSON) -> JSON {
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            return sample(document["components"]?["schemas"]?[String(name)] ?? .null, document)
        }
        if let first = schema["enum"]?.list?.first { return first }
        let type = schema["type"]?.text ?? schema["type"]?.list?.first?.text
        switch type {
        case "object":
            let fields = schema["properties"]?.object ?? [:]
            let needed = (schema["required"]?.list ?? []).compactMap(\.text)
            return .object(
                Dictionary(uniqueKeysWithValues: needed.map { ($0, sample(fields[$0] ?? .null, document)) }))
        case "array":
            let count = max(1, Int(schema["minItems"]?.int ?? 0))
            return .list((0..<count).map { _ in sample(schema["items"] ?? .null, document) })
        case "integer": return .int(max(1, schema["minimum"]?.int ?? 1))
        case "boolean": return true
        default: return .text(text(schema["format"]?.text, least: Int(schema["minLength"]?.int ?? 1)))
        }
    }

    private static func text(_ format: String?, least: Int) -> String {
        switch format {
        case "uuid": "\(Seed.id("sample"))"
        case "date": "2026-03-02"
        case "date-time": "2026-03-02T09:00:00+08:00"
        case "money", "area": "1.00"
        case "ratio": "1/2"
        case "uscc": Seed.creditCode(1)
        case "division": "330302"
        case "mobile": "13800000000"
        case "sha256": hex(Digest.sha256([2]))
        case "base64": "eA=="
        default: String(repeating: "x", count: max(1, least))
        }
    }
}
