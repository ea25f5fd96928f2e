package import Policy
package import Values

/// Where a resident's issue stands (居民问题状态); the database holds the same steps as rows.
package enum IssueState: String, Hashable, Sendable, Codable, CaseIterable {
    case new, accepted, rejected, duplicate, assigned
    case inProgress = "in_progress"
    case fixClaimed = "fix_claimed"
    case verified, closed, reopened, bounced
    case closedUnconfirmed = "closed_unconfirmed"

    package var words: Words {
        switch self {
        case .new: Words("待受理", "waiting for triage")
        case .accepted: Words("已受理", "accepted")
        case .rejected: Words("不予受理", "rejected")
        case .duplicate: Words("重复件", "duplicate")
        case .assigned: Words("已交办", "assigned")
        case .inProgress: Words("整改中", "being fixed")
        case .fixClaimed: Words("待确认", "fix claimed")
        case .verified: Words("已确认", "verified")
        case .closed: Words("已办结", "closed")
        case .reopened: Words("重办", "reopened")
        case .bounced: Words("已退件", "sent back")
        case .closedUnconfirmed: Words("到期办结（无人确认）", "closed without confirmation")
        }
    }

    package var next: [IssueState] {
        switch self {
        case .new: [.accepted, .rejected, .duplicate]
        case .accepted: [.assigned]
        case .assigned: [.inProgress, .bounced]
        case .bounced: [.assigned]
        case .inProgress: [.fixClaimed]
        case .fixClaimed: [.verified, .reopened, .closedUnconfirmed]
        case .verified: [.closed, .reopened]
        case .closed, .closedUnconfirmed: [.reopened]
        case .reopened: [.assigned, .inProgress]
        case .rejected, .duplicate: []
        }
    }

    /// True while somebody still has to do something about it.
    package var isOpen: Bool {
        switch self {
        case .rejected, .duplicate, .verified, .closed, .closedUnconfirmed: false
        default: true
        }
    }
}

/// How severe an issue is, as triage finds it (问题等级).
package struct Severity: Hashable, Sendable {
    package let id: String
    package let words: Words
    package let blocksAcceptance: Bool
    /// Hours of the clock, or working days; exactly one of each pair is given.
    package let acceptHours: Int64?
    package let acceptWorkdays: Int64?
    package let fixHours: Int64?
    package let fixWorkdays: Int64?
    package let citation: Citation
}

/// What a kind of issue is called, and which bureau gets a copy (问题类别与职责部门).
package struct IssueKind: Hashable, Sendable {
    package let id: String
    package let words: Words
    package let bureau: String?
    package let bureauWords: Words?
    package let citation: Citation
}

/// The severities, kinds and periods of a place, read from its policy.
package struct OversightPolicy: Sendable {
    package let severities: [Severity]
    package let kinds: [IssueKind]
    package let reopenDays: Cited<Int64>
    package let verifyDays: Cited<Int64>
    package let maxBounces: Cited<Int64>
    /// Whether issues go up to the renovation office, and after how many days they do.
    package let escalation: Cited<Bool>
    package let escalateAfterDays: Cited<Int64>
    /// Whose word makes an issue minor, or sets it aside; nil in an edition from before they were named.
    package let minorGraders: Cited<[String]>?
    /// Words that make a report of any kind one of danger.
    package let graveWords: Cited<[String]>?

    package init(_ policy: Policy) throws(PolicyFault) {
        var severities = [Severity]()
        for record in try policy.records("issue.severities").value {
            severities.append(
                Severity(
                    id: record.id, words: try record.words(),
                    blocksAcceptance: try record.bool("blocks_acceptance"),
                    acceptHours: try record.has("accept_hours") ? record.int("accept_hours") : nil,
                    acceptWorkdays: try record.has("accept_workdays") ? record.int("accept_workdays") : nil,
                    fixHours: try record.has("fix_hours") ? record.int("fix_hours") : nil,
                    fixWorkdays: try record.has("fix_workdays") ? record.int("fix_workdays") : nil,
                    citation: record.citation))
        }
        self.severities = severities
        var kinds = [IssueKind]()
        for record in try policy.records("issue.kinds").value {
            var bureauWords: Words?
            if record.has("bureau_zh") {
                let zh = try record.text("bureau_zh")
                bureauWords = Words(zh, try record.has("bureau_en") ? record.text("bureau_en") : zh)
            }
            kinds.append(
                IssueKind(
                    id: record.id, words: try record.words(),
                    bureau: try record.has("bureau") ? record.text("bureau") : nil, bureauWords: bureauWords,
                    citation: record.citation))
        }
        self.kinds = kinds
        reopenDays = try policy.int("issue.reopen_days")
        verifyDays = try policy.int("issue.verify_window_days")
        maxBounces = try policy.int("issue.max_bounces")
        escalation = try policy.bool("issue.escalation_required")
        escalateAfterDays = try policy.int("issue.escalate_after_days")
        minorGraders = policy.has("issue.minor_graders") ? try policy.texts("issue.minor_graders") : nil
        graveWords = policy.has("issue.grave_words") ? try policy.texts("issue.grave_words") : nil
    }

    /// What stands behind the order in which issues are dealt with: the rule of severities and their times.
    package var order: Citation? { severities.first?.citation }

    /// The mildest severity that holds acceptance: what an issue has until a second unit agrees that it is minor.
    package var blockingLine: Severity? { severities.last(where: \.blocksAcceptance) }

    /// Whether an actor's word makes an issue minor, or sets it aside: of a role that grades, and not of the unit that builds.
    package func gradesMinor(_ actor: Actor, builder: ID?) -> Bool {
        actor.organisation != builder && minorGraders?.value.contains(actor.role.rawValue) == true
    }

    package func severity(_ id: String) -> Severity? { severities.first { $0.id == id } }
    package func kind(_ id: String) -> IssueKind? { kinds.first { $0.id == id } }
}

/// An issue as it is filed (报告问题).
package struct IssueDraft: Hashable, Sendable, Codable {
    package let id: ID
    package let kind: String
    /// A building, or a place between them.
    package let place: String
    package let description: String
    package let contactName: String?
    package let contactPhone: String?

    package init(
        id: ID, kind: String, place: String, description: String, contactName: String? = nil,
        contactPhone: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.place = place
        self.description = description
        self.contactName = contactName
        self.contactPhone = contactPhone
    }

    enum CodingKeys: String, CodingKey {
        case id, kind, place, description
        case contactName = "contact_name"
        case contactPhone = "contact_phone"
    }
}

/// What the rules look at when an issue moves (问题事实).
package struct IssueFacts: Hashable, Sendable, Codable {
    package let project: ID
    package let place: String
    package let edition: String
    package let kind: String
    package let state: IssueState
    package let severity: String?
    package let version: Int64
    package let reporter: ID?
    package let assignee: ID?
    package let reopenedCount: Int64
    package let closedOn: BusinessDay?
    package let bouncedCount: Int64
    package let fixClaimedOn: BusinessDay?
    /// Whether the actor is on the project's roster now.
    package let onRoster: Bool
    /// Whether the key that came with the request is the reporter's.
    package let holdsKey: Bool
    /// The project's construction unit.
    package let builder: ID?
    /// A word of danger that the report holds, by the list of its edition.
    package let dangerWord: String?
    /// The milder severity that is proposed and waits for its second word.
    package let regrading: RegradingFacts?

    package init(
        project: ID, place: String, edition: String, kind: String, state: IssueState, severity: String?,
        version: Int64, reporter: ID?, assignee: ID?, reopenedCount: Int64, closedOn: BusinessDay?,
        onRoster: Bool, holdsKey: Bool, bouncedCount: Int64 = 0, fixClaimedOn: BusinessDay? = nil,
        builder: ID? = nil, dangerWord: String? = nil, regrading: RegradingFacts? = nil
    ) {
        self.regrading = regrading
        self.builder = builder
        self.dangerWord = dangerWord
        self.project = project
        self.place = place
        self.edition = edition
        self.kind = kind
        self.state = state
        self.severity = severity
        self.version = version
        self.reporter = reporter
        self.assignee = assignee
        self.reopenedCount = reopenedCount
        self.closedOn = closedOn
        self.bouncedCount = bouncedCount
        self.fixClaimedOn = fixClaimedOn
        self.onRoster = onRoster
        self.holdsKey = holdsKey
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, kind, state, severity, version, reporter, assignee, builder, regrading
        case reopenedCount = "reopened_count"
        case closedOn = "closed_on"
        case bouncedCount = "bounced_count"
        case fixClaimedOn = "fix_claimed_on"
        case onRoster = "on_roster"
        case holdsKey = "holds_key"
        case dangerWord = "danger_word"
    }
}

/// As whom somebody says that an issue is fixed.
package enum Witness: String, Hashable, Sendable, Codable {
    /// The holder of the private link given at filing.
    case link
    case reporter, volunteer
}
