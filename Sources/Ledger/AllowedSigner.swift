package import Values

/// Whose a key is, for what and how long: one line of the `allowed_signers` file that ssh-keygen reads.
package struct AllowedSigner: Hashable, Sendable {
    /// The person's id, which stands in the statements too.
    package let person: ID
    package let key: PublicKey
    package let validAfter: Instant
    package let validBefore: Instant?

    /// Times are kept to the second, as the file has them.
    package init(person: ID, key: PublicKey, validAfter: Instant, validBefore: Instant? = nil) {
        self.person = person
        self.key = key
        self.validAfter = AllowedSigner.whole(validAfter)
        self.validBefore = validBefore.map(AllowedSigner.whole)
    }

    package func isValid(at instant: Instant) -> Bool {
        instant >= validAfter && validBefore.map { instant < $0 } ?? true
    }

    package var line: String {
        let end = validBefore.map { ",valid-before=\"\(AllowedSigner.stamp($0))\"" } ?? ""
        return "\(person) namespaces=\"\(SSHSignature.Purpose.signOff.rawValue)\","
            + "valid-after=\"\(AllowedSigner.stamp(validAfter))\"\(end) \(key)"
    }

    /// Reads a line as `line` writes it; any other spelling is nil.
    package init?(line: String) {
        let words = line.split(separator: " ")
        guard words.count == 4, let person = ID(words[0]),
            let key = try? PublicKey(line: words[2...].joined(separator: " "))
        else { return nil }
        var times = [Instant]()
        for option in words[1].split(separator: ",").dropFirst() {
            let parts = option.split(separator: "\"")
            guard parts.count == 2, let instant = AllowedSigner.instant(stamp: parts[1]) else { return nil }
            times.append(instant)
        }
        guard (1...2).contains(times.count) else { return nil }
        self.init(
            person: person, key: key, validAfter: times[0], validBefore: times.count == 2 ? times[1] : nil)
        guard self.line == line else { return nil }
    }

    /// `20260701090000Z`, the spelling of ssh-keygen's times.
    package static func stamp(_ instant: Instant) -> String {
        String(instant.universal.prefix(19).filter(\.isNumber)) + "Z"
    }

    private static func instant(stamp: Substring) -> Instant? {
        let digits = Array(stamp)
        guard digits.count == 15, digits[14] == "Z" else { return nil }
        let text = { (range: Range<Int>) in String(digits[range]) }
        return Instant(
            iso:
                "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))T\(text(8..<10)):\(text(10..<12)):\(text(12..<14))Z"
        )
    }

    private static func whole(_ instant: Instant) -> Instant {
        let rest = instant.microseconds % 1_000_000
        return Instant(microseconds: instant.microseconds - (rest < 0 ? rest + 1_000_000 : rest))
    }
}
