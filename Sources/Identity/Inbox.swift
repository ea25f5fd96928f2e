import Actions
import Ledger
import PQ
import Values
import Web

/// What waits for whoever asks (待办): taken from the tables as they stand, never kept beside them.
struct Inbox: Sendable {
    let desk: Desk

    /// One page of it, the most urgent first; `after` is the place of the last item before it in that order.
    @Sendable
    func read(_ request: Request) async throws -> Response {
        let limit = Paging(request).limit
        let after = request.query["after"].flatMap { bytes(hex: $0) }
        // A text of PostgreSQL's holds no zero.
        let place = after.flatMap { $0.contains(0) ? nil : String(decoding: $0, as: UTF8.self) } ?? ""
        let (_, rows) = try await desk.read(
            request,
            [
                Inbox.items + """
                    select project, project_name, kind, subject, title, title_en, path, due_on, overdue
                    from item where place > \(place) order by place limit \(limit)
                    """,
                // The last one shown and the one behind it, where there is one.
                Inbox.items + """
                    select place from item where place > \(place) order by place offset \(limit - 1) limit 2
                    """,
            ])
        var body = Array("{\"items\":".utf8)
        rows[0].writeJSON(into: &body)
        body.append(contentsOf: ",\"next\":".utf8)
        let next: JSON = rows[1].count == 2 ? .text(hex(try rows[1][0].text("place").utf8)) : .null
        body += next.canonical
        body.append(UInt8(ascii: "}"))
        return .json(bytes: body)
    }

    /// What waits for the person of this session, each with its place in the order: by day, those without one last.
    private static let items = SQL(
        unescaped: """
            with item as (
                select item.project_id as project, project.name as project_name, item.kind, item.subject_id as subject,
                    item.title, item.title_en, item.path, item.due_on,
                    coalesce(item.due_on < auth.today(), false) as overdue,
                    concat_ws(chr(31), coalesce(item.due_on::text, '~'), project.name, item.kind, item.subject_id,
                        item.path) collate "C" as place
                from app.inbox_item item join app.project using (district, project_id)
                where item.district = auth.district() and item.role = auth.role()
                    and (item.organisation_id is null or item.organisation_id = auth.organisation())
                    and (item.person_id is null or item.person_id = auth.person())
            )

            """)
}
