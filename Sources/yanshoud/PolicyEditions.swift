import Actions
import Ledger
import PQ
import Policy
import Projects
import Questions
import Values
import Web

/// The edition that a project stands under: what the present one would change, and adopting it (项目政策版本).
struct PolicyEditionRoutes: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/edition", operation: "edition.read",
                summary: Words(
                    "项目所用政策版本，换用现行版本会有哪些变化", "A project's edition, and what the present one would change"),
                access: .signedIn, tags: ["policy"], answers: [200: PolicyAnswers.edition], handle: read),
            Route(
                .post, "/v1/projects/{project}/edition", operation: "edition.adopt",
                summary: Words("项目换用现行政策版本", "Adopt the present edition for a project"),
                access: .roles([.renovationOffice]), tags: ["policy"],
                body: .object(["edition": .string(.sha256), "reason": .string(max: 1000, lines: true)]),
                effect: .steps, answers: [200: PolicyAnswers.adopted], handle: adopt),
        ]
    }

    private struct Draft: Decodable, Sendable {
        let edition: String
        let reason: String
    }

    private static func facts(_ project: ID) -> SQL {
        """
        select jsonb_build_object('state', state, 'version', version, 'place', place, 'edition', edition) as facts
        from app.project where district = auth.district() and project_id = \(project)
        """
    }

    @Sendable private func read(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [Self.facts(project), Determinations.ofOpenProjects(project)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(EditionFacts.self, "facts")
        let book = desk.shelf.current
        let newest = try book.edition(for: facts.place)
        let today = desk.clock.now.day
        let old = try book.policy(edition: facts.edition, place: facts.place, on: today)
        let new = try book.policy(edition: newest, place: facts.place, on: today)
        let found = try Determinations.past(rows[1]).map { one in
            Simulation(of: one) { () throws(PolicyFault) in
                try book.policy(edition: newest, place: one.place, on: one.asOf)
            }
        }
        let changed = found.filter { if case .same = $0.outcome { false } else { true } }
        let offer = Offer(
            "edition.adopt", Words("换用现行政策版本", "adopt the present edition"), "POST",
            "/v1/projects/\(project)/edition", EditionRules.adopting(newest, facts, newest: newest))
        let fields: [String: JSON] = [
            "id": .text("\(project)"), "edition": .text(facts.edition), "present": .text(newest),
            "version": .int(facts.version),
            "missing": .list(EditionRules.missing(in: old, beside: new).map { .text($0) }),
            "differences": .list(PolicyDifference.between(old, new).map(\.json)),
            "items": .list(changed.map(\.json)), "summary": Simulation.summary(found),
        ]
        return Response.json(200, .object(fields.merging(offering.fields([offer])) { own, _ in own }))
            .tagged(version: facts.version)
    }

    /// Takes the edition by its hash, which the read named with all that it would change.
    @Sendable private func adopt(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(Draft.self)
        return try await desk.act(
            request, "edition.adopt", on: .project(project), subject: Subject("project", project),
            facts: Self.facts(project), as: EditionFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let newest = try sitting.shelf.current.edition(for: facts.place)
            let decision = EditionRules.adopting(draft.edition, facts, newest: newest)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "from": .text(facts.edition), "to": .text(newest), "reason": .text(draft.reason),
                    ]),
                    [
                        """
                        update app.project set edition = \(newest), version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and project_id = \(project)
                        """
                    ],
                    answer: .object([
                        "id": .text("\(project)"), "state": .text(facts.state.rawValue),
                        "edition": .text(newest), "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }
}

extension PolicyAnswers {
    static let edition = Schema.resource([
        "id": .id, "edition": .digest, "present": .digest, "version": .version,
        "missing": .list(of: .string()),
        "differences": .list(
            of: .open(["key": .string(), "change": .string(oneOf: ["added", "removed", "changed"])])),
        "items": .list(of: .open(["determination": .id, "outcome": .string()])),
        "summary": .open(["determinations": .int(min: 0)]),
    ])

    static let adopted = Schema.stepped(["edition": .digest])
}
