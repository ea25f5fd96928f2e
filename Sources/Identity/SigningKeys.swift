import Actions
import Ledger
import PQ
import Values
import Web

/// A person's signing keys (签名密钥): registered with proof, listed, revoked.
struct SigningKeys: Sendable {
    let desk: Desk

    private struct KeyDraft: Decodable {
        let id: ID?
        let publicKey: String
        let proof: String

        enum CodingKeys: String, CodingKey {
            case id, proof
            case publicKey = "public_key"
        }
    }

    private struct Standing: Decodable, Sendable {
        let hasSecret: Bool
        let isTaken: Bool

        enum CodingKeys: String, CodingKey {
            case hasSecret = "has_secret"
            case isTaken = "is_taken"
        }
    }

    /// Registers a key whose holder signed a claim to it.
    @Sendable
    func register(_ request: Request) async throws -> Response {
        let draft = try request.decode(KeyDraft.self)
        let id = draft.id ?? Ledger.Identity.make(at: desk.clock.now)
        let key = try? PublicKey(line: draft.publicKey)
        return try await desk.act(
            request, "signing_key.register", on: .none, subject: Subject("signing_key", id),
            facts: """
                select jsonb_build_object(
                    'has_secret', auth.has_one_time_secret(),
                    'is_taken', exists (select from auth.signing_key where public_key = \(key?.description))
                ) as facts
                """, as: Standing.self
        ) { standing, sitting in
            guard let key else { return .refused([IdentityRefusals.signingKeyIsEd25519.refusal(nil)]) }
            var refusals = SigningKeys.factorRefusals(standing.hasSecret, sitting.actor)
            let claim = KeyClaim(person: sitting.actor.person, key: key)
            if SSHSignature(armored: draft.proof).map(claim.isProven) != true {
                refusals.append(IdentityRefusals.signingKeyIsProven.refusal(nil))
            }
            if standing.isTaken { refusals.append(IdentityRefusals.signingKeyIsOne.refusal(nil)) }
            guard refusals.isEmpty else { return .refused(refusals) }
            return .done(
                Write(
                    body: .object([
                        "key": .text(id.description), "public_key": .text(key.description),
                        "proof": .text(draft.proof),
                    ]),
                    [
                        "select auth.register_signing_key(\(id), \(key.description), \(sitting.now), \(sitting.op)) as done"
                    ],
                    answer: .object([
                        "id": .text(id.description), "public_key": .text(key.description),
                        "fingerprint": .text(key.fingerprint), "valid_from": .text(sitting.now.local),
                        "revoked_at": .null,
                    ]), signOff: .signature(draft.proof)))
        }
    }

    private struct RevocationDraft: Decodable {
        let reason: String
    }

    private struct Own: Decodable, Sendable {
        let hasSecret: Bool
        let isRevoked: Bool

        enum CodingKeys: String, CodingKey {
            case hasSecret = "has_secret"
            case isRevoked = "is_revoked"
        }
    }

    /// Ends a key: what is signed with it from now on no longer counts.
    @Sendable
    func revoke(_ request: Request) async throws -> Response {
        let id = try request.require("key")
        let draft = try request.decode(RevocationDraft.self)
        return try await desk.act(
            request, "signing_key.revoke", on: .none, subject: Subject("signing_key", id),
            facts: """
                select jsonb_build_object(
                    'has_secret', auth.has_one_time_secret(), 'is_revoked', revoked_at is not null) as facts
                from auth.signing_key where key_id = \(id) and person_id = auth.person()
                """, as: Own.self
        ) { own, sitting in
            // A stolen session must not be able to silence its person either.
            var refusals = SigningKeys.factorRefusals(own.hasSecret, sitting.actor)
            if own.isRevoked { refusals.append(IdentityRefusals.signingKeyOnlyEnds.refusal(nil)) }
            guard refusals.isEmpty else { return .refused(refusals) }
            return .done(
                Write(
                    body: .object(["key": .text(id.description), "reason": .text(draft.reason)]),
                    ["select auth.revoke_signing_key(\(id), \(sitting.now), \(sitting.op)) as done"],
                    answer: .object([
                        "id": .text(id.description), "revoked_at": .text(sitting.now.local),
                    ]), status: 200))
        }
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(
            request,
            """
            select key_id, public_key, valid_from, revoked_at from auth.signing_key
            where person_id = auth.person() order by valid_from, key_id
            """)
        let items = try rows.map { row -> JSON in
            let line = try row.text("public_key")
            return .object([
                "id": .text(try row.id("key_id").description), "public_key": .text(line),
                "fingerprint": (try? PublicKey(line: line)).map { .text($0.fingerprint) } ?? .null,
                "valid_from": .text(try row.instant("valid_from").local),
                "revoked_at": try row.optionalInstant("revoked_at").map { .text($0.local) } ?? .null,
            ])
        }
        return .json(200, .object(["items": .list(items), "next": .null]))
    }

    private static func factorRefusals(_ hasSecret: Bool, _ actor: Actor) -> [Refusal] {
        hasSecret && !actor.secondFactor ? [IdentityRefusals.signingKeyNeedsSecondFactor.refusal(nil)] : []
    }
}
