import Actions
import Ledger
import PQ
import Pictures
import Policy
import Values
import Web
import Works

/// The daily log as a page for a phone on the site (施工日志页).
struct DailyLogPages: Sendable {
    let desk: Desk

    /// What the page shows beside its form.
    private struct Scene {
        let actor: Actor
        let project: String
        let contracts: [(id: ID, title: String, permille: Int64)]
        let chosen: ID?
        let lines: [Row]
        let recent: [Row]
        let lots: [Row]
    }

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let scene = try await scene(request, project)
        return .html(200, page(project, scene, form: nil, problem: nil, saved: request.query["saved"] != nil))
    }

    /// Takes the form; what a rule refuses is shown above the form as it was filled in.
    @Sendable
    func record(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let form = try request.form()
        do {
            let draft = try draft(form)
            let photos = try await form.photos("photos")
            _ = try await DailyLogActions(desk: desk).record(
                request, draft, photos, of: project, key: "page-\(draft.id)")
            return .redirect(to: "/projects/\(project)/log?contract=\(draft.contract)&saved=1")
        } catch let problem as Problem where problem.status == 422 {
            let scene = try await scene(request, project, contract: form["contract"].flatMap { ID($0) })
            return .html(422, page(project, scene, form: form, problem: problem, saved: false))
        }
    }

    private func draft(_ form: Form) throws -> DailyLogDraft {
        guard let id = form["id"].flatMap({ ID($0) }), let contract = form["contract"].flatMap({ ID($0) })
        else {
            throw wrong("contract", "请选择合同", "choose a contract")
        }
        guard let day = form["logged_on"].flatMap({ BusinessDay(iso: $0) }) else {
            throw wrong("logged_on", "请填写日期", "name the day")
        }
        guard let headcount = form["headcount"].flatMap({ Int64($0) }), (0...10_000).contains(headcount)
        else {
            throw wrong("headcount", "请填写人数", "give the headcount")
        }
        let delay = form["delay_hours"] ?? ""
        guard let hours = delay.isEmpty ? 0 : Int64(delay), (0...24).contains(hours) else {
            throw wrong("delay_hours", "延误小时数为 0 到 24", "delay hours are 0 to 24")
        }
        var quantities = [LineQuantity]()
        for name in form.names where name.hasPrefix("q-") {
            guard let text = form[name], !text.isEmpty else { continue }
            guard let line = ID(name.dropFirst(2)), let milli = quantityMilli(text), milli > 0 else {
                throw wrong(name, "工程量应为大于零的数，最多三位小数", "a quantity above zero with at most three places")
            }
            quantities.append(LineQuantity(billLine: line, quantityMilli: milli))
        }
        func text(_ name: String) -> String? {
            form[name].flatMap { $0.isEmpty ? nil : String($0.prefix(1000)) }
        }
        guard let section = text("section") else { throw wrong("section", "请填写标段", "name the section") }
        guard let weather = text("weather") else { throw wrong("weather", "请填写天气", "tell the weather") }
        return DailyLogDraft(
            id: id, contract: contract, section: section, loggedOn: day, headcount: headcount,
            weather: weather,
            delayHours: hours, delayCause: text("delay_cause"), noWorkReason: text("no_work_reason"),
            note: text("note"), quantities: quantities)
    }

    private func wrong(_ field: String, _ zh: String, _ en: String) -> Problem {
        Problem(
            422, "form_invalid", Words("请更正后再提交", "Correct it and send again"),
            errors: [FieldError("/" + field, "invalid", Words(zh, en))])
    }

    private func scene(_ request: Request, _ project: ID, contract: ID? = nil) async throws -> Scene {
        let wanted = contract ?? request.query["contract"].flatMap { ID($0) }
        let (actor, rows) = try await desk.read(
            request,
            [
                "select name from app.project where district = auth.district() and project_id = \(project)",
                """
                select contract.contract_id, contract.title, coalesce(done.permille, 0) as permille
                from app.contract join app.contract_progress done using (district, project_id, contract_id)
                where contract.district = auth.district() and contract.project_id = \(project)
                    and (auth.role() not in ('contractor', 'epc_contractor')
                        or contract.contractor_id = auth.organisation())
                order by contract.number
                """,
                """
                select contract_id, bill_line_id, code, title, unit, remaining_milli, permille, blocked
                from app.progress where district = auth.district() and project_id = \(project) order by code
                """,
                """
                select log.daily_log_id, log.logged_on, log.section, log.kind, log.state, log.late,
                    log.decision_reason
                from app.daily_log log
                where log.district = auth.district() and log.project_id = \(project)
                order by log.logged_on desc, log.daily_log_id desc limit 14
                """,
                """
                select code, title, hidden, state, covering_at from app.inspection_lot_card
                where district = auth.district() and project_id = \(project) order by code limit 200
                """,
            ])
        guard let found = rows[0].first else { throw Problems.notFound }
        let contracts = try rows[1].map {
            (id: try $0.id("contract_id"), title: try $0.text("title"), permille: try $0.int64("permille"))
        }
        let chosen = contracts.first { $0.id == wanted }?.id ?? contracts.first?.id
        return Scene(
            actor: actor, project: try found.text("name"), contracts: contracts, chosen: chosen,
            lines: try rows[2].filter { try $0.id("contract_id") == chosen }, recent: Array(rows[3]),
            lots: Array(rows[4]))
    }

    private func page(_ project: ID, _ scene: Scene, form sent: Form?, problem: Problem?, saved: Bool) -> HTML
    {
        HTML.document(title: "施工日志 · \(scene.project)") {
            el("header", ["class": "site"]) { link("验收", to: "/") }
            el("main", ["id": "main"]) {
                el("h1") { "施工日志" }
                el("p") { scene.project }
                if saved { el("p", ["class": "notice done", "role": "status"]) { "日志已提交。" } }
                if let problem { problemNotice(problem) }
                if scene.contracts.count > 1 { contractLinks(project, scene) }
                if let chosen = scene.chosen, DailyLogPages.writers.contains(scene.actor.role) {
                    logForm(project, chosen, scene, sent, problem)
                } else if scene.chosen == nil {
                    el("p", ["class": "notice waiting"]) { "本单位在这个项目没有带清单的施工合同。" }
                }
                recentTable(scene)
                if !scene.lots.isEmpty { lotTable(scene) }
            }
        }
    }

    private static let writers: Set<Role> = [
        .contractor, .epcContractor, .supervisor, .wholeProcessConsultant,
    ]

    private func problemNotice(_ problem: Problem) -> HTML {
        el("div", ["class": "notice blocked", "role": "alert"]) {
            el("p") { problem.refusals.isEmpty ? problem.title.zh : "没有提交成功：" }
            if !problem.refusals.isEmpty { refusalList(problem.refusals) }
        }
    }

    private func contractLinks(_ project: ID, _ scene: Scene) -> HTML {
        el("ul") {
            for contract in scene.contracts {
                el("li") {
                    if contract.id == scene.chosen {
                        el("strong") { contract.title }
                    } else {
                        link(contract.title, to: "/projects/\(project)/log?contract=\(contract.id)")
                    }
                    " 进度 \(contract.permille / 10).\(contract.permille % 10)%"
                }
            }
        }
    }

    private func logForm(_ project: ID, _ contract: ID, _ scene: Scene, _ sent: Form?, _ problem: Problem?)
        -> HTML
    {
        let today = desk.clock.now.day
        let id = sent?["id"] ?? "\(Identity.make(at: desk.clock.now))"
        let fields = [
            Field("logged_on", "施工日期", .day, value: "\(today)"),
            Field("section", "标段", value: sent == nil ? "一标段" : ""),
            Field("weather", "天气", value: "", hint: "如：晴，12～20℃"),
            Field("headcount", "现场人数", .number),
        ]
        let later = [
            Field("delay_hours", "延误小时", .number, required: false),
            Field("delay_cause", "延误原因", required: false),
            Field("no_work_reason", "未施工原因", hint: "当天没有施工时填写", required: false),
            Field("note", "备注（安全、质量、其他）", .lines(rows: 3), required: false),
            Field(
                "photos", "照片", .file(accept: "image/jpeg,image/png", camera: true, many: true),
                hint: "可传多张，JPEG 或 PNG，每张不超过 20 MiB。", required: false),
        ]
        return form(to: "/projects/\(project)/log", token: nil, files: true, submit: "提交日志") {
            el("input", ["type": "hidden", "name": "id", "value": id])
            el("input", ["type": "hidden", "name": "contract", "value": "\(contract)"])
            for field in fields { field.after(sent, problem).html }
            el("h2") { "当天完成的工程量" }
            for line in scene.lines { lineField(line).after(sent, problem).html }
            el("h2") { "其他" }
            for field in later { field.after(sent, problem).html }
        }
    }

    private func lineField(_ line: Row) -> Field {
        let title = (try? line.text("title")) ?? ""
        let code = (try? line.text("code")) ?? ""
        let unit = (try? line.text("unit")) ?? ""
        let remaining = (try? line.int64("remaining_milli")) ?? 0
        let blocked = (try? line.bool("blocked")) ?? false
        let id = (try? line.id("bill_line_id")).map { "\($0)" } ?? ""
        return Field(
            "q-" + id, "\(code) \(title)（\(unit)）", .money,
            hint: blocked ? "有未办结的变更，暂停填报" : "剩余 \(quantityText(remaining)) \(unit)", required: false)
    }

    private func recentTable(_ scene: Scene) -> HTML {
        guard !scene.recent.isEmpty else { return el("p", ["class": "hint"]) { "还没有日志。" } }
        let rows = scene.recent.compactMap { row -> [HTML]? in
            guard let day = try? row.day("logged_on"), let section = try? row.text("section"),
                let kind = (try? row.text("kind")).flatMap({ DailyLogKind(rawValue: $0) }),
                let state = (try? row.text("state")).flatMap({ DailyLogState(rawValue: $0) }),
                let late = try? row.bool("late")
            else { return nil }
            let reason = (try? row.optionalText("decision_reason")).flatMap { $0 } ?? ""
            let standing: Standing =
                switch state {
                case .approved: .done
                case .rejected: .blocked
                default: .waiting
                }
            return [
                HTML("\(day)"), HTML(section), HTML(kind.words.zh),
                HTML([badge(state.words.zh, standing), HTML(late ? " 迟报" : "")]), HTML(reason),
            ]
        }
        return table("近期日志", ["日期", "标段", "种类", "状态", "退回原因"], rows: rows)
    }

    private func lotTable(_ scene: Scene) -> HTML {
        let rows = scene.lots.compactMap { row -> [HTML]? in
            guard let code = try? row.text("code"), let title = try? row.text("title"),
                let hidden = try? row.bool("hidden"),
                let state = (try? row.text("state")).flatMap({ InspectionLotState(rawValue: $0) })
            else { return nil }
            let covering = (try? row.optionalInstant("covering_at")).flatMap { $0 }
            let standing: Standing =
                switch state {
                case .passed: .done
                case .failed: .blocked
                default: .waiting
                }
            let told = covering.map { "已通知，隐蔽时间 \($0.local)" } ?? "未通知建设单位和质监站"
            return [
                HTML(code), HTML(title), badge(state.words.zh, standing), HTML(hidden ? told : "—"),
            ]
        }
        return table("检验批", ["编号", "内容", "状态", "隐蔽前通知"], rows: rows)
    }
}
