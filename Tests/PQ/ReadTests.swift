import PQ
import Testing
import Values

@Suite("Reads on shared connections")
struct ReadTests {
    @Test("several statements are one implicit transaction")
    func oneTransaction() async throws {
        let pool = try TestDatabase().pool()
        let rows = try await pool.read([
            "select set_config('app.actor', \("甲"), true)", "select current_setting('app.actor') as actor",
            "select pg_current_xact_id_if_assigned() is null as reads, now() = statement_timestamp() as same",
        ])
        #expect(try rows[1].one().text("actor") == "甲")
        #expect(try rows[2].one().bool("reads"))
        let after = try await pool.read("select current_setting('app.actor', true) as actor").one()
        #expect(try after.optionalText("actor") ?? "" == "")
        await pool.close()
    }

    @Test("a failing request fails alone among those it shares connections with")
    func isolation() async throws {
        let pool = try TestDatabase().pool(readConnections: 1)
        let good = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    if number.isMultiple(of: 3) {
                        let error = await pqError {
                            _ = try await pool.read([
                                "select 1 as one", "select 1 / \(number - number)", "select 2",
                            ])
                        }
                        return error?.sqlstate == "22012"
                    }
                    let rows = try await pool.read([
                        "select \(number) as number", "select \(number * 2) as double",
                    ])
                    return try rows[0].one().int("number") == number
                        && rows[1].one().int("double") == 2 * number
                }
            }
            var good = 0
            for try await isRight in group where isRight { good += 1 }
            return good
        }
        #expect(good == 200)
        await pool.close()
    }

    @Test("a thousand reads at once all get their own answer")
    func thousand() async throws {
        let pool = try TestDatabase().pool()
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...1000 {
                group.addTask { try await pool.read("select \(number) as number").one().int("number") }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 500_500)
        #expect(
            try await pool.read(
                "select count(*) as n from pg_stat_activity where application_name = 'yanshou' and datname = current_database()"
            ).one().int64("n") <= 2)
        await pool.close()
    }

    @Test("a table that changed under a prepared statement is read again without an error")
    func stale() async throws {
        let database = try TestDatabase()
        try database.run("create table t (a bigint); insert into t values (1)")
        let pool = database.pool(readConnections: 1)
        for _ in 0..<2 { #expect(try await pool.read("select * from t").one().columnNames == ["a"]) }
        try database.run("alter table t add b text default 'new'")
        let row = try await pool.read("select * from t").one()
        #expect(row.columnNames == ["a", "b"])
        #expect(try row.text("b") == "new")
        let second = try await pool.transaction { transaction in
            let before = try await transaction.send("select * from t").one().columnNames.count
            try await transaction.commit()
            return before
        }
        #expect(second == 2)
        try database.run("alter table t drop b")
        let third = try await pool.transaction { transaction in
            let rows = try await transaction.send(["select set_config('a.b', 'c', true)", "select * from t"])
            try await transaction.commit()
            return try rows[1].one().columnNames
        }
        #expect(third == ["a"])
        await pool.close()
    }

    @Test("a failed prepare is not remembered as a prepared statement")
    func failedPrepare() async throws {
        let database = try TestDatabase()
        let pool = database.pool(readConnections: 1)
        let error = await pqError { _ = try await pool.read("select * from later") }
        #expect(error?.sqlstate == "42P01")
        try database.run("create table later (a text); insert into later values ('x')")
        #expect(try await pool.read("select * from later").one().text("a") == "x")
        await pool.close()
    }

    @Test("more texts than a connection keeps prepared still work")
    func eviction() async throws {
        let pool = try TestDatabase().pool(readConnections: 1)
        for number in 0..<700 {
            let row = try await pool.read("select \(unescaped: String(number))::bigint as n, \(1)::bigint")
                .one()
            #expect(try row.int("n") == number)
        }
        let kept = try await pool.read("select count(*) as n from pg_prepared_statements").one()
        #expect(try kept.int64("n") <= 520)
        await pool.close()
    }

    @Test("a megabyte goes there and comes back")
    func large() async throws {
        let pool = try TestDatabase().pool()
        let bytes = (0..<1_200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let row = try await pool.read("select \(bytes) as b, length(\(bytes)) as n").one()
        #expect(try row.bytes("b") == bytes)
        #expect(try row.int("n") == bytes.count)
        let rows = try await pool.read("select g as n, repeat('字', 20) as t from generate_series(1, 50000) g")
        #expect(rows.count == 50_000)
        #expect(try rows[49_999].int("n") == 50_000)
        await pool.close()
    }

    @Test("a shared connection neither writes nor begins")
    func readOnly() async throws {
        let database = try TestDatabase()
        try database.run("create table t (a int)")
        let pool = database.pool()
        let write = await pqError { _ = try await pool.read("insert into t values (1)") }
        #expect(write?.sqlstate == "25006")
        for text in ["begin", " COMMIT", "set role x", "listen a", "copy t from stdin"] {
            let error = await pqError { _ = try await pool.read(SQL(unescaped: text)) }
            #expect(error?.isMisuse == true, "\(text)")
        }
        await pool.close()
    }

    @Test("a full queue and a long wait are told as busy")
    func busy() async throws {
        var limits = Pool.Limits()
        limits.waiting = 2
        limits.wait = .milliseconds(200)
        let pool = try TestDatabase().pool(connections: 1, limits: limits)
        try await pool.transaction { holder in
            _ = try await holder.send("select 1")
            let errors = await withTaskGroup(of: PQError?.self) { group in
                for _ in 0..<5 {
                    group.addTask {
                        await pqError { try await pool.transaction { _ = try await $0.send("select 1") } }
                    }
                }
                return await group.reduce(into: [PQError?]()) { $0.append($1) }
            }
            #expect(errors.count == 5)
            #expect(errors.allSatisfy { $0?.isBusy == true })
            try await holder.commit()
        }
        await pool.close()
    }

    @Test("a killed connection fails its own request, and the next one finds a new connection")
    func killed() async throws {
        let pool = try TestDatabase().pool(readConnections: 2)
        let pid = try await pool.read("select pg_backend_pid() as pid").one().int("pid")
        let error = await pqError { _ = try await pool.read("select pg_terminate_backend(pg_backend_pid())") }
        #expect(error?.isConnection == true)
        for _ in 0..<20 {
            #expect(try await pool.read("select pg_backend_pid() as pid").one().int("pid") != pid)
        }
        await pool.close()
    }

    @Test("a server that cannot be reached is told in time, without a wait for ever")
    func unreachable() async throws {
        var limits = Pool.Limits()
        limits.outage = .milliseconds(300)
        let pool = Pool("postgresql:///postgres?host=/tmp/nowhere-at-all", limits: limits)
        let error = await pqError { _ = try await pool.read("select 1") }
        #expect(error?.isConnection == true)
        #expect(error.map { "\($0)" } == "the database cannot be reached")
        await pool.close()
        let closed = await pqError { _ = try await pool.read("select 1") }
        #expect(closed?.isConnection == true)
    }

    @Test("a cancelled task sends nothing")
    func cancelled() async throws {
        let pool = try TestDatabase().pool()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await pqError { _ = try await pool.read("select 1") }
        }
        #expect(await task.value?.isCancelled == true)
        await pool.close()
    }
}
