import Actions
import ArgumentParser
import Foundation
import Jobs
import Notices
import PQ
import Terminal
import Values
import Web

/// Runs the HTTP server, and the jobs beside it, until a signal asks for the end.
enum Serving {
    static func run(
        _ site: Site, host: String, port: Int, jobs: String?, sender: WebhookSender? = nil,
        messages: MessageSender? = nil, until end: EndSignals
    ) async throws {
        let server = Server(
            site.router, at: .tcp(host: host, port: port), now: { site.desk.clock.now })
        _ = try await server.start()
        Ground.note("listening on http://\(host):\(port)")
        let workers = jobs.map { url in
            Task { try await work(url, clock: site.desk.clock, sender: sender, messages: messages) }
        }
        let shelf = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(60))
                try? await site.desk.takeUpPublished()
            }
        }
        await end.wait()
        shelf.cancel()
        Ground.note("stopping")
        _ = await server.drain()
        workers?.cancel()
        _ = await workers?.result
        await site.desk.pool.close()
        await site.desk.publicPool.close()
    }

    /// Takes due jobs and does them, until the task is cancelled.
    static func work(
        _ url: String, clock: any BusinessClock, sender: WebhookSender? = nil, messages: MessageSender? = nil
    ) async throws {
        let pool = Pool(url, connections: 8, applicationName: "yanshou-jobs")
        let daily = Capabilities.dailyJobs(clock) + [ClockSweep(now: { clock.now })]
        let senders: [(any OutsideHandler)?] = [sender, messages]
        try await messages?.setUp()
        let runner = Runner(
            pool: pool, handlers: daily, outside: senders.compactMap { $0 },
            worker: "\(ProcessInfo.processInfo.hostName):\(getpid())",
            schedules: daily.map { DailyJob.schedule($0.kind) }
        ) { job, outcome, reason in
            if let reason { Ground.note("job \(job.kind) \(job.id): \(outcome), \(reason)") }
        }
        for handler in daily {
            try await DailyJob.atStart(handler.kind, now: clock.now, in: pool)
        }
        let watch = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(60))
                for handler in daily {
                    try? await DailyJob.atStart(handler.kind, now: clock.now, in: pool)
                }
                for line in (try? await standing(in: pool)) ?? [] { Ground.note(line) }
            }
        }
        let handing = sender.map { _ in
            Task { await WebhookSender.handOut(in: pool) { runner.ring() } }
        }
        await runner.run()
        watch.cancel()
        handing?.cancel()
        await handing?.value
        await sender?.close()
        await messages?.close()
        await pool.close()
    }
}

/// The alarm of queues that stand.
extension Serving {
    /// A line for each queue whose next job waits for more than five minutes.
    private static func standing(in pool: Pool) async throws -> [String] {
        let rows = try await pool.read(
            """
            select queue, ready, paused, seconds from pub.queue_standings() where stands
            """)
        return try rows.map { row in
            let why = try row.optionalText("paused").map { "已暂停 paused: " + $0 } ?? "停滞 stands"
            return """
                队列 queue \(try row.text("queue")) \(why)，待办 ready \(try row.int("ready"))，\
                已等 waited \(try row.int("seconds")) s
                """
        }
    }
}

/// The jobs by themselves, against a database of their own.
struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Do due jobs against DATABASE_URL, until told to stop.")

    @Option(help: "The file of the site's own key, from which the secrets of webhooks come; that of `serve`.")
    var siteKey: String?
    @Option(help: "日志签名进程的套接字。 The socket of the log's signer; heads are not signed without one.")
    var signer: String?
    @OptionGroup var deliveries: Deliveries
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var database: Database

    func run() async throws {
        let url = try Serve.url("YANSHOU_JOBS_URL", database.url())
        try await SchemaCheck.demand(url)
        let end = EndSignals()
        let pool = Pool(url, connections: 1, applicationName: "yanshou-work")
        let clock = try await Demonstration.clock(of: pool)
        await pool.close()
        let sender = deliveries.sender(url, seal: try siteKey.map { try SiteKey.open($0) })
        let messages = try channels.sender(url)
        let working = Task {
            try await Serving.work(url, clock: clock, sender: sender, messages: messages)
        }
        let sealing = ProcessInfo.processInfo.environment["YANSHOU_SEALER_URL"].map {
            LogKeeping($0, signer: signer)
        }
        await end.wait()
        working.cancel()
        _ = await working.result
        await sealing?.end()
    }
}
