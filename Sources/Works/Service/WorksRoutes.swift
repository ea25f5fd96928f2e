package import Actions
import Values
package import Web
import Works

/// The HTTP face of works (施工): API and pages.
package struct WorksRoutes: Sendable {
    let works: WorksActions
    let logs: DailyLogActions
    let payments: PaymentActions
    let reads: WorksReads
    let pages: DailyLogPages
    let money: ContractMoneyRoutes

    /// What works offer on a project's card.
    package static func offers(_ desk: Desk) -> [ProjectOffers] { WorksReads.offers(desk) }

    package init(desk: Desk) {
        works = WorksActions(desk: desk)
        logs = DailyLogActions(desk: desk)
        payments = PaymentActions(desk: desk)
        reads = WorksReads(desk: desk)
        pages = DailyLogPages(desk: desk)
        money = ContractMoneyRoutes(desk: desk)
    }

    private static let contractors: [Role] = [.contractor, .epcContractor]
    private static let supervisors: [Role] = [.supervisor, .wholeProcessConsultant]
    private static let owners: [Role] = [.constructionUnit, .agentConstruction]

    package var routes: [Route] {
        startRoutes + logRoutes + lotRoutes + paymentRoutes + money.routes + pageRoutes
    }

    private var startRoutes: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/start-gate", operation: "project.start_gate",
                summary: Words("开工关口", "The gate of the start of works"), access: .signedIn, tags: ["works"],
                answers: [200: WorksAnswers.startGate], handle: reads.startGate),
            Route(
                .post, "/v1/projects/{project}/start", operation: "project.start",
                summary: Words("开工", "Begin the works"), access: .roles(Self.owners), tags: ["works"],
                body: WorksSchemas.start, effect: .steps, answers: [200: WorksAnswers.stepped],
                handle: works.start),
            Route(
                .post, "/v1/projects/{project}/report-completion", operation: "project.report_completion",
                summary: Words("报告本单位合同完工", "Report the completion of one's own contracts"),
                access: .roles(Self.contractors), tags: ["works"], body: WorksSchemas.nothing, effect: .steps,
                answers: [200: WorksAnswers.completed], handle: works.reportCompletion),
            Route(
                .get, "/v1/projects/{project}/progress", operation: "project.progress",
                summary: Words("由工程量推算的进度", "Progress, derived from quantities"), access: .signedIn,
                tags: ["works"], answers: [200: WorksAnswers.progress], handle: reads.progress),
        ]
    }

    private var logRoutes: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/logs", operation: "daily_log.list",
                summary: Words("施工日志列表", "List daily logs"), access: .signedIn, tags: ["works"],
                query: Paging.parameters + [
                    Parameter("state", .string(oneOf: DailyLogState.self), Words("状态", "state"))
                ], answers: [200: .page(of: WorksAnswers.logLine)], handle: reads.listLogs),
            Route(
                .post, "/v1/projects/{project}/logs", operation: "daily_log.record",
                summary: Words("填报当天的日志", "Record a day of works"),
                access: .roles(Self.contractors + Self.supervisors), tags: ["works"], body: WorksSchemas.log,
                effect: .adds, answers: [201: WorksAnswers.logged], bodyLimit: Route.uploadLimit,
                handle: logs.record),
            Route(
                .get, "/v1/logs/{log}", operation: "daily_log.read", summary: Words("一份日志", "A daily log"),
                access: .signedIn, tags: ["works"], answers: [200: WorksAnswers.log], handle: reads.readLog),
            Route(
                .get, "/v1/logs/{log}/photos/{sha256}", operation: "daily_log.photo",
                summary: Words("日志照片", "A photo of a log"), access: .signedIn, tags: ["works"],
                produces: "image/*", handle: reads.photo),
            Route(
                .post, "/v1/logs/{log}/submit", operation: "daily_log.submit",
                summary: Words("提交草稿或退回的日志", "Hand in a draft or a log sent back"),
                access: .roles(Self.contractors + Self.supervisors), tags: ["works"],
                body: WorksSchemas.revision, effect: .replaces, answers: [200: WorksAnswers.logged],
                handle: logs.submit),
            Route(
                .post, "/v1/logs/{log}/approve", operation: "daily_log.approve",
                summary: Words("审核日志", "Approve a log"), access: .roles(Self.supervisors + Self.owners),
                tags: ["works"], body: WorksSchemas.approval, effect: .steps,
                answers: [200: WorksAnswers.decided], handle: logs.approve),
            Route(
                .post, "/v1/logs/{log}/reject", operation: "daily_log.reject",
                summary: Words("退回日志", "Send a log back"), access: .roles(Self.supervisors + Self.owners),
                tags: ["works"], body: WorksSchemas.reason, effect: .steps,
                answers: [200: WorksAnswers.decided], handle: logs.reject),
        ]
    }

    private var lotRoutes: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/inspection-lots", operation: "inspection_lot.list",
                summary: Words("检验批列表", "List inspection lots"), access: .signedIn, tags: ["works"],
                query: Paging.parameters, answers: [200: .page(of: WorksAnswers.lot)], handle: reads.listLots),
            Route(
                .post, "/v1/projects/{project}/inspection-lots", operation: "inspection_lot.plan",
                summary: Words("划分检验批", "Plan an inspection lot"), access: .roles(Self.contractors),
                tags: ["works"], body: WorksSchemas.lot, effect: .adds, answers: [201: WorksAnswers.planned],
                handle: works.planLot),
            Route(
                .post, "/v1/inspection-lots/{lot}/covering-notice",
                operation: "inspection_lot.covering_notice",
                summary: Words("隐蔽前通知建设单位和质监站", "Tell owner and quality station before covering"),
                access: .roles(Self.contractors), tags: ["works"], body: WorksSchemas.coveringNotice,
                effect: .steps, answers: [201: WorksAnswers.coveringNotice], handle: works.giveCoveringNotice),
            lotStep("notify", Words("报验", "Notify"), Self.contractors, works.notifyLot),
            lotStep("pass", Words("验收合格", "Pass"), Self.supervisors + Self.owners, works.passLot),
            lotStep("fail", Words("验收不合格", "Fail"), Self.supervisors + Self.owners, works.failLot),
            lotStep("rectify", Words("开始整改", "Begin to rectify"), Self.contractors, works.rectifyLot),
        ]
    }

    private func lotStep(
        _ verb: String, _ words: Words, _ roles: [Role], _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, "/v1/inspection-lots/{lot}/\(verb)", operation: "inspection_lot.\(verb)", summary: words,
            access: .roles(roles), tags: ["works"], body: WorksSchemas.finding, effect: .steps,
            answers: [200: WorksAnswers.lotStepped], handle: handle)
    }

    private var paymentRoutes: [Route] {
        [
            Route(
                .get, "/v1/contracts/{contract}/payment-claims", operation: "payment_claim.list",
                summary: Words("进度款申请列表", "List payment claims"), access: .signedIn, tags: ["works"],
                query: Paging.parameters, answers: [200: .page(of: WorksAnswers.claim)],
                handle: reads.listClaims),
            Route(
                .post, "/v1/contracts/{contract}/payment-claims", operation: "payment_claim.submit",
                summary: Words("申请进度款", "Claim a progress payment"), access: .roles(Self.contractors),
                tags: ["works"], body: WorksSchemas.claim, effect: .adds,
                answers: [201: WorksAnswers.submitted], handle: payments.claim),
            Route(
                .post, "/v1/payment-claims/{claim}/opinion", operation: "payment_claim.opinion",
                summary: Words("登记跟踪审计意见", "Record the tracking auditor's opinion"),
                access: .roles([.trackingAuditor]), tags: ["works"], body: WorksSchemas.opinion,
                effect: .steps, answers: [201: WorksAnswers.opinion], handle: payments.giveOpinion),
            Route(
                .post, "/v1/payment-claims/{claim}/certify", operation: "payment_claim.certify",
                summary: Words("审核、核定进度款", "Certify a payment claim"),
                access: .roles(Self.supervisors + Self.owners), tags: ["works"], body: WorksSchemas.nothing,
                effect: .steps, answers: [200: WorksAnswers.certified], handle: payments.certify),
            Route(
                .post, "/v1/payment-claims/{claim}/reject", operation: "payment_claim.reject",
                summary: Words("退回进度款申请", "Reject a payment claim"),
                access: .roles(Self.supervisors + Self.owners), tags: ["works"], body: WorksSchemas.reason,
                effect: .steps, answers: [200: WorksAnswers.rejected], handle: payments.reject),
        ]
    }

    private var pageRoutes: [Route] {
        let readers = Self.contractors + Self.supervisors + Self.owners
        return [
            Route(
                .get, "/projects/{project}/log", operation: "page.daily_log",
                summary: Words("施工日志填报页", "The daily log's form"), access: .roles(readers), tags: ["pages"],
                handle: pages.show),
            Route(
                .post, "/projects/{project}/log", operation: "page.daily_log.record",
                summary: Words("提交施工日志", "Hand in the daily log's form"),
                access: .roles(Self.contractors + Self.supervisors), tags: ["pages"],
                bodyLimit: Route.uploadLimit, handle: pages.record),
        ]
    }
}
