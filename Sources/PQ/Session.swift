import CLibPQ

/// A blocking connection outside the pipeline, for COPY, scripts and the migrator.
///
/// Unchecked, because libpq's connection is a pointer: its users make one call after another, never two at
/// once.
final class Session: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ recipe: Recipe) throws(PQError) {
        pointer = try Connection.connect(recipe).get()
    }

    convenience init(url: String, role: String? = nil, purpose: String) throws(PQError) {
        try self.init(
            Recipe(
                url: url, applicationName: purpose, role: role, statementLimit: .zero,
                connectLimit: .seconds(10)))
    }

    deinit {
        PQfinish(pointer)
    }

    @discardableResult
    func query(_ sql: SQL) throws(PQError) -> Rows {
        let oids = sql.parameters.oids
        let result = sql.parameters.withPointers { values, lengths, formats in
            PQexecParams(pointer, sql.text, Int32(oids.count), oids, values, lengths, formats, 1)
        }
        guard let result else { throw .connection(lastWords(of: pointer)) }
        let box = ResultBox(result)
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: return Rows(box, Shape(result))
        default: throw error(of: result)
        }
    }

    /// Runs text of many statements; one implicit transaction unless the text says otherwise.
    func script(_ text: String) throws(PQError) {
        guard PQsendQuery(pointer, text) == 1 else { throw .connection(lastWords(of: pointer)) }
        var done = 0
        var fault: PQError?
        while let result = PQgetResult(pointer) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: done += 1
            case PGRES_COPY_IN, PGRES_COPY_OUT:
                // The stream would never end: leave it with the connection.
                throw .misuse("copy from stdin or to stdout has no place in a script")
            default:
                fault = fault ?? located(error(of: result), in: text, after: done)
            }
        }
        if let fault { throw fault }
    }

    /// Whether a transaction is open and not failed.
    var isInTransaction: Bool { PQtransactionStatus(pointer) == PQTRANS_INTRANS }

    func error(of result: OpaquePointer) -> PQError {
        let failure = Failure(result)
        return failure.isFatal ? .connection(failure.sqlstate + " " + failure.message) : .failed(failure)
    }

    private func located(_ error: PQError, in text: String, after done: Int) -> PQError {
        guard case .failed(var failure) = error else { return error }
        let starts = ScriptText(text).starts
        let scalars = Array(text.unicodeScalars)
        if let position = failure.position {
            // Text that does not parse is refused whole, before its first statement runs.
            failure.statement = max(1, starts.filter { $0 < position }.count)
            failure.line = 1 + scalars.prefix(max(0, position - 1)).filter { $0 == "\n" }.count
        } else {
            failure.statement = done + 1
            failure.line =
                done < starts.count ? 1 + scalars.prefix(starts[done]).filter { $0 == "\n" }.count : nil
        }
        return .failed(failure)
    }
}

/// Text of many statements, run as it is.
package enum Script {
    /// Runs a script on a connection of its own; the failure names the statement and its line.
    package static func run(url: String, role: String? = nil, sql: String) throws(PQError) {
        let session = try Session(url: url, role: role, purpose: "yanshou script")
        try session.script(sql)
    }
}

/// Runs what blocks on a thread of its own, so that no task's thread stands still.
func onThread<Value: Sendable>(
    _ body: @escaping @Sendable () -> Result<Value, PQError>
) async throws(PQError) -> Value {
    let result: Result<Value, PQError> = await withCheckedContinuation { continuation in
        if !startThread({ continuation.resume(returning: body()) }) {
            continuation.resume(returning: .failure(.busy))
        }
    }
    return try result.get()
}

/// COPY from a stream of bytes.
enum CopyStream {
    /// A thread is started per chunk of this size: some microseconds for a quarter of a mebibyte.
    private static let chunkSize = 256 * 1024

    static func run<Source: AsyncSequence>(
        _ statement: SQL, _ source: Source, _ recipe: Recipe
    ) async throws -> Int where Source.Element == [UInt8] {
        guard statement.parameters.count == 0 else { throw PQError.misuse("copy takes no parameters") }
        let text = statement.text
        let session = try await onThread { begin(text, recipe) }
        var chunk: [UInt8] = []
        do {
            for try await row in source {
                chunk += row
                if chunk.count >= chunkSize {
                    try await send(chunk, on: session)
                    chunk.removeAll(keepingCapacity: true)
                }
            }
            try Task.checkCancellation()
            try await send(chunk, on: session)
        } catch {
            // An end with a message makes the server refuse the whole.
            _ = try? await onThread { finish(session, abandoning: true) }
            throw error is CancellationError ? PQError.cancelled : error
        }
        return try await onThread { finish(session, abandoning: false) }
    }

    private static func begin(_ text: String, _ recipe: Recipe) -> Result<Session, PQError> {
        Result { () throws(PQError) in
            let session = try Session(recipe)
            guard let result = PQexec(session.pointer, text) else {
                throw .connection(lastWords(of: session.pointer))
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_COPY_IN: return session
            case PGRES_FATAL_ERROR: throw session.error(of: result)
            default: throw .misuse("not a copy from stdin")
            }
        }
    }

    private static func send(_ chunk: [UInt8], on session: Session) async throws(PQError) {
        guard !chunk.isEmpty else { return }
        try await onThread {
            let status = chunk.withUnsafeBytes { bytes in
                PQputCopyData(
                    session.pointer, bytes.bindMemory(to: CChar.self).baseAddress,
                    Int32(truncatingIfNeeded: bytes.count))
            }
            return status == 1 ? .success(()) : .failure(.connection(lastWords(of: session.pointer)))
        }
    }

    private static func finish(_ session: Session, abandoning: Bool) -> Result<Int, PQError> {
        let pointer = session.pointer
        guard PQputCopyEnd(pointer, abandoning ? "abandoned by the client" : nil) == 1 else {
            return .failure(.connection(lastWords(of: pointer)))
        }
        var answer: Result<Int, PQError> = .failure(.unknown("no answer to the end of copy"))
        while let result = PQgetResult(pointer) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK: answer = .success(Int(String(cString: PQcmdTuples(result))) ?? 0)
            case PGRES_COPY_IN: return .failure(.unknown("the server still waits for rows"))
            default:
                let failure = Failure(result)
                answer = .failure(failure.isFatal ? .unknown(failure.message) : .failed(failure))
            }
        }
        return answer
    }
}
