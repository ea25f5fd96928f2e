import Actions
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// What is done to ballots before they are counted (表决): opened, entered, withdrawn, entered again, called off.
struct BallotActions: Sendable {
    let desk: Desk

    /// Opens a ballot over the register that stands.
    @Sendable
    func open(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let sheet = try request.decode(BallotSheet.self)
        return try await desk.act(
            request, "ballot.open", on: .project(project), subject: Subject("ballot", sheet.id),
            facts: OwnersStore.opening(project, following: sheet.follows), as: OpeningFacts.self
        ) { facts, sitting in
            let (edition, policy) = try sitting.shelf.ballotEdition(
                facts.edition, place: facts.place, on: sheet.closesOn)
            let (decision, classes) = try BallotRules.opening(
                sheet, by: sitting.actor.role, facts, under: policy)
            guard decision.refusals.isEmpty, let register = facts.register, let file = facts.registerImport
            else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "title": .text(sheet.title),
                        "organiser": .text(sheet.organiser.rawValue), "opened_on": .text("\(sheet.openedOn)"),
                        "closes_on": .text("\(sheet.closesOn)"), "register": .text(file.description),
                        "totals": register.json, "follows": sheet.follows.map { .text("\($0)") } ?? .null,
                        "questions": .list(
                            zip(sheet.questions, classes).map { question, kind in
                                .object([
                                    "purpose": .text(question.purpose.rawValue),
                                    "title": .text(question.title),
                                    "matter": .text(question.matter), "class": .text(kind.rawValue),
                                ])
                            }),
                    ]),
                    [BallotActions.insert(sheet, project, edition, register, file, sitting)]
                        + zip(1..., zip(sheet.questions, classes)).map { ordinal, question in
                            BallotActions.insert(
                                question.0, question.1, ordinal, of: sheet.id, project, sitting)
                        },
                    answer: .object([
                        "id": .text(sheet.id.description), "state": "open", "totals": register.json,
                        "classes": .list(classes.map { .text($0.rawValue) }),
                    ]), version: 1))
        }
    }

    private static func insert(
        _ sheet: BallotSheet, _ project: ID, _ edition: String, _ register: RegisterTotals, _ file: ID,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.ballot (district, ballot_id, project_id, title, organiser_kind, organiser_name, forms,
            topics, notified_on, opened_on, closes_on, plan_sha256, plan_published_on, register_import_id,
            households, persons, area_hundredths, edition, state, follows, follows_reason, op_id)
        values (\(sitting.actor.district), \(sheet.id), \(project), \(sheet.title),
            \(sheet.organiser.rawValue), \(sheet.organiserName), \(sheet.forms), \(sheet.topics),
            \(sheet.notifiedOn), \(sheet.openedOn), \(sheet.closesOn),
            \(sheet.planSHA256.flatMap { bytes(hex: $0) }), \(sheet.planPublishedOn), \(file),
            \(Int32(register.households)), \(Int32(register.persons)), \(register.area), \(edition), 'open',
            \(sheet.follows), \(sheet.followsReason), \(sitting.op))
        """
    }

    private static func insert(
        _ question: BallotQuestion, _ kind: MatterClass, _ ordinal: Int, of ballot: ID, _ project: ID,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.ballot_question (district, ballot_id, ordinal, project_id, purpose, title, matter, class,
            class_reason, op_id)
        values (\(sitting.actor.district), \(ballot), \(Int32(ordinal)), \(project),
            \(question.purpose.rawValue), \(question.title), \(question.matter), \(kind.rawValue),
            \(question.reason), \(sitting.op))
        """
    }

    /// Enters slips from their papers; all of them, or none with every reason.
    @Sendable
    func enter(_ request: Request) async throws -> Response {
        let ballot = try request.require("ballot")
        let slips = try request.decode(SlipsDraft.self).slips
        let scans = try slips.map { try BallotActions.scan(of: $0) }
        return try await desk.act(
            request, "slip.enter", on: .projectOf(table: "app.ballot", column: "ballot_id", ballot),
            subject: Subject("ballot", ballot), facts: OwnersStore.ballot(ballot, with: slips.map(\.unit)),
            as: SlipFacts.self
        ) { facts, sitting in
            let units = Dictionary(facts.units.map { ($0.unit, $0) }) { first, _ in first }
            let refusals = BallotActions.refusals(
                of: slips, for: facts.ballot, units, today: sitting.today, desk)
            guard refusals.isEmpty else { return .refused(refusals) }
            let rows = zip(slips, scans).map { slip, scan in
                JSON.object([
                    "slip": .text(slip.id.description), "unit": .text(slip.unit.description),
                    "answers": .list(slip.answers.map { .text($0.rawValue) }), "channel": .text(slip.channel),
                    "scan": scan.digest.map { .text(hex($0)) } ?? .null,
                    "proxy": slip.proxySHA256.map { .text($0) } ?? .null,
                    "signed_on": .text("\(slip.signedOn)"),
                    "owner": .text(units[slip.unit].map { "\($0.owner)" } ?? ""),
                    "area": .int(units[slip.unit]?.area ?? 0),
                ])
            }
            return .done(
                Write(
                    // How a unit voted is its own: the ledger holds a digest over the slips with their scans.
                    body: .object([
                        "ballot": .text(ballot.description), "slips": .int(Int64(slips.count)),
                        "digest": .text(hex(Digest.sha256(JSON.list(rows).canonical))),
                    ]),
                    scans.compactMap { $0.stored(in: sitting.actor.district) } + [
                        """
                        insert into app.ballot_slip (district, slip_id, ballot_id, project_id, unit_id, owner_id,
                            area_hundredths, answers, channel, by_proxy, proxy_sha256, scan_sha256, signed_on,
                            entered_by, op_id)
                        select \(sitting.actor.district), slip, \(ballot), \(facts.ballot.project), unit, owner,
                            area, answers, channel, proxy is not null, decode(proxy, 'hex'), decode(scan, 'hex'),
                            signed_on, \(sitting.actor.person), \(sitting.op)
                        from jsonb_to_recordset(\(JSON.list(rows))) as given (
                            slip uuid, unit uuid, owner uuid, area bigint, answers text[], channel text,
                            proxy text, scan text, signed_on date)
                        """
                    ],
                    answer: .object([
                        "entered": .int(Int64(slips.count)),
                        "slips": .int(facts.ballot.entries.slips + Int64(slips.count)),
                    ])))
        }
    }

    /// The digest of a slip's scan, and its bytes where they came with it.
    private struct Scan: Sendable {
        let bytes: [UInt8]?
        let digest: [UInt8]?

        func stored(in district: Int32) -> SQL? {
            guard let bytes, let digest else { return nil }
            return """
                insert into app.file (district, sha256, media_type, content)
                values (\(district), \(digest), app.kind_of_bytes(\(bytes)), \(bytes)) on conflict do nothing
                """
        }
    }

    private static func scan(of slip: BallotSlip) throws -> Scan {
        guard let content = slip.scan else {
            return Scan(bytes: nil, digest: slip.scanSHA256.flatMap { bytes(hex: $0) })
        }
        guard let bytes = Base64.bytes(content), !bytes.isEmpty else {
            throw Problems.refused([ProjectsRefusals.paperIsItsDigest.refusal(nil)])
        }
        let digest = Digest.sha256(bytes)
        guard slip.scanSHA256 == nil || slip.scanSHA256 == hex(digest) else {
            throw Problems.refused([
                ProjectsRefusals.paperIsItsDigest.refusal(nil, missing: [Words(hex(digest), hex(digest))])
            ])
        }
        return Scan(bytes: bytes, digest: digest)
    }

    private static func refusals(
        of slips: [BallotSlip], for ballot: BallotFacts, _ units: [ID: SlipFacts.Unit], today: BusinessDay,
        _ desk: Desk
    ) -> [Refusal] {
        let citation = desk.shelf.citation("consent.regime", for: ballot.place)
        guard ballot.state == .open else {
            return [ProjectsRefusals.ballotIsClosedToSlips.refusal(citation)]
        }
        var missing: [String: [Words]] = [:]
        var seen: Set<ID> = []
        func say(_ words: RefusalWords, _ slip: BallotSlip) {
            let door = units[slip.unit]?.door ?? slip.unit.description
            missing[words.code, default: []].append(Words(door, door))
        }
        for slip in slips {
            if units[slip.unit] == nil { say(ProjectsRefusals.slipIsOfARegisterUnit, slip) }
            if units[slip.unit]?.voted == true || !seen.insert(slip.unit).inserted {
                say(ProjectsRefusals.unitVotesOnce, slip)
            }
            if slip.signedOn < ballot.openedOn || slip.signedOn > min(ballot.closesOn, today) {
                say(ProjectsRefusals.slipIsSignedWhileTheBallotIsOpen, slip)
            }
            if slip.answers.count != ballot.questions.count {
                say(ProjectsRefusals.slipAnswersEveryQuestion, slip)
            }
        }
        return [
            ProjectsRefusals.slipIsOfARegisterUnit, ProjectsRefusals.unitVotesOnce,
            ProjectsRefusals.slipIsSignedWhileTheBallotIsOpen, ProjectsRefusals.slipAnswersEveryQuestion,
        ].compactMap { words in missing[words.code].map { words.refusal(citation, missing: $0) } }
    }

    /// Takes a slip back: its owner's change of mind, or what was entered wrong.
    @Sendable
    func withdraw(_ request: Request) async throws -> Response {
        let slip = try request.require("slip")
        let draft = try request.decode(WithdrawalDraft.self)
        return try await desk.act(
            request, "slip.withdraw", on: .projectOf(table: "app.ballot_slip", column: "slip_id", slip),
            subject: Subject("slip", slip), facts: OwnersStore.slip(slip), as: OneSlipFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let citation = desk.shelf.citation("consent.regime", for: facts.place)
            guard facts.state == .open, !facts.withdrawn else {
                return .refused([ProjectsRefusals.ballotIsClosedToSlips.refusal(citation)])
            }
            if draft.kind == "owner", draft.withdrawnOn > facts.closesOn {
                return .refused([ProjectsRefusals.slipIsWithdrawnWhileTheBallotIsOpen.refusal(citation)])
            }
            if draft.withdrawnOn > sitting.today {
                return .refused([ProjectsRefusals.paperIsNotDatedAhead.refusal(citation)])
            }
            return .done(
                Write(
                    body: .object([
                        "ballot": .text(facts.ballot.description), "kind": .text(draft.kind),
                        "withdrawn_on": .text("\(draft.withdrawnOn)"),
                    ]),
                    [
                        """
                        update app.ballot_slip set withdrawn_on = \(draft.withdrawnOn),
                            withdrawal_kind = \(draft.kind), withdrawal_reason = \(draft.reason),
                            version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and slip_id = \(slip)
                        """
                    ], answer: .object(["id": .text(slip.description), "state": "withdrawn"]), status: 200,
                    version: facts.version + 1))
        }
    }

    /// Enters a slip again from its paper, by another person than the first time.
    @Sendable
    func recheck(_ request: Request) async throws -> Response {
        let slip = try request.require("slip")
        let draft = try request.decode(RecheckDraft.self)
        return try await desk.act(
            request, "slip.recheck", on: .projectOf(table: "app.ballot_slip", column: "slip_id", slip),
            subject: Subject("slip", slip), facts: OwnersStore.slip(slip), as: OneSlipFacts.self
        ) { facts, sitting in
            let citation = desk.shelf.citation("ballot.recheck.share", for: facts.place)
            if facts.state != .open || facts.withdrawn {
                return .refused([ProjectsRefusals.ballotIsClosedToSlips.refusal(citation)])
            }
            if facts.enteredBy == sitting.actor.person {
                return .refused([ProjectsRefusals.slipIsRecheckedByAnotherPerson.refusal(citation)])
            }
            let agrees = draft.answers == facts.answers
            return .done(
                Write(
                    body: .object(["ballot": .text(facts.ballot.description), "agrees": .bool(agrees)]),
                    [
                        """
                        insert into app.slip_recheck (district, recheck_id, slip_id, ballot_id, project_id, answers,
                            entered_by, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(slip), \(facts.ballot),
                            \(facts.project), \(draft.answers.map(\.rawValue)), \(sitting.actor.person),
                            \(sitting.op))
                        """
                    ],
                    answer: .object(["id": .text(draft.id.description), "agrees": .bool(agrees)])))
        }
    }

    /// Calls an open ballot off, with its reason; what was entered stays as it was.
    @Sendable
    func callOff(_ request: Request) async throws -> Response {
        let ballot = try request.require("ballot")
        let draft = try request.decode(CallOffDraft.self)
        return try await desk.act(
            request, "ballot.call_off", on: .projectOf(table: "app.ballot", column: "ballot_id", ballot),
            subject: Subject("ballot", ballot), facts: OwnersStore.ballot(ballot), as: BallotFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.state == .open else {
                return .refused([
                    ProjectsRefusals.recountFollowsTheLastCount.refusal(
                        desk.shelf.citation("consent.regime", for: facts.place))
                ])
            }
            return .done(
                Write(
                    body: .object(["reason": .text(draft.reason)]),
                    [
                        """
                        update app.ballot set state = 'called_off', called_off_reason = \(draft.reason),
                            version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and ballot_id = \(ballot)
                        """
                    ], answer: .object(["id": .text(ballot.description), "state": "called_off"]), status: 200,
                    version: facts.version + 1))
        }
    }
}
