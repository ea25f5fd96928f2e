import Actions
import PQ
import Values
import Web

/// What waits for whoever asks (待办): taken from the tables as they stand, never kept beside them.
struct Inbox: Sendable {
    let desk: Desk

    @Sendable
    func read(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(
            request,
            """
            select item.project_id as project, project.name as project_name, item.kind, item.subject_id as subject,
                item.title, item.title_en, item.path, item.due_on, coalesce(item.due_on < auth.today(), false) as overdue
            from app.inbox_item item join app.project using (district, project_id)
            where item.district = auth.district() and item.role = auth.role()
                and (item.organisation_id is null or item.organisation_id = auth.organisation())
                and (item.person_id is null or item.person_id = auth.person())
            order by item.due_on nulls last, project.name, item.kind, item.subject_id limit 500
            """)
        var bytes = Array("{\"items\":".utf8)
        rows.writeJSON(into: &bytes)
        bytes.append(contentsOf: ",\"next\":null}".utf8)
        return .json(bytes: bytes)
    }
}
