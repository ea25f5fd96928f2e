import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import Tendering
@testable import TenderingService

@Suite("Tendering: those who bid together")
struct ConsortiumTests {
    private static let other = Seed.creditCode(77)

    private static func member(_ code: String, _ speciality: String, _ level: Int64) -> ConsortiumMember {
        ConsortiumMember(name: "单位\(level)", creditCode: code, speciality: speciality, level: level)
    }

    private func reasons(
        _ members: [ConsortiumMember], asked: Int64 = 2, leader: String = Seed.creditCode(1),
        agreed: String = "2026-02-09", stored: Bool = true
    ) throws -> [String] {
        let opened = try #require(BusinessDay(iso: "2026-02-09"))
        let facts = ConsortiumFacts(
            project: Scene.project, place: "330302", edition: "", openedOn: opened,
            winner: Seed.creditCode(1))
        let draft = ConsortiumDraft(
            speciality: "建筑工程", levelAsked: asked, leader: leader, members: members,
            agreedOn: try #require(BusinessDay(iso: agreed)), agreementIsStored: stored)
        return try ConsortiumRules.recording(draft, of: facts, under: TestPolicies.lucheng()).refusals
            .map(\.code)
    }

    @Test("a consortium has the level of its lowest member in the speciality asked (PRO-18)")
    func level() throws {
        let first = Self.member(Seed.creditCode(1), "建筑工程", 1)
        #expect(try reasons([first, Self.member(Self.other, "建筑工程", 2)]) == [])
        #expect(
            try reasons([first, Self.member(Self.other, "建筑工程", 3)]) == ["consortium_takes_the_lower_level"])
        #expect(try reasons([first, Self.member(Self.other, "设计", 3)]) == [])
        #expect(
            try reasons([Self.member(Seed.creditCode(1), "市政", 1), Self.member(Self.other, "设计", 1)])
                == ["consortium_takes_the_lower_level"])
        #expect(try reasons([first]) == ["consortium_tells_its_members"])
        #expect(
            try reasons(
                [first, Self.member(Self.other, "建筑工程", 2)], leader: Self.other, agreed: "2026-02-10",
                stored: false) == ["consortium_is_led_by_the_winner", "consortium_brings_its_agreement"])
    }

    /// A package that may be tendered, with the award to the contractor.
    private func awarded(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 100_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.award("A", 90_000_000))
            try await body(scene)
        }
    }

    private static func consortium(
        _ members: String? = nil, asked: Int64 = 2, leader: String? = nil, speciality: String = "建筑工程",
        dated: String = "2026-02-09", turn: String = ""
    ) -> [SQL] {
        let op = Scene.newOperation()
        let award = Seed.id("award:A")
        let paper = Seed.id("agreement" + turn)
        let whole = "the whole agreement of both units"
        return [
            TestDatabase.event(op, on: ("test", op), project: Scene.project),
            """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256(\(Array(whole.utf8))), 'text/plain', \(Array(whole.utf8))) on conflict do nothing
            """,
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, sha256,
                op_id)
            values (1, \(paper), \(Scene.project), 'tender_award', \(award), 'consortium_agreement', '共同投标协议',
                \(dated)::text::date, sha256(\(Array(whole.utf8))), \(op))
            """,
            """
            insert into app.consortium (district, award_id, project_id, speciality, level_asked, leader, members,
                agreed_on, paper_id, op_id)
            select 1, \(award), \(Scene.project), \(speciality), \(Int32(asked)), coalesce(\(leader), credit_code),
                coalesce(\(members)::text::jsonb, jsonb_build_array(
                    jsonb_build_object('name', '甲', 'credit_code', credit_code, 'speciality', '建筑工程', 'level', 1),
                    jsonb_build_object('name', '乙', 'credit_code', \(other)::text, 'speciality', '建筑工程',
                        'level', 2))), \(dated)::text::date, \(paper), \(op)
            from auth.organisation where organisation_id = \(Scene.contractor)
            """,
        ]
    }

    @Test(
        "raw SQL records no consortium that is not whole, below its level, led by another or without agreement"
    )
    func guards() async throws {
        try await awarded { scene async throws in
            let cases: [([SQL], String)] = [
                (Self.consortium(asked: 1), "consortium_takes_the_lower_level"),
                (Self.consortium(speciality: "市政"), "consortium_takes_the_lower_level"),
                (Self.consortium(speciality: " "), "consortium_names_its_speciality"),
                (Self.consortium(asked: 10), "consortium_level_is_a_level"),
                (Self.consortium(leader: Self.other), "consortium_is_led_by_the_winner"),
                (Self.consortium("[]"), "consortium_tells_its_members"),
                (Self.consortium("{}"), "consortium_tells_its_members"),
                (Self.consortium(dated: "2026-02-10"), "consortium_brings_its_agreement"),
            ]
            for (statements, code) in cases {
                #expect(try await scene.refusal(statements) == code, "\(code)")
            }
            #expect(
                try await scene.lost(Self.consortium(), Self.consortium(turn: "2"))
                    == "consortium_is_one_of_its_award")
        }
    }

    @Test("raced, an award that is withdrawn takes no consortium")
    func raced() async throws {
        try await awarded { scene async throws in
            let withdrawn = Scene.change { op in
                """
                insert into app.award_withdrawal (district, award_id, project_id, reason, withdrawn_on, op_id)
                values (1, \(Seed.id("award:A")), \(Scene.project), '登记有误', '2026-03-02', \(op))
                """
            }
            #expect(
                try await scene.lost(withdrawn, Self.consortium()) == "consortium_is_of_a_standing_award")
        }
    }

    @Test("raced, a contract that is signed takes no consortium, and stands behind one that came first")
    func racedWithTheContract() async throws {
        try await awarded { scene async throws in
            let signed = Scene.contract("A", 90_000_000, "public_tender", award: false)
            #expect(try await scene.lost(signed, Self.consortium()) == "consortium_is_of_a_standing_award")
        }
        try await awarded { scene async throws in
            let signed = Scene.contract("A", 90_000_000, "public_tender", award: false)
            #expect(try await scene.lost(Self.consortium(), signed) == nil)
        }
    }

    @Test("by the routes: refused below its level with the clause, recorded with its agreement, read by all")
    func routes() async throws {
        try await awarded { scene async throws in
            let desk = scene.database.desk
            let site = try TestSite(
                TenderingRoutes(actions: TenderingActions(desk: desk), reads: TenderingReads(desk: desk))
                    .routes)
            let leader = try await scene.database.owner.read(
                "select credit_code from auth.organisation where organisation_id = \(Scene.contractor)"
            ).one().text("credit_code")
            let path = "/v1/tender-awards/\(Seed.id("award:A"))/consortium"
            @Sendable func record(
                _ asked: Int64, _ agreement: String = "联合体共同投标协议：水心小区老旧小区改造工程，双方分工并承担连带责任"
            ) async -> Response {
                await site.send(
                    .post, path, as: "street",
                    [
                        "speciality": "建筑工程", "level_asked": .int(asked), "leader": .text(leader),
                        "members": [
                            Self.member(leader, "建筑工程", 1).json, Self.member(Self.other, "建筑工程", 2).json,
                        ], "agreed_on": "2026-02-08",
                        "agreement": [
                            "id": .text("\(Seed.id("agreement"))"), "title": "共同投标协议",
                            "content": .text(Base64.text(Array(agreement.utf8))),
                            "media_type": "text/plain",
                        ],
                    ])
            }
            #expect(await site.send(.get, path, as: "street").status == 404)
            let low = await record(1)
            #expect(low.refusalCodes == ["consortium_takes_the_lower_level"], "\(low.text)")
            #expect(low.json?["refusals"]?.list?.first?["source"]?["rule"] == "PRO-18")
            // A scrap is no agreement, and no fault of the service.
            let scrap = await record(2, "t")
            #expect(scrap.status == 422 && scrap.refusalCodes == ["paper_is_a_document"], "\(scrap.text)")
            let kept = await record(2)
            #expect(kept.status == 201, "\(kept.text)")
            #expect(kept.json?["level"] == 2)
            let shown = await site.send(.get, path, as: "street")
            #expect(shown.json?["members"]?.list?.count == 2, "\(shown.text)")
            #expect(await record(2).refusalCodes == ["consortium_is_one_of_its_award"])
        }
    }
}
