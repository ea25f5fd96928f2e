import Actions
import Delivery
import Ledger
import PQ
import Policy
import Values
import Web

/// What is done about contracts that end before their works (合同解除).
extension DeliveryActions {
    /// Proposes the end of a contract for one of its parties, with the agreement or notice itself.
    @Sendable
    func proposeEnd(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let draft = try request.decode(TerminationDraft.self)
        let file = draft.paper.file
        return try await desk.act(
            request, "contract.propose_end",
            on: .projectOf(table: "app.contract", column: "contract_id", contract),
            subject: Subject("termination_proposal", draft.id),
            facts: DeliveryStore.terminationFacts(contract), as: TerminationFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try TerminationRules.proposing(
                on: draft.endedOn, settling: draft.settled, isStored: file != nil, given: facts,
                today: sitting.today, under: policy)
            guard case .allowed(let because) = decision, let file, let side = facts.side else {
                return .refused(decision.refusals)
            }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "contract": .text(contract.description),
                        "side": .text(side.rawValue), "ended_on": .text("\(draft.endedOn)"),
                        "reason": .text(draft.reason),
                        "settled_fen": draft.settled.map { .int($0.amount) } ?? .null,
                        "paper": .text(draft.paper.id.description), "sha256": .text(hex(file.digest)),
                    ]),
                    DeliveryStore.proposeEnd(draft, file, of: facts, side: side, sitting),
                    answer: .object([
                        "id": .text(draft.id.description), "contract": .text(contract.description),
                        "ended_on": .text("\(draft.endedOn)"), "sha256": .text(hex(file.digest)),
                        "because": .list(because.map(\.json)),
                    ])))
        }
    }

    /// Says for the other party, or for the office, that a contract ended as was proposed: its package is open for the rest.
    @Sendable
    func confirmEnd(_ request: Request) async throws -> Response {
        let proposal = try request.require("proposal")
        let draft = try request.decode(EndConfirmation.self)
        return try await desk.act(
            request, "contract.confirm_end",
            on: .projectOf(table: "app.termination_proposal", column: "proposal_id", proposal),
            subject: Subject("termination_proposal", proposal),
            facts: DeliveryStore.terminationFacts(proposal: proposal), as: TerminationFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try TerminationRules.confirming(
                proposal, given: facts, today: sitting.today, under: policy)
            guard case .allowed(let because) = decision, let proposed = facts.proposal, let side = facts.side
            else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description),
                        "contract": .text(facts.contract.description), "side": .text(side.rawValue),
                        "ended_on": .text("\(proposed.endedOn)"), "reason": .text(draft.reason),
                    ]),
                    [DeliveryStore.confirmEnd(proposed, of: facts, because: draft.reason, sitting)],
                    answer: .object([
                        "id": .text(proposal.description), "contract": .text(facts.contract.description),
                        "ended_on": .text("\(proposed.endedOn)"), "because": .list(because.map(\.json)),
                    ])))
        }
    }
}

extension DeliveryReads {
    /// What was said of the end of a contract, with what its reader may say of it.
    @Sendable
    func termination(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.contract", column: "contract_id", contract),
            [DeliveryStore.terminationFacts(contract), DeliveryStore.terminations(contract)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(TerminationFacts.self, "facts")
        let today = desk.clock.now.day
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        var offers = [
            Offer(
                "contract.propose_end", Words("提出解除合同", "propose the end of the contract"), "POST",
                "/v1/contracts/\(contract)/termination", try TerminationRules.readiness(facts, under: policy))
        ]
        if let proposed = facts.proposal {
            offers.append(
                Offer(
                    "contract.confirm_end", Words("确认合同解除", "confirm that the contract ended"), "POST",
                    "/v1/termination-proposals/\(proposed.id)/confirmation",
                    try TerminationRules.confirming(proposed.id, given: facts, today: today, under: policy)))
        }
        let card = try rows[1].one().decode(JSON.self, "card")
        var fields: [String: JSON] = [
            "contract": .text(contract.description), "signed_on": .text("\(facts.signedOn)"),
            "ended": card["ended"] ?? .null, "proposals": card["proposals"] ?? .list([]),
        ]
        fields.merge(offering.fields(Offer.explained(offers, under: policy))) { own, _ in own }
        return .json(200, .object(fields))
    }
}
