/// The steps of the annual plan's chain (年度计划逐级同意), as places name them.
package enum PlanStep {
    /// What a step is called; one that a place added since is shown as its name.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（四）1, LC-12-1
    package static func words(_ step: String) -> Words { names[step] ?? Words("“\(step)”", step) }

    private static let names: [String: Words] = [
        "street": Words("街道确定", "the street decides"),
        "leading_group": Words("领导小组审议", "the leading group"),
        "district_leader": Words("区政府主要领导同意", "consent of the district's chief leader"),
        "development_bureau": Words("区发改局列入年度计划", "the development bureau lists it"),
    ]
}
