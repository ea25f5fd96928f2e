package import Actions
import ChangeOrders
import Values
package import Web

/// The HTTP face of change orders (工程变更).
package struct ChangeOrdersRoutes: Sendable {
    let actions: ChangeOrdersActions
    let reads: ChangeOrdersReads

    package init(desk: Desk) {
        actions = ChangeOrdersActions(desk: desk)
        reads = ChangeOrdersReads(desk: desk)
    }

    package var routes: [Route] {
        let applicants: [Role] = [
            .contractor, .epcContractor, .designer, .supervisor, .agentConstruction, .wholeProcessConsultant,
        ]
        return [
            Route(
                .get, "/v1/projects/{project}/change-orders", operation: "change_order.list",
                summary: Words("工程变更列表", "List change orders"), access: .signedIn, tags: ["change orders"],
                query: Paging.parameters, answers: [200: .page(of: ChangeOrderAnswers.line)],
                handle: reads.list),
            Route(
                .post, "/v1/projects/{project}/change-orders", operation: "change_order.draft",
                summary: Words("起草工程变更", "Draft a change order"), access: .roles(applicants),
                tags: ["change orders"], body: ChangeOrderSchemas.draft, effect: .adds,
                answers: [201: ChangeOrderAnswers.drafted], handle: actions.draft),
            Route(
                .get, "/v1/change-orders/{change_order}", operation: "change_order.read",
                summary: Words(
                    "工程变更详情，含可做与受阻的动作", "A change order with what may be done and what is blocked"),
                access: .signedIn, tags: ["change orders"], answers: [200: ChangeOrderAnswers.order],
                handle: reads.read),
            action(
                "papers", "paper", Words("登记变更材料", "Record a paper of the change"),
                applicants + [.constructionUnit, .costConsultant, .trackingAuditor, .renovationOffice],
                ChangeOrderSchemas.paper,
                actions.recordPaper, answers: [201: ChangeOrderAnswers.paper]),
            action(
                "submit", "submit", Words("提交并初审", "Submit and screen"), applicants,
                ChangeOrderSchemas.submission, actions.submit),
            action(
                "opinions", "opinion", Words("给出意见", "Give an opinion"),
                [.designer, .supervisor, .costConsultant, .wholeProcessConsultant, .trackingAuditor],
                ChangeOrderSchemas.opinion, actions.giveOpinion),
            action(
                "owner-decision", "owner_decision", Words("建设单位决定", "The construction unit decides"),
                [.constructionUnit], ChangeOrderSchemas.decision, actions.ownerDecision),
            action(
                "district-decision", "district_decision", Words("区旧改办决定", "The renovation office decides"),
                [.renovationOffice], ChangeOrderSchemas.decision, actions.districtDecision),
            action(
                "withdraw", "withdraw", Words("撤回", "Withdraw"), applicants + [.constructionUnit], nil,
                actions.withdraw),
            action(
                "implement", "implement", Words("登记已实施", "Record as carried out"),
                [.supervisor, .constructionUnit], nil, actions.implement),
            action("close", "close", Words("办结", "Close"), [.constructionUnit], nil, actions.close),
        ] + ChangeOrderPages(desk: reads.desk).routes
    }

    private func action(
        _ path: String, _ verb: String, _ summary: Words, _ roles: [Role], _ body: Schema?,
        _ handle: @escaping Route.Handler, answers: [Int: Schema] = [200: ChangeOrderAnswers.stepped]
    ) -> Route {
        Route(
            .post, "/v1/change-orders/{change_order}/\(path)", operation: "change_order.\(verb)",
            summary: summary,
            access: .roles(roles), tags: ["change orders"], body: body, effect: .steps,
            answers: answers, handle: handle)
    }
}
