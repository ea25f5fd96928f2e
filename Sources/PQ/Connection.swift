import CLibPQ
import Synchronization

/// Who is told what becomes of a connection.
protocol ConnectionOwner: AnyObject, Sendable {
    /// A segment came to its end on a live connection.
    func segmentEnded(on connection: Connection)
    func connectionLost(_ connection: Connection, _ reason: String)
    /// A segment that found the connection dead before a byte of it was sent.
    func returned(_ segment: Segment)
    func notified(_ notification: Notification)
}

/// How connections of one kind are made.
struct Recipe: Sendable {
    var url: String
    var applicationName: String
    var role: String?
    var isReadOnly = false
    var statementLimit: Duration
    var connectLimit: Duration
}

/// A connection in pipeline mode, with what it has prepared.
///
/// Unchecked, because libpq's connection is a pointer: it and every `var` here are touched under `lock`
/// alone, by the task that sends or by the reactor's thread that reads. Nobody is resumed or told under the
/// lock.
final class Connection: @unchecked Sendable {
    let number: UInt64
    private let owner: any ConnectionOwner
    private let reactor: Reactor
    private let fd: Int32
    private let lock = Mutex(())
    private let inbox = Inbox()

    private var pointer: OpaquePointer?
    private var sent: [Segment] = []
    private var isBlockedOnWrite = false
    private var prepared: [Statement.Key: Statement] = [:]
    private var names: UInt64 = 0
    private var doomed: [String] = []
    private var farewell: Failure?

    /// More statements than this on one connection are a sign of texts made by the value: the oldest goes.
    static let preparedLimit = 512
    private static let numbers = Atomic<UInt64>(1)

    /// What the server said on the side; written by libpq's callback, which runs under the connection's lock.
    ///
    /// Unchecked for that reason.
    private final class Inbox: @unchecked Sendable {
        var notices: [Failure] = []
    }

    private init(_ pointer: OpaquePointer, owner: any ConnectionOwner, reactor: Reactor) {
        self.pointer = pointer
        self.owner = owner
        self.reactor = reactor
        fd = PQsocket(pointer)
        number = Connection.numbers.wrappingAdd(1, ordering: .relaxed).newValue
        PQsetNoticeReceiver(
            pointer,
            { context, result in
                guard let context, let result else { return }
                Unmanaged<Inbox>.fromOpaque(context).takeUnretainedValue().notices.append(Failure(result))
            }, Unmanaged.passUnretained(inbox).toOpaque())
    }

    deinit {
        if let pointer { PQfinish(pointer) }
    }

    /// Connects, blocking: for a thread of its own, because names are looked up and passwords proved on the
    /// way.
    static func open(_ recipe: Recipe, owner: any ConnectionOwner, reactor: Reactor) -> Result<
        Connection, PQError
    > {
        switch connect(recipe) {
        case .failure(let error): return .failure(error)
        case .success(let pointer):
            guard PQsetnonblocking(pointer, 1) == 0, PQenterPipelineMode(pointer) == 1 else {
                let reason = lastWords(of: pointer)
                PQfinish(pointer)
                return .failure(.connection(reason))
            }
            return .success(Connection(pointer, owner: owner, reactor: reactor))
        }
    }

    /// Begins to listen to its socket; after the owner knows of it.
    func attach() {
        lock.withLock { _ in
            if pointer != nil { reactor.add(self, fd: fd) }
        }
    }

    /// Sends a segment, from whatever thread has it.
    func send(_ segment: Segment) {
        var ended: [Segment] = []
        var death: String?
        let isSent = lock.withLock { _ -> Bool in
            guard let pointer, PQstatus(pointer) == CONNECTION_OK else { return false }
            if segment.opening != nil || segment.closing == nil, !doomed.isEmpty { forgetDoomed(pointer) }
            sent.append(segment)
            segment.sentAt = pq_nanoseconds()
            if !put(segment, on: pointer) || PQpipelineSync(pointer) == 0 {
                let reason = lastWords(of: pointer)
                death = reason
                ended = tearDown(reason)
            } else {
                flush(pointer)
            }
            return true
        }
        guard isSent else { return owner.returned(segment) }
        if let death { settle(ended, death) }
    }

    /// Reads what came: called by the reactor.
    func becameReady() {
        var ended: [Segment] = []
        var notifications: [Notification] = []
        var death: String?
        lock.withLock { _ in
            guard let pointer else { return }
            if PQconsumeInput(pointer) == 0 { death = lastWords(of: pointer) }
            if isBlockedOnWrite { flush(pointer) }
            death = takeResults(from: pointer, ended: &ended) ?? death
            while let note = PQnotifies(pointer) {
                notifications.append(Notification(note.pointee))
                PQfreemem(note)
            }
            if death == nil, PQstatus(pointer) != CONNECTION_OK { death = lastWords(of: pointer) }
            if sent.isEmpty, let notice = inbox.notices.last {
                farewell = notice
                inbox.notices = []
            }
            if let reason = death {
                let told = farewell.map { $0.sqlstate + " " + $0.message } ?? reason
                death = told
                ended += tearDown(told)
            }
        }
        settle(ended, death)
        for notification in notifications { owner.notified(notification) }
    }

    /// Gives up a connection whose server does not answer.
    func checkReply(now: UInt64, limit: UInt64) {
        var ended: [Segment] = []
        var death: String?
        lock.withLock { _ in
            guard pointer != nil, let first = sent.first, now > first.sentAt, now - first.sentAt > limit
            else { return }
            let reason = "no answer in time"
            death = reason
            ended = tearDown(reason)
        }
        settle(ended, death)
    }

    /// Ends the connection; what is in flight on it is lost.
    func close(_ reason: String = "closed") {
        let ended = lock.withLock { _ in tearDown(reason) }
        settle(ended, reason)
    }

    /// Tells everybody, outside the lock.
    private func settle(_ ended: [Segment], _ death: String?) {
        if let death { owner.connectionLost(self, death) }
        for segment in ended where segment.command == nil {
            if segment.lost == nil {
                if segment.asksForPreparing, segment.opening == nil, segment.closing == nil,
                    !segment.isRetried,
                    segment.transactionStatus != PQTRANS_INERROR
                {
                    segment.reset()
                    segment.isRetried = true
                    send(segment)
                    continue
                }
                owner.segmentEnded(on: self)
            }
            segment.end()
        }
    }

    private func tearDown(_ reason: String) -> [Segment] {
        guard let pointer else { return [] }
        reactor.remove(self, fd: fd)
        PQfinish(pointer)
        self.pointer = nil
        for segment in sent { segment.lost = reason }
        defer { sent = [] }
        return sent
    }

    private func flush(_ pointer: OpaquePointer) {
        let isBlocked = PQflush(pointer) == 1
        guard isBlocked != isBlockedOnWrite else { return }
        isBlockedOnWrite = isBlocked
        reactor.watch(self, fd: fd, writable: isBlocked)
    }
}

// MARK: - Sending

extension Connection {
    static let commit: SQL = "commit"
    static let rollback: SQL = "rollback"

    private func put(_ segment: Segment, on pointer: OpaquePointer) -> Bool {
        if let command = segment.command {
            segment.operations.append(.text)
            return PQsendQueryParams(pointer, command, 0, nil, nil, nil, nil, 1) == 1
        }
        if let opening = segment.opening, !put(opening, .opening, of: segment, on: pointer) { return false }
        for statement in segment.statements where !put(statement, .body, of: segment, on: pointer) {
            return false
        }
        switch segment.closing {
        case .commit: return put(Connection.commit, .closing, of: segment, on: pointer)
        case .rollback: return put(Connection.rollback, .closing, of: segment, on: pointer)
        case nil: return true
        }
    }

    private func put(
        _ sql: SQL, _ part: Segment.SegmentPart, of segment: Segment, on pointer: OpaquePointer
    ) -> Bool {
        let key = Statement.Key(text: sql.text, oids: sql.parameters.oids)
        let statement: Statement
        if let known = prepared[key] {
            statement = known
        } else {
            if prepared.count >= Connection.preparedLimit { forgetOldest() }
            names += 1
            statement = Statement(key, name: "s\(names)")
            prepared[key] = statement
            segment.operations.append(.prepare(statement))
            guard PQsendPrepare(pointer, statement.name, sql.text, Int32(key.oids.count), key.oids) == 1
            else {
                return false
            }
        }
        statement.lastUse = segment.sentAt
        segment.operations.append(.run(statement, part))
        return sql.parameters.withPointers { values, lengths, formats in
            PQsendQueryPrepared(
                pointer, statement.name, Int32(key.oids.count), values, lengths, formats, 1) == 1
        }
    }

    private func forgetOldest() {
        guard let oldest = prepared.values.min(by: { $0.lastUse < $1.lastUse }) else { return }
        prepared[oldest.key] = nil
        doomed.append(oldest.name)
    }

    /// Frees statements on the server, each in a segment of its own so that it fails alone.
    private func forgetDoomed(_ pointer: OpaquePointer) {
        for name in doomed {
            let segment = Segment(command: "deallocate " + name)
            segment.sentAt = pq_nanoseconds()
            sent.append(segment)
            if !put(segment, on: pointer) || PQpipelineSync(pointer) == 0 { break }
        }
        doomed = []
    }
}

// MARK: - Reading

extension Connection {
    /// Takes all results that are whole; gives the reason where the connection cannot go on.
    private func takeResults(from pointer: OpaquePointer, ended: inout [Segment]) -> String? {
        var silence = 0
        while let segment = sent.first, PQisBusy(pointer) == 0 {
            if !inbox.notices.isEmpty {
                segment.notices += inbox.notices
                inbox.notices = []
            }
            guard let result = PQgetResult(pointer) else {
                silence += 1
                if segment.hasResult {
                    segment.hasResult = false
                    segment.position += 1
                    silence = 0
                } else if silence > 1 {
                    // Two in a row: libpq has nothing in flight although we think so.
                    return PQstatus(pointer) == CONNECTION_OK ? "answers out of step" : lastWords(of: pointer)
                }
                continue
            }
            silence = 0
            let status = PQresultStatus(result)
            if status == PGRES_PIPELINE_SYNC {
                PQclear(result)
                sent.removeFirst()
                segment.transactionStatus = PQtransactionStatus(pointer)
                ended.append(segment)
                continue
            }
            if let fault = take(result, status, for: segment) { return fault }
        }
        if let segment = sent.first, !inbox.notices.isEmpty {
            segment.notices += inbox.notices
            inbox.notices = []
        }
        return nil
    }

    private func take(_ result: OpaquePointer, _ status: ExecStatusType, for segment: Segment) -> String? {
        segment.hasResult = true
        guard segment.position < segment.operations.count else {
            PQclear(result)
            return "answers out of step"
        }
        let operation = segment.operations[segment.position]
        switch status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            guard case .run(let statement, let part) = operation else {
                PQclear(result)
                return nil
            }
            let box = ResultBox(result)
            switch part {
            case .opening: break
            case .body: segment.rows.append(Rows(box, shape(of: statement, for: result)))
            case .closing: segment.commitTag = PQcmdStatus(result).map { String(cString: $0) }
            }
            return nil
        case PGRES_PIPELINE_ABORTED:
            PQclear(result)
            if case .prepare(let statement) = operation { forget(statement) }
            return nil
        case PGRES_FATAL_ERROR:
            let failure = Failure(result)
            PQclear(result)
            if segment.failure == nil { segment.failure = failure }
            switch operation {
            case .prepare(let statement): forget(statement)
            case .run(let statement, _) where failure.asksForPreparing:
                forget(statement)
                if failure.sqlstate == "0A000" { doomed.append(statement.name) }
            default: break
            }
            return failure.sqlstate.isEmpty ? failure.message : nil
        default:
            PQclear(result)
            return "a statement that a pipeline cannot hold"
        }
    }

    private func shape(of statement: Statement, for result: OpaquePointer) -> Shape {
        // The server refuses to change a prepared statement's columns, so the first shape stands for all.
        if let shape = statement.shape, shape.columns.count == Int(PQnfields(result)) { return shape }
        let shape = Shape(result)
        statement.shape = shape
        return shape
    }

    private func forget(_ statement: Statement) {
        if prepared[statement.key] === statement { prepared[statement.key] = nil }
    }
}
