package import Actions
import Handover
package import PQ
import Policy
package import Projects
package import Values
package import Web

/// The HTTP face of handovers (移交): the API, and the utility's page behind its link.
package struct HandoverRoutes: Sendable {
    let actions: HandoverActions
    let links: HandoverLinks
    let completion: ProjectCompletion
    let closing: ClosingRoutes
    let reads: HandoverReads
    let pages: HandoverPages

    /// What begins for a project that is taken in behind its acceptance: its warranties, where they had begun.
    package static func begun(
        by accepted: AcceptedBefore, _ sitting: Sitting
    ) throws -> (refusals: [Refusal], statements: [SQL]) {
        try ProjectCompletion.begun(by: accepted, sitting)
    }

    /// What hand-over and closing offer on a project's card.
    package static func offers(_ desk: Desk) -> [ProjectOffers] {
        let accepted: Set = [ProjectState.accepted.rawValue, ProjectState.settled.rawValue]
        return [
            ProjectOffers(in: accepted, facts: HandoverStore.projectFacts) { row, project in
                let facts = try row.decode(ProjectHandoverFacts.self, "facts")
                let policy = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                return [
                    HandoverReads.completing(
                        project, try HandoverRules.completing(facts, under: policy).explained(under: policy))
                ]
            },
            // Filings, accounts, balances and papers may be seen to from the certificate on; what only time or the
            // hand-over brings is asked for at the close itself.
            ProjectOffers(in: accepted, isOnCard: false, facts: ClosingStore.facts) { row, project in
                let decision = try closingOffer(row, project, desk).decision
                let later: Set = [
                    HandoverRefusals.closeWaitsForHandovers.code, ClosingRefusals.waitsForWarranties.code,
                    ClosingRefusals.waitsForIssues.code,
                ]
                let now = decision.refusals.filter { !later.contains($0.code) }
                return now.isEmpty ? [] : [ClosingReads.closing(project, .refused(now))]
            },
            ProjectOffers(in: [ProjectState.warranty.rawValue], facts: ClosingStore.facts) { row, project in
                [try closingOffer(row, project, desk)]
            },
        ]
    }

    private static func closingOffer(_ row: Row, _ project: ID, _ desk: Desk) throws -> Offer {
        let facts = try row.decode(ClosingFacts.self, "facts")
        let today = desk.clock.now.day
        let policy = try desk.shelf.policy(
            edition: facts.project.edition, place: facts.project.place, on: today)
        return ClosingReads.closing(
            project, try ClosingRules.closing(facts, on: today, under: policy).explained(under: policy))
    }

    package init(desk: Desk) {
        actions = HandoverActions(desk: desk)
        links = HandoverLinks(desk: desk)
        completion = ProjectCompletion(desk: desk)
        closing = ClosingRoutes(desk: desk)
        reads = HandoverReads(desk: desk)
        pages = HandoverPages(desk: desk)
    }

    package var routes: [Route] { ofProjects + ofHandovers + ofPages + closing.routes }

    private let officers: Access = .roles([.constructionUnit, .renovationOffice])
    /// Roles that may ask; whether they may do it is the rule's answer, with its clause.
    private let parties: Access = .roles([.constructionUnit, .renovationOffice, .utility])

    private var ofProjects: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/handovers", operation: "handover.list",
                summary: Words("项目的各项移交和保修", "A project's handovers and warranties"), access: .signedIn,
                tags: ["handovers"], answers: [200: HandoverAnswers.list], handle: reads.list),
            Route(
                .post, "/v1/projects/{project}/handovers", operation: "handover.plan",
                summary: Words("登记一类设施的移交和设施清单", "Open the handover of a kind, with its assets"),
                access: officers, tags: ["handovers"], body: HandoverSchemas.plan, effect: .adds,
                answers: [201: HandoverAnswers.stepped], handle: actions.plan),
            Route(
                .post, "/v1/projects/{project}/complete-handover", operation: "project.complete_handover",
                summary: Words("移交全部完成，进入保修", "All handed over: into the warranty period"), access: officers,
                tags: ["handovers"], body: HandoverSchemas.completion, effect: .steps,
                answers: [200: HandoverAnswers.completed], handle: completion.complete),
            Route(
                .post, "/v1/projects/{project}/close", operation: "project.close",
                summary: Words("项目销号", "Close the project"), access: officers, tags: ["handovers"],
                effect: .steps, answers: [200: HandoverAnswers.closed], handle: completion.close),
        ]
    }

    private var ofHandovers: [Route] {
        func verb(
            _ name: String, _ path: String, _ summary: Words, _ access: Access, body: Schema? = nil,
            effect: Effect = .steps, answers: [Int: Schema] = [200: HandoverAnswers.stepped],
            _ handle: @escaping Route.Handler
        ) -> Route {
            Route(
                .post, "/v1/handovers/{handover}/" + path, operation: "handover." + name, summary: summary,
                access: access, tags: ["handovers"], body: body, effect: effect, answers: answers,
                handle: handle)
        }
        return [
            Route(
                .get, "/v1/handovers/{handover}", operation: "handover.read",
                summary: Words("移交单，含关口、可做与受阻的动作", "A handover with its gate and what may be done"),
                access: .signedIn, tags: ["handovers"], answers: [200: HandoverAnswers.card],
                handle: reads.read),
            verb(
                "set_receiver", "receiver", Words("登记接收单位", "Name the receiver"), officers,
                body: HandoverSchemas.receiver, effect: .sets, actions.setReceiver),
            verb(
                "exempt", "not-applicable", Words("提出或确认不适用", "Propose or confirm that it does not apply"),
                .roles([.constructionUnit, .renovationOffice, .ownersBody, .utility]),
                body: HandoverSchemas.exemption, actions.exempt),
            verb(
                "sign", "joint-acceptance", Words("签署共同验收", "Sign the joint acceptance"), parties,
                answers: [201: HandoverAnswers.stepped], actions.sign),
            verb(
                "send_documents", "documents", Words("送交资料", "Send documents"), officers,
                body: HandoverSchemas.documents, answers: [201: HandoverAnswers.stepped],
                actions.sendDocuments),
            verb(
                "receipt", "receipts", Words("逐项签收资料", "Tick documents line by line"), parties,
                body: HandoverSchemas.receipts, actions.receipt),
            verb("confirm", "confirm", Words("确认接收", "Confirm"), parties, actions.confirm),
            verb(
                "refuse", "refuse", Words("拒收", "Refuse"), parties, body: HandoverSchemas.reason,
                actions.refuse),
            verb("reopen", "reopen", Words("重新办理", "Take it up again"), officers, actions.reopen),
            verb(
                "issue_link", "link", Words("签发专业单位链接", "Issue a link for the utility's person"), officers,
                body: HandoverSchemas.link, answers: [201: HandoverAnswers.link], links.issue),
            verb(
                "revoke_links", "link/revocation", Words("撤销链接", "Revoke the links"), officers,
                answers: [200: HandoverAnswers.revoked], links.revoke),
        ]
    }

    private var ofPages: [Route] {
        func page(
            _ method: Method, _ path: String, _ name: String, _ summary: Words,
            _ handle: @escaping Route.Handler
        )
            -> Route
        {
            Route(
                method, "/h/{handover}" + path, operation: "page.handover." + name, summary: summary,
                access: .link(kind: "handover"), tags: ["pages"], handle: handle)
        }
        return [
            page(.get, "", "show", Words("专业单位移交页", "The utility's handover page"), pages.show),
            page(.post, "/sign", "sign", Words("签署共同验收", "Sign the joint acceptance"), pages.sign),
            page(.post, "/receipts", "receipt", Words("签收资料", "Tick documents"), pages.receipt),
            page(.post, "/confirm", "confirm", Words("确认接收", "Confirm"), pages.confirm),
            page(.post, "/refuse", "refuse", Words("拒收", "Refuse"), pages.refuse),
        ]
    }
}

/// The bodies that the handovers' routes take.
enum HandoverSchemas {
    static let plan = Schema.object(
        [
            "id": .id, "kind": .string(max: 40), "receiver": .id,
            "assets": .array(
                of: .object(
                    [
                        "id": .id, "tag": .string(max: 60), "title": .string(max: 200),
                        "location": .string(max: 300),
                        "boundary": .string(max: 300), "responsible_from": .day,
                    ], required: ["id", "tag", "title", "location", "boundary"]), max: 500
            ).distinct(by: "tag"),
        ], required: ["id", "kind"])

    static let receiver = Schema.object(["receiver": .id])

    static let reason = Schema.object(["reason": .string(max: 1000, lines: true)], required: [])

    static let exemption = Schema.object(
        ["ground": .string(max: 60), "reason": .string(max: 1000, lines: true), "paper": .id], required: [])

    static let documents = Schema.object([
        "documents": .array(
            of: .object(
                [
                    "id": .id, "document": .string(max: 60), "title": .string(max: 300),
                    "number": .string(max: 100),
                    "dated": .day, "sha256": .string(min: 64, max: 64),
                ], required: ["id", "document", "title", "dated"]), min: 1, max: 100
        ).distinct(by: "document")
    ])

    static let receipts = Schema.object([
        "lines": .array(
            of: .object(
                [
                    "document": .string(max: 60), "verdict": .string(oneOf: DocumentVerdict.self),
                    "note": .string(max: 1000, lines: true),
                ], required: ["document", "verdict"]), min: 1, max: 100
        ).distinct(by: "document")
    ])

    static let link = Schema.object(
        ["name": .string(max: 60), "days": .int(min: 1, max: 92)], required: ["name"])

    static let completion = Schema.object(
        [
            "warranties": .array(
                of: .object(["kind": .string(oneOf: WarrantyRules.kinds), "months": .int(min: 1, max: 1200)]),
                max: 20
            ).distinct(by: "kind"),
            "heating_seasons": .int(min: 1, max: 50),
            "structure": .object(["years": .int(min: 1, max: 200), "evidence": .string(max: 300)]),
        ], required: [])
}
