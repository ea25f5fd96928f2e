package import Values

/// The rules of one place on one day, resolved through the chain of its packs.
///
/// Every value comes with its clause. What no pack says, what waits for a text, and what is not in force
/// on the day is a fault, never a default.
package struct Policy: Sendable {
    /// Division code (GB/T 2260): `330302`.
    package let place: String
    /// The day of the fact that is judged (catalogue CV-15).
    package let day: BusinessDay
    /// Hash over the versions of the chain: what a project is pinned to.
    package let edition: String
    /// The chain from the place up to the country.
    package let packs: [PackReference]
    /// False where any pack of the chain is a draft.
    package let binding: Bool
    package let calendar: WorkCalendar
    private let chain: [Pack]
    /// For keys that the edition is silent on and that are read even so: the packs of the edition that answers.
    private let supplied: [String: [Pack]]
    /// Where what is read is written down, for explanations; it changes no answer.
    private var trace: PolicyTrace?

    init(_ chain: Chain, place: String, on day: BusinessDay, supplied: [String: [Pack]] = [:]) {
        self.place = place
        self.day = day
        self.chain = chain.packs
        self.supplied = supplied
        edition = chain.edition
        packs = chain.packs.map(\.reference)
        binding = chain.packs.allSatisfy { $0.status != .draft }
        calendar = chain.calendar
    }

    package func fen(_ key: String) throws(PolicyFault) -> Cited<Fen> {
        let found = try value(key)
        guard case .money(let fen) = found.value else { throw .wrongKind(key: key, expected: .money) }
        return Cited(fen, found.citation)
    }

    package func int(_ key: String) throws(PolicyFault) -> Cited<Int64> {
        let found = try value(key)
        guard case .int(let count) = found.value else { throw .wrongKind(key: key, expected: .int) }
        return Cited(count, found.citation)
    }

    package func ratio(_ key: String) throws(PolicyFault) -> Cited<Ratio> {
        let found = try value(key)
        guard case .ratio(let ratio) = found.value else { throw .wrongKind(key: key, expected: .ratio) }
        return Cited(ratio, found.citation)
    }

    package func bool(_ key: String) throws(PolicyFault) -> Cited<Bool> {
        let found = try value(key)
        guard case .bool(let flag) = found.value else { throw .wrongKind(key: key, expected: .bool) }
        return Cited(flag, found.citation)
    }

    package func text(_ key: String) throws(PolicyFault) -> Cited<String> {
        let found = try value(key)
        guard case .text(let text) = found.value else { throw .wrongKind(key: key, expected: .text) }
        return Cited(text, found.citation)
    }

    package func texts(_ key: String) throws(PolicyFault) -> Cited<[String]> {
        let found = try value(key)
        guard case .texts(let texts) = found.value else { throw .wrongKind(key: key, expected: .texts) }
        return Cited(texts, found.citation)
    }

    package func records(_ key: String) throws(PolicyFault) -> Cited<[PolicyRecord]> {
        let found = try value(key)
        guard case .records(let records) = found.value else { throw .wrongKind(key: key, expected: .records) }
        return Cited(records, found.citation)
    }

    /// The value of a key in force on the day, whatever its kind.
    package func value(_ key: String) throws(PolicyFault) -> Cited<PolicyValue> {
        try resolved(key).value
    }

    /// The pack that a key's value comes from, for explanations.
    package func origin(of key: String) throws(PolicyFault) -> PackReference {
        try resolved(key).pack
    }

    /// Every key that the place's packs speak of, in order.
    package var keys: [String] {
        Set(chain.first.map { Array($0.keys.keys) } ?? []).union(supplied.keys).sorted()
    }

    /// Whether the place's packs speak of a key at all.
    package func has(_ key: String) -> Bool { chain.first?.keys[key] != nil || supplied[key] != nil }

    /// The names of a key's records in whichever period, on this day or another: what may be asked for at all.
    package func names(everUnder key: String) -> [String] {
        var names = [String]()
        for pack in packs(for: key) {
            for period in pack.keys[key]?.periods ?? [] {
                guard case .value(.records(let records), _) = period.content else { continue }
                names += records.map(\.id).filter { !names.contains($0) }
            }
        }
        return names
    }

    /// The packs that answer for a key.
    private func packs(for key: String) -> [Pack] {
        chain.first?.keys[key] == nil ? supplied[key] ?? chain : chain
    }

    /// The same rules, which write down what is read of them.
    package func traced(by trace: PolicyTrace) -> Policy {
        var copy = self
        copy.trace = trace
        return copy
    }

    /// What was read of these rules, where they write it down.
    package var reads: [PolicyRead] { trace?.reads ?? [] }

    private func resolved(_ key: String) throws(PolicyFault) -> (
        value: Cited<PolicyValue>, pack: PackReference
    ) {
        for (depth, pack) in packs(for: key).enumerated() {
            guard let rule = pack.keys[key] else { break }
            let standing = rule.periods.filter { $0.holds(on: day) }
            guard standing.count == 1, let period = standing.first else {
                let citation = rule.citation(near: day)
                if let citation { note(key, nil, citation, at: depth) }
                throw .notInForce(key: key, day: day, citation: citation)
            }
            switch period.content {
            case .value(let value, let citation):
                note(key, value, citation, at: depth)
                return (Cited(value, citation), pack.reference)
            case .needsSource(let document, let citation):
                note(key, nil, citation, at: depth)
                throw .needsSource(key: key, document: document, citation: citation)
            case .inherit: continue
            }
        }
        throw .keyMissing(key: key, place: place)
    }

    private func note(_ key: String, _ value: PolicyValue?, _ citation: Citation, at depth: Int) {
        guard let trace else { return }
        // What is kept must not keep the trace in its turn.
        var own = self
        own.trace = nil
        trace.add(key) { [own] in own.read(key, value, citation, at: depth) }
    }

    /// A key with how its value stands to those of the packs above: as the packs say, else by comparing the two.
    private func read(
        _ key: String, _ value: PolicyValue?, _ citation: Citation, at depth: Int
    ) -> PolicyRead {
        let chain = packs(for: key)
        var above = [PolicyRead.Above]()
        for pack in chain.dropFirst(depth + 1) {
            guard let period = pack.keys[key]?.periods.first(where: { $0.holds(on: day) }),
                case .value(let other, let source) = period.content
            else { continue }
            let isKnown = other == value || above.contains { $0.value == other }
            if !isKnown { above.append(.init(value: other, citation: source, pack: pack.id)) }
        }
        let declared = chain.prefix(depth + 1).lazy
            .compactMap { $0.keys[key]?.periods.first { $0.holds(on: day) }?.relation }.first
        return PolicyRead(
            key: key, value: value, citation: citation, pack: chain[depth].id,
            relation: declared ?? (above.isEmpty ? .applies : .overrides), above: above)
    }

    /// A key with the pack it comes from and how it stands to the packs above.
    package func explained(_ key: String) throws(PolicyFault) -> PolicyRead {
        let trace = PolicyTrace()
        _ = try traced(by: trace).value(key)
        guard let read = trace.reads.first else { throw .keyMissing(key: key, place: place) }
        return read
    }
}

/// A place's packs from the place up to the country, each in one version.
struct Chain: Sendable {
    let edition: String
    let packs: [Pack]
    let calendar: WorkCalendar
}
