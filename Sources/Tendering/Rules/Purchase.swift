package import Values

/// What kind of thing a package buys (采购类别); 工程总承包 holds all three.
package enum Category: String, Hashable, Sendable, Codable, CaseIterable {
    case works, goods, service, epc

    package var words: Words {
        switch self {
        case .works: Words("工程施工", "works")
        case .goods: Words("重要设备、材料", "goods")
        case .service: Words("服务", "service")
        case .epc: Words("工程总承包", "EPC")
        }
    }
}

/// The service that a service package buys (服务种类).
package enum ServiceKind: String, Hashable, Sendable, Codable, CaseIterable {
    case design, survey, supervision, testing, other
    case costConsulting = "cost_consulting"
    case tenderAgency = "tender_agency"
    case projectManagement = "project_management"
    case agentConstruction = "agent_construction"
    case wholeProcessConsulting = "whole_process_consulting"
    case trackingAudit = "tracking_audit"
}

/// How a contract is awarded (采购方式).
package enum AwardMethod: String, Hashable, Sendable, Codable, CaseIterable {
    case publicTender = "public_tender"
    case invitedTender = "invited_tender"
    case negotiation, consultation, inquiry, direct
    case singleSource = "single_source"
    case smallWorksPlatform = "small_works_platform"

    /// True for the two forms of tender that the law knows.
    package var isTender: Bool { self == .publicTender || self == .invitedTender }

    package var words: Words {
        switch self {
        case .publicTender: Words("公开招标", "public tender")
        case .invitedTender: Words("邀请招标", "invited tender")
        case .negotiation: Words("竞争性谈判", "competitive negotiation")
        case .consultation: Words("竞争性磋商", "competitive consultation")
        case .inquiry: Words("询价", "inquiry")
        case .direct: Words("直接发包", "direct contract")
        case .singleSource: Words("单一来源", "single source")
        case .smallWorksPlatform: Words("小额工程平台交易", "small-works platform")
        }
    }
}

/// Why the construction unit asks to count a lot apart from its kind (申请分开计算的理由): a closed list.
package enum SeparationReason: String, Hashable, Sendable, Codable, CaseIterable {
    case differentDesign = "different_design"
    case differentYear = "different_year"
    case differentSite = "different_site"
    case differentSpecialty = "different_specialty"
}

/// The estimates of the three parts of an EPC package (工程总承包各部分估算).
package struct EPCParts: Hashable, Sendable, Codable {
    package let works: Fen
    package let goods: Fen
    package let services: Fen

    package init(works: Fen, goods: Fen, services: Fen) {
        self.works = works
        self.goods = goods
        self.services = services
    }

    package var sum: Fen { works + goods + services }
}

/// One package as the tender rules see it (标段).
package struct Lot: Hashable, Sendable, Codable {
    package let id: String
    package let code: String
    package let category: Category
    package let service: ServiceKind?
    package let estimate: Fen
    package let parts: EPCParts?
    /// Of whole-process consulting: its survey, design and supervision.
    package let listedPart: Fen?
    /// Counted with its kind: false only where the district's office decided that it is counted apart.
    package let combinable: Bool
    package let widened: Bool
    package let planned: AwardMethod
    /// The amount of the contract signed for it, and how it was awarded.
    package let signed: Fen?
    package let signedBy: AwardMethod?
    /// What approved changes added to it.
    package let added: Fen
    /// What contracts for it took that ended before their works; nil where none ended.
    package let taken: Fen?

    package init(
        id: String, code: String, category: Category, service: ServiceKind? = nil, estimate: Fen,
        parts: EPCParts? = nil, listedPart: Fen? = nil, combinable: Bool = true, widened: Bool = false,
        planned: AwardMethod = .publicTender, signed: Fen? = nil, signedBy: AwardMethod? = nil,
        added: Fen = .zero, taken: Fen? = nil
    ) {
        self.id = id
        self.code = code
        self.category = category
        self.service = service
        self.estimate = estimate
        self.parts = parts
        self.listedPart = listedPart
        self.combinable = combinable
        self.widened = widened
        self.planned = planned
        self.signed = signed
        self.signedBy = signedBy
        self.added = added
        self.taken = taken
    }

    /// What it counts for: its estimate, or its contracts with their changes where that is higher, of those that ended what
    /// was done; of consulting, the listed part.
    package var value: Fen {
        if service == .wholeProcessConsulting { return listedPart ?? .zero }
        return max(estimate, (taken ?? .zero) + (signed.map { $0 + added } ?? .zero))
    }

    /// What it would come to with a contract of an amount, beside what was done before.
    func whole(with amount: Fen) -> Fen { (taken ?? .zero) + amount }

    /// The same lot, once a contract of an amount is signed for it.
    package func signing(_ amount: Fen) -> Lot {
        Lot(
            id: id, code: code, category: category, service: service, estimate: estimate, parts: parts,
            listedPart: listedPart, combinable: combinable, widened: widened, planned: planned,
            signed: amount,
            signedBy: signedBy, added: added, taken: taken)
    }

    /// The same lot, re-estimated.
    package func estimated(_ estimate: Fen, parts: EPCParts?, listedPart: Fen?) -> Lot {
        Lot(
            id: id, code: code, category: category, service: service, estimate: estimate, parts: parts,
            listedPart: listedPart, combinable: combinable, widened: widened, planned: planned,
            signed: signed,
            signedBy: signedBy, added: added, taken: taken)
    }

    /// The same lot, counted with its kind.
    package var together: Lot {
        Lot(
            id: id, code: code, category: category, service: service, estimate: estimate, parts: parts,
            listedPart: listedPart, widened: widened, planned: planned, signed: signed, signedBy: signedBy,
            added: added, taken: taken)
    }

    /// What its contract exceeds its estimate by.
    package var over: Fen { max(value - estimate, .zero) }

    /// Of a general contract, what counts to purchases of a category: the part for it, and what exceeds the estimate.
    ///
    /// The excess counts to whichever part it would bring to its line. A part that is not there counts for nothing.
    ///
    /// - Source: 发改办法规〔2020〕770号 （五）, TEN-9
    package func part(for category: Category) -> Fen {
        guard self.category == .epc else { return .zero }
        let parts = parts ?? EPCParts(works: estimate, goods: .zero, services: .zero)
        let part =
            switch category {
            case .works: parts.works
            case .goods: parts.goods
            case .service: parts.services
            case .epc: Fen.zero
            }
        return part > .zero ? part + over : .zero
    }

    enum CodingKeys: String, CodingKey {
        case id, code, category, service, estimate, parts, combinable, widened, planned, signed, added, taken
        case listedPart = "listed_part"
        case signedBy = "signed_by"
    }
}

/// The money of a project that decides on tendering (资金性质).
package struct FundingSources: Hashable, Sendable, Codable {
    /// 总投资，含居民出资.
    package let total: Fen
    /// 预算资金.
    package let budgetFunds: Fen
    /// 国有企业事业单位资金控股或者主导.
    package let soeDominant: Bool

    package init(total: Fen, budgetFunds: Fen, soeDominant: Bool) {
        self.total = total
        self.budgetFunds = budgetFunds
        self.soeDominant = soeDominant
    }

    enum CodingKeys: String, CodingKey {
        case total
        case budgetFunds = "budget_funds"
        case soeDominant = "soe_dominant"
    }
}
