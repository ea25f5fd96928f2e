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
    /// Every value that a place's current edition holds, each with its days, the oldest first; what only inherits is
    /// resolved, for the days on which it inherits.
    package func entries(of place: String) throws(PolicyFault) -> [PolicyEntry] {
        let edition = try edition(for: place)
        guard let chain = chain(named: edition) else { throw .placeUnknown(place: place) }
        return (chain.packs.first?.keys.keys.sorted() ?? []).flatMap { entries(of: $0, in: chain) }
    }

    /// Every value of one key of a chain, the oldest first.
    func entries(of key: String, in chain: Chain) -> [PolicyEntry] {
        PolicyBook.entries(of: key, in: chain.packs[...], from: nil, to: nil)
            .sorted { ($0.from?.daysSince2000 ?? .min) < ($1.from?.daysSince2000 ?? .min) }
    }

    private static func entries(
        of key: String, in packs: ArraySlice<Pack>, from: BusinessDay?, to: BusinessDay?
    ) -> [PolicyEntry] {
        guard let rule = packs.first?.keys[key] else { return [] }
        return rule.periods.flatMap { period -> [PolicyEntry] in
            let first = [from, period.from].compactMap(\.self).max()
            let last = [to, period.to].compactMap(\.self).min()
            if let first, let last, last < first { return [] }
            return switch period.content {
            case .value(let value, let citation):
                [PolicyEntry(key: key, value: value, citation: citation, from: first, to: last)]
            case .inherit: entries(of: key, in: packs.dropFirst(), from: first, to: last)
            case .needsSource: []
            }
        }
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
