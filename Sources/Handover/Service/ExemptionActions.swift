import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// Setting a kind of facility aside (认定不适用): the construction unit proposes, others confirm.
extension HandoverActions {
    /// Proposes as the construction unit, confirms as anybody else; the last word that is wanting sets it aside.
    @Sendable
    func exempt(_ request: Request) async throws -> Response {
        let draft = try request.decode(ExemptionDraft.self)
        return try await step(request, "handover.exempt") { facts, policy, sitting in
            if sitting.actor.role == .constructionUnit {
                let decision = try ExemptionRules.proposing(
                    facts, ground: draft.ground, paper: draft.paper, by: sitting.actor, under: policy)
                guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
                let proposal = try HandoverActions.proposal(draft, sitting.newID())
                return HandoverActions.done(
                    facts, facts.state,
                    [
                        "step": "proposed", "ground": .text(proposal.ground),
                        "reason": .text(proposal.reason), "paper": .text(proposal.paper.description),
                    ],
                    [
                        HandoverStore.proposeExemption(
                            facts, proposal, by: sitting.actor.person, op: sitting.op)
                    ])
            }
            let decision = try ExemptionRules.confirming(facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty, let proposal = facts.exemption.proposal else {
                return .refused(decision.refusals)
            }
            var statements = [
                HandoverStore.confirmExemption(
                    facts, proposal, by: sitting.actor, on: sitting.today, op: sitting.op)
            ]
            let completes = ExemptionRules.completes(facts, with: sitting.actor)
            if completes {
                statements.append(
                    HandoverStore.setAside(facts, by: sitting.actor.person, op: sitting.op))
            }
            return HandoverActions.done(
                facts, completes ? .notApplicable : facts.state,
                ["step": "confirmed", "party": .text(sitting.actor.role.rawValue)], statements,
                raised: completes)
        }
    }

    private static func proposal(_ draft: ExemptionDraft, _ id: ID) throws -> ExemptionProposal {
        var errors = [FieldError]()
        if draft.ground == nil {
            errors.append(FieldError("/ground", "missing", Words("须选择事由", "a ground is needed")))
        }
        if draft.reason == nil {
            errors.append(FieldError("/reason", "missing", Words("须写明理由", "a reason is needed")))
        }
        if draft.paper == nil {
            errors.append(FieldError("/paper", "missing", Words("须附材料", "a paper is needed")))
        }
        guard let ground = draft.ground, let reason = draft.reason, let paper = draft.paper else {
            throw Problem.invalid(errors)
        }
        return ExemptionProposal(id: id, ground: ground, reason: reason, paper: paper)
    }
}
