import Actions
import Tendering
import Values

struct BudgetDraft: Decodable, Sendable {
    let total: Fen
    let budgetFunds: Fen
    let soeDominant: Bool
    let feasibility: Fen
    let approved: Fen
    /// Of the first recording: the approval.
    let approvalNumber: String?
    let approvedOn: BusinessDay?
    /// Of an adjustment: the approving authority's document and the ground.
    let adjustmentNumber: String?
    let adjustmentGround: String?
    /// The stored approval, where its total is not the funding plan's.
    let paper: ID?

    var figures: BudgetFigures {
        BudgetFigures(
            total: total, budgetFunds: budgetFunds, feasibility: feasibility, approved: approved,
            approvedOn: approvedOn, paper: paper)
    }

    var sources: FundingSources {
        FundingSources(total: total, budgetFunds: budgetFunds, soeDominant: soeDominant)
    }

    enum CodingKeys: String, CodingKey {
        case total = "total_investment_fen"
        case budgetFunds = "budget_funds_fen"
        case soeDominant = "soe_dominant"
        case feasibility = "feasibility_fen"
        case approved = "approved_budget_fen"
        case approvalNumber = "approval_number"
        case approvedOn = "approved_on"
        case adjustmentNumber = "adjustment_number"
        case adjustmentGround = "adjustment_ground"
        case paper
    }
}

struct PackageDraft: Decodable, Sendable {
    let id: ID
    let code: String
    let title: String
    let category: Category
    let service: ServiceKind?
    let estimate: Fen
    let parts: Parts?
    let listedPart: Fen?
    /// False asks the district's office to count it apart.
    let combinable: Bool?
    let separationReason: SeparationReason?
    let separationNote: String?
    let widened: Bool?
    let planned: AwardMethod

    struct Parts: Decodable, Sendable {
        let works: Fen
        let goods: Fen
        let services: Fen

        var estimates: EPCParts { EPCParts(works: works, goods: goods, services: services) }

        enum CodingKeys: String, CodingKey {
            case works = "works_fen"
            case goods = "goods_fen"
            case services = "services_fen"
        }
    }

    var lot: Lot {
        Lot(
            id: id.description, code: code, category: category, service: service, estimate: estimate,
            parts: parts?.estimates, listedPart: listedPart, widened: widened ?? false, planned: planned)
    }

    enum CodingKeys: String, CodingKey {
        case id, code, title, category, parts, combinable, widened
        case service = "service_kind"
        case estimate = "estimate_fen"
        case listedPart = "listed_part_fen"
        case separationReason = "separation_reason"
        case separationNote = "separation_note"
        case planned = "planned_method"
    }
}

struct EstimateDraft: Decodable, Sendable {
    let estimate: Fen
    let parts: PackageDraft.Parts?
    let listedPart: Fen?
    let explanation: String?

    enum CodingKeys: String, CodingKey {
        case parts, explanation
        case estimate = "estimate_fen"
        case listedPart = "listed_part_fen"
    }
}

struct ExemptionDraft: Decodable, Sendable {
    let id: ID
    let ground: String
    let reason: String
    let documentTitle: String
    let documentNumber: String
    let documentOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, ground, reason
        case documentTitle = "document_title"
        case documentNumber = "document_number"
        case documentOn = "document_on"
    }
}

struct SeparationDraft: Decodable, Sendable {
    let id: ID
    let ground: String
    let reason: String
    let paper: ID
}

/// What a tender came to, with the notice itself.
struct AwardedDraft: Decodable, Sendable {
    let id: ID
    let winner: ID
    let price: Fen
    let controlPrice: Fen?
    let documentsOn: BusinessDay
    let openedOn: BusinessDay
    let noticeOn: BusinessDay
    let notice: PaperSent
    /// Beside the award's own fields in the body.
    let procedure: TenderProcedure

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(ID.self, forKey: .id)
        winner = try fields.decode(ID.self, forKey: .winner)
        price = try fields.decode(Fen.self, forKey: .price)
        controlPrice = try fields.decodeIfPresent(Fen.self, forKey: .controlPrice)
        documentsOn = try fields.decode(BusinessDay.self, forKey: .documentsOn)
        openedOn = try fields.decode(BusinessDay.self, forKey: .openedOn)
        noticeOn = try fields.decode(BusinessDay.self, forKey: .noticeOn)
        notice = try fields.decode(PaperSent.self, forKey: .notice)
        procedure = try TenderProcedure(from: decoder)
    }

    func award(noticeIsStored: Bool) -> AwardDraft {
        AwardDraft(
            winner: winner, price: price, controlPrice: controlPrice, documentsOn: documentsOn,
            openedOn: openedOn, noticeOn: noticeOn, noticeIsStored: noticeIsStored, procedure: procedure)
    }

    enum CodingKeys: String, CodingKey {
        case id, winner, notice
        case price = "price_fen"
        case controlPrice = "control_price_fen"
        case documentsOn = "documents_on"
        case openedOn = "opened_on"
        case noticeOn = "notice_on"
    }
}

/// Why a package or an award is withdrawn.
struct WithdrawalDraft: Decodable, Sendable {
    let reason: String
}

/// An award that is to be withdrawn.
struct AwardWithdrawalFacts: Decodable, Sendable {
    let project: ID
    let package: ID
    let place: String
    let edition: String
    let isWithdrawn: Bool
    let hasContract: Bool

    enum CodingKeys: String, CodingKey {
        case project, package, place, edition
        case isWithdrawn = "is_withdrawn"
        case hasContract = "has_contract"
    }
}

/// The facts of a project's purchases, with what the database says of each package beside them.
struct Purchases: Decodable, Sendable {
    let facts: TenderFacts
    /// The digest that a determination of a package rests on, by package.
    let basis: [String: String]
    let versions: [String: Int64]
    let budgetVersion: Int64?
    /// What the budget has to agree with.
    let budgetFacts: BudgetFacts
    /// Papers by which lots may be counted apart, stored.
    let separationPapers: [RecordedPaper]
    /// Packages that are no longer bought; they are not among the lots.
    let withdrawn: [ID]
    /// The construction unit.
    let buyer: ID

    /// A stored paper, and who recorded it.
    struct RecordedPaper: Decodable, Sendable {
        let id: ID
        let recorder: ID?
    }

    enum CodingKeys: String, CodingKey {
        case facts, basis, versions, withdrawn, buyer
        case budgetVersion = "budget_version"
        case budgetFacts = "budget_facts"
        case separationPapers = "separation_papers"
    }
}

extension TenderProcedure {
    /// As it is written into the award and its event; what is not told is left out.
    var json: JSON {
        var fields = [String: JSON]()
        fields["bidders"] = bidders.map { .list($0.map(\.json)) }
        fields["committee"] = committee.map { members in
            .list(
                members.map {
                    .object([
                        "name": .text($0.name), "employer": .text($0.employer),
                        "is_expert": .bool($0.isExpert),
                    ])
                })
        }
        fields["objections"] = objections.map { .list($0.map(\.json)) }
        fields["reported_on"] = reportedOn.map { .text("\($0)") }
        fields["candidates_on"] = candidatesOn.map { .text("\($0)") }
        fields["candidates_until"] = candidatesUntil.map { .text("\($0)") }
        fields["bid_bond_fen"] = bidBond.map { .int($0.amount) }
        for (name, day) in [
            ("documents_until", documentsUntil), ("prequalification_on", prequalificationOn),
            ("prequalification_until", prequalificationUntil), ("prequalification_due", prequalificationDue),
        ] {
            fields[name] = day.map { .text("\($0)") }
        }
        return .object(fields)
    }
}

extension TenderProcedure.Bidder {
    fileprivate var json: JSON {
        var fields: [String: JSON] = ["name": .text(name)]
        fields["organisation"] = organisation.map { .text($0.description) }
        fields["rank"] = rank.map { .int(Int64($0)) }
        fields["passed_over"] = passedOver.map { .text($0) }
        return .object(fields)
    }
}

extension TenderProcedure.Objection {
    fileprivate var json: JSON {
        var fields: [String: JSON] = [
            "by": .text(by), "stage": .text(stage.rawValue), "received_on": .text("\(receivedOn)"),
        ]
        fields["answered_on"] = answeredOn.map { .text("\($0)") }
        return .object(fields)
    }
}
