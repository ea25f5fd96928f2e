/// A zip archive in memory (APPNOTE 6.3): entries by name, unpacked one by one within a bound.
struct Archive {
    private struct Entry {
        let method: Int
        let checksum: UInt32
        let packed: Int
        let size: Int
        let offset: Int
    }

    private let bytes: [UInt8]
    private var entries: [String: Entry] = [:]
    /// What one part of a workbook may unpack to.
    static let limit = 64 << 20

    init(_ bytes: [UInt8]) throws(SheetFault) {
        self.bytes = bytes
        guard let end = Archive.end(of: bytes) else { throw .notAWorkbook("no zip") }
        let count = number(end + 10, 2)
        var position = number(end + 16, 4)
        for _ in 0..<count {
            guard position + 46 <= bytes.count, number(position, 4) == 0x0201_4b50 else {
                throw .notAWorkbook("zip directory")
            }
            let nameLength = number(position + 28, 2)
            let nameEnd = position + 46 + nameLength
            guard nameEnd <= bytes.count, number(position + 8, 2) & 1 == 0 else {
                throw .notAWorkbook("encrypted")
            }
            let name = String(decoding: bytes[position + 46..<nameEnd], as: UTF8.self)
            entries[name] = Entry(
                method: number(position + 10, 2), checksum: UInt32(number(position + 16, 4)),
                packed: number(position + 20, 4), size: number(position + 24, 4),
                offset: number(position + 42, 4))
            position = nameEnd + number(position + 30, 2) + number(position + 32, 2)
        }
    }

    /// The bytes of an entry, checked against its checksum; nil where there is none of that name.
    func file(_ name: String) throws(SheetFault) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        guard entry.size <= Archive.limit else { throw .tooLarge }
        guard entry.offset + 30 <= bytes.count, number(entry.offset, 4) == 0x0403_4b50 else {
            throw .notAWorkbook("zip entry")
        }
        let start = entry.offset + 30 + number(entry.offset + 26, 2) + number(entry.offset + 28, 2)
        guard start + entry.packed <= bytes.count else { throw .notAWorkbook("zip entry") }
        let packed = bytes[start..<start + entry.packed]
        let content: [UInt8]
        switch entry.method {
        case 0: content = Array(packed)
        case 8:
            do { content = try Inflate.unpack(packed, limit: entry.size) } catch {
                throw .notAWorkbook("deflate")
            }
        default: throw .notAWorkbook("zip method \(entry.method)")
        }
        guard content.count == entry.size, Archive.checksum(content) == entry.checksum else {
            throw .notAWorkbook("checksum")
        }
        return content
    }

    private func number(_ position: Int, _ width: Int) -> Int {
        guard position >= 0, position + width <= bytes.count else { return 0 }
        return (0..<width).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }

    /// The end record, behind which at most a comment stands.
    private static func end(of bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let mark: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
        var position = bytes.count - 22
        while position >= max(0, bytes.count - 22 - 65_535) {
            if bytes[position..<position + 4].elementsEqual(mark) { return position }
            position -= 1
        }
        return nil
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
    }
}
