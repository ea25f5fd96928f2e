import ArgumentParser
import Dispatch
import Foundation
import Jobs
import PQ
import Synchronization
import Values

/// What the workers of a run did.
private final class Counts: Sendable {
    private struct Kept {
        var executed = 0
        var stamps: [String] = []
    }

    private let kept = Mutex(Kept())

    func add(_ stamp: String? = nil) {
        kept.withLock { kept in
            kept.executed += 1
            if let stamp { kept.stamps.append(stamp) }
        }
    }

    var line: String {
        kept.withLock { "{\"executed\":\($0.executed),\"stamps\":[\($0.stamps.joined(separator: ","))]}" }
    }
}

private struct Arguments: Decodable {
    var i: Int64?
    var ms: Int64?
}

private struct Bare: OutsideHandler {
    let kind: String
    let counts: Counts

    func run(_ job: Job) async throws {
        switch kind {
        case "bench.stamp":
            let now = Bench.nanoseconds
            let arguments: Arguments = try job.arguments()
            counts.add("[\(arguments.i ?? 0),\(now)]")
        case "bench.slow":
            let arguments: Arguments = try job.arguments()
            try await Task.sleep(for: .milliseconds(arguments.ms ?? 0))
            counts.add()
        default: counts.add()
        }
    }
}

/// One line in the transaction of the job, after a while in which it can be killed.
private struct LedgerLine: JobHandler {
    let kind = "bench.ledger"

    func run(_ job: Job, in transaction: Transaction) async throws {
        _ = try await transaction.send("insert into public.bench_effect (job_id) values (\(job.id))")
        try await Task.sleep(for: .milliseconds(Int64.random(in: 0...20)))
    }
}

extension JobBench {
    struct Worker: AsyncParsableCommand {
        func run() async throws {
            signal(SIGTERM, SIG_IGN)
            let (ends, ended) = AsyncStream.makeStream(of: Void.self)
            let source = DispatchSource.makeSignalSource(signal: SIGTERM, queue: .global())
            source.setEventHandler { ended.yield() }
            source.resume()
            let bench = try Bench()
            let pool = bench.pool(8)
            // The server may be on its way up again.
            while (try? await pool.read("select 1 as one")) == nil {
                try await Task.sleep(for: .milliseconds(200))
            }
            var settings = Runner.Settings()
            settings.outsideSlots = bench.options.slots ?? 200
            settings.prefetch = bench.options.prefetch ?? 200
            let counts = Counts()
            let runner = Runner(
                pool: pool, handlers: bench.options.ledger == true ? [LedgerLine()] : [],
                outside: ["bench.noop", "bench.stamp", "bench.slow"].map { Bare(kind: $0, counts: counts) },
                worker: "bench-\(getpid())", settings: settings)
            Bench.say("READY")
            _ = readLine()
            let service = Task { await runner.run() }
            for await _ in ends { break }
            service.cancel()
            await service.value
            await pool.close()
            source.cancel()
            Bench.say(counts.line)
        }
    }
}
