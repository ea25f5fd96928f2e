package import Values

/// What is told of something that may also be none: a class of danger, a day of renovation.
package enum Told<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Nothing is told.
    case unknown
    /// There is none.
    case none
    case known(Value)
}

/// What the scope of renovation looks at (改造范围事实); nil where it is not known.
package struct ScopeFacts: Hashable, Sendable {
    package var completed: BusinessDay?
    /// The day the plan or the application is made: look-backs and look-aheads count from it.
    package var referenceDay: BusinessDay?
    /// The class of danger of the houses: A to D, or none appraised.
    package var dangerClass: Told<String> = .unknown
    package var lastRenovated: Told<BusinessDay> = .unknown
    package var plannedExpropriation: Told<BusinessDay> = .unknown
    /// commodity or affordable.
    package var housing: String?
    /// self_built, urban_village, shanty; nil for an ordinary community.
    package var kind: String?
    package var areaName: String?
    /// What holds or does not, by the name of the fact: `in_demolition_range`, `strong_will`.
    package var flags: [String: Bool]

    package init(completed: BusinessDay? = nil, referenceDay: BusinessDay? = nil, flags: [String: Bool] = [:])
    {
        self.completed = completed
        self.referenceDay = referenceDay
        self.flags = flags
    }

    /// The facts that hold or do not.
    package static let flagNames = [
        "in_demolition_range", "hollow_slab_hazard", "poor_infrastructure", "poor_property_mgmt",
        "strong_will", "in_annual_expropriation", "illegal_building_ok", "body_formed",
    ]

    /// What a fact is called.
    package static func words(of fact: String) -> Words {
        names[fact].map { Words($0, fact) } ?? Words("“\(fact)”", fact)
    }

    private static let names = [
        "in_demolition_range": "是否在拆迁范围内", "hollow_slab_hazard": "是否有多孔板安全隐患",
        "poor_infrastructure": "基础设施是否缺损", "poor_property_mgmt": "物业管理是否不健全",
        "strong_will": "居民改造意愿是否强烈", "in_annual_expropriation": "是否列入年度征收计划",
        "illegal_building_ok": "违法建筑是否同意拆除", "body_formed": "业委会或自治小组是否成立",
        "area_name": "所在片区", "last_renovated": "上次改造的日期", "ref_date": "认定基准日",
        "planned_expropriation": "计划征收的日期", "completed": "建成日期", "housing": "住房性质",
        "danger_class": "房屋危险等级", "kind": "住区种类",
    ]
}

/// Whether a community may be renovated under a place's rules (改造范围认定).
package struct ScopeFinding: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable {
        case eligible, ineligible
        /// Out in principle: the exception path is open (catalogue CV-19).
        case excludedInPrinciple = "excluded_in_principle"
    }

    /// Nil where facts that decide are missing.
    package let verdict: Verdict?
    /// The facts that decide and are missing.
    package let missing: [String]
    /// What stands in the way, in the pack's words.
    package let reasons: [Words]
    package let because: [Citation]
}
