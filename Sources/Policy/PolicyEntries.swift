package import Values

/// One value of an edition with the days it holds, as it is written beside the rules for guards to read.
package struct PolicyEntry: Hashable, Sendable {
    package let key: String
    package let value: PolicyValue
    package let citation: Citation
    package let from: BusinessDay?
    package let to: BusinessDay?

    static func isOlder(_ left: PolicyEntry, _ right: PolicyEntry) -> Bool {
        (left.from?.daysSince2000 ?? .min) < (right.from?.daysSince2000 ?? .min)
    }
}

extension PolicyBook {
    /// Every value that a place's current edition holds, each with its days; what only inherits is resolved.
    package func entries(of place: String) throws(PolicyFault) -> [PolicyEntry] {
        let edition = try edition(for: place)
        guard let chain = chain(named: edition) else { throw .placeUnknown(place: place) }
        var entries: [PolicyEntry] = []
        for key in (chain.packs.first?.keys.keys.sorted() ?? []) {
            // The days for which the packs below leave the key to this one.
            var windows = [Span(from: nil, to: nil)]
            for pack in chain.packs {
                guard let rule = pack.keys[key] else { break }
                var left = [Span]()
                for period in rule.periods {
                    let days = windows.compactMap { $0.common(Span(from: period.from, to: period.to)) }
                    switch period.content {
                    case .value(let value, let citation):
                        entries += days.map {
                            PolicyEntry(
                                key: key, value: value, citation: citation, from: $0.from, to: $0.to)
                        }
                    case .inherit: left += days
                    case .needsSource: break
                    }
                }
                windows = left
            }
        }
        return entries
    }

    /// The source of a key as a place holds it; without a place wherever a current edition does, the most local first.
    package func citation(_ key: String, for place: String? = nil) -> Citation? {
        for place in place.map({ [$0] }) ?? places.reversed() {
            let held = (try? entries(of: place))?.filter { $0.key == key } ?? []
            // The one that came into force last.
            guard let found = held.max(by: { PolicyEntry.isOlder($0, $1) }) else { continue }
            return found.citation
        }
        return nil
    }
}

/// Days from one to another, both included; nil where there is no first or last.
private struct Span {
    let from: BusinessDay?
    let to: BusinessDay?

    /// The days that both have, or nil where there are none.
    func common(_ other: Span) -> Span? {
        let first = [from, other.from].compactMap { $0 }.max()
        let last = [to, other.to].compactMap { $0 }.min()
        if let first, let last, last < first { return nil }
        return Span(from: first, to: last)
    }
}
