import ArgumentParser
import Foundation
import PQ
import Synchronization
import Values

/// Our PostgreSQL client beside its peers (客户端测评): one case of `deploy/bench client`, told as a line of JSON.
@main
struct ClientBench: AsyncParsableCommand {
    enum Case: String, ExpressibleByArgument, CaseIterable {
        case point, list, insert, batch, copy
    }

    static let configuration = CommandConfiguration(
        commandName: "clientbench", abstract: "The programs of deploy/bench client.")

    /// Statements in one transaction of `batch`, and rows of one `copy`.
    static let (batch, rows) = (100, 100_000)

    @Argument(help: "What is measured.")
    var measured: Case
    @Option(help: "How many ask at once.")
    var clients = 1
    @Option(help: "Seconds that count; one more goes before.")
    var seconds = 3
    @Option(help: "Connections, of transactions and of reads each.")
    var connections = 8
    @Option(help: "Rows in the table that is read.")
    var items = 100_000

    func run() async throws {
        guard let url = ProcessInfo.processInfo.environment["BENCH_DSN"] else {
            throw ValidationError("BENCH_DSN names no database")
        }
        // Reads of many tasks share few connections and go as one pipeline; a single task has one.
        let pool = Pool(
            url, connections: connections, readConnections: min(connections, 4), depth: 16,
            applicationName: "clientbench")
        let tally = Tally()
        let clock = ContinuousClock()
        let begin = clock.now + .seconds(1)
        let end = begin + .seconds(seconds)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask { try await ask(pool, as: client, from: begin, to: end, tally) }
            }
            try await group.waitForAll()
        }
        let counted = clock.now - begin
        let (each, used) = tally.ended
        await pool.close()
        guard !each.isEmpty else { throw ValidationError("nothing was done in \(seconds) s") }
        let times = measured == .copy ? Self.rows : 1
        let line: JSON = [
            "rate": .int(Int64(Double(each.count * times) * 1e9 / Double(counted.nanoseconds))),
            "p50_us": .int(Int64(each[each.count / 2] / 1000)),
            "p99_us": .int(Int64(each[each.count * 99 / 100] / 1000)),
            "cpu_ns": .int(Int64(used * 1e9) / Int64(each.count * times)), "rss_kb": .int(Self.resident),
        ]
        print(String(decoding: line.canonical, as: UTF8.self))
    }

    /// One client: call after call, of which those after `begin` count.
    private func ask(
        _ pool: Pool, as client: Int, from begin: ContinuousClock.Instant, to end: ContinuousClock.Instant,
        _ tally: Tally
    ) async throws {
        let clock = ContinuousClock()
        var mine: [UInt64] = []
        var random = SplitMix(state: UInt64(client) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        while clock.now < end {
            let start = clock.now
            if start >= begin { tally.begin() }
            try await once(pool, &random)
            if start >= begin { mine.append((clock.now - start).nanoseconds) }
        }
        tally.add(mine)
    }

    /// One call, with everything that came decoded.
    private func once(_ pool: Pool, _ random: inout SplitMix) async throws {
        let key = Int64(random.next() % UInt64(items)) + 1
        switch measured {
        case .point:
            let row = try await pool.read("select \(Self.columns) from bench.item where id = \(key)").one()
            try Self.decode(row)
        case .list:
            let rows = try await pool.read(
                "select \(Self.columns) from bench.item where id > \(key) order by id limit 50")
            for row in rows { try Self.decode(row) }
        case .insert:
            try await pool.transaction { transaction in
                _ = try await transaction.commit(after: [Self.insert(key)])
            }
        case .batch:
            let statements = (0..<Self.batch).map { Self.insert(key &+ Int64($0)) }
            try await pool.transaction { transaction in
                _ = try await transaction.commit(after: statements)
            }
        case .copy:
            let lines = stride(from: 0, to: Self.rows, by: 1000).map { first in
                (first..<first + 1000).flatMap { Array("\($0)\t水心小区 \($0)\t\($0 * 100)\n".utf8) }
            }
            guard
                try await pool.copy(into: "copy bench.fact (item, note, fen) from stdin", rows: lines)
                    == Self.rows
            else { throw ValidationError("not every row was taken") }
        }
    }

    private static let columns: SQL = "id, code, name, state, version, amount_fen, began_on, updated_at"

    private static func decode(_ row: Row) throws {
        _ = try (row.int64("id"), row.id("code"), row.text("name"), row.text("state"), row.int32("version"))
        _ = try (row.fen("amount_fen"), row.day("began_on"), row.instant("updated_at"))
    }

    private static func insert(_ key: Int64) -> SQL {
        "insert into bench.fact (item, note, fen) values (\(key), \("现场记录 site record"), \(key))"
    }

    /// The most memory it had, in KiB.
    private static var resident: Int64 {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int64(usage.ru_maxrss)
    }
}

/// What all clients did, and the CPU time of the process since the first call that counts.
private final class Tally: Sendable {
    private struct Kept {
        var spans: [UInt64] = []
        var before: Double?
    }

    private let kept = Mutex(Kept())

    func begin() { kept.withLock { $0.before = $0.before ?? Self.spent } }
    func add(_ spans: [UInt64]) { kept.withLock { $0.spans += spans } }

    /// The calls' nanoseconds in order, and the CPU seconds.
    var ended: (spans: [UInt64], cpu: Double) {
        kept.withLock { ($0.spans.sorted(), Self.spent - ($0.before ?? 0)) }
    }

    private static var spent: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
        }
    }
}

/// Which row comes next: the same for every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Duration {
    fileprivate var nanoseconds: UInt64 {
        UInt64(components.seconds) * 1_000_000_000 + UInt64(components.attoseconds / 1_000_000_000)
    }
}
