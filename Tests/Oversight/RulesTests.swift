import Harness
import PQ
import Policy
import Testing
import Values

@testable import Oversight

@Suite("Oversight: rules")
struct OversightRulesTests {
    private func facts(
        _ state: IssueState, reporter: ID? = nil, assignee: ID? = Seed.id("org:contractor"),
        closedOn: BusinessDay? = nil, onRoster: Bool = false, holdsKey: Bool = false
    ) -> IssueFacts {
        IssueFacts(
            project: Seed.id("project"), place: "330302", edition: "e", kind: "noise", state: state,
            severity: "S2",
            version: 4, reporter: reporter, assignee: assignee, reopenedCount: 0, closedOn: closedOn,
            onRoster: onRoster, holdsKey: holdsKey)
    }

    private func actor(_ login: String, _ organisation: String, _ role: Role) -> Actor {
        Actor(
            person: Seed.id("person:" + login), name: login, organisation: Seed.id("org:" + organisation),
            district: 1, appointment: Seed.id("appointment:" + login), role: role, secondFactor: false)
    }

    private func codes(_ decision: Decision) -> [String] { decision.refusals.map(\.code) }

    @Test(
        "Lucheng's severities block acceptance from S2 up, and noise goes to the environment bureau (LC-13-3)"
    )
    func policy() throws {
        let policy = try OversightPolicy(TestPolicies.lucheng())
        #expect(policy.severities.filter(\.blocksAcceptance).map(\.id) == ["S1", "S2"])
        let noise = try #require(policy.kind("noise"))
        #expect(noise.bureau == "environment_bureau")
        #expect(policy.kind("weather") == nil)
        #expect(noise.citation.rule == "LC-13-3")
    }

    @Test("an unknown kind is refused with the list of kinds")
    func kind() throws {
        let draft = IssueDraft(id: Seed.id("i"), kind: "ghosts", place: "1", description: "x")
        let policy = try OversightPolicy(TestPolicies.lucheng())
        let refused = IssueRules.file(draft, under: policy)
        #expect(codes(refused) == ["issue_kind_is_known"])
        #expect(refused.refusals.first?.missing.count == policy.kinds.count)
    }

    @Test("clocks: a day's work to triage, the severity's time to fix, half of it when reopened")
    func clocks() throws {
        let lucheng = try TestPolicies.lucheng()
        let policy = try OversightPolicy(lucheng)
        // A Friday: the weekend does not count, save for danger.
        let day = try #require(BusinessDay(iso: "2026-03-06"))
        let triage = try #require(
            IssueRules.triageClock(filed: day, under: policy, calendar: lucheng.calendar))
        #expect(triage.due == BusinessDay(iso: "2026-03-09"))
        let severe = try #require(policy.severity("S2"))
        let fix = try #require(IssueRules.fixClock(severe, from: day, calendar: lucheng.calendar))
        #expect(fix.due == BusinessDay(iso: "2026-03-13"))
        #expect(fix.key == "issue.severities.S2.fix_workdays")
        let again = try #require(
            IssueRules.fixClock(severe, from: day, again: true, calendar: lucheng.calendar))
        #expect(again.due == BusinessDay(iso: "2026-03-11"))
        let danger = try #require(policy.severity("S1"))
        let urgent = try #require(IssueRules.fixClock(danger, from: day, calendar: lucheng.calendar))
        #expect(urgent.due == BusinessDay(iso: "2026-03-07"))
        // Beyond the published calendar a report is taken all the same; only its working days are not counted.
        let last = try #require(BusinessDay(iso: "2026-12-31"))
        let waiting = try #require(
            IssueRules.triageClock(filed: last, under: policy, calendar: lucheng.calendar))
        #expect(waiting.due == nil && waiting.day.count == .workdays(1))
        #expect(IssueRules.fixClock(severe, from: last, calendar: lucheng.calendar)?.day.note != nil)
        #expect(IssueRules.fixClock(danger, from: last, calendar: lucheng.calendar)?.due != nil)
    }

    @Test("reporter, key holder and roster verify; a fixer, a stranger and an unlisted volunteer do not")
    func witnesses() throws {
        let policy = try OversightPolicy(TestPolicies.lucheng())
        let reporter = actor("resident", "owners", .resident)
        #expect(
            IssueRules.verify(facts(.fixClaimed, reporter: reporter.person), by: reporter, under: policy)
                .witness
                == .reporter)
        #expect(
            IssueRules.verify(facts(.fixClaimed, holdsKey: true), by: reporter, under: policy).witness
                == .link)
        let volunteer = actor("volunteer", "owners", .volunteerSupervisor)
        #expect(
            IssueRules.verify(facts(.fixClaimed, onRoster: true), by: volunteer, under: policy).witness
                == .volunteer)
        #expect(
            codes(IssueRules.verify(facts(.fixClaimed), by: volunteer, under: policy).decision)
                == ["issue_is_verified_by_reporter_or_volunteer"])
        let fixer = actor("contractor", "contractor", .volunteerSupervisor)
        #expect(
            codes(IssueRules.verify(facts(.fixClaimed, onRoster: true), by: fixer, under: policy).decision)
                == ["issue_is_not_verified_by_its_fixer"])
        #expect(
            codes(IssueRules.verify(facts(.inProgress, holdsKey: true), by: reporter, under: policy).decision)
                == ["issue_step_is_allowed"])
    }

    @Test("steps: triage by its roles, the fix by the one responsible unit")
    func steps() throws {
        let policy = try OversightPolicy(TestPolicies.lucheng())
        let contractor = actor("contractor", "contractor", .contractor)
        #expect(
            codes(IssueRules.step(facts(.new), to: .accepted, by: contractor, under: policy))
                == ["issue_is_triaged_by_community_or_street"])
        #expect(
            codes(IssueRules.step(facts(.assigned), to: .inProgress, by: contractor, under: policy)) == [])
        let other = actor("designer", "designer", .designer)
        #expect(
            codes(IssueRules.step(facts(.assigned), to: .inProgress, by: other, under: policy))
                == ["issue_is_fixed_by_its_responsible_unit"])
    }

    @Test("what refuses a step names its clause, the same as the database's guard would")
    func clauses() throws {
        let lucheng = try TestPolicies.lucheng()
        let policy = try OversightPolicy(lucheng)
        let designer = actor("designer", "designer", .designer)
        let fixer = actor("contractor", "contractor", .volunteerSupervisor)
        let decisions = [
            IssueRules.step(facts(.closed), to: .accepted, by: designer, under: policy),
            IssueRules.step(facts(.assigned), to: .inProgress, by: designer, under: policy),
            IssueRules.verify(facts(.fixClaimed), by: fixer, under: policy).decision,
            try VolunteerRules.appoint(
                Seed.id("person:new"), engagedAs: ["contractor"], by: designer, under: lucheng),
        ]
        let refusals = decisions.flatMap(\.refusals)
        #expect(
            Set(refusals.map(\.code)) == [
                "issue_step_is_allowed", "issue_is_triaged_by_community_or_street",
                "issue_is_fixed_by_its_responsible_unit", "issue_is_verified_by_reporter_or_volunteer",
                "issue_is_not_verified_by_its_fixer", "volunteer_is_appointed_by_the_community",
                "volunteer_has_no_engagement_with_any_party",
            ])
        for refusal in refusals {
            let words = try #require(OversightRefusals.all.first { $0.code == refusal.code })
            let key = try #require(words.key, "\(refusal.code)")
            let source = try TestPolicies.book.get().citation(key, for: "330302")
            #expect(source != nil && refusal.citation == source, "\(key)")
        }
    }

    @Test(
        "reopening ends after the days of the policy",
        arguments: [("2026-02-16", true), ("2026-02-15", false)])
    func reopening(closed: String, inTime: Bool) throws {
        let policy = try OversightPolicy(TestPolicies.lucheng())
        let reporter = actor("resident", "owners", .resident)
        let decision = IssueRules.reopen(
            facts(.closed, closedOn: BusinessDay(iso: closed), holdsKey: true), by: reporter,
            today: Seed.today,
            under: policy)
        #expect(codes(decision) == (inTime ? [] : ["issue_reopening_is_in_time"]))
    }

    @Test("the database holds the steps of the Swift list")
    func stepRows() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.read(
                "select from_state || '>' || to_state as step from app.issue_step")
            let held = Set(try rows.map { try $0.text("step") })
            let known = IssueState.allCases.flatMap { from in
                from.next.map { "\(from.rawValue)>\($0.rawValue)" }
            }
            #expect(held == Set(known))
        }
    }
}
