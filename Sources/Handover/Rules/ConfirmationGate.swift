package import Policy
package import Values

extension HandoverRules {
    /// What must stand before a facility is the utility's: both signatures, the certificate, the documents
    /// line by line, the owners' decision.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2; UTL-05; 建设工程质量管理条例 第十六条, QLT-09
    package static func gate(_ facts: HandoverFacts, under policy: Policy) throws(PolicyFault) -> Gate {
        var requirements = [Gate.Requirement]()
        let signers = try policy.texts("handover.signers")
        let acceptance = try acceptance(facts, under: policy)
        requirements.append(
            requirement(
                "joint_acceptance", Words("专业单位和建设单位共同验收", "joint acceptance by both parties"),
                signers.citation, acceptance))
        requirements.append(
            requirement(
                "certificate", Words("联合竣工验收通过", "certificate of joint completion acceptance"),
                try policy.bool("use.before_acceptance_allowed").citation,
                try certificate(facts, under: policy)))
        requirements.append(try documents(facts, under: policy))
        let decision = try policy.bool("handover.owners_decision")
        let decided = !decision.value || facts.ownersDecided
        requirements.append(
            .init(
                "owners_decision", Words("业主大会决定移交", "owners' decision to hand over"),
                !decision.value ? .notApplicable : decided ? .met : .missing, source: decision.citation,
                refusal: decided ? nil : HandoverRefusals.waitsForOwnersDecision.refusal(decision.citation)))
        return Gate(
            "handover", Words("\(facts.kind.words.zh)设施移交", "handover of \(facts.kind.words.en)"),
            requirements)
    }

    /// Whether an actor may confirm that the facility is now his unit's to keep.
    ///
    /// The street cannot confirm for the utility, and silence confirms nothing.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2, "移交相关专业单位负责管理"; catalogue C.3
    package static func confirming(
        _ facts: HandoverFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let gate = try gate(facts, under: policy)
        guard !facts.state.isSettled, facts.state != .refused else {
            return .refused([try HandoverRefusals.step(from: facts.state, to: .handedOver, under: policy)])
        }
        var reasons = [Refusal]()
        if facts.party(of: actor) != .utility {
            reasons.append(
                HandoverRefusals.isConfirmedByItsUtility.refusal(
                    try policy.texts("handover.signers").citation,
                    missing: [receiverWords(facts)]))
        }
        reasons.append(contentsOf: gate.decision.refusals)
        return Decision(reasons: reasons, under: gate.requirements.compactMap(\.citation))
    }

    /// Why the joint acceptance is not complete, or nil where every party has signed.
    static func acceptance(_ facts: HandoverFacts, under policy: Policy) throws(PolicyFault) -> Refusal? {
        let signers = try policy.texts("handover.signers")
        var missing = [Words]()
        for name in signers.value {
            guard let party = HandoverParty(rawValue: name) else {
                missing.append(Words(name, name))
                continue
            }
            if facts.hasSigned(party) { continue }
            let who = party == .utility ? receiverWords(facts) : party.words
            missing.append(Words("\(who.zh)的验收签字", "the signature of \(who.en)"))
        }
        guard !missing.isEmpty else { return nil }
        return HandoverRefusals.waitsForJointAcceptance.refusal(signers.citation, missing: missing)
    }

    static func certificate(_ facts: HandoverFacts, under policy: Policy) throws(PolicyFault) -> Refusal? {
        let allowed = try policy.bool("use.before_acceptance_allowed")
        guard !facts.isCertified, !allowed.value else { return nil }
        return HandoverRefusals.waitsForCertificate.refusal(allowed.citation)
    }

    private static func documents(
        _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let list = try documentList(for: facts.kind, under: policy)
        var verdicts = [String: DocumentVerdict]()
        for line in facts.lines { verdicts[line.document] = line.verdict }
        let sent = Set(facts.lines.map(\.document))
        var missing = [Words]()
        for document in list.value where verdicts[document.id] != .received {
            let name = try document.words()
            let standing =
                verdicts[document.id]?.words
                ?? (sent.contains(document.id) ? Words("待签收", "not receipted") : Words("未送交", "not sent"))
            missing.append(Words("\(name.zh)（\(standing.zh)）", "\(name.en) (\(standing.en))"))
        }
        // A list that names nothing for a kind is a pack that does not know it: it waits rather than passes.
        let isMet = missing.isEmpty && !list.value.isEmpty
        return .init(
            "documents", Words("移交资料逐项签收", "documents receipted line by line"), isMet ? .met : .missing,
            evidence: [
                Words(
                    "\(list.value.count) 项中已签收 \(list.value.count - missing.count) 项",
                    "\(list.value.count - missing.count) of \(list.value.count) receipted")
            ],
            source: list.citation,
            refusal: isMet ? nil : HandoverRefusals.waitsForDocuments.refusal(list.citation, missing: missing)
        )
    }

    private static func requirement(
        _ id: String, _ words: Words, _ citation: Citation, _ refusal: Refusal?
    ) -> Gate.Requirement {
        .init(id, words, refusal == nil ? .met : .missing, source: citation, refusal: refusal)
    }

    private static func receiverWords(_ facts: HandoverFacts) -> Words {
        let kind = facts.kind.words
        guard let name = facts.receiverName else {
            return Words("\(kind.zh)专业单位", "the \(kind.en) utility")
        }
        return Words("\(kind.zh)专业单位（\(name)）", "the \(kind.en) utility (\(name))")
    }
}
