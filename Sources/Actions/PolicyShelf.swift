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

    /// What tells one state of the shelf from another: what is published is added to, never changed.
    struct Mark: Hashable, Sendable {
        let packs: Int
        let supplied: Int
    }

    var mark: Mark {
        let book = current
        return Mark(packs: book.published.count, supplied: book.suppliedKeys)
    }

    /// The rules of an edition, which write down what is read of them.
    package func policy(edition: String, place: String, on day: BusinessDay) throws -> Policy {
        try current.policy(edition: edition, place: place, on: day).traced(by: PolicyTrace())
    }

    package func policy(place: String, on day: BusinessDay) throws -> Policy {
        try current.policy(for: place, on: day).traced(by: PolicyTrace())
    }

    /// The source behind a key, for guards, which know only their name: as the project's place holds it.
    package func citation(_ key: String, for place: String? = nil) -> Citation? {
        current.citation(key, for: place)
    }

    /// A refusal of the database with its source and, where its place is known, the value that stands today.
    func refusal(_ words: RefusalWords, for place: String?, on day: BusinessDay) -> Refusal {
        let plain = words.refusal(words.key.flatMap { citation($0, for: place) })
        guard let key = words.key, let place,
            let read = try? current.policy(for: place, on: day).explained(key)
        else { return plain }
        return plain.explained(by: [read])
    }
}

extension Desk {
    /// Takes up what was published since, by whatever process: a running service need not be started anew.
    package func takeUpPublished() async throws {
        let rows = try await pool.read(
            """
            select (select count(*) from policy.pack) as packs, (select count(*) from policy.supplied_key) as supplied
            """)
        let row = try rows.one()
        let published = PolicyShelf.Mark(packs: try row.int("packs"), supplied: try row.int("supplied"))
        guard published != shelf.mark else { return }
        shelf.replace(with: try await PolicyPublication.load(from: pool))
    }
}
