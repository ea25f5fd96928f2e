import ArgumentParser
import Foundation
import PQ
import Values

/// How taking and ending jobs goes beside ten thousand that wait, and beside millions (计划与规模).
///
/// Two databases of one server are measured in turn, a small one and a large one, so that what else the machine does
/// meets both; then again while an old snapshot is held in the large one.
extension JobBench {
    struct Plans: AsyncParsableCommand {
        @Argument(help: "Rows that wait in the large database.") var rows: Int
        @Option(help: "Rows that wait in the small database.") var small = 10_000
        @Option(help: "Takings of a hundred jobs in each.") var rounds = 300
        @Option(help: "How many times slower it may be.") var limit = 1.3

        /// Indexes by which jobs may be found; all others, and walks over tables, are a fault.
        private static let known: Set<String> = [
            "ready_pkey", "lease_pkey", "scheduled_by_moment", "job_pkey",
        ]

        func run() async throws {
            let environment = ProcessInfo.processInfo.environment
            guard let large = environment["BENCH_DSN"], let little = environment["BENCH_DSN_SMALL"] else {
                throw ValidationError("BENCH_DSN and BENCH_DSN_SMALL name the two databases")
            }
            let (few, many) = (try await Queue(little), try await Queue(large))
            try await few.fill(small)
            try await many.fill(rows)
            let before = try await many.counters()
            // The first takings of a connection make its plans.
            for _ in 0..<10 {
                _ = try await few.round()
                _ = try await many.round()
            }
            let quiet = try await compare(few, many)
            let held = try await many.holding { try await compare(few, many) }
            let after = try await many.counters()
            await few.close()
            await many.close()
            let walked = after.walked - before.walked
            let touched = Double(after.touched - before.touched) / Double((2 * rounds + 10) * Queue.batch)
            let used = Set(
                after.scans.filter { $0.value > before.scans[$0.key, default: 0] }.keys.map {
                    $0.hasPrefix("job_ring_") ? "job_pkey" : $0
                })
            let foreign = used.subtracting(Plans.known).sorted()
            let worst = max(quiet.claim.ratio, quiet.finish.ratio, held.claim.ratio, held.finish.ratio)
            print(
                """
                {"bench":"jobs","scenario":"plans","rows":\(rows),"small":\(small),"batch":\(Queue.batch),\
                "claim":\(quiet.claim.json),"finish":\(quiet.finish.json),"claim_under_snapshot":\(held.claim.json),\
                "finish_under_snapshot":\(held.finish.json),"tables_walked":\(walked),\
                "rows_touched_per_job":\(rounded(touched)),"indexes":[\(
                    used.sorted().map { "\"\($0)\"" }.joined(separator: ","))],"limit":\(limit)}
                """)
            guard walked == 0, foreign.isEmpty, touched < 3, worst <= limit else {
                let faults =
                    foreign.map { "found by \($0)" } + (walked > 0 ? ["\(walked) tables walked"] : [])
                FileHandle.standardError.write(
                    Data(
                        "plans: \(faults + [worst > limit ? "\(rounded(worst)) times slower" : "rows touched"])\n"
                            .utf8))
                throw ExitCode(1)
            }
        }

        private func compare(_ few: Queue, _ many: Queue) async throws -> (claim: Pair, finish: Pair) {
            var (claims, ends) = (Pair(), Pair())
            for _ in 0..<rounds {
                let (left, right) = (try await few.round(), try await many.round())
                claims.add(left.claim, right.claim)
                ends.add(left.finish, right.finish)
            }
            return (claims, ends)
        }

        private static func median(_ values: [Double]) -> Double {
            values.isEmpty ? 0 : values.sorted()[values.count / 2]
        }

        /// Milliseconds beside few and beside many.
        private struct Pair {
            private var few: [Double] = []
            private var many: [Double] = []

            mutating func add(_ left: Double, _ right: Double) {
                few.append(left)
                many.append(right)
            }

            var ratio: Double { Plans.median(many) / max(Plans.median(few), 0.000_001) }

            var json: String {
                """
                {"few_ms":\(rounded(Plans.median(few))),"many_ms":\(rounded(Plans.median(many))),\
                "ratio":\(rounded(ratio))}
                """
            }
        }
    }
}

private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

/// The queue of one database, as a worker takes from it.
private final class Queue {
    static let batch = 100
    private let jobs: Pool
    private let owner: Pool
    private let url: String
    private let worker: Int32
    private var place: (priority: Int32, turn: Int64) = (-32768, Int64.min)
    private var fullBatches = 0

    init(_ url: String) async throws {
        self.url = url
        jobs = Pool(url, connections: 1, role: "yanshou_jobs", applicationName: "jobbench-plans")
        var limits = Pool.Limits()
        limits.statement = .seconds(600)
        limits.reply = .seconds(700)
        owner = Pool(url, connections: 2, applicationName: "jobbench-owner", limits: limits)
        worker = try await jobs.transaction { transaction in
            try await transaction.commit(after: ["select jobs.begin_worker('plans') as worker"])[0].one()
                .int32("worker")
        }
    }

    func close() async {
        await jobs.close()
        await owner.close()
    }

    /// Lets so many wait, a tenth of them of a kind that nobody here takes.
    ///
    /// Their identities come in the order of time, as the service's own do.
    func fill(_ rows: Int) async throws {
        for first in stride(from: 0, to: rows, by: 250_000) {
            let last = min(first + 250_000, rows)
            try await owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    insert into jobs.job (job_id, district, kind, arguments)
                    select \(Queue.identity), 1, case when number % 10 = 0 then 'bench.nobody' else 'bench.noop' end, '{}'
                    from generate_series(\(Int64(first + 1)), \(Int64(last))) number
                    """
                ])
            }
        }
        try Script.run(url: url, sql: "vacuum analyze")
        try Script.run(url: url, sql: "checkpoint")
    }

    private static let identity: SQL = """
        (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid
        """

    /// One taking and one ending of a hundred, in milliseconds; as many come after them as were taken.
    func round() async throws -> (claim: Double, finish: Double) {
        let clock = ContinuousClock()
        var taken: [Row] = []
        let claim = try await clock.measure {
            taken = try await jobs.transaction { transaction in
                try await transaction.commit(after: [
                    "set local synchronous_commit = off",
                    """
                    select job_id, token, priority, seq from jobs.claim('default', array['bench.noop'],
                        \([place.priority])::smallint[], \([place.turn]), \(Int32(Queue.batch)), \(worker), false)
                    """,
                ])[1].map { $0 }
            }
        }
        guard taken.count == Queue.batch, let last = taken.last else {
            throw ValidationError("\(taken.count) jobs were taken where \(Queue.batch) wait")
        }
        fullBatches += 1
        place =
            fullBatches.isMultiple(of: 50)
            ? (-32768, Int64.min) : (try last.int32("priority"), try last.int64("seq"))
        let (ids, tokens) = (try taken.map { try $0.id("job_id") }, try taken.map { try $0.int64("token") })
        let finish = try await clock.measure {
            let ended = try await jobs.transaction { transaction in
                try await transaction.commit(after: [
                    "set local synchronous_commit = off", "select jobs.finish(\(ids), \(tokens))",
                ])[1].count
            }
            guard ended == Queue.batch else { throw ValidationError("\(ended) of the jobs taken were ended") }
        }
        try await owner.transaction { transaction in
            try await transaction.commit(after: [
                """
                insert into jobs.job (job_id, district, kind, arguments)
                select \(Queue.identity), 1, 'bench.noop', '{}' from generate_series(1, \(Int32(Queue.batch)))
                """
            ])
        }
        return (Queue.milliseconds(claim), Queue.milliseconds(finish))
    }

    /// While a transaction stays open that would still see all of it.
    func holding<Value>(_ body: () async throws -> Value) async throws -> Value {
        var value: Value?
        try await owner.transaction(.repeatableRead) { transaction in
            _ = try await transaction.send("select 1 as one")
            value = try await body()
        }
        guard let value else { throw ValidationError("nothing was measured") }
        return value
    }

    /// Tables walked, rows of the queue touched, and how often each index was looked into.
    func counters() async throws -> (walked: Int64, touched: Int64, scans: [String: Int64]) {
        // A session's counts are seen once it is idle.
        _ = try await jobs.transaction { try await $0.commit(after: ["select pg_stat_force_next_flush()"]) }
        try await Task.sleep(for: .milliseconds(200))
        let row = try await owner.read(
            """
            select coalesce(sum(seq_scan), 0)::bigint as walked,
                coalesce(sum(idx_tup_fetch) filter (where relname = 'ready'), 0)::bigint as touched
            from pg_stat_user_tables
            where schemaname = 'jobs' and (relname in ('ready', 'lease', 'scheduled') or relname like 'job_ring%')
            """
        ).one()
        let scans = try await owner.read(
            """
            select indexrelname as name, idx_scan as n from pg_stat_user_indexes
            where schemaname = 'jobs' and (relname in ('ready', 'lease', 'scheduled') or relname like 'job_ring%')
            """)
        var counts: [String: Int64] = [:]
        for row in scans { counts[try row.text("name")] = try row.int64("n") }
        return (try row.int64("walked"), try row.int64("touched"), counts)
    }

    private static func milliseconds(_ span: Duration) -> Double {
        Double(span.components.seconds) * 1000 + Double(span.components.attoseconds) / 1e15
    }
}
