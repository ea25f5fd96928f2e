import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects
@testable import ProjectsService

@Suite("Projects: the public page")
struct PublicPageTests {
    /// An issue past every guard: other capabilities' tests stand for how it comes about.
    private func issue(_ name: String, _ state: String, due: String?) -> [SQL] {
        let id = Seed.id("issue:" + name)
        let insert: SQL = """
            insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt,
                reporter_kind, reporter_id, edition, filed_on, state, bureau, op_id, severity, triaged_by,
                assignee_organisation_id, fix_note, verified_as, verified_by, verified_organisation_id,
                rejection_reason)
            select 1, \(id), project_id, 'noise', '3 幢', '夜里打钻', sha256('salt'), 'resident',
                \(Seed.id("person:resident")), edition, '2026-02-02', \(state), 'x', \(Seed.id("op")), 'S2',
                \(Seed.id("person:community")), \(Seed.id("org:contractor")), '已停工', 'volunteer',
                \(Seed.id("person:volunteer")), \(Seed.id("org:community")), '重复'
            from app.project
            """
        guard let due = due.flatMap({ BusinessDay(iso: $0) }) else { return [insert] }
        return [
            insert,
            """
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                due_on, explanation, op_id, state)
            values (1, \(Seed.id("clock:" + name)), \(Scene.project), 'issue', \(id), 'issue.severities.S1', 'HOUSE-OVS-1',
                '2026-02-02', \(due), '{}', \(Seed.id("op")), 'late')
            """,
        ]
    }

    @Test(
        "reports that nobody has looked at and those that are late are counted, each apart; no codes are shown"
    )
    func issues() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try TestSite(
                ProjectsRoutes(
                    actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
                ).routes + ProjectPages(desk: database.desk).routes)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let statements =
                issue("a", "new", due: "2026-02-03") + issue("b", "new", due: "2099-01-01")
                + issue("c", "assigned", due: "2026-02-10") + issue("d", "verified", due: "2026-02-10")
                + issue("e", "closed_unconfirmed", due: nil) + issue("f", "rejected", due: nil)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(
                    after: ["set local session_replication_role = replica"] + statements)
            }
            let page = await site.send(.get, "/p/\(Scene.project)", as: nil)
            #expect(page.status == 200, "\(page.text)")
            for words in ["待受理 2", "办理中 1", "其中已逾期 2", "居民已确认解决 1", "无人确认、到期办结 1"] {
                #expect(page.text.contains(words), "\(words) in \(page.text)")
            }
            #expect(!page.text.contains("project.import") && page.text.contains("导入小区和已批准的方案"))
        }
    }
}
