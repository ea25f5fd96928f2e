import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// Statements of public money (资金结算单): made once the accounts stand, kept as determinations, shown with their reasons.
struct StatementActions: Sendable {
    let desk: Desk

    var routes: [Route] {
        let makers: [Role] = [.constructionUnit, .renovationOffice, .financeBureau]
        return [
            Route(
                .post, "/v1/projects/{project}/money-statements", operation: "closing.state_money",
                summary: Words("编制资金结算单", "State who pays what of a finished project"),
                access: .roles(makers), tags: ["closing"],
                body: StatementActions.body, effect: .adds, answers: [201: StatementActions.answer],
                handle: make),
            Route(
                .get, "/v1/projects/{project}/money-statements", operation: "closing.money_statements",
                summary: Words("资金结算单及其由来", "The statements of a project, the latest first"),
                access: .roles(makers + [.leadingGroup, .trackingAuditor]), tags: ["closing"],
                answers: [200: .open(["items": .list(of: StatementActions.kept), "next": .noID])],
                handle: list),
        ]
    }

    private static let fen = Schema.int(min: 0, max: 1_000_000_000_000)
    private static let body = Schema.object(
        [
            "id": .id, "plan_entry": .day, "housing": .string(oneOf: ["affordable", "commodity"]),
            "others_fen": fen, "elevator_fen": fen, "secondary_water_fen": fen, "assessed": .bool,
        ], required: ["id", "plan_entry"])
    private static let figures: [String: Schema] = [
        "id": .id, "question": .string(), "city_fen": .sum, "resident_fen": .sum, "others_fen": .sum,
        "district_fen": .sum, "figures": .map(of: .any), "because": .reasons,
    ]
    private static let answer = Schema.open(figures)
    private static let kept = Schema.open([
        "id": .id, "question": .string(), "as_of": .day, "inputs": .map(of: .any),
        "because": .open(["because": .because, "figures": .any]), "edition": .digest,
    ])

    private struct Draft: Decodable, Sendable {
        let id: ID
        let planEntry: BusinessDay
        let housing: String?
        let others: Fen?
        let elevator: Fen?
        let secondaryWater: Fen?
        let assessed: Bool?

        enum CodingKeys: String, CodingKey {
            case id, housing, assessed
            case planEntry = "plan_entry"
            case others = "others_fen"
            case elevator = "elevator_fen"
            case secondaryWater = "secondary_water_fen"
        }

        var excluded: [String: Fen] {
            ["elevator": elevator, "secondary_water": secondaryWater].compactMapValues(\.self)
        }
    }

    private struct Found: Decodable, Sendable {
        let closing: ClosingFacts
        let built: BusinessDay

        enum CodingKeys: String, CodingKey {
            case closing
            case built = "completed_on"
        }
    }

    /// Makes a statement by the rules of the day that the annual plan took the project in.
    @Sendable
    private func make(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(Draft.self)
        return try await desk.act(
            request, "closing.state_money", on: .project(project),
            subject: Subject("money_statement", draft.id), facts: StatementActions.facts(project),
            as: Found.self
        ) { found, sitting in
            try sitting.matchIfSent(version: found.closing.project.version)
            let place = found.closing.project.place
            let edition = found.closing.project.edition
            let policy = try sitting.policy(edition: edition, place: place, on: draft.planEntry)
            let facts = found.closing.account.map { account in
                StatementFacts(
                    place: place, total: account.total, resident: account.resident,
                    others: draft.others ?? .zero, area: found.closing.area, built: found.built,
                    planEntry: draft.planEntry, housing: draft.housing, excluded: draft.excluded,
                    isAssessed: draft.assessed ?? false)
            }
            var statement: MoneyStatement?
            if let facts { statement = try MoneyStatementRules.statement(facts, under: policy) }
            let decision = try MoneyStatementRules.making(
                statement, facts, under: try sitting.policy(edition: edition, place: place))
            guard decision.refusals.isEmpty, let statement else { return .refused(decision.refusals) }
            return .done(write(statement, draft, project, edition, sitting))
        }
    }

    private func write(
        _ statement: MoneyStatement, _ draft: Draft, _ project: ID, _ edition: String, _ sitting: Sitting
    ) -> Write {
        let parts: [String: JSON] = [
            "city_fen": .int(statement.city.amount), "resident_fen": .int(statement.resident.amount),
            "others_fen": .int(statement.others.amount), "district_fen": .int(statement.district.amount),
        ]
        let determination = Determination(
            id: draft.id, project: project, subject: Subject("money_statement", draft.id),
            question: statement.question, inputs: statement.inputs, edition: edition, asOf: draft.planEntry,
            verdict: "computed", because: statement.because,
            figures: .object(statement.figures.merging(parts) { own, _ in own }))
        let reasons = Reason.tree(of: statement.because, finding: statement.reasons)
        return Write(
            body: .object(parts.merging(["question": .text(statement.question)]) { own, _ in own }),
            [determination.insert(district: sitting.actor.district, op: sitting.op)],
            answer: .object(
                parts.merging([
                    "id": .text(draft.id.description), "question": .text(statement.question),
                    "figures": .object(statement.figures), "because": .list(reasons.map(\.json)),
                ]) { own, _ in own }))
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(request, StatementActions.kept(of: project))
        let items = try rows.map { row in
            JSON.object([
                "id": .text(try row.id("determination_id").description),
                "question": .text(try row.text("question")),
                "as_of": .text(try row.day("as_of").description),
                "inputs": try row.decode(JSON.self, "inputs"),
                "because": try row.decode(JSON.self, "because"), "edition": .text(try row.text("edition")),
            ])
        }
        return .json(200, .object(["items": .list(items), "next": .null]))
    }

    private static func facts(_ project: ID) -> SQL {
        """
        select jsonb_build_object('closing', closing.facts, 'completed_on', community.completed_on) as facts
        from (\(ClosingStore.facts(project))) closing
        join app.project on project.district = auth.district() and project.project_id = \(project)
        join app.community using (district, community_id)
        """
    }

    /// The statements of a project, the latest first.
    static func kept(of project: ID) -> SQL {
        """
        select determination_id, question, as_of, inputs, because, edition from app.determination
        where district = auth.district() and project_id = \(project) and subject_kind = 'money_statement'
        order by created_at desc, determination_id desc
        """
    }
}
