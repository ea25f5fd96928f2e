import Actions
import PQ
import Policy
import Projects
import Values
import Web

/// What is shown of the front of the process.
struct FrontReads: Sendable {
    let desk: Desk

    /// Every gate of a project's path: done, missing, clause, who.
    @Sendable
    func gates(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(request, FrontStore.facts(project))
        guard let row = rows.first else { throw Problems.notFound }
        let facts = try row.decode(FrontFacts.self, "facts")
        let policy = try desk.shelf.policy(
            edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let gates = try FrontRules.gates(facts, today: desk.clock.now.day, under: policy)
        return Response.json(
            200,
            .object([
                "project": .text(project.description), "place": .text(facts.place),
                "state": .text(facts.state.rawValue), "state_title": .text(facts.state.words.zh),
                "entered_state": .text(facts.stage?.rawValue ?? facts.entered.rawValue),
                "accepted_before_on": facts.acceptedOn.map { .text($0.description) } ?? .null,
                "binding": .bool(policy.binding),
                "gates": .list(gates.map { FrontReads.json($0.explained(under: policy)) }),
            ])
        ).tagged(version: facts.version)
    }

    private static func json(_ gate: FrontGate) -> JSON {
        guard case .object(var fields) = gate.gate.json else { return .null }
        fields["from"] = .text(gate.step.from.rawValue)
        fields["to"] = .text(gate.step.to.rawValue)
        fields["standing"] = .text(gate.standing.rawValue)
        return .object(fields)
    }

    /// The district's exceptions, for the bulletin: all of them, for ever.
    @Sendable
    func exceptions(_ request: Request) async throws -> Response {
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select gate_exception_id as id, project_id, name as project_name, requirement, reason, document_title,
                document_number, own.state, asked_on, decided_on, decision_number, own.version
            from app.gate_exception own join app.project using (district, project_id)
            where district = auth.district()
                and (\(page.after)::uuid is null or gate_exception_id > \(page.after))
            order by gate_exception_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }
}
