import Harness
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: the launch gate over its routes")
struct LaunchTests {
    @Test("one fen short is refused with clause and remedy; the fen lifts it (LC-06-3)")
    func oneFenShort() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            let answers = await Scene.ready(site, paid: 384_199_999)
            for answer in answers { #expect(answer.status < 300, "\(answer.text)") }
            let base = "/v1/projects/\(Scene.project)"
            let refused = await site.send(.post, base + "/launch", as: "street")
            #expect(refused.status == 422)
            #expect(refused.refusalCodes == ["launch_waits_for_resident_funds"])
            let refusal = refused.json?["refusals"]?.list?.first
            #expect(refusal?["source"]?["rule"] == "LC-06-3")
            #expect(refusal?["source"]?["document"] == "温鹿政办〔2020〕21号")
            #expect(refusal?["missing"]?.list?.first?["zh"]?.text?.contains("（1 分）") == true)
            let card = await site.send(.get, base, as: "street").json ?? .null
            #expect(card["_blocked"]?.list?.first?["action"] == "project.launch")

            let receipt = await site.send(.post, base + "/receipts", as: "owners", Scene.receipt("v2", 1))
            #expect(receipt.status == 201)
            let launched = await site.send(.post, base + "/launch", as: "street")
            #expect(launched.status == 200, "\(launched.text)")
            #expect(launched.json?["state"] == "S07")
        }
    }

    @Test("the same key answers the same, takes effect once, and refuses another body")
    func idempotency() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            let first = await site.send(.post, "/v1/projects", as: "street", Scene.scheme, key: "key-0001")
            let again = await site.send(.post, "/v1/projects", as: "street", Scene.scheme, key: "key-0001")
            #expect(first.status == 201, "\(first.text)")
            #expect(again.body == first.body)
            #expect(again.headers["idempotent-replayed"] == "true")
            var other = try #require(Scene.scheme.object)
            other["name"] = "别的名字"
            let reused = await site.send(.post, "/v1/projects", as: "street", .object(other), key: "key-0001")
            #expect(reused.status == 422)
            #expect(reused.json?["code"] == "idempotency_key_is_reused")
            let rows = try await database.owner.read(
                "select count(*) as n from ledger.entry where type = 'project.import'")
            #expect(try rows.one().int64("n") == 1)
        }
    }

    @Test("an If-Match that was sent is honoured: 412 with the version as it is now, 200 with the right one")
    func ifMatch() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 384_200_000)
            let base = "/v1/projects/\(Scene.project)"
            let seen = await site.send(.get, base, as: "street")
            let tag = try #require(seen.headers["etag"])
            #expect(tag == "\"2\"")
            let stale = await site.send(
                .post, base + "/launch", as: "street", key: "key-0001", ifMatch: "\"1\"")
            #expect(stale.status == 412)
            #expect(stale.json?["code"] == "version_is_stale")
            #expect(stale.json?["version"] == 2)
            #expect(stale.headers["etag"] == tag)
            let late = await site.send(
                .post, base + "/account", as: "street", ["number": "3303 0002", "opened_on": "2026-02-02"],
                ifMatch: "\"1\"")
            #expect(late.status == 412)
            #expect(stale.json?["current"] == .text(base) && late.json?["current"] == .text(base))
            #expect(await site.send(.get, base, as: "street").headers["etag"] == tag)
            // The key of a refused try is free for the next one.
            let launched = await site.send(
                .post, base + "/launch", as: "street", key: "key-0001", ifMatch: tag)
            #expect(launched.status == 200, "\(launched.text)")
            #expect(launched.headers["etag"] == "\"3\"")
            // A retry is answered as the first time, although the version has moved on by it.
            let again = await site.send(.post, base + "/launch", as: "street", key: "key-0001", ifMatch: tag)
            #expect(again.status == 200 && again.headers["idempotent-replayed"] == "true")
            let advanced = await site.send(
                .post, base + "/advance", as: "street", ["to": "S08"], ifMatch: tag)
            #expect(advanced.status == 412)
        }
    }

    @Test("a project that has not changed is answered with 304 and no body")
    func notModified() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let path = "/v1/projects/\(Scene.project)"
            let tag = try #require(await site.send(.get, path, as: "street").headers["etag"])
            let same = await site.send(.get, path, as: "street", ifNoneMatch: tag)
            #expect(same.status == 304 && same.body.isEmpty)
            #expect(same.headers["etag"] == tag)
            #expect(await site.send(.get, path, as: "street", ifNoneMatch: "\"9\"").status == 200)
        }
    }

    @Test("the public page asks for reports until the project is closed")
    func reportLink() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try TestSite(
                ProjectsRoutes(
                    actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
                ).routes + ProjectPages(desk: database.desk).routes)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let page = "/p/\(Scene.project)"
            #expect(await site.send(.get, page, as: nil).text.contains("href=\"\(page)/report\""))
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica", "update app.project set state = 'S23'",
                    TestDatabase.eventOfNothing,
                ])
            }
            let closed = await site.send(.get, page, as: nil)
            #expect(closed.status == 200 && !closed.text.contains("/report"))
        }
    }

    @Test("a role that may not is told in words who may")
    func roleInWords() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let told = await site.send(.post, "/v1/projects/\(Scene.project)/launch", as: "owners")
            let detail = try #require(told.json?["detail"]?.text)
            #expect(detail.contains("您的角色是业委会") && detail.contains("建设单位"))
            #expect(!detail.contains("_"))
        }
    }

    @Test("a stranger from another district finds nothing, and a role that may not is told so")
    func tenancy() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let base = "/v1/projects/\(Scene.project)"
            #expect(await site.send(.get, base, as: "stranger").status == 404)
            #expect(await site.send(.post, base + "/launch", as: "stranger").status == 404)
            #expect(await site.send(.post, base + "/launch", as: "owners").status == 403)
            #expect(await site.send(.get, base, as: nil).status == 401)
            #expect(await site.send(.get, "/v1/projects", as: "stranger").json?["items"] == [])
        }
    }
}

@Suite("Projects: guards in the database")
struct ProjectGuardTests {
    private static func launch(_ op: ID, version: Int32) -> [SQL] {
        [
            TestDatabase.event(op, on: ("project", Scene.project), project: Scene.project),
            """
            update app.project set state = 'S07', version = version + 1, op_id = \(op)
            where project_id = \(Scene.project)
            """,
        ]
    }

    @Test("raw SQL as the application's role cannot launch a fen short, nor without papers or account")
    func launchGate() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.whole)
            let launch = ProjectGuardTests.launch(Seed.id("op1"), version: 1)
            #expect(try await database.refusal(as: "street", launch) == "launch_waits_for_special_account")
            _ = await Scene.ready(site, paid: 384_199_999)
            #expect(try await database.refusal(as: "street", launch) == "launch_waits_for_resident_funds")
        }
    }

    @Test("a change without an event of this transaction is not committed")
    func noEventNoCommit() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let own = try await database.owner.read(
                "select entry_id from ledger.entry where type = 'project.import'"
            ).one().id("entry_id")
            func change(_ op: ID) -> [SQL] {
                [
                    """
                    update app.project set account_number = '1', version = version + 1, op_id = \(op)
                    where project_id = \(Scene.project)
                    """
                ]
            }
            #expect(try await database.refusal(as: "street", change(own)) == "change_has_its_own_event")
            // An event that does not exist, and one of an earlier transaction.
            #expect(
                try await database.refusal(as: "street", change(Seed.id("none")))
                    == "project_district_op_id_fkey")
            // No route changes a community; here it is what an event of its own was written for.
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "grant update (op_id, version) on app.community to yanshou_service"
                ])
            }
            let earlier = Seed.id("earlier")
            try await database.act(
                as: "street",
                [
                    TestDatabase.event(earlier, on: ("project", Scene.project)),
                    "update app.community set version = version + 1, op_id = \(earlier)",
                ])
            #expect(try await database.refusal(as: "street", change(earlier)) == "entry_is_open_for_its_rows")
            let entry: SQL = "update ledger.entry set type = 'other'"
            #expect(try await database.refusal(as: "street", [entry])?.hasPrefix("42501") == true)
        }
    }

    @Test("a launch and a reversal racing never leave a launched project short of money, whichever is first")
    func race() async throws {
        for launchFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try Scene.site(database)
                _ = await Scene.ready(site, paid: 384_200_000)
                let op = Seed.id("reversal-op")
                let reversal: [SQL] = [
                    TestDatabase.event(op, on: ("receipt", Seed.id("reversal")), project: Scene.project),
                    """
                    insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen,
                        voucher, received_on, reverses, op_id)
                    select 1, \(Seed.id("reversal")), project_id, unit_id, channel, -amount_fen, 'r1', '2026-03-02',
                        receipt_id, \(op)
                    from app.receipt where receipt_id = \(Seed.id("receipt:v1"))
                    """,
                ]
                let launch = ProjectGuardTests.launch(Seed.id("op2"), version: 1)
                let (first, second) =
                    launchFirst
                    ? try await database.race(("street", launch), ("owners", reversal))
                    : try await database.race(("owners", reversal), ("street", launch))
                #expect(first == nil)
                #expect(
                    second == (launchFirst ? "receipt_stays_after_launch" : "launch_waits_for_resident_funds")
                )
            }
        }
    }

    @Test("the application's role cannot mint a context of another district")
    func forgedContext() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let refusal = try await database.refusal(
                as: "stranger",
                [
                    "select set_config('app.context', replace(current_setting('app.context'), '|2|', '|1|'), true)",
                    "select count(*) from app.project",
                ])
            #expect(refusal == "context_is_genuine")
        }
    }
}

@Suite("Projects: amounts beyond measure")
struct AmountTests {
    @Test("the largest amount is taken, one more is refused, and nothing traps", arguments: [0, 1])
    func largest(over: Int64) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 1)
            var receipt = try #require(Scene.receipt("large", Schema.most + over).object)
            receipt["id"] = .text(Seed.id("receipt:large").description)
            let answer = await site.send(
                .post, "/v1/projects/\(Scene.project)/receipts", as: "owners", .object(receipt))
            #expect(answer.status == (over == 0 ? 201 : 422), "\(answer.text)")
            var scheme = try #require(Scene.scheme.object)
            scheme["other_fen"] = .int(.max)
            let huge = await site.send(.post, "/v1/projects", as: "street", .object(scheme))
            #expect(huge.status == 422)
        }
    }
}
