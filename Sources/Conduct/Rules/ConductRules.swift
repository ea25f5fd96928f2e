package import Policy
package import Values

/// The rules for telling residents before they are disturbed (扰民事前告知).
package enum DisturbanceRules {
    /// Whether residents are told in time: by so many hours before it begins; an emergency gives its reason instead.
    ///
    /// - Source: 城市供水条例 第二十二条; 温鹿政办〔2020〕21号 三（五）, LC-16-1b; 岳阳市征求意见稿 七（三）, YY-09-2b;
    ///   hours of what no text names by house rule, HOUSE-CDT-2
    package static func announcing(
        _ kind: String, startsAt: Instant, now: Instant, emergency: String?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let kinds = try policy.records("disturbance.kinds")
        guard let record = kinds.value.first(where: { $0.id == kind }) else {
            var known = [Words]()
            for record in kinds.value { known.append(try record.words()) }
            return .refused([ConductRefusals.disturbanceKindIsKnown.refusal(kinds.citation, missing: known)])
        }
        let hours = try record.int("lead_hours")
        let earliest = now.adding(seconds: hours * 3600)
        guard startsAt < earliest, emergency == nil else { return .allowed([record.citation]) }
        let words = try record.words()
        return .refused([
            ConductRefusals.disturbanceIsAnnouncedInTime.refusal(
                record.citation,
                missing: [
                    Words(
                        "\(words.zh)须提前 \(hours) 小时告知，最早 \(earliest.local) 开始",
                        "\(words.en): \(hours) hours before, from \(earliest.local)")
                ])
        ])
    }
}

/// The rules for visits to the works (现场督查).
package enum VisitRules {
    /// Whether a visit is recorded: of a kind of the place, once it was paid.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（四）, LC-15-5
    package static func recording(
        kind: String, on day: BusinessDay, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let kinds = try policy.texts("visits.kinds")
        var reasons = [Refusal]()
        if !kinds.value.contains(kind) {
            reasons.append(ConductRefusals.visitKindIsKnown.refusal(kinds.citation))
        }
        if day > today { reasons.append(ConductRefusals.visitIsNotDatedAhead.refusal(kinds.citation)) }
        return Decision(reasons: reasons, under: [kinds.citation])
    }
}

/// The rules for what comes again and again while works run (定期通报、例会、报送).
package enum RoutineRules {
    /// Whether a routine is recorded: one that has its interval; a bulletin tells progress and quality.
    ///
    /// - Source: 拱墅区政策解读 二（四）6, GS-04-14; 温鹿政办〔2020〕21号 三（四）, LC-15-3; 三（五）, LC-16-2;
    ///   岳阳市征求意见稿 八（三）, YY-11-3
    package static func recording(
        _ kind: String, on day: BusinessDay, quality: String?, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let own = kind + ".interval_months"
        guard policy.has(own) else {
            let bulletins = try policy.int("bulletin.interval_months").citation
            return .refused([ConductRefusals.routineKindIsKnown.refusal(bulletins)])
        }
        let interval = try policy.int(own)
        var reasons = [Refusal]()
        if day > today { reasons.append(ConductRefusals.routineIsNotDatedAhead.refusal(interval.citation)) }
        if kind == "bulletin", (quality ?? "").allSatisfy(\.isWhitespace) {
            reasons.append(ConductRefusals.bulletinTellsTheQuality.refusal(interval.citation))
        }
        return Decision(reasons: reasons, under: [interval.citation])
    }

    /// The day by which a routine is held again; nil where the place does not ask for it.
    ///
    /// - Source: the same; intervals by house rule, HOUSE-BUL-1…3
    package static func due(
        _ kind: String, after last: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> BusinessDay? {
        guard policy.has("routines.required"),
            try policy.records("routines.required").value.contains(where: { $0.id == kind })
        else { return nil }
        return last.adding(months: Int(try policy.int(kind + ".interval_months").value))
    }
}

/// What a district does once a year for all of its projects (年度工作).
package enum YearlyDutyRules {
    /// Whether a yearly duty is recorded as done: one of the place's, in its year or after it.
    ///
    /// - Source: 拱墅区政策解读 二（四）5, GS-04-9, GS-04-11; 杭政办函〔2022〕10号 五, HZ-24; XH-05-1; 温鹿政办〔2020〕21号
    ///   三（四）, LC-15-4
    package static func recording(
        _ duty: String, year: Int64, doneOn: BusinessDay, today: BusinessDay, under policies: [Policy]
    ) throws(PolicyFault) -> Decision {
        var found: Citation?
        for policy in policies where policy.has("yearly.duties") {
            found = try policy.records("yearly.duties").value.first { $0.id == duty }?.citation ?? found
        }
        guard let found else { return .refused([ConductRefusals.yearlyDutyIsKnown.refusal(nil)]) }
        guard doneOn <= today, doneOn.year >= year else {
            return .refused([ConductRefusals.yearlyDutyIsDated.refusal(found)])
        }
        return .allowed([found])
    }

    /// The last day for a duty of a year.
    ///
    /// - Source: the same; where a text names no day by house rule, HOUSE-CDT-3
    package static func due(_ duty: PolicyRecord, of year: Int) throws(PolicyFault) -> BusinessDay? {
        BusinessDay(year: year, month: Int(try duty.int("month")), day: Int(try duty.int("day")))
    }
}

/// The rules for taking down and building anew (拆改结合).
package enum RebuildRules {
    /// Whether a community may be taken down and built anew: by a ground of the place, before its owners are asked.
    ///
    /// - Source: 杭政办函〔2022〕10号 二（二）, HZ-02-5; XH-02-5
    package static func deciding(
        grounds: [String], on day: BusinessDay, today: BusinessDay, askedOtherwise: Bool, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard policy.has("rebuild.grounds") else {
            return .refused([ConductRefusals.rebuildingGroundIsOfThePlace.refusal(nil)])
        }
        let known = try policy.records("rebuild.grounds")
        var reasons = [Refusal]()
        if grounds.isEmpty || !grounds.allSatisfy({ ground in known.value.contains { $0.id == ground } }) {
            var named = [Words]()
            for record in known.value { named.append(try record.words()) }
            reasons.append(
                ConductRefusals.rebuildingGroundIsOfThePlace.refusal(known.citation, missing: named))
        }
        if day > today { reasons.append(ConductRefusals.rebuildingIsNotDatedAhead.refusal(known.citation)) }
        if askedOtherwise {
            reasons.append(ConductRefusals.rebuildingComesBeforeItsBallots.refusal(known.citation))
        }
        return Decision(reasons: reasons, under: [known.citation])
    }
}
