package import Values

/// What waits in a project for somebody (待办的一步): a step that may be taken now, or one thing that it still lacks.
package struct Waiting: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// The gate is open.
        case step
        /// The gate is shut, and this is one reason.
        case requirement
    }

    package let project: Turns.Project
    package let kind: Kind
    package let title: Words
    /// Where it is looked at.
    package let path: String
    package let roles: [Role]
    /// What is to be done, or waits.
    private let action: String
    private let turn: Offer.Turn

    /// Whether it waits for somebody: by his role, and by his unit where the step is one unit's.
    package func isFor(_ actor: Actor) -> Bool {
        guard roles.contains(actor.role) else { return false }
        guard actor.actsAsItsBody || Desk.isOfAnyBody(action) else { return false }
        guard turn.roles.contains(actor.role) else { return true }
        return !turn.barred.contains(actor.organisation)
            && (turn.unit ?? actor.organisation) == actor.organisation
    }

    /// What a step waits for: for those whose turn it is where it is open, else for those who can mend what it lacks.
    static func all(of offer: Offer, in project: Turns.Project) -> [Waiting] {
        guard let turn = offer.turn else { return [] }
        guard !offer.decision.refusals.isEmpty else {
            let title = Words("可以办理：\(offer.words.zh)", "may be done: \(offer.words.en)")
            return [
                Waiting(
                    project: project, kind: .step, title: title, path: turn.gate, roles: turn.roles,
                    action: offer.action, turn: turn)
            ]
        }
        return offer.decision.refusals.filter { !turn.mendedElsewhere.contains($0.code) }.map { refusal in
            Waiting(
                project: project, kind: .requirement, title: title(refusal, of: offer), path: turn.gate,
                roles: [refusal.handledBy, refusal.liftedBy, turn.roles].first { !$0.isEmpty } ?? [],
                action: offer.action,
                turn: turn)
        }
    }

    private static func title(_ refusal: Refusal, of offer: Offer) -> Words {
        func list(_ words: [String], _ comma: String, _ more: String) -> String {
            words.prefix(3).joined(separator: comma) + (words.count > 3 ? more : "")
        }
        let detail = refusal.detail
        let zh = detail.zh.hasSuffix("。") ? String(detail.zh.dropLast()) : detail.zh
        let en = detail.en.hasSuffix(".") ? String(detail.en.dropLast()) : detail.en
        let named = refusal.missing
        guard !named.isEmpty else {
            return Words("\(offer.words.zh)：\(zh)", "\(offer.words.en): \(en)")
        }
        let more = "等 \(named.count) 项"
        return Words(
            "\(offer.words.zh)：\(zh)（\(list(named.map(\.zh), "、", more))）",
            "\(offer.words.en): \(en) (\(list(named.map(\.en), ", ", ", and more")))")
    }
}
