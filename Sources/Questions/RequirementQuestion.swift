import Policy
import Projects
import Values

/// The question of one requirement of a gate, from the survey to the tender (关口要求).
enum RequirementQuestion {
    /// Requirements that hang on what is held alone: no day, sum or finding has a part in them.
    private static let names: Set<FrontRequirements.Name> = [
        .survey, .papers, .planParts, .launchPapers, .investmentDecision, .consultation, .planReview,
        .proceduresDecided, .mandatoryKinds, .planChain, .ownersBody, .willingnessBallot, .planBallot,
        .threeRounds, .objectionsClosed,
    ]

    static let requirement = Question(
        "gate_requirement", Words("关口要求是否齐备", "whether a requirement of a gate is met"), place: "HZ",
        [
            FactSpec("requirement", .text), FactSpec("held", .list(.text), optional: true),
            FactSpec("against", .list(.text), optional: true),
            FactSpec("open_objections", .int(0...10_000), optional: true),
        ]
    ) { facts, policy, _ in
        let id = try facts.text("requirement")
        let records = try policy.records("projects.requirements").value
        let parts = id.split(separator: ".")
        guard let record = records.first(where: { $0.id == id }), parts.count > 1,
            let name = FrontRequirements.Name(rawValue: String(parts[1])), names.contains(name)
        else {
            throw facts.refuse(
                "requirement",
                Words("本地关口的一项要求，如 \(records.first?.id ?? "G08.papers")", "a requirement of a gate here"))
        }
        // What has not been said does not count as nothing.
        try facts.need(name == .objectionsClosed ? ["open_objections"] : ["held"])
        let held = facts.has("held") ? try facts.texts("held") : []
        let against = facts.has("against") ? try facts.texts("against") : []
        let forum = name.rawValue
        let found = try FrontRequirements.requirement(
            record,
            .holding(
                held, ballots: [forum: held.contains(forum)],
                opinions: against.map { .init(forum: forum, participant: $0, opinion: "disagree") }
                    + held.map { .init(forum: forum, participant: $0, opinion: "agree") },
                openObjections: facts.has("open_objections") ? facts.int("open_objections") : 0,
                body: name == .ownersBody ? held.first : nil, place: policy.place),
            today: BusinessDay(daysSince2000: 0), under: policy)
        guard let refusal = found.refusal else { return Answer(.allowed([record.citation])) }
        return Answer(.refused([refusal]), ["missing": .list(refusal.missing.map { .text($0.zh) })])
    }
}
