package import Ledger
package import PQ

/// Has the log's present head signed, and keeps it (检查点).
package struct HeadKeeper: Sendable {
    /// What is stored is no longer what was sealed: nothing is signed over it.
    package struct Changed: Error, Hashable, CustomStringConvertible {
        package let index: Int

        package var description: String {
            "第 \(index) 条的字节已非封存时的字节，不再签名 · the bytes of entry \(index) are not those that were sealed; "
                + "nothing is signed"
        }
    }

    private static let page = 1_000

    private let pool: Pool
    private let signer: SignerClient

    /// Takes a pool of the role `yanshou_sealer`, or of the database's owner.
    package init(_ pool: Pool, signer: SignerClient) {
        self.pool = pool
        self.signer = signer
    }

    /// Signs and keeps the head where the log has grown since the last one; gives its size, or nil where it has not.
    ///
    /// The new entries' stored bytes are hashed here once more, and the tree is read from its tiles.
    /// - Throws: `Changed`, `SignerRefusal`, `LogFault`, `PQError`, `TileTree.Fault`.
    package func keep() async throws -> Int? {
        let now = try await ask("select size, kept from ledger.log_state()").one()
        let (size, kept) = (try now.int("size"), try now.int("kept"))
        guard size > kept else { return nil }
        let (verifier, old) = try await signer.state()
        guard old <= size else { throw SignerRefusal.shrinks(own: old) }
        try await rehash(from: min(kept, old), to: size)
        var tree = TileTree(size: size) { try await tile($0) }
        let root = try await tree.root()
        let head = Checkpoint(origin: verifier.name, size: size, root: root)
        let note = try await signer.sign(
            HeadRequest(old: old, proof: try await tree.consistencyProof(from: old), head: head.text))
        guard verifier.checkpoint(of: note) == head else {
            throw LogFault("签名进程的应答不是该检查点 · the signer's answer is not this head, signed")
        }
        FaultPoint.logSigned.reach()
        _ = try await ask("select ledger.keep_checkpoint(\(Int64(size)), \(root), \(note))")
        return size
    }

    private func rehash(from start: Int, to end: Int) async throws {
        var from = start
        while from < end {
            let rows = try await ask(
                """
                select idx, hash, body from ledger.sealed_bytes(
                    \(Int64(from)), \(Int32(min(HeadKeeper.page, end - from))))
                """)
            for row in rows {
                guard try row.int("idx") == from, Entry.leaf(try row.bytes("body")) == (try row.bytes("hash"))
                else { throw Changed(index: from) }
                from += 1
            }
            if rows.count == 0 { throw Changed(index: from) }
        }
    }

    private func tile(_ place: TilePlace) async throws -> [UInt8] {
        let rows = try await ask(
            "select pub.log_tile(\(Int32(place.level)), \(Int64(place.number)), \(Int32(place.width))) as data"
        )
        return try rows.one().optionalBytes("data") ?? []
    }

    private func ask(_ statement: SQL) async throws -> Rows {
        try await pool.transaction { try await $0.commit(after: [statement])[0] }
    }
}
