import Actions
import Projects
import Values
import Web

/// The HTTP face of the front of the process (前期).
struct FrontRoutes: Sendable {
    private let desk: Desk
    private let front: FrontActions
    private let publicity: PublicityActions
    private let reads: FrontReads

    init(desk: Desk, afterAcceptance: @escaping FrontActions.AfterAcceptance) {
        self.desk = desk
        front = FrontActions(desk: desk, afterAcceptance: afterAcceptance)
        publicity = PublicityActions(desk: desk)
        reads = FrontReads(desk: desk)
    }

    var routes: [Route] {
        facts + decisions + postings + FundingQueue(desk: desk).routes + FrontPages(desk: desk).routes
    }

    private var facts: [Route] {
        let street: [Role] = [.constructionUnit, .community]
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        return [
            Route(
                .post, "/v1/registrations", operation: "project.register",
                summary: Words("登记小区和项目：从摸底开始，或补录在建项目", "Take in a project, at its survey or under way"),
                access: .roles([.constructionUnit, .renovationOffice]), tags: ["front"],
                body: FrontSchemas.registration, effect: .adds, answers: [201: FrontAnswers.registered],
                handle: front.register),
            Route(
                .get, "/v1/projects/{project}/gates", operation: "project.gates",
                summary: Words("前期各关口：已有、所缺、依据、由谁办", "The gates: what stands, what is missing, who"),
                access: .signedIn, tags: ["front"], answers: [200: FrontAnswers.gates],
                handle: reads.desk.keeping(.project, reads.gates)),
            Route(
                .post, "/v1/projects/{project}/survey-records", operation: "survey_record.add",
                summary: Words("登记摸底数据", "Record data of the survey"), access: .roles(street),
                tags: ["front"], body: FrontSchemas.survey, effect: .adds,
                answers: [201: ProjectAnswers.paper], handle: front.survey),
            Route(
                .post, "/v1/projects/{project}/scope", operation: "scope.find",
                summary: Words("认定改造范围", "Find whether the community is within the scope"),
                access: .roles(officers), tags: ["front"], body: FrontSchemas.scope, effect: .adds,
                answers: [201: FrontAnswers.scope], handle: front.scope),
            Route(
                .post, "/v1/projects/{project}/owners-body", operation: "owners_body.record",
                summary: Words("登记业委会或自治小组", "Record the owners' body"),
                access: .roles(street + [.ownersBody]), tags: ["front"], body: FrontSchemas.ownersBody,
                effect: .adds, answers: [201: FrontAnswers.named], handle: front.ownersBody),
            Route(
                .post, "/v1/projects/{project}/compliant-kinds", operation: "compliant_kind.state",
                summary: Words("登记已达标的必选内容", "State a mandatory kind as there already"),
                access: .roles([.constructionUnit]), tags: ["front"], body: FrontSchemas.compliantKind,
                effect: .adds, answers: [201: FrontAnswers.kind], handle: front.compliantKind),
            Route(
                .post, "/v1/projects/{project}/scheme", operation: "scheme.record",
                summary: Words("录入方案内容并测算资金", "Record the scheme's items and compute its money"),
                access: .roles([.constructionUnit]), tags: ["front"], body: FrontSchemas.scheme,
                effect: .adds, answers: [201: FrontAnswers.scheme], handle: front.scheme),
        ]
    }

    private var decisions: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        return [
            Route(
                .post, "/v1/projects/{project}/opinions", operation: "participant_opinion.record",
                summary: Words("登记会商、联审意见", "Record a participant's opinion"), access: .roles(officers),
                tags: ["front"], body: FrontSchemas.opinion, effect: .adds,
                answers: [201: FrontAnswers.opinion], handle: front.opinion),
            Route(
                .post, "/v1/projects/{project}/procedures", operation: "procedure.decide",
                summary: Words("登记会商确定的审批程序", "Record a procedure as kept, simplified or waived"),
                access: .roles([.renovationOffice]), tags: ["front"], body: FrontSchemas.procedure,
                effect: .adds, answers: [201: FrontAnswers.procedure], handle: front.procedure),
            Route(
                .post, "/v1/projects/{project}/plan-submissions", operation: "plan_submission.record",
                summary: Words("登记改造计划申报", "Record that the project is submitted for a year's plan"),
                access: .roles([.renovationOffice]), tags: ["front"], body: FrontSchemas.submission,
                effect: .adds, answers: [201: FrontAnswers.submission], handle: front.submit),
            Route(
                .post, "/v1/projects/{project}/code", operation: "project.set_code",
                summary: Words("登记投资项目代码", "Record the project's code"), access: .roles(officers),
                tags: ["front"], body: FrontSchemas.code, effect: .sets, answers: [200: FrontAnswers.code],
                handle: front.projectCode),
            Route(
                .post, "/v1/projects/{project}/exceptions", operation: "gate_exception.ask",
                summary: Words("申请例外（原则上）", "Ask for an exception"), access: .roles(officers),
                tags: ["front"], body: FrontSchemas.exception, effect: .adds,
                answers: [201: FrontAnswers.standing], handle: publicity.askException),
            Route(
                .get, "/v1/exceptions", operation: "gate_exception.list",
                summary: Words("例外清单", "The district's exceptions"), access: .signedIn, tags: ["front"],
                query: Paging.parameters, answers: [200: .page(of: FrontAnswers.exception)],
                handle: reads.exceptions),
            Route(
                .post, "/v1/exceptions/{exception}/decision", operation: "gate_exception.decide",
                summary: Words("决定例外", "Decide an exception"),
                access: .roles([.renovationOffice, .leadingGroup]), tags: ["front"],
                body: FrontSchemas.exceptionDecision, effect: .steps, answers: [200: FrontAnswers.standing],
                handle: publicity.decideException),
        ]
    }

    private var postings: [Route] {
        let posters: [Role] = [.constructionUnit, .community, .ownersBody]
        return [
            Route(
                .post, "/v1/projects/{project}/postings", operation: "posting.put",
                summary: Words("登记公示", "Record a posting"), access: .roles(posters), tags: ["front"],
                body: FrontSchemas.posting, effect: .adds, answers: [201: FrontAnswers.versioned],
                handle: publicity.post),
            Route(
                .post, "/v1/postings/{posting}/removal", operation: "posting.take_down",
                summary: Words("登记公示撤下或更换", "Record that a posting was removed"), access: .roles(posters),
                tags: ["front"], body: FrontSchemas.takingDown, effect: .steps,
                answers: [200: FrontAnswers.versioned], handle: publicity.takeDown),
            Route(
                .post, "/v1/projects/{project}/objections", operation: "objection.raise",
                summary: Words("登记业主异议", "Record an owner's objection"), access: .roles(posters),
                tags: ["front"], body: FrontSchemas.objection, effect: .adds,
                answers: [201: FrontAnswers.standing], handle: publicity.object),
            Route(
                .post, "/v1/objections/{objection}/closure", operation: "objection.close",
                summary: Words("办结异议", "Close an objection"),
                access: .roles([.ownersBody, .constructionUnit]),
                tags: ["front"], body: FrontSchemas.closure, effect: .steps,
                answers: [200: FrontAnswers.standing], handle: publicity.closeObjection),
        ]
    }
}

/// The bodies that the routes of the front take.
enum FrontSchemas {
    static let registration = Schema.object(
        [
            "id": .id, "name": .string(max: 200), "place": .string(max: 6), "construction_unit": .id,
            "state": .string(oneOf: IntakeStage.self), "works_began_on": .day, "accepted_on": .day,
            "warranty": .object(
                [
                    "warranties": .array(
                        of: .object(["kind": .string(max: 40), "months": .int(min: 1, max: 1200)]), max: 20
                    ).distinct(by: "kind"),
                    "heating_seasons": .int(min: 1, max: 50),
                    "structure": .object(["years": .int(min: 1, max: 200), "evidence": .string(max: 300)]),
                ], required: []),
            "community": .object(
                [
                    "id": .id, "name": .string(max: 200), "address": .string(max: 400), "completed_on": .day,
                    "households": .int(min: 1, max: 100_000), "area": .string(max: 20),
                    "residents_committee": .id, "owners_body": .id,
                ], required: ["id", "name", "address", "completed_on", "households", "area"]),
            "evidence": .array(
                of: .object(
                    [
                        "requirement": .string(max: 60), "title": .string(max: 300),
                        "number": .string(max: 100), "dated": .day, "sha256": .string(.sha256),
                    ], required: ["requirement", "title", "number", "dated"]), max: 60),
        ], required: ["id", "name", "place", "construction_unit", "community"])

    static let survey = Schema.object([
        "id": .id, "kind": .string(max: 60), "summary": .string(max: 2000, lines: true),
        "source": .string(max: 200), "surveyed_on": .day,
    ])

    static let scope = Schema.object(
        Dictionary(uniqueKeysWithValues: ScopeFacts.flagNames.map { ($0, Schema.bool) }).merging([
            "ref_date": .day, "danger_class": .string(max: 1), "last_renovated": .day,
            "planned_expropriation": .day,
            "housing": .string(oneOf: ["commodity", "affordable"]),
            "kind": .string(oneOf: ["self_built", "urban_village", "shanty"]),
            "area_name": .string(max: 60), "no_danger": .bool, "never_renovated": .bool,
            "no_expropriation": .bool, "list_version": .string(max: 200), "list_checked_on": .day,
        ]) { own, _ in own }, required: ["ref_date", "list_version", "list_checked_on"])

    static let submission = Schema.object([
        "plan_year": .int(min: 2015, max: 2100), "submitted_on": .day, "number": .string(max: 100),
    ])

    static let ownersBody = Schema.object([
        "id": .id, "kind": .string(oneOf: ["owners_committee", "self_governance_group"]),
        "name": .string(max: 200), "filing_number": .string(max: 100), "formed_on": .day,
    ])

    static let compliantKind = Schema.object([
        "kind": .string(max: 60), "statement": .string(max: 1000, lines: true),
    ])

    static let scheme = Schema.object([
        "decided_on": .day, "other_fen": .fen, "contingency_fen": .fen,
        "items": .array(
            of: .object([
                "id": .id, "code": .string(max: 40), "title": .string(max: 200),
                "class": .string(oneOf: WorksClass.allCases.map(\.rawValue)), "kind": .string(max: 60),
                "unit": .string(max: 20), "quantity_milli": .int(min: 1, max: Schema.most),
                "amount_fen": .fen,
            ]), min: 1, max: 2000
        ).distinct(by: "code"),
    ])

    static let opinion = Schema.object([
        "id": .id, "forum": .string(oneOf: ["consultation", "plan_review"]), "participant": .string(max: 60),
        "opinion": .string(oneOf: ["agree", "agree_with_conditions", "disagree"]),
        "content": .string(max: 2000, lines: true), "given_on": .day,
    ])

    static let procedure = Schema.object([
        "procedure": .string(max: 60), "outcome": .string(oneOf: ["kept", "simplified", "waived"]),
        "basis": .string(max: 200),
    ])

    static let code = Schema.object(["code": .string(max: 28)])

    static let exception = Schema.object([
        "id": .id, "requirement": .string(max: 60), "reason": .string(max: 1000, lines: true),
        "document_title": .string(max: 200), "document_number": .string(max: 100),
    ])

    static let exceptionDecision = Schema.object([
        "outcome": .string(oneOf: ["approved", "refused", "revoked"]), "number": .string(max: 100),
    ])

    static let posting = Schema.object([
        "id": .id, "place": .string(max: 200), "photo": .string(.sha256),
        "attachments": .array(
            of: .object(["kind": .string(max: 60), "sha256": .string(.sha256)]), min: 1, max: 20
        ).distinct(by: "kind"), "posted_on": .day,
    ])

    static let takingDown = Schema.object(["taken_down_on": .day, "reason": .string(max: 300)])

    static let objection = Schema.object([
        "id": .id, "room": .string(max: 60), "content": .string(max: 2000, lines: true), "raised_on": .day,
    ])

    static let closure = Schema.object([
        "outcome": .string(oneOf: ["agreed", "withdrawn", "overruled"]),
        "reason": .string(max: 1000, lines: true),
        "closed_on": .day,
    ])
}
