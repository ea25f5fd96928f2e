import Actions
import Ledger
import PQ
import Values
import Web

/// One's own sign-ins (本人的登录): the sessions and tokens open in one's name, seen and ended at once.
///
/// Ended like signing out: by a function of the database that is shown an open token, and without an event. A request with
/// what was ended is refused from the next one on, a reading pass included.
struct OwnSignIns: Sendable {
    let signIn: SignIn

    var routes: [Route] { api + pages }

    private var api: [Route] {
        [
            Route(
                .get, "/v1/me/sign-ins", operation: "sign_in.list",
                summary: Words("以我的名义打开的会话和令牌", "Sessions and tokens that are open in my name"),
                access: .signedIn, tags: ["identity"], answers: [200: IdentitySchemas.signIns], handle: list),
            Route(
                .post, "/v1/me/sign-ins/{sign_in}/end", operation: "sign_in.end",
                summary: Words("结束我的一个会话或令牌，立即失效", "End one of my sessions or tokens at once"),
                access: .signedIn, tags: ["identity"], effect: .unversioned,
                answers: [200: IdentitySchemas.ended], needsIdempotencyKey: false
            ) { .json(200, ["ended": .int(try await end($0, try $0.require("sign_in")))]) },
            Route(
                .post, "/v1/me/sign-ins/end-others", operation: "sign_in.end_others",
                summary: Words("结束除当前外我的所有会话和令牌", "End all my sessions and tokens but this one"),
                access: .signedIn, tags: ["identity"], effect: .unversioned,
                answers: [200: IdentitySchemas.ended], needsIdempotencyKey: false
            ) { .json(200, ["ended": .int(try await end($0, nil))]) },
        ]
    }

    private var pages: [Route] {
        [
            Route(
                .get, "/sign-ins", operation: "page.sign_ins",
                summary: Words("我的登录页面", "The page of one's own sign-ins"), access: .signedIn, tags: ["pages"]
            ) { .html(200, OwnSignIns.page(try await items($0))) },
            Route(
                .post, "/sign-ins/end", operation: "page.sign_ins.end",
                summary: Words("在页面上结束一个登录", "End a sign-in by the page"), access: .signedIn, tags: ["pages"],
                form: Schema.object(["sign_in": .id], required: ["sign_in"])
            ) { request in
                let which = ID(try request.form()["sign_in"] ?? "")
                guard let which else { throw Problems.notFound }
                _ = try await end(request, which)
                return .redirect(to: "/sign-ins")
            },
            Route(
                .post, "/sign-ins/end-others", operation: "page.sign_ins.end_others",
                summary: Words("在页面上结束其他登录", "End all other sign-ins by the page"), access: .signedIn,
                tags: ["pages"]
            ) { request in
                _ = try await end(request, nil)
                return .redirect(to: "/sign-ins")
            },
        ]
    }

    /// One that is open.
    private struct Item {
        let id: ID
        let kind: String
        let role: Role
        let district: Int32
        let organisation: String
        let secondFactor: Bool
        let opened: Instant
        let expires: Instant?
        let isThis: Bool
        let label: String?
        let readsOnly: Bool
        let actions: [String]?
        let used: Instant?

        var scope: String {
            readsOnly ? "只能读取" : actions.map { "只能办理 " + $0.joined(separator: "、") } ?? "可办理本人的各项事项"
        }

        var json: JSON {
            .object([
                "id": .text(id.description), "kind": .text(kind), "role": .text(role.rawValue),
                "role_title": .text(role.words.zh), "role_title_en": .text(role.words.en),
                "district": .int(Int64(district)), "organisation_name": .text(organisation),
                "second_factor": .bool(secondFactor), "opened_at": .text(opened.local),
                "expires_at": expires.map { .text($0.local) } ?? .null, "this": .bool(isThis),
                "label": label.map { .text($0) } ?? .null, "reads_only": .bool(readsOnly),
                "actions": actions.map { .list($0.map { .text($0) }) } ?? .null,
                "used_at": used.map { .text($0.local) } ?? .null,
            ])
        }
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        .json(200, .object(["items": .list(try await items(request).map(\.json)), "next": .null]))
    }

    private func items(_ request: Request) async throws -> [Item] {
        let shown = SignIn.shown(by: request).map(Token.hash) ?? []
        let (_, rows) = try await signIn.desk.read(
            request, "select * from auth.own_sign_ins(\(shown))")
        return try rows.compactMap { row -> Item? in
            guard let role = Role(rawValue: try row.text("role")) else { return nil }
            return Item(
                id: try row.id("sign_in_id"), kind: try row.text("kind"), role: role,
                district: try row.int32("district"), organisation: try row.text("organisation_name"),
                secondFactor: try row.bool("second_factor"), opened: try row.instant("opened_at"),
                expires: try row.optionalInstant("expires_at"), isThis: try row.bool("is_this"),
                label: try row.optionalText("label"), readsOnly: try row.bool("reads_only"),
                actions: try row.optionalTexts("actions"), used: try row.optionalInstant("used_at"))
        }
    }

    /// Ends one, or all but the one that asks; 404 where there is no such one of his.
    private func end(_ request: Request, _ which: ID?) async throws -> Int64 {
        guard let token = SignIn.shown(by: request) else { throw Problems.notSignedIn }
        do {
            let rows = try await signIn.desk.pool.transaction { transaction in
                try await transaction.commit(after: [
                    "select auth.end_own_sign_ins(\(Token.hash(token)), \(which))::bigint as ended"
                ])
            }
            guard let ended = try rows[0].one().optionalInt64("ended") else { throw Problems.notSignedIn }
            if which != nil && ended == 0 { throw Problems.notFound }
            return ended
        } catch let error as PQError {
            throw signIn.desk.problem(of: error)
        }
    }

    private static func page(_ items: [Item]) -> HTML {
        HTML.document(title: "我的登录 · 验收") {
            el("header", ["class": "site"]) {
                link("开始", to: "/start")
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("h1") { "我的登录" }
                el("p", ["class": "hint"]) { "以您的名义打开的会话和令牌。有不认识的，请立即结束，并更换口令。" }
                HTML(items.map(row))
                if items.count > 1 {
                    form(to: "/sign-ins/end-others", token: nil, submit: "结束其他所有登录") {}
                }
                el("p") {
                    link("更换口令", to: "/sign-in/password")
                    " · "
                    link("签发程序令牌", to: "/sign-ins/new-token")
                }
            }
        }
    }

    private static func row(_ item: Item) -> HTML {
        let ends = item.expires.map { "有效至 \($0.local)" } ?? "不过期"
        let factor = item.secondFactor ? "有动态口令" : "无动态口令"
        return el("section") {
            el("h2") { (item.kind == "api" ? "程序令牌" : "会话") + (item.isThis ? "（当前）" : "") }
            el("p") {
                "\(item.organisation) · \(item.role.words.zh) · 打开于 \(item.opened.local) · \(ends) · \(factor)"
            }
            if let label = item.label {
                el("p") {
                    "\(label) · \(item.scope) · " + (item.used.map { "最近使用 \($0.local)" } ?? "尚未使用")
                }
            }
            form(to: "/sign-ins/end", token: nil, submit: "结束") {
                el("input", ["type": "hidden", "name": "sign_in", "value": item.id.description])
            }
        }
    }
}

extension SignIn {
    /// The session or token that a request shows.
    static func shown(by request: Request) -> String? {
        switch request.credential {
        case .bearer(let shown), .session(cookie: let shown): shown
        default: nil
        }
    }
}
