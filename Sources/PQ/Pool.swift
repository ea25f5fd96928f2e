import CLibPQ

/// The client's connections to one database: shared ones for reads, exclusive ones for transactions.
///
/// Reads of many tasks go down the same connection one behind the other, each its own implicit transaction;
/// nothing is connected before it is asked for.
package final class Pool: Sendable {
    /// Limits that keep every wait finite.
    package struct Limits: Sendable {
        /// How many may wait for a connection, per kind.
        package var waiting = 1024
        /// How long one waits for a connection before the answer is `.busy`.
        package var wait: Duration = .seconds(5)
        /// How long one waits while the database cannot be reached at all.
        package var outage: Duration = .seconds(2)
        /// The server's own limit for a statement.
        package var statement: Duration = .seconds(30)
        /// When a server that does not answer is given up; more than `statement`, which does not end a
        /// COMMIT.
        package var reply: Duration = .seconds(60)
        package var connect: Duration = .seconds(10)
        /// How long `close` lets what is in flight come to its end.
        package var drain: Duration = .seconds(10)

        package init() {}
    }

    private let shared: Lane
    private let exclusive: Lane
    private let reactor = Reactor()
    private let listener: Listener
    private let recipe: Recipe
    private let limits: Limits

    /// Prepares a pool; nothing is connected yet.
    ///
    /// `url` is where transactions go, as a user who may write, on up to `connections`. Reads go to
    /// `readURL`, as a user who may only read, or to the same place; up to `depth` of them are under way on
    /// each shared connection. A `role` is taken on after connecting, where the URL's user is not itself that
    /// role.
    package init(
        _ url: String, connections: Int = 4, role: String? = nil, readURL: String? = nil,
        readConnections: Int = 2,
        readRole: String? = nil, depth: Int = 12, applicationName: String = "yanshou",
        limits: Limits = Limits()
    ) {
        let recipe = Recipe(
            url: url, applicationName: applicationName, role: role, statementLimit: limits.statement,
            connectLimit: limits.connect)
        var reading = recipe
        reading.url = readURL ?? url
        reading.role = readRole ?? (readURL == nil ? role : nil)
        reading.isReadOnly = true
        self.recipe = recipe
        self.limits = limits
        // Two at least: a lane of depth 1 is one whose connections are leased.
        shared = Lane(
            reading, capacity: readConnections, depth: max(2, depth), limits: limits, reactor: reactor)
        exclusive = Lane(recipe, capacity: connections, depth: 1, limits: limits, reactor: reactor)
        listener = Listener(recipe, reactor: reactor)
        let lanes = [shared, exclusive]
        let isStarted = reactor.start {
            for lane in lanes { lane.tick() }
        }
        precondition(isStarted, "the system gives no thread")
    }

    deinit {
        shared.shutDown()
        exclusive.shutDown()
        listener.shutDown()
        reactor.stop()
    }

    /// Runs statements in one round trip, in one implicit transaction that may only read.
    ///
    /// A failing statement fails all of them and nobody else's. A statement gone stale by a change of tables
    /// is prepared anew without the caller noticing.
    package func read(_ statements: [SQL]) async throws(PQError) -> [Rows] {
        guard !statements.isEmpty else { return [] }
        try StatementGuard.check(statements, for: .sharedConnection)
        if Task.isCancelled { throw .cancelled }
        let segment = Segment(statements)
        let outcome = await withCheckedContinuation { continuation in
            segment.continuation = continuation
            shared.submit(segment)
        }
        return try outcome.result.get()
    }

    /// Runs one statement as `read` does.
    package func read(_ statement: SQL) async throws(PQError) -> Rows {
        guard let rows = try await read([statement]).first else { throw .misuse("no result") }
        return rows
    }

    /// Runs a body with a transaction of its own; what it does not commit is rolled back.
    @discardableResult
    package func transaction<Value: Sendable>(
        _ level: Transaction.Level = .readCommitted, isolation: isolated (any Actor)? = #isolation,
        _ body: (Transaction) async throws -> Value
    ) async throws -> Value {
        let transaction = Transaction(on: exclusive, level)
        do {
            let value = try await body(transaction)
            await transaction.end()
            return value
        } catch {
            await transaction.end()
            throw error
        }
    }

    /// Hears a channel's notifications, over lost connections too.
    ///
    /// Each time listening begins, and so after each gap, one notification with `isResumed` comes: look at
    /// the tables then, for what was said in the gap was not heard.
    package func listen(_ channel: String) -> AsyncThrowingStream<Notification, any Error> {
        listener.listen(channel)
    }

    /// Listens on a new connection: for who finds that the old one hears nothing any more.
    package func listenAnew() { listener.beginAnew() }

    /// Feeds `copy … from stdin` on a connection of its own; gives the number of rows.
    ///
    /// The elements are the stream's bytes in the form that the statement names, lines with their ends.
    @discardableResult
    package func copy<Source: AsyncSequence & Sendable>(
        into statement: SQL, rows: Source
    ) async throws -> Int where Source.Element == [UInt8] {
        try await CopyStream.run(statement, rows, recipe)
    }

    @discardableResult
    package func copy(into statement: SQL, rows: [[UInt8]]) async throws -> Int {
        try await CopyStream.run(
            statement,
            AsyncStream { continuation in
                for row in rows { continuation.yield(row) }
                continuation.finish()
            }, recipe)
    }

    /// Takes no more work, lets what is in flight come to its end, and closes the connections.
    package func close() async {
        shared.drain()
        exclusive.drain()
        listener.shutDown()
        let end = pq_nanoseconds() + limits.drain.nanoseconds
        while !(shared.isIdle && exclusive.isIdle), pq_nanoseconds() < end {
            // A cancelled task cannot sleep, but it can still yield.
            do { try await Task.sleep(for: .milliseconds(5)) } catch { await Task.yield() }
        }
        shared.shutDown()
        exclusive.shutDown()
        reactor.stop()
    }
}

/// Refuses statements that would leave a connection in a state that its next user does not expect.
enum StatementGuard {
    enum Place { case sharedConnection, transaction }

    static func check(_ statements: [SQL], for place: Place) throws(PQError) {
        for statement in statements {
            guard statement.parameters.count <= 65_535 else { throw .misuse("more than 65,535 parameters") }
            let words = firstWords(of: statement.text)
            if isRefused(words.0, words.1, place) {
                throw .misuse(
                    "\(words.0) has no place here: transactions and sessions are the client's to steer")
            }
        }
    }

    private static func isRefused(_ first: String, _ second: String, _ place: Place) -> Bool {
        switch first {
        case "begin", "start", "commit", "end", "abort", "copy", "listen", "unlisten", "discard",
            "deallocate",
            "prepare", "reset":
            true
        case "rollback": place == .sharedConnection || second != "to"
        case "savepoint", "release": place == .sharedConnection
        case "set": place == .sharedConnection || !["local", "constraints", "transaction"].contains(second)
        default: false
        }
    }

    private static func firstWords(of text: String) -> (String, String) {
        var words: [String] = []
        var word = ""
        for byte in text.utf8 {
            switch byte {
            case 65...90: word.unicodeScalars.append(Unicode.Scalar(byte + 32))
            case 97...122: word.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                if word.isEmpty, byte == 32 || byte == 10 || byte == 9 || byte == 13 { continue }
                words.append(word)
                word = ""
                // One word is enough for nearly all statements.
                if words.count == 2 || !["set", "rollback"].contains(words[0]) {
                    return (words[0], words.last ?? "")
                }
            }
        }
        words.append(word)
        return (words[0], words.count > 1 ? words[1] : "")
    }
}
