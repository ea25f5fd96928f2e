package import Values

/// One value of an edition with the days it holds, as it is written beside the rules for guards to read.
package struct PolicyEntry: Hashable, Sendable {
    package let key: String
    package let value: PolicyValue
    package let citation: Citation
    package let from: BusinessDay?
    package let to: BusinessDay?
}

extension PolicyBook {
    /// Every value that a place's current edition holds, each with its days; what only inherits is resolved.
    package func entries(of place: String) throws(PolicyFault) -> [PolicyEntry] {
        let edition = try edition(for: place)
        guard let chain = chain(named: edition) else { throw .placeUnknown(place: place) }
        var entries: [PolicyEntry] = []
        for key in (chain.packs.first?.keys.keys.sorted() ?? []) {
            for pack in chain.packs {
                guard let rule = pack.keys[key] else { break }
                for period in rule.periods {
                    if case .value(let value, let citation) = period.content {
                        entries.append(
                            PolicyEntry(
                                key: key, value: value, citation: citation, from: period.from, to: period.to))
                    }
                }
                guard rule.inherits else { break }
            }
        }
        return entries
    }

    /// The source of a key as a place holds it; without a place wherever a current edition does, the most local first.
    package func citation(_ key: String, for place: String? = nil) -> Citation? {
        for place in place.map({ [$0] }) ?? places.reversed() {
            guard let found = try? entries(of: place).last(where: { $0.key == key }) else { continue }
            return found.citation
        }
        return nil
    }
}
