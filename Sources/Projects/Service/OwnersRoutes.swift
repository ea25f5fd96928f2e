package import Actions
import Projects
import Values
package import Web

/// The HTTP face of the owners' register, ballots and rounds of consultation (户册、表决、征求意见).
package struct OwnersRoutes: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Who keeps the register and sees who lives where and how a unit voted.
    private static let keepers: [Role] = [.community, .constructionUnit, .ownersBody]

    package var routes: [Route] {
        registers + ballots + counts + OwnersPages(desk: desk).routes + ResidentShares(desk: desk).routes
    }

    private var registers: [Route] {
        let actions = RegisterActions(desk: desk)
        let reads = OwnersReads(desk: desk)
        return [
            Route(
                .get, "/v1/projects/{project}/register", operation: "register.read",
                summary: Words("户册合计", "The register's totals"), access: .signedIn, tags: ["owners"],
                answers: [200: OwnersAnswers.register], handle: reads.register),
            Route(
                .get, "/v1/projects/{project}/register/units", operation: "register.units",
                summary: Words("户册住户", "The register's units"),
                access: .roles(OwnersRoutes.keepers + [.renovationOffice]), tags: ["owners"],
                query: Paging.parameters, answers: [200: .page(of: OwnersAnswers.unit)], handle: reads.units),
            Route(
                .post, "/v1/projects/{project}/register/imports", operation: "register.check",
                summary: Words("上传户册并比对，不改变户册", "Compare a file with the register; nothing changes"),
                access: .roles([.community, .constructionUnit]), tags: ["owners"],
                body: OwnersSchemas.register, effect: .adds, answers: [201: OwnersAnswers.checked],
                bodyLimit: 9 << 20, handle: actions.check),
            Route(
                .post, "/v1/register-imports/{import}/confirmation", operation: "register.confirm",
                summary: Words("按摘要确认户册", "Confirm a compared file by its digest"),
                access: .roles([.community, .constructionUnit]), tags: ["owners"],
                body: OwnersSchemas.confirmation, effect: .steps, answers: [200: OwnersAnswers.confirmed],
                handle: actions.confirm),
            Route(
                .post, "/v1/projects/{project}/register/agreement", operation: "register.agree",
                summary: Words("确认户册，由业主组织或社区办理", "Agree to the register that stands"),
                access: .roles([.community, .ownersBody]), tags: ["owners"], body: OwnersSchemas.agreement,
                effect: .adds, answers: [201: OwnersAnswers.agreed], handle: actions.agree),
            Route(
                .get, "/v1/projects/{project}/consultation", operation: "consultation.read",
                summary: Words("征求意见轮次", "The rounds of consultation"), access: .signedIn, tags: ["owners"],
                answers: [200: OwnersAnswers.consultation], handle: reads.consultation),
            Route(
                .post, "/v1/projects/{project}/consultation", operation: "consultation.record",
                summary: Words("登记一次征集或反馈", "Record a collection or a feedback"),
                access: .roles(OwnersRoutes.keepers), tags: ["owners"], body: OwnersSchemas.consultation,
                effect: .adds, answers: [201: OwnersAnswers.step], handle: CountActions(desk: desk).consult),
        ]
    }

    private var ballots: [Route] {
        let actions = BallotActions(desk: desk)
        let reads = OwnersReads(desk: desk)
        return [
            Route(
                .get, "/v1/projects/{project}/ballots", operation: "ballot.list",
                summary: Words("表决列表", "List ballots"), access: .signedIn, tags: ["owners"],
                query: Paging.parameters, answers: [200: .page(of: OwnersAnswers.line)], handle: reads.ballots
            ),
            Route(
                .post, "/v1/projects/{project}/ballots", operation: "ballot.open",
                summary: Words("发起表决", "Open a ballot"), access: .roles(OwnersRoutes.keepers),
                tags: ["owners"], body: OwnersSchemas.ballot, effect: .adds,
                answers: [201: OwnersAnswers.opened], handle: actions.open),
            Route(
                .get, "/v1/ballots/{ballot}", operation: "ballot.read",
                summary: Words("表决进展和两种比例", "A ballot's progress and its ratios"), access: .signedIn,
                tags: ["owners"], answers: [200: OwnersAnswers.ballot], handle: reads.ballot),
            Route(
                .get, "/v1/ballots/{ballot}/slips", operation: "slip.list",
                summary: Words("表决票", "A ballot's slips"),
                access: .roles(OwnersRoutes.keepers + [.renovationOffice]), tags: ["owners"],
                query: Paging.parameters, answers: [200: .page(of: OwnersAnswers.slip)], handle: reads.slips),
            Route(
                .post, "/v1/ballots/{ballot}/slips", operation: "slip.enter",
                summary: Words("录入表决票", "Enter slips"), access: .roles(OwnersRoutes.keepers),
                tags: ["owners"], body: OwnersSchemas.slips, effect: .adds,
                answers: [201: OwnersAnswers.entered], bodyLimit: Route.uploadLimit, handle: actions.enter),
            Route(
                .get, "/v1/slips/{slip}/scan", operation: "slip.scan",
                summary: Words("表决票扫描件", "The scan of a slip"),
                access: .roles(OwnersRoutes.keepers + [.renovationOffice]), tags: ["owners"],
                produces: PaperReads.anyBytes, handle: reads.scan),
            Route(
                .post, "/v1/slips/{slip}/withdrawal", operation: "slip.withdraw",
                summary: Words("撤回或作废表决票", "Withdraw or void a slip"),
                access: .roles(OwnersRoutes.keepers), tags: ["owners"], body: OwnersSchemas.withdrawal,
                effect: .steps, answers: [200: OwnersAnswers.ended], handle: actions.withdraw),
            Route(
                .post, "/v1/slips/{slip}/recheck", operation: "slip.recheck",
                summary: Words("复录表决票", "Enter a slip again"), access: .roles(OwnersRoutes.keepers),
                tags: ["owners"], body: OwnersSchemas.recheck, effect: .adds,
                answers: [201: OwnersAnswers.rechecked], handle: actions.recheck),
        ]
    }

    private var counts: [Route] {
        let actions = CountActions(desk: desk)
        return [
            Route(
                .post, "/v1/ballots/{ballot}/count", operation: "ballot.count",
                summary: Words("计票", "Count a ballot"), access: .roles(OwnersRoutes.keepers),
                tags: ["owners"], body: OwnersSchemas.count, effect: .steps,
                answers: [201: OwnersAnswers.counted], handle: actions.count),
            Route(
                .post, "/v1/ballots/{ballot}/recounts", operation: "ballot.recount",
                summary: Words("复核计票", "Count a ballot again"), access: .roles(OwnersRoutes.keepers),
                tags: ["owners"], body: OwnersSchemas.recount, effect: .steps,
                answers: [201: OwnersAnswers.counted], handle: actions.recount),
            Route(
                .post, "/v1/ballots/{ballot}/calling-off", operation: "ballot.call_off",
                summary: Words("取消表决", "Call a ballot off"), access: .roles(OwnersRoutes.keepers),
                tags: ["owners"], body: OwnersSchemas.callOff, effect: .steps,
                answers: [200: OwnersAnswers.ended], handle: BallotActions(desk: desk).callOff),
        ]
    }
}
