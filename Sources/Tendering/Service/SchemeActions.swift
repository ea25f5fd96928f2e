import Actions
import PQ
import Policy
import Tendering
import Values
import Web

/// A request to build less than the scheme has of an item, with the request itself (方案内容调减的申请).
struct ReductionDraft: Decodable, Sendable {
    let id: ID
    let item: ID
    let quantityMilli: Int64
    let ground: String
    let reason: String
    let paper: PaperSent

    enum CodingKeys: String, CodingKey {
        case id, ground, reason, paper
        case item = "works_item"
        case quantityMilli = "quantity_milli"
    }
}

/// The office's answer to it.
struct ReductionAnswer: Decodable, Sendable {
    let approves: Bool
    let reason: String
}

/// What is done about items of the scheme that are not to be built (方案内容调减).
extension TenderingActions {
    /// Asks the district's office to take an item, or a part of it, out of the scheme.
    @Sendable
    func askReduction(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(ReductionDraft.self)
        let file = draft.paper.file
        return try await desk.act(
            request, "scheme.reduce", on: .project(project), subject: Subject("scheme_reduction", draft.id),
            facts: SchemeStore.facts([project]), as: ReductionFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try SchemeRules.asking(
                of: draft.item, draft.quantityMilli, ground: draft.ground, isStored: file != nil,
                by: sitting.actor.organisation, given: facts, under: policy)
            guard case .allowed(let because) = decision, let file else {
                return .refused(decision.refusals)
            }
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "works_item": .text(draft.item.description),
                        "quantity_milli": .int(draft.quantityMilli), "ground": .text(draft.ground),
                        "reason": .text(draft.reason), "paper": .text(draft.paper.id.description),
                        "sha256": .text(hex(file.digest)),
                    ]), SchemeStore.ask(draft, file, of: project, sitting),
                    answer: .object([
                        "id": .text(draft.id.description), "works_item": .text(draft.item.description),
                        "quantity_milli": .int(draft.quantityMilli), "sha256": .text(hex(file.digest)),
                        "because": .list(because.map(\.json)),
                    ])))
        }
    }

    /// Answers for the district's office: approved, the scheme asks that much less of the item.
    @Sendable
    func decideReduction(_ request: Request) async throws -> Response {
        let reduction = try request.require("reduction")
        let draft = try request.decode(ReductionAnswer.self)
        return try await desk.act(
            request, "scheme.decide_reduction",
            on: .projectOf(table: "app.scheme_reduction", column: "reduction_id", reduction),
            subject: Subject("scheme_reduction", reduction), facts: SchemeStore.facts(of: reduction),
            as: ReductionFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try SchemeRules.deciding(
                reduction, approves: draft.approves, by: sitting.actor.role, of: sitting.actor.organisation,
                given: facts, under: policy)
            guard case .allowed(let because) = decision else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "approves": .bool(draft.approves),
                        "reason": .text(draft.reason),
                    ]), [SchemeStore.decide(reduction, draft, of: facts.project, sitting)],
                    answer: .object([
                        "id": .text(reduction.description), "approves": .bool(draft.approves),
                        "because": .list(because.map(\.json)),
                    ])))
        }
    }
}

extension TenderingReads {
    /// The scheme item by item, and what was asked and decided to be left out of it.
    @Sendable
    func scheme(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [SchemeStore.facts([project]), SchemeStore.items(project), SchemeStore.reductions(project)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(ReductionFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let ask = Offer(
            "scheme.reduce", Words("申请调减方案内容", "ask to build less than the scheme"), "POST",
            "/v1/projects/\(project)/scheme-reductions", .allowed([]))
        let offers = facts.state < "S16" ? [ask] : []
        var fields = offering.fields(
            Offer.explained(offers + TenderingReads.answers(facts), under: policy))
        fields["items"] = .list(try rows[1].map { try $0.decode(JSON.self, "item") })
        fields["reductions"] = .list(try rows[2].map { try $0.decode(JSON.self, "reduction") })
        return .json(200, .object(fields))
    }

    /// The answers that are waited for, each the renovation office's turn.
    static func offers(_ desk: Desk) -> [ProjectOffers] {
        let states: Set<String> = ["S06", "S07", "S08", "S09", "S10", "S11", "S12", "S13", "S14", "S15"]
        return [
            ProjectOffers(in: states, isOnCard: false, facts: { SchemeStore.waiting($0) }) { row, _ in
                let facts = try row.decode(ReductionFacts.self, "facts")
                let policy = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                return Offer.explained(answers(facts), under: policy)
            }
        ]
    }

    private static func answers(_ facts: ReductionFacts) -> [Offer] {
        facts.open.map { asked in
            let item = facts.items.first { $0.id == asked.item }
            let (code, title) = (item?.code ?? "", item?.title ?? "")
            return Offer(
                "scheme.decide_reduction",
                Words("答复方案内容调减（\(code) \(title)）", "answer the request to leave out \(code)"), "POST",
                "/v1/scheme-reductions/\(asked.id)/decision", .allowed([]),
                turn: .init([.renovationOffice], gate: "/v1/projects/\(facts.project)/scheme"))
        }
    }
}

/// The statements about the scheme and what is left out of it.
enum SchemeStore {
    static func facts(_ projects: [ID]) -> SQL { facts(where: "project.project_id = any(\(projects))") }

    /// Of projects in which a request waits for its answer; the others have no row.
    static func waiting(_ projects: [ID]) -> SQL {
        facts(
            where: """
                project.project_id = any(\(projects)) and exists (
                    select from app.scheme_reduction_card asked
                    where asked.district = project.district and asked.project_id = project.project_id
                        and asked.approves is null)
                """)
    }

    static func facts(of reduction: ID) -> SQL {
        facts(
            where: """
                project.project_id = (select project_id from app.scheme_reduction
                    where district = auth.district() and reduction_id = \(reduction))
                """)
    }

    /// The items of a scheme as rules take them, of the project of the statement around it.
    static let ofScheme: SQL = """
        (
            select coalesce(jsonb_agg(jsonb_build_object('id', item.works_item_id, 'code', item.code,
                'title', item.title, 'unit', item.unit, 'quantity_milli', item.quantity_milli,
                'due_milli', item.due_milli, 'held_milli', item.held_milli, 'amount', item.amount_fen)
                order by item.code), '[]')
            from app.scheme_item_card item
            where item.district = project.district and item.project_id = project.project_id and not item.excluded
        )
        """

    private static func facts(where which: SQL) -> SQL {
        """
        select jsonb_build_object('project', project.project_id, 'state', project.state, 'place', project.place,
            'edition', project.edition, 'buyer', project.construction_unit_id, 'items', \(ofScheme),
            'open', (
                select coalesce(jsonb_agg(jsonb_build_object('id', asked.reduction_id, 'item', asked.works_item_id,
                    'quantity_milli', asked.quantity_milli) order by asked.proposed_on, asked.reduction_id), '[]')
                from app.scheme_reduction_card asked
                where asked.district = project.district and asked.project_id = project.project_id
                    and asked.approves is null
            )) as facts, project.project_id
        from app.project
        where project.district = auth.district() and \(which)
        """
    }

    static func items(_ project: ID) -> SQL {
        """
        select jsonb_build_object('works_item', works_item_id, 'code', code, 'title', title, 'unit', unit,
            'quantity_milli', quantity_milli, 'amount_fen', amount_fen, 'excluded', excluded,
            'reduced_milli', reduced_milli, 'due_milli', due_milli, 'held_milli', held_milli,
            'done_milli', done_milli, 'permille', permille) as item
        from app.scheme_item_card where district = auth.district() and project_id = \(project) order by code
        """
    }

    static func reductions(_ project: ID) -> SQL {
        """
        select jsonb_build_object('id', reduction_id, 'works_item', works_item_id, 'code', code, 'title', title,
            'unit', unit, 'quantity_milli', quantity_milli, 'ground', ground, 'reason', reason,
            'paper', paper_id, 'proposed_on', proposed_on, 'approves', approves, 'answer', answer,
            'decided_on', decided_on) as reduction
        from app.scheme_reduction_card where district = auth.district() and project_id = \(project)
        order by proposed_on, reduction_id
        """
    }

    static func ask(
        _ draft: ReductionDraft, _ file: PaperSent.File, of project: ID, _ sitting: Sitting
    ) -> [SQL] {
        draft.paper.inserts(
            file, as: "scheme_reduction_request", of: Subject("scheme_reduction", draft.id), in: project,
            dated: sitting.today, district: sitting.actor.district, op: sitting.op)
            + [
                """
                insert into app.scheme_reduction (district, reduction_id, project_id, works_item_id, quantity_milli,
                    ground, reason, paper_id, proposed_on, op_id)
                values (\(sitting.actor.district), \(draft.id), \(project), \(draft.item), \(draft.quantityMilli),
                    \(draft.ground), \(draft.reason), \(draft.paper.id), \(sitting.today), \(sitting.op))
                """
            ]
    }

    static func decide(
        _ reduction: ID, _ draft: ReductionAnswer, of project: ID, _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.scheme_reduction_decision (district, reduction_id, project_id, approves, reason, decided_by,
            decided_on, op_id)
        values (\(sitting.actor.district), \(reduction), \(project), \(draft.approves), \(draft.reason),
            \(sitting.actor.person), \(sitting.today), \(sitting.op))
        """
    }
}
