package import PQ
package import Values

/// What a capability offers on a project at the states that are its own (项目的下一步), by its own rules.
///
/// A project's card is Projects' to show; the steps on from the permit are others' to judge, and no service imports
/// another.
package struct ProjectOffers: Sendable {
    /// The states in which it has something to offer.
    package let states: Set<String>
    /// One row of facts for a project.
    package let facts: @Sendable (ID) -> SQL
    package let offers: @Sendable (Row, ID) throws -> [Offer]

    package init(
        in states: Set<String>, facts: @escaping @Sendable (ID) -> SQL,
        _ offers: @escaping @Sendable (Row, ID) throws -> [Offer]
    ) {
        self.states = states
        self.facts = facts
        self.offers = offers
    }
}
