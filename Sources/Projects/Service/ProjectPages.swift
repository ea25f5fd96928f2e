package import Actions
import PQ
import Projects
import Values
package import Web

/// The pages of projects (项目页面): what everybody may see of them.
package struct ProjectPages: Sendable {
    let desk: Desk
    let turns: Turns

    /// `turns` says whose step it is in each project; without them those before the works alone.
    package init(desk: Desk, turns: Turns? = nil) {
        self.desk = desk
        self.turns = turns ?? Turns(desk, ProjectsRoutes.turns(desk))
    }

    package var routes: [Route] {
        [
            Route(
                .get, "/", operation: "page.home", summary: Words("公开项目", "Public projects"), access: .anyone,
                tags: ["pages"], handle: home),
            Route(
                .get, "/p/{project}", operation: "page.project",
                summary: Words("项目公示页", "A project's public page"), access: .anyone, tags: ["pages"],
                handle: desk.keepingPublic(publicPage)),
        ] + WorklistPage(desk: desk, turns: turns).routes + StartPage(desk: desk, turns: turns).routes
    }

    @Sendable
    func home(_ request: Request) async throws -> Response {
        let rows = try await desk.readPublic([
            "select project_id, name, community, state from pub.project order by project_id limit 200"
        ])[0]
        let lines = try rows.map { row in
            [
                link(try row.text("name"), to: "/p/\(try row.id("project_id"))"),
                HTML(try row.text("community")),
                badge(ProjectPages.state(try row.text("state")), .plain),
            ]
        }
        return .html(
            200,
            HTML.document(title: "验收 · 老旧小区改造") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { "老旧小区改造 · 公开项目" }
                    if lines.isEmpty { el("p") { "还没有公开的项目。" } }
                    table("项目", ["项目", "小区", "进展"], rows: lines)
                    el("p") { link("工作台（须登录）", to: "/start") }
                }
            })
    }

    /// One page for everybody: scheme, money, progress, changes, issues, acceptance, handover, proof.
    @Sendable
    func publicPage(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let rows = try await desk.readPublic(PublicProject.statements(project, today: desk.clock.now.day))
        guard let card = rows[0].first else { throw Problems.notFound }
        let shown = PublicProject(rows)
        let name = try card.text("name")
        let state = try card.text("state")
        let sections = try [
            summary(card), shown.scheme(), shown.progress(), shown.changes(), shown.issues(project),
            shown.acceptance(), shown.handover(), shown.closing(project), shown.events(),
        ]
        return .html(
            200,
            HTML.document(title: name + " · 公示") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { name }
                    el("p") { badge(ProjectPages.state(state), .waiting) }
                    // A closed project takes no more reports.
                    if state != ProjectState.closed.rawValue {
                        el("p") {
                            el("a", ["class": "button", "href": "/p/\(project)/report"]) { "发现问题？一分钟上报" }
                        }
                    }
                    HTML(sections)
                    el("footer") { el("p") { link("全部公开项目", to: "/") } }
                }
            })
    }

    private func summary(_ card: Row) throws -> HTML {
        let required = try card.optionalFen("required_fen") ?? .zero
        let paid = try card.fen("paid_fen")
        let facts: [(String, String)] = [
            ("小区", try card.text("community")),
            ("规模", "\(try card.int("households")) 户，产权面积 \(try card.area("area_hundredths")) ㎡"),
            ("建设单位", try card.text("construction_unit")),
            ("项目代码", try card.optionalText("project_code") ?? "—"),
            ("开工日期", try card.optionalDay("works_began_on")?.description ?? "—"),
            ("总投资", (try card.optionalFen("total_fen") ?? .zero).forPeople + " 元"),
            ("居民自筹", (try card.optionalFen("resident_fen") ?? .zero).forPeople + " 元"),
            ("财政补助", (try card.optionalFen("subsidy_fen") ?? .zero).forPeople + " 元"),
            ("资金到位", "\(paid.forPeople) / \(required.forPeople) 元"),
        ]
        return el("section") {
            el("h2") { "项目概况" }
            el("dl", ["class": "facts"]) {
                for (term, value) in facts {
                    el("dt") { term }
                    el("dd") { value }
                }
            }
        }
    }

    static func state(_ code: String) -> String {
        ProjectState(rawValue: code)?.words.zh ?? code
    }
}
