/// One piece of an XML document: what a workbook's parts are made of.
enum MarkupPiece: Hashable {
    /// An element begins; its name is without a prefix.
    case open(String, [String: String])
    case close(String)
    case text(String)
}

/// Reads XML without document types, which no workbook has and which could be made to grow without bound.
struct Markup {
    private let bytes: [UInt8]
    private var position = 0
    private var waiting: MarkupPiece?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next piece, or nil at the end.
    mutating func next() throws(SheetFault) -> MarkupPiece? {
        if let piece = waiting {
            waiting = nil
            return piece
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                return .text(Markup.unescaped(upTo(UInt8(ascii: "<"))))
            }
            if starts("<?") {
                try skip(past: "?>")
            } else if starts("<!--") {
                try skip(past: "-->")
            } else if starts("<![CDATA[") {
                let start = position + 9
                try skip(past: "]]>")
                return .text(String(decoding: bytes[start..<position - 3], as: UTF8.self))
            } else if starts("<!") {
                throw .notAWorkbook("document type")
            } else {
                return try element()
            }
        }
        return nil
    }

    private func starts(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        return text.withUTF8Buffer { buffer in bytes[position..<position + length].elementsEqual(buffer) }
    }

    private mutating func upTo(_ end: UInt8) -> ArraySlice<UInt8> {
        let start = position
        position = bytes[position...].firstIndex(of: end) ?? bytes.count
        return bytes[start..<position]
    }

    private mutating func skip(past end: String) throws(SheetFault) {
        let mark = Array(end.utf8)
        while position + mark.count <= bytes.count {
            if bytes[position] == mark[0], bytes[position..<position + mark.count].elementsEqual(mark) {
                position += mark.count
                return
            }
            position += 1
        }
        throw .notAWorkbook("xml")
    }

    private mutating func element() throws(SheetFault) -> MarkupPiece {
        position += 1
        let tag = try wholeTag()
        if tag.first == UInt8(ascii: "/") { return .close(Markup.local(tag.dropFirst())) }
        let isEmpty = tag.last == UInt8(ascii: "/")
        let body = isEmpty ? tag.dropLast() : tag
        let name = body.prefix { !Markup.isSpace($0) }
        let local = Markup.local(name)
        if isEmpty { waiting = .close(local) }
        return .open(local, Markup.attributes(body.dropFirst(name.count)))
    }

    /// Up to the bracket that ends the tag, which may stand inside a quoted value too.
    private mutating func wholeTag() throws(SheetFault) -> ArraySlice<UInt8> {
        let start = position
        var quote: UInt8?
        while position < bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                position += 1
                return bytes[start..<position - 1]
            }
            position += 1
        }
        throw .notAWorkbook("xml")
    }

    private static func attributes(_ text: ArraySlice<UInt8>) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let name = rest[..<equals].filter { !isSpace($0) }
            let after = rest[(equals + 1)...].drop(while: isSpace)
            guard let quote = after.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = after.dropFirst().firstIndex(of: quote)
            else { break }
            // The prefix stays: `r:id` and `id` are two attributes.
            found[String(decoding: name, as: UTF8.self)] = unescaped(after[(after.startIndex + 1)..<end])
            rest = after[(end + 1)...]
        }
        return found
    }

    private static func local(_ name: ArraySlice<UInt8>) -> String {
        let trimmed = name.filter { !isSpace($0) }
        let start = trimmed.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
        return String(decoding: trimmed[start...], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [9, 10, 13, 32].contains(byte) }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ";") else { break }
            let name = rest[rest.index(after: start)..<end]
            result += named[String(name)] ?? numbered(name) ?? String(rest[start...end])
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    private static func numbered(_ name: Substring) -> String? {
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
    }
}
