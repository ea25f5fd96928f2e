package import Values

/// Why bytes are not JSON as we exchange and sign it.
package struct StrictJSONFault: Error, Hashable {
    package let offset: Int
    package let reason: String
}

extension JSON {
    /// Reads JSON that can mean one thing only: whole numbers, no key twice, 32 levels at most, nothing after it.
    package init(strict bytes: some Sequence<UInt8>) throws(StrictJSONFault) {
        var reader = Reader(bytes: Array(bytes))
        self = try reader.document()
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func document() throws(StrictJSONFault) -> JSON {
            let value = try value(depth: 0)
            skipSpace()
            guard index == bytes.count else { throw fault("bytes after the value") }
            return value
        }

        private func fault(_ reason: String) -> StrictJSONFault {
            StrictJSONFault(offset: index, reason: reason)
        }

        private mutating func skipSpace() {
            while index < bytes.count, [32, 9, 10, 13].contains(bytes[index]) { index += 1 }
        }

        private mutating func take(_ symbol: Character) -> Bool {
            skipSpace()
            guard index < bytes.count, bytes[index] == symbol.asciiValue else { return false }
            index += 1
            return true
        }

        private mutating func value(depth: Int) throws(StrictJSONFault) -> JSON {
            guard depth < 32 else { throw fault("nested too deep") }
            skipSpace()
            guard index < bytes.count else { throw fault("value missing") }
            switch bytes[index] {
            case UInt8(ascii: "{"): return try object(depth: depth)
            case UInt8(ascii: "["): return try list(depth: depth)
            case UInt8(ascii: "\""): return .text(try text())
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        private mutating func word(_ word: String, _ value: JSON) throws(StrictJSONFault) -> JSON {
            guard bytes[index...].starts(with: word.utf8) else { throw fault("unknown word") }
            index += word.utf8.count
            return value
        }

        private mutating func number() throws(StrictJSONFault) -> JSON {
            let start = index
            if bytes[index] == UInt8(ascii: "-") { index += 1 }
            let first = index
            while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            guard index > first else { throw fault("unknown symbol") }
            guard bytes[first] != 48 || index == first + 1 else { throw fault("number with a leading zero") }
            if index < bytes.count,
                [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[index])
            {
                throw fault("number is not whole")
            }
            guard let value = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) else {
                throw fault("number is too large")
            }
            return .int(value)
        }

        private mutating func list(depth: Int) throws(StrictJSONFault) -> JSON {
            index += 1
            var values = [JSON]()
            if take("]") { return .list(values) }
            while true {
                values.append(try value(depth: depth + 1))
                if take("]") { return .list(values) }
                guard take(",") else { throw fault("comma missing") }
            }
        }

        private mutating func object(depth: Int) throws(StrictJSONFault) -> JSON {
            index += 1
            var fields = [String: JSON]()
            if take("}") { return .object(fields) }
            while true {
                skipSpace()
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
                    throw fault("key missing")
                }
                let key = try text()
                guard fields[key] == nil else { throw fault("key twice") }
                guard take(":") else { throw fault("colon missing") }
                fields[key] = try value(depth: depth + 1)
                if take("}") { return .object(fields) }
                guard take(",") else { throw fault("comma missing") }
            }
        }

        private mutating func text() throws(StrictJSONFault) -> String {
            index += 1
            var plain = [UInt8]()
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                switch byte {
                case UInt8(ascii: "\""):
                    guard let text = String(validating: plain, as: UTF8.self) else {
                        throw fault("not UTF-8")
                    }
                    return text
                case UInt8(ascii: "\\"): try escape(into: &plain)
                case 0..<32: throw fault("control byte in text")
                default: plain.append(byte)
                }
            }
            throw fault("text without end")
        }

        private mutating func escape(into plain: inout [UInt8]) throws(StrictJSONFault) {
            guard index < bytes.count else { throw fault("text without end") }
            let symbol = bytes[index]
            index += 1
            switch symbol {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(symbol)
            case UInt8(ascii: "b"): plain.append(8)
            case UInt8(ascii: "f"): plain.append(12)
            case UInt8(ascii: "n"): plain.append(10)
            case UInt8(ascii: "r"): plain.append(13)
            case UInt8(ascii: "t"): plain.append(9)
            case UInt8(ascii: "u"):
                var code = UInt32(try unit())
                if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: [92, UInt8(ascii: "u")]) {
                    index += 2
                    let low = UInt32(try unit())
                    guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair") }
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                }
                guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
                plain.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            default: throw fault("unknown escape")
            }
        }

        private mutating func unit() throws(StrictJSONFault) -> UInt16 {
            guard index + 4 <= bytes.count,
                let value = Values.bytes(hex: String(decoding: bytes[index..<index + 4], as: UTF8.self)),
                value.count == 2
            else { throw fault("escape is not four hexadecimal digits") }
            index += 4
            return UInt16(value[0]) << 8 | UInt16(value[1])
        }
    }
}

/// A part of a signed file that is absent or of another form than it must have.
package struct FormFault: Error, Hashable {
    package let field: String
}

/// Reads the fields of a signed object by name and form.
struct Fields {
    let object: [String: JSON]

    init(_ json: JSON?, of name: String) throws(FormFault) {
        guard let object = json?.object else { throw FormFault(field: name) }
        self.object = object
    }

    func json(_ name: String) throws(FormFault) -> JSON {
        guard let value = object[name] else { throw FormFault(field: name) }
        return value
    }

    func text(_ name: String) throws(FormFault) -> String {
        guard let value = object[name]?.text else { throw FormFault(field: name) }
        return value
    }

    func int(_ name: String) throws(FormFault) -> Int64 {
        guard let value = object[name]?.int else { throw FormFault(field: name) }
        return value
    }

    func bool(_ name: String) throws(FormFault) -> Bool {
        guard let value = object[name]?.bool else { throw FormFault(field: name) }
        return value
    }

    func list(_ name: String) throws(FormFault) -> [JSON] {
        guard let values = object[name]?.list else { throw FormFault(field: name) }
        return values
    }

    func id(_ name: String) throws(FormFault) -> ID {
        guard let id = ID(try text(name)) else { throw FormFault(field: name) }
        return id
    }

    func district() throws(FormFault) -> Int32 {
        guard let value = Int32(exactly: try int("district")) else { throw FormFault(field: "district") }
        return value
    }

    func instant(_ name: String) throws(FormFault) -> Instant {
        guard let instant = Instant(iso: try text(name)) else { throw FormFault(field: name) }
        return instant
    }

    func digest(_ name: String) throws(FormFault) -> [UInt8] {
        guard let digest = bytes(hex: try text(name)), digest.count == 32 else {
            throw FormFault(field: name)
        }
        return digest
    }

    func `case`<Case: RawRepresentable<String>>(_ name: String, of: Case.Type) throws(FormFault) -> Case {
        guard let value = Case(rawValue: try text(name)) else { throw FormFault(field: name) }
        return value
    }

    /// Refuses an object of another kind or version than the reader knows.
    func expect(kind: String) throws(FormFault) {
        guard try text("kind") == kind else { throw FormFault(field: "kind") }
        guard try int("v") == 1 else { throw FormFault(field: "v") }
    }
}
