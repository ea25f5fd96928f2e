package import Ledger
package import PQ
import Values

extension LogCheck {
    private static let page = 10_000

    /// Reads the whole log in one snapshot, as a user that sees every row, and checks it.
    ///
    /// Where the log's public line is given, each stored head must carry its signature.
    /// - Throws: `PQError` where the database cannot be read.
    package static func run(at url: String, verifier: NoteVerifier?) async throws -> LogCheck {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-fsck")
        do {
            let check = try await pool.transaction { transaction in
                _ = try await transaction.send("set transaction isolation level repeatable read read only")
                let check = try await read(transaction, verifier)
                _ = try await transaction.commit()
                return check
            }
            await pool.close()
            return check
        } catch {
            await pool.close()
            throw error
        }
    }

    private static func read(_ transaction: Transaction, _ verifier: NoteVerifier?) async throws -> LogCheck {
        let stored = try await transaction.send(
            "select size, root, note from ledger.checkpoint order by size")
        var heads: [Int: [UInt8]] = [:]
        var unsigned: [String] = []
        for row in stored {
            let (size, root) = (try row.int("size"), try row.bytes("root"))
            heads[size] = root
            guard let verifier else { continue }
            let head = verifier.checkpoint(of: try row.text("note"))
            if head?.size != size || head?.root != root {
                unsigned.append(
                    "ledger.checkpoint \(size): its note is not this head, signed by the log's key")
            }
        }
        var check = LogCheck(heads: heads)
        for line in unsigned { check.add(difference: line) }
        try await readLeaves(transaction, into: &check)
        try await readUnsealed(transaction, into: &check)
        try await readTiles(transaction, into: &check)
        check.finish()
        return check
    }

    private static func readLeaves(_ transaction: Transaction, into check: inout LogCheck) async throws {
        var from: Int64 = .min
        while true {
            let rows = try await transaction.send(
                """
                select leaf.idx, leaf.entry_id::text as entry, leaf.hash, entry.body, entry.leaf as told,
                    pending.entry_id is not null as waits
                from ledger.leaf
                left join ledger.entry on entry.district = leaf.district and entry.entry_id = leaf.entry_id
                left join ledger.pending on pending.district = leaf.district and pending.entry_id = leaf.entry_id
                where leaf.idx >= \(from) order by leaf.idx limit \(Int64(page))
                """)
            for row in rows {
                let index = try row.int64("idx")
                check.add(
                    Leaf(
                        index: Int(index), entry: try row.text("entry"), hash: try row.bytes("hash"),
                        body: try row.optionalBytes("body"), told: try row.optionalBytes("told"),
                        waits: try row.bool("waits")))
                from = index + 1
            }
            if rows.count < page { return }
        }
    }

    private static func readUnsealed(_ transaction: Transaction, into check: inout LogCheck) async throws {
        let rows = try await transaction.send(
            """
            select entry.entry_id::text as entry, entry.body, entry.leaf as told,
                pending.entry_id is not null as waits, entry.open_at is not null as is_open
            from ledger.entry
            left join ledger.leaf on leaf.district = entry.district and leaf.entry_id = entry.entry_id
            left join ledger.pending on pending.district = entry.district and pending.entry_id = entry.entry_id
            where leaf.idx is null order by entry.entry_id
            """)
        for row in rows {
            check.add(
                unsealed: try row.text("entry"), body: try row.bytes("body"), told: try row.bytes("told"),
                waits: try row.bool("waits"), isOpen: try row.bool("is_open"))
        }
        let lost = try await transaction.send(
            """
            select entry_id::text as entry from ledger.pending
            where not exists (
                select from ledger.entry
                where entry.district = pending.district and entry.entry_id = pending.entry_id)
            order by entry_id
            """)
        for row in lost {
            check.add(difference: "ledger.pending \(try row.text("entry")): what waits is no entry")
        }
    }

    private static func readTiles(_ transaction: Transaction, into check: inout LogCheck) async throws {
        var (level, number): (Int32, Int64) = (.min, .min)
        while true {
            let rows = try await transaction.send(
                """
                select level, n, data, root from ledger.tile
                where (level, n) > (\(level), \(number)) order by level, n limit 1000
                """)
            for row in rows {
                (level, number) = (try row.int32("level"), try row.int64("n"))
                check.add(
                    tile: TilePlace(level: Int(level), number: Int(number), width: TilePlace.whole),
                    data: try row.bytes("data"), root: try row.bytes("root"))
            }
            if rows.count < 1000 { return }
        }
    }
}
