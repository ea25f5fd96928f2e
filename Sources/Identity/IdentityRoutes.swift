package import Actions
import Ledger
import PQ
import Values
package import Web

/// The HTTP face of sign-in, one's own keys, and what waits for one (登录、密钥、待办).
package struct IdentityRoutes: Sendable {
    let desk: Desk
    let signIn: SignIn

    package init(desk: Desk) {
        self.desk = desk
        signIn = SignIn(desk: desk)
    }

    package var routes: [Route] {
        let keys = SigningKeys(desk: desk)
        return [
            Route(
                .post, "/v1/sign-in", operation: "session.open", summary: Words("登录", "Sign in"),
                access: .anyone,
                tags: ["identity"], body: IdentitySchemas.signIn, answers: [201: IdentitySchemas.session],
                needsIdempotencyKey: false, bodyLimit: 4096, handle: open),
            Route(
                .post, "/v1/sign-out", operation: "session.close",
                summary: Words("退出登录，令牌立即失效", "Sign out; the token ends at once"), access: .signedIn,
                tags: ["identity"], needsIdempotencyKey: false, handle: close),
            Route(
                .get, "/v1/me", operation: "me.read",
                summary: Words("我是谁，今天有哪些任职", "Who I am and what I may act as today"), access: .signedIn,
                tags: ["identity"], answers: [200: IdentitySchemas.me], handle: me),
            Route(
                .get, "/v1/me/signing-keys", operation: "signing_key.list",
                summary: Words("我的签名密钥", "My signing keys"), access: .signedIn, tags: ["identity"],
                answers: [200: .open(["items": .array(of: IdentitySchemas.key)])], handle: keys.list),
            Route(
                .post, "/v1/me/signing-keys", operation: "signing_key.register",
                summary: Words("登记签名公钥，并证明持有", "Register a signing key with proof of holding it"),
                access: .signedIn, tags: ["identity"], body: IdentitySchemas.newKey,
                answers: [201: IdentitySchemas.key], handle: keys.register),
            Route(
                .post, "/v1/me/signing-keys/{key}/revocation", operation: "signing_key.revoke",
                summary: Words("注销签名密钥", "Revoke a signing key"), access: .signedIn, tags: ["identity"],
                body: .object(["reason": .string(max: 300)]), handle: keys.revoke),
            Route(
                .get, "/v1/inbox", operation: "inbox.read", summary: Words("我的待办", "What waits for me"),
                access: .signedIn, tags: ["identity"], answers: [200: IdentitySchemas.inbox],
                handle: Inbox(desk: desk).read),
        ] + SignInPages(signIn: signIn).routes
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
            select auth.own_appointments(\(desk.clock.now.day)) as appointments, auth.project() as project,
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
        let token: String
        switch request.credential {
        case .bearer(let shown), .session(cookie: let shown): token = shown
        default: return false
        }
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
        ["login": .string(max: 100), "password": .string(max: 200), "code": code, "appointment": .id],
        required: ["login", "password"])

    static let appointment = Schema.ref(
        "Appointment",
        .open(["id": .id, "role": .string(), "district": .int(), "organisation_name": .string(min: 0)]))

    static let session = Schema.open([
        "token": .string(), "expires_at": .instant, "person": .id, "name": .string(), "role": .string(),
        "district": .int(), "appointment": .id, "second_factor": .bool,
        "appointments": .array(of: appointment),
    ])

    static let me = Schema.open([
        "person": .id, "name": .string(), "role": .string(), "district": .int(), "appointment": .id,
        "second_factor": .bool, "appointments": .array(of: appointment),
    ])

    static let newKey = Schema.object(
        ["id": .id, "public_key": .string(max: 400), "proof": .string(max: 4000, lines: true)],
        required: ["public_key", "proof"])

    static let key = Schema.ref(
        "SigningKey",
        .open([
            "id": .id, "public_key": .string(), "fingerprint": .string().nullable, "valid_from": .instant,
            "revoked_at": Schema.instant.nullable,
        ]))

    static let inbox = Schema.open([
        "items": .array(
            of: .open([
                "project": .id, "project_name": .string(), "kind": .string(), "title": .string(),
                "title_en": .string(), "path": .string(), "due_on": Schema.day.nullable, "overdue": .bool,
            ]))
    ])
}
