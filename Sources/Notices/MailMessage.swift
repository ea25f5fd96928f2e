import Foundation
import Ledger
import Values

/// A message as mail (邮件): RFC 5322 with MIME, plain text in UTF-8.
struct MailMessage {
    let bytes: [UInt8]

    init(_ message: OutgoingMessage, by settings: MailSettings) {
        var lines = [
            "From: \(MailMessage.encoded(settings.name)) <\(settings.from)>",
            "To: <\(message.to)>",
            "Subject: \(MailMessage.encoded(message.title))",
            "Date: \(MailMessage.date(message.at))",
            "Message-ID: <\(message.id)@\(settings.domain)>",
            // No answering machine answers it (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        if message.isOptional { lines.append("List-Unsubscribe: <\(settings.links)/contacts>") }
        let body = Array(message.text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
        lines.append("")
        lines += MailMessage.wrapped(Base64.text(body))
        bytes = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// A text in a head line: as it is where it is plain ASCII, else as encoded words (RFC 2047) of at most 75 characters,
    /// none of which cuts a character in two.
    static func encoded(_ text: String) -> String {
        let plain =
            text.utf8.allSatisfy { (0x20..<0x7f).contains($0) } && !text.contains("=?")
            && text.utf8.count <= 60
        if plain, !text.contains(where: { "()<>[]:;@\\,.\"".contains($0) }) { return text }
        var words = [[UInt8]]()
        var word = [UInt8]()
        for scalar in text.unicodeScalars {
            // What would end the line is a space.
            let own = scalar.value < 0x20 ? [UInt8(ascii: " ")] : Array(String(scalar).utf8)
            // 39 bytes are 52 characters of base64; with what stands around them and the line's name, 76 at most.
            if word.count + own.count > 39, !word.isEmpty {
                words.append(word)
                word = []
            }
            word += own
        }
        if !word.isEmpty || words.isEmpty { words.append(word) }
        return words.map { "=?UTF-8?B?" + Base64.text($0) + "?=" }.joined(separator: "\r\n ")
    }

    /// A moment as mail writes it, in Chinese time.
    static func date(_ moment: Instant) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 8 * 3600)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        // An instant counts from the year 2000.
        let seconds = Double(moment.microseconds) / 1_000_000 + 946_684_800
        return formatter.string(from: Date(timeIntervalSince1970: seconds))
    }

    private static func wrapped(_ text: String) -> [String] {
        var lines = [String]()
        var rest = Substring(text)
        while !rest.isEmpty {
            lines.append(String(rest.prefix(76)))
            rest = rest.dropFirst(76)
        }
        return lines
    }
}
