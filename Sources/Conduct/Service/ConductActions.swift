import Actions
import Conduct
import PQ
import Policy
import Values
import Web

/// What is recorded of how works are run and watched (管理与督查动作): one function per verb.
struct ConductActions: Sendable {
    let desk: Desk

    /// Names who holds a post for a unit that takes part.
    @Sendable
    func nameStaff(_ request: Request) async throws -> Response {
        let draft = try request.decode(StaffDraft.self)
        return try await record(
            request, "site_staff.name", Subject("site_staff", draft.id), unit: draft.organisation,
            certificate: draft.certificate
        ) { facts, sitting, project in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place, on: draft.from)
            let decision = try StaffRules.naming(
                SiteStaff(
                    post: draft.post, organisation: draft.organisation, certificate: draft.certificate,
                    from: draft.from), unitsRoles: facts.roles, elsewhere: facts.elsewhere, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    // Who it is stays in its own table.
                    body: .object([
                        "organisation": .text("\(draft.organisation)"), "post": .text(draft.post),
                        "from_on": .text("\(draft.from)"),
                    ]), [ConductStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object([
                        "id": .text("\(draft.id)"), "post": .text(draft.post), "version": 1,
                    ]), version: 1))
        }
    }

    /// Ends somebody's post, from a day on and for a reason.
    @Sendable
    func endStaff(_ request: Request) async throws -> Response {
        let staff = try request.require("staff")
        let draft = try request.decode(StaffEndDraft.self)
        return try await desk.act(
            request, "site_staff.end",
            on: .projectOf(table: "app.site_staff", column: "site_staff_id", staff),
            subject: Subject("site_staff", staff), facts: ConductStore.heldStaff(staff), as: HeldFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.ended == nil else {
                return .refused([ConductRefusals.staffOnlyEnds.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object(["until_on": .text("\(draft.until)"), "reason": .text(draft.reason)]),
                    [ConductStore.end(staff, draft, op: sitting.op)],
                    answer: .object([
                        "id": .text("\(staff)"), "until_on": .text("\(draft.until)"),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// Records who of the named staff was there on a day, and who was not.
    @Sendable
    func attend(_ request: Request) async throws -> Response {
        let draft = try request.decode(AttendanceDraft.self)
        let isClear =
            draft.present.count + draft.absent.count > 0
            && Set(draft.present).isDisjoint(with: draft.absent)
        return try await record(request, "site_staff.attend", nil) { _, sitting, project in
            guard isClear else {
                return .problem(
                    .invalid([
                        FieldError(
                            "/absent", "wrong",
                            Words(
                                "至少登记一人，且同一人不能既到岗又缺岗",
                                "name somebody, and nobody as both present and absent"))
                    ]))
            }
            return .done(
                Write(
                    body: .object([
                        "day": .text("\(draft.day)"), "present": .int(Int64(draft.present.count)),
                        "absent": .int(Int64(draft.absent.count)),
                    ]),
                    draft.present.map {
                        ConductStore.insertAttendance(
                            $0, draft.day, present: true, project: project, op: sitting.op)
                    }
                        + draft.absent.map {
                            ConductStore.insertAttendance(
                                $0, draft.day, present: false, project: project, op: sitting.op)
                        },
                    answer: .object([
                        "day": .text("\(draft.day)"), "present": .int(Int64(draft.present.count)),
                        "absent": .int(Int64(draft.absent.count)),
                    ])))
        }
    }

    /// Tells residents of a disturbance before it begins; it is public from that moment on.
    @Sendable
    func announce(_ request: Request) async throws -> Response {
        let draft = try request.decode(DisturbanceDraft.self)
        return try await record(request, "disturbance.announce", Subject("disturbance", draft.id)) {
            facts, sitting, project in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try DisturbanceRules.announcing(
                draft.kind, startsAt: draft.startsAt, now: sitting.now, emergency: draft.emergencyReason,
                under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "kind": .text(draft.kind), "reach": .text(draft.reach),
                        "starts_at": .text(draft.startsAt.local), "ends_at": .text(draft.endsAt.local),
                        "emergency": .bool(draft.emergencyReason != nil),
                    ]), [ConductStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object([
                        "id": .text("\(draft.id)"), "kind": .text(draft.kind),
                        "public_path": .text("/p/\(project)/notices"),
                    ])))
        }
    }

    /// Records a visit to the works.
    @Sendable
    func visit(_ request: Request) async throws -> Response {
        let draft = try request.decode(VisitDraft.self)
        return try await record(request, "supervision_visit.record", Subject("supervision_visit", draft.id)) {
            facts, sitting, project in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try VisitRules.recording(
                kind: draft.kind, on: draft.visitedOn, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "kind": .text(draft.kind), "visited_on": .text("\(draft.visitedOn)"),
                        "bulletin_number": draft.bulletinNumber.map { .text($0) } ?? .null,
                    ]), [ConductStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object(["id": .text("\(draft.id)"), "kind": .text(draft.kind)])))
        }
    }

    /// Records a bulletin, a meeting or a report; a bulletin is public at once.
    @Sendable
    func routine(_ request: Request) async throws -> Response {
        let draft = try request.decode(RoutineDraft.self)
        return try await record(request, "routine.record", Subject("routine", draft.id)) {
            facts, sitting, project in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try RoutineRules.recording(
                draft.kind, on: draft.heldOn, quality: draft.quality, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(["kind": .text(draft.kind), "held_on": .text("\(draft.heldOn)")]),
                    [ConductStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object(["id": .text("\(draft.id)"), "kind": .text(draft.kind)])))
        }
    }

    /// Records that the district did a yearly duty.
    @Sendable
    func doDuty(_ request: Request) async throws -> Response {
        let draft = try request.decode(YearlyDutyDraft.self)
        return try await desk.act(
            request, "yearly_duty.record", on: .none, subject: Subject("yearly_duty", draft.id),
            facts: ConductStore.places, as: DistrictFacts.self
        ) { facts, sitting in
            var policies = [Policy]()
            for held in facts.places {
                policies.append(try sitting.policy(edition: held.edition, place: held.place))
            }
            let decision = try YearlyDutyRules.recording(
                draft.duty, year: draft.year, doneOn: draft.doneOn, today: sitting.today, under: policies)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "duty": .text(draft.duty), "year": .int(draft.year),
                        "done_on": .text("\(draft.doneOn)"), "number": .text(draft.number),
                    ]), [ConductStore.insert(draft, op: sitting.op)],
                    answer: .object([
                        "id": .text("\(draft.id)"), "duty": .text(draft.duty), "year": .int(draft.year),
                    ])))
        }
    }

    /// Records special works and the department that leads them.
    @Sendable
    func addWorks(_ request: Request) async throws -> Response {
        let draft = try request.decode(SpecialWorksDraft.self)
        return try await record(request, "special_works.record", Subject("special_works", draft.id)) {
            _, sitting, project in
            .done(
                Write(
                    body: .object([
                        "title": .text(draft.title), "department": .text(draft.department),
                    ]), [ConductStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object(["id": .text("\(draft.id)"), "settled_on": .null, "version": 1]),
                    version: 1))
        }
    }

    /// Records who took special works over, and how they are kept.
    @Sendable
    func settleWorks(_ request: Request) async throws -> Response {
        let works = try request.require("works")
        let draft = try request.decode(SettlementDraft.self)
        return try await desk.act(
            request, "special_works.settle",
            on: .projectOf(table: "app.special_works", column: "special_works_id", works),
            subject: Subject("special_works", works), facts: ConductStore.heldWorks(works), as: HeldFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.ended == nil else {
                return .refused([ConductRefusals.specialWorksAreSettledOnce.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object([
                        "keeper": .text(draft.keeper), "maintenance": .text(draft.maintenance),
                        "settled_on": .text("\(draft.settledOn)"),
                    ]), [ConductStore.settle(works, draft, op: sitting.op)],
                    answer: .object([
                        "id": .text("\(works)"), "settled_on": .text("\(draft.settledOn)"),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// Decides that a community is taken down and built anew: before its owners are asked, who are asked about that.
    @Sendable
    func rebuild(_ request: Request) async throws -> Response {
        let draft = try request.decode(RebuildingDraft.self)
        return try await record(request, "rebuilding.decide", nil) { facts, sitting, project in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try RebuildRules.deciding(
                grounds: draft.grounds, on: draft.decidedOn, today: sitting.today,
                askedOtherwise: facts.askedOtherwise, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "grounds": .list(draft.grounds.map { .text($0) }),
                        "appraisal": .text(draft.appraisal), "planning": .text(draft.planning),
                        "funding": .text(draft.funding), "decided_on": .text("\(draft.decidedOn)"),
                    ]), [ConductStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object([
                        "grounds": .list(draft.grounds.map { .text($0) }), "matter": "rebuild",
                    ])))
        }
    }

    /// One verb on one project, under its lock.
    private func record(
        _ request: Request, _ verb: String, _ subject: Subject?, unit: ID? = nil, certificate: String? = nil,
        _ decide: @Sendable (ConductFacts, Sitting, ID) throws -> Ruling
    ) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, verb, on: .project(project), subject: subject ?? Subject("project", project),
            facts: ConductStore.facts(project, unit: unit, certificate: certificate), as: ConductFacts.self
        ) { facts, sitting in try decide(facts, sitting, project) }
    }
}
