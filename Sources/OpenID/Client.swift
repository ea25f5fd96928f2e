import Foundation
import Ledger
import Synchronization

/// Speaks to one provider (OpenID Connect, code flow with PKCE): where to send a browser, and what its code is worth.
package final class Client: Sendable {
    /// Asks a server: by GET, or by POST of a form where there is one.
    ///
    /// Nil where no answer came.
    package typealias Fetch =
        @Sendable (_ url: String, _ headers: [String], _ form: String?) async -> (status: Int, body: [UInt8])?

    /// Why somebody cannot sign in by the provider now.
    package enum Fault: Error, Hashable, Sendable {
        /// It does not answer, or not as OpenID Connect has it; the words are for the operator's log.
        case unavailable(String)
        /// It does not give its word for the code: used, overdue, not ours.
        case refused
        case untrue(IDToken.Fault)
    }

    private struct Metadata: Decodable {
        let issuer: String
        let authorization: String
        let token: String
        let keys: String
        let challenges: [String]?
        /// Whether its answers name it (RFC 9207).
        let namesItself: Bool?

        enum CodingKeys: String, CodingKey {
            case issuer
            case authorization = "authorization_endpoint"
            case token = "token_endpoint"
            case keys = "jwks_uri"
            case challenges = "code_challenge_methods_supported"
            case namesItself = "authorization_response_iss_parameter_supported"
        }
    }

    private struct KeySet: Decodable {
        let keys: [Lenient]

        /// A key of a kind that is not known is none of ours, and spoils no other.
        struct Lenient: Decodable {
            let key: IDToken.Key?
            init(from decoder: any Decoder) throws { key = try? IDToken.Key(from: decoder) }
        }
    }

    private struct Known {
        var metadata: (value: Metadata, at: ContinuousClock.Instant)?
        var keys: (value: [IDToken.Key], at: ContinuousClock.Instant)?
    }

    package let provider: Provider
    private let redirect: String
    private let fetch: Fetch
    private let known = Mutex(Known())

    /// Takes the address to which the provider sends browsers back.
    package init(_ provider: Provider, redirect: String, fetch: @escaping Fetch) {
        self.provider = provider
        self.redirect = redirect
        self.fetch = fetch
    }

    /// Where a browser goes to sign in there.
    package func address(state: String, nonce: String, verifier: String) async throws(Fault) -> String {
        let metadata = try await metadata()
        let asked = [
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", redirect),
            ("scope", "openid"), ("state", state), ("nonce", nonce),
            ("code_challenge", Base64URL.text(Digest.sha256(verifier.utf8))),
            ("code_challenge_method", "S256"),
        ]
        let query = asked.map { "\($0.0)=\(formEncoded($0.1))" }.joined(separator: "&")
        return metadata.authorization + (metadata.authorization.contains("?") ? "&" : "?") + query
    }

    /// What the provider says for a code; `answerer` is the issuer that the answer named, if it named one.
    package func exchange(
        code: String, verifier: String, nonce: String, answerer: String?, now: Double
    ) async throws(Fault) -> IDToken {
        let metadata = try await metadata()
        guard answerer == nil ? metadata.namesItself != true : answerer == provider.issuer else {
            throw .untrue(.issuer)
        }
        let form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("code_verifier", verifier),
        ].map { "\($0.0)=\(formEncoded($0.1))" }.joined(separator: "&")
        guard
            let answer = await fetch(
                metadata.token, ["Authorization: " + provider.authorization, "Accept: application/json"], form
            )
        else { throw .unavailable("no answer from \(metadata.token)") }
        if (400..<500).contains(answer.status) { throw .refused }
        struct Tokens: Decodable {
            let idToken: String

            enum CodingKeys: String, CodingKey { case idToken = "id_token" }
        }
        guard answer.status == 200,
            let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(answer.body))
        else { throw .unavailable("\(metadata.token) answered \(answer.status) without an id_token") }
        var keys = try await keys(metadata, asOf: .seconds(3600))
        if !IDToken.isOfKnownKey(tokens.idToken, keys) {
            // Keys are changed while sessions go on; a stranger's token makes nobody ask more than once a minute.
            keys = try await self.keys(metadata, asOf: .seconds(60))
        }
        do {
            return try IDToken(
                tokens.idToken, keys: keys, issuer: provider.issuer, client: provider.clientID, nonce: nonce,
                now: now)
        } catch { throw .untrue(error) }
    }

    private func metadata() async throws(Fault) -> Metadata {
        if let held = known.withLock({ $0.metadata }), ContinuousClock.now - held.at < .seconds(3600) {
            return held.value
        }
        let base = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        let found: Metadata = try await document(base + "/.well-known/openid-configuration")
        guard found.issuer == provider.issuer else {
            throw .unavailable("the document of \(provider.issuer) is of \(found.issuer)")
        }
        for url in [found.authorization, found.token, found.keys] where !Provider.isSafe(url) {
            throw .unavailable("\(url) is not reached safely")
        }
        if let challenges = found.challenges, !challenges.contains("S256") {
            throw .unavailable("\(provider.issuer) does not know PKCE by S256")
        }
        known.withLock { $0.metadata = (found, .now) }
        return found
    }

    private func keys(_ metadata: Metadata, asOf age: Duration) async throws(Fault) -> [IDToken.Key] {
        if let held = known.withLock({ $0.keys }), ContinuousClock.now - held.at < age { return held.value }
        let set: KeySet = try await document(metadata.keys)
        let keys = set.keys.compactMap(\.key)
        known.withLock { $0.keys = (keys, .now) }
        return keys
    }

    private func document<Value: Decodable>(_ url: String) async throws(Fault) -> Value {
        guard let answer = await fetch(url, ["Accept: application/json"], nil) else {
            throw .unavailable("no answer from \(url)")
        }
        guard answer.status == 200, let value = try? JSONDecoder().decode(Value.self, from: Data(answer.body))
        else {
            throw .unavailable("\(url) answered \(answer.status), and not as it should")
        }
        return value
    }
}
