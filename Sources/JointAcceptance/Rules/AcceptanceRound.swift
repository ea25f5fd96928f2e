package import Projects
package import Values

/// Where a round of joint acceptance stands (验收轮次状态).
package enum RoundState: String, Hashable, Sendable, Codable, CaseIterable {
    case called, disputed, certified, failed
    case calledOff = "called_off"

    package var words: Words {
        switch self {
        case .called: Words("已通知", "called")
        case .disputed: Words("意见不一致", "disputed")
        case .certified: Words("验收合格", "certified")
        case .failed: Words("未通过", "failed")
        case .calledOff: Words("已取消", "called off")
        }
    }
}

/// What a seat says (验收意见), spelled as the signed statement spells it.
package enum SeatOpinion: String, Hashable, Sendable, Codable, CaseIterable {
    case pass
    case passWithItems = "pass_with_items"
    case fail, recuse

    package var passes: Bool { self == .pass || self == .passWithItems }

    package var words: Words {
        switch self {
        case .pass: Words("合格", "pass")
        case .passWithItems: Words("合格，有遗留问题", "pass with items")
        case .fail: Words("不合格", "fail")
        case .recuse: Words("回避", "steps aside")
        }
    }
}

/// How an opinion was signed (签署方式), shown with its strength.
package enum SignKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A detached signature by the person's own key.
    case sshsig
    /// The service's word for a sign-in with a second factor.
    case attested

    package var words: Words {
        switch self {
        case .sshsig: Words("本人密钥签名", "signed by own key")
        case .attested: Words("平台见证（较弱）", "attested by the service (weaker)")
        }
    }
}

/// Something that stands in the way of acceptance (阻断), with the object it comes from.
package struct StandingBlock: Hashable, Sendable, Codable {
    /// Two units whose roles may not meet, and the record of the list that says so.
    package struct Conflict: Hashable, Sendable, Codable {
        package struct Party: Hashable, Sendable, Codable {
            package let unit: String
            package let role: String

            package init(unit: String, role: String) {
                self.unit = unit
                self.role = role
            }

            var words: Words {
                let title = Role(rawValue: role)?.words ?? Words(role, role)
                return Words("\(unit)（\(title.zh)）", "\(unit) (\(title.en))")
            }
        }

        package let record: String
        package let parties: [Party]

        package init(record: String, parties: [Party]) {
            self.record = record
            self.parties = parties
        }

        var words: Words {
            Words(
                parties.map(\.words.zh).joined(separator: "与 ") + "不得并存",
                parties.map(\.words.en).joined(separator: " and ") + " may not meet")
        }
    }

    package let actionClass: String
    package let code: String
    package let sourceKind: String
    package let source: ID
    /// What people know the source by: where an issue is, the number of a change order.
    package let name: String?
    /// Of a block that a conflict of engagements put: the pair, where it can be seen.
    package let conflict: Conflict?

    enum CodingKeys: String, CodingKey {
        case code, source, name, conflict
        case actionClass = "action_class"
        case sourceKind = "source_kind"
    }

    package init(
        actionClass: String, code: String, sourceKind: String, source: ID, name: String? = nil,
        conflict: Conflict? = nil
    ) {
        self.actionClass = actionClass
        self.code = code
        self.sourceKind = sourceKind
        self.source = source
        self.name = name
        self.conflict = conflict
    }
}

/// A notice to the quality station that is stored (验收通知书), by its number and the day that it bears.
package struct StoredNotice: Hashable, Sendable, Codable {
    package let number: String
    package let dated: BusinessDay
    /// Whether a round was called on it already.
    package let spent: Bool

    package init(number: String, dated: BusinessDay, spent: Bool = false) {
        self.number = number
        self.dated = dated
        self.spent = spent
    }
}

/// What the gate before a round looks at (验收关口事实).
package struct AcceptanceFacts: Hashable, Sendable, Codable {
    package struct Answer: Hashable, Sendable, Codable {
        package let item: String
        package let answer: String
        package let evidence: String

        package init(item: String, answer: String, evidence: String) {
            self.item = item
            self.answer = answer
            self.evidence = evidence
        }
    }

    package struct Paper: Hashable, Sendable, Codable {
        package let kind: String
        package let title: String
        /// The units for which whoever recorded it acted.
        package let units: [ID]

        package init(kind: String, title: String, units: [ID] = []) {
            self.kind = kind
            self.title = title
            self.units = units
        }
    }

    /// The day on which the facts were read.
    package let today: BusinessDay
    package let state: ProjectState
    package let version: Int64
    package let place: String
    package let edition: String
    package let mode: String?
    package let constructionUnit: ID
    /// Blocks of the class `joint_acceptance` that stand.
    package let blocks: [StandingBlock]
    package let lots: Int64
    package let lotsPassed: Int64
    package let answers: [Answer]
    /// Papers of the project whose bytes are stored, by their kinds.
    package let papers: [Paper]
    /// Lines of the bill of which less is done than contract and approved changes say.
    package let unfinished: Int64
    /// Certified claims that are past their day and not paid in full.
    package let overdueClaims: Int64
    /// Units that take part, the construction unit among them.
    package let units: [AcceptancePolicy.Unit]
    /// Roles that are engaged in the project today.
    package let engaged: [String]
    package let openRound: ID?
    /// The round that was passed, whose certificate stands; no other follows it.
    package let certifiedRound: ID?
    package let roundsEnded: Int64
    /// The notices to the quality station whose bytes are stored; nil where the edition asks for none.
    package let notices: [StoredNotice]?

    enum CodingKeys: String, CodingKey {
        case state, version, place, edition, mode, blocks, lots, answers, engaged, papers, unfinished, units,
            today, notices
        case overdueClaims = "overdue_claims"
        case constructionUnit = "construction_unit"
        case lotsPassed = "lots_passed"
        case openRound = "open_round"
        case certifiedRound = "certified_round"
        case roundsEnded = "rounds_ended"
    }
}

/// From when until when a letter of delegation holds (授权期限).
package struct LetterSpan: Hashable, Sendable, Codable {
    package let from: BusinessDay
    package let to: BusinessDay

    package init(from: BusinessDay, to: BusinessDay) {
        self.from = from
        self.to = to
    }

    enum CodingKeys: String, CodingKey {
        case from = "valid_from"
        case to = "valid_to"
    }

    package func holds(on day: BusinessDay) -> Bool { from <= day && day <= to }
}

/// A round with its seats, its dossiers and what was said (轮次事实).
package struct RoundFacts: Hashable, Sendable, Codable {
    package struct Said: Hashable, Sendable, Codable {
        package let id: ID
        package let person: ID
        package let digest: String
        package let opinion: SeatOpinion

        package init(id: ID, person: ID, digest: String, opinion: SeatOpinion) {
            self.id = id
            self.person = person
            self.digest = digest
            self.opinion = opinion
        }
    }

    package struct Seat: Hashable, Sendable, Codable {
        package let id: ID
        package let seat: String
        package let role: String
        package let mandatory: Bool
        package let needsKey: Bool
        package let holder: ID?
        package let holderOrganisation: ID?
        /// How often the seat was filled.
        package let sittings: Int64
        /// The record of the list of incompatible roles that its holder falls under today.
        package let conflict: String?
        package let said: [Said]
        /// The letter under which its holder sits, where there is one.
        package let letter: LetterSpan?
        /// The unit whose seat it is; nil for seats of everybody's, and of rounds before units had their own.
        package let unit: ID?
        package let unitName: String?

        enum CodingKeys: String, CodingKey {
            case id, seat, role, mandatory, holder, conflict, said, sittings, letter, unit
            case unitName = "unit_name"
            case needsKey = "needs_key"
            case holderOrganisation = "holder_organisation"
        }

        package init(
            id: ID, seat: String, role: String, mandatory: Bool, needsKey: Bool, holder: ID?,
            holderOrganisation: ID?, sittings: Int64, conflict: String?, said: [Said],
            letter: LetterSpan? = nil, unit: ID? = nil, unitName: String? = nil
        ) {
            self.letter = letter
            self.unit = unit
            self.unitName = unitName
            self.id = id
            self.seat = seat
            self.role = role
            self.mandatory = mandatory
            self.needsKey = needsKey
            self.holder = holder
            self.holderOrganisation = holderOrganisation
            self.sittings = sittings
            self.conflict = conflict
            self.said = said
        }

        /// The holder's word over one digest.
        package func opinion(over digest: String) -> Said? {
            said.first { $0.digest == digest && $0.person == holder }
        }

        /// Whether the holder stepped aside, so that another may take the seat.
        package var isVacant: Bool {
            holder == nil || said.contains { $0.person == holder && $0.opinion == .recuse }
        }
    }

    package let project: ID
    package let projectVersion: Int64
    package let projectState: ProjectState
    package let place: String
    package let edition: String
    package let mode: String
    package let constructionUnit: ID
    package let number: Int64
    package let state: RoundState
    package let version: Int64
    package let eventOn: BusinessDay
    /// The day of the notice; nil where only opinions are looked at.
    package let noticeOn: BusinessDay?
    package let seats: [Seat]
    /// SHA-256 of each version of the dossier in hexadecimal digits, in order.
    package let dossiers: [String]
    /// When the latest version was frozen; nil for those of before this was recorded.
    package let frozenAt: Instant?
    /// Blocks of the classes `joint_acceptance` and `certificate` that stand.
    package let blocks: [StandingBlock]
    /// Whether the quality station has said that it received the notice; nil where the edition does not ask.
    package let receipted: Bool?

    enum CodingKeys: String, CodingKey {
        case project, place, edition, mode, number, state, version, seats, dossiers, blocks, receipted
        case projectVersion = "project_version"
        case projectState = "project_state"
        case constructionUnit = "construction_unit"
        case eventOn = "event_on"
        case noticeOn = "notice_on"
        case frozenAt = "frozen_at"
    }

    package init(
        project: ID, projectVersion: Int64, projectState: ProjectState, place: String, edition: String,
        mode: String,
        constructionUnit: ID, number: Int64, state: RoundState, version: Int64, eventOn: BusinessDay,
        seats: [Seat],
        dossiers: [String], blocks: [StandingBlock], noticeOn: BusinessDay? = nil, frozenAt: Instant? = nil,
        receipted: Bool? = nil
    ) {
        self.frozenAt = frozenAt
        self.receipted = receipted
        self.noticeOn = noticeOn
        self.project = project
        self.projectVersion = projectVersion
        self.projectState = projectState
        self.place = place
        self.edition = edition
        self.mode = mode
        self.constructionUnit = constructionUnit
        self.number = number
        self.state = state
        self.version = version
        self.eventOn = eventOn
        self.seats = seats
        self.dossiers = dossiers
        self.blocks = blocks
    }
}

extension RoundFacts {
    /// The seat that a name and a unit mean: its own name, or the role's name with the unit whose seat it is.
    package func seat(_ name: String, of unit: ID) -> Seat? {
        let named = seats.first { $0.seat == name }
        if let named, named.unit == nil || named.unit == unit { return named }
        return seats.first { AcceptancePolicy.ruleName(of: $0.seat) == name && $0.unit == unit } ?? named
    }

    /// A seat as it is called, with its unit where several units have one.
    package func words(of name: String, under policy: AcceptancePolicy) -> Words {
        let words = policy.seat(name, of: mode)?.words ?? Words(name, name)
        let rule = AcceptancePolicy.ruleName(of: name)
        let alike = seats.filter { AcceptancePolicy.ruleName(of: $0.seat) == rule }
        guard alike.count > 1, let unit = seats.first(where: { $0.seat == name })?.unitName else {
            return words
        }
        return Words("\(words.zh)（\(unit)）", "\(words.en) (\(unit))")
    }
}
