import CLibCrypto
package import Values

/// The second factor (动态口令): six digits that change every thirty seconds, RFC 6238.
///
/// Whether a code is right, and was not used before, the database decides; here are secrets and what an authenticator shows.
package struct OneTimeCode: Sendable {
    /// The secret shared with the person's authenticator; as text it is base32.
    package let secret: [UInt8]

    package init(secret: [UInt8]) {
        self.secret = secret
    }

    /// A new secret of 160 bits.
    package static func make() -> OneTimeCode {
        OneTimeCode(secret: Chance.bytes(20))
    }

    package init?(text: String) {
        guard let secret = Base32.bytes(text), secret.count >= 16 else { return nil }
        self.secret = secret
    }

    package var text: String { Base32.text(secret) }

    /// What an authenticator reads from a QR code.
    ///
    /// Issuer and account must be plain letters, digits, `-._@`.
    package func address(issuer: String, account: String) -> String {
        func plain(_ text: String) -> String {
            String(
                text.unicodeScalars.filter {
                    $0.isASCII && ($0.properties.isAlphabetic || "0123456789-._@".unicodeScalars.contains($0))
                })
        }
        return "otpauth://totp/\(plain(issuer)):\(plain(account))?secret=\(text)&issuer=\(plain(issuer))"
    }

    package func code(at instant: Instant) -> String {
        code(step: OneTimeCode.step(at: instant))
    }

    private static func step(at instant: Instant) -> Int64 { instant.unixMilliseconds / 30_000 }

    private func code(step: Int64) -> String {
        var counter = [UInt8]()
        for shift in stride(from: 56, through: 0, by: -8) {
            counter.append(UInt8(truncatingIfNeeded: step >> Int64(shift)))
        }
        var mark = [UInt8](repeating: 0, count: 20)
        let made = HMAC(EVP_sha1(), secret, Int32(secret.count), counter, counter.count, &mark, nil)
        precondition(made != nil, "libcrypto could not compute a one-time code")
        let start = Int(mark[19] & 15)
        let number = mark[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}

/// What a signed-in program or link shows: 160 random bits.
package enum Token {
    package static let prefix = "ys_"

    package static func make() -> String {
        prefix + Base32.text(Chance.bytes(20)).lowercased()
    }

    /// What the database is shown, which keeps the digest of it: a token needs no salt, it cannot be guessed.
    package static func hash(_ token: String) -> [UInt8] {
        Digest.sha256(token.utf8)
    }
}
