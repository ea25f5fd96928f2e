import Values

/// What a body of the API must be, as its own description says (字段说明): the same text that programs read.
struct Shape: Sendable {
    let json: JSON
    private let named: JSON

    init(_ json: JSON, _ named: JSON) {
        self.named = named
        var json = json
        while true {
            // A reference names a schema of the document; what may be null is of its other kind.
            if let name = json["$ref"]?.text?.split(separator: "/").last, let next = named[String(name)] {
                json = next
            } else if let next = json["anyOf"]?.list?.first(where: { $0["type"] != "null" }) {
                json = next
            } else {
                break
            }
        }
        self.json = json
    }

    /// `object`, `array`, `string`, `integer`, `boolean`; what may be null is of its other type.
    var type: String {
        if let type = json["type"]?.text { return type }
        return json["type"]?.list?.compactMap(\.text).first { $0 != "null" } ?? ""
    }

    var format: String? { json["format"]?.text }
    var longest: Int64 { json["maxLength"]?.int ?? 500 }
    var least: Int64 { json["minItems"]?.int ?? 0 }
    var required: Set<String> { Set(json["required"]?.list?.compactMap(\.text) ?? []) }
    var values: [String]? { json["enum"]?.list?.compactMap(\.text) }
    var items: Shape? { json["items"].map { Shape($0, named) } }

    /// The fields of an object, those that must be given first, each group as a reader would ask for them.
    var fields: [(name: String, shape: Shape)] {
        guard case .object(let fields)? = json["properties"] else { return [] }
        return fields.keys.sorted { left, right in
            let (one, other) = (Shape.rank(left), Shape.rank(right))
            let needed = (required.contains(left), required.contains(right))
            if needed.0 != needed.1 { return needed.0 }
            return one == other ? left < right : one < other
        }.map { ($0, Shape(fields[$0] ?? .null, named)) }
    }

    subscript(name: String) -> Shape? { json["properties"]?[name].map { Shape($0, named) } }

    /// What a thing is comes before what is said of it.
    private static func rank(_ name: String) -> Int {
        let order = [
            "supports", "approves", "opinion", "severity", "outcome", "kind", "category", "service_kind",
            "code",
            "number", "title", "name", "contract", "contractor", "organisation", "role", "method",
            "planned_method", "amount_fen", "estimate_fen",
        ]
        if let at = order.firstIndex(of: name) { return at }
        if name.hasSuffix("_on") || name == "dated" { return 50 }
        if ["reason", "note", "words", "content", "description"].contains(name) { return 60 }
        if ["lines", "bill", "items", "documents", "assets", "photos"].contains(name) { return 70 }
        return 40
    }
}

/// The API's description, by operation (接口说明).
struct Description: Sendable {
    private let document: JSON
    private let named: JSON

    init(_ document: JSON) {
        self.document = document
        named = document["components"]?["schemas"] ?? [:]
    }

    /// What a write's body must be; nil where it takes none.
    func body(_ path: String, _ method: String) -> Shape? {
        document["paths"]?[path]?[method]?["requestBody"]?["content"]?["application/json"]?["schema"]
            .map { Shape($0, named) }
    }

    /// What reading an address gives.
    func answer(_ path: String) -> Shape? {
        document["paths"]?[path]?["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"]
            .map { Shape($0, named) }
    }
}
