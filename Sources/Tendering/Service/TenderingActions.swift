package import Actions
import Ledger
import PQ
import Policy
import Tendering
import Values
import Web

/// What is done in tendering (招投标动作): one function per verb.
package struct TenderingActions: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Records the approved budget and the sources of the project's money.
    @Sendable
    func recordBudget(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(BudgetDraft.self)
        return try await desk.act(
            request, "budget.record", on: .project(project), subject: Subject("project_budget", project),
            facts: TenderingStore.purchases(project), as: Purchases.self
        ) { found, sitting in
            guard found.budgetVersion == nil else {
                return .refused([TenderingRefusals.projectHasOneBudget.refusal(nil)])
            }
            let policy = try sitting.policy(edition: found.facts.edition, place: found.facts.place)
            let decision = try BudgetRules.recording(
                draft.figures, replacing: nil, given: found.budgetFacts, lots: found.facts.lots,
                today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: draft.body,
                    [
                        TenderingStore.insertBudget(
                            draft, of: project, district: sitting.actor.district, op: sitting.op)
                    ], answer: draft.answer(version: 1), version: 1))
        }
    }

    /// Adjusts the budget or the sources of money, by the approving authority's document.
    @Sendable
    func adjustBudget(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(BudgetDraft.self)
        return try await desk.act(
            request, "budget.adjust", on: .project(project), subject: Subject("project_budget", project),
            facts: TenderingStore.purchases(project), as: Purchases.self
        ) { found, sitting in
            try sitting.matchIfSent(version: found.budgetVersion)
            let policy = try sitting.policy(edition: found.facts.edition, place: found.facts.place)
            guard let version = found.budgetVersion else {
                let floor = try policy.fen("tender.budget_floor")
                return .refused([TenderingRefusals.tenderWaitsForTheBudget.refusal(floor.citation)])
            }
            let reasons =
                try ContractRules.adjustment(to: draft.approved, given: found.facts, under: policy).refusals
                + BudgetRules.recording(
                    draft.figures, replacing: found.facts.money, given: found.budgetFacts,
                    lots: found.facts.lots, today: sitting.today, under: policy
                ).refusals
            guard reasons.isEmpty else { return .refused(reasons) }
            return .done(
                Write(
                    body: draft.body,
                    [
                        TenderingStore.adjustBudget(
                            draft, of: project, from: version, district: sitting.actor.district,
                            op: sitting.op)
                    ], answer: draft.answer(version: version + 1), status: 200, version: version + 1))
        }
    }

    /// Files a package; what looks like splitting is said at once, and stops its signing.
    @Sendable
    func addPackage(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(PackageDraft.self)
        return try await desk.act(
            request, "package.add", on: .project(project), subject: Subject("package", draft.id),
            facts: TenderingStore.purchases(project), as: Purchases.self
        ) { found, sitting in
            let policy = try sitting.policy(edition: found.facts.edition, place: found.facts.place)
            let decision = try TenderRules.filing(
                of: draft.lot, askedApart: !(draft.combinable ?? true), because: draft.separationReason,
                under: policy)
            let reasons =
                try decision.refusals
                + BudgetRules.packages(
                    found.facts.lots + [draft.lot], within: found.facts.approvedBudget, under: policy)
            guard reasons.isEmpty else { return .refused(reasons) }
            let signs = try found.facts.money.map {
                try TenderRules.signs(of: found.facts.lots + [draft.lot], paidBy: $0, under: policy)
            }
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "code": .text(draft.code),
                        "title": .text(draft.title), "category": .text(draft.category.rawValue),
                        "service_kind": draft.service.map { .text($0.rawValue) } ?? .null,
                        "estimate_fen": .int(draft.estimate.amount),
                        "combinable": .bool(draft.combinable ?? true),
                        "planned_method": .text(draft.planned.rawValue),
                    ]),
                    [
                        TenderingStore.insertPackage(
                            draft, of: project, district: sitting.actor.district, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "state": "planned", "version": 1,
                        "signs": .list((signs ?? []).map(\.json)),
                    ]), version: 1))
        }
    }

    /// Re-estimates a package: a fall across the line after a determination is explained.
    @Sendable
    func reestimate(_ request: Request) async throws -> Response {
        let package = try request.require("package")
        let draft = try request.decode(EstimateDraft.self)
        return try await desk.act(
            request, "package.reestimate",
            on: .projectOf(table: "app.package", column: "package_id", package),
            subject: Subject("package", package),
            facts: TenderingStore.purchases(nil, package: package), as: Purchases.self
        ) { found, sitting in
            try sitting.matchIfSent(version: found.versions[package.description])
            guard !found.withdrawn.contains(package) else {
                return .refused([TenderingRefusals.packageStaysWithdrawn.refusal(nil)])
            }
            let id = package.description
            guard let lot = found.facts.lots.first(where: { $0.id == id }), let version = found.versions[id]
            else {
                return .problem(Problems.notFound)
            }
            let policy = try sitting.policy(edition: found.facts.edition, place: found.facts.place)
            let new = lot.estimated(
                draft.estimate, parts: draft.parts?.estimates, listedPart: draft.listedPart)
            let must = Set(found.facts.determined.filter { $0.value.verdict == .mustTender }.keys)
            let decision = try TenderRules.reestimate(
                lot, to: new, among: found.facts.lots, determined: must, paidBy: found.facts.money,
                explanation: draft.explanation, scheme: found.facts.schemeWorth, under: policy)
            let raised = new.estimate > lot.estimate
            let reasons =
                try decision.refusals
                + BudgetRules.packages(
                    raised ? found.facts.lots.map { $0.id == id ? new : $0 } : [],
                    within: found.facts.approvedBudget, under: policy)
            guard reasons.isEmpty else { return .refused(reasons) }
            return .done(
                Write(
                    body: .object([
                        "from_fen": .int(lot.estimate.amount), "to_fen": .int(draft.estimate.amount),
                        "explanation": draft.explanation.map { .text($0) } ?? .null,
                    ]),
                    [
                        TenderingStore.estimate(
                            draft, of: package, from: version, district: sitting.actor.district,
                            op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(id), "estimate_fen": .int(draft.estimate.amount),
                        "version": .int(version + 1),
                    ]), status: 200, version: version + 1))
        }
    }

    /// Determines what must be tendered of all that is not signed yet, each package with its group.
    @Sendable
    func determine(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, "tender.determine", on: .project(project), subject: Subject("project", project),
            facts: TenderingStore.purchases(project), as: Purchases.self
        ) { found, sitting in
            let facts = found.facts
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            guard let money = facts.money else {
                let floor = try policy.fen("tender.budget_floor")
                return .refused([TenderingRefusals.tenderWaitsForTheBudget.refusal(floor.citation)])
            }
            var statements = [SQL]()
            var items = [JSON]()
            for lot in facts.lots where lot.signed == nil {
                let result = try TenderRules.findingOrSilence(
                    for: lot, among: facts.counted, paidBy: money, under: policy)
                let id = sitting.newID()
                statements.append(
                    Determination(
                        id: id, project: project, subject: Subject("package", ID(lot.id) ?? project),
                        question: result.question,
                        inputs: inputs(
                            lot, among: facts.counted, group: result.group, money, found.basis[lot.id]),
                        edition: facts.edition, asOf: sitting.today, verdict: result.verdict.rawValue,
                        because: result.because, figures: result.figures
                    ).insert(district: sitting.actor.district, op: sitting.op))
                statements.append(
                    TenderingStore.stand(
                        on: id, of: lot.id, from: found.versions[lot.id] ?? 1,
                        district: sitting.actor.district,
                        op: sitting.op))
                items.append(
                    .object([
                        "id": .text(id.description), "package": .text(lot.id), "code": .text(lot.code),
                        "verdict": .text(result.verdict.rawValue),
                        "verdict_title": .text(result.verdict.words.zh),
                        "figures": result.figures, "because": .list(result.because.map(\.json)),
                    ]))
            }
            let signs = try TenderRules.signs(
                of: facts.lots, exempted: Set(facts.exempted.keys), paidBy: money, under: policy)
            return .done(
                Write(
                    body: .object([
                        "edition": .text(facts.edition),
                        "determinations": .list(items.map { $0.withoutReasons }),
                    ]), statements,
                    answer: .object(["items": .list(items), "signs": .list(signs.map(\.json))])))
        }
    }

    /// Signs the contract of a package, with its bill: refused with every clause that stands in the way.
    @Sendable
    func sign(_ request: Request) async throws -> Response {
        let package = try request.require("package")
        let draft = try request.decode(ContractDraft.self)
        return try await desk.act(
            request, "contract.sign", on: .projectOf(table: "app.package", column: "package_id", package),
            subject: Subject("contract", draft.id), facts: TenderingStore.purchases(nil, package: package),
            as: Purchases.self
        ) { found, sitting in
            try sitting.matchIfSent(version: found.versions[package.description])
            guard !found.withdrawn.contains(package) else {
                return .refused([TenderingRefusals.contractIsForAStandingPackage.refusal(nil)])
            }
            let facts = found.facts
            guard let lot = facts.lots.first(where: { $0.id == package.description }) else {
                return .problem(Problems.notFound)
            }
            // The rules of the day the determination was made: its documents are the fact that counts (CV-15).
            let policy = try sitting.policy(
                edition: facts.edition, place: facts.place, on: facts.determined[lot.id]?.asOf)
            let decision = try ContractRules.signing(
                draft, for: lot, given: facts, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let district = sitting.actor.district
            let award = facts.awards[lot.id]
            var statements = [
                TenderingStore.insertContract(
                    draft, awarded: award, of: facts.project, package: package, district: district,
                    op: sitting.op)
            ]
            statements += (draft.bill ?? []).map {
                TenderingStore.insertLine(
                    $0, of: draft.id, project: facts.project, district: district, op: sitting.op)
            }
            var lastDay: DueDay?
            if let awarded = draft.awardNoticeOn ?? award?.noticeOn {
                let last = try ContractRules.lastDayToSign(
                    afterAwardOn: awarded, under: policy, calendar: sitting.calendar)
                lastDay = last.value
                statements.append(
                    TenderingStore.insertClock(
                        sitting.newID(), for: draft, due: last.value, rule: last.citation,
                        project: facts.project, district: district, op: sitting.op))
            }
            if let award,
                let bonds = try ProcedureRules.bondsBack(of: award, signedOn: draft.signedOn, under: policy)
            {
                statements.append(
                    TenderingStore.insertClock(
                        sitting.newID(), of: award.id, bonds, project: facts.project, district: district,
                        op: sitting.op))
            }
            // Nobody knows yet where the calendar of that year is not published.
            let late = lastDay.map { $0.isMissed(on: draft.signedOn).map(JSON.bool) ?? .null } ?? .bool(false)
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "package": .text(package.description),
                        "number": .text(draft.number), "contractor": .text(draft.contractor.description),
                        "method": .text(draft.method.rawValue), "amount_fen": .int(draft.amount.amount),
                        "award": (award?.id).map { .text($0.description) } ?? .null,
                        "signed_on": .text("\(draft.signedOn)"), "late": late,
                        "bill": .list((draft.bill ?? []).map(\.event)),
                    ]), statements,
                    answer: .object([
                        "id": .text(draft.id.description), "package": .text(package.description),
                        "amount_fen": .int(draft.amount.amount),
                        "committed_fen": .int((facts.committed + draft.amount).amount),
                        "last_day_to_sign": (lastDay?.on).map { .text("\($0)") } ?? .null,
                        "last_day_note": (lastDay?.note).map { .text($0.zh) } ?? .null, "signed_late": late,
                    ])))
        }
    }

    /// What was asked, as the policy questions speak it, with the digest of the facts it rests on.
    private func inputs(
        _ lot: Lot, among lots: [Lot], group: [String], _ money: FundingSources, _ basis: String?
    ) -> JSON {
        var fields: [String: JSON] = [
            "total_investment": .text(money.total.yuan), "budget_funds": .text(money.budgetFunds.yuan),
            "soe_dominant": .bool(money.soeDominant), "basis": basis.map { .text($0) } ?? .null,
        ]
        let counted = group.compactMap { id in lots.first { $0.id == id } }
        if let parts = lot.parts {
            fields["works"] = .text(parts.works.yuan)
            fields["goods"] = .text(parts.goods.yuan)
            fields["services"] = .text(parts.services.yuan)
            let others = counted.filter { $0.id != lot.id }
            if !others.isEmpty { fields["beside"] = .list(others.map(\.counted)) }
        } else {
            fields["lots"] = .list(counted.map(\.counted))
        }
        return .object(fields)
    }
}

extension Lot {
    /// The lot as a determination keeps it: what it counts for, of a general contract by its parts.
    fileprivate var counted: JSON {
        var fields: [String: JSON] = [
            "id": .text(id), "kind": .text(service?.rawValue ?? category.rawValue),
            "combinable": .bool(combinable),
        ]
        if category == .epc {
            fields["works"] = .text(part(for: .works).yuan)
            fields["goods"] = .text(part(for: .goods).yuan)
            fields["services"] = .text(part(for: .service).yuan)
        } else {
            fields["estimate"] = .text(value.yuan)
        }
        return .object(fields)
    }
}

extension BillLineDraft {
    fileprivate var event: JSON {
        .object([
            "id": .text(id.description), "code": .text(code), "quantity_milli": .int(quantityMilli),
            "unit_price_fen": .int(unitPrice.amount),
        ])
    }
}

extension JSON {
    /// A determination for the event: its verdict and figures; the reasons are kept in its own row.
    fileprivate var withoutReasons: JSON {
        guard case .object(var fields) = self else { return self }
        fields["because"] = nil
        fields["verdict_title"] = nil
        return .object(fields)
    }
}

extension BudgetDraft {
    fileprivate var body: JSON {
        .object([
            "total_investment_fen": .int(total.amount), "budget_funds_fen": .int(budgetFunds.amount),
            "soe_dominant": .bool(soeDominant), "feasibility_fen": .int(feasibility.amount),
            "approved_budget_fen": .int(approved.amount),
            "approval_number": approvalNumber.map { .text($0) } ?? .null,
            "adjustment_number": adjustmentNumber.map { .text($0) } ?? .null,
            "adjustment_ground": adjustmentGround.map { .text($0) } ?? .null,
            "paper": paper.map { .text($0.description) } ?? .null,
        ])
    }

    fileprivate func answer(version: Int64) -> JSON {
        .object(["approved_budget_fen": .int(approved.amount), "version": .int(version)])
    }
}
