package import Policy
package import Values

/// An item of the approved scheme as bills and reductions look at it, quantities in thousandths of its unit (方案内容).
package struct SchemeItem: Hashable, Sendable, Codable {
    package let id: ID
    package let code: String
    package let title: String
    package let unit: String
    package let quantityMilli: Int64
    /// What is to be built, after approved changes and reductions.
    package let dueMilli: Int64
    /// What contracts hold of it.
    package let heldMilli: Int64
    package let amount: Fen

    package init(
        id: ID, code: String, title: String, unit: String, quantityMilli: Int64, dueMilli: Int64? = nil,
        heldMilli: Int64 = 0, amount: Fen
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.unit = unit
        self.quantityMilli = quantityMilli
        self.dueMilli = dueMilli ?? quantityMilli
        self.heldMilli = heldMilli
        self.amount = amount
    }

    /// What no contract holds of it.
    package var openMilli: Int64 { max(dueMilli - heldMilli, 0) }

    enum CodingKeys: String, CodingKey {
        case id, code, title, unit, amount
        case quantityMilli = "quantity_milli"
        case dueMilli = "due_milli"
        case heldMilli = "held_milli"
    }
}

/// What a reduction of the scheme looks at (方案内容调减事实).
package struct ReductionFacts: Hashable, Sendable, Codable {
    package let project: ID
    package let state: String
    package let place: String
    package let edition: String
    package let buyer: ID
    package let items: [SchemeItem]
    /// What was asked for and waits for its answer.
    package let open: [Asked]

    /// A request for less than the scheme.
    package struct Asked: Hashable, Sendable, Codable {
        package let id: ID
        package let item: ID
        package let quantityMilli: Int64

        package init(id: ID, item: ID, quantityMilli: Int64) {
            self.id = id
            self.item = item
            self.quantityMilli = quantityMilli
        }

        enum CodingKeys: String, CodingKey {
            case id, item
            case quantityMilli = "quantity_milli"
        }
    }

    package init(
        project: ID, state: String, place: String, edition: String, buyer: ID, items: [SchemeItem],
        open: [Asked] = []
    ) {
        self.project = project
        self.state = state
        self.place = place
        self.edition = edition
        self.buyer = buyer
        self.items = items
        self.open = open
    }
}

/// The bills of works contracts against the approved scheme (清单与方案), and what is taken out of the scheme (调减).
package enum SchemeRules {
    /// Whether a bill holds its items whole, in their own unit, and comes to its contract's amount.
    ///
    /// What it leaves of its items stays in lots that are filed and not signed, by the money of the scheme.
    ///
    /// - Source: 温鹿政办〔2020〕21号, LC-08-5, "原则上不允许工程变更"; house rule HOUSE-SCH-1
    package static func bill(
        _ draft: ContractDraft, for lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let lines = draft.bill ?? []
        guard !lines.isEmpty, !facts.scheme.isEmpty else { return [] }
        let grounds = try policy.records("scheme.reduction_grounds").citation
        var reasons = [Refusal]()
        var (short, beyond, strange) = ([Words](), [Words](), [Words]())
        var rest: Int128 = 0
        for item in facts.scheme {
            let own = lines.filter { $0.item == item.id && $0.unit == item.unit }
            let taken = own.reduce(Int128(0)) { $0 + Int128($1.quantityMilli) }
            let left = Int128(item.openMilli) - taken
            if left > 0 {
                rest += Int128(
                    Ratio.rounded(Int128(item.amount.amount) * left, Int128(item.quantityMilli)).amount)
            }
            guard lines.contains(where: { $0.item == item.id }) else { continue }
            let (has, holds) = (quantity(Int128(item.openMilli)), quantity(taken))
            let told = Words(
                "\(item.code) \(item.title)：方案还有 \(has) \(item.unit)，清单 \(holds) \(item.unit)",
                "\(item.code): \(has) \(item.unit) are open in the scheme, the bill holds \(holds)")
            if own.isEmpty { strange.append(told) } else if left > 0 { short.append(told) }
            // More by the drawings than the scheme has is no offence of one contract: twice the same of two is.
            if left < 0, item.heldMilli > 0 { beyond.append(told) }
        }
        if !beyond.isEmpty {
            reasons.append(TenderingRefusals.billStaysWithinItsItems.refusal(grounds, missing: beyond))
        }
        let filed = facts.lots.filter { $0.id != lot.id && $0.signed == nil }.reduce(Int128(0)) {
            $0 + Int128($1.works.amount - ($1.taken ?? .zero).amount)
        }
        let missing = strange + (rest > filed ? short : [])
        if !missing.isEmpty {
            reasons.append(TenderingRefusals.billCoversItsItems.refusal(grounds, missing: missing))
        }
        if !lines.contains(where: { $0.item != nil }) {
            reasons.append(TenderingRefusals.worksContractHasItsBill.refusal(nil))
        }
        let sum = lines.reduce(Fen.zero) { $0 + $1.amount }
        if sum < draft.amount {
            reasons.append(
                TenderingRefusals.billIsTheContractAmount.refusal(
                    grounds,
                    missing: [
                        Words(
                            "清单合计 \(sum.forPeople) 元，合同 \(draft.amount.forPeople) 元",
                            "lines \(sum.forPeople), contract \(draft.amount.forPeople) yuan")
                    ]))
        }
        return reasons
    }

    /// What of the scheme's works no lot holds, as a lot of its own that counts with them; none where all is filed.
    ///
    /// - Source: 必须招标的工程项目规定 第五条末句, TEN-6; 招标投标法 第四条, TEN-11
    package static func unfiled(of worth: Fen, beside lots: [Lot]) -> [Lot] {
        let rest = worth - lots.reduce(Fen.zero) { $0 + $1.filedWorks }
        guard rest > .zero else { return [] }
        return [Lot(id: "scheme", code: "方案中未申报的内容", category: .works, estimate: rest)]
    }

    /// Whether the construction unit may ask to build less than the scheme has of an item.
    ///
    /// - Source: 温鹿政办〔2020〕21号, LC-08-5; house rule HOUSE-SCH-1
    package static func asking(
        of item: ID, _ quantityMilli: Int64, ground: String, isStored: Bool, by unit: ID,
        given facts: ReductionFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let grounds = try policy.records("scheme.reduction_grounds")
        var reasons = try open(facts, grounds.citation)
        if unit != facts.buyer {
            reasons.append(TenderingRefusals.reductionIsAskedByTheConstructionUnit.refusal(grounds.citation))
        }
        if !grounds.value.contains(where: { $0.id == ground }) {
            var known = [Words]()
            for record in grounds.value { known.append(try record.words()) }
            reasons.append(
                TenderingRefusals.reductionGroundIsOfTheList.refusal(grounds.citation, missing: known))
        }
        if !isStored { reasons.append(TenderingRefusals.reductionRestsOnItsPaper.refusal(grounds.citation)) }
        reasons += held(item, quantityMilli, facts, grounds.citation)
        return Decision(reasons: reasons, under: [grounds.citation])
    }

    /// Whether the district's office may answer a request; to refuse one nothing else is asked.
    ///
    /// - Source: 温鹿政办〔2020〕21号, LC-08-5; house rule HOUSE-SCH-1
    package static func deciding(
        _ reduction: ID, approves: Bool, by role: Role, of unit: ID, given facts: ReductionFacts,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let grounds = try policy.records("scheme.reduction_grounds")
        guard let asked = facts.open.first(where: { $0.id == reduction }) else {
            return .refused([TenderingRefusals.reductionIsDecidedOnce.refusal(grounds.citation)])
        }
        var reasons = [Refusal]()
        if role != .renovationOffice || unit == facts.buyer {
            reasons.append(TenderingRefusals.reductionIsDecidedByTheOffice.refusal(grounds.citation))
        }
        if approves {
            reasons += try open(facts, grounds.citation)
            reasons += held(asked.item, asked.quantityMilli, facts, grounds.citation)
        }
        return Decision(reasons: reasons, under: [grounds.citation])
    }

    private static func open(_ facts: ReductionFacts, _ citation: Citation) throws(PolicyFault) -> [Refusal] {
        facts.state < "S16" ? [] : [TenderingRefusals.reductionComesBeforeAcceptance.refusal(citation)]
    }

    private static func held(
        _ item: ID, _ quantityMilli: Int64, _ facts: ReductionFacts, _ citation: Citation
    ) -> [Refusal] {
        let found = facts.items.first { $0.id == item }
        guard quantityMilli > found?.openMilli ?? 0 else { return [] }
        let told = found.map {
            let open = quantity(Int128($0.openMilli))
            return Words(
                "\($0.code) \($0.title)：没有签约的还有 \(open) \($0.unit)",
                "\($0.code): \(open) \($0.unit) are in no contract")
        }
        return [
            TenderingRefusals.reductionIsOfWhatNoContractHolds.refusal(
                citation, missing: told.map { [$0] } ?? [])
        ]
    }

    /// Thousandths as people write them, without zeros at the end.
    private static func quantity(_ milli: Int128) -> String {
        guard milli % 1000 != 0 else { return "\(milli / 1000)" }
        var digits = String(String(1000 + abs(milli % 1000)).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(milli / 1000).\(digits)"
    }
}

extension Lot {
    /// What is filed of works with it, by its estimate: a works lot whole, of a general contract its part.
    var works: Fen {
        switch category {
        case .works: estimate
        case .epc: parts?.works ?? estimate
        case .goods, .service: .zero
        }
    }

    /// What it counts for as works of the scheme, by its contracts where they are more.
    var filedWorks: Fen { category == .works ? value : works }
}
