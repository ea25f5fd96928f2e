import Actions
import Ledger
import OpenID
import Values
import Web

/// The pages to sign in and out (登录页面).
struct SignInPages: Sendable {
    let signIn: SignIn
    /// Whose word on who somebody is counts beside a password.
    var providers: [Provider] = []

    var routes: [Route] {
        [
            Route(
                .get, "/sign-in", operation: "page.sign_in", summary: Words("登录页面", "The sign-in page"),
                access: .anyone, tags: ["pages"], query: [next]
            ) { request in
                SignInPages.page(
                    nil, next: SignInPages.place(request.query["next"]), problem: nil, providers: providers)
            },
            Route(
                .post, "/sign-in", operation: "page.sign_in.send",
                summary: Words("提交登录", "Sign in by the page"),
                access: .anyone, tags: ["pages"], form: SignInPages.fields, bodyLimit: 4096, handle: open),
            Route(
                .get, "/sign-out", operation: "page.sign_out", summary: Words("退出页面", "The sign-out page"),
                access: .anyone, tags: ["pages"]
            ) { _ in SignInPages.leaving },
            Route(
                .post, "/sign-out", operation: "page.sign_out.send",
                summary: Words("提交退出", "Sign out by the page"), access: .anyone, tags: ["pages"],
                handle: close),
        ]
    }

    private var next: Parameter {
        Parameter("next", .string(max: 300), Words("登录后去的页面", "the page to go to afterwards"))
    }

    private static let fields = Schema.object(
        [
            "login": .string(max: 100), "password": .string(max: 200), "code": IdentitySchemas.code,
            "next": .string(max: 300),
        ], required: ["login", "password"])

    @Sendable
    private func open(_ request: Request) async throws -> Response {
        let sent = try request.form()
        let place = SignInPages.place(sent["next"])
        do {
            // Before anyone is signed in there is no cookie to guard; a foreign page could sign a visitor in.
            guard SignInPages.isOwnPage(request) else { throw SignInPages.foreign }
            let draft = try request.decode(SignInDraft.self)
            let session = try await signIn.open(draft, from: request.peer)
            return Response.redirect(to: place).setting(SignInPages.cookie(session, request))
        } catch let problem as Problem {
            return SignInPages.page(sent, next: place, problem: problem, providers: providers)
        }
    }

    @Sendable
    private func close(_ request: Request) async throws -> Response {
        if request.credential != nil { _ = try await signIn.close(request) }
        return Response.redirect(to: "/sign-in")
            .setting(.removing(Cookie.session, secure: SignInPages.isSecure(request)))
    }

    static func page(_ sent: Form?, next: String, problem: Problem?, providers: [Provider]) -> Response {
        let body = HTML.document(title: "登录 · 验收") {
            el("header", ["class": "site"]) { link("验收", to: "/") }
            el("main", ["id": "main"]) {
                el("h1") { "登录" }
                if let problem { SignInPages.notice(problem) }
                form(to: "/sign-in", token: nil, submit: "登录") {
                    el("input", ["type": "hidden", "name": "next", "value": next])
                    Field("login", "登录名").after(sent, problem).html
                    // A password never goes back into a page.
                    Field("password", "密码", .password).after(nil, problem).html
                    Field("code", "动态口令", .code, hint: "验证器上的六位数字", required: false).after(nil, problem).html
                }
                for provider in providers {
                    el("p") {
                        link(
                            "用“\(provider.title)”登录",
                            to: "/sign-in/with/\(provider.name)?next=\(escaped(next))")
                    }
                }
                el("p") { link("更换口令", to: "/sign-in/password") }
                el("p", ["class": "hint"]) { "居民反映问题不用登录。" }
            }
        }
        var response = Response.html(problem?.status ?? 200, body)
        for field in problem?.headers.fields ?? [] { response.headers.add(field.name, field.value) }
        return response
    }

    private static var leaving: Response {
        .html(
            200,
            HTML.document(title: "退出 · 验收") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { "退出登录" }
                    form(to: "/sign-out", token: nil, submit: "退出") {}
                }
            })
    }

    /// A path of ours, or the page where each role begins: a link must not lead a fresh session elsewhere.
    static func place(_ wanted: String?) -> String {
        guard let wanted, wanted.hasPrefix("/"), !wanted.hasPrefix("//"),
            wanted.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
        else { return "/start" }
        return wanted
    }

    /// What keeps somebody out, in words.
    static func notice(_ problem: Problem) -> HTML {
        el("div", ["class": "notice blocked", "role": "alert"]) {
            el("p") { problem.title.zh }
            if problem.detail.zh != problem.title.zh { el("p") { problem.detail.zh } }
            if problem.refusals.count > 1 {
                HTML(problem.refusals.map { refusal in el("p") { refusal.detail.zh } })
            }
        }
    }

    /// What a browser shows from now on.
    static func cookie(_ session: OpenedSession, _ request: Request) -> Cookie {
        cookie(token: session.token, request)
    }

    static func cookie(token: String, _ request: Request) -> Cookie {
        Cookie(Cookie.session, token, secure: isSecure(request), maxAge: 43_200)
    }

    /// A path of ours as a value in an address.
    private static func escaped(_ path: String) -> String {
        path.utf8.reduce(into: "") { text, byte in
            text += "%&#+".utf8.contains(byte) ? "%" + hex([byte]) : String(Unicode.Scalar(byte))
        }
    }

    static func isOwnPage(_ request: Request) -> Bool {
        guard let origin = request.headers["origin"] else {
            return ["same-origin", "none", nil].contains(request.headers["sec-fetch-site"])
        }
        guard let host = request.headers["host"] else { return false }
        return origin.lowercased() == "http://" + host.lowercased()
            || origin.lowercased() == "https://" + host.lowercased()
    }

    static var foreign: Problem {
        Problem(403, "foreign_origin", Words("请在本系统的页面上登录", "Sign in on this service's own page"))
    }

    /// Whether the browser came over TLS, as the proxy before us says.
    static func isSecure(_ request: Request) -> Bool {
        request.headers["x-forwarded-proto"] == "https"
    }
}
