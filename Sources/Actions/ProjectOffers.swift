package import PQ
package import Values

/// What a capability offers on a project at the states that are its own (项目的下一步), by its own rules.
///
/// A project's card is Projects' to show, and whose turn it is everybody's; the steps on from the permit are others' to
/// judge, and no service imports another.
package struct ProjectOffers: Sendable {
    /// The states in which it has something to offer.
    package let states: Set<String>
    /// False for what waits for somebody without standing on the project's card.
    package let isOnCard: Bool
    /// The facts of many projects in one statement: a row for each, with its `project_id`.
    package let facts: @Sendable ([ID]) -> SQL
    package let offers: @Sendable (Row, ID) throws -> [Offer]

    package init(
        in states: Set<String>, isOnCard: Bool = true, facts: @escaping @Sendable ([ID]) -> SQL,
        _ offers: @escaping @Sendable (Row, ID) throws -> [Offer]
    ) {
        self.states = states
        self.isOnCard = isOnCard
        self.facts = facts
        self.offers = offers
    }
}
