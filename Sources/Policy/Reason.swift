package import Values

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

    /// The reason as lines for people, each level two spaces further in.
    package func lines(indent depth: Int = 0) -> [String] {
        let own: String
        switch matter {
        case .clause(let citation):
            let place = citation.document + (citation.clause.isEmpty ? "" : " " + citation.clause)
            let mark = citation.verified || citation.isHouseRule ? "" : "（未核对原文）"
            own =
                "依据 \(place) [\(citation.rule)] \(relation.words.zh)\(mark)"
                + (citation.quote.isEmpty ? "" : "：“\(citation.quote)”")
        case .parameter(let key, let value, let pack):
            own = "参数 \(key) = \(value.map(Reason.shown) ?? "无（文件未收录，或该日未施行）")（\(pack)，\(relation.words.zh)）"
        case .finding(let words, let holds): own = (holds ? "成立 " : "不成立 ") + words.zh
        case .fact(let name, let value): own = "事实 \(name) = \(Reason.shown(value))"
        }
        return [String(repeating: "  ", count: depth) + own] + under.flatMap { $0.lines(indent: depth + 1) }
    }

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
        guard let citation = refusal.citation else { return nil }
        self.init(
            refusal.detail, holds: false, by: citation,
            from: refusal.missing.map { Reason(.finding($0, holds: false)) })
    }
}

extension Reason {
    /// The clauses of a verdict as a tree: first those that it cites, in its order, then those it read besides.
    package static func tree(
        of because: [Citation], reading reads: [PolicyRead] = [], finding holdings: [Holding] = []
    ) -> [Reason] {
        var met: Set<Citation> = []
        let all = because + holdings.map(\.citation) + reads.map(\.citation)
        return all.filter { met.insert($0).inserted }.map { clause in
            let own = reads.filter { $0.citation == clause }
            let found = holdings.filter { $0.citation == clause }
            return Reason(
                .clause(clause), own.first { $0.relation != .applies }?.relation ?? .applies,
                under: own.map(\.reason)
                    + found.map { Reason(.finding($0.words, holds: $0.holds), under: $0.under) })
        }
    }
}
