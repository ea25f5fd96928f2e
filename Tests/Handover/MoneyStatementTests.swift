import Handover
import Harness
import PQ
import Policy
import Projects
import Testing
import Values
import Web

@Suite("Public money of a finished project, and what closing waits for in each place")
struct MoneyStatementTests {
    private func policy(_ place: String, on day: String) throws -> Policy {
        try TestPolicies.book.get().policy(for: place, on: try #require(BusinessDay(iso: day)))
    }

    private func facts(
        _ place: String, total: Int64, resident: Int64, area: Int64 = 9_000_000, built: String = "1995-06-30",
        entry: String = "2021-03-01", others: Int64 = 0, excluded: [String: Fen] = [:], assessed: Bool = false
    ) throws -> StatementFacts {
        StatementFacts(
            place: place, total: Fen(total), resident: Fen(resident), others: Fen(others),
            area: Area(hundredths: area), built: try #require(BusinessDay(iso: built)),
            planEntry: try #require(BusinessDay(iso: entry)), housing: nil, excluded: excluded,
            isAssessed: assessed)
    }

    @Test("who pays what of a finished project: city, residents, others, and the district the rest (GS-04-5)")
    func gongshu() throws {
        let facts = try facts("330105", total: 3_960_000_000, resident: 160_000_000)
        let found = try #require(
            try MoneyStatementRules.statement(facts, under: policy("330105", on: "2021-03-01")))
        // 50 % of 400 × 90,000, and 39.6 − 18.0 − 1.6 = 20.0 million.
        #expect(found.city == Fen(1_800_000_000))
        #expect(found.district == Fen(2_000_000_000))
        #expect(found.city + found.resident + found.others + found.district == facts.total)
        #expect(found.because.map(\.rule).contains("GS-04-3"))
    }

    @Test("Hangzhou leaves elevators out and caps at 400 a square metre (HZ-07, HZ-08)")
    func hangzhou() throws {
        let facts = try facts(
            "330102", total: 4_500_000_000, resident: 0, area: 9_500_000, entry: "2022-05-01",
            excluded: ["elevator": Fen(300_000_000), "secondary_water": Fen(200_000_000)])
        let found = try #require(
            try MoneyStatementRules.statement(facts, under: policy("330102", on: "2022-05-01")))
        #expect(found.figures["base"] == "40000000.00")
        #expect(found.city == Fen(1_900_000_000))
    }

    @Test("Yueyang’s reward lessens the district’s part once it is payable (YY-06-2, YY-09-6)")
    func yueyang() throws {
        let policy = try policy("430600", on: "2022-05-01")
        func district(_ assessed: Bool) throws -> (Fen, Fen) {
            let facts = try facts(
                "430600", total: 1_100_000_000, resident: 0, entry: "2022-05-01",
                excluded: ["elevator": Fen(50_000_000)], assessed: assessed)
            let found = try #require(try MoneyStatementRules.statement(facts, under: policy))
            return (found.city, found.district)
        }
        #expect(try district(true) == (Fen(525_000_000), Fen(575_000_000)))
        #expect(try district(false) == (.zero, Fen(1_100_000_000)))
    }

    @Test("Lucheng’s text promises no money of the city, and no statement is made before the accounts")
    func refused() throws {
        let policy = try policy("330302", on: "2026-03-02")
        let facts = try facts("330302", total: 100, resident: 0)
        #expect(try MoneyStatementRules.statement(facts, under: policy) == nil)
        let silent = try MoneyStatementRules.making(nil, facts, under: policy)
        #expect(silent.refusals.map(\.code) == ["money_statement_has_its_rule"])
        let early = try MoneyStatementRules.making(nil, nil, under: policy)
        #expect(early.refusals.map(\.code) == ["money_statement_follows_the_account"])
    }

    /// The scene's project in Hangzhou, past the guards of the works before it.
    private func move(_ scene: Scene) async throws {
        let edition = try TestPolicies.book.get().edition(for: "330100")
        _ = try await scene.database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                update app.project set place = '330102', edition = \(edition)
                where project_id = \(Scene.project)
                """,
            ])
        }
    }

    @Test("Hangzhou closes by its evaluation and audit, and its statement can be made again (HZ-01-4, HZ-11)")
    func closing() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            try await move(scene)
            let path = Scene.end + "/money-statements"
            let draft: JSON = [
                "id": .text(Seed.id("statement").description), "plan_entry": "2022-05-01",
                "elevator_fen": 30_000_000,
            ]
            let early = await scene.site.send(.post, path, as: "street", draft)
            #expect(early.refusalCodes == ["money_statement_follows_the_account"], "\(early.text)")
            var account = try #require(Scene.account.object)
            account["resident_fen"] = 50_000_000
            let fixed = await scene.site.send(
                .post, Scene.end + "/final-accounts", as: "finance", .object(account))
            #expect(fixed.json?["resident_fen"] == 50_000_000, "\(fixed.text)")
            let made = await scene.site.send(.post, path, as: "street", draft)
            #expect(made.status == 201, "\(made.text)")
            let parts = ["city_fen", "resident_fen", "others_fen", "district_fen"].compactMap {
                made.json?[$0]?.int
            }
            #expect(parts.reduce(0, +) == fixed.json?["total_fen"]?.int)
            #expect(made.json?["because"]?.list?.first?["under"] != nil)
            let kept = await scene.site.send(.get, path, as: "street")
            #expect(kept.json?["items"]?.list?.first?["question"] == "hz_subsidy", "\(kept.text)")
            let gate = await scene.site.send(.get, Scene.end + "/close-gate", as: "street")
            let wanting = (gate.json?["requirements"]?.list ?? []).compactMap { $0["id"]?.text }.filter {
                $0.hasPrefix("paper.")
            }
            #expect(
                wanting.sorted() == [
                    "paper.accounts_audit", "paper.budget_performance", "paper.performance_evaluation",
                ])
        }
    }

    @Test("raw SQL cannot close a project of Hangzhou without them")
    func guarded() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            try await move(scene)
            _ = try await scene.database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "delete from policy.parameter where key = 'closing.requires' and value <> 'papers'",
                ])
            }
            func refused(_ name: String) async throws -> String? {
                try await scene.database.refusal(as: "street", ClosingGuardTests().close(name))
            }
            func paper(_ kind: String) async throws {
                _ = try await scene.database.owner.transaction { transaction in
                    try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        """
                        with file as (
                            insert into app.file (district, sha256, media_type, content)
                            values (1, sha256(\(Array("a scan of \(kind)".utf8))), 'text/plain',
                                \(Array("a scan of \(kind)".utf8))) on conflict do nothing
                        )
                        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind,
                            title, dated, sha256, op_id)
                        values (1, \(Seed.id(kind)), \(Scene.project), 'project', \(Scene.project), \(kind), 't',
                            '2026-02-20', sha256(\(Array("a scan of \(kind)".utf8))), \(Seed.id("op:" + kind)))
                        """,
                    ])
                }
            }
            #expect(try await refused("none") == "close_waits_for_papers")
            try await paper("performance_evaluation")
            try await paper("accounts_audit")
            #expect(try await refused("two of three") == "close_waits_for_papers")
            try await paper("budget_performance")
            #expect(try await refused("all three") == nil)
        }
    }
}
