import Ledger
package import PQ
package import Values

/// The event of a change that the system makes by itself (系统事件), in the chain of its subject.
package struct SystemEvent: Sendable {
    package let op: ID
    /// Writes the event; it goes before the rows that name it.
    package let insert: SQL

    /// The event of one row: it names `subject_id`, `project_id`, and of the subject's last event `subject_version`
    /// and `leaf`, as `last` selects them; the body says what happened, with no personal data in clear.
    package init(_ type: String, on kind: String, _ row: Row, district: Int32, at moment: Instant, body: JSON)
        throws
    {
        let subject = try row.id("subject_id")
        let version = Int64(try row.optionalInt32("subject_version") ?? 0) + 1
        let entry = Entry(
            id: Identity.make(at: moment), district: district, type: type, actor: nil, role: .system,
            subject: .init(kind: kind, id: subject, version: version),
            previous: try row.optionalBytes("leaf"),
            at: moment, operation: nil, body: body)
        let canonical = try entry.canonical()
        op = entry.id
        insert = """
            insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version,
                person_id, role, project_id, at, previous_leaf, body, leaf)
            values (auth.district(), \(entry.id), \(type), \(kind), \(subject),
                \(Int32(truncatingIfNeeded: version)), auth.person(), \(entry.role.rawValue),
                \(try row.id("project_id")), \(moment), \(entry.previous), \(canonical), \(Entry.leaf(canonical)))
            """
    }

    /// Joins the last event of a subject, as `last`; the names are ours, never input.
    package static func last(of kind: String, _ subject: String) -> SQL {
        """
        left join lateral (
            select subject_version, leaf from ledger.entry
            where entry.district = auth.district() and entry.subject_kind = \(kind)
                and entry.subject_id = \(unescaped: subject)
            order by subject_version desc limit 1
        ) last on true
        """
    }
}
