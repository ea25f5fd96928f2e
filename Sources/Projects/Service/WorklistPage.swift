import Actions
import PQ
import Projects
import Values
import Web

/// The worklist of street and district (工作台), as a page and for programs.
struct WorklistPage: Sendable {
    let desk: Desk
    let turns: Turns

    var routes: [Route] {
        let officers = Access.roles(StartPage.officers)
        return [
            Route(
                .get, "/worklist", operation: "page.worklist",
                summary: Words("工作台", "The officers' worklist"),
                access: .signedIn, tags: ["pages"], handle: show),
            Route(
                .get, "/v1/worklist", operation: "worklist.read",
                summary: Words(
                    "待办、受阻和逾期的事项", "What waits, what is blocked and by which clause, what is overdue"),
                access: officers, tags: ["projects"], answers: [200: ProjectAnswers.worklist],
                handle: desk.keeping(.district, read)),
        ]
    }

    @Sendable
    private func read(_ request: Request) async throws -> Response {
        .json(200, try await worklist(request).json)
    }

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        let list = try await worklist(request)
        // Whoever is no officer has a page of his own.
        guard StartPage.officers.contains(list.actor.role) else { return .redirect(to: "/start") }
        return .html(200, WorklistPage.page(list))
    }

    private func worklist(_ request: Request) async throws -> Worklist {
        let (actor, rows, standings) = try await turns.read(
            request, Worklist.statements(desk.clock.now.day))
        return try Worklist(actor, rows, standings, desk)
    }

    private static func page(_ list: Worklist) -> HTML {
        HTML.document(title: "工作台 · 验收") {
            el("header", ["class": "site"]) {
                link("验收", to: "/")
                link("工作台", to: "/worklist")
                link("规则问答", to: "/policy")
                if list.actor.role == .renovationOffice { link("作业台", to: "/jobs") }
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("h1") { "工作台" }
                el("p", ["class": "hint"]) {
                    "\(list.actor.name)（\(list.actor.role.words.zh)）· 截至 \(list.today)"
                }
                for warning in list.warnings {
                    el("p", ["class": "alert", "role": "note"]) { warning.words.zh }
                }
                summary(list)
                overdue(list)
                blocked(list)
                section("waiting", "等我办理", items(list.own, "没有等您办理的事项。", showsWho: false))
                running(list)
                section("elsewhere", "等他人办理", items(list.elsewhere, "没有等他人办理的事项。", showsWho: true))
                projects(list)
                if list.actor.role == .constructionUnit {
                    el("p") { el("a", ["class": "button", "href": SchemeImportPage.path]) { "导入方案" } }
                }
            }
        }
    }

    /// The four counts, each leading to its part of the page.
    private static func summary(_ list: Worklist) -> HTML {
        let counts: [(String, String, Int, Standing)] = [
            ("逾期", "#overdue", list.overdue.count, .blocked), ("受阻", "#blocked", list.stops.count, .blocked),
            ("等我办理", "#waiting", list.own.count, .waiting), ("期限内", "#running", list.running.count, .plain),
            ("等他人办理", "#elsewhere", list.elsewhere.count, .plain),
            ("项目", "#projects", list.projects.count, .plain),
        ]
        return el("ul", ["class": "counts"]) {
            for (name, place, count, standing) in counts {
                el("li") {
                    el("a", ["href": place]) { badge("\(name) \(count)", count == 0 ? .plain : standing) }
                }
            }
        }
    }

    private static func overdue(_ list: Worklist) -> HTML {
        guard !list.overdue.isEmpty else { return section("overdue", "逾期", el("p") { "没有逾期的事项。" }) }
        let rows = list.overdue.map { item in
            [
                project(item.project, item.projectName),
                link(item.title.zh, to: page(item.path, in: item.project)), due(item.due),
                badge("逾期 \(item.daysOver) 天", .blocked), HTML(item.turnTitle), source(item),
            ]
        }
        return section(
            "overdue", "逾期", table("已过期限、还没有办结", ["项目", "事项", "到期日", "情况", "办理方", "依据"], rows: rows))
    }

    private static func running(_ list: Worklist) -> HTML {
        guard !list.running.isEmpty else { return section("running", "期限内", el("p") { "没有在计的时限。" }) }
        let rows = list.running.map { item in
            [
                project(item.project, item.projectName),
                link(item.title.zh, to: page(item.path, in: item.project)), due(item.due),
                HTML(item.due == nil ? "—" : item.daysOver == 0 ? "今天到期" : "还有 \(-item.daysOver) 天"),
                HTML(item.turnTitle), source(item),
            ]
        }
        return section(
            "running", "期限内", table("正在计时", ["项目", "事项", "到期日", "情况", "办理方", "依据"], rows: rows))
    }

    private static func blocked(_ list: Worklist) -> HTML {
        guard !list.blocks.isEmpty else { return section("blocked", "受阻", el("p") { "没有受阻的事项。" }) }
        return section(
            "blocked", "受阻",
            HTML(
                list.stops.map { blocks in
                    el("div", ["class": "block"]) {
                        el("h3") {
                            project(blocks[0].project, blocks[0].projectName)
                            " · \(blocks[0].words.zh)"
                        }
                        el("p", ["class": "hint"]) {
                            "起因：\(blocks[0].cause.zh)"
                            // The database stamps blocks by its own clock, which a demonstration's runs behind.
                            if let since = blocks[0].since, since <= list.today { " · 自 \(since)" }
                        }
                        refusalList(blocks.map(\.refusal))
                    }
                }))
    }

    private static func items(_ items: [Worklist.Item], _ none: String, showsWho: Bool) -> HTML {
        guard !items.isEmpty else { return el("p") { none } }
        let rows = items.map { item in
            var row = [project(item.project, item.projectName), title(item)]
            if showsWho {
                row.append(
                    HTML(
                        [Worklist.role(item.role).zh, item.organisation].compactMap { $0 }.joined(
                            separator: " · ")))
            }
            row.append(item.due.map(day) ?? HTML("—"))
            return row
        }
        return table(
            showsWho ? "在他人手上的事项" : "需要您办理的事项", ["项目", "事项"] + (showsWho ? ["办理方"] : []) + ["期限"], rows: rows)
    }

    private static func projects(_ list: Worklist) -> HTML {
        guard !list.projects.isEmpty else { return section("projects", "项目进展", el("p") { "还没有项目。" }) }
        let rows = list.projects.map { item in
            [
                project(item.id, item.name), HTML(item.community),
                HTML([
                    badge(ProjectPages.state(item.state), .plain),
                    item.state < ProjectState.accepted.rawValue
                        ? .empty : HTML([" ", link("收尾", to: "/projects/\(item.id)/closing")]),
                ]),
                item.blocks == 0 ? HTML("—") : badge("受阻 \(item.blocks)", .blocked),
                item.late == 0 ? HTML("—") : badge("逾期 \(item.late)", .blocked),
            ]
        }
        return section(
            "projects", "项目进展",
            HTML([
                el("p") { list.states.map { "\($0.state.words.zh) \($0.count)" }.joined(separator: " · ") },
                table("全部项目", ["项目", "小区", "阶段", "受阻", "逾期"], rows: rows),
            ]))
    }

    private static func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
        el("section", ["id": id]) {
            el("h2") { title }
            content
        }
    }

    private static func due(_ day: BusinessDay?) -> HTML { day.map(self.day) ?? HTML(DueDay.uncomputed.zh) }

    private static func day(_ day: BusinessDay) -> HTML { el("time") { "\(day)" } }

    private static func project(_ id: ID, _ name: String) -> HTML { link(name, to: "/do/projects/\(id)") }

    /// The step as a link to the page where it is done.
    static func title(_ item: Worklist.Item) -> HTML {
        switch item.kind {
        case "acceptance_opinion": link(item.title.zh, to: "/acceptance-rounds/\(item.subject)")
        case "log_of_today": link(item.title.zh, to: "/projects/\(item.project)/log")
        case "handover" where item.role == Role.utility.rawValue:
            link(item.title.zh, to: "/h/\(item.subject)")
        default: link(item.title.zh, to: page(item.path, in: item.project))
        }
    }

    /// The page for an address of the API; the project goes along where the address does not name it.
    static func page(_ path: String, in project: ID) -> String {
        let page = "/do" + path.dropFirst("/v1".count)
        return path.hasPrefix("/v1/projects/") ? page : page + "?project=\(project)"
    }

    private static func source(_ item: Worklist.Deadline) -> HTML {
        item.because.isEmpty ? HTML(item.rule) : reasonTree(item.because)
    }
}
