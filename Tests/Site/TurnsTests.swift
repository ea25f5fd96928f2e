import Harness
import PQ
import Testing
import Values

/// Whose turn it is at each state of a project: the inbox of everybody, walked through the states of the place's path.
@Suite("Whose turn it is")
struct TurnsTests {
    /// What stands in the inbox of somebody at a state, by a word of its title.
    private static let expected: [(state: String, login: String, word: String)] = [
        ("S00", "street", "成立业委会或自治小组"), ("S01", "community", "业委会或自治小组"), ("S01", "owners", "业委会或自治小组"),
        ("S02", "community", "改造意愿征求"), ("S02", "owners", "向街道提出改造意愿"),
        ("S03", "street", "初步设计方案五项内容"), ("S04", "owners", "改造方案表决"), ("S05", "owners", "公示"),
        ("S06", "street", "专用账户"), ("S06", "owners", "启动申请材料"),
        ("S07", "street", "列入年度计划：街道"), ("S08", "office", "方案联审会议纪要"), ("S08", "group", "决定例外申请"),
        ("S09", "street", "可行性研究报告批复"), ("S09", "agent", "可行性研究报告批复"),
        ("S10", "office", "施工图自审承诺书"),
        ("S10", "street", "认定发包方式"), ("S10", "street", "选定建设模式"), ("S13", "street", "签订合同"),
        ("S13", "street", "开工"),
        ("S14", "contractor", "报告完工（一标段）"), ("S14", "contractor", "填写今天的施工日志"),
        ("S14", "epc", "报告完工（二标段）"), ("S14", "supervisor", "审核第 1 期进度款"),
        ("S14", "consultant", "审核第 1 期进度款"), ("S14", "auditor", "跟踪审计意见"),
        ("S14", "designer", "工程变更"), ("S14", "cost", "工程变更"), ("S14", "community", "受理居民问题"),
        ("S14", "volunteer", "确认整改结果"), ("S14", "resident", "确认整改结果"),
        ("S15", "street", "封存案卷（第 1 轮）"), ("S15", "surveyor", "派人入席"), ("S15", "designer", "派人入席"),
        ("S15", "contractor", "派人入席"), ("S16", "gas", "签署共同验收"), ("S16", "street", "移交完成"),
        ("S16", "finance", "竣工财务决算"), ("S16", "street", "多退少补"),
        ("S22", "owners", "保修期"), ("S22", "community", "保修期"), ("S22", "finance", "竣工财务决算"),
    ]

    @Test(
        "at every state each one whose turn it is finds it in his inbox, and nobody who takes part is left out",
        .timeLimit(.minutes(20)))
    func everybodysTurn() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("turns")
            #expect(try await site.take(journey.importing()).status == 201)
            let pool = try site.pool()
            let engaged = Seed.people.filter { $0.district == Seed.district }
            try await Self.past(pool, journey.project, Self.rows(journey.project))
            var silent = Set(engaged.map(\.role))
            for state in Set(Self.expected.map { $0.state }).sorted() {
                try await Self.past(
                    pool, journey.project,
                    ["update app.project set state = \(state) where project_id = \(journey.project)"])
                for person in engaged {
                    let titles = try await Self.inbox(site, person.login)
                    if !titles.isEmpty { silent.remove(person.role) }
                    for turn in Self.expected where turn.state == state && turn.login == person.login {
                        #expect(
                            titles.contains { $0.contains(turn.word) },
                            "\(state) \(turn.login) \(turn.word): \(titles)")
                    }
                }
            }
            #expect(silent == [], "somebody takes part and nothing is ever his turn")
            try await chain(site, pool, journey.project)
            await pool.close()
            #expect(try await site.stop() == 0)
        }
    }

    /// The annual plan goes from body to body, and what one unit has said is not its turn again.
    private func chain(_ site: LiveSite, _ pool: Pool, _ project: ID) async throws {
        let steps: [(said: (step: String, login: String)?, turn: String, others: [String])] = [
            (nil, "street", ["group", "leader", "development"]),
            (("street", "street"), "group", ["street", "development"]),
            (("leading_group", "group"), "leader", ["street", "group", "development"]),
            (("district_leader", "leader"), "development", ["street", "group", "leader", "office"]),
        ]
        try await Self.past(
            pool, project, ["update app.project set state = 'S07' where project_id = \(project)"])
        for (index, step) in steps.enumerated() {
            if let said = step.said {
                try await Self.approve(pool, project, said.step, by: said.login, ordinal: Int32(index))
            }
            func isAsked(_ login: String) async throws -> Bool {
                try await Self.inbox(site, login).contains { $0.contains("可以办理：列入年度计划") }
            }
            #expect(try await isAsked(step.turn), "\(step.turn)")
            for login in step.others { #expect(try await !isAsked(login), "\(step.turn): \(login)") }
            let blocked =
                try await site.call("GET", "/v1/worklist", as: "office").json?["blocked"]?.list ?? []
            let shut = blocked.filter { $0["action_class"] == "project.advance.S08" }
            let listing = shut.first { $0["refusal"]?["code"] == "listing_waits_for_the_chain" }
            #expect(listing?["refusal"]?["source"]?["rule"] == "LC-06-5", "\(shut)")
            #expect(listing?["refusal"]?["missing"]?.list?.count == 4 - index)
        }
    }

    private static func approve(
        _ pool: Pool, _ project: ID, _ step: String, by login: String, ordinal: Int32
    ) async throws {
        let person = try #require(Seed.people.first { $0.login == login })
        let op = Seed.id("op:turns:" + step)
        try await past(
            pool, project,
            [
                """
                insert into app.plan_approval (district, project_id, ordinal, step, approved_on, number, op_id)
                values (1, \(project), \(ordinal), \(step), '2026-03-02', \(step), \(op))
                """
            ], event: op, of: Seed.id("org:" + person.organisation))
    }

    private static func inbox(_ site: LiveSite, _ login: String) async throws -> [String] {
        let answer = try await site.call("GET", "/v1/inbox?limit=200", as: login)
        #expect(answer.status == 200, "\(login): \(String(decoding: answer.body, as: UTF8.self))")
        return (answer.json?["items"]?.list ?? []).compactMap { $0["title"]?.text }
    }

    /// Past every guard, with an event of the project: how it comes there is others' to test.
    private static func past(
        _ pool: Pool, _ project: ID, _ statements: [SQL], event: ID? = nil, of unit: ID? = nil
    ) async throws {
        let written: SQL = """
            insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version, person_id,
                role, project_id, at, body, leaf, organisation_id)
            values (1, coalesce(\(event), gen_random_uuid()), 'test', 'test', gen_random_uuid(), 1,
                \(Seed.id("person:street")), 'system', \(project), now(), '\\x7b7d', sha256('\\x007b7d'::bytea), \(unit))
            """
        let all = ["set local session_replication_role = replica"] + statements + [written]
        try await pool.transaction { transaction in _ = try await transaction.commit(after: all) }
    }
}
