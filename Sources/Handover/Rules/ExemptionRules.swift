package import Policy
package import Values

/// A unit that runs kinds of facilities (专业单位).
package struct FacilityUnit: Decodable, Hashable, Sendable {
    package let id: ID
    package let name: String
    package let facilities: [String]

    package init(id: ID, name: String, facilities: [String]) {
        self.id = id
        self.name = name
        self.facilities = facilities
    }
}

/// What a kind that may not apply is judged by (不适用的事实).
package struct ExemptionFacts: Decodable, Hashable, Sendable {
    /// An item of the scheme.
    package struct Item: Decodable, Hashable, Sendable {
        package let kind: String
        package let title: String

        package init(kind: String, title: String) {
            self.kind = kind
            self.title = title
        }
    }

    /// The proposal that stands, if any.
    package let proposal: ID?
    /// Parties that have confirmed it.
    package let voices: [String]
    package let items: [Item]
    /// Papers of the ground whose bytes are stored.
    package let papers: [ID]
    /// Units of the register that run the kind.
    package let units: [FacilityUnit]

    package init(
        proposal: ID? = nil, voices: [String] = [], items: [Item] = [], papers: [ID] = [],
        units: [FacilityUnit] = []
    ) {
        self.proposal = proposal
        self.voices = voices
        self.items = items
        self.papers = papers
        self.units = units
    }
}

/// The rules by which a kind of facility is set aside as not applying (不适用).
package enum ExemptionRules {
    /// The roles whose word a proposal needs: the receiver's where one is named or assets are listed, and else the
    /// owners' body's and the district office's.
    ///
    /// - Source: house rule: whoever hands over does not say alone that there is nothing to hand over
    package static func parties(_ facts: HandoverFacts) -> [Role] {
        facts.receiver != nil || facts.assetCount > 0 ? [.utility] : [.ownersBody, .renovationOffice]
    }

    /// Whether the construction unit may propose, on a ground and a paper, that the kind does not apply.
    ///
    /// - Source: policy keys handover.exemption_grounds, handover.works
    package static func proposing(
        _ facts: HandoverFacts, ground: String?, paper: ID?, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard facts.state == .planned else { return try another(facts, under: policy) }
        let kinds = try policy.records("handover.kinds")
        var reasons = try works(facts, under: policy)
        if facts.party(of: actor) != .constructionUnit {
            reasons.append(ExemptionRefusals.isProposedByTheConstructionUnit.refusal(kinds.citation))
        }
        guard let grounds = try grounds(under: policy) else {
            reasons.append(ExemptionRefusals.groundIsOfThePolicy.refusal(kinds.citation))
            return Decision(reasons: reasons, under: [kinds.citation])
        }
        if let ground, !grounds.value.contains(where: { $0.id == ground }) {
            var names = [Words]()
            for record in grounds.value { names.append(try record.words()) }
            reasons.append(ExemptionRefusals.groundIsOfThePolicy.refusal(grounds.citation, missing: names))
        }
        if let paper, !facts.exemption.papers.contains(paper) {
            reasons.append(ExemptionRefusals.restsOnAPaper.refusal(grounds.citation))
        }
        return Decision(reasons: reasons, under: [grounds.citation])
    }

    /// Whether an actor may confirm the proposal that stands, for his own unit and once.
    ///
    /// - Source: policy key handover.exemption_grounds
    package static func confirming(
        _ facts: HandoverFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard facts.state == .planned else { return try another(facts, under: policy) }
        let kinds = try policy.records("handover.kinds")
        let citation = try grounds(under: policy)?.citation ?? kinds.citation
        var reasons = try works(facts, under: policy)
        if facts.exemption.proposal == nil {
            reasons.append(ExemptionRefusals.voiceIsOnWhatIsProposed.refusal(citation))
        }
        if !parties(facts).contains(actor.role) || actor.organisation == facts.constructionUnit
            || (actor.role == .utility && actor.organisation != facts.receiver)
        {
            reasons.append(
                ExemptionRefusals.waitsForOthers.refusal(citation, missing: parties(facts).map(\.words)))
        } else if facts.exemption.voices.contains(actor.role.rawValue) {
            reasons.append(ExemptionRefusals.isConfirmedOnceByAParty.refusal(citation))
        }
        return Decision(reasons: reasons, under: [citation])
    }

    /// Whether an actor has anything to do about it: propose as the construction unit, confirm as anybody else.
    ///
    /// - Source: policy key handover.exemption_grounds
    package static func exempting(
        _ facts: HandoverFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        actor.role == .constructionUnit
            ? try proposing(facts, ground: nil, paper: nil, by: actor, under: policy)
            : try confirming(facts, by: actor, under: policy)
    }

    /// True where nobody's word is wanting once the actor has confirmed.
    ///
    /// - Source: policy key handover.exemption_grounds
    package static func completes(_ facts: HandoverFacts, with actor: Actor) -> Bool {
        let given = Set(facts.exemption.voices).union([actor.role.rawValue])
        return parties(facts).allSatisfy { given.contains($0.rawValue) }
    }

    /// The refusal of a receiver that is not registered as running the kind; none where it is.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-2, "移交相关专业单位负责管理"; 浙江省物业管理条例 第四十二条, UTL-05
    package static func receiver(
        _ receiver: ID, runs kind: String, among units: [FacilityUnit], under policy: Policy
    ) throws(PolicyFault) -> Refusal? {
        let own = units.filter { $0.facilities.contains(kind) }
        if own.contains(where: { $0.id == receiver }) { return nil }
        return ExemptionRefusals.receiverRunsItsKind.refusal(
            try policy.records("handover.kinds").citation, missing: own.map { Words($0.name, $0.name) })
    }

    /// What is signed, sent or settled is not set aside.
    private static func another(
        _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        .refused([try HandoverRefusals.step(from: facts.state, to: .notApplicable, under: policy)])
    }

    /// What bars every exemption: works of the kind in the scheme.
    private static func works(
        _ facts: HandoverFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let works = try works(of: facts.kind, under: policy)
        let kinds = Set(works.value + [facts.kind.rawValue])
        let items = facts.exemption.items.filter { kinds.contains($0.kind) }
        return items.isEmpty
            ? []
            : [
                ExemptionRefusals.withWorks.refusal(
                    works.citation, missing: items.map { Words($0.title, $0.title) })
            ]
    }

    /// The grounds of the place; nil under an edition from before there were any, which sets nothing aside.
    private static func grounds(under policy: Policy) throws(PolicyFault) -> Cited<[PolicyRecord]>? {
        do throws(PolicyFault) {
            return try policy.records("handover.exemption_grounds")
        } catch {
            guard case .keyMissing = error else { throw error }
            return nil
        }
    }

    /// Kinds of works items that belong to a kind of facility.
    private static func works(
        of kind: FacilityKind, under policy: Policy
    ) throws(PolicyFault) -> Cited<[String]> {
        do throws(PolicyFault) {
            let works = try policy.records("handover.works")
            for record in works.value where record.id == kind.rawValue {
                return Cited(try record.texts("items"), works.citation)
            }
            return Cited([], works.citation)
        } catch {
            guard case .keyMissing = error else { throw error }
            return Cited([], try policy.records("handover.kinds").citation)
        }
    }
}
