import Policy
import Synchronization
import Values

/// Which rules one decision asked (依据): editions, places and the keys that were read, for its event.
final class RuleTrace: Sendable {
    private struct Source: Hashable {
        let edition: String
        let place: String
    }

    private let asked = Mutex<[(source: Source, trace: PolicyTrace)]>([])

    /// The same policy, of which every reading is kept here.
    func following(_ policy: Policy) -> Policy {
        let trace = PolicyTrace()
        asked.withLock { $0.append((Source(edition: policy.edition, place: policy.place), trace)) }
        return policy.traced(by: trace)
    }

    /// All that was read, of every edition, in the order of reading.
    var reads: [PolicyRead] { asked.withLock { $0.map(\.trace) }.flatMap(\.reads) }

    /// A list of editions, each with its place and its keys in order; an edition of which nothing was read is not named.
    var json: JSON {
        var keys: [Source: Set<String>] = [:]
        for (source, trace) in asked.withLock({ $0 }) {
            keys[source, default: []].formUnion(trace.keys)
        }
        return .list(
            keys.sorted { ($0.key.place, $0.key.edition) < ($1.key.place, $1.key.edition) }.map {
                source, keys in
                .object([
                    "edition": .text(source.edition), "place": .text(source.place),
                    "keys": .list(keys.sorted().map(JSON.text)),
                ])
            })
    }
}
