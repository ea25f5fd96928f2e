import FoundationEssentials

extension Row {
    /// Decodes a `json` or `jsonb` column; for the rare nested value, since it is slow beside typed columns.
    package func decode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
        guard let value = try optionalDecode(type, name) else {
            throw PQError.misuse("column \(name) is null")
        }
        return value
    }

    package func optionalDecode<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value? {
        guard let bytes = try optionalJSON(name) else { return nil }
        do {
            return try Row.decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw PQError.misuse("column \(name) is not a \(type): \(Row.place(of: error))")
        }
    }

    private static let decoder = JSONDecoder()

    /// Where decoding failed, without the value that it failed on.
    private static func place(of error: DecodingError) -> String {
        let context: DecodingError.Context
        switch error {
        case .keyNotFound(let key, _): return "no key \(key.stringValue)"
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found):
            context = found
        @unknown default: return "not decodable"
        }
        return "wrong value at " + context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}
