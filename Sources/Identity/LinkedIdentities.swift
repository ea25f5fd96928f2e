import Actions
import Ledger
import PQ
import Values
import Web

/// Accounts of providers of identities that are linked to the district's people (关联账号).
///
/// A link names the provider's own mark of the account, its `sub`: names and addresses may be given to another.
struct LinkedIdentities: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/v1/people/{person}/identities", operation: "people.identities",
                summary: Words("关联到某人的统一身份认证账号", "Accounts of providers that are linked to somebody"),
                access: .roles([.systemAdministrator, .securityAdministrator]), tags: ["administration"],
                answers: [200: LinkedIdentitySchemas.list], handle: list),
            Route(
                .post, "/v1/people/{person}/identities", operation: "people.link_identity",
                summary: Words("关联某人的统一身份认证账号", "Link an account of a provider to somebody"),
                access: .roles([.systemAdministrator]), tags: ["administration"],
                body: LinkedIdentitySchemas.new, effect: .unversioned,
                answers: [201: LinkedIdentitySchemas.linked],
                handle: linkAccount),
            Route(
                .post, "/v1/people/{person}/identities/{identity}/end", operation: "people.end_identity",
                summary: Words("解除账号关联，此人全部登录随即结束", "End a link, and every session of that person with it"),
                access: .roles([.systemAdministrator, .securityAdministrator]), tags: ["administration"],
                body: AdministrationSchemas.ending, effect: .unversioned,
                answers: [200: LinkedIdentitySchemas.linked], handle: end),
        ]
    }

    private struct Known: Decodable, Sendable {
        let providers: [String]
        let linked: [Linked]
        let administers: Bool

        struct Linked: Decodable, Sendable {
            let id: ID
            let provider: String
            let isOpen: Bool

            enum CodingKeys: String, CodingKey {
                case id, provider
                case isOpen = "is_open"
            }
        }
    }

    /// What is linked to one of the district's people; no row, and so 404, where he is nobody of it.
    private static func facts(of person: ID) -> SQL {
        """
        select jsonb_build_object(
            'providers', (select coalesce(jsonb_agg(provider), '[]') from auth.identity_providers()),
            'linked', (select coalesce(jsonb_agg(jsonb_build_object(
                'id', id, 'provider', provider, 'is_open', ended_at is null)), '[]') from auth.identities_of(\(person))),
            'administers', exists (
                select from jsonb_array_elements(appointments) held
                where held ->> 'role' in ('system_administrator', 'security_administrator', 'audit_administrator'))) as facts
        from auth.people_of_district(\(person), null, 1)
        """
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let person = try request.require("person")
        let (_, rows) = try await desk.read(
            request,
            """
            select linked.id, linked.provider, linked.title, linked.subject, linked.linked_at, linked.linked_by,
                linked.ended_at
            from auth.people_of_district(\(person), null, 1) known, auth.identities_of(known.person_id) linked
            """)
        var body = Array("{\"items\":[".utf8)
        for index in 0..<rows.count {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            rows[index].writeJSON(into: &body)
        }
        body += "]}".utf8
        return .json(bytes: body)
    }

    private struct Draft: Decodable, Sendable {
        let id: ID?
        let provider: String
        let subject: String
    }

    @Sendable
    private func linkAccount(_ request: Request) async throws -> Response {
        let person = try request.require("person")
        let draft = try request.decode(Draft.self)
        let id = draft.id ?? Ledger.Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "people.link_identity", on: .none, subject: Subject("person", person),
            facts: LinkedIdentities.facts(of: person), as: Known.self
        ) { known, sitting in
            var words: [RefusalWords] = []
            if known.administers { words.append(IdentityRefusals.administratorIsAppointedByTheOperator) }
            if !known.providers.contains(draft.provider) {
                words.append(IdentityRefusals.identityProviderIsKnown)
            }
            if known.linked.contains(where: { $0.provider == draft.provider && $0.isOpen }) {
                words.append(IdentityRefusals.personHasOneIdentityOfAProvider)
            }
            guard words.isEmpty else { return .refused(words.map { $0.refusal(nil) }) }
            return .done(
                Write(
                    body: .object([
                        "identity": .text(id.description), "provider": .text(draft.provider),
                        "subject": .text(hex(Digest.sha256(draft.subject.utf8))),
                    ]),
                    [
                        """
                        select auth.link_identity(\(id), \(person), \(draft.provider), \(draft.subject), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text(id.description), "person": .text(person.description),
                        "provider": .text(draft.provider),
                    ])))
        }
    }

    private struct Ending: Decodable, Sendable {
        let reason: String
    }

    @Sendable
    private func end(_ request: Request) async throws -> Response {
        let (person, which) = (try request.require("person"), try request.require("identity"))
        let draft = try request.decode(Ending.self)
        return try await desk.act(
            request, "people.end_identity", on: .none, subject: Subject("person", person),
            facts: LinkedIdentities.facts(of: person), as: Known.self
        ) { known, sitting in
            guard let held = known.linked.first(where: { $0.id == which }) else { throw Problems.notFound }
            guard held.isOpen else { return .refused([IdentityRefusals.identityOnlyEnds.refusal(nil)]) }
            return .done(
                Write(
                    body: .object([
                        "identity": .text(which.description), "provider": .text(held.provider),
                        "reason": .text(draft.reason),
                    ]),
                    ["select auth.end_identity(\(which), \(sitting.op))"],
                    answer: .object([
                        "id": .text(which.description), "person": .text(person.description),
                        "provider": .text(held.provider),
                    ]), status: 200))
        }
    }
}

/// The forms of linked accounts.
enum LinkedIdentitySchemas {
    static let new = Schema.object(
        ["id": .id, "provider": .string(max: 31), "subject": .string(max: 255)],
        required: ["provider", "subject"])

    static let linked = Schema.open(["id": .id, "person": .id, "provider": .text])

    static let list = Schema.open([
        "items": .list(
            of: .ref(
                "LinkedIdentity",
                .open([
                    "id": .id, "provider": .text, "title": .text, "subject": .text, "linked_at": .instant,
                    "linked_by": .noID, "ended_at": Schema.instant.nullable,
                ])))
    ])
}
