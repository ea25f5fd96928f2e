package import Actions
import Ledger
package import PQ
import Policy
package import Projects
package import Values
import Web

/// What is done before a project is launched (前期动作): one function per verb.
package struct FrontActions: Sendable {
    /// What begins with the acceptance of a project that is taken in behind it, by later capabilities: why it may not be
    /// taken in so, or the rows that begin.
    package typealias AfterAcceptance =
        @Sendable (AcceptedBefore, Sitting) throws -> (refusals: [Refusal], statements: [SQL])

    let desk: Desk
    private let afterAcceptance: AfterAcceptance

    init(desk: Desk, afterAcceptance: @escaping AfterAcceptance = { _, _ in ([], []) }) {
        self.desk = desk
        self.afterAcceptance = afterAcceptance
    }

    /// Takes in a community and its project: at the survey, or under way with the papers of what lies behind.
    @Sendable
    func register(_ request: Request) async throws -> Response {
        let draft = try request.decode(RegistrationDraft.self)
        return try await desk.act(
            request, "project.register", on: .none, subject: Subject("project", draft.id),
            facts: UnderWay.codes, as: UnderWay.Codes.self
        ) { found, sitting in
            let book = sitting.shelf.current
            let edition = try book.edition(for: draft.place)
            let policy = try book.policy(for: draft.place, on: sitting.today)
            let stage = draft.state ?? .surveyed
            let evidence = draft.evidence ?? []
            let placing = try DivisionRules.placing(
                draft.place, on: draft.worksBeganOn ?? sitting.today, under: policy)
            guard placing.refusals.isEmpty else { return .refused(placing.refusals) }
            if let elsewhere = try DivisionRules.lying(in: draft.place, of: found.codes, under: policy) {
                return .refused([elsewhere])
            }
            let decision = try FrontRules.taking(
                Intake(
                    stage: stage, named: evidence.map(\.requirement), began: draft.worksBeganOn,
                    accepted: draft.acceptedOn, tellsWarranty: draft.warranty != nil, today: sitting.today),
                under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let begun = try draft.acceptedOn.map {
                try afterAcceptance(
                    AcceptedBefore(
                        project: draft.id, stage: stage, acceptedOn: $0, edition: edition, place: draft.place,
                        warranty: draft.warranty), sitting)
            }
            if let refusals = begun?.refusals, !refusals.isEmpty { return .refused(refusals) }
            guard let area = Area(squareMetres: draft.community.area), area.hundredths > 0 else {
                return .refused([ProjectsRefusals.communityHasAnArea.refusal(nil)])
            }
            let district = sitting.actor.district
            var statements = [
                FrontStore.insertCommunity(draft, area: area, district: district, op: sitting.op),
                FrontStore.insertProject(draft, edition: edition, district: district, op: sitting.op),
            ]
            statements += CommunityBodies.named(
                committee: draft.community.residentsCommittee, owners: draft.community.ownersBody,
                of: draft.id,
                sitting)
            statements += evidence.map {
                FrontStore.insertEvidence(
                    $0, of: draft.id, district: district, op: sitting.op,
                    digest: $0.sha256.flatMap { bytes(hex: $0) })
            }
            return .done(
                registered(
                    draft, statements + (begun?.statements ?? []), edition: edition, binding: policy.binding))
        }
    }

    private func registered(
        _ draft: RegistrationDraft, _ statements: [SQL], edition: String, binding: Bool
    ) -> Write {
        let stage = draft.state ?? .surveyed
        var body: [String: JSON] = [
            "project": .text(draft.id.description), "name": .text(draft.name),
            "community": .text(draft.community.name), "edition": .text(edition),
            "state": .text(stage.rawValue), "evidence": .int(Int64(draft.evidence?.count ?? 0)),
        ]
        if let accepted = draft.acceptedOn { body["accepted_on"] = .text(accepted.description) }
        return Write(
            body: .object(body), statements,
            answer: .object([
                "id": .text(draft.id.description), "state": .text(stage.state.rawValue),
                "entered_state": .text(stage.rawValue), "edition": .text(edition), "binding": .bool(binding),
            ]), version: 1, project: draft.id)
    }

    /// Records one kind of the survey's data.
    @Sendable
    func survey(_ request: Request) async throws -> Response {
        let draft = try request.decode(SurveyDraft.self)
        return try await record(request, "survey_record.add", Subject("survey_record", draft.id)) {
            project, _, policy, sitting in
            let decision = try FrontRecordingRules.survey(kind: draft.kind, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(["kind": .text(draft.kind), "source": .text(draft.source)]),
                    [
                        """
                        insert into app.survey_record (district, survey_record_id, project_id, kind, summary, source,
                            surveyed_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.kind),
                            \(draft.summary), \(draft.source), \(draft.surveyedOn), \(sitting.op))
                        """
                    ], answer: .object(["id": .text(draft.id.description), "kind": .text(draft.kind)])))
        }
    }

    /// Records the owners' body with the number it is filed under.
    @Sendable
    func ownersBody(_ request: Request) async throws -> Response {
        let draft = try request.decode(OwnersBodyDraft.self)
        return try await record(request, "owners_body.record", Subject("owners_body", draft.id)) {
            project, _, _, sitting in
            .done(
                Write(
                    body: .object([
                        "kind": .text(draft.kind), "name": .text(draft.name),
                        "filing_number": .text(draft.filingNumber),
                    ]),
                    [
                        """
                        insert into app.owners_body (district, owners_body_id, project_id, kind, name, filing_number,
                            formed_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.kind), \(draft.name),
                            \(draft.filingNumber), \(draft.formedOn), \(sitting.op))
                        """
                    ], answer: .object(["id": .text(draft.id.description), "name": .text(draft.name)])))
        }
    }

    /// States that a mandatory kind of works is there already.
    @Sendable
    func compliantKind(_ request: Request) async throws -> Response {
        let draft = try request.decode(CompliantKindDraft.self)
        return try await record(request, "compliant_kind.state", nil) { project, _, policy, sitting in
            let decision = try FrontRecordingRules.compliant(kind: draft.kind, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(["kind": .text(draft.kind), "statement": .text(draft.statement)]),
                    [
                        """
                        insert into app.compliant_kind (district, project_id, kind, statement, op_id)
                        values (\(sitting.actor.district), \(project), \(draft.kind), \(draft.statement),
                            \(sitting.op))
                        """
                    ], answer: .object(["kind": .text(draft.kind)])))
        }
    }

    /// Records the scheme's items, and computes who pays what where the place has a rule for it.
    @Sendable
    func scheme(_ request: Request) async throws -> Response {
        let draft = try request.decode(SchemeDraft.self)
        return try await record(request, "scheme.record", nil) { project, facts, _, sitting in
            let policy = try sitting.policy(
                edition: facts.edition, place: facts.place, on: draft.decidedOn)
            guard Set(draft.items.map(\.code)).count == draft.items.count else {
                return .refused([ProjectsRefusals.worksItemCodeIsOne.refusal(nil)])
            }
            let classes = try SchemeRules.classes(of: draft.items, under: policy)
            guard classes.isEmpty else { return .refused(classes) }
            let computes = policy.has("funding.share.mandatory")
            let funds = computes ? try FundingPolicy(policy) : nil
            func isExcluded(_ item: Scheme.Item) -> Bool {
                funds.map { FundingRules.isExcluded(kind: item.kind, under: $0) } ?? false
            }
            let district = sitting.actor.district
            var statements = draft.items.map {
                ProjectsStore.insertItem(
                    $0, of: project, excluded: isExcluded($0), district: district, op: sitting.op)
            }
            var figures = JSON.null
            if let funds {
                var works = [WorksClass: Fen]()
                for item in draft.items where !isExcluded(item) {
                    works[item.`class`, default: .zero] = works[item.`class`, default: .zero] + item.amount
                }
                guard
                    let funding = FundingRules.plan(
                        works: works, other: draft.other, contingency: draft.contingency,
                        area: Area(hundredths: facts.area), under: funds)
                else { return .refused([ProjectsRefusals.launchWaitsForFundingPlan.refusal(nil)]) }
                figures = funding.figures
                let determination = sitting.newID()
                statements += [
                    Determination(
                        id: determination, project: project, subject: Subject("project", project),
                        question: "lc_funding",
                        inputs: .object([
                            "works": .object(
                                Dictionary(
                                    uniqueKeysWithValues: works.map {
                                        ($0.key.rawValue, JSON.text($0.value.yuan))
                                    })),
                            "other": .text(draft.other.yuan), "contingency": .text(draft.contingency.yuan),
                            "area": .text(Area(hundredths: facts.area).squareMetres),
                        ]), edition: facts.edition, asOf: draft.decidedOn, verdict: "computed",
                        because: funds.citations, figures: figures
                    ).insert(district: district, op: sitting.op),
                    ProjectsStore.insertFunding(
                        funding, of: project, other: draft.other, contingency: draft.contingency,
                        determination: determination, district: district, op: sitting.op),
                ]
            }
            return .done(
                Write(
                    body: .object(["items": .int(Int64(draft.items.count)), "funding": figures]), statements,
                    answer: .object(["items": .int(Int64(draft.items.count)), "funding": figures])))
        }
    }

    /// Records the project's code on the investment platform.
    @Sendable
    func projectCode(_ request: Request) async throws -> Response {
        let draft = try request.decode(CodeDraft.self)
        return try await record(request, "project.set_code", nil) { project, facts, policy, sitting in
            try sitting.match(replacing: facts.code == nil ? nil : facts.version)
            let code: ProjectCode
            do throws(ProjectCode.Fault) {
                code = try ProjectCode(draft.code)
            } catch {
                let given = Words(
                    "所填 \(draft.code.count) 位：\(draft.code)", "given, \(draft.code.count): \(draft.code)")
                let form = (try? policy.value("code.project"))?.citation
                return .refused([ProjectsRefusals.projectCode(error).refusal(form, missing: [given])])
            }
            let issuing = try DivisionRules.issuing(
                code, for: facts.place, today: sitting.today, under: policy)
            guard issuing.refusals.isEmpty else { return .refused(issuing.refusals) }
            return .done(
                Write(
                    body: .object(["code": .text(draft.code)]),
                    [
                        """
                        update app.project set project_code = \(draft.code), version = version + 1,
                            op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and project_id = \(project)
                        """
                    ], answer: .object(["code": .text(draft.code), "version": .int(facts.version + 1)]),
                    status: 200, version: facts.version + 1))
        }
    }

    /// Records what a participant of the consultation or of the plan's review says.
    @Sendable
    func opinion(_ request: Request) async throws -> Response {
        let draft = try request.decode(OpinionDraft.self)
        return try await record(
            request, "participant_opinion.record", Subject("participant_opinion", draft.id)
        ) { project, _, policy, sitting in
            let decision = try FrontRecordingRules.participant(
                draft.participant, of: draft.forum, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "forum": .text(draft.forum), "participant": .text(draft.participant),
                        "opinion": .text(draft.opinion),
                    ]),
                    [
                        """
                        insert into app.participant_opinion (district, participant_opinion_id, project_id, forum,
                            participant, opinion, content, given_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.forum),
                            \(draft.participant), \(draft.opinion), \(draft.content), \(draft.givenOn),
                            \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "participant": .text(draft.participant),
                        "opinion": .text(draft.opinion),
                    ])))
        }
    }

    /// Records which procedures the consultation keeps, simplifies or waives.
    @Sendable
    func procedure(_ request: Request) async throws -> Response {
        let draft = try request.decode(ProcedureDraft.self)
        return try await record(request, "procedure.decide", nil) { project, facts, policy, sitting in
            let decision = try FrontRecordingRules.procedure(
                draft.procedure, outcome: draft.outcome, in: facts.state, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "procedure": .text(draft.procedure), "outcome": .text(draft.outcome),
                        "basis": .text(draft.basis),
                    ]),
                    [
                        """
                        insert into app.procedure_decision (district, project_id, procedure, outcome, basis, op_id)
                        values (\(sitting.actor.district), \(project), \(draft.procedure), \(draft.outcome),
                            \(draft.basis), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "procedure": .text(draft.procedure), "outcome": .text(draft.outcome),
                    ])))
        }
    }

    /// One fact of a project under its lock, with what the gates look at and the project's policy.
    func record(
        _ request: Request, _ verb: String, _ subject: Subject?,
        decide: @escaping @Sendable (ID, FrontFacts, Policy, Sitting) throws -> Ruling
    ) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, verb, on: .project(project), subject: subject ?? Subject("project", project),
            facts: FrontStore.facts(project), as: FrontFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            return try decide(project, facts, policy, sitting)
        }
    }
}
