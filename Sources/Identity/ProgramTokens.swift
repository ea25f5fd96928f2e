import Actions
import Foundation
import Ledger
import PQ
import Values
import Web

/// What a program's token is asked for.
private struct TokenDraft: Decodable, Sendable {
    let label: String
    let days: Int
    let readsOnly: Bool?
    let actions: [String]?

    enum CodingKeys: String, CodingKey {
        case label, days, actions
        case readsOnly = "reads_only"
    }
}

/// Tokens for programs (程序令牌), issued by their person: for one appointment, to read or for some actions, until a day.
///
/// The database holds a token to its scope. Its secret is kept nowhere, the stored answer included: it is shown once, in the
/// first answer. Whose answer was lost ends that token in the list of his sign-ins, and issues another.
struct ProgramTokens: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .post, "/v1/me/tokens", operation: "token.issue",
                summary: Words("签发程序令牌，限定用途和期限", "Issue a token for a program, with a scope and an end"),
                access: .signedIn, tags: ["identity"], body: IdentitySchemas.newToken, effect: .unversioned,
                answers: [201: IdentitySchemas.token]
            ) { try await issue($0, try $0.decode(TokenDraft.self), key: nil) },
            Route(
                .get, "/sign-ins/new-token", operation: "page.token",
                summary: Words("签发程序令牌的页面", "The page to issue a token for a program"), access: .signedIn,
                tags: ["pages"]
            ) { request in
                let (_, rows) = try await desk.read(request, "select auth.longest_token_days() as days")
                return ProgramTokens.page(nil, try rows.one().int("days"), nil)
            },
            Route(
                .post, "/sign-ins/new-token", operation: "page.token.issue",
                summary: Words("在页面上签发程序令牌", "Issue a token for a program by the page"), access: .signedIn,
                tags: ["pages"], handle: send),
        ]
    }

    private struct Standing: Decodable, Sendable {
        let hasSecret: Bool
        let kind: String
        let longest: Int

        enum CodingKeys: String, CodingKey {
            case kind, longest
            case hasSecret = "has_secret"
        }
    }

    private func issue(_ request: Request, _ draft: TokenDraft, key: String?) async throws -> Response {
        let secret = Token.make()
        let shown = Token.hash(secret)
        // What it is called in the list of sign-ins: made of the hash of the hash that the database keeps.
        guard let id = ID(bytes: Digest.sha256(Digest.sha256(shown)).prefix(16)) else {
            throw Problems.notFound
        }
        let actions = draft.actions ?? []
        let readsOnly = draft.readsOnly ?? false
        let said: [String: JSON] = [
            "label": .text(draft.label), "reads_only": .bool(readsOnly), "days": .int(Int64(draft.days)),
            "actions": actions.isEmpty ? .null : .list(actions.map { .text($0) }),
        ]
        let response = try await desk.act(
            request, "token.issue", on: .none, subject: Subject("token", id),
            facts: """
                select jsonb_build_object('has_secret', auth.has_one_time_secret(), 'kind', auth.token_kind(),
                    'longest', auth.longest_token_days()) as facts
                """, as: Standing.self, key: key
        ) { standing, sitting in
            let refusals = ProgramTokens.refusals(draft, standing, sitting.actor)
            guard refusals.isEmpty else { return .refused(refusals) }
            return .done(
                Write(
                    body: .object(said.merging(["token": .text(id.description)]) { own, _ in own }),
                    [
                        """
                        select auth.issue_own_token(\(shown), \(draft.label), \(readsOnly),
                            nullif(\(actions)::text[], '{}'), \(Int32(draft.days)), \(sitting.op))
                        """
                    ],
                    answer: .object(
                        said.merging(["id": .text(id.description), "token": .null]) { own, _ in own })))
        }
        guard response.status == 201,
            var stored = try? JSONDecoder().decode([String: JSON].self, from: Data(response.body)),
            stored["id"] == .text(id.description)
        else { return response }
        stored["token"] = .text(secret)
        var answer = response
        answer.body = JSON.object(stored).canonical
        return answer
    }

    private static func refusals(_ draft: TokenDraft, _ standing: Standing, _ actor: Actor) -> [Refusal] {
        var words: [RefusalWords] = []
        if standing.kind != "session" { words.append(IdentityRefusals.tokenIsIssuedInASession) }
        if standing.hasSecret && !actor.secondFactor { words.append(IdentityRefusals.tokenNeedsSecondFactor) }
        if draft.days > standing.longest { words.append(IdentityRefusals.tokenEndsInTime) }
        let actions = draft.actions ?? []
        if draft.readsOnly == true && !actions.isEmpty { words.append(IdentityRefusals.tokenReadsOrActs) }
        if !actions.allSatisfy(ProgramTokens.isAction) { words.append(IdentityRefusals.tokenActionsAreNamed) }
        return words.map { $0.refusal(nil) }
    }

    /// Whether events of this name are written at all: a token for an action that is misspelt would be of no use.
    private static func isAction(_ name: String) -> Bool { EventWords.words(of: name) != nil }

    /// Issues by the page, and shows the secret there, once.
    @Sendable
    private func send(_ request: Request) async throws -> Response {
        let sent = try request.form()
        let (_, rows) = try await desk.read(request, "select auth.longest_token_days() as days")
        let longest = try rows.one().int("days")
        do {
            let label = sent["label"] ?? ""
            guard (1...60).contains(label.count) else {
                throw Problems.refused([IdentityRefusals.tokenLabelIsShort.refusal(nil)])
            }
            guard let days = Int(sent["days"] ?? ""), (1...366).contains(days) else {
                throw Problems.refused([IdentityRefusals.tokenEndsInTime.refusal(nil)])
            }
            let names = (sent["actions"] ?? "").split { $0.isWhitespace || $0 == "、" }.map(String.init)
            let draft = TokenDraft(
                label: label, days: days, readsOnly: sent["reads_only"] == "true",
                actions: names.isEmpty ? nil : Array(names.prefix(50)))
            let response = try await issue(request, draft, key: sent["key"])
            return ProgramTokens.shown(label, response.json?["token"]?.text)
        } catch let problem as Problem {
            return ProgramTokens.page(sent, longest, problem)
        }
    }

    private static func page(_ sent: Form?, _ longest: Int, _ problem: Problem?) -> Response {
        let body = HTML.document(title: "签发程序令牌 · 验收") {
            el("header", ["class": "site"]) { link("我的登录", to: "/sign-ins") }
            el("main", ["id": "main"]) {
                el("h1") { "签发程序令牌" }
                el("p", ["class": "hint"]) { "程序以您的名义办事，限于您当前的任职。令牌只显示一次，最长 \(longest) 天，随时可以结束。" }
                if let problem {
                    el("div", ["class": "notice blocked", "role": "alert"]) {
                        el("p") { problem.title.zh }
                        if problem.detail.zh != problem.title.zh { el("p") { problem.detail.zh } }
                    }
                }
                form(to: "/sign-ins/new-token", token: nil, submit: "签发") {
                    el("input", ["type": "hidden", "name": "key", "value": hex(Chance.bytes(16))])
                    Field("label", "名称", .text, hint: "给哪个程序用").after(sent, problem).html
                    Field("days", "有效天数", .number).after(sent, problem).html
                    Field("reads_only", "只能读取", .check, required: false).after(sent, problem).html
                    Field(
                        "actions", "可办理的事项", .lines(rows: 3),
                        hint: "接口说明里的事项名称，以空格分开；不填则为本人的各项事项",
                        required: false
                    ).after(sent, problem).html
                }
            }
        }
        return .html(problem?.status ?? 200, body)
    }

    private static func shown(_ label: String, _ secret: String?) -> Response {
        let body = HTML.document(title: "程序令牌 · 验收") {
            el("header", ["class": "site"]) { link("我的登录", to: "/sign-ins") }
            el("main", ["id": "main"]) {
                el("h1") { label }
                if let secret {
                    el("p") { "请现在抄入程序，离开本页后不再显示：" }
                    el("p") { el("code") { secret } }
                } else {
                    el("p") { "这个令牌已经显示过一次。没有抄下的，请在“我的登录”结束它，另行签发。" }
                }
            }
        }
        return .html(201, body)
    }
}
