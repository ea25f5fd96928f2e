import Values
import Web

/// What a submission may add to its draft.
struct SubmissionDraft: Decodable, Sendable {
    let ground: String?
    let fundingSource: String?
    let larger: Bool?

    enum CodingKeys: String, CodingKey {
        case ground, larger
        case fundingSource = "funding_source"
    }
}

struct OpinionDraft: Decodable, Sendable {
    let supports: Bool
    let cost: Fen
    let days: Int32
    let opinion: String

    enum CodingKeys: String, CodingKey {
        case supports, days, opinion
        case cost = "cost_fen"
    }
}

struct DecisionDraft: Decodable, Sendable {
    /// What is said to an opinion against the change.
    struct Answer: Decodable, Sendable {
        let role: Role
        let answer: String
    }

    let approves: Bool
    let reason: String
    let answers: [Answer]?

    var answersByRole: [Role: String] {
        Dictionary((answers ?? []).map { ($0.role, $0.answer) }) { _, last in last }
    }

    /// As it is kept: none, or an object by role.
    var kept: String? {
        guard let answers, !answers.isEmpty else { return nil }
        let fields = answersByRole.map { ($0.key.rawValue, JSON.text($0.value)) }
        let kept = JSON.object(Dictionary(uniqueKeysWithValues: fields))
        return String(decoding: kept.canonical, as: UTF8.self)
    }
}

struct PaperDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let title: String
    let number: String?
    let dated: BusinessDay
    let sha256: String?
}

/// The bodies that the change orders' routes take.
enum ChangeOrderSchemas {
    private static let most: Int64 = 9_007_199_254_740_991
    private static let days = Schema.int(min: -3650, max: 3650)

    static let draft = Schema.object(
        [
            "id": .id, "contract": .id, "number": .string(max: 60), "title": .string(max: 200),
            "reason": .string(max: 2000, lines: true), "ground": .string(max: 60),
            "funding_source": .string(max: 500), "days": days, "larger": .bool,
            "lines": .array(
                of: .object(["bill_line": .id, "quantity_milli": .int(min: -most, max: most)]), min: 1,
                max: 500
            ).distinct(by: "bill_line"),
        ], required: ["id", "contract", "number", "title", "reason", "days", "lines"])

    static let submission = Schema.object(
        ["ground": .string(max: 60), "funding_source": .string(max: 500), "larger": .bool], required: [])

    static let opinion = Schema.object([
        "supports": .bool, "cost_fen": .int(min: -most, max: most), "days": days,
        "opinion": .string(max: 2000, lines: true),
    ])

    static let decision = Schema.object(
        [
            "approves": .bool, "reason": .string(max: 2000, lines: true),
            "answers": .array(
                of: .object([
                    "role": .string(oneOf: Role.self), "answer": .string(max: 2000, lines: true),
                ]), max: 10
            ).distinct(by: "role"),
        ], required: ["approves", "reason"])

    static let paper = Schema.object(
        [
            "id": .id, "kind": .string(max: 60), "title": .string(max: 300), "number": .string(max: 100),
            "dated": .day, "sha256": .string(.sha256),
        ], required: ["id", "kind", "title", "dated"])
}
