/// A moment: microseconds since 2000-01-01T00:00:00Z, which is PostgreSQL's binary `timestamptz`.
package struct Instant: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The moment a day begins in China (+08:00, without summer time since 1991).
    package init(startOf day: BusinessDay, hour: Int = 0, minute: Int = 0) {
        let seconds = Int64(day.daysSince2000) * 86_400 + Int64(hour * 3600 + minute * 60) - Instant.offset
        microseconds = seconds * 1_000_000
    }

    /// Reads `2026-03-01T09:00:00[.ffffff](Z|±hh:mm)`.
    package init?(iso text: some StringProtocol) {
        let whole = String(text)
        guard whole.utf8.count >= 20, let day = BusinessDay(iso: whole.prefix(10)) else { return nil }
        let rest = Array(whole.utf8.dropFirst(10))
        guard rest[0] == UInt8(ascii: "T"), rest[3] == UInt8(ascii: ":"), rest[6] == UInt8(ascii: ":") else {
            return nil
        }
        func two(_ index: Int) -> Int64? {
            guard index + 1 < rest.count, (48...57).contains(rest[index]), (48...57).contains(rest[index + 1])
            else { return nil }
            return Int64(rest[index] - 48) * 10 + Int64(rest[index + 1] - 48)
        }
        guard let hour = two(1), let minute = two(4), let second = two(7), hour < 24, minute < 60, second < 60
        else { return nil }
        var index = 9
        var fraction: Int64 = 0
        if index < rest.count, rest[index] == UInt8(ascii: ".") {
            index += 1
            var digits = 0
            while index < rest.count, (48...57).contains(rest[index]), digits < 6 {
                fraction = fraction * 10 + Int64(rest[index] - 48)
                digits += 1
                index += 1
            }
            guard digits > 0 else { return nil }
            for _ in digits..<6 { fraction *= 10 }
        }
        guard index < rest.count else { return nil }
        var offset: Int64 = 0
        switch rest[index] {
        case UInt8(ascii: "Z"): guard index + 1 == rest.count else { return nil }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard index + 6 == rest.count, rest[index + 3] == UInt8(ascii: ":"), let hours = two(index + 1),
                let minutes = two(index + 4), hours < 24, minutes < 60
            else { return nil }
            offset = (hours * 3600 + minutes * 60) * (rest[index] == UInt8(ascii: "+") ? 1 : -1)
        default: return nil
        }
        let seconds = Int64(day.daysSince2000) * 86_400 + hour * 3600 + minute * 60 + second - offset
        microseconds = seconds * 1_000_000 + fraction
    }

    package init(unixMilliseconds: Int64) {
        microseconds = (unixMilliseconds - 946_684_800_000) * 1000
    }

    package var unixMilliseconds: Int64 { microseconds / 1000 + 946_684_800_000 }

    /// The day it is in China at this moment.
    package var day: BusinessDay {
        let seconds = (microseconds >= 0 ? microseconds : microseconds - 999_999) / 1_000_000 + Instant.offset
        return BusinessDay(
            daysSince2000: Int32(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
    }

    package func adding(seconds: Int64) -> Instant {
        Instant(microseconds: microseconds + seconds * 1_000_000)
    }

    /// In China's time, to the second: `2026-03-01T09:00:00+08:00`.
    package var local: String { text(offset: Instant.offset, zone: "+08:00", fraction: false) }

    /// In universal time, to the microsecond: the form the ledger signs.
    package var universal: String { text(offset: 0, zone: "Z", fraction: true) }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    private static let offset: Int64 = 8 * 3600

    private func text(offset: Int64, zone: String, fraction: Bool) -> String {
        let shifted = microseconds + offset * 1_000_000
        let dayLength: Int64 = 86_400_000_000
        var days = shifted / dayLength
        var rest = shifted % dayLength
        if rest < 0 {
            days -= 1
            rest += dayLength
        }
        let seconds = Int(rest / 1_000_000)
        var text = BusinessDay(daysSince2000: Int32(days)).description + "T"
        text += padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2)
        if fraction { text += "." + padded(Int(rest % 1_000_000), 6) }
        return text + zone
    }
}

extension Instant: CustomStringConvertible {
    package var description: String { local }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a moment: \(text)")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(universal)
    }
}
