import Glibc
import Ledger
package import Values

/// Something a person did here that the site must hear of, once.
package struct OutboxOperation: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable {
        case queued, sent, refused, conflict
    }

    /// The site's answer, kept.
    package struct Receipt: Sendable, Hashable {
        package let status: Int
        package let at: Instant
        package let body: JSON
    }

    /// Is the idempotency key too: made here, kept before the first try, the same at every other.
    package let id: ID
    package let created: Instant
    package let site: String
    package let person: ID
    package let method: SiteRequest.Method
    package let path: String
    package let body: JSON
    package let ifMatch: String?
    package let words: Words
    package internal(set) var status: Status
    package internal(set) var attempts: Int64
    package internal(set) var receipt: Receipt?

    package init(
        for profile: Profile, _ path: String, method: SiteRequest.Method = .post, body: JSON,
        ifMatch: String? = nil, words: Words, at created: Instant
    ) {
        id = Identity.make(at: created)
        self.created = created
        site = profile.site
        person = profile.person
        self.method = method
        self.path = path
        self.body = body
        self.ifMatch = ifMatch
        self.words = words
        status = .queued
        attempts = 0
        receipt = nil
    }

    package var request: SiteRequest {
        SiteRequest(method, path, body: body, key: id, ifMatch: ifMatch)
    }

    package var json: JSON {
        [
            "v": 1, "id": .text(id.description), "created": .text(created.universal), "site": .text(site),
            "person": .text(person.description), "method": .text(method.rawValue), "path": .text(path),
            "body": body, "if_match": ifMatch.map(JSON.text) ?? .null,
            "words": ["zh": .text(words.zh), "en": .text(words.en)], "status": .text(status.rawValue),
            "attempts": .int(attempts),
            "receipt": receipt.map {
                ["status": .int(Int64($0.status)), "at": .text($0.at.universal), "body": $0.body]
            } ?? .null,
        ]
    }

    init?(json: JSON) {
        guard json["v"]?.int == 1, let id = json["id"]?.text.flatMap({ ID($0) }),
            let created = json["created"]?.text.flatMap({ Instant(iso: $0) }), let site = json["site"]?.text,
            let person = json["person"]?.text.flatMap({ ID($0) }),
            let method = json["method"]?.text.flatMap(SiteRequest.Method.init), let path = json["path"]?.text,
            let body = json["body"], let zh = json["words"]?["zh"]?.text, let en = json["words"]?["en"]?.text,
            let status = json["status"]?.text.flatMap(Status.init), let attempts = json["attempts"]?.int
        else { return nil }
        self.id = id
        self.created = created
        self.site = site
        self.person = person
        self.method = method
        self.path = path
        self.body = body
        ifMatch = json["if_match"]?.text
        words = Words(zh, en)
        self.status = status
        self.attempts = attempts
        if let kept = json["receipt"], let code = kept["status"]?.int,
            let at = kept["at"]?.text.flatMap({ Instant(iso: $0) })
        {
            receipt = Receipt(status: Int(code), at: at, body: kept["body"] ?? .null)
        }
    }
}

/// The operations of this machine on disk, one file each: flushed before the first try, kept with their receipt.
///
/// Whatever dies in between, a reopened outbox still has every operation, and sends it under the same key.
package struct Outbox: Sendable {
    private let folder: String

    /// Opens the outbox and clears away what a crash left half written.
    package init(_ folders: Folders) throws(StoreFault) {
        folder = folders.outbox
        try DurableFile.makeFolder(folder)
        for name in try DurableFile.names(in: folder) where DurableFile.isLeftOver(name) {
            try DurableFile.remove("\(folder)/\(name)")
        }
    }

    /// Keeps an operation; when this returns it will be sent, whatever happens to this machine's power.
    package func put(_ operation: OutboxOperation) throws(StoreFault) {
        try DurableFile.create(operation.json.canonical, at: path(operation.id))
    }

    /// All operations in the order they were made, and the files that cannot be read.
    package func all() throws(StoreFault) -> (operations: [OutboxOperation], damaged: [String]) {
        var operations = [OutboxOperation]()
        var damaged = [String]()
        for name in try DurableFile.names(in: folder) where name.hasSuffix(".json") {
            guard let bytes = try DurableFile.read("\(folder)/\(name)"), let json = try? JSON(strict: bytes),
                let operation = OutboxOperation(json: json), "\(operation.id).json" == name
            else {
                damaged.append("\(folder)/\(name)")
                continue
            }
            operations.append(operation)
        }
        operations.sort { ($0.created, $0.id.description) < ($1.created, $1.id.description) }
        return (operations, damaged)
    }

    /// Sends what is queued for this person and site, in order, and gives what became of each.
    ///
    /// It stops at the first that the site did not decide: a later one may rest on it.
    package func send(for profile: Profile, with client: SiteClient, now: @Sendable () -> Instant)
        async throws
        -> (tried: [OutboxOperation], fault: SiteFault?)
    {
        let lock = try lockFolder()
        defer { close(lock) }
        var tried = [OutboxOperation]()
        for operation in try all().operations
        where operation.status == .queued && operation.site == profile.site
            && operation.person == profile.person
        {
            let (after, fault) = try await attempt(operation, with: client, now: now)
            tried.append(after)
            if let fault { return (tried, fault) }
        }
        return (tried, nil)
    }

    /// Takes away an operation that a person has looked at and does not want sent, or needs no more.
    package func drop(_ id: ID) throws(StoreFault) {
        try DurableFile.remove(path(id))
    }

    private func attempt(
        _ operation: OutboxOperation, with client: SiteClient, now: @Sendable () -> Instant
    ) async throws(StoreFault) -> (OutboxOperation, SiteFault?) {
        var after = operation
        after.attempts += 1
        var undecided: SiteFault?
        do {
            let answer = try await client.send(operation.request)
            let body = (try? answer.json()) ?? .null
            after.status = .sent
            after.receipt = OutboxOperation.Receipt(status: answer.status, at: now(), body: body)
        } catch .refused(let problem) where !problem.mayRetry && problem.exitStatus != .forbidden {
            after.status = problem.exitStatus == .conflict ? .conflict : .refused
            after.receipt = OutboxOperation.Receipt(
                status: problem.status, at: now(), body: .object(problem.document))
        } catch {
            undecided = error
        }
        try DurableFile.write(after.json.canonical, to: path(operation.id))
        return (after, undecided)
    }

    /// Holds off a second program that sends from the same folder.
    private func lockFolder() throws(StoreFault) -> Int32 {
        let file = open("\(folder)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreFault(system: folder) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let fault = StoreFault(folder, "another program is sending from it")
            close(file)
            throw fault
        }
        return file
    }

    private func path(_ id: ID) -> String { "\(folder)/\(id).json" }
}
