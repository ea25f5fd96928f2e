import ArgumentParser
import Foundation
import Jobs
import Ledger
import PQ
import Values

/// Our runner beside its peers (作业执行器测评): the adapter that the bench of job runners drives, one process a step.
@main
struct JobBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobbench", abstract: "The adapter of deploy/bench jobs.",
        subcommands: [
            Setup.self, EnqueueSingle.self, EnqueueBatch.self, EnqueueSlow.self, EnqueueLatency.self,
            EnqueueLedger.self,
            Worker.self,
            Plans.self, Outstanding.self, Version.self,
        ])
}

/// What the bench says of a run: the database, and free options.
struct Bench {
    struct Options: Decodable {
        var slots: Int?
        var prefetch: Int?
        /// Whether the jobs of deploy/faults are done.
        var ledger: Bool?
    }

    let url: String
    let options: Options

    init() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let url = environment["BENCH_DSN"] else { throw ValidationError("BENCH_DSN names no database") }
        self.url = url
        options = try JSONDecoder().decode(Options.self, from: Data((environment["BENCH_OPTS"] ?? "{}").utf8))
    }

    func pool(_ connections: Int) -> Pool {
        Pool(url, connections: connections, role: "yanshou_jobs", applicationName: "jobbench")
    }

    static func job(_ kind: String, _ arguments: JSON) -> NewJob {
        NewJob(
            id: Identity.make(at: Instant(unixMilliseconds: nanoseconds / 1_000_000)), kind: kind,
            district: 1, arguments: arguments)
    }

    /// Adds jobs in calls of so many, each its own transaction; gives the seconds.
    func enqueue(_ jobs: Int, by size: Int, _ make: (Int) -> NewJob) async throws -> Double {
        let pool = pool(1)
        _ = try await pool.transaction { transaction in try await transaction.send("select 1 as one") }
        let clock = ContinuousClock()
        let start = clock.now
        for first in stride(from: 0, to: jobs, by: size) {
            let batch = (first..<min(first + size, jobs)).map(make)
            try await pool.transaction { transaction in
                _ = try await transaction.commit(after: [batch.insert])
            }
        }
        let spent = clock.now - start
        await pool.close()
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    }

    static func tell(_ jobs: Int, _ seconds: Double) { print("{\"jobs\":\(jobs),\"seconds\":\(seconds)}") }

    /// A line that is there at once, whatever reads it.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    static var nanoseconds: Int64 {
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        return Int64(moment.tv_sec) * 1_000_000_000 + Int64(moment.tv_nsec)
    }
}

extension JobBench {
    struct Setup: AsyncParsableCommand {
        @Option(help: "The folder of the schema.") var sql = "sql"

        func run() async throws {
            let folder = ProcessInfo.processInfo.environment["YANSHOU_SQL"] ?? sql
            let url = try Bench().url
            _ = try Migrator(folder: folder).migrate(url: url)
            // What jobs of faults do: one line each, in the transaction of the job.
            try Script.run(
                url: url,
                sql: """
                    select jobs.set_gate('wide', 3, null, null);
                    create table public.bench_effect (job_id uuid not null, at timestamptz not null default clock_timestamp());
                    grant usage on schema public to yanshou_jobs;
                    grant insert on public.bench_effect to yanshou_jobs;
                    """)
        }
    }

    struct EnqueueSingle: AsyncParsableCommand {
        @Argument var jobs: Int

        func run() async throws {
            let seconds = try await Bench().enqueue(jobs, by: 1) {
                Bench.job("bench.noop", ["i": .int(Int64($0))])
            }
            Bench.tell(jobs, seconds)
        }
    }

    struct EnqueueBatch: AsyncParsableCommand {
        @Argument var jobs: Int
        @Argument var size: Int

        func run() async throws {
            let seconds = try await Bench().enqueue(jobs, by: size) {
                Bench.job("bench.noop", ["i": .int(Int64($0))])
            }
            Bench.tell(jobs, seconds)
        }
    }

    struct EnqueueSlow: AsyncParsableCommand {
        @Argument var jobs: Int
        @Argument var milliseconds: Int

        func run() async throws {
            let seconds = try await Bench().enqueue(jobs, by: 1000) { _ in
                Bench.job("bench.slow", ["ms": .int(Int64(milliseconds))])
            }
            Bench.tell(jobs, seconds)
        }
    }

    struct EnqueueLatency: AsyncParsableCommand {
        @Argument var jobs: Int
        @Argument var pace: Int

        func run() async throws {
            let pool = try Bench().pool(1)
            let bell = Doorbell(try Bench().pool(1), pause: .milliseconds(5))
            func add(_ job: NewJob) async throws -> (Int64, Int64) {
                let before = Bench.nanoseconds
                try await pool.transaction { transaction in
                    _ = try await transaction.commit(after: [job.insert])
                }
                bell.ring()
                return (before, Bench.nanoseconds)
            }
            _ = try await add(Bench.job("bench.noop", [:]))
            try await Task.sleep(for: .seconds(1))
            var sent: [String] = []
            for number in 0..<jobs {
                let (before, after) = try await add(Bench.job("bench.stamp", ["i": .int(Int64(number))]))
                sent.append("[\(before),\(after)]")
                try await Task.sleep(for: .milliseconds(pace))
            }
            print("{\"sent\":[\(sent.joined(separator: ","))]}")
        }
    }

    /// For deploy/faults: one job a transaction, over every failure, and a line for each that was committed.
    struct EnqueueLedger: AsyncParsableCommand {
        @Argument var jobs: Int
        @Argument var pace: Int

        func run() async throws {
            let pool = try Bench().pool(1)
            for number in 0..<jobs {
                var job = Bench.job("bench.ledger", [:])
                // Every fourth goes through a gate that lets one through at a time, or three.
                if number.isMultiple(of: 4) { job.gate = number.isMultiple(of: 8) ? "narrow" : "wide" }
                let statement = job.insert
                let written: [Rows]? = try? await pool.transaction { transaction in
                    try await transaction.commit(after: [statement])
                }
                if written != nil {
                    Bench.say("\(job.id) \(Bench.nanoseconds)")
                }
                try await Task.sleep(for: .milliseconds(pace))
            }
        }
    }

    struct Outstanding: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "outstanding-sql")

        func run() async throws {
            print(
                """
                select exists (select from jobs.ready) or exists (select from jobs.lease) \
                or exists (select from jobs.scheduled)
                """)
        }
    }

    struct Version: AsyncParsableCommand {
        func run() async throws { print("yanshou jobs, libpq") }
    }
}
