package import Policy
package import Values

/// Where a unit's area is taken from (面积来源), the better source first.
///
/// - Source: 建筑物区分所有权解释 第八条, CON-4
package enum AreaSource: String, Hashable, Sendable, Codable, CaseIterable {
    case registered, surveyed, contract

    package var words: Words {
        switch self {
        case .registered: Words("登记", "registered")
        case .surveyed: Words("实测", "surveyed")
        case .contract: Words("合同", "contract")
        }
    }
}

/// One exclusive unit as the register holds it (户), with whoever counts as its owner.
package struct RegisterEntry: Hashable, Sendable, Codable {
    package let building: String
    package let entrance: String
    package let room: String
    package let area: Area
    package let source: AreaSource
    package let owner: RegisterOwner

    package init(
        building: String, entrance: String, room: String, area: Area, source: AreaSource, owner: RegisterOwner
    ) {
        self.building = building
        self.entrance = entrance
        self.room = room
        self.area = area
        self.source = source
        self.owner = owner
    }

    /// Building, entrance and room, as people write them: `1-2-301`.
    package var door: String {
        [building, entrance, room].filter { !$0.isEmpty }.joined(separator: "-")
    }

    enum CodingKeys: String, CodingKey { case building, entrance, room, area, source, owner }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        building = try container.decode(String.self, forKey: .building)
        entrance = try container.decode(String.self, forKey: .entrance)
        room = try container.decode(String.self, forKey: .room)
        area = Area(hundredths: try container.decode(Int64.self, forKey: .area))
        source = try container.decode(AreaSource.self, forKey: .source)
        owner = try container.decode(RegisterOwner.self, forKey: .owner)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(building, forKey: .building)
        try container.encode(entrance, forKey: .entrance)
        try container.encode(room, forKey: .room)
        try container.encode(area.hundredths, forKey: .area)
        try container.encode(source, forKey: .source)
        try container.encode(owner, forKey: .owner)
    }
}

/// Whoever counts as one person (业主): one buyer of several units, co-owners of one, the developer.
package struct RegisterOwner: Hashable, Sendable, Codable {
    package let names: String
    /// What tells one owner from another: numbers that were given, else the unit itself.
    package let identity: String
    package let developer: Bool

    package init(names: String, identity: String, developer: Bool) {
        self.names = names
        self.identity = identity
        self.developer = developer
    }
}

/// One thing about a row of the file (户册问题): an error keeps the file out, a warning asks to look again.
package struct RegisterIssue: Hashable, Sendable {
    package let row: Int
    package let column: String
    package let code: String
    package let words: Words

    package init(_ row: Int, _ column: String, _ code: String, _ words: Words) {
        self.row = row
        self.column = column
        self.code = code
        self.words = words
    }
}

/// A file as it was read (户册文件): its units, and all that is the matter with it at once.
package struct RegisterReading: Hashable, Sendable {
    package let entries: [RegisterEntry]
    package let errors: [RegisterIssue]
    package let warnings: [RegisterIssue]
}

/// The whole figures of a register (户册合计): the denominators of its ballots.
package struct RegisterTotals: Hashable, Sendable, Codable {
    package let households: Int64
    package let persons: Int64
    package let area: Int64

    package init(households: Int64, persons: Int64, area: Int64) {
        self.households = households
        self.persons = persons
        self.area = area
    }

    package var json: JSON {
        .object([
            "households": .int(households), "persons": .int(persons), "area_hundredths": .int(area),
        ])
    }
}

/// What a community was told to have (小区登记的户数、面积) when its project was registered.
package struct RegisterTold: Hashable, Sendable, Codable {
    package let households: Int64
    /// In hundredths of a square metre.
    package let area: Int64

    package init(households: Int64, area: Int64) {
        self.households = households
        self.area = area
    }
}

/// What a file would change in the register that stands (比对).
package struct RegisterDifference: Hashable, Sendable {
    package let added: [RegisterEntry]
    package let removed: [RegisterEntry]
    package let changed: [Change]
    package let kept: Int

    package init(added: [RegisterEntry], removed: [RegisterEntry], changed: [Change], kept: Int) {
        self.added = added
        self.removed = removed
        self.changed = changed
        self.kept = kept
    }

    /// One unit as it was and as the file has it.
    package struct Change: Hashable, Sendable {
        package let was: RegisterEntry
        package let becomes: RegisterEntry
    }
}

/// The rules of the register of households (户册).
package enum RegisterRules {
    /// Whether every unit is as large as one can be; nothing to say where the packs have no measure.
    ///
    /// - Source: HOUSE-REG-1
    package static func areas(
        of units: [(door: String, area: Area)], under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard policy.has("register.area_min_m2"), policy.has("register.area_max_m2") else { return [] }
        let least = try policy.int("register.area_min_m2")
        let most = try policy.int("register.area_max_m2")
        let odd = units.filter {
            $0.area.hundredths < least.value * 100 || $0.area.hundredths > most.value * 100
        }
        guard !odd.isEmpty else { return [] }
        let range = Words("应在 \(least.value)～\(most.value) ㎡", "from \(least.value) to \(most.value) ㎡")
        return [
            ProjectsRefusals.registerUnitAreaIsPlausible.refusal(
                most.citation,
                missing: [range]
                    + odd.prefix(20).map {
                        Words("\($0.door) \($0.area.squareMetres) ㎡", "\($0.door) \($0.area.squareMetres) ㎡")
                    })
        ]
    }

    /// Households, persons and area; persons are not households.
    ///
    /// - Source: 建筑物区分所有权解释 第九条, CON-5; catalogue K03
    package static func totals(of entries: [RegisterEntry]) -> RegisterTotals {
        var units: [RegisterOwner: Int64] = [:]
        for entry in entries { units[entry.owner, default: 0] += 1 }
        let counted = ConsentRules.count(
            units.map { OwnerGroup(owner: $0.key.identity, units: $0.value, distinctOwners: 1) })
        return RegisterTotals(
            households: counted.households, persons: counted.persons,
            area: entries.reduce(0) { $0 + $1.area.hundredths })
    }

    /// How a file differs from what the community was told to have: each figure that does is told before anything is confirmed.
    ///
    /// Nothing is kept out: a file may be mended in parts, and what was told may be wrong. A ballot waits for both.
    ///
    /// - Source: CV-04, CON-4, HOUSE-REG-2
    package static func shortfalls(of totals: RegisterTotals, from told: RegisterTold) -> [RegisterIssue] {
        func issue(_ column: String, _ code: String, _ zh: String, _ en: String) -> RegisterIssue {
            RegisterIssue(1, column, code, Words(zh, en))
        }
        var found: [RegisterIssue] = []
        if totals.households != told.households {
            found.append(
                issue(
                    "户数", "homes_differ_from_the_community",
                    "户册 \(totals.households) 户，小区登记 \(told.households) 户，相差 \(abs(totals.households - told.households)) 户：不一致时不能开始表决。",
                    "The register has \(totals.households) homes, the community was told to have \(told.households): no ballot opens."
                ))
        }
        if totals.area != told.area {
            let (has, was) = (Area(hundredths: totals.area), Area(hundredths: told.area))
            let apart = Area(hundredths: abs(totals.area - told.area))
            found.append(
                issue(
                    RegisterReader.Column.area.title, "area_differs_from_the_community",
                    "户册 \(has.squareMetres) ㎡，小区登记 \(was.squareMetres) ㎡，相差 \(apart.squareMetres) ㎡：相差过多时不能开始表决。",
                    "The register has \(has.squareMetres) ㎡, the community was told to have \(was.squareMetres) ㎡: far apart, no ballot opens."
                ))
        }
        return found
    }

    /// What a file changes: by its door each unit is new, gone, changed or as it was.
    ///
    /// - Source: behaviours: a register is compared before it is confirmed
    package static func difference(
        from standing: [RegisterEntry], to entries: [RegisterEntry]
    ) -> RegisterDifference {
        let before = Dictionary(standing.map { ($0.place, $0) }) { first, _ in first }
        let after = Dictionary(entries.map { ($0.place, $0) }) { first, _ in first }
        var changed: [RegisterDifference.Change] = []
        var added: [RegisterEntry] = []
        var kept = 0
        for entry in entries {
            guard let was = before[entry.place] else {
                added.append(entry)
                continue
            }
            if was.isSame(as: entry) { kept += 1 } else { changed.append(.init(was: was, becomes: entry)) }
        }
        return RegisterDifference(
            added: added, removed: standing.filter { after[$0.place] == nil }, changed: changed, kept: kept)
    }
}

extension RegisterEntry {
    /// The three names together, which no joining can confuse.
    var place: [String] { [building, entrance, room] }

    /// Whether nothing changes; the developer is one, whatever name a file gives him.
    func isSame(as other: RegisterEntry) -> Bool {
        guard owner.developer, other.owner.developer else { return self == other }
        return place == other.place && area == other.area && source == other.source
    }
}
