package import PQ
package import Values
package import Web

extension Desk {
    /// Reads as the signed-in actor, in one round trip and under row security.
    ///
    /// 404 where the path names a project that is not his to see: a list of it is not an empty one.
    package func read(_ request: Request, _ statements: [SQL]) async throws -> (Actor, [Rows]) {
        do {
            let project = request.pathValues["project"].flatMap { ID($0) }
            let watch: [SQL] = project.map { ["select auth.sees(\($0)) as sees"] } ?? []
            let rows = try await pool.read([try enter(request)] + watch + statements)
            let (actor, _) = try admitted(rows[0], request)
            if !watch.isEmpty, try !rows[1].one().bool("sees") { throw Problems.notFound }
            return (actor, Array(rows.dropFirst(1 + watch.count)))
        } catch let error as PQError {
            throw problem(of: error)
        }
    }

    package func read(_ request: Request, _ statement: SQL) async throws -> (Actor, Rows) {
        let (actor, rows) = try await read(request, [statement])
        return (actor, rows[0])
    }

    /// Reads what anyone may see: only the pre-masked views of `pub`.
    package func readPublic(_ statements: [SQL]) async throws -> [Rows] {
        do {
            return try await publicPool.read(statements)
        } catch {
            throw problem(of: error)
        }
    }

    /// One page of a list: `items`, and the cursor of the next page where there is one.
    ///
    /// The statement asks for one row more than the limit; its first column is the cursor.
    package static func page(_ rows: Rows, limit: Int, cursor column: String) throws -> [UInt8] {
        let shown = min(rows.count, limit)
        var bytes = Array("{\"items\":[".utf8)
        for index in 0..<shown {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            rows[index].writeJSON(into: &bytes)
        }
        bytes.append(contentsOf: "],\"next\":".utf8)
        if rows.count > limit, shown > 0 {
            JSON.write(text: try rows[shown - 1].id(column).description.utf8, to: &bytes)
        } else {
            bytes.append(contentsOf: "null".utf8)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
