package import Values

/// A kind of common facility that a utility takes over (共有设施设备).
///
/// - Source: 温鹿政办〔2020〕21号 二（三）8, "供水、供电、供气、供热、通信、有线电视等共有设施设备"
package enum FacilityKind: String, Hashable, Sendable, Codable, CaseIterable {
    case water, power, gas, heat, telecom, catv

    package var words: Words {
        switch self {
        case .water: Words("供水", "water")
        case .power: Words("供电", "power")
        case .gas: Words("供气", "gas")
        case .heat: Words("供热", "heat")
        case .telecom: Words("通信", "telecom")
        case .catv: Words("有线电视", "cable television")
        }
    }
}

/// The two who accept a facility jointly (共同验收): the unit that takes it and the unit that had it built.
package enum HandoverParty: String, Hashable, Sendable, Codable, CaseIterable {
    case utility  // 专业单位
    case constructionUnit = "construction_unit"  // 建设单位

    package var words: Words {
        switch self {
        case .utility: Words("专业单位", "the utility")
        case .constructionUnit: Words("建设单位", "the construction unit")
        }
    }

    package var role: Role {
        switch self {
        case .utility: .utility
        case .constructionUnit: .constructionUnit
        }
    }
}

/// By which means a party signed (签字方式): a link proves less than an account, for another sent it.
package enum SignatureMeans: String, Hashable, Sendable, Codable, CaseIterable {
    case account, link

    package var words: Words {
        switch self {
        case .account: Words("本单位账号", "an account of its own")
        case .link:
            Words("链接，强度弱于账号", "a link; weaker than an account")
        }
    }
}

/// How the utility found one document of the list (签收).
package enum DocumentVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    case received, missing, wrong

    package var words: Words {
        switch self {
        case .received: Words("已收到", "received")
        case .missing: Words("缺少", "missing")
        case .wrong: Words("有误", "wrong")
        }
    }
}

/// Where a handover stands (移交状态).
package enum HandoverState: String, Hashable, Sendable, Codable, CaseIterable {
    case planned
    case jointlyAccepted = "jointly_accepted"
    case documentsSent = "documents_sent"
    case documentsConfirmed = "documents_confirmed"
    case handedOver = "handed_over"
    case refused
    case notApplicable = "not_applicable"

    package var words: Words {
        switch self {
        case .planned: Words("待共同验收", "planned")
        case .jointlyAccepted: Words("已共同验收", "jointly accepted")
        case .documentsSent: Words("资料已送交", "documents sent")
        case .documentsConfirmed: Words("资料已签收", "documents receipted")
        case .handedOver: Words("已移交", "handed over")
        case .refused: Words("被拒收", "refused")
        case .notApplicable: Words("不适用", "does not apply")
        }
    }

    /// The states it may go to next: the same rows as `app.handover_step`.
    package var next: [HandoverState] {
        switch self {
        case .planned: [.jointlyAccepted, .notApplicable, .refused]
        case .jointlyAccepted: [.documentsSent, .refused]
        case .documentsSent: [.documentsConfirmed, .refused]
        case .documentsConfirmed: [.handedOver, .refused]
        case .refused, .notApplicable: [.planned]
        case .handedOver: []
        }
    }

    /// True where nothing is left to do for the kind.
    package var isSettled: Bool { self == .handedOver || self == .notApplicable }
}
