import Harness
import Jobs
import Ledger
import PQ
import Synchronization
import Values

/// A database with a table that counts effects, and the runner's own role.
struct Scene: Sendable {
    let database: TestDatabase
    /// As `yanshou_jobs`.
    let jobs: Pool

    static func with(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let pool = Pool(
                try TestServer.url(database.name, as: "yanshou_jobs"), connections: 6,
                applicationName: "test-jobs")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "create table public.effect (job_id uuid not null)",
                    "grant usage on schema public to yanshou_jobs",
                    "grant select, insert on public.effect to yanshou_jobs",
                ])
            }
            let scene = Scene(database: database, jobs: pool)
            let outcome: Result<Void, any Error>
            do {
                try await scene.untilServerIsUp()
                outcome = .success(try await body(scene))
            } catch {
                outcome = .failure(error)
            }
            await pool.close()
            try outcome.get()
        }
    }

    func id(_ name: String) -> ID { Seed.id("job:" + name) }

    func job(_ name: String, key: String? = nil, attempts: Int32 = 10) -> NewJob {
        NewJob(
            id: id(name), kind: "test.tally", district: Seed.district,
            arguments: .object(["name": .text(name)]),
            uniqueKey: key, attemptsMax: attempts)
    }

    func enqueue(_ statements: [SQL]) async throws {
        try await database.act(as: "street", statements)
    }

    func runner(
        _ handler: any JobHandler, _ worker: String = "test", grace: Duration = .seconds(10),
        outcomes: Outcomes? = nil
    ) -> Runner {
        var settings = Runner.Settings()
        settings.poll = .milliseconds(50)
        settings.grace = grace
        return Runner(
            pool: jobs, handlers: [handler], worker: worker, settings: settings,
            report: { _, outcome, _ in outcomes?.add(outcome) })
    }

    /// Takes a job as a worker does that is then seen no more, its beat still fresh.
    func abandon(_ name: String) async throws {
        try await change([
            "delete from jobs.ready where job_id = \(id(name))",
            "insert into jobs.worker (name) values ('gone')",
            """
            insert into jobs.lease (job_id, token, worker, ring, attempts, marked)
            select job_id, 1, (select max(worker) from jobs.worker), ring, 1, true from jobs.job
            where job_id = \(id(name))
            """,
        ])
    }

    /// Lets the beats of those who are gone grow old.
    func expireLeases() async throws {
        try await change(["update jobs.worker set beat = now() - interval '3 seconds'"])
    }

    func makeDue() async throws {
        try await change(["update jobs.scheduled set run_at = now()"])
    }

    func effects() async throws -> [String: Int] {
        let rows = try await database.owner.read(
            """
            select coalesce(arguments ->> 'name', 'c') as name, count(*) as times
            from public.effect join jobs.standing using (job_id) group by 1
            """)
        var effects = [String: Int]()
        for row in rows { effects[try row.text("name")] = try row.int("times") }
        return effects
    }

    func states() async throws -> [String: String] {
        let rows = try await database.owner.read(
            "select coalesce(arguments ->> 'name', 'c') as name, state from jobs.standing")
        var states = [String: String]()
        for row in rows { states[try row.text("name")] = try row.text("state") }
        return states
    }

    func attempts(_ name: String) async throws -> Int32 {
        try await one("select attempts from jobs.standing where job_id = \(id(name))").int32("attempts")
    }

    func lastError(_ name: String) async throws -> String? {
        try await one("select last_error from jobs.standing where job_id = \(id(name))").optionalText(
            "last_error")
    }

    /// The database's clock and the moment a job is due, in milliseconds.
    func dueAt(_ name: String) async throws -> (now: Int64, due: Int64) {
        let row = try await one(
            """
            select (extract(epoch from now()) * 1000)::bigint as now,
                (extract(epoch from run_at) * 1000)::bigint as due
            from jobs.standing where job_id = \(id(name))
            """)
        return (try row.int64("now"), try row.int64("due"))
    }

    func wait(_ condition: @Sendable () async throws -> Bool) async throws {
        for _ in 0..<500 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw Refused()
    }

    func one(_ statement: SQL) async throws -> Row {
        try await database.owner.read(statement).one()
    }

    func change(_ statements: [SQL]) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
    }
}

/// A handler whose effect is one row, and which then does what the test asks.
struct Tally: JobHandler {
    let kind = "test.tally"
    let then: @Sendable (Transaction, Int32) async throws -> Void

    init(_ then: @escaping @Sendable (Transaction, Int32) async throws -> Void = { _, _ in }) {
        self.then = then
    }

    func run(_ job: Job, in transaction: Transaction) async throws {
        _ = try await transaction.send("insert into public.effect (job_id) values (\(job.id))")
        try await then(transaction, job.attempt)
    }
}

/// What a runner reported, in order.
final class Outcomes: Sendable {
    private let kept = Mutex([Runner.Outcome]())

    var all: [Runner.Outcome] { kept.withLock { $0 } }

    func add(_ outcome: Runner.Outcome) { kept.withLock { $0.append(outcome) } }
}
