import Ledger
import Oversight
import Values
import Web
import Works

struct VolunteerDraft: Decodable, Sendable {
    let id: ID
    let person: ID
    let skills: [String]?
}

struct AcceptDraft: Decodable, Sendable { let severity: String }
struct AssignDraft: Decodable, Sendable { let organisation: ID }

struct RejectDraft: Decodable, Sendable {
    let reason: String?
    let duplicateOf: ID?

    enum CodingKeys: String, CodingKey {
        case reason
        case duplicateOf = "duplicate_of"
    }
}

struct BounceDraft: Decodable, Sendable {
    let organisation: ID
    let reason: String
}

struct EndingDraft: Decodable, Sendable {
    let endedOn: BusinessDay

    enum CodingKeys: String, CodingKey { case endedOn = "ended_on" }
}

struct VolunteerFacts: Decodable, Sendable { let version: Int64 }

struct RegradingDraft: Decodable, Sendable {
    let id: ID
    let severity: String
    let reason: String
}

struct RegradingDecisionDraft: Decodable, Sendable { let approves: Bool }

struct FixDraft: Decodable, Sendable { let note: String }
struct ReopenDraft: Decodable, Sendable { let reason: String }

/// Where a project is, for filing.
struct FilingFacts: Decodable, Sendable {
    let place: String
    let edition: String
    let onRoster: Bool

    enum CodingKeys: String, CodingKey {
        case place, edition
        case onRoster = "on_roster"
    }
}

struct AppointmentFacts: Decodable, Sendable {
    let place: String
    let edition: String
    /// What the person is already, for this project or the whole district.
    let roles: [String]
}

/// The bodies that the routes of oversight take.
enum OversightSchemas {
    static let photos = Schema.array(of: .string(.base64), max: 9)
    static let volunteer = Schema.object(
        ["id": .id, "person": .id, "skills": .array(of: .string(max: 40), max: 20)],
        required: ["id", "person"])
    static let issue = Schema.object(
        [
            "id": .id, "kind": .string(max: 60), "place": .string(max: 100),
            "description": .string(max: 2000, lines: true), "contact_name": .string(max: 60),
            "contact_phone": .string(max: 30), "photos": photos,
        ], required: ["id", "kind", "place", "description"])
    static let accept = Schema.object(["severity": .string(oneOf: ["S1", "S2", "S3", "S4"])])
    static let assign = Schema.object(["organisation": .id])
    static let bounce = Schema.object(["organisation": .id, "reason": .string(max: 500)])
    static let regrading = Schema.object(
        ["id": .id, "severity": .string(oneOf: ["S1", "S2", "S3", "S4"]), "reason": .string(max: 500)])
    static let regradingDecision = Schema.object(["approves": .bool])
    static let ending = Schema.object(["ended_on": .day])
    static let reject = Schema.object(["reason": .string(max: 500), "duplicate_of": .id], required: [])
    static let fix = Schema.object(
        ["note": .string(max: 1000, lines: true), "photos": photos], required: ["note", "photos"])
    static let reopen = Schema.object(["reason": .string(max: 500)])
    static let nothing = Schema.object([:])
}
