import JointAcceptance
import Policy
import Projects
import Values

/// Questions of joint acceptance (联合竣工验收).
enum JointAcceptanceQuestions {
    static let all = [jointAcceptance]

    /// The mode whose seats answer: each responsible unit is a unit of its own.
    private static let mode = "traditional"

    private static let jointAcceptance = Question(
        "joint_acceptance", Words("联合竣工验收各方是否到齐并签字", "whether everybody is present and has signed"),
        [FactSpec("groups", .list(.text))]
    ) { facts, policy, _ in
        let groups = Set(try facts.texts("groups"))
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
            let missing = seats.filter { names.contains($0.seat) }.map { JSON.text($0.words.zh) }
            return Answer("blocked", ["missing": .list(missing)], because: because)
        }
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
