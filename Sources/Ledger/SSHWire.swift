/// Writes the length-prefixed fields of SSH's formats.
struct SSHWriter {
    private(set) var bytes = [UInt8]()

    mutating func raw(_ raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

    mutating func number(_ value: UInt32) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }

    mutating func string(_ value: some Collection<UInt8>) {
        number(UInt32(value.count))
        raw(value)
    }

    mutating func string(_ value: String) { string(Array(value.utf8)) }
}

/// Reads the length-prefixed fields of SSH's formats; every read is nil past the end.
struct SSHReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func raw(_ count: Int) -> [UInt8]? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func number() -> UInt32? {
        raw(4)?.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    mutating func string() -> [UInt8]? {
        guard let count = number() else { return nil }
        return raw(Int(count))
    }

    mutating func text() -> String? {
        guard let bytes = string() else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// A text file around base64 with a first and a last line, as SSH writes keys and signatures.
enum SSHArmor {
    static func text(_ bytes: [UInt8], label: String) -> String {
        var rest = Base64.text(bytes)[...]
        var lines = ["-----BEGIN \(label)-----"]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(70)))
            rest = rest.dropFirst(70)
        }
        lines.append("-----END \(label)-----")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The bytes inside, whatever the length of the lines.
    static func bytes(_ text: some StringProtocol, label: String) -> [UInt8]? {
        let lines = text.split { $0 == "\n" || $0 == "\r\n" }
        guard lines.count > 2, lines.first == "-----BEGIN \(label)-----",
            lines.last == "-----END \(label)-----"
        else { return nil }
        return Base64.bytes(lines.dropFirst().dropLast().joined())
    }
}
