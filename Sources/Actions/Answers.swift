import PQ
import Synchronization
import Values
package import Web

/// What was answered before (存答), kept for a minute at most and until an event of what it shows is written.
///
/// Nothing changes without an event in its transaction, so an answer is as good as new where the district has none since.
/// Each request asks the database for that, as its reader: whoever may not read any more is not answered from memory, and
/// whoever has just written reads what he wrote.
package final class Answers: Sendable {
    /// What an answer shows, and so whose events end it.
    package enum Shown: Sendable {
        /// The project that the path names.
        case project
        /// Anything of the reader's district.
        case district
    }

    struct Key: Hashable, Sendable {
        /// The digest of the token that reads; empty for what anyone may read.
        let reader: [UInt8]
        let target: String
    }

    struct Kept: Sendable {
        let response: Response
        /// The pass it was read with: rights are as old as it is.
        let context: String
        let day: BusinessDay
        let policies: PolicyShelf.Mark
        let end: ContinuousClock.Instant
        /// What the answer has seen of the database, or more.
        var snapshot: String
    }

    private struct Store {
        var kept: [Key: Kept] = [:]
        var bytes = 0
    }

    private let store = Mutex(Store())
    /// How many bytes of bodies are kept; beyond it all are let go, and made again as they are asked for.
    private let most: Int
    var isKept: Bool { most > 0 }
    /// How long an answer to nobody in particular is kept; one to a reader ends with his pass.
    static let longest = Duration.seconds(60)

    package init(most: Int = 16 << 20) {
        self.most = most
    }

    func find(_ key: Key) -> Kept? {
        store.withLock { store in
            guard let kept = store.kept[key] else { return nil }
            if kept.end > .now { return kept }
            store.kept[key] = nil
            store.bytes -= kept.response.body.count
            return nil
        }
    }

    /// Says that an answer still holds; what another request kept meanwhile was not what was asked about.
    func renew(_ key: Key, _ known: Kept, _ snapshot: String) {
        store.withLock {
            if $0.kept[key]?.snapshot == known.snapshot { $0.kept[key]?.snapshot = snapshot }
        }
    }

    func keep(_ kept: Kept, for key: Key) {
        let size = kept.response.body.count
        guard size <= most / 16 else { return }
        store.withLock { store in
            if store.bytes + size > most { store = Store() }
            if let old = store.kept.updateValue(kept, forKey: key) { store.bytes -= old.response.body.count }
            store.bytes += size
        }
    }
}

extension Desk {
    /// A read that is answered from memory while nothing that it shows has changed.
    ///
    /// For reads whose answer follows from the reader, the address, the day, the published policies, and rows that change
    /// with an event of their district: never for one that names the hour, a form's key or another header.
    package func keeping(_ shown: Answers.Shown, _ handle: @escaping Route.Handler) -> Route.Handler {
        { request in
            guard answers.isKept, let reader = ownToken(request), let pass = passes.pass(for: reader) else {
                return try await handle(request)
            }
            let project: ID? =
                switch shown {
                case .project: try request.require("project")
                case .district: nil
                }
            let key = Answers.Key(reader: reader, target: request.target)
            let known = answers.find(key)
            guard let since = try await written(since: known?.snapshot, on: project, reading: pass) else {
                return try await handle(request)
            }
            return try await answer(
                key, known, since, context: pass.context, until: pass.end, by: handle, request)
        }
    }

    /// The same for a public page of the project that the path names.
    package func keepingPublic(_ handle: @escaping Route.Handler) -> Route.Handler {
        { request in
            guard answers.isKept else { return try await handle(request) }
            let project = try request.require("project")
            let key = Answers.Key(reader: [], target: request.target)
            let known = answers.find(key)
            let rows = try await readPublic([
                "select changed, snapshot from pub.written_since(\(known?.snapshot)::text, \(project))"
            ])
            return try await answer(
                key, known, rows[0], context: "", until: .now + Answers.longest, by: handle, request)
        }
    }

    /// What was written since; nil where the pass holds no more.
    private func written(
        since snapshot: String?, on project: ID?, reading pass: Passes.Pass
    ) async throws -> Rows? {
        do throws(PQError) {
            return try await readPassing(
                pass,
                ["select changed, snapshot from ledger.written_since(\(snapshot)::text, \(project)::uuid)"])?[
                    1]
        } catch {
            throw problem(of: error)
        }
    }

    private func answer(
        _ key: Answers.Key, _ known: Answers.Kept?, _ since: Rows, context: String,
        until end: ContinuousClock.Instant, by handle: Route.Handler, _ request: Request
    ) async throws -> Response {
        let (day, policies) = (clock.now.day, shelf.mark)
        let row = try since.one()
        let snapshot = try row.text("snapshot")
        if let known, try !row.bool("changed"), known.context == context, known.day == day,
            known.policies == policies
        {
            answers.renew(key, known, snapshot)
            return known.response
        }
        let response = try await handle(request)
        if response.status == 200 {
            answers.keep(
                .init(
                    response: response, context: context, day: day, policies: policies, end: end,
                    snapshot: snapshot), for: key)
        }
        return response
    }
}
