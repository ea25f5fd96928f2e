@testable import Pictures

/// What is no photo, each with the fault that it is refused for.
struct Sample: Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let fault: PhotoFault

    static let refused = [
        Sample(testDescription: "nothing", bytes: [], fault: .notAPicture),
        Sample(testDescription: "text", bytes: Array("<svg onload=x>".utf8), fault: .notAPicture),
        Sample(testDescription: "a first marker alone", bytes: [0xFF, 0xD8, 0xFF], fault: .damaged),
        Sample(
            testDescription: "35 bytes behind a JPEG's first",
            bytes: [0xFF, 0xD8, 0xFF, 0xE0] + Array(repeating: 7, count: 31), fault: .damaged),
        Sample(
            testDescription: "a segment longer than the file",
            bytes: [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2], fault: .damaged),
        Sample(
            testDescription: "a JPEG of headers only",
            bytes: Array(Fixtures.plain.prefix(40)) + [0xFF, 0xD9],
            fault: .damaged),
        Sample(
            testDescription: "a PNG's signature alone", bytes: Array(Fixtures.screenshot.prefix(8)),
            fault: .damaged),
        Sample(
            testDescription: "a PNG whose checksum is wrong", bytes: Sample.png(4, 4, sound: false),
            fault: .damaged),
        Sample(testDescription: "a PNG without rows", bytes: Sample.png(4, 4), fault: .damaged),
        Sample(
            testDescription: "50,000 × 50,000 in a PNG", bytes: Sample.png(50_000, 50_000),
            fault: .tooManyPixels),
        Sample(
            testDescription: "50,000 × 50,000 in a JPEG", bytes: Sample.jpeg(50_000, 50_000),
            fault: .tooManyPixels),
        Sample(testDescription: "a JPEG of a thousand passes", bytes: Sample.passes, fault: .damaged),
        Sample(testDescription: "CMYK", bytes: Fixtures.print, fault: .colours),
        Sample(
            testDescription: "HEIC", bytes: [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0],
            fault: .heic),
        Sample(
            testDescription: "WebP", bytes: Array("RIFF".utf8) + [1, 0, 0, 0] + Array("WEBPVP8 ".utf8),
            fault: .webp),
        Sample(
            testDescription: "over 20 MiB", bytes: Fixtures.plain + Array(repeating: 0, count: 20 << 20),
            fault: .tooLarge),
    ]

    private static func big(_ number: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    /// A PNG of this size with a header and an end, and nothing between.
    private static func png(_ width: Int, _ height: Int, sound: Bool = true) -> [UInt8] {
        let header = Array("IHDR".utf8) + big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]
        let end = Array("IEND".utf8)
        return Array(Fixtures.screenshot.prefix(8)) + big(13, 4) + header
            + big(sound ? crc(header) : crc(header) ^ 1, 4) + big(0, 4) + end + big(crc(end), 4)
    }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = .max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }

    /// The plain JPEG with another size in its frame.
    private static func jpeg(_ width: Int, _ height: Int) -> [UInt8] {
        var bytes = Fixtures.plain
        guard let frame = bytes.indices.first(where: { bytes[$0...].starts(with: [0xFF, 0xC0, 0, 17]) })
        else {
            return []
        }
        bytes.replaceSubrange((frame + 5)..<(frame + 9), with: big(height, 2) + big(width, 2))
        return bytes
    }

    /// The progressive JPEG with its last pass a thousand times over.
    private static let passes: [UInt8] = {
        let bytes = Fixtures.progressive
        guard let last = bytes.indices.last(where: { bytes[$0...].starts(with: [0xFF, 0xDA]) }) else {
            return []
        }
        let pass = Array(bytes[last..<(bytes.count - 2)])
        return Array(bytes[..<last]) + (0..<1000).flatMap { _ in pass } + [0xFF, 0xD9]
    }()
}
