import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// Digging up a renovated community (禁挖与破土): notices, who digs, and emergencies that the district takes note of.
struct NoDigRoutes: Sendable {
    let desk: Desk

    private struct NoticeDraft: Decodable, Sendable {
        let id: ID
        let authority: String
        let number: String
        let place: String
        let startsOn: BusinessDay
        let lastOn: BusinessDay

        enum CodingKeys: String, CodingKey {
            case id, authority, number, place
            case startsOn = "starts_on"
            case lastOn = "last_on"
        }
    }

    private struct LiftingDraft: Decodable, Sendable {
        let document: String
        let liftedOn: BusinessDay

        enum CodingKeys: String, CodingKey {
            case document
            case liftedOn = "lifted_on"
        }
    }

    private struct ExcavationDraft: Decodable, Sendable {
        let id: ID
        let place: String
        let purpose: String
        let startsOn: BusinessDay
        let endsOn: BusinessDay
        let emergency: Bool
        let cause: String?

        enum CodingKeys: String, CodingKey {
            case id, place, purpose, emergency, cause
            case startsOn = "starts_on"
            case endsOn = "ends_on"
        }
    }

    private struct LinesDraft: Decodable, Sendable {
        let lines: [ID]
    }

    private struct Facts: Decodable, Sendable {
        let place: String
        let edition: String
        let periods: [NoDigPeriod]
        let version: Int64?
    }

    var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        return [
            Route(
                .get, "/v1/projects/{project}/no-dig", operation: "no_dig.read",
                summary: Words("禁挖期和破土情况", "When a community may not be dug up, and who digs"),
                access: .signedIn,
                tags: ["closing"], answers: [200: Self.shown], handle: read),
            Route(
                .post, "/v1/projects/{project}/no-dig-notices", operation: "no_dig.announce",
                summary: Words("登记禁止挖掘通告", "Record a notice that forbids digging"), access: .roles(officers),
                tags: ["closing"], body: Self.notice, effect: .adds,
                answers: [201: .open(["id": .id, "last_on": .day])], handle: announce),
            Route(
                .post, "/v1/no-dig-notices/{notice}/lift", operation: "no_dig.lift",
                summary: Words("解除禁挖通告", "Lift a notice"), access: .roles([.renovationOffice]),
                tags: ["closing"],
                body: .object(["document": .string(max: 200), "lifted_on": .day]), effect: .steps,
                answers: [200: .open(["id": .id, "version": .version])], handle: lift),
            Route(
                .post, "/v1/projects/{project}/excavations", operation: "excavation.ask",
                summary: Words("申请破土施工，或登记抢修", "Ask to dig, or record an emergency repair"),
                access: .roles([
                    .constructionUnit, .community, .ownersBody, .contractor, .epcContractor, .utility,
                ]),
                tags: ["closing"], body: Self.excavation, effect: .adds,
                answers: [201: .open(["id": .id, "verdict": .string(), "because": .because])], handle: ask),
            Route(
                .post, "/v1/excavations/{excavation}/acknowledge", operation: "excavation.acknowledge",
                summary: Words("知悉抢修", "Take note of an emergency repair"),
                access: .roles([.renovationOffice]),
                tags: ["closing"], effect: .steps, answers: [200: .open(["id": .id, "version": .version])],
                handle: acknowledge),
            Route(
                .post, "/v1/projects/{project}/digging-lines", operation: "no_dig.name_lines",
                summary: Words("标明开挖子目", "Name the bill lines that dig"), access: .roles(officers),
                tags: ["closing"], body: .object(["lines": .array(of: .id, min: 1, max: 300)]), effect: .adds,
                answers: [201: .open(["lines": .int(min: 1)])], handle: nameLines),
        ]
    }

    private static let notice = Schema.object([
        "id": .id, "authority": .string(max: 100), "number": .string(max: 100), "place": .string(max: 200),
        "starts_on": .day, "last_on": .day,
    ])
    private static let excavation = Schema.object(
        [
            "id": .id, "place": .string(max: 200), "purpose": .string(max: 300), "starts_on": .day,
            "ends_on": .day, "emergency": .bool, "cause": .string(max: 300),
        ], required: ["id", "place", "purpose", "starts_on", "ends_on", "emergency"])
    private static let shown = Schema.open([
        "banned": .bool, "because": .because,
        "periods": .list(
            of: .open(["source": .string(), "place": .text, "starts_on": .day, "last_on": .day])),
        "notices": .list(
            of: .open([
                "id": .id, "authority": .text, "number": .text, "place": .text, "starts_on": .day,
                "last_on": .day, "lifted_on": .noDay, "version": .version,
            ])),
        "excavations": .list(
            of: .open([
                "id": .id, "applicant": .text, "place": .text, "purpose": .text, "starts_on": .day,
                "ends_on": .day, "emergency": .bool, "cause": .noText, "acknowledged_on": .noDay,
                "version": .version,
            ])),
    ])

    @Sendable
    private func announce(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(NoticeDraft.self)
        return try await desk.act(
            request, "no_dig.announce", on: .project(project), subject: Subject("project", project),
            facts: Self.facts(project), as: Facts.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object([
                        "authority": .text(draft.authority), "number": .text(draft.number),
                        "starts_on": .text("\(draft.startsOn)"), "last_on": .text("\(draft.lastOn)"),
                    ]),
                    [
                        """
                        insert into app.no_dig_notice (district, no_dig_notice_id, project_id, authority, number, place,
                            starts_on, last_on, op_id)
                        values (auth.district(), \(draft.id), \(project), \(draft.authority), \(draft.number),
                            \(draft.place), \(draft.startsOn), \(draft.lastOn), \(sitting.op))
                        """
                    ],
                    answer: .object(["id": .text("\(draft.id)"), "last_on": .text("\(draft.lastOn)")])))
        }
    }

    @Sendable
    private func lift(_ request: Request) async throws -> Response {
        let notice = try request.require("notice")
        let draft = try request.decode(LiftingDraft.self)
        return try await step(
            request, "no_dig.lift", Subject("no_dig_notice", notice), table: "app.no_dig_notice",
            key: "no_dig_notice_id", notice
        ) { _ in
            "lifted_on = \(draft.liftedOn), lifting_document = \(draft.document)"
        }
    }

    @Sendable
    private func acknowledge(_ request: Request) async throws -> Response {
        let excavation = try request.require("excavation")
        return try await step(
            request, "excavation.acknowledge", Subject("excavation", excavation), table: "app.excavation",
            key: "excavation_id", excavation
        ) { sitting in
            "acknowledged_on = \(sitting.today), acknowledged_by = \(sitting.actor.person)"
        }
    }

    /// One step of one row, which the database judges.
    private func step(
        _ request: Request, _ verb: String, _ subject: Subject, table: String, key: String, _ id: ID,
        _ assignments: @escaping @Sendable (Sitting) -> SQL
    ) async throws -> Response {
        let facts: SQL = """
            select jsonb_build_object('place', project.place, 'edition', project.edition, 'periods', '[]'::jsonb,
                'version', held.version) as facts
            from \(unescaped: table) held join app.project using (district, project_id)
            where held.district = auth.district() and held.\(unescaped: key) = \(id)
            """
        return try await desk.act(
            request, verb, on: .projectOf(table: table, column: key, id), subject: subject, facts: facts,
            as: Facts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let version = (facts.version ?? 1) + 1
            return .done(
                Write(
                    body: .object(["on": .text("\(sitting.today)")]),
                    [
                        "update \(unescaped: table) set " + assignments(sitting)
                            + """
                            , version = version + 1, op_id = \(sitting.op)
                            where district = auth.district() and \(unescaped: key) = \(id)
                            """
                    ], answer: .object(["id": .text("\(id)"), "version": .int(version)]), status: 200,
                    version: version))
        }
    }

    /// Records who digs; what is found is kept, and inside a period only an emergency is let through.
    @Sendable
    private func ask(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(ExcavationDraft.self)
        return try await desk.act(
            request, "excavation.ask", on: .project(project), subject: Subject("excavation", draft.id),
            facts: Self.facts(project), as: Facts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let (verdict, decision) = try NoDigRules.digging(
                from: draft.startsOn, through: draft.endsOn, emergency: draft.emergency,
                within: facts.periods,
                today: sitting.today, under: policy)
            guard case .allowed(let because) = decision else { return .refused(decision.refusals) }
            let found = sitting.newID()
            let determination = Determination(
                id: found, project: project, subject: Subject("excavation", draft.id), question: "excavation",
                inputs: .object([
                    "starts_on": .text("\(draft.startsOn)"), "ends_on": .text("\(draft.endsOn)"),
                    "emergency": .bool(draft.emergency),
                    "periods": .list(facts.periods.map { .text($0.words.zh) }),
                ]), edition: facts.edition, asOf: sitting.today, verdict: verdict.rawValue, because: because)
            return .done(
                Write(
                    body: .object([
                        "place": .text(draft.place), "starts_on": .text("\(draft.startsOn)"),
                        "ends_on": .text("\(draft.endsOn)"), "emergency": .bool(draft.emergency),
                        "verdict": .text(verdict.rawValue),
                    ]),
                    [
                        determination.insert(district: sitting.actor.district, op: sitting.op),
                        """
                        insert into app.excavation (district, excavation_id, project_id, applicant_id, place, purpose,
                            starts_on, ends_on, emergency, cause, determination_id, op_id)
                        values (auth.district(), \(draft.id), \(project), \(sitting.actor.organisation),
                            \(draft.place), \(draft.purpose), \(draft.startsOn), \(draft.endsOn),
                            \(draft.emergency), \(draft.cause), \(found), \(sitting.op))
                        """,
                    ],
                    answer: .object([
                        "id": .text("\(draft.id)"), "verdict": .text(verdict.rawValue),
                        "because": .list(because.map(\.json)),
                    ])))
        }
    }

    @Sendable
    private func nameLines(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let lines = Array(Set(try request.decode(LinesDraft.self).lines)).sorted {
            $0.description < $1.description
        }
        return try await desk.act(
            request, "no_dig.name_lines", on: .project(project), subject: Subject("project", project),
            facts: Self.facts(project), as: Facts.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object(["lines": .list(lines.map { .text("\($0)") })]),
                    [
                        """
                        insert into app.digging_line (district, bill_line_id, project_id, op_id)
                        select auth.district(), line, \(project), \(sitting.op) from unnest(\(lines)) as line order by line
                        """
                    ], answer: .object(["lines": .int(Int64(lines.count))])))
        }
    }

    @Sendable
    private func read(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                Self.facts(project),
                """
                select jsonb_build_object('id', no_dig_notice_id, 'authority', authority, 'number', number,
                    'place', place, 'starts_on', starts_on, 'last_on', last_on, 'lifted_on', lifted_on,
                    'version', version) as item
                from app.no_dig_notice where district = auth.district() and project_id = \(project)
                order by starts_on, no_dig_notice_id
                """,
                """
                select jsonb_build_object('id', excavation_id, 'applicant', organisation.name, 'place', place,
                    'purpose', purpose, 'starts_on', starts_on, 'ends_on', ends_on, 'emergency', emergency,
                    'cause', cause, 'acknowledged_on', acknowledged_on, 'version', version) as item
                from app.excavation join auth.organisation on organisation.organisation_id = applicant_id
                where district = auth.district() and project_id = \(project) order by starts_on, excavation_id
                """,
            ])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(Facts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let ban = try policy.bool("nodig.banned")
        return .json(
            200,
            .object([
                "banned": .bool(ban.value), "because": .list([ban.citation.json]),
                "periods": .list(
                    facts.periods.map {
                        .object([
                            "source": .text($0.source), "place": .text($0.place),
                            "starts_on": .text("\($0.startsOn)"), "last_on": .text("\($0.lastOn)"),
                        ])
                    }), "notices": .list(try rows[1].map { try $0.decode(JSON.self, "item") }),
                "excavations": .list(try rows[2].map { try $0.decode(JSON.self, "item") }),
            ]))
    }

    private static func facts(_ project: ID) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition, 'version', project.version,
            'periods', (
                select coalesce(jsonb_agg(jsonb_build_object('source', source, 'place', period.place,
                    'starts_on', starts_on, 'last_on', last_on) order by starts_on), '[]')
                from app.no_dig_periods_shown(project.project_id) period
            )) as facts
        from app.project where project.district = auth.district() and project.project_id = \(project)
        """
    }
}
