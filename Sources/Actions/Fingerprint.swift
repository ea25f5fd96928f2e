package import PQ

/// What a database holds, table by table: how many rows, and one digest over all of them.
package struct Fingerprint: Hashable, Sendable {
    /// The columns that were there when a first fingerprint was taken, so that a later one speaks of the same.
    package let columns: [String: String]
    package let tables: [String: String]

    package var rows: Int { tables.values.compactMap { Int($0.split(separator: " ")[0]) }.reduce(0, +) }

    /// Reads every table but jobs, whose leases move by themselves, and the migrator's record; as one who may see all.
    package static func of(_ pool: Pool, like first: Fingerprint? = nil) async throws -> Fingerprint {
        let found = try await pool.read(
            """
            select c.oid::regclass::text as name,
                string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C") as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and n.nspname in ('app', 'auth', 'policy', 'ledger') group by c.oid
            """)
        var columns: [String: String] = [:]
        for row in found { columns[try row.text("name")] = try row.text("columns") }
        let present = columns
        if let first { columns = first.columns }
        var tables: [String: String] = [:]
        for (table, names) in columns {
            let here = Set((present[table] ?? "").split(separator: ", "))
            let gone = names.split(separator: ", ").filter { !here.contains($0) }
            guard gone.isEmpty else {
                tables[table] = "without " + gone.joined(separator: ", ")
                continue
            }
            let row = try await pool.read(
                SQL(
                    unescaped: """
                        select count(*) || ' ' || coalesce(encode(sha256(convert_to(
                            string_agg(t::text, E'\\n' order by t::text collate "C"), 'UTF8')), 'hex'), '') as print
                        from (select \(names) from \(table)) t
                        """)
            ).one()
            tables[table] = try row.text("print")
        }
        return Fingerprint(columns: columns, tables: tables)
    }

    /// The tables in which two differ.
    package func differences(from other: Fingerprint) -> [String] {
        Set(tables.keys).union(other.tables.keys).filter { tables[$0] != other.tables[$0] }.sorted()
    }
}
