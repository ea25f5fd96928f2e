package import Values

/// Where a project stands (项目状态), by the numbers of the rule catalogue C.1.
///
/// S11, S12 belong to a package; S17, S18, S19, S21 run beside the project as rows of their own.
package enum ProjectState: String, Hashable, Sendable, Codable, CaseIterable {
    case surveyed = "S00"
    case bodyFormed = "S01"
    case willingness = "S02"
    case scheme = "S03"
    case planBallot = "S04"
    case publicity = "S05"
    case launchApplication = "S06"
    case funded = "S07"
    case planned = "S08"
    case reviewed = "S09"
    case approved = "S10"
    case permitted = "S13"
    case works = "S14"
    case preAcceptance = "S15"
    case accepted = "S16"
    case settled = "S20"
    case warranty = "S22"
    case closed = "S23"

    package var words: Words {
        switch self {
        case .surveyed: Words("摸底", "surveyed")
        case .bodyFormed: Words("成立业委会或自治小组", "owners' body")
        case .willingness: Words("征求改造意愿", "willingness asked")
        case .scheme: Words("制定初步方案", "preliminary scheme")
        case .planBallot: Words("方案表决", "vote on the scheme")
        case .publicity: Words("公示", "publicity")
        case .launchApplication: Words("启动申请", "launch application")
        case .funded: Words("资金到位", "residents' money complete")
        case .planned: Words("列入年度计划", "in the annual plan")
        case .reviewed: Words("联审通过", "joint review done")
        case .approved: Words("审批完成", "approvals done")
        case .permitted: Words("施工许可", "permit or exemption")
        case .works: Words("施工", "works")
        case .preAcceptance: Words("预验收", "pre-acceptance")
        case .accepted: Words("联合竣工验收通过", "joint acceptance passed")
        case .settled: Words("移交完成", "handed over")
        case .warranty: Words("保修与长效管理", "warranty and after-care")
        case .closed: Words("销号", "closed")
        }
    }

    /// The states that may follow where a place's packs name no steps of their own; from the permit on, everywhere.
    package var next: [ProjectState] {
        switch self {
        case .surveyed: [.bodyFormed]
        case .bodyFormed: [.willingness]
        case .willingness: [.scheme]
        case .scheme: [.planBallot]
        case .planBallot: [.publicity]
        case .publicity: [.launchApplication]
        case .launchApplication: [.funded]
        case .funded: [.planned]
        case .planned: [.reviewed]
        case .reviewed: [.approved]
        case .approved: [.permitted]
        case .permitted: [.works]
        case .works: [.preAcceptance]
        case .preAcceptance: [.accepted]
        case .accepted: [.settled]
        case .settled: [.warranty]
        case .warranty: [.closed]
        case .closed: []
        }
    }
}

/// The four classes of works (改造内容分类) that fix the residents' share.
///
/// - Source: 温鹿政办〔2020〕21号 二（二）
package enum WorksClass: String, Hashable, Sendable, Codable, CaseIterable {
    case mandatory, basic, improve, upgrade

    package var words: Words {
        switch self {
        case .mandatory: Words("必选类", "mandatory")
        case .basic: Words("基础类", "basic")
        case .improve: Words("完善类", "improving")
        case .upgrade: Words("提升类", "upgrading")
        }
    }
}

/// An approved scheme as it is imported (实施方案): the community, its works, its money, its papers.
package struct Scheme: Hashable, Sendable, Codable {
    package struct Community: Hashable, Sendable, Codable {
        package let id: ID
        package let name: String
        package let address: String
        package let completedOn: BusinessDay
        package let households: Int64
        /// ㎡ by title, decimal text.
        package let area: String
        package let bodyKind: String
        package let bodyName: String
        /// The units that act for the community: the residents' committee, and the owners' body itself.
        package let residentsCommittee: ID?
        package let ownersBody: ID?

        enum CodingKeys: String, CodingKey {
            case id, name, address, households, area
            case residentsCommittee = "residents_committee"
            case ownersBody = "owners_body"
            case completedOn = "completed_on"
            case bodyKind = "body_kind"
            case bodyName = "body_name"
        }
    }

    package struct Item: Hashable, Sendable, Codable {
        package let id: ID
        package let code: String
        package let title: String
        package let `class`: WorksClass
        package let kind: String
        package let unit: String
        /// Thousandths of the unit.
        package let quantityMilli: Int64
        package let amount: Fen

        enum CodingKeys: String, CodingKey {
            case id, code, title, `class`, kind, unit
            case quantityMilli = "quantity_milli"
            case amount = "amount_fen"
        }
    }

    /// One household of the list that comes with the scheme.
    package struct Household: Hashable, Sendable, Codable {
        package let building: String
        package let entrance: String?
        package let room: String
        /// ㎡ by title, decimal text.
        package let area: String
        /// What the scheme asks of it before launch, in fen; nil where it goes by area.
        package let share: Fen?

        /// Hundredths of a ㎡; nil where the text is no area.
        package var hundredths: Int64? { Area(squareMetres: area)?.hundredths }

        enum CodingKeys: String, CodingKey {
            case building, entrance, room, area
            case share = "share_fen"
        }
    }

    package let id: ID
    package let name: String
    package let place: String
    /// The day whose rules bind the scheme: when the vote on it closed (catalogue CV-15).
    package let approvedOn: BusinessDay
    package let constructionUnit: ID
    package let community: Community
    package let items: [Item]
    package let other: Fen
    package let contingency: Fen
    /// Nil where the register comes later, by a file of its own.
    package let households: [Household]?

    enum CodingKeys: String, CodingKey {
        case id, name, place, community, items, households
        case approvedOn = "approved_on"
        case constructionUnit = "construction_unit"
        case other = "other_fen"
        case contingency = "contingency_fen"
    }
}
