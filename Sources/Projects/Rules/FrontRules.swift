package import Policy
package import Values

/// One step of a place's path (步骤), with the gates that it passes.
package struct FrontStep: Hashable, Sendable {
    package let from: ProjectState
    package let to: ProjectState
    package let gates: [String]
}

/// One gate as a project stands to it (关口情况).
package struct FrontGate: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        /// Passed here, step by step.
        case passed
        /// Passed before the project was taken in.
        case imported
        /// The next one.
        case now
        case ahead
    }

    package let step: FrontStep
    package let standing: Standing
    package let gate: Gate

    /// The gate explained by what the policy that judged it wrote down.
    package func explained(under policy: Policy) -> FrontGate {
        FrontGate(step: step, standing: standing, gate: gate.explained(under: policy))
    }
}

/// The order and the gates of the front of the process (前期程序), as each place's packs say.
package enum FrontRules {
    /// Whether a place's packs name steps of their own.
    ///
    /// - Source: catalogue C.1, C.2
    package static func isStepped(_ policy: Policy) -> Bool { policy.has("projects.steps") }

    /// A place's path from the survey to the permit, in its order.
    ///
    /// - Source: catalogue C.2: GS-03-4; 杭政办函〔2022〕10号 四（三）, HZ-20; 温鹿政办〔2020〕21号 二（三）4, LC-06-5; YY-07-5
    package static func path(_ policy: Policy) throws(PolicyFault) -> [FrontStep] {
        var open = [FrontStep]()
        for record in try policy.records("projects.steps").value {
            let ends = record.id.split(separator: "-").compactMap { ProjectState(rawValue: String($0)) }
            guard ends.count == 2 else { throw .keyMissing(key: "projects.steps", place: policy.place) }
            open.append(FrontStep(from: ends[0], to: ends[1], gates: try record.texts("gates")))
        }
        var path = [FrontStep]()
        var at = ProjectState.surveyed
        while let index = open.firstIndex(where: { $0.from == at }) {
            path.append(open.remove(at: index))
            at = path[path.count - 1].to
        }
        return path
    }

    /// Every gate of a project's path, with what stands and what is missing.
    ///
    /// - Source: catalogue C.1, C.2b
    package static func gates(
        _ facts: FrontFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> [FrontGate] {
        let path = try path(policy)
        let entered = path.firstIndex { $0.from == facts.entered } ?? path.count
        let now = path.firstIndex { $0.from == facts.state } ?? path.count
        var gates = [FrontGate]()
        for (index, step) in path.enumerated() {
            let standing: FrontGate.Standing =
                index < entered ? .imported : index < now ? .passed : index == now ? .now : .ahead
            for name in step.gates {
                var found = [Gate.Requirement]()
                for record in try requirements(of: name, under: policy) {
                    found.append(
                        standing == .imported
                            ? try imported(record, facts)
                            : try FrontRequirements.requirement(record, facts, today: today, under: policy))
                }
                let words = Words(
                    "\(step.from.words.zh) → \(step.to.words.zh)",
                    "\(step.from.words.en) → \(step.to.words.en)")
                gates.append(
                    FrontGate(step: step, standing: standing, gate: Gate(name, words, found)))
            }
        }
        return gates
    }

    /// Whether a project may go on to a state now; everything that is missing at once.
    ///
    /// - Source: catalogue C.2b
    package static func advance(
        _ facts: FrontFacts, to target: ProjectState, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let path = try path(policy)
        guard let step = path.first(where: { $0.from == facts.state && $0.to == target }) else {
            let next = path.first { $0.from == facts.state }
            return .refused([
                ProjectsRefusals.step(
                    from: facts.state, to: target, next: next.map { [$0.to] } ?? facts.state.next,
                    under: try clause(of: next, under: policy))
            ])
        }
        var reasons = [Refusal]()
        var citations = [Citation]()
        for name in step.gates {
            for record in try requirements(of: name, under: policy) {
                let found = try FrontRequirements.requirement(record, facts, today: today, under: policy)
                citations.append(record.citation)
                if let refusal = found.refusal { reasons.append(refusal) }
            }
        }
        let asksItself = try policy.records("projects.requirements").value.contains {
            $0.id.hasSuffix("." + FrontRequirements.Name.investmentDecision.rawValue)
        }
        if target == .planned, !asksItself,
            let undecided = try ApprovalRules.undecidedInvestment(facts.approvals, under: policy)
        {
            reasons.append(undecided)
        }
        return Decision(reasons: reasons, under: citations)
    }

    /// The clause that a step stands on: that of the first thing its gates ask for, or of the whole order where they ask for
    /// nothing, or no step is left.
    private static func clause(of step: FrontStep?, under policy: Policy) throws(PolicyFault) -> Citation {
        for gate in step?.gates ?? [] {
            if let first = try requirements(of: gate, under: policy).first { return first.citation }
        }
        return try policy.records("projects.steps").citation
    }

    static func requirements(of gate: String, under policy: Policy) throws(PolicyFault)
        -> [PolicyRecord]
    {
        try policy.records("projects.requirements").value.filter { $0.id.hasPrefix(gate + ".") }
    }

    private static func imported(_ record: PolicyRecord, _ facts: FrontFacts) throws(PolicyFault)
        -> Gate.Requirement
    {
        let paper = facts.imported.first { $0.requirement == record.id }
        let shown =
            paper.map { Words("补录：\($0.title)（\($0.number)）", "recorded: \($0.title) (\($0.number))") }
            ?? (facts.scope == "eligible" && record.id.hasSuffix(".scope")
                ? Words("导入时按范围规则判定：符合改造范围", "found within the scope by its rules at the import")
                : Words("随已批准的方案导入，没有在本系统办理", "came with the approved scheme, not done here"))
        return .init(record.id, try record.words(), .imported, evidence: [shown], source: record.citation)
    }
}
