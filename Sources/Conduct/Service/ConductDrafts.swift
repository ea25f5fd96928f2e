import Conduct
import Values

struct StaffDraft: Decodable, Sendable {
    let id: ID
    let organisation: ID
    let post: String
    let name: String
    let certificate: String?
    let from: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, organisation, post, name, certificate
        case from = "from_on"
    }
}

struct StaffEndDraft: Decodable, Sendable {
    let until: BusinessDay
    let reason: String

    enum CodingKeys: String, CodingKey {
        case reason
        case until = "until_on"
    }
}

struct AttendanceDraft: Decodable, Sendable {
    let day: BusinessDay
    let present: [ID]
    let absent: [ID]
}

struct DisturbanceDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let reach: String
    let startsAt: Instant
    let endsAt: Instant
    let emergencyReason: String?

    enum CodingKeys: String, CodingKey {
        case id, kind, reach
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case emergencyReason = "emergency_reason"
    }
}

struct VisitDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let visitedOn: BusinessDay
    let visitors: String
    let findings: String
    let bulletinNumber: String?

    enum CodingKeys: String, CodingKey {
        case id, kind, visitors, findings
        case visitedOn = "visited_on"
        case bulletinNumber = "bulletin_number"
    }
}

struct RoutineDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let heldOn: BusinessDay
    let progress: String
    let quality: String?

    enum CodingKeys: String, CodingKey {
        case id, kind, progress, quality
        case heldOn = "held_on"
    }
}

struct YearlyDutyDraft: Decodable, Sendable {
    let id: ID
    let duty: String
    let year: Int64
    let doneOn: BusinessDay
    let number: String
    let summary: String

    enum CodingKeys: String, CodingKey {
        case id, duty, year, number, summary
        case doneOn = "done_on"
    }
}

struct SpecialWorksDraft: Decodable, Sendable {
    let id: ID
    let title: String
    let department: String
}

struct SettlementDraft: Decodable, Sendable {
    let keeper: String
    let maintenance: String
    let settledOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case keeper, maintenance
        case settledOn = "settled_on"
    }
}

struct RebuildingDraft: Decodable, Sendable {
    let grounds: [String]
    let appraisal: String
    let planning: String
    let funding: String
    let decidedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case grounds, appraisal, planning, funding
        case decidedOn = "decided_on"
    }
}

/// A project as these rules look at it.
struct ConductFacts: Decodable, Sendable {
    let place: String
    let edition: String
    /// Roles of the unit that somebody is named for.
    let roles: [String]
    let elsewhere: [PostElsewhere]
    /// Whether its owners were asked about something else than rebuilding.
    let askedOtherwise: Bool

    enum CodingKeys: String, CodingKey {
        case place, edition, roles, elsewhere
        case askedOtherwise = "asked_otherwise"
    }
}

/// A row that is ended or settled, with its version.
struct HeldFacts: Decodable, Sendable {
    let version: Int64
    let ended: BusinessDay?
}

/// The places of a district's projects.
struct DistrictFacts: Decodable, Sendable {
    struct Place: Decodable, Sendable {
        let place: String
        let edition: String
    }

    let places: [Place]
}
