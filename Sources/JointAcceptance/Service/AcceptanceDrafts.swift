import JointAcceptance
import Ledger
import Values
import Web

struct AnswersDraft: Decodable, Sendable {
    let answers: [AnswerDraft]
}

struct AnswerDraft: Decodable, Sendable {
    let item: String
    let answer: String
    let evidence: String
}

struct RoundDraft: Decodable, Sendable {
    let id: ID
    let eventOn: BusinessDay
    let place: String
    let noticeOn: BusinessDay
    let noticeNumber: String

    enum CodingKeys: String, CodingKey {
        case id, place
        case eventOn = "event_on"
        case noticeOn = "notice_on"
        case noticeNumber = "notice_number"
    }
}

struct SeatDraft: Decodable, Sendable {
    let seat: String
    let person: ID
    let organisation: ID
    let role: String?
    let letter: LetterDraft?
}

/// A letter of delegation (授权委托书) as it is brought.
struct LetterDraft: Decodable, Sendable {
    let grantedBy: String
    let letter: String
    let sha256: String?
    let validFrom: BusinessDay
    let validTo: BusinessDay

    var span: LetterSpan { LetterSpan(from: validFrom, to: validTo) }

    enum CodingKeys: String, CodingKey {
        case letter, sha256
        case grantedBy = "granted_by"
        case validFrom = "valid_from"
        case validTo = "valid_to"
    }
}

struct DossierDraft: Decodable, Sendable {
    let id: ID
}

/// An opinion with the person's own signature, or one that the service attests.
struct OpinionDraft: Decodable, Sendable {
    let id: ID
    let kind: SignKind
    let words: String?
    /// What was signed, where it was signed by a key.
    let statement: JSON?
    let signature: String?
    /// What is attested, where it was not.
    let seat: String?
    let opinion: SeatOpinion?
    let items: [String]?
    let digest: String?
}

struct DisputeDraft: Decodable, Sendable {
    let dispute: String
}

struct SettlementDraft: Decodable, Sendable {
    /// What was agreed, and the minutes it stands in.
    let settlement: String
}

struct EndingDraft: Decodable, Sendable {
    let outcome: RoundState?
    let reason: String
}

/// A key as its registration holds it.
struct HeldKey: Decodable, Sendable {
    let id: ID
    let person: ID
    let publicKey: String
    let validFrom: Instant
    let revokedAt: Instant?

    enum CodingKeys: String, CodingKey {
        case id, person
        case publicKey = "public_key"
        case validFrom = "valid_from"
        case revokedAt = "revoked_at"
    }

    var signer: AllowedSigner? {
        (try? PublicKey(line: publicKey)).map {
            AllowedSigner(person: person, key: $0, validAfter: validFrom, validBefore: revokedAt)
        }
    }
}

struct SeatingFacts: Decodable, Sendable {
    let round: RoundFacts
    let conflict: String?
}

struct SigningFacts: Decodable, Sendable {
    let round: RoundFacts
    let keys: [HeldKey]
}

struct DossierFacts: Decodable, Sendable {
    struct Document: Decodable, Sendable {
        let id: ID
        let title: String
        let sha256: String
        let bytes: Int64
    }

    let round: RoundFacts
    let documents: [Document]
    let facts: JSON
}

struct CertificateFacts: Decodable, Sendable {
    struct Signed: Decodable, Sendable {
        let id: ID
        let statement: String
        let signature: String?
        let received: Instant
        let key: HeldKey?
    }

    let round: RoundFacts
    let manifest: String?
    let signed: [Signed]
    /// Whether a notice says that the yearly audit plan has the project (FIN-06).
    let isInAuditPlan: Bool

    enum CodingKeys: String, CodingKey {
        case round, manifest, signed
        case isInAuditPlan = "in_audit_plan"
    }
}

/// The bodies that the routes of joint acceptance take.
enum AcceptanceSchemas {
    static let answers = Schema.object([
        "answers": .array(
            of: .object([
                "item": .string(max: 60), "answer": .string(oneOf: ["present", "not_applicable"]),
                "evidence": .string(max: 500),
            ]), min: 1, max: 100
        ).distinct(by: "item")
    ])

    static let round = Schema.object([
        "id": .id, "event_on": .day, "place": .string(max: 200), "notice_on": .day,
        "notice_number": .string(max: 100),
    ])

    static let seat = Schema.object(
        [
            "seat": .string(max: 60), "person": .id, "organisation": .id, "role": .string(max: 60),
            "letter": .object(
                [
                    "granted_by": .string(max: 60), "letter": .string(max: 300), "sha256": .string(.sha256),
                    "valid_from": .day, "valid_to": .day,
                ], required: ["granted_by", "letter", "valid_from", "valid_to"]),
        ],
        required: ["seat", "person", "organisation"])

    static let dossier = Schema.object(["id": .id])

    private static let item = Schema.string(max: 300)

    /// The statement as `yanshou sign` writes it.
    static let statement = Schema.object([
        "v": .int(min: 1, max: 1), "kind": .string(oneOf: [Statement.kind]), "district": .int(min: 0),
        "project": .id, "round": .int(min: 1), "seat": .string(max: 60), "person": .id,
        "opinion": .string(oneOf: SeatOpinion.self), "items": .array(of: item, max: 100),
        "digest": .string(.sha256), "at": .string(max: 40), "nonce": .string(max: 100),
    ])

    static let opinion = Schema.object(
        [
            "id": .id, "kind": .string(oneOf: SignKind.self),
            "words": .string(min: 0, max: 2000, lines: true),
            "statement": statement, "signature": .string(max: 4000, lines: true), "seat": .string(max: 60),
            "opinion": .string(oneOf: SeatOpinion.self), "items": .array(of: item, max: 100),
            "digest": .string(.sha256),
        ], required: ["id", "kind"])

    static let dispute = Schema.object(["dispute": .string(max: 2000, lines: true)])

    static let settlement = Schema.object(["settlement": .string(max: 2000, lines: true)])

    static let ending = Schema.object(
        [
            "outcome": .string(oneOf: [RoundState.failed.rawValue, RoundState.calledOff.rawValue]),
            "reason": .string(max: 1000, lines: true),
        ], required: ["reason"])
}
