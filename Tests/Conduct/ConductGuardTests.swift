import Harness
import PQ
import Policy
import Testing
import Values

@testable import Conduct

@Suite("Conduct: guards in the database")
struct ConductGuardTests {
    @Test("a project manager manages one project at a time, by the number of the certificate (EPC-09)")
    func oneProject() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.name("a", "project_manager", of: "contractor"))
            let second = Scene.name("b", "project_manager", of: "contractor", on: Scene.other)
            #expect(try await scene.refusal(second) == "project_manager_is_on_one_project")
            // Another person, another post, and the same person on the same project are none of its business.
            try await scene.act(
                Scene.name(
                    "c", "project_manager", of: "contractor", on: Scene.other, certificate: "浙1332021"))
            try await scene.act(Scene.name("d", "safety_officer", of: "contractor", on: Scene.other))
            try await scene.act(Scene.name("e", "project_manager", of: "contractor2"))
            // The first day after the last one is free.
            try await scene.act(
                Scene.change { op in
                    """
                    update app.site_staff set until_on = '2026-02-10', end_reason = '完工', version = version + 1,
                        op_id = \(op)
                    where district = 1 and project_id = \(Scene.project) and post = 'project_manager'
                    """
                })
            let early = Scene.name(
                "f", "project_manager", of: "contractor", on: Scene.other, from: "2026-02-10")
            #expect(try await scene.refusal(early) == "project_manager_is_on_one_project")
            try await scene.act(
                Scene.name("g", "project_manager", of: "contractor", on: Scene.other, from: "2026-02-11"))
        }
    }

    @Test("one person named manager of two projects at once is raced: one stands, in both orders")
    func raced() async throws {
        for projects in [(Scene.project, Scene.other), (Scene.other, Scene.project)] {
            try await Scene.with { scene in
                let (first, second) = try await scene.database.race(
                    ("street", Scene.name("a", "project_manager", of: "contractor", on: projects.0)),
                    ("street2", Scene.name("b", "project_manager", of: "contractor", on: projects.1)))
                #expect(first == nil)
                #expect(second == "project_manager_is_on_one_project")
            }
        }
    }

    @Test("a post is of the list, of a unit whose post it is, and ends once; a manager has a certificate")
    func staff() async throws {
        try await Scene.with { scene in
            #expect(
                try await scene.refusal(Scene.name("a", "cook", of: "contractor"))
                    == "site_staff_post_is_known")
            for (post, unit) in [("project_manager", "supervisor"), ("chief_supervisor", "contractor")] {
                #expect(
                    try await scene.refusal(Scene.name("a", post, of: unit))
                        == "site_staff_is_of_a_unit_that_takes_part")
            }
            #expect(
                try await scene.refusal(
                    Scene.name("a", "project_manager", of: "contractor", from: "2026-01-04"))
                    == "site_staff_is_of_a_unit_that_takes_part")
            #expect(
                try await scene.refusal(
                    Scene.name("a", "project_manager", of: "contractor", certificate: " "))
                    == "site_staff_names_its_certificate")
            #expect(
                try await scene.refusal(
                    Scene.name("a", "safety_officer", of: "contractor", until: "2026-01-09"))
                    == "site_staff_ends_after_it_begins")
            try await scene.act(Scene.name("a", "owner_lead", of: "street", certificate: nil))
            func end(_ name: String) -> [SQL] {
                Scene.change { op in
                    """
                    update app.site_staff set until_on = '2026-02-01', end_reason = \(name), version = version + 1,
                        op_id = \(op) where district = 1
                    """
                }
            }
            #expect(try await scene.refusal(end("")) == "site_staff_end_has_a_reason")
            try await scene.act(end("调岗"))
            #expect(try await scene.refusal(end("调岗")) == "site_staff_only_ends")
        }
    }

    @Test(
        "attendance is of a day of duty, once a day, and never one's own unit's; three days running are told")
    func attendance() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.name("a", "project_manager", of: "contractor"))
            for day in ["2026-01-09", "2026-03-03"] {
                #expect(
                    try await scene.refusal(Scene.attend("a", day, present: true))
                        == "attendance_is_of_a_day_of_duty")
            }
            #expect(
                try await scene.refusal(Scene.attend("a", "2026-02-26", present: true), as: "contractor")
                    == "attendance_is_taken_by_another_unit")
            func absent() async throws -> [Int] {
                try await scene.database.owner.read(["select days from app.staff_absence"])[0].map {
                    try $0.int("days")
                }
            }
            func waiting() async throws -> Int {
                try await scene.database.act(
                    as: "office",
                    [
                        "select count(*) as n from app.inbox_item where kind = 'staff_absence' and role = auth.role()"
                    ]
                )
                .last?.one().int("n") ?? -1
            }
            try await scene.act(Scene.attend("a", "2026-02-26", present: false), as: "supervisor")
            #expect(
                try await scene.refusal(Scene.attend("a", "2026-02-26", present: true), as: "supervisor")
                    == "attendance_is_taken_once_a_day")
            try await scene.act(Scene.attend("a", "2026-02-27", present: true), as: "supervisor")
            #expect(try await absent().isEmpty)
            try await scene.act(Scene.attend("a", "2026-02-28", present: false), as: "supervisor")
            try await scene.act(Scene.attend("a", "2026-03-01", present: false), as: "supervisor")
            #expect(try await absent() == [2])
            #expect(try await waiting() == 0)
            try await scene.act(Scene.attend("a", "2026-03-02", present: false), as: "supervisor")
            #expect(try await absent() == [3])
            #expect(try await waiting() == 1)
        }
    }

    @Test(
        "residents are told so many hours before; an emergency gives its reason, and nothing is told backwards"
    )
    func disturbance() async throws {
        try await Scene.with { scene in
            func told(_ kind: String, after hours: Int32, back: Int32 = 0, because reason: String? = nil)
                -> [SQL]
            {
                Scene.change { op in
                    """
                    insert into app.disturbance (district, disturbance_id, project_id, kind, reach, starts_at, ends_at,
                        announced_at, emergency_reason, op_id)
                    select 1, gen_random_uuid(), \(Scene.project), \(kind), '1—3 幢',
                        auth.business_now() + make_interval(hours => \(hours)),
                        auth.business_now() + make_interval(hours => \(hours) + 2),
                        auth.business_now() - make_interval(hours => \(back)), \(reason), \(op)
                    """
                }
            }
            #expect(try await scene.refusal(told("party", after: 30)) == "disturbance_kind_is_known")
            #expect(
                try await scene.refusal(told("water_stop", after: 23)) == "disturbance_is_announced_in_time")
            #expect(
                try await scene.refusal(told("water_stop", after: 23, back: 2))
                    == "disturbance_is_told_as_it_is_recorded")
            #expect(
                try await scene.refusal(told("water_stop", after: 1, because: " "))
                    == "disturbance_emergency_gives_its_reason")
            try await scene.act(told("water_stop", after: 24))
            try await scene.act(told("water_stop", after: 0, because: "主管爆裂抢修"))
        }
    }

    @Test("a visit, a yearly duty and special works are of their lists and their days")
    func lists() async throws {
        try await Scene.with { scene in
            func visit(_ kind: String, _ day: String) -> [SQL] {
                Scene.change { op in
                    """
                    insert into app.supervision_visit (district, supervision_visit_id, project_id, kind, visited_on,
                        visitors, findings, op_id)
                    values (1, gen_random_uuid(), \(Scene.project), \(kind), \(day)::text::date, '旧改办', '正常', \(op))
                    """
                }
            }
            #expect(
                try await scene.refusal(visit("friendly", "2026-03-01"), as: "office")
                    == "visit_kind_is_known")
            #expect(
                try await scene.refusal(visit("planned", "2026-03-03"), as: "office")
                    == "visit_is_not_dated_ahead")
            try await scene.act(visit("surprise", "2026-03-02"), as: "office")
            func duty(_ duty: String, _ year: Int32, on day: String) -> [SQL] {
                let op = Scene.newOperation()
                return [
                    TestDatabase.event(op, on: ("test", op)),
                    """
                    insert into app.yearly_duty (district, yearly_duty_id, duty, year, done_on, number, summary, op_id)
                    values (1, gen_random_uuid(), \(duty), \(year), \(day)::text::date, '鹿旧改办〔2026〕1号', '已报', \(op))
                    """,
                ]
            }
            #expect(
                try await scene.refusal(duty("mutual_inspection", 2026, on: "2026-03-01"), as: "office")
                    == "yearly_duty_is_known")
            for (year, day) in [(Int32(2026), "2025-12-31"), (Int32(2026), "2026-03-03")] {
                #expect(
                    try await scene.refusal(duty("street_assessment", year, on: day), as: "office")
                        == "yearly_duty_is_dated_in_or_after_its_year")
            }
            try await scene.act(duty("street_assessment", 2025, on: "2026-01-15"), as: "office")
            #expect(
                try await scene.refusal(duty("street_assessment", 2025, on: "2026-01-16"), as: "office")
                    == "yearly_duty_is_done_once")
            try await scene.act(
                Scene.change { op in
                    """
                    insert into app.special_works (district, special_works_id, project_id, title, department, op_id)
                    values (1, \(Seed.id("5g")), \(Scene.project), '5G 网络', '通信运营商', \(op))
                    """
                })
            func settle(_ keeper: String?, on day: String) -> [SQL] {
                Scene.change { op in
                    """
                    update app.special_works set keeper = \(keeper), maintenance = \(keeper),
                        settled_on = \(day)::text::date, version = version + 1, op_id = \(op) where district = 1
                    """
                }
            }
            #expect(
                try await scene.refusal(settle(nil, on: "2026-03-01"))
                    == "special_works_settled_name_their_keeper")
            #expect(
                try await scene.refusal(settle("移动", on: "2026-03-03"))
                    == "special_works_are_not_settled_ahead")
            try await scene.act(settle("移动", on: "2026-03-02"))
            #expect(
                try await scene.refusal(settle("移动", on: "2026-03-02")) == "special_works_are_settled_once")
        }
    }

    @Test("bulletins are public, and what is due waits for the street until it is held")
    func routines() async throws {
        try await Scene.with(state: "S14") { scene in
            func held(_ kind: String, _ day: String, _ quality: String?) -> [SQL] {
                Scene.change { op in
                    """
                    insert into app.routine (district, routine_id, project_id, kind, held_on, progress, quality, op_id)
                    values (1, gen_random_uuid(), \(Scene.project), \(kind), \(day)::text::date, '完成管网', \(quality), \(op))
                    """
                }
            }
            func waiting() async throws -> [String] {
                let rows = try await scene.database.act(
                    as: "street",
                    [
                        """
                        select title || app.policy_words(edition, words || '.zh') as title
                        from app.inbox_item join app.project using (district, project_id)
                        where kind = 'routine' and role = auth.role() and project_id = \(Scene.project) order by title
                        """
                    ])
                return try rows.last?.map { try $0.text("title") } ?? []
            }
            #expect(try await scene.refusal(held("party", "2026-03-01", nil)) == "routine_kind_is_known")
            #expect(
                try await scene.refusal(held("meeting", "2026-03-03", nil)) == "routine_is_not_dated_ahead")
            #expect(
                try await scene.refusal(held("bulletin", "2026-03-01", " ")) == "bulletin_tells_the_quality")
            // Works began on 2026-01-15: both were due on 2026-02-15.
            #expect(try await waiting() == ["工作例会", "工程进度定期通报"])
            try await scene.act(held("bulletin", "2026-02-03", "合格"))
            #expect(try await waiting() == ["工作例会"])
            try await scene.act(held("meeting", "2026-02-02", nil))
            #expect(try await waiting() == ["工作例会"])
            try await scene.act(held("meeting", "2026-03-02", nil))
            #expect(try await waiting() == [])
            let told = try await scene.database.owner.read("select progress from pub.bulletin")
            #expect(told.count == 1)
            try await frozen(scene)
        }
    }

    /// What a bulletin told stays, and its figures are the records' own.
    private func frozen(_ scene: Scene) async throws {
        let counted = try await scene.database.owner.read(
            """
            select contracted_fen, built_fen, logs, issues_open from app.bulletin_figure where project_id = \(Scene.project)
            """
        ).one()
        let wanted = try await scene.database.owner.read(
            """
            select coalesce(sum(app.contract_takes(contract)), 0)::bigint as contracted, (
                    select count(*) from app.issue where project_id = \(Scene.project)
                        and state not in ('closed', 'rejected', 'duplicate')) as issues
            from app.contract where project_id = \(Scene.project)
                and exists (select from app.bill_line billed where billed.contract_id = contract.contract_id)
            """
        ).one()
        #expect(try counted.int64("contracted_fen") == wanted.int64("contracted"))
        #expect(try counted.int("issues_open") == wanted.int("issues"))
        #expect(try counted.int64("built_fen") == 0 && counted.int("logs") == 0)
        for statement in [
            "delete from app.routine", "truncate app.routine cascade", "delete from app.bulletin_figure",
            "truncate app.bulletin_figure",
        ] as [SQL] {
            #expect(
                try await scene.database.refusal(ofOwner: [statement]) == "fact_is_never_changed",
                "\(statement)")
        }
        // A change with an event of its own is none either.
        for table in ["routine", "bulletin_figure"] {
            let change = Scene.change { op in "update app.\(unescaped: table) set op_id = \(op)" }
            let entering: [SQL] = [TestDatabase.enter("street")]
            #expect(
                try await scene.database.refusal(ofOwner: entering + change) == "fact_is_never_changed",
                "\(table)")
        }
        let typed = Scene.change { op in
            """
            insert into app.bulletin_figure (district, routine_id, project_id, contracted_fen, built_fen, logs, lots_passed,
                lots_failed, issues_open, issues_closed, changes_open, op_id)
            select district, routine_id, project_id, 1, 1, 1, 1, 1, 1, 1, 1, \(op) from app.routine where kind = 'meeting' limit 1
            """
        }
        #expect(try await scene.refusal(typed) == "bulletin_figures_are_of_a_bulletin")
    }

    @Test(
        "next year's plan waits for the office from a month before its last day, and no more once it is sent (HZ-19)"
    )
    func plan() async throws {
        try await Scene.with("330108", state: "S04") { scene in
            func waiting() async throws -> Int {
                try await scene.database.act(
                    as: "office",
                    [
                        """
                        select count(*) as n from app.inbox_item
                        where kind = 'plan_submission' and role = auth.role() and project_id = \(Scene.project)
                        """
                    ]
                ).last?.one().int("n") ?? -1
            }
            scene.database.clock.set(day: BusinessDay(iso: "2026-09-29") ?? Seed.today)
            #expect(try await waiting() == 0)
            scene.database.clock.set(day: BusinessDay(iso: "2026-09-30") ?? Seed.today)
            #expect(try await waiting() == 1)
            try await scene.act(
                Scene.change { op in
                    """
                    insert into app.plan_submission (district, project_id, plan_year, submitted_on, due_on, number, op_id)
                    values (1, \(Scene.project), 2027, '2026-09-30', '2026-10-31', '报1', \(op))
                    """
                }, as: "office")
            #expect(try await waiting() == 0)
        }
    }

    @Test("every refusal of these tables has its words")
    func words() async throws {
        let known = Set(ConductRefusals.all.map(\.code))
        let names = try await TestDatabase.with { database in
            let rows = try await database.owner.read([
                """
                select conname as name from pg_constraint
                where conrelid in ('app.site_staff'::regclass, 'app.staff_attendance'::regclass,
                    'app.disturbance'::regclass, 'app.supervision_visit'::regclass, 'app.yearly_duty'::regclass,
                    'app.special_works'::regclass, 'app.rebuilding'::regclass, 'app.routine'::regclass,
                    'app.bulletin_figure'::regclass)
                    and (contype in ('c', 'u') or contype = 'p' and conname not like '%_pkey')
                union
                select found[1] from pg_proc, regexp_matches(prosrc, 'constraint = ''([a-z_]+)''', 'g') found
                where proname in ('open_project', 'tg__site_staff_is_fit', 'tg__site_staff_only_ends',
                    'tg__attendance_is_of_a_day_of_duty', 'tg__disturbance_is_announced_in_time',
                    'tg__visit_is_of_a_kind', 'tg__routine_is_of_a_kind', 'tg__bulletin_figures_are_counted', 'tg__yearly_duty_is_of_the_district',
                    'tg__special_works_are_settled_once', 'tg__rebuilding_comes_before_its_ballots',
                    'tg__rebuilding_is_voted_as_rebuilding')
                """
            ])
            return try rows[0].map { try $0.text("name") }
        }
        #expect(names.count >= 35)
        #expect(names.filter { !known.contains($0) } == [])
        #expect(known.subtracting(names) == [])
    }
}
