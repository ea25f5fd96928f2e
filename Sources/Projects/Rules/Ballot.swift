package import Values

/// Who holds a ballot (组织者).
package enum BallotOrganiser: String, Hashable, Sendable, Codable, CaseIterable {
    case ownersCommittee = "owners_committee"
    case selfGovernanceGroup = "self_governance_group"
    case community
    case street

    package var words: Words {
        switch self {
        case .ownersCommittee: Words("业主委员会", "owners' committee")
        case .selfGovernanceGroup: Words("自治小组", "self-governance group")
        case .community: Words("社区", "community")
        case .street: Words("街道", "street")
        }
    }

    /// The role that acts for it.
    package var role: Role {
        switch self {
        case .ownersCommittee, .selfGovernanceGroup: .ownersBody
        case .community: .community
        case .street: .constructionUnit
        }
    }
}

/// One thing that a ballot decides (表决事项), and why its matter is what it is.
package struct BallotQuestion: Hashable, Sendable, Codable {
    package let purpose: BallotPurpose
    package let title: String
    /// A record of `consent.matters`, whose class is the majority it needs.
    package let matter: String
    package let reason: String
}

/// A ballot as it is opened (表决): one sheet put to all owners of the register.
package struct BallotSheet: Hashable, Sendable, Codable {
    package let id: ID
    package let title: String
    package let organiser: BallotOrganiser
    package let organiserName: String
    package let forms: [String]
    package let topics: [String]
    package let notifiedOn: BusinessDay
    package let openedOn: BusinessDay
    /// The last day of voting: the date of fact whose rules decide (catalogue CV-15).
    package let closesOn: BusinessDay
    package let planSHA256: String?
    package let planPublishedOn: BusinessDay?
    package let follows: ID?
    package let followsReason: String?
    package let questions: [BallotQuestion]

    enum CodingKeys: String, CodingKey {
        case id, title, organiser, forms, topics, follows, questions
        case organiserName = "organiser_name"
        case notifiedOn = "notified_on"
        case openedOn = "opened_on"
        case closesOn = "closes_on"
        case planSHA256 = "plan_sha256"
        case planPublishedOn = "plan_published_on"
        case followsReason = "follows_reason"
    }
}

/// What a unit answers to one question (表决意见).
package enum BallotAnswer: String, Hashable, Sendable, Codable, CaseIterable {
    case yes, no, abstain
}

/// A slip as it is entered from its paper (表决票).
package struct BallotSlip: Hashable, Sendable, Codable {
    package let id: ID
    package let unit: ID
    package let answers: [BallotAnswer]
    package let channel: String
    /// The bytes of the scan, or of the record that the electronic vote left, in base64; by its digest where it is here already.
    package let scan: String?
    package let scanSHA256: String?
    package let proxySHA256: String?
    package let signedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, unit, answers, channel, scan
        case scanSHA256 = "scan_sha256"
        case proxySHA256 = "proxy_sha256"
        case signedOn = "signed_on"
    }
}

/// What is known of a project when a ballot is opened.
package struct OpeningFacts: Hashable, Sendable, Codable {
    package let state: ProjectState
    package let place: String
    package let edition: String
    package let register: RegisterTotals?
    package let registerImport: ID?
    /// Whether another ballot is open.
    package let open: Bool
    /// Purposes that a counted ballot was held for.
    package let voted: [BallotPurpose]
    /// Purposes of the ballot that the sheet says it follows.
    package let followed: [BallotPurpose]
    /// Papers of the project whose bytes are kept.
    package let stored: [StoredPaper]

    /// A paper by its kind and the digest of its bytes.
    package struct StoredPaper: Hashable, Sendable, Codable {
        package let kind: String
        /// In hexadecimal digits.
        package let sha256: String
    }

    enum CodingKeys: String, CodingKey {
        case state, place, edition, register, open, voted, followed, stored
        case registerImport = "register_import"
    }
}

/// What is known of a ballot when slips come in, or are counted.
package struct BallotFacts: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable, Codable {
        case open, counted
        case calledOff = "called_off"
    }

    package struct Entries: Hashable, Sendable, Codable {
        package let slips: Int64
        package let paper: Int64
        package let rechecked: Int64
        package let differing: Int64
        package let withdrawn: Int64
    }

    package struct Question: Hashable, Sendable, Codable {
        package let ordinal: Int64
        package let purpose: BallotPurpose
        package let title: String
        package let matter: String
        package let `class`: MatterClass
        package let figures: VoteFigures
        package let no: Int64
    }

    package let ballot: ID
    package let project: ID
    package let place: String
    package let edition: String
    package let state: State
    package let openedOn: BusinessDay
    package let closesOn: BusinessDay
    package let version: Int64
    package let counts: Int64
    package let entries: Entries
    package let questions: [Question]

    enum CodingKeys: String, CodingKey {
        case ballot, project, place, edition, state, version, counts, entries, questions
        case openedOn = "opened_on"
        case closesOn = "closes_on"
    }
}
