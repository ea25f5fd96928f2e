import PQ
package import Policy
import Synchronization
package import Values

/// The published policies in memory (政策架): editions are added, never changed.
package final class PolicyShelf: Sendable {
    private let book: Mutex<PolicyBook>

    package init(_ book: PolicyBook) {
        self.book = Mutex(book)
    }

    package func replace(with newer: PolicyBook) {
        book.withLock { $0 = newer }
    }

    package var current: PolicyBook { book.withLock { $0 } }

    package var calendar: WorkCalendar { current.calendar }

    package func policy(edition: String, place: String, on day: BusinessDay) throws -> Policy {
        try current.policy(edition: edition, place: place, on: day)
    }

    package func policy(place: String, on day: BusinessDay) throws -> Policy {
        try current.policy(for: place, on: day)
    }

    /// The source behind a key, for guards, which know only their name: as the project's place holds it.
    package func citation(_ key: String, for place: String? = nil) -> Citation? {
        current.citation(key, for: place)
    }
}

extension Desk {
    /// Takes up what was published since, by whatever process: a running service need not be started anew.
    package func takeUpPublished() async throws {
        let rows = try await pool.read("select count(*) as packs from policy.pack")
        guard try rows.one().int("packs") != shelf.current.published.count else { return }
        shelf.replace(with: try await PolicyPublication.load(from: pool))
    }
}
