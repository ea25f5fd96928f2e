package import Actions
import Delivery
import PQ
import Policy
import Values
import Web

/// What is done in delivery (建设模式与参建动作): one function per verb.
package struct DeliveryActions: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Chooses how the project is built, or changes it with a reason before works are contracted.
    @Sendable
    func chooseMode(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(ModeDraft.self)
        return try await desk.act(
            request, "delivery_mode.choose", on: .project(project),
            subject: Subject("delivery_mode", project),
            facts: DeliveryStore.modeFacts(project), as: ModeFacts.self
        ) { facts, sitting in
            try sitting.match(replacing: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ModeRules.choice(
                of: draft.mode, on: draft.chosenOn, today: sitting.today, reason: draft.reason, given: facts,
                under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let seats = try ModeRules.seats(of: draft.mode, under: policy)
            let version = (facts.version ?? 0) + 1
            return .done(
                Write(
                    body: .object([
                        "from": facts.mode.map { .text($0.rawValue) } ?? .null,
                        "to": .text(draft.mode.rawValue),
                        "reason": draft.reason.map { .text($0) } ?? .null,
                    ]),
                    [
                        DeliveryStore.writeMode(
                            draft, of: project, from: facts.version, district: sitting.actor.district,
                            op: sitting.op)
                    ],
                    answer: .object([
                        "mode": .text(draft.mode.rawValue), "seats": .list(seats.value.map { .text($0) }),
                        "source": seats.citation.json, "version": .int(version),
                    ]), status: facts.version == nil ? 201 : 200, version: version))
        }
    }

    /// Records a unit in a role: refused where it, or a unit linked to it, holds a role that excludes it.
    @Sendable
    func engage(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(EngagementDraft.self)
        return try await desk.act(
            request, "engagement.record", on: .project(project), subject: Subject("engagement", draft.id),
            facts: DeliveryStore.engagementFacts(project, draft.organisation), as: EngagementFacts.self
        ) { facts, sitting in
            guard let name = facts.name else { return .problem(Problems.namesSomethingUnknown) }
            let parties = facts.parties
            let policy = try sitting.policy(edition: parties.edition, place: parties.place)
            let new = Engagement(
                id: draft.id.description, organisation: draft.organisation.description, name: name,
                role: draft.role.rawValue, from: draft.from, to: draft.to)
            let decision = try ConflictRules.engagement(
                new, being: facts.unit, beside: parties.standing, linkedBy: parties.links,
                mode: parties.mode, under: policy)
            let reasons =
                try decision.refusals
                + EngagementDays.recording(
                    from: draft.from, to: draft.to, today: sitting.today, under: policy)
            guard reasons.isEmpty else { return .refused(reasons) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description),
                        "organisation": .text(draft.organisation.description),
                        "role": .text(draft.role.rawValue), "valid_from": .text("\(draft.from)"),
                        "valid_to": draft.to.map { .text("\($0)") } ?? .null,
                    ]),
                    [
                        DeliveryStore.insertEngagement(
                            draft, of: project, district: sitting.actor.district, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "role": .text(draft.role.rawValue), "version": 1,
                    ]), version: 1))
        }
    }

    /// Ends an engagement, from a day on and for a reason; what its conflict held goes free.
    @Sendable
    func end(_ request: Request) async throws -> Response {
        let engagement = try request.require("engagement")
        let draft = try request.decode(EndDraft.self)
        return try await desk.act(
            request, "engagement.end",
            on: .projectOf(table: "app.engagement", column: "engagement_id", engagement),
            subject: Subject("engagement", engagement),
            facts: DeliveryStore.endFacts(engagement), as: EndFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.ended == nil else {
                return .refused([DeliveryRefusals.engagementOnlyEnds.refusal(nil)])
            }
            let reasons = try EngagementDays.ending(
                on: draft.to, having: facts.contracts, today: sitting.today,
                under: sitting.policy(edition: facts.edition, place: facts.place))
            guard reasons.isEmpty else { return .refused(reasons) }
            return .done(
                Write(
                    body: .object(["valid_to": .text("\(draft.to)"), "reason": .text(draft.reason)]),
                    [
                        DeliveryStore.end(
                            draft, of: engagement, from: facts.version, district: sitting.actor.district,
                            op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(engagement.description), "valid_to": .text("\(draft.to)"),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// Records a unit by its credit code, whose check character must be right.
    @Sendable
    func register(_ request: Request) async throws -> Response {
        let draft = try request.decode(OrganisationDraft.self)
        return try await desk.act(
            request, "organisation.register", on: .none, subject: Subject("organisation", draft.id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            guard let code = CreditCode(draft.creditCode) else {
                let told = CreditCode.fault(in: draft.creditCode).map {
                    CreditCode.told($0, in: draft.creditCode)
                }
                return .refused([
                    DeliveryRefusals.creditCodeIsRight.refusal(nil, missing: told.map { [$0] } ?? [])
                ])
            }
            guard CreditCode.doubts(in: code.text).isEmpty else {
                return .refused([DeliveryRefusals.organisationCreditCodeNamesItsRegistrar.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object(["credit_code": .text(code.text), "name": .text(draft.name)]),
                    [DeliveryStore.insertOrganisation(draft, code: code, op: sitting.op)],
                    answer: .object([
                        "id": .text(draft.id.description), "credit_code": .text(code.text),
                        "name": .text(draft.name),
                    ])))
        }
    }

    /// Records that two units are linked by control; engagements it brings into conflict hold their projects.
    @Sendable
    func link(_ request: Request) async throws -> Response {
        let draft = try request.decode(LinkDraft.self)
        return try await desk.act(
            request, "control_link.record", on: .none, subject: Subject("organisation", draft.organisation),
            facts: DeliveryStore.linkFacts(draft), as: LinkFacts.self
        ) { facts, sitting in
            guard draft.organisation != draft.controlled else {
                return .refused([DeliveryRefusals.controlLinkIsBetweenTwo.refusal(nil)])
            }
            var conflicts = [JSON]()
            for parties in facts.projects {
                let policy = try sitting.policy(edition: parties.edition, place: parties.place)
                let found = try ConflictRules.standing(
                    parties.standing,
                    linkedBy: parties.links
                        + [draft.link(among: parties.standing, recordedBy: sitting.actor.name)],
                    mode: parties.mode, under: policy)
                guard !found.isEmpty else { continue }
                conflicts.append(
                    .object([
                        "project": .text(parties.project.description), "held": ["certificate", "payment"],
                        "refusals": .list(found.map(\.json)),
                    ]))
            }
            return .done(
                Write(
                    body: .object([
                        "organisation": .text(draft.organisation.description),
                        "controlled": .text(draft.controlled.description), "kind": .text(draft.kind),
                        "valid_from": .text("\(draft.from)"), "evidence": .text(draft.evidence),
                    ]), [DeliveryStore.insertLink(draft, op: sitting.op)],
                    answer: .object([
                        "organisation": .text(draft.organisation.description),
                        "controlled": .text(draft.controlled.description), "conflicts": .list(conflicts),
                    ])))
        }
    }
}
