package import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// A handover read for somebody: its facts, its row, and the policy it stands under.
struct HandoverCard: Sendable {
    let facts: HandoverFacts
    let row: [String: JSON]
    let policy: Policy
    let offering: Offering

    var actor: Actor { offering.actor }

    /// The documents of the kind's list, each with what became of it.
    func documents() throws -> [JSON] {
        var lines = [String: [String: JSON]]()
        for line in row["documents"]?.list ?? [] {
            if let name = line["document"]?.text { lines[name] = line.object }
        }
        return try HandoverRules.documentList(for: facts.kind, under: policy).value.map { record in
            var fields = lines[record.id] ?? ["verdict": .null, "sent": false]
            if lines[record.id] != nil { fields["sent"] = true }
            let words = try record.words()
            fields["document"] = .text(record.id)
            fields["name"] = .text(words.zh)
            fields["name_en"] = .text(words.en)
            return .object(fields)
        }
    }

    func offers() throws -> [Offer] {
        let base = "/v1/handovers/\(facts.handover)"
        func offer(_ action: String, _ words: Words, _ path: String, _ decision: Decision) -> Offer {
            Offer("handover." + action, words, "POST", base + path, decision)
        }
        return [
            offer(
                "sign", Words("签署共同验收", "sign the joint acceptance"), "/joint-acceptance",
                try HandoverRules.signing(facts, by: actor, under: policy)),
            offer(
                "send_documents", Words("送交资料", "send documents"), "/documents",
                try HandoverRules.sending([], facts, under: policy)),
            offer(
                "receipt", Words("逐项签收资料", "tick documents"), "/receipts",
                try HandoverRules.receipting([], facts, by: actor, under: policy)),
            offer(
                "confirm", Words("确认接收", "confirm"), "/confirm",
                try HandoverRules.confirming(facts, by: actor, under: policy)),
            offer(
                "refuse", Words("拒收", "refuse"), "/refuse",
                try HandoverRules.refusing(facts, by: actor, under: policy)),
            offer(
                "exempt", Words("认定不适用", "find that it does not apply"), "/not-applicable",
                try ExemptionRules.exempting(facts, by: actor, under: policy)),
        ]
    }

    /// How each party signed this round, in words.
    private var signatures: [JSON] {
        (row["signatures"]?.list ?? []).map { signature in
            guard case .object(var fields) = signature else { return signature }
            fields["means_title"] = (means(of: signature)?.words.zh).map { .text($0) } ?? .null
            return .object(fields)
        }
    }

    private func means(of signature: JSON) -> SignatureMeans? {
        signature["means"]?.text.flatMap { SignatureMeans(rawValue: $0) }
    }

    /// By which means a party signed this round; nil where it has not.
    func means(of party: HandoverParty) -> SignatureMeans? {
        (row["signatures"]?.list ?? []).first { $0["party"]?.text == party.rawValue }.flatMap {
            means(of: $0)
        }
    }

    func json() throws -> JSON {
        var fields = row
        for name in [
            "district", "handover_id", "asset_count", "running_clocks", "proposed_by", "confirmed_by",
            "exemption",
            "exemption_id",
        ] {
            fields[name] = nil
        }
        fields["id"] = .text(facts.handover.description)
        fields["kind_title"] = .text(facts.kind.words.zh)
        fields["state_title"] = .text(facts.state.words.zh)
        fields["exemption_proposed"] = .bool(facts.proposedBy != nil)
        fields["documents"] = .list(try documents())
        fields["signatures"] = .list(signatures)
        fields["gate"] = try HandoverRules.gate(facts, under: policy).explained(under: policy).json
        fields.merge(offering.fields(Offer.explained(try offers(), under: policy))) { _, offered in offered }
        return .object(fields)
    }
}

/// What is shown of handovers.
package struct HandoverReads: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    func card(_ request: Request) async throws -> HandoverCard {
        let handover = try request.require("handover")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.handover", column: "handover_id", handover),
            [HandoverStore.facts(handover)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(HandoverFacts.self, "facts")
        return HandoverCard(
            facts: facts, row: try row.decode([String: JSON].self, "facts"),
            policy: try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day),
            offering: offering)
    }

    @Sendable
    func read(_ request: Request) async throws -> Response {
        let card = try await card(request)
        return Response.json(200, try card.json()).tagged(version: card.facts.version)
    }

    static func completing(_ project: ID, _ decision: Decision) -> Offer {
        Offer(
            "project.complete_handover", Words("移交完成，进入保修", "handed over, into warranty"), "POST",
            "/v1/projects/\(project)/complete-handover", decision,
            turn: .init([.constructionUnit, .renovationOffice], gate: "/v1/projects/\(project)/handovers"))
    }

    /// The project's handovers, and whether it may go on for them.
    @Sendable
    func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                HandoverStore.projectFacts(project),
                """
                select jsonb_build_object('id', handover_id, 'kind', kind, 'state', state, 'receiver', receiver,
                    'round', round, 'handed_over_on', handed_over_on, 'clock', clock, 'version', version) as item
                from app.handover_card where district = auth.district() and project_id = \(project) order by kind
                """,
                """
                select jsonb_build_object('kind', kind, 'accepted_on', accepted_on, 'months', months,
                    'seasons', seasons, 'evidence', evidence, 'nominal_end_on', nominal_end_on,
                    'effective_end_on', effective_end_on, 'owners_from', owners_from, 'keeper', keeper) as item
                from app.warranty_card where district = auth.district() and project_id = \(project) order by kind
                """,
            ])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(ProjectHandoverFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        // Behind its acceptance a project is handed over once: before and after there is nothing to complete.
        let offers =
            ["S16", "S20"].contains(facts.projectState)
            ? [HandoverReads.completing(project, try HandoverRules.completing(facts, under: policy))] : []
        var fields = offering.fields(Offer.explained(offers, under: policy))
        fields["items"] = .list(try rows[1].map { try $0.decode(JSON.self, "item") })
        fields["warranties"] = .list(try rows[2].map { try $0.decode(JSON.self, "item") })
        fields["next"] = .null
        return .json(200, .object(fields))
    }
}
