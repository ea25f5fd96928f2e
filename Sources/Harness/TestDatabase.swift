package import Actions
import Cluster
import Foundation
package import Ledger
package import PQ
package import Policy
import Synchronization
package import Values
package import Web

/// A database of a test's own, cloned from a template that holds the schema, the packs and the roster.
package final class TestDatabase: Sendable {
    package let name: String
    /// As the superuser: for looking and for setting the scene.
    package let owner: Pool
    /// As the application's own role: what guards must withstand.
    package let service: Pool
    package let desk: Desk
    package let clock: TestClock

    private init(_ name: String, refusals: [[RefusalWords]]) throws {
        self.name = name
        owner = Pool(try TestServer.url(name), connections: 3, applicationName: "test-owner")
        service = Pool(
            try TestServer.url(name, as: "yanshou_service"), connections: 4,
            readURL: try TestServer.url(name, as: "yanshou_reader"), applicationName: "test-service")
        let publicPool = Pool(
            try TestServer.url(name, as: "yanshou_service"), connections: 1,
            readURL: try TestServer.url(name, as: "yanshou_public"), readConnections: 1,
            applicationName: "test-public")
        clock = TestClock(following: try TestServer.url(name))
        desk = Desk(
            pool: service, publicPool: publicPool, shelf: PolicyShelf(try TestPolicies.book.get()),
            clock: clock,
            refusals: RefusalIndex([GroundRefusals.all] + refusals))
    }

    /// Gives a test a database, and drops it afterwards.
    package static func with<Value: Sendable>(
        refusals: [[RefusalWords]] = [], _ body: @Sendable (TestDatabase) async throws -> Value
    ) async throws -> Value {
        await Turnstile.databases.enter()
        defer { Task { await Turnstile.databases.leave() } }
        let template = try await Template.name()
        let name = "t_\(getpid())_\(serial.add(1, ordering: .relaxed).newValue)"
        try await Template.cloning.clone(template, to: name)
        let database = try TestDatabase(name, refusals: refusals)
        let outcome: Result<Value, any Error>
        do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
        await database.owner.close()
        await database.service.close()
        await database.desk.publicPool.close()
        try? Script.run(url: TestServer.url("postgres"), sql: "drop database if exists \(name) with (force)")
        return try outcome.get()
    }

    /// Runs statements as the application's role, entered with a person's token, and commits.
    @discardableResult
    package func act(as login: String, _ statements: [SQL]) async throws -> [Rows] {
        try await service.transaction { transaction in
            let rows = try await transaction.send([TestDatabase.enter(login)] + statements)
            _ = try await transaction.commit()
            return Array(rows.dropFirst())
        }
    }

    /// Publishes the working days of the year after the packs' last, as an operator does when its notice is out.
    package func publishNextYear() async throws {
        try await PolicyPublication.publish(try TestPolicies.withNextYear(), to: owner)
    }

    /// Lets the units of these people take part in a project, past the guards of engagements.
    package func engage(_ logins: [String], in project: ID) async throws {
        let statements =
            ["set local session_replication_role = replica"]
            + Seed.engagements(logins, of: project, under: Seed.id("op:engaged"))
        try await owner.transaction { transaction in _ = try await transaction.commit(after: statements) }
    }

    /// The name of the guard that refuses these statements, or nil where they are let through.
    package func refusal(as login: String, _ statements: [SQL]) async throws -> String? {
        try await refusal { _ = try await act(as: login, statements) }
    }

    /// The same by the holder of a link.
    package func refusal(byLink key: String, _ statements: [SQL]) async throws -> String? {
        try await refusal {
            _ = try await service.transaction { transaction in
                try await transaction.commit(after: ["select auth.enter(\(Token.hash(key)))"] + statements)
            }
        }
    }

    /// The same without the application's role: for what only the migrator, a job or an operator may write at all.
    package func refusal(ofOwner statements: [SQL]) async throws -> String? {
        try await refusal {
            _ = try await owner.transaction { transaction in try await transaction.commit(after: statements) }
        }
    }

    private func refusal(of work: () async throws -> Void) async throws -> String? {
        do {
            try await work()
            return nil
        } catch PQError.failed(let failure) {
            GuardRegister.add(.raw, failure.constraint)
            return failure.constraint ?? "\(failure.sqlstate): \(failure.message)"
        }
    }

    /// A side of a race without the application's role: what a migrator or an operator does.
    package static let anOperator = "(operator)"

    /// Two sessions at once, the second while the first is uncommitted: gives each one's refusal.
    package func race(
        _ first: (login: String, statements: [SQL]), _ second: (login: String, statements: [SQL])
    ) async throws -> (String?, String?) {
        let alone = (try await passes(first), try await passes(second))
        let meeting = Meeting()
        async let one: String? = side(first, counts: alone.0) {
            await meeting.firstHasWritten()
            try await untilSecondWaits(meeting)
        }
        async let two: String? = {
            await meeting.waitForFirst()
            let outcome = try await side(second, counts: alone.1) { await meeting.secondIsThrough() }
            return outcome
        }()
        return try await (one, two)
    }

    /// Until the second stands at a lock of the first's, or went past it; a busy machine takes its time.
    private func untilSecondWaits(_ meeting: Meeting) async throws {
        for _ in 0..<250 {
            if await meeting.secondWentThrough { return }
            let waiting = try await owner.read(
                """
                select count(*) as n from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)
            if try waiting.one().int64("n") > 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func entrance(of login: String) -> (pool: Pool, statements: [SQL]) {
        login == TestDatabase.anOperator ? (owner, []) : (service, [TestDatabase.enter(login)])
    }

    /// Whether a side would be let through by itself: only then is its refusal the other one's doing.
    private func passes(_ work: (login: String, statements: [SQL])) async throws -> Bool {
        guard GuardRegister.isKept else { return false }
        let entrance = entrance(of: work.login)
        do {
            try await entrance.pool.transaction { transaction in
                _ = try await transaction.send(
                    entrance.statements + work.statements + ["set constraints all immediate"])
            }
            return true
        } catch PQError.failed {
            return false
        }
    }

    private func side(
        _ work: (login: String, statements: [SQL]), counts: Bool,
        _ between: @Sendable () async throws -> Void
    ) async throws -> String? {
        let entrance = entrance(of: work.login)
        do {
            try await entrance.pool.transaction { transaction in
                do {
                    _ = try await transaction.send(entrance.statements + work.statements)
                } catch {
                    try await between()
                    throw error
                }
                try await between()
                _ = try await transaction.commit()
            }
            return nil
        } catch PQError.failed(let failure) {
            GuardRegister.add(.raw, failure.constraint)
            if counts { GuardRegister.add(.race, failure.constraint) }
            return failure.constraint ?? "\(failure.sqlstate): \(failure.message)"
        }
    }

    package static func enter(_ login: String) -> SQL {
        "select auth.enter(\(Token.hash(Seed.token(login)))) as actor"
    }

    /// The event that a raw change needs, so that a guard is what refuses it and not the missing event.
    ///
    /// Two sessions that write in the chain of one thing queue there, so each raw change has a chain of its own; only
    /// keys and clocks, whose guards look at the event's subject, keep theirs.
    package static func event(
        _ op: ID, _ type: String = "test.change", on subject: (String, ID), project: ID? = nil
    ) -> SQL {
        let (kind, id) = ["signing_key", "clock"].contains(subject.0) ? subject : ("test", op)
        return """
            select ledger.record(\(op), \(type), \(kind), \(id), \(project), greatest(
                auth.today()::timestamp at time zone 'Asia/Shanghai' + interval '9 hours', (
                    select max(at) from ledger.entry where subject_kind = \(kind) and subject_id = \(id)
                )), null, '{}')
            """
    }

    /// An event like another, for tests that put rows at a state past their guards and triggers: what was answered before
    /// ends with it.
    package static let eventOfNothing: SQL = """
        insert into ledger.entry
        select (jsonb_populate_record(told, jsonb_build_object('entry_id', gen_random_uuid(),
            'subject_id', gen_random_uuid(), 'project_id', null, 'written_by', pg_current_xact_id()::text))).*
        from ledger.entry told limit 1
        """

    /// A link of control as the application records it, under an event of its own.
    package static func controlLink(
        _ controller: ID, _ controlled: ID, kind: String = "controls", to end: String? = nil
    ) -> [SQL] {
        let op = Seed.id("link:\(controller)/\(controlled)/\(kind)")
        return [
            event(op, on: ("test", op)),
            """
            insert into auth.control_link (organisation_id, controlled_id, kind, evidence, valid_from, valid_to,
                recorded_in, op_id)
            values (\(controller), \(controlled), \(kind), '工商登记', '2020-01-01', \(end)::text::date, auth.district(),
                \(op))
            """,
        ]
    }

    private static let serial = Atomic<Int>(0)
}

/// Lets the second session of a race begin after the first has written.
private actor Meeting {
    private var hasWritten = false
    private(set) var secondWentThrough = false
    private var waiting: CheckedContinuation<Void, Never>?

    func firstHasWritten() {
        hasWritten = true
        waiting?.resume()
        waiting = nil
    }

    func secondIsThrough() { secondWentThrough = true }

    func waitForFirst() async {
        if hasWritten { return }
        await withCheckedContinuation { waiting = $0 }
    }
}

/// The template: made once for a state of `sql/`, the packs and the roster.
private enum Template {
    static let cloning = Cloning()
    private static let made = Making()

    static func name() async throws -> String { try await made.name() }

    /// One clone at a time: PostgreSQL copies a template that nobody uses.
    actor Cloning {
        func clone(_ template: String, to name: String) throws {
            try Script.run(
                url: TestServer.url("postgres"), sql: "create database \(name) template \(template)")
        }
    }

    actor Making {
        private var task: Task<String, any Error>?

        func name() async throws -> String {
            if let task { return try await task.value }
            let task = Task { try await Template.make() }
            self.task = task
            return try await task.value
        }
    }

    static func make() async throws -> String {
        let name = "yanshou_template_\(getpid())"
        let postgres = try TestServer.url("postgres")
        try Script.run(url: postgres, sql: "drop database if exists \(name) with (force)")
        try Script.run(url: postgres, sql: "create database \(name) template template0 encoding 'UTF8'")
        let url = try TestServer.url(name)
        _ = try Migrator(folder: TestServer.repository + "/sql").migrate(url: url)
        let pool = Pool(url, connections: 1, applicationName: "test-template")
        try await PolicyPublication.publish(try TestPolicies.book.get(), to: pool)
        try await pool.transaction { transaction in
            let start = Instant(startOf: Seed.today, hour: 9)
            _ = try await transaction.commit(
                after: ["select auth.begin_demo_clock(\(start)) as now"] + Seed.roster() + Seed.subjects)
        }
        await pool.close()
        return name
    }
}

/// A clock that stands still until a test moves it; the database's own clock is set with it.
package final class TestClock: BusinessClock {
    private let moment = Mutex(Instant(startOf: Seed.today, hour: 9))
    private let database: String

    init(following database: String) {
        self.database = database
    }

    package var now: Instant { moment.withLock { $0 } }
    package var isSimulated: Bool { false }

    package func set(_ instant: Instant) {
        moment.withLock { $0 = instant }
        do {
            try Script.run(url: database, sql: "select auth.set_demo_clock('\(instant.universal)')")
        } catch {
            preconditionFailure("the database does not follow the test's clock: \(error)")
        }
    }

    package func set(day: BusinessDay, hour: Int = 9) { set(Instant(startOf: day, hour: hour)) }
}
