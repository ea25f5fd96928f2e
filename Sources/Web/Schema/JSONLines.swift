/// The lines on which the values of a JSON text stand, for people who look for their mistake in a file.
///
/// It goes through text that `JSONReader` has read already, and gives up without a word where it has not.
package struct JSONLines {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private var lines: [String: Int] = [:]

    /// Goes through the whole text once.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        value(at: "", depth: 0)
    }

    /// The line of what a pointer names, counted from 1; of what holds it, where it names something that is missing.
    package func line(of pointer: String) -> Int {
        var place = pointer
        while true {
            if let line = lines[place] { return line }
            guard let cut = place.lastIndex(of: "/") else { return 1 }
            place = String(place[..<cut])
        }
    }

    /// The line that holds the byte at an offset.
    package static func line(at offset: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(max(0, offset)).count { $0 == 10 } + 1
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func advance() {
        if next == 10 { line += 1 }
        index += 1
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { advance() }
    }

    private mutating func value(at pointer: String, depth: Int) {
        skipSpace()
        lines[pointer] = line
        guard depth < 40 else {
            index = bytes.count
            return
        }
        switch next {
        case UInt8(ascii: "{"): members(of: pointer, until: UInt8(ascii: "}"), named: true, depth)
        case UInt8(ascii: "["): members(of: pointer, until: UInt8(ascii: "]"), named: false, depth)
        case UInt8(ascii: "\""): _ = string()
        default:
            while let byte = next, ![44, 93, 125, 32, 9, 10, 13].contains(byte) { index += 1 }
        }
    }

    private mutating func members(of pointer: String, until end: UInt8, named: Bool, _ depth: Int) {
        advance()
        var count = 0
        while true {
            skipSpace()
            guard let byte = next, byte != end else { break }
            if byte == UInt8(ascii: ",") {
                advance()
                continue
            }
            let before = index
            var name = "\(count)"
            if named {
                name = escaped(string())
                skipSpace()
                if next == UInt8(ascii: ":") { advance() }
            }
            value(at: pointer + "/" + name, depth: depth + 1)
            count += 1
            guard index > before else {
                index = bytes.count
                return
            }
        }
        advance()
    }

    /// A string as it is written: names of ours have no escapes in them.
    private mutating func string() -> String {
        advance()
        let start = index
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { advance() }
            advance()
        }
        let text = String(decoding: bytes[min(start, bytes.count)..<min(index, bytes.count)], as: UTF8.self)
        advance()
        return text
    }
}
