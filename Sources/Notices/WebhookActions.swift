import Actions
import Ledger
import PQ
import Values
import Web

/// What a unit does with its webhooks (推送订阅动作): one function per verb.
struct WebhookActions: Sendable {
    let desk: Desk
    let seal: SigningKey?

    private struct Draft: Decodable, Sendable {
        let id: ID?
        let url: String
        let types: [String]?
    }

    private struct Standing: Decodable, Sendable {
        let url: String
        let types: [String]
        let ended: Bool
        let version: Int64
        let secretNumber: Int32

        enum CodingKeys: String, CodingKey {
            case url, types, ended, version
            case secretNumber = "secret_number"
        }
    }

    private struct Nothing: Decodable, Sendable {}

    private static func standing(_ webhook: ID) -> SQL {
        """
        select jsonb_build_object('url', url, 'types', types, 'ended', ended, 'version', version,
            'secret_number', secret_number) as facts
        from app.webhook where district = auth.district() and webhook_id = \(webhook) for no key update
        """
    }

    private static let withoutKey = Problem(
        503, "site_key_is_missing",
        Words("服务没有站点密钥，不能生成推送密钥", "without the site's key no secret can be made"),
        Words(
            "请运维人员以 yanshoud up 启动，或为 serve 与 work 指明同一个 --site-key。",
            "Start it with yanshoud up, or name the same --site-key for serve and work."))

    @Sendable
    func add(_ request: Request) async throws -> Response {
        guard seal != nil else { throw WebhookActions.withoutKey }
        let draft = try request.decode(Draft.self)
        let id = draft.id ?? Identity.make(at: desk.clock.now)
        let types = draft.types ?? []
        let answer = try await desk.act(
            request, "webhook.add", on: .none, subject: Subject("webhook", id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object(["url": .text(draft.url), "types": .list(types.map(JSON.text))]),
                    [
                        """
                        insert into app.webhook (district, webhook_id, organisation_id, role, url, types, op_id)
                        values (auth.district(), \(id), auth.organisation(), auth.role(), \(draft.url),
                            \(types), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text("\(id)"), "url": .text(draft.url), "types": .list(types.map(JSON.text)),
                        "district": .int(Int64(sitting.actor.district)), "version": 1,
                    ]), version: 1))
        }
        return showing(answer, id, 1)
    }

    @Sendable
    func renew(_ request: Request) async throws -> Response {
        guard seal != nil else { throw WebhookActions.withoutKey }
        let id = try request.require("webhook")
        let answer = try await change(request, "webhook.renew", id) { held in
            (
                "secret_number = secret_number + 1",
                [
                    "url": .text(held.url), "types": .list(held.types.map(JSON.text)),
                    "secret_number": .int(Int64(held.secretNumber + 1)),
                ]
            )
        }
        guard let number = answer.json?["secret_number"]?.int else { return answer }
        return showing(answer, id, Int32(clamping: number))
    }

    @Sendable
    func end(_ request: Request) async throws -> Response {
        try await change(request, "webhook.end", try request.require("webhook")) { _ in
            ("ended = true", ["ended": .bool(true)])
        }
    }

    private func change(
        _ request: Request, _ verb: String, _ id: ID,
        _ what: @Sendable @escaping (Standing) -> (SQL, [String: JSON])
    ) async throws -> Response {
        try await desk.act(
            request, verb, on: .none, subject: Subject("webhook", id), facts: WebhookActions.standing(id),
            as: Standing.self
        ) { held, sitting in
            try sitting.matchIfSent(version: held.version)
            guard !held.ended else { return .refused([NoticesRefusals.onlyRenewsAndEnds.refusal(nil)]) }
            let (setting, told) = what(held)
            return .done(
                Write(
                    body: .object(told.filter { $0.key != "url" && $0.key != "types" }),
                    [
                        """
                        update app.webhook set \(setting), version = version + 1, op_id = \(sitting.op)
                        where district = auth.district() and webhook_id = \(id)
                        """
                    ],
                    answer: .object(
                        told.merging([
                            "id": .text("\(id)"), "district": .int(Int64(sitting.actor.district)),
                            "version": .int(held.version + 1),
                        ]) { own, _ in own }),
                    status: 200, version: held.version + 1))
        }
    }

    /// The answer with the secret, which is in no answer that is kept: a repeated request is answered without it.
    private func showing(_ answer: Response, _ webhook: ID, _ number: Int32) -> Response {
        guard let seal, answer.status < 300, answer.headers["idempotent-replayed"] == nil,
            var fields = answer.json?.object, let district = fields["district"]?.int
        else { return answer }
        let secret = WebhookSecret(of: webhook, number: number, district: Int32(clamping: district), by: seal)
        fields["secret"] = .text(secret.text)
        var shown = answer
        shown.body = JSON.object(fields).canonical
        return shown
    }

    private struct ReplayDraft: Decodable, Sendable {
        let id: ID?
        let delivery: ID
    }

    @Sendable
    func replay(_ request: Request) async throws -> Response {
        let webhook = try request.require("webhook")
        let draft = try request.decode(ReplayDraft.self)
        let id = draft.id ?? Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "webhook.replay", on: .none, subject: Subject("webhook", webhook),
            facts: WebhookActions.standing(webhook), as: Standing.self
        ) { held, sitting in
            guard !held.ended else {
                return .refused([NoticesRefusals.replayIsOfAStandingWebhook.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object(["delivery": .text("\(draft.delivery)")]),
                    [
                        """
                        insert into app.webhook_replay (district, replay_id, webhook_id, delivery_id, op_id)
                        values (auth.district(), \(id), \(webhook), \(draft.delivery), \(sitting.op))
                        """
                    ],
                    answer: .object(["id": .text("\(id)"), "delivery": .text("\(draft.delivery)")])))
        }
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(request, "select * from app.own_webhooks() order by id")
        return .json(bytes: try Desk.page(rows, limit: max(1, rows.count), cursor: "id"))
    }

    @Sendable
    func deliveries(_ request: Request) async throws -> Response {
        let webhook = try request.require("webhook")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            [
                "select 1 from app.webhook where district = auth.district() and webhook_id = \(webhook)",
                "select * from app.own_deliveries(\(webhook), \(page.after), \(Int32(page.limit + 1)))",
            ])
        guard rows[0].count == 1 else { throw Problems.notFound }
        return .json(bytes: try Desk.page(rows[1], limit: page.limit, cursor: "id"))
    }
}
