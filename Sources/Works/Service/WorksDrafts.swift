import Ledger
import Values
import Web
import Works

struct StartDraft: Decodable, Sendable {
    let beganOn: BusinessDay

    enum CodingKeys: String, CodingKey { case beganOn = "began_on" }
}

/// What changes in a log that is handed in again; what is left out stays.
struct RevisionDraft: Decodable, Sendable {
    let headcount: Int64?
    let weather: String?
    let delayHours: Int64?
    let delayCause: String?
    let noWorkReason: String?
    let note: String?
    let quantities: [LineQuantity]?

    enum CodingKeys: String, CodingKey {
        case headcount, weather, note, quantities
        case delayHours = "delay_hours"
        case delayCause = "delay_cause"
        case noWorkReason = "no_work_reason"
    }
}

struct ReasonDraft: Decodable, Sendable {
    let reason: String?
}

struct LotDraft: Decodable, Sendable {
    let id: ID
    let contract: ID
    let code: String
    let title: String
    let hidden: Bool?
    /// The lots that pass before this one is called for.
    let after: [ID]?
}

struct CoveringNoticeDraft: Decodable, Sendable {
    let coveringAt: Instant
    let qualityStation: String

    enum CodingKeys: String, CodingKey {
        case coveringAt = "covering_at"
        case qualityStation = "quality_station"
    }
}

struct FindingDraft: Decodable, Sendable {
    let finding: String?
}

struct OpinionDraft: Decodable, Sendable {
    let id: ID
    let title: String
    let number: String?
    let dated: BusinessDay
    let sha256: String?
}

/// A log with everything a new revision of it is judged by.
struct RevisedLogFacts: Decodable, Sendable {
    let log: DecidedLogFacts
    let kind: DailyLogKind
    let contract: ID
    let section: String
    let loggedOn: BusinessDay
    let headcount: Int64
    let weather: String
    let delayHours: Int64
    let delayCause: String?
    let noWorkReason: String?
    let note: String
    let quantities: [LineQuantity]
    let bill: DailyLogFacts

    enum CodingKeys: String, CodingKey {
        case log, kind, contract, section, headcount, weather, note, quantities, bill
        case loggedOn = "logged_on"
        case delayHours = "delay_hours"
        case delayCause = "delay_cause"
        case noWorkReason = "no_work_reason"
    }

    /// The log as it would stand with what is changed.
    func draft(_ id: ID, with changed: RevisionDraft) -> DailyLogDraft {
        DailyLogDraft(
            id: id, contract: contract, section: section, loggedOn: loggedOn,
            headcount: changed.headcount ?? headcount, weather: changed.weather ?? weather,
            delayHours: changed.delayHours ?? delayHours, delayCause: changed.delayCause ?? delayCause,
            noWorkReason: changed.noWorkReason ?? noWorkReason, note: changed.note ?? note,
            quantities: changed.quantities ?? quantities, submit: true)
    }
}

/// The bodies that the routes of works take.
enum WorksSchemas {
    static let quantity = Schema.ref(
        "LineQuantity",
        .object(["bill_line": .id, "quantity_milli": .int(min: 1, max: 1_000_000_000_000)]))
    static let photos = Schema.array(of: .string(.base64), max: 9)

    static let start = Schema.object(["began_on": .day])

    private static let content: [String: Schema] = [
        "headcount": .int(min: 0, max: 10_000), "weather": .string(max: 100),
        "delay_hours": .int(min: 0, max: 24), "delay_cause": .string(max: 300),
        "no_work_reason": .string(max: 300), "note": .string(min: 0, max: 4000, lines: true),
        "quantities": .array(of: quantity, max: 300).distinct(by: "bill_line"),
    ]

    static let log = Schema.object(
        content.merging([
            "id": .id, "contract": .id, "section": .string(max: 60), "logged_on": .day, "submit": .bool,
            "photos": photos,
        ]) { own, _ in own },
        required: ["id", "contract", "section", "logged_on", "headcount", "weather", "quantities"])
    static let revision = Schema.object(content, required: [])
    static let approval = Schema.object(["reason": .string(max: 500)], required: [])
    static let reason = Schema.object(["reason": .string(max: 500)])
    static let lot = Schema.object(
        [
            "id": .id, "contract": .id, "code": .string(max: 60), "title": .string(max: 200), "hidden": .bool,
            "after": .array(of: .id, max: 100),
        ],
        required: ["id", "contract", "code", "title"])
    static let coveringNotice = Schema.object(["covering_at": .instant, "quality_station": .string(max: 200)])
    static let nothing = Schema.object([:])
    static let finding = Schema.object(["finding": .string(max: 1000)], required: [])
    static let claim = Schema.object([
        "id": .id, "lines": .array(of: quantity, min: 1, max: 300).distinct(by: "bill_line"),
    ])
    static let opinion = Schema.object(
        [
            "id": .id, "title": .string(max: 300), "number": .string(max: 100), "dated": .day,
            "sha256": .string(.sha256),
        ],
        required: ["id", "title", "dated"])
}
