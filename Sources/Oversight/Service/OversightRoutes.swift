package import Actions
import Oversight
import Values
package import Web

/// The HTTP face of oversight (民间监理与居民问题): API and pages.
package struct OversightRoutes: Sendable {
    let filing: IssueFiling
    let issues: IssueActions
    let regradings: RegradingActions
    let reads: IssueReads
    let pages: ReportPages

    package init(desk: Desk) {
        filing = IssueFiling(desk: desk)
        issues = IssueActions(desk: desk)
        regradings = RegradingActions(desk: desk)
        reads = IssueReads(desk: desk)
        pages = ReportPages(desk: desk)
    }

    private static let triage: [Role] = [.community, .constructionUnit, .renovationOffice]
    private static let fixers: [Role] = [
        .contractor, .epcContractor, .supervisor, .designer, .surveyor, .agentConstruction, .supplier,
        .utility,
        .constructionUnit, .projectManagement, .wholeProcessConsultant,
    ]
    private static let witnesses: [Role] = [.resident, .volunteerSupervisor, .ownersBody]

    package var routes: [Route] { filingRoutes + stepRoutes + pageRoutes }

    private var filingRoutes: [Route] {
        [
            Route(
                .post, "/v1/projects/{project}/volunteers", operation: "volunteer.appoint",
                summary: Words("聘任民间监理员", "Appoint a volunteer supervisor"), access: .roles([.community]),
                tags: ["oversight"], body: OversightSchemas.volunteer, effect: .adds,
                answers: [201: OversightAnswers.appointed], handle: filing.appoint),
            Route(
                .post, "/v1/volunteers/{volunteer}/end", operation: "volunteer.end",
                summary: Words("解聘民间监理员", "End a volunteer supervisor's appointment"),
                access: .roles([.community]), tags: ["oversight"], body: OversightSchemas.ending,
                effect: .steps,
                answers: [200: OversightAnswers.ended], handle: filing.endAppointment),
            Route(
                .get, "/v1/projects/{project}/issues", operation: "issue.list",
                summary: Words("问题列表", "List issues"), access: .signedIn, tags: ["oversight"],
                query: Paging.parameters + [
                    Parameter("state", .string(oneOf: IssueState.self), Words("状态", "state"))
                ], answers: [200: .page(of: OversightAnswers.line)], handle: reads.list),
            Route(
                .post, "/v1/projects/{project}/issues", operation: "issue.file",
                summary: Words("报告问题", "File an issue"), access: .signedIn, tags: ["oversight"],
                body: OversightSchemas.issue, effect: .adds, answers: [201: OversightAnswers.filed],
                bodyLimit: Route.uploadLimit, handle: filing.file),
            Route(
                .get, "/v1/issues/{issue}", operation: "issue.read",
                summary: Words("一件问题，含可做与受阻的动作", "An issue with what may be done"), access: .signedIn,
                tags: ["oversight"], answers: [200: OversightAnswers.issue], handle: reads.read),
            Route(
                .get, "/v1/issues/{issue}/photos/{sha256}", operation: "issue.photo",
                summary: Words("问题照片", "A photo of an issue"), access: .signedIn, tags: ["oversight"],
                produces: "image/*", handle: reads.photo),
        ]
    }

    private var stepRoutes: [Route] {
        [
            step(
                "accept",
                Words(
                    "受理并定级", "Accept with a severity; of whoever builds, a minor one waits for a second word"),
                Self.triage, OversightSchemas.accept,
                issues.accept),
            step(
                "reject", Words("不予受理或判为重复", "Reject, or name as a duplicate"), Self.triage,
                OversightSchemas.reject, issues.reject),
            step("assign", Words("交办", "Assign"), Self.triage, OversightSchemas.assign, issues.assign),
            step("begin", Words("开始整改", "Begin to fix"), Self.fixers, OversightSchemas.nothing, issues.begin),
            step(
                "claim-fix", Words("报告整改完成", "Claim the fix"), Self.fixers, OversightSchemas.fix,
                issues.claimFix),
            step(
                "verify", Words("确认整改", "Verify the fix"), Self.witnesses, OversightSchemas.nothing,
                issues.verify),
            step("reopen", Words("要求重办", "Reopen"), Self.witnesses, OversightSchemas.reopen, issues.reopen),
            step("close", Words("办结", "Close"), Self.triage, OversightSchemas.nothing, issues.close),
            step(
                "bounce", Words("退件，指明应办单位", "Send back, naming the unit that should have it"), Self.fixers,
                OversightSchemas.bounce, issues.bounce),
            step(
                "close-unconfirmed", Words("到期办结（无人确认）", "Close without confirmation, its window over"),
                Self.triage, OversightSchemas.nothing, issues.closeUnconfirmed),
            Route(
                .post, "/v1/issues/{issue}/regradings", operation: "issue.regrade",
                summary: Words("改级，降级须另一单位同意", "Regrade; a milder severity waits for a second unit"),
                access: .roles(Self.triage), tags: ["oversight"], body: OversightSchemas.regrading,
                effect: .steps,
                answers: [201: OversightAnswers.regrading], handle: regradings.propose),
            Route(
                .post, "/v1/issue-regradings/{regrading}/decide", operation: "issue_regrading.decide",
                summary: Words("同意或不同意降级", "Agree to a milder severity, or not"),
                access: .roles(Self.triage + Self.witnesses), tags: ["oversight"],
                body: OversightSchemas.regradingDecision, effect: .steps,
                answers: [200: OversightAnswers.regrading], handle: regradings.decide),
        ]
    }

    private func step(
        _ verb: String, _ words: Words, _ roles: [Role], _ body: Schema, _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, "/v1/issues/{issue}/\(verb)", operation: "issue.\(verb)", summary: words,
            access: .roles(roles),
            tags: ["oversight"], body: body, effect: .steps, answers: [200: OversightAnswers.stepped],
            bodyLimit: Route.uploadLimit, handle: handle)
    }

    private var pageRoutes: [Route] {
        [
            Route(
                .get, "/p/{project}/report", operation: "page.report",
                summary: Words("报告问题页", "The report page"),
                access: .anyone, tags: ["pages"], handle: pages.show),
            Route(
                .post, "/p/{project}/issues", operation: "page.report.file",
                summary: Words("不登录报告问题", "File an issue without an account"), access: .reporter,
                tags: ["pages"],
                bodyLimit: Route.uploadLimit, handle: pages.file),
            Route(
                .get, "/p/{project}/issues/{issue}", operation: "page.issue",
                summary: Words("凭私密链接查看问题", "An issue behind its private link"), access: .reporter,
                tags: ["pages"], handle: pages.follow),
            Route(
                .get, "/p/{project}/issues/{issue}/photos/{sha256}", operation: "page.issue.photo",
                summary: Words("凭私密链接查看照片", "A photo behind the private link"), access: .reporter,
                tags: ["pages"], produces: "image/*", handle: pages.photo),
            Route(
                .post, "/p/{project}/issues/{issue}/verify", operation: "page.issue.verify",
                summary: Words("报告人确认整改", "The reporter verifies"), access: .reporter, tags: ["pages"],
                handle: pages.verify),
            Route(
                .post, "/p/{project}/issues/{issue}/reopen", operation: "page.issue.reopen",
                summary: Words("报告人要求重办", "The reporter reopens"), access: .reporter, tags: ["pages"],
                handle: pages.reopen),
        ]
    }
}
