import Actions
import Delivery
import PQ
import Policy
import Values
import Web

/// The page of who takes part in a project (参建单位): mode, units, roles, days, and conflicts.
struct DeliveryPages: Sendable {
    let desk: Desk

    static let path = "/projects/{project}/parties"

    var routes: [Route] {
        [
            Route(
                .get, DeliveryPages.path, operation: "page.parties",
                summary: Words("建设模式与参建单位页", "The delivery mode and who takes part"), access: .signedIn,
                tags: ["pages"], handle: show)
        ]
    }

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                """
                select project.name, project.place, project.edition, delivery_mode.mode from app.project
                left join app.delivery_mode using (district, project_id)
                where project.district = auth.district() and project.project_id = \(project)
                """,
                """
                select organisation, credit_code, role, valid_from, valid_to, jsonb_array_length(conflicts) as held
                from app.engagement_card where district = auth.district() and project_id = \(project)
                order by valid_from, role, organisation
                """,
            ])
        guard let card = rows[0].first else { throw Problems.notFound }
        let name = try card.text("name")
        let policy = try desk.shelf.policy(
            edition: card.text("edition"), place: card.text("place"), on: desk.clock.now.day)
        let chosen = try card.optionalText("mode")
        let mode = try policy.records("delivery.modes").value.first { $0.id == chosen }?.words().zh ?? "尚未选定"
        let lines = try rows[1].map { row in
            let role = try row.text("role")
            let held = try row.int("held") > 0
            return [
                HTML(Role(rawValue: role)?.words.zh ?? "其他单位"), HTML(try row.text("organisation")),
                HTML(try row.text("credit_code")), HTML("\(try row.day("valid_from"))"),
                HTML(try row.optionalDay("valid_to")?.description ?? "—"),
                held ? badge("利害关系未解除，付款和验收证书受阻", .blocked) : badge("无冲突", .done),
            ]
        }
        return .html(
            200,
            HTML.document(title: name + " · 参建单位") {
                el("main") {
                    el("h1") { name + " · 参建单位" }
                    el("p") { "建设模式：" + mode }
                    table("参建单位", ["角色", "单位", "统一社会信用代码", "自", "至", "利害关系"], rows: lines)
                }
            })
    }
}
