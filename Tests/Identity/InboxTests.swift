import Actions
import Harness
import Ledger
import PQ
import Policy
import Synchronization
import Testing
import Values
import Web

@testable import Identity

@Suite("What waits for whom")
struct InboxTests {
    @Test
    func `a step waits for whose turn it is, a deadline for street and office, neither for others`()
        async throws
    {
        try await TestDatabase.with { database in
            let project = Seed.id("project")
            try await scene(database, project)
            let turns = Turns(database.desk, [Self.launch(judged: { _ in })])
            let site = try TestSite(IdentityRoutes(desk: database.desk, turns: turns).routes)
            func inbox(_ login: String) async -> [JSON] {
                await site.send(.get, "/v1/inbox", as: login).json?["items"]?.list ?? []
            }
            let street = await inbox("street")
            #expect(street.map { $0["kind"] } == ["clock", "requirement", "requirement"])
            #expect(street.first?["due_on"] == "2026-03-01")
            #expect(street.first?["overdue"] == true)
            #expect(street.first?["project_name"] == "云和花园")
            #expect(street.last?["path"] == "/gate")
            #expect(street.last?["title"] == "启动：没有开户（账户）")
            // Page by page it is the same list.
            let one = await site.send(.get, "/v1/inbox?limit=1", as: "street").json
            let cursor = try #require(one?["next"]?.text)
            let two = await site.send(.get, "/v1/inbox?limit=1&after=" + cursor, as: "street").json
            let last = try #require(two?["next"]?.text)
            let three = await site.send(.get, "/v1/inbox?limit=1&after=" + last, as: "street").json
            #expect([one, two, three].flatMap { $0?["items"]?.list ?? [] } == street)
            #expect(three?["next"] == .null)
            for broken in ["zz", "00", "ff"] {
                let answer = await site.send(.get, "/v1/inbox?after=" + broken, as: "street")
                #expect(answer.status == 200, "\(broken): \(answer.text)")
            }
            #expect(await inbox("office").map { $0["kind"] } == ["clock"])
            #expect(await inbox("owners").map { $0["title"] } == ["启动：材料不齐"])
            #expect(await inbox("contractor") == [])
            #expect(await inbox("stranger") == [])
        }
    }

    /// A step that waits for what the street and the owners can mend, and tells when it is judged.
    private static func launch(judged: @escaping @Sendable (ID) -> Void) -> ProjectOffers {
        ProjectOffers(
            in: ["S06"], facts: { "select project_id from app.project where project_id = any(\($0))" }
        ) {
            _, project in
            judged(project)
            let refusals = [
                Refusal(
                    "papers", Words("材料不齐。", "papers are missing."), source: nil, remedy: Words("补", "mend"),
                    liftedBy: [.ownersBody, .constructionUnit]),
                Refusal(
                    "account", Words("没有开户。", "no account."), source: nil, missing: [Words("账户", "account")],
                    remedy: Words("补", "mend")),
            ]
            return [
                Offer(
                    "launch", Words("启动", "launch"), "POST", "/launch", .refused(refusals),
                    turn: .init([.constructionUnit], gate: "/gate"))
            ]
        }
    }

    @Test
    func `what was judged of a project is kept until something of it is written, or the day is another`()
        async throws
    {
        try await TestDatabase.with { database in
            let project = Seed.id("project")
            try await scene(database, project)
            let judged = Count()
            let turns = Turns(database.desk, [Self.launch(judged: { _ in judged.add() })])
            let site = try TestSite(IdentityRoutes(desk: database.desk, turns: turns).routes)
            /// How often the project was judged for one look into the inbox.
            func looks() async -> Int {
                let before = judged.now
                #expect(await site.send(.get, "/v1/inbox", as: "street").json?["items"]?.list?.count == 3)
                return judged.now - before
            }
            /// Looks until nothing is judged: the last writers of the whole cluster may still be under way.
            func settles() async -> Bool {
                for _ in 0..<200 {
                    if await looks() == 0 { return true }
                    try? await Task.sleep(for: .milliseconds(20))
                }
                return false
            }
            #expect(await looks() == 1)
            #expect(await settles())
            let op = Seed.id("op:written")
            try await database.act(
                as: "street",
                [
                    TestDatabase.event(op, on: ("project", project), project: project),
                    """
                    insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule,
                        started_on, due_on, explanation, state, met_on, op_id)
                    values (1, \(Seed.id("clock:met")), \(project), 'project', \(project), 'x.y', 'LC-06-1',
                        '2026-02-01', '2026-03-01', '{}', 'met', '2026-02-20', \(op))
                    """,
                ])
            #expect(await looks() == 1)
            #expect(await settles())
            database.clock.set(day: Seed.today.adding(days: 1))
            #expect(await looks() == 1)
        }
    }

    private func scene(_ database: TestDatabase, _ project: ID) async throws {
        let op = Seed.id("op")
        let edition = try TestPolicies.book.get().edition(for: "330302")
        try await database.act(
            as: "street",
            [
                TestDatabase.event(op, on: ("project", project), project: project),
                """
                insert into app.community (district, community_id, name, address, completed_on, households,
                    area_hundredths, body_kind, body_name, op_id)
                values (1, \(Seed.id("community")), '云和花园', '云和路', '1996-01-01', 600, 4800000,
                    'owners_committee', '业委会', \(op))
                """,
                """
                insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                    edition, state, op_id)
                values (1, \(project), \(Seed.id("community")), '云和花园', \(Seed.id("org:street")), '330302',
                    \(edition), 'S06', \(op))
                """,
                """
                insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule,
                    started_on, due_on, explanation, op_id)
                values (1, \(Seed.id("clock")), \(project), 'project', \(project), 'x.y', 'LC-06-1', '2026-02-01',
                    '2026-03-01', '{}', \(op))
                """, Seed.bodies(of: project, under: op),
            ])
    }

    @Test func `each capability's work waits for the one whose turn it is`() async throws {
        try await TestDatabase.with { database in
            let project = Seed.id("project")
            try await scene(database, project)
            try await work(database, project)
            let site = try TestSite(IdentityRoutes(desk: database.desk).routes)
            func kinds(_ login: String) async -> [String] {
                let items = await site.send(.get, "/v1/inbox", as: login).json?["items"]?.list ?? []
                return items.compactMap { $0["kind"]?.text }.sorted()
            }
            #expect(await kinds("supervisor") == ["acceptance_opinion", "change_order", "daily_log"])
            #expect(await kinds("designer") == [])
            #expect(await kinds("contractor") == ["issue"])
            #expect(await kinds("contractor2") == [])
            #expect(await kinds("gas") == ["handover"])
            // The one that is planned waits for both signatures.
            #expect(await kinds("water") == ["handover"])
            #expect(await kinds("street") == ["clock", "handover"])
            #expect(await kinds("owners") == ["owners_decision"])
            #expect(await kinds("resident") == ["issue_verification"])
            #expect(await kinds("office") == ["change_order", "clock"])
            #expect(await kinds("community") == ["issue"])
            let mine = await site.send(.get, "/v1/inbox", as: "supervisor").json?["items"]?.list ?? []
            let seat = try #require(mine.first { $0["kind"] == "acceptance_opinion" })
            #expect(seat["path"] == .text("/v1/acceptance-rounds/\(Seed.id("round"))/dossier"))
            #expect(seat["due_on"] == "2026-03-20")
        }
    }

    /// Bare rows, past the guards that their own capabilities test.
    private func work(_ database: TestDatabase, _ project: ID) async throws {
        let op = Seed.id("op")
        func org(_ name: String) -> ID { Seed.id("org:" + name) }
        func log(_ id: String, _ state: String) -> SQL {
            """
            insert into app.daily_log (district, daily_log_id, project_id, contract_id, section, organisation_id, kind,
                logged_on, state, headcount, weather, written_by, written_on, edition, lock_days, late, op_id)
            values (1, \(Seed.id(id)), \(project), \(Seed.id("contract")), \(id), \(org("contractor")),
                'construction', '2026-03-01', \(state), 9, '晴', \(Seed.id("person:contractor")), '2026-03-01', 'e',
                3, false, \(op))
            """
        }
        func issue(_ id: String, _ state: String, _ unit: ID?) -> SQL {
            """
            insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt, reporter_kind, reporter_id,
                edition, filed_on, state, severity, triaged_by, assignee_organisation_id, claimed_by, fix_note, op_id)
            values (1, \(Seed.id(id)), \(project), 'leak', '3 幢', '漏水', sha256('salt'), 'resident', \(Seed.id("person:resident")), 'e',
                '2026-03-01', \(state), 'S3', \(Seed.id("person:community")), \(unit),
                \(Seed.id("person:contractor")), '已修', \(op))
            """
        }
        func change(_ id: String, _ state: String) -> SQL {
            """
            insert into app.change_order (district, change_order_id, project_id, contract_id, number, title, reason,
                applicant_id, applicant_organisation_id, beneficiary_id, cost_fen, days, state, determination_id,
                submitted_on, op_id)
            values (1, \(Seed.id(id)), \(project), \(Seed.id("contract")), \(id), 't', 'r',
                \(Seed.id("person:contractor")), \(org("contractor")), \(org("contractor")), 1, 1, \(state),
                \(Seed.id("d")), '2026-03-01', \(op))
            """
        }
        func engagement(_ role: String) -> SQL {
            """
            insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from, op_id)
            values (1, \(Seed.id("e:" + role)), \(project), \(org(role)), \(role), '2026-01-01', \(op))
            """
        }
        func dossier(_ number: Int32) -> SQL {
            """
            insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id, project_id,
                number, manifest, sha256, op_id)
            values (1, \(Seed.id("dossier\(number)")), \(Seed.id("round")), \(project), \(number),
                \(Array("{\(number)}".utf8)), \(Digest.sha256("{\(number)}".utf8)), \(op))
            """
        }
        let statements: [SQL] = [
            "set local session_replication_role = replica", engagement("supervisor"),
            engagement("contractor"),
            log("log1", "submitted"), log("log2", "draft"), issue("issue1", "new", nil),
            issue("issue2", "assigned", org("contractor")), issue("issue3", "accepted", nil),
            issue("issue4", "fix_claimed", org("contractor")),
            change("change1", "opinions"), change("change2", "district_decision"), change("change3", "draft"),
            """
            insert into app.acceptance_round (district, acceptance_round_id, project_id, number, event_on, place,
                notice_on, notice_number, edition, notice_workdays, mode, op_id)
            values (1, \(Seed.id("round")), \(project), 1, '2026-03-20', '社区', '2026-03-02', 'n1', 'e', 7,
                'traditional', \(op))
            """,
            """
            insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id, seat, role,
                mandatory, needs_key, op_id)
            values (1, \(Seed.id("seat")), \(Seed.id("round")), \(project), 'supervisor', 'supervisor', true, true,
                \(op))
            """,
            """
            insert into app.acceptance_sitting (district, acceptance_seat_id, number, acceptance_round_id, project_id,
                person_id, organisation_id, role, seated_on, op_id)
            values (1, \(Seed.id("seat")), 1, \(Seed.id("round")), \(project), \(Seed.id("person:supervisor")),
                \(org("supervisor")), 'supervisor', '2026-03-02', \(op))
            """,
            dossier(1), dossier(2),
            // What was said over the first version does not answer for the second.
            """
            insert into app.acceptance_opinion (district, acceptance_opinion_id, acceptance_seat_id,
                acceptance_round_id, project_id, person_id, dossier_sha256, opinion, words, sign_kind, statement,
                second_factor, received_at, given_on, op_id)
            values (1, \(Seed.id("opinion")), \(Seed.id("seat")), \(Seed.id("round")), \(project),
                \(Seed.id("person:supervisor")), \(Digest.sha256("{1}".utf8)), 'pass', '', 'attested', '\\x00',
                true, '2026-03-02 10:00+08', '2026-03-02', \(op))
            """,
            """
            insert into app.handover (district, handover_id, project_id, kind, receiver_id, state, op_id)
            values (1, \(Seed.id("handover")), \(project), 'gas', \(org("gas")), 'documents_sent', \(op)),
                (1, \(Seed.id("handover:water")), \(project), 'water', \(org("water")), 'planned', \(op))
            """,
            "update app.project set state = 'S16'",
        ]
        _ = try await database.owner.transaction { try await $0.commit(after: statements) }
    }
}

/// How often something was done, by whichever task.
private final class Count: Sendable {
    private let count = Mutex(0)

    var now: Int { count.withLock { $0 } }

    func add() { count.withLock { $0 += 1 } }
}
