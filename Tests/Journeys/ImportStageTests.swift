import Handover
import HandoverService
import Harness
import JointAcceptance
import JointAcceptanceService
import Ledger
import PQ
import Policy
import Projects
import ProjectsService
import Testing
import Values
import Web
import Works
import WorksService

/// A community of Lucheng whose project is under way as the service comes into use.
struct Intakes: Sendable {
    let database: TestDatabase
    let site: TestSite

    static func with(_ body: @Sendable (Intakes) async throws -> Void) async throws {
        let refusals = [ProjectsRefusals.all, WorksRefusals.all, HandoverRefusals.all, ClosingRefusals.all]
        try await TestDatabase.with(refusals: refusals) { database in
            let desk = database.desk
            let site = try TestSite(
                ProjectsRoutes(
                    actions: ProjectsActions(desk: desk), reads: ProjectsReads(desk: desk),
                    afterAcceptance: { accepted, sitting in
                        let begun = try HandoverRoutes.begun(by: accepted, sitting)
                        return (
                            begun.refusals,
                            try JointAcceptanceRoutes.begun(by: accepted, sitting) + begun.statements
                        )
                    }
                ).routes + HandoverRoutes(desk: desk).routes)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [Seed.lies(in: "330302")])
            }
            try await body(Intakes(database: database, site: site))
        }
    }

    static func project(_ stage: IntakeStage) -> ID { Seed.id("intake:" + stage.rawValue) }
    static func path(_ stage: IntakeStage, _ more: String = "") -> String {
        "/v1/projects/\(project(stage))\(more)"
    }

    func registration(_ stage: IntakeStage, _ more: [String: JSON] = [:]) -> JSON {
        .object(
            [
                "id": .text(Intakes.project(stage).description), "name": .text("\(stage.rawValue) 小区改造"),
                "place": "330302", "construction_unit": .text(Seed.id("org:street").description),
                "state": .text(stage.rawValue),
                "community": [
                    "id": .text(Seed.id("intake-community:" + stage.rawValue).description),
                    "name": .text("补录\(stage.rawValue)小区"), "address": .text("补录路\(stage.rawValue)号"),
                    "completed_on": "1996-06-30", "households": 600, "area": "48000.00",
                ],
            ].merging(more) { _, new in new })
    }

    func register(_ stage: IntakeStage, _ more: [String: JSON] = [:]) async -> Response {
        await site.send(.post, "/v1/registrations", as: "street", registration(stage, more))
    }

    static let began: JSON = "2025-03-03"
    static let accepted: JSON = "2025-11-20"

    /// The days that a stage is taken in with.
    func days(_ stage: IntakeStage) -> [String: JSON] {
        var told: [String: JSON] = [:]
        if stage.isBegun { told["works_began_on"] = Intakes.began }
        if stage.isAccepted { told["accepted_on"] = Intakes.accepted }
        return told
    }

    /// A paper for each thing that a refusal names as missing.
    func evidence(_ refused: Response) -> JSON {
        let papers = refused.json?["refusals"]?.list?.first {
            $0["code"] == "project_import_names_its_evidence"
        }
        return .list(
            (papers?["missing"]?.list ?? []).compactMap { words -> JSON? in
                guard let id = words["en"]?.text?.split(separator: " ").first else { return nil }
                return [
                    "requirement": .text(String(id)), "title": "存档的材料", "number": "旧档1",
                    "dated": "2024-06-01",
                ]
            })
    }

    /// Takes a project in with all that its stage asks for.
    func take(_ stage: IntakeStage, _ more: [String: JSON] = [:]) async -> Response {
        let days = days(stage).merging(more) { _, new in new }
        let bare = await register(stage, days)
        return await register(stage, days.merging(["evidence": evidence(bare)]) { _, new in new })
    }

    func confirm(_ stage: IntakeStage) async {
        let answer = await site.send(
            .post, Intakes.path(stage, "/papers"), as: "office",
            [
                "id": .text(Seed.id("confirmed:" + stage.rawValue).description),
                "kind": "import_confirmation",
                "title": "在建项目补录材料核对认定书", "dated": "2026-03-01",
                "content": .text(
                    Base64.text(Array("区旧改办已逐项核对 \(stage.rawValue) 补录材料的原件，与填报一致，同意办理后续手续。".utf8))),
            ])
        #expect(answer.status == 201, "\(stage) \(answer.text)")
    }

    /// What PostgreSQL says to a step of a taken-in project, tried by raw SQL as the application's role.
    func refusal(_ stage: IntakeStage, to state: String, _ attempt: String) async throws -> String? {
        let op = Seed.id("step:\(stage.rawValue):\(attempt)")
        return try await database.refusal(
            as: "street",
            [
                TestDatabase.event(op, on: ("test", op), project: Intakes.project(stage)),
                """
                update app.project set state = \(state), version = version + 1, op_id = \(op)
                where project_id = \(Intakes.project(stage))
                """,
            ])
    }
}

@Suite("Projects under way are taken in at every stage")
struct ImportStageTests {
    @Test("at every stage a bare project is refused by the names of all that lacks, and a whole one taken in")
    func stages() async throws {
        try await Intakes.with { intakes async throws in
            for stage in IntakeStage.allCases where stage != .surveyed {
                var codes = ["project_import_names_its_evidence"]
                if stage.isBegun { codes.append("import_under_way_names_its_start") }
                if stage.isAccepted { codes.append("import_names_its_acceptance") }
                let bare = await intakes.register(stage)
                #expect(bare.refusalCodes == codes, "\(stage) \(bare.text)")
                #expect(bare.json?["detail"]?.text?.contains("还缺：") == true, "\(stage)")
                let named = bare.text.contains("开工日期")
                #expect(named == stage.isBegun, "\(stage)")
                let taken = await intakes.take(stage)
                #expect(taken.status == 201, "\(stage) \(taken.text)")
                #expect(taken.json?["state"] == .text(stage.state.rawValue), "\(stage)")
                #expect(taken.json?["entered_state"] == .text(stage.rawValue), "\(stage)")
                try await stands(intakes, at: stage)
            }
        }
    }

    /// What is read of a project that was taken in: its state, its gates, its clocks.
    private func stands(_ intakes: Intakes, at stage: IntakeStage) async throws {
        let card = await intakes.site.send(.get, Intakes.path(stage), as: "street").json
        #expect(card?["state"] == .text(stage.state.rawValue), "\(stage)")
        let answer = await intakes.site.send(.get, Intakes.path(stage, "/gates"), as: "street")
        let gates = answer.json
        #expect(gates?["entered_state"] == .text(stage.rawValue), "\(stage) \(answer.text)")
        let behind = gates?["gates"]?.list?.filter { ($0["to"]?.text ?? "S99") <= stage.state.rawValue } ?? []
        #expect(!behind.isEmpty && behind.allSatisfy { $0["standing"] == "imported" }, "\(stage)")
        let found = behind.flatMap { $0["requirements"]?.list ?? [] }
        #expect(found.allSatisfy { $0["state"] == "imported" }, "\(stage)")
        let clocks = await intakes.site.send(.get, Intakes.path(stage, "/clocks"), as: "office").json?[
            "items"]?
            .list
        let keys = Set(clocks?.compactMap { $0["key"]?.text } ?? [])
        #expect(
            keys.isSuperset(of: ["filing.days", "final_accounts.months", "archive.months"])
                == stage.isAccepted,
            "\(stage) \(keys)")
        #expect(clocks?.allSatisfy { $0["started_on"] == Intakes.accepted } == true, "\(stage)")
        let warranties = await intakes.site.send(.get, Intakes.path(stage, "/handovers"), as: "office").json?[
            "warranties"]?.list
        #expect((warranties?.count == WarrantyRules.kinds.count) == (stage == .warranty), "\(stage)")
        #expect(warranties?.allSatisfy { $0["accepted_on"] == Intakes.accepted } == true, "\(stage)")
    }

    @Test("what follows an import waits for the office, and then for the same guards as any project's")
    func following() async throws {
        let steps: [(stage: IntakeStage, to: String, told: String?)] = [
            (.procurement, "S13", "approval_waits_for_papers"),
            (.contract, "S13", "approval_waits_for_papers"),
            (.filings, "S20", "project_close_waits_for_handovers"),
            (.handover, "S20", "project_close_waits_for_handovers"),
            (.accounts, "S20", "project_close_waits_for_handovers"),
            (.settled, "S23", "project_step_is_allowed"),
            (.archive, "S23", "project_step_is_allowed"),
        ]
        try await Intakes.with { intakes async throws in
            for (stage, to, told) in steps {
                let taken = await intakes.take(stage)
                #expect(taken.status == 201, "\(stage) \(taken.text)")
                if told == "project_close_waits_for_handovers" {
                    let early = try await intakes.refusal(stage, to: to, "early")
                    #expect(early == "import_waits_for_its_confirmation", "\(stage)")
                }
                await intakes.confirm(stage)
                let late = try await intakes.refusal(stage, to: to, "late")
                #expect(late == told, "\(stage)")
            }
            // Behind its hand-over a project goes into its warranty, which runs from the day that was told.
            for stage in [IntakeStage.settled, .archive] {
                let done = await intakes.site.send(
                    .post, Intakes.path(stage, "/complete-handover"), as: "street",
                    ["warranties": [["kind": "roof_waterproof", "months": 72]]])
                #expect(done.status == 200 && done.json?["state"] == "S22", "\(done.text)")
                let roof = done.json?["warranties"]?.list?.first { $0["kind"] == "roof_waterproof" }
                #expect(roof?["nominal_end_on"] == "2031-11-20", "\(done.text)")
            }
        }
    }

    @Test("a project in its warranty keeps what its contracts warrant, and closes by the same gate as any")
    func warranty() async throws {
        try await Intakes.with { intakes async throws in
            let short = await intakes.take(
                .warranty, ["warranty": ["warranties": [["kind": "roof_waterproof", "months": 12]]]])
            #expect(short.status == 422 && !short.refusalCodes.isEmpty, "\(short.text)")
            let strange = await intakes.take(
                .warranty, ["warranty": ["warranties": [["kind": "garden", "months": 12]]]])
            #expect(strange.refusalCodes == ["imported_warranty_is_of_a_known_kind"], "\(strange.text)")
            let early = await intakes.take(.works, ["warranty": ["heating_seasons": 2]])
            #expect(early.refusalCodes == ["imported_warranty_is_of_its_stage"], "\(early.text)")
            let taken = await intakes.take(
                .warranty,
                [
                    "warranty": [
                        "warranties": [["kind": "roof_waterproof", "months": 72]], "heating_seasons": 2,
                        "structure": ["years": 50, "evidence": "结构设计总说明 结施-01"],
                    ]
                ])
            #expect(taken.status == 201 && taken.json?["state"] == "S22", "\(taken.text)")
            let list = await intakes.site.send(.get, Intakes.path(.warranty, "/handovers"), as: "office")
                .json?[
                    "warranties"]?.list
            #expect(list?.count == WarrantyRules.kinds.count + 2, "\(String(describing: list))")
            await intakes.confirm(.warranty)
            let gate = await intakes.site.send(.get, Intakes.path(.warranty, "/close-gate"), as: "street")
                .json
            let handed = gate?["requirements"]?.list?.first { $0["id"] == "handovers" }
            #expect(handed?["state"] == "met", "\(String(describing: gate))")
            let closed = await intakes.site.send(.post, Intakes.path(.warranty, "/close"), as: "street")
            #expect(
                closed.status == 422 && closed.refusalCodes.contains("close_waits_for_filings"),
                "\(closed.text)")
        }
    }

    @Test("a paper ends the term that an imported acceptance began")
    func term() async throws {
        try await Intakes.with { intakes async throws in
            #expect(await intakes.take(.filings).status == 201)
            func clock() async -> JSON? {
                let clocks = await intakes.site.send(.get, Intakes.path(.filings, "/clocks"), as: "office")
                    .json
                return clocks?["items"]?.list?.first { $0["key"] == "notice.quality_station_report" }
            }
            #expect(await clock()?["met_on"] == .null)
            let sent = await intakes.site.send(
                .post, Intakes.path(.filings, "/papers"), as: "street", report("2025-11-24"))
            #expect(sent.status == 201, "\(sent.text)")
            #expect(await clock()?["met_on"] == "2025-11-24")
        }
    }

    private func report(_ day: String) -> JSON {
        [
            "id": .text(Seed.id("report:" + day).description), "kind": "quality_supervision_report",
            "title": "工程质量监督报告", "number": "质监〔2025〕8号", "dated": .text(day),
            "content": .text(Base64.text(Array("工程质量监督报告：鹿城区补录小区改造工程，竣工验收组织形式、程序符合规定。".utf8))),
        ]
    }

    @Test("in raw SQL a project comes in at a stage of its state, behind its acceptance with the day of it")
    func raw() async throws {
        let cases:
            [(name: String, state: String, entered: String, began: String?, accepted: String?, code: String)] =
                [
                    ("elsewhere", "S14", "S17", "2025-03-03", "2025-11-20", "imported_stage_is_of_its_state"),
                    ("silent", "S16", "S16", "2025-03-03", nil, "import_names_its_acceptance"),
                    ("ahead", "S16", "S19", "2025-03-03", "2026-03-03", "front_fact_is_not_dated_ahead"),
                    (
                        "early", "S14", "S14", "2025-03-03", "2025-11-20",
                        "imported_acceptance_is_of_its_stage"
                    ),
                    (
                        "before", "S16", "S16", "2025-03-03", "2025-03-02",
                        "import_is_accepted_after_its_start"
                    ),
                    ("bare", "S22", "S22", "2025-03-03", "2025-11-20", "project_import_names_its_evidence"),
                    ("closed", "S23", "S23", "2025-03-03", "2025-11-20", "project_enters_on_its_places_path"),
                ]
        let edition = try TestPolicies.book.get().edition(for: "330302")
        try await Intakes.with { intakes async throws in
            for item in cases {
                let (id, op) = (Seed.id("raw:" + item.name), Seed.id("raw-op:" + item.name))
                let statements: [SQL] = [
                    TestDatabase.event(op, on: ("test", op), project: id),
                    """
                    insert into app.community (district, community_id, name, address, completed_on, households,
                        area_hundredths, op_id)
                    values (1, \(id), \(item.name), \(item.name), '1996-06-30', 600, 4800000, \(op))
                    """,
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, entered_state, works_began_on, accepted_on, op_id)
                    values (1, \(id), \(id), \(item.name), \(Seed.id("org:street")), '330302', \(edition),
                        \(item.state), \(item.entered), \(item.began)::text::date,
                        \(item.accepted)::text::date, \(op))
                    """,
                ]
                #expect(
                    try await intakes.database.refusal(as: "street", statements) == item.code, "\(item.name)")
            }
            // What was told stays told.
            #expect(await intakes.take(.filings).status == 201)
            let op = Seed.id("raw-op:later")
            let later = try await intakes.database.refusal(
                as: "street",
                [
                    TestDatabase.event(op, on: ("test", op), project: Intakes.project(.filings)),
                    """
                    update app.project set accepted_on = '2025-12-20', version = version + 1, op_id = \(op)
                    where project_id = \(Intakes.project(.filings))
                    """,
                ])
            #expect(later?.hasPrefix("42501") == true, "\(later ?? "")")
        }
    }
}
