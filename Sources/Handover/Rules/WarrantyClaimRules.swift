package import Policy
package import Values

/// Where a warranty claim stands (报修状态).
package enum WarrantyClaimState: String, Hashable, Sendable, Codable, CaseIterable {
    case filed
    case onSite = "on_site"
    case fixed, verified

    package var next: [WarrantyClaimState] {
        switch self {
        case .filed: [.onSite, .fixed]
        case .onSite: [.fixed]
        case .fixed: [.verified, .filed]
        case .verified: []
        }
    }

    package var words: Words {
        switch self {
        case .filed: Words("已报修", "filed")
        case .onSite: Words("施工单位已到场", "contractor on site")
        case .fixed: Words("已维修，待核验", "mended, to be verified")
        case .verified: Words("已核验", "verified")
        }
    }
}

/// What filing a claim looks at (报修事实).
package struct WarrantyClaimFacts: Decodable, Hashable, Sendable {
    package struct Kept: Decodable, Hashable, Sendable {
        package let acceptedOn: BusinessDay
        package let nominalEnd: BusinessDay
        /// Nil while the calendar of its year is not published.
        package let effectiveEnd: BusinessDay?
        package let minimumKey: String

        package init(
            acceptedOn: BusinessDay, nominalEnd: BusinessDay, effectiveEnd: BusinessDay?, minimumKey: String
        ) {
            self.acceptedOn = acceptedOn
            self.nominalEnd = nominalEnd
            self.effectiveEnd = effectiveEnd
            self.minimumKey = minimumKey
        }

        enum CodingKeys: String, CodingKey {
            case acceptedOn = "accepted_on"
            case nominalEnd = "nominal_end_on"
            case effectiveEnd = "effective_end_on"
            case minimumKey = "minimum_key"
        }
    }

    package let place: String
    package let edition: String
    /// The warranty of the kind; nil where none is recorded.
    package let warranty: Kept?
    /// Whether the unit it goes to built for this project.
    package let isContractor: Bool
    /// Whether the report that it came from is this project's; true where it names none.
    package let isOwnReport: Bool

    package init(
        place: String, edition: String, warranty: Kept?, isContractor: Bool = true, isOwnReport: Bool = true
    ) {
        self.place = place
        self.edition = edition
        self.warranty = warranty
        self.isContractor = isContractor
        self.isOwnReport = isOwnReport
    }

    enum CodingKeys: String, CodingKey {
        case place, edition, warranty
        case isContractor = "is_contractor"
        case isOwnReport = "is_own_report"
    }
}

/// A claim as its steps look at it.
package struct WarrantyClaimStanding: Decodable, Hashable, Sendable {
    package let project: ID
    package let place: String
    package let edition: String
    package let version: Int64
    package let state: WarrantyClaimState
    package let assignee: ID
    package let isFixedByOwner: Bool
    package let clock: RunningClock?

    package init(
        project: ID, place: String, edition: String, version: Int64, state: WarrantyClaimState, assignee: ID,
        isFixedByOwner: Bool = false, clock: RunningClock? = nil
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.version = version
        self.state = state
        self.assignee = assignee
        self.isFixedByOwner = isFixedByOwner
        self.clock = clock
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, version, state, clock
        case assignee = "assignee_id"
        case isFixedByOwner = "fixed_by_owner"
    }
}

/// The rules of warranty claims (保修报修).
package enum WarrantyClaimRules {
    /// Whether a defect may be claimed: of works under warranty, in their period, from a unit that built them.
    ///
    /// - Source: 建设工程质量管理条例 第四十条、第四十一条, WAR-1, WAR-3; 民法典 第二百零三条; catalogue CV-14
    package static func filing(
        on day: BusinessDay, of facts: WarrantyClaimFacts, today: BusinessDay, calendar: WorkCalendar,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let repairs = try policy.bool("quality.contractor_repairs")
        guard let kept = facts.warranty else {
            return .refused([WarrantyClaimRefusals.isOfAWarranty.refusal(repairs.citation)])
        }
        let minimum = try policy.value(kept.minimumKey).citation
        var reasons = [Refusal]()
        if day > today { reasons.append(WarrantyClaimRefusals.beginsAsFiled.refusal(repairs.citation)) }
        // Where the calendar of the last day is not published, nobody can say that it is over.
        let end = kept.effectiveEnd ?? (try? calendar.rolled(kept.nominalEnd)) ?? max(kept.nominalEnd, day)
        if day < kept.acceptedOn || day > end {
            reasons.append(
                WarrantyClaimRefusals.isInItsPeriod.refusal(
                    minimum,
                    missing: [
                        Words(
                            "保修期 \(kept.acceptedOn) 至 \(end)",
                            "the warranty runs from \(kept.acceptedOn) through \(end)")
                    ]))
        }
        if !facts.isContractor {
            reasons.append(WarrantyClaimRefusals.isGivenToAContractor.refusal(repairs.citation))
        }
        if !facts.isOwnReport {
            reasons.append(WarrantyClaimRefusals.namesItsOwnReport.refusal(repairs.citation))
        }
        return Decision(reasons: reasons, under: [minimum, repairs.citation])
    }

    /// The deadline of the contractor's coming: at once where it is urgent; nil where the place's text sets none.
    ///
    /// - Source: 浙江省建设工程质量管理条例 第三十二条, QLT-11; catalogue CV-06
    package static func clock(
        from day: BusinessDay, urgent: Bool, calendar: WorkCalendar, under policy: Policy
    ) throws(PolicyFault) -> (due: DueDay, source: Citation)? {
        guard policy.has("quality.contractor_on_site_days") else { return nil }
        let days = try policy.int("quality.contractor_on_site_days")
        let count: DayCount = urgent ? .day(day) : .rolled(day.adding(days: Int(days.value)))
        return (calendar.due(count, from: day), days.citation)
    }

    /// Whether a claim may take a step: the contractor comes and mends, another finds it mended or sends it back.
    ///
    /// Where the contractor's days are over and nobody came, the construction unit mends at his cost.
    ///
    /// - Source: 浙江省建设工程质量管理条例 第三十二条, QLT-11; 建设工程质量管理条例 第四十一条, WAR-3
    package static func step(
        to target: WarrantyClaimState, of claim: WarrantyClaimStanding, by actor: Actor, asOwner: Bool,
        on day: BusinessDay, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let source = try policy.bool("quality.contractor_repairs").citation
        var reasons = [Refusal]()
        if !claim.state.next.contains(target) {
            reasons.append(
                WarrantyClaimRefusals.step.refusal(
                    source, missing: [Words("现为：\(claim.state.words.zh)", "now: \(claim.state.words.en)")]))
        }
        if day > today { reasons.append(WarrantyClaimRefusals.isNotDatedAhead.refusal(source)) }
        switch target {
        case .onSite, .fixed:
            if asOwner {
                let isOver = claim.clock?.dueOn.map { $0 < today } ?? false
                if actor.role != .constructionUnit || !isOver {
                    reasons.append(WarrantyClaimRefusals.ownerMendsLater.refusal(source))
                }
            } else if actor.organisation != claim.assignee {
                reasons.append(WarrantyClaimRefusals.isFixedByItsContractor.refusal(source))
            }
        case .filed, .verified:
            if actor.organisation == claim.assignee
                || (claim.isFixedByOwner && actor.role == .constructionUnit)
            {
                reasons.append(WarrantyClaimRefusals.isVerifiedByAnother.refusal(source))
            }
        }
        return Decision(reasons: reasons, under: [source])
    }
}
