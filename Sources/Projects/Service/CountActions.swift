import Actions
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// Counting ballots (计票、复核计票), and the rounds of consultation.
struct CountActions: Sendable {
    let desk: Desk

    /// Counts a ballot whose voting is over, and closes it for good.
    @Sendable
    func count(_ request: Request) async throws -> Response {
        try await count(request, again: false)
    }

    /// Counts a closed ballot again, with a reason and what is read otherwise; the count before it stays.
    @Sendable
    func recount(_ request: Request) async throws -> Response {
        try await count(request, again: true)
    }

    private func count(_ request: Request, again: Bool) async throws -> Response {
        let ballot = try request.require("ballot")
        let draft = try request.decode(CountDraft.self)
        return try await desk.act(
            request, again ? "ballot.recount" : "ballot.count",
            on: .projectOf(table: "app.ballot", column: "ballot_id", ballot),
            subject: Subject("ballot", ballot), facts: OwnersStore.readings(ballot), as: CountFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.ballot.version)
            let policy = try sitting.policy(
                edition: facts.ballot.edition, place: facts.ballot.place, on: facts.ballot.closesOn)
            if again, facts.ballot.state != .counted {
                return .refused([
                    ProjectsRefusals.recountFollowsTheLastCount.refusal(
                        desk.shelf.citation("consent.regime", for: facts.ballot.place))
                ])
            }
            if !again {
                let decision = try BallotRules.count(facts.ballot, today: sitting.today, under: policy)
                guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            }
            let corrections = Dictionary((draft.corrections ?? []).map { ($0.slip, $0) }) { _, last in last }
            let readings = facts.readings.map { reading in
                corrections[reading.slip].map {
                    SlipReading(
                        slip: reading.slip, owner: reading.owner, area: reading.area, answers: $0.answers)
                } ?? reading
            }
            let found = try Found(facts.ballot, readings, under: policy)
            return .done(found.write(draft, again: again, sitting))
        }
    }

    /// Records a collection or a feedback of a round.
    @Sendable
    func consult(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(ConsultationDraft.self)
        return try await desk.act(
            request, "consultation.record", on: .project(project), subject: Subject("consultation", draft.id),
            facts: OwnersStore.consultation(
                project, round: draft.round, direction: draft.direction.rawValue), as: ConsultationFacts.self
        ) { facts, sitting in
            let (_, policy) = try sitting.shelf.ballotEdition(
                facts.edition, place: facts.place, on: draft.happenedOn)
            let step = ConsultationStep(
                round: draft.round, direction: draft.direction, happenedOn: draft.happenedOn)
            let decision = try ConsultationRules.recording(
                step, kind: draft.kind, attendance: draft.attendance, after: facts.steps, in: facts.state,
                today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "round": .int(draft.round),
                        "direction": .text(draft.direction.rawValue), "kind": .text(draft.kind),
                        "happened_on": .text("\(draft.happenedOn)"), "sha256": .text(draft.sha256),
                    ]),
                    [
                        """
                        insert into app.consultation_step (district, step_id, project_id, round, direction, attempt,
                            kind, happened_on, place, summary, sha256, attendance, reason, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(Int32(draft.round)),
                            \(draft.direction.rawValue), \(Int32(facts.attempts + 1)), \(draft.kind),
                            \(draft.happenedOn), \(draft.place), \(draft.summary), \(bytes(hex: draft.sha256)),
                            \(draft.attendance.map { Int32($0) }), \(draft.reason), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "round": .int(draft.round),
                        "direction": .text(draft.direction.rawValue), "attempt": .int(facts.attempts + 1),
                    ])))
        }
    }
}

/// What a count finds: each question's figures and verdict.
struct Found {
    struct Line {
        let question: BallotFacts.Question
        let tally: BallotTally
        let verdict: ConsentVerdict
        let asked: [String]
    }

    let ballot: BallotFacts
    let lines: [Line]

    init(_ ballot: BallotFacts, _ readings: [SlipReading], under policy: Policy) throws {
        self.ballot = ballot
        var lines = [Line]()
        for question in ballot.questions {
            let figures = question.figures
            let tally = BallotTally(
                readings, question: Int(question.ordinal) - 1,
                over: RegisterTotals(
                    households: figures.households.total, persons: figures.persons.total,
                    area: figures.area.total))
            lines.append(
                Line(
                    question: question, tally: tally,
                    verdict: try ConsentRules.verdict(
                        of: tally.figures, matter: question.`class`, purpose: question.purpose, under: policy),
                    asked: try policy.texts("ballot.tests.\(question.purpose.rawValue)").value))
        }
        self.lines = lines
    }

    func write(_ draft: CountDraft, again: Bool, _ sitting: Sitting) -> Write {
        let ordinal = ballot.counts + 1
        var statements: [SQL] = [
            """
            insert into app.ballot_count (district, count_id, ballot_id, project_id, ordinal, reason, counted_on,
                counted_by, op_id)
            values (\(sitting.actor.district), \(draft.id), \(ballot.ballot), \(ballot.project),
                \(Int32(ordinal)), \(again ? draft.reason : nil), \(sitting.today), \(sitting.actor.person),
                \(sitting.op))
            """
        ]
        for correction in draft.corrections ?? [] {
            statements.append(
                """
                insert into app.slip_correction (district, count_id, slip_id, ballot_id, project_id, answers, reason,
                    op_id)
                values (\(sitting.actor.district), \(draft.id), \(correction.slip), \(ballot.ballot),
                    \(ballot.project), \(correction.answers.map(\.rawValue)), \(correction.reason), \(sitting.op))
                """)
        }
        for line in lines { statements += rows(line, of: draft.id, sitting) }
        if !again {
            statements.append(
                """
                update app.ballot set state = 'counted', version = version + 1, op_id = \(sitting.op)
                where district = \(sitting.actor.district) and ballot_id = \(ballot.ballot)
                """)
        }
        let version = again ? ballot.version : ballot.version + 1
        return Write(
            body: .object([
                "count": .int(ordinal), "reason": again ? draft.reason.map { .text($0) } ?? .null : .null,
                "corrections": .int(Int64(draft.corrections?.count ?? 0)),
                "results": .list(
                    lines.map {
                        .object([
                            "ordinal": .int($0.question.ordinal),
                            "purpose": .text($0.question.purpose.rawValue),
                            "verdict": .text($0.verdict.word),
                        ])
                    }),
            ]), statements,
            answer: .object([
                "id": .text(draft.id.description), "ballot": .text(ballot.ballot.description),
                "state": "counted", "count": .int(ordinal), "results": .list(lines.map(\.json)),
            ]), version: version)
    }

    private func rows(_ line: Line, of count: ID, _ sitting: Sitting) -> [SQL] {
        let determination = sitting.newID()
        let figures = line.tally.figures
        let (question, inputs) = line.question(closed: ballot.closesOn)
        return [
            Determination(
                id: determination, project: ballot.project, subject: Subject("ballot", ballot.ballot),
                question: question, inputs: inputs, edition: ballot.edition, asOf: ballot.closesOn,
                verdict: line.verdict.word, because: line.verdict.citations,
                figures: .list(line.verdict.tests.map(\.json))
            ).insert(district: sitting.actor.district, op: sitting.op),
            """
            insert into app.ballot_result (district, count_id, ordinal, ballot_id, project_id, area_part, area_yes,
                persons_part, persons_yes, households_part, households_yes, households_no, verdict,
                determination_id, op_id)
            values (\(sitting.actor.district), \(count), \(Int32(line.question.ordinal)), \(ballot.ballot),
                \(ballot.project), \(figures.area.part), \(figures.area.yes), \(Int32(figures.persons.part)),
                \(Int32(figures.persons.yes)), \(Int32(figures.households.part)),
                \(Int32(figures.households.yes)), \(Int32(line.tally.no)), \(line.verdict.word), \(determination),
                \(sitting.op))
            """,
        ]
    }
}

extension Found.Line {
    /// The policy question that answers the same from the same inputs, so that it can be asked again later.
    func question(closed: BusinessDay) -> (String, JSON) {
        let figures = tally.figures
        if asked == ["single"], let test = verdict.tests.first {
            return (
                "single_rate",
                .object([
                    "yes": .int(test.count), "base": .int(test.base), "threshold": .text("\(test.needed)"),
                ])
            )
        }
        var inputs: [String: JSON] = [
            "closed": .text("\(closed)"), "matter": .text(question.`class`.rawValue),
            "area_total": .text(Area(hundredths: figures.area.total).squareMetres),
            "area_part": .text(Area(hundredths: figures.area.part).squareMetres),
            "area_yes": .text(Area(hundredths: figures.area.yes).squareMetres),
            "persons_total": .int(figures.persons.total), "persons_part": .int(figures.persons.part),
            "persons_yes": .int(figures.persons.yes),
            "households_total": .int(figures.households.total),
            "households_yes": .int(figures.households.yes),
        ]
        // One rate beside the law's: what the place asks for the purpose, not its double ratio.
        if asked.contains("single") { inputs["purpose"] = .text(question.purpose.rawValue) }
        let isConsent = asked.contains("local") || asked.contains("single") || verdict.local == nil
        return (isConsent ? "consent" : "ballot", .object(inputs))
    }

    var json: JSON {
        .object([
            "ordinal": .int(question.ordinal), "purpose": .text(question.purpose.rawValue),
            "question": .text(question.title), "class": .text(question.`class`.rawValue),
            "verdict": .text(verdict.word), "regime": .text(verdict.regime),
            "local": verdict.local.map { .text($0 ? "pass" : "fail") } ?? .null,
            "quorum": verdict.quorum.map { .text($0 ? "pass" : "fail") } ?? .null,
            "statute": verdict.statute.map { .text($0 ? "pass" : "fail") } ?? .null,
            "tests": .list(verdict.tests.map(\.json)), "because": .list(verdict.citations.map(\.json)),
        ])
    }
}

extension ConsentVerdict {
    var word: String { overall ? "pass" : "fail" }
}
