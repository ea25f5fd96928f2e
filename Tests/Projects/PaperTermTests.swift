import Harness
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Terms that begin with a paper")
struct PaperTermTests {
    private let base = "/v1/projects/\(Scene.project)"

    private func paper(_ kind: String, dated: String, about: (String, ID)? = nil) -> JSON {
        var fields: [String: JSON] = [
            "id": .text(Seed.id("term:\(kind):\(dated)").description), "kind": .text(kind),
            "title": .text(kind),
            "dated": .text(dated),
        ]
        if let about {
            fields["subject_kind"] = .text(about.0)
            fields["subject_id"] = .text("\(about.1)")
        }
        return .object(fields)
    }

    private func clocks(_ site: TestSite) async -> [String] {
        let list = await site.send(.get, base + "/clocks", as: "street").json?["items"]?.list ?? []
        return list.filter { $0["subject_kind"] == "paper" }.map { clock in
            let name = clock["key"]?.text?.split(separator: ".").last ?? ""
            return
                "\(clock["rule"]?.text ?? "") \(name) \(clock["due_on"]?.text ?? "?") \(clock["state"]?.text ?? "")"
        }.sorted()
    }

    @Test(
        "a paper begins the term of its clause and a paper ends it: checks, returns, complaints (FIR-04, RET-5, PRO-16)"
    )
    func routes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func record(_ kind: String, _ dated: String) async {
                let answer = await site.send(.post, base + "/papers", as: "street", paper(kind, dated: dated))
                #expect(answer.status == 201, "\(kind): \(answer.text)")
            }
            await record("fire_check_notice", "2026-01-05")
            #expect(await clocks(site) == ["FIR-04 fire_spot_check 2026-01-26 running"])
            // The fifteenth working day is the last; the day after would be late.
            await record("fire_check_result", "2026-01-26")
            #expect(await clocks(site) == ["FIR-04 fire_spot_check 2026-01-26 met"])
            await record("tender_complaint", "2026-01-05")
            await record("complaint_acceptance", "2026-01-09")
            #expect(
                await clocks(site) == [
                    "FIR-04 fire_spot_check 2026-01-26 met", "PRO-16 complaint_accepted 2026-01-08 late",
                    "PRO-16 complaint_decided 2026-02-27 running",
                ])
            await record("retention_request", "2026-01-05")
            await record("retention_check_result", "2026-01-19")
            let held = await clocks(site).filter { $0.hasPrefix("RET-5") }
            #expect(
                held == ["RET-5 retention_check 2026-01-19 met", "RET-5 retention_pay 2026-02-02 running"])
            let list = await site.send(.get, base + "/clocks", as: "street").json?["items"]?.list ?? []
            #expect(list.contains { $0["title"] == "核实后返还质量保证金" && $0["rule"] == "RET-5" }, "\(list)")
        }
    }

    /// A contract of the project, as the scene has it.
    private func contract(_ fen: Int64, in database: TestDatabase) async throws -> ID {
        let id = Seed.id("contract:\(fen)")
        _ = try await database.owner.transaction {
            try await $0.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                    method, signed_on, amount_fen, op_id)
                values (1, \(id), \(Scene.project), \(id), \(Seed.id("org:contractor")), \("HT-\(fen)"), '施工',
                    'direct', '2026-01-05', \(fen), \(id))
                """,
            ])
        }
        return id
    }

    @Test(
        "an accident is reported by the next day, a settlement by its band, an audit in ninety days (PER-8, FIN-01, FIN-06)"
    )
    func money() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func record(_ kind: String, _ dated: String, _ about: ID? = nil) async -> Response {
                var draft = paper(kind, dated: dated, about: about.map { ("contract", $0) }).object ?? [:]
                draft["id"] = .text(Seed.id("\(kind):\(dated):\(about.map { "\($0)" } ?? "")").description)
                return await site.send(.post, base + "/papers", as: "street", .object(draft))
            }
            // A Friday: twenty-four hours end on the Saturday.
            #expect(await record("accident_notice", "2026-01-09").status == 201)
            #expect(await clocks(site) == ["PER-8 accident_report 2026-01-10 running"])
            #expect(await record("accident_report", "2026-01-11").status == 201)
            #expect(await clocks(site) == ["PER-8 accident_report 2026-01-10 late"])
            // Complete papers to the auditor; 2026-04-05 is in the Qingming holiday.
            #expect(await record("audit_submission", "2026-01-05").status == 201)
            #expect(await clocks(site).contains("FIN-06 audit_report 2026-04-07 running"))
            #expect(await record("audit_report", "2026-02-06").status == 201)
            #expect(await clocks(site).contains("FIN-06 audit_report 2026-04-07 met"))

            let none = await record("settlement_submission", "2026-01-05")
            #expect(none.refusalCodes == ["paper_term_is_of_a_contract"], "\(none.text)")
            // 5,000,000.00 is still of the first band, and a fen more is of the second.
            let bands: [(Int64, String)] = [
                (500_000_000, "FIN-01 to_5m 2026-01-26 running"),
                (500_000_001, "FIN-01 to_20m 2026-02-04 running"),
                (2_000_000_001, "FIN-01 to_50m 2026-02-24 running"),
                (5_000_000_001, "FIN-01 above 2026-03-06 running"),
            ]
            for (fen, due) in bands {
                let about = try await contract(fen, in: database)
                let sent = await record("settlement_submission", "2026-01-05", about)
                #expect(sent.status == 201, "\(sent.text)")
                let found = await clocks(site).filter { $0.hasPrefix("FIN-01") && $0.hasSuffix("running") }
                #expect(found == [due])
                #expect(await record("settlement_review_report", "2026-01-20", about).status == 201)
            }
            #expect(await clocks(site).filter { $0.hasPrefix("FIN-01") && $0.hasSuffix("met") }.count == 4)
        }
    }

    @Test(
        "a notice of the audit plan after the acceptance begins its term once, on the later of both days (FIN-06)"
    )
    func auditPlan() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func record(_ kind: String, _ dated: String) async -> Response {
                await site.send(.post, base + "/papers", as: "street", paper(kind, dated: dated))
            }
            func accept(on day: String) async throws {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica", "delete from app.clock",
                        "update app.project set entered_state = 'S17', accepted_on = \(day)::text::date",
                    ])
                }
            }
            // Before the acceptance the certificate begins it, and the notice nothing.
            #expect(await record("audit_plan_notice", "2026-01-04").status == 201)
            #expect(await clocks(site) == [])
            try await accept(on: "2026-01-05")
            #expect(
                try await database.refusal(as: "street", Raw.paper("audit_plan_notice", dated: "2026-01-06"))
                    == "paper_starts_its_term")
            #expect(await record("audit_plan_notice", "2026-01-06").status == 201)
            #expect(await clocks(site) == ["FIN-06 audit_submit 2026-02-05 running"])
            #expect(await record("audit_plan_notice", "2026-01-07").status == 201)
            #expect(await clocks(site) == ["FIN-06 audit_submit 2026-02-05 running"])
            #expect(await record("audit_submission", "2026-02-05").status == 201)
            #expect(await clocks(site).contains("FIN-06 audit_submit 2026-02-05 met"))
            // Dated before the acceptance and recorded after it: from the acceptance, and a Saturday moves to the Monday.
            try await accept(on: "2026-01-08")
            #expect(await record("audit_plan_notice", "2026-01-05").status == 201)
            #expect(await clocks(site) == ["FIN-06 audit_submit 2026-02-09 running"])
        }
    }

    @Test("a paper dated before its text begins nothing; an ending paper about another thing ends nothing")
    func bounds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let early = await site.send(
                .post, base + "/papers", as: "street", paper("fire_check_notice", dated: "2020-05-31"))
            #expect(early.status == 201, "\(early.text)")
            #expect(await clocks(site) == [])
            _ = await site.send(
                .post, base + "/papers", as: "street", paper("fire_check_notice", dated: "2020-06-01"))
            #expect(await clocks(site) == ["FIR-04 fire_spot_check 2020-06-22 running"])
            let before = await site.send(
                .post, base + "/papers", as: "street", paper("fire_check_result", dated: "2020-05-31"))
            #expect(before.status == 201, "\(before.text)")
            #expect(await clocks(site) == ["FIR-04 fire_spot_check 2020-06-22 running"])
        }
    }

    /// A notice of 2026-01-05 with its deadline, the day counted as told.
    private func notice(
        workdays: Int32 = 15, due: String = "2026-01-26", ends: String = "fire_check_result",
        times: Int32 = 1,
        kind: String = "fire_check_notice"
    ) -> [SQL] {
        Raw.change { op in
            """
            with begun as (
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    op_id)
                values (1, \(op), \(Scene.project), 'project', \(Scene.project), \(kind), '通知', '2026-01-05', \(op))
            )
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                due_on, workdays, explanation, op_id)
            select 1, gen_random_uuid(), \(Scene.project), 'paper', \(op), 'notice.fire_spot_check.fire_spot_check',
                'FIR-04', '2026-01-05', \(due)::text::date, \(workdays), jsonb_build_object('paper', \(ends)::text), \(op)
            from generate_series(1, \(times))
            """
        }
    }

    @Test(
        "raw SQL records no such paper without its deadline, no deadline without its paper, and meets none by itself"
    )
    func guards() async throws {
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(Raw.paper("fire_check_notice", dated: "2026-01-05"))
                    == "paper_starts_its_term")
            #expect(try await raw.refusal(notice(workdays: 16, due: "2026-01-27")) == "paper_starts_its_term")
            #expect(try await raw.refusal(notice(due: "2026-01-27")) == "paper_starts_its_term")
            #expect(
                try await raw.refusal(Raw.paper("settlement_submission", dated: "2026-01-05"))
                    == "paper_term_is_of_a_contract")
            #expect(
                try await raw.refusal(Raw.paper("accident_notice", dated: "2026-01-05"))
                    == "paper_starts_its_term")
            let unbegun = "paper_term_is_begun_by_its_paper"
            #expect(try await raw.refusal(notice(kind: "other")) == unbegun)
            #expect(try await raw.refusal(notice(ends: "other")) == unbegun)
            #expect(try await raw.refusal(notice(times: 2)) == unbegun)
            #expect(try await raw.refusal(notice()) == nil)
            func meet(_ kind: String?) -> [SQL] {
                Raw.change { op in
                    """
                    with recorded as (
                        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title,
                            dated, op_id)
                        select 1, \(op), \(Scene.project), 'project', \(Scene.project), \(kind ?? ""), '材料',
                            '2026-01-20', \(op)
                        where \(kind ?? "") <> ''
                    )
                    update app.clock set state = 'met', met_on = '2026-01-20', version = version + 1, op_id = \(op)
                    where key = 'notice.fire_spot_check.fire_spot_check'
                    """
                }
            }
            #expect(try await raw.refusal(meet(nil)) == "paper_term_is_met_by_its_paper")
            #expect(try await raw.refusal(meet("other")) == "paper_term_is_met_by_its_paper")
            #expect(try await raw.refusal(meet("fire_check_result")) == nil)
        }
    }
}
