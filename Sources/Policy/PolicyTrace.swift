import Synchronization
package import Values

/// One key as a rule read it (取值记录): the value, its clause, and what the packs above would have said.
package struct PolicyRead: Hashable, Sendable {
    package let key: String
    /// Nil where the deciding text is not held.
    package let value: PolicyValue?
    package let citation: Citation
    package let pack: String
    package let relation: Reason.Relation
    /// What packs further up hold on the same day and is not the same, the nearest first.
    package let above: [Above]

    package struct Above: Hashable, Sendable {
        package let value: PolicyValue
        package let citation: Citation
        package let pack: String
    }

    /// The read as a reason; what it stands against is under it.
    package var reason: Reason {
        Reason(
            .parameter(key: key, value: value?.brief, pack: pack), relation,
            under: above.map { other in
                Reason(
                    .clause(other.citation),
                    under: [Reason(.parameter(key: key, value: other.value.brief, pack: other.pack))])
            })
    }
}

/// What was read of the packs while one verdict was made, each key once, in the order of reading.
package final class PolicyTrace: Sendable {
    /// One reading as it happened; how it stands to the packs above is looked up only where somebody asks.
    struct Note: Sendable {
        let key: String
        let read: @Sendable () -> PolicyRead
    }

    private struct Notes {
        var keys: Set<String> = []
        var notes: [Note] = []
    }

    private let met = Mutex(Notes())

    package init() {}

    package var reads: [PolicyRead] { met.withLock { $0.notes }.map { $0.read() } }

    /// The keys that were read, in the order of reading.
    package var keys: [String] { met.withLock { $0.notes.map(\.key) } }

    func add(_ key: String, _ read: @escaping @Sendable () -> PolicyRead) {
        met.withLock { met in
            if met.keys.insert(key).inserted { met.notes.append(Note(key: key, read: read)) }
        }
    }
}

extension PolicyValue {
    /// The value as a tree shows it: a list of rows is shown by their ids.
    package var brief: JSON {
        guard case .records(let records) = self else { return json }
        return .list(records.map { .text($0.id) })
    }
}
