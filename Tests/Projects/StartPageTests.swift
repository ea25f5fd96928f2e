import Actions
import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects
@testable import ProjectsService

@Suite("Where each role begins")
struct StartPageTests {
    private func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(
            ProjectsRoutes(
                actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
            ).routes + ProjectPages(desk: database.desk).routes)
    }

    /// Works under way: a contract, two engaged units, a handover, an issue; past the guards of their capabilities.
    private func lay(_ database: TestDatabase) async throws {
        let op = Seed.id("op:start")
        func engage(_ unit: String) -> SQL {
            """
            insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from, op_id)
            values (1, \(Seed.id("e:" + unit)), \(Scene.project), \(Seed.id("org:" + unit)), \(unit), '2026-01-01',
                \(op))
            """
        }
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica", "update app.project set state = 'S14'",
                engage("contractor"), engage("supervisor"),
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                    method, signed_on, amount_fen, op_id)
                values (1, \(Seed.id("contract")), \(Scene.project), \(Seed.id("package")),
                    \(Seed.id("org:contractor")), 'HT-1', '管网工程', 'direct', '2026-01-05', 100, \(op))
                """,
                """
                insert into app.inspection_lot (district, inspection_lot_id, project_id, contract_id, code, title,
                    organisation_id, state, notified_on, op_id)
                values (1, \(Seed.id("lot")), \(Scene.project), \(Seed.id("contract")), 'L-7', '雨水管',
                    \(Seed.id("org:contractor")), 'notified', '2026-03-01', \(op))
                """,
                """
                insert into app.handover (district, handover_id, project_id, kind, receiver_id, state, op_id)
                values (1, \(Seed.id("handover")), \(Scene.project), 'gas', \(Seed.id("org:gas")),
                    'documents_sent', \(op))
                """,
                """
                insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt,
                    reporter_kind, reporter_id, edition, filed_on, state, claimed_by, fix_note,
                    severity, triaged_by, assignee_organisation_id, op_id)
                select 1, \(Seed.id("issue")), \(Scene.project), 'leak', '3 幢楼道', '漏水', sha256('salt'),
                    'resident', \(Seed.id("person:resident")), edition, '2026-03-01', 'fix_claimed',
                    \(Seed.id("person:contractor")), '已修', 'S3', \(Seed.id("person:community")),
                    \(Seed.id("org:contractor")), \(op)
                from app.project
                """,
            ])
        }
    }

    @Test func `every role but the officers has a page that opens, and officers are led to the worklist`()
        async throws
    {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            for person in Seed.people where person.district == Seed.district {
                let page = await site.send(.get, "/start", as: person.login)
                if StartPage.officers.contains(person.role) {
                    #expect(page.status == 303 && page.headers["location"] == "/worklist", "\(person.login)")
                } else {
                    #expect(page.status == 200, "\(person.login)")
                    #expect(page.text.contains("没有等您办理的事项"), "\(person.login)")
                }
            }
        }
    }

    @Test func `each finds what waits for him, with a link, and nothing of others`() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await lay(database)
            func page(_ login: String) async -> String { await site.send(.get, "/start", as: login).text }
            let contractor = await page("contractor")
            #expect(contractor.contains("填写今天的施工日志：管网工程"))
            #expect(contractor.contains("href=\"/projects/\(Scene.project)/log\""))
            #expect(await page("contractor2").contains("您的单位还没有参加任何项目"))
            #expect(await page("supervisor").contains("验收检验批 L-7"))
            let gas = await page("gas")
            #expect(gas.contains("逐项签收资料") && gas.contains("href=\"/h/\(Seed.id("handover"))\""))
            #expect(await page("water").contains("还没有登记移交给本单位的设施"))
            let resident = await page("resident")
            #expect(resident.contains("确认整改结果：3 幢楼道") && resident.contains("已整改，请您确认"))
            #expect(resident.contains("href=\"/p/\(Scene.project)/report\""))
            #expect(await page("owners").contains("提交业主大会决定"))
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "set local session_replication_role = replica", "update app.project set state = 'S23'",
                ])
            }
            for login in ["resident", "owners", "volunteer"] {
                #expect(await !page(login).contains("/p/\(Scene.project)/report\""), "\(login)")
            }
            #expect(await !page("contractor").contains("/projects/\(Scene.project)/log"))
        }
    }
}
