package import Policy
package import Values

/// What the start of works looks at (开工条件事实).
package struct StartFacts: Hashable, Sendable, Codable {
    /// The project's state by the catalogue's number: `S13`.
    package let state: String
    package let version: Int64
    package let place: String
    package let edition: String
    package let required: Fen?
    package let paid: Fen
    /// Steps of the annual plan's chain that have approved.
    package let chain: [String]
    /// Kinds of papers recorded for the project.
    package let papers: [String]
    /// Signed works contracts with a bill of quantities: how many, and their sum.
    package let contracts: Int64
    package let contractSum: Fen
    package let blocks: [StandingBlock]
    /// Whether a supervisor is engaged today; nil in facts that were kept before this was asked.
    package let isSupervised: Bool?

    package init(
        state: String, version: Int64, place: String, edition: String, required: Fen?, paid: Fen,
        chain: [String],
        papers: [String], contracts: Int64, contractSum: Fen, blocks: [StandingBlock],
        isSupervised: Bool? = nil
    ) {
        self.state = state
        self.version = version
        self.place = place
        self.edition = edition
        self.required = required
        self.paid = paid
        self.chain = chain
        self.papers = papers
        self.contracts = contracts
        self.contractSum = contractSum
        self.blocks = blocks
        self.isSupervised = isSupervised
    }

    enum CodingKeys: String, CodingKey {
        case state, version, place, edition, required, paid, chain, papers, contracts, blocks
        case contractSum = "contract_sum"
        case isSupervised = "is_supervised"
    }
}

/// The rules for the start of works (开工).
package enum StartRules {
    /// The start gate: money, annual plan, contract, permit or exemption, quality supervision.
    ///
    /// - Source: catalogue C.2b S14; 温鹿政办〔2020〕21号 二（三）4, LC-06-3, LC-06-5; 建筑法 第七条, PER-1;
    ///   质量管理条例 第十三条, PER-3
    package static func gate(_ facts: StartFacts, under policy: Policy) throws(PolicyFault) -> Gate {
        // Where no text has residents pay in advance, their money is not asked for.
        var requirements =
            policy.has("launch.resident_funds_ratio") ? [try funds(facts, under: policy)] : []
        for record in try policy.records("start.requirements").value {
            requirements.append(try requirement(record, facts, under: policy))
        }
        if facts.papers.contains(mandate), policy.has("supervision.mandatory") {
            requirements.append(try supervision(facts, under: policy))
        }
        for block in facts.blocks {
            let words = Words("没有阻断开工的事项", "nothing blocks the start")
            requirements.append(
                .init(
                    block.code, words, .blocked, source: nil,
                    refusal: block.refusal(of: Words("开工", "the start"), under: policy)))
        }
        return Gate("start", Words("开工", "start of works"), requirements)
    }

    /// The kind of paper by which the street says that these works have to be supervised (强制监理的认定).
    static let mandate = "supervision_mandate"

    /// Works that have to be supervised wait for their supervisor; renovation as such need not be.
    ///
    /// - Source: 质量管理条例 第十二条; 建设部令第86号; 浙江省建设工程监理管理条例 第十一条, PER-5
    private static func supervision(
        _ facts: StartFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let source = try policy.records("supervision.mandatory").citation
        let words = Words("委托监理单位（已认定须实行监理）", "a supervisor engaged, as these works need one")
        let engaged = facts.isSupervised == true
        return .init(
            "supervisor", words, engaged ? .met : .missing, source: source,
            refusal: engaged
                ? nil : WorksRefusals.worksStartWaitsForSupervisor.refusal(source, missing: [words]))
    }

    /// Whether works may begin on a day, decided today.
    ///
    /// - Source: catalogue C.2b S14
    package static func start(
        _ facts: StartFacts, on day: BusinessDay, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard facts.state == "S13" else {
            return .refused([
                WorksRefusals.worksStartFollowsThePermit.refusal(
                    try policy.bool("start.needs_permit").citation)
            ])
        }
        let gate = try gate(facts, under: policy)
        guard day <= today else {
            let source = try policy.texts("start.requires").citation
            return .refused(gate.decision.refusals + [WorksRefusals.worksStartIsNotAhead.refusal(source)])
        }
        return gate.decision
    }

    /// What is said of works before their start and after their completion.
    static func notUnderWay(_ policy: Policy) throws(PolicyFault) -> Refusal {
        WorksRefusals.worksAreUnderWay.refusal(try policy.texts("start.requires").citation)
    }

    private static func funds(_ facts: StartFacts, under policy: Policy) throws(PolicyFault)
        -> Gate.Requirement
    {
        let ratio = try policy.ratio("launch.resident_funds_ratio")
        let required = facts.required ?? .zero
        let enough =
            facts.required != nil
            && Int128(facts.paid.amount) * Int128(ratio.value.denominator)
                >= Int128(required.amount) * Int128(ratio.value.numerator)
        let short = required - facts.paid
        return .init(
            "resident_funds", Words("居民自筹资金到位", "residents' money in the account"), enough ? .met : .missing,
            evidence: [
                Words(
                    "应到 \(required.forPeople) 元，已到 \(facts.paid.forPeople) 元",
                    "\(facts.paid.forPeople) of \(required.forPeople) yuan")
            ], source: ratio.citation,
            refusal: enough
                ? nil
                : WorksRefusals.worksStartWaitsForFunds.refusal(
                    ratio.citation,
                    missing: [Words("尚缺 \(short.forPeople) 元", "\(short.forPeople) yuan short")]))
    }

    private static func requirement(
        _ record: PolicyRecord, _ facts: StartFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let words = try record.words()
        var refusal: Refusal?
        var evidence = [Words]()
        switch record.id {
        case "annual_plan":
            let open = try policy.texts("annual_plan.chain").value.dropFirst(facts.chain.count)
            if !open.isEmpty {
                refusal = WorksRefusals.worksStartWaitsForListing.refusal(
                    record.citation, missing: open.map(PlanStep.words))
            }
        case "contract":
            evidence = [
                Words(
                    "施工合同 \(facts.contracts) 份，共 \(facts.contractSum.forPeople) 元",
                    "\(facts.contracts) works contracts, \(facts.contractSum.forPeople) yuan")
            ]
            if facts.contracts == 0 {
                refusal = WorksRefusals.worksStartWaitsForContract.refusal(record.citation, missing: [words])
            }
        case "permit_or_exemption":
            refusal = try permit(facts, words, record.citation, under: policy)
        case "quality_supervision":
            if !facts.papers.contains("quality_supervision") {
                refusal = WorksRefusals.worksStartWaitsForQualitySupervision.refusal(
                    record.citation, missing: [words])
            }
        default:
            // A place may ask for a paper of its own; its id is the paper's kind.
            if !facts.papers.contains(record.id) {
                refusal = WorksRefusals.worksStartWaitsForPapers.refusal(record.citation, missing: [words])
            }
        }
        return .init(
            record.id, words, refusal == nil ? .met : .missing, evidence: evidence, source: record.citation,
            refusal: refusal)
    }

    /// - Source: 建筑法 第七条, PER-1; 建筑工程施工许可管理办法 第二条, PER-2
    private static func permit(
        _ facts: StartFacts, _ words: Words, _ citation: Citation, under policy: Policy
    ) throws(PolicyFault) -> Refusal? {
        if facts.papers.contains("permit") { return nil }
        guard facts.papers.contains("permit_exemption") else {
            return WorksRefusals.worksStartWaitsForPermit.refusal(citation, missing: [words])
        }
        let limit = try policy.fen("permit.exempt_below")
        let inclusive = try policy.bool("permit.exempt_inclusive")
        let exempt = inclusive.value ? facts.contractSum <= limit.value : facts.contractSum < limit.value
        guard !exempt else { return nil }
        return WorksRefusals.permitExemptionIsForSmallWorks.refusal(
            limit.citation,
            missing: [
                Words(
                    "合同合计 \(facts.contractSum.forPeople) 元，限额 \(limit.value.forPeople) 元",
                    "contracts \(facts.contractSum.forPeople), limit \(limit.value.forPeople) yuan")
            ])
    }
}
