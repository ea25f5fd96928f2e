import Foundation
import Harness
import Ledger
import Testing
import Values

/// A log of leaves with its key, and a witness of it as the program that its users run.
private final class WitnessScene: Sendable {
    let folder: String
    let log: NoteSigner
    let verifier: WitnessVerifier
    let port: Int
    let leaves: [[UInt8]]
    var key: String { folder + "/key" }
    var state: String { folder + "/state" }

    init(_ count: Int = 300) async throws {
        folder = try RunningProgram.makeFolder("yanshou-witness")
        log = try #require(NoteSigner.make(name: "log.example/district"))
        port = try LiveSite.freePort()
        leaves = (0..<count).map { Entry.leaf(Array("\($0)".utf8)) }
        let made = try await RunningProgram.run(
            "yanshou",
            [
                "witness", "new", "--key", folder + "/key", "--state", folder + "/state", "--json",
                "audit.example",
            ])
        #expect(made.status == 0, "\(made.output) \(made.errors)")
        let json = try JSON(strict: Array(made.output.utf8.dropLast()))
        verifier = try #require(WitnessVerifier(line: json["vkey"]?.text ?? ""))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var arguments: [String] {
        [
            "witness", "--key", key, "--state", state, "--listen", "127.0.0.1:\(port)", "--log",
            log.verifier.description,
        ]
    }

    func start() async throws -> RunningProgram {
        let program = try RunningProgram("yanshou", arguments)
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            if (try? await HTTPAnswer.to("GET", "/checkpoint", port: port)) != nil { return program }
            if program.exitStatus() != nil { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw HTTPAnswer.None(description: "no witness: \(program.errors)")
    }

    /// The log's head of its first leaves; those of another log of the same key where there is another beginning.
    func tree(_ size: Int, else first: [UInt8]? = nil) -> [[UInt8]] {
        var own = Array(leaves[..<size])
        if let first { own[0] = first }
        return own
    }

    func note(_ tree: [[UInt8]], by signer: NoteSigner? = nil) -> String {
        (signer ?? log).sign(size: tree.count, root: Merkle.root(of: tree))
    }

    func add(_ old: Int, _ tree: [[UInt8]], note: String? = nil) async throws -> HTTPAnswer {
        let proof = Merkle.consistencyProof(from: old, in: tree) ?? []
        return try await ask(HeadRequest(old: old, proof: proof, head: note ?? self.note(tree)).text)
    }

    func ask(_ text: String) async throws -> HTTPAnswer {
        try await HTTPAnswer.to("POST", "/add-checkpoint", port: port, body: Array(text.utf8))
    }

    /// The size of the last head that it says it cosigned, with the cosignature checked.
    func last() async throws -> Int {
        let answer = try await HTTPAnswer.to("GET", "/checkpoint", port: port)
        guard answer.status == 200 else { return 0 }
        let note = String(decoding: answer.body, as: UTF8.self)
        #expect(verifier.time(in: note) != nil)
        return try #require(log.verifier.checkpoint(of: note)).size
    }

    func end(_ program: RunningProgram, _ number: Int32 = SIGTERM) async throws {
        program.signal(number)
        _ = try await program.finish()
    }
}

@Suite("A witness of the log")
struct WitnessTests {
    @Test("it cosigns heads that continue, says which was the last, and goes on after a kill")
    func cosigns() async throws {
        let scene = try await WitnessScene()
        var program = try await scene.start()
        #expect(try await scene.last() == 0)
        var old = 0
        for size in [1, 7, 7, 256, 300] {
            let tree = scene.tree(size)
            let answer = try await scene.add(old, tree)
            #expect(answer.status == 200)
            let line = String(decoding: answer.body, as: UTF8.self)
            #expect(line.hasSuffix("\n"))
            #expect(scene.verifier.time(of: line.dropLast(), under: scene.note(tree)) != nil)
            #expect(scene.verifier.time(in: scene.note(tree) + line) != nil)
            #expect(try await scene.last() == size)
            old = size
            try await scene.end(program, SIGKILL)
            program = try await scene.start()
            #expect(try await scene.last() == size)
        }
        program.signal(SIGTERM)
        #expect(try await program.finish() == 0)
    }

    @Test("fork, rollback, another log, another key and another spelling are refused, and change nothing")
    func refuses() async throws {
        let scene = try await WitnessScene()
        let program = try await scene.start()
        #expect(try await scene.add(0, scene.tree(100)).status == 200)
        let forked = Entry.leaf([9])
        let stranger = try #require(NoteSigner.make(name: "log.example/district"))
        let other = try #require(NoteSigner.make(name: "other.example/log"))
        let (long, fork) = (scene.tree(200), scene.tree(200, else: forked))
        let cases: [(String, HTTPAnswer, Int)] = [
            ("fork", try await scene.add(100, fork), 422),
            (
                "no proof",
                try await scene.ask(HeadRequest(old: 100, proof: [], head: scene.note(long)).text), 422
            ),
            ("fork of the same size", try await scene.add(100, scene.tree(100, else: forked)), 409),
            ("from nothing once more", try await scene.add(0, long), 409),
            ("from elsewhere", try await scene.add(50, long), 409),
            ("rollback", try await scene.add(0, scene.tree(50)), 409),
            ("shorter than its beginning", try await scene.add(100, scene.tree(50)), 400),
            ("another key", try await scene.add(100, long, note: scene.note(long, by: stranger)), 403),
            ("another log", try await scene.add(100, long, note: scene.note(long, by: other)), 404),
            ("nothing", try await scene.ask(""), 400),
            ("no note", try await scene.ask("old 100\n\nhead"), 400),
        ]
        for (name, answer, status) in cases {
            #expect(answer.status == status, "\(name)")
            if status == 409 {
                #expect(String(decoding: answer.body, as: UTF8.self) == "100\n", "\(name)")
                #expect(answer.headers["content-type"] == "text/x.tlog.size", "\(name)")
            }
        }
        #expect(try await scene.last() == 100)
        #expect(try await scene.add(100, long).status == 200)
        try await scene.end(program)
    }

    @Test("killed between its state and its answer, it stands where its state says, and cosigns that again")
    func killed() async throws {
        let scene = try await WitnessScene()
        var old = 0
        for round in 1...12 {
            let program = try await scene.start()
            let size = round * 20
            let before = FileManager.default.contents(atPath: scene.state)
            async let given = try? await scene.add(old, scene.tree(size))
            // Every other time it ends before anything is known of its state.
            while round % 2 == 0, FileManager.default.contents(atPath: scene.state) == before {
                await Task.yield()
            }
            try await scene.end(program, SIGKILL)
            let answer = await given
            let again = try await scene.start()
            let stands = try await scene.last()
            #expect(stands == old || stands == size)
            if answer?.status == 200 || round % 2 == 0 { #expect(stands == size) }
            if stands == size {
                let late = try await scene.add(old, scene.tree(size))
                #expect(late.status == (old == size ? 200 : 409))
                #expect(String(decoding: late.body, as: UTF8.self) == "\(size)\n")
            }
            #expect(try await scene.add(stands, scene.tree(size)).status == 200)
            old = size
            try await scene.end(again, SIGKILL)
        }
    }

    @Test("of two heads at once from one beginning, one is cosigned")
    func raced() async throws {
        let scene = try await WitnessScene()
        let program = try await scene.start()
        #expect(try await scene.add(0, scene.tree(1)).status == 200)
        var seen = scene.tree(1)
        for round in 1...20 {
            // Both continue what was seen, and not each other.
            let both = ["one", "two"].map { seen + [Entry.leaf(Array("\(round) \($0)".utf8))] }
            async let first = scene.add(round, both[0])
            async let second = scene.add(round, both[1])
            let answers = try await [first.status, second.status]
            #expect(answers.sorted() == [200, 409])
            #expect(try await scene.last() == round + 1)
            seen = both[answers[0] == 200 ? 0 : 1]
        }
        try await scene.end(program)
    }

    @Test("one witness for a state, none without its state or with that of another log")
    func states() async throws {
        let scene = try await WitnessScene()
        let program = try await scene.start()
        #expect(try await scene.add(0, scene.tree(5)).status == 200)
        let second = try await RunningProgram.run("yanshou", scene.arguments)
        #expect(second.status == 2)
        #expect(second.errors.contains(scene.state), "\(second.errors)")
        try await scene.end(program)
        let other = try #require(NoteSigner.make(name: "log.example/district"))
        var foreign = scene.arguments
        foreign[foreign.count - 1] = other.verifier.description
        #expect(try await RunningProgram.run("yanshou", foreign).status == 2)
        // Making it anew would cosign a second history: files that are there stay.
        let anew = try await RunningProgram.run(
            "yanshou", ["witness", "new", "--key", scene.key, "--state", scene.state, "audit.example"])
        #expect(anew.status != 0)
        try FileManager.default.removeItem(atPath: scene.state)
        #expect(try await RunningProgram.run("yanshou", scene.arguments).status == 2)
    }

    @Test("a proof is held to the witnesses that are named, and to how many must have cosigned")
    func quorum() async throws {
        let scene = try await WitnessScene()
        let program = try await scene.start()
        let entry = Array("299".utf8)
        let note = scene.note(scene.leaves)
        let line = String(decoding: try await scene.add(0, scene.leaves).body, as: UTF8.self)
        try await scene.end(program)
        let other = try #require(WitnessSigner.make(name: "street.example")).verifier.description
        let own = scene.verifier.description
        let file = scene.folder + "/event.tlog-proof"
        func verify(_ note: String, _ more: [String]) async throws -> Int32 {
            let proof = LogProof(
                entry: entry, index: 299,
                path: try #require(Merkle.inclusionProof(of: 299, in: scene.leaves)), note: note)
            try proof.text.write(toFile: file, atomically: true, encoding: .utf8)
            return try await RunningProgram.run(
                "yanshou", ["verify-proof", file, "--vkey", scene.log.verifier.description] + more
            ).status
        }
        #expect(try await verify(note + line, []) == 0)
        #expect(try await verify(note + line, ["--witness", own]) == 0)
        #expect(try await verify(note, ["--witness", own]) == 5)
        #expect(try await verify(note + line, ["--witness", own, "--witness", other]) == 5)
        #expect(try await verify(note + line, ["--witness", own, "--witness", other, "--quorum", "1"]) == 0)
        #expect(try await verify(note + line, ["--witness", other, "--quorum", "1"]) == 5)
        // The same witness named twice is one.
        #expect(try await verify(note + line, ["--witness", own, "--witness", own, "--quorum", "2"]) == 2)
        #expect(try await verify(note + line, ["--witness", scene.log.verifier.description]) == 2)
    }
}
