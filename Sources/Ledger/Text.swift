/// Base64 of RFC 4648, with padding.
package enum Base64 {
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        var text = [UInt8]()
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var pending: UInt32 = 0
        var held = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            held += 1
            if held == 3 {
                for shift in [18, 12, 6, 0] { text.append(alphabet[Int(pending >> UInt32(shift) & 63)]) }
                (pending, held) = (0, 0)
            }
        }
        if held > 0 {
            pending <<= UInt32(8 * (3 - held))
            for index in 0..<4 {
                let symbol = alphabet[Int(pending >> UInt32(18 - 6 * index) & 63)]
                text.append(index <= held ? symbol : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text, or nil where it is not the one spelling `text(_:)` would give.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let symbols = Array(text.utf8)
        guard symbols.count % 4 == 0 else { return nil }
        let padding = symbols.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
        var bytes = [UInt8]()
        bytes.reserveCapacity(symbols.count / 4 * 3)
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for symbol in symbols.dropLast(padding) {
            guard let value = value(of: symbol) else { return nil }
            pending = pending << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        // Two spellings of the same bytes would let a signed file change unseen.
        return String(text) == self.text(bytes) ? bytes : nil
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func value(of symbol: UInt8) -> UInt32? {
        switch symbol {
        case 65...90: UInt32(symbol) - 65
        case 97...122: UInt32(symbol) - 71
        case 48...57: UInt32(symbol) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

/// Base32 of RFC 4648 without padding: what people may have to type.
package enum Base32 {
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        var text = [UInt8]()
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(symbol(UInt8(pending >> bits & 31)))
            }
        }
        if bits > 0 { text.append(symbol(UInt8(pending << (5 - bits) & 31))) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text in either case, spaces and padding ignored; nil where a symbol is not one of ours.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes = [UInt8]()
        var pending: UInt32 = 0
        var bits: UInt32 = 0
        for symbol in text.utf8 where symbol != UInt8(ascii: " ") && symbol != UInt8(ascii: "=") {
            let value: UInt8
            switch symbol {
            case 65...90: value = symbol - 65
            case 97...122: value = symbol - 97
            case 50...55: value = symbol - 24
            default: return nil
            }
            pending = pending << 5 | UInt32(value)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> bits))
            }
        }
        return bytes
    }

    private static func symbol(_ value: UInt8) -> UInt8 { value < 26 ? value + 65 : value + 24 }
}
