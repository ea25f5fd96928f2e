import Actions
import Ledger
import Policy
import Projects
import Sheets
import Values
import Web

/// A file of the register as it is sent.
struct RegisterDraft: Decodable, Sendable {
    let id: ID
    let format: String
    let content: String

    /// The file's bytes and what was read of them; every mistake of the file in one problem.
    func read() throws(Problem) -> (bytes: [UInt8], reading: RegisterReading) {
        guard let bytes = Base64.bytes(content), let format = Sheet.Format(rawValue: format) else {
            throw RegisterDraft.faulty([
                FieldError("/content", "base64", Words("应为 base64 文本", "must be base64"))
            ])
        }
        return (bytes, try RegisterDraft.read(bytes, as: format))
    }

    static func read(_ bytes: [UInt8], as format: Sheet.Format) throws(Problem) -> RegisterReading {
        let sheet: Sheet
        do { sheet = try Sheet(bytes, as: format) } catch {
            throw faulty([FieldError("/content", "file_is_no_table", error.words)])
        }
        let reading = RegisterReader.read(sheet.rows.map { ($0.number, $0.cells) }, beside: sheet.unread)
        guard reading.errors.isEmpty else {
            throw faulty(reading.errors.map { FieldError("/rows/\($0.row)/\($0.column)", $0.code, $0.words) })
        }
        return reading
    }

    private static func faulty(_ errors: [FieldError]) -> Problem {
        Problem(
            422, "register_file_has_errors", Words("户册文件有错误", "The file has mistakes"),
            Words(
                "共 \(errors.count) 处错误，全部列出；户册没有变动。",
                "\(errors.count) mistakes, all listed; nothing was changed."),
            errors: errors)
    }
}

struct ConfirmationDraft: Decodable, Sendable {
    let digest: String
}

/// The figures of the register that somebody agrees to.
struct AgreementDraft: Decodable, Sendable {
    let households: Int64
    /// ㎡, decimal text.
    let area: String
}

/// A register that somebody is to agree to.
struct AgreementFacts: Decodable, Sendable {
    let register: ID?
    let version: Int64?
    let isAgreed: Bool
    let households: Int64?
    let area: Int64?

    enum CodingKeys: String, CodingKey {
        case register, version, households, area
        case isAgreed = "agreed"
    }
}

/// The register that stands, with all of its units.
struct RegisterFacts: Decodable, Sendable {
    struct Unit: Decodable, Sendable {
        let unit: ID
        let owner: ID
        let entry: RegisterEntry
    }

    struct Proposed: Decodable, Sendable {
        let basedOn: ID?
        let digest: String
        let format: String
        let state: String
        let content: String
        let version: Int64

        enum CodingKeys: String, CodingKey {
            case digest, format, state, content, version
            case basedOn = "based_on"
        }
    }

    let project: ID
    let place: String
    let edition: String
    /// The roles that agree to a register for the owners.
    let agreeing: [String]
    let standing: ID?
    let standingVersion: Int64?
    /// What the community was told to have.
    let told: RegisterTold
    let open: Bool
    let units: [Unit]
    let proposed: Proposed?

    enum CodingKeys: String, CodingKey {
        case project, place, edition, agreeing, standing, told, open, units, proposed
        case standingVersion = "standing_version"
    }
}

struct SlipsDraft: Decodable, Sendable {
    let slips: [BallotSlip]
}

/// A ballot with the units that slips are brought for.
struct SlipFacts: Decodable, Sendable {
    struct Unit: Decodable, Sendable {
        let unit: ID
        let owner: ID
        let area: Int64
        let door: String
        let voted: Bool
    }

    let ballot: BallotFacts
    let units: [Unit]
}

struct WithdrawalDraft: Decodable, Sendable {
    let kind: String
    let reason: String
    let withdrawnOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case kind, reason
        case withdrawnOn = "withdrawn_on"
    }
}

struct RecheckDraft: Decodable, Sendable {
    let id: ID
    let answers: [BallotAnswer]
}

/// One slip and the ballot it is of.
struct OneSlipFacts: Decodable, Sendable {
    let project: ID
    let ballot: ID
    let place: String
    let edition: String
    let state: BallotFacts.State
    let closesOn: BusinessDay
    let enteredBy: ID
    let answers: [BallotAnswer]
    let withdrawn: Bool
    let version: Int64

    enum CodingKeys: String, CodingKey {
        case project, ballot, place, edition, state, answers, withdrawn, version
        case closesOn = "closes_on"
        case enteredBy = "entered_by"
    }
}

struct CountDraft: Decodable, Sendable {
    struct Correction: Decodable, Sendable {
        let slip: ID
        let answers: [BallotAnswer]
        let reason: String
    }

    let id: ID
    let reason: String?
    let corrections: [Correction]?
}

/// A ballot with its slips as they are read.
struct CountFacts: Decodable, Sendable {
    let ballot: BallotFacts
    let readings: [SlipReading]
}

struct CallOffDraft: Decodable, Sendable {
    let reason: String
}

struct ConsultationDraft: Decodable, Sendable {
    let id: ID
    let round: Int64
    let direction: ConsultationStep.Direction
    let kind: String
    let happenedOn: BusinessDay
    let place: String
    let summary: String
    let sha256: String
    let attendance: Int64?
    let reason: String?

    enum CodingKeys: String, CodingKey {
        case id, round, direction, kind, place, summary, sha256, attendance, reason
        case happenedOn = "happened_on"
    }
}

struct ConsultationFacts: Decodable, Sendable {
    let state: ProjectState
    let place: String
    let edition: String
    let steps: [ConsultationStep]
    /// Records of the same step so far.
    let attempts: Int64
}

extension PolicyShelf {
    /// The edition whose rules hold a project's ballots: its own, or the place's newest where that one is older than
    /// the rules of ballots.
    func ballotEdition(_ edition: String, place: String, on day: BusinessDay) throws -> (String, Policy) {
        let pinned = try policy(edition: edition, place: place, on: day)
        guard !pinned.has("consent.regime") else { return (edition, pinned) }
        return (try current.edition(for: place), try policy(place: place, on: day))
    }
}

/// The bodies that the routes of registers and ballots take.
enum OwnersSchemas {
    static let register = Schema.object([
        "id": .id, "format": .string(oneOf: Sheet.Format.allCases.map(\.rawValue)),
        "content": .string(.base64),
    ])
    static let confirmation = Schema.object(["digest": .string(.sha256)])
    static let agreement = Schema.object(["households": .int(min: 1, max: 1_000_000), "area": .string(.area)])

    static let answers = Schema.array(
        of: .string(oneOf: BallotAnswer.allCases.map(\.rawValue)), min: 1, max: 20)

    static let ballot = Schema.object(
        [
            "id": .id, "title": .string(max: 200),
            "organiser": .string(oneOf: BallotOrganiser.allCases.map(\.rawValue)),
            "organiser_name": .string(max: 200), "forms": .array(of: .string(max: 20), max: 5),
            "topics": .array(of: .string(max: 20), max: 10), "notified_on": .day, "opened_on": .day,
            "closes_on": .day, "plan_sha256": .string(.sha256), "plan_published_on": .day, "follows": .id,
            "follows_reason": .string(max: 500),
            "questions": .array(
                of: .object([
                    "purpose": .string(oneOf: BallotPurpose.allCases.map(\.rawValue)),
                    "title": .string(max: 200), "matter": .string(max: 60), "reason": .string(max: 500),
                ]), min: 1, max: 20),
        ],
        required: [
            "id", "title", "organiser", "organiser_name", "forms", "topics", "notified_on", "opened_on",
            "closes_on", "questions",
        ])

    static let slips = Schema.object([
        "slips": .array(
            of: .object(
                [
                    "id": .id, "unit": .id, "answers": answers,
                    "channel": .string(oneOf: ["paper", "electronic"]), "scan": .string(.base64),
                    "scan_sha256": .string(.sha256),
                    "proxy_sha256": .string(.sha256), "signed_on": .day,
                ], required: ["id", "unit", "answers", "channel", "signed_on"]), min: 1, max: 500
        ).distinct(by: "unit")
    ])

    static let withdrawal = Schema.object([
        "kind": .string(oneOf: ["owner", "entry_error"]), "reason": .string(max: 500), "withdrawn_on": .day,
    ])
    static let recheck = Schema.object(["id": .id, "answers": answers])
    static let count = Schema.object(["id": .id])
    static let recount = Schema.object([
        "id": .id, "reason": .string(max: 500),
        "corrections": .array(
            of: .object(["slip": .id, "answers": answers, "reason": .string(max: 500)]), max: 500),
    ])
    static let callOff = Schema.object(["reason": .string(max: 500)])

    static let consultation = Schema.object(
        [
            "id": .id, "round": .int(min: 1, max: 9),
            "direction": .string(oneOf: ConsultationStep.Direction.allCases.map(\.rawValue)),
            "kind": .string(oneOf: ["survey", "ballot", "deliberation", "posting", "meeting"]),
            "happened_on": .day, "place": .string(max: 200), "summary": .string(max: 2000, lines: true),
            "sha256": .string(.sha256), "attendance": .int(min: 1, max: 100_000), "reason": .string(max: 500),
        ],
        required: ["id", "round", "direction", "kind", "happened_on", "place", "summary", "sha256"])
}
