import CLibPQ
package import Values

/// The names and types of a result's columns; one for all results of a prepared statement.
final class Shape: Sendable {
    struct Column: Sendable {
        let name: String
        let oid: UInt32
        /// `"name":` as JSON writes it.
        let key: [UInt8]
    }

    let columns: [Column]
    private let places: [String: Int]

    init(_ result: OpaquePointer) {
        var columns: [Column] = []
        var places: [String: Int] = [:]
        for index in 0..<PQnfields(result) {
            let name = PQfname(result, index).map { String(cString: $0) } ?? ""
            var key: [UInt8] = []
            JSON.write(text: name.utf8, to: &key)
            key.append(UInt8(ascii: ":"))
            columns.append(Column(name: name, oid: PQftype(result, index), key: key))
            if places[name] == nil { places[name] = Int(index) }
        }
        self.columns = columns
        self.places = columns.count > 12 ? places : [:]
    }

    func place(of name: String) -> Int? {
        // A walk over a few short names is quicker than hashing one.
        columns.count > 12 ? places[name] : columns.firstIndex { $0.name == name }
    }
}

/// Owns one PGresult.
///
/// Unchecked, because a pointer is not Sendable: the result is never written after libpq gave it, libpq's
/// readers of it keep no state, and it is cleared when the last owner goes.
final class ResultBox: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }
}

/// The rows one statement gave, as the server sent them.
package struct Rows: Sendable, RandomAccessCollection {
    let box: ResultBox
    let shape: Shape
    package let count: Int

    init(_ box: ResultBox, _ shape: Shape) {
        self.box = box
        self.shape = shape
        count = Int(PQntuples(box.pointer))
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(index: Int) -> Row {
        precondition(index >= 0 && index < count, "no such row")
        return Row(rows: self, index: Int32(index))
    }

    package var columns: [(name: String, oid: UInt32)] { shape.columns.map { ($0.name, $0.oid) } }

    /// How many rows a statement wrote or gave, by its command tag.
    package var affected: Int {
        guard let text = PQcmdTuples(box.pointer) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    /// The single row, or an error where there is none or more.
    package func one() throws(PQError) -> Row {
        guard count == 1 else { throw .misuse("one row wanted, \(count) came") }
        return self[0]
    }

    var commandTag: String { PQcmdStatus(box.pointer).map { String(cString: $0) } ?? "" }
}

/// One row: typed readers that say what is wrong with a column.
package struct Row: Sendable {
    let rows: Rows
    let index: Int32

    package var columnNames: [String] { rows.shape.columns.map(\.name) }

    package func isNull(_ name: String) throws(PQError) -> Bool {
        PQgetisnull(rows.box.pointer, index, try place(of: name)) == 1
    }

    package func text(_ name: String) throws(PQError) -> String { try present(name, optionalText) }
    package func int64(_ name: String) throws(PQError) -> Int64 { try present(name, optionalInt64) }
    package func int32(_ name: String) throws(PQError) -> Int32 { try present(name, optionalInt32) }
    package func int(_ name: String) throws(PQError) -> Int { Int(try int64(name)) }
    package func bool(_ name: String) throws(PQError) -> Bool { try present(name, optionalBool) }
    package func id(_ name: String) throws(PQError) -> ID { try present(name, optionalID) }
    package func day(_ name: String) throws(PQError) -> BusinessDay { try present(name, optionalDay) }
    package func instant(_ name: String) throws(PQError) -> Instant { try present(name, optionalInstant) }
    package func fen(_ name: String) throws(PQError) -> Fen { Fen(try int64(name)) }
    package func area(_ name: String) throws(PQError) -> Area { Area(hundredths: try int64(name)) }
    package func bytes(_ name: String) throws(PQError) -> [UInt8] { try present(name, optionalBytes) }
    package func json(_ name: String) throws(PQError) -> [UInt8] { try present(name, optionalJSON) }
    package func numeric(_ name: String) throws(PQError) -> String { try present(name, optionalNumeric) }
    package func texts(_ name: String) throws(PQError) -> [String] { try present(name, optionalTexts) }
    package func ids(_ name: String) throws(PQError) -> [ID] { try present(name, optionalIDs) }
    package func int64s(_ name: String) throws(PQError) -> [Int64] { try present(name, optionalInt64s) }
    package func days(_ name: String) throws(PQError) -> [BusinessDay] { try present(name, optionalDays) }
    package func bools(_ name: String) throws(PQError) -> [Bool] { try present(name, optionalBools) }
    package func instants(_ name: String) throws(PQError) -> [Instant] { try present(name, optionalInstants) }

    package func optionalText(_ name: String) throws(PQError) -> String? {
        try read(name, "text", isText) { $0.text }
    }

    package func optionalInt64(_ name: String) throws(PQError) -> Int64? {
        try read(name, "a whole number", isInteger) { $0.integer }
    }

    package func optionalInt32(_ name: String) throws(PQError) -> Int32? {
        try read(name, "a whole number of 32 bits", { $0 == OID.int4 || $0 == OID.int2 }) {
            Int32($0.integer)
        }
    }

    package func optionalInt(_ name: String) throws(PQError) -> Int? {
        try optionalInt64(name).map { Int($0) }
    }

    package func optionalBool(_ name: String) throws(PQError) -> Bool? {
        try read(name, "bool", { $0 == OID.bool }) { $0.first == 1 }
    }

    package func optionalID(_ name: String) throws(PQError) -> ID? {
        try read(name, "uuid", { $0 == OID.uuid }) { $0.id }
    }

    package func optionalDay(_ name: String) throws(PQError) -> BusinessDay? {
        try read(name, "date", { $0 == OID.date }) { BusinessDay(daysSince2000: $0.bigEndian(Int32.self)) }
    }

    package func optionalInstant(_ name: String) throws(PQError) -> Instant? {
        try read(name, "timestamptz", { $0 == OID.timestamptz }) {
            Instant(microseconds: $0.bigEndian(Int64.self))
        }
    }

    package func optionalFen(_ name: String) throws(PQError) -> Fen? {
        try optionalInt64(name).map { Fen($0) }
    }

    package func optionalArea(_ name: String) throws(PQError) -> Area? {
        try optionalInt64(name).map { Area(hundredths: $0) }
    }

    package func optionalBytes(_ name: String) throws(PQError) -> [UInt8]? {
        try read(name, "bytea", { $0 == OID.bytea }) { [UInt8]($0) }
    }

    /// The text of a `json` or `jsonb` column, as bytes.
    package func optionalJSON(_ name: String) throws(PQError) -> [UInt8]? {
        let oid = try oid(of: name)
        return try read(name, "json", { $0 == OID.json || $0 == OID.jsonb }) { [UInt8]($0.json(oid)) }
    }

    /// A `numeric` column as decimal text, with all its places.
    package func optionalNumeric(_ name: String) throws(PQError) -> String? {
        try read(name, "numeric", { $0 == OID.numeric }) { bytes in
            var text: [UInt8] = []
            writeNumeric(bytes, to: &text)
            return String(decoding: text, as: UTF8.self)
        }
    }

    package func optionalTexts(_ name: String) throws(PQError) -> [String]? {
        try array(name, "an array of text", isText) { $0.text }
    }

    package func optionalIDs(_ name: String) throws(PQError) -> [ID]? {
        try array(name, "an array of uuid", { $0 == OID.uuid }) { $0.id }
    }

    package func optionalInt64s(_ name: String) throws(PQError) -> [Int64]? {
        try array(name, "an array of whole numbers", isInteger) { $0.integer }
    }

    package func optionalBools(_ name: String) throws(PQError) -> [Bool]? {
        try array(name, "an array of bool", { $0 == OID.bool }) { $0.first == 1 }
    }

    package func optionalDays(_ name: String) throws(PQError) -> [BusinessDay]? {
        try array(name, "an array of date", { $0 == OID.date }) {
            BusinessDay(daysSince2000: $0.bigEndian(Int32.self))
        }
    }

    package func optionalInstants(_ name: String) throws(PQError) -> [Instant]? {
        try array(name, "an array of timestamptz", { $0 == OID.timestamptz }) {
            Instant(microseconds: $0.bigEndian(Int64.self))
        }
    }

    /// The bytes of a column as the server sent them, lent for the call; nil for `NULL`.
    func withBytes<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
        let result = rows.box.pointer
        let length = PQgetlength(result, index, column)
        // A NULL has no length, so only what is empty can be one.
        if length == 0, PQgetisnull(result, index, column) == 1 { return nil }
        return body(UnsafeRawBufferPointer(start: PQgetvalue(result, index, column), count: Int(length)))
    }

    func place(of name: String) throws(PQError) -> Int32 {
        guard let place = rows.shape.place(of: name) else { throw .misuse("no column \(name)") }
        return Int32(place)
    }

    private func oid(of name: String) throws(PQError) -> UInt32 {
        rows.shape.columns[Int(try place(of: name))].oid
    }

    private func read<Value>(
        _ name: String, _ kind: String, _ fits: (UInt32) -> Bool, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(PQError) -> Value? {
        let place = try place(of: name)
        let oid = rows.shape.columns[Int(place)].oid
        guard fits(oid) else { throw .misuse("column \(name) is of type \(oid), not \(kind)") }
        return withBytes(place, body)
    }

    private func present<Value>(
        _ name: String, _ optional: (String) throws(PQError) -> Value?
    ) throws(PQError) -> Value {
        guard let value = try optional(name) else { throw .misuse("column \(name) is null") }
        return value
    }

    private func array<Value>(
        _ name: String, _ kind: String, _ fits: (UInt32) -> Bool, _ body: (UnsafeRawBufferPointer) -> Value
    ) throws(PQError) -> [Value]? {
        let place = try place(of: name)
        var fault: PQError?
        let values = withBytes(place) { bytes -> [Value] in
            guard let array = BinaryArray(bytes), array.lengths.count <= 1,
                fits(array.element) || array.isEmpty
            else {
                fault = .misuse("column \(name) is not \(kind)")
                return []
            }
            var values: [Value] = []
            array.forEach { element in
                if let element {
                    values.append(body(element))
                } else {
                    fault = .misuse("column \(name) has a null element")
                }
            }
            return values
        }
        if let fault { throw fault }
        return values
    }
}

/// Types whose binary form is their text; a database's own types are enums and domains over text here.
func isText(_ oid: UInt32) -> Bool {
    switch oid {
    case OID.text, OID.varchar, OID.bpchar, OID.name, OID.char, OID.unknown, OID.xml: true
    default: oid >= OID.firstOfUsers
    }
}

func isInteger(_ oid: UInt32) -> Bool { oid == OID.int8 || oid == OID.int4 || oid == OID.int2 }

/// PostgreSQL's binary array, read in place.
struct BinaryArray {
    let element: UInt32
    let lengths: [Int]
    private let body: UnsafeRawBufferPointer

    /// Reads the head; nil where the bytes are not an array.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 12 else { return nil }
        let dimensions = Int(bytes.bigEndian(Int32.self))
        guard (0...6).contains(dimensions), bytes.count >= 12 + 8 * dimensions else { return nil }
        element = bytes.bigEndian(UInt32.self, at: 8)
        lengths = (0..<dimensions).map { Int(bytes.bigEndian(Int32.self, at: 12 + 8 * $0)) }
        body = UnsafeRawBufferPointer(rebasing: bytes[(12 + 8 * dimensions)...])
    }

    var isEmpty: Bool { lengths.isEmpty }

    /// Calls with each element's bytes in order, nil for a null one.
    func forEach(_ each: (UnsafeRawBufferPointer?) -> Void) {
        var offset = 0
        while offset + 4 <= body.count {
            let length = Int(body.bigEndian(Int32.self, at: offset))
            offset += 4
            guard length >= 0 else {
                each(nil)
                continue
            }
            guard offset + length <= body.count else { return }
            each(UnsafeRawBufferPointer(rebasing: body[offset..<offset + length]))
            offset += length
        }
    }
}

extension UnsafeRawBufferPointer {
    func bigEndian<Number: FixedWidthInteger>(_: Number.Type, at offset: Int = 0) -> Number {
        guard offset + MemoryLayout<Number>.size <= count else { return 0 }
        return Number(bigEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    var text: String { String(decoding: self, as: UTF8.self) }

    var integer: Int64 {
        switch count {
        case 8: bigEndian(Int64.self)
        case 4: Int64(bigEndian(Int32.self))
        default: Int64(bigEndian(Int16.self))
        }
    }

    var id: ID { ID(high: bigEndian(UInt64.self), low: bigEndian(UInt64.self, at: 8)) }

    /// JSON's text without the version byte that `jsonb` sends first.
    func json(_ oid: UInt32) -> UnsafeRawBufferPointer {
        oid == OID.jsonb ? UnsafeRawBufferPointer(rebasing: dropFirst()) : self
    }
}
