import PQ
import Testing

@Suite("LISTEN and COPY")
struct ListenAndCopyTests {
    @Test("notifications come to those who listen, in order")
    func hears() async throws {
        let pool = try TestDatabase().pool()
        var first = pool.listen("a").makeAsyncIterator()
        var second = pool.listen("we\"ird").makeAsyncIterator()
        #expect(try await first.next()?.isResumed == true)
        #expect(try await second.next()?.isResumed == true)
        try await pool.transaction { transaction in
            _ = try await transaction.send(["select pg_notify('a', '一')", "select pg_notify('we\"ird', 'w')"])
            try await transaction.commit(after: ["select pg_notify('a', '二')"])
        }
        #expect(try await first.next()?.payload == "一")
        #expect(try await first.next()?.payload == "二")
        #expect(try await second.next()?.payload == "w")
        await pool.close()
        #expect(try await first.next() == nil)
    }

    @Test("listening goes on after its connection was killed, and the gap is told")
    func hearsAgain() async throws {
        let pool = try TestDatabase().pool()
        var ear = pool.listen("a").makeAsyncIterator()
        #expect(try await ear.next()?.isResumed == true)
        let killed = try await pool.read(
            "select pg_terminate_backend(pid, 1000) from pg_stat_activity where query like 'listen%' and datname = current_database()"
        ).count
        #expect(killed == 1)
        #expect(try await ear.next()?.isResumed == true)
        try await pool.transaction { try await $0.commit(after: ["select pg_notify('a', 'again')"]) }
        #expect(try await ear.next()?.payload == "again")
        await pool.close()
    }

    @Test("copy feeds many rows")
    func copies() async throws {
        let database = try TestDatabase()
        try database.run("create table t (a bigint primary key, b text)")
        let pool = database.pool()
        let rows = (1...100_000).map { Array("\($0)\t行 \($0)\n".utf8) }
        #expect(try await pool.copy(into: "copy t (a, b) from stdin", rows: rows) == 100_000)
        #expect(try await database.number("select count(*) as n from t where b = '行 ' || a") == 100_000)
        let twice = await pqError {
            try await pool.copy(into: "copy t (a, b) from stdin", rows: [Array("1\tx\n".utf8)])
        }
        #expect(twice?.sqlstate == "23505")
        let wrong = await pqError { try await pool.copy(into: "select 1", rows: []) }
        #expect(wrong?.isMisuse == true)
        await pool.close()
    }

    @Test("a source that fails leaves nothing behind")
    func abandons() async throws {
        let database = try TestDatabase()
        try database.run("create table t (a bigint)")
        let pool = database.pool()
        let source = AsyncThrowingStream<[UInt8], any Error> { stream in
            stream.yield(Array("1\n".utf8))
            stream.finish(throwing: CancellationError())
        }
        let error = await pqError { try await pool.copy(into: "copy t from stdin", rows: source) }
        #expect(error?.isCancelled == true)
        #expect(try await database.number("select count(*) as n from t") == 0)
        await pool.close()
    }
}
