package import Actions
import Delivery
import PQ
import Policy
import Values
import Web

/// What is shown of delivery.
package struct DeliveryReads: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// The mode, the roles it asks for and which of them are held.
    @Sendable
    func mode(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project), [DeliveryStore.modeFacts(project)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(ModeFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let seats = try facts.mode.map { try ModeRules.seats(of: $0, under: policy) }
        let choice = try ModeRules.choice(
            of: facts.mode ?? .traditional, reason: facts.mode == nil ? nil : "-", given: facts, under: policy
        )
        let offer = Offer(
            "delivery_mode.choose", Words("选定建设模式", "choose the delivery mode"), "POST",
            "/v1/projects/\(project)/delivery-mode", choice)
        var fields: [String: JSON] = [
            "mode": facts.mode.map { .text($0.rawValue) } ?? .null,
            "seats": .list(
                (seats?.value ?? []).map {
                    .object(["role": .text($0), "held": .bool(facts.roles.contains($0))])
                }),
            "source": seats?.citation.json ?? .null, "version": facts.version.map { .int($0) } ?? .null,
        ]
        // What is chosen is changed only with a reason and against its version: no step that is offered to take next.
        let offers = facts.mode == nil ? [offer] : []
        fields.merge(offering.fields(Offer.explained(offers, under: policy))) { own, _ in own }
        let response = Response.json(200, .object(fields))
        return facts.version.map { response.tagged(version: $0) } ?? response
    }

    @Sendable
    func engagements(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request, DeliveryStore.engagements(project, page.after, limit: page.limit))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    /// The control links around a unit: what a refusal for a linked unit rests on.
    @Sendable
    func links(_ request: Request) async throws -> Response {
        guard let unit = request.query["organisation"].flatMap({ ID($0) }) else { throw Problems.notFound }
        let (_, rows) = try await desk.read(request, DeliveryStore.links(of: unit))
        var bytes = Array("{\"items\":".utf8)
        rows.writeJSON(into: &bytes)
        bytes.append(contentsOf: ",\"next\":null}".utf8)
        return .json(bytes: bytes)
    }

    @Sendable
    func organisations(_ request: Request) async throws -> Response {
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            DeliveryStore.organisations(code: request.query["credit_code"], page.after, limit: page.limit))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }
}
