package import Values

/// Why bytes are not the JSON we take.
package enum JSONFault: Error, Sendable, Hashable {
    case malformed(at: Int)
    case tooDeep
    case repeatedName(pointer: String)
}

/// Reads JSON strictly: RFC 8259, valid UTF-8, no name twice in an object, limited depth.
///
/// Numbers that are no Int64 are noted with their place and read as null: money and ratios travel as whole
/// numbers or text.
package struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private let depthLimit: Int
    private var pointer: [String] = []
    private(set) package var fractions: [FieldError] = []

    private init(_ bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// The value, with an error for every number in it that is not whole.
    package static func read(_ bytes: [UInt8], depth: Int = 32) throws(JSONFault) -> (JSON, [FieldError]) {
        var reader = JSONReader(bytes, depthLimit: depth)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw .malformed(at: reader.index) }
        return (value, reader.fractions)
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }
    private var fault: JSONFault { .malformed(at: index) }
    private var place: String { pointer.map { "/" + escaped($0) }.joined() }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
    }

    private mutating func take(_ byte: UInt8) throws(JSONFault) {
        guard next == byte else { throw fault }
        index += 1
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try list(depth: depth + 1)
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "t"): return try word("true", true)
        case UInt8(ascii: "f"): return try word("false", false)
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        let count = word.utf8CodeUnitCount
        guard index + count <= bytes.count, bytes[index..<index + count].elementsEqual("\(word)".utf8) else {
            throw fault
        }
        index += count
        return value
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSON {
        guard depth <= depthLimit else { throw .tooDeep }
        index += 1
        var fields: [String: JSON] = [:]
        skipSpace()
        if next == UInt8(ascii: "}") {
            index += 1
            return .object(fields)
        }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault }
            let name = try string()
            pointer.append(name)
            if fields[name] != nil { throw .repeatedName(pointer: place) }
            skipSpace()
            try take(UInt8(ascii: ":"))
            fields[name] = try value(depth: depth)
            pointer.removeLast()
            skipSpace()
            if next == UInt8(ascii: ",") {
                index += 1
                continue
            }
            try take(UInt8(ascii: "}"))
            return .object(fields)
        }
    }

    private mutating func list(depth: Int) throws(JSONFault) -> JSON {
        guard depth <= depthLimit else { throw .tooDeep }
        index += 1
        var values: [JSON] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            index += 1
            return .list(values)
        }
        while true {
            pointer.append("\(values.count)")
            values.append(try value(depth: depth))
            pointer.removeLast()
            skipSpace()
            if next == UInt8(ascii: ",") {
                index += 1
                continue
            }
            try take(UInt8(ascii: "]"))
            return .list(values)
        }
    }

    private mutating func number() throws(JSONFault) -> JSON {
        let start = index
        if next == UInt8(ascii: "-") { index += 1 }
        guard let first = next, (48...57).contains(first) else { throw fault }
        skipDigits()
        if first == 48, index - start - (bytes[start] == 45 ? 1 : 0) > 1 { throw .malformed(at: start) }
        let wholeEnd = index
        if next == UInt8(ascii: ".") {
            index += 1
            try needDigits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try needDigits()
        }
        if index == wholeEnd, let value = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) {
            return .int(value)
        }
        fractions.append(FieldError(place, "not_whole", Words("应为整数", "must be a whole number")))
        return .null
    }

    private mutating func skipDigits() {
        while let byte = next, (48...57).contains(byte) { index += 1 }
    }

    private mutating func needDigits() throws(JSONFault) {
        guard let byte = next, (48...57).contains(byte) else { throw fault }
        skipDigits()
    }

    private mutating func string() throws(JSONFault) -> String {
        let start = index
        index += 1
        var text = [UInt8]()
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let valid = validText(text) else { throw .malformed(at: start) }
                return valid
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<32: throw fault
            default:
                text.append(byte)
                index += 1
            }
        }
        throw fault
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        index += 1
        guard let byte = next else { throw fault }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            var unit = try hexUnit()
            if (0xD800..<0xDC00).contains(unit) {
                try take(UInt8(ascii: "\\"))
                try take(UInt8(ascii: "u"))
                let low = try hexUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw fault }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw fault }
            text.append(contentsOf: String(scalar).utf8)
        default: throw fault
        }
    }

    private mutating func hexUnit() throws(JSONFault) -> UInt32 {
        guard index + 4 <= bytes.count,
            let pair = Values.bytes(hex: String(decoding: bytes[index..<index + 4], as: UTF8.self))
        else { throw fault }
        index += 4
        return UInt32(pair[0]) << 8 | UInt32(pair[1])
    }
}
