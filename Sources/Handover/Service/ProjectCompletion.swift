package import Actions
import Handover
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// The end of a project (项目收尾): all facilities handed over, into warranty, closed.
package struct ProjectCompletion: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Takes a project with every facility settled into its warranty period, with a warranty per kind of works.
    @Sendable
    func complete(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(CompletionDraft.self)
        return try await desk.act(
            request, "project.complete_handover", on: .project(project), subject: Subject("project", project),
            facts: HandoverStore.projectFacts(project), as: ProjectHandoverFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            guard ["S16", "S20"].contains(facts.projectState), let acceptedOn = facts.acceptedOn else {
                return .refused([try ProjectCompletion.step(facts, to: .settled, under: policy)])
            }
            var refusals = try HandoverRules.completing(facts, under: policy).refusals
            var warranties = [Warranty]()
            let heats =
                facts.states[FacilityKind.heat.rawValue] == .handedOver
                || facts.isHandedOverBefore == true && draft.heatingSeasons != nil
            for result in try ProjectCompletion.warranties(
                draft, heats: heats, acceptedOn,
                under: sitting.policy(edition: facts.edition, place: facts.place, on: acceptedOn), sitting)
            {
                switch result {
                case .success(let warranty): warranties.append(warranty)
                case .failure(let refused): refusals.append(refused.refusal)
                }
            }
            guard refusals.isEmpty else { return .refused(refusals) }
            return .done(try ProjectCompletion.write(project, facts, warranties, sitting))
        }
    }

    /// Each kind of works: by years, heating by seasons where it was handed over, structure by its design life.
    private static func warranties(
        _ draft: CompletionDraft, heats: Bool, _ acceptedOn: BusinessDay, under policy: Policy,
        _ sitting: Sitting
    ) throws -> [Result<Warranty, WarrantyRefused>] {
        let agreed = Dictionary((draft.warranties ?? []).map { ($0.kind, $0.months) }) { _, last in last }
        var results = try WarrantyRules.kinds.map { kind in
            try WarrantyRules.warranty(
                kind, from: acceptedOn, agreed: agreed[kind], calendar: sitting.calendar, under: policy)
        }
        if heats {
            results.append(
                try WarrantyRules.heating(
                    from: acceptedOn, agreed: draft.heatingSeasons, calendar: sitting.calendar, under: policy)
            )
        }
        if let life = draft.structure {
            results.append(
                try WarrantyRules.structure(
                    from: acceptedOn, life: life, calendar: sitting.calendar, under: policy))
        }
        return results
    }

    /// The warranties of a project that is taken in when they had begun, from the day of acceptance that was told.
    static func begun(
        by accepted: AcceptedBefore, _ sitting: Sitting
    ) throws -> (refusals: [Refusal], statements: [SQL]) {
        guard accepted.stage == .warranty else { return ([], []) }
        let draft = CompletionDraft(told: accepted.warranty ?? .object([:]))
        let policy = try sitting.policy(
            edition: accepted.edition, place: accepted.place, on: accepted.acceptedOn)
        var refusals = [Refusal]()
        var statements = [SQL]()
        let strange = (draft.warranties ?? []).map(\.kind).filter { !WarrantyRules.kinds.contains($0) }
        if !strange.isEmpty {
            refusals.append(
                HandoverRefusals.warrantyIsOfAKnownKind.refusal(
                    try policy.bool("handover.close_requires_all").citation))
        }
        for result in try warranties(
            draft, heats: draft.heatingSeasons != nil, accepted.acceptedOn, under: policy, sitting)
        {
            switch result {
            case .success(let warranty):
                statements.append(
                    HandoverStore.insert(
                        warranty, sitting.newID(), project: accepted.project, edition: accepted.edition,
                        op: sitting.op))
            case .failure(let refused): refusals.append(refused.refusal)
            }
        }
        return (refusals, statements)
    }

    /// Closes a project: nothing of it is open any more.
    @Sendable
    func close(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, "project.close", on: .project(project), subject: Subject("project", project),
            facts: ClosingStore.facts(project), as: ClosingFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.project.version)
            let policy = try sitting.policy(edition: facts.project.edition, place: facts.project.place)
            guard facts.project.projectState == "S22" else {
                return .refused([try ProjectCompletion.step(facts.project, to: .closed, under: policy)])
            }
            let decision = try ClosingRules.closing(facts, on: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let version = facts.project.version + 1
            return .done(
                Write(
                    body: .object(["to": "S23", "on": .text("\(sitting.today)")]),
                    [
                        ClosingStore.close(project, on: sitting.today, op: sitting.op),
                        HandoverStore.stepProject(project, to: "S23", op: sitting.op),
                    ], answer: ProjectCompletion.answer(project, .closed, version: version), status: 200,
                    version: version))
        }
    }

    /// Two steps, each with an event of its own: handed over, and the warranty period begun.
    private static func write(
        _ project: ID, _ facts: ProjectHandoverFacts, _ warranties: [Warranty], _ sitting: Sitting
    ) throws -> Write {
        let shown = warranties.map { warranty -> JSON in
            .object([
                "kind": .text(warranty.kind),
                "months": warranty.seasons == nil ? .int(warranty.months) : .null,
                "seasons": warranty.seasons.map { .int($0) } ?? .null,
                "nominal_end_on": .text(warranty.nominalEnd.description),
                "effective_end_on": warranty.effectiveEnd.map { .text($0.description) } ?? .null,
                "owners_from": warranty.ownersFrom.map { .text($0.description) } ?? .null,
            ])
        }
        if facts.projectState == "S20" {
            return resumed(project, facts, warranties, shown, sitting)
        }
        let begun = try Entry(
            id: sitting.newID(), type: "project.begin_warranty",
            subject: .init(kind: "warranty_period", id: project), project: project, at: sitting.now,
            operation: nil, body: .object(["to": "S22", "warranties": .list(shown)]))
        var statements: [SQL] = [
            HandoverStore.stepProject(project, to: "S20", op: sitting.op),
            begun.recording,
            HandoverStore.stepProject(project, to: "S22", op: begun.id),
        ]
        statements += warranties.map {
            HandoverStore.insert($0, sitting.newID(), project: project, edition: facts.edition, op: begun.id)
        }
        let version = facts.version + 2
        guard case .object(var answer) = answer(project, .warranty, version: version) else {
            throw Problems.notFound
        }
        answer["warranties"] = .list(shown)
        return Write(
            body: .object(["to": "S20"]), statements, answer: .object(answer), status: 200, version: version)
    }

    /// One step, of a project that was taken in behind its hand-over.
    private static func resumed(
        _ project: ID, _ facts: ProjectHandoverFacts, _ warranties: [Warranty], _ shown: [JSON],
        _ sitting: Sitting
    ) -> Write {
        let version = facts.version + 1
        var answer = ProjectCompletion.answer(project, .warranty, version: version).object ?? [:]
        answer["warranties"] = .list(shown)
        return Write(
            body: .object(["to": "S22", "warranties": .list(shown)]),
            [HandoverStore.stepProject(project, to: "S22", op: sitting.op)]
                + warranties.map {
                    HandoverStore.insert(
                        $0, sitting.newID(), project: project, edition: facts.edition, op: sitting.op)
                }, answer: .object(answer), status: 200, version: version)
    }

    private static func step(
        _ facts: ProjectHandoverFacts, to target: ProjectState, under policy: Policy
    ) throws(PolicyFault) -> Refusal {
        ProjectsRefusals.step(
            from: ProjectState(rawValue: facts.projectState) ?? .launchApplication, to: target,
            under: try policy.bool("handover.close_requires_all").citation)
    }

    private static func answer(_ project: ID, _ state: ProjectState, version: Int64) -> JSON {
        .object([
            "id": .text(project.description), "state": .text(state.rawValue),
            "state_title": .text(state.words.zh),
            "version": .int(version),
        ])
    }
}
