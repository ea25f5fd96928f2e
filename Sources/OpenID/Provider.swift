import Foundation
import Ledger
package import Values

/// A provider of identities (身份提供方) as the operator names it: whose signed word on who somebody is counts.
package struct Provider: Sendable, Hashable {
    /// Its name in our addresses: small letters, digits, hyphens.
    package let name: String
    /// What people read on the sign-in page.
    package let title: String
    package let issuer: String
    package let clientID: String
    /// What of `amr` or `acr` says that it saw two factors.
    package let secondFactors: Set<String>
    private let secret: String

    /// What is wrong with a file of providers.
    package struct Fault: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// Signs what the service heard from it: the database knows the same seal, and nobody who only speaks SQL to it does.
    package var seal: [UInt8] { Digest.hmac256(Array("yanshou identity".utf8), key: Array(secret.utf8)) }

    /// Signs what a browser carries to it and back.
    package var cookieSeal: [UInt8] { Digest.hmac256(Array("yanshou cookie".utf8), key: Array(secret.utf8)) }

    /// How it knows us: name and secret, each form-encoded, after RFC 6749 §2.3.1.
    var authorization: String {
        "Basic " + Base64.text(Array("\(formEncoded(clientID)):\(formEncoded(secret))".utf8))
    }

    private struct Written: Decodable {
        let name: String
        let title: String
        let issuer: String
        let clientID: String
        let clientSecret: String
        let secondFactors: [String]?

        enum CodingKeys: String, CodingKey {
            case name, title, issuer
            case clientID = "client_id"
            case clientSecret = "client_secret"
            case secondFactors = "second_factors"
        }
    }

    private init(_ written: Written) throws(Fault) {
        name = written.name
        title = written.title
        issuer = written.issuer
        clientID = written.clientID
        secret = written.clientSecret
        secondFactors = Set(written.secondFactors ?? ["mfa"])
        let letters = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard letters, (1...31).contains(name.utf8.count), name.utf8.first.map({ $0 >= 97 }) == true else {
            throw Fault(
                description: "name “\(name)” 只用小写字母、数字和连字符，以字母开头 · is small letters, digits and hyphens")
        }
        guard !title.isEmpty, title.count <= 60, !clientID.isEmpty, secret.utf8.count >= 16 else {
            throw Fault(
                description:
                    "“\(name)” 须有名称、client_id 和不少于16个字符的 client_secret · needs a title, client_id and a client_secret of at least 16 characters"
            )
        }
        guard Provider.isSafe(issuer), !issuer.contains("?"), !issuer.contains("#") else {
            throw Fault(description: "issuer “\(issuer)” 应为 https 地址 · is an https address")
        }
    }

    /// TLS, or this very machine.
    static func isSafe(_ url: String) -> Bool {
        guard let parts = URLComponents(string: url), let host = parts.host, parts.user == nil else {
            return false
        }
        return parts.scheme == "https"
            || parts.scheme == "http" && ["127.0.0.1", "[::1]", "localhost"].contains(host)
    }
}

extension Provider {
    /// The providers of a file, and the address under which browsers reach this service.
    package struct Settings: Sendable, Hashable {
        package let base: String
        package let providers: [Provider]

        private struct Written: Decodable {
            let base: String
            let providers: [Provider.Written]
        }

        /// Reads a file of JSON, which holds secrets and is its owner's alone.
        package init(file: String) throws(Fault) {
            guard let bytes = FileManager.default.contents(atPath: file),
                let mode = try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
                    as? NSNumber
            else { throw Fault(description: "\(file): 无法读取 · cannot be read") }
            guard let written = try? JSONDecoder().decode(Written.self, from: bytes) else {
                throw Fault(
                    description: """
                        \(file): 应为 JSON，须有 base 和 providers（各有 name、title、issuer、client_id、client_secret，可有 \
                        second_factors） · is JSON with base and providers, each with name, title, issuer, client_id and \
                        client_secret, and maybe second_factors
                        """)
            }
            guard mode.intValue & 0o077 == 0 else {
                throw Fault(description: "\(file): 含密钥，只能由其所有者读取 · holds secrets: chmod 600")
            }
            base = written.base.hasSuffix("/") ? String(written.base.dropLast()) : written.base
            var providers: [Provider] = []
            for one in written.providers { providers.append(try Provider(one)) }
            self.providers = providers
            guard Provider.isSafe(base), !providers.isEmpty,
                Set(providers.map(\.name)).count == providers.count,
                Set(providers.map(\.issuer)).count == providers.count
            else {
                throw Fault(
                    description:
                        "\(file): base 应为 https 地址，providers 各自的 name 与 issuer 不得重复 · base is an https address, and no two providers share a name or an issuer"
                )
            }
        }
    }
}

/// Text as a form's value, after application/x-www-form-urlencoded with spaces as %20.
func formEncoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.unicodeScalars.append(Unicode.Scalar(byte))
        default: out += "%" + hex([byte]).uppercased()
        }
    }
    return out
}

/// Base64 with the alphabet of addresses and without padding (RFC 4648 §5), as tokens and challenges are written.
package enum Base64URL {
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        Base64.text(bytes).replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Base64.bytes(plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
