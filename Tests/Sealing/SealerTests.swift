import Harness
import Ledger
import PQ
import Sealing
import Testing
import Values

@Suite("The log: sealing")
struct SealerTests {
    @Test("what waits is sealed in one order without a gap, tiles above it, and the root is the tree's")
    func seals() async throws {
        try await Scene.with { scene async throws in
            let before = try await scene.number("select count(*) as n from ledger.pending")
            try await scene.add(700)
            #expect(try await scene.sealer.sealAll() == before + 700)
            #expect(try await scene.sealer.sealAll() == 0)
            let leaves = try await scene.leaves()
            #expect(leaves.count == before + 700)
            #expect(try await scene.number("select count(*) as n from ledger.pending") == 0)
            #expect(
                try await scene.number("select max(idx) + 1 as n from ledger.leaf") == leaves.count)
            for size in [0, 1, 2, 3, 255, 256, 257, 511, 512, 600, leaves.count] {
                let root = try await scene.database.owner.read("select ledger.root(\(Int64(size))) as root")
                #expect(
                    try root.one().bytes("root") == Merkle.root(of: Array(leaves.prefix(size))), "\(size)")
            }
            let tiles = try await scene.database.owner.read(
                "select level, n, data, root from ledger.tile order by level, n")
            #expect(tiles.count == leaves.count / 256)
            for (number, row) in tiles.enumerated() {
                let own = Array(leaves[number * 256..<(number + 1) * 256])
                #expect(try row.bytes("data") == own.flatMap { $0 })
                #expect(try row.bytes("root") == Merkle.root(of: own))
            }
            let check = try await scene.check()
            #expect(check.differences.isEmpty, "\(check.differences.prefix(5))")
            #expect(
                check.line
                    == "fsck: \(leaves.count) sealed, 0 waiting, \(tiles.count) tiles, 0 checkpoints, 0 differences"
            )
        }
    }

    @Test("a tile of the second level is made with its last hash, over many seals")
    func secondLevel() async throws {
        try await Scene.with { scene async throws in
            for count in [40_000, 20_000, 5_536, 3] {
                try await scene.add(count)
                _ = try await scene.sealer.sealAll()
            }
            #expect(try await scene.number("select count(*) as n from ledger.tile where level = 1") == 1)
            let leaves = try await scene.leaves()
            let root = try await scene.database.owner.read("select ledger.root(ledger.log_size()) as root")
            #expect(try root.one().bytes("root") == Merkle.root(of: leaves))
            #expect(try await scene.check().differences.isEmpty)
        }
    }

    @Test("many sealers at once, and events that come meanwhile: each event once, none left")
    func together() async throws {
        try await Scene.with { scene async throws in
            try await scene.add(12_000)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try await scene.sealer.sealAll() } }
                group.addTask { for _ in 0..<10 { try await scene.add(100) } }
                try await group.waitForAll()
            }
            _ = try await scene.sealer.sealAll()
            let check = try await scene.check()
            #expect(check.differences.isEmpty, "\(check.differences.prefix(5))")
            #expect(check.waiting == 0)
            #expect(check.sealed == (try await scene.number("select count(*) as n from ledger.entry")))
        }
    }

    @Test("a sealer that is ended in the middle loses nothing and doubles nothing")
    func ended() async throws {
        try await Scene.with { scene async throws in
            try await scene.add(3_000)
            for _ in 0..<20 {
                // The sealer's session is ended while its transaction is open, as a kill of it does.
                await #expect(throws: PQError.self) {
                    try await scene.pool.transaction { transaction in
                        _ = try await transaction.send("select ledger.seal(500) as sealed")
                        try await scene.owner([
                            """
                            select pg_terminate_backend(pid, 10000) from pg_stat_activity
                            where application_name = 'test-sealer' and datname = current_database()
                                and state = 'idle in transaction'
                            """
                        ])
                        _ = try await transaction.commit()
                    }
                }
            }
            #expect(try await scene.leaves().isEmpty)
            _ = try await scene.sealer.sealAll()
            #expect(try await scene.check().differences.isEmpty)
        }
    }

    @Test("nobody changes, skips, repeats or forges what is sealed")
    func guards() async throws {
        try await Scene.with { scene async throws in
            try await scene.add(300)
            _ = try await scene.sealer.sealAll()
            try await scene.add(2)
            let size = Int64(try await scene.leaves().count)
            func refusal(_ statement: SQL) async throws -> String? {
                try await scene.database.refusal(ofOwner: [statement])
            }
            func leaf(_ index: Int64, of place: SQL, hash: SQL = "leaf") -> SQL {
                """
                insert into ledger.leaf (idx, district, entry_id, hash)
                select \(index), entry.district, entry.entry_id, \(hash) from ledger.entry \(place)
                """
            }
            let waits: SQL = "join ledger.pending using (district, entry_id) order by entry_id limit 1"
            #expect(try await refusal(leaf(size + 1, of: waits)) == "leaf_follows_the_last")
            #expect(try await refusal(leaf(-1, of: waits)) == "leaf_follows_the_last")
            #expect(
                try await refusal(leaf(size, of: waits, hash: "sha256('')")) == "leaf_is_of_its_entry")
            let sealed: SQL = "join ledger.leaf using (district, entry_id) order by idx limit 1"
            #expect(try await refusal(leaf(size, of: sealed)) == "entry_is_sealed_once")
            #expect(
                try await refusal(
                    "delete from ledger.pending where entry_id = (select min(entry_id::text)::uuid from ledger.pending)"
                )
                    == "pending_entry_ends_sealed")
            for table in ["leaf", "tile", "pending"] {
                for statement: SQL in [
                    "update ledger.\(unescaped: table) set \(unescaped: table == "tile" ? "n = n" : "district = district")",
                    "truncate ledger.\(unescaped: table) cascade",
                ] { #expect(try await refusal(statement) == "fact_is_never_changed") }
            }
            #expect(try await refusal("delete from ledger.leaf where idx = 0") == "fact_is_never_changed")
            #expect(try await refusal("delete from ledger.tile") == "fact_is_never_changed")
            #expect(
                try await refusal("insert into ledger.tile (level, n) values (0, 1)")
                    == "tile_is_of_its_hashes")
            #expect(
                try await refusal(
                    "insert into ledger.checkpoint (size, root, note) values (\(size), sha256(''), 'x')")
                    == "checkpoint_is_of_the_log")
            #expect(
                try await refusal(
                    "insert into ledger.checkpoint (size, root, note) values (0, sha256(''), 'x')")
                    == "checkpoint_is_of_the_log")
            // What was never put in line is not sealed.
            try await scene.superuser(["delete from ledger.pending"])
            let lost: SQL =
                "where not exists (select from ledger.leaf l where l.entry_id = entry.entry_id) limit 1"
            #expect(try await refusal(leaf(size, of: lost)) == "sealed_entry_was_pending")
        }
    }

    @Test("the application's roles neither seal nor see the log's order; the sealer can do nothing else")
    func roles() async throws {
        try await Scene.with { scene async throws in
            for statement: SQL in [
                "select ledger.seal(1)", "select * from ledger.leaf",
                "insert into ledger.tile (level, n) values (0, 0)",
            ] {
                #expect(
                    try await scene.database.refusal(as: "street", [statement])?.hasPrefix("42501") == true)
            }
            for statement: SQL in [
                "insert into ledger.leaf (idx, district, entry_id, hash) values (0, 1, gen_random_uuid(), '')",
                "delete from ledger.pending", "update ledger.entry set role = 'x'",
                "select * from app.project",
            ] {
                await #expect(throws: PQError.self) {
                    try await scene.pool.transaction { transaction in
                        _ = try await transaction.commit(after: [statement])
                    }
                }
            }
        }
    }

    @Test("two sealers at once: the second waits, then finds nothing more to seal")
    func raced() async throws {
        try await Scene.with { scene async throws in
            try await scene.add(10)
            let seal: [SQL] = ["select ledger.seal(5000)"]
            let outcome = try await scene.database.race(
                (TestDatabase.anOperator, seal), (TestDatabase.anOperator, seal))
            #expect(outcome.0 == nil)
            #expect(outcome.1 == nil)
            #expect(try await scene.check().differences.isEmpty)
        }
    }
}
