import Actions
import PQ
import Projects
import Values
import Web

/// Where whoever is no officer begins (首页): what waits for him, and the projects he has a part in.
struct StartPage: Sendable {
    let desk: Desk
    let turns: Turns

    /// The roles that begin at the officers' worklist.
    static let officers: [Role] = [.constructionUnit, .renovationOffice, .leadingGroup, .community]

    var routes: [Route] {
        [
            Route(
                .get, "/start", operation: "page.start",
                summary: Words("首页：等我办理的事项", "Where one begins: what waits for me"), access: .signedIn,
                tags: ["pages"], handle: show)
        ]
    }

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        let today = desk.clock.now.day
        let (actor, rows, standings) = try await turns.read(
            request,
            [
                Worklist.waiting(onlyOwn: true), StartPage.unwritten(today), StartPage.projects(today),
                StartPage.handovers, StartPage.issues,
            ])
        if StartPage.officers.contains(actor.role) { return .redirect(to: "/worklist") }
        let duties = StartPage.administration(of: actor.role)
        let sections =
            try !duties.isEmpty
            ? [administering(duties)]
            : [
                waiting(
                    rows[0].map(Worklist.Item.init) + Worklist.Item.own(standings, of: actor), rows[1], actor),
                handovers(rows[3], actor),
                issues(rows[4], actor), projects(rows[2], actor),
            ]
        return .html(
            200,
            HTML.document(title: "首页 · 验收") {
                el("header", ["class": "site"]) {
                    link("验收", to: "/")
                    link("首页", to: "/start")
                    link("规则问答", to: "/policy")
                    link("我的登录", to: "/sign-ins")
                    link("退出", to: "/sign-out")
                }
                el("main", ["id": "main"]) {
                    el("h1") { "\(actor.name)（\(actor.role.words.zh)）" }
                    el("p", ["class": "hint"]) { "截至 \(today)" }
                    HTML(sections)
                }
            })
    }

    /// The pages of one of the three administrators (三员), who has no projects.
    private static func administration(of role: Role) -> [(title: String, path: String)] {
        switch role {
        case .systemAdministrator: [("人员与任职", "/do/people")]
        case .securityAdministrator: [("人员与登录", "/do/people")]
        case .auditAdministrator: [("审计记录", "/do/audit-trail")]
        default: []
        }
    }

    private func administering(_ duties: [(title: String, path: String)]) -> HTML {
        el("section", ["id": "administration"]) {
            el("h2") { "管理" }
            el("ul") { HTML(duties.map { duty in el("li") { link(duty.title, to: duty.path) } }) }
        }
    }

    /// What waits by the inbox, and for a contractor the log of today that nobody has written.
    private func waiting(_ items: [Worklist.Item], _ unwritten: Rows, _ actor: Actor) throws -> HTML {
        let logs = try unwritten.map { row -> [HTML] in
            let project = try row.id("project_id")
            return [
                link(try row.text("project"), to: "/do/projects/\(project)"),
                link("填写今天的施工日志：\(try row.text("title"))", to: "/projects/\(project)/log"), HTML("今天"),
            ]
        }
        let rest = items.filter { $0.kind != "log_of_today" }.map { item in
            [
                link(item.projectName, to: "/do/projects/\(item.project)"), WorklistPage.title(item),
                HTML(item.due.map { "\($0)" } ?? "—"),
            ]
        }
        return el("section", ["id": "waiting"]) {
            el("h2") { "等我办理" }
            if logs.isEmpty && rest.isEmpty {
                el("p") { "没有等您办理的事项。" }
            } else {
                table("需要您办理的事项", ["项目", "事项", "期限"], rows: logs + rest)
            }
        }
    }

    private func handovers(_ rows: Rows, _ actor: Actor) throws -> HTML {
        guard actor.role == .utility else { return .empty }
        let lines = try rows.map { row in
            [
                HTML(try row.text("project")),
                link(
                    PublicProject.facility(try row.text("kind")) + "设施",
                    to: "/h/\(try row.id("handover_id"))"),
                HTML(PublicProject.handoverState(try row.text("state"))),
            ]
        }
        return el("section", ["id": "handovers"]) {
            el("h2") { "移交给本单位的设施" }
            if lines.isEmpty {
                el("p") { "还没有登记移交给本单位的设施。" }
            } else {
                table("移交", ["项目", "设施", "状态"], rows: lines)
            }
        }
    }

    private func issues(_ rows: Rows, _ actor: Actor) throws -> HTML {
        guard [.resident, .volunteerSupervisor, .ownersBody].contains(actor.role) else { return .empty }
        let lines = try rows.map { row in
            [
                HTML(try row.text("project")), HTML(try row.text("place")),
                HTML("\(try row.day("filed_on"))"),
                HTML(StartPage.issueStates[try row.text("state")] ?? "办理中"),
            ]
        }
        return el("section", ["id": "issues"]) {
            el("h2") { "我报告的问题" }
            if lines.isEmpty {
                el("p") { "您还没有报告过问题。" }
            } else {
                table("问题", ["项目", "位置", "报告日期", "状态"], rows: lines)
            }
        }
    }

    private func projects(_ rows: Rows, _ actor: Actor) throws -> HTML {
        let lines = try rows.map { row -> [HTML] in
            let project = try row.id("project_id")
            let state = try row.text("state")
            // A closed project takes no more reports and no more logs.
            let pages = StartPage.pages(of: actor.role)
                .filter { state != ProjectState.closed.rawValue || !StartPage.shut.contains($0.title) }
                .map { link($0.title, to: $0.path(project)) }
            return [
                link(try row.text("name"), to: "/do/projects/\(project)"),
                badge(ProjectPages.state(state), .plain),
                HTML(pages.flatMap { [$0, HTML(" ")] }),
            ]
        }
        return el("section", ["id": "projects"]) {
            el("h2") { "我的项目" }
            if lines.isEmpty {
                el("p") { "您的单位还没有参加任何项目。" }
            } else {
                table("项目", ["项目", "阶段", "页面"], rows: lines)
            }
        }
    }

    private static let reporting = "报告问题"
    private static let logging = "施工日志"
    private static let shut: Set = [reporting, logging]

    /// The pages of a project that a role works on.
    static func pages(of role: Role) -> [(title: String, path: @Sendable (ID) -> String)] {
        func page(_ title: String, _ name: String) -> (title: String, path: @Sendable (ID) -> String) {
            (title, { "/projects/\($0)/\(name)" })
        }
        let report: (title: String, path: @Sendable (ID) -> String) = (reporting, { "/p/\($0)/report" })
        let changes = page("工程变更", "change-orders")
        let parties = page("参建单位", "parties")
        let packages = page("标段与合同", "packages")
        let closing = page("收尾与销号", "closing")
        return switch role {
        case .contractor, .epcContractor: [page(logging, "log"), changes, packages]
        case .supervisor, .wholeProcessConsultant: [page("日志", "log"), changes, parties]
        case .designer, .surveyor, .agentConstruction, .projectManagement: [changes, parties]
        case .costConsultant, .trackingAuditor, .tenderAgency: [packages, changes]
        case .financeBureau: [packages, closing]
        case .ownersBody: [report, closing]
        case .resident, .volunteerSupervisor: [report]
        case .qualityStation, .observer, .supplier, .utility: [parties]
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: []
        case .constructionUnit, .renovationOffice, .leadingGroup, .community, .system: []
        }
    }

    private static let issueStates = [
        "new": "待受理", "rejected": "不予受理", "duplicate": "与他人重复", "fix_claimed": "已整改，请您确认",
        "verified": "您已确认解决", "closed": "已办结", "reopened": "重办中",
    ]
}

extension StartPage {
    /// Contracts of the caller's unit under works that have no log of the day.
    private static func unwritten(_ today: BusinessDay) -> SQL {
        """
        select contract.project_id, project.name as project, contract.title
        from app.contract join app.project using (district, project_id)
        where contract.district = auth.district() and contract.contractor_id = auth.organisation()
            and auth.role() in ('contractor', 'epc_contractor') and project.state = 'S14'
            and app.contract_ended_on(contract.district, contract.contract_id) is null
            and not exists (
                select from app.daily_log log
                where log.district = contract.district and log.contract_id = contract.contract_id
                    and log.organisation_id = contract.contractor_id and log.logged_on = \(today)
            )
        order by project.name, contract.number limit 100
        """
    }

    /// Projects that the caller's unit takes part in or receives from; residents' roles see those of their district,
    /// or the one they are bound to.
    private static func projects(_ today: BusinessDay) -> SQL {
        """
        select project.project_id, project.name, project.state from app.project
        where project.district = auth.district() and (
            auth.role() in ('owners_body', 'resident', 'volunteer_supervisor', 'quality_station', 'finance_bureau',
                'external_observer')
            or exists (
                select from app.engagement
                where engagement.district = project.district and engagement.project_id = project.project_id
                    and engagement.organisation_id = auth.organisation() and engagement.valid_from <= \(today)
                    and (engagement.valid_to is null or engagement.valid_to >= \(today))
            )
            or exists (
                select from app.handover
                where handover.district = project.district and handover.project_id = project.project_id
                    and handover.receiver_id = auth.organisation()
            )
        )
        order by project.state, project.name, project.project_id limit 200
        """
    }

    private static let handovers: SQL = """
        select card.handover_id, card.project, card.kind, card.state from app.handover_card card
        where card.district = auth.district() and card.receiver_id = auth.organisation() and auth.role() = 'utility'
        order by card.project, card.kind limit 200
        """

    private static let issues: SQL = """
        select project.name as project, issue.place, issue.filed_on, issue.state
        from app.issue join app.project using (district, project_id)
        where issue.district = auth.district() and issue.reporter_id = auth.person()
        order by issue.filed_on desc, issue.issue_id limit 100
        """
}
