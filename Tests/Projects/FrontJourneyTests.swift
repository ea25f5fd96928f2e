import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects
@Suite("Front: each place through its own gates, over the routes")
struct FrontJourneyTests {
    private func walk(
        _ place: String, _ body: @Sendable (FrontJourney, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            try await FrontScene.lie(database, in: place)
            let answer = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: place))
            try #require(answer.status == 201, "\(answer.text)")
            try await body(FrontJourney(site: site), database)
        }
    }

    @Test("Lucheng, from the survey to the permit")
    func lucheng() async throws {
        try await walk("330302") { journey, database in
            await journey.held("S01", by: ["gate_waits_for_scope"])
            let both = (FrontJourney.facts.object ?? [:]).merging(["danger_class": "C"]) { $1 }
            let contrary = await journey.post("/scope", .object(both))
            #expect(contrary.refusalCodes == ["scope_names_its_facts"], "\(contrary.text)")
            #expect(contrary.json?["detail"]?.text?.contains("互相矛盾") == true)
            await journey.scope()
            await journey.step("S01")
            await journey.held("S02", by: ["gate_waits_for_owners_body"])
            await journey.body()
            await journey.step("S02")
            await journey.held("S03", by: ["gate_waits_for_willingness_ballot", "gate_waits_for_papers"])
            try await RawFront(database: database).ballot("willingness")
            await journey.papers(["willingness_application"], as: "owners")
            await journey.step("S03")
            await journey.held(
                "S04",
                by: [
                    "gate_waits_for_papers", "gate_waits_for_plan_parts", "gate_waits_for_mandatory_kinds",
                    "gate_waits_for_funding_plan",
                ])
            var items = Scene.scheme["items"]?.list ?? []
            items.removeAll { $0["kind"] == "waste_sorting" }
            await journey.done(
                "/scheme",
                [
                    "decided_on": "2026-02-01", "other_fen": 160_000_000, "contingency_fen": 100_000_000,
                    "items": .list(items),
                ])
            await journey.done("/compliant-kinds", ["kind": "waste_sorting", "statement": "2024年已建成分类投放点"])
            await journey.papers([
                "design_commission", "plan_design", "plan_resources", "plan_budget", "plan_funding",
            ])
            await journey.held("S04", by: ["gate_waits_for_plan_parts"])
            await journey.papers(["plan_management"])
            await journey.step("S04")
            await journey.held("S05", by: ["gate_waits_for_plan_ballot"])
            try await RawFront(database: database).ballot("plan")
            await journey.step("S05")
            await journey.held("S06", by: ["gate_waits_for_publicity", "gate_waits_for_publicity_period"])
            let three = ["opinion_notice", "room_summary", "design_scheme"]
            let odd = await journey.posting("odd", on: "2026-03-01", three + ["banana"])
            #expect(odd.refusalCodes == ["posting_attachment_is_known"])
            #expect(odd.json?["detail"]?.text?.contains("“banana”") == true, "\(odd.text)")
            #expect(await journey.posting("two", on: "2026-03-01", Array(three.prefix(2))).status == 201)
            await journey.held("S06", by: ["gate_waits_for_publicity", "gate_waits_for_publicity_period"])
            // LC-05-3: no day counts while a paper lacks, so that no end is told.
            let lacking = await String(decoding: journey.gates().canonical, as: UTF8.self)
            #expect(lacking.contains("公示期没有起算") && !lacking.contains("起可进入下一步"))
            await journey.done(
                "/v1/postings/\(Seed.id("journey-posting:two"))/removal", as: "owners",
                ["taken_down_on": "2026-03-02", "reason": "补齐材料"])
            #expect(await journey.posting("three", on: "2026-03-02", three).status == 201)
            await journey.done(
                "/objections", as: "owners",
                [
                    "id": .text(Seed.id("journey-objection").description), "room": "3-201", "content": "担心停水",
                    "raised_on": "2026-03-02",
                ])
            // Monday the 2nd: five working days end on Monday the 9th, and the next step is from the 10th.
            database.clock.set(day: BusinessDay(iso: "2026-03-09") ?? Seed.today)
            await journey.held("S06", by: ["gate_waits_for_publicity_period"])
            database.clock.set(day: BusinessDay(iso: "2026-03-10") ?? Seed.today)
            await journey.step("S06")
            let passed = await journey.gates()
            #expect(passed["gates"]?.list?.prefix(6).allSatisfy { $0["standing"] == "passed" } == true)
            let bytes = try await database.owner.read("select body from ledger.entry")
            #expect(
                try bytes.allSatisfy {
                    !String(decoding: try $0.bytes("body"), as: UTF8.self).contains("3-201")
                })
            try await RawFront(database: database).household()
            await launchToPermit(journey)
        }
    }

    /// From the launch application on, as every project of Lucheng goes.
    private func launchToPermit(_ journey: FrontJourney) async {
        await journey.papers(
            [
                "application_form", "opinion_notice", "residents_pledge", "management_plan",
                "ahead_payment_proof",
            ], as: "owners")
        await journey.done("/account", ["number": "3303 0001", "opened_on": "2026-03-03"])
        let plan = await journey.gates()["gates"]?.list?.first { $0["gate"] == "G07" }
        #expect(plan?["open"] == false)
        let refused = await journey.site.send(.post, journey.base + "/launch", as: "street")
        #expect(refused.refusalCodes == ["launch_waits_for_resident_funds"])
        let card = await journey.site.send(.get, journey.base, as: "street").json
        let required = card?["required_fen"]?.int ?? 0
        var all = Scene.receipt("all", required, on: "2026-03-05").object ?? [:]
        all["ahead_paper"] = .text(Seed.id("journey-paper:ahead_payment_proof").description)
        await journey.done("/receipts", as: "owners", .object(all))
        let launched = await journey.site.send(.post, journey.base + "/launch", as: "street")
        #expect(launched.status == 200, "\(launched.text)")
        await journey.held(
            "S08", by: ["listing_waits_for_the_chain", "gate_waits_for_investment_decision"])
        for (login, day, code) in [
            ("office", "2026-03-05", "plan_approval_is_of_its_body"),
            ("street", "2031-01-01", "plan_approval_is_not_dated_ahead"),
        ] {
            let early = await journey.post(
                "/plan-approvals", as: login,
                ["step": "street", "approved_on": .text(day), "number": "1-street"])
            #expect(early.refusalCodes == [code], "\(early.text)")
        }
        for (login, step) in [
            ("street", "street"), ("group", "leading_group"), ("leader", "district_leader"),
            ("development", "development_bureau"),
        ] {
            await journey.done(
                "/plan-approvals", as: login,
                ["step": .text(step), "approved_on": "2026-03-05", "number": .text("1-" + step)])
        }
        await journey.held("S08", by: ["gate_waits_for_investment_decision"])
        await journey.papers(["feasibility_approval"])
        await journey.step("S08")
        await journey.papers(["joint_review_minutes"], as: "office")
        await journey.step("S09", as: "office")
        await journey.papers(["preliminary_design_approval"])
        await journey.step("S10")
        await journey.held("S13", by: ["approval_waits_for_papers"])
        await journey.papers(["drawing_self_review_pledge", "construction_drawings"])
        await journey.step("S13")
    }

    @Test(
        "Hangzhou, Xihu and Gongshu, each with its own list of participants",
        arguments: ["330108", "330106", "330105"])
    func hangzhou(place: String) async throws {
        try await walk(place) { journey, database in
            await journey.held("S02", by: ["gate_waits_for_survey", "gate_waits_for_scope"])
            await journey.survey([
                "land", "housing", "population", "infrastructure", "public_services", "green",
            ])
            await journey.scope()
            await journey.held("S02", by: ["gate_waits_for_survey"])
            await journey.survey(["heritage"])
            await journey.step("S02")
            await journey.held("S03", by: ["gate_waits_for_willingness_ballot"])
            try await RawFront(database: database).ballot("willingness")
            await journey.step("S03")
            await journey.held("S04", by: ["gate_waits_for_plan_parts"])
            await journey.papers([
                "plan_property_service", "plan_maintenance_fund", "plan_rules", "plan_convention",
                "plan_fee_standard", "plan_contents",
            ])
            await journey.step("S04")
            try await RawFront(database: database).ballot("plan")
            await plan(journey)
            try await consultation(place, journey, database)
            await journey.held("S10", by: ["gate_waits_for_procedures", "gate_waits_for_project_code"])
            await journey.papers(["preliminary_design_approval"])
            await journey.code(place)
            await journey.step("S10")
            await journey.held("S13", by: ["gate_waits_for_procedures", "gate_waits_for_permit"])
            await journey.papers(["drawing_self_review_pledge", "permit"])
            await journey.step("S13")
            let shown = await journey.gates()
            #expect(shown["binding"] == true)
            #expect(shown["gates"]?.list?.allSatisfy { $0["standing"] == "passed" } == true)
        }
    }

    private func plan(_ journey: FrontJourney) async {
        await journey.held(
            "S08",
            by: [
                "gate_waits_for_publicity", "gate_waits_for_papers", "gate_waits_for_investment_decision",
                "gate_waits_for_plan_submission", "gate_waits_for_plan_review",
            ])
        #expect(await journey.posting("one", on: "2026-03-01", ["design_scheme"]).status == 201)
        await journey.papers(["special_plan", "city_government_consent"], as: "office")
        await journey.papers(["feasibility_approval"])
        let late = await journey.post(
            "/plan-submissions", as: "office",
            ["plan_year": 2026, "submitted_on": "2025-11-01", "number": "报〔2025〕8号"])
        #expect(late.json?["days_late"] == 1, "\(late.text)")
        await journey.opinions("plan_review", ["city_construction", "city_development"])
        await journey.held("S08", by: ["gate_waits_for_plan_review"])
        await journey.opinions("plan_review", ["city_planning"])
        await journey.step("S08")
    }

    private func consultation(_ place: String, _ journey: FrontJourney, _ database: TestDatabase) async throws
    {
        let four = ["water", "power", "telecom"]
        let seats =
            switch place {
            case "330106":
                ["housing", "development", "finance", "planning", "enforcement", "civil_affairs"] + four
            case "330105":
                [
                    "housing", "street", "development", "finance", "urban_management", "audit",
                    "civil_affairs",
                    "three_parties",
                ]
            default:
                [
                    "housing", "development", "finance", "planning", "parks_heritage", "urban_management",
                    "civil_affairs",
                ] + four
            }
        if place == "330105" {
            await journey.papers(["design_scheme"])
            try await RawFront(database: database).rounds()
            await journey.held(
                "S09",
                by: [
                    "gate_waits_for_papers", "gate_waits_for_consultation",
                    "gate_waits_for_procedures_decided",
                ])
            await journey.papers(["scheme_headings"])
        }
        await journey.opinions("consultation", seats)
        let stranger = await journey.post(
            "/opinions", as: "office",
            [
                "id": .text(Seed.id("journey:stranger").description), "forum": "consultation",
                "participant": .text(place == "330106" ? "parks_heritage" : "enforcement"),
                "opinion": "agree",
                "content": "同意", "given_on": "2026-03-01",
            ])
        #expect(stranger.refusalCodes == ["participant_is_of_the_forum"])
        await journey.held("S09", by: ["gate_waits_for_consultation", "gate_waits_for_procedures_decided"])
        await journey.opinions("consultation", [place == "330105" ? "police" : "gas"])
        for (name, outcome) in [
            ("feasibility", "waived"), ("preliminary_design", "kept"), ("drawing_review", "simplified"),
        ] {
            await journey.done(
                "/procedures", as: "office",
                ["procedure": .text(name), "outcome": .text(outcome), "basis": "会商意见〔2026〕1号"])
        }
        await journey.step("S09", as: "office")
    }

    @Test("Yueyang: the city office decides before the vote, and nothing of it binds")
    func yueyang() async throws {
        try await walk("430602") { journey, database in
            await journey.survey(["number", "area", "households", "willingness"])
            await journey.held("S02", by: ["gate_waits_for_scope", "gate_waits_for_owners_body"])
            await journey.scope()
            await journey.body()
            await journey.step("S02")
            await journey.papers(["renovation_application"], as: "owners")
            await journey.step("S03")
            await journey.held("S08", by: ["gate_waits_for_plan_parts", "gate_waits_for_papers"])
            await journey.papers([
                "plan_design", "plan_estimate", "plan_funding", "plan_management", "plan_governance",
            ])
            await journey.papers(["city_office_decision"], as: "office")
            await journey.step("S08")
            await journey.papers(["completed_scheme"])
            await journey.step("S04")
            #expect(await journey.posting("one", on: "2026-03-01", ["design_scheme"]).status == 201)
            await journey.held("S05", by: ["gate_waits_for_plan_ballot"])
            try await RawFront(database: database).ballot("plan")
            await journey.step("S05")
            await journey.held("S09", by: ["gate_waits_for_papers"])
            await journey.papers(["plan_filing"])
            await journey.step("S09")
            await journey.papers(["project_approval", "preliminary_design_approval", "fiscal_review"])
            await journey.held("S10", by: ["gate_waits_for_papers", "gate_waits_for_project_code"])
            await journey.papers(["fiscal_budget"])
            await journey.code("430602")
            await journey.step("S10")
            await journey.held("S13", by: ["gate_waits_for_papers", "gate_waits_for_permit"])
            await journey.papers(["drawing_review_certificate", "permit"])
            await journey.step("S13")
            #expect(await journey.gates()["binding"] == false)
        }
    }

    @Test("a class C community is out in principle in Lucheng, and comes in by the leading group's exception")
    func exception() async throws {
        try await walk("330302") { journey, _ in
            await journey.scope("excluded_in_principle", ["danger_class": "C"], dropping: ["no_danger"])
            await journey.held("S01", by: ["gate_waits_for_scope"])
            let id = Seed.id("journey-exception")
            let ask: JSON = [
                "id": .text(id.description), "requirement": "G00.scope", "reason": "已经加固",
                "document_title": "房屋安全鉴定报告", "document_number": "鉴〔2026〕1号",
            ]
            await journey.done("/exceptions", ask)
            let own = await journey.post(
                "/v1/exceptions/\(id)/decision", as: "office", ["outcome": "approved", "number": "1"])
            #expect(own.refusalCodes == ["gate_exception_is_decided_by_the_level_above"])
            await journey.done(
                "/v1/exceptions/\(id)/decision", as: "group", ["outcome": "approved", "number": "鹿组1"])
            await journey.step("S01")
            let listed = await journey.site.send(.get, "/v1/exceptions", as: "office").json
            #expect(listed?["items"]?.list?.first?["decision_number"] == "鹿组1")
            let gate = await journey.gates()["gates"]?.list?.first
            #expect(gate?["requirements"]?.list?.first?["state"] == "excepted")
        }
    }

    @Test("the gates are a page for officers, the publicity one for everybody without rooms or names")
    func pages() async throws {
        try await walk("330302") { journey, database in
            let gates = await journey.site.send(.get, "/projects/\(FrontScene.project)/gates", as: "street")
            #expect(gates.status == 200 && gates.text.contains("改造范围认定"))
            #expect(
                await journey.site.send(.get, "/projects/\(FrontScene.project)/gates", as: nil).status != 200)
            // The vote lies behind it.
            _ = try await database.owner.transaction {
                try await $0.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.project set state = 'S05' where project_id = \(FrontScene.project)",
                ])
            }
            let three = ["opinion_notice", "room_summary", "design_scheme"]
            #expect(await journey.posting("one", on: "2026-03-02", three).status == 201)
            await journey.done(
                "/objections", as: "owners",
                [
                    "id": .text(Seed.id("page-objection").description), "room": "9-909", "content": "不愿意",
                    "raised_on": "2026-03-02",
                ])
            let page = await journey.site.send(.get, "/p/\(FrontScene.project)/publicity", as: nil)
            #expect(page.status == 200 && page.text.contains("2026-03-09") && page.text.contains("未办结 1 项"))
            #expect(!page.text.contains("9-909") && !page.text.contains("不愿意"))
        }
    }

    @Test(
        "who reaches 100 % first stands first, and the queue is cut where the year's money ends (LC-15-2, LC-15-6)"
    )
    func queue() async throws {
        func project(_ name: String, _ subsidy: Int64, _ minute: Int) -> QueuedProject {
            let day = BusinessDay(iso: "2026-09-03") ?? Seed.today
            return QueuedProject(
                id: Seed.id(name), name: name, subsidy: Fen(subsidy),
                reachedAt: Instant(startOf: day, hour: minute))
        }
        let queue = FundingQueueRules.queue(
            [project("c", 12_000_000, 12), project("a", 16_000_000, 9), project("b", 15_000_000, 10)],
            allotment: Fen(40_000_000))
        #expect(queue.map(\.project.name) == ["a", "b", "c"])
        #expect(queue.map(\.isWithin) == [true, true, false])
        #expect(queue.last?.upTo == Fen(43_000_000))
        // The year's money to the fen reaches the last of them; a fen less does not.
        let waiting = queue.map(\.project)
        #expect(FundingQueueRules.queue(waiting, allotment: Fen(43_000_000)).last?.isWithin == true)
        #expect(FundingQueueRules.queue(waiting, allotment: Fen(42_999_999)).last?.isWithin == false)
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            _ = await Scene.ready(site, paid: 384_200_000)
            let recorded = await site.send(
                .post, "/v1/allotments", as: "office",
                [
                    "id": .text(Seed.id("allotment").description), "year": 2026, "amount_fen": 1,
                    "number": "财〔2026〕1号",
                ])
            #expect(recorded.status == 201, "\(recorded.text)")
            let shown = await site.send(.get, "/v1/funding-queue?year=2026", as: "office")
            #expect(shown.json?["queue"]?.list?.first?["within_allotment"] == false, "\(shown.text)")
            #expect(await site.send(.get, "/funding-queue", as: "street").text.contains("等候"))
        }
    }
}
