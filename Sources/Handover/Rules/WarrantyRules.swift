package import Policy
package import Values

/// A warranty as it will be kept (保修): its length, the law's minimum, its last day.
package struct Warranty: Hashable, Sendable {
    package let kind: String
    package let acceptedOn: BusinessDay
    /// Zero where it is counted by seasons.
    package let months: Int64
    package let minimumKey: String
    /// Years, or seasons of heating; nil where only the design life counts.
    package let minimum: Int64?
    package let seasons: Int64?
    /// The design document that names the design life.
    package let evidence: String?
    package let nominalEnd: BusinessDay
    /// The nominal end moved to a working day; nil while that year's calendar is not published.
    package let effectiveEnd: BusinessDay?

    /// The day from which the owners maintain and pay; nil while the effective end is not known.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-4
    package var ownersFrom: BusinessDay? { effectiveEnd?.adding(days: 1) }
}

/// The design life of structural works (设计使用年限), as the design document has it.
package struct DesignLife: Decodable, Hashable, Sendable {
    package let years: Int64
    /// The document's title and number.
    package let evidence: String

    package init(years: Int64, evidence: String) {
        self.years = years
        self.evidence = evidence
    }
}

/// The rules for how long works are warranted (保修期).
package enum WarrantyRules {
    /// The kinds of works whose minimum is a number of years.
    ///
    /// Heating runs by seasons and structure by design life: they have no such number.
    package static let kinds = [
        "roof_waterproof", "external_wall_leak", "electrical", "water_pipes", "equipment", "decoration",
    ]

    /// A warranty of one kind, or why its agreed length is not allowed.
    ///
    /// `agreed` is the contract's months; nil for the law's minimum.
    ///
    /// - Source: 建设工程质量管理条例 第四十条, WAR-1, WAR-2; catalogue CV-05, CV-14
    package static func warranty(
        _ kind: String, from acceptedOn: BusinessDay, agreed: Int64?, calendar: WorkCalendar,
        under policy: Policy
    ) throws(PolicyFault) -> Result<Warranty, WarrantyRefused> {
        let key = "warranty.years.\(kind)"
        let minimum = try policy.int(key)
        let months = agreed ?? minimum.value * 12
        guard months >= minimum.value * 12 else {
            return .failure(
                tooShort(
                    Words(
                        "至少 \(minimum.value) 年，合同为 \(months) 个月",
                        "at least \(minimum.value) years; the contract says \(months) months"),
                    minimum.citation))
        }
        let nominal = acceptedOn.adding(months: Int(months))
        return .success(
            Warranty(
                kind: kind, acceptedOn: acceptedOn, months: months, minimumKey: key, minimum: minimum.value,
                seasons: nil, evidence: nil, nominalEnd: nominal, effectiveEnd: try? calendar.rolled(nominal))
        )
    }

    /// The warranty of heating: it ends with the last of its seasons, the first being the one that begins on or
    /// after acceptance.
    ///
    /// `agreed` is the contract's seasons; nil for the law's minimum. When a season begins and ends is the place's.
    ///
    /// - Source: 建设工程质量管理条例 第四十条, WAR-1, "供热与供冷系统，为2个采暖期、供冷期"; catalogue CV-14
    package static func heating(
        from acceptedOn: BusinessDay, agreed: Int64?, calendar: WorkCalendar, under policy: Policy
    ) throws(PolicyFault) -> Result<Warranty, WarrantyRefused> {
        let key = "warranty.seasons.heating"
        let minimum = try policy.int(key)
        let seasons = agreed ?? minimum.value
        guard seasons >= minimum.value else {
            return .failure(
                tooShort(
                    Words(
                        "至少 \(minimum.value) 个采暖期，合同为 \(seasons) 个",
                        "at least \(minimum.value) seasons; the contract says \(seasons)"),
                    minimum.citation))
        }
        let begins = try policy.text("warranty.heating_season.begins")
        let ends = try policy.text("warranty.heating_season.ends")
        let thisYear = BusinessDay(iso: "\(acceptedOn.year)-\(begins.value)")
        let firstYear = acceptedOn.year + (thisYear.map { $0 < acceptedOn } ?? true ? 1 : 0)
        let lastYear = firstYear + Int(seasons) - (ends.value > begins.value ? 1 : 0)
        guard let nominal = BusinessDay(iso: "\(lastYear)-\(ends.value)") else {
            throw .wrongKind(key: "warranty.heating_season.ends", expected: .text)
        }
        return .success(
            Warranty(
                kind: "heating", acceptedOn: acceptedOn, months: 0, minimumKey: key, minimum: minimum.value,
                seasons: seasons, evidence: nil, nominalEnd: nominal,
                effectiveEnd: try? calendar.rolled(nominal)))
    }

    /// The warranty of foundation and main structure: the design life that the design document names.
    ///
    /// - Source: 建设工程质量管理条例 第四十条, WAR-1, "为设计文件规定的该工程的合理使用年限"; catalogue CV-05, CV-14
    package static func structure(
        from acceptedOn: BusinessDay, life: DesignLife, calendar: WorkCalendar, under policy: Policy
    ) throws(PolicyFault) -> Result<Warranty, WarrantyRefused> {
        let key = "warranty.term.structure"
        let term = try policy.text(key)
        guard life.years > 0, !life.evidence.isEmpty else {
            return .failure(
                WarrantyRefused(
                    refusal: HandoverRefusals.warrantyStructureNamesItsDesignLife.refusal(term.citation)))
        }
        let nominal = acceptedOn.adding(months: Int(life.years * 12))
        return .success(
            Warranty(
                kind: "structure", acceptedOn: acceptedOn, months: life.years * 12, minimumKey: key,
                minimum: nil, seasons: nil, evidence: life.evidence, nominalEnd: nominal,
                effectiveEnd: try? calendar.rolled(nominal)))
    }

    private static func tooShort(_ words: Words, _ citation: Citation) -> WarrantyRefused {
        WarrantyRefused(
            refusal: HandoverRefusals.warrantyIsNotBelowTheMinimum.refusal(citation, missing: [words]))
    }
}

extension Warranty {
    /// Whether a defect reported on a day is still in warranty; the effective end is in time.
    ///
    /// Throws the year whose calendar decides and is not published.
    ///
    /// - Source: 民法典 第二百零三条; catalogue CV-14
    package func covers(_ claim: BusinessDay, calendar: WorkCalendar) throws(WorkCalendar.NotLoaded) -> Bool {
        if claim <= nominalEnd { return true }
        // No run of days off lasts a month: what is later is over, whatever the calendar will say.
        if claim > nominalEnd.adding(days: 31) { return false }
        return claim <= (try calendar.rolled(nominalEnd))
    }
}

/// The refusal of an agreed warranty that is too short.
package struct WarrantyRefused: Error, Hashable, Sendable {
    package let refusal: Refusal
}
