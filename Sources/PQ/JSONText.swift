import CLibPQ
import Values

extension Rows {
    /// Writes the rows as a JSON array of objects, straight from the columns' binary form.
    ///
    /// Whole numbers and truth stand as they are, money and `numeric` likewise exact (the latter as text),
    /// days as ISO, moments in China's time, `bytea` as hexadecimal text, `json` passed through, arrays as
    /// arrays. A type without a form of its own here comes as hexadecimal text of its binary form: cast it in
    /// the statement.
    package func writeJSON(into bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + 2 + count * shape.columns.reduce(2) { $0 + $1.key.count + 24 })
        bytes.append(UInt8(ascii: "["))
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            self[index].writeJSON(into: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

extension Row {
    /// Writes the row as one JSON object.
    package func writeJSON(into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        for (place, column) in rows.shape.columns.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: column.key)
            if withBytes(Int32(place), { JSONText.write($0, column.oid, to: &bytes) }) == nil {
                bytes.append(contentsOf: JSONText.null)
            }
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// PostgreSQL's binary values as JSON text.
enum JSONText {
    static let null: StaticBytes = "null"

    static func write(_ value: UnsafeRawBufferPointer, _ oid: UInt32, to bytes: inout [UInt8]) {
        switch oid {
        case OID.int8, OID.int4, OID.int2: write(integer: value.integer, to: &bytes)
        case OID.oid: write(integer: Int64(value.bigEndian(UInt32.self)), to: &bytes)
        case OID.bool: bytes.append(contentsOf: value.first == 1 ? "true" as StaticBytes : "false")
        case OID.uuid: write(uuid: value, to: &bytes)
        case OID.date: quote(&bytes) { write(day: value.bigEndian(Int32.self), to: &$0) }
        case OID.timestamptz:
            quote(&bytes) { write(moment: value.bigEndian(Int64.self), zoned: true, to: &$0) }
        case OID.timestamp:
            quote(&bytes) { write(moment: value.bigEndian(Int64.self), zoned: false, to: &$0) }
        case OID.time: quote(&bytes) { write(time: value.bigEndian(Int64.self), to: &$0) }
        case OID.numeric: quote(&bytes) { writeNumeric(value, to: &$0) }
        case OID.float8: write(double: Double(bitPattern: value.bigEndian(UInt64.self)), to: &bytes)
        case OID.float4: write(float: Float(bitPattern: value.bigEndian(UInt32.self)), to: &bytes)
        case OID.json, OID.jsonb: bytes.append(contentsOf: value.json(oid))
        case OID.bytea: write(hex: value, to: &bytes)
        case OID.daterange, OID.tstzrange, OID.int4range, OID.int8range: write(range: value, oid, to: &bytes)
        case OID.void: bytes.append(contentsOf: null)
        default:
            if isText(oid) {
                write(text: value, to: &bytes)
            } else if let array = BinaryArray(value), isArray(oid) {
                write(array: array, to: &bytes)
            } else {
                write(hex: value, to: &bytes)
            }
        }
    }

    private static func isArray(_ oid: UInt32) -> Bool {
        switch oid {
        case 199, 143, 1000...1003, 1005...1009, 1014...1016, 1021, 1022, 1115, 1182, 1183, 1185, 1231, 2951,
            3807,
            3905, 3911, 3913, 3927:
            true
        default: false
        }
    }

    private static func quote(_ bytes: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
        bytes.append(UInt8(ascii: "\""))
        body(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    static func write(integer value: Int64, to bytes: inout [UInt8]) {
        guard value >= 10 || value < 0 else { return bytes.append(48 + UInt8(value)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value.magnitude
            var start = 20
            repeat {
                start -= 1
                digits.initializeElement(at: start, to: 48 + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest > 0
            if value < 0 {
                start -= 1
                digits.initializeElement(at: start, to: UInt8(ascii: "-"))
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// Text with what JSON forbids escaped; runs of plain bytes are copied whole.
    static func write(text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var plain = 0
        for place in 0..<text.count {
            let byte = text[place]
            guard byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[plain..<place]))
            plain = place + 1
            escape(byte, to: &bytes)
        }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[plain...]))
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 8: bytes.append(UInt8(ascii: "b"))
        case 9: bytes.append(UInt8(ascii: "t"))
        case 10: bytes.append(UInt8(ascii: "n"))
        case 12: bytes.append(UInt8(ascii: "f"))
        case 13: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(contentsOf: "u00" as StaticBytes)
            write(hexDigits: byte, to: &bytes)
        }
    }

    private static func write(hexDigits byte: UInt8, to bytes: inout [UInt8]) {
        let (high, low) = (byte >> 4, byte & 15)
        bytes.append(high < 10 ? high + 48 : high + 87)
        bytes.append(low < 10 ? low + 48 : low + 87)
    }

    private static func write(hex value: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + 2 * value.count + 2)
        quote(&bytes) { bytes in
            for byte in value { write(hexDigits: byte, to: &bytes) }
        }
    }

    private static func write(uuid value: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        quote(&bytes) { bytes in
            for (place, byte) in value.enumerated() {
                if place == 4 || place == 6 || place == 8 || place == 10 { bytes.append(UInt8(ascii: "-")) }
                write(hexDigits: byte, to: &bytes)
            }
        }
    }

    private static func write(double value: Double, to bytes: inout [UInt8]) {
        guard value.isFinite else { return quote(&bytes) { $0.append(contentsOf: "\(value)".utf8) } }
        bytes.append(contentsOf: "\(value)".utf8)
    }

    private static func write(float value: Float, to bytes: inout [UInt8]) {
        guard value.isFinite else { return quote(&bytes) { $0.append(contentsOf: "\(value)".utf8) } }
        bytes.append(contentsOf: "\(value)".utf8)
    }

    private static func write(array: BinaryArray, to bytes: inout [UInt8]) {
        guard !array.isEmpty else { return bytes.append(contentsOf: "[]" as StaticBytes) }
        // How many elements each level of brackets spans, the innermost last.
        let spans = array.lengths.indices.map { array.lengths[$0...].reduce(1, *) }
        var index = 0
        array.forEach { element in
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            for span in spans where index % span == 0 { bytes.append(UInt8(ascii: "[")) }
            if let element {
                write(element, array.element, to: &bytes)
            } else {
                bytes.append(contentsOf: null)
            }
            index += 1
            for span in spans where index % span == 0 { bytes.append(UInt8(ascii: "]")) }
        }
    }

    /// A range in PostgreSQL's own notation: `[2026-03-01,2026-04-01)`.
    private static func write(range value: UnsafeRawBufferPointer, _ oid: UInt32, to bytes: inout [UInt8]) {
        let flags = value.first ?? 1
        quote(&bytes) { bytes in
            guard flags & 0x01 == 0 else { return bytes.append(contentsOf: "empty" as StaticBytes) }
            var offset = 1
            func bound(_ bytes: inout [UInt8]) {
                let length = Int(value.bigEndian(Int32.self, at: offset))
                guard length >= 0, offset + 4 + length <= value.count else { return }
                let bound = UnsafeRawBufferPointer(rebasing: value[offset + 4..<offset + 4 + length])
                offset += 4 + length
                switch oid {
                case OID.daterange: write(day: bound.bigEndian(Int32.self), to: &bytes)
                case OID.tstzrange: write(moment: bound.bigEndian(Int64.self), zoned: true, to: &bytes)
                default: write(integer: bound.integer, to: &bytes)
                }
            }
            bytes.append(flags & 0x02 != 0 ? UInt8(ascii: "[") : UInt8(ascii: "("))
            if flags & 0x08 == 0 { bound(&bytes) }
            bytes.append(UInt8(ascii: ","))
            if flags & 0x10 == 0 { bound(&bytes) }
            bytes.append(flags & 0x04 != 0 ? UInt8(ascii: "]") : UInt8(ascii: ")"))
        }
    }
}

/// Bytes of a literal, without the String that would hold them.
struct StaticBytes: ExpressibleByStringLiteral, Sequence, Sendable {
    private let text: StaticString

    init(stringLiteral value: StaticString) {
        text = value
    }

    func makeIterator() -> UnsafeBufferPointer<UInt8>.Iterator { buffer.makeIterator() }

    var underestimatedCount: Int { text.utf8CodeUnitCount }

    func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        try body(buffer)
    }

    private var buffer: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
}
