import Actions
import Handover
import Values
import Web

/// The HTTP face of a project's end (收尾): filings, accounts, balances, papers, management, the gate of closing.
struct ClosingRoutes: Sendable {
    let actions: ClosingActions
    let reads: ClosingReads
    let statements: StatementActions
    /// What follows acceptance, and what follows the closing.
    let aftercare: [Route]

    init(desk: Desk) {
        statements = StatementActions(desk: desk)
        aftercare =
            NoDigRoutes(desk: desk).routes + WarrantyClaimRoutes(desk: desk).routes
            + SubsidyPayments(desk: desk).routes + SurplusReturns(desk: desk).routes
            + ArchiveRoutes(desk: desk).routes
        actions = ClosingActions(desk: desk)
        reads = ClosingReads(desk: desk)
    }

    var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        return [
            Route(
                .get, "/v1/projects/{project}/close-gate", operation: "closing.gate",
                summary: Words("销号关口", "The gate of closing the project"), access: .signedIn,
                tags: ["closing"],
                answers: [200: ClosingAnswers.gate],
                handle: reads.gate),
            Route(
                .get, "/projects/{project}/closing", operation: "page.closing",
                summary: Words("收尾与销号页", "A project's end as a page"), access: .signedIn, tags: ["pages"],
                handle: reads.page),
            verb(
                "filings", "file", Words("登记备案、归档", "Record a filing"), officers, ClosingSchemas.filing,
                ClosingAnswers.filed, actions.file),
            verb(
                "final-accounts", "fix_accounts", Words("登记竣工财务决算", "Record the final accounts"),
                officers + [.financeBureau], ClosingSchemas.account,
                ClosingAnswers.accounts,
                actions.fixAccounts),
            verb(
                "true-ups", "true_up", Words("居民资金多退少补", "Settle households' balances"), officers,
                ClosingSchemas.trueUps,
                ClosingAnswers.trueUps,
                actions.trueUp),
            verb(
                "paper-deliveries", "deliver_papers", Words("移交验收资料并备案", "Hand acceptance papers on"),
                officers, ClosingSchemas.delivery, ClosingAnswers.delivered,
                actions.deliverPapers),
            verb(
                "management-form", "set_management", Words("登记改造后管理形式", "Record who manages afterwards"),
                officers + [.community, .ownersBody], ClosingSchemas.management,
                ClosingAnswers.managed, actions.setManagement),
            verb(
                "custodies", "take_on", Words("提前接管保修期内的工程", "Take works on before their warranty ends"),
                officers + [.community, .ownersBody], ClosingSchemas.custody,
                ClosingAnswers.taken, actions.takeOn),
        ] + statements.routes + aftercare
    }

    private func verb(
        _ path: String, _ name: String, _ summary: Words, _ roles: [Role], _ body: Schema, _ answer: Schema,
        _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, "/v1/projects/{project}/" + path, operation: "closing." + name, summary: summary,
            access: .roles(roles), tags: ["closing"], body: body, effect: .adds, answers: [201: answer],
            handle: handle)
    }
}
