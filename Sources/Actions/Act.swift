import Foundation
import Ledger
package import PQ
import Policy
import Values
package import Web

extension Desk {
    /// Does one verb in one transaction of two round trips: facts in, rule, rows with event and answer out.
    ///
    /// The first trip enters the actor, claims the idempotency key, locks the root and reads the facts with
    /// the lock held; the second writes everything and commits. A key seen before answers as it did then.
    ///
    /// `facts` is a select of one row with one jsonb column; no row answers 404. `formKey` is the key that a
    /// page's form carries, since a browser sends no Idempotency-Key.
    package func act<Facts: Decodable & Sendable>(
        _ request: Request, _ verb: String, on root: Root, subject: Subject, facts: SQL, as type: Facts.Type,
        key formKey: String? = nil, decide: @Sendable (Facts, Sitting) throws -> Ruling
    ) async throws -> Response {
        guard let key = formKey ?? request.idempotencyKey else { throw Problems.keyIsMissing }
        let keyHash = Digest.sha256(key.utf8)
        let fingerprint = Digest.sha256(request.body)
        let now = clock.now
        do {
            let answer = try await once(retryingUnknown: 1) { transaction in
                let opening = try await transaction.send([
                    enter(request),
                    SQL(
                        """
                        insert into app.request (district, principal, key_hash, route, fingerprint)
                        values (auth.district(), auth.person(), \(keyHash), \(verb), \(fingerprint))
                        on conflict do nothing returning 1 as claimed
                        """),
                    SQL(
                        """
                        select route, fingerprint, status, answer, etag from app.request
                        where district = auth.district() and principal = auth.person() and key_hash = \(keyHash)
                        """),
                    lock(root),
                    facts, takesPart(in: root),
                ])
                let (actor, scope) = try admitted(opening[0], request)
                if opening[1].count == 0 {
                    return try replay(opening[2], verb: verb, fingerprint: fingerprint)
                }
                guard opening[4].count == 1, root.isNone || opening[3].count == 1 else {
                    throw Problems.notFound
                }
                let takingPart = try opening[5].one().bool("takes_part")
                let access = request.route?.access
                if let bar = bar(actor, from: access, takingPart: takingPart, doing: verb) {
                    throw bar
                }
                let sitting = Sitting(
                    actor: actor, scope: scope, now: now, op: Identity.make(at: now), shelf: shelf,
                    ifMatch: request.matchedTags)
                if request.route?.effect == .adds {
                    try sitting.matchIfSent(version: try opening[3].first?.optionalInt64("version"))
                }
                let found: Facts = try opening[4][0].decode(Facts.self, opening[4].columns[0].name)
                let ruling = try sitting.explaining { try decide(found, sitting) }
                let write: Write
                let response: Response
                switch ruling {
                case .problem(let problem): throw problem
                case .refused(let refusals): throw Problems.refused(refusals)
                case .done(let done):
                    write = done
                    response = answered(done)
                case .refusedAndFiled(let refusals, let filed):
                    write = filed
                    response = Response.problem(Problems.refused(refusals), requestID: request.requestID)
                }
                let entry = try Entry(
                    id: sitting.op, type: verb, subject: .init(kind: subject.kind, id: subject.id),
                    project: project(of: root, opening[3]) ?? write.project, at: now, operation: keyHash,
                    body: clock.isSimulated ? marked(write.body) : write.body, signOff: write.signOff,
                    rule: sitting.trace.json)
                FaultPoint.writeDecided.reach()
                do {
                    try await write.commit(entry, response: response, keyHash: keyHash, in: transaction)
                } catch PQError.failed(let failure) {
                    throw problem(of: .failed(failure), in: try opening[3].first?.optionalText("place"))
                }
                FaultPoint.writeCommitted.reach()
                return response
            }
            await noteUse(request)
            return answer
        } catch let error as PQError {
            throw problem(of: error)
        }
    }

    /// Runs a transaction; where its outcome is not known, runs it again: its key answers if it was done.
    private func once<Result: Sendable>(
        retryingUnknown tries: Int, _ body: @Sendable (Transaction) async throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.transaction { try await body($0) }
        } catch PQError.unknown where tries > 0 {
            try await Task.sleep(for: .milliseconds(200))
            return try await once(retryingUnknown: tries - 1, body)
        }
    }

    /// The first statement of every transaction: who acts.
    ///
    /// Which day it is the database says: no caller chooses it.
    func enter(_ request: Request) throws -> SQL {
        switch request.credential {
        case .bearer(let token), .session(cookie: let token), .link(let token):
            // Whoever has no part in the project reports like anyone else.
            if request.route?.access == .reporter,
                let project = request.pathValues["project"].flatMap({ ID($0) })
            {
                let (issue, shown) = shownReport(request)
                return SQL(
                    "select auth.enter_to_report(\(Token.hash(token)), \(project), \(issue), \(shown)) as actor"
                )
            }
            return SQL("select auth.enter(\(Token.hash(token))) as actor")
        case nil:
            guard request.route?.access == .reporter,
                let project = request.pathValues["project"].flatMap({ ID($0) })
            else { throw Problems.notSignedIn }
            let (issue, shown) = shownReport(request)
            return SQL("select auth.enter_reporter(\(project), \(issue), \(shown)) as actor")
        }
    }

    /// The digest of the token that alone says who acts; nil where a report's project has its say too, or there is none.
    func ownToken(_ request: Request) -> [UInt8]? {
        switch request.credential {
        case .bearer(let token), .session(cookie: let token), .link(let token):
            request.route?.access == .reporter ? nil : Token.hash(token)
        case nil: nil
        }
    }

    /// The issue of a report's page, and the digest of the private key that is shown for it.
    private func shownReport(_ request: Request) -> (issue: ID?, key: [UInt8]?) {
        guard let issue = request.pathValues["issue"].flatMap({ ID($0) }) else { return (nil, nil) }
        return (issue, reportKey(request).map { Digest.sha256($0.utf8) })
    }

    /// The private key of a report, from its link or from a form of its page.
    private func reportKey(_ request: Request) -> String? {
        request.query["key"] ?? (try? request.form())?["key"]
    }

    /// The actor, where the token opens something and the route admits his role.
    func admitted(_ rows: Rows, _ request: Request) throws -> (Actor, scope: ID?) {
        let entered = try entered(rows)
        let actor = entered.actor
        if entered.named == true, let hash = ownToken(request) { passes.isNamed(hash) }
        guard request.route?.access.admits(entered) == true
        else { throw Problems.roleMayNot(actor.role, request.route?.access) }
        return (actor, entered.scope)
    }

    /// Whom the database has signed in, or 401.
    func entered(_ rows: Rows) throws -> Entered {
        guard let row = rows.first, try !row.isNull("actor") else { throw Problems.notSignedIn }
        return try row.decode(Entered.self, "actor")
    }

    private func lock(_ root: Root) -> SQL {
        switch root {
        case .none: SQL("select null::uuid as project_id, null::text as place, null::bigint as version")
        case .project(let id):
            SQL(
                """
                select project_id, place, version::bigint from app.project
                where district = auth.district() and project_id = \(id) for no key update
                """)
        case .projectOf(let table, let column, let id):
            SQL(
                """
                select project.project_id, project.place, project.version::bigint
                from app.project
                where district = auth.district() and project_id = (
                    select owned.project_id from \(unescaped: table) owned
                    where owned.district = auth.district() and owned.\(unescaped: column) = \(id)
                ) for no key update
                """)
        }
    }

    /// Whether the actor takes part in the root's project today; asked once the lock is held.
    func takesPart(in root: Root) -> SQL {
        switch root {
        case .none: "select true as takes_part"
        case .project(let id): "select auth.takes_part(\(id)) as takes_part"
        case .projectOf(let table, let column, let id):
            SQL(
                """
                select coalesce(bool_or(auth.takes_part(owned.project_id)), false) as takes_part
                from \(unescaped: table) owned
                where owned.district = auth.district() and owned.\(unescaped: column) = \(id)
                """)
        }
    }

    private func project(of root: Root, _ rows: Rows) throws -> ID? {
        if case .none = root { return nil }
        return try rows.first?.id("project_id")
    }

    private func replay(_ rows: Rows, verb: String, fingerprint: [UInt8]) throws -> Response {
        guard let row = rows.first, try !row.isNull("status") else { throw Problems.keyIsBusy }
        guard try row.text("route") == verb, try row.bytes("fingerprint") == fingerprint else {
            throw Problems.keyIsReused
        }
        let status = Int(try row.int32("status"))
        var response = Response.json(status, bytes: try row.bytes("answer"))
        if status >= 400 { response.headers["content-type"] = "application/problem+json; charset=utf-8" }
        if let etag = try row.optionalText("etag") { response.headers["etag"] = etag }
        return response.with("idempotent-replayed", "true")
    }

    private func answered(_ write: Write) -> Response {
        let response = Response.json(write.status, write.answer)
        return write.version.map { response.tagged(version: $0) } ?? response
    }

    private func marked(_ body: JSON) -> JSON {
        guard case .object(var fields) = body else { return body }
        fields["clock"] = "simulated"
        return .object(fields)
    }
}

extension Entry {
    /// Writes the event: the database adds who acts, the place in the chain, and at the commit the rows and files.
    package var recording: SQL {
        """
        select ledger.record(\(id), \(type), \(subject.kind), \(subject.id), \(project), \(at), \(operation),
            \(body), \(signOff), \(rule))
        """
    }
}

extension Write {
    /// The second trip: event first, since guards look at it, then the rows, the stored answer, the commit.
    func commit(
        _ entry: Entry, response: Response, keyHash: [UInt8], in transaction: Transaction
    ) async throws {
        let stored = SQL(
            """
            update app.request set status = \(Int32(response.status)), answer = \(response.body),
                etag = \(response.headers["etag"])
            where district = auth.district() and principal = auth.person() and key_hash = \(keyHash)
            """)
        _ = try await transaction.commit(after: [entry.recording] + statements + [stored])
    }
}

/// What `auth.enter` answers.
struct Entered: Decodable, Sendable {
    let person: ID
    let name: String
    let organisation: ID
    let district: Int32
    let appointment: ID
    let role: Role
    let secondFactor: Bool
    /// Absent of whoever has no account.
    let actsAsItsBody: Bool?
    let tokenKind: String
    let scopeKind: String?
    let scope: ID?
    /// Whether it is a program's token with a name, whose use is noted.
    let named: Bool?
    /// The pass for the next reads, and for how many seconds it holds.
    let pass: String?
    let seconds: Int?

    var actor: Actor {
        Actor(
            person: person, name: name, organisation: organisation, district: district,
            appointment: appointment,
            role: role, secondFactor: secondFactor, actsAsItsBody: actsAsItsBody ?? true)
    }

    enum CodingKeys: String, CodingKey {
        case person, name, organisation, district, appointment, role, scope, named, pass, seconds
        case secondFactor = "second_factor"
        case actsAsItsBody = "acts_as_its_body"
        case tokenKind = "token_kind"
        case scopeKind = "scope_kind"
    }
}

extension Access {
    /// Whether a route lets in what `auth.enter` found.
    func admits(_ entered: Entered) -> Bool {
        switch self {
        case .anyone, .signedIn, .roles: entered.tokenKind != "link" && admits(entered.role)
        case .link(let kind): entered.tokenKind != "link" || entered.scopeKind == kind
        case .reporter: true
        }
    }

    /// Whether a route is for a role, by whatever token it came.
    func admits(_ role: Role) -> Bool {
        guard case .roles(let roles) = self else { return true }
        return roles.contains(role)
    }

    var roleWords: [Words] {
        guard case .roles(let roles) = self else { return [] }
        return roles.map(\.words)
    }
}
