import Actions
import Ledger
import Oversight
import PQ
import Pictures
import Policy
import Values
import Web
import Works

/// Reporting a problem in a minute on a phone, and following it up, without an account (居民报告页).
struct ReportPages: Sendable {
    let desk: Desk

    private struct Place {
        let project: ID
        let name: String
        let community: String
        let policy: OversightPolicy
    }

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let place = try await place(request)
        return .html(200, reportPage(place, nil, nil))
    }

    /// Takes the form and leads to the page of the private link.
    @Sendable
    func file(_ request: Request) async throws -> Response {
        let place = try await place(request)
        let form = try request.form()
        do {
            guard let id = form["id"].flatMap({ ID($0) }), let key = form["follow"],
                (20...100).contains(key.utf8.count)
            else { throw wrong("kind", "页面已过期，请刷新", "reload the page") }
            let draft = try draft(form, id: id)
            let photos = try await form.photos("photo")
            let answer = try await IssueFiling(desk: desk).file(
                request, draft, photos, in: place.project, followKey: key)
            guard answer.status < 400 else { return answer }
            return .redirect(to: "/p/\(place.project)/issues/\(id)?key=\(key)")
        } catch let problem as Problem where problem.status == 422 {
            return .html(422, reportPage(place, form, problem))
        }
    }

    private func draft(_ form: Form, id: ID) throws -> IssueDraft {
        // What is too long is told at its field: nothing that somebody wrote is cut off unseen.
        func text(_ name: String, _ limit: Int) throws -> String? {
            guard let text = form[name], !text.isEmpty else { return nil }
            guard text.unicodeScalars.count <= limit else {
                throw wrong(name, "最多 \(limit) 个字", "at most \(limit) characters")
            }
            return text
        }
        guard let kind = try text("kind", 60) else { throw wrong("kind", "请选择类别", "choose a kind") }
        guard let where_ = try text("place", 100) else {
            throw wrong("place", "请填写楼栋或位置", "name the building")
        }
        guard let description = try text("description", 2000) else {
            throw wrong("description", "请写明是什么问题", "say what is wrong")
        }
        let phone = try text("contact_phone", 30)
        if let phone, !ReportPages.isPhone(phone) {
            throw wrong(
                "contact_phone", "应为手机或固定电话号码，如 13800000000 或 0577-88000000",
                "must be a number of a mobile or a fixed telephone")
        }
        return IssueDraft(
            id: id, kind: kind, place: where_, description: description,
            contactName: try text("contact_name", 60), contactPhone: phone)
    }

    /// Seven to fifteen digits, with what people put among them.
    private static func isPhone(_ text: String) -> Bool {
        let digits = text.filter { ("0"..."9").contains($0) }
        return (7...15).contains(digits.count)
            && text.allSatisfy { ("0"..."9").contains($0) || "+-() （）转".contains($0) }
    }

    private func wrong(_ field: String, _ zh: String, _ en: String) -> Problem {
        Problem(
            422, "form_invalid", Words("请更正后再提交", "Correct it and send again"),
            errors: [FieldError("/" + field, "invalid", Words(zh, en))])
    }

    private func place(_ request: Request) async throws -> Place {
        let project = try request.require("project")
        let rows = try await desk.readPublic([
            "select name, community, place, edition from pub.reportable_project where project_id = \(project)",
            "select name from pub.project where project_id = \(project)",
        ])
        guard let row = rows[0].first else {
            throw rows[1].first == nil ? Problems.notFound : ReportPages.takesNoMore
        }
        let policy = try desk.shelf.policy(
            edition: try row.text("edition"), place: try row.text("place"), on: desk.clock.now.day)
        return Place(
            project: project, name: try row.text("name"), community: try row.text("community"),
            policy: try OversightPolicy(policy))
    }

    /// What somebody is told who comes to report when the project is closed.
    private static let takesNoMore = Problem(
        410, "project_takes_no_more_reports",
        Words("项目已经销号，不再在这里受理报告", "The project is closed and takes no more reports here"),
        Words("保修期内的问题，请向社区或物业反映。", "While the warranty runs, tell the community or the property manager."))

    private func reportPage(_ place: Place, _ sent: Form?, _ problem: Problem?) -> HTML {
        let kinds = place.policy.kinds.map { (value: $0.id, text: $0.words.zh) }
        let fields = [
            Field("kind", "什么问题", .choice(kinds)),
            Field("place", "在哪里", hint: "写到楼栋或公共位置，如：3 幢东侧。不要写门牌号。"),
            Field("description", "具体情况", .lines(rows: 4)),
            Field(
                "photo", "照片", .file(accept: "image/jpeg,image/png", camera: true, many: true),
                hint: "可传多张，JPEG 或 PNG，每张不超过 20 MiB。拍摄地点等信息会自动去掉。", required: false),
            Field("contact_phone", "联系电话", .phone, hint: "只有社区和街道的受理人员能看到", required: false),
            Field("contact_name", "称呼", required: false),
        ]
        return frame("报告问题 · \(place.community)") {
            el("h1") { "报告施工问题" }
            el("p") { "\(place.community)（\(place.name)）。不需要登录。" }
            el("p", ["class": "notice waiting"]) { "有人受伤、燃气泄漏或其他紧急危险，请先拨打 119、110 或 120。" }
            if let problem { notice(problem) }
            form(to: "/p/\(place.project)/issues", token: nil, files: true, submit: "提交") {
                el(
                    "input",
                    [
                        "type": "hidden", "name": "id",
                        "value": sent?["id"] ?? "\(Identity.make(at: desk.clock.now))",
                    ])
                el(
                    "input",
                    [
                        "type": "hidden", "name": "follow",
                        "value": sent?["follow"] ?? Base32.text(Chance.bytes(20)),
                    ])
                for field in fields { field.after(sent, problem).html }
            }
        }
    }

    // MARK: Following up

    /// How an issue stands, for the holder of its private link.
    @Sendable
    func follow(_ request: Request) async throws -> Response {
        .html(200, try await followPage(request, key: request.query["key"] ?? "", problem: nil))
    }

    @Sendable
    func verify(_ request: Request) async throws -> Response {
        let form = try request.form()
        return try await after(request, form) { key, nonce in
            try await IssueActions(desk: desk).verify(request, key: key, form: nonce)
        }
    }

    @Sendable
    func reopen(_ request: Request) async throws -> Response {
        let form = try request.form()
        return try await after(request, form) { key, nonce in
            guard let reason = form["reason"], !reason.isEmpty else {
                throw wrong("reason", "请写明还有什么没有解决", "say what is not solved")
            }
            return try await IssueActions(desk: desk).reopen(
                request, reason: String(reason.prefix(500)), key: key, form: nonce)
        }
    }

    @Sendable
    func photo(_ request: Request) async throws -> Response {
        try await IssueReads(desk: desk).photo(request, key: Digest.sha256((request.query["key"] ?? "").utf8))
    }

    private func after(
        _ request: Request, _ form: Form, _ act: (String, String) async throws -> Response
    ) async throws -> Response {
        let project = try request.require("project")
        let issue = try request.require("issue")
        guard let key = form["key"], let nonce = form["nonce"], ID(nonce) != nil else {
            throw Problems.notFound
        }
        do {
            _ = try await act(key, "follow-\(nonce)")
            return .redirect(to: "/p/\(project)/issues/\(issue)?key=\(key)")
        } catch let problem as Problem where problem.status == 422 {
            return .html(422, try await followPage(request, key: key, problem: problem))
        }
    }

    private func followPage(_ request: Request, key: String, problem: Problem?) async throws -> HTML {
        let project = try request.require("project")
        let issue = try request.require("issue")
        let hash = Digest.sha256(key.utf8)
        let (_, rows) = try await desk.read(
            request,
            [
                """
                select issue.kind, issue.place, issue.description, issue.state, issue.severity, issue.filed_on,
                    issue.fix_note, issue.rejection_reason, organisation.name as assignee,
                    app.danger_word(issue.edition, issue.place || ' ' || issue.description) is not null as danger,
                    (
                        select coalesce(max(due_on)::text, max(case when due_on is null then
                            \(DueDay.uncomputed.zh) end))
                        from app.clock
                        where clock.district = issue.district and subject_kind = 'issue'
                            and subject_id = issue.issue_id and clock.state in ('running', 'uncomputed')
                            and clock.met_on is null
                    ) as due_on
                from app.issue
                left join auth.organisation on organisation_id = issue.assignee_organisation_id
                where issue.district = auth.district() and issue.issue_id = \(issue)
                    and issue.project_id = \(project) and issue.follow_key_hash = \(hash)
                """,
                """
                select encode(sha256, 'hex') as sha256, moment from app.issue_photo
                where district = auth.district() and issue_id = \(issue) order by moment desc, sha256
                """,
            ])
        guard let row = rows[0].first, let state = IssueState(rawValue: try row.text("state")) else {
            throw Problems.notFound
        }
        let place = try await place(request)
        let base = "/p/\(project)/issues/\(issue)"
        var facts: [(String, String)] = [
            ("类别", place.policy.kind(try row.text("kind"))?.words.zh ?? ""), ("位置", try row.text("place")),
            ("情况", try row.text("description")), ("报告日期", "\(try row.day("filed_on"))"),
        ]
        if let severity = try row.optionalText("severity").flatMap({ place.policy.severity($0) }) {
            facts.append(("等级", severity.words.zh))
        }
        if let bureau = place.policy.kind(try row.text("kind"))?.bureauWords {
            facts.append(("抄送", bureau.zh))
        }
        if let unit = try row.optionalText("assignee") { facts.append(("责任单位", unit)) }
        if let due = try row.optionalText("due_on") { facts.append(("应办结", due)) }
        if let note = try row.optionalText("fix_note") { facts.append(("整改说明", note)) }
        if let reason = try row.optionalText("rejection_reason") { facts.append(("不予受理原因", reason)) }
        let isDanger = try row.bool("danger")
        let photos = try rows[1].map {
            (digest: try $0.text("sha256"), after: try $0.text("moment") == "after")
        }
        return frame("我报告的问题") {
            el("h1") { "我报告的问题" }
            if let problem { notice(problem) }
            el("p") { badge(state.words.zh, standing(state)) }
            if isDanger { el("p") { "您写明了险情，未经区旧改办核实不会降为一般问题。" } }
            el("dl") {
                for (name, value) in facts {
                    el("dt") { name }
                    el("dd") { value }
                }
            }
            for photo in photos {
                el("p") {
                    link(
                        photo.after ? "查看整改后的照片" : "查看报告时的照片", to: "\(base)/photos/\(photo.digest)?key=\(key)"
                    )
                }
            }
            if state == .fixClaimed { verifyForm(base, key) }
            if state.next.contains(.reopened) { reopenForm(base, key, problem) }
            el("p", ["class": "hint"]) { "请收藏本页：只有这个链接能查看和确认，遗失后无法补发。" }
        }
    }

    private func verifyForm(_ base: String, _ key: String) -> HTML {
        form(to: base + "/verify", token: nil, submit: "已经改好，确认") { hidden(key) }
    }

    private func reopenForm(_ base: String, _ key: String, _ problem: Problem?) -> HTML {
        form(to: base + "/reopen", token: nil, submit: "没有解决，要求重办") {
            hidden(key)
            Field("reason", "还有什么没有解决", .lines(rows: 2)).after(nil, problem).html
        }
    }

    private func hidden(_ key: String) -> HTML {
        HTML([
            el("input", ["type": "hidden", "name": "key", "value": key]),
            el(
                "input", ["type": "hidden", "name": "nonce", "value": "\(Identity.make(at: desk.clock.now))"]),
        ])
    }

    private func standing(_ state: IssueState) -> Standing {
        switch state {
        case .verified, .closed: .done
        case .rejected: .blocked
        case .duplicate: .plain
        default: .waiting
        }
    }

    private func notice(_ problem: Problem) -> HTML {
        el("div", ["class": "notice blocked", "role": "alert"]) {
            if problem.refusals.isEmpty {
                el("p") { problem.title.zh }
            } else {
                refusalList(problem.refusals)
            }
        }
    }

    private func frame(_ title: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
        let inner = content()
        return HTML.document(title: title) {
            el("header", ["class": "site"]) { link("验收", to: "/") }
            el("main", ["id": "main"]) { inner }
        }
    }
}
