import Harness
import Policy
import Testing
import Values

@testable import Conduct

@Suite("Conduct: rules")
struct ConductRulesTests {
    private func policy(_ place: String = "330302") throws -> Policy {
        try TestPolicies.book.get().policy(for: place, on: Seed.today)
    }

    private func day(_ text: String) -> BusinessDay { BusinessDay(iso: text) ?? Seed.today }

    private func manager(_ certificate: String? = "浙1332020", from: String = "2026-02-01") -> SiteStaff {
        SiteStaff(
            post: "project_manager", organisation: Seed.id("org:contractor"), certificate: certificate,
            from: day(from))
    }

    @Test(
        "a manager of another project is refused with where and until when, up to the day after he left (EPC-09)"
    )
    func manager() throws {
        let held = PostElsewhere(
            project: "云和", post: "project_manager", from: day("2025-01-01"), until: day("2026-02-01"))
        func codes(_ staff: SiteStaff, _ roles: [String] = ["contractor"]) throws -> [String] {
            try StaffRules.naming(staff, unitsRoles: roles, elsewhere: [held], under: policy()).refusals.map(
                \.code)
        }
        #expect(try codes(manager()) == ["project_manager_is_on_one_project"])
        #expect(try codes(manager(from: "2026-02-02")) == [])
        #expect(
            try codes(manager(nil, from: "2026-02-02"), ["supervisor"])
                == ["site_staff_is_of_a_unit_that_takes_part", "site_staff_names_its_certificate"])
        let lead = SiteStaff(
            post: "technical_lead", organisation: Seed.id("org:contractor"), certificate: nil,
            from: day("2026-02-01"))
        #expect(try codes(lead) == [])
        let refusal = try StaffRules.naming(
            manager(), unitsRoles: ["contractor"], elsewhere: [held], under: policy()
        ).refusals.first
        #expect(refusal?.citation?.rule == "EPC-09")
        #expect(refusal?.missing.first?.zh.contains("云和") == true)
        // Before the measures came into force the list of posts had no such rule.
        let early = try TestPolicies.book.get().policy(for: "330302", on: day("2020-02-29"))
        #expect(
            try StaffRules.naming(
                manager(), unitsRoles: ["contractor"], elsewhere: [held], under: early
            ).refusals.isEmpty)
    }

    @Test(
        "Lucheng asks for three posts, other places for none; three days of absence are told, two are not (LC-08-1)"
    )
    func posts() throws {
        #expect(
            try StaffRules.vacant(held: ["project_manager"], under: policy()) == [
                "chief_supervisor", "owner_lead",
            ])
        #expect(try StaffRules.vacant(held: [], under: policy("430602")).isEmpty)
        #expect(try StaffRules.isTold(days: 2, under: policy()).value == false)
        #expect(try StaffRules.isTold(days: 3, under: policy()).value)
    }

    @Test(
        "water is told twenty-four hours before, to the second; an emergency is told with it (LC-16-1b, YY-09-2b)"
    )
    func disturbance() throws {
        let now = Instant(startOf: day("2026-03-02"), hour: 9)
        for place in ["330302", "430602", "330108"] {
            func refused(_ seconds: Int64, _ emergency: String? = nil, kind: String = "water_stop") throws
                -> [Refusal]
            {
                try DisturbanceRules.announcing(
                    kind, startsAt: now.adding(seconds: seconds), now: now, emergency: emergency,
                    under: policy(place)
                ).refusals
            }
            #expect(try refused(86_400).isEmpty)
            #expect(try refused(86_399).map(\.code) == ["disturbance_is_announced_in_time"])
            #expect(try refused(86_399).first?.citation?.clause == "第二十二条")
            #expect(try refused(0, "主管爆裂").isEmpty)
            #expect(try refused(90_000, kind: "party").map(\.code) == ["disturbance_kind_is_known"])
        }
        #expect(try policy().records("disturbance.kinds").citation.rule == "LC-16-1b")
        #expect(try policy("430602").records("disturbance.kinds").citation.rule == "YY-09-2b")
    }

    @Test(
        "each place has its yearly duties, in their year or after it (GS-04-9, GS-04-11, HZ-24, XH-05-1, LC-15-4)"
    )
    func duties() throws {
        func codes(_ duty: String, _ place: String, _ year: Int64, _ on: String) throws -> [String] {
            try YearlyDutyRules.recording(
                duty, year: year, doneOn: day(on), today: Seed.today, under: [policy(place)]
            ).refusals.map(\.code)
        }
        #expect(try codes("mutual_inspection", "330105", 2025, "2025-11-01") == [])
        #expect(try codes("mutual_inspection", "330106", 2025, "2025-11-01") == ["yearly_duty_is_known"])
        for place in ["330105", "330106", "330108", "330302"] {
            #expect(try codes("street_assessment", place, 2025, "2026-01-10") == [])
            #expect(
                try codes("street_assessment", place, 2026, "2025-12-31")
                    == ["yearly_duty_is_dated_in_or_after_its_year"])
            #expect(
                try codes("street_assessment", place, 2026, "2026-03-03")
                    == ["yearly_duty_is_dated_in_or_after_its_year"])
            let duty = try #require(
                try policy(place).records("yearly.duties").value.first { $0.id == "street_assessment" })
            #expect(try YearlyDutyRules.due(duty, of: 2026) == day("2026-12-31"))
        }
        #expect(try codes("street_assessment", "430602", 2025, "2025-12-01") == ["yearly_duty_is_known"])
    }

    @Test("a visit is planned or a surprise, once it was paid (LC-15-5)")
    func visits() throws {
        func codes(_ kind: String, _ on: String) throws -> [String] {
            try VisitRules.recording(kind: kind, on: day(on), today: Seed.today, under: policy()).refusals
                .map(
                    \.code)
        }
        #expect(try codes("surprise", "2026-03-02") == [])
        #expect(try codes("friendly", "2026-03-03") == ["visit_kind_is_known", "visit_is_not_dated_ahead"])
    }

    @Test(
        "a routine is due an interval after the last, where the place asks for it (GS-04-14, LC-15-3, LC-16-2, YY-11-3)"
    )
    func routines() throws {
        func due(_ kind: String, _ place: String) throws -> BusinessDay? {
            try RoutineRules.due(kind, after: day("2026-01-31"), under: policy(place))
        }
        #expect(try due("bulletin", "330302") == day("2026-02-28"))
        #expect(try due("meeting", "330302") == day("2026-02-28"))
        #expect(try due("report", "330302") == nil)
        #expect(try due("bulletin", "330105") == day("2026-02-28"))
        #expect(try due("meeting", "330105") == nil)
        #expect(try due("report", "430602") == day("2026-02-28"))
        #expect(try due("bulletin", "330106") == nil)
        func codes(_ kind: String, _ on: String, _ quality: String?) throws -> [String] {
            try RoutineRules.recording(
                kind, on: day(on), quality: quality, today: Seed.today, under: policy()
            ).refusals.map(\.code)
        }
        #expect(try codes("bulletin", "2026-03-02", "合格") == [])
        #expect(try codes("bulletin", "2026-03-02", " ") == ["bulletin_tells_the_quality"])
        #expect(try codes("meeting", "2026-03-03", nil) == ["routine_is_not_dated_ahead"])
        #expect(try codes("party", "2026-03-02", nil) == ["routine_kind_is_known"])
    }

    @Test("rebuilding needs a ground of the place and comes before its ballots (HZ-02-5, XH-02-5)")
    func rebuilding() throws {
        func codes(_ grounds: [String], _ place: String, asked: Bool = false) throws -> [String] {
            try RebuildRules.deciding(
                grounds: grounds, on: Seed.today, today: Seed.today, askedOtherwise: asked,
                under: policy(place)
            ).refusals.map(\.code)
        }
        for place in ["330108", "330106", "330105"] {
            #expect(try codes(["structural_hazard"], place) == [])
            #expect(try codes(["view"], place) == ["rebuilding_ground_is_of_the_place"])
            #expect(
                try codes(["structural_hazard"], place, asked: true) == [
                    "rebuilding_comes_before_its_ballots"
                ])
        }
        #expect(try codes(["structural_hazard"], "330302") == ["rebuilding_ground_is_of_the_place"])
    }
}
