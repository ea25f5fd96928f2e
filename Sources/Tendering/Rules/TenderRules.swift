package import Policy
package import Values

/// What a determination says of a package (认定结论).
package enum Verdict: String, Hashable, Sendable, Codable {
    case mustTender = "must_tender"
    case notMandatory = "not_mandatory"
    case needsSource = "needs_source"

    package var words: Words {
        switch self {
        case .mustTender: Words("必须招标", "must be tendered")
        case .notMandatory: Words("不属于必须招标", "tender is not mandatory")
        case .needsSource: Words("所依据的文件尚未收录，不能认定", "the deciding text is not held")
        }
    }
}

/// What the rules found for one package, with the figures they rest on.
package struct Finding: Hashable, Sendable {
    package let lot: String
    /// The policy question that was answered: tender_single, tender_group or epc_tender.
    package let question: String
    package let verdict: Verdict
    /// The packages that were counted together.
    package let group: [String]
    package let groupValue: Fen
    package let line: Fen?
    package let because: [Citation]
    /// The other rule book that still applies: government_procurement.
    package let alsoCheck: String?
    /// The rule book of the place for purchases below the line, and whether its text is held.
    package let route: Route?

    package struct Route: Hashable, Sendable {
        package let name: String
        package let citation: Citation
        /// True where the text that says by which method is not held: nobody guesses it.
        package let needsSource: Bool
    }

    /// What is kept and shown of it.
    package var figures: JSON {
        .object([
            "question": .text(question), "group": .list(group.map { .text($0) }),
            "group_value_fen": .int(groupValue.amount), "line_fen": line.map { .int($0.amount) } ?? .null,
            "also_check": alsoCheck.map { .text($0) } ?? .null,
            "route": route.map { .text($0.name) } ?? .null,
            "route_needs_source": .bool(route?.needsSource ?? false),
        ])
    }
}

/// Something that looks like splitting (化整为零的迹象), found by the figures alone.
package struct Sign: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable { case stop, warn }

    package let code: String
    package let severity: Severity
    package let words: Words
    package let lots: [String]
    package let citation: Citation

    package var json: JSON {
        .object([
            "code": .text(code), "severity": .text(severity.rawValue), "detail": .text(words.zh),
            "detail_en": .text(words.en), "packages": .list(lots.map { .text($0) }), "source": citation.json,
        ])
    }
}

/// What must be tendered (必须招标的认定).
package enum TenderRules {
    /// Whether the project's money brings its purchases into the scope of mandatory tender.
    ///
    /// - Source: 必须招标的工程项目规定 第二条, TEN-1a, TEN-1b
    package static func isInScope(
        _ money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> (inScope: Bool, because: [Citation]) {
        let floor = try policy.fen("tender.budget_floor")
        let share = try policy.ratio("tender.budget_share")
        if money.soeDominant { return (true, [try policy.ratio("tender.soe_share").citation]) }
        let enough =
            money.budgetFunds >= floor.value
            && Int128(money.budgetFunds.amount) * Int128(share.value.denominator)
                >= Int128(money.total.amount) * Int128(share.value.numerator)
        return (enough, [floor.citation, share.citation])
    }

    /// Whether a package is of a kind that can be forced into tendering at all.
    ///
    /// - Source: 必须招标的工程项目规定 第五条第（三）项; 发改办法规〔2020〕770号 （三）, TEN-5, TEN-8
    package static func counts(_ lot: Lot, under policy: Policy) throws(PolicyFault) -> Bool {
        guard lot.category == .service else { return true }
        guard let service = lot.service else { return false }
        if service == .wholeProcessConsulting { return true }
        return try policy.texts("tender.listed_services").value.contains(service.rawValue)
    }

    /// The line of a package's category.
    ///
    /// - Source: 必须招标的工程项目规定 第五条, TEN-3, TEN-4, TEN-5
    package static func line(of category: Category, under policy: Policy) throws(PolicyFault) -> Cited<Fen>? {
        switch category {
        case .works: try policy.fen("tender.threshold.works")
        case .goods: try policy.fen("tender.threshold.goods")
        case .service: try policy.fen("tender.threshold.services")
        case .epc: nil
        }
    }

    /// What must be tendered of all the packages of a project, each alone and with its group.
    ///
    /// - Source: 必须招标的工程项目规定 第二条、第五条; 发改办法规〔2020〕770号, TEN-1a…TEN-9
    package static func findings(
        for lots: [Lot], paidBy money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> [Finding] {
        var findings = [Finding]()
        for lot in lots { findings.append(try finding(for: lot, among: lots, paidBy: money, under: policy)) }
        return findings
    }

    /// Whether one package must be tendered, counted together with those of its kind.
    ///
    /// - Source: 必须招标的工程项目规定 第五条; 招标投标法 第四条, TEN-3…TEN-9, TEN-11
    package static func finding(
        for lot: Lot, among lots: [Lot], paidBy money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let scope = try isInScope(money, under: policy)
        if lot.category == .epc {
            return try general(lot, among: lots, in: scope, under: policy)
        }
        guard try counts(lot, under: policy) else {
            let citation = try policy.bool("tender.unlisted_services_exempt").citation
            return Finding(
                lot: lot.id, question: "tender_single", verdict: .notMandatory, group: [lot.id],
                groupValue: lot.value, line: nil, because: [citation], alsoCheck: "government_procurement",
                route: nil)
        }
        var group = [Lot]()
        var contracts = [Lot]()
        for other in lots {
            guard try areCounted(lot, with: other, under: policy) else { continue }
            if other.category == .epc {
                if other.part(for: lot.category) > .zero { contracts.append(other) }
            } else if try counts(other, under: policy) {
                group.append(other)
            }
        }
        let ownKind = group.filter { $0.service == lot.service }
        let widened = lot.widened ? group.filter(\.widened) : []
        let wider = sum(widened) > sum(ownKind) ? widened : ownKind
        guard let line = try line(of: lot.category, under: policy) else {
            throw .keyMissing(key: "tender.threshold", place: policy.place)
        }
        let combines = try policy.bool("tender.group_combines")
        let total = sum(wider) + contracts.reduce(Fen.zero) { $0 + $1.part(for: lot.category) }
        let reaches = lot.value >= line.value || (combines.value && total >= line.value)
        let together = wider + contracts
        let isGroup = together.count > 1
        var because = scope.because + [line.citation]
        if isGroup { because.append(combines.citation) }
        let must = scope.inScope && reaches
        let below = must || lot.category != .works ? nil : try belowLimitRoute(under: policy)
        if let below { because.append(below.citation) }
        return Finding(
            lot: lot.id, question: isGroup ? "tender_group" : "tender_single",
            verdict: must ? .mustTender : .notMandatory, group: together.map(\.id),
            groupValue: total, line: line.value, because: because, alsoCheck: nil, route: below)
    }

    /// The finding, or `needs_source` where the deciding text is not held: the engine says so and guesses nothing.
    ///
    /// - Source: catalogue CV-17
    package static func findingOrSilence(
        for lot: Lot, among lots: [Lot], paidBy money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        do {
            return try finding(for: lot, among: lots, paidBy: money, under: policy)
        } catch .needsSource(_, _, let citation) {
            return Finding(
                lot: lot.id, question: lot.category == .epc ? "epc_tender" : "tender_group",
                verdict: .needsSource,
                group: [lot.id], groupValue: lot.value, line: nil, because: citation.map { [$0] } ?? [],
                alsoCheck: nil, route: nil)
        }
    }

    /// Whether a package may be filed as it is stated: to ask for counting it apart needs its reason.
    ///
    /// - Source: 必须招标的工程项目规定 第五条末句, TEN-6
    package static func filing(
        of lot: Lot, askedApart: Bool = false, because reason: SeparationReason?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let combines = try policy.bool("tender.group_combines")
        var reasons = [Refusal]()
        if askedApart != (reason != nil) {
            reasons.append(TenderingRefusals.packageSplitOffHasAReason.refusal(combines.citation))
        }
        if (lot.category == .service) != (lot.service != nil) {
            reasons.append(TenderingRefusals.packageServiceHasItsKind.refusal(nil))
        }
        if (lot.category == .epc) != (lot.parts != nil) {
            reasons.append(TenderingRefusals.packageEPCHasItsParts.refusal(nil))
        } else if let parts = lot.parts, parts.sum != lot.estimate {
            reasons.append(TenderingRefusals.packageEPCPartsAddUp.refusal(nil))
        }
        return Decision(reasons: reasons, under: [combines.citation])
    }

    /// The rule of the place for works below the line, where it has one.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（四）5, LC-12-6, SML-1
    package static func belowLimitRoute(under policy: Policy) throws(PolicyFault) -> Finding.Route? {
        guard policy.has("tender.below_limit_route") else { return nil }
        let route: Cited<String>
        do {
            route = try policy.text("tender.below_limit_route")
        } catch .notInForce {
            return nil
        }
        do {
            _ = try policy.value("tender.small_works_method")
            return .init(name: route.value, citation: route.citation, needsSource: false)
        } catch .needsSource {
            return .init(name: route.value, citation: route.citation, needsSource: true)
        } catch .keyMissing {
            return .init(name: route.value, citation: route.citation, needsSource: true)
        }
    }

    /// Whether a package may be re-estimated: a fall across the line after a determination is explained.
    ///
    /// - Source: 招标投标法 第四条, TEN-11
    package static func reestimate(
        _ lot: Lot, to new: Lot, among lots: [Lot], determined: Set<String>, paidBy money: FundingSources?,
        explanation: String?, scheme: Fen = .zero, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        var reasons = [Refusal]()
        if lot.signed != nil { reasons.append(TenderingRefusals.packageIsFixedOnceSigned.refusal(nil)) }
        if let money, (explanation ?? "").isEmpty {
            let filed = lots.map { $0.id == lot.id ? new : $0 }
            let after = filed + SchemeRules.unfiled(of: scheme, beside: filed)
            for other in filed where determined.contains(other.id) {
                guard try areCounted(new, with: other, under: policy) else { continue }
                let now = try finding(for: other, among: after, paidBy: money, under: policy)
                guard now.verdict != .mustTender else { continue }
                let missing = Words(
                    "标段 \(other.code) 已认定必须招标，调低后同类合计 \(now.groupValue.forPeople) 元",
                    "package \(other.code) was to be tendered; its group would come to \(now.groupValue.forPeople)"
                )
                reasons.append(
                    TenderingRefusals.estimateCutAcrossLineIsExplained.refusal(splitting, missing: [missing]))
                break
            }
        }
        return Decision(reasons: reasons, under: [splitting])
    }

    /// Whether a provisional sum inside a general contract must be tendered later.
    ///
    /// - Source: 招标投标法实施条例 第二十九条, TEN-10
    package static func provisionalSum(
        _ lot: Lot, paidBy money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let rule = try policy.bool("tender.provisional_sums_count")
        let found = try finding(for: lot, among: [lot], paidBy: money, under: policy)
        return Finding(
            lot: found.lot, question: "provisional_sum", verdict: rule.value ? found.verdict : .notMandatory,
            group: found.group, groupValue: found.groupValue, line: found.line,
            because: [rule.citation] + found.because, alsoCheck: found.alsoCheck, route: nil)
    }

    static func sum(_ lots: [Lot]) -> Fen { lots.reduce(.zero) { $0 + $1.value } }
}
