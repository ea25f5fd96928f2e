import Actions
import Delivery
import PQ
import Values
import Web

/// What the district's office does for the register of units (单位名录).
extension DeliveryActions {
    /// Confirms a unit that a street registered: from then on it may supervise, design or audit.
    @Sendable
    func confirm(_ request: Request) async throws -> Response {
        let unit = try request.require("organisation")
        return try await desk.act(
            request, "organisation.confirm", on: .none, subject: Subject("organisation", unit),
            facts: DeliveryStore.registered(unit), as: RegisteredUnit.self
        ) { found, sitting in
            guard !found.isConfirmed else {
                return .refused([DeliveryRefusals.unitIsConfirmedOnce.refusal(nil)])
            }
            return .done(
                Write(
                    body: .object(["organisation": .text(unit.description), "name": .text(found.name)]),
                    [DeliveryStore.confirm(unit, district: sitting.actor.district, op: sitting.op)],
                    answer: .object(["id": .text(unit.description), "name": .text(found.name)])))
        }
    }
}
