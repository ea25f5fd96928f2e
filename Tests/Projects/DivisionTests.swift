import Harness
import PQ
import Policy
import Testing
import Values
import Web

@testable import Projects

@Suite("Codes of places, with the days on which each stood (K31)")
struct DivisionTests {
    private func policy(_ iso: String = "2026-03-02") throws -> Policy {
        try TestPolicies.book.get().policy(for: "330105", on: BusinessDay(iso: iso) ?? Seed.today)
    }

    private func told(_ code: String, _ iso: String) throws -> [String] {
        try DivisionRules.placing(code, on: BusinessDay(iso: iso) ?? Seed.today, under: policy())
            .refusals.flatMap { $0.missing.map(\.zh) }
    }

    @Test(
        "an old code on a new day and a new one on an old day are refused with what stands instead, to the day"
    )
    func days() throws {
        #expect(try told("330103", "2021-04-08") == [])
        #expect(try told("330103", "2021-04-09") == ["330103（下城区）用到 2021-04-08；以后为拱墅区 330105"])
        #expect(
            try told("330104", "2022-01-01") == ["330104（江干区）用到 2021-04-08；以后为上城区 330102、钱塘区 330114"])
        #expect(try told("330113", "2021-04-08") == ["330113（临平区）从 2021-04-09 起使用；以前为余杭区 330110"])
        #expect(try told("330113", "2021-04-09") == [])
        // What a district was as a city is not in the table: its code is named by none.
        #expect(try told("330111", "2014-12-12") == ["330111（富阳区）从 2014-12-13 起使用；以前的代码没有收录"])
        #expect(try told("330111", "2014-12-13") == [])
        #expect(try told("330112", "2017-07-17") == ["330112（临安区）从 2017-07-18 起使用；以前的代码没有收录"])
        #expect(try told("330112", "2017-07-18") == [])
        for code in ["330105", "330102", "330110", "330302", "430602"] {
            for day in ["2019-01-01", "2021-04-08", "2021-04-09", "2026-03-02"] {
                #expect(try told(code, day) == [], "\(code)")
            }
        }
    }

    @Test("a project's code bears a division of the month that it names; the month of the change has both")
    func projectCodes() throws {
        var place = "330105"
        func codes(_ text: String) throws -> [String] {
            try DivisionRules.issuing(ProjectCode(text), for: place, today: Seed.today, under: policy())
                .refusals.map(\.code)
        }
        let refused = ["project_code_division_stood_in_its_month"]
        #expect(try codes("2012-330103-04-01-123456") == [])
        #expect(try codes("2104-330103-04-01-123456") == [])
        #expect(try codes("2105-330103-04-01-123456") == refused)
        #expect(try codes("2602-330105-04-01-123456") == [])
        #expect(try codes("2602-330100-04-01-123456") == [])
        #expect(try codes("2602-330000-04-01-123456") == [])
        for other in ["330302", "330113", "110101", "999999", "330106", "430000"] {
            #expect(
                try codes("2602-\(other)-04-01-123456") == ["project_code_division_is_its_places"],
                "\(other)")
        }
        place = "330113"
        #expect(try codes("2103-330113-04-01-123456") == refused)
        #expect(try codes("2104-330113-04-01-123456") == [])
        #expect(try codes("2012-330110-04-01-123456") == [])
        place = "430600"
        #expect(try codes("2602-430602-04-01-123456") == [])
        #expect(try codes("2602-330302-04-01-123456") == ["project_code_division_is_its_places"])
    }

    @Test("a code has the form of its year, and names no month that has not come; both forms hold for 2020")
    func forms() throws {
        func codes(_ text: String) throws -> [String] {
            try DivisionRules.issuing(ProjectCode(text), for: "330105", today: Seed.today, under: policy())
                .refusals.map(\.code)
        }
        let form = ["project_code_has_the_form_of_its_year"]
        #expect(try codes("2019-330105-04-01-123456-789") == [])
        #expect(try codes("2020-330105-04-01-123456-789") == [])
        #expect(try codes("2021-330105-04-01-123456-789") == form)
        #expect(try codes("1912-330105-04-01-123456") == form)
        #expect(try codes("2001-330105-04-01-123456") == [])
        #expect(try codes("2603-330105-04-01-123456") == [])
        #expect(try codes("2604-330105-04-01-123456") == ["project_code_is_not_dated_ahead"])
        #expect(throws: ProjectCode.Fault.month) { try ProjectCode("2020-330302-04-01-123456") }
        for text in ["", "2603-1", "2602-330105-04-01-12345", "2602-330105-04-01-123456-78"] {
            #expect(throws: ProjectCode.Fault.pattern, "\(text)") { try ProjectCode(text) }
        }
    }

    @Test("a project is taken in under the code of its day, over the routes and by raw SQL")
    func takenIn() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            try await FrontScene.lie(database, in: "330103")
            try await FrontScene.lie(database, in: "330105")
            let old = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330103"))
            #expect(old.refusalCodes == ["place_stands_on_its_day"], "\(old.text)")
            #expect(old.text.contains("拱墅区 330105"))
            let early = await site.send(
                .post, "/v1/registrations", as: "street",
                FrontScene.registration(
                    place: "330113", ["state": "S14", "works_began_on": "2020-09-01"]))
            #expect(early.refusalCodes == ["place_stands_on_its_day"], "\(early.text)")
            let now = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330105"))
            #expect(now.status == 201, "\(now.text)")
            let code = await site.send(
                .post, FrontScene.base + "/code", as: "street", ["code": "2205-330103-04-01-123456"])
            #expect(code.refusalCodes == ["project_code_division_stood_in_its_month"], "\(code.text)")
            for (text, refusal) in [
                ("2020-330105-04-01-123456", "project_code_names_a_month"),
                ("2602-330105-04-01-12345", "project_code_has_its_form"),
                ("2612-330105-04-01-123456", "project_code_is_not_dated_ahead"),
                ("1905-330105-04-01-123456", "project_code_has_the_form_of_its_year"),
                ("2602-999999-04-01-123456", "project_code_division_is_its_places"),
            ] {
                let told = await site.send(
                    .post, FrontScene.base + "/code", as: "street", ["code": .text(text)])
                #expect(told.refusalCodes == [refusal], "\(text) \(told.text)")
            }
            let front = RawFront(database: database)
            func coded(_ text: String) -> (ID) -> SQL {
                { op in
                    """
                    update app.project set project_code = \(text), version = version + 1, op_id = \(op)
                    where project_id = \(FrontScene.project)
                    """
                }
            }
            #expect(
                try await front.refused("new", coded("2003-330113-04-01-123456"))
                    == "project_code_division_stood_in_its_month")
            #expect(
                try await front.refused("old", coded("2105-330103-04-01-123456"))
                    == "project_code_division_stood_in_its_month")
            for (text, refusal) in [
                ("2020-330105-04-01-123456", "project_code_names_a_month"),
                ("2612-330105-04-01-123456", "project_code_is_not_dated_ahead"),
                ("1905-330105-04-01-123456", "project_code_has_the_form_of_its_year"),
                ("2021-330105-04-01-123456-789", "project_code_has_the_form_of_its_year"),
                ("2602-330302-04-01-123456", "project_code_division_is_its_places"),
                ("2602-999999-04-01-123456", "project_code_division_is_its_places"),
            ] {
                #expect(try await front.refused("not " + text, coded(text)) == refusal)
            }
            try await front.record("right", coded("2012-330103-04-01-123456"))
            try await front.record("of before", coded("2019-330103-04-01-123456-789"))
            func taken(_ name: String, _ place: String, began: String?) -> [SQL] {
                front.change(name) { op in
                    """
                    with home as (
                        insert into app.community (district, community_id, name, address, completed_on, households,
                            area_hundredths, op_id)
                        values (1, \(Seed.id("home:" + name)), \(name), '路 1 号', '1995-06-30', 10, 100000, \(op))
                    )
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, works_began_on, op_id)
                    select district, \(Seed.id(name)), \(Seed.id("home:" + name)), \(name), construction_unit_id, \(place), edition,
                        'S00', \(began)::text::date, \(op)
                    from app.project where project_id = \(FrontScene.project)
                    """
                }
            }
            #expect(
                try await database.refusal(as: "street", taken("a", "330103", began: nil))
                    == "place_stands_on_its_day")
            #expect(
                try await database.refusal(as: "street", taken("b", "330113", began: "2020-09-01"))
                    == "place_stands_on_its_day")
            // K06: the rules of Xihu are for what lies in Xihu.
            #expect(
                try await database.refusal(as: "street", taken("c", "330106", began: nil))
                    == "project_lies_in_its_district")
            var elsewhere = FrontScene.registration(place: "330106").object ?? [:]
            elsewhere["id"] = .text(Seed.id("elsewhere").description)
            let refused = await site.send(.post, "/v1/registrations", as: "street", .object(elsewhere))
            #expect(refused.refusalCodes == ["project_lies_in_its_district"], "\(refused.text)")
            #expect(refused.text.contains("所填 330106，本区 330103、330105、330302"), "\(refused.text)")
        }
    }
}
