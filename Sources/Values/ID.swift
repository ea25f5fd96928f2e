/// The identity of a thing: a UUID, version 7 where we make it, so that a retried write is the same write.
package struct ID: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A version 7 identity from a moment and 74 bits of chance, both given by the caller.
    package init(at instant: Instant, chance: (UInt64, UInt64)) {
        let milliseconds = UInt64(bitPattern: instant.unixMilliseconds)
        high = milliseconds << 16 | 0x7000 | chance.0 & 0x0FFF
        low = 0x8000_0000_0000_0000 | chance.1 & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Reads the 36-character form, in either case.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, byte) in bytes.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let nibble: UInt8
            switch byte {
            case 48...57: nibble = byte - 48
            case 97...102: nibble = byte - 87
            case 65...70: nibble = byte - 55
            default: return nil
            }
            if digits < 16 {
                words.0 = words.0 << 4 | UInt64(nibble)
            } else {
                words.1 = words.1 << 4 | UInt64(nibble)
            }
            digits += 1
        }
        (high, low) = words
    }

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    package var bytes: [UInt8] {
        (0..<16).map { index in
            let word = index < 8 ? high : low
            return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index % 8)))
        }
    }
}

extension ID: CustomStringConvertible {
    // Written for every row, link and line of the log: its digits go straight into the text.
    package var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for word in [high, low] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    if place == 8 || place == 13 || place == 18 || place == 23 {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = hexDigit(UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15)
                    place += 1
                }
            }
            return place
        }
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id: \(text)")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Lower-case hexadecimal digits of bytes.
package func hex(_ bytes: some Sequence<UInt8>) -> String {
    var text = [UInt8]()
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
        text.append(hexDigit(byte >> 4))
        text.append(hexDigit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
}

private func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? nibble + 48 : nibble + 87 }

/// Bytes of hexadecimal digits, or nil where the text is not that.
package func bytes(hex text: some StringProtocol) -> [UInt8]? {
    var bytes = [UInt8]()
    var pending: UInt8?
    for byte in text.utf8 {
        let nibble: UInt8
        switch byte {
        case 48...57: nibble = byte - 48
        case 97...102: nibble = byte - 87
        case 65...70: nibble = byte - 55
        default: return nil
        }
        if let high = pending {
            bytes.append(high << 4 | nibble)
            pending = nil
        } else {
            pending = nibble
        }
    }
    return pending == nil ? bytes : nil
}
