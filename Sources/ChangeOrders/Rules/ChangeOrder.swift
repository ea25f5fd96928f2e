package import Projects
package import Values

/// Where a change order stands (工程变更状态).
///
/// Submission and screening are one act: an order that finds no open ground is filed as blocked.
package enum ChangeOrderState: String, Hashable, Sendable, Codable, CaseIterable {
    case draft, blocked, opinions
    case ownerDecision = "owner_decision"
    case districtDecision = "district_decision"
    case approved, rejected, implemented, closed, withdrawn, expired

    /// The states that may follow; the database holds the same steps as rows, and a test compares them.
    package var next: [ChangeOrderState] {
        switch self {
        case .draft: [.blocked, .opinions, .withdrawn]
        case .blocked: [.withdrawn, .expired]
        case .opinions: [.ownerDecision, .withdrawn, .expired]
        case .ownerDecision: [.districtDecision, .rejected, .withdrawn, .expired]
        case .districtDecision: [.approved, .rejected, .withdrawn, .expired]
        case .approved: [.implemented]
        case .implemented: [.closed]
        case .rejected, .closed, .withdrawn, .expired: []
        }
    }

    /// Whether it holds its bill lines, their payment, and acceptance.
    package var isPending: Bool {
        switch self {
        case .blocked, .opinions, .ownerDecision, .districtDecision: true
        default: false
        }
    }

    package var words: Words {
        switch self {
        case .draft: Words("草稿", "draft")
        case .blocked: Words("原则上不允许，已受阻", "refused in principle")
        case .opinions: Words("征求意见", "waits for opinions")
        case .ownerDecision: Words("待建设单位决定", "waits for the construction unit")
        case .districtDecision: Words("待区旧改办决定", "waits for the renovation office")
        case .approved: Words("已批准", "approved")
        case .rejected: Words("不予批准", "rejected")
        case .implemented: Words("已实施", "carried out")
        case .closed: Words("已办结", "closed")
        case .withdrawn: Words("已撤回", "withdrawn")
        case .expired: Words("逾期未决，已失效", "expired undecided")
        }
    }
}

/// Who decides a change order, in this order (审批层级).
package enum DecisionLevel: String, Hashable, Sendable, Codable, CaseIterable {
    case owner, district

    package var role: Role {
        switch self {
        case .owner: .constructionUnit
        case .district: .renovationOffice
        }
    }

    /// The state in which it is this level's turn.
    package var turn: ChangeOrderState {
        switch self {
        case .owner: .ownerDecision
        case .district: .districtDecision
        }
    }

    package var approved: ChangeOrderState {
        switch self {
        case .owner: .districtDecision
        case .district: .approved
        }
    }
}

/// What a change order is asked for with (变更申请).
package struct ChangeOrderDraft: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package let billLine: ID
        /// Thousandths of the unit, more or less than the bill.
        package let quantityMilli: Int64

        enum CodingKeys: String, CodingKey {
            case billLine = "bill_line"
            case quantityMilli = "quantity_milli"
        }

        package init(billLine: ID, quantityMilli: Int64) {
            self.billLine = billLine
            self.quantityMilli = quantityMilli
        }
    }

    package let id: ID
    package let contract: ID
    package let number: String
    package let title: String
    package let reason: String
    package let ground: String?
    package let fundingSource: String?
    package let days: Int32
    package let larger: Bool?
    package let lines: [Line]

    enum CodingKeys: String, CodingKey {
        case id, contract, number, title, reason, ground, days, larger, lines
        case fundingSource = "funding_source"
    }

    package init(
        id: ID, contract: ID, number: String, title: String, reason: String, ground: String?,
        fundingSource: String?, days: Int32, larger: Bool?, lines: [Line]
    ) {
        self.id = id
        self.contract = contract
        self.number = number
        self.title = title
        self.reason = reason
        self.ground = ground
        self.fundingSource = fundingSource
        self.days = days
        self.larger = larger
        self.lines = lines
    }
}

/// A line of a change at the bill's own price (变更清单行).
package struct PricedLine: Hashable, Sendable {
    package let billLine: ID
    package let quantityMilli: Int64
    package let unitPrice: Fen
    package let amount: Fen
}

/// What a draft is checked against: the contract and its bill (合同与清单事实).
package struct DraftFacts: Hashable, Sendable, Codable {
    package let edition: String
    package let place: String
    package let contractor: ID?
    /// Unit prices of the contract's bill lines, in fen, by the line's id.
    package let prices: [String: Int64]

    package init(edition: String, place: String, contractor: ID?, prices: [String: Int64]) {
        self.edition = edition
        self.place = place
        self.contractor = contractor
        self.prices = prices
    }
}

/// Everything that decides over one change order (变更事实).
package struct ChangeOrderFacts: Hashable, Sendable, Codable {
    package struct GivenOpinion: Hashable, Sendable, Codable {
        package let role: Role
        package let supports: Bool

        package init(role: Role, supports: Bool) {
            self.role = role
            self.supports = supports
        }
    }

    package let project: ID
    package let projectState: ProjectState
    package let edition: String
    package let place: String
    package var state: ChangeOrderState
    package let version: Int64
    package var ground: String?
    package var fundingSource: String?
    package var larger: Bool
    package let cost: Fen
    package let days: Int64
    package let papers: [String]
    /// Price of the contract that is changed, and of all contracts of the project.
    package let contractAmount: Fen
    package let contracts: Fen
    /// Approved changes before this one: their sum in the project, and their absolute sum in this contract.
    package let approvedChanges: Fen
    package let approvedAbsolute: Fen
    package let approvedBudget: Fen?
    package let opinions: [GivenOpinion]
    package let deciders: [ID]
    package let applicant: ID
    package let applicantOrganisation: ID
    package let constructionUnit: ID
    /// Whether whoever asks now is, works for, or is linked to the applicant or the beneficiary.
    package let actorIsApplicant: Bool
    package let actorIsBeneficiary: Bool
    /// Whether it would bring what was bought without a tender to the line of tenders.
    package let reachesTenderLine: Bool

    enum CodingKeys: String, CodingKey {
        case project, edition, place, state, version, ground, larger, cost, days, papers, contracts, opinions,
            deciders
        case applicant
        case projectState = "project_state"
        case fundingSource = "funding_source"
        case contractAmount = "contract_amount"
        case approvedChanges = "approved_changes"
        case approvedAbsolute = "approved_absolute"
        case approvedBudget = "approved_budget"
        case applicantOrganisation = "applicant_organisation"
        case constructionUnit = "construction_unit"
        case actorIsApplicant = "actor_is_applicant"
        case actorIsBeneficiary = "actor_is_beneficiary"
        case reachesTenderLine = "reaches_tender_line"
    }

    package init(
        project: ID, projectState: ProjectState, edition: String, place: String, state: ChangeOrderState,
        version: Int64, ground: String?, fundingSource: String?, larger: Bool, cost: Fen, days: Int64,
        papers: [String], contractAmount: Fen, contracts: Fen, approvedChanges: Fen, approvedAbsolute: Fen,
        approvedBudget: Fen?, opinions: [GivenOpinion], deciders: [ID], applicant: ID,
        applicantOrganisation: ID,
        constructionUnit: ID, actorIsApplicant: Bool, actorIsBeneficiary: Bool,
        reachesTenderLine: Bool = false
    ) {
        self.project = project
        self.projectState = projectState
        self.edition = edition
        self.place = place
        self.state = state
        self.version = version
        self.ground = ground
        self.fundingSource = fundingSource
        self.larger = larger
        self.cost = cost
        self.days = days
        self.papers = papers
        self.contractAmount = contractAmount
        self.contracts = contracts
        self.approvedChanges = approvedChanges
        self.approvedAbsolute = approvedAbsolute
        self.approvedBudget = approvedBudget
        self.opinions = opinions
        self.deciders = deciders
        self.applicant = applicant
        self.applicantOrganisation = applicantOrganisation
        self.constructionUnit = constructionUnit
        self.actorIsApplicant = actorIsApplicant
        self.reachesTenderLine = reachesTenderLine
        self.actorIsBeneficiary = actorIsBeneficiary
    }
}
