import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite(
    "Projects: a scheme's money is what the office approved, its papers are of its time, its register is agreed to"
)
struct SchemeApprovalTests {
    private let base = "/v1/projects/\(Scene.project)"

    @Test(
        "the plan is launched with the money that was approved, class by class, and the refusal names where it is not"
    )
    func amounts() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            for answer in await Scene.ready(site, paid: 384_200_000) {
                #expect(answer.status < 300, "\(answer.text)")
            }
            func approve(_ name: String, basic: Int64) async -> Response {
                await site.send(.post, base + "/papers", as: "office", Scene.approval(name, basic: basic))
            }
            let code = "launch_waits_for_the_approved_amounts"
            #expect(await approve("less", basic: 799_999_999).status == 201)
            let refused = await site.send(.post, base + "/launch", as: "street")
            #expect(refused.refusalCodes == [code], "\(refused.text)")
            #expect(refused.text.contains("8,000,000.00") && refused.text.contains("7,999,999.99"))
            #expect(try await database.refusal(as: "street", Raw.step(to: "S07")) == code)
            #expect(await approve("right", basic: 800_000_000).status == 201)
            // Another approval while the launch is under way: the later of the two is refused.
            let other = Raw.change { op in
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    sha256, approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen,
                    approved_outside_fen, approved_other_fen, created_at, op_id)
                select district, \(op), project_id, subject_kind, subject_id, kind, title, dated, sha256, 1, 1, 1, 1, 1, 1,
                    now() + interval '1 hour', \(op)
                from app.paper where paper_id = \(Seed.id("paper:right"))
                """
            }
            let (first, second) = try await database.race(("office", other), ("street", Raw.step(to: "S07")))
            #expect(first == nil)
            #expect(second == code)
        }
    }

    @Test("an approval names its six sums, and nothing else does")
    func sums() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            var bare = Scene.approval("bare").object ?? [:]
            bare["approved_amounts"] = nil
            let unnamed = await site.send(.post, base + "/papers", as: "office", .object(bare))
            #expect(unnamed.refusalCodes == ["scheme_approval_names_its_amounts"], "\(unnamed.text)")
            var minutes = Scene.approval("minutes").object ?? [:]
            minutes["kind"] = "joint_review_minutes"
            let others = await site.send(.post, base + "/papers", as: "office", .object(minutes))
            #expect(others.refusalCodes == ["scheme_amounts_are_of_a_scheme_approval"], "\(others.text)")
            let raw = Raw.change { op in
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, op_id)
                values (1, \(op), \(Scene.project), 'project', \(Scene.project), 'scheme_approval', '批准', '2026-02-01',
                    \(op))
                """
            }
            #expect(
                try await database.refusal(as: "office", raw) == "scheme_approval_names_its_amounts")
            let part = Raw.change { op in
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    approved_basic_fen, op_id)
                values (1, \(op), \(Scene.project), 'project', \(Scene.project), 'other', '别的', '2026-02-01', 1, \(op))
                """
            }
            #expect(
                try await database.refusal(as: "street", part) == "scheme_amounts_are_of_a_scheme_approval")
        }
    }

    @Test(
        "a title that speaks of other works than its kind is refused; one that speaks of both is not (HOUSE-PRJ-3)"
    )
    func titles() async throws {
        @Sendable func scheme(_ title: String, kind: String, class group: String) -> JSON {
            var fields = Scene.scheme.object ?? [:]
            var item = Scene.item("X1", group, kind, 100).object ?? [:]
            item["title"] = .text(title)
            fields["items"] = .list((fields["items"]?.list ?? []) + [.object(item)])
            return .object(fields)
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            let path = "/v1/projects?dry_run=true"
            for (title, kind, group) in [
                ("屋面防水修缮", "storm_sewage", "mandatory"), ("绿化提升", "fire_safety", "mandatory"),
                ("邻里服务中心用房", "roads", "basic"), ("加装电梯", "line_tidying", "mandatory"),
            ] {
                let refused = await site.send(
                    .post, "/v1/projects", as: "street", scheme(title, kind: kind, class: group))
                #expect(
                    refused.refusalCodes == ["works_title_speaks_of_its_kind"], "\(title): \(refused.text)")
                #expect(refused.text.contains("X1 \(title)"))
            }
            for (title, kind, group) in [
                ("消防通道道路拓宽", "fire_safety", "mandatory"), ("小区出入口改造", "wall", "basic"),
                ("屋面防水", "roof", "basic"),
            ] {
                let taken = await site.send(
                    .post, path, as: "street", scheme(title, kind: kind, class: group))
                #expect(taken.status == 200, "\(title): \(taken.text)")
            }
        }
        try await Raw.with { raw async throws in
            let roof = Raw.change { op in
                """
                insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                    quantity_milli, amount_fen, op_id)
                values (1, \(op), \(Scene.project), 'R', '屋面翻修', 'mandatory', 'drainage', 'm', 1000, 100, \(op))
                """
            }
            #expect(try await raw.refusal(roof) == "works_title_speaks_of_its_kind")
        }
    }

    @Test("a paper of the launch is no older than its scheme (HOUSE-LCH-1)")
    func days() async throws {
        let code = "launch_paper_is_of_its_scheme"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func send(_ kind: String, _ day: String) async -> Response {
                await site.send(
                    .post, base + "/papers", as: "owners",
                    [
                        "id": .text(Seed.id("paper:\(kind):\(day)").description), "kind": .text(kind),
                        "title": "材料", "dated": .text(day), "content": Scene.bytes(of: kind),
                        "media_type": "text/plain",
                    ])
            }
            #expect(await send("application_form", "2025-11-19").refusalCodes == [code])
            #expect(await send("management_plan", "1990-01-01").refusalCodes == [code])
            #expect(await send("application_form", "2025-11-20").status == 201)
            #expect(await send("management_plan", "2025-03-01").status == 201)
        }
        try await Raw.with { raw async throws in
            // Recorded before there was a plan to compare it with, and counted by the gate all the same.
            for kind in ["application_form", "opinion_notice", "residents_pledge", "management_plan"] {
                try await raw.act(by: "owners", Raw.paper(kind, dated: "2024-01-01"))
            }
            try await raw.act(Raw.plan())
            #expect(
                try await raw.refusal(by: "owners", Raw.paper("application_form", dated: "2024-01-01"))
                    == code)
            #expect(try await raw.refusal(Raw.step(to: "S07")) == "launch_waits_for_papers")
        }
    }

    @Test("one character is no paper; what opens as a document is (HOUSE-PAP-3)")
    func documents() async throws {
        try await Raw.with { raw async throws in
            let code = "paper_is_a_document"
            for text in ["x", "%PDF-1.4", "十九个字不算一份材料的原件内容太短了吧"] {
                #expect(try await raw.refusal(Raw.paper("permit", text: text)) == code, "\(text)")
            }
            let long = "%PDF-1.4 " + String(repeating: "x", count: 100)
            #expect(
                try await raw.refusal(Raw.paper("permit", text: long, mediaType: "application/pdf")) == nil)
            // Bytes under another name than theirs, and one character again and again.
            for (text, type) in [
                ("%PDF-1.5 " + String(repeating: "x", count: 100), "image/png"),
                ("MZ" + String(repeating: "abcdefghij", count: 50), "image/png"),
                ("%PDF-1.6 " + String(repeating: "x", count: 100), "text/plain"),
                (String(repeating: "啊", count: 20), "text/plain"),
            ] {
                let other = Raw.paper("permit", text: text, mediaType: type)
                #expect(try await raw.refusal(other) == code, "\(type)")
            }
            let odd: [SQL] = Raw.change { op in
                """
                with file as (
                    insert into app.file (district, sha256, media_type, content)
                    values (1, sha256(decode(repeat('ff00', 200), 'hex')), 'text/plain', decode(repeat('ff00', 200), 'hex'))
                )
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    sha256, op_id)
                values (1, \(op), \(Scene.project), 'project', \(Scene.project), 'permit', '证', '2026-02-01',
                    sha256(decode(repeat('ff00', 200), 'hex')), \(op))
                """
            }
            #expect(try await raw.refusal(odd) == code)
        }
    }

    @Test(
        "kinds that are one document by law share a file, and copies that are handed on are no papers of their own"
    )
    func shared() async throws {
        try await Raw.with { raw async throws in
            let one = Scene.text(of: "one approval")
            try await raw.act(Raw.paper("feasibility_approval", text: one))
            try await raw.act(Raw.paper("preliminary_design_approval", text: one))
            try await raw.act(Raw.paper("other", text: one))
            #expect(try await raw.refusal(Raw.paper("permit", text: one)) == "paper_serves_one_kind")
        }
    }

    @Test(
        "the launch waits for the owners' word on the register, which they give once, and to that list (HOUSE-REG-2)"
    )
    func agreement() async throws {
        let code = "launch_waits_for_the_agreed_register"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 384_200_000)
            func reset() async throws {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        "update app.register_import set agreed_by = null, agreed_on = null",
                    ])
                }
            }
            let path = base + "/register/agreement"
            #expect(
                await site.send(.post, path, as: "community", Scene.agreement).refusalCodes
                    == ["register_is_agreed_to_once"])
            try await reset()
            let offers = await site.send(.get, base, as: "owners").json?["_actions"]?.list ?? []
            #expect(offers.contains { $0["action"] == "register.agree" && $0["path"] == .text(path) })
            #expect(await site.send(.post, base + "/launch", as: "street").refusalCodes == [code])
            #expect(try await database.refusal(as: "street", Raw.step(to: "S07")) == code)
            #expect(await site.send(.post, path, as: "street", Scene.agreement).status == 403)
            let other = await site.send(
                .post, path, as: "owners", ["households": 600, "area": "47999.99"])
            #expect(other.refusalCodes == ["agreement_names_the_standing_register"], "\(other.text)")

            func agree(as person: SQL = "auth.person()", on day: SQL = "auth.today()") -> [SQL] {
                Raw.change { op in
                    "update app.register_import set agreed_by = " + person + ", agreed_on = " + day
                        + ", version = version + 1, op_id = \(op) where state = 'standing'"
                }
            }
            #expect(
                try await database.refusal(as: "street", agree()) == "register_is_agreed_to_by_its_owners")
            #expect(
                try await database.refusal(as: "owners", agree(as: "\(Seed.id("person:street"))"))
                    == "decision_is_signed_by_who_acts")
            #expect(
                try await database.refusal(as: "owners", agree(on: "null")) == "register_agreement_is_whole")
            let (first, second) = try await database.race(("owners", agree()), ("community", agree()))
            #expect(first == nil)
            #expect(second == "register_is_agreed_to_once")
            #expect(try await database.refusal(as: "community", agree()) == "register_is_agreed_to_once")
            // Another list takes its place while the launch is under way.
            let moved: [SQL] = [
                "set local session_replication_role = replica",
                "update app.project set name = name where project_id = \(Scene.project)",
                "update app.register_import set agreed_by = null, agreed_on = null",
            ]
            let (change, launch) = try await database.race(
                (TestDatabase.anOperator, moved), ("street", Raw.step(to: "S07")))
            #expect(change == nil)
            #expect(launch == code)
            #expect(await site.send(.post, path, as: "owners", Scene.agreement).status == 201)
            #expect(await site.send(.post, base + "/launch", as: "street").status == 200)
        }
    }

    @Test("no home is smaller or larger than one can be (HOUSE-REG-1)")
    func areas() async throws {
        let code = "register_unit_area_is_plausible"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            var homes = Scene.whole["households"]?.list ?? []
            homes = homes.map { home in
                var home = home.object ?? [:]
                home["area"] = "0.01"
                return .object(home)
            }
            var last = homes.removeLast().object ?? [:]
            last["area"] = "47994.01"
            var fields = Scene.whole.object ?? [:]
            fields["households"] = .list(homes + [.object(last)])
            let refused = await site.send(.post, "/v1/projects", as: "street", .object(fields))
            #expect(refused.refusalCodes == [code], "\(refused.text)")
            #expect(await Owners.register(site).status == 200)
            let small = Owners.table.replacing("1,,101,100.00", with: "1,,101,4.99")
            let file = await site.send(
                .post, Owners.base + "/register/imports", as: "community", Owners.file("small", small))
            #expect(file.refusalCodes == [code], "\(file.text)")
        }
    }
}
