package import Actions
import Ledger
package import OpenID
import PQ
import Values
package import Web

/// The HTTP face of sign-in, one's own keys, and what waits for one (登录、密钥、待办).
package struct IdentityRoutes: Sendable {
    let desk: Desk
    let signIn: SignIn
    let inbox: Inbox
    let clients: [Client]

    /// Puts them together.
    ///
    /// `turns` says whose step it is in each project; without them the inbox holds rows alone. `clients` speak to the providers
    /// of identities, where there are some.
    package init(desk: Desk, turns: Turns? = nil, clients: [Client] = []) {
        self.desk = desk
        self.clients = clients
        inbox = Inbox(turns: turns ?? Turns(desk, []))
        signIn = SignIn(desk: desk)
    }

    package var routes: [Route] {
        let keys = SigningKeys(desk: desk)
        return [
            Route(
                .post, "/v1/sign-in", operation: "session.open", summary: Words("登录", "Sign in"),
                access: .anyone, tags: ["identity"], body: IdentitySchemas.signIn, effect: .unversioned,
                answers: [201: IdentitySchemas.session], needsIdempotencyKey: false, bodyLimit: 4096,
                handle: open),
            Route(
                .post, "/v1/sign-out", operation: "session.close",
                summary: Words("退出登录，令牌立即失效", "Sign out; the token ends at once"), access: .signedIn,
                tags: ["identity"], effect: .unversioned, answers: [204: .any], needsIdempotencyKey: false,
                handle: close),
            Route(
                .get, "/v1/me", operation: "me.read",
                summary: Words("我是谁，今天有哪些任职", "Who I am and what I may act as today"), access: .signedIn,
                tags: ["identity"], answers: [200: IdentitySchemas.me], handle: me),
            Route(
                .get, "/v1/me/signing-keys", operation: "signing_key.list",
                summary: Words("我的签名密钥", "My signing keys"), access: .signedIn, tags: ["identity"],
                answers: [200: IdentitySchemas.keys], handle: keys.list),
            Route(
                .post, "/v1/me/signing-keys", operation: "signing_key.register",
                summary: Words("登记签名公钥，并证明持有", "Register a signing key with proof of holding it"),
                access: .signedIn, tags: ["identity"], body: IdentitySchemas.newKey, effect: .unversioned,
                answers: [201: IdentitySchemas.key], handle: keys.register),
            Route(
                .post, "/v1/me/signing-keys/{key}/revocation", operation: "signing_key.revoke",
                summary: Words("注销签名密钥", "Revoke a signing key"), access: .signedIn, tags: ["identity"],
                body: .object(["reason": .string(max: 300)]), effect: .unversioned,
                answers: [200: IdentitySchemas.revoked], handle: keys.revoke),
            Route(
                .get, "/v1/inbox", operation: "inbox.read", summary: Words("我的待办", "What waits for me"),
                access: .signedIn, tags: ["identity"],
                query: [
                    Parameter(
                        "after", .string(max: 2000), Words("上一页给出的 next", "the `next` of the page before")),
                    Parameter("limit", .int(min: 1, max: 200), Words("每页项数", "items on a page")),
                ], answers: [200: IdentitySchemas.inbox],
                handle: desk.keeping(.district, inbox.read)),
        ] + SignInPages(signIn: signIn, providers: clients.map(\.provider)).routes
            + ProviderSignIn(signIn: signIn, clients: clients).routes + PasswordPages(signIn: signIn).routes
            + OwnSignIns(signIn: signIn).routes
            + ProgramTokens(desk: desk).routes + Administration(desk: desk).routes
            + LinkedIdentities(desk: desk).routes
    }

    @Sendable
    private func open(_ request: Request) async throws -> Response {
        let session = try await signIn.open(try request.decode(SignInDraft.self), from: request.peer)
        return .json(201, session.json)
    }

    @Sendable
    private func close(_ request: Request) async throws -> Response {
        guard try await signIn.close(request) else { throw Problems.notSignedIn }
        return Response.noContent().setting(.removing(Cookie.session, secure: false))
    }

    @Sendable
    private func me(_ request: Request) async throws -> Response {
        let (actor, rows) = try await desk.read(
            request,
            """
            select auth.own_appointments() as appointments, auth.project() as project,
                (select name from auth.organisation where organisation_id = auth.organisation()) as organisation_name
            """)
        let row = try rows.one()
        let held = try row.decode([Appointment].self, "appointments")
        return .json(
            200,
            .object([
                "person": .text(actor.person.description), "name": .text(actor.name),
                "role": .text(actor.role.rawValue), "role_title": .text(actor.role.words.zh),
                "role_title_en": .text(actor.role.words.en), "district": .int(Int64(actor.district)),
                "organisation": .text(actor.organisation.description),
                "organisation_name": .text(try row.optionalText("organisation_name") ?? ""),
                "appointment": .text(actor.appointment.description),
                "project": try row.optionalID("project").map { .text($0.description) } ?? .null,
                "second_factor": .bool(actor.secondFactor), "appointments": .list(held.map(\.json)),
            ]))
    }
}

extension SignIn {
    /// Ends the session or token that a request shows; false where it opened nothing.
    func close(_ request: Request) async throws -> Bool {
        guard let token = SignIn.shown(by: request) else { return false }
        do {
            let rows = try await desk.pool.transaction { transaction in
                try await transaction.commit(after: [
                    "select auth.close_session(\(Token.hash(token))) as closed"
                ])
            }
            return try rows[0].one().optionalBool("closed") ?? false
        } catch let error as PQError {
            throw desk.problem(of: error)
        }
    }
}

/// The forms of what identity takes and gives.
enum IdentitySchemas {
    static let code = Schema.string(min: 6, max: 6)

    static let signIn = Schema.object(
        [
            "login": .string(max: 100), "password": .string(max: 200), "code": code, "appointment": .id,
            "new_password": .string(max: 200),
        ],
        required: ["login", "password"])

    private static let role: [String: Schema] = ["role": .string(oneOf: Role.self)]
    private static let titled: [String: Schema] = role.merging(["role_title": .text, "role_title_en": .text])
    {
        own, _ in own
    }

    static let appointment = Schema.ref(
        "Appointment",
        .open(
            titled.merging([
                "id": .id, "district": .int(), "district_name": .text, "organisation": .id,
                "organisation_name": .text, "project": .noID, "from": .day, "to": .noDay,
            ]) { own, _ in own }))

    private static let standing: [String: Schema] = role.merging([
        "person": .id, "name": .text, "district": .int(), "appointment": .id, "organisation": .id,
        "second_factor": .bool, "appointments": .list(of: appointment),
    ]) { own, _ in own }

    static let session = Schema.open(
        standing.merging(["token": .string(), "expires_at": .instant]) { own, _ in own })

    static let me = Schema.open(
        standing.merging(titled) { own, _ in own }
            .merging(["organisation_name": .text, "project": .noID]) { own, _ in own })

    static let revoked = Schema.open(["id": .id, "revoked_at": .instant])

    static let newKey = Schema.object(
        ["id": .id, "public_key": .string(max: 400), "proof": .string(max: 4000, lines: true)],
        required: ["public_key", "proof"])

    static let key = Schema.ref(
        "SigningKey",
        .open([
            "id": .id, "public_key": .string(), "fingerprint": .string().nullable, "valid_from": .instant,
            "revoked_at": Schema.instant.nullable,
        ]))

    static let keys = Schema.open(["items": .list(of: key), "next": .noID])

    static let signIns = Schema.open([
        "items": .list(
            of: .ref(
                "SignIn",
                .open(
                    titled.merging([
                        "id": .id, "kind": .string(oneOf: ["session", "api"]), "district": .int(),
                        "organisation_name": .text, "second_factor": .bool, "opened_at": .instant,
                        "expires_at": Schema.instant.nullable, "this": .bool, "label": .noText,
                        "reads_only": .bool,
                        "actions": Schema.list(of: .string()).nullable, "used_at": Schema.instant.nullable,
                    ]) { own, _ in own }))), "next": .noID,
    ])

    static let newToken = Schema.object(
        [
            "label": .string(max: 60), "days": .int(min: 1, max: 366), "reads_only": .bool,
            "actions": .array(of: .string(max: 60), max: 50),
        ], required: ["label", "days"])

    static let token = Schema.open([
        "id": .id, "label": .text, "reads_only": .bool, "actions": Schema.list(of: .string()).nullable,
        "token": Schema.string().nullable, "days": .int(min: 1),
    ])

    static let ended = Schema.open(["ended": .int(min: 0)])

    static let inbox = Schema.open([
        "items": .list(
            of: .open([
                "project": .id, "project_name": .text, "kind": .string(), "subject": .id, "title": .text,
                "title_en": .text, "path": .string(), "due_on": .noDay, "overdue": .bool,
            ])), "next": .noText,
    ])
}
