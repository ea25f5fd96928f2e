package import Policy
package import Values

/// How general contracts count (工程总承包): each part by itself, and with the lots and parts of its kind.
extension TenderRules {
    /// Whether two packages of a project count together: of one kind, put beside each other, or a general contract with
    /// what one of its parts buys.
    ///
    /// - Source: 必须招标的工程项目规定 第五条末句, TEN-6; 发改办法规〔2020〕770号 （五）, TEN-9
    package static func areCounted(
        _ lot: Lot, with other: Lot, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        if other.id == lot.id { return true }
        guard lot.combinable, other.combinable else { return false }
        if other.category == lot.category {
            return other.service == lot.service || (lot.widened && other.widened)
        }
        if other.category == .epc { return try countsWithParts(lot, under: policy) }
        if lot.category == .epc { return try countsWithParts(other, under: policy) }
        return false
    }

    /// Whether a package is of a kind that a general contract holds a part of.
    private static func countsWithParts(_ lot: Lot, under policy: Policy) throws(PolicyFault) -> Bool {
        switch lot.category {
        case .works, .goods: return true
        case .epc: return false
        case .service:
            // An edition from before the list counts no service with a part.
            guard let service = lot.service, policy.has("tender.epc_services") else { return false }
            return try policy.texts("tender.epc_services").value.contains(service.rawValue)
        }
    }

    /// What is counted with one part of a general contract, in the order of the lots: other general contracts, and lots
    /// of its kind; of services, those of the kind that comes to most.
    private static func beside(
        _ lot: Lot, for category: Category, among lots: [Lot], under policy: Policy
    ) throws(PolicyFault) -> [Lot] {
        guard lot.part(for: category) > .zero else { return [] }
        var general = [Lot]()
        var kinds = [ServiceKind?: [Lot]]()
        for other in lots where other.id != lot.id {
            guard try areCounted(lot, with: other, under: policy) else { continue }
            if other.part(for: category) > .zero {
                general.append(other)
            } else if other.category == category, try counts(other, under: policy) {
                kinds[other.service, default: []].append(other)
            }
        }
        let most = kinds.values.max {
            (sum($0), $1.first?.service?.rawValue ?? "") < (sum($1), $0.first?.service?.rawValue ?? "")
        }
        return (most ?? []) + general
    }

    /// One part at its line, alone or with its kind, brings the whole EPC contract into tendering; the total does not
    /// matter.
    ///
    /// An amount above the estimate is counted to whichever part it would bring to its line.
    static func general(
        _ lot: Lot, among lots: [Lot], in scope: (inScope: Bool, because: [Citation]), under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let rule = try policy.bool("tender.epc_any_part")
        let combines = try policy.bool("tender.group_combines")
        var because = scope.because + [rule.citation]
        var reaches = false
        var group = [lot.id]
        var value = lot.value
        var reached: Fen?
        let parts = lot.parts ?? EPCParts(works: lot.estimate, goods: .zero, services: .zero)
        for (category, part) in [
            (Category.works, parts.works), (.goods, parts.goods), (.service, parts.services),
        ] {
            guard let line = try line(of: category, under: policy) else { continue }
            if part + lot.over >= line.value {
                reaches = true
                because.append(line.citation)
                continue
            }
            let others = try beside(lot, for: category, among: lots, under: policy)
            let total = others.reduce(lot.part(for: category)) {
                $0 + ($1.category == .epc ? $1.part(for: category) : $1.value)
            }
            guard combines.value, !others.isEmpty, total >= line.value else { continue }
            because += [line.citation, combines.citation]
            if !reaches, reached == nil {
                group += others.map(\.id)
                (value, reached) = (total, line.value)
            }
        }
        let must = scope.inScope && (reaches || reached != nil)
        // Where a part reaches its line alone, nothing else needs to be counted.
        return Finding(
            lot: lot.id, question: "epc_tender", verdict: must ? .mustTender : .notMandatory,
            group: reaches ? [lot.id] : group, groupValue: reaches ? lot.value : value,
            line: reaches ? nil : reached, because: because, alsoCheck: nil, route: nil)
    }
}
