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
