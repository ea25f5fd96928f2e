package import Policy
package import Values

/// What the day of an EPC notice looks at (工程总承包发包时点).
package struct EPCNotice: Hashable, Sendable, Codable {
    package let notice: BusinessDay
    package let isGovernmentProject: Bool
    package let feasibilityApproved: BusinessDay?
    package let preliminaryDesignApproved: BusinessDay?
    package let isSimplified: Bool
    /// The document that allows the simplified approval.
    package let simplificationReference: String?

    package init(
        notice: BusinessDay, isGovernmentProject: Bool, feasibilityApproved: BusinessDay?,
        preliminaryDesignApproved: BusinessDay?, isSimplified: Bool, simplificationReference: String?
    ) {
        self.notice = notice
        self.isGovernmentProject = isGovernmentProject
        self.feasibilityApproved = feasibilityApproved
        self.preliminaryDesignApproved = preliminaryDesignApproved
        self.isSimplified = isSimplified
        self.simplificationReference = simplificationReference
    }
}

extension EPCRules {
    /// Whether the notice of an EPC tender may be issued on its day.
    ///
    /// A government project's preliminary design is approved by then; where its approvals are simplified, and the
    /// document that allows it is named, the investment decision.
    ///
    /// What is not met comes back in words, each by its clause.
    ///
    /// - Source: 建市规〔2019〕12号 第七条, EPC-02, EPC-12; 政府投资条例 第十三条, INV-04
    package static func notice(
        _ facts: EPCNotice, under policy: Policy
    ) throws(PolicyFault) -> (allowed: Bool, because: [Citation], unmet: [Holding]) {
        let after = try policy.text("delivery.epc_notice_after")
        guard facts.isGovernmentProject else { return (true, [after.citation], []) }
        if let approved = facts.preliminaryDesignApproved, approved <= facts.notice {
            return (true, [after.citation], [])
        }
        let approved = Words(
            "初步设计在公告日 \(facts.notice) 前已批准", "the preliminary design is approved by \(facts.notice)")
        guard facts.isSimplified else {
            return (false, [after.citation], [Holding(approved, holds: false, by: after.citation)])
        }
        let simplified = try policy.text("delivery.epc_simplified_after")
        let isNamed = facts.simplificationReference?.isEmpty == false
        let isDecided = facts.feasibilityApproved.map { $0 <= facts.notice } ?? false
        let clauses = [after.citation, simplified.citation]
        guard !isNamed || !isDecided else { return (true, clauses, []) }
        var unmet = [Holding(approved, holds: false, by: after.citation)]
        if !isNamed {
            let named = Words("写明允许简化审批的文件", "the document that allows the simplified approval is named")
            unmet.append(Holding(named, holds: false, by: simplified.citation))
        }
        if !isDecided {
            let decided = Words(
                "可行性研究（投资决策）在公告日 \(facts.notice) 前已批准",
                "the feasibility study (the investment decision) is approved by \(facts.notice)")
            unmet.append(Holding(decided, holds: false, by: simplified.citation))
        }
        return (false, clauses, unmet)
    }
}
