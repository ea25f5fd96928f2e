import Actions
import PQ
import Policy
import Questions
import Values
import Web

/// Determinations as they are stored, read for replays.
enum Determinations {
    private static let columns: SQL = """
        select d.determination_id, d.project_id, p.name, p.place, d.subject_kind, d.subject_id, d.question,
            d.inputs, d.edition, d.as_of, d.verdict, d.because
        from app.determination d join app.project p on p.district = d.district and p.project_id = d.project_id
        """

    static func one(_ id: ID) -> SQL { columns + " where d.determination_id = \(id)" }

    /// The latest of each question about each thing of the projects that are not closed.
    static func ofOpenProjects() -> SQL {
        columns + """
             where p.state <> 'S23' and not exists (
                select from app.determination later
                where later.district = d.district and later.subject_kind = d.subject_kind
                    and later.subject_id = d.subject_id and later.question = d.question
                    and (later.created_at, later.determination_id) > (d.created_at, d.determination_id))
            order by d.project_id, d.created_at, d.determination_id
            """
    }

    /// The same of one open project.
    static func ofOpenProjects(_ project: ID) -> SQL {
        "select * from (\(ofOpenProjects())) own where own.project_id = \(project)"
    }

    static func read(_ statement: SQL, from pool: Pool) async throws -> [PastDetermination] {
        let rows = try await pool.transaction { transaction in
            let rows = try await transaction.send(statement)
            _ = try await transaction.commit()
            return rows
        }
        return try past(rows)
    }

    static func past(_ rows: Rows) throws -> [PastDetermination] {
        try rows.map { row in
            let reasons = try row.decode(JSON.self, "because")
            return PastDetermination(
                id: try row.id("determination_id"), project: try row.id("project_id"),
                title: try row.text("name"), place: try row.text("place"),
                subjectKind: try row.text("subject_kind"), subject: try row.id("subject_id"),
                question: try row.text("question"), inputs: try row.decode(JSON.self, "inputs"),
                edition: try row.text("edition"), asOf: try row.day("as_of"),
                verdict: try row.text("verdict"), because: reasons["because"] ?? .list([]),
                figures: reasons["figures"] ?? .null)
        }
    }
}

/// A determination made again under its own edition (认定复核): whether it says the same.
struct Explanation {
    let past: PastDetermination
    let outcome: Result<Replay, FaultWords>

    struct FaultWords: Error { let words: Words }

    init(of past: PastDetermination, under book: PolicyBook) {
        self.past = past
        do {
            let policy = try book.policy(edition: past.edition, place: past.place, on: past.asOf)
            outcome = .success(try Replay(of: past, under: policy))
        } catch let fault as Replay.Fault {
            outcome = .failure(FaultWords(words: fault.words))
        } catch let fault as PolicyFault {
            outcome = .failure(FaultWords(words: fault.words))
        } catch {
            outcome = .failure(FaultWords(words: Words("不能重演", "it cannot be made again")))
        }
    }

    var isSame: Bool {
        guard case .success(let replay) = outcome else { return false }
        return replay.agrees(with: past)
    }

    var json: JSON {
        var fields = past.json.object ?? [:]
        fields["inputs"] = past.inputs
        fields["because"] = past.because
        fields["figures"] = past.figures
        fields["same"] = .bool(isSame)
        switch outcome {
        case .success(let replay):
            fields["replayed_verdict"] = .text(replay.verdict)
            fields["same_clauses"] = .bool(replay.citesTheSame(as: past))
            if let figures = replay.figures { fields["replayed_figures"] = figures }
            fields["tree"] = .list(replay.reasons.map(\.json))
            let (zh, en) =
                isSame
                ? ("按存档的输入和版本重演，结论一致。", "Made again from the stored inputs and edition, it says the same.")
                : ("重演结论与存档不一致。", "Made again, it says something else.")
            fields["detail"] = .text(zh)
            fields["detail_en"] = .text(en)
        case .failure(let fault):
            fields["detail"] = .text(fault.words.zh)
            fields["detail_en"] = .text(fault.words.en)
        }
        return .object(fields)
    }
}

/// Past determinations and differing rules over HTTP, for the district's offices.
struct PolicyPastRoutes: Sendable {
    let desk: Desk

    private static let offices: Access = .roles([
        .renovationOffice, .leadingGroup, .financeBureau, .constructionUnit, .trackingAuditor,
    ])

    var routes: [Route] {
        [
            Route(
                .get, "/v1/policy/determinations/{determination}", operation: "policy.replay",
                summary: Words(
                    "复核一项历史认定：按存档输入与版本重演", "Make a past determination again, from what was stored"),
                access: Self.offices, tags: ["policy"], answers: [200: PolicyAnswers.replay], handle: replay),
            Route(
                .get, "/v1/policy/simulation", operation: "policy.simulate",
                summary: Words(
                    "在办项目的认定按现行版本会有哪些变化", "Which open projects' verdicts would change under today's editions"),
                access: Self.offices, tags: ["policy"], answers: [200: PolicyAnswers.simulation],
                handle: simulate),
            Route(
                .get, "/v1/policy/differences", operation: "policy.diff",
                summary: Words(
                    "两地或两版规则的差异，附依据", "What two places or editions hold differently, with the clauses"),
                access: .signedIn, tags: ["policy"],
                query: [
                    Parameter(
                        "from", .string(min: 1, max: 64), Words("地区或版本", "a place or an edition"),
                        required: true),
                    Parameter(
                        "to", .string(min: 1, max: 64), Words("地区或版本", "a place or an edition"),
                        required: true),
                    Parameter("on", .string(.date), Words("哪一日的规则", "the day whose rules are compared")),
                ], answers: [200: PolicyAnswers.differences], handle: differences),
        ]
    }

    @Sendable private func replay(_ request: Request) async throws -> Response {
        let id = try request.require("determination")
        let (_, rows) = try await desk.read(
            request, Determinations.one(id) + " and d.district = auth.district()")
        guard let past = try Determinations.past(rows).first else {
            throw Problem(
                404, "determination_unknown", Words("没有这项认定", "There is no such determination"))
        }
        return .json(200, Explanation(of: past, under: desk.shelf.current).json)
    }

    @Sendable private func simulate(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(request, Determinations.ofOpenProjects())
        let book = desk.shelf.current
        let found = try Determinations.past(rows).map { one in
            Simulation(of: one) { () throws(PolicyFault) in try book.policy(for: one.place, on: one.asOf) }
        }
        let changed = found.filter { if case .same = $0.outcome { false } else { true } }
        return .json(
            200,
            .object([
                "items": .list(changed.map(\.json)), "summary": Simulation.summary(found), "next": .null,
            ]))
    }

    @Sendable private func differences(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        let book = desk.shelf.current
        let day = request.query["on"].flatMap { BusinessDay(iso: $0) } ?? desk.clock.now.day
        let before = try book.policy(of: request.query["from"] ?? "", on: day)
        let after = try book.policy(of: request.query["to"] ?? "", on: day)
        return .json(
            200,
            .object([
                "on": .text(day.description), "from": .text(before.place), "to": .text(after.place),
                "items": .list(PolicyDifference.between(before, after).map(\.json)), "next": .null,
            ]))
    }
}

extension PolicyAnswers {
    private static let past: [String: Schema] = [
        "determination": .id, "project": .id, "name": .text, "place": .string(),
        "subject_kind": .string(), "subject": .id, "question": .string(), "edition": .string(),
        "as_of": .day, "verdict": .string(),
    ]

    /// A determination with what it says when it is made again.
    static let replay = Schema.open(
        past.merging([
            "inputs": .any, "because": .because, "figures": .any, "same": .bool, "detail": .text,
            "detail_en": .text, "tree": .reasons, "replayed_verdict": .string(), "same_clauses": .bool,
            "replayed_figures": .any,
        ]) { own, _ in own },
        required: Array(past.keys) + ["inputs", "because", "same", "detail", "detail_en"])

    /// The determinations that would come out otherwise, or could not be made again.
    static let simulation = Schema.open([
        "items": .list(
            of: .open(
                past.merging(["outcome": .string(oneOf: ["changed", "open"])]) { own, _ in own })),
        "summary": .open([
            "determinations": .int(min: 0), "same": .int(min: 0), "changed": .int(min: 0),
            "open": .int(min: 0), "projects": .int(min: 0), "projects_changed": .int(min: 0),
        ]), "next": .noID,
    ])

    /// Keys that differ, each with what both sides hold.
    static let differences = Schema.open([
        "on": .day, "from": .string(), "to": .string(),
        "items": .list(
            of: .open([
                "key": .string(), "change": .string(oneOf: ["added", "removed", "changed"]),
            ])), "next": .noID,
    ])
}
