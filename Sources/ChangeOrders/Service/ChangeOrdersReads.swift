package import Actions
import ChangeOrders
import PQ
import Policy
import Values
import Web

/// What is read of change orders (工程变更查询).
package struct ChangeOrdersReads: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(request, ChangeOrdersStore.list(project, page))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    /// One order, with what its reader may do now and what is blocked for him, and why.
    @Sendable
    func read(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        let today = desk.clock.now.day
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.change_order", column: "change_order_id", order),
            [ChangeOrdersStore.card(order), ChangeOrdersStore.facts(order, today: today)])
        guard let card = rows[0].first, let row = rows[1].first,
            case .object(var fields) = try card.decode(JSON.self, "card")
        else { throw Problems.notFound }
        let facts = try row.decode(ChangeOrderFacts.self, "facts")
        let source = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        let offers = offers(order, facts, offering.actor, try ChangeOrderPolicy(source))
        fields.merge(offering.fields(Offer.explained(offers, under: source))) { _, offered in offered }
        return Response.json(200, .object(fields)).tagged(version: facts.version)
    }

    private func offers(
        _ order: ID, _ facts: ChangeOrderFacts, _ actor: Actor, _ policy: ChangeOrderPolicy
    ) -> [Offer] {
        let base = "/v1/change-orders/\(order)"
        func offer(_ action: String, _ words: Words, _ path: String, _ decision: Decision) -> Offer {
            Offer("change_order.\(action)", words, "POST", base + path, decision)
        }
        var offers = [Offer]()
        switch facts.state {
        case .draft:
            let decision: Decision =
                switch ChangeOrderRules.screening(of: facts, under: policy) {
                case .admitted(let citations): .allowed(citations)
                case .blocked(let refusals), .refused(let refusals): .refused(refusals)
                }
            offers.append(offer("submit", Words("提交", "submit"), "/submit", decision))
        case .opinions:
            offers.append(
                offer(
                    "opinion", Words("给出意见", "give an opinion"), "/opinions",
                    ChangeOrderRules.opinion(by: actor.role, on: facts, under: policy)))
        case .ownerDecision, .districtDecision:
            let level: DecisionLevel = facts.state == .ownerDecision ? .owner : .district
            offers.append(
                offer(
                    "\(level.rawValue)_decision", Words("决定", "decide"), "/\(level.rawValue)-decision",
                    ChangeOrderRules.decision(
                        at: level, by: actor.person, of: actor.organisation, as: actor.role, on: facts,
                        approving: true, under: policy)))
        case .approved:
            offers.append(
                offer(
                    "implement", Words("登记已实施", "record as carried out"), "/implement",
                    ChangeOrderRules.step(facts, to: .implemented, under: policy)))
        case .implemented:
            offers.append(
                offer(
                    "close", Words("办结", "close"), "/close",
                    ChangeOrderRules.step(facts, to: .closed, under: policy)))
        case .blocked, .rejected, .closed, .withdrawn, .expired: break
        }
        if facts.state.next.contains(.withdrawn) {
            offers.append(
                offer(
                    "withdraw", Words("撤回", "withdraw"), "/withdraw",
                    ChangeOrderRules.withdrawal(of: facts, by: actor.organisation, under: policy)))
        }
        return offers
    }
}
