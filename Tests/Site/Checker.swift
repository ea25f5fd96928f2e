import Harness
import Ledger
import PQ
import Values

/// What a database holds of the writes that were asked of it.
struct World: Sendable {
    struct Entry: Sendable, Hashable {
        var id: ID
        var type: String
        var subjectKind: String
        var subject: ID
        var version: Int64
        var previous: [UInt8]?
        var leaf: [UInt8]
        var body: [UInt8]
        /// The digest of the key that it was written under, in hexadecimal.
        var operation: String
    }

    struct Answer: Sendable, Hashable {
        var person: ID
        var key: String
        var status: Int
        var body: [UInt8]
    }

    var entries: [Entry]
    var answers: [Answer]
    /// Rows by noun and by the identity that the client chose.
    var rows: [String: Int]
    /// Money of each project, in fen.
    var money: [ID: Int64]
}

/// What the clients saw, write by write.
struct Seen: Sendable {
    var verb: String
    var person: ID
    var key: String
    var project: ID
    /// The row that a done write leaves behind.
    var leaves: String?
    var fen: Int64
    /// Every whole answer that came for this key, in order.
    var answers: [HTTPAnswer]

    var isAcknowledged: Bool { answers.contains { (200..<300).contains($0.status) } }
}

/// Compares what was acknowledged with what is there (trust.md H1).
struct Checker: Sendable {
    var acknowledged = 0
    var lost: [String] = []
    var doubled: [String] = []
    var wrong: [String] = []

    var isClean: Bool { lost.isEmpty && doubled.isEmpty && wrong.isEmpty }

    var verdict: String { "acked \(acknowledged), lost \(lost.count), doubled \(doubled.count)" }

    init(_ history: [Seen], against world: World) {
        let entries = Dictionary(grouping: world.entries, by: \.operation)
        let answers = Dictionary(grouping: world.answers) { "\($0.person) \($0.key)" }
        var known: Set<String> = []
        var money: [ID: Int64] = [:]
        for seen in history {
            let key = hex(Digest.sha256(seen.key.utf8))
            known.insert(key)
            let written = entries[key]?.count ?? 0
            let kept = answers["\(seen.person) \(key)"] ?? []
            let rows = seen.leaves.map { world.rows[$0] ?? 0 }
            let name = "\(seen.verb) \(seen.key)"
            guard seen.isAcknowledged else {
                if written > 0 || kept.contains(where: { (200..<300).contains($0.status) }) || (rows ?? 0) > 0
                {
                    wrong.append("\(name) was refused and has an effect")
                }
                continue
            }
            acknowledged += 1
            money[seen.project, default: 0] += seen.fen
            if written == 0 || kept.isEmpty || rows == 0 { lost.append(name) }
            if written > 1 || kept.count > 1 || (rows ?? 0) > 1 { doubled.append(name) }
            let bodies = Set(seen.answers.filter { (200..<300).contains($0.status) }.map(\.body))
            if bodies.count > 1 { wrong.append("\(name) was answered in two ways") }
            if let answer = kept.first, let body = bodies.first, answer.body != body {
                wrong.append("\(name) keeps another answer than it gave")
            }
            if seen.answers.contains(where: {
                !(200..<300).contains($0.status) && $0.status < 500 && $0.status != 409
            }) {
                wrong.append("\(name) was both refused and done")
            }
        }
        // The upgrade's own mark is nobody's request, nor is the register that the seed lays.
        for (operation, found) in entries where !known.contains(operation) {
            let unasked = found.filter { !["ledger.rows_begin", "people.import"].contains($0.type) }
            doubled.append(contentsOf: unasked.map { "\($0.type) \($0.id), which nobody asked for" })
        }
        for (project, sum) in world.money where sum != money[project] ?? 0 {
            wrong.append("project \(project) holds \(sum) fen; acknowledged are \(money[project] ?? 0)")
        }
        wrong += Checker.chainFaults(in: world.entries)
    }

    /// Gaps in the versions of a subject, broken links to the entry before, leaves that are not of their entries.
    static func chainFaults(in entries: [World.Entry]) -> [String] {
        var faults: [String] = []
        for (subject, unordered) in Dictionary(grouping: entries, by: { "\($0.subjectKind) \($0.subject)" }) {
            let chain = unordered.sorted { $0.version < $1.version }
            for (index, entry) in chain.enumerated() {
                if entry.version != Int64(index + 1) {
                    faults.append("\(subject) has a gap at \(entry.version)")
                }
                if index > 0, entry.previous != chain[index - 1].leaf {
                    faults.append("\(subject) \(entry.version) does not follow the entry before it")
                }
                if entry.leaf != Digest.sha256([0] + entry.body) {
                    faults.append("\(subject) \(entry.version) has a leaf of other bytes")
                }
            }
        }
        return faults
    }
}

extension World {
    /// Reads it as the superuser, past every policy.
    static func read(from pool: Pool) async throws -> World {
        let found = try await pool.read([
            """
            select entry_id, type, subject_kind, subject_id, subject_version, previous_leaf, leaf, body,
                coalesce(convert_from(body, 'UTF8')::jsonb ->> 'op', '') as operation
            from ledger.entry where district = 1
            """,
            """
            select principal, encode(key_hash, 'hex') as key, coalesce(status, 0) as status,
                coalesce(answer, '') as answer
            from app.request where district = 1
            """,
            """
            select 'project ' || project_id as name from app.project
            union all select 'paper ' || paper_id from app.paper
            union all select 'receipt ' || receipt_id from app.receipt
            union all select 'issue ' || issue_id from app.issue
            union all select 'block ' || source_id from app.block where action_class = 'joint_acceptance'
            """,
            """
            select project_id, coalesce(sum(amount_fen), 0)::bigint as fen
            from app.project left join app.receipt using (district, project_id) group by project_id
            """,
        ])
        var rows: [String: Int] = [:]
        for row in found[2] { rows[try row.text("name"), default: 0] += 1 }
        var money: [ID: Int64] = [:]
        for row in found[3] { money[try row.id("project_id")] = try row.int64("fen") }
        return World(
            entries: try found[0].map { row in
                World.Entry(
                    id: try row.id("entry_id"), type: try row.text("type"),
                    subjectKind: try row.text("subject_kind"), subject: try row.id("subject_id"),
                    version: Int64(try row.int32("subject_version")),
                    previous: try row.optionalBytes("previous_leaf"), leaf: try row.bytes("leaf"),
                    body: try row.bytes("body"), operation: try row.text("operation"))
            },
            answers: try found[1].map { row in
                World.Answer(
                    person: try row.id("principal"), key: try row.text("key"),
                    status: Int(try row.int32("status")),
                    body: try row.bytes("answer"))
            }, rows: rows, money: money)
    }
}
