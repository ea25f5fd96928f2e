import Policy
package import Values

/// Where a daily log stands (施工日志状态); the database holds the same steps as rows.
package enum DailyLogState: String, Hashable, Sendable, Codable, CaseIterable {
    case draft, submitted, approved, rejected

    package var words: Words {
        switch self {
        case .draft: Words("草稿", "draft")
        case .submitted: Words("待审核", "handed in")
        case .approved: Words("已审核", "approved")
        case .rejected: Words("已退回", "sent back")
        }
    }

    package var next: [DailyLogState] {
        switch self {
        case .draft: [.submitted]
        case .submitted: [.approved, .rejected]
        case .rejected: [.submitted]
        case .approved: []
        }
    }
}

/// Whose truth a log tells: the contractor's, which is counted, or the supervisor's, which stands beside it.
package enum DailyLogKind: String, Hashable, Sendable, Codable, CaseIterable {
    case construction, supervision

    package var words: Words {
        switch self {
        case .construction: Words("施工日志", "construction log")
        case .supervision: Words("监理日志", "supervision log")
        }
    }

    package init(of role: Role) {
        self = role == .supervisor || role == .wholeProcessConsultant ? .supervision : .construction
    }
}

/// Where an inspection lot stands (检验批状态).
package enum InspectionLotState: String, Hashable, Sendable, Codable, CaseIterable {
    case planned, notified, passed, failed, rectifying

    package var words: Words {
        switch self {
        case .planned: Words("已划分", "planned")
        case .notified: Words("已报验", "notified")
        case .passed: Words("合格", "passed")
        case .failed: Words("不合格", "failed")
        case .rectifying: Words("整改中", "being rectified")
        }
    }

    package var next: [InspectionLotState] {
        switch self {
        case .planned: [.notified]
        case .notified: [.passed, .failed]
        case .failed: [.rectifying]
        case .rectifying: [.notified]
        case .passed: []
        }
    }
}

/// Where a payment claim stands (进度款申请状态).
package enum PaymentClaimState: String, Hashable, Sendable, Codable, CaseIterable {
    case submitted, supervised, certified, rejected

    package var words: Words {
        switch self {
        case .submitted: Words("已申请", "handed in")
        case .supervised: Words("监理已审", "signed by the supervisor")
        case .certified: Words("建设单位已核定", "certified")
        case .rejected: Words("已退回", "rejected")
        }
    }

    package var next: [PaymentClaimState] {
        switch self {
        case .submitted: [.supervised, .rejected]
        case .supervised: [.certified, .rejected]
        case .certified, .rejected: []
        }
    }
}

/// So much of one line of the bill.
package struct LineQuantity: Hashable, Sendable, Codable {
    package let billLine: ID
    /// Thousandths of the unit.
    package let quantityMilli: Int64

    package init(billLine: ID, quantityMilli: Int64) {
        self.billLine = billLine
        self.quantityMilli = quantityMilli
    }

    enum CodingKeys: String, CodingKey {
        case billLine = "bill_line"
        case quantityMilli = "quantity_milli"
    }
}

/// What stands in the way of one line: an open block and what put it.
package struct StandingBlock: Hashable, Sendable, Codable {
    package let code: String
    package let sourceKind: String
    package let sourceID: ID
    /// What people call it: the number of a change order or contract, the units of a conflict.
    package let label: String?

    package init(code: String, sourceKind: String, sourceID: ID, label: String? = nil) {
        self.code = code
        self.sourceKind = sourceKind
        self.sourceID = sourceID
        self.label = label
    }

    /// What a block comes from, by its kind, how it is settled, and the policy key whose clause it rests on.
    private static let sources: [String: (name: Words, remedy: Words, key: String)] = [
        "change_order": (
            Words("工程变更", "change order"),
            Words("先办结或撤回这项变更。", "Settle or withdraw the change order first."),
            "change.allowed_in_principle"
        ),
        "engagement_conflict": (
            Words("参建单位利益冲突", "conflict between engagements"),
            Words(
                "终止其中一方的参建，由无利害关系的单位接替。",
                "End one of the two engagements and let a unit without interest take over."),
            "delivery.incompatible"
        ),
        "split_lot": (
            Words("标段拆分待核查", "lots split below the line"),
            Words("请区旧改办核查后处理。", "Let the renovation office look into it."),
            "tender.splitting_forbidden"
        ),
    ]

    enum CodingKeys: String, CodingKey {
        case code, label
        case sourceKind = "source_kind"
        case sourceID = "source_id"
    }

    /// The refusal under the block's own code, the one that the database gives too.
    func refusal(of line: Words, under policy: Policy) -> Refusal {
        let source = StandingBlock.sources[sourceKind]
        let citation = source.flatMap { try? policy.value($0.key).citation }
        let name = source?.name ?? Words("未办结的事项", "an open matter")
        let which = label.map { " " + $0 } ?? ""
        return Refusal(
            code,
            Words(
                "“\(line.zh)”因\(name.zh)暂停填报和支付。",
                "\(line.en) is held by a \(name.en): no logging, no payment."),
            source: citation, missing: [Words("未办结：\(name.zh)\(which)", "open: \(name.en)\(which)")],
            remedy: source?.remedy
                ?? Words("先办结或撤回所列事项。", "Settle or withdraw what is named first."),
            liftedBy: [.constructionUnit, .renovationOffice])
    }
}

/// Thousandths of a unit as decimal text: `40.001`, `12`.
package func quantityText(_ milli: Int64) -> String {
    let magnitude = milli.magnitude
    let whole = (milli < 0 ? "-" : "") + String(magnitude / 1000)
    var fraction = String(magnitude % 1000)
    guard fraction != "0" else { return whole }
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return whole + "." + fraction
}

/// Reads decimal text with at most three places as thousandths; nil for anything else.
package func quantityMilli(_ text: some StringProtocol) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, (1...12).contains(whole.utf8.count),
        whole.utf8.allSatisfy({ (48...57).contains($0) }), let units = Int64(whole)
    else { return nil }
    guard parts.count == 2 else { return units * 1000 }
    guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
        let fraction = Int64(parts[1] + String(repeating: "0", count: 3 - parts[1].utf8.count))
    else { return nil }
    return units * 1000 + fraction
}
