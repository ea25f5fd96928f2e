package import Actions
import Values
package import Web

/// The HTTP face of where people may be reached, and of what was sent there (联系方式与消息).
package struct ContactRoutes: Sendable {
    private let desk: Desk
    private let actions: ContactActions

    package init(desk: Desk) {
        self.desk = desk
        actions = ContactActions(desk: desk)
    }

    package var routes: [Route] {
        [
            Route(
                .get, "/v1/me/contacts", operation: "contact.list",
                summary: Words("我的联系方式", "Where I may be reached"), access: .signedIn, tags: ["notices"],
                answers: [200: Self.contacts], handle: actions.list),
            verb(
                "/v1/me/contacts", "add",
                Words("登记联系方式；验证码随即发到该地址", "Register where I may be reached; a code is sent there"),
                .object(
                    [
                        "id": .id, "channel": .string(oneOf: ChannelKind.self),
                        "address": .string(max: 254).described(
                            "电子邮件地址、11 位手机号或微信用户编号",
                            "an e-mail address, a mobile number, or a WeChat user's id"),
                    ], required: ["channel", "address"]), .unversioned, 201, actions.add),
            verb(
                "/v1/me/contacts/{contact}/renew", "renew", Words("重新发送验证码", "Have another code sent"),
                nil, .steps, 200, actions.renew),
            verb(
                "/v1/me/contacts/{contact}/verify", "verify",
                Words("以收到的验证码确认联系方式", "Verify it by the code that came there"),
                .object(["code": .string(min: 8, max: 8)], required: ["code"]), .steps, 200, actions.verify),
            verb(
                "/v1/me/contacts/{contact}/end", "end",
                Words("停用联系方式，地址随即删除", "End it; the address is erased"),
                nil, .steps, 200, actions.end),
            Route(
                .get, "/v1/me/messages", operation: "message.list",
                summary: Words("发给我的消息及投送情况，最近的在前", "What was sent to me and how it went, the latest first"),
                access: .signedIn, tags: ["notices"], query: Paging.parameters,
                answers: [200: .page(of: Self.message)], handle: actions.messages),
            Route(
                .get, "/contacts", operation: "page.contacts",
                summary: Words("联系方式与消息", "Where I may be reached, and what was sent there"),
                access: .signedIn,
                tags: ["pages"], handle: ContactsPage(desk: desk).show),
        ]
    }

    private func verb(
        _ path: String, _ name: String, _ summary: Words, _ body: Schema?, _ effect: Effect, _ status: Int,
        _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, path, operation: "contact." + name, summary: summary, access: .signedIn, tags: ["notices"],
            body: body, effect: effect, answers: [status: Self.contact], bodyLimit: 4096, handle: handle)
    }

    private static let fields: [String: Schema] = [
        "id": .id, "channel": .string(oneOf: ChannelKind.self),
        "address": Schema.string(min: 0).described("遮挡后的地址", "the address, masked"),
        "state": .string(oneOf: ["asked", "verified", "ended"]), "version": .version,
    ]
    private static let contact = Schema.open(fields)
    private static let contacts = Schema.page(
        of: .open(fields.merging(["channel_is_set_up": .bool]) { own, _ in own }),
        with: [
            "channels": .list(
                of: .open(["channel": .string(oneOf: ChannelKind.self), "is_set_up": .bool]))
        ])

    private static let message = Schema.open([
        "id": .id, "channel": .string(oneOf: ChannelKind.self),
        "kind": .string(oneOf: ["code", "notice", "digest"]), "address": .noText, "event": .noID,
        "type": .noText, "project": .noID,
        "state": .string(oneOf: ["waiting", "sent", "dead", "not_sent"]), "made_at": .instant,
        "due_at": .instant, "sent_at": Schema.instant.nullable, "tries": .int(min: 0), "reason": .noText,
    ])
}
