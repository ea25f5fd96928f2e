package import Actions
import PQ
import Policy
import Projects
import Values
import Web

/// What is shown of projects.
package struct ProjectsReads: Sendable {
    let desk: Desk
    /// What the other capabilities offer on a project.
    let others: [ProjectOffers]

    package init(desk: Desk, others: [ProjectOffers] = []) {
        self.desk = desk
        self.others = others
    }

    /// What each state is called, for lists that are written straight from their rows.
    private static let titles =
        JSON.object(
            Dictionary(
                uniqueKeysWithValues: ProjectState.allCases.map {
                    ($0.rawValue, JSON.object(["zh": .text($0.words.zh), "en": .text($0.words.en)]))
                })
        ).canonical

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select project_id as id, name, community, state, \(jsonb: Self.titles) -> state ->> 'zh' as state_title,
                \(jsonb: Self.titles) -> state ->> 'en' as state_title_en, construction_unit, total_fen,
                required_fen, paid_fen
            from app.project_card
            where (\(page.after)::uuid is null or project_id > \(page.after))
            order by project_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    func read(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                """
                select project_id as id, name, community, community_id, address, households, area_hundredths, state,
                    place, edition, project_code, construction_unit, account_number, works_began_on, total_fen,
                    resident_fen, subsidy_fen, required_fen, paid_fen, version
                from app.project_card where project_id = \(project)
                """
            ], isWatched: false)
        guard let card = rows[0].first else { throw Problems.notFound }
        let offers = try await offers(request, on: project, card, to: offering.actor)
        var body = [UInt8]()
        body.reserveCapacity(4096)
        card.writeJSON(into: &body)
        body.removeLast()
        for (key, value) in offering.fields(offers).sorted(by: { $0.key < $1.key }) {
            body.append(contentsOf: ",\"\(key)\":".utf8)
            body.append(contentsOf: value.canonical)
        }
        body.append(UInt8(ascii: "}"))
        return Response.json(bytes: body).tagged(version: try card.int64("version"))
    }

    /// What is offered on a project at its state, each step judged by its own facts: only these are read.
    private func offers(
        _ request: Request, on project: ID, _ card: Row, to actor: Actor
    ) async throws -> [Offer] {
        guard let state = ProjectState(rawValue: try card.text("state")) else { return [] }
        let today = desk.clock.now.day
        let policy = try desk.shelf.policy(
            edition: try card.text("edition"), place: try card.text("place"), on: today)
        let base = "/v1/projects/\(project)"
        // Once the money is in, launch is behind the project, and nothing that it waits for.
        let launches =
            state.rawValue < ProjectState.funded.rawValue && policy.has("launch.required_papers")
        let targets = try ProjectsReads.next(state, under: policy)
        let asksFront = !targets.isEmpty || state == .funded
        let here = others.filter { $0.isOnCard && $0.states.contains(state.rawValue) }
        let statements =
            (launches ? [ProjectsStore.launchFacts(project)] : [])
            + (asksFront ? [FrontStore.facts(project)] : []) + here.map { $0.facts([project]) }
        var found = statements.isEmpty ? [] : try await desk.read(request, statements, isWatched: false).1
        var offers = [Offer]()
        if launches, let row = found.removeFirst().first {
            offers.append(
                try ProjectsReads.launching(
                    try row.decode(LaunchFacts.self, "facts"), at: base, under: policy))
        }
        let front = asksFront ? try found.removeFirst().first?.decode(FrontFacts.self, "facts") : nil
        if let front {
            offers += try ProjectsReads.advancing(front, today: today, at: base, under: policy)
        }
        offers += try ProjectsReads.deeds(
            state, hasAccount: try !card.isNull("account_number"), front?.approvals, by: actor, today: today,
            at: base, under: policy)
        offers = Offer.explained(offers, under: policy)
        for (other, rows) in zip(here, found) {
            if let row = rows.first { offers += try other.offers(row, project) }
        }
        return offers
    }

    /// What may be done to a project beside its next step: the account, the plan's next approval, a paper.
    private static func deeds(
        _ state: ProjectState, hasAccount: Bool, _ approvals: ApprovalFacts?, by actor: Actor,
        today: BusinessDay, at base: String, under policy: Policy
    ) throws(PolicyFault) -> [Offer] {
        var offers = [Offer]()
        if state == .launchApplication, !hasAccount, policy.has("launch.account_required") {
            offers.append(
                Offer(
                    "project.open_account", Words("登记资金专用账户", "open the special account"), "POST",
                    base + "/account", .allowed([try policy.bool("launch.account_required").citation])))
        }
        if let approvals, let next = try approval(approvals, at: base, under: policy) {
            offers.append(
                Offer(
                    next.action, next.words, next.method, next.path,
                    try ApprovalRules.planStep(
                        next.step, by: actor.role, of: actor.organisation, on: today, today: today,
                        after: approvals, under: policy), turn: next.turn))
        }
        if state != .closed {
            offers.append(
                Offer(
                    "paper.record", Words("登记材料", "record a paper"), "POST", base + "/papers", .allowed([])))
        }
        return offers
    }

    /// The states that a project may be advanced to; launch and start have actions of their own.
    static func next(_ state: ProjectState, under policy: Policy) throws(PolicyFault) -> [ProjectState] {
        let own: [ProjectState] = [.funded, .works, .preAcceptance, .accepted, .settled, .warranty, .closed]
        guard FrontRules.isStepped(policy) else { return state.next.filter { !own.contains($0) } }
        return try FrontRules.path(policy).filter { $0.from == state && !own.contains($0.to) }.map(\.to)
    }

    @Sendable
    func launchGate(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(request, ProjectsStore.launchFacts(project))
        guard let row = rows.first else { throw Problems.notFound }
        let facts = try row.decode(LaunchFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        return .json(200, try LaunchRules.gate(facts, under: policy).explained(under: policy).json)
    }

    /// The items of the scheme, which a contract's bill is made of.
    @Sendable
    func worksItems(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            """
            select works_item_id as id, code, title, class, kind, unit, quantity_milli, amount_fen
            from app.works_item where district = auth.district() and project_id = \(project)
            order by code limit 2001
            """)
        return .json(bytes: try Desk.page(rows, limit: 2000, cursor: "id"))
    }

    @Sendable
    func events(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select entry_id as id, type, subject_kind, subject_id, subject_version, person_id, role, at,
                encode(leaf, 'hex') as leaf
            from ledger.entry
            where district = auth.district() and project_id = \(project)
                and (\(page.after)::uuid is null or entry_id > \(page.after))
            order by entry_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }
}
