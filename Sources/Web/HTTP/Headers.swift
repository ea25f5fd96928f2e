/// What a request asks to be done to a path.
package enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"

    /// True where a request by this method may change nothing (RFC 9110, safe methods).
    package var isSafe: Bool { self == .get || self == .head || self == .options }
}

/// Header fields in the order given; names compare without regard to case.
package struct Headers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package struct Field: Sendable, Hashable {
        /// Always in lower case.
        package let name: String
        package let value: String
    }

    package private(set) var fields: [Field] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// The first value of that name; assigning replaces every one, assigning nil removes them.
    package subscript(_ name: String) -> String? {
        get {
            let name = name.lowercased()
            return fields.first { $0.name == name }?.value
        }
        set {
            let name = name.lowercased()
            fields.removeAll { $0.name == name }
            if let newValue { add(name, newValue) }
        }
    }

    package func all(_ name: String) -> [String] {
        let name = name.lowercased()
        return fields.compactMap { $0.name == name ? $0.value : nil }
    }

    /// Adds a field beside others of its name.
    ///
    /// Control characters become spaces, so that no value can begin a new line of the message.
    package mutating func add(_ name: String, _ value: String) {
        var value = value
        if value.utf8.contains(where: { $0 < 32 || $0 == 127 }) {
            value = String(decoding: value.utf8.map { $0 < 32 || $0 == 127 ? 32 : $0 }, as: UTF8.self)
        }
        fields.append(Field(name: name.lowercased(), value: value))
    }
}

/// A media type as Content-Type states it: `multipart/form-data; boundary=x`.
package struct MediaType: Sendable, Hashable {
    /// In lower case: `application/json`.
    package let essence: String
    package let parameters: [String: String]

    package init?(_ text: String) {
        var pieces = MediaType.split(text)
        guard !pieces.isEmpty else { return nil }
        essence = trimmed(pieces.removeFirst()).lowercased()
        let halves = essence.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isTokenByte) }) else {
            return nil
        }
        var parameters: [String: String] = [:]
        for piece in pieces {
            guard let cut = piece.firstIndex(of: "=") else { return nil }
            let name = trimmed(piece[..<cut]).lowercased()
            var value = trimmed(piece[piece.index(after: cut)...])
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = MediaType.unescaped(value.dropFirst().dropLast())
            }
            guard !name.isEmpty, parameters.updateValue(value, forKey: name) == nil else { return nil }
        }
        self.parameters = parameters
    }

    /// Pieces between semicolons, where a semicolon in quotation marks does not count.
    static func split(_ text: String, at separator: Character = ";") -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var quoted = false
        var escaped = false
        for index in text.indices {
            let character = text[index]
            if escaped {
                escaped = false
            } else if quoted, character == "\\" {
                escaped = true
            } else if character == "\"" {
                quoted.toggle()
            } else if character == separator, !quoted {
                pieces.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        pieces.append(text[start...])
        return pieces
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var escaped = false
        for character in text {
            if !escaped, character == "\\" {
                escaped = true
            } else {
                result.append(character)
                escaped = false
            }
        }
        return result
    }
}

/// True for the bytes of a token (RFC 9110): names of fields, methods and parameters.
func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    case 33, 35, 36, 37, 38, 39, 42, 43, 45, 46, 94, 95, 96, 124, 126: true
    default: false
    }
}

/// The text without spaces and tabs at its ends.
func trimmed(_ text: some StringProtocol) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    let head = text.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last])
}

/// The bytes as text, or nil where they are not valid UTF-8.
func validText(_ bytes: some Collection<UInt8>) -> String? {
    String(validating: bytes, as: UTF8.self)
}
