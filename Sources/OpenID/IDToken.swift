import CLibJOSE
import Foundation
package import Values

/// What a provider says of who signed in (OpenID Connect Core §2), once its signature and its limits are checked.
package struct IDToken: Sendable, Hashable {
    package let subject: String
    /// How it knows: what `amr` and `acr` hold.
    package let methods: Set<String>

    /// Why a token is not believed.
    package enum Fault: String, Error, Hashable, Sendable {
        case malformed, algorithm, signature, issuer, audience, nonce
        case isOver = "is_over"
        case isOld = "is_old"
    }

    /// One key of a provider, as its key set writes it.
    struct Key: Decodable, Sendable {
        let kty: String
        let use: String?
        let kid: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?

        /// Whether it may check a signature of an algorithm: of the kind that this names, and long enough.
        func suits(_ algorithm: String, _ named: String?) -> Bool {
            guard use ?? "sig" == "sig", named == nil || kid == nil || kid == named else { return false }
            switch algorithm {
            case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512":
                return kty == "RSA" && (n.flatMap { Base64URL.bytes($0) }?.count ?? 0) >= 256
            case "ES256": return kty == "EC" && crv == "P-256"
            default: return false
            }
        }

        /// The public part alone, as a JWK.
        var text: String {
            let parts: [(String, String?)] = [
                ("kty", kty), ("n", n), ("e", e), ("crv", crv), ("x", x), ("y", y),
            ]
            let known = parts.compactMap { name, value in value.map { (name, JSON.text($0)) } }
            return JSON.object(Dictionary(uniqueKeysWithValues: known)).description
        }
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    private struct Claims: Decodable {
        let iss: String
        let sub: String
        let aud: Audience
        let azp: String?
        let exp: Double
        let iat: Double
        let nonce: String?
        let amr: [String]?
        let acr: String?
    }

    /// One receiver or several.
    private struct Audience: Decodable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            names = try (try? container.decode(String.self)).map { [$0] } ?? container.decode([String].self)
        }
    }

    /// Whether some key of the set might have signed a token; where none might, the set may have been changed.
    static func isOfKnownKey(_ token: String, _ keys: [Key]) -> Bool {
        guard let header = try? header(token) else { return true }
        return keys.contains { $0.suits(header.alg, header.kid) }
    }

    private static func header(_ token: String) throws(Fault) -> Header {
        guard let first = token.split(separator: ".", omittingEmptySubsequences: false).first,
            let bytes = Base64URL.bytes(first),
            let header = try? JSONDecoder().decode(Header.self, from: Data(bytes))
        else { throw .malformed }
        return header
    }

    /// Checks a token as a client must that got it for a code (OpenID Connect Core §3.1.3.7).
    ///
    /// `now` is seconds of 1970; a minute of difference between the clocks is let pass.
    /// - Throws: `Fault`, why it is not believed.
    init(_ token: String, keys: [Key], issuer: String, client: String, nonce: String, now: Double)
        throws(Fault)
    {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, token.utf8.count <= 16_384 else { throw .malformed }
        let header = try IDToken.header(token)
        guard header.crit == nil else { throw .malformed }
        let suiting = keys.filter { $0.suits(header.alg, header.kid) }
        guard !suiting.isEmpty else { throw .algorithm }
        let isSigned = suiting.contains { key in
            let text = key.text
            return jose_verifies(text, text.utf8.count, token, token.utf8.count)
        }
        guard isSigned else { throw .signature }
        guard let bytes = Base64URL.bytes(parts[1]),
            let claims = try? JSONDecoder().decode(Claims.self, from: Data(bytes)), !claims.sub.isEmpty,
            claims.sub.count <= 255
        else { throw .malformed }
        guard claims.iss == issuer else { throw .issuer }
        guard claims.aud.names.contains(client), claims.azp == nil || claims.azp == client,
            claims.aud.names.count == 1 || claims.azp == client
        else { throw .audience }
        guard claims.nonce == nonce else { throw .nonce }
        guard claims.exp > now - 60 else { throw .isOver }
        guard abs(now - claims.iat) <= 600 else { throw .isOld }
        subject = claims.sub
        methods = Set((claims.amr ?? []) + [claims.acr].compactMap { $0 })
    }
}
