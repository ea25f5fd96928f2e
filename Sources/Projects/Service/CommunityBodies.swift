import Actions
import PQ
import Projects
import Values
import Web

/// The residents' committee and the owners' body of a project's community (社区组织): who acts for it, and until when.
struct CommunityBodies: Sendable {
    let desk: Desk

    var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        return [
            Route(
                .get, "/v1/projects/{project}/community-bodies", operation: "community_body.list",
                summary: Words("社区组织", "The bodies of the community"), access: .signedIn, tags: ["projects"],
                query: Paging.parameters, answers: [200: .page(of: CommunityBodies.body)], handle: list),
            Route(
                .post, "/v1/projects/{project}/community-bodies", operation: "community_body.record",
                summary: Words("登记社区组织", "Record a body of the community"), access: .roles(officers),
                tags: ["projects"], body: CommunityBodies.draft, effect: .adds,
                answers: [201: CommunityBodies.recorded], handle: record),
            Route(
                .post, "/v1/community-bodies/{body}/end", operation: "community_body.end",
                summary: Words("终止社区组织", "End a body's time"), access: .roles(officers), tags: ["projects"],
                body: CommunityBodies.end, effect: .steps, answers: [200: CommunityBodies.ended], handle: end),
        ]
    }

    private static let roles: [Role] = [.community, .ownersBody]
    private static let draft = Schema.object([
        "id": .id, "organisation": .id, "role": .string(oneOf: roles.map(\.rawValue)), "valid_from": .day,
    ])
    private static let end = Schema.object(["valid_to": .day, "reason": .string(max: 500)])
    private static let recorded = Schema.open(["id": .id, "role": .string(), "version": .version])
    private static let ended = Schema.open(["id": .id, "valid_to": .day, "version": .version])
    private static let body = Schema.open([
        "id": .id, "project_id": .id, "organisation_id": .id, "organisation": .text, "role": .string(),
        "valid_from": .day, "valid_to": .noDay, "end_reason": .noText, "version": .version,
    ])

    private struct Draft: Decodable, Sendable {
        let id: ID
        let organisation: ID
        let role: Role
        let from: BusinessDay

        enum CodingKeys: String, CodingKey {
            case id, organisation, role
            case from = "valid_from"
        }
    }

    private struct End: Decodable, Sendable {
        let to: BusinessDay
        let reason: String

        enum CodingKeys: String, CodingKey {
            case reason
            case to = "valid_to"
        }
    }

    private struct Standing: Decodable, Sendable {
        let role: Role
        let ended: BusinessDay?
        let version: Int64
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select body.community_body_id as id, body.project_id, body.organisation_id, unit.name as organisation,
                body.role, body.valid_from, body.valid_to, body.end_reason, body.version
            from app.community_body body
            join app.project known using (district, project_id)
            join app.project on project.district = known.district and project.community_id = known.community_id
            join auth.organisation unit using (organisation_id)
            where project.district = auth.district() and project.project_id = \(project)
                and (\(page.after)::uuid is null or body.community_body_id > \(page.after))
            order by body.community_body_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    private func record(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(Draft.self)
        return try await desk.act(
            request, "community_body.record", on: .project(project),
            subject: Subject("community_body", draft.id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object([
                        "organisation": .text(draft.organisation.description),
                        "role": .text(draft.role.rawValue),
                        "valid_from": .text("\(draft.from)"),
                    ]),
                    [
                        CommunityBodies.insert(
                            draft.id, draft.organisation, as: draft.role, of: project, from: draft.from,
                            district: sitting.actor.district, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "role": .text(draft.role.rawValue), "version": 1,
                    ]), version: 1))
        }
    }

    @Sendable
    private func end(_ request: Request) async throws -> Response {
        let body = try request.require("body")
        let draft = try request.decode(End.self)
        return try await desk.act(
            request, "community_body.end",
            on: .projectOf(table: "app.community_body", column: "community_body_id", body),
            subject: Subject("community_body", body),
            facts: """
                select jsonb_build_object('role', role, 'ended', valid_to, 'version', version) as facts
                from app.community_body where district = auth.district() and community_body_id = \(body)
                """, as: Standing.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.ended == nil else {
                return .refused([ProjectsRefusals.communityBodyEndsOnce.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object(["valid_to": .text("\(draft.to)"), "reason": .text(draft.reason)]),
                    [
                        """
                        update app.community_body set valid_to = \(draft.to), end_reason = \(draft.reason),
                            version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and community_body_id = \(body)
                        """
                    ],
                    answer: .object([
                        "id": .text(body.description), "valid_to": .text("\(draft.to)"),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// The bodies that an import names with the community.
    static func named(
        committee: ID?, owners: ID?, of project: ID, _ sitting: Sitting
    ) -> [SQL] {
        [(committee, Role.community), (owners, Role.ownersBody)].compactMap { unit, role in
            unit.map {
                insert(
                    sitting.newID(), $0, as: role, of: project, from: sitting.today,
                    district: sitting.actor.district, op: sitting.op)
            }
        }
    }

    private static func insert(
        _ id: ID, _ unit: ID, as role: Role, of project: ID, from day: BusinessDay, district: Int32, op: ID
    ) -> SQL {
        """
        insert into app.community_body (district, community_body_id, project_id, organisation_id, role, valid_from,
            op_id)
        values (\(district), \(id), \(project), \(unit), \(role.rawValue), \(day), \(op))
        """
    }
}
