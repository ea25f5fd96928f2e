package import Ledger
package import PQ
package import Values
package import Web

/// Who reads a thing, and so what is offered to him on it (可办事项).
///
/// An offer goes through what the action itself goes through before its rule is asked: whoever may not do it at all finds
/// it among what is blocked, with the reason that trying gives.
package struct Offering: Sendable {
    package let actor: Actor
    let desk: Desk
    let takesPart: Bool
    let route: @Sendable (Method, String) -> Route?

    /// The two lists that every resource carries: `_actions` and `_blocked`.
    package func fields(_ offers: [Offer]) -> [String: JSON] {
        var actions = [JSON]()
        var blocked = [JSON]()
        for offer in offers {
            let refusals = offer.decision.refusals + [bar(offer)].compactMap { $0 }
            var fields: [String: JSON] = [
                "action": .text(offer.action), "title": .text(offer.words.zh), "method": .text(offer.method),
                "path": .text(offer.path),
            ]
            if refusals.isEmpty {
                actions.append(.object(fields))
            } else {
                fields["refusals"] = .list(refusals.map(\.json))
                blocked.append(.object(fields))
            }
        }
        return ["_actions": .list(actions), "_blocked": .list(blocked)]
    }

    /// Why the reader may not do it, whatever its state; nil where his role and his unit may.
    private func bar(_ offer: Offer) -> Refusal? {
        let access = Method(rawValue: offer.method).flatMap { route($0, offer.path)?.access }
        guard let problem = desk.bar(actor, from: access, takingPart: takesPart, doing: offer.action)
        else { return nil }
        if let refusal = problem.refusals.first { return refusal }
        var roles = [Role]()
        if case .roles(let admitted) = access { roles = admitted }
        return Refusal(
            problem.code, problem.detail, source: nil,
            remedy: Words("由所列角色、仍在项目里的单位办理。", "Leave it to a role named, of a unit that takes part."),
            liftedBy: roles)
    }
}

extension Desk {
    /// Reads a thing together with what its reader may do on it; the root is the one that its actions lock.
    package func read(
        _ request: Request, offeringOn root: Root, _ statements: [SQL], isWatched: Bool = true
    ) async throws -> (Offering, [Rows]) {
        let (actor, rows) = try await read(
            request, [takesPart(in: root)] + statements, isWatched: isWatched)
        let offering = Offering(
            actor: actor, desk: self, takesPart: try rows[0].one().bool("takes_part"),
            route: { request.route(of: $0, $1) })
        return (offering, Array(rows.dropFirst()))
    }

    /// Why somebody may not do a thing at all, whatever its state: his role, or his unit, which has left the project or is
    /// another body of the district than his role.
    func bar(_ actor: Actor, from access: Access?, takingPart: Bool, doing act: String) -> Problem? {
        if let access, !access.admits(actor.role) { return Problems.roleMayNot(actor.role, access) }
        guard takingPart else { return Problems.takesNoPart }
        guard !actor.actsAsItsBody, !Desk.isOfAnyBody(act) else { return nil }
        return Problems.refused([GroundRefusals.actIsOfItsBody.refusal(shelf.citation("body.roles"))])
    }

    /// What a unit does in such a role whichever body it is; the database has the same list.
    package static let actsOfAnyBody: Set<String> = [
        "issue.file", "paper.record", "plan_approval.record", "contact.add", "contact.renew",
        "contact.verify", "contact.end", "token.issue",
    ]

    /// Whether what is done, or offered under the name of a step, is among them.
    static func isOfAnyBody(_ act: String) -> Bool {
        actsOfAnyBody.contains(act) || act.hasPrefix("plan_approval.")
    }
}
