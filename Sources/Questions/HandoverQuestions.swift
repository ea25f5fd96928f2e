import Handover
import Policy
import Values

/// Questions of handing facilities over, and of digging them up again (移交、不得破土).
enum HandoverQuestions {
    static let all = [handover, noDig]

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

    private static let noDig = Question(
        "no_dig", Words("改造后能否破土施工", "whether a renovated community may be dug up"), on: "accepted",
        [FactSpec("accepted", .day), FactSpec("request", .day), FactSpec("emergency", .bool)]
    ) { facts, policy, _ in
        let day = try facts.day("request")
        let accepted = try facts.day("accepted")
        try facts.follows("request", day, "accepted", accepted)
        let found = try NoDigRules.request(
            on: day, emergency: facts.bool("emergency"), accepted: accepted, under: policy)
        guard let last = found.lastDay else { return Answer(found.verdict.rawValue, because: found.because) }
        let words = Words(
            "\(day) 在不得破土的期间（\(accepted) 至 \(last)）之外",
            "\(day) is outside the days of the ban, \(accepted) to \(last)")
        return Answer(
            found.verdict.rawValue, ["last_blocked_day": last.json], because: found.because,
            holdings: Holding.found(words, found.verdict == .allowed, by: found.because))
    }

    /// The question is not about anybody.
    private static let nobody = ID(high: 0, low: 0)
}
