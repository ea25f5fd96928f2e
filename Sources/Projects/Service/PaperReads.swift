import Actions
import Ledger
import PQ
import Projects
import Values
import Web

/// What is read of papers (材料查询): the list of a project, and the bytes of each.
struct PaperReads: Sendable {
    let desk: Desk

    /// What a route says that gives a file of whatever kind it is.
    static let anyBytes = "application/octet-stream"

    static func list(_ project: ID, after: ID? = nil, limit: Int = 200) -> SQL {
        """
        select paper_id as id, kind, title, number, dated, subject_kind, subject_id,
            encode(paper.sha256, 'hex') as sha256, file.media_type, length(file.content)::bigint as bytes
        from app.paper left join app.file using (district, sha256)
        where paper.district = auth.district() and paper.project_id = \(project)
            and (\(after)::uuid is null or paper_id > \(after))
        order by paper_id limit \(limit + 1)
        """
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request, PaperReads.list(project, after: page.after, limit: page.limit))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    /// The bytes as they were brought, to be saved and not shown; 404 where the paper is of no project of the reader's,
    /// or its bytes were never kept.
    @Sendable
    func content(_ request: Request) async throws -> Response {
        let paper = try request.require("paper")
        let project = request.pathValues["project"].flatMap { ID($0) }
        let (_, rows) = try await desk.read(
            request,
            """
            select paper.title, file.media_type, file.content, encode(file.sha256, 'hex') as sha256
            from app.paper join app.file using (district, sha256)
            where paper.district = auth.district() and paper.paper_id = \(paper)
                and (\(project)::uuid is null or paper.project_id = \(project))
            """)
        guard let row = rows.first else { throw Problems.notFound }
        let type = try row.text("media_type")
        return .file(
            try row.bytes("content"), type: type.hasPrefix("text/") ? type + "; charset=utf-8" : type,
            tag: try row.text("sha256"),
            download: try row.text("title") + (DocumentType(rawValue: type)?.ending ?? ""))
    }
}
