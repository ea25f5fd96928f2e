import Actions
import PQ
import Values
import Web

/// How due work stands (作业台), for the district's office: what waits and since when, what is dead, what comes when.
struct JobsPage: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/jobs", operation: "page.jobs",
                summary: Words("作业台：系统自动办理的事项", "How the system's own due work stands"),
                access: .roles([.renovationOffice]), tags: ["pages"], handle: show)
        ]
    }

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        let (actor, rows) = try await desk.read(
            request,
            [
                "select state, jobs from pub.jobs_by_state()",
                "select queue, ready, seconds, paused, stands from pub.queue_standings() order by queue",
                "select kind, attempts, reason, at from pub.own_dead_jobs()",
                """
                select name, kind, is_held, next_at, last_at from pub.job_schedules() order by name
                """,
                "select pub.job_workers() as number",
            ])
        let workers = try rows[4].one().int("number")
        let sections = try [
            JobsPage.alerts(rows[1], workers: workers), JobsPage.counts(rows[0]), JobsPage.queues(rows[1]),
            JobsPage.dead(rows[2]), JobsPage.schedules(rows[3]),
        ]
        let page = HTML.document(title: "作业台 · 验收", refresh: 60) {
            el("header", ["class": "site"]) {
                link("工作台", to: "/worklist")
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("h1") { "作业台" }
                el("p", ["class": "hint"]) {
                    "\(actor.name)（\(actor.role.words.zh)）· 系统自动办理的事项：到期提醒、逾期登记、定期检查。"
                        + "每分钟刷新一次；重办、取消、暂停由运维人员用 yanshoud jobs 办理。"
                }
                HTML(sections)
            }
        }
        return .html(200, page)
    }

    /// What somebody has to look at now, first.
    private static func alerts(_ queues: Rows, workers: Int) throws -> HTML {
        var lines: [String] = []
        if workers == 0 { lines.append("没有执行进程在运行，到期事项无人办理。请运维人员启动 yanshoud work。") }
        for row in queues where try row.bool("stands") {
            let why = try row.optionalText("paused").map { "已由运维人员暂停：\($0)" } ?? "请运维人员查看执行进程"
            lines.append("队列 \(try row.text("queue")) 停滞：最早一项已等 \(wait(try row.int("seconds")))。\(why)。")
        }
        return HTML(lines.map { line in el("p", ["class": "alert", "role": "alert"]) { line } })
    }

    private static func counts(_ rows: Rows) throws -> HTML {
        let counts = try rows.map { row in
            let (state, number) = (try row.text("state"), try row.int("jobs"))
            let standing: Standing = state == "dead" && number > 0 ? .blocked : .plain
            return el("li") { badge("\(stateWords(state)) \(number)", standing) }
        }
        return el("ul", ["class": "counts"]) { HTML(counts) }
    }

    private static func queues(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row -> [HTML] in
            let standing =
                try row.bool("stands")
                ? badge("停滞", .blocked) : row.isNull("paused") ? badge("正常", .done) : badge("已暂停", .waiting)
            return [
                HTML(try row.text("queue")), HTML("\(try row.int("ready"))"),
                HTML(wait(try row.int("seconds"))),
                standing,
            ]
        }
        let none = el("p") { "没有等候办理的事项。" }
        return section(
            "queues", "队列",
            lines.isEmpty ? none : table("各队列等候的事项", ["队列", "待办", "最早一项已等", "情况"], rows: lines))
    }

    private static func dead(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row in
            [
                HTML(kindWords(try row.text("kind"))), HTML("\(try row.int("attempts"))"),
                HTML(try row.text("reason")), HTML("\(try row.instant("at").day)"),
            ]
        }
        let none = el("p") { "没有办不成的事项。" }
        return section(
            "dead", "死信",
            lines.isEmpty ? none : table("本辖区试办多次仍未办成，等人处理", ["事项", "试办次数", "原因", "日期"], rows: lines))
    }

    private static func schedules(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row in
            [
                HTML(kindWords(try row.text("kind"))),
                HTML(try row.optionalText("next_at") ?? "等工作日历公布"),
                HTML(try row.optionalText("last_at") ?? "—"),
                try row.bool("is_held") ? badge("暂停", .waiting) : badge("正常", .done),
            ]
        }
        guard !lines.isEmpty else { return .empty }
        return section("schedules", "定期作业", table("定期办理的事项", ["事项", "下次", "上次", "情况"], rows: lines))
    }

    private static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        el("section", ["id": id]) {
            el("h2") { title }
            content
        }
    }

    /// Seconds in the words of whoever waits.
    static func wait(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(max(0, seconds)) 秒"
        case ..<3600: "\(seconds / 60) 分钟"
        case ..<86_400: "\(seconds / 3600) 小时"
        default: "\(seconds / 86_400) 天"
        }
    }

    private static func stateWords(_ state: String) -> String {
        JobCommands.states.first { $0.name == state }.map { String($0.words.prefix { $0 != " " }) } ?? state
    }

    /// The daily kinds in words; another is shown by its name.
    static func kindWords(_ kind: String) -> String {
        switch kind {
        case "clock.due": "到期日计算与逾期登记"
        case "issue.due": "问题整改催办"
        case "change_order.due": "变更申请到期"
        case "webhook.send": "推送事件通知"
        case "message.send": "发送消息"
        default: kind
        }
    }
}
