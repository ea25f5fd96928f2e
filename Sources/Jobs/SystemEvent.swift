import Ledger
package import PQ
package import Values

/// The event of a change that the system makes by itself (系统事件), in the chain of its subject.
package struct SystemEvent: Sendable {
    package let op: ID
    package let project: ID
    /// Writes the event; it goes before the rows that name it.
    package let insert: SQL

    /// The event of one row, which names `subject_id` and `project_id`; the body says what happened, with no personal
    /// data in clear.
    package init(_ type: String, on kind: String, _ row: Row, at moment: Instant, body: JSON) throws {
        let entry = try Entry(
            id: Identity.make(at: moment), type: type,
            subject: .init(kind: kind, id: try row.id("subject_id")), project: try row.id("project_id"),
            at: moment, operation: nil, body: body)
        op = entry.id
        project = try row.id("project_id")
        insert = """
            select ledger.record(\(entry.id), \(type), \(kind), \(entry.subject.id), \(entry.project), \(moment), null,
                \(body))
            """
    }
}
