import Actions
import ChangeOrders
import PQ
import Values
import Web

/// The page of a project's change orders (工程变更): refused in principle, and what came of each.
struct ChangeOrderPages: Sendable {
    let desk: Desk

    static let path = "/projects/{project}/change-orders"

    var routes: [Route] {
        [
            Route(
                .get, ChangeOrderPages.path, operation: "page.change_orders",
                summary: Words("工程变更页", "Change orders"), access: .signedIn, tags: ["pages"], handle: show)
        ]
    }

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                "select name, place from app.project where district = auth.district() and project_id = \(project)",
                """
                select change_order_id, number, title, applicant_organisation, state, cost_fen, days, submitted_on
                from app.change_order_card where district = auth.district() and project_id = \(project)
                order by created_at, number
                """,
            ])
        guard let found = rows[0].first else { throw Problems.notFound }
        let name = try found.text("name")
        let principle = desk.shelf.citation("change.allowed_in_principle", for: try found.text("place"))
        let lines = try rows[1].map { try line($0) }
        return .html(
            200,
            HTML.document(title: name + " · 工程变更") {
                el("main") {
                    el("h1") { name + " · 工程变更" }
                    el("p") { "原则上不允许工程变更；确有列明事由的，按例外程序报街道和区旧改办批准。" }
                    if let principle {
                        el("p") {
                            "依据：\(principle.rule) · \(principle.document) \(principle.clause)"
                            if !principle.quote.isEmpty { el("q") { principle.quote } }
                        }
                    }
                    if lines.isEmpty { el("p") { "没有工程变更。" } }
                    el("p") { link("起草、办理工程变更", to: "/do/projects/\(project)/change-orders") }
                    table(
                        "工程变更", ["编号", "内容", "申请单位", "状态", "造价增减（元）", "工期（天）", "提交日期"], rows: lines)
                }
            })
    }

    private func line(_ row: Row) throws -> [HTML] {
        let code = try row.text("state")
        let state = ChangeOrderState(rawValue: code)
        let standing: Standing =
            switch code {
            case "blocked", "rejected": .blocked
            case "approved", "implemented", "closed": .done
            case "draft", "withdrawn", "expired": .plain
            default: .waiting
            }
        return [
            link(try row.text("number"), to: "/do/change-orders/\(try row.id("change_order_id"))"),
            HTML(try row.text("title")),
            HTML(try row.text("applicant_organisation")),
            badge(state?.words.zh ?? code, standing), HTML(try row.fen("cost_fen").forPeople),
            HTML("\(try row.int("days"))"), HTML(try row.optionalDay("submitted_on")?.description ?? "—"),
        ]
    }
}
