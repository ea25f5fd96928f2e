import Actions
import PQ
import Policy
import Projects
import Values
import Web

/// What is shown of registers, ballots and rounds.
struct OwnersReads: Sendable {
    let desk: Desk

    /// The register that stands: its totals beside what the community was said to have.
    @Sendable
    func register(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            """
            select project.project_id as project, community.households as declared_households,
                community.area_hundredths as declared_area_hundredths, standing.import_id as register,
                standing.households, standing.persons, standing.area_hundredths, standing.format,
                standing.agreed_on,
                encode(standing.file_sha256, 'hex') as file_sha256, standing.version
            from app.project join app.community using (district, community_id)
            left join app.register_import standing on standing.district = project.district
                and standing.project_id = project.project_id and standing.state = 'standing'
            where project.district = auth.district() and project.project_id = \(project)
            """)
        guard let row = rows.first else { throw Problems.notFound }
        var bytes = [UInt8]()
        row.writeJSON(into: &bytes)
        return .json(bytes: bytes)
    }

    /// The units of the register, with their owners' names, for those who keep it.
    @Sendable
    func units(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select unit_id as id, building, entrance, room, area_hundredths, area_source, share_fen,
                coalesce(names, '') as owners,
                owner_id as owner, developer
            from app.register_unit join app.register_owner using (district, owner_id)
            left join app.register_owner_detail using (district, owner_id)
            where register_unit.district = auth.district() and register_unit.project_id = \(project)
                and until_import is null and (\(page.after)::uuid is null or unit_id > \(page.after))
            order by unit_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    func ballots(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select ballot_id as id, title, organiser_kind, opened_on, closes_on, state, follows, version
            from app.ballot
            where district = auth.district() and project_id = \(project)
                and (\(page.after)::uuid is null or ballot_id > \(page.after))
            order by ballot_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    /// A ballot as it stands: how far, both ratios as exact fractions, what is missing before the count.
    @Sendable
    func ballot(_ request: Request) async throws -> Response {
        let ballot = try request.require("ballot")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.ballot", column: "ballot_id", ballot),
            [OwnersStore.ballot(ballot)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let standing = try BallotStanding(
            row.decode(BallotFacts.self, "facts"), shelf: desk.shelf, today: desk.clock.now.day)
        return Response.json(200, standing.json(offering)).tagged(version: standing.facts.version)
    }

    /// The slips of a ballot, for those who keep them; those that wait for a second entry come first.
    @Sendable
    func slips(_ request: Request) async throws -> Response {
        let ballot = try request.require("ballot")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            [
                "select 1 from app.ballot where district = auth.district() and ballot_id = \(ballot)",
                """
                select slip.slip_id as id, unit.building, unit.entrance, unit.room, slip.unit_id as unit,
                    slip.answers, slip.channel, slip.by_proxy, encode(slip.scan_sha256, 'hex') as scan_sha256,
                    slip.signed_on, slip.entered_by, slip.withdrawn_on, slip.withdrawal_kind,
                    again.answers as rechecked_answers, slip.version
                from app.ballot_slip slip join app.register_unit unit using (district, unit_id)
                left join app.slip_recheck again using (district, slip_id)
                where slip.district = auth.district() and slip.ballot_id = \(ballot)
                    and (\(page.after)::uuid is null or slip.slip_id > \(page.after))
                order by slip.slip_id limit \(page.limit + 1)
                """,
            ])
        guard rows[0].first != nil else { throw Problems.notFound }
        return .json(bytes: try Desk.page(rows[1], limit: page.limit, cursor: "id"))
    }

    /// The scan of a slip, or the record of an electronic vote, as it was brought: for those who keep the register.
    @Sendable
    func scan(_ request: Request) async throws -> Response {
        let slip = try request.require("slip")
        let (_, rows) = try await desk.read(
            request,
            """
            select unit.room, file.media_type, file.content, encode(file.sha256, 'hex') as sha256
            from app.ballot_slip slip join app.register_unit unit using (district, unit_id)
            join app.file on file.district = slip.district and file.sha256 = slip.scan_sha256
            where slip.district = auth.district() and slip.slip_id = \(slip)
            """)
        guard let row = rows.first else { throw Problems.notFound }
        let type = try row.text("media_type")
        return .file(
            try row.bytes("content"), type: type.hasPrefix("text/") ? type + "; charset=utf-8" : type,
            tag: try row.text("sha256"),
            download: try row.text("room") + (DocumentType(rawValue: type)?.ending ?? ""))
    }

    /// The rounds of consultation as they stand, and the steps that the place still asks for.
    @Sendable
    func consultation(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                OwnersStore.consultation(project),
                """
                select step_id as id, round, direction, attempt, kind, happened_on, place, summary,
                    encode(sha256, 'hex') as sha256, attendance, reason
                from app.consultation_step where district = auth.district() and project_id = \(project)
                order by round, direction, attempt
                """,
            ])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(ConsultationFacts.self, "facts")
        let (_, policy) = try desk.shelf.ballotEdition(
            facts.edition, place: facts.place, on: desk.clock.now.day)
        let missing = try ConsultationRules.missing(from: facts.steps, under: policy)
        var bytes = Array("{\"missing\":".utf8)
        bytes += JSON.list(missing.value.map { .object(["zh": .text($0.zh), "en": .text($0.en)]) }).canonical
        bytes += Array(",\"source\":".utf8) + missing.citation.json.canonical
        bytes += Array(",\"steps\":".utf8)
        rows[1].writeJSON(into: &bytes)
        bytes.append(UInt8(ascii: "}"))
        return .json(bytes: bytes)
    }
}

/// A ballot read with its rules: the tests as they would come out now, and what the count waits for.
struct BallotStanding {
    struct Line {
        let question: BallotFacts.Question
        let verdict: ConsentVerdict
        /// The clauses of the verdict as a tree, with every test that it counted.
        let reasons: [Reason]
    }

    let facts: BallotFacts
    let lines: [Line]
    let count: Decision

    init(_ facts: BallotFacts, shelf: PolicyShelf, today: BusinessDay) throws {
        self.facts = facts
        let policy = try shelf.policy(edition: facts.edition, place: facts.place, on: facts.closesOn)
        var lines = [Line]()
        for question in facts.questions {
            let own = policy.traced(by: PolicyTrace())
            let verdict = try ConsentRules.verdict(
                of: question.figures, matter: question.`class`, purpose: question.purpose, under: own)
            lines.append(
                Line(question: question, verdict: verdict, reasons: try verdict.reasons(under: own)))
        }
        self.lines = lines
        count = try BallotRules.count(facts, today: today, under: policy).explained(under: policy)
    }

    func json(_ offering: Offering) -> JSON {
        var fields: [String: JSON] = [
            "id": .text(facts.ballot.description), "project": .text(facts.project.description),
            "state": .text(facts.state.rawValue), "opened_on": .text("\(facts.openedOn)"),
            "closes_on": .text("\(facts.closesOn)"), "counts": .int(facts.counts),
            "version": .int(facts.version),
            "entries": .object([
                "slips": .int(facts.entries.slips), "paper": .int(facts.entries.paper),
                "rechecked": .int(facts.entries.rechecked), "differing": .int(facts.entries.differing),
                "withdrawn": .int(facts.entries.withdrawn),
            ]),
            "questions": .list(
                lines.map { line in
                    .object([
                        "ordinal": .int(line.question.ordinal),
                        "purpose": .text(line.question.purpose.rawValue),
                        "title": .text(line.question.title), "class": .text(line.question.`class`.rawValue),
                        "regime": .text(line.verdict.regime), "passes": .bool(line.verdict.overall),
                        "no": .int(line.question.no), "tests": .list(line.verdict.tests.map(\.json)),
                        "because": .list(line.reasons.map(\.json)),
                    ])
                }),
        ]
        let path = "/v1/ballots/\(facts.ballot)/count"
        let offers =
            facts.state == .open ? [Offer("ballot.count", Words("计票", "count"), "POST", path, count)] : []
        fields.merge(offering.fields(offers)) { own, _ in own }
        return .object(fields)
    }
}
