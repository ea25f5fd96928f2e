import Harness
import Policy
import Testing
import Values

@testable import Projects

/// Whoever is refused reads the clause beside it.
@Suite("Front: every refusal has its clause or its house rule")
struct RefusalGroundTests {
    /// Places with a front of their own, by code.
    private static let places = ["330100", "330105", "330106", "330302", "430600"]

    /// Keys that some places do not have, since nobody there is asked for it: what its refusals speak of does not come up.
    private static let elsewhere: [String: String] = [
        "survey.kinds": "Lucheng's paper asks for no survey",
        "plan.mandatory_kinds": "Lucheng alone names classes that must be done",
        "projects.procedures": "Hangzhou's consultation alone decides on procedures",
        "publicity.objections_block": "Lucheng alone lets an objection stop a step",
        "annual_plan.due": "Hangzhou alone gives the plan a day",
        "scope.demolition_list_kept_by": "Lucheng alone asks the list of who keeps it",
        "scope.list_max_age_days": "Lucheng alone asks the list of who keeps it",
    ]

    @Test("no refusal of the front is without a source, in any place with a front")
    func grounds() throws {
        let book = try TestPolicies.book.get()
        let asked =
            ProjectsRefusals.front + [
                ProjectsRefusals.communityIsCompleted, ProjectsRefusals.communityIsCompletedBeforeItsScheme,
                ProjectsRefusals.projectCodeHasItsForm, ProjectsRefusals.projectCodeNamesAMonth,
                ProjectsRefusals.slipIsWithdrawnAfterItIsSigned,
                ProjectsRefusals.slipIsWithdrawnWhileTheBallotIsOpen,
            ] + ProjectsRefusals.all.filter { $0.code == "slip_withdrawal_is_whole" }
        #expect(asked.count > 80)
        // What only the program itself could get wrong rests on no text.
        for words in asked where words.lifter != .keeper {
            guard let key = words.key else {
                Issue.record("\(words.code) names no key")
                continue
            }
            let silent = Self.places.filter { book.citation(key, for: $0) == nil }
            #expect(
                silent.isEmpty || Self.elsewhere[key] != nil && silent.count < Self.places.count,
                "\(words.code): \(key) in \(silent)")
        }
    }

    @Test("a stranger to Lucheng's joint review is refused by the clause of its minutes")
    func forum() throws {
        let policy = try TestPolicies.book.get().policy(for: "330302", on: Seed.today)
        let told = try FrontRecordingRules.participant("gas", of: "consultation", under: policy)
        #expect(told.refusals.map { $0.citation?.rule } == ["LC-12-3"])
    }
}
