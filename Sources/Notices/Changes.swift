import Actions
import PQ
import Values
import Web

/// What has happened, for programs that keep up with it (变动清单): each event once, in an order in which none comes later.
///
/// An event is shown once every transaction that began before its own has ended: what comes after a cursor is then all
/// there will ever be before the next one. An old transaction that is still writing holds the list up, and loses nothing.
struct Changes: Sendable {
    let desk: Desk

    /// Where somebody has got to: the transaction of the last event that he has, and the event.
    struct Cursor: Sendable, Hashable {
        let transaction: String
        let event: ID

        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = UInt64(parts[0]), number <= UInt64(Int64.max),
                let event = ID(String(parts[1]))
            else { return nil }
            transaction = "\(number)"
            self.event = event
        }

        static let beginning = "0.00000000-0000-0000-0000-000000000000"
    }

    @Sendable
    func read(_ request: Request) async throws -> Response {
        let limit = Paging(request).limit
        let after = request.query["after"] ?? Cursor.beginning
        guard let cursor = Cursor(after) else {
            throw Problem.invalid([
                FieldError("?after", "wrong", Words("应为上一页给出的 next", "is the `next` of the page before"))
            ])
        }
        let (_, rows) = try await desk.read(
            request,
            """
            select written_by::text || '.' || entry_id as cursor, entry_id as id, type, subject_kind, subject_id,
                subject_version, project_id, role, at
            from ledger.entry
            where district = (select auth.district()) and written_by >= \(cursor.transaction)::text::xid8
                and written_by < pg_snapshot_xmin(pg_current_snapshot())
                and (written_by, entry_id) > (\(cursor.transaction)::text::xid8, \(cursor.event))
            order by written_by, entry_id limit \(limit + 1)
            """)
        let shown = min(rows.count, limit)
        var bytes = Array("{\"items\":[".utf8)
        for index in 0..<shown {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            rows[index].writeJSON(into: &bytes)
        }
        bytes += "],\"more\":\(rows.count > limit),\"next\":".utf8
        JSON.write(text: (shown > 0 ? try rows[shown - 1].text("cursor") : after).utf8, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
        return .json(bytes: bytes)
    }

    static let answer = Schema.open([
        "items": .list(
            of: .open([
                "cursor": .string(), "id": .id, "type": .string(), "subject_kind": .string(),
                "subject_id": .id,
                "subject_version": .int(min: 1), "project_id": .noID, "role": .string(), "at": .instant,
            ])),
        "more": .bool,
        "next": Schema.string().described(
            "下次的 after，没有新事件时也给出", "the next request's `after`, also where nothing is new"),
    ])
}
