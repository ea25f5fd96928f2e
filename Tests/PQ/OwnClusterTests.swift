import PQ
import Testing

/// What needs a server that can be stopped and set up anew, and so one of its own.
@Suite("A server of its own", .serialized)
struct OwnClusterTests {
    @Test("a pool finds the server again after a restart")
    func restart() async throws {
        let cluster = try TestCluster()
        defer { cluster.remove() }
        let pool = Pool(cluster.url)
        let hearing = pool.listen("news")
        var ears = hearing.makeAsyncIterator()
        #expect(try await ears.next()?.isResumed == true)
        #expect(try await pool.read("select 1 as one").one().int("one") == 1)
        try cluster.stop()
        let down = await pqError { _ = try await pool.read("select 1 as one") }
        #expect(down?.isConnection == true)
        try cluster.start()
        #expect(try await pool.read("select 2 as two").one().int("two") == 2)
        try await pool.transaction { try await $0.commit(after: ["select pg_notify('news', 'back')"]) }
        // The gap is told first; whether the notice fell into it is the server's timing.
        #expect(try await ears.next()?.isResumed == true)
        await pool.close()
    }

    @Test("a COMMIT that stopped waiting for its standby is unknown, although the server says COMMIT")
    func unreplicated() async throws {
        let cluster = try TestCluster()
        defer { cluster.remove() }
        try Script.run(url: cluster.url, sql: "create table t (a int)")
        try Script.run(url: cluster.url, sql: "alter system set synchronous_standby_names = 'nobody'")
        try Script.run(url: cluster.url, sql: "select pg_reload_conf(), pg_sleep(0.2)")
        let pool = Pool(cluster.url)
        async let error = pqError {
            try await pool.transaction { try await $0.commit(after: ["insert into t values (1)"]) }
        }
        var cancelled = 0
        for _ in 0..<100 where cancelled == 0 {
            try await Task.sleep(for: .milliseconds(50))
            cancelled = try await pool.read(
                "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'"
            ).count
        }
        #expect(cancelled == 1)
        #expect(await error?.isUnknown == true)
        #expect(try await pool.read("select count(*) as n from t").one().int("n") == 1)
        await pool.close()
    }

    @Test("a server that stands still is given up after the reply limit")
    func frozen() async throws {
        let cluster = try TestCluster()
        defer { cluster.remove() }
        var limits = Pool.Limits()
        limits.reply = .milliseconds(400)
        let pool = Pool(cluster.url, limits: limits)
        let error = await pqError { _ = try await pool.read("select pg_sleep(20)") }
        #expect(error?.isConnection == true)
        #expect(try await pool.read("select 1 as one").one().int("one") == 1)
        await pool.close()
    }
}
