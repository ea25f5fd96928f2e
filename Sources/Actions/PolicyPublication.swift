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
    }

    /// Reads the published packs back, in the order of their publication.
    package static func load(from pool: Pool) async throws -> PolicyBook {
        let rows = try await pool.transaction { transaction in
            let rows = try await transaction.send(
                "select pack_id, version, parent, status, files from policy.pack order by published_at, parent nulls first, pack_id"
            )
            _ = try await transaction.commit()
            return rows
        }
        return try PolicyBook(
            published: rows.map { row in
                Published(
                    packID: try row.text("pack_id"), version: try row.text("version"),
                    status: PackStatus(rawValue: try row.text("status")) ?? .draft,
                    parent: try row.optionalText("parent"), files: try row.decode([PackFile].self, "files"))
            })
    }

    private static func edition(of place: String, in book: PolicyBook) throws -> [SQL] {
        let edition = try book.edition(for: place)
        let packs = JSON.list([.text(place)])
        var keys: [String] = []
        var texts: [String] = []
        var days: [BusinessDay] = []
        var ends: [String] = []
        var numbers: Set<NumberRow> = []
        for entry in try book.entries(of: place) {
            for (key, text) in parameters(entry) {
                keys.append(key)
                texts.append(text)
                days.append(entry.from ?? always)
                ends.append(entry.to?.description ?? "")
            }
            if let number = number(entry.value) { numbers.insert(NumberRow(key: entry.key, value: number)) }
        }
        let sorted = numbers.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
        return [
            """
            insert into policy.edition (edition, place, packs) values (\(edition), \(place), \(packs))
            on conflict do nothing
            """,
            """
            insert into policy.parameter (edition, key, value, valid_from, valid_to)
            select \(edition), key, value, valid_from, nullif(valid_to, '')::date
            from unnest(\(keys)::text[], \(texts)::text[], \(days.map(\.description))::text[]::date[], \(ends)::text[])
                as given (key, value, valid_from, valid_to)
            on conflict do nothing
            """,
            """
            insert into policy.number (edition, key, value)
            select \(edition), key, value
            from unnest(\(sorted.map(\.key))::text[], \(sorted.map(\.value))::bigint[]) as given (key, value)
            on conflict do nothing
            """,
        ]
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

    /// Deadlines that waited for these working days are computed at once.
    private static let sweep: SQL = """
        insert into jobs.job (job_id, district, kind, arguments, unique_key)
        select gen_random_uuid(), district, 'clock.due', '{}', district || '/calendar'
        from app.clock
        where state = 'uncomputed' and app.counted_day(started_on, workdays, nominal_on) is not null
        group by district
        on conflict (kind, unique_key) where state in ('ready', 'running') do nothing
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
