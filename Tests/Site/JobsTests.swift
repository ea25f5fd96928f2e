import Foundation
import Harness
import PQ
import Testing
import Values

/// Due work as operators handle it, and under kills.
@Suite("Due work, by its commands and through kills")
struct JobsTests {
    private static func command(_ site: LiveSite, _ words: [String]) async throws -> (
        status: Int32, output: String, errors: String
    ) {
        try await RunningProgram.run(
            "yanshoud",
            ["jobs"] + words + ["--state", site.state, "--database-port", "\(LiveSite.databasePort)"])
    }

    @Test(
        "an operator lists jobs, puts a dead one back, cancels one, holds a queue up",
        .timeLimit(.minutes(20))
    )
    func commands() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let pool = try site.pool()
            let (dead, later) = (Seed.id("job:dead"), Seed.id("job:later"))
            try await pool.transaction { transaction in
                _ = try await transaction.commit(after: [
                    // No program knows this kind: it stands until somebody does something about it.
                    """
                    insert into jobs.job (job_id, district, kind, arguments, run_at, attempts_max) values
                        (\(dead), 1, 'test.nobody', '{}', null, 1),
                        (\(later), 1, 'test.nobody', '{"place": "水心"}', now() + interval '1 hour', 1)
                    """,
                    """
                    insert into jobs.lease (job_id, token, worker, ring, attempts, marked)
                    select job_id, 0, 0, ring, 1, true from jobs.job where job_id = \(dead)
                    """,
                    "delete from jobs.ready where job_id = \(dead)",
                    "select jobs.fail(\(dead), 0, '短信平台无回应', interval '1 second')",
                ])
            }
            let listed = try await Self.command(site, ["list", "--kind", "test.nobody"])
            #expect(listed.status == 0, "\(listed.errors)")
            #expect(listed.output.contains("死信 dead") && listed.output.contains("定时 scheduled"))
            let shown = try await Self.command(site, ["show", "\(dead)"])
            #expect(shown.output.contains("短信平台无回应"))
            let board = try await site.call("GET", "/jobs", as: "office")
            let text = String(decoding: board.body, as: UTF8.self)
            #expect(board.status == 200 && text.contains("短信平台无回应") && text.contains("死信 1"), "\(text)")
            #expect(!text.contains("停滞"))
            #expect(try await site.call("GET", "/jobs", as: "street").status == 403)
            #expect(
                try await Self.command(site, ["redrive", "--kind", "test.nobody"]).output.contains(
                    "1 put back"))
            #expect(try await Self.command(site, ["cancel", "\(later)"]).output.contains("已取消"))
            #expect(try await Self.command(site, ["cancel", "\(later)"]).status != 0)
            #expect(try await Self.command(site, ["pause", "--reason", "检修"]).status == 0)
            let stats = try await Self.command(site, ["stats"])
            #expect(stats.status == 0 && stats.output.contains("检修") && stats.output.contains("进程 worker"))
            #expect(try await Self.command(site, ["resume"]).output.contains("已恢复"))
            try await pool.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "update jobs.ready set since = now() - interval '2 hours' where job_id = \(dead)"
                ])
            }
            await pool.close()
            let alarm = try await site.call("GET", "/jobs", as: "office")
            #expect(String(decoding: alarm.body, as: UTF8.self).contains("队列 default 停滞：最早一项已等 2 小时"))
            let stands = try await Self.command(site, ["stats", "--stands=-1"])
            #expect(stands.status == 3 && stands.output.contains("停滞 stands: default"))
            let schedules = try await Self.command(site, ["schedules"])
            #expect(schedules.status == 0)
            #expect(try await Self.command(site, ["schedules", "hold", "nothing"]).status != 0)
            #expect(try await site.stop() == 0)
        }
    }

    private static func faults(_ words: [String]) async throws {
        let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let run = try await RunningProgram.run(
            TestServer.repository + "/deploy/faults", ["jobs"] + words,
            environment: ["YANSHOU_JOBBENCH": beside.appendingPathComponent("JobBench").path],
            within: .seconds(280))
        print(run.output)
        #expect(run.status == 0, "\(run.output)\(run.errors.suffix(2000))")
    }

    @Test(
        "through kills of workers and server no acknowledged job is lost, doubled or late",
        .timeLimit(.minutes(20)))
    func kills() async throws {
        try await Self.faults(["--kills", ProcessInfo.processInfo.environment["YANSHOU_JOB_KILLS"] ?? "20"])
    }

    @Test(
        "nor where the server's clock is set forward and back by up to an hour between the kills",
        .timeLimit(.minutes(20)))
    func clock() async throws {
        try await Self.faults(["--kills", "16", "--clock"])
    }
}
