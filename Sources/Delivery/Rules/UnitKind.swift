package import Values

/// What a unit is registered as (单位类别).
package enum UnitKind: String, Hashable, Sendable, CaseIterable {
    case government, institution, company, community, contractor, consultant, designer, surveyor, supervisor
    case auditor, supplier, utility
    case ownersBody = "owners_body"

    package var words: Words {
        switch self {
        case .government: Words("机关", "an authority")
        case .institution: Words("事业单位", "a public institution")
        case .company: Words("企业", "a company")
        case .community: Words("社区居委会", "a residents’ committee")
        case .contractor: Words("施工企业", "a building company")
        case .consultant: Words("咨询企业", "a consultancy")
        case .designer: Words("设计企业", "a design company")
        case .surveyor: Words("勘察企业", "a surveying company")
        case .supervisor: Words("监理企业", "a supervision company")
        case .auditor: Words("会计师事务所等审计机构", "an audit firm")
        case .supplier: Words("供应企业", "a supplier")
        case .utility: Words("水电气热、通信等专业单位", "a utility")
        case .ownersBody: Words("业主组织", "an owners’ body")
        }
    }

    /// The words of a kind as the register has it, also where it is none of the list.
    package static func words(_ kind: String) -> Words {
        UnitKind(rawValue: kind)?.words ?? Words("其他单位", "another unit")
    }
}
