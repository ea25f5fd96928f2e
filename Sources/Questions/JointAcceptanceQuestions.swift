import JointAcceptance
import Policy
import Projects
import Values

/// Questions of joint acceptance (联合竣工验收).
enum JointAcceptanceQuestions {
    static let all = [jointAcceptance, filing]

    /// The mode whose seats answer: each responsible unit is a unit of its own.
    private static let mode = "traditional"

    private static let jointAcceptance = Question(
        "joint_acceptance", Words("联合竣工验收各方是否到齐并签字", "whether everybody is present and has signed"),
        says: ["allowed": Words("已到齐并签字", "all of them"), "blocked": Words("未到齐", "not all of them")],
        [FactSpec("groups", .list(.text))]
    ) { facts, policy, _ in
        let named = try facts.texts("groups")
        if let missing = try AcceptanceGroups.missing(among: named, under: policy) {
            return Answer(
                missing.value.isEmpty ? "allowed" : "blocked",
                ["missing": .list(missing.value.map { .text($0.zh) })], because: [missing.citation],
                holdings: missing.value.map { signed($0, by: missing.citation) })
        }
        // 监理 is understood as 监理单位.
        let groups = Set(named + named.map { $0 + "单位" })
        let rules = try AcceptancePolicy(policy)
        let engaged = rules.seats.value.filter { $0.mode == mode }.map(\.role)
        let seats = rules.seats(of: mode, engaging: engaged)
        let round = RoundFacts(
            project: nobody, projectVersion: 1, projectState: .preAcceptance, place: policy.place,
            edition: policy.edition, mode: mode, constructionUnit: nobody, number: 1, state: .called,
            version: 1,
            eventOn: policy.day, seats: seats.map { sat($0, groups) }, dossiers: [dossier], blocks: [])
        let because = [rules.organiser.citation] + seats.filter(\.mandatory).map(\.citation)
        switch AcceptanceRules.verdict(of: round, over: dossier) {
        case .passed, .passedWithItems: return Answer("allowed", ["missing": []], because: because)
        case .waiting(let names), .failed(let names):
            let missing = seats.filter { names.contains($0.seat) }
            return Answer(
                "blocked", ["missing": .list(missing.map { .text($0.words.zh) })], because: because,
                holdings: missing.map { signed($0.words, by: $0.citation) })
        }
    }

    private static let filing = Question(
        "completion_filing", Words("竣工验收备案材料是否齐全", "whether a completion filing is complete"), on: "accepted",
        says: ["blocked": Words("不齐全", "not complete")],
        [
            FactSpec("accepted", .day), FactSpec("documents", .list(.text)),
            FactSpec("barrier_free_accepted", .bool, optional: true),
        ]
    ) { facts, policy, _ in
        let found = try FilingRules.filing(
            documents: facts.texts("documents"),
            barrierFreeAccepted: facts.has("barrier_free_accepted")
                ? try facts.bool("barrier_free_accepted") : nil, under: policy)
        var missing = found.missing
        switch found.barrierFree {
        case .unknown where missing.isEmpty: throw FactErrors([.missing("barrier_free_accepted")])
        case .notAccepted: missing.append("无障碍设施验收")
        case .unknown, .accepted, .notRequired: break
        }
        return Answer(
            missing.isEmpty ? "complete" : "blocked", ["missing": .list(missing.map { .text($0) })],
            because: found.because,
            holdings: missing.flatMap { paper in
                Holding.found(Words("备有\(paper)", "\(paper) is there"), false, by: found.because)
            })
    }

    private static func signed(_ group: Words, by clause: Citation) -> Holding {
        Holding(Words("\(group.zh)已到场并签字", "\(group.en) was present and signed"), holds: false, by: clause)
    }

    /// A seat whose group signed, or an empty one.
    private static func sat(_ seat: AcceptancePolicy.Seat, _ groups: Set<String>) -> RoundFacts.Seat {
        let signed = groups.contains(seat.words.zh)
        return RoundFacts.Seat(
            id: nobody, seat: seat.seat, role: seat.role, mandatory: seat.mandatory, needsKey: seat.needsKey,
            holder: signed ? nobody : nil, holderOrganisation: signed ? nobody : nil,
            sittings: signed ? 1 : 0,
            conflict: nil,
            said: signed ? [.init(id: nobody, person: nobody, digest: dossier, opinion: .pass)] : [])
    }

    /// The question is about no dossier and nobody in particular.
    private static let dossier = String(repeating: "0", count: 64)
    private static let nobody = ID(high: 0, low: 0)
}
