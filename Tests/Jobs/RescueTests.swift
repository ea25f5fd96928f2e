import Foundation
import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: workers that go away")
struct RescueTests {
    @Test("a worker whose connections are all cut begins anew, and every job is done once")
    func cutOff() async throws {
        try await Scene.with { scene in
            let names = (0..<30).map { "job-\($0)" }
            let slow = Tally { _, _ in try await Task.sleep(for: .milliseconds(20)) }
            let runner = scene.runner(slow)
            let service = Task { await runner.run() }
            try await scene.enqueue([names.map { scene.job($0) }.insert])
            for _ in 0..<5 {
                try await Task.sleep(for: .milliseconds(60))
                try await scene.change([
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and usename = 'yanshou_jobs'
                    """
                ])
            }
            for _ in 0..<600 {
                if try await scene.effects().count == 30 { break }
                try await scene.makeDue()
                try await Task.sleep(for: .milliseconds(20))
            }
            service.cancel()
            await service.value
            #expect(try await scene.effects() == Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }))
        }
    }

    @Test("what a worker had that is gone is taken back within seconds, and a living one keeps what it has")
    func rescued() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a").insert, scene.job("b").insert])
            try await scene.abandon("a")
            // Its beat is old too, but its lock is held: it lives.
            let living = try await scene.database.owner.transaction { transaction in
                let rows = try await transaction.commit(after: [
                    "select jobs.begin_worker('living') as worker"
                ])
                return try rows[0].one().int32("worker")
            }
            try await scene.database.owner.transaction { holder in
                _ = try await holder.send("select jobs.hold_worker(\(living))")
                try await scene.change([
                    "delete from jobs.ready where job_id = \(scene.id("b"))",
                    """
                    insert into jobs.lease (job_id, token, worker, ring, attempts, marked)
                    select job_id, 2, \(living), ring, 1, true from jobs.job where job_id = \(scene.id("b"))
                    """,
                ])
                try await scene.expireLeases()
                #expect(await scene.runner(Tally()).work() == 1)
                #expect(try await scene.states() == ["a": "done", "b": "running"])
            }
            #expect(await scene.runner(Tally()).work() == 1)
            #expect(try await scene.effects() == ["a": 1, "b": 1])
        }
    }

    @Test("a job that takes its worker with it three times is dead, and its third taking is by itself")
    func poison() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a").insert, scene.job("b").insert])
            for _ in 0..<2 {
                try await scene.abandon("a")
                try await scene.expireLeases()
                try await scene.change(["select jobs.rescue()"])
            }
            let ready = try await scene.database.owner.read(
                "select job_id, alone from jobs.ready order by priority, seq")
            #expect(try ready.map { try $0.bool("alone") } == [true, false])
            let taken = try await scene.database.owner.transaction { transaction in
                try await transaction.send(
                    """
                    select job_id from jobs.claim('default', array['test.tally'], array[-32768]::smallint[], array[0], 10,
                        1, true)
                    """)
            }
            #expect(try taken.map { try $0.id("job_id") } == [scene.id("a")])
            try await scene.abandon("a")
            try await scene.expireLeases()
            try await scene.change(["select jobs.rescue()"])
            #expect(try await scene.states() == ["a": "dead", "b": "ready"])
            let rows = try await scene.database.owner.read(
                "select count(*) as n from jobs.failure where crashed and job_id = \(scene.id("a"))")
            #expect(try rows.one().int64("n") == 3)
        }
    }

    /// How many jobs wait while taking is looked at; `YANSHOU_JOB_ROWS` asks for more, such as 10,000,000.
    private static var rows: Int64 {
        ProcessInfo.processInfo.environment["YANSHOU_JOB_ROWS"].flatMap { Int64($0) } ?? 100_000
    }

    @Test("among a hundred thousand jobs of its kind and of another taking and ending go by the keys alone")
    func plans() async throws {
        try await Scene.with { scene in
            try await scene.change([
                """
                insert into jobs.job (job_id, district, kind, arguments)
                select gen_random_uuid(), 1, kind, '{}'
                from unnest(array['test.nobody', 'test.tally']) with ordinality as known (kind, place),
                    generate_series(1, \(Self.rows)) order by place
                """
            ])
            let scans = try await scene.jobs.transaction { transaction in
                for _ in 0..<8 {
                    let taken = try await transaction.send(
                        """
                        select job_id, token from jobs.claim('default', array['test.tally'],
                            array[-32768]::smallint[], array[-9223372036854775808], 100, 1, true)
                        """)
                    #expect(taken.count == 100)
                    let (jobs, tokens) = (
                        try taken.map { try $0.id("job_id") }, try taken.map { try $0.int64("token") }
                    )
                    #expect(try await transaction.send("select jobs.finish(\(jobs), \(tokens))").count == 100)
                }
                return try await transaction.send(
                    """
                    select coalesce(sum(seq_scan), 0)::bigint as walked,
                        coalesce(sum(idx_tup_fetch) filter (where relname = 'ready'), 0)::bigint as touched
                    from pg_stat_xact_user_tables
                    where schemaname = 'jobs' and (relname in ('ready', 'lease') or relname like 'job_ring%')
                    """)
            }
            let touched = try scans.one().int64("touched")
            #expect(try scans.one().int64("walked") == 0)
            #expect(touched >= 800 && touched < 10_000, "\(touched) rows touched to take 800")
        }
    }
}
