import Actions
import Policy
import Values
import Works

/// What may be done to logs, lots and claims, alone and in their lists (可办事项).
extension WorksReads {
    /// What becomes of a daily log that was handed in.
    func offers(onLog log: ID, _ facts: DecidedLogFacts, to actor: Actor) throws -> [Offer] {
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let offers = try [DailyLogState.approved, .rejected].map { target in
            let verb = target == .approved ? "approve" : "reject"
            return Offer(
                "daily_log." + verb, target == .approved ? Words("审核", "approve") : Words("退回", "send back"),
                "POST", "/v1/logs/\(log)/\(verb)",
                try DailyLogRules.decide(facts, by: actor, as: target, under: policy))
        }
        return Offer.explained(offers, under: policy)
    }

    /// The next steps of an inspection lot; a failure is offered before anybody has said what failed.
    func offers(onLot lot: ID, _ facts: InspectionLotFacts, to actor: Actor) throws -> [Offer] {
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let steps: [(verb: String, words: Words, target: InspectionLotState)] = [
            ("notify", Words("报验", "notify"), .notified), ("pass", Words("验收合格", "pass"), .passed),
            ("fail", Words("验收不合格", "fail"), .failed),
            ("rectify", Words("开始整改", "begin to rectify"), .rectifying),
        ]
        let offers = try steps.map { step in
            Offer(
                "inspection_lot." + step.verb, step.words, "POST", "/v1/inspection-lots/\(lot)/\(step.verb)",
                try InspectionRules.step(
                    facts, to: step.target, by: actor, finding: step.words.zh, under: policy))
        }
        return Offer.explained(offers, under: policy)
    }

    /// What becomes of a payment claim: it is certified, or sent back.
    func offers(onClaim claim: ID, _ facts: CertificationFacts, to actor: Actor) throws -> [Offer] {
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        var offers = [
            Offer(
                "payment_claim.certify", Words("审核、核定进度款", "certify the claim"), "POST",
                "/v1/payment-claims/\(claim)/certify",
                try PaymentRules.certify(facts, by: actor, under: policy)),
            Offer(
                "payment_claim.reject", Words("退回进度款申请", "reject the claim"), "POST",
                "/v1/payment-claims/\(claim)/reject",
                facts.state.next.contains(.rejected)
                    ? .allowed([])
                    : .refused([
                        WorksRefusals.paymentClaimStep.refusal(
                            try policy.bool("payment.needs_supervisor_signature").citation)
                    ])),
        ]
        if !facts.hasAuditOpinion, !facts.state.next.isEmpty {
            offers.append(
                Offer(
                    "payment_claim.opinion", Words("登记跟踪审计意见", "record the audit opinion"), "POST",
                    "/v1/payment-claims/\(claim)/opinion", .allowed([])))
        }
        if facts.state == .certified {
            offers.append(
                Offer(
                    "payment.record", Words("登记付款", "record a payment"), "POST",
                    "/v1/payment-claims/\(claim)/payments", .allowed([])))
        }
        return Offer.explained(offers, under: policy)
    }
}
