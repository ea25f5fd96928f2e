import Harness
import Policy
import Projects
import Testing
import Values

@testable import JointAcceptance

@Suite("Joint acceptance: rules")
struct AcceptanceRulesTests {
    private let source: Policy
    private let policy: AcceptancePolicy
    private let calendar: WorkCalendar

    init() throws {
        source = try TestPolicies.lucheng()
        policy = try AcceptancePolicy(source)
        calendar = try TestPolicies.book.get().calendar
    }

    private func day(_ text: String) throws -> BusinessDay { try #require(BusinessDay(iso: text)) }

    @Test("acceptance on 2022-10-12 needs notice by 2022-09-28, over a holiday with adjusted days (CV-12)")
    func noticeOverHoliday() throws {
        let event = try day("2022-10-12")
        #expect(
            try AcceptanceGate.latestNotice(for: event, under: policy, calendar: calendar)
                == day("2022-09-28"))
        let inTime = AcceptanceGate.lateNotice(
            of: event, given: try day("2022-09-28"), under: policy, calendar: calendar)
        #expect(inTime == nil)
        let late = AcceptanceGate.lateNotice(
            of: event, given: try day("2022-09-29"), under: policy, calendar: calendar)
        #expect(late?.code == "acceptance_notice_is_early_enough")
        #expect(late?.citation?.rule == "QLT-03")
        #expect(late?.missing.first?.zh.contains("2022-09-28") == true)
    }

    @Test("a year whose holidays are not published is said so, never counted Monday to Friday")
    func unpublishedYear() throws {
        let late = AcceptanceGate.lateNotice(
            of: try day("2027-05-12"), given: try day("2027-01-04"), under: policy, calendar: calendar)
        #expect(late?.code == "calendar_not_loaded")
    }

    private func said(_ name: String, _ opinion: SeatOpinion, over digest: String) -> RoundFacts.Said {
        RoundFacts.Said(id: Seed.id(name + digest), person: Seed.id(name), digest: digest, opinion: opinion)
    }

    private func seat(
        _ name: String, _ said: [RoundFacts.Said], mandatory: Bool = true, key: Bool = true,
        conflict: String? = nil
    ) -> RoundFacts.Seat {
        RoundFacts.Seat(
            id: Seed.id("seat" + name), seat: name, role: name, mandatory: mandatory, needsKey: key,
            holder: Seed.id(name), holderOrganisation: Seed.id("org" + name), sittings: 1, conflict: conflict,
            said: said)
    }

    private func facts(
        _ seats: [RoundFacts.Seat], dossiers: [String] = ["one"], state: RoundState = .called,
        blocks: [StandingBlock] = []
    ) throws -> RoundFacts {
        RoundFacts(
            project: Seed.id("p"), projectVersion: 1, projectState: .preAcceptance, place: "330302",
            edition: "e",
            mode: "traditional", constructionUnit: Seed.id("org"), number: 1, state: state, version: 1,
            eventOn: try day("2026-03-19"), seats: seats, dossiers: dossiers, blocks: blocks)
    }

    private func certificate(_ facts: RoundFacts, over digest: String = "one", on text: String = "2026-03-19")
        throws
        -> [String]
    {
        AcceptanceRules.certificate(
            facts, over: digest, today: try day(text), under: policy, citing: source, words: { _ in nil }
        ).refusals.map(\.code)
    }

    @Test("certified only where every mandatory seat passes and none fails: no average")
    func verdict() throws {
        let pass = seat("owner", [said("owner", .pass, over: "one")])
        let items = seat("designer", [said("designer", .passWithItems, over: "one")])
        #expect(AcceptanceRules.verdict(of: try facts([pass, items]), over: "one") == .passedWithItems)
        #expect(AcceptanceRules.verdict(of: try facts([pass]), over: "one") == .passed)
        #expect(
            AcceptanceRules.verdict(of: try facts([pass, seat("supervisor", [])]), over: "one")
                == .waiting(seats: ["supervisor"]))
        let residents = seat("residents", [said("residents", .fail, over: "one")], mandatory: false)
        #expect(
            AcceptanceRules.verdict(of: try facts([pass, residents]), over: "one")
                == .failed(seats: ["residents"]))
        let silent = seat("residents", [], mandatory: false)
        #expect(AcceptanceRules.verdict(of: try facts([pass, silent]), over: "one") == .passed)
        #expect(AcceptanceRules.verdict(of: try facts([silent]), over: "one") == .waiting(seats: []))
    }

    @Test("seats that signed two versions are told from seats that did not sign")
    func twoDigests() throws {
        let old = seat("owner", [said("owner", .pass, over: "one")])
        let new = seat("designer", [said("designer", .pass, over: "two")])
        let two = try facts([old, new, seat("supervisor", [])], dossiers: ["one", "two"])
        #expect(
            try certificate(two, over: "two") == [
                "certificate_rests_on_one_digest", "certificate_waits_for_all_seats",
            ])
        #expect(try certificate(facts([old])) == [])
        #expect(
            try certificate(facts([old], dossiers: ["one", "two"])) == [
                "certificate_rests_on_the_latest_dossier"
            ])
    }

    @Test("before its day, blocked, with a conflicted signer: every reason at once")
    func everyReason() throws {
        let owner = seat(
            "owner", [said("owner", .pass, over: "one")], conflict: "supervisor_linked_to_contractor")
        let block = StandingBlock(
            actionClass: "certificate", code: "certificate_waits_for_severe_issues", sourceKind: "issue",
            source: Seed.id("issue"))
        #expect(
            try Set(certificate(facts([owner], blocks: [block]), on: "2026-03-18")) == [
                "certificate_waits_for_the_event", "acceptance_waits_for_blocks",
                "acceptance_signer_has_no_conflict",
            ])
        #expect(try certificate(facts([owner], state: .failed)).contains("acceptance_round_has_ended"))
    }

    @Test("a block of units that may not meet names both with their roles, under their own clause")
    func conflictingUnits() throws {
        let words = RefusalWords(
            "engagement_has_no_conflict", Words("不能兼任", "excluded"), remedy: Words("更换单位", "replace one"),
            liftedBy: [.constructionUnit], key: "delivery.incompatible")
        let block = StandingBlock(
            actionClass: "certificate", code: "engagement_has_no_conflict", sourceKind: "engagement_conflict",
            source: Seed.id("engagement"),
            conflict: .init(
                record: "supervisor_linked_to_contractor",
                parties: [.init(unit: "甲", role: "supervisor"), .init(unit: "乙", role: "contractor")]))
        let refusal = try AcceptanceGate.refusal(of: block, citing: TestPolicies.lucheng()) { _ in words }
        #expect(
            refusal.missing.map(\.zh) == [
                "甲（\(Role.supervisor.words.zh)）与 乙（\(Role.contractor.words.zh)）不得并存"
            ])
        #expect(refusal.citation?.rule == "PER-6")
    }

    @Test(
        "a seat that needs a key is not attested; a conflicted holder may only step aside; nobody signs for another"
    )
    func opinions() throws {
        let owner = seat("owner", [], conflict: "x")
        let round = try facts([owner], dossiers: ["one", "two"])
        func codes(_ opinion: SeatOpinion, _ kind: SignKind, by person: String, over digest: String) throws
            -> [String]
        {
            AcceptanceRules.opinion(
                opinion, over: digest, signed: kind, by: Seed.id(person), in: owner, of: round,
                today: try day("2026-03-19"), under: policy
            ).refusals.map(\.code)
        }
        #expect(try codes(.recuse, .sshsig, by: "owner", over: "two") == [])
        #expect(try codes(.pass, .sshsig, by: "owner", over: "two") == ["acceptance_signer_has_no_conflict"])
        #expect(try codes(.recuse, .attested, by: "owner", over: "two") == ["acceptance_seat_needs_a_key"])
        #expect(
            try codes(.recuse, .sshsig, by: "designer", over: "two") == [
                "acceptance_opinion_is_the_seat_holders_own"
            ])
        #expect(
            try codes(.recuse, .sshsig, by: "owner", over: "one") == [
                "certificate_rests_on_the_latest_dossier"
            ])
        #expect(
            try codes(.recuse, .sshsig, by: "owner", over: "zero") == [
                "acceptance_opinion_is_over_a_frozen_dossier"
            ])
    }

    @Test("deadlines after acceptance: 5 working days, 15 days, 3 months, each rolled and cited")
    func deadlines() throws {
        let deadlines = try AcceptanceDeadlines.start(
            on: try day("2024-01-26"), under: source, calendar: calendar)
        #expect(
            deadlines.map(\.key) == [
                "fire_filing.workdays", "filing.days", "archive.months", "final_accounts.months",
                "notice.quality_station_report",
            ])
        // Five days to a Wednesday; the station's report itself ends it (QLT-08).
        #expect(deadlines[4].due == (try day("2024-01-31")))
        #expect(deadlines[4].explanation["paper"] == "quality_supervision_report")
        #expect(deadlines[3].explanation["paper"] == nil)
        // 2024-01-26 + 15 days is in the Spring Festival; the adjusted Sunday 2024-02-18 is the next working day.
        #expect(deadlines[1].due == (try day("2024-02-18")))
        #expect(deadlines[1].citation.rule == "QLT-06")
        #expect(deadlines[0].due == (try day("2024-02-02")))
        #expect(deadlines.allSatisfy { $0.due != nil })
        // Thirty days to a Sunday, moved to the Monday, where the yearly audit plan has the project (FIN-06).
        let audited = try AcceptanceDeadlines.start(
            on: try day("2024-01-26"), isInAuditPlan: true, under: source, calendar: calendar)
        #expect(audited.count == 6 && audited[5].key == "audit.submit_days")
        #expect(audited[5].due == (try day("2024-02-26")) && audited[5].citation.rule == "FIN-06")
        #expect(audited[5].explanation["paper"] == "audit_submission")
        let later = try AcceptanceDeadlines.start(
            on: try day("2026-12-30"), under: source, calendar: calendar)
        #expect(later.allSatisfy { $0.due == nil && $0.day.note == DueDay.uncomputed })
    }

    @Test("traditional mode asks five seats of the walk, the surveyor only where engaged")
    func seatsByMode() throws {
        let walk = policy.seats(of: "traditional", engaging: ["designer", "contractor", "supervisor"])
        #expect(walk.map(\.seat) == ["owner", "contractor", "designer", "supervisor", "residents"])
        #expect(walk.filter(\.needsKey).map(\.seat) == ["owner", "contractor", "supervisor"])
        #expect(walk.filter { !$0.mandatory }.map(\.seat) == ["residents"])
        #expect(policy.seats(of: "traditional", engaging: ["surveyor"]).contains { $0.seat == "surveyor" })
    }
}
