import Actions
import Ledger
import Oversight
import PQ
import Pictures
import Policy
import Values
import Web
import Works

/// How issues come in (问题报告) and who is on the roster (民间监理员名册).
struct IssueFiling: Sendable {
    let desk: Desk

    /// Puts a resident on the project's roster of volunteer supervisors.
    @Sendable
    func appoint(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(VolunteerDraft.self)
        return try await desk.act(
            request, "volunteer.appoint", on: .project(project), subject: Subject("volunteer", draft.id),
            facts: OversightStore.appointmentFacts(project, person: draft.person), as: AppointmentFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try VolunteerRules.appoint(
                draft.person, engagedAs: facts.roles, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let skills = draft.skills ?? []
            return .done(
                Write(
                    body: .object([
                        "project": .text("\(project)"), "person": .text("\(draft.person)"),
                        "skills": .list(skills.map { .text($0) }),
                    ]),
                    [
                        """
                        insert into app.volunteer (district, volunteer_id, project_id, person_id, skills,
                            appointed_by, appointed_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.person), \(skills),
                            \(sitting.actor.person), \(sitting.today), \(sitting.op))
                        """
                    ], answer: .object(["id": .text("\(draft.id)"), "person": .text("\(draft.person)")]),
                    version: 1))
        }
    }

    /// Ends an appointment to the roster: from then on its holder files and confirms as a resident.
    @Sendable
    func endAppointment(_ request: Request) async throws -> Response {
        let volunteer = try request.require("volunteer")
        let day = try request.decode(EndingDraft.self).endedOn
        return try await desk.act(
            request, "volunteer.end",
            on: .projectOf(table: "app.volunteer", column: "volunteer_id", volunteer),
            subject: Subject("volunteer", volunteer), facts: OversightStore.volunteerFacts(volunteer),
            as: VolunteerFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            return .done(
                Write(
                    body: .object(["ended_on": .text("\(day)")]),
                    [
                        """
                        update app.volunteer set ended_on = \(day), version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and volunteer_id = \(volunteer)
                        """
                    ],
                    answer: .object([
                        "id": .text("\(volunteer)"), "ended_on": .text("\(day)"),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// Files an issue in one's own name.
    @Sendable
    func file(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(IssueDraft.self)
        let photos = try await request.decode(SentPhotos.self).developed()
        return try await file(request, draft, photos, in: project, followKey: nil)
    }

    /// Files an issue; with a follow key its holder is the reporter, and nobody keeps the key itself.
    func file(
        _ request: Request, _ draft: IssueDraft, _ photos: [Photo], in project: ID, followKey: String?
    ) async throws -> Response {
        let keyHash = followKey.map { Digest.sha256($0.utf8) }
        return try await desk.act(
            request, "issue.file", on: .project(project), subject: Subject("issue", draft.id),
            facts: OversightStore.filingFacts(project), as: FilingFacts.self,
            key: followKey.map { _ in "report-\(draft.id)" }
        ) { facts, sitting in
            let policy = try OversightPolicy(sitting.policy(edition: facts.edition, place: facts.place))
            let decision = IssueRules.file(draft, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let isVolunteer = sitting.actor.role == .volunteerSupervisor && facts.onRoster
            let kind = followKey != nil ? "link" : isVolunteer ? "volunteer" : "resident"
            let reporter = followKey == nil ? sitting.actor.person : nil
            let words = Commitment(to: draft.description)
            let clock = IssueRules.triageClock(
                filed: sitting.today, under: policy, calendar: sitting.calendar)
            return .done(
                Write(
                    body: body(of: draft, words, photos, reporter: kind),
                    statements(
                        draft, words, photos, project, facts, keyHash: keyHash, peer: request.peer,
                        kind: kind,
                        reporter: reporter,
                        bureau: policy.kind(draft.kind)?.bureau, clock, sitting),
                    answer: answer(draft, policy.kind(draft.kind), clock), version: 1))
        }
    }

    private func statements(
        _ draft: IssueDraft, _ words: Commitment, _ photos: [Photo], _ project: ID, _ facts: FilingFacts,
        keyHash: [UInt8]?, peer: String,
        kind: String, reporter: ID?, bureau: String?, _ clock: IssueClock?, _ sitting: Sitting
    ) -> [SQL] {
        let district = sitting.actor.district
        var statements: [SQL] = counted(draft.id, project, kind: kind, peer: peer, sitting)
        statements.insert(
            """
            insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt,
                reporter_kind, reporter_id, follow_key_hash, edition, filed_on, state, bureau, op_id)
            values (\(district), \(draft.id), \(project), \(draft.kind), \(draft.place), \(draft.description),
                \(words.salt), \(kind), \(reporter), \(keyHash), \(facts.edition), \(sitting.today), 'new', \(bureau),
                \(sitting.op))
            """, at: 0)
        let name = draft.contactName ?? ""
        let phone = draft.contactPhone ?? ""
        if !name.isEmpty || !phone.isEmpty {
            statements.append(
                """
                insert into app.issue_contact (district, issue_id, project_id, name, phone, op_id)
                values (\(district), \(draft.id), \(project), \(name), \(phone), \(sitting.op))
                """)
        }
        statements += OversightStore.insertPhotos(
            photos, of: draft.id, in: project, moment: "before", by: "reporter", district: district,
            op: sitting.op)
        if let clock {
            statements.append(
                OversightStore.start(
                    clock, id: sitting.newID(), of: draft.id, in: project, district: district, op: sitting.op)
            )
        }
        return statements
    }

    /// Counts a report without an account against where it came from.
    private func counted(_ issue: ID, _ project: ID, kind: String, peer: String, _ sitting: Sitting) -> [SQL]
    {
        guard kind == "link" else { return [] }
        return [
            """
            insert into app.anonymous_report (district, issue_id, project_id, source_hash, op_id)
            values (\(sitting.actor.district), \(issue), \(project), app.source_hash(\(project), \(peer)),
                \(sitting.op))
            """
        ]
    }

    /// What the ledger keeps: neither contact nor words of the reporter in clear.
    private func body(of draft: IssueDraft, _ words: Commitment, _ photos: [Photo], reporter: String) -> JSON
    {
        .object([
            "kind": .text(draft.kind), "place": .text(draft.place), "reporter": .text(reporter),
            "description": .text(hex(words.digest)),
            "has_contact": .bool(draft.contactName != nil || draft.contactPhone != nil),
            "photos": .list(photos.map { .text(hex(Digest.sha256($0.content))) }),
        ])
    }

    private func answer(_ draft: IssueDraft, _ kind: IssueKind?, _ clock: IssueClock?) -> JSON {
        .object([
            "id": .text("\(draft.id)"), "state": "new", "state_title": .text(IssueState.new.words.zh),
            "bureau": kind?.bureau.map { .text($0) } ?? .null,
            "bureau_title": kind?.bureauWords.map { .text($0.zh) } ?? .null,
            "triage_due_on": (clock?.due).map { .text("\($0)") } ?? .null,
            "triage_due_note": (clock?.day.note).map { .text($0.zh) } ?? .null, "version": 1,
        ])
    }
}
