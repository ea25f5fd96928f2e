package import Values

/// What many answers have in common, described once.
extension Schema {
    /// Text that an answer passes on: of any length, with lines, perhaps empty.
    package static var text: Schema { .string(min: 0, max: 100_000, lines: true) }
    package static var digest: Schema { .string(.sha256) }
    /// The version of a row, as its ETag shows it.
    package static var version: Schema { .int(min: 1) }
    /// Money in fen, added up.
    package static var sum: Schema { .int(min: 0) }

    /// As many as there are.
    package static func list(of element: Schema) -> Schema { .array(of: element, max: 100_000) }

    /// Where a value may be missing because nothing is there yet.
    package static var noDay: Schema { Schema.day.nullable }
    package static var noText: Schema { Schema.text.nullable }
    package static var noID: Schema { Schema.id.nullable }

    /// The clauses behind an answer.
    package static var because: Schema { .list(of: .ref("Source", .source)) }

    /// The clauses behind an answer, each with what it rests on in its turn.
    package static var reasons: Schema {
        let under = Schema.list(of: .ref("ReasonPart", .open(part, required: [])))
        return .list(
            of: .ref(
                "Reason",
                .open(clause.merging(["under": under]) { own, _ in own }, required: Array(clause.keys))))
    }

    private static let clause: [String: Schema] = [
        "rule": .string(), "document": .string(), "clause": .string(min: 0),
        "text": .string(min: 0, max: 4000, lines: true), "verified": .bool, "relation": relation,
    ]

    /// A parameter, a finding, a fact, or another clause: each has its own of these fields.
    private static let part: [String: Schema] = clause.merging([
        "key": .string(), "value": .any, "pack": .string(min: 0), "finding": .text, "finding_en": .text,
        "holds": .bool, "fact": .string(),
        "under": .list(of: .again("ReasonPart")).described(
            "参数、认定、事实或另一依据", "parameters, findings, facts or further clauses"),
    ]) { own, _ in own }

    private static let relation = Schema.string(oneOf: [
        "applies", "narrows", "overrides", "superseded_only_where_inconsistent", "both_must_pass",
    ])

    /// One page of a list, with what stands beside its items.
    package static func page(of item: Schema, with more: [String: Schema] = [:]) -> Schema {
        let next = Schema.id.nullable.described("下一页的 after；没有下一页则为空", "the next page's `after`, or null")
        return .open(more.merging(["items": .array(of: item), "next": next]) { own, _ in own })
    }

    /// A resource with what its reader may do now, and what is blocked for him and why.
    package static func resource(_ fields: [String: Schema], required: [String]? = nil) -> Schema {
        let offers: [String: Schema] = [
            "_actions": .list(of: .ref("Offer", .offer)),
            "_blocked": .list(of: .ref("BlockedOffer", .blockedOffer)),
        ]
        return .open(
            fields.merging(offers) { own, _ in own },
            required: (required ?? Array(fields.keys)) + ["_actions", "_blocked"])
    }

    /// What a step leaves behind: the thing, where it stands now, and its version.
    package static func stepped(_ more: [String: Schema] = [:], state: Schema = .string()) -> Schema {
        .open(more.merging(["id": .id, "state": state, "version": .version]) { own, _ in own })
    }

    private static let offerFields: [String: Schema] = [
        "action": .string(), "title": .text, "method": .string(oneOf: Method.allCases.map(\.rawValue)),
        "path": .string(),
    ]

    /// An action that may be taken now.
    package static let offer = Schema.open(offerFields)

    /// An action that is refused now, with every reason.
    package static let blockedOffer = Schema.open(
        offerFields.merging(["refusals": .array(of: .ref("Refusal", .refusal), min: 1)]) { own, _ in own })

    /// A computed list of what must stand before a step.
    package static let gateFields: [String: Schema] = [
        "gate": .string(), "title": .text, "title_en": .text, "open": .bool,
        "requirements": .list(of: .ref("Requirement", .requirement)),
    ]

    private static let requirement = Schema.open([
        "id": .string(), "title": .text, "title_en": .text,
        "state": .string(
            oneOf: ["met", "missing", "blocked", "imported", "excepted", "not_applicable"]),
        "evidence": .list(of: .open(["zh": .text, "en": .text])),
        "source": Schema.ref("Source", .source).nullable, "refusal": Schema.ref("Refusal", .refusal).nullable,
        "because": .reasons,
    ])
}

extension Schema {
    /// The fields of a value that no schema describes, each as a JSON pointer.
    package func undescribed(in value: JSON) -> [String] {
        var found: [String] = []
        collectUndescribed(in: value, at: "", into: &found)
        return found
    }

    private func collectUndescribed(in value: JSON, at pointer: String, into found: inout [String]) {
        switch (kind, value) {
        case (.named(_, let inner), _): inner.collectUndescribed(in: value, at: pointer, into: &found)
        case (.object(let fields, _, let open), .object(let values)):
            for name in values.keys.sorted() {
                let place = pointer + "/" + escaped(name)
                guard let schema = fields[name] else {
                    if open { found.append(place) }
                    continue
                }
                schema.collectUndescribed(in: values[name] ?? .null, at: place, into: &found)
            }
        case (.list(let element, _, _), .list(let values)):
            for (index, item) in values.enumerated() {
                element.collectUndescribed(in: item, at: pointer + "/\(index)", into: &found)
            }
        case (.map(let inner, _), .object(let values)):
            for name in values.keys.sorted() {
                inner.collectUndescribed(
                    in: values[name] ?? .null, at: pointer + "/" + escaped(name), into: &found)
            }
        default: return
        }
    }
}
