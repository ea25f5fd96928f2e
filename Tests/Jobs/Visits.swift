import Harness
import Jobs
import PQ
import Synchronization
import Values

/// An effect outside: remembers who came, and does what the test asks.
final class Visits: OutsideHandler {
    let kind: String
    let queue: String
    let then: @Sendable (Job) async throws -> Void
    private let kept = Mutex([ID]())

    init(
        _ kind: String = "test.visit", queue: String = "default",
        _ then: @escaping @Sendable (Job) async throws -> Void = { _ in }
    ) {
        self.kind = kind
        self.queue = queue
        self.then = then
    }

    var all: [ID] { kept.withLock { $0 } }

    func run(_ job: Job) async throws {
        kept.withLock { $0.append(job.id) }
        try await then(job)
    }
}

/// A door that a test opens.
final class Door: Sendable {
    private let state = Mutex(false)

    var isOpen: Bool { state.withLock { $0 } }

    func open() { state.withLock { $0 = true } }

    /// Waits until it is open, or the task is cancelled.
    func pass() async throws {
        while !isOpen { try await Task.sleep(for: .milliseconds(5)) }
    }
}

extension Scene {
    /// A job of the kind that `Visits` does.
    func visit(_ name: String, queue: String = "default") -> NewJob {
        var job = NewJob(
            id: id(name), kind: "test.visit", district: Seed.district,
            arguments: .object(["name": .text(name)]))
        job.queue = queue
        return job
    }

    func runner(
        _ visits: Visits..., on pool: Pool? = nil, name: String = "test", outcomes: Outcomes? = nil,
        _ change: (inout Runner.Settings) -> Void = { _ in }
    ) -> Runner {
        var settings = Runner.Settings()
        settings.poll = .milliseconds(50)
        settings.ping = .milliseconds(100)
        settings.grace = .seconds(5)
        change(&settings)
        return Runner(
            pool: pool ?? jobs, handlers: [], outside: visits, worker: name, settings: settings,
            report: { _, outcome, _ in outcomes?.add(outcome) })
    }

    /// Lets runners work while something is looked at, and stops them as a service is stopped.
    static func serving(_ runners: Runner..., body: () async throws -> Void) async throws {
        let services = runners.map { runner in Task { await runner.run() } }
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        for service in services { service.cancel() }
        for service in services { await service.value }
        try outcome.get()
    }

    /// Waits until the server was started so long ago that workers without their lock are taken for gone.
    func untilServerIsUp() async throws {
        try await wait {
            try await one("select pg_postmaster_start_time() < now() - interval '5 s' as is_up").bool("is_up")
        }
    }

    func count(_ table: String) async throws -> Int64 {
        try await one("select count(*) as n from \(SQL(unescaped: table))").int64("n")
    }

    /// What comes of the server's clock being set: every moment that the queue keeps lies that much further back.
    func setClock(forward seconds: Int64) async throws {
        let columns = try await database.owner.read(
            """
            select c.relname as name, string_agg(format('%1$I = %1$I - $span$', a.attname), ', ') as changes
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'jobs'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and a.atttypid = 'timestamptz'::regtype and c.relname <> 'tick'
            group by 1 order by 1
            """)
        try await change(
            try columns.map { row in
                let changes = try row.text("changes").replacing("$span$", with: "interval '\(seconds) s'")
                return SQL(unescaped: "update jobs.\(try row.text("name")) set \(changes)")
            } + [
                // A tick's moment is its key: all of them move at once.
                "create temporary table moved on commit drop as table jobs.tick", "delete from jobs.tick",
                """
                insert into jobs.tick (name, tick_at, fired_at, jobs)
                select name, tick_at - \(seconds) * interval '1 s', fired_at, jobs from moved
                """,
            ])
    }
}
