/// One reason of a verdict (理由), with what it rests on in its turn: a clause, a parameter, a finding or a fact.
///
/// A verdict rests on clauses; a clause on the parameters that were read from it and on what was found under it;
/// a parameter on what the packs above say of it; a finding on facts.
package struct Reason: Hashable, Sendable {
    /// How a text stands to those above it or beside it (适用关系).
    ///
    /// - Source: catalogue CON-11, K02, K13, CV-18
    package enum Relation: String, Hashable, Sendable, CaseIterable {
        /// It is the rule of the place: its own, or inherited.
        case applies
        /// It asks for more than the text above, or leaves less open.
        case narrows
        /// It takes the place of the text above.
        case overrides
        /// The earlier text stays where the later one does not contradict it.
        case supersededWhereInconsistent = "superseded_only_where_inconsistent"
        /// Both texts are asked, and each must pass.
        case bothMustPass = "both_must_pass"

        package var words: Words {
            switch self {
            case .applies: Words("适用", "applies")
            case .narrows: Words("从严", "narrows")
            case .overrides: Words("取代上级规定", "overrides")
            case .supersededWhereInconsistent: Words("不一致的以后文为准", "superseded only where inconsistent")
            case .bothMustPass: Words("两项都须通过", "both must pass")
            }
        }
    }

    package enum Matter: Hashable, Sendable {
        case clause(Citation)
        /// A key of a pack; without a value where the deciding text is not held.
        case parameter(key: String, value: JSON?, pack: String)
        case finding(Words, holds: Bool)
        case fact(name: String, value: JSON)
    }

    package let matter: Matter
    package let relation: Relation
    package let under: [Reason]

    package init(_ matter: Matter, _ relation: Relation = .applies, under: [Reason] = []) {
        self.matter = matter
        self.relation = relation
        self.under = under
    }

    /// The reason as one object; a clause has the fields by which answers have always named it.
    package var json: JSON {
        var fields: [String: JSON]
        switch matter {
        case .clause(let citation): fields = citation.json.object ?? [:]
        case .parameter(let key, let value, let pack):
            fields = ["key": .text(key), "value": value ?? .null, "pack": .text(pack)]
        case .finding(let words, let holds):
            fields = ["finding": .text(words.zh), "finding_en": .text(words.en), "holds": .bool(holds)]
        case .fact(let name, let value): fields = ["fact": .text(name), "value": value]
        }
        switch matter {
        case .clause, .parameter: fields["relation"] = .text(relation.rawValue)
        case .finding, .fact: break
        }
        if !under.isEmpty { fields["under"] = .list(under.map(\.json)) }
        return .object(fields)
    }

    /// The reason and all under it, one line each, with how deep it stands.
    package func outline(at depth: Int = 0) -> [(depth: Int, words: Words)] {
        [(depth, words)] + under.flatMap { $0.outline(at: depth + 1) }
    }

    /// The reason as lines for people, each level two spaces further in.
    package func lines(indent depth: Int = 0) -> [String] {
        outline(at: depth).map { String(repeating: "  ", count: $0.depth) + $0.words.zh }
    }

    /// The reason itself in one line, without what it rests on.
    package var words: Words {
        switch matter {
        case .clause(let citation): clause(citation)
        case .parameter(let key, let value, let pack): parameter(key, value, pack)
        case .finding(let words, true): Words("成立 " + words.zh, "holds: " + words.en)
        case .finding(let words, false): Words("不成立 " + words.zh, "does not hold: " + words.en)
        case .fact(let name, let value):
            Words("事实 \(name) = \(Reason.shown(value))", "fact \(name) = \(Reason.shown(value))")
        }
    }

    private func clause(_ citation: Citation) -> Words {
        let place = citation.document + (citation.clause.isEmpty ? "" : " " + citation.clause)
        let isChecked = citation.verified || citation.isHouseRule
        return Words(
            "依据 \(place) [\(citation.rule)] \(relation.words.zh)\(isChecked ? "" : "（未核对原文）")"
                + (citation.quote.isEmpty ? "" : "：“\(citation.quote)”"),
            "clause \(place) [\(citation.rule)] \(relation.words.en)\(isChecked ? "" : " (not checked)")"
                + (citation.quote.isEmpty ? "" : ": “\(citation.quote)”"))
    }

    private func parameter(_ key: String, _ value: JSON?, _ pack: String) -> Words {
        let shown = value.map(Reason.shown)
        return Words(
            "参数 \(key) = \(shown ?? "无（文件未收录，或该日未施行）")（\(pack)，\(relation.words.zh)）",
            "parameter \(key) = \(shown ?? "none (text not held, or not in force)") (\(pack), \(relation.words.en))"
        )
    }

    /// The same without a finding right under it, for whoever has said it already.
    package func without(finding said: Words) -> Reason {
        Reason(
            matter, relation,
            under: under.filter { if case .finding(said, _) = $0.matter { false } else { true } })
    }

    /// The clause itself; nil of anything else.
    package var citation: Citation? { if case .clause(let citation) = matter { citation } else { nil } }

    /// A value without the quotes of JSON, where it is text.
    package static func shown(_ value: JSON) -> String { value.text ?? value.description }
}

/// Whether one condition of a verdict holds (分项认定): in words, by its clause, from its facts.
package struct Holding: Hashable, Sendable {
    package let words: Words
    package let holds: Bool
    package let citation: Citation
    package let under: [Reason]

    package init(_ words: Words, holds: Bool, by citation: Citation, from under: [Reason] = []) {
        self.words = words
        self.holds = holds
        self.citation = citation
        self.under = under
    }

    /// A refusal as a condition that does not hold, with all that is missing under it.
    package init?(_ refusal: Refusal) {
        self.init(refusal.detail, missing: refusal.missing, by: refusal.citation)
    }

    init?(_ words: Words, missing: [Words], by citation: Citation?) {
        guard let citation else { return nil }
        self.init(
            words, holds: false, by: citation, from: missing.map { Reason(.finding($0, holds: false)) })
    }
}

extension Reason {
    /// A clause with the values that were read from it, and what was found under it.
    package init(clause: Citation, reading read: [Reason] = [], finding holdings: [Holding] = []) {
        self.init(
            .clause(clause), read.lazy.map(\.relation).first { $0 != .applies } ?? .applies,
            under: read
                + holdings.filter { $0.citation == clause }
                .map { Reason(.finding($0.words, holds: $0.holds), under: $0.under) })
    }
}

extension Refusal {
    /// The refusal with what was read for its clause before what does not hold under it.
    package func reading(_ reasons: [Reason]) -> Refusal {
        guard let read = reasons.first, let own = because.first else { return self }
        return resting(on: [Reason(read.matter, read.relation, under: read.under + own.under)])
    }
}

extension Citation {
    /// True where the rule is the platform's own and no clause of law stands behind it.
    package var isHouseRule: Bool { rule.hasPrefix("HOUSE-") }
}
