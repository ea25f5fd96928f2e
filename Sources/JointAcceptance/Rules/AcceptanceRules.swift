package import Policy
import Projects
package import Values

/// What a round has come to (验收结论): never an average.
package enum RoundVerdict: Hashable, Sendable {
    case waiting(seats: [String])
    case passed
    case passedWithItems
    case failed(seats: [String])
}

/// The rules of seats, opinions and the certificate (席位、意见与验收证书).
package enum AcceptanceRules {
    /// Whether a person may take a seat.
    ///
    /// - Source: 质量管理条例 第十六条, QLT-01; 建筑法 第三十四条, PER-6
    package static func seating(
        _ person: ID, as role: String, in seat: RoundFacts.Seat, of facts: RoundFacts, conflict: String?,
        letter: LetterSpan? = nil, from unit: ID? = nil, under policy: AcceptancePolicy
    ) -> Decision {
        var refusals = closed(facts, under: policy)
        let rule = policy.seat(seat.seat, of: facts.mode)
        let citation = rule?.citation ?? policy.seats.citation
        if !seat.isVacant { refusals.append(JointAcceptanceRefusals.seatIsFilledOnce.refusal(citation)) }
        if role != seat.role && role != rule?.orRole {
            refusals.append(
                JointAcceptanceRefusals.signerIsEngaged.refusal(
                    citation, missing: rule.map { [$0.words] } ?? []))
        }
        if let own = seat.unit, let unit, own != unit {
            refusals.append(
                JointAcceptanceRefusals.seatIsOfItsUnit.refusal(
                    citation, missing: seat.unitName.map { [Words($0, $0)] } ?? []))
        }
        if facts.seats.contains(where: { $0.holder == person }) {
            refusals.append(JointAcceptanceRefusals.personSitsOnce.refusal(citation))
        }
        if let conflict { refusals.append(conflicted(conflict, under: policy)) }
        if let letter, !letter.holds(on: facts.eventOn) {
            refusals.append(
                JointAcceptanceRefusals.delegationCoversTheEvent.refusal(
                    citation,
                    missing: [
                        Words(
                            "委托书自 \(letter.from) 至 \(letter.to)，验收日 \(facts.eventOn)",
                            "the letter holds from \(letter.from) to \(letter.to); the event is on \(facts.eventOn)"
                        )
                    ]))
        }
        return Decision(reasons: refusals, under: [citation])
    }

    /// Whether a seat's holder may give this opinion over this digest, signed this way.
    ///
    /// Whoever has a conflict may still step aside, which is what he should do.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）7, LC-09-1; catalogue HOUSE-ACC-1
    package static func opinion(
        _ opinion: SeatOpinion, over digest: String, signed kind: SignKind, by person: ID,
        in seat: RoundFacts.Seat, of facts: RoundFacts, today: BusinessDay, at moment: Instant? = nil,
        now: Instant? = nil, under policy: AcceptancePolicy
    ) -> Decision {
        var refusals = closed(facts, under: policy)
        let citation = policy.seat(seat.seat, of: facts.mode)?.citation ?? policy.seats.citation
        if let moment, let now, let wrong = ofAnotherTime(moment, now: now, facts, citation) {
            refusals.append(wrong)
        }
        if seat.holder != person {
            refusals.append(JointAcceptanceRefusals.opinionIsTheHoldersOwn.refusal(citation))
        }
        if opinion != .recuse, today < facts.eventOn {
            refusals.append(
                JointAcceptanceRefusals.opinionWaitsForTheEvent.refusal(
                    policy.noticeWorkdays.citation,
                    missing: [Words("验收日 \(facts.eventOn)", "the event is on \(facts.eventOn)")]))
        }
        if !facts.dossiers.contains(digest) {
            refusals.append(JointAcceptanceRefusals.opinionIsOverAFrozenDossier.refusal(citation))
        } else if facts.dossiers.last != digest {
            refusals.append(
                JointAcceptanceRefusals.restsOnTheLatestDossier.refusal(
                    citation,
                    missing: facts.dossiers.last.map { [Words("最新摘要 \($0)", "latest digest \($0)")] } ?? []))
        }
        if kind == .attested, seat.needsKey {
            refusals.append(JointAcceptanceRefusals.seatNeedsAKey.refusal(citation))
        }
        if opinion != .recuse, let conflict = seat.conflict {
            refusals.append(conflicted(conflict, under: policy))
        }
        if let letter = seat.letter, !letter.holds(on: today) {
            refusals.append(
                JointAcceptanceRefusals.delegationHoldsWhenSigning.refusal(
                    citation,
                    missing: [
                        Words(
                            "委托书自 \(letter.from) 至 \(letter.to)",
                            "the letter holds from \(letter.from) to \(letter.to)")
                    ]))
        }
        return Decision(reasons: refusals, under: [citation])
    }

    /// The refusal of a signature from before its dossier was frozen, or from ahead of now; clocks are left five minutes.
    private static func ofAnotherTime(
        _ moment: Instant, now: Instant, _ facts: RoundFacts, _ citation: Citation?
    ) -> Refusal? {
        let second: Int64 = 1_000_000
        let isEarly = facts.frozenAt.map { moment.microseconds < $0.microseconds / second * second } ?? false
        guard isEarly || moment > now.adding(seconds: 300) else { return nil }
        let from = facts.frozenAt.map(\.local) ?? "—"
        return JointAcceptanceRefusals.opinionIsOfItsTime.refusal(
            citation,
            missing: [
                Words(
                    "签署时间 \(moment.local)；案卷封存于 \(from)，现在是 \(now.local)",
                    "signed at \(moment.local); the dossier was frozen at \(from), and it is \(now.local)")
            ])
    }

    /// What the opinions over one digest come to: certified only where every mandatory seat passes and none fails.
    ///
    /// - Source: 质量管理条例 第十六条, QLT-01; 建质〔2013〕171号 第六条, QLT-04; LC-09-1
    package static func verdict(of facts: RoundFacts, over digest: String) -> RoundVerdict {
        var failing = [String]()
        var silent = [String]()
        var withItems = false
        for seat in facts.seats {
            let said = seat.opinion(over: digest)?.opinion
            if said == .fail { failing.append(seat.seat) }
            if said == .passWithItems { withItems = true }
            if seat.mandatory, said?.passes != true, said != .fail { silent.append(seat.seat) }
        }
        if !failing.isEmpty { return .failed(seats: failing) }
        if !silent.isEmpty || !facts.seats.contains(where: \.mandatory) { return .waiting(seats: silent) }
        return withItems ? .passedWithItems : .passed
    }

    /// Whether the certificate may be issued over a digest; every reason against it at once.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）7, LC-09-1; 质量管理条例 第十六条, QLT-01
    package static func certificate(
        _ facts: RoundFacts, over digest: String, today: BusinessDay, under policy: AcceptancePolicy,
        citing source: Policy, words: AcceptanceGate.Lookup, calendar: WorkCalendar? = nil
    ) -> Decision {
        var refusals = closed(facts, under: policy)
        let citation = policy.organiser.citation
        if let calendar, let notice = facts.noticeOn,
            let late = AcceptanceGate.lateNotice(
                of: facts.eventOn, given: notice, under: policy, calendar: calendar)
        {
            refusals.append(late)
        }
        if today < facts.eventOn {
            refusals.append(
                JointAcceptanceRefusals.certificateWaitsForTheEvent.refusal(
                    policy.noticeWorkdays.citation,
                    missing: [Words("验收日 \(facts.eventOn)", "the event is on \(facts.eventOn)")]))
        }
        refusals += facts.blocks.map { AcceptanceGate.refusal(of: $0, citing: source, words: words) }
        if facts.receipted == false {
            refusals.append(
                JointAcceptanceRefusals.certificateWaitsForTheReceipt.refusal(policy.noticeWorkdays.citation))
        }
        if facts.dossiers.last != digest {
            refusals.append(JointAcceptanceRefusals.restsOnTheLatestDossier.refusal(citation))
        }
        func names(_ seats: [String]) -> [Words] {
            seats.map { facts.words(of: $0, under: policy) }
        }
        switch verdict(of: facts, over: digest) {
        case .passed, .passedWithItems: break
        case .failed(let seats):
            refusals.append(JointAcceptanceRefusals.hasNoFailingSeat.refusal(citation, missing: names(seats)))
        case .waiting(let seats):
            // A seat that passed another version has to sign again; a silent one has to sign.
            let elsewhere = seats.filter { name in
                facts.seats.contains { $0.seat == name && $0.said.contains { $0.opinion.passes } }
            }
            if !elsewhere.isEmpty {
                refusals.append(
                    JointAcceptanceRefusals.restsOnOneDigest.refusal(citation, missing: names(elsewhere)))
            }
            let silent = seats.filter { !elsewhere.contains($0) }
            if !silent.isEmpty || seats.isEmpty {
                refusals.append(
                    JointAcceptanceRefusals.waitsForAllSeats.refusal(citation, missing: names(silent)))
            }
        }
        for seat in facts.seats {
            guard let conflict = seat.conflict, seat.opinion(over: digest) != nil else { continue }
            refusals.append(conflicted(conflict, under: policy))
        }
        return Decision(reasons: AcceptanceGate.merged(refusals), under: [citation, policy.seats.citation])
    }

    /// Whether a round may end without a certificate: failed by an opinion, or called off with a reason.
    ///
    /// Where seats differ it ends by a settlement, which `settling` judges.
    ///
    /// - Source: 建质〔2013〕171号 第六条, QLT-04
    package static func ending(
        _ facts: RoundFacts, as state: RoundState, under policy: AcceptancePolicy
    ) -> Decision {
        var refusals = closed(facts, under: policy)
        let dissent = facts.seats.contains {
            $0.said.contains { $0.opinion == .fail || $0.opinion == .recuse }
        }
        if state == .failed, !dissent {
            refusals.append(JointAcceptanceRefusals.failsByAnOpinion.refusal(policy.seats.citation))
        }
        if state == .failed, differs(facts) {
            refusals.append(
                JointAcceptanceRefusals.waitsForItsSettlement.refusal(
                    policy.seats.citation, missing: names(of: dissenting(facts), facts, policy)))
        }
        if state == .calledOff, dissent {
            refusals.append(JointAcceptanceRefusals.isCalledOffBeforeDissent.refusal(policy.seats.citation))
        }
        return Decision(reasons: refusals, under: [policy.seats.citation])
    }

    /// Whether another version of the dossier may be frozen.
    ///
    /// - Source: catalogue LC-09-1, QLT-05
    package static func freezing(_ facts: RoundFacts, digest: String, under policy: AcceptancePolicy)
        -> Decision
    {
        var refusals = closed(facts, under: policy)
        if facts.dossiers.contains(digest) {
            refusals.append(JointAcceptanceRefusals.dossierHoldsSomethingNew.refusal(policy.seats.citation))
        }
        return Decision(reasons: refusals, under: [policy.seats.citation])
    }

    /// Whether seats say pass and fail over the latest dossier.
    ///
    /// - Source: 建质〔2013〕171号 第六条, QLT-04
    package static func differs(_ facts: RoundFacts) -> Bool {
        guard let digest = facts.dossiers.last else { return false }
        let said = facts.seats.flatMap(\.said).filter { $0.digest == digest }.map(\.opinion)
        return said.contains(.fail) && said.contains { $0.passes }
    }

    /// Whether a round may be declared disputed: its seats differ.
    ///
    /// - Source: 建质〔2013〕171号 第六条, QLT-04, "参与工程竣工验收的各方不能形成一致意见时，应当协商提出解决的方法，待意见一致后，重新组织验收"
    package static func disputing(_ facts: RoundFacts, under policy: AcceptancePolicy) -> Decision {
        var refusals = closed(facts, under: policy)
        if !differs(facts) {
            refusals.append(JointAcceptanceRefusals.disputeIsBetweenSeats.refusal(policy.seats.citation))
        }
        return Decision(reasons: refusals, under: [policy.seats.citation])
    }

    /// Whether a disputed round may be ended by what its parties agreed; acceptance is then run again.
    ///
    /// - Source: 建质〔2013〕171号 第六条, QLT-04
    package static func settling(_ facts: RoundFacts, under policy: AcceptancePolicy) -> Decision {
        guard facts.state != .disputed else { return .allowed([policy.seats.citation]) }
        return .refused([
            JointAcceptanceRefusals.disputeIsBetweenSeats.refusal(
                policy.seats.citation,
                missing: [Words("本轮：\(facts.state.words.zh)", "this round: \(facts.state.words.en)")])
        ])
    }

    private static func dissenting(_ facts: RoundFacts) -> [String] {
        facts.seats.filter { $0.said.contains { $0.opinion == .fail } }.map(\.seat)
    }

    private static func names(
        of seats: [String], _ facts: RoundFacts, _ policy: AcceptancePolicy
    ) -> [Words] {
        seats.map { facts.words(of: $0, under: policy) }
    }

    private static func closed(_ facts: RoundFacts, under policy: AcceptancePolicy) -> [Refusal] {
        facts.state == .called
            ? []
            : [
                JointAcceptanceRefusals.roundHasEnded.refusal(
                    policy.organiser.citation,
                    missing: [Words("本轮：\(facts.state.words.zh)", "this round: \(facts.state.words.en)")]
                )
            ]
    }

    private static func conflicted(_ record: String, under policy: AcceptancePolicy) -> Refusal {
        let found = policy.incompatible[record]
        return JointAcceptanceRefusals.signerHasNoConflict.refusal(
            found?.citation, missing: [found?.words ?? Words(record, record)])
    }
}
