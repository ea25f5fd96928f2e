package import Actions
import PQ
import Policy
import Projects
import Values

/// Whose turn it is before the works (前期轮到谁): each place's path from the survey to the permit.
extension ProjectsRoutes {
    /// What stands open on a project besides its steps: the owners' agreement to the register.
    package static func offers(_ desk: Desk) -> [ProjectOffers] {
        [
            ProjectOffers(
                in: Set(ProjectState.allCases.filter { $0 != .closed }.map(\.rawValue)),
                facts: OwnersStore.unagreed
            ) { row, project in
                let facts = try row.decode(AgreementFacts.self, "facts")
                let area = Area(hundredths: facts.area ?? 0).squareMetres
                return [
                    Offer(
                        "register.agree",
                        Words(
                            "确认户册（\(facts.households ?? 0) 户，\(area) ㎡）",
                            "agree to the register (\(facts.households ?? 0) homes, \(area) ㎡)"), "POST",
                        "/v1/projects/\(project)/register/agreement", .allowed([]),
                        turn: .init(
                            [.ownersBody, .community], gate: "/v1/projects/\(project)/register"))
                ]
            }
        ]
    }

    /// The steps of the front, for everybody whose turn they may be; a project's card shows the same to its reader.
    package static func turns(_ desk: Desk) -> [ProjectOffers] {
        let front = ProjectState.allCases.filter { $0.rawValue < ProjectState.permitted.rawValue }
        return [
            ProjectOffers(
                in: [ProjectState.launchApplication.rawValue], isOnCard: false,
                facts: ProjectsStore.launchFacts
            ) { row, project in
                let facts = try row.decode(LaunchFacts.self, "facts")
                let policy = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                guard policy.has("launch.required_papers") else { return [] }
                return Offer.explained(
                    [try ProjectsReads.launching(facts, at: "/v1/projects/\(project)", under: policy)],
                    under: policy)
            },
            ProjectOffers(
                in: Set(front.map(\.rawValue)), isOnCard: false,
                facts: { FrontStore.facts($0, ofNextStep: true) }
            ) { row, project in
                let facts = try row.decode(FrontFacts.self, "facts")
                let today = desk.clock.now.day
                let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
                let base = "/v1/projects/\(project)"
                var steps = try ProjectsReads.advancing(facts, today: today, at: base, under: policy)
                if let next = try ProjectsReads.approval(facts.approvals, at: base, under: policy) {
                    let words = Words("列入年度计划：\(next.words.zh)", "the annual plan: \(next.words.en)")
                    steps.append(
                        Offer(next.action, words, next.method, next.path, .allowed([]), turn: next.turn))
                }
                return Offer.explained(steps, under: policy)
            },
        ]
    }
}

extension ProjectsReads {
    /// The launch; its turn is the street's.
    static func launching(
        _ facts: LaunchFacts, at base: String, under policy: Policy
    ) throws(PolicyFault) -> Offer {
        Offer(
            "project.launch", Words("确定项目启动", "launch"), "POST", base + "/launch",
            try LaunchRules.launch(facts, under: policy),
            turn: .init([.constructionUnit], gate: base + "/launch-gate"))
    }

    /// The next states of the front, each open or with everything that its gates lack.
    static func advancing(
        _ facts: FrontFacts, today: BusinessDay, at base: String, under policy: Policy
    ) throws -> [Offer] {
        try next(facts.state, under: policy).map { target in
            Offer(
                "project.advance.\(target.rawValue)", target.words, "POST", base + "/advance",
                try ProjectsActions.advance(facts, to: target, today: today, under: policy),
                turn: .init(
                    [.constructionUnit, .renovationOffice], gate: base + "/gates",
                    mendedElsewhere: [ProjectsRefusals.listingWaitsForTheChain.code]))
        }
    }

    /// The next approval of the annual plan's chain and the body whose turn it is; nil where none is open.
    static func approval(
        _ facts: ApprovalFacts, at base: String, under policy: Policy
    ) throws(PolicyFault) -> (
        action: String, words: Words, method: String, path: String, step: String, turn: Offer.Turn
    )? {
        guard facts.state == .funded, policy.has("annual_plan.chain") else { return nil }
        let chain = try policy.texts("annual_plan.chain").value
        guard facts.chain.count < chain.count else { return nil }
        let step = chain[facts.chain.count]
        // An edition that names no bodies knows the order alone.
        var roles: [Role] = [.constructionUnit, .renovationOffice, .leadingGroup]
        if policy.has("annual_plan.bodies") {
            let body = try policy.records("annual_plan.bodies").value.first { $0.id == step }
            roles = try body?.texts("roles").compactMap(Role.init) ?? roles
        }
        return (
            "plan_approval." + step, PlanStep.words(step), "POST", base + "/plan-approvals", step,
            Offer.Turn(
                roles, of: facts.bodies?[step], barring: facts.approvers ?? [], gate: base + "/gates")
        )
    }
}
