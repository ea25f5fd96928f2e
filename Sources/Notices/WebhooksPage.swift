import Actions
import Ledger
import PQ
import Values
import Web

/// How a unit's webhooks stand (推送台): what was brought, what waits, what nobody took, and the last ones of each.
struct WebhooksPage: Sendable {
    let desk: Desk

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let (actor, rows) = try await desk.read(
            request,
            [
                "select * from app.own_webhooks() order by id",
                """
                select own.id as webhook, past.type, past.state, past.made_at, past.tries, past.reason
                from app.own_webhooks() own cross join lateral app.own_deliveries(own.id, null, 20) past
                order by past.made_at desc limit 100
                """,
            ])
        let standing = try WebhooksPage.standing(rows[0])
        let deliveries = try WebhooksPage.deliveries(rows[1])
        let page = HTML.document(title: "推送台 · 验收", refresh: 60) {
            el("header", ["class": "site"]) {
                link("工作台", to: "/worklist")
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("h1") { "推送台" }
                el("p", ["class": "hint"]) {
                    "\(actor.name)（\(actor.role.words.zh)）· 本单位登记的接收程序，按发生次序收到可见事件的通知。"
                        + "没有收下的，一天内重试九次，仍不行的等人处理。登记、换密钥、终止和重新推送由接收程序通过接口办理。"
                }
                standing
                deliveries
            }
        }
        return .html(200, page)
    }

    private static func standing(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row -> [HTML] in
            let dead = try row.int("dead")
            let state =
                try row.bool("ended")
                ? badge("已终止", .plain) : dead > 0 ? badge("有未送达", .blocked) : badge("正常", .done)
            return [
                HTML(try row.text("url")), state, HTML("\(try row.int("sent"))"),
                HTML("\(try row.int("waiting"))"), HTML("\(dead)"),
                HTML(try row.optionalText("last_reason") ?? "—"),
            ]
        }
        return el("section", ["id": "webhooks"]) {
            el("h2") { "推送订阅" }
            lines.isEmpty
                ? el("p") { "没有登记推送订阅。" }
                : table("本单位登记的接收程序", ["地址", "情况", "已送达", "待推送", "未送达", "最近一次原因"], rows: lines)
        }
    }

    private static func deliveries(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row in
            [
                HTML(EventWords.title(of: try row.text("type"))), badge(words(try row.text("state")), .plain),
                HTML("\(try row.int("tries"))"), HTML("\(try row.instant("made_at").day)"),
                HTML(try row.optionalText("reason") ?? "—"),
            ]
        }
        guard !lines.isEmpty else { return .empty }
        return el("section", ["id": "deliveries"]) {
            el("h2") { "最近的推送" }
            table("最近的推送，新的在前", ["事件", "情况", "试送次数", "日期", "原因"], rows: lines)
        }
    }

    private static func words(_ state: String) -> String {
        switch state {
        case "sent": "已送达"
        case "dead": "未送达"
        case "ended": "已终止"
        default: "待推送"
        }
    }
}
