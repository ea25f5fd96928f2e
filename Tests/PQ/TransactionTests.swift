import PQ
import Testing
import Values

@Suite("Transactions")
struct TransactionTests {
    private func ready(connections: Int = 4) throws -> (TestDatabase, Pool) {
        let database = try TestDatabase()
        try database.run(
            """
            create table parent (id bigint primary key);
            create table t (a bigint constraint a_is_small check (a < 100), constraint t_once unique (a),
                p bigint constraint t_parent references parent deferrable initially deferred);
            """)
        return (database, database.pool(connections: connections))
    }

    @Test("what is committed stands, and what is not is rolled back")
    func commits() async throws {
        let (database, pool) = try ready()
        let first = try await pool.transaction { transaction in
            let rows = try await transaction.send(["insert into t values (1)", "select count(*) as n from t"])
            #expect(try rows[1].one().int("n") == 1)
            return try await transaction.commit(after: ["insert into t values (2) returning a"])[0].one().int(
                "a")
        }
        #expect(first == 2)
        try await pool.transaction { _ = try await $0.send("insert into t values (3)") }
        await #expect(throws: CancellationError.self) {
            try await pool.transaction { transaction in
                _ = try await transaction.send("insert into t values (4)")
                throw CancellationError()
            }
        }
        try await pool.transaction { try await $0.commit(after: ["insert into t values (5)"]) }
        #expect(try await database.number("select sum(a)::bigint as n from t") == 8)
        await pool.close()
    }

    @Test("a refusal names its SQLSTATE, constraint and table, and says no value outside")
    func refusal() async throws {
        let (database, pool) = try ready()
        let error = await pqError {
            try await pool.transaction {
                try await $0.commit(after: ["insert into t values (1)", "insert into t values (777)"])
            }
        }
        let failure = try #require(error?.failure)
        #expect(failure.sqlstate == "23514")
        #expect(failure.constraint == "a_is_small")
        #expect(failure.table == "t")
        #expect(failure.schema == "public")
        #expect(failure.detail?.contains("777") == true)
        let outside = error.map { "\($0)" } ?? ""
        #expect(outside == "database refusal 23514 (a_is_small)")
        #expect(error.map { String(reflecting: $0) }?.contains("777") == true)
        #expect(try await database.number("select count(*) as n from t") == 0)
        await pool.close()
    }

    @Test("a deferred constraint that fails at COMMIT is failed, not unknown")
    func deferred() async throws {
        let (database, pool) = try ready()
        let error = await pqError {
            try await pool.transaction { try await $0.commit(after: ["insert into t values (1, 9)"]) }
        }
        #expect(error?.failure?.constraint == "t_parent")
        #expect(try await database.number("select count(*) as n from t") == 0)
        await pool.close()
    }

    @Test("a COMMIT that the server answers with ROLLBACK is failed")
    func rolledBack() async throws {
        let (database, pool) = try ready()
        let error = await pqError {
            try await pool.transaction { transaction in
                _ = try await transaction.send("insert into t values (1)")
                let refused = await pqError { _ = try await transaction.send("insert into t values (1000)") }
                #expect(refused?.sqlstate == "23514")
                try await transaction.commit()
            }
        }
        #expect(error?.sqlstate == "25P02")
        #expect(try await database.number("select count(*) as n from t") == 0)
        await pool.close()
    }

    @Test("transactions are the client's to steer, and end once")
    func misuse() async throws {
        let (_, pool) = try ready()
        for text in ["commit", "rollback", "begin", "set search_path = x"] {
            let error = await pqError {
                try await pool.transaction { _ = try await $0.send(SQL(unescaped: text)) }
            }
            #expect(error?.isMisuse == true, "\(text)")
        }
        try await pool.transaction { transaction in
            _ = try await transaction.send([
                "savepoint a", "set local work_mem = '1MB'", "rollback to savepoint a",
            ])
            try await transaction.commit()
            let twice = await pqError { try await transaction.commit() }
            #expect(twice?.isMisuse == true)
            let after = await pqError { _ = try await transaction.send("select 1") }
            #expect(after?.isMisuse == true)
        }
        await pool.close()
    }

    @Test("a backend killed in a transaction fails it, and its connection is replaced")
    func killedDuring() async throws {
        let (database, pool) = try ready(connections: 1)
        let error = await pqError {
            try await pool.transaction { transaction in
                _ = try await transaction.send([
                    "insert into t values (1)", "select pg_terminate_backend(pg_backend_pid())",
                ])
            }
        }
        #expect(error?.isConnection == true)
        try await pool.transaction { try await $0.commit(after: ["insert into t values (2)"]) }
        #expect(try await database.number("select sum(a)::bigint as n from t") == 2)
        await pool.close()
    }

    @Test("a backend killed before COMMIT never acks")
    func killedBefore() async throws {
        let (database, pool) = try ready(connections: 1)
        for round in 1...5 {
            let error = await pqError {
                try await pool.transaction { transaction in
                    let row = try await transaction.send([
                        "insert into t values (\(round))", "select pg_backend_pid() as pid",
                    ])
                    let pid = try row[1].one().int32("pid")
                    _ = try await pool.read("select pg_terminate_backend(\(pid), 1000)")
                    try await transaction.commit()
                }
            }
            #expect(error?.isConnection == true || error?.isUnknown == true)
        }
        #expect(try await database.number("select count(*) as n from t") == 0)
        await pool.close()
    }

    @Test("a backend that dies in COMMIT leaves the outcome unknown")
    func killedIn() async throws {
        let (database, pool) = try ready()
        try database.run(
            """
            create function die() returns trigger language plpgsql as
            'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
            create constraint trigger die after insert on t deferrable initially deferred
            for each row execute function die();
            """)
        let error = await pqError {
            try await pool.transaction { try await $0.commit(after: ["insert into t values (1)"]) }
        }
        #expect(error?.isUnknown == true)
        #expect(error.map { "\($0)" } == "the outcome of a commit is not known")
        await pool.close()
    }

    @Test("a line cut at COMMIT is unknown, whether the server heard it or not", arguments: [true, false])
    func cut(heard: Bool) async throws {
        let (database, pool) = try ready()
        await pool.close()
        let host = try #require(database.parameter("host"))
        let port = try #require(database.parameter("port").flatMap { Int($0) })
        let proxy = CuttingProxy(server: host, port: port, cut: heard ? .answer : .question)
        let through = Pool(database.url.replacingHost(host, by: proxy.folder))
        let error = await pqError {
            try await through.transaction { transaction in
                _ = try await transaction.send("insert into t values (1)")
                proxy.arm()
                try await transaction.commit()
            }
        }
        #expect(error?.isUnknown == true)
        #expect(try await database.number("select count(*) as n from t") == (heard ? 1 : 0))
        await through.close()
    }

    @Test("a cancelled task rolls back before COMMIT was sent")
    func cancelled() async throws {
        let (database, pool) = try ready()
        let task = Task {
            await pqError {
                try await pool.transaction { transaction in
                    _ = try await transaction.send("insert into t values (1)")
                    withUnsafeCurrentTask { $0?.cancel() }
                    try await transaction.commit()
                }
            }
        }
        #expect(await task.value?.isCancelled == true)
        #expect(try await database.number("select count(*) as n from t") == 0)
        await pool.close()
    }

    @Test("a task cancelled while COMMIT is under way waits for its outcome")
    func cancelledLate() async throws {
        let (database, pool) = try ready()
        try database.run(
            """
            create function wait() returns trigger language plpgsql as 'begin perform pg_sleep(0.3); return null; end';
            create constraint trigger wait after insert on t deferrable initially deferred
            for each row execute function wait();
            """)
        let task = Task {
            await pqError {
                try await pool.transaction { try await $0.commit(after: ["insert into t values (1)"]) }
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        #expect(await task.value == nil)
        #expect(try await database.number("select count(*) as n from t") == 1)
        await pool.close()
    }

    @Test("closing a pool lets a transaction come to its end")
    func graceful() async throws {
        let (database, pool) = try ready()
        let task = Task<Void, any Error> {
            try await pool.transaction { transaction in
                _ = try await transaction.send(["insert into t values (1)", "select pg_sleep(0.2)"])
                try await transaction.commit()
            }
        }
        try await Task.sleep(for: .milliseconds(100))
        await pool.close()
        try await task.value
        #expect(try await database.number("select count(*) as n from t") == 1)
    }

    @Test("many writers at once are all written once")
    func writers() async throws {
        let (database, pool) = try ready()
        try database.run("alter table t drop constraint a_is_small")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...300 {
                group.addTask {
                    try await pool.transaction { transaction in
                        _ = try await transaction.send([
                            "select set_config('a.b', \("x"), true)", "select count(*) from t",
                        ])
                        try await transaction.commit(after: ["insert into t values (\(number))"])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.number("select sum(a)::bigint as n from t") == 45_150)
        await pool.close()
    }
}
