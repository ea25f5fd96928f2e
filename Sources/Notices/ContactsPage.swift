import Actions
import Ledger
import PQ
import Values
import Web

/// Where one may be reached, and what was sent there (联系方式页): each with the form of what can be done to it.
struct ContactsPage: Sendable {
    let desk: Desk

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let (actor, rows) = try await desk.read(
            request,
            [
                "select * from app.own_contacts()", "select * from app.channels()",
                "select * from app.own_messages(null, 50)",
            ])
        let contacts = try ContactsPage.contacts(rows[0])
        let channels = try ContactsPage.channels(rows[1])
        let messages = try ContactsPage.messages(rows[2])
        let page = HTML.document(title: "联系方式 · 验收") {
            el("header", ["class": "site"]) {
                link("首页", to: "/start")
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("h1") { "联系方式与消息" }
                el("p", ["class": "hint"]) {
                    "\(actor.name)（\(actor.role.words.zh)）· 站内待办是依据，不能关闭；电子邮件、短信和微信只是提醒。"
                        + "地址经验证码确认后才会收到别的消息。"
                }
                contacts
                channels
                messages
            }
        }
        return .html(200, page)
    }

    private static func name(_ channel: String) -> String { ChannelKind(rawValue: channel)?.words.zh ?? "其他" }

    private static func contacts(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row -> [HTML] in
            let path = "/do/me/contacts/\(try row.id("id"))"
            let isVerified = try row.text("state") == "verified"
            let acts =
                isVerified
                ? link("停用", to: path + "/end")
                : HTML([
                    link("填写验证码", to: path + "/verify"), HTML(" "), link("重新发送", to: path + "/renew"),
                    HTML(" "),
                    link("停用", to: path + "/end"),
                ])
            return [
                HTML(name(try row.text("channel"))), HTML(try row.text("address")),
                isVerified ? badge("已验证", .done) : badge("待验证", .waiting), acts,
            ]
        }
        return el("section", ["id": "contacts"]) {
            el("h2") { "我的联系方式" }
            lines.isEmpty ? el("p") { "没有登记联系方式。" } : table("我的联系方式", ["渠道", "地址", "情况", "办理"], rows: lines)
            el("p") { link("登记联系方式", to: "/do/me/contacts") }
        }
    }

    private static func channels(_ rows: Rows) throws -> HTML {
        let missing = try rows.filter { try !$0.bool("is_set_up") }.map { name(try $0.text("channel")) }
        guard !missing.isEmpty else { return .empty }
        return el("p", ["class": "hint", "id": "channels"]) {
            "本站没有设置：\(missing.joined(separator: "、"))。这些渠道不发消息。"
        }
    }

    private static func messages(_ rows: Rows) throws -> HTML {
        let lines = try rows.map { row in
            [
                HTML("\(try row.instant("made_at").day)"), HTML(name(try row.text("channel"))),
                HTML(try title(row)), HTML(try row.optionalText("address") ?? "—"),
                badge(words(try row.text("state")), .plain), HTML("\(try row.int("tries"))"),
                HTML(try row.optionalText("reason") ?? "—"),
            ]
        }
        return el("section", ["id": "messages"]) {
            el("h2") { "发给我的消息" }
            lines.isEmpty
                ? el("p") { "还没有发过消息。" }
                : table("发给我的消息，新的在前", ["日期", "渠道", "内容", "地址", "情况", "试送次数", "原因"], rows: lines)
        }
    }

    private static func title(_ row: Row) throws -> String {
        switch try row.text("kind") {
        case "code": "验证码"
        case "digest": "每日汇总"
        default: EventWords.title(of: try row.optionalText("type") ?? "")
        }
    }

    static func words(_ state: String) -> String {
        switch state {
        case "sent": "已送出"
        case "dead": "未送出"
        case "not_sent": "未发送"
        default: "待发送"
        }
    }
}
