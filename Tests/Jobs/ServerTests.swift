import Cluster
import Foundation
import Glibc
import Harness
import Jobs
import PQ
import Synchronization
import Testing
import Values

/// What befalls the server itself, each on one of its own: a disk that is full, another that takes its place, a crowd.
@Suite("Jobs: the server's own troubles", .serialized)
struct ServerTests {
    /// Where a program writes down what was acknowledged to it.
    private final class Acknowledged: Sendable {
        private let state = Mutex((names: [ID](), refused: 0))

        var all: [ID] { state.withLock { $0.names } }
        var refused: Int { state.withLock { $0.refused } }
        func add(_ id: ID) { state.withLock { $0.names.append(id) } }
        func refuse() { state.withLock { $0.refused += 1 } }
    }

    private static func cluster(_ name: String, port: Int, _ settings: [String] = []) throws -> PrivateCluster
    {
        try PrivateCluster(
            state: "/tmp/yanshou-\(name)-\(getpid())", port: port,
            settings: ["fsync=off", "shared_buffers=32MB", "max_wal_size=64MB"] + settings)
    }

    private static func lay(_ cluster: PrivateCluster) throws {
        try cluster.start()
        try Script.run(url: cluster.url("postgres"), sql: "create database jobs")
        _ = try Migrator(folder: TestServer.repository + "/sql").migrate(url: cluster.url("jobs"))
    }

    private static func remove(_ cluster: PrivateCluster) {
        try? cluster.stop()
        try? FileManager.default.removeItem(atPath: cluster.state)
    }

    private static func runner(_ visits: Visits, on pool: Pool) -> Runner {
        var settings = Runner.Settings()
        settings.poll = .milliseconds(50)
        settings.outsideSlots = 4
        settings.prefetch = 4
        return Runner(pool: pool, handlers: [], outside: [visits], worker: "survivor", settings: settings)
    }

    /// Writes a job by itself, and whether that was acknowledged.
    private static func ask(_ name: String, bytes: Int = 10, by pool: Pool, _ acknowledged: Acknowledged)
        async
    {
        let job = NewJob(
            id: Seed.id("job:" + name), kind: "test.visit", district: Seed.district,
            arguments: .object(["padding": .text(padding(bytes))]))
        do {
            try await pool.transaction { _ = try await $0.commit(after: [job.insert]) }
            acknowledged.add(job.id)
        } catch {
            acknowledged.refuse()
            try? await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Text that no compression makes small.
    private static func padding(_ bytes: Int) -> String {
        var text = ""
        while text.utf8.count < bytes { text += String(UInt64.random(in: 0...UInt64.max), radix: 36) }
        return text
    }

    /// Waits until all that was acknowledged has ended, whatever the server does meanwhile.
    private static func untilDone(_ acknowledged: Acknowledged, by pool: Pool) async throws {
        let names = acknowledged.all
        for _ in 0..<6000 {
            let ended = try? await pool.read(
                """
                select count(distinct job_id) as n from jobs.outcome
                where state = 'done' and job_id = any(\(names)::uuid[])
                """
            ).one().int("n")
            if ended == names.count { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("what was acknowledged did not end")
    }

    /// Each end is one, and nothing is held for anybody.
    private static func checkEnds(_ pool: Pool) async throws {
        let left = try await pool.read(
            """
            select (select count(*) from jobs.outcome) - (select count(distinct job_id) from jobs.outcome) as doubled,
                (select count(*) from jobs.lease) + (select count(*) from jobs.ready) as held
            """
        ).one()
        #expect(try left.int64("doubled") == 0 && left.int64("held") == 0)
    }

    @Test("three hundred connections that do nothing hold no job up")
    func crowd() async throws {
        let cluster = try Self.cluster("crowd", port: 5491, ["max_connections=340"])
        defer { Self.remove(cluster) }
        try Self.lay(cluster)
        let owner = Pool(cluster.url("jobs"), connections: 2, applicationName: "test-owner")
        let jobs = Pool(
            cluster.url("jobs", as: "yanshou_jobs"), connections: 5, applicationName: "test-crowd")
        let crowd = Pool(cluster.url("jobs"), connections: 300, applicationName: "test-idle")
        let (door, visits, acknowledged) = (Door(), Visits(), Acknowledged())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<300 {
                group.addTask {
                    try await crowd.transaction { transaction in
                        _ = try await transaction.send("select 1")
                        try await door.pass()
                        _ = try await transaction.commit()
                    }
                }
            }
            while try await owner.read(
                "select count(*) as n from pg_stat_activity where application_name = 'test-idle'"
            ).one().int("n") < 300 { try await Task.sleep(for: .milliseconds(50)) }
            // Half an hour of nothing is like the first second of it: they leave their transactions, and stay.
            door.open()
            try await group.waitForAll()
        }
        let idle = try await owner.read(
            "select count(*) as n from pg_stat_activity where application_name = 'test-idle' and state = 'idle'"
        )
        #expect(try idle.one().int("n") == 300)
        try await Scene.serving(Self.runner(visits, on: jobs)) {
            for number in 0..<200 { await Self.ask("job-\(number)", by: owner, acknowledged) }
            try await Self.untilDone(acknowledged, by: owner)
        }
        #expect(acknowledged.all.count == 200 && visits.all.count == 200)
        try await Self.checkEnds(owner)
        for pool in [crowd, jobs, owner] { await pool.close() }
    }

    @Test(
        "a standby that is promoted while jobs run has all that was acknowledged, and the worker goes on there"
    )
    func promotion() async throws {
        let first = try Self.cluster("first", port: 5492)
        defer { Self.remove(first) }
        try Self.lay(first)
        let copy = "/tmp/yanshou-copy-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try first.backUp(to: copy)
        let second = try Self.cluster(
            "second", port: 5493,
            ["primary_conninfo=host=\(first.sockets) port=5492 user=postgres application_name=second"])
        defer { Self.remove(second) }
        try second.restore(from: copy)
        #expect(
            FileManager.default.createFile(
                atPath: second.data + "/standby.signal", contents: nil, attributes: [.posixPermissions: 0o666]
            ))
        try second.start()
        // Either place, whichever may be written.
        func both(_ role: String) -> String {
            "host='\(first.sockets),\(second.sockets)' port='5492,5493' dbname='jobs' user='\(role)' "
                + "target_session_attrs='read-write'"
        }
        let owner = Pool(both("postgres"), connections: 2, applicationName: "test-owner")
        let jobs = Pool(both("yanshou_jobs"), connections: 5, applicationName: "test-moved")
        try Script.run(
            url: first.url("jobs"), sql: "alter system set synchronous_standby_names = 'second'")
        try Script.run(url: first.url("jobs"), sql: "select pg_reload_conf()")
        for _ in 0..<1000 {
            let state = try await owner.read("select sync_state from pg_stat_replication")
            if try state.first?.text("sync_state") == "sync" { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        let (acknowledged, visits) = (
            Acknowledged(), Visits { _ in try await Task.sleep(for: .milliseconds(10)) }
        )
        try await Scene.serving(Self.runner(visits, on: jobs)) {
            for number in 0..<150 { await Self.ask("before-\(number)", by: owner, acknowledged) }
            #expect(acknowledged.all.count == 150)
            let server = try #require(first.processID)
            #expect(kill(server, SIGKILL) == 0)
            try Script.run(url: second.url("jobs"), sql: "select pg_promote(true, 60)")
            for number in 0..<100 { await Self.ask("after-\(number)", by: owner, acknowledged) }
            #expect(acknowledged.all.count > 150, "\(acknowledged.refused) refused")
            try await Self.untilDone(acknowledged, by: owner)
        }
        #expect(Set(visits.all).isSuperset(of: acknowledged.all))
        try await Self.checkEnds(owner)
        for pool in [jobs, owner] { await pool.close() }
    }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Whether a small disk can be had here: as root, where mounts are allowed.
    private static let hasSmallDisk: Bool = {
        let folder = "/tmp/yanshou-disk-\(getpid())"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard run("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]) else { return false }
        return run("/bin/umount", [folder])
    }()

    @Test(
        "a disk that is full refuses work and loses none; when there is room again all that was acknowledged is done",
        .enabled(if: ServerTests.hasSmallDisk, "needs a file system of its own, which only root may mount"))
    func fullDisk() async throws {
        let cluster = try Self.cluster("full", port: 5494)
        try FileManager.default.createDirectory(atPath: cluster.state, withIntermediateDirectories: true)
        #expect(
            Self.run(
                "/bin/mount", ["-t", "tmpfs", "-o", "size=320m,mode=0700", "tmpfs", cluster.state]))
        defer {
            try? cluster.stop()
            _ = Self.run("/bin/umount", ["-l", cluster.state])
            try? FileManager.default.removeItem(atPath: cluster.state)
        }
        try Self.lay(cluster)
        let owner = Pool(cluster.url("jobs"), connections: 2, applicationName: "test-owner")
        let jobs = Pool(cluster.url("jobs", as: "yanshou_jobs"), connections: 5, applicationName: "test-full")
        let (acknowledged, visits) = (Acknowledged(), Visits())
        try await Scene.serving(Self.runner(visits, on: jobs)) {
            for number in 0..<50 { await Self.ask("before-\(number)", by: owner, acknowledged) }
            // All that is left of the disk goes to something else.
            let ballast = cluster.state + "/ballast"
            #expect(!Self.run("/bin/dd", ["if=/dev/zero", "of=" + ballast, "bs=64k", "status=none"]))
            var number = 0
            while acknowledged.refused < 10, number < 4000 {
                await Self.ask("full-\(number)", bytes: 200_000, by: owner, acknowledged)
                number += 1
            }
            #expect(acknowledged.refused >= 10)
            try FileManager.default.removeItem(atPath: ballast)
            // Where the log itself found no room the server ended: its keeper starts it again.
            try cluster.start()
            for number in 0..<50 { await Self.ask("after-\(number)", by: owner, acknowledged) }
            try await Self.untilDone(acknowledged, by: owner)
        }
        #expect(acknowledged.all.count >= 100)
        #expect(Set(visits.all).isSuperset(of: acknowledged.all))
        try await Self.checkEnds(owner)
        for pool in [jobs, owner] { await pool.close() }
    }
}
