package import Policy
package import Values

/// What a member brings to a consortium (联合体成员): a unit stands once for each of its specialities.
package struct ConsortiumMember: Codable, Hashable, Sendable {
    package let name: String
    package let creditCode: String
    package let speciality: String
    /// 0 特级, 1 一级（甲级）, 2 二级（乙级） …: a greater number is a lower level.
    package let level: Int64

    package init(name: String, creditCode: String, speciality: String, level: Int64) {
        self.name = name
        self.creditCode = creditCode
        self.speciality = speciality
        self.level = level
    }

    package var json: JSON {
        .object([
            "name": .text(name), "credit_code": .text(creditCode), "speciality": .text(speciality),
            "level": .int(level),
        ])
    }

    enum CodingKeys: String, CodingKey {
        case name, speciality, level
        case creditCode = "credit_code"
    }
}

/// A consortium as it is brought (联合体).
package struct ConsortiumDraft: Hashable, Sendable {
    package let speciality: String
    package let levelAsked: Int64
    /// The credit code of who leads it.
    package let leader: String
    package let members: [ConsortiumMember]
    package let agreedOn: BusinessDay
    /// The agreement came with its bytes.
    package let agreementIsStored: Bool

    package init(
        speciality: String, levelAsked: Int64, leader: String, members: [ConsortiumMember],
        agreedOn: BusinessDay, agreementIsStored: Bool
    ) {
        self.speciality = speciality
        self.levelAsked = levelAsked
        self.leader = leader
        self.members = members
        self.agreedOn = agreedOn
        self.agreementIsStored = agreementIsStored
    }
}

/// The award whose winner is a consortium.
package struct ConsortiumFacts: Decodable, Hashable, Sendable {
    package let project: ID
    package let place: String
    package let edition: String
    package let openedOn: BusinessDay
    /// The credit code of the winner.
    package let winner: String
    /// Neither withdrawn nor contracted.
    package let stands: Bool
    package let isRecorded: Bool

    package init(
        project: ID, place: String, edition: String, openedOn: BusinessDay, winner: String,
        stands: Bool = true, isRecorded: Bool = false
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.openedOn = openedOn
        self.winner = winner
        self.stands = stands
        self.isRecorded = isRecorded
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, winner, stands
        case openedOn = "opened_on"
        case isRecorded = "is_recorded"
    }
}

/// The rules of consortia (联合体投标).
package enum ConsortiumRules {
    /// The level of a consortium in a speciality: that of the lowest member who brings it; nil where none does.
    ///
    /// - Source: 招标投标法 第三十一条, PRO-18
    package static func level(
        of members: [(speciality: String, level: Int64)], in speciality: String, under policy: Policy
    ) throws(PolicyFault) -> Cited<Int64?> {
        let lower = try policy.bool("procedure.consortium_takes_the_lower_level")
        let own = members.filter { $0.speciality == speciality }.map(\.level)
        return Cited(lower.value ? own.max() : own.min(), lower.citation)
    }

    private static func isCode(_ text: String) -> Bool {
        text.count == 18 && text.allSatisfy { "0123456789ABCDEFGHJKLMNPQRTUWXY".contains($0) }
    }

    /// Whether a consortium may be recorded behind an award; every reason at once.
    ///
    /// - Source: 招标投标法 第三十一条, PRO-18
    package static func recording(
        _ draft: ConsortiumDraft, of facts: ConsortiumFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let found = try level(
            of: draft.members.map { ($0.speciality, $0.level) }, in: draft.speciality, under: policy)
        let source = found.citation
        var reasons = [Refusal]()
        if facts.isRecorded { reasons.append(TenderingRefusals.consortiumIsOne.refusal(source)) }
        if !facts.stands { reasons.append(TenderingRefusals.consortiumIsOfAStandingAward.refusal(source)) }
        let codes = Set(draft.members.map(\.creditCode))
        let brought = Set(draft.members.map { [$0.creditCode, $0.speciality] })
        let told = draft.members.allSatisfy { member in
            isCode(member.creditCode)
                && ![member.name, member.speciality].contains { $0.allSatisfy(\.isWhitespace) }
        }
        if codes.count < 2 || brought.count < draft.members.count || !told {
            reasons.append(TenderingRefusals.consortiumTellsItsMembers.refusal(source))
        }
        if !codes.contains(draft.leader) || draft.leader != facts.winner {
            reasons.append(TenderingRefusals.consortiumIsLedByTheWinner.refusal(source))
        }
        if found.value.map({ $0 > draft.levelAsked }) ?? true {
            let has = found.value.map { "\($0)" }
            reasons.append(
                TenderingRefusals.consortiumTakesTheLowerLevel.refusal(
                    source,
                    missing: [
                        Words(
                            "\(draft.speciality)：要求 \(draft.levelAsked) 级，联合体 \(has.map { $0 + " 级" } ?? "无人具备")",
                            "\(draft.speciality): \(draft.levelAsked) asked, the consortium has \(has ?? "none")"
                        )
                    ]))
        }
        if draft.agreedOn > facts.openedOn || !draft.agreementIsStored {
            reasons.append(TenderingRefusals.consortiumBringsItsAgreement.refusal(source))
        }
        return Decision(reasons: reasons, under: [source])
    }
}
