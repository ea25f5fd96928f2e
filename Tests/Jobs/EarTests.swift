import Cluster
import Foundation
import Glibc
import Harness
import Jobs
import PQ
import Testing
import Values

/// What needs a server that can be killed, and whose processes can be made to stand still: one of its own.
@Suite("Jobs: the bell, and a server that dies", .serialized)
struct EarTests {
    /// A server with the schema, as a pool of the runner's role and one of the owner's.
    private struct Own: Sendable {
        let cluster: PrivateCluster
        let jobs: Pool
        let owner: Pool

        static func with(_ body: @Sendable (Own) async throws -> Void) async throws {
            let cluster = try PrivateCluster(
                state: "/tmp/yanshou-ear-\(getpid())", port: 5497,
                settings: ["fsync=off", "max_connections=50", "shared_buffers=32MB"])
            try cluster.start()
            defer {
                try? cluster.stop()
                try? FileManager.default.removeItem(atPath: cluster.state)
            }
            try Script.run(url: cluster.url("postgres"), sql: "create database jobs")
            _ = try Migrator(folder: TestServer.repository + "/sql").migrate(url: cluster.url("jobs"))
            let own = Own(
                cluster: cluster,
                jobs: Pool(
                    cluster.url("jobs", as: "yanshou_jobs"), connections: 5, applicationName: "test-ear"),
                owner: Pool(cluster.url("jobs"), connections: 2, applicationName: "test-owner"))
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body(own)) } catch { outcome = .failure(error) }
            await own.jobs.close()
            await own.owner.close()
            try outcome.get()
        }

        func enqueue(_ names: [String]) async throws {
            let jobs = names.map { name in
                NewJob(id: Seed.id("job:" + name), kind: "test.visit", district: Seed.district)
            }
            try await owner.transaction { _ = try await $0.commit(after: [jobs.insert]) }
        }

        /// The server's processes that listen for the runner.
        func ears() async throws -> [Int32] {
            try await owner.read(
                """
                select pid from pg_stat_activity
                where application_name = 'test-ear' and query like 'listen %' order by pid
                """
            ).map { try $0.int32("pid") }
        }

        func wait(_ condition: @Sendable () async throws -> Bool) async throws {
            for _ in 0..<2000 {
                if (try? await condition()) == true { return }
                try await Task.sleep(for: .milliseconds(10))
            }
            throw Refused()
        }

        /// A runner that looks by itself only twice a minute: all else it has to hear.
        func listener(_ visits: Visits) -> Runner {
            var settings = Runner.Settings()
            settings.poll = .seconds(30)
            settings.ping = .milliseconds(200)
            settings.grace = .seconds(5)
            return Runner(
                pool: jobs, handlers: [], outside: [visits], worker: "ear", settings: settings)
        }
    }

    @Test(
        "an ear whose connection is cut, or stands still without a word, is replaced, and hears the next bell"
    )
    func ears() async throws {
        try await Own.with { own in
            let visits = Visits()
            let bell = Doorbell(own.owner)
            try await Scene.serving(own.listener(visits)) {
                try await own.wait { try await own.ears().count == 1 }
                try await own.enqueue(["a"])
                bell.ring()
                try await own.wait { visits.all.count == 1 }
                // Cut: the connection is gone, and its loss is told.
                let cut = try await own.ears()
                _ = try await own.owner.transaction { transaction in
                    try await transaction.commit(after: ["select pg_terminate_backend(\(cut[0]))"])
                }
                try await own.wait {
                    let now = try await own.ears()
                    return now.count == 1 && now != cut
                }
                try await own.enqueue(["b"])
                bell.ring()
                try await own.wait { visits.all.count == 2 }
                // Silent: the connection is there, and nothing comes.
                let silent = try await own.ears()
                #expect(kill(silent[0], SIGSTOP) == 0)
                let outcome: Result<Void, any Error>
                do {
                    try await own.wait { try await own.ears().contains { !silent.contains($0) } }
                    try await own.enqueue(["c"])
                    bell.ring()
                    try await own.wait { visits.all.count == 3 }
                    outcome = .success(())
                } catch { outcome = .failure(error) }
                kill(silent[0], SIGCONT)
                try outcome.get()
            }
        }
    }

    @Test("without a bell at all, work is found by looking")
    func unheard() async throws {
        try await Own.with { own in
            let visits = Visits()
            var settings = Runner.Settings()
            settings.poll = .milliseconds(50)
            // Nobody may notify: the doorbell fails, and so does the look whether it is heard.
            try Script.run(
                url: own.cluster.url("jobs"),
                sql: "revoke execute on function pg_catalog.pg_notify(text, text) from public")
            let runner = Runner(
                pool: own.jobs, handlers: [], outside: [visits], worker: "deaf", settings: settings)
            let bell = Doorbell(own.jobs)
            try await Scene.serving(runner) {
                try await own.enqueue(["a", "b"])
                bell.ring()
                try await own.wait { visits.all.count == 2 }
            }
        }
    }

    @Test("a server that is killed and comes back loses no job and doubles no end; what ran goes on")
    func killed() async throws {
        try await Own.with { own in
            let visits = Visits { _ in try await Task.sleep(for: .milliseconds(20)) }
            var settings = Runner.Settings()
            settings.poll = .milliseconds(50)
            settings.outsideSlots = 4
            settings.prefetch = 4
            let runner = Runner(
                pool: own.jobs, handlers: [], outside: [visits], worker: "survivor", settings: settings)
            let names = (0..<200).map { "job-\($0)" }
            try await own.enqueue(names)
            try await Scene.serving(runner) {
                for number in 1...2 {
                    try await own.wait { visits.all.count >= 40 * number }
                    let server = try #require(own.cluster.processID)
                    #expect(kill(server, SIGKILL) == 0)
                    try own.cluster.start()
                }
                try await own.wait {
                    try await own.owner.read(
                        "select (select count(*) from jobs.outcome where state = 'done') = 200 as is_over"
                    ).one().bool("is_over")
                }
            }
            // Outside it is at least once; the ends are exactly one each, and nothing is held.
            #expect(Set(visits.all).count == 200)
            let left = try await own.owner.read(
                """
                select (select count(distinct job_id) from jobs.outcome) as ended,
                    (select count(*) from jobs.outcome) as ends,
                    (select count(*) from jobs.lease) + (select count(*) from jobs.ready) as held
                """
            ).one()
            #expect(try left.int64("ended") == 200 && left.int64("ends") == 200 && left.int64("held") == 0)
        }
    }
}
