import Ledger
package import PQ
package import Values
package import Web

extension Desk {
    /// Reads as the signed-in actor, in one round trip and under row security.
    ///
    /// 404 where the path names a project that is not his to see: a list of it is not an empty one. Where the statements
    /// themselves show that, `isWatched` is false and spares the question.
    package func read(
        _ request: Request, _ statements: [SQL], isWatched: Bool = true
    ) async throws -> (Actor, [Rows]) {
        do {
            let project = isWatched ? request.pathValues["project"].flatMap { ID($0) } : nil
            let watch: [SQL] = project.map { ["select auth.sees(\($0)) as sees"] } ?? []
            let (entered, rows) = try await readEntering(request, watch + statements)
            guard request.route?.access.admits(entered) == true
            else { throw Problems.roleMayNot(entered.role, request.route?.access) }
            if !watch.isEmpty, try !rows[0].one().bool("sees") { throw Problems.notFound }
            return (entered.actor, Array(rows.dropFirst(watch.count)))
        } catch let error as PQError {
            throw problem(of: error)
        }
    }

    package func read(_ request: Request, _ statement: SQL) async throws -> (Actor, Rows) {
        let (actor, rows) = try await read(request, [statement])
        return (actor, rows[0])
    }

    /// Who asks, where that is known before the database is asked.
    func present(_ request: Request) -> Actor? {
        ownToken(request).flatMap { passes.pass(for: $0)?.entered.actor }
    }

    /// Reads with the token's pass where there is one that still holds, and signs in anew where there is none.
    private func readEntering(_ request: Request, _ statements: [SQL]) async throws -> (Entered, [Rows]) {
        guard let hash = ownToken(request) else {
            let rows = try await pool.read([try enter(request)] + statements)
            return (try entered(rows[0]), Array(rows.dropFirst()))
        }
        if let pass = passes.pass(for: hash), let rows = try await readPassing(pass, statements) {
            return (pass.entered, Array(rows.dropFirst()))
        }
        passes.forget(hash)
        let rows = try await pool.read(["select auth.enter_to_read(\(hash)) as actor"] + statements)
        let entered = try entered(rows[0])
        if entered.named == true {
            passes.isNamed(hash)
            await noteUse(request)
        }
        if let context = entered.pass, let seconds = entered.seconds {
            passes.keep(
                .init(context: context, entered: entered, end: .now + .seconds(seconds)), for: hash)
        }
        return (entered, Array(rows.dropFirst()))
    }

    /// Notes that a program's token is in use, at most once an hour; what was asked stands whether or not that is noted.
    func noteUse(_ request: Request) async {
        guard let hash = ownToken(request), passes.isUseDue(hash) else { return }
        _ = try? await pool.transaction { transaction in
            try await transaction.commit(after: ["select auth.note_token_use(\(hash))"])
        }
    }

    /// Reads with a pass, or nil where the database says that it holds no more.
    func readPassing(_ pass: Passes.Pass, _ statements: [SQL]) async throws(PQError) -> [Rows]? {
        let present: SQL = "select set_config('app.context', \(pass.context), true)"
        do {
            return try await pool.read([present] + statements)
        } catch {
            guard case .failed(let failure) = error, failure.sqlstate == "YS401" else { throw error }
            return nil
        }
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
