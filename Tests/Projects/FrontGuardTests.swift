import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite("Front: guards in the database, tried by raw SQL")
struct FrontGuardTests {
    @Test(
        "Lucheng: each step to the launch application waits for what its gate asks, one thing after another")
    func lucheng() async throws {
        try await RawFront.with("330302") { front in
            #expect(try await front.step(to: "S02") == "project_step_is_allowed")
            #expect(try await front.step(to: "S01") == "gate_waits_for_scope")
            try await front.database.act(as: "street", front.scope("eligible"))
            #expect(try await front.step(to: "S01", 1) == nil)
            #expect(try await front.step(to: "S02", 1) == "gate_waits_for_owners_body")
            try await front.body()
            #expect(try await front.step(to: "S02", 2) == nil)
            #expect(try await front.step(to: "S03") == "gate_waits_for_papers")
            try await front.paper("willingness_application", as: "owners")
            #expect(try await front.step(to: "S03", 1) == "gate_waits_for_willingness_ballot")
            try await front.ballot("willingness")
            #expect(try await front.step(to: "S03", 2) == nil)
            #expect(try await front.step(to: "S04") == "gate_waits_for_funding_plan")
            let determination = Seed.id("funding")
            try await front.record("determination") { op in
                """
                insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                    question, inputs, edition, as_of, verdict, because, op_id)
                select district, \(determination), project_id, 'project', project_id, 'lc_funding', '{}', edition,
                    '2026-03-02', 'computed', '[]', \(op) from app.project where project_id = \(front.project)
                """
            }
            func plan(_ op: ID) -> SQL {
                """
                with item as (
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, op_id)
                    values (1, \(Seed.id("first item")), \(front.project), 'B1', 'B1', 'basic', 'roads', 'm', 1, 100,
                        \(op))
                )
                insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                    resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id, op_id)
                values (1, \(front.project), 0, 0, 100, 10, 0, 10, 90, 10, \(determination), \(op))
                """
            }
            try await front.record("plan", plan)
            #expect(try await front.step(to: "S04", 1) == "gate_waits_for_mandatory_kinds")
            for kind in ["fire_safety", "storm_sewage", "drainage", "line_tidying", "waste_sorting"] {
                try await front.record("kind:" + kind) { op in
                    """
                    insert into app.compliant_kind (district, project_id, kind, statement, op_id)
                    values (1, \(front.project), \(kind), '现状达标', \(op))
                    """
                }
            }
            #expect(try await front.step(to: "S04", 2) == "gate_waits_for_papers")
            try await front.paper("design_commission")
            #expect(try await front.step(to: "S04", 4) == "gate_waits_for_plan_parts")
            for part in ["design", "resources", "budget", "funding", "management"] {
                try await front.paper("plan_" + part)
            }
            #expect(try await front.step(to: "S04", 3) == nil)
            #expect(try await front.step(to: "S05") == "gate_waits_for_plan_ballot")
            let early = "posting_follows_its_ballot"
            func hung(_ name: String, on day: String) async throws -> String? {
                try await front.database.refusal(
                    as: "owners",
                    front.posting(name, on: day, ["opinion_notice", "room_summary", "design_scheme"]))
            }
            #expect(try await hung("early", on: "2026-03-02") == early)
            try await front.ballot("plan")
            #expect(try await front.step(to: "S05", 1) == nil)
            // The vote closed on 2026-01-20.
            #expect(try await hung("before", on: "2026-01-19") == early)
            #expect(try await hung("after", on: "2026-01-20") == nil)
            #expect(
                try await front.refused("late item") { op in
                    """
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, op_id)
                    values (1, \(Seed.id("late")), \(front.project), 'Z1', 'Z1', 'basic', 'roads', 'm', 1, 1, \(op))
                    """
                } == "scheme_is_recorded_before_its_vote")
        }
    }

    @Test(
        "Lucheng: publicity is whole, hangs five working days, and begins anew when it is replaced (LC-05-4)")
    func publicity() async throws {
        try await RawFront.with("330302") { front in
            try await front.put(at: "S05")
            let three = ["opinion_notice", "room_summary", "design_scheme"]
            #expect(try await front.step(to: "S06") == "gate_waits_for_publicity")
            try await front.database.act(
                as: "owners", front.posting("two", on: "2026-01-05", ["room_summary"]))
            #expect(try await front.step(to: "S06", 1) == "gate_waits_for_publicity")
            #expect(
                try await front.database.refusal(
                    as: "owners", front.posting("second", on: "2026-02-24", three))
                    == "posting_stands_once")
            try await front.database.act(as: "owners", front.takeDown("two", on: "2026-01-06"))
            #expect(
                try await front.database.refusal(
                    as: "owners", front.posting("ahead", on: "2026-03-03", three))
                    == "posting_is_not_dated_ahead")
            #expect(
                try await front.database.refusal(
                    as: "owners", front.posting("odd", on: "2026-02-24", three + ["banana"]))
                    == "posting_attachment_is_known")
            // Posted on Tuesday 2026-02-24: Wednesday to the Saturday that is worked, then Monday the 2nd is the fifth.
            try await front.database.act(as: "owners", front.posting("late", on: "2026-02-24", three))
            #expect(try await front.step(to: "S06", 2) == "gate_waits_for_publicity_period")
            #expect(
                try await front.database.refusal(as: "owners", front.takeDown("late", on: "2026-03-03"))
                    == "posting_is_not_dated_ahead")
            try await front.database.act(as: "owners", front.takeDown("late"))
            // What hangs in its place has not hung before it.
            #expect(
                try await front.database.refusal(
                    as: "owners", front.posting("good", on: "2026-03-01", three))
                    == "posting_follows_the_one_before")
        }
        try await RawFront.with("330302") { front in
            try await front.put(at: "S05")
            let three = ["opinion_notice", "room_summary", "design_scheme"]
            try await front.database.act(as: "owners", front.posting("good", on: "2026-02-14", three))
            #expect(try await front.step(to: "S06", 3) == nil)
            #expect(
                try await front.database.refusal(
                    as: "owners", front.posting("after", on: "2026-03-01", three))
                    == "posting_stands_once")
            try await front.database.act(as: "owners", front.takeDown("good"))
            #expect(
                try await front.database.refusal(
                    as: "owners", front.posting("after", on: "2026-03-01", three))
                    == "posting_waits_no_more")
        }
    }

    @Test("an open objection stops the step where the pack says so, and only there (LC-05-5)")
    func objections() async throws {
        try await RawFront.with("330302") { front in
            try await front.put(at: "S05")
            let three = ["opinion_notice", "room_summary", "design_scheme"]
            try await front.database.act(as: "owners", front.posting("good", on: "2026-02-14", three))
            try await front.record("objection", as: "owners") { op in
                """
                insert into app.objection (district, objection_id, project_id, room, content, raised_on, op_id)
                values (1, \(Seed.id("objection")), \(front.project), '1-101', '不同意', '2026-02-20', \(op))
                """
            }
            try await front.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "delete from policy.parameter where key = 'publicity.objections_block'",
                ])
            }
            #expect(try await front.step(to: "S06") == "gate_waits_for_objections_closed")
            func close(_ op: ID) -> SQL {
                """
                update app.objection set state = 'withdrawn', outcome = '撤回', closed_on = '2026-02-25',
                    version = version + 1, op_id = \(op)
                where objection_id = \(Seed.id("objection"))
                """
            }
            try await front.record("close", as: "owners", close)
            #expect(try await front.refused("again", as: "owners", close) == "objection_is_closed_once")
            #expect(try await front.step(to: "S06", 1) == nil)
        }
    }

    @Test("Hangzhou: survey, parts, plan, consultation and its procedures, each refused by name")
    func hangzhou() async throws {
        try await RawFront.with("330108") { front in
            try await front.database.act(as: "street", front.scope("eligible"))
            #expect(try await front.step(to: "S02") == "gate_waits_for_survey")
            let kinds = [
                "land", "housing", "population", "infrastructure", "public_services", "green", "heritage",
            ]
            for kind in kinds {
                try await front.record("survey:" + kind, survey(kind))
            }
            #expect(try await front.refused("survey:x", survey("weather")) == "survey_kind_is_known")
            let ahead = "front_fact_is_not_dated_ahead"
            #expect(try await front.refused("survey:a", survey("ahead", on: "2026-03-03")) == ahead)
            #expect(
                try await front.refused("body") { op in
                    """
                    insert into app.owners_body (district, owners_body_id, project_id, kind, name, filing_number,
                        formed_on, op_id)
                    values (1, \(op), \(front.project), 'owners_committee', '业委会', '1', '2026-03-03', \(op))
                    """
                } == ahead)
            #expect(try await front.step(to: "S02", 1) == nil)
            try await front.put(at: "S03")
            #expect(try await front.step(to: "S04") == "gate_waits_for_plan_parts")
            try await front.put(at: "S04")
            #expect(try await front.step(to: "S08", 9) == "gate_waits_for_plan_ballot")
            try await front.ballot("plan")
            #expect(try await front.step(to: "S08") == "gate_waits_for_publicity")
            try await front.database.act(
                as: "street", front.posting("one", on: "2026-03-02", ["design_scheme"]))
            #expect(try await front.step(to: "S08", 1) == "gate_waits_for_investment_decision")
            try await front.paper("feasibility_approval")
            #expect(try await front.step(to: "S08", 2) == "gate_waits_for_papers")
            try await front.paper("special_plan", as: "office")
            try await front.paper("city_government_consent", as: "office")
            #expect(try await front.step(to: "S08", 3) == "gate_waits_for_plan_review")
            for reviewer in ["city_construction", "city_development", "city_planning"] {
                try await front.opinion("plan_review", reviewer)
            }
            #expect(try await front.step(to: "S08", 4) == "gate_waits_for_plan_submission")
            try await front.record("submission", as: "office") { op in
                """
                insert into app.plan_submission (district, project_id, plan_year, submitted_on, due_on, number, op_id)
                values (1, \(front.project), 2026, '2025-11-02', '2025-10-31', '报1', \(op))
                """
            }
            #expect(try await front.step(to: "S08", 5) == nil)
            try await consultation(front)
        }
    }

    private func survey(_ kind: String, on surveyed: String = "2026-01-05") -> (ID) -> SQL {
        { op in
            """
            insert into app.survey_record (district, survey_record_id, project_id, kind, summary, source, surveyed_on,
                op_id)
            values (1, \(Seed.id("survey:" + kind)), \(FrontScene.project), \(kind), '有', '社区', \(surveyed)::text::date, \(op))
            """
        }
    }

    private func consultation(_ front: RawFront) async throws {
        let seats = [
            "housing", "development", "finance", "planning", "parks_heritage", "urban_management",
            "civil_affairs", "water", "power", "telecom",
        ]
        for seat in seats { try await front.opinion("consultation", seat) }
        #expect(try await front.step(to: "S09") == "gate_waits_for_consultation")
        try await front.opinion("consultation", "gas", "disagree")
        #expect(try await front.step(to: "S09", 1) == "gate_waits_for_consultation")
        try await front.opinion("consultation", "gas", "agree_with_conditions")
        #expect(try await front.step(to: "S09", 2) == "gate_waits_for_procedures_decided")
        let office = "office"
        #expect(
            try await front.database.refusal(as: office, front.procedure("preliminary_design", "waived"))
                == "procedure_outcome_is_foreseen")
        #expect(
            try await front.database.refusal(as: office, front.procedure("nothing", "kept"))
                == "procedure_is_known")
        try await front.database.act(as: office, front.procedure("feasibility", "waived"))
        try await front.database.act(as: office, front.procedure("preliminary_design", "kept"))
        try await front.database.act(as: office, front.procedure("drawing_review", "simplified"))
        #expect(try await front.step(to: "S09", 3) == nil)
        #expect(try await front.step(to: "S10") == "gate_waits_for_procedures")
        try await front.paper("preliminary_design_approval")
        #expect(try await front.step(to: "S10", 1) == "gate_waits_for_project_code")
        try await front.record("code") { op in
            """
            update app.project set project_code = '2602-330108-04-01-123456', version = version + 1, op_id = \(op)
            where project_id = \(front.project)
            """
        }
        try await front.budget(220_000_001, over: 200_000_000)
        #expect(try await front.step(to: "S10", 2) == "budget_stays_near_feasibility")
        try await front.paper("estimate_overrun_answer")
        #expect(try await front.step(to: "S10", 3) == nil)
        #expect(
            try await front.database.refusal(as: office, front.procedure("feasibility", "kept"))
                != nil)
        #expect(try await front.step(to: "S13") == "gate_waits_for_permit")
        // 2,200,000.01 yuan is not below Zhejiang's limit of two million.
        try await front.paper("permit_exemption")
        #expect(try await front.step(to: "S13", 1) == "gate_waits_for_permit")
        try await front.paper("permit")
        // The review was simplified: the pledge stands in for the certificate.
        #expect(try await front.step(to: "S13", 2) == "gate_waits_for_procedures")
        try await front.paper("drawing_self_review_pledge")
        #expect(try await front.step(to: "S13", 3) == nil)
    }

    @Test("what lies further back than it may be recorded is taken in with its paper (HOUSE-REC-1)")
    func longAgo() async throws {
        try await RawFront.with("330302") { front in
            // 180 days before 2026-03-02 is 2025-09-03.
            let late = "front_fact_is_recorded_in_its_time"
            try await front.put(at: "S05")
            for (day, refusal) in [("2025-09-02", late), ("2025-09-03", nil)] {
                #expect(
                    try await front.database.refusal(
                        as: "owners", front.posting(day, on: day, ["room_summary"]))
                        == refusal)
                #expect(
                    try await front.refused("objection" + day, as: "owners") { op in
                        """
                        insert into app.objection (district, objection_id, project_id, room, content, raised_on, op_id)
                        values (1, \(op), \(front.project), '1-101', '不同意', \(day)::text::date, \(op))
                        """
                    } == refusal)
                #expect(
                    try await front.refused("submission" + day, as: "office") { op in
                        """
                        insert into app.plan_submission (district, project_id, plan_year, submitted_on, due_on, number,
                            op_id)
                        values (1, \(front.project), 2026, \(day)::text::date, '2025-10-31', '报1', \(op))
                        """
                    } == refusal)
            }
        }
    }

    @Test(
        "an exception is foreseen, asked for, decided by another of the level above, and stands after its gate"
    )
    func exception() async throws {
        try await RawFront.with("330302") { front in
            let id = Seed.id("exception")
            func ask(_ requirement: String, _ state: String = "asked") -> (ID) -> SQL {
                { op in
                    """
                    insert into app.gate_exception (district, gate_exception_id, project_id, requirement, reason,
                        document_title, document_number, asked_by, asked_on, state, op_id)
                    values (1, \(id), \(front.project), \(requirement), '结构已加固', '鉴定报告', '鉴1', auth.person(),
                        '2026-03-01', \(state), \(op))
                    """
                }
            }
            func decide(_ state: String) -> (ID) -> SQL {
                { op in
                    """
                    update app.gate_exception set state = \(state), decided_by = auth.person(),
                        decided_on = '2026-03-02', decision_number = '鹿组1', version = version + 1, op_id = \(op)
                    where gate_exception_id = \(id)
                    """
                }
            }
            try await front.database.act(as: "street", front.scope("ineligible", "first"))
            #expect(try await front.refused("a0", ask("G00.scope")) == "gate_exception_is_foreseen")
            try await front.database.act(as: "street", front.scope("excluded_in_principle", "second"))
            #expect(try await front.refused("a1", ask("G01.owners_body")) == "gate_exception_is_foreseen")
            try await front.record("a2", ask("G00.scope"))
            #expect(try await front.step(to: "S01") == "gate_waits_for_scope")
            #expect(
                try await front.refused("d1", as: "office", decide("approved"))
                    == "gate_exception_is_decided_by_the_level_above")
            #expect(
                try await front.refused("d2", as: "group", decide("revoked"))
                    == "gate_exception_step_is_allowed")
            try await front.record("d3", as: "group", decide("approved"))
            #expect(try await front.step(to: "S01", 1) == nil)
            #expect(
                try await front.refused("d4", as: "group", decide("revoked"))
                    == "gate_exception_stays_after_its_gate")
            #expect(
                try await front.database.refusal(as: "street", front.scope("ineligible", "third"))
                    == "scope_waits_no_more")
        }
    }
}
