import Actions
import PQ
import Policy
import Projects
import Values
import Web

/// The pages of the front: the gates of a project for its officers, its publicity for everybody (前期页面).
struct FrontPages: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/projects/{project}/gates", operation: "page.gates",
                summary: Words("前期关口页", "The gates of a project"), access: .signedIn, tags: ["pages"],
                handle: gates),
            Route(
                .get, "/p/{project}/publicity", operation: "page.publicity",
                summary: Words("公示页", "What is posted, for everybody"), access: .anyone, tags: ["pages"],
                handle: publicity),
        ]
    }

    @Sendable
    private func gates(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                FrontStore.facts(project),
                "select name from app.project where district = auth.district() and project_id = \(project)",
                PaperReads.list(project),
            ])
        guard let row = rows[0].first, let name = try rows[1].first?.text("name") else {
            throw Problems.notFound
        }
        let facts = try row.decode(FrontFacts.self, "facts")
        let today = desk.clock.now.day
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        let shown = try FrontRules.gates(facts, today: today, under: policy).map {
            $0.explained(under: policy)
        }
        let papers = try papers(rows[2], of: project, under: policy)
        return .html(
            200,
            HTML.document(title: "关口 · \(name)") {
                el("header", ["class": "site"]) { link("工作台", to: "/worklist") }
                el("main", ["id": "main"]) {
                    el("h1") { name }
                    el("p") { badge(facts.state.words.zh, .waiting) }
                    if !policy.binding {
                        el("p", ["class": "hint"]) { "本地规则是征求意见稿，以下各关口没有约束力。" }
                    }
                    HTML(shown.map(section))
                    papers
                }
            })
    }

    private func section(_ shown: FrontGate) -> HTML {
        let words = ["passed": "已通过", "imported": "补录", "now": "正在办理", "ahead": "以后"]
        let rows = shown.gate.requirements.map { item in
            [
                HTML(item.words.zh), FrontPages.state(item.state),
                HTML(
                    (item.evidence + (item.refusal?.missing ?? [])).map(\.zh).joined(separator: "；")),
                HTML(item.refusal?.liftedBy.map(\.words.zh).joined(separator: "、") ?? "—"),
                item.because.isEmpty ? HTML("—") : reasonTree(item.because),
            ]
        }
        return el("section") {
            el("h2") { "\(shown.gate.id) \(shown.gate.words.zh)（\(words[shown.standing.rawValue] ?? "")）" }
            table(shown.gate.words.zh, ["要求", "情况", "已有和所缺", "由谁办", "依据"], rows: rows)
        }
    }

    /// The papers that are recorded, each with a link to its bytes where they are kept.
    private func papers(_ rows: Rows, of project: ID, under policy: Policy) throws -> HTML {
        var titles = [String: String]()
        if policy.has("paper.recorders") {
            for record in try policy.records("paper.recorders").value {
                titles[record.id] = try record.text("zh")
            }
        }
        let lines = try rows.map { row in
            let id = try row.id("id")
            return [
                HTML(titles[try row.text("kind")] ?? "其他材料"), HTML(try row.text("title")),
                HTML(try row.optionalText("number") ?? "—"), HTML("\(try row.day("dated"))"),
                try row.isNull("media_type")
                    ? HTML("没有存原件") : link("打开原件", to: "/projects/\(project)/papers/\(id)"),
            ]
        }
        return el("section", ["id": "papers"]) {
            el("h2") { "已登记的材料" }
            lines.isEmpty
                ? el("p") { "还没有登记材料。" }
                : table("材料", ["种类", "名称", "文号", "日期", "原件"], rows: lines)
        }
    }

    private static func state(_ state: Gate.Requirement.State) -> HTML {
        switch state {
        case .met: badge("已有", .done)
        case .missing: badge("所缺", .waiting)
        case .blocked: badge("受阻", .blocked)
        case .imported: badge("补录，未在本系统办理", .plain)
        case .excepted: badge("已批准例外", .plain)
        case .notApplicable: badge("不涉及", .plain)
        }
    }

    @Sendable
    private func publicity(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let rows = try await desk.readPublic([
            "select name, place from pub.project_place where project_id = \(project)",
            "select * from pub.posting where project_id = \(project) order by posted_on desc",
            "select * from pub.gate_exception where project_id = \(project) order by asked_on",
            "select * from pub.imported_evidence where project_id = \(project) order by requirement",
        ])
        guard let card = rows[0].first else { throw Problems.notFound }
        let name = try card.text("name")
        let titles = try attachments(try card.text("place"))
        let postings = try rows[1].map { row in
            [
                HTML(try row.text("place")), HTML("\(try row.day("posted_on"))"),
                HTML(try row.optionalDay("last_day")?.description ?? "—"),
                HTML(try row.texts("attachments").map { titles[$0] ?? $0 }.joined(separator: "、")),
                HTML(
                    (try row.optionalDay("taken_down_on").map { "\($0) 撤下：" } ?? "张贴中")
                        + (try row.optionalText("taken_down_for") ?? "")),
            ]
        }
        let exceptions = try rows[2].map { row in
            [
                HTML(try row.text("requirement")), HTML(try row.text("reason")),
                HTML("\(try row.text("document_title"))（\(try row.text("document_number"))）"),
                HTML(FrontPages.decided[try row.text("state")] ?? ""),
                HTML(try row.optionalText("decision_number") ?? "—"),
            ]
        }
        let imported = try rows[3].map { row in
            [
                HTML(try row.text("requirement")), HTML(try row.text("title")), HTML(try row.text("number")),
                HTML("\(try row.day("dated"))"),
            ]
        }
        let objections = try rows[1].first.map {
            "异议 \(try $0.int("objections")) 项，未办结 \(try $0.int("open_objections")) 项。"
        }
        return .html(
            200,
            HTML.document(title: name + " · 方案公示") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { name + " · 方案公示" }
                    postings.isEmpty
                        ? el("p") { "还没有登记的公示。" }
                        : table("公示", ["地点", "张贴日期", "公示至", "材料", "情况"], rows: postings)
                    if let objections { el("p") { objections } }
                    if !exceptions.isEmpty {
                        table("原则上不允许而批准的例外", ["要求", "理由", "依据材料", "决定", "文号"], rows: exceptions)
                    }
                    if !imported.isEmpty {
                        table("补录的材料（没有在本系统办理）", ["要求", "材料", "文号", "日期"], rows: imported)
                    }
                    el("p") { link("项目公示页", to: "/p/\(project)") }
                }
            })
    }

    private static let decided = ["approved": "批准", "refused": "不批准", "revoked": "已撤销"]

    private func attachments(_ place: String) throws -> [String: String] {
        let policy = try desk.shelf.policy(place: place, on: desk.clock.now.day)
        guard policy.has("publicity.attachments") else { return [:] }
        var titles = [String: String]()
        for record in try policy.records("publicity.attachments").value {
            titles[record.id] = try record.text("zh")
        }
        return titles
    }
}
