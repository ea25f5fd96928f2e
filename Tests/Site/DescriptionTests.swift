import Foundation
import Harness
import Testing
import Values

/// What the API says of itself, taken from the program as it is served.
@Suite("The API's description")
struct DescriptionTests {
    /// Answers that pass on what others define: a question's own facts, a frozen dossier, this document itself.
    private static let passedOn: Set<String> = [
        "openapi.read 200", "archive.download 200", "tender.determinations 200 /items/[]/inputs",
        "tender.determinations 200 /items/[]/because/figures", "tender.determine 201 /items/[]/figures",
        "acceptance.dossier 200 /facts", "acceptance.certificate 200 /manifest/facts",
        "issue.read 200 /clocks/[]/explanation", "policy.replay 200 /inputs", "policy.replay 200 /figures",
        "policy.replay 200 /replayed_figures", "closing.state_money 201 /figures",
        "closing.money_statements 200 /items/[]/inputs",
        "closing.money_statements 200 /items/[]/because/figures",
    ]

    private func document() async throws -> JSON {
        let run = try await RunningProgram.run("yanshoud", ["openapi"])
        try #require(run.status == 0, "\(run.errors)")
        return try JSON(parsing: run.output)
    }

    private func operations(_ document: JSON) -> [(method: String, path: String, said: JSON)] {
        (document["paths"]?.object ?? [:]).flatMap { path, item in
            (item.object ?? [:]).map { ($0.key, path, $0.value) }
        }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    @Test("every write of the API states what it does to what is there")
    func effects() async throws {
        let found = operations(try await document()).filter {
            $0.method != "get" && $0.path.hasPrefix("/v1/")
        }
        #expect(found.count > 50)
        let silent = found.filter { $0.said["x-effect"] == nil }.compactMap { $0.said["operationId"]?.text }
        #expect(silent == [], "say with `effect:` whether it adds, steps, replaces or sets")
    }

    @Test("every operation of the API describes each field of its answers")
    func answers() async throws {
        let document = try await document()
        var bare: [String] = []
        for (_, path, said) in operations(document) where path.hasPrefix("/v1/") {
            let name = said["operationId"]?.text ?? path
            let answers = (said["responses"]?.object ?? [:]).filter { $0.key != "default" }
            if answers.isEmpty { bare.append(name) }
            for (status, answer) in answers where status != "204" {
                let content = answer["content"]?.object ?? [:]
                if content["application/json"] == nil,
                    content.keys.contains(where: {
                        $0.hasPrefix("image/") || $0 == "application/octet-stream"
                    })
                {
                    continue
                }
                guard let schema = content["application/json"]?["schema"] else {
                    bare.append("\(name) \(status)")
                    continue
                }
                bare += unsaid(schema, at: "\(name) \(status)", in: document)
            }
        }
        #expect(bare.filter { !Self.passedOn.contains($0) }.sorted() == [], "describe them with `answers:`")
    }

    /// The places of a schema at which anything may stand.
    private func unsaid(_ schema: JSON, at place: String, in document: JSON) -> [String] {
        if let reference = schema["$ref"]?.text {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            // A named schema is looked at once, under its own name; a tree of reasons stands within itself, and its
            // values are the packs' own.
            guard !["Source", "Refusal", "Reason"].contains(name) else { return [] }
            return unsaid(document["components"]?["schemas"]?[name] ?? .null, at: place, in: document)
        }
        if let parts = schema["anyOf"]?.list {
            return parts.flatMap { unsaid($0, at: place, in: document) }
        }
        if let fields = schema["properties"]?.object, !fields.isEmpty {
            return fields.flatMap { unsaid($0.value, at: separated(place, $0.key), in: document) }
        }
        if let items = schema["items"] { return unsaid(items, at: separated(place, "[]"), in: document) }
        let type = schema["type"]?.text ?? schema["type"]?.list?.first?.text
        return type == nil || type == "object" ? [place] : []
    }

    private func separated(_ place: String, _ name: String) -> String {
        place.contains("/") ? "\(place)/\(name)" : "\(place) /\(name)"
    }
}
