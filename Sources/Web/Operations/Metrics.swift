import Synchronization

/// Counts and durations of requests by route, with gauges of other modules, in Prometheus' text form.
package final class Metrics: Sendable {
    package enum Kind: String, Sendable { case counter, gauge }

    /// One value under its labels.
    package struct Sample: Sendable {
        package let labels: [(name: String, value: String)]
        package let value: Double

        package init(_ value: Double, labels: [(name: String, value: String)] = []) {
            self.labels = labels
            self.value = value
        }
    }

    private struct Family: Sendable {
        let name: String
        let help: String
        let kind: Kind
        let read: @Sendable () async -> [Sample]
    }

    private struct Key: Hashable, Comparable {
        let route: String
        let method: String

        static func < (left: Key, right: Key) -> Bool {
            (left.route, left.method) < (right.route, right.method)
        }
    }

    private struct Series {
        var classes = [Int](repeating: 0, count: 6)
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var microseconds: Int64 = 0
    }

    private struct State {
        var series: [Key: Series] = [:]
        var families: [Family] = []
    }

    /// Upper ends of the duration buckets, in microseconds, with their spelling in seconds.
    private static let bounds: [(Int64, String)] = [
        (1_000, "0.001"), (2_500, "0.0025"), (5_000, "0.005"), (10_000, "0.01"), (25_000, "0.025"),
        (50_000, "0.05"), (100_000, "0.1"), (250_000, "0.25"), (500_000, "0.5"), (1_000_000, "1"),
        (2_500_000, "2.5"), (10_000_000, "10"), (30_000_000, "30"),
    ]

    private let state = Mutex(State())

    package init() {}

    /// Adds a family read at every scrape; its name carries its unit (`_seconds`, `_bytes`, `_total`).
    package func add(
        _ name: String, _ kind: Kind, help: String, read: @escaping @Sendable () async -> [Sample]
    ) {
        precondition(Metrics.isName(name), "\(name) is no name of a metric")
        precondition(
            (kind == .counter) == name.hasSuffix("_total"), "\(name): counters, and only they, end in _total")
        state.withLock { $0.families.append(Family(name: name, help: help, kind: kind, read: read)) }
    }

    /// Notes one answered request; paths that match no route share one series, so that callers cannot make new ones.
    func note(route: String?, method: Method, status: Int, took: Duration) {
        let key = Key(route: route ?? "-", method: method.rawValue)
        let microseconds =
            took.components.seconds * 1_000_000 + took.components.attoseconds / 1_000_000_000_000
        state.withLock { state in
            var series = state.series[key] ?? Series()
            series.classes[min(5, max(0, status / 100))] += 1
            series.count += 1
            series.microseconds += microseconds
            if let bucket = Metrics.bounds.firstIndex(where: { microseconds <= $0.0 }) {
                series.buckets[bucket] += 1
            }
            state.series[key] = series
        }
    }

    /// Everything in the text exposition form, version 0.0.4.
    package func exposition() async -> String {
        let (series, families) = state.withLock { ($0.series, $0.families) }
        var text = ""
        let keys = series.keys.sorted()
        text += head(
            "yanshou_http_requests_total", "counter", "Requests answered, by route and class of status.")
        for key in keys {
            for (status, count) in (series[key]?.classes ?? []).enumerated() where count > 0 {
                text += line(
                    "yanshou_http_requests_total", labels(key) + [("status", "\(status)xx")], "\(count)")
            }
        }
        let name = "yanshou_http_request_duration_seconds"
        text += head(name, "histogram", "Time from the whole request to its answer.")
        for key in keys {
            guard let one = series[key] else { continue }
            var sum = 0
            for (bound, count) in zip(Metrics.bounds, one.buckets) {
                sum += count
                text += line(name + "_bucket", labels(key) + [("le", bound.1)], "\(sum)")
            }
            text += line(name + "_bucket", labels(key) + [("le", "+Inf")], "\(one.count)")
            text += line(name + "_sum", labels(key), "\(Double(one.microseconds) / 1_000_000)")
            text += line(name + "_count", labels(key), "\(one.count)")
        }
        for family in families {
            text += head(family.name, family.kind.rawValue, family.help)
            for sample in await family.read() {
                text += line(family.name, sample.labels, number(sample.value))
            }
        }
        return text
    }

    private func labels(_ key: Key) -> [(name: String, value: String)] {
        [("route", key.route), ("method", key.method)]
    }

    private func head(_ name: String, _ kind: String, _ help: String) -> String {
        let help = help.flatMap { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : String($0) }
        return "# HELP \(name) \(String(help))\n# TYPE \(name) \(kind)\n"
    }

    private func line(_ name: String, _ labels: [(name: String, value: String)], _ value: String) -> String {
        guard !labels.isEmpty else { return "\(name) \(value)\n" }
        let pairs = labels.map { label in
            let value = label.value.flatMap {
                $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : $0 == "\n" ? "\\n" : String($0)
            }
            return "\(label.name)=\"\(String(value))\""
        }
        return "\(name){\(pairs.joined(separator: ","))} \(value)\n"
    }

    private func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value) { return "\(whole)" }
        return "\(value)"
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}
