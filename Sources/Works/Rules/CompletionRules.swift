package import Policy
package import Values

/// What the report of completion looks at (完工事实).
package struct CompletionFacts: Hashable, Sendable, Codable {
    package struct Lot: Hashable, Sendable, Codable {
        package let code: String
        package let title: String
        package let state: InspectionLotState

        package init(code: String, title: String, state: InspectionLotState) {
            self.code = code
            self.title = title
            self.state = state
        }
    }

    /// A line of the bill of which less is done than contract and approved changes say, in thousandths.
    package struct Line: Hashable, Sendable, Codable {
        package let code: String
        package let title: String
        package let unit: String
        package let dueMilli: Int64
        package let doneMilli: Int64

        package init(code: String, title: String, unit: String, dueMilli: Int64, doneMilli: Int64) {
            self.code = code
            self.title = title
            self.unit = unit
            self.dueMilli = dueMilli
            self.doneMilli = doneMilli
        }

        enum CodingKeys: String, CodingKey {
            case code, title, unit
            case dueMilli = "due_milli"
            case doneMilli = "done_milli"
        }
    }

    /// A works contract: one with a bill of quantities.
    package struct Contract: Hashable, Sendable, Codable {
        package let id: ID
        package let title: String
        package let contractor: ID
        package let contractorName: String
        package let isReported: Bool
        package let lots: [Lot]
        /// Daily logs that wait for a decision.
        package let openLogs: Int64
        package let unfinished: [Line]

        package init(
            id: ID, title: String, contractor: ID, contractorName: String = "", isReported: Bool = false,
            lots: [Lot], openLogs: Int64 = 0, unfinished: [Line] = []
        ) {
            self.id = id
            self.title = title
            self.contractor = contractor
            self.contractorName = contractorName
            self.isReported = isReported
            self.lots = lots
            self.openLogs = openLogs
            self.unfinished = unfinished
        }

        enum CodingKeys: String, CodingKey {
            case id, title, contractor, lots, unfinished
            case contractorName = "contractor_name"
            case isReported = "is_reported"
            case openLogs = "open_logs"
        }
    }

    package let state: String
    package let version: Int64
    package let place: String
    package let edition: String
    /// Whose report it would be: the unit of whoever asks, where he has one.
    package let unit: ID?
    /// Works contracts that ask something of their unit: those that stand, and those that ended with something built.
    package let contracts: [Contract]
    /// What contracts that ended left and none took up after them, and items of the scheme that no contract holds.
    package let left: [Line]

    package init(
        state: String, version: Int64, place: String, edition: String, unit: ID?, contracts: [Contract],
        left: [Line] = []
    ) {
        self.state = state
        self.version = version
        self.place = place
        self.edition = edition
        self.unit = unit
        self.contracts = contracts
        self.left = left
    }

    /// The same facts, as another unit's report looks at them.
    package func asked(by unit: ID) -> CompletionFacts {
        CompletionFacts(
            state: state, version: version, place: place, edition: edition, unit: unit, contracts: contracts,
            left: left)
    }

    /// The unit's own contracts that it has not reported yet.
    package var own: [Contract] { contracts.filter { $0.contractor == unit && !$0.isReported } }

    /// The contracts of others that are not reported yet.
    package var others: [Contract] { contracts.filter { $0.contractor != unit && !$0.isReported } }
}

/// The rules for the report of completion (报告完工).
package enum CompletionRules {
    /// Whether a contractor may report his own contracts: all of their bill done, every lot passed, every log decided.
    ///
    /// Where his is the last report, the same is asked of every contract of the project.
    ///
    /// - Source: 质量管理条例 第十六条, QLT-01, "完成建设工程设计和合同约定的各项内容"; 第三十七条, PER-7; catalogue
    ///   C.2b S15; B.10
    package static func report(
        _ facts: CompletionFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard facts.state == "S14" else { return .refused([try StartRules.notUnderWay(policy)]) }
        let conditions = try policy.records("acceptance.checklist").citation
        guard facts.contracts.contains(where: { $0.contractor == facts.unit }) else {
            return .refused([
                WorksRefusals.completionIsReportedByItsContractor.refusal(
                    conditions, missing: facts.contracts.map { Words($0.contractorName, $0.contractorName) })
            ])
        }
        let (own, others) = (facts.own, facts.others)
        guard !own.isEmpty || others.isEmpty else {
            return .refused([
                WorksRefusals.completionIsReportedOnce.refusal(conditions, missing: others.map(waiting))
            ])
        }
        return try others.isEmpty
            ? whole(facts.contracts, left: facts.left, conditions, under: policy)
            : whole(own, left: [], conditions, under: policy)
    }

    /// What the completion of some contracts still waits for.
    private static func whole(
        _ contracts: [CompletionFacts.Contract], left: [CompletionFacts.Line], _ conditions: Citation,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let signature = try policy.bool("inspection.next_step_needs_signature").citation
        var reasons = [Refusal]()
        var lots = [Words]()
        for contract in contracts {
            for lot in contract.lots where lot.state != .passed {
                lots.append(
                    Words(
                        "\(lot.code) \(lot.title)：\(lot.state.words.zh)", "\(lot.code): \(lot.state.words.en)"
                    ))
            }
            if contract.lots.isEmpty {
                lots.append(Words("\(contract.title)：没有检验批", "\(contract.title): no inspection lots"))
            }
        }
        if !lots.isEmpty {
            reasons.append(WorksRefusals.completionWaitsForLots.refusal(signature, missing: lots))
        }
        let logs = contracts.reduce(0) { $0 + $1.openLogs }
        if logs > 0 {
            reasons.append(
                WorksRefusals.completionWaitsForLogs.refusal(
                    try policy.int("log.late_after_days").citation,
                    missing: [Words("\(logs) 份日志待处理", "\(logs) logs wait")]))
        }
        let lines = contracts.flatMap(\.unfinished) + left
        if !lines.isEmpty {
            reasons.append(
                WorksRefusals.completionWaitsForQuantities.refusal(conditions, missing: lines.map(unfinished))
            )
        }
        return Decision(reasons: reasons, under: [conditions, signature])
    }

    private static func unfinished(_ line: CompletionFacts.Line) -> Words {
        let (done, due) = (quantityText(line.doneMilli), quantityText(line.dueMilli))
        return Words(
            "\(line.code) \(line.title)：已审核 \(done)，应完成 \(due) \(line.unit)",
            "\(line.code): \(done) of \(due) \(line.unit) approved")
    }

    private static func waiting(_ contract: CompletionFacts.Contract) -> Words {
        Words(
            "\(contract.title)（\(contract.contractorName)）还没有报告完工",
            "\(contract.title) (\(contract.contractorName)) is not reported yet")
    }
}
