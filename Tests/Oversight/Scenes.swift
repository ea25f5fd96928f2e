import Harness
import Jobs
import Ledger
import PQ
import Policy
import Values
import Web

@testable import Oversight
@testable import OversightService

/// A project under works, with its volunteer on the roster where a test asks for one.
enum Scene {
    static let project = Seed.id("project")
    static let refusals: [[RefusalWords]] = [OversightRefusals.all]
    /// A PNG of 32 × 16 pixels.
    static let picture =
        """
        iVBORw0KGgoAAAANSUhEUgAAACAAAAAQCAIAAAD4YuoOAAAAJ0lEQVR4nGO8IyfHQApwYthHknomklSTAUYtGLVg1I\
        JRC0YtoAYAAOVWAjj81TN9AAAAAElFTkSuQmCC
        """

    static func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(OversightRoutes(desk: database.desk).routes)
    }

    /// Lays the scene past every guard: other capabilities' tests stand for how it comes about.
    static func lay(_ database: TestDatabase) async throws {
        let statements: [SQL] =
            [
                "set local session_replication_role = replica",
                // Due work alone escalates; raw rows of it try the guards behind.
                "grant insert on app.issue_escalation to yanshou_service",
                "drop policy writer_may_insert on app.issue_escalation",
                """
                insert into app.community (district, community_id, name, address, completed_on, households,
                    area_hundredths, body_kind, body_name, op_id)
                values (1, \(Seed.id("community")), '水心小区', '水心街1号', '1996-06-30', 600, 4800000, 'owners_committee',
                    '业委会', \(Seed.id("op")))
                """,
                """
                insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                    state, works_began_on, op_id)
                select 1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302', edition,
                    'S14', '2026-02-02', \(Seed.id("op"))
                from policy.edition where place = '330302'
                """, Seed.bodies(of: project, under: Seed.id("op")),
            ] + Seed.engagements(["contractor", "contractor2"], of: project, under: Seed.id("op"))
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
    }

    static func appoint(_ site: TestSite, _ login: String = "volunteer") async -> Response {
        await site.send(
            .post, "/v1/projects/\(project)/volunteers", as: "community",
            [
                "id": .text("\(Seed.id("roster:" + login))"),
                "person": .text("\(Seed.id("person:" + login))"),
                "skills": ["电气"],
            ])
    }

    static func issue(_ name: String, kind: String = "noise") -> JSON {
        [
            "id": .text("\(Seed.id("issue:" + name))"), "kind": .text(kind), "place": "3幢",
            "description": "夜里打钻",
            "contact_phone": "13800000000", "photos": [.text(picture)],
        ]
    }

    static func path(_ name: String, _ verb: String = "") -> String {
        "/v1/issues/\(Seed.id("issue:" + name))" + (verb.isEmpty ? "" : "/" + verb)
    }

    /// An issue brought to a claimed fix by those whose turn it is.
    static func fixed(_ site: TestSite, _ name: String, severity: String, reporter: String = "resident") async
        -> [Response]
    {
        [
            await site.send(.post, "/v1/projects/\(project)/issues", as: reporter, issue(name)),
            await site.send(.post, path(name, "accept"), as: "community", ["severity": .text(severity)]),
            await site.send(
                .post, path(name, "assign"), as: "street",
                ["organisation": .text("\(Seed.id("org:contractor"))")]),
            await site.send(.post, path(name, "begin"), as: "contractor", [:]),
            await site.send(
                .post, path(name, "claim-fix"), as: "contractor",
                ["note": "已调整施工时间", "photos": [.text(picture)]]),
        ]
    }

    /// What stands in the way of calling a round of acceptance, as its guard would find it.
    static func acceptanceBlock(_ database: TestDatabase) async throws -> String? {
        do {
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "select app.refuse_when_blocked(1, \(project), 'joint_acceptance')"
                ])
            }
            return nil
        } catch PQError.failed(let failure) {
            return failure.constraint
        }
    }

    /// The daily job of a day, as the runner does it.
    static func sweep(_ database: TestDatabase, on day: String) async throws {
        guard let day = BusinessDay(iso: day) else { return }
        let now = Instant(startOf: day, hour: 9)
        let pool = Pool(
            try TestServer.url(database.name, as: "yanshou_jobs"), connections: 2,
            applicationName: "test-jobs")
        let sweep = IssueSweep(now: { now })
        try await DailyJob.atStart(sweep.kind, now: now, in: pool)
        // What an earlier sweep asked for is due by that day, whatever the machine's own clock says.
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "update jobs.scheduled set run_at = now()"
            ])
        }
        await pool.close()
        try await work(database, sweep)
    }

    /// Does what is due of one kind of job.
    static func work(_ database: TestDatabase, _ handler: any JobHandler) async throws {
        let pool = Pool(
            try TestServer.url(database.name, as: "yanshou_jobs"), connections: 2,
            applicationName: "test-jobs")
        _ = await Runner(pool: pool, handlers: [handler], worker: "test").work()
        await pool.close()
    }
}
