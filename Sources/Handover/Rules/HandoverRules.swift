package import Policy
package import Values

/// The rules for handing facilities to the utilities that will keep them (移交).
package enum HandoverRules {
    /// Whether a handover of a kind may be opened for a project.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2
    package static func planning(
        _ kind: String, receiver: ID?, of project: ProjectHandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let kinds = try policy.records("handover.kinds")
        var reasons = [Refusal]()
        if !kinds.value.contains(where: { $0.id == kind }) || FacilityKind(rawValue: kind) == nil {
            reasons.append(
                HandoverRefusals.kindIsOfThePolicy.refusal(
                    kinds.citation, missing: kinds.value.compactMap { FacilityKind(rawValue: $0.id)?.words }))
        }
        if project.states[kind] != nil {
            reasons.append(HandoverRefusals.isOneOfItsKind.refusal(kinds.citation))
        }
        if receiver == project.constructionUnit {
            reasons.append(
                HandoverRefusals.receiverIsAnotherUnit.refusal(
                    try policy.texts("handover.signers").citation))
        } else if let receiver,
            let refusal = try ExemptionRules.receiver(
                receiver, runs: kind, among: project.units, under: policy)
        {
            reasons.append(refusal)
        }
        return Decision(reasons: reasons, under: [kinds.citation])
    }

    /// Whether an actor may sign the joint acceptance, for his own party only.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2, "经相关专业单位、建设单位共同验收合格后"
    package static func signing(
        _ facts: HandoverFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let signers = try policy.texts("handover.signers")
        var reasons = [Refusal]()
        if facts.state != .planned {
            reasons.append(try HandoverRefusals.step(from: facts.state, to: .jointlyAccepted, under: policy))
        }
        if facts.assetCount == 0 {
            reasons.append(HandoverRefusals.namesItsAssets.refusal(signers.citation))
        }
        if facts.receiver == nil {
            reasons.append(HandoverRefusals.namesItsReceiver.refusal(signers.citation))
        }
        if let party = facts.party(of: actor), signers.value.contains(party.rawValue) {
            if facts.hasSigned(party) {
                reasons.append(HandoverRefusals.isSignedOnceByAParty.refusal(signers.citation))
            }
        } else {
            reasons.append(HandoverRefusals.signatureIsItsPartysOwn.refusal(signers.citation))
        }
        return Decision(reasons: reasons, under: [signers.citation])
    }

    /// True where the round is complete once a party has signed.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2, "经相关专业单位、建设单位共同验收合格后"
    package static func completesAcceptance(
        _ facts: HandoverFacts, with party: HandoverParty, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        try policy.texts("handover.signers").value.allSatisfy { name in
            HandoverParty(rawValue: name).map { $0 == party || facts.hasSigned($0) } ?? false
        }
    }

    /// Whether documents may be sent now: after joint acceptance and the project's certificate.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-1; 建设工程质量管理条例 第十六条, QLT-09
    package static func sending(
        _ documents: [String], _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let list = try documentList(for: facts.kind, under: policy)
        var reasons = [Refusal]()
        if facts.state != .jointlyAccepted && facts.state != .documentsSent {
            reasons.append(
                try acceptance(facts, under: policy)
                    ?? HandoverRefusals.documentsFollow.refusal(list.citation))
        }
        if let refusal = try certificate(facts, under: policy) { reasons.append(refusal) }
        let known = Set(list.value.map(\.id))
        let foreign = documents.filter { !known.contains($0) }
        if !foreign.isEmpty {
            reasons.append(
                HandoverRefusals.documentIsOfTheList.refusal(
                    list.citation, missing: foreign.map { Words("“\($0)”", $0) }))
        }
        return Decision(reasons: reasons, under: [list.citation])
    }

    /// True where every document of the list is sent once these are.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-1; catalogue A.7
    package static func completesSending(
        _ documents: [String], _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        let sent = Set(documents).union(facts.lines.map(\.document))
        return try documentList(for: facts.kind, under: policy).value.allSatisfy { sent.contains($0.id) }
    }

    /// Whether an actor may tick lines: the receiving utility's own person, while documents are sent.
    ///
    /// - Source: catalogue A.7; 温鹿政办〔2020〕21号 二（三）8, LC-10-1
    package static func receipting(
        _ documents: [String], _ facts: HandoverFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let list = try documentList(for: facts.kind, under: policy)
        var reasons = [Refusal]()
        if facts.party(of: actor) != .utility {
            reasons.append(HandoverRefusals.documentIsReceiptedByItsUtility.refusal(list.citation))
        }
        if facts.state != .documentsSent {
            reasons.append(
                try HandoverRefusals.step(from: facts.state, to: .documentsConfirmed, under: policy))
        }
        let sent = Set(facts.lines.map(\.document))
        var unsent = [Words]()
        for document in documents where !sent.contains(document) {
            let known = list.value.first { $0.id == document }
            unsent.append(try known?.words() ?? Words("“\(document)”", document))
        }
        if !unsent.isEmpty {
            reasons.append(HandoverRefusals.waitsForDocuments.refusal(list.citation, missing: unsent))
        }
        return Decision(reasons: reasons, under: [list.citation])
    }

    /// True where every document of the list is receipted as right once these verdicts are given.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-1; catalogue A.7
    package static func completesReceipts(
        _ verdicts: [String: DocumentVerdict], _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        var standing = [String: DocumentVerdict]()
        for line in facts.lines { standing[line.document] = line.verdict }
        standing.merge(verdicts) { _, newer in newer }
        return try documentList(for: facts.kind, under: policy).value
            .allSatisfy { standing[$0.id] == .received }
    }

    /// Whether an actor may refuse: the receiving utility alone, at any point before it has confirmed.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2; house rule: silence accepts nothing, and a no has its reason
    package static func refusing(
        _ facts: HandoverFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let signers = try policy.texts("handover.signers")
        var reasons = [Refusal]()
        if facts.party(of: actor) != .utility {
            reasons.append(HandoverRefusals.isConfirmedByItsUtility.refusal(signers.citation))
        }
        if !facts.state.next.contains(.refused) {
            reasons.append(try HandoverRefusals.step(from: facts.state, to: .refused, under: policy))
        }
        return Decision(reasons: reasons, under: [signers.citation])
    }

    /// Whether a refused or set-aside handover may be taken up again, in a new round where it was refused.
    ///
    /// - Source: house rule: what was refused is mended and accepted anew
    package static func reopening(
        _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard facts.state.next.contains(.planned) else {
            return .refused([try HandoverRefusals.step(from: facts.state, to: .planned, under: policy)])
        }
        return .allowed([])
    }

    /// Whether a project may be taken on as handed over: each kind of its policy is settled.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2; catalogue C.2b S22→S23
    package static func completing(
        _ facts: ProjectHandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let required = try policy.bool("handover.close_requires_all")
        let kinds = try policy.records("handover.kinds")
        var open = [Words]()
        for kind in kinds.value where facts.isHandedOverBefore != true {
            let state = facts.states[kind.id]
            if state?.isSettled == true { continue }
            let name = FacilityKind(rawValue: kind.id)?.words ?? Words(kind.id, kind.id)
            let standing = state?.words ?? Words("尚未安排移交", "not planned")
            open.append(Words("\(name.zh)：\(standing.zh)", "\(name.en): \(standing.en)"))
        }
        guard open.isEmpty || !required.value else {
            return .refused([
                HandoverRefusals.closeWaitsForHandovers.refusal(required.citation, missing: open)
            ])
        }
        return .allowed([required.citation, kinds.citation])
    }

    /// The documents that belong to a kind of facility.
    ///
    /// - Source: catalogue A.7; 温鹿政办〔2020〕21号 二（三）8, LC-10-1
    package static func documentList(
        for kind: FacilityKind, under policy: Policy
    ) throws(PolicyFault) -> Cited<[PolicyRecord]> {
        let list = try policy.records("handover.documents")
        var own = [PolicyRecord]()
        for record in list.value where try record.texts("kinds").contains(kind.rawValue) {
            own.append(record)
        }
        return Cited(own, list.citation)
    }
}
