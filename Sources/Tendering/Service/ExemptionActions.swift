import Actions
import PQ
import Tendering
import Values
import Web

/// What is done about packages that are not tendered, or not bought (可以不招标、撤销标段).
extension TenderingActions {
    /// Approves, on a ground of the law and by a document, that a package is not tendered.
    @Sendable
    func exempt(_ request: Request) async throws -> Response {
        let package = try request.require("package")
        let draft = try request.decode(ExemptionDraft.self)
        return try await desk.act(
            request, "tender.exempt", on: .projectOf(table: "app.package", column: "package_id", package),
            subject: Subject("tender_exemption", draft.id),
            facts: TenderingStore.purchases(nil, package: package), as: Purchases.self
        ) { found, sitting in
            guard !found.withdrawn.contains(package) else {
                return .refused([TenderingRefusals.packageStaysWithdrawn.refusal(nil)])
            }
            let facts = found.facts
            guard let lot = facts.lots.first(where: { $0.id == package.description }) else {
                return .problem(Problems.notFound)
            }
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let actor = sitting.actor
            let decision = try ExemptionRules.approval(
                ExemptionFacts(
                    ground: draft.ground, documentOn: draft.documentOn, approver: actor.role,
                    approverUnit: actor.organisation, buyer: found.buyer, today: sitting.today),
                for: lot, having: facts.exempted[lot.id], under: policy)
            guard case .allowed(let because) = decision else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "package": .text(package.description),
                        "ground": .text(draft.ground), "reason": .text(draft.reason),
                        "document_number": .text(draft.documentNumber),
                        "up_to_fen": .int(lot.estimate.amount),
                    ]),
                    [
                        TenderingStore.insertExemption(
                            draft, of: package, project: facts.project, upTo: lot.estimate, by: actor,
                            op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "package": .text(package.description),
                        "ground": .text(draft.ground), "up_to_fen": .int(lot.estimate.amount),
                        "because": .list(because.map(\.json)),
                    ])))
        }
    }

    /// Decides, on a ground of the list and by a stored paper, that a package is counted apart from its kind.
    @Sendable
    func separate(_ request: Request) async throws -> Response {
        let package = try request.require("package")
        let draft = try request.decode(SeparationDraft.self)
        return try await desk.act(
            request, "package.separate", on: .projectOf(table: "app.package", column: "package_id", package),
            subject: Subject("package_separation", draft.id),
            facts: TenderingStore.purchases(nil, package: package), as: Purchases.self
        ) { found, sitting in
            guard !found.withdrawn.contains(package) else {
                return .refused([TenderingRefusals.separationIsForAStandingPackage.refusal(nil)])
            }
            let facts = found.facts
            guard let lot = facts.lots.first(where: { $0.id == package.description }) else {
                return .problem(Problems.notFound)
            }
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let actor = sitting.actor
            let decision = try SeparationRules.decision(
                SeparationFacts(
                    ground: draft.ground,
                    paperStands: found.separationPapers.contains { $0.id == draft.paper },
                    decider: actor.role, deciderUnit: actor.organisation, buyer: found.buyer,
                    isRecorder: found.separationPapers.contains {
                        $0.id == draft.paper && $0.recorder == actor.person
                    }),
                of: lot, under: policy)
            guard case .allowed(let because) = decision else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "package": .text(package.description),
                        "ground": .text(draft.ground), "reason": .text(draft.reason),
                        "paper": .text(draft.paper.description),
                    ]),
                    [
                        TenderingStore.insertSeparation(
                            draft, of: package, project: facts.project, by: actor, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "package": .text(package.description),
                        "ground": .text(draft.ground), "because": .list(because.map(\.json)),
                    ])))
        }
    }

    /// Gives a package up before its contract, with the reason; its group is counted without it from then on.
    @Sendable
    func withdraw(_ request: Request) async throws -> Response {
        let package = try request.require("package")
        let draft = try request.decode(WithdrawalDraft.self)
        return try await desk.act(
            request, "package.withdraw", on: .projectOf(table: "app.package", column: "package_id", package),
            subject: Subject("package", package),
            facts: TenderingStore.purchases(nil, package: package), as: Purchases.self
        ) { found, sitting in
            let id = package.description
            try sitting.matchIfSent(version: found.versions[id])
            guard !found.withdrawn.contains(package) else {
                return .refused([TenderingRefusals.packageStaysWithdrawn.refusal(nil)])
            }
            guard let lot = found.facts.lots.first(where: { $0.id == id }), let version = found.versions[id]
            else { return .problem(Problems.notFound) }
            let policy = try sitting.policy(edition: found.facts.edition, place: found.facts.place)
            let decision = try ExemptionRules.withdrawal(of: lot, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "code": .text(lot.code), "estimate_fen": .int(lot.estimate.amount),
                        "reason": .text(draft.reason),
                    ]),
                    [
                        TenderingStore.withdraw(
                            draft.reason, on: sitting.today, of: package, from: version,
                            district: sitting.actor.district, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(id), "state": "withdrawn", "version": .int(version + 1),
                    ]), status: 200, version: version + 1))
        }
    }
}
