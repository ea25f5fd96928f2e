package import Actions
package import Ledger
import PQ
import Values
package import Web

/// The HTTP face of notices to programs (推送与变动清单).
package struct NoticesRoutes: Sendable {
    private let desk: Desk
    private let actions: WebhookActions

    /// `seal` is the site's own key, from which secrets are made; without it no webhook is registered.
    package init(desk: Desk, seal: SigningKey?) {
        self.desk = desk
        actions = WebhookActions(desk: desk, seal: seal)
    }

    private static let holders: [Role] = [.constructionUnit, .renovationOffice]

    package var routes: [Route] {
        [
            Route(
                .get, "/v1/changes", operation: "change.list",
                summary: Words(
                    "变动清单：本人可见的事件，按发生次序，不漏不重", "What has happened, each event once and none missed"),
                access: .signedIn, tags: ["notices"],
                query: [
                    Parameter(
                        "after", .string(max: 80), Words("上一页给出的 next", "the `next` of the page before")),
                    Parameter("limit", .int(min: 1, max: 200), Words("每页项数", "items on a page")),
                ], answers: [200: Changes.answer], handle: Changes(desk: desk).read),
            Route(
                .get, "/v1/webhooks", operation: "webhook.list",
                summary: Words("本单位的推送订阅", "The webhooks of one's unit"), access: .roles(Self.holders),
                tags: ["notices"], answers: [200: .page(of: Self.webhook)], handle: actions.list),
            verb(
                "/v1/webhooks", "add",
                Words("登记推送订阅；密钥只显示这一次", "Register a webhook; its secret is shown this once"),
                .object(
                    [
                        "id": .id, "url": .string(max: 500),
                        "types": .array(of: .string(max: 60), max: 50),
                    ], required: ["url"]), .adds, [201: Self.made], actions.add),
            verb(
                "/v1/webhooks/{webhook}/renew", "renew",
                Words("换密钥；新密钥只显示这一次", "Get a new secret, shown this once"),
                nil, .steps, [200: Self.made], actions.renew),
            verb(
                "/v1/webhooks/{webhook}/end", "end", Words("终止推送订阅", "End a webhook"), nil, .steps,
                [200: .open(["id": .id, "ended": .bool, "version": .version, "district": .int()])],
                actions.end),
            Route(
                .get, "/v1/webhooks/{webhook}/deliveries", operation: "webhook.deliveries",
                summary: Words("推送记录，最近的在前", "Its deliveries, the latest first"),
                access: .roles(Self.holders),
                tags: ["notices"], query: Paging.parameters, answers: [200: .page(of: Self.delivery)],
                handle: actions.deliveries),
            verb(
                "/v1/webhooks/{webhook}/replay", "replay", Words("重新推送一条", "Bring a delivery once more"),
                .object(["id": .id, "delivery": .id], required: ["delivery"]), .adds,
                [201: .open(["id": .id, "delivery": .id])], actions.replay),
            Route(
                .get, "/webhooks", operation: "page.webhooks",
                summary: Words("推送订阅与推送记录", "Webhooks and their deliveries"), access: .roles(Self.holders),
                tags: ["pages"], handle: WebhooksPage(desk: desk).show),
        ]
    }

    private func verb(
        _ path: String, _ name: String, _ summary: Words, _ body: Schema?, _ effect: Effect,
        _ answers: [Int: Schema], _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, path, operation: "webhook." + name, summary: summary, access: .roles(Self.holders),
            tags: ["notices"], body: body, effect: effect, answers: answers, bodyLimit: 16 << 10,
            handle: handle)
    }

    private static let webhook = Schema.open([
        "id": .id, "url": .string(), "types": .list(of: .string()), "ended": .bool, "version": .version,
        "waiting": .int(min: 0), "dead": .int(min: 0), "sent": .int(min: 0),
        "last_sent_at": Schema.instant.nullable, "last_reason": .noText,
    ])

    private static let made = Schema.open(
        [
            "id": .id, "url": .string(), "types": .list(of: .string()), "version": .version,
            "district": .int(),
            "secret_number": .int(min: 1),
            "secret": Schema.string().described(
                "接收方核对签名用的密钥，只给出这一次", "what its receiver checks signatures with, given this once"),
        ], required: ["id", "url", "types", "version", "district"])

    private static let delivery = Schema.open([
        "id": .id, "event": .id, "type": .string(),
        "state": .string(oneOf: ["waiting", "sent", "dead", "ended"]),
        "made_at": .instant, "sent_at": Schema.instant.nullable, "tries": .int(min: 0),
        "tried_at": Schema.instant.nullable, "status": Schema.int(min: 0).nullable, "reason": .noText,
    ])
}
