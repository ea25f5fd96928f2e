package import Policy
package import Values

/// What a bill lists beside the items of the scheme (清单费用名目): 建设工程工程量清单计价规范, and of general contracts what is no works.
package enum BillCharge: String, Hashable, Sendable, Codable, CaseIterable {
    case measures, levies, tax, coordination, design, equipment
    case provisionalSum = "provisional_sum"
}

/// A bill line as it is offered for signing (清单项).
package struct BillLineDraft: Hashable, Sendable, Codable {
    package let id: ID
    /// The item of the scheme that it serves; nil of a charge.
    package let item: ID?
    /// What it is where it serves no item.
    package let charge: BillCharge?
    package let code: String
    package let title: String
    package let unit: String
    package let quantityMilli: Int64
    package let unitPrice: Fen

    package init(
        id: ID, item: ID?, charge: BillCharge? = nil, code: String, title: String, unit: String,
        quantityMilli: Int64, unitPrice: Fen
    ) {
        self.id = id
        self.item = item
        self.charge = charge
        self.code = code
        self.title = title
        self.unit = unit
        self.quantityMilli = quantityMilli
        self.unitPrice = unitPrice
    }

    /// Quantity times price, rounded half up to the fen.
    package var amount: Fen { Ratio.rounded(Int128(quantityMilli) * Int128(unitPrice.amount), 1000) }

    enum CodingKeys: String, CodingKey {
        case id, charge, code, title, unit
        case item = "works_item"
        case quantityMilli = "quantity_milli"
        case unitPrice = "unit_price_fen"
    }
}

/// A contract as it is offered for signing (拟签合同).
package struct ContractDraft: Hashable, Sendable, Codable {
    package let id: ID
    package let contractor: ID
    package let number: String
    package let title: String
    package let method: AwardMethod
    package let invitationGround: String?
    package let invitationDocument: String?
    package let awardNoticeOn: BusinessDay?
    package let signedOn: BusinessDay
    package let amount: Fen
    package let advanceFunding: Bool?
    package let bill: [BillLineDraft]?

    package init(
        id: ID, contractor: ID, number: String, title: String, method: AwardMethod,
        invitationGround: String? = nil,
        invitationDocument: String? = nil, awardNoticeOn: BusinessDay? = nil, signedOn: BusinessDay,
        amount: Fen,
        advanceFunding: Bool? = nil, bill: [BillLineDraft]? = nil
    ) {
        self.id = id
        self.contractor = contractor
        self.number = number
        self.title = title
        self.method = method
        self.invitationGround = invitationGround
        self.invitationDocument = invitationDocument
        self.awardNoticeOn = awardNoticeOn
        self.signedOn = signedOn
        self.amount = amount
        self.advanceFunding = advanceFunding
        self.bill = bill
    }

    enum CodingKeys: String, CodingKey {
        case id, contractor, number, title, method, bill
        case invitationGround = "invitation_ground"
        case invitationDocument = "invitation_document"
        case awardNoticeOn = "award_notice_on"
        case signedOn = "signed_on"
        case amount = "amount_fen"
        case advanceFunding = "advance_funding"
    }
}

/// What determinations and signings look at (招标与签约事实): a project's money, packages and contracts.
package struct TenderFacts: Hashable, Sendable, Codable {
    /// The determination that stands for a package.
    package struct Determined: Hashable, Sendable, Codable {
        package let verdict: Verdict
        package let asOf: BusinessDay
        /// False where the group or the money changed since.
        package let isCurrent: Bool
        /// The day on which the package was first determined.
        package let firstOn: BusinessDay?

        package init(verdict: Verdict, asOf: BusinessDay, isCurrent: Bool, firstOn: BusinessDay? = nil) {
            self.verdict = verdict
            self.asOf = asOf
            self.isCurrent = isCurrent
            self.firstOn = firstOn ?? asOf
        }

        enum CodingKeys: String, CodingKey {
            case verdict
            case asOf = "as_of"
            case isCurrent = "is_current"
            case firstOn = "first_on"
        }
    }

    package let project: ID
    /// The project's state by the numbers of the catalogue: `S10`.
    package let state: String
    package let place: String
    package let edition: String
    package let lots: [Lot]
    package let money: FundingSources?
    package let approvedBudget: Fen?
    /// The day of the budget's approval.
    package let approvedOn: BusinessDay?
    package let committed: Fen
    /// By package.
    package let determined: [String: Determined]
    /// Items of the approved scheme of the project.
    package let items: [ID]
    /// The same items as bills look at them, and what the scheme has for its works.
    package let scheme: [SchemeItem]
    package let schemeWorth: Fen
    /// Packages whose tender is left out.
    package let exempted: [String: Exemption]
    /// What tenders came to, by package.
    package let awards: [String: TenderAward]
    /// The first day of each stored approval that general contracting waits for, by its kind of paper.
    package let approvals: [String: BusinessDay]?

    package init(
        project: ID, state: String, place: String, edition: String, lots: [Lot], money: FundingSources?,
        approvedBudget: Fen?, committed: Fen, determined: [String: Determined], items: [ID],
        exempted: [String: Exemption] = [:], awards: [String: TenderAward] = [:],
        approvedOn: BusinessDay? = nil, scheme: [SchemeItem] = [], schemeWorth: Fen = .zero,
        approvals: [String: BusinessDay]? = nil
    ) {
        self.approvals = approvals
        self.scheme = scheme
        self.schemeWorth = schemeWorth
        self.project = project
        self.state = state
        self.place = place
        self.edition = edition
        self.lots = lots
        self.money = money
        self.approvedBudget = approvedBudget
        self.approvedOn = approvedOn
        self.committed = committed
        self.determined = determined
        self.items = items
        self.exempted = exempted
        self.awards = awards
    }

    /// The lots as they are counted: those that are filed, and what of the scheme none of them holds.
    package var counted: [Lot] { lots + SchemeRules.unfiled(of: schemeWorth, beside: lots) }

    enum CodingKeys: String, CodingKey {
        case project, state, place, edition, lots, money, committed, determined, items, exempted, awards,
            scheme, approvals
        case schemeWorth = "scheme_worth"
        case approvedBudget = "approved_budget"
        case approvedOn = "approved_on"
    }
}

/// The rules of signing a contract (签订合同).
package enum ContractRules {
    /// Whether a contract may be signed: its method, its money, its clauses, its bill.
    ///
    /// - Source: 必须招标的工程项目规定 第五条; 招标投标法实施条例 第八条; 政府投资条例 第二十二条、第二十三条,
    ///   TEN-3…TEN-12, INV-06, INV-07, LC-12-2
    package static func signing(
        _ draft: ContractDraft, for lot: Lot, given facts: TenderFacts, today: BusinessDay,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        var reasons = try readiness(of: lot, given: facts, under: policy).refusals
        var citations = [Citation]()
        reasons += try method(draft, for: lot, given: facts, under: policy, citations: &citations)
        reasons += try budget(draft, given: facts, under: policy)
        reasons += try BudgetRules.direct(draft, for: lot, under: policy)
        let advance = try policy.bool("contract.contractor_advance_allowed")
        if draft.advanceFunding == true, !advance.value {
            reasons.append(TenderingRefusals.contractHasNoAdvanceFunding.refusal(advance.citation))
        }
        reasons += bill(
            draft, for: lot, items: facts.items, by: try policy.bool("tender.splitting_forbidden").citation)
        reasons += try SchemeRules.bill(draft, for: lot, given: facts, under: policy)
        if draft.signedOn > today { reasons.append(TenderingRefusals.contractDayHasCome.refusal(nil)) }
        return Decision(reasons: reasons, under: citations)
    }

    /// Whether a package is ready for any contract at all: approvals, money and determination stand.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（四）1, LC-12-2; 必须招标的工程项目规定 第五条, TEN-6
    package static func readiness(
        of lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let citation: Citation
        if let line = try TenderRules.line(of: lot.category, under: policy) {
            citation = line.citation
        } else {
            citation = try policy.bool("tender.epc_any_part").citation
        }
        var reasons = [Refusal]()
        if lot.signed != nil { reasons.append(TenderingRefusals.packageHasOneContract.refusal(nil)) }
        if lot.category != .service, ["S06", "S07", "S08", "S09"].contains(facts.state) {
            let papers = try policy.records("approval.papers.S10")
            reasons.append(TenderingRefusals.contractWaitsForApprovals.refusal(papers.citation))
        }
        if facts.money == nil {
            let floor = try policy.fen("tender.budget_floor")
            reasons.append(TenderingRefusals.tenderWaitsForTheBudget.refusal(floor.citation))
        } else if let said = facts.determined[lot.id], said.verdict != .needsSource {
            if !said.isCurrent { reasons.append(TenderingRefusals.determinationIsUpToDate.refusal(citation)) }
        } else {
            reasons.append(TenderingRefusals.contractWaitsForDetermination.refusal(citation))
        }
        return Decision(reasons: reasons, under: [citation])
    }

    /// The last day to sign after the award notice; a later contract is signed late, and shown so.
    ///
    /// It has no day while the working days of that year are not published.
    ///
    /// - Source: 招标投标法 第四十六条, PRO-11, CV-06
    package static func lastDayToSign(
        afterAwardOn day: BusinessDay, under policy: Policy, calendar: WorkCalendar
    ) throws(PolicyFault) -> Cited<DueDay> {
        let days = try policy.int("contract.days_after_award")
        return Cited(calendar.due(.rolled(day.adding(days: Int(days.value))), from: day), days.citation)
    }

    /// Whether the budget may be adjusted to a figure: never below what is signed.
    ///
    /// - Source: 政府投资条例 第二十三条, INV-07
    package static func adjustment(
        to approved: Fen, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let limit = try policy.value("change.budget_limit").citation
        guard facts.committed > approved else { return .allowed([limit]) }
        let missing = Words(
            "已签合同 \(facts.committed.forPeople) 元", "contracts signed: \(facts.committed.forPeople) yuan")
        return .refused([TenderingRefusals.contractStaysWithinBudget.refusal(limit, missing: [missing])])
    }

    /// The method: determined, up to date, and open to this package and its group.
    private static func method(
        _ draft: ContractDraft, for lot: Lot, given facts: TenderFacts, under policy: Policy,
        citations: inout [Citation]
    ) throws(PolicyFault) -> [Refusal] {
        var reasons = [Refusal]()
        guard let money = facts.money else { return [] }
        let lots = facts.counted.map { $0.id == lot.id ? $0.signing(draft.amount) : $0 }
        let found = try TenderRules.finding(
            for: lot.signing(draft.amount), among: lots, paidBy: money, under: policy)
        citations += found.because
        let must = found.verdict == .mustTender || facts.determined[lot.id]?.verdict == .mustTender
        if must, !draft.method.isTender, let exemption = facts.exempted[lot.id] {
            if let over = try ExemptionRules.refusal(
                of: lot.whole(with: draft.amount), under: exemption, by: policy)
            {
                reasons.append(over)
            }
        } else if must, !draft.method.isTender {
            let group = lots.filter { found.group.contains($0.id) }.map { "\($0.code) \($0.value.forPeople)" }
            var missing = [
                Words(
                    "拟用方式：\(draft.method.words.zh)；可用：公开招标",
                    "proposed: \(draft.method.words.en); open: public tender")
            ]
            if let line = found.line {
                missing.append(
                    Words(
                        "同类合计 \(found.groupValue.forPeople) 元（\(group.joined(separator: "、"))），限额 \(line.forPeople) 元",
                        "\(found.groupValue.forPeople) yuan together (\(group.joined(separator: ", "))), line \(line.forPeople)"
                    ))
            }
            reasons.append(
                TenderingRefusals.contractFollowsItsDetermination.refusal(
                    found.group.count > 1
                        ? try policy.bool("tender.group_combines").citation : found.because.last,
                    missing: missing))
        }
        let hasGround = draft.invitationGround != nil && !(draft.invitationDocument ?? "").isEmpty
        if (draft.method == .invitedTender) != hasGround {
            reasons.append(TenderingRefusals.invitedTenderHasItsGround.refusal(nil))
        }
        reasons += try AwardRules.refusals(of: draft, for: lot, given: facts, under: policy)
        return reasons
    }

    /// The sum of the contracts stays within the approved budget.
    private static func budget(
        _ draft: ContractDraft, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard let approved = facts.approvedBudget else { return [] }
        let total = facts.committed + draft.amount
        guard total > approved else { return [] }
        let missing = Words(
            "合同累计 \(total.forPeople) 元，概算 \(approved.forPeople) 元，超 \((total - approved).forPeople) 元",
            "contracts \(total.forPeople), approved \(approved.forPeople): \((total - approved).forPeople) yuan over"
        )
        let limit = try policy.value("change.budget_limit")
        return [TenderingRefusals.contractStaysWithinBudget.refusal(limit.citation, missing: [missing])]
    }

    /// A works contract, and no other, brings its bill: lines of the scheme's items, within the amount.
    private static func bill(
        _ draft: ContractDraft, for lot: Lot, items: [ID], by splitting: Citation
    ) -> [Refusal] {
        let lines = draft.bill ?? []
        var reasons = [Refusal]()
        if lot.category == .works || lot.category == .epc, lines.isEmpty {
            reasons.append(TenderingRefusals.worksContractHasItsBill.refusal(nil))
        }
        if lot.category != .works, lot.category != .epc, !lines.isEmpty {
            reasons.append(
                TenderingRefusals.worksAreBoughtAsWorks.refusal(
                    splitting,
                    missing: [
                        Words(
                            "标段 \(lot.code) 登记为\(lot.category.words.zh)，清单有 \(lines.count) 项",
                            "package \(lot.code) is filed as \(lot.category.words.en); its bill has \(lines.count) lines"
                        )
                    ]))
        }
        let strangers = lines.filter { $0.item.map { !items.contains($0) } ?? false }
        let both = lines.filter { ($0.item == nil) == ($0.charge == nil) }
        if !both.isEmpty {
            reasons.append(
                TenderingRefusals.billLineIsOfAnItemOrACharge.refusal(
                    nil, missing: both.map { Words("\($0.code) \($0.title)", $0.code) }))
        }
        if !strangers.isEmpty {
            reasons.append(
                TenderingRefusals.billLineServesAnItem.refusal(
                    nil, missing: strangers.map { Words("\($0.code) \($0.title)", $0.code) }))
        }
        let sum = lines.reduce(Fen.zero) { $0 + $1.amount }
        if sum > draft.amount {
            reasons.append(
                TenderingRefusals.billStaysWithinItsContract.refusal(
                    nil,
                    missing: [
                        Words(
                            "清单合计 \(sum.forPeople) 元，合同 \(draft.amount.forPeople) 元",
                            "lines \(sum.forPeople), contract \(draft.amount.forPeople) yuan")
                    ]))
        }
        return reasons
    }
}
