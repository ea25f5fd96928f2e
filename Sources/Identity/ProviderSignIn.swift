import Actions
import Foundation
import Ledger
package import OpenID
import PQ
import Values
import Web

/// Sign-in by a provider of identities (统一身份认证): a browser goes there, comes back with a code, and what the provider signed for
/// that code opens a session for the person to whom its account was linked.
///
/// Between the two a browser carries what it was asked with, under a seal. The database is shown the provider's word under
/// another seal, which no SQL of the service can make, and takes each word once.
struct ProviderSignIn: Sendable {
    let signIn: SignIn
    let clients: [Client]

    /// How long somebody may take to sign in there, and how long its word is good: the database says five minutes.
    private static let patience = 900.0
    private static let freshness = 300.0
    private static let path = "/sign-in"

    var routes: [Route] {
        guard !clients.isEmpty else { return [] }
        let name = Parameter("next", .string(max: 300), Words("登录后去的页面", "the page to go to afterwards"))
        return [
            Route(
                .get, "/sign-in/with/{provider}", operation: "page.sign_in.with",
                summary: Words("到统一身份认证登录", "Go to a provider of identities to sign in"), access: .anyone,
                tags: ["pages"], query: [name], handle: leave),
            Route(
                .get, "/sign-in/back/{provider}", operation: "page.sign_in.back",
                summary: Words("从统一身份认证返回", "Come back from a provider of identities"), access: .anyone,
                tags: ["pages"],
                query: ["code", "state", "error", "error_description", "iss", "session_state"].map {
                    Parameter($0, .string(max: 4000), Words("身份提供方所给", "given by the provider"))
                }, handle: comeBack),
            Route(
                .post, "/sign-in/code", operation: "page.sign_in.code",
                summary: Words("补交动态口令", "Give the one-time code that was missing"), access: .anyone,
                tags: ["pages"], form: .object(["code": IdentitySchemas.code], required: ["code"]),
                bodyLimit: 4096,
                handle: giveCode),
        ]
    }

    /// What a browser carries to the provider and back.
    private struct Journey: Codable {
        static let cookie = "yanshou_journey"

        let provider: String
        let state: String
        let nonce: String
        let verifier: String
        let next: String
        let until: Double
    }

    /// What the provider said, while the product's own code is waited for.
    private struct Word: Codable {
        static let cookie = "yanshou_word"

        let provider: String
        let subject: String
        let mark: String
        let at: Int64
        let hasFactors: Bool
        let next: String
    }

    private static var now: Double { Date().timeIntervalSince1970 }

    private func client(_ name: String?) throws(Problem) -> Client {
        guard let client = clients.first(where: { $0.provider.name == name }) else { throw .notFound }
        return client
    }

    @Sendable
    private func leave(_ request: Request) async throws -> Response {
        let client = try client(request.pathValues["provider"])
        let journey = Journey(
            provider: client.provider.name, state: ProviderSignIn.chance, nonce: ProviderSignIn.chance,
            verifier: ProviderSignIn.chance, next: SignInPages.place(request.query["next"]),
            until: ProviderSignIn.now + ProviderSignIn.patience)
        do {
            let address = try await client.address(
                state: journey.state, nonce: journey.nonce, verifier: journey.verifier)
            return Response.redirect(to: address).setting(
                ProviderSignIn.cookie(
                    Journey.cookie, try sealed(journey, client), for: Int(ProviderSignIn.patience), request))
        } catch {
            return page(problem(error, client), next: journey.next)
        }
    }

    @Sendable
    private func comeBack(_ request: Request) async throws -> Response {
        let client = try client(request.pathValues["provider"])
        guard let journey: Journey = opened(request.cookie(Journey.cookie), client),
            journey.provider == client.provider.name, journey.until > ProviderSignIn.now,
            let state = request.query["state"], Digest.same(Array(state.utf8), Array(journey.state.utf8))
        else { return page(ProviderSignIn.astray, next: "/start") }
        guard let code = request.query["code"] else {
            return forgetting(page(ProviderSignIn.notGiven, next: journey.next), request)
        }
        do {
            let token = try await client.exchange(
                code: code, verifier: journey.verifier, nonce: journey.nonce, answerer: request.query["iss"],
                now: ProviderSignIn.now)
            let word = Word(
                provider: client.provider.name, subject: token.subject,
                mark: Base64URL.text(Digest.sha256(journey.nonce.utf8)), at: Int64(ProviderSignIn.now),
                hasFactors: !token.methods.isDisjoint(with: client.provider.secondFactors), next: journey.next
            )
            return forgetting(try await open(word, client, code: nil, request), request)
        } catch let fault as Client.Fault {
            return forgetting(page(problem(fault, client), next: journey.next), request)
        }
    }

    @Sendable
    private func giveCode(_ request: Request) async throws -> Response {
        guard SignInPages.isOwnPage(request) else { return page(SignInPages.foreign, next: "/start") }
        let code = try request.form()["code"]
        for client in clients {
            guard let word: Word = opened(request.cookie(Word.cookie), client),
                word.provider == client.provider.name,
                Double(word.at) > ProviderSignIn.now - ProviderSignIn.freshness
            else { continue }
            return try await open(word, client, code: code, request)
        }
        return page(ProviderSignIn.astray, next: "/start")
    }

    private struct Verdict: Decodable, Sendable {
        let outcome: String
        let retryAfter: Int?
        let ends: Instant?

        enum CodingKeys: String, CodingKey {
            case outcome, ends
            case retryAfter = "retry_after"
        }
    }

    /// Brings the provider's word before the database.
    private func open(_ word: Word, _ client: Client, code: String?, _ request: Request) async throws
        -> Response
    {
        let token = Token.make()
        let (mark, network) = (Base64URL.bytes(word.mark) ?? [], Network.of(request.peer))
        let heard = [
            "yanshou identity v1", word.provider, hex(word.subject.utf8), hex(mark), "\(word.at)",
            word.hasFactors ? "1" : "0", hex(Token.hash(token)), network,
        ].joined(separator: "\n")
        let seal = Digest.hmac256(Array(heard.utf8), key: client.provider.seal)
        let verdict: Verdict
        do {
            let rows = try await signIn.desk.pool.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    select auth.open_by_identity(\(word.provider), \(word.subject), \(mark), \(word.at), \(word.hasFactors),
                        \(code), \(Token.hash(token)), \(network), \(seal)) as answer
                    """
                ])
            }
            verdict = try rows[0].one().decode(Verdict.self, "answer")
        } catch let error as PQError {
            throw signIn.desk.problem(of: error)
        }
        switch verdict.outcome {
        case "opened":
            return Response.redirect(to: word.next)
                .setting(SignInPages.cookie(token: token, request))
                .setting(ProviderSignIn.cookie(Word.cookie, "", for: 0, request))
        case "code_needed":
            return codePage(nil).setting(
                ProviderSignIn.cookie(
                    Word.cookie, try sealed(word, client), for: Int(ProviderSignIn.freshness), request))
        case "refused" where code != nil: return codePage(.signInRefused)
        case "waits": return page(.tooManyRequests(retryAfter: verdict.retryAfter ?? 900), next: word.next)
        case "no_appointment": return page(.noAppointment, next: word.next)
        case "unknown": return page(ProviderSignIn.unknown(client.provider, word.subject), next: word.next)
        default: return page(ProviderSignIn.astray, next: word.next)
        }
    }
}

extension ProviderSignIn {
    private static var chance: String { Base64URL.text(Chance.bytes(32)) }

    private static func cookie(_ name: String, _ value: String, for seconds: Int, _ request: Request)
        -> Cookie
    {
        Cookie(name, value, secure: SignInPages.isSecure(request), path: path, maxAge: seconds)
    }

    private func forgetting(_ response: Response, _ request: Request) -> Response {
        response.setting(ProviderSignIn.cookie(Journey.cookie, "", for: 0, request))
    }

    private func sealed(_ value: some Encodable, _ client: Client) throws -> String {
        let text = Base64URL.text(Array(try JSONEncoder().encode(value)))
        return text + "." + Base64URL.text(Digest.hmac256(Array(text.utf8), key: client.provider.cookieSeal))
    }

    private func opened<Value: Decodable>(_ cookie: String?, _ client: Client) -> Value? {
        guard let parts = cookie?.split(separator: "."), parts.count == 2,
            let seal = Base64URL.bytes(parts[1]),
            Digest.same(seal, Digest.hmac256(Array(parts[0].utf8), key: client.provider.cookieSeal)),
            let bytes = Base64URL.bytes(parts[0])
        else { return nil }
        return try? JSONDecoder().decode(Value.self, from: Data(bytes))
    }

    private func problem(_ fault: any Error, _ client: Client) -> Problem {
        switch fault as? Client.Fault {
        case .refused, .untrue: return ProviderSignIn.notBelieved
        default:
            // What the provider's servers answer is for the operator, not for whoever signs in.
            FileHandle.standardError.write(Data("yanshoud: \(client.provider.name): \(fault)\n".utf8))
            return ProviderSignIn.unavailable(client.provider)
        }
    }

    private func page(_ problem: Problem, next: String) -> Response {
        SignInPages.page(nil, next: next, problem: problem, providers: clients.map(\.provider))
    }

    private func codePage(_ problem: Problem?) -> Response {
        .html(
            problem?.status ?? 200,
            HTML.document(title: "动态口令 · 验收") {
                el("header", ["class": "site"]) { link("登录", to: "/sign-in") }
                el("main", ["id": "main"]) {
                    el("h1") { "还需要动态口令" }
                    if let problem { SignInPages.notice(problem) }
                    form(to: "/sign-in/code", token: nil, submit: "登录") {
                        Field("code", "动态口令", .code, hint: "本系统验证器上的六位数字").html
                    }
                }
            })
    }

    /// The browser came back otherwise than it left, or too late: nothing of it is used.
    private static var astray: Problem {
        Problem(
            400, "sign_in_went_astray", Words("这次登录已中断", "this sign-in was broken off"),
            Words("请重新登录；请勿使用他人给的登录链接。", "Sign in anew, and use no link that somebody else gave you."))
    }

    private static var notGiven: Problem {
        Problem(
            403, "provider_gave_no_word", Words("身份认证没有完成", "the provider did not say who you are"),
            Words("您在统一身份认证处取消了登录，或它未予放行。", "You broke it off there, or it did not let you in."))
    }

    private static var notBelieved: Problem {
        Problem(
            403, "provider_is_not_believed", Words("身份认证的结果无效", "what the provider said does not hold"),
            Words("请重新登录；仍不行的，请联系管理员。", "Sign in anew; if it happens again, tell your administrator."))
    }

    private static func unavailable(_ provider: Provider) -> Problem {
        Problem(
            503, "provider_is_unavailable",
            Words("“\(provider.title)”暂时无法使用", "\(provider.title) cannot be used at present"),
            Words("请稍后再试，或用登录名和密码登录。", "Try again later, or sign in with login and password."))
    }

    /// He reads his own mark, which his administrator needs; nobody else is shown it.
    private static func unknown(_ provider: Provider, _ subject: String) -> Problem {
        Problem(
            403, "identity_is_linked_to_nobody",
            Words("您的“\(provider.title)”账号没有关联到本系统的人员", "your account there is linked to nobody here"),
            Words(
                "请把账号标识“\(subject)”告知本区系统管理员，关联后再登录。",
                "Tell your district's system administrator the account's mark “\(subject)”, and sign in once it is linked."
            ))
    }
}
