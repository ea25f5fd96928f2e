import Policy
import Values

/// When general contracting is put out to tender (工程总承包发包时点).
enum EPCTenderRules {
    /// The kind of paper that allows simplified approvals, with its ground.
    static let simplification = "approval_simplification"

    /// What stands in the way of an EPC package's tender documents of a day: the preliminary design is approved by then,
    /// or, where a stored paper says that approvals are simplified, the investment is decided.
    ///
    /// - Source: 建市规〔2019〕12号 第七条, EPC-02; 政府投资条例 第十三条, INV-04
    static func start(
        on day: BusinessDay, of lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard lot.category == .epc, policy.has("delivery.epc_notice_after") else { return [] }
        func holds(_ kind: String) -> Bool { facts.approvals?[kind].map { $0 <= day } ?? false }
        do {
            let after = try policy.text("delivery.epc_notice_after")
            let simplified = try policy.text("delivery.epc_simplified_after")
            if holds(after.value) || holds(simplification) && holds(simplified.value) { return [] }
            return [
                TenderingRefusals.epcTenderWaitsForItsApprovals.refusal(
                    after.citation,
                    missing: [
                        Words(
                            "\(day) 前的初步设计（含概算）批复；简化审批的，为写明情形的依据文件和可行性研究报告批复",
                            "the preliminary design approved by \(day); or the paper that simplifies the approvals, and the feasibility study approved"
                        )
                    ])
            ]
        } catch .notInForce {
            // Documents of a day before the text.
            return []
        }
    }
}
