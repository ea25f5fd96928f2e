import Values
import Web

/// What the routes of conduct answer.
enum ConductAnswers {
    static let staff = Schema.open([
        "id": .id, "organisation_id": .id, "organisation": .text, "post": .string(), "name": .text,
        "certificate": .noText, "from_on": .day, "until_on": .noDay, "end_reason": .noText,
        "absent_days": .int(min: 0), "absence_told": .bool, "version": .version,
    ])
    static let named = Schema.open(["id": .id, "post": .string(), "version": .version])
    static let ended = Schema.open(["id": .id, "until_on": .day, "version": .version])
    static let attended = Schema.open(["day": .day, "present": .int(min: 0), "absent": .int(min: 0)])
    static let disturbance = Schema.open([
        "id": .id, "kind": .string(), "reach": .text, "starts_at": .instant, "ends_at": .instant,
        "announced_at": .instant, "emergency_reason": .noText, "complaints": .int(min: 0),
    ])
    static let announced = Schema.open(["id": .id, "kind": .string(), "public_path": .string()])
    static let visit = Schema.open([
        "id": .id, "kind": .string(), "visited_on": .day, "visitors": .text, "findings": .text,
        "bulletin_number": .noText,
    ])
    static let visited = Schema.open(["id": .id, "kind": .string()])
    static let routine = Schema.open([
        "id": .id, "kind": .string(), "held_on": .day, "progress": .text, "quality": .noText,
        "figures": Schema.open([
            "contracted_fen": .sum, "built_fen": .sum, "logs": .int(min: 0), "lots_passed": .int(min: 0),
            "lots_failed": .int(min: 0), "issues_open": .int(min: 0), "issues_closed": .int(min: 0),
            "changes_open": .int(min: 0),
        ]).nullable,
    ])
    static let duties = Schema.open([
        "items": .list(
            of: .open([
                "duty": .string(), "title": .text, "title_en": .text, "due_on": .day, "done_on": .noDay,
                "number": .noText, "overdue": .bool,
            ])), "next": .noID,
    ])
    static let done = Schema.open(["id": .id, "duty": .string(), "year": .int()])
    static let assessment = Schema.open([
        "items": .list(
            of: .open([
                "id": .id, "street": .text, "projects": .int(), "begun": .int(), "accepted": .int(),
                "closed": .int(), "missed_deadlines": .int(), "issues": .int(), "open_issues": .int(),
                "visits": .int(),
            ])), "next": .noID,
    ])
    static let works = Schema.open([
        "id": .id, "title": .text, "department": .text, "keeper": .noText, "maintenance": .noText,
        "settled_on": .noDay, "version": .version,
    ])
    static let led = Schema.open(["id": .id, "settled_on": .noDay, "version": .version])
    static let rebuilding = Schema.open(["grounds": .list(of: .string()), "matter": .string()])
}

/// The bodies that the routes of conduct take.
enum ConductSchemas {
    static let staff = Schema.object(
        [
            "id": .id, "organisation": .id, "post": .string(max: 60), "name": .string(max: 60),
            "certificate": .string(max: 60), "from_on": .day,
        ], required: ["id", "organisation", "post", "name", "from_on"])
    static let staffEnd = Schema.object(["until_on": .day, "reason": .string(max: 500)])
    static let attendance = Schema.object([
        "day": .day, "present": .array(of: .id, max: 100), "absent": .array(of: .id, max: 100),
    ])
    static let disturbance = Schema.object(
        [
            "id": .id, "kind": .string(max: 60), "reach": .string(max: 500), "starts_at": .instant,
            "ends_at": .instant, "emergency_reason": .string(max: 500),
        ], required: ["id", "kind", "reach", "starts_at", "ends_at"])
    static let visit = Schema.object(
        [
            "id": .id, "kind": .string(max: 60), "visited_on": .day, "visitors": .string(max: 300),
            "findings": .string(max: 4000, lines: true), "bulletin_number": .string(max: 100),
        ], required: ["id", "kind", "visited_on", "visitors", "findings"])
    static let routine = Schema.object(
        [
            "id": .id, "kind": .string(max: 60), "held_on": .day, "progress": .string(max: 4000, lines: true),
            "quality": .string(max: 4000, lines: true),
        ], required: ["id", "kind", "held_on", "progress"])
    static let duty = Schema.object([
        "id": .id, "duty": .string(max: 60), "year": .int(min: 2015, max: 2100), "done_on": .day,
        "number": .string(max: 100), "summary": .string(max: 4000, lines: true),
    ])
    static let works = Schema.object([
        "id": .id, "title": .string(max: 200), "department": .string(max: 100),
    ])
    static let settlement = Schema.object([
        "keeper": .string(max: 200), "maintenance": .string(max: 2000, lines: true), "settled_on": .day,
    ])
    static let rebuilding = Schema.object([
        "grounds": .array(of: .string(max: 60), min: 1, max: 10), "appraisal": .string(max: 200),
        "planning": .string(max: 200), "funding": .string(max: 2000, lines: true), "decided_on": .day,
    ])
}
