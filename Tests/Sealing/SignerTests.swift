import Foundation
import Harness
import Ledger
import PQ
import Sealing
import Testing
import Values

/// A signer's files in a folder of their own, and the signer as the program that its users run.
final class SignerScene: Sendable {
    let folder: String
    let verifier: NoteVerifier
    var key: String { folder + "/key" }
    var state: String { folder + "/state" }
    var socket: String { folder + "/socket" }
    var client: SignerClient { SignerClient(socket) }

    init() throws {
        folder = try RunningProgram.makeFolder("yanshou-signer")
        verifier = try KeyFiles.make("test.example/log", key: folder + "/key", state: folder + "/state")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func start() async throws -> RunningProgram {
        let program = try RunningProgram(
            "yanshoud", ["signer", "--key", key, "--state", state, "--socket", socket])
        for _ in 0..<500 {
            if (try? await client.state()) != nil { return program }
            if let status = program.exitStatus() {
                throw LogFault("signer ended: \(status) \(program.errors)")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw LogFault("the signer does not answer: \(program.errors)")
    }

    func last() throws -> Checkpoint { try StateFile(path: state).last() }
}

@Suite("The log: the signer")
struct SignerTests {
    private static func rebuilt(_ change: [SQL]) -> [SQL] {
        change + [
            "delete from ledger.tile", "delete from ledger.checkpoint",
            """
            insert into ledger.tile (level, n, data, root)
            select 0, n, string_agg(hash, ''::bytea order by idx), ledger.tree_root(array_agg(hash order by idx))
            from (select idx / 256 as n, idx, hash from ledger.leaf) own group by n having count(*) = 256
            """,
        ]
    }

    /// What a superuser may do to the log, tiles and all; and whether the signer says that it is shorter or another.
    private static let attacks: [(String, [SQL], isShorter: Bool)] = [
        ("rollback", ["delete from ledger.leaf where idx >= 280"], true),
        (
            "rollback and other entries after",
            [
                """
                with gone as (delete from ledger.leaf where idx >= 280 returning district, entry_id)
                delete from ledger.entry using gone where entry.entry_id = gone.entry_id
                """, Scene.events(400), "select ledger.seal(5000)",
            ], false
        ),
        (
            "fork",
            [
                """
                update ledger.entry set body = body || ' ', leaf = sha256('\\x00'::bytea || body || ' ')
                where entry_id = (select entry_id from ledger.leaf where idx = 17)
                """,
                """
                update ledger.leaf set hash = (select leaf from ledger.entry where entry.entry_id = leaf.entry_id)
                where idx = 17
                """,
            ], false
        ),
        (
            "reorder",
            [
                """
                with two as (delete from ledger.leaf where idx in (3, 4) returning *)
                insert into ledger.leaf select 7 - idx, district, entry_id, hash from two order by idx
                """
            ], false
        ),
        (
            "drop",
            [
                "delete from ledger.leaf where idx = 100",
                "update ledger.leaf set idx = -idx where idx > 100",
                "update ledger.leaf set idx = -idx - 1 where idx < 0",
            ], true
        ),
        (
            "drop and grow",
            [
                "delete from ledger.leaf where idx = 100",
                "update ledger.leaf set idx = -idx where idx > 100",
                "update ledger.leaf set idx = -idx - 1 where idx < 0",
                Scene.events(5), "select ledger.seal(5000)",
            ], false
        ),
    ]

    @Test("heads are signed as the log grows, kept, and verified with the public line alone")
    func signs() async throws {
        try await Scene.with { scene async throws in
            let signer = try SignerScene()
            let program = try await signer.start()
            let keeper = HeadKeeper(scene.pool, signer: signer.client)
            for count in [1, 300, 1, 700] {
                try await scene.add(count)
                _ = try await scene.sealer.sealAll()
                let size = try #require(try await keeper.keep())
                #expect(try await keeper.keep() == nil)
                let leaves = try await scene.leaves()
                let head = Checkpoint(
                    origin: "test.example/log", size: leaves.count, root: Merkle.root(of: leaves))
                #expect(size == leaves.count)
                #expect(try signer.last() == head)
                let note = try await scene.database.owner.read(
                    "select note from ledger.checkpoint where size = \(Int64(size))"
                ).one().text("note")
                #expect(signer.verifier.checkpoint(of: note) == head)
            }
            let check = try await scene.check(signer.verifier)
            #expect(check.differences.isEmpty)
            #expect(check.checkpoints == 4)
            let other = try #require(NoteSigner.make(name: "test.example/log")).verifier
            #expect(try await scene.check(other).differences.count == 4)
            // Killed and started again it goes on from where it stood.
            program.signal(SIGKILL)
            _ = try await program.finish()
            try await scene.add(3)
            _ = try await scene.sealer.sealAll()
            await #expect(throws: LogFault.self) { _ = try await keeper.keep() }
            let again = try await signer.start()
            #expect(try await keeper.keep() != nil)
            again.signal(SIGTERM)
            #expect(try await again.finish() == 0)
        }
    }

    @Test("what a superuser makes of the log is refused: rollback, fork, reorder, drop", arguments: 0..<6)
    func refuses(number: Int) async throws {
        let (name, change, isShorter) = Self.attacks[number]
        try await Scene.with { scene async throws in
            let signer = try SignerScene()
            let program = try await signer.start()
            try await scene.add(300)
            _ = try await scene.sealer.sealAll()
            let keeper = HeadKeeper(scene.pool, signer: signer.client)
            let size = try #require(try await keeper.keep())
            let before = try signer.last()
            // Sealing asks its triggers, which the rest is past.
            for statement in Self.rebuilt(change) {
                if "\(statement)".contains("ledger.seal(") || "\(statement)".contains("with made") {
                    try await scene.owner([statement])
                } else {
                    try await scene.superuser([statement])
                }
            }
            await #expect(throws: isShorter ? SignerRefusal.shrinks(own: size) : .fork(own: size), "\(name)")
            {
                _ = try await keeper.keep()
            }
            #expect(try signer.last() == before)
            #expect(try await scene.number("select count(*) as n from ledger.checkpoint") == 0)
            // A caller who asks past the keeper is told the same.
            let leaves = try await scene.leaves()
            let head = Checkpoint(
                origin: "test.example/log", size: leaves.count, root: Merkle.root(of: leaves))
            let proof = leaves.count > size ? Merkle.consistencyProof(from: size, in: leaves) ?? [] : []
            await #expect(throws: SignerRefusal.self) {
                _ = try await signer.client.sign(HeadRequest(old: size, proof: proof, head: head.text))
            }
            await #expect(throws: SignerRefusal.self) {
                _ = try await signer.client.sign(HeadRequest(old: 0, proof: [], head: head.text))
            }
            program.signal(SIGTERM)
            _ = try await program.finish()
        }
    }

    @Test("bytes that changed after they were sealed are not signed over, whatever their hash says")
    func changed() async throws {
        try await Scene.with { scene async throws in
            let signer = try SignerScene()
            let program = try await signer.start()
            try await scene.add(20)
            _ = try await scene.sealer.sealAll()
            try await scene.owner(["alter table ledger.entry drop constraint entry_leaf_is_of_its_body"])
            try await scene.superuser([
                "update ledger.entry set body = body || ' ' where entry_id = (select entry_id from ledger.leaf where idx = 7)"
            ])
            let keeper = HeadKeeper(scene.pool, signer: signer.client)
            await #expect(throws: HeadKeeper.Changed.self) { _ = try await keeper.keep() }
            program.signal(SIGTERM)
            _ = try await program.finish()
        }
    }

    @Test(
        "one signer for a state; none without its state; a lost one goes on from a head that the key signed")
    func states() async throws {
        let signer = try SignerScene()
        let program = try await signer.start()
        let leaves = (0..<5).map { Entry.leaf([UInt8($0)]) }
        let head = Checkpoint(origin: "test.example/log", size: 5, root: Merkle.root(of: leaves))
        let note = try await signer.client.sign(HeadRequest(old: 0, proof: [], head: head.text))
        // The same once more is the same; from elsewhere, of another log, or of nothing it is refused.
        #expect(try await signer.client.sign(HeadRequest(old: 5, proof: [], head: head.text)) == note)
        await #expect(throws: SignerRefusal.otherBeginning(own: 5)) {
            _ = try await signer.client.sign(HeadRequest(old: 4, proof: [], head: head.text))
        }
        let strange = Checkpoint(origin: "other.example/log", size: 6, root: head.root)
        await #expect(throws: SignerRefusal.malformed) {
            _ = try await signer.client.sign(HeadRequest(old: 5, proof: [], head: strange.text))
        }
        let arguments = ["signer", "--key", signer.key, "--state", signer.state, "--socket", signer.socket]
        let second = try await RunningProgram.run("yanshoud", arguments)
        #expect(second.status != 0)
        #expect(second.errors.contains("another signer"), "\(second.errors)")
        program.signal(SIGKILL)
        _ = try await program.finish()
        try FileManager.default.removeItem(atPath: signer.state)
        #expect(try await RunningProgram.run("yanshoud", arguments).status != 0)
        #expect(throws: LogFault.self) {
            _ = try KeyFiles.resume(
                note.replacingOccurrences(of: "\n5\n", with: "\n4\n"), key: signer.key, state: signer.state)
        }
        try note.write(toFile: signer.folder + "/note", atomically: true, encoding: .utf8)
        let resumed = try await RunningProgram.run(
            "yanshoud",
            [
                "ledger", "key", "resume", "--key", signer.key, "--state", signer.state,
                signer.folder + "/note",
            ])
        #expect(resumed.status == 0, "\(resumed.errors)")
        let again = try await signer.start()
        #expect(try await signer.client.state().size == 5)
        again.signal(SIGTERM)
        _ = try await again.finish()
        let mode = try FileManager.default.attributesOfItem(atPath: signer.key)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
