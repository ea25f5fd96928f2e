import Handover
import Policy
import Values

/// Questions of handing facilities over, and of warranties (移交、保修).
enum HandoverQuestions {
    static let all = [handover, warranty]

    private static let handover = Question(
        "handover", Words("设施能否移交专业单位", "whether a facility may be handed to its utility"),
        [
            FactSpec("kind", .choice(FacilityKind.allCases.map(\.words.zh))),
            FactSpec("signed_by", .list(.choice(HandoverParty.allCases.map(\.words.zh)))),
            FactSpec("owners_decision", .bool),
        ]
    ) { facts, policy, _ in
        let name = try facts.text("kind")
        guard let kind = FacilityKind.allCases.first(where: { $0.words.zh == name }) else {
            throw facts.refuse("kind", Words("没有 \(name) 这类设施", "there is no facility \(name)"))
        }
        let signed = try facts.texts("signed_by")
        let documents = try HandoverRules.documentList(for: kind, under: policy).value
        // Certified and with every document receipted: the question is about signatures and the owners alone.
        let standing = try HandoverFacts(
            handover: nobody, project: nobody, kind: kind, state: .documentsConfirmed, receiver: nobody,
            constructionUnit: nobody, projectState: "S16", edition: policy.edition, place: policy.place,
            utilitySigned: signed.contains(HandoverParty.utility.words.zh),
            constructionUnitSigned: signed.contains(HandoverParty.constructionUnit.words.zh),
            ownersDecided: facts.bool("owners_decision"),
            lines: documents.map { .init(document: $0.id, verdict: .received) })
        let gate = try HandoverRules.gate(standing, under: policy)
        var missing = [String]()
        for party in try policy.texts("handover.signers").value.compactMap(HandoverParty.init)
        where !standing.hasSigned(party) {
            missing.append(party.words.zh)
        }
        for requirement in gate.requirements
        where requirement.id == "owners_decision" && requirement.refusal != nil {
            missing.append("业主大会决定")
        }
        return Answer(gate.decision, ["missing": .list(missing.map { .text($0) })])
    }

    private static let warranty = Question(
        "warranty", Words("法定与约定保修期", "legal and agreed warranty"),
        [
            FactSpec("accepted", .day),
            FactSpec("kind", .choice(WarrantyRules.kinds + ["heating", "structure"])),
            FactSpec("contract_years", .int(0...100), optional: true),
        ]
    ) { facts, policy, calendar in
        let kind = try facts.text("kind")
        let agreed = facts.has("contract_years") ? try facts.int("contract_years") : nil
        guard WarrantyRules.kinds.contains(kind) else { return try uncounted(kind, agreed, under: policy) }
        let accepted = try facts.day("accepted")
        func kept(_ years: Int64?) throws -> Result<Warranty, WarrantyRefused> {
            try WarrantyRules.warranty(
                kind, from: accepted, agreed: years.map { $0 * 12 }, calendar: calendar, under: policy)
        }
        var clause = "ok"
        var found = try kept(agreed)
        if case .failure = found {
            // A shorter clause does not hold; the law's own term runs.
            clause = "below_minimum"
            found = try kept(nil)
        }
        let warranty = try found.get()
        return Answer(
            [
                "years": .int(warranty.months / 12), "nominal_end": warranty.nominalEnd.json,
                "effective_end": warranty.effectiveEnd?.json ?? "provisional", "clause": .text(clause),
            ],
            because: [try policy.int(warranty.minimumKey).citation]
                + policy.citations("period.deadline_rolls"))
    }

    /// Heating runs by seasons, whose days no text here fixes, and structure by its design life.
    private static func uncounted(_ kind: String, _ agreed: Int64?, under policy: Policy) throws -> Answer {
        guard kind == "heating" else {
            let term = try policy.text("warranty.term.structure")
            return Answer("needs_source", ["needs": .text(term.value)], because: [term.citation])
        }
        let seasons = try policy.int("warranty.seasons.heating")
        return Answer(
            [
                "seasons": .int(seasons.value), "years": .int(max(agreed ?? 0, seasons.value)),
                "nominal_end": "provisional", "effective_end": "provisional",
                "clause": .text((agreed ?? seasons.value) < seasons.value ? "below_minimum" : "ok"),
            ], because: [seasons.citation])
    }

    /// The question is not about anybody.
    private static let nobody = ID(high: 0, low: 0)
}
