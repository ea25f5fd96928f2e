import Actions
import Delivery
import Ledger
import PQ
import Values
import Web

/// What is done about contracts that end before their works (合同解除).
extension DeliveryActions {
    /// Records that a contract ended, with the agreement or notice itself: its unit may leave its role from then on.
    @Sendable
    func terminate(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let draft = try request.decode(TerminationDraft.self)
        let file = draft.file
        return try await desk.act(
            request, "contract.terminate",
            on: .projectOf(table: "app.contract", column: "contract_id", contract),
            subject: Subject("contract", contract), facts: DeliveryStore.terminationFacts(contract),
            as: TerminationFacts.self
        ) { facts, sitting in
            var reasons = [Refusal]()
            if facts.isEnded { reasons.append(DeliveryRefusals.contractIsTerminatedOnce.refusal(nil)) }
            if draft.endedOn > sitting.today || draft.endedOn < facts.signedOn {
                reasons.append(DeliveryRefusals.contractEndsBetweenItsSigningAndToday.refusal(nil))
            }
            guard reasons.isEmpty else { return .refused(reasons) }
            guard let file else {
                return .refused([DeliveryRefusals.contractTerminationRestsOnItsPaper.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "contract": .text(contract.description),
                        "ended_on": .text("\(draft.endedOn)"), "reason": .text(draft.reason),
                        "paper": .text(draft.paper.id.description), "sha256": .text(hex(file.digest)),
                    ]),
                    DeliveryStore.terminate(
                        draft, file, of: contract, project: facts.project, district: sitting.actor.district,
                        op: sitting.op),
                    answer: .object([
                        "id": .text(contract.description), "ended_on": .text("\(draft.endedOn)"),
                        "sha256": .text(hex(file.digest)),
                    ])))
        }
    }
}
