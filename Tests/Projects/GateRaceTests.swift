import Harness
import PQ
import Testing
import Values

@testable import Projects

/// A step of a place's process, and what another session does to a thing on which the step rests.
struct GateRace: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let place: String
    let from: String
    let to: String
    /// Brings all that the gate asks for.
    let ready: @Sendable (RawFront) async throws -> Void
    let login: String
    let taking: @Sendable (RawFront) -> [SQL]
    /// What the step is told where it comes second.
    let stepIsTold: String?
    /// What the other session is told where it comes second.
    var takingIsTold: String?

    init(
        _ name: String, _ place: String, _ from: String, _ to: String, step: String?, taking: String? = nil,
        as login: String, ready: @escaping @Sendable (RawFront) async throws -> Void,
        _ statements: @escaping @Sendable (RawFront) -> [SQL]
    ) {
        (testDescription, self.place, self.from, self.to) = (name, place, from, to)
        (stepIsTold, takingIsTold, self.login, self.ready, self.taking) = (
            step, taking, login, ready, statements
        )
    }

    private static let (lucheng, hangzhou) = ("330302", "330108")

    static let all: [GateRace] = [
        GateRace(
            "a participant of the consultation changes his mind", hangzhou, "S08", "S09",
            step: "gate_waits_for_consultation", as: "office", ready: { try await $0.consulted() }
        ) { $0.word("consultation", "gas", "disagree") },
        GateRace(
            "a reviewer of the plan changes his mind", hangzhou, "S04", "S08",
            step: "gate_waits_for_plan_review",
            as: "office", ready: { try await $0.planned() }
        ) { $0.word("plan_review", "city_planning", "disagree") },
        GateRace(
            "an owner objects", lucheng, "S05", "S06", step: "gate_waits_for_objections_closed", as: "owners",
            ready: {
                // The place lets steps pass objections; the guard is that of places whose packs are silent.
                try await $0.scene(["delete from policy.parameter where key = 'publicity.objections_block'"])
                try await $0.ballot("plan")
                try await $0.database.act(
                    as: "owners", $0.posting("good", on: "2026-02-14", RawFront.publicity))
            }
        ) { $0.objection("first") },
        GateRace(
            "the posting is replaced", lucheng, "S05", "S06", step: "gate_waits_for_publicity_period",
            taking: "posting_waits_no_more", as: "owners",
            ready: {
                try await $0.ballot("plan")
                try await $0.database.act(
                    as: "owners", $0.posting("good", on: "2026-02-14", RawFront.publicity))
            }
        ) { $0.replace("good", by: "new", on: "2026-03-02") },
        GateRace(
            "a later ballot on the will of residents fails", lucheng, "S02", "S03",
            step: "gate_waits_for_willingness_ballot", as: "community",
            ready: {
                try await $0.papers(under: "projects.requirements.G02.papers.papers")
                try await $0.ballot("willingness")
                try await $0.openBallot("willingness")
            }
        ) { $0.countOfNobody("willingness") },
        GateRace(
            "a later ballot on the scheme fails", lucheng, "S04", "S05", step: "gate_waits_for_plan_ballot",
            as: "community",
            ready: {
                try await $0.ballot("plan")
                try await $0.openBallot("plan")
            }
        ) { $0.countOfNobody("plan") },
        GateRace(
            "the budget goes beyond the estimate", hangzhou, "S09", "S10",
            step: "budget_stays_near_feasibility", taking: "budget_waits_for_the_overrun_answer",
            as: "street",
            ready: {
                try await $0.consulted()
                try await $0.paper("preliminary_design_approval")
                try await $0.database.act(as: "street", $0.code("2602-330108-04-01-123456"))
                try await $0.budget(220_000_000, over: 200_000_000)
                try await $0.database.act(as: "office", $0.approveBudget(of: 220_000_001))
            }
        ) { $0.raiseBudget(to: 220_000_001) },
        GateRace(
            "the budget outgrows the exemption from the permit", hangzhou, "S10", "S13",
            step: "gate_waits_for_permit", as: "street",
            ready: {
                try await $0.consulted()
                try await $0.paper("drawing_self_review_pledge")
                try await $0.paper("permit_exemption")
                try await $0.budget(199_999_999, over: 199_999_999)
                try await $0.database.act(as: "office", $0.approveBudget(of: 200_000_001))
            }
        ) { $0.raiseBudget(to: 200_000_001) },
        GateRace(
            "an item is added to the scheme", hangzhou, "S03", "S04", step: nil,
            taking: "scheme_is_recorded_before_its_vote", as: "street",
            ready: { try await $0.papers(under: "plan.parts") }
        ) { $0.item("late") },
    ]
}

@Suite("Front: a step and what it rests on, two sessions at once")
struct GateRaceTests {
    @Test(
        "a step and another session's change of what it rests on queue, whichever is first",
        arguments: GateRace.all, [true, false])
    func race(_ race: GateRace, stepFirst: Bool) async throws {
        try await RawFront.with(race.place) { front in
            try await race.ready(front)
            try await front.put(at: race.from)
            let step = ("street", front.change("step") { RawFront.step(to: race.to, $0) })
            let taking = (race.login, race.taking(front))
            let (first, second) =
                stepFirst
                ? try await front.database.race(step, taking) : try await front.database.race(taking, step)
            #expect(first == nil)
            #expect(second == (stepFirst ? race.takingIsTold : race.stepIsTold))
        }
    }
}

/// Two sessions at one thing, of which the second is refused.
struct FrontPair: Sendable, CustomTestStringConvertible {
    let code: String
    let place: String
    let state: String
    let ready: @Sendable (RawFront) async throws -> Void
    let sides: @Sendable (RawFront) -> ((String, [SQL]), (String, [SQL]))

    init(
        _ code: String, _ place: String, at state: String,
        ready: @escaping @Sendable (RawFront) async throws -> Void = { _ in },
        _ sides: @escaping @Sendable (RawFront) -> ((String, [SQL]), (String, [SQL]))
    ) {
        (self.code, self.place, self.state, self.ready, self.sides) = (code, place, state, ready, sides)
    }

    var testDescription: String { code }

    /// An operator moves the project on; as no application can, so the row is locked and no guard asked.
    private static func jump(_ front: RawFront, to state: String) -> (String, [SQL]) {
        (TestDatabase.anOperator, ["set local session_replication_role = replica", front.jump(to: state)])
    }

    private static let (lucheng, hangzhou) = ("330302", "330108")

    static let all: [FrontPair] = [
        FrontPair("front_waits_no_more", hangzhou, at: "S22") {
            (jump($0, to: "S23"), ("street", $0.survey("land")))
        },
        FrontPair("procedure_decision_waits_no_more", hangzhou, at: "S08") {
            (jump($0, to: "S09"), ("office", $0.procedure("feasibility", "kept")))
        },
        FrontPair("procedure_is_decided_once", hangzhou, at: "S08") {
            (
                ("office", $0.procedure("feasibility", "kept")),
                ("office2", $0.procedure("feasibility", "waived"))
            )
        },
        FrontPair("plan_is_submitted_once", hangzhou, at: "S04") {
            (("office", $0.submission("one")), ("office2", $0.submission("two")))
        },
        FrontPair("compliant_kind_is_stated_once", lucheng, at: "S03") {
            (("street", $0.compliant("drainage", "one")), ("street2", $0.compliant("drainage", "two")))
        },
        FrontPair("posting_stands_once", lucheng, at: "S05") {
            (
                ("owners", $0.posting("one", on: "2026-02-14", RawFront.publicity)),
                ("street", $0.posting("two", on: "2026-02-15", RawFront.publicity))
            )
        },
        FrontPair(
            "posting_is_taken_down_once", lucheng, at: "S05",
            ready: { try await $0.database.act(as: "owners", $0.posting("one", on: "2026-02-14", [])) }
        ) {
            (
                ("owners", $0.posting("one", becomes: down("2026-02-20"), "a")),
                ("street", $0.posting("one", becomes: down("2026-02-21"), "b"))
            )
        },
        FrontPair(
            "objection_is_closed_once", lucheng, at: "S05",
            ready: { try await $0.database.act(as: "owners", $0.objection("first")) }
        ) { (("owners", $0.close("first", "a")), ("street", $0.close("first", "b"))) },
        FrontPair(
            "gate_exception_is_foreseen", lucheng, at: "S00",
            ready: { try await $0.database.act(as: "street", $0.scope("excluded_in_principle")) }
        ) { (("office", $0.scope("eligible", "later")), ("street", $0.ask())) },
        FrontPair(
            "gate_exception_stands_once", lucheng, at: "S00",
            ready: { try await $0.database.act(as: "street", $0.scope("excluded_in_principle")) }
        ) { (("street", $0.ask()), ("street2", $0.ask("G00.scope", "another"))) },
        FrontPair(
            "gate_exception_step_is_allowed", lucheng, at: "S00",
            ready: {
                try await $0.database.act(as: "street", $0.scope("excluded_in_principle"))
                try await $0.database.act(as: "street", $0.ask())
            }
        ) { (("group", $0.decide("approved")), ("group", $0.decide("refused"))) },
    ]

    static func down(_ day: String) -> SQL { "taken_down_on = \(day)::text::date, taken_down_for = '更换'" }
}

@Suite("Front: two sessions at one thing")
struct FrontPairTests {
    @Test("of two sessions at one thing the second is refused under its name", arguments: FrontPair.all)
    func pair(_ pair: FrontPair) async throws {
        try await RawFront.with(pair.place) { front in
            try await pair.ready(front)
            try await front.put(at: pair.state)
            let (one, two) = pair.sides(front)
            let (first, second) = try await front.database.race(one, two)
            #expect(first == nil)
            #expect(second == pair.code)
        }
    }
}
