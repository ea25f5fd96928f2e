import Foundation
import Harness
import Ledger
import Testing
import Values

@testable import OpenID

/// Tokens that OpenSSL signed, believed or not.
@Suite("What a provider of identities says, and whether it is believed")
struct IDTokenTests {
    private static let now = 1_790_000_000.0

    private static let good: [String: JSON] = [
        "iss": "https://id.example.cn", "sub": "zhang-1", "aud": "yanshou", "exp": .int(Int64(now) + 300),
        "iat": .int(Int64(now) - 5), "nonce": "n-1", "amr": ["pwd", "mfa"],
    ]

    private struct Pair {
        let folder: String
        let key: IDToken.Key

        /// A key made by OpenSSL, with its public part as a provider's key set writes it.
        static func make(_ kind: String, _ option: String, kid: String? = nil) throws -> Pair {
            let folder = try RunningProgram.makeFolder("yanshou-jose")
            _ = try openssl(["genpkey", "-algorithm", kind, "-pkeyopt", option, "-out", folder + "/key"])
            let der = try openssl(["pkey", "-in", folder + "/key", "-pubout", "-outform", "DER"])
            var parts: [String: JSON] = ["use": "sig"]
            if let kid { parts["kid"] = .text(kid) }
            if kind == "EC" {
                // The last 64 bytes of the public key are the point's two coordinates.
                parts["kty"] = "EC"
                parts["crv"] = "P-256"
                parts["x"] = .text(Base64URL.text(der.suffix(64).prefix(32)))
                parts["y"] = .text(Base64URL.text(der.suffix(32)))
            } else {
                let words = try openssl(["rsa", "-in", folder + "/key", "-noout", "-modulus"])
                let hexadecimal = String(decoding: words, as: UTF8.self)
                    .trimmingCharacters(in: .whitespacesAndNewlines).dropFirst("Modulus=".count)
                parts["kty"] = "RSA"
                parts["n"] = .text(Base64URL.text(bytes(hexadecimal)))
                parts["e"] = "AQAB"
            }
            let key = try JSONDecoder().decode(IDToken.Key.self, from: Data(JSON.object(parts).canonical))
            return Pair(folder: folder, key: key)
        }

        private static func bytes(_ text: Substring) -> [UInt8] {
            var rest = text
            var bytes: [UInt8] = []
            while let byte = UInt8(rest.prefix(2), radix: 16) {
                bytes.append(byte)
                rest = rest.dropFirst(2)
            }
            return bytes
        }

        func token(_ claims: [String: JSON], _ header: [String: JSON] = [:], options: [String] = []) throws
            -> String
        {
            let head: [String: JSON] = ["alg": key.kty == "EC" ? "ES256" : "RS256"].merging(header) { $1 }
            let text =
                Base64URL.text(JSON.object(head).canonical) + "."
                + Base64URL.text(JSON.object(claims).canonical)
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/text"))
            var mark = try openssl(
                ["dgst", "-sha256", "-sign", folder + "/key"] + options + [folder + "/text"])
            if key.kty == "EC" { mark = Pair.plain(mark) }
            return text + "." + Base64URL.text(mark)
        }

        /// The two numbers of a DER signature, 32 bytes each.
        private static func plain(_ der: [UInt8]) -> [UInt8] {
            var place = 2
            var out: [UInt8] = []
            for _ in 0..<2 {
                let length = Int(der[place + 1])
                let number = der[(place + 2)..<(place + 2 + length)].drop { $0 == 0 }
                out += [UInt8](repeating: 0, count: 32 - number.count) + number
                place += 2 + length
            }
            return out
        }
    }

    private static func openssl(_ words: [String]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = words
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(words)")
        return [UInt8](bytes)
    }

    private func read(_ token: String, _ keys: [IDToken.Key]) throws(IDToken.Fault) -> IDToken {
        try IDToken(
            token, keys: keys, issuer: "https://id.example.cn", client: "yanshou", nonce: "n-1", now: Self.now
        )
    }

    @Test("a token by RSA or by P-256 is believed, and by the key that it names")
    func believed() throws {
        let rsa = try Pair.make("RSA", "rsa_keygen_bits:2048", kid: "one")
        let curve = try Pair.make("EC", "ec_paramgen_curve:P-256", kid: "two")
        let keys = [rsa.key, curve.key]
        for pair in [rsa, curve] {
            let kid = JSON.text(pair.key.kid ?? "")
            let token = try read(try pair.token(Self.good, ["kid": kid]), keys)
            #expect(token.subject == "zhang-1" && token.methods == ["pwd", "mfa"])
            #expect(try read(try pair.token(Self.good), keys).subject == "zhang-1")
        }
        let tuned = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-1"]
        #expect(
            try read(try rsa.token(Self.good, ["alg": "PS256"], options: tuned), keys).subject == "zhang-1")
        var several = Self.good
        several["aud"] = ["other", "yanshou"]
        several["azp"] = "yanshou"
        #expect(try read(try rsa.token(several), keys).subject == "zhang-1")
        for pair in [rsa, curve] { try FileManager.default.removeItem(atPath: pair.folder) }
    }

    @Test("nothing is believed of another key, algorithm, issuer, receiver, question or time")
    func refused() throws {
        let rsa = try Pair.make("RSA", "rsa_keygen_bits:2048", kid: "one")
        let other = try Pair.make("RSA", "rsa_keygen_bits:2048", kid: "one")
        let short = try Pair.make("RSA", "rsa_keygen_bits:1024", kid: "short")
        defer {
            for pair in [rsa, other, short] { try? FileManager.default.removeItem(atPath: pair.folder) }
        }
        let keys = [rsa.key, short.key]
        func fault(_ token: String) -> IDToken.Fault? {
            #expect(throws: IDToken.Fault.self) { try read(token, keys) }
        }
        #expect(fault(try other.token(Self.good)) == .signature)
        #expect(fault(try rsa.token(Self.good, ["alg": "PS256"])) == .signature)
        #expect(fault(try rsa.token(Self.good, ["kid": "unknown"])) == .algorithm)
        #expect(fault(try short.token(Self.good, ["kid": "short"])) == .algorithm)
        #expect(fault(try rsa.token(Self.good, ["crit": ["b64"]])) == .malformed)
        // No signature at all, and one by a secret that everybody knows: the public key.
        let claims = Base64URL.text(JSON.object(Self.good).canonical)
        for algorithm in ["none", "HS256"] {
            let head = Base64URL.text(JSON.object(["alg": .text(algorithm)]).canonical)
            let mark = Digest.hmac256(Array("\(head).\(claims)".utf8), key: Array(rsa.key.text.utf8))
            #expect(
                fault("\(head).\(claims).\(algorithm == "none" ? "" : Base64URL.text(mark))") == .algorithm)
        }
        let whole = try rsa.token(Self.good)
        let parts = whole.split(separator: ".").map(String.init)
        var changed = Self.good
        changed["sub"] = "li-1"
        #expect(
            fault("\(parts[0]).\(Base64URL.text(JSON.object(changed).canonical)).\(parts[2])") == .signature)
        for text in [
            "", "a.b", "a.b.c", "\(parts[0]).\(parts[1])", whole + ".x",
            String(repeating: "a", count: 20_000),
        ] {
            #expect(fault(text) == .malformed, "\(text.prefix(40))")
        }
        let wrong: [(String, JSON, IDToken.Fault)] = [
            ("iss", "https://id.example.cn/", .issuer), ("aud", "other", .audience),
            ("aud", ["yanshou", "other"], .audience), ("azp", "other", .audience), ("nonce", "n-2", .nonce),
            ("nonce", .null, .nonce), ("exp", .int(Int64(Self.now) - 60), .isOver),
            ("iat", .int(Int64(Self.now) - 601), .isOld), ("iat", .int(Int64(Self.now) + 601), .isOld),
            ("sub", "", .malformed), ("sub", .text(String(repeating: "x", count: 256)), .malformed),
        ]
        for (name, value, expected) in wrong {
            var claims = Self.good
            claims[name] = value == .null ? nil : value
            #expect(fault(try rsa.token(claims)) == expected, "\(name) \(value)")
        }
        // The edges are let pass.
        var edge = Self.good
        edge["exp"] = .int(Int64(Self.now) - 59)
        edge["iat"] = .int(Int64(Self.now) - 600)
        #expect(try read(try rsa.token(edge), keys).subject == "zhang-1")
    }

    @Test("a file of providers is whole, its owner's alone, and of safe addresses")
    func settings() throws {
        let folder = try RunningProgram.makeFolder("yanshou-oidc")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/oidc.json"
        let provider: [String: JSON] = [
            "name": "gov", "title": "统一身份认证", "issuer": "https://id.example.cn", "client_id": "yanshou",
            "client_secret": "0123456789abcdef",
        ]
        func read(
            _ base: String = "https://ys.example.cn/", mode: Int = 0o600, _ change: [String: JSON] = [:]
        ) throws -> Provider.Settings {
            let one = JSON.object(provider.merging(change) { $1 })
            try Data(JSON.object(["base": .text(base), "providers": [one]]).canonical).write(
                to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            return try Provider.Settings(file: path)
        }
        let found = try read()
        #expect(found.base == "https://ys.example.cn" && found.providers.map(\.name) == ["gov"])
        #expect(found.providers[0].secondFactors == ["mfa"] && found.providers[0].seal.count == 32)
        #expect(try read("http://127.0.0.1:8380").base == "http://127.0.0.1:8380")
        #expect(throws: Provider.Fault.self) { try read(mode: 0o640) }
        #expect(throws: Provider.Fault.self) { try read("http://ys.example.cn") }
        for change: [String: JSON] in [
            ["name": "Gov"], ["name": ""], ["name": "1gov"], ["title": ""],
            ["issuer": "http://id.example.cn"],
            ["issuer": "https://u:p@id.example.cn"], ["issuer": "https://id.example.cn?x"],
            ["client_secret": "0123456789abcde"], ["client_id": ""], ["client_id": .null],
        ] { #expect(throws: Provider.Fault.self, "\(change)") { try read("https://ys.example.cn", change) } }
        #expect(throws: Provider.Fault.self) { try Provider.Settings(file: folder + "/none") }
    }
}
