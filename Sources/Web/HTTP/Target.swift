/// A request target taken apart: path segments and query, percent-decoded.
struct Target: Sendable {
    let path: String
    let segments: [String]
    let query: [String: String]

    /// What is wrong with a target.
    enum Fault: Error {
        case malformed
        case repeated(String)
    }

    init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, first.hasPrefix("/"), !text.contains("#") else { throw .malformed }
        path = String(first)
        var segments: [String] = []
        for piece in first.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let segment = percentDecoded(piece.utf8, plusIsSpace: false), segment != ".",
                segment != ".."
            else { throw .malformed }
            segments.append(segment)
        }
        self.segments = segments == [""] ? [] : segments
        query = parts.count == 2 ? try Target.pairs(parts[1]) : [:]
    }

    /// Reads `a=1&b=2`; a name given twice is refused, for which of the two counts is a guess.
    static func pairs(_ text: some StringProtocol) throws(Fault) -> [String: String] {
        var pairs: [String: String] = [:]
        for (name, value) in try list(text) where pairs.updateValue(value, forKey: name) != nil {
            throw .repeated(name)
        }
        return pairs
    }

    static func list(_ text: some StringProtocol) throws(Fault) -> [(String, String)] {
        var list: [(String, String)] = []
        for piece in text.split(separator: "&") {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = percentDecoded(halves[0].utf8, plusIsSpace: true), !name.isEmpty,
                let value = halves.count == 2 ? percentDecoded(halves[1].utf8, plusIsSpace: true) : ""
            else { throw .malformed }
            list.append((name, value))
        }
        return list
    }
}

/// Text behind percent-escapes, or nil where an escape is broken, the text is not UTF-8 or holds a NUL.
func percentDecoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
    var decoded = [UInt8]()
    decoded.reserveCapacity(bytes.count)
    var digits = 0
    var value: UInt8 = 0
    for byte in bytes {
        if digits > 0 {
            let nibble: UInt8
            switch byte {
            case 48...57: nibble = byte - 48
            case 65...70: nibble = byte - 55
            case 97...102: nibble = byte - 87
            default: return nil
            }
            value = value << 4 | nibble
            digits -= 1
            if digits == 0 { decoded.append(value) }
        } else if byte == UInt8(ascii: "%") {
            digits = 2
            value = 0
        } else {
            decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? 32 : byte)
        }
    }
    guard digits == 0, !decoded.contains(0) else { return nil }
    return validText(decoded)
}

/// A path within this service from a parameter such as `next`; nil for anything that could lead elsewhere.
package func localPath(_ text: String?) -> String? {
    guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
        text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { return nil }
    return text
}

/// Text safe as one segment of a path or one value of a query.
package func percentEncoded(_ text: String) -> String {
    var encoded = [UInt8]()
    for byte in text.utf8 {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: encoded.append(byte)
        default:
            encoded.append(UInt8(ascii: "%"))
            for nibble in [byte >> 4, byte & 15] { encoded.append(nibble < 10 ? nibble + 48 : nibble + 55) }
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}
