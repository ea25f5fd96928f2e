import Actions
import Harness
import Ledger
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("The officers' worklist")
struct WorklistTests {
    private func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(
            ProjectsRoutes(
                actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
            ).routes + ProjectPages(desk: database.desk).routes)
    }

    /// A deadline of the project, put as the owner, with an event of its own.
    private func clock(
        _ name: String, due: String?, state: String = "running", metOn: String? = nil,
        in database: TestDatabase
    ) async throws {
        let op = Seed.id("op:" + name)
        try await database.act(
            as: "street",
            [
                TestDatabase.event(op, on: ("clock", Seed.id(name)), project: Scene.project),
                """
                insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                    due_on, nominal_on, explanation, state, met_on, op_id)
                values (auth.district(), \(Seed.id(name)), \(Scene.project), 'contract', \(Seed.id(name)),
                    'contract.days_after_award', 'PRO-11', '2026-01-05', \(due)::text::date, '2027-01-09', '{}', \(state),
                    \(metOn)::text::date, \(op))
                """,
            ])
    }

    @Test("a project's deadlines are shown with their ladder and what explains them, to whoever takes part")
    func clocks() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await clock("clock:a", due: "2026-03-04", in: database)
            let path = "/v1/projects/\(Scene.project)/clocks"
            let answer = await site.send(.get, path, as: "street")
            #expect(answer.status == 200, "\(answer.text)")
            let shown = try #require(answer.json?["items"]?.list?.first)
            #expect(shown["title"] == "中标后签订合同" && shown["due_on"] == "2026-03-04")
            #expect(shown["moves"]?.list == [])
            let steps = shown["steps"]?.list ?? []
            #expect(steps.compactMap { $0["rung"]?.text } == ["ahead", "today", "office", "group"])
            #expect(
                steps.compactMap { $0["day"]?.text } == [
                    "2026-03-02", "2026-03-04", "2026-03-06", "2026-03-11",
                ])
            #expect(steps.allSatisfy { $0["reached_on"] == .null })
            #expect(await site.send(.get, path, as: "designer").status == 404)
        }
    }

    private func block(_ code: String, in database: TestDatabase) async throws {
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: [
                """
                select app.put_block(\(Seed.district), \(Scene.project), 'payment', \(code), 'split_lot',
                    \(Seed.id("source:" + code)))
                """
            ])
        }
    }

    @Test
    func `a fresh district has an empty list, and the launch of an imported scheme waits for its street`()
        async throws
    {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            let empty = await site.send(.get, "/v1/worklist", as: "street")
            #expect(empty.status == 200)
            for part in ["overdue", "running", "blocked", "waiting", "elsewhere", "projects", "states"] {
                #expect(empty.json?[part] == [], "\(part)")
            }
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)

            let street = await site.send(.get, "/v1/worklist", as: "street").json
            let waiting = street?["waiting"]?.list ?? []
            #expect(waiting.map { $0["kind"] } == ["requirement", "requirement"])
            #expect(waiting.allSatisfy { $0["title"]?.text?.hasPrefix("确定项目启动：") == true }, "\(waiting)")
            // What the gate lacks is what blocks, each with its clause.
            let blocked = street?["blocked"]?.list ?? []
            #expect(
                blocked.compactMap { $0["refusal"]?["source"]?["rule"]?.text } == [
                    "LC-06-1", "LC-06-2", "HOUSE-PAP-1", "LC-06-3",
                ])
            #expect(blocked.allSatisfy { $0["action_title"] == "确定项目启动" && $0["since"] == .null })
            #expect(street?["projects"]?.list?.map { $0["blocks"] } == [1])
            let page = await site.send(.get, "/worklist", as: "street").text
            #expect(page.contains("受阻 1") && page.contains("起因：关口未满足"))
            #expect(street?["states"]?.list?.map { $0["state"] } == ["S06"])
            let office = await site.send(.get, "/v1/worklist", as: "office").json
            #expect(office?["waiting"]?.list?.map { $0["role"] } == ["renovation_office"])
            let roles = office?["elsewhere"]?.list?.compactMap { $0["role"]?.text } ?? []
            #expect(
                roles == ["owners_body", "construction_unit", "owners_body", "construction_unit"])
            let street2 = office?["elsewhere"]?.list?.filter { $0["role"] == "construction_unit" } ?? []
            #expect(street2.map { $0["organisation"] } == ["street", "street"])
        }
    }

    @Test
    func `what is past its day is overdue, what is done late is not, and each deadline names its clause`()
        async throws
    {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await clock("passed", due: "2026-02-25", in: database)
            try await clock("marked", due: "2026-02-26", state: "late", in: database)
            try await clock("today", due: "2026-03-02", in: database)
            try await clock(
                "late but done", due: "2026-02-01", state: "late", metOn: "2026-02-03", in: database)
            try await clock("met", due: "2026-02-20", state: "met", metOn: "2026-02-19", in: database)

            let list = await site.send(.get, "/v1/worklist", as: "office").json
            #expect(list?["overdue"]?.list?.map { $0["due_on"] } == ["2026-02-25", "2026-02-26"])
            #expect(list?["overdue"]?.list?.map { $0["days_over"] } == [5, 4])
            #expect(list?["running"]?.list?.map { $0["due_on"] } == ["2026-03-02"])
            #expect(list?["projects"]?.list?.map { $0["overdue"] } == [2])
            #expect(list?["overdue"]?.list?.allSatisfy { $0["turn_title"]?.text?.isEmpty == false } == true)
            // Whoever does not keep the deadlines has none overdue, in his list as in his inbox, and sees whose they are.
            for login in ["street", "office", "group", "community"] {
                let own = await site.send(.get, "/v1/worklist", as: login).json
                let rows = try await database.act(
                    as: login,
                    [
                        """
                        select count(*) as n from app.inbox_item
                        where role = auth.role() and due_on < auth.today() and (organisation_id = auth.organisation()
                            or organisation_id is null and app.acts_as_its_body())
                        """
                    ])
                let late = try rows[0].one().int("n")
                #expect(own?["overdue"]?.list?.count == Int(late), "\(login)")
                let theirs = own?["elsewhere"]?.list?.filter { $0["kind"] == "clock" } ?? []
                #expect(theirs.count == (late == 0 ? 2 : 0), "\(login)")
                #expect(theirs.allSatisfy { $0["turn"] == ["construction_unit"] })
            }
            let first = list?["overdue"]?.list?.first
            #expect(first?["title"] == "中标后签订合同")
            #expect(first?["source"]?["clause"] == "第四十六条")
            let because = first?["because"]?.list?.first
            #expect(because?["clause"] == "第四十六条")
            #expect(because?["under"]?.list?.first?["key"] == "contract.days_after_award")
            let page = await site.send(.get, "/worklist", as: "office").text
            #expect(page.contains("<code lang=\"en\">contract.days_after_award</code>” = “30”"), "\(page)")

            // A day later the one that was due today is overdue too.
            database.clock.set(day: Seed.today.adding(days: 1))
            let later = await site.send(.get, "/v1/worklist", as: "office").json
            #expect(later?["overdue"]?.list?.count == 3)
        }
    }

    @Test
    func
        `operators read from the metrics how many deadlines have passed, what waits to be sealed, and the jobs`()
        async throws
    {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await clock("passed", due: "2026-02-25", in: database)
            try await clock("today", due: "2026-03-02", in: database)
            try await clock(
                "late but done", due: "2026-02-01", state: "late", metOn: "2026-02-03", in: database)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    """
                    insert into jobs.job (job_id, district, kind, arguments) values (\(Seed.id("job:2")), 1, 'a', '{}')
                    """,
                    """
                    insert into jobs.dead (job_id, ring, kind, attempts, reason)
                    values (\(Seed.id("job:1")), 0, 'a', 1, 'x')
                    """,
                ])
            }
            let pending = try await database.owner.read("select count(*) as n from ledger.pending")
            let metrics = Metrics()
            database.desk.addGauges(to: metrics)
            let lines = await metrics.exposition().split(separator: "\n").map(String.init)
            #expect(lines.contains("yanshou_overdue_clocks 1"))
            #expect(lines.contains("yanshou_pending_ledger_entries \(try pending.one().int64("n"))"))
            #expect(lines.contains("yanshou_jobs{state=\"dead\"} 1"))
            #expect(lines.contains("yanshou_jobs{state=\"ready\"} 1"))
            #expect(lines.contains("yanshou_jobs{state=\"running\"} 0"))
        }
    }

    @Test
    func
        `a deadline without its calendar is shown as such, and the calendar's end is warned of sixty days before`()
        async throws
    {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await clock("waits", due: nil, state: "uncomputed", in: database)
            database.clock.set(day: try #require(BusinessDay(iso: "2026-10-31")))
            let before = await site.send(.get, "/v1/worklist", as: "street").json
            #expect(before?["warnings"] == [])
            #expect(before?["running"]?.list?.map { $0["due_on"] } == [.null])
            #expect(before?["running"]?.list?.map { $0["due_note"] } == ["日历未收录，待计算"])
            database.clock.set(day: try #require(BusinessDay(iso: "2026-11-01")))
            let warned = await site.send(.get, "/v1/worklist", as: "street").json?["warnings"]?.list?.first
            #expect(warned?["days_left"] == 60 && warned?["ends_on"] == "2026-12-31")
            #expect(warned?["places"]?.list?.contains("330302") == true)
            let page = await site.send(.get, "/worklist", as: "street").text
            #expect(page.contains("工作日历只收录到 2026-12-31，还有 60 天") && page.contains("日历未收录，待计算"))
            database.clock.set(day: try #require(BusinessDay(iso: "2027-01-03")))
            #expect(database.desk.shelf.calendarWarnings(on: database.clock.now.day).first?.daysLeft == -3)
            let metrics = Metrics()
            database.desk.addGauges(to: metrics)
            let lines = await metrics.exposition().split(separator: "\n").map(String.init)
            #expect(lines.contains("yanshou_uncomputed_clocks 1"))
            #expect(lines.contains("yanshou_calendar_days_left{place=\"330302\"} -3"))

            // Another process publishes the next year: a running service takes it up.
            try await database.publishNextYear()
            try await database.desk.takeUpPublished()
            #expect(database.desk.shelf.calendar.loadedYears.upperBound == 2027)
            #expect(database.desk.shelf.calendarWarnings(on: database.clock.now.day) == [])
        }
    }

    @Test func `a standing block shows its refusal with clause and remedy, and is gone once lifted`()
        async throws
    {
        let held = RefusalWords(
            "test_payment_waits", Words("拆分的标段先合并招标。", "Lots are tendered together first."),
            remedy: Words("合并招标。", "Tender them together."), liftedBy: [.constructionUnit],
            key: "launch.resident_funds_ratio")
        try await TestDatabase.with(refusals: Scene.refusals + [[held]]) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await block("test_payment_waits", in: database)
            try await block("a_name_without_words", in: database)

            let list = await site.send(.get, "/v1/worklist", as: "office").json
            let blocks = (list?["blocked"]?.list ?? []).filter { $0["since"] != .null }
            #expect(
                Set(blocks.compactMap { $0["refusal"]?["code"]?.text }) == [
                    "test_payment_waits", "a_name_without_words",
                ])
            let known = blocks.first { $0["refusal"]?["code"] == "test_payment_waits" }
            #expect(known?["refusal"]?["source"]?["rule"] == "LC-06-3")
            #expect(known?["refusal"]?["source"]?["document"]?.text?.contains("21号") == true)
            #expect(known?["refusal"]?["lifted_by"] == ["construction_unit"])
            #expect(known?["cause"] == "拆分的标段")
            #expect(list?["projects"]?.list?.map { $0["blocks"] } == [3])

            let page = await site.send(.get, "/worklist", as: "office")
            let text = String(decoding: page.body, as: UTF8.self)
            #expect(page.status == 200)
            #expect(text.contains("拆分的标段先合并招标。") && text.contains("支付进度款"))
            #expect(text.contains("居民自筹资金到位率达 100% 的，可启动改造"))

            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "select app.lift_block(\(Seed.district), 'split_lot', \(Seed.id("source:test_payment_waits")))"
                ])
            }
            let after = await site.send(.get, "/v1/worklist", as: "office").json
            #expect(after?["blocked"]?.list?.filter { $0["since"] != .null }.count == 1)
        }
    }

    @Test func `the list is for officers of the district alone`() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            try await clock("passed", due: "2026-02-25", in: database)
            for login in ["street", "office", "group", "community"] {
                #expect(await site.send(.get, "/worklist", as: login).status == 200, "\(login)")
            }
            for login in ["contractor", "resident", "water"] {
                let page = await site.send(.get, "/worklist", as: login)
                #expect(page.status == 303 && page.headers["location"] == "/start", "\(login)")
                #expect(await site.send(.get, "/v1/worklist", as: login).status == 403, "\(login)")
            }
            #expect(await site.send(.get, "/v1/worklist", as: nil).status == 401)
            let elsewhere = await site.send(.get, "/v1/worklist", as: "stranger").json
            #expect(elsewhere?["overdue"] == [])
            #expect(elsewhere?["projects"] == [])
        }
    }
}
