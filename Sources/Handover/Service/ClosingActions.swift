import Actions
import Handover
import PQ
import Policy
import Projects
import Values
import Web

/// What is recorded at the end of a project (收尾动作): one function per verb.
struct ClosingActions: Sendable {
    let desk: Desk

    /// Records a filing with its documents, and ends its deadline.
    @Sendable
    func file(_ request: Request) async throws -> Response {
        let draft = try request.decode(FilingDraft.self)
        return try await act(request, "closing.file", subject: Subject("filing", draft.id)) {
            facts, policy, sitting, project in
            let filing = FilingFacts(
                kind: draft.kind, filedOn: draft.filedOn,
                documents: Dictionary((draft.documents ?? []).map { ($0.document, $0.stampedBy) }) { $1 },
                barrierFree: draft.barrierFree)
            // A filing stands under the rules of the day of acceptance.
            let dated = try sitting.policy(
                edition: facts.project.edition, place: facts.project.place,
                on: facts.project.acceptedOn ?? sitting.today)
            let decision = try ClosingRules.filing(filing, of: facts, today: sitting.today, under: dated)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let key = try policy.records("closing.filings").value.first { $0.id == draft.kind }?.text("clock")
            let ended = facts.clocks.filter { $0.key == key }
            let due = ended.compactMap(\.dueOn).min()
            return .done(
                Write(
                    body: .object([
                        "kind": .text(draft.kind), "number": .text(draft.number),
                        "filed_on": .text("\(draft.filedOn)"),
                        "documents": .list((draft.documents ?? []).map { .text($0.document) }),
                    ]),
                    ClosingStore.insert(draft, project: project, op: sitting.op)
                        + HandoverStore.end(ended, on: draft.filedOn, op: sitting.op),
                    answer: .object([
                        "id": .text("\(draft.id)"), "kind": .text(draft.kind),
                        "due_on": due.map { .text("\($0)") } ?? .null,
                        "late": .bool(due.map { draft.filedOn > $0 } ?? false),
                    ])))
        }
    }

    /// Records the final accounts that finance approved, and shares them between residents and the subsidy.
    @Sendable
    func fixAccounts(_ request: Request) async throws -> Response {
        let draft = try request.decode(AccountDraft.self)
        return try await act(request, "closing.fix_accounts") { facts, policy, sitting, project in
            let figures = AccountFigures(
                works: [
                    .mandatory: draft.mandatory, .basic: draft.basic, .improve: draft.improve,
                    .upgrade: draft.upgrade,
                ], other: draft.other, resident: draft.resident)
            let (decision, resident) = try FinalAccountRules.account(
                figures, of: facts, by: sitting.actor, on: draft.approvedOn, today: sitting.today,
                under: policy)
            guard decision.refusals.isEmpty, let resident else { return .refused(decision.refusals) }
            let shown: [String: JSON] = [
                "total_fen": .int(figures.total.amount), "resident_fen": .int(resident.amount),
                "subsidy_fen": .int((figures.total - resident).amount),
            ]
            let found = sitting.newID()
            let determination = Determination(
                id: found, project: project, subject: Subject("final_account", project),
                question: "final_accounts",
                inputs: .object([
                    "mandatory_fen": .int(draft.mandatory.amount), "basic_fen": .int(draft.basic.amount),
                    "improve_fen": .int(draft.improve.amount), "upgrade_fen": .int(draft.upgrade.amount),
                    "other_fen": .int(draft.other.amount), "area": .text(facts.area.squareMetres),
                ]), edition: facts.project.edition, asOf: sitting.today, verdict: "pass",
                because: FinalAccountRules.hasFormula(policy)
                    ? try FundingPolicy(policy).citations
                    : [try policy.texts("final_accounts.recorders").citation], figures: .object(shown))
            let ended = facts.clocks.filter { $0.key == "final_accounts.months" }
            return .done(
                Write(
                    body: .object(shown.merging(["number": .text(draft.number)]) { own, _ in own }),
                    [
                        determination.insert(district: sitting.actor.district, op: sitting.op),
                        ClosingStore.insert(
                            draft, total: figures.total, resident: resident, project: project,
                            determination: found, op: sitting.op),
                    ] + HandoverStore.end(ended, on: draft.approvedOn, op: sitting.op),
                    answer: .object(shown)))
        }
    }

    /// Settles households' balances: each one's share against what it paid.
    @Sendable
    func trueUp(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(TrueUpDraft.self)
        return try await desk.act(
            request, "closing.true_up", on: .project(project), subject: Subject("project", project),
            facts: ClosingStore.trueUpFacts(project, draft.households.map(\.household)), as: TrueUpFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.closing.project.version)
            let policy = try sitting.policy(
                edition: facts.closing.project.edition, place: facts.closing.project.place)
            let paid = Dictionary(facts.households.map { ($0.household, $0) }) { $1 }
            var balances = [HouseholdBalance]()
            for (name, given) in Dictionary(
                draft.households.map({ ($0.household, $0) }), uniquingKeysWith: { $1 }
            )
            .sorted(by: { $0.key < $1.key }) {
                balances.append(
                    HouseholdBalance(
                        household: name, share: paid[name]?.share, said: given.due,
                        paid: paid[name]?.paid ?? .zero, voucher: given.voucher,
                        isSettled: paid[name]?.isSettled ?? false))
            }
            let decision = try FinalAccountRules.settling(
                balances, of: facts.closing, areShared: facts.areShared, on: draft.settledOn, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let called = balances.map(\.difference).filter { $0 > .zero }.reduce(Fen.zero, +)
            let repaid = balances.map(\.difference).filter { $0 < .zero }.reduce(Fen.zero, +)
            return .done(
                Write(
                    // Whose balance it was stays in its own table.
                    body: .object([
                        "households": .int(Int64(balances.count)), "called_in_fen": .int(called.amount),
                        "paid_back_fen": .int((.zero - repaid).amount),
                    ]),
                    balances.map {
                        ClosingStore.insert($0, on: draft.settledOn, project: project, op: sitting.op)
                    },
                    answer: .object([
                        "households": .list(
                            balances.map {
                                .object([
                                    "household": .text($0.household), "due_fen": .int($0.due.amount),
                                    "paid_fen": .int($0.paid.amount),
                                    "settled_fen": .int($0.difference.amount),
                                ])
                            }), "called_in_fen": .int(called.amount),
                        "paid_back_fen": .int((.zero - repaid).amount),
                    ])))
        }
    }

    /// Records that acceptance papers went to who keeps the works, and under which number that was filed.
    @Sendable
    func deliverPapers(_ request: Request) async throws -> Response {
        let draft = try request.decode(DeliveryOfPapersDraft.self)
        guard (draft.receiverKind == "utility") == (draft.facility != nil) else {
            throw Problem.invalid([
                FieldError(
                    "/facility", "wrong", Words("移交专营单位的须写明设施类别", "a utility's papers are of a facility"))
            ])
        }
        return try await act(request, "closing.deliver_papers", subject: Subject("paper_delivery", draft.id))
        {
            facts, policy, sitting, project in
            let decision = try ClosingRules.delivering(
                to: draft.facility, facts, on: draft.deliveredOn, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "receiver_kind": .text(draft.receiverKind), "receiver": .text(draft.receiver),
                        "filing_number": .text(draft.filingNumber),
                    ]), [ClosingStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object([
                        "id": .text("\(draft.id)"), "filing_number": .text(draft.filingNumber),
                    ])))
        }
    }

    /// Records who manages the community after the works.
    @Sendable
    func setManagement(_ request: Request) async throws -> Response {
        let draft = try request.decode(ManagementDraft.self)
        return try await act(request, "closing.set_management") { facts, policy, sitting, project in
            let decision = try ClosingRules.managing(
                by: draft.form, facts, on: draft.decidedOn, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(["form": .text(draft.form), "manager": .text(draft.manager)]),
                    [ClosingStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object(["form": .text(draft.form), "manager": .text(draft.manager)])))
        }
    }

    /// Takes works on before their warranty ends, as whoever will keep them.
    @Sendable
    func takeOn(_ request: Request) async throws -> Response {
        let draft = try request.decode(CustodyDraft.self)
        return try await act(request, "closing.take_on") { facts, policy, sitting, project in
            let decision = try ClosingRules.takingOn(
                draft.kind, facts, by: sitting.actor, on: draft.takenOn, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(["kind": .text(draft.kind), "keeper": .text(draft.keeper)]),
                    [ClosingStore.insert(draft, project: project, op: sitting.op)],
                    answer: .object(["kind": .text(draft.kind), "keeper": .text(draft.keeper)])))
        }
    }

    /// One verb at the end of one project, under its lock and its own edition.
    private func act(
        _ request: Request, _ verb: String, subject: Subject? = nil,
        _ decide: @Sendable (ClosingFacts, Policy, Sitting, ID) throws -> Ruling
    ) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, verb, on: .project(project), subject: subject ?? Subject("project", project),
            facts: ClosingStore.facts(project), as: ClosingFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.project.version)
            let policy = try sitting.policy(edition: facts.project.edition, place: facts.project.place)
            return try decide(facts, policy, sitting, project)
        }
    }
}
