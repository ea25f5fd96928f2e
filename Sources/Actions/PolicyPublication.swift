package import PQ
package import Policy
import Values

/// Publishing policy packs (发布政策包): a version, once published, never changes.
package enum PolicyPublication {
    /// Stores the packs of a book, the editions of its places, what guards read of them, and the working days.
    ///
    /// Publishing the same packs again changes nothing.
    package static func publish(_ book: PolicyBook, to pool: Pool) async throws {
        var statements: [SQL] = []
        for pack in book.published {
            let files = JSON.list(
                pack.files.map { .object(["path": .text($0.path), "text": .text($0.text)]) })
            statements.append(
                """
                insert into policy.pack (pack_id, version, parent, status, files)
                values (\(pack.packID), \(pack.version), \(pack.parent), \(pack.status.rawValue), \(files))
                on conflict do nothing
                """)
        }
        for place in book.places { statements += try edition(of: place, in: book) }
        statements += calendar(of: book)
        statements.append(sweep)
        // Guards join these tables; a planner that knows nothing of thousands of new rows takes seconds over each.
        statements.append("analyze policy.parameter, policy.number, policy.calendar_day")
        try await pool.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
        try await supply(to: pool)
    }

    /// Gives older editions the keys that are read of a later one, once for each key.
    ///
    /// It stands behind the publication in a transaction of its own; one that did not come to it does so next time.
    private static func supply(to pool: Pool) async throws {
        let rows = try await pool.read(
            """
            select place, edition from policy.edition
            where place in (select place from policy.edition group by place having count(*) > 1)
            order by place, published_at, edition
            """)
        guard !rows.isEmpty else { return }
        let book = try await load(from: pool)
        let editions = try rows.map { (place: try $0.text("place"), edition: try $0.text("edition")) }
        var statements: [SQL] = []
        for (place, known) in Dictionary(grouping: editions, by: \.place).sorted(by: { $0.key < $1.key }) {
            let names = known.map(\.edition)
            // An edition of packs that were published in another order is not among those that the book can make.
            for name in names where try book.editions.contains(name) && book.edition(for: place) != name {
                for key in try book.lacking(name, among: names, of: place) {
                    statements += supplying(key, from: book)
                }
            }
        }
        guard !statements.isEmpty else { return }
        statements.append("analyze policy.parameter")
        try await pool.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
    }

    private static func supplying(_ key: SuppliedKey, from book: PolicyBook) -> [SQL] {
        let columns = Columns(book.entries(of: key))
        return [
            columns.insertion(
                into: key.edition,
                where: """
                    not exists (
                        select from policy.supplied_key supplied
                        where supplied.edition = \(key.edition) and supplied.key = \(key.key))
                    """),
            """
            insert into policy.supplied_key (edition, key, from_edition)
            values (\(key.edition), \(key.key), \(key.from)) on conflict do nothing
            """,
        ]
    }

    /// Reads the published packs back, in the order of their publication.
    package static func load(from pool: Pool) async throws -> PolicyBook {
        let rows = try await pool.transaction { transaction in
            let rows = try await transaction.send(
                "select pack_id, version, parent, status, files from policy.pack order by published_at, parent nulls first, pack_id"
            )
            let supplied = try await transaction.send(
                "select edition, key, from_edition from policy.supplied_key")
            _ = try await transaction.commit()
            return (packs: rows, supplied: supplied)
        }
        return try PolicyBook(
            published: rows.packs.map { row in
                Published(
                    packID: try row.text("pack_id"), version: try row.text("version"),
                    status: PackStatus(rawValue: try row.text("status")) ?? .draft,
                    parent: try row.optionalText("parent"), files: try row.decode([PackFile].self, "files"))
            },
            supplied: rows.supplied.map { row in
                SuppliedKey(
                    edition: try row.text("edition"), key: try row.text("key"),
                    from: try row.text("from_edition"))
            })
    }

    private static func edition(of place: String, in book: PolicyBook) throws -> [SQL] {
        let edition = try book.edition(for: place)
        let packs = JSON.list([.text(place)])
        let entries = try book.entries(of: place)
        var numbers: Set<NumberRow> = []
        for entry in entries {
            if let number = number(entry.value) { numbers.insert(NumberRow(key: entry.key, value: number)) }
        }
        let sorted = numbers.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        return [
            """
            insert into policy.edition (edition, place, packs) values (\(edition), \(place), \(packs))
            on conflict do nothing
            """,
            Columns(entries).insertion(into: edition, where: "true"),
            """
            insert into policy.number (edition, key, value)
            select \(edition), key, value
            from unnest(\(sorted.map(\.key))::text[], \(sorted.map(\.value))::bigint[]) as given (key, value)
            on conflict do nothing
            """,
        ]
    }

    /// What guards read of an edition, as columns of one statement.
    private struct Columns {
        private var keys: [String] = []
        private var texts: [String] = []
        private var days: [String] = []
        private var ends: [String] = []

        init(_ entries: [PolicyEntry]) {
            for entry in entries {
                for (key, text) in parameters(entry) {
                    keys.append(key)
                    texts.append(text)
                    days.append((entry.from ?? always).description)
                    ends.append(entry.to?.description ?? "")
                }
            }
        }

        func insertion(into edition: String, where condition: SQL) -> SQL {
            """
            insert into policy.parameter (edition, key, value, valid_from, valid_to)
            select \(edition), key, value, valid_from, nullif(valid_to, '')::date
            from unnest(\(keys)::text[], \(texts)::text[], \(days)::text[]::date[], \(ends)::text[])
                as given (key, value, valid_from, valid_to)
            where \(condition)
            on conflict do nothing
            """
        }
    }

    private struct NumberRow: Hashable {
        let key: String
        let value: Int64
    }

    /// A period without a beginning holds since the first day the calendar can name.
    private static let always = BusinessDay(daysSince2000: -36_500)

    private static func number(_ value: PolicyValue) -> Int64? {
        switch value {
        case .int(let count): count
        case .money(let fen): fen.amount
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }

    /// What guards read: each text of a list, each record's id and fields; ordered lists also under `key#`.
    private static func parameters(_ entry: PolicyEntry) -> [(String, String)] {
        switch entry.value {
        case .texts(let texts):
            texts.map { (entry.key, $0) }
                + texts.enumerated().map { (entry.key + "#", "\($0.offset + 1):\($0.element)") }
        case .records(let records):
            records.map { (entry.key, $0.id) }
                + records.flatMap { record in
                    record.fields.sorted { $0.key < $1.key }.flatMap { field, value in
                        plain(value).map { ("\(entry.key).\(record.id).\(field)", $0) }
                    }
                }
        default: plain(entry.value).map { (entry.key, $0) }
        }
    }

    private static func plain(_ value: PolicyValue) -> [String] {
        switch value {
        case .money(let fen): ["\(fen.amount)"]
        case .int(let count): ["\(count)"]
        case .ratio(let ratio): ["\(ratio.numerator)/\(ratio.denominator)"]
        case .bool(let flag): [flag ? "true" : "false"]
        case .text(let text): [text]
        case .texts(let texts): texts
        case .records(let records): records.map(\.id)
        }
    }

    /// Deadlines that waited for these working days are computed at once, and those that ran by others move.
    private static let sweep: SQL = """
        insert into jobs.job (job_id, district, kind, arguments, unique_key)
        select gen_random_uuid(), district, 'clock.due', '{}', district || '/calendar'
        from app.clock
        where state = 'uncomputed' and app.counted_day(started_on, workdays, nominal_on) is not null
            or clock_id in (select subject_id from app.clocks_to_move(null, 1000000))
        group by district
        """

    private static func calendar(of book: PolicyBook) -> [SQL] {
        let calendar = book.calendar
        let years = calendar.loadedYears
        guard let first = BusinessDay(year: years.lowerBound, month: 1, day: 1),
            let last = BusinessDay(year: years.upperBound, month: 12, day: 31)
        else { return [] }
        var days: [String] = []
        var working: [String] = []
        for offset in 0...first.days(until: last) {
            let day = first.adding(days: offset)
            guard let isWorking = try? calendar.isWorking(day) else { continue }
            days.append(day.description)
            working.append(isWorking ? "t" : "f")
        }
        return [
            """
            insert into policy.calendar_day (day, working)
            select day::date, working = 't' from unnest(\(days)::text[], \(working)::text[]) as given (day, working)
            on conflict (day) do update set working = excluded.working
                where calendar_day.working <> excluded.working
            """
        ]
    }
}
