package import Actions
package import Ledger
import JointAcceptance
package import PQ
import Policy
package import Projects
import Values
package import Web

/// The HTTP face of joint acceptance (联合竣工验收).
package struct JointAcceptanceRoutes: Sendable {
    let actions: AcceptanceActions
    let signing: SigningActions
    let reads: AcceptanceReads
    let pages: AcceptancePages

    /// The deadlines that the acceptance of a project began that is taken in behind it, under the rules of that day.
    package static func begun(by accepted: AcceptedBefore, _ sitting: Sitting) throws -> [SQL] {
        let policy = try sitting.policy(
            edition: accepted.edition, place: accepted.place, on: accepted.acceptedOn)
        return try AcceptanceDeadlines.start(
            on: accepted.acceptedOn, under: policy, calendar: sitting.calendar
        ).map {
            NewClock(
                sitting.newID(), on: Subject("project", accepted.project), in: accepted.project, key: $0.key,
                rule: $0.citation.rule, due: $0.day, explanation: $0.explanation
            ).insert(district: sitting.actor.district, op: sitting.op)
        }
    }

    /// What joint acceptance offers on a project's card: the call of a round, open or with all that it waits for.
    package static func offers(_ desk: Desk) -> [ProjectOffers] {
        [
            ProjectOffers(
                in: [ProjectState.preAcceptance.rawValue],
                facts: { AcceptanceStore.gateFacts($0, today: desk.clock.now.day) }
            ) { row, project in
                let facts = try row.decode(AcceptanceFacts.self, "facts")
                let source = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                let gate = AcceptanceGate.gate(
                    facts, under: try AcceptancePolicy(source), citing: source, words: { desk.refusals[$0] })
                let base = "/v1/projects/\(project)"
                return [
                    Offer(
                        "acceptance.call", Words("通知联合竣工验收", "call joint acceptance"), "POST",
                        base + "/acceptance-rounds", gate.decision.explained(under: source),
                        // While a round is open, it is the round that waits.
                        turn: facts.openRound == nil
                            ? Offer.Turn([.constructionUnit], gate: base + "/acceptance-gate") : nil)
                ]
            },
            ProjectOffers(
                in: [ProjectState.preAcceptance.rawValue], isOnCard: false,
                facts: { AcceptanceStore.openRounds(of: $0, today: desk.clock.now.day) }
            ) { row, _ in
                let facts = try row.decode(RoundFacts.self, "facts")
                let source = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                return try AcceptanceReads.turns(
                    try row.id("round"), facts, today: desk.clock.now.day, under: source
                ) {
                    desk.refusals[$0]
                }
            },
        ]
    }

    /// With the site's own key certificates are sealed; without one they go out unsealed.
    package init(desk: Desk, seal: SigningKey? = nil) {
        actions = AcceptanceActions(desk: desk)
        signing = SigningActions(acceptance: actions, seal: seal)
        reads = AcceptanceReads(desk: desk)
        pages = AcceptancePages(reads: reads, signing: signing)
    }

    package var routes: [Route] { projectRoutes + roundRoutes + pages.routes }

    private static let tags = ["joint acceptance"]

    private var projectRoutes: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/acceptance-gate", operation: "acceptance.gate",
                summary: Words("联合竣工验收关口", "The gate of joint acceptance"), access: .signedIn,
                tags: JointAcceptanceRoutes.tags, answers: [200: AcceptanceAnswers.gate],
                handle: reads.desk.keeping(.project, reads.gate)),
            Route(
                .post, "/v1/projects/{project}/acceptance-checklist", operation: "acceptance.answer",
                summary: Words("填写竣工验收条件", "Answer the acceptance checklist"),
                access: .roles([.constructionUnit]), tags: JointAcceptanceRoutes.tags,
                body: AcceptanceSchemas.answers, effect: .steps, answers: [201: AcceptanceAnswers.answered],
                handle: actions.answer),
            Route(
                .get, "/v1/projects/{project}/acceptance-rounds", operation: "acceptance.list",
                summary: Words("验收轮次列表", "List acceptance rounds"), access: .signedIn,
                tags: JointAcceptanceRoutes.tags, query: Paging.parameters,
                answers: [200: .page(of: AcceptanceAnswers.line)], handle: reads.list),
            Route(
                .post, "/v1/projects/{project}/acceptance-rounds", operation: "acceptance.call",
                summary: Words("通知联合竣工验收", "Call a round of joint acceptance"),
                access: .roles([.constructionUnit]), tags: JointAcceptanceRoutes.tags,
                body: AcceptanceSchemas.round, effect: .steps, answers: [201: AcceptanceAnswers.called],
                handle: actions.call),
        ]
    }

    private var roundRoutes: [Route] {
        [
            Route(
                .get, "/v1/acceptance-rounds/{round}", operation: "acceptance.read",
                summary: Words("验收轮次详情，含可做与受阻的动作", "A round with what may be done and what is blocked"),
                access: .signedIn, tags: JointAcceptanceRoutes.tags, answers: [200: AcceptanceAnswers.round],
                handle: reads.round),
            action(
                "seats", "seat", Words("安排席位", "Seat a person"), [.constructionUnit], AcceptanceSchemas.seat,
                AcceptanceAnswers.seated, actions.seat),
            action(
                "dossiers", "freeze_dossier", Words("封存案卷", "Freeze a version of the dossier"),
                [.constructionUnit], AcceptanceSchemas.dossier,
                AcceptanceAnswers.frozen, actions.freeze),
            Route(
                .get, "/v1/acceptance-rounds/{round}/dossier", operation: "acceptance.dossier",
                summary: Words(
                    "案卷原文，ETag 为其 SHA-256", "The dossier's canonical bytes; its SHA-256 is the ETag"),
                access: .signedIn, tags: JointAcceptanceRoutes.tags,
                query: [Parameter("number", .int(min: 1), Words("案卷版本", "version of the dossier"))],
                answers: [200: AcceptanceAnswers.dossier], handle: reads.dossier),
            action(
                "opinions", "opinion", Words("签署意见", "Give a seat's opinion"),
                [
                    .constructionUnit, .contractor, .epcContractor, .designer, .surveyor, .supervisor,
                    .agentConstruction, .wholeProcessConsultant, .ownersBody,
                ], AcceptanceSchemas.opinion, AcceptanceAnswers.opinion,
                signing.give),
            action(
                "certificate", "certify", Words("出具验收证书", "Issue the certificate"), [.constructionUnit], nil,
                AcceptanceAnswers.certified, signing.certify),
            Route(
                .get, "/v1/acceptance-rounds/{round}/certificate", operation: "acceptance.certificate",
                summary: Words("验收证书文件，可离线核验", "The certificate's file, which verifies offline"),
                access: .signedIn, tags: JointAcceptanceRoutes.tags,
                answers: [200: AcceptanceAnswers.certificate], handle: reads.certificate),
            Route(
                .post, "/v1/acceptance-rounds/{round}/dispute", operation: "acceptance.dispute",
                summary: Words("登记各方意见不一致", "Declare a round disputed"), access: .roles([.constructionUnit]),
                tags: JointAcceptanceRoutes.tags, body: AcceptanceSchemas.dispute, effect: .steps,
                answers: [200: AcceptanceAnswers.ended], handle: actions.dispute),
            Route(
                .post, "/v1/acceptance-rounds/{round}/settlement", operation: "acceptance.settle",
                summary: Words("登记协调结果，重新组织验收", "Settle a dispute; acceptance is run again"),
                access: .roles([.constructionUnit]), tags: JointAcceptanceRoutes.tags,
                body: AcceptanceSchemas.settlement, effect: .steps, answers: [200: AcceptanceAnswers.ended],
                handle: actions.settle),
            Route(
                .post, "/v1/acceptance-rounds/{round}/fail", operation: "acceptance.end",
                summary: Words("判定未通过或取消", "Fail a round, or call it off"),
                access: .roles([.constructionUnit]), tags: JointAcceptanceRoutes.tags,
                body: AcceptanceSchemas.ending, effect: .steps, answers: [200: AcceptanceAnswers.ended],
                handle: actions.end),
        ]
    }

    private func action(
        _ path: String, _ verb: String, _ summary: Words, _ roles: [Role], _ body: Schema?, _ answer: Schema,
        _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, "/v1/acceptance-rounds/{round}/\(path)", operation: "acceptance.\(verb)", summary: summary,
            access: .roles(roles), tags: JointAcceptanceRoutes.tags, body: body,
            effect: .steps, answers: [201: answer],
            handle: handle)
    }
}
