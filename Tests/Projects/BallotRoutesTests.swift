import Harness
import Ledger
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: the register and its ballots over their routes")
struct BallotRoutesTests {
    @Test("a file with mistakes is refused with every one of them, and changes nothing")
    func mistakes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let text = """
                楼幢,室号,产权面积,面积来源,业主,业主标识
                1,101,0,登记,甲,A
                1,101,80,猜测,乙,A
                1幢,１０１室,80,登记,己,G
                1,2026-01-02,80,登记,庚,H
                1,,80.123,登记,,
                """
            let refused = await site.send(
                .post, Owners.base + "/register/imports", as: "community", Owners.file("bad", text))
            #expect(refused.status == 422 && refused.json?["code"] == "register_file_has_errors")
            let codes = refused.json?["errors"]?.list?.compactMap { $0["code"]?.text } ?? []
            #expect(
                codes.sorted() == [
                    "area_is_no_area", "area_is_no_area", "area_source_is_unknown", "one_number_two_names",
                    "owner_is_missing", "room_is_a_date", "room_is_doubled", "room_is_doubled",
                    "room_is_missing",
                ])
            let rows = try await database.owner.read("select count(*) as n from app.register_import")
            #expect(try rows.one().int64("n") == 0)
        }
    }

    @Test("a check changes nothing; its digest confirms it once, and not after the register moved on")
    func twoSteps() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            #expect(await Owners.register(site).status == 200)
            try await database.engage(["designer"], in: Scene.project)
            let totals = await site.send(.get, Owners.base + "/register", as: "designer").json ?? .null
            #expect(totals["households"] == 6 && totals["persons"] == 5)
            #expect(totals["area_hundredths"] == 60_000 && totals["declared_households"] == 6)

            let changed = Owners.table.replacing("102,100,登记,乙,B", with: "102,100.5,登记,庚,B2")
            func check(_ name: String) async -> Response {
                await site.send(
                    .post, Owners.base + "/register/imports", as: "street", Owners.file(name, changed))
            }
            let (one, two) = (await check("second"), await check("third"))
            let difference = one.json?["difference"]
            #expect(difference?["kept"] == 5 && difference?["changed"]?.list?.count == 1, "\(one.text)")
            #expect(difference?["added"] == [] && difference?["removed"] == [])
            let still = await site.send(.get, Owners.base + "/register", as: "street").json
            #expect(still?["area_hundredths"] == 60_000)

            func confirm(_ name: String, _ digest: JSON?) async -> Response {
                await site.send(
                    .post, "/v1/register-imports/\(Seed.id("import:" + name))/confirmation", as: "street",
                    ["digest": digest ?? .null])
            }
            let wrong = await confirm("second", .text(hex(Digest.sha256(Array("other".utf8)))))
            #expect(wrong.refusalCodes == ["register_has_moved_on_since_the_check"])
            let confirmed = await confirm("second", one.json?["digest"])
            #expect(confirmed.status == 200, "\(confirmed.text)")
            let late = await confirm("third", two.json?["digest"])
            #expect(late.refusalCodes == ["register_has_moved_on_since_the_check"])
            let now = await site.send(.get, Owners.base + "/register", as: "street").json
            #expect(now?["area_hundredths"] == 60_050 && now?["households"] == 6)
        }
    }

    @Test("names and votes are for those who keep them: not for other roles, the ledger or the public page")
    func personal() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            try await Owners.voted(database, site)
            try await database.engage(["designer"], in: Scene.project)
            #expect(await site.send(.get, Owners.base + "/register/units", as: "designer").status == 403)
            let units = await site.send(.get, Owners.base + "/register/units", as: "owners")
            #expect(units.text.contains("丙、丁"))
            let laid = await site.send(.get, Owners.base + "/resident-shares", as: "owners")
            let shares = (laid.json?["items"]?.list ?? []).compactMap { $0["share_fen"]?.int }
            #expect(!shares.isEmpty, "\(laid.text)")
            #expect(shares.reduce(0, +) == laid.json?["total_fen"]?.int)
            #expect(await site.send(.get, Owners.base + "/resident-shares", as: "designer").status == 403)
            let seen = try await database.act(
                as: "designer",
                [
                    "select count(*) as n from app.register_owner_detail",
                    "select count(*) as n from app.ballot_slip",
                ])
            #expect(try seen[0].one().int64("n") == 0 && seen[1].one().int64("n") == 0)
            // The figures are whole all the same.
            let progress = await site.send(.get, "/v1/ballots/\(Owners.ballot)", as: "designer")
            #expect(progress.json?["entries"]?["slips"] == 5, "\(progress.text)")
            let bodies = try await database.owner.read(
                "select convert_from(body, 'UTF8') as body from ledger.entry")
            for row in bodies { #expect(try !row.text("body").contains("丙")) }
        }
    }

    @Test(
        "each ratio stands as an exact fraction; the count is a determination with its inputs (LC-03-2, CON-11)"
    )
    func count() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            try await Owners.voted(database, site)
            let counted = await site.send(
                .post, "/v1/ballots/\(Owners.ballot)/count", as: "community",
                ["id": .text(Seed.id("count").description)])
            #expect(counted.status == 201, "\(counted.text)")
            let result = counted.json?["results"]?.list?.first
            #expect(
                result?["verdict"] == "pass" && result?["local"] == "pass" && result?["statute"] == "pass")
            let tests = result?["tests"]?.list ?? []
            #expect(
                tests.map {
                    "\($0["part"]?.text ?? "") \($0["basis"]?.text ?? "") \($0["count"]?.int ?? 0)/\($0["base"]?.int ?? 0)"
                }
                    == [
                        "local area 40000/60000", "local households 4/6", "quorum area 50000/60000",
                        "quorum persons 4/5", "majority area 40000/50000", "majority persons 3/4",
                    ])
            let kept = try await database.owner.read(
                "select question, verdict, inputs ->> 'households_yes' as yes from app.determination where subject_kind = 'ballot'"
            ).one()
            #expect(try kept.text("question") == "consent" && kept.text("verdict") == "pass")
            #expect(try kept.text("yes") == "4")
            let holds = try await database.owner.read(
                """
                select app.holds__willingness_ballot(1, \(Scene.project), 'G02') as will,
                    app.holds__plan_ballot(1, \(Scene.project), 'G04') as plan
                """
            ).one()
            #expect(try holds.bool("will") && !holds.bool("plan"))
        }
    }

    @Test("a recount is a count of its own that says why; the first one stays, the last one decides")
    func recount() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            try await Owners.voted(database, site)
            let path = "/v1/ballots/\(Owners.ballot)"
            _ = await site.send(.post, path + "/count", as: "community", ["id": .text("\(Seed.id("count"))")])
            let twice = await site.send(
                .post, path + "/count", as: "community", ["id": .text("\(Seed.id("count2"))")])
            #expect(twice.refusalCodes == ["recount_follows_the_last_count"])
            let recounted = await site.send(
                .post, path + "/recounts", as: "owners",
                [
                    "id": .text("\(Seed.id("recount"))"), "reason": "102 室原件为不同意",
                    "corrections": [
                        [
                            "slip": .text("\(Seed.id("slip:102"))"), "answers": ["no"], "reason": "录入时看错",
                        ]
                    ],
                ])
            #expect(recounted.status == 201, "\(recounted.text)")
            #expect(recounted.json?["results"]?.list?.first?["verdict"] == "fail")
            let verdicts = try await database.owner.read(
                """
                select verdict from app.ballot_result join app.ballot_count using (district, count_id)
                order by ballot_count.ordinal
                """)
            #expect(try verdicts.map { try $0.text("verdict") } == ["pass", "fail"])
            let holds = try await database.owner.read(
                "select app.holds__willingness_ballot(1, \(Scene.project), 'G02') as will"
            ).one()
            #expect(try !holds.bool("will"))

            // A second ballot on the same matter says which one it follows, and why.
            let next = Seed.id("second")
            let silent = await site.send(
                .post, Owners.base + "/ballots", as: "community", Owners.sheet(id: next))
            #expect(silent.refusalCodes == ["ballot_held_again_names_the_one_before"])
            let said = await site.send(
                .post, Owners.base + "/ballots", as: "community",
                Owners.sheet(
                    ["follows": .text("\(Owners.ballot)"), "follows_reason": "首次未通过，补充宣传后再次征求"], id: next))
            #expect(said.status == 201, "\(said.text)")
        }
    }

    @Test("everything wrong with a sheet at once: organiser, form, topics, plan, matter, days")
    func sheets() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            _ = await Owners.register(site)
            let wrong = await site.send(
                .post, Owners.base + "/ballots", as: "street",
                Owners.sheet([
                    "organiser": "street", "forms": [], "topics": ["whether"], "closes_on": "2026-02-05",
                    "questions": [
                        ["purpose": "plan", "title": "方案", "matter": "everything", "reason": "-"],
                        ["purpose": "willingness", "title": "意愿", "matter": "renovation", "reason": "-"],
                    ],
                ]))
            #expect(
                Set(wrong.refusalCodes) == [
                    "ballot_has_a_lawful_organiser", "ballot_uses_the_places_form",
                    "willingness_sheet_asks_all_it_must", "plan_is_published_before_its_ballot",
                    "ballot_matter_is_of_its_class", "ballot_window_is_lawful",
                ])
            let borrowed = await site.send(.post, Owners.base + "/ballots", as: "street", Owners.sheet())
            #expect(borrowed.refusalCodes == ["ballot_is_opened_by_its_organiser"])
        }
    }

    @Test("a count waits for the last day, for rechecks and for entries that differ")
    func waits() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let units = try await Owners.voted(database, site)
            _ = await site.send(
                .post, "/v1/slips/\(Seed.id("slip:103"))/recheck", as: "community",
                ["id": .text("\(Seed.id("recheck:103"))"), "answers": ["yes"]])
            database.clock.set(day: BusinessDay(iso: "2026-02-28") ?? Seed.today)
            let path = "/v1/ballots/\(Owners.ballot)/count"
            let early = await site.send(.post, path, as: "community", ["id": .text("\(Seed.id("count"))")])
            #expect(
                early.refusalCodes == [
                    "ballot_is_counted_after_its_last_day", "count_waits_for_entries_that_differ",
                ])
            database.clock.set(day: Seed.today)
            let own = await site.send(
                .post, "/v1/slips/\(Seed.id("slip:102"))/recheck", as: "owners",
                ["id": .text("\(Seed.id("recheck:102"))"), "answers": ["yes"]])
            #expect(own.refusalCodes == ["slip_is_rechecked_by_another_person"])
            // What was entered wrong is voided and entered again.
            let voided = await site.send(
                .post, "/v1/slips/\(Seed.id("slip:103"))/withdrawal", as: "owners",
                ["kind": "entry_error", "reason": "录错", "withdrawn_on": "2026-03-02"])
            #expect(voided.status == 200, "\(voided.text)")
            var slip = try #require(Owners.slips([("103", "yes")], units)["slips"]?.list?.first?.object)
            slip["id"] = .text("\(Seed.id("slip:103:again"))")
            let entered = await site.send(
                .post, "/v1/ballots/\(Owners.ballot)/slips", as: "owners", ["slips": [.object(slip)]])
            #expect(entered.status == 201, "\(entered.text)")
            let counted = await site.send(.post, path, as: "community", ["id": .text("\(Seed.id("count"))")])
            #expect(counted.status == 201, "\(counted.text)")
        }
    }

    @Test("rounds go up and come down in order")
    func rounds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func step(_ round: Int64, _ direction: String, _ day: String) async -> Response {
                await site.send(
                    .post, Owners.base + "/consultation", as: "community",
                    [
                        "id": .text("\(Seed.id("step:\(round)\(direction)"))"), "round": .int(round),
                        "direction": .text(direction), "kind": direction == "collect" ? "survey" : "posting",
                        "happened_on": .text(day), "place": "小区公告栏", "summary": "征求意见",
                        "sha256": .text(hex(Digest.sha256(Array(day.utf8)))),
                    ])
            }
            #expect(await step(1, "feedback", "2026-01-02").refusalCodes == ["consultation_goes_in_order"])
            #expect(await step(1, "collect", "2026-01-05").status == 201)
            #expect(await step(1, "feedback", "2026-01-04").refusalCodes == ["consultation_goes_in_order"])
            #expect(await step(1, "feedback", "2026-01-10").status == 201)
            #expect(await step(3, "collect", "2026-01-11").refusalCodes == ["consultation_goes_in_order"])
            try await database.engage(["designer"], in: Scene.project)
            let shown = await site.send(.get, Owners.base + "/consultation", as: "designer")
            #expect(shown.json?["steps"]?.list?.count == 2 && shown.json?["missing"] == [])
        }
    }

    @Test("pages: progress for those who sign in, whole figures for everybody, and no door")
    func pages() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            try await Owners.voted(database, site)
            let page = "/projects/\(Scene.project)/ballots"
            let open = await site.send(.get, page, as: "street").text
            #expect(open.contains("6 户，业主 5 人，面积 600.00 ㎡") && open.contains("400.00 / 600.00 ㎡"))
            let before = await site.send(.get, "/p/\(Scene.project)/ballots", as: nil).text
            #expect(before.contains("计票后公示结果") && !before.contains("400.00"))
            _ = await site.send(
                .post, "/v1/ballots/\(Owners.ballot)/count", as: "community",
                ["id": .text("\(Seed.id("count"))")])
            let after = await site.send(.get, "/p/\(Scene.project)/ballots", as: nil).text
            #expect(after.contains("通过") && after.contains("400.00"))
            #expect(!after.contains("101") && !after.contains("戊"))
        }
    }
}

extension String {
    /// With every occurrence of a text replaced, without Foundation.
    fileprivate func replacing(_ text: String, with other: String) -> String {
        split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
    }
}
