package import Values

/// What two sets of rules say differently on one day (规则差异): two places, or two editions.
package struct PolicyDifference: Hashable, Sendable {
    package enum Change: String, Hashable, Sendable { case added, removed, changed }

    package let key: String
    package let change: Change
    /// What each holds: its value with the clause, or why it holds none.
    package let before: JSON?
    package let after: JSON?

    package var json: JSON {
        var fields: [String: JSON] = ["key": .text(key), "change": .text(change.rawValue)]
        if let before { fields["before"] = before }
        if let after { fields["after"] = after }
        return .object(fields)
    }

    /// The keys that one adds, removes or changes against the other, in order; a key that only inherits otherwise is
    /// no difference.
    package static func between(_ before: Policy, _ after: Policy) -> [PolicyDifference] {
        Set(before.keys).union(after.keys).sorted().compactMap { key in
            let old = before.standing(of: key)
            let new = after.standing(of: key)
            guard old != new else { return nil }
            return PolicyDifference(
                key: key, change: old == nil ? .added : new == nil ? .removed : .changed, before: old,
                after: new)
        }
    }
}

extension Policy {
    /// What a key comes to here: a value with its clause, or the text it waits for; nil where nobody speaks of it.
    fileprivate func standing(of key: String) -> JSON? {
        do throws(PolicyFault) {
            let found = try value(key)
            return .object(["value": found.value.json, "because": found.citation.json])
        } catch {
            switch error {
            case .keyMissing, .notInForce: return nil
            case .needsSource(_, let document, let citation):
                return .object([
                    "fault": .text(error.code), "needs": .text(citation?.document ?? document),
                ])
            default: return .object(["fault": .text(error.code)])
            }
        }
    }
}
