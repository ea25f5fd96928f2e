import Actions
import Cluster
import Foundation
import PQ

/// A restore that is only tried (恢复演练): a backup in a scratch cluster, held against the database it was taken from.
enum Drill {
    /// What a database holds: its tables, and the leaf of every event.
    struct Look: Sendable {
        let tables: Fingerprint
        let leaves: [String: String]
    }

    static func look(at cluster: PrivateCluster, like first: Look? = nil) async throws -> Look {
        let pool = Pool(cluster.url("yanshou"), connections: 1, applicationName: "yanshou-drill")
        do {
            let tables = try await Fingerprint.of(pool, like: first?.tables)
            let rows = try await pool.read(
                "select entry_id::text as id, encode(leaf, 'hex') as leaf from ledger.entry")
            var leaves: [String: String] = [:]
            for row in rows { leaves[try row.text("id")] = try row.text("leaf") }
            await pool.close()
            return Look(tables: tables, leaves: leaves)
        } catch {
            await pool.close()
            throw error
        }
    }

    /// Restores a copy into a scratch cluster and compares; says in one line what was found equal.
    ///
    /// `before` is what the database held before the copy began. Where nothing was written meanwhile, every table must
    /// be the same; where something was, the copy's events must lie between those before and those after.
    /// - Throws: `ClusterFault` with everything that differs.
    static func run(_ cluster: PrivateCluster, before: Look, copy: String) async throws -> String {
        let scratch = FileManager.default.temporaryDirectory.path + "/yanshou-drill-\(getpid())"
        let trial = try PrivateCluster(state: scratch, port: cluster.port)
        defer {
            try? trial.stop()
            if trial.sockets != scratch + "/run" {
                try? FileManager.default.removeItem(atPath: trial.sockets)
            }
            try? FileManager.default.removeItem(atPath: scratch)
        }
        try trial.restore(from: copy)
        try trial.start()
        let restored = try await look(at: trial, like: before)
        let after = try await look(at: cluster, like: before)
        let audit = try await LedgerAudit.run(at: trial.url("yanshou"))
        var faults = audit.differences
        for (id, leaf) in before.leaves where restored.leaves[id] != leaf {
            faults.append("event \(id) is lost or another")
        }
        for (id, leaf) in restored.leaves where after.leaves[id] != leaf {
            faults.append("event \(id) is in the copy alone")
        }
        let moved = before.tables.differences(from: after.tables)
        faults += before.tables.differences(from: restored.tables).filter { !moved.contains($0) }
            .map { "table \($0) differs" }
        guard faults.isEmpty else {
            throw ClusterFault("the restored copy is not equal: " + faults.prefix(20).joined(separator: "; "))
        }
        let equal = before.tables.tables.count - moved.count
        let still =
            moved.isEmpty ? "nothing was written meanwhile" : "\(moved.count) were written to meanwhile"
        return """
            drill: restored and equal: \(equal) tables, \(restored.tables.rows) rows (\(still)), \
            \(restored.leaves.count) events with their leaves, \(try await files(in: trial)) files; \(audit.line)
            """
    }

    private static func files(in cluster: PrivateCluster) async throws -> String {
        try await texts(cluster, "select count(*)::text as text from app.file").first ?? "0"
    }

    private static func texts(_ cluster: PrivateCluster, _ statement: SQL) async throws -> [String] {
        let pool = Pool(cluster.url("yanshou"), connections: 1, applicationName: "yanshou-drill")
        do {
            let rows = try await pool.read(statement)
            let texts = try rows.map { try $0.text("text") }
            await pool.close()
            return texts
        } catch {
            await pool.close()
            throw error
        }
    }
}
