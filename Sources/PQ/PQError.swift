import CLibPQ

/// What can come of a statement besides its rows.
///
/// `description` is bland, because it reaches logs and answers: a value never stands in it.
package enum PQError: Error, Sendable {
    /// The server refused: nothing of the transaction stands.
    case failed(Failure)
    /// COMMIT was sent and its outcome is not known: ask again by the idempotency key.
    case unknown(String)
    /// There is no connection, or it was lost before COMMIT was sent: nothing stands.
    case connection(String)
    /// The queue for a connection is full, or the wait in it was too long: try again later.
    case busy
    /// The task was cancelled before anything that counts was sent.
    case cancelled
    /// The caller asked for what cannot be: a column that is not there, a second commit.
    case misuse(String)

    /// The server's refusal, where that is what this is.
    package var failure: Failure? {
        guard case .failed(let failure) = self else { return nil }
        return failure
    }

    package var sqlstate: String? { failure?.sqlstate }
}

/// The server's words on a statement it refused.
package struct Failure: Sendable, Hashable {
    package var sqlstate: String
    package var message: String
    package var detail: String?
    package var hint: String?
    package var constraint: String?
    package var table: String?
    package var schema: String?
    package var column: String?
    /// Where in the text, in characters from 1, when the server says so.
    package var position: Int?
    /// Which statement of a script, from 1, and the line it begins on.
    package var statement: Int?
    package var line: Int?
    var severity = "ERROR"
    var sourceFunction: String?

    init(sqlstate: String, message: String) {
        self.sqlstate = sqlstate
        self.message = message
    }

    init(_ result: OpaquePointer) {
        func field(_ code: Character) -> String? {
            guard let value = code.asciiValue, let text = PQresultErrorField(result, Int32(value)) else {
                return nil
            }
            return String(cString: text)
        }
        sqlstate = field("C") ?? ""
        message = field("M") ?? String(cString: PQresultErrorMessage(result))
        detail = field("D")
        hint = field("H")
        constraint = field("n")
        table = field("t")
        schema = field("s")
        column = field("c")
        position = field("P").flatMap { Int($0) }
        severity = field("V") ?? "ERROR"
        sourceFunction = field("R")
    }

    /// The server ends the connection with it.
    var isFatal: Bool { severity == "FATAL" || severity == "PANIC" || sqlstate.isEmpty }

    /// The prepared statement is gone or stale, and preparing it anew mends that.
    var asksForPreparing: Bool {
        sqlstate == "26000" || (sqlstate == "0A000" && sourceFunction == "RevalidateCachedQuery")
    }

    /// COMMIT stopped waiting for the standby: the message is translated, the function's name is not.
    var isUnreplicatedCommit: Bool {
        sqlstate == "01000"
            && (sourceFunction == "SyncRepWaitForLSN"
                || message.hasPrefix("canceling wait for synchronous replication"))
    }
}

extension Failure: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        var text = "database refusal " + sqlstate
        if let constraint { text += " (" + constraint + ")" }
        return text
    }

    package var debugDescription: String {
        var lines = ["\(severity) \(sqlstate): \(message)"]
        let facts: [(String, String?)] = [
            ("detail", detail), ("hint", hint), ("schema", schema), ("table", table), ("column", column),
            ("constraint", constraint), ("position", position.map(String.init)),
            ("statement", statement.map(String.init)), ("line", line.map(String.init)),
        ]
        for case (let name, let fact?) in facts { lines.append("  \(name): \(fact)") }
        return lines.joined(separator: "\n")
    }
}

extension PQError: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        switch self {
        case .failed(let failure): failure.description
        case .unknown: "the outcome of a commit is not known"
        case .connection: "the database cannot be reached"
        case .busy: "the database is busy"
        case .cancelled: "cancelled before anything was written"
        case .misuse(let fault): "database client misused: " + fault
        }
    }

    package var debugDescription: String {
        switch self {
        case .failed(let failure): failure.debugDescription
        case .unknown(let reason): description + ": " + reason
        case .connection(let reason): description + ": " + reason
        case .busy, .cancelled, .misuse: description
        }
    }
}

/// What libpq last said of a connection, on one line.
func lastWords(of connection: OpaquePointer) -> String {
    let text = String(cString: PQerrorMessage(connection))
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
