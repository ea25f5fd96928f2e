import Foundation
import PQ
import Testing

@Suite("Migrator and scripts")
struct MigratorTests {
    /// A folder `sql/` on the disk that goes with the test.
    private final class Folder: Sendable {
        let path = "/tmp/ysm-" + UUID().uuidString

        init() throws {
            for name in ["migrations", "current/app"] {
                try FileManager.default.createDirectory(
                    atPath: path + "/" + name, withIntermediateDirectories: true)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String, explained: Bool = true) throws {
            let head =
                explained && name.hasPrefix("migrations")
                ? "-- Why: a test.\n-- Locks: none. Rows rewritten: none.\n-- Back: drop.\n" : ""
            try (head + text).write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }
    }

    private func ready() throws -> (Folder, Migrator, TestDatabase) {
        let folder = try Folder()
        try folder.write("migrations/0001_first.sql", "create table t (a int);\ninsert into t values (1);")
        try folder.write("migrations/0002_second.sql", "alter table t add b int;")
        try folder.write("current/app/20_view.sql", "create or replace view v as select one() as one from t;")
        try folder.write(
            "current/app/10_function.sql",
            "create or replace function one() returns int language sql as $$ select 1; $$;")
        return (folder, Migrator(folder: folder.path), try TestDatabase())
    }

    /// What blocks runs on a thread of its own.
    private func threaded<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    private func fault(_ body: () throws -> Void) -> MigrationFault? {
        do {
            try body()
            return nil
        } catch {
            return error as? MigrationFault
        }
    }

    @Test("migrations are applied once and current is replayed when it changed")
    func applies() async throws {
        let (folder, migrator, database) = try ready()
        #expect(try migrator.status(url: database.url).pending == ["0001_first", "0002_second"])
        let first = try migrator.migrate(url: database.url)
        #expect(first.applied == ["0001_first", "0002_second"])
        #expect(first.replayed)
        let second = try migrator.migrate(url: database.url)
        #expect(second.applied == [] && !second.replayed)
        #expect(try migrator.status(url: database.url).isUpToDate)
        try folder.write(
            "current/app/10_function.sql",
            "create or replace function one() returns int language sql as $$ select 2; $$;")
        #expect(try !migrator.status(url: database.url).isCurrentReplayed)
        let third = try migrator.migrate(url: database.url)
        #expect(third.applied == [] && third.replayed)
        #expect(try await database.number("select one::bigint from v") == 2)
        try folder.write("migrations/0003_third.sql", "alter table t add c int;")
        let fourth = try migrator.migrate(url: database.url)
        #expect(fourth.applied == ["0003_third"] && fourth.replayed)
    }

    @Test("a changed, renamed, missing or repeated migration is refused, and so is a newer database")
    func refuses() throws {
        let (folder, migrator, database) = try ready()
        try migrator.migrate(url: database.url)
        try folder.write("migrations/0002_second.sql", "alter table t add bb int;")
        #expect(fault { try migrator.migrate(url: database.url) } == .changed("0002_second"))
        try folder.remove("migrations/0002_second.sql")
        #expect(fault { try migrator.migrate(url: database.url) } == .newer(database: 2, folder: 1))
        try folder.write("migrations/0003_third.sql", "select 1;")
        #expect(
            fault { try migrator.migrate(url: database.url) }
                == .folder("migration 2 is missing before migrations/0003_third.sql"))
        try folder.write("migrations/0001_other.sql", "select 1;")
        #expect(fault { try migrator.migrate(url: database.url) } == .folder("number 1 is used twice"))
        try folder.remove("migrations/0001_other.sql")
        try folder.remove("migrations/0003_third.sql")
        try folder.write("migrations/0002_second.sql", "select 1;", explained: false)
        guard case .folder(let words) = fault({ try migrator.migrate(url: database.url) }) else {
            Issue.record("a migration without its comment was taken")
            return
        }
        #expect(words.contains("does not open with a comment"))
    }

    @Test("a failing migration leaves nothing of the run and names file, statement and line")
    func fails() async throws {
        let (folder, migrator, database) = try ready()
        try folder.write(
            "migrations/0003_third.sql", "create table x (a int);\ninsert into t values (3);\n\nselect 1 / 0;"
        )
        guard case .statement(let file, let failure) = fault({ try migrator.migrate(url: database.url) })
        else {
            Issue.record("the failure was not told")
            return
        }
        #expect(file == "migrations/0003_third.sql")
        #expect(failure.sqlstate == "22012")
        #expect(failure.statement == 3)
        #expect(failure.line == 7)
        #expect(try await database.number("select count(*) as n from pg_class where relname = 'x'") == 0)
        #expect(try await database.number("select count(*) as n from migration.applied") == 0)
        try folder.write("migrations/0003_third.sql", "commit;")
        #expect(
            fault { try migrator.migrate(url: database.url) }
                == .endedTransaction(file: "migrations/0003_third.sql"))
    }

    @Test("a replay that fails takes its migrations back, and the older folder's program goes on")
    func failsInCurrent() async throws {
        let (folder, migrator, database) = try ready()
        try migrator.migrate(url: database.url)
        try folder.write("migrations/0003_third.sql", "alter table t drop column b;")
        try folder.write(
            "current/app/10_function.sql",
            "create or replace function one() returns bigint language sql as $$ select 1::bigint; $$;")
        guard case .statement(let file, let failure) = fault({ try migrator.migrate(url: database.url) })
        else {
            Issue.record("the failure was not told")
            return
        }
        #expect(file == "current/app/10_function.sql" && failure.sqlstate == "42P13")
        #expect(try await database.number("select count(b)::bigint as n from t") == 0)
        try folder.remove("migrations/0003_third.sql")
        try folder.write(
            "current/app/10_function.sql",
            "create or replace function one() returns int language sql as $$ select 1; $$;")
        #expect(try migrator.status(url: database.url).isUpToDate)
    }

    @Test("what waits for the end of a transaction is asked at the end of each migration")
    func deferred() async throws {
        let (folder, migrator, database) = try ready()
        try folder.write(
            "migrations/0003_third.sql",
            """
            create table pair (a int primary key, b int references pair deferrable initially deferred);
            insert into pair values (1, 2);
            insert into pair values (2, 1);
            """)
        try folder.write(
            "migrations/0004_fourth.sql", "alter table pair add c int;\ninsert into pair values (3, 4);")
        guard case .failed(let failure)? = await pqError({ try migrator.migrate(url: database.url) }) else {
            Issue.record("a row that refers to nothing was taken")
            return
        }
        #expect(failure.sqlstate == "23503")
        try folder.write("migrations/0004_fourth.sql", "alter table pair add c int;")
        #expect(try migrator.migrate(url: database.url).applied.count == 4)
    }

    @Test("a deadlock with whoever is at work is tried again", .timeLimit(.minutes(20)))
    func deadlock() async throws {
        let (folder, migrator, database) = try ready()
        try migrator.migrate(url: database.url)
        try database.run("create table u (a int)")
        try folder.write(
            "migrations/0003_third.sql",
            "lock table u;\nselect pg_sleep(0.1);\nalter table t add c int;\nalter table u add c int;")
        // He holds the one, waits until the other is held, and never looks for a deadlock himself.
        let url = database.url
        async let other: Void = threaded {
            try Script.run(
                url: url,
                sql: """
                    set deadlock_timeout = '1h';
                    begin;
                    lock table t;
                    do $$ begin
                        perform pg_advisory_lock(7);
                        while not exists (select from pg_locks where relation = 'u'::regclass and granted) loop
                            perform pg_sleep(0.01);
                        end loop;
                    end $$;
                    lock table u;
                    commit
                    """)
        }
        while try await database.number(
            "select count(*) as n from pg_locks where locktype = 'advisory' and objid = 7") == 0
        {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try migrator.migrate(url: database.url).applied == ["0003_third"])
        try await other
        #expect(
            try await database.number(
                "select deadlocks as n from pg_stat_database where datname = current_database()") == 1)
    }

    @Test("eight runners at once apply everything once")
    func race() async throws {
        let (folder, migrator, database) = try ready()
        for number in 3...12 {
            try folder.write(
                "migrations/\(number < 10 ? "000" : "00")\(number)_step.sql",
                "insert into t values (\(number)); select pg_sleep(0.01);")
        }
        let reports = try await withThrowingTaskGroup(of: Migrator.Report.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await threaded { try migrator.migrate(url: database.url) }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(reports.filter { $0.applied.count == 12 }.count == 1)
        #expect(reports.filter { $0.applied.isEmpty && !$0.replayed }.count == 7)
        #expect(try await database.number("select count(*) as n from t") == 11)
    }

    @Test("a script that fails tells which statement and line")
    func script() async throws {
        let database = try TestDatabase()
        let text = """
            -- a comment; with a semicolon
            create table s (a text default ';');
            create function f() returns int language plpgsql as $body$ begin return 1; end $body$;
            create function g() returns int begin atomic; select case when true then 1 end; end;
            insert into s values (E'\\';'), ('it''s; ok'); /* ; /* ; */ */

            insert into s values ((select 1 / (a = 'zzz')::int from s limit 1));
            """
        let error = await pqError { try database.run(text) }
        #expect(error?.sqlstate == "22012")
        #expect(error?.failure?.statement == 5)
        #expect(error?.failure?.line == 7)
        let syntax = await pqError { try database.run("select 1;\nselect 2;\nselekt 3;") }
        #expect(syntax?.sqlstate == "42601")
        #expect(syntax?.failure?.statement == 3)
        #expect(syntax?.failure?.line == 3)
    }
}
