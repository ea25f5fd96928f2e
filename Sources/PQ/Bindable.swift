package import Values

/// A Swift value with one PostgreSQL type and that type's binary form.
package protocol Bindable: Sendable {
    static var oid: UInt32 { get }
    static var arrayOID: UInt32 { get }
    func write(to bytes: inout [UInt8])
}

/// The numbers of PostgreSQL's own types (pg_type.dat), which never change.
enum OID {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let char: UInt32 = 18
    static let name: UInt32 = 19
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let oid: UInt32 = 26
    static let json: UInt32 = 114
    static let xml: UInt32 = 142
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let unknown: UInt32 = 705
    static let boolArray: UInt32 = 1000
    static let byteaArray: UInt32 = 1001
    static let int4Array: UInt32 = 1007
    static let textArray: UInt32 = 1009
    static let int8Array: UInt32 = 1016
    static let bpchar: UInt32 = 1042
    static let varchar: UInt32 = 1043
    static let date: UInt32 = 1082
    static let time: UInt32 = 1083
    static let timestamp: UInt32 = 1114
    static let timestamptz: UInt32 = 1184
    static let dateArray: UInt32 = 1182
    static let timestamptzArray: UInt32 = 1185
    static let numeric: UInt32 = 1700
    static let void: UInt32 = 2278
    static let uuid: UInt32 = 2950
    static let uuidArray: UInt32 = 2951
    static let jsonb: UInt32 = 3802
    static let jsonbArray: UInt32 = 3807
    static let int4range: UInt32 = 3904
    static let tstzrange: UInt32 = 3910
    static let daterange: UInt32 = 3912
    static let int8range: UInt32 = 3926
    /// The first number that a database gives to types of its own.
    static let firstOfUsers: UInt32 = 16384
}

extension FixedWidthInteger {
    func writeBigEndian(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Writes PostgreSQL's binary form of a one-dimensional array; an element that writes nothing is told by
/// false.
func writeArray(
    of oid: UInt32, count: Int, hasNull: Bool, to bytes: inout [UInt8],
    element: (Int, inout [UInt8]) -> Bool
) {
    Int32(count == 0 ? 0 : 1).writeBigEndian(to: &bytes)
    Int32(hasNull ? 1 : 0).writeBigEndian(to: &bytes)
    oid.writeBigEndian(to: &bytes)
    guard count > 0 else { return }
    Int32(count).writeBigEndian(to: &bytes)
    Int32(1).writeBigEndian(to: &bytes)
    for index in 0..<count {
        let head = bytes.count
        Int32(-1).writeBigEndian(to: &bytes)
        guard element(index, &bytes) else { continue }
        let length = Int32(bytes.count - head - 4).bigEndian
        withUnsafeBytes(of: length) { bytes.replaceSubrange(head..<head + 4, with: $0) }
    }
}

func writeArray(
    of oid: UInt32, count: Int, to bytes: inout [UInt8], element: (Int, inout [UInt8]) -> Void
) {
    writeArray(of: oid, count: count, hasNull: false, to: &bytes) { index, bytes in
        element(index, &bytes)
        return true
    }
}

/// The values bound to a statement, in one buffer.
struct Parameters: Sendable {
    struct Field: Sendable {
        let oid: UInt32
        var offset: Int
        /// -1 for `NULL`.
        let length: Int
    }

    private(set) var fields: [Field] = []
    private(set) var data: [UInt8] = []

    var count: Int { fields.count }
    var oids: [UInt32] { fields.map(\.oid) }

    mutating func append(_ oid: UInt32, _ write: ((inout [UInt8]) -> Void)?) {
        let start = data.count
        write?(&data)
        fields.append(Field(oid: oid, offset: start, length: write == nil ? -1 : data.count - start))
    }

    mutating func append(_ other: Parameters) {
        let start = data.count
        data += other.data
        for var field in other.fields {
            field.offset += start
            fields.append(field)
        }
    }

    /// Lends the arrays that libpq wants.
    ///
    /// A value of no bytes gets an address too: libpq reads none as `NULL`.
    func withPointers<Result>(
        _ body: (
            _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        guard !fields.isEmpty else { return body(nil, nil, nil) }
        return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
                data.withUnsafeBytes { data in
                    var nothing: CChar = 0
                    return withUnsafePointer(to: &nothing) { nothing in
                        let base = data.bindMemory(to: CChar.self).baseAddress ?? nothing
                        for (index, field) in fields.enumerated() {
                            let value = field.length > 0 ? base + field.offset : nothing
                            values.initializeElement(at: index, to: field.length < 0 ? nil : value)
                            numbers.initializeElement(at: index, to: Int32(max(field.length, 0)))
                            numbers.initializeElement(at: count + index, to: 1)
                        }
                        guard let lengths = numbers.baseAddress else { return body(nil, nil, nil) }
                        return body(values.baseAddress, lengths, lengths + count)
                    }
                }
            }
        }
    }
}

extension String: Bindable {
    package static var oid: UInt32 { OID.text }
    package static var arrayOID: UInt32 { OID.textArray }
    package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

extension Bool: Bindable {
    package static var oid: UInt32 { OID.bool }
    package static var arrayOID: UInt32 { OID.boolArray }
    package func write(to bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }
}

extension Int32: Bindable {
    package static var oid: UInt32 { OID.int4 }
    package static var arrayOID: UInt32 { OID.int4Array }
    package func write(to bytes: inout [UInt8]) { writeBigEndian(to: &bytes) }
}

extension Int64: Bindable {
    package static var oid: UInt32 { OID.int8 }
    package static var arrayOID: UInt32 { OID.int8Array }
    package func write(to bytes: inout [UInt8]) { writeBigEndian(to: &bytes) }
}

extension Int: Bindable {
    package static var oid: UInt32 { OID.int8 }
    package static var arrayOID: UInt32 { OID.int8Array }
    package func write(to bytes: inout [UInt8]) { Int64(self).writeBigEndian(to: &bytes) }
}

extension ID: Bindable {
    package static var oid: UInt32 { OID.uuid }
    package static var arrayOID: UInt32 { OID.uuidArray }
    package func write(to bytes: inout [UInt8]) {
        high.writeBigEndian(to: &bytes)
        low.writeBigEndian(to: &bytes)
    }
}

extension BusinessDay: Bindable {
    package static var oid: UInt32 { OID.date }
    package static var arrayOID: UInt32 { OID.dateArray }
    package func write(to bytes: inout [UInt8]) { daysSince2000.writeBigEndian(to: &bytes) }
}

extension Instant: Bindable {
    package static var oid: UInt32 { OID.timestamptz }
    package static var arrayOID: UInt32 { OID.timestamptzArray }
    package func write(to bytes: inout [UInt8]) { microseconds.writeBigEndian(to: &bytes) }
}

extension Fen: Bindable {
    package static var oid: UInt32 { OID.int8 }
    package static var arrayOID: UInt32 { OID.int8Array }
    package func write(to bytes: inout [UInt8]) { amount.writeBigEndian(to: &bytes) }
}

extension Area: Bindable {
    package static var oid: UInt32 { OID.int8 }
    package static var arrayOID: UInt32 { OID.int8Array }
    package func write(to bytes: inout [UInt8]) { hundredths.writeBigEndian(to: &bytes) }
}

extension JSON: Bindable {
    package static var oid: UInt32 { OID.jsonb }
    package static var arrayOID: UInt32 { OID.jsonbArray }
    package func write(to bytes: inout [UInt8]) {
        bytes.append(1)
        bytes += canonical
    }
}
