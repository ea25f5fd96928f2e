import Actions
import Ledger
import Values
import Web

/// The page to change one's password (更换口令): asked for with all that signing in asks for, and signed in with it.
///
/// It needs no session: whoever's password is due has none. A session alone changes no password either, so that one left
/// open, or stolen, does not take the account away.
struct PasswordPages: Sendable {
    let signIn: SignIn

    var routes: [Route] {
        [
            Route(
                .get, "/sign-in/password", operation: "page.password",
                summary: Words("更换口令的页面", "The page to change one's password"), access: .anyone,
                tags: ["pages"]
            ) { _ in PasswordPages.page(nil, nil) },
            Route(
                .post, "/sign-in/password", operation: "page.password.change",
                summary: Words("在页面上更换口令并登录", "Change one's password by the page, and sign in"),
                access: .anyone, tags: ["pages"], form: PasswordPages.fields, bodyLimit: 4096, handle: change),
        ]
    }

    private static let fields = Schema.object(
        [
            "login": .string(max: 100), "password": .string(max: 200), "code": IdentitySchemas.code,
            "new_password": .string(max: 200), "new_password_again": .string(max: 200),
        ], required: ["login", "password", "new_password", "new_password_again"])

    @Sendable
    private func change(_ request: Request) async throws -> Response {
        let sent = try request.form()
        do {
            guard SignInPages.isOwnPage(request) else { throw SignInPages.foreign }
            guard sent["new_password"] == sent["new_password_again"] else {
                throw Problems.refused([IdentityRefusals.passwordIsRepeated.refusal(nil)])
            }
            let session = try await signIn.open(
                SignInDraft(
                    login: sent["login"] ?? "", password: sent["password"] ?? "", code: sent["code"],
                    appointment: nil, newPassword: sent["new_password"]), from: request.peer)
            return Response.redirect(to: "/sign-ins")
                .setting(SignInPages.cookie(session, request))
        } catch let problem as Problem {
            return PasswordPages.page(sent, problem)
        }
    }

    private static func page(_ sent: Form?, _ problem: Problem?) -> Response {
        let body = HTML.document(title: "更换口令 · 验收") {
            el("header", ["class": "site"]) { link("登录", to: "/sign-in") }
            el("main", ["id": "main"]) {
                el("h1") { "更换口令" }
                el("p", ["class": "hint"]) {
                    "更换后，您在其他地方打开的会话立即结束；程序令牌不受影响，可在“我的登录”结束。"
                }
                if let problem { SignInPages.notice(problem) }
                form(to: "/sign-in/password", token: nil, submit: "更换口令并登录") {
                    Field("login", "登录名").after(sent, problem).html
                    // A password never goes back into a page.
                    Field("password", "现在的口令", .password).after(nil, problem).html
                    Field("code", "动态口令", .code, hint: "验证器上的六位数字", required: false).after(nil, problem).html
                    Field("new_password", "新口令", .password, hint: "可以用一句话").after(nil, problem).html
                    Field("new_password_again", "再输入一遍新口令", .password).after(nil, problem).html
                }
            }
        }
        var response = Response.html(problem?.status ?? 200, body)
        for field in problem?.headers.fields ?? [] { response.headers.add(field.name, field.value) }
        return response
    }
}
