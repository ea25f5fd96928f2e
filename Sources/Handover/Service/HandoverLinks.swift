package import Actions
import Foundation
import Handover
import Ledger
import PQ
import Policy
import Values
import Web

/// Links for a utility's person who has no account (移交链接): one opens one handover, until it expires.
package struct HandoverLinks: Sendable {
    let desk: Desk
    let actions: HandoverActions

    package init(desk: Desk) {
        self.desk = desk
        actions = HandoverActions(desk: desk)
    }

    /// Issues a link and shuts those before it.
    ///
    /// The link's secret is kept nowhere, the stored answer included: it is shown once, in the first answer. Whose answer was
    /// lost issues another, which shuts this one.
    @Sendable
    func issue(_ request: Request) async throws -> Response {
        let handover = try request.require("handover")
        let draft = try request.decode(LinkDraft.self)
        let secret = Token.prefix + hex(Chance.bytes(32))
        let hash = Token.hash(secret)
        let days = draft.days ?? 30
        let response = try await actions.step(request, "handover.issue_link") { facts, policy, sitting in
            guard sitting.actor.role == .renovationOffice,
                sitting.actor.organisation != facts.constructionUnit
            else {
                let limit = "handover.links_at_most"
                let rule = policy.has(limit) ? limit : "handover.signers"
                return .refused([
                    HandoverRefusals.linkIsIssuedByTheOffice.refusal(try policy.value(rule).citation)
                ])
            }
            guard facts.receiver != nil else {
                return .refused([
                    HandoverRefusals.namesItsReceiver.refusal(try policy.texts("handover.signers").citation)
                ])
            }
            let issue: SQL = """
                select auth.issue_link(\(hash), \(handover), \(sitting.newID()), \(draft.name), \(sitting.newID()),
                    \(days), \(sitting.op))
                """
            return .done(
                Write(
                    body: .object(["days": .int(Int64(days)), "link": .text(hex(hash.prefix(8)))]), [issue],
                    answer: .object([
                        "id": .text(handover.description), "link": .text(hex(hash.prefix(8))),
                        "expires_after_days": .int(Int64(days)),
                    ])))
        }
        guard response.status == 201,
            let stored = try? JSONDecoder().decode([String: JSON].self, from: Data(response.body)),
            stored["link"] == .text(hex(hash.prefix(8)))
        else { return response }
        var shown = stored
        shown["key"] = .text(secret)
        shown["path"] = .text("/h/\(handover)?key=\(secret)")
        var answer = response
        answer.body = JSON.object(shown).canonical
        return answer
    }

    /// Shuts every link of a handover.
    @Sendable
    func revoke(_ request: Request) async throws -> Response {
        try await actions.step(request, "handover.revoke_links") { facts, _, _ in
            .done(
                Write(
                    body: .object(["kind": .text(facts.kind.rawValue)]),
                    ["select auth.revoke_links(\(facts.handover))"],
                    answer: .object(["id": .text(facts.handover.description), "links": "revoked"]),
                    status: 200))
        }
    }
}
