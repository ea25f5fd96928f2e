import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// Warranty claims (保修报修): filed, mended by the contractor, found mended by another.
struct WarrantyClaimRoutes: Sendable {
    let desk: Desk

    private struct Draft: Decodable, Sendable {
        let id: ID
        let kind: String
        let place: String
        let description: String
        let urgent: Bool?
        let filedOn: BusinessDay
        let assignee: ID
        let issue: ID?

        enum CodingKeys: String, CodingKey {
            case id, kind, place, description, urgent, assignee, issue
            case filedOn = "filed_on"
        }
    }

    private struct StepDraft: Decodable, Sendable {
        let on: BusinessDay
        /// What was mended, or why it is sent back.
        let note: String?
        /// By the construction unit, in the contractor's place.
        let asOwner: Bool?
        let cost: Fen?

        enum CodingKeys: String, CodingKey {
            case on, note
            case asOwner = "as_owner"
            case cost = "cost_fen"
        }
    }

    var routes: [Route] {
        let filers: [Role] = [
            .constructionUnit, .community, .ownersBody, .resident, .volunteerSupervisor, .utility,
        ]
        let menders: [Role] = [.contractor, .epcContractor, .constructionUnit]
        let judges: [Role] = [.constructionUnit, .community, .ownersBody, .utility]
        return [
            Route(
                .get, "/v1/projects/{project}/warranty-claims", operation: "warranty_claim.list",
                summary: Words("报修列表", "Warranty claims of a project"), access: .signedIn, tags: ["closing"],
                query: Paging.parameters, answers: [200: .page(of: Self.item)], handle: list),
            Route(
                .post, "/v1/projects/{project}/warranty-claims", operation: "warranty_claim.file",
                summary: Words("保修期内报修", "Claim a defect under warranty"), access: .roles(filers),
                tags: ["closing"], body: Self.body, effect: .adds, answers: [201: Self.stepped], handle: file),
            step("on-site", "warranty_claim.come", Words("登记到场", "Record coming"), menders, .onSite),
            step("fix", "warranty_claim.fix", Words("登记维修完成", "Record mending"), menders, .fixed),
            step("verify", "warranty_claim.verify", Words("核验维修", "Find it mended"), judges, .verified),
            step("return", "warranty_claim.return", Words("退回重修", "Send it back"), judges, .filed),
        ]
    }

    private func step(
        _ path: String, _ operation: String, _ summary: Words, _ roles: [Role], _ target: WarrantyClaimState
    ) -> Route {
        Route(
            .post, "/v1/warranty-claims/{warranty_claim}/" + path, operation: operation, summary: summary,
            access: .roles(roles), tags: ["closing"], body: Self.stepBody, effect: .steps,
            answers: [200: Self.stepped],
            handle: { request in try await take(request, operation, target) })
    }

    private static let body = Schema.object(
        [
            "id": .id, "kind": .string(oneOf: WarrantyRules.kinds + ["heating", "structure"]),
            "place": .string(max: 200), "description": .string(max: 1000, lines: true), "urgent": .bool,
            "filed_on": .day, "assignee": .id, "issue": .id,
        ], required: ["id", "kind", "place", "description", "filed_on", "assignee"])
    private static let stepBody = Schema.object(
        [
            "on": .day, "note": .string(max: 1000, lines: true), "as_owner": .bool, "cost_fen": .fen,
        ], required: ["on"])
    private static let stepped = Schema.open([
        "id": .id, "state": .string(oneOf: WarrantyClaimState.self), "state_title": .text, "due_on": .noDay,
        "version": .version,
    ])
    private static let item = Schema.open([
        "id": .id, "kind": .string(), "place": .text, "description": .text, "urgent": .bool,
        "state": .string(oneOf: WarrantyClaimState.self), "filed_on": .day, "assignee": .text,
        "due_on": .noDay,
        "on_site_on": .noDay, "fixed_on": .noDay, "fix": .noText, "fixed_by_owner": .bool,
        "cost_fen": Schema.sum.nullable, "returned_reason": .noText, "verified_on": .noDay,
        "version": .version,
    ])

    @Sendable
    private func file(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(Draft.self)
        return try await desk.act(
            request, "warranty_claim.file", on: .project(project),
            subject: Subject("warranty_claim", draft.id),
            facts: Self.facts(project, draft), as: WarrantyClaimFacts.self
        ) { facts, sitting in
            let accepted = facts.warranty?.acceptedOn ?? sitting.today
            let policy = try sitting.policy(edition: facts.edition, place: facts.place, on: accepted)
            let decision = try WarrantyClaimRules.filing(
                on: draft.filedOn, of: facts, today: sitting.today, calendar: sitting.calendar, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            // The contractor's days follow the law of the day he is told.
            let told = try sitting.policy(edition: facts.edition, place: facts.place, on: draft.filedOn)
            let clock = try WarrantyClaimRules.clock(
                from: draft.filedOn, urgent: draft.urgent ?? false, calendar: sitting.calendar, under: told)
            let deadline = clock.map { found in
                NewClock(
                    sitting.newID(), on: Subject("warranty_claim", draft.id), in: project,
                    key: "quality.contractor_on_site_days", rule: "QLT-11", due: found.due,
                    explanation: .object([
                        "title": .text("施工单位到场维修：\(draft.place)"),
                        "title_en": .text("the contractor's coming: \(draft.place)"),
                        "source": found.source.json,
                    ])
                ).insert(district: sitting.actor.district, op: sitting.op)
            }
            return .done(
                Write(
                    body: .object([
                        "kind": .text(draft.kind), "filed_on": .text("\(draft.filedOn)"),
                        "assignee": .text("\(draft.assignee)"), "urgent": .bool(draft.urgent ?? false),
                    ]),
                    [
                        """
                        insert into app.warranty_claim (district, warranty_claim_id, project_id, kind, place,
                            description, urgent, filed_on, filed_organisation_id, issue_id, assignee_id, op_id)
                        values (auth.district(), \(draft.id), \(project), \(draft.kind), \(draft.place),
                            \(draft.description), \(draft.urgent ?? false), \(draft.filedOn),
                            \(sitting.actor.organisation), \(draft.issue), \(draft.assignee), \(sitting.op))
                        """
                    ] + [deadline].compactMap(\.self),
                    answer: Self.answer(draft.id, .filed, due: clock?.due.on, version: 1), version: 1))
        }
    }

    private func take(_ request: Request, _ verb: String, _ target: WarrantyClaimState) async throws
        -> Response
    {
        let claim = try request.require("warranty_claim")
        let draft = try request.decode(StepDraft.self)
        return try await desk.act(
            request, verb, on: .projectOf(table: "app.warranty_claim", column: "warranty_claim_id", claim),
            subject: Subject("warranty_claim", claim), facts: Self.standing(claim),
            as: WarrantyClaimStanding.self
        ) { facts, sitting in
            guard target == .onSite || target == .verified || !(draft.note ?? "").isEmpty else {
                return .problem(
                    .invalid([
                        FieldError(
                            "/note", "required",
                            Words("写明维修做法或退回原因", "say what was mended, or why it goes back"))
                    ]))
            }
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try WarrantyClaimRules.step(
                to: target, of: facts, by: sitting.actor, asOwner: draft.asOwner ?? false, on: draft.on,
                today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let ended = target == .onSite || target == .fixed ? facts.clock.map { [$0] } ?? [] : []
            return .done(
                Write(
                    body: .object([
                        "to": .text(target.rawValue), "on": .text("\(draft.on)"),
                        "as_owner": .bool(draft.asOwner ?? false),
                    ]),
                    [
                        "update app.warranty_claim set " + Self.assignments(draft, target, sitting)
                            + """
                            , state = \(target.rawValue), version = version + 1, op_id = \(sitting.op)
                            where district = auth.district() and warranty_claim_id = \(claim)
                            """
                    ] + HandoverStore.end(ended, on: draft.on, op: sitting.op),
                    answer: Self.answer(claim, target, due: facts.clock?.dueOn, version: facts.version + 1),
                    status: 200, version: facts.version + 1))
        }
    }

    private static func assignments(_ draft: StepDraft, _ target: WarrantyClaimState, _ sitting: Sitting)
        -> SQL
    {
        switch target {
        case .onSite: "on_site_on = \(draft.on), fixed_by_owner = \(draft.asOwner ?? false)"
        case .fixed:
            """
            fixed_on = \(draft.on), fix = \(draft.note), fixed_by_owner = \(draft.asOwner ?? false),
                cost_fen = \(draft.asOwner == true ? draft.cost : nil)
            """
        case .verified: "verified_on = \(sitting.today), verified_by = \(sitting.actor.person)"
        case .filed: "returned_reason = \(draft.note)"
        }
    }

    private static func answer(_ id: ID, _ state: WarrantyClaimState, due: BusinessDay?, version: Int64)
        -> JSON
    {
        .object([
            "id": .text("\(id)"), "state": .text(state.rawValue), "state_title": .text(state.words.zh),
            "due_on": due.map { .text("\($0)") } ?? .null, "version": .int(version),
        ])
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select claim.warranty_claim_id as id, claim.kind, claim.place, claim.description, claim.urgent, claim.state,
                claim.filed_on, unit.name as assignee, clock.due_on, claim.on_site_on, claim.fixed_on, claim.fix,
                claim.fixed_by_owner, claim.cost_fen, claim.returned_reason, claim.verified_on, claim.version
            from app.warranty_claim claim join auth.organisation unit on unit.organisation_id = claim.assignee_id
            left join app.clock on clock.district = claim.district and clock.subject_kind = 'warranty_claim'
                and clock.subject_id = claim.warranty_claim_id
            where claim.district = auth.district() and claim.project_id = \(project)
                and (\(page.after)::uuid is null or claim.warranty_claim_id > \(page.after))
            order by claim.warranty_claim_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    private static func facts(_ project: ID, _ draft: Draft) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition,
            'warranty', (
                select jsonb_build_object('accepted_on', accepted_on, 'nominal_end_on', nominal_end_on,
                    'effective_end_on', effective_end_on, 'minimum_key', minimum_key)
                from app.warranty kept
                where kept.district = project.district and kept.project_id = project.project_id
                    and kept.kind = \(draft.kind)
            ),
            'is_contractor', exists (
                select from app.contract left join app.package using (district, project_id, package_id)
                where contract.district = project.district and contract.project_id = project.project_id
                    and contract.contractor_id = \(draft.assignee)
                    and coalesce(package.category, 'works') in ('works', 'epc')
            ),
            'is_own_report', \(draft.issue)::uuid is null or exists (
                select from app.issue
                where issue.district = project.district and issue.project_id = project.project_id
                    and issue.issue_id = \(draft.issue)
            )) as facts
        from app.project where project.district = auth.district() and project.project_id = \(project)
        """
    }

    private static func standing(_ claim: ID) -> SQL {
        """
        select jsonb_build_object('project', claim.project_id, 'place', project.place, 'edition', project.edition,
            'version', claim.version, 'state', claim.state, 'assignee_id', claim.assignee_id,
            'fixed_by_owner', claim.fixed_by_owner,
            'clock', (
                select jsonb_build_object('clock_id', clock_id, 'key', key, 'due_on', due_on, 'version', version)
                from app.clock
                where clock.district = claim.district and clock.subject_kind = 'warranty_claim'
                    and clock.subject_id = claim.warranty_claim_id and clock.met_on is null
                limit 1
            )) as facts
        from app.warranty_claim claim join app.project using (district, project_id)
        where claim.district = auth.district() and claim.warranty_claim_id = \(claim)
        """
    }
}
