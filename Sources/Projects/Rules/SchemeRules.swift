package import Policy
package import Values

/// What a scheme must hold before it is taken in (方案要求).
package enum SchemeRules {
    /// Checks an imported scheme against its place's rules; every failing thing is reported at once.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（二）, LC-02-7, LC-02-8
    package static func admission(of scheme: Scheme, under policy: Policy) throws(PolicyFault) -> Decision {
        let kinds = try policy.texts("plan.mandatory_kinds")
        let present = Set(scheme.items.map(\.kind))
        let missing = kinds.value.filter { !present.contains($0) }
        var reasons = [Refusal]()
        if !missing.isEmpty {
            reasons.append(
                ProjectsRefusals.schemeLacksMandatoryKinds.refusal(
                    kinds.citation, missing: missing.map { mandatoryKindWords[$0] ?? Words($0, $0) }))
        }
        let codes = scheme.items.map(\.code)
        if Set(codes).count < codes.count {
            reasons.append(ProjectsRefusals.worksItemCodeIsOne.refusal(nil))
        }
        if Area(squareMetres: scheme.community.area).map({ $0.hundredths > 0 }) != true {
            reasons.append(ProjectsRefusals.communityHasAnArea.refusal(nil))
        }
        return Decision(reasons: reasons, under: [kinds.citation])
    }

    private static let mandatoryKindWords: [String: Words] = [
        "fire_safety": Words("消防安全", "fire safety"), "storm_sewage": Words("雨污管网", "storm and sewage pipes"),
        "drainage": Words("排水系统", "drainage"), "line_tidying": Words("线路整理", "line tidying"),
        "waste_sorting": Words("垃圾分类", "waste sorting"),
    ]
}
