import Values

/// A statement with its parameters: the only way in which text reaches the database.
///
/// `"select \(id)"` sends `$1` and binds the value; text that is not bound has to be spelled `unescaped:`.
package struct SQL: Sendable {
    /// The text with `$1…` where values were.
    package private(set) var text: String
    var parameters = Parameters()
    /// Where in the text's UTF-8 each `$n` stands, so that joined pieces can be numbered anew.
    private var slots: [Slot] = []

    private struct Slot: Sendable {
        var offset: Int
        var length: Int
    }

    /// Text that somebody vouches for: it is not escaped and nothing in it is bound.
    package init(unescaped text: String) {
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout SQL, right: SQL) {
        let start = left.text.utf8.count
        if left.slots.isEmpty || right.slots.isEmpty {
            left.text += right.text
            left.slots += right.slots.map { Slot(offset: $0.offset + start, length: $0.length) }
        } else {
            left.append(renumbering: right)
        }
        left.parameters.append(right.parameters)
    }

    private mutating func append(renumbering right: SQL) {
        let source = right.text.utf8
        var from = source.startIndex
        for slot in right.slots {
            let until = source.index(source.startIndex, offsetBy: slot.offset)
            text += String(right.text[from..<until])
            appendSlot(slots.count + 1)
            from = source.index(until, offsetBy: slot.length)
        }
        text += String(right.text[from...])
    }

    private mutating func appendSlot(_ number: Int) {
        let spelled = "$\(number)"
        slots.append(Slot(offset: text.utf8.count, length: spelled.utf8.count))
        text += spelled
    }

    fileprivate mutating func append(unescaped piece: String) {
        text += piece
    }

    fileprivate mutating func appendParameter(_ oid: UInt32, _ write: ((inout [UInt8]) -> Void)?) {
        appendSlot(slots.count + 1)
        parameters.append(oid, write)
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        text = value
    }

    package init(stringInterpolation: Interpolation) {
        self = stringInterpolation.sql
    }

    /// Gathers the text and the values of a literal.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL(unescaped: "")

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) {
            sql.append(unescaped: literal)
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            sql.appendParameter(type(of: value).oid) { value.write(to: &$0) }
        }

        package mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
            guard let value else { return sql.appendParameter(Value.oid, nil) }
            appendInterpolation(value)
        }

        package mutating func appendInterpolation<Value: Bindable>(_ values: [Value]) {
            sql.appendParameter(Value.arrayOID) { bytes in
                writeArray(of: Value.oid, count: values.count, to: &bytes) { values[$0].write(to: &$1) }
            }
        }

        package mutating func appendInterpolation<Value: Bindable>(_ values: [Value]?) {
            guard let values else { return sql.appendParameter(Value.arrayOID, nil) }
            appendInterpolation(values)
        }

        /// An array with gaps: SQL `NULL` where the element is nil.
        package mutating func appendInterpolation<Value: Bindable>(_ values: [Value?]) {
            sql.appendParameter(Value.arrayOID) { bytes in
                let hasNull = values.contains { $0 == nil }
                writeArray(of: Value.oid, count: values.count, hasNull: hasNull, to: &bytes) { index, bytes in
                    guard let value = values[index] else { return false }
                    value.write(to: &bytes)
                    return true
                }
            }
        }

        /// Bytes as `bytea`; none at all is an empty value, not `NULL`.
        package mutating func appendInterpolation(_ bytes: [UInt8]) {
            sql.appendParameter(OID.bytea) { $0 += bytes }
        }

        package mutating func appendInterpolation(_ bytes: [UInt8]?) {
            guard let bytes else { return sql.appendParameter(OID.bytea, nil) }
            appendInterpolation(bytes)
        }

        package mutating func appendInterpolation(_ values: [[UInt8]]) {
            sql.appendParameter(OID.byteaArray) { bytes in
                writeArray(of: OID.bytea, count: values.count, to: &bytes) { $1 += values[$0] }
            }
        }

        /// A value of an enumeration by its raw value.
        package mutating func appendInterpolation<Value: RawRepresentable>(_ value: Value)
        where Value.RawValue: Bindable {
            appendInterpolation(value.rawValue)
        }

        package mutating func appendInterpolation<Value: RawRepresentable>(_ value: Value?)
        where Value.RawValue: Bindable {
            appendInterpolation(value?.rawValue)
        }

        package mutating func appendInterpolation<Value: RawRepresentable>(_ values: [Value])
        where Value.RawValue: Bindable {
            appendInterpolation(values.map(\.rawValue))
        }

        /// JSON text that is already encoded, bound as `jsonb`.
        package mutating func appendInterpolation(jsonb text: [UInt8]) {
            sql.appendParameter(OID.jsonb) { bytes in
                bytes.append(1)
                bytes += text
            }
        }

        /// Another statement's text and values, numbered on.
        package mutating func appendInterpolation(_ fragment: SQL) {
            sql += fragment
        }

        /// A name of a table, column or role, quoted.
        package mutating func appendInterpolation(identifier name: String) {
            sql.append(unescaped: quoted(identifier: name))
        }

        /// Text as it is: for what was never a user's.
        package mutating func appendInterpolation(unescaped text: String) {
            sql.append(unescaped: text)
        }
    }
}

extension Sequence where Element == SQL {
    /// The pieces with a separator between them, numbered through.
    package func joined(separator: SQL) -> SQL {
        var sum = SQL(unescaped: "")
        for (index, piece) in enumerated() {
            if index > 0 { sum += separator }
            sum += piece
        }
        return sum
    }
}

/// A name in double quotes, as SQL writes names that may hold anything.
func quoted(identifier name: String) -> String {
    var text = "\""
    for character in name.unicodeScalars where character != "\0" {
        if character == "\"" { text += "\"" }
        text.unicodeScalars.append(character)
    }
    return text + "\""
}
