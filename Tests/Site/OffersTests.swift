import Harness
import PQ
import Testing
import Values

/// What a project's card offers at each state: its true next step, open or blocked, and nothing that lies behind it.
@Suite("A project's next steps")
struct OffersTests {
    private static let expected: [(state: String, steps: [String])] = [
        ("S06", ["project.launch"]), ("S07", ["project.advance.S08"]), ("S10", ["project.advance.S13"]),
        ("S13", ["project.start"]), ("S14", ["project.report_completion"]), ("S15", ["acceptance.call"]),
        ("S16", ["project.complete_handover"]), ("S22", ["project.close"]), ("S23", []),
    ]

    private static let deeds = [
        "S06": ["project.open_account", "paper.record"], "S07": ["plan_approval.street", "paper.record"],
        "S14": ["paper.record", "daily_log.record"], "S23": [],
    ]

    private static func isDeed(_ action: String) -> Bool {
        ["paper.record", "project.open_account", "daily_log.record", "register.agree"].contains(action)
            || action.hasPrefix("plan_approval.")
    }

    @Test("each state offers its own next step", .timeLimit(.minutes(20)))
    func nextSteps() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("offers")
            #expect(try await site.take(journey.importing()).status == 201)
            for (state, steps) in Self.expected {
                let pool = try site.pool()
                // Past every guard: how a project comes there is others' to test.
                try await Self.past(
                    pool, ["update app.project set state = \(state) where project_id = \(journey.project)"])
                await pool.close()
                let card = try await site.call("GET", journey.path, as: "street")
                try #require(card.status == 200, "\(state): \(String(decoding: card.body, as: UTF8.self))")
                let offers = (card.json?["_actions"]?.list ?? []) + (card.json?["_blocked"]?.list ?? [])
                let named = offers.compactMap { $0["action"]?.text }
                #expect(named.filter { !Self.isDeed($0) } == steps, "\(state)")
                // Beside the step there is what makes it possible: the account, the plan's next approval, a paper, a log.
                #expect(
                    named.filter { Self.isDeed($0) && $0 != "register.agree" }
                        == Self.deeds[state, default: ["paper.record"]], "\(state)")
                let blocked = card.json?["_blocked"]?.list ?? []
                #expect(blocked.allSatisfy { $0["refusals"]?.list?.isEmpty == false })
            }
            #expect(try await site.stop() == 0)
        }
    }

    @Test(
        "what a card offers somebody, he may do: at each state, in each role, engaged or no longer",
        .timeLimit(.minutes(20)))
    func nobodyIsOfferedWhatIsNotHis() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("offered")
            #expect(try await site.take(journey.importing()).status == 201)
            let operations = try await Operation.all()
            let pool = try site.pool()
            let engaged = Seed.people.filter { $0.district == Seed.district }.map(\.login)
            try await Self.past(
                pool,
                Seed.engagements(
                    [
                        "contractor", "contractor2", "epc", "designer", "surveyor", "supervisor", "agent",
                        "consultant",
                        "cost", "auditor", "water", "power", "gas",
                    ],
                    of: journey.project, under: Seed.id("op:offers")))
            var (offered, wrong) = (0, [String]())
            for (state, _) in Self.expected {
                for login in engaged {
                    try await Self.past(
                        pool,
                        ["update app.project set state = \(state) where project_id = \(journey.project)"])
                    let card = try await site.call("GET", journey.path, as: login)
                    for (method, path) in Operation.offers(in: card.json ?? .null) {
                        offered += 1
                        let told = try await Operation.matching(method, path, among: operations)?
                            .send(path, site, as: login)
                        if told.map({ [403, 404, 405].contains($0.status) }) ?? true {
                            wrong.append("\(state) \(login): \(method) \(path) \(told?.status ?? 0)")
                        }
                    }
                }
            }
            #expect(wrong == [])
            #expect(offered > 0, "nothing was offered, so nothing is shown")
            // A unit that has left reads on, and finds every step among what is blocked, with the reason.
            try await Self.past(
                pool,
                [
                    """
                    insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id,
                        op_id)
                    select district, contract_id, project_id, '2026-02-01', '解除', contract_id, op_id from app.contract
                    """,
                    "update app.engagement set valid_to = '2026-02-01'",
                    "update app.project set state = 'S14' where project_id = \(journey.project)",
                ])
            let card = try await site.call("GET", journey.path, as: "contractor")
            #expect(card.status == 200)
            #expect(card.json?["_actions"]?.list == [])
            let reasons = card.json?["_blocked"]?.list?.first?["refusals"]?.list?.map { $0["code"] } ?? []
            #expect(
                reasons.contains("takes_no_part") || reasons.contains("role_may_not"), "\(card.json ?? .null)"
            )
            await pool.close()
            #expect(try await site.stop() == 0)
        }
    }

    /// Past every guard: how a project comes there is others' to test.
    private static func past(_ pool: Pool, _ statements: [SQL]) async throws {
        try await pool.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements
                    + [TestDatabase.eventOfNothing])
        }
    }
}
