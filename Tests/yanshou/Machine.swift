import Actions
import Foundation
import Harness
import Identity
import JointAcceptanceService
import Ledger
import PQ
import ProjectsService
import Synchronization
import Testing
import Values
import Web

/// What a run of the program left behind.
struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// The output as JSON.
    var json: JSON { (try? JSON(strict: Array(output.utf8.dropLast()))) ?? .null }
}

/// An inspector's machine: a home of its own, and the built program.
final class Machine: Sendable {
    let home: String

    init() throws {
        home = NSTemporaryDirectory() + "yanshou-cli-" + hex(Chance.bytes(8))
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    /// The program that was built beside the tests.
    static let program: String = {
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("yanshou")
            .path
        if let beside, FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return TestServer.repository + "/.build/debug/yanshou"
    }()

    /// Runs the program; nothing waits on a thread, since the service it calls may live in this very process.
    func run(
        all arguments: [String], typing: String = "", language: String = "zh_CN.UTF-8"
    ) async throws -> Outcome {
        let name = home + "/" + hex(Chance.bytes(6))
        for part in ["in", "out", "err"] {
            _ = FileManager.default.createFile(
                atPath: "\(name).\(part)", contents: part == "in" ? Data(typing.utf8) : nil)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Machine.program)
        process.arguments = arguments
        process.environment = ["HOME": home, "LANG": language, "PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle(forReadingAtPath: name + ".in")
        process.standardOutput = FileHandle(forWritingAtPath: name + ".out")
        process.standardError = FileHandle(forWritingAtPath: name + ".err")
        let status = try await withCheckedThrowingContinuation {
            (done: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                done.resume(throwing: error)
            }
        }
        func read(_ part: String) -> String {
            String(decoding: FileManager.default.contents(atPath: "\(name).\(part)") ?? Data(), as: UTF8.self)
        }
        return Outcome(status: status, output: read("out"), errors: read("err"))
    }

    func run(_ arguments: String..., typing: String = "", language: String = "zh_CN.UTF-8") async throws
        -> Outcome
    {
        try await run(all: arguments, typing: typing, language: language)
    }

    func write(_ bytes: [UInt8], to name: String) -> String {
        let path = home + "/" + name
        _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        return path
    }

    func read(_ path: String) -> [UInt8] { Array(FileManager.default.contents(atPath: path) ?? Data()) }
}

/// The real service on a port of this process, over a database of the test's own.
struct Service: Sendable {
    static let password = "password of 监理"
    static let seal = SigningKey.make()

    let database: TestDatabase
    let url: String

    static func with(_ body: @Sendable (Service) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: [IdentityRefusals.all]) { database in
            let kept = Password(password)
            _ = try await database.owner.transaction {
                try await $0.commit(after: [
                    "update auth.person set password_form = \(kept.form), password_verifier = \(kept.verifier)"
                ])
            }
            let desk = database.desk
            let routes =
                IdentityRoutes(desk: desk, turns: Turns(desk, ProjectsRoutes.turns(desk))).routes
                + ProjectsRoutes(actions: ProjectsActions(desk: desk), reads: ProjectsReads(desk: desk))
                .routes
                + JointAcceptanceRoutes(desk: desk, seal: seal).routes
            let server = Server(
                try Router(routes, ids: { ID(high: 0, low: 3) }), at: .tcp(host: "127.0.0.1", port: 0),
                now: { desk.clock.now })
            guard case .tcp(_, let port) = try await server.start() else { return }
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(
                    try await body(Service(database: database, url: "http://127.0.0.1:\(port)")))
            } catch {
                outcome = .failure(error)
            }
            await server.drain(within: .seconds(2))
            try outcome.get()
        }
    }

    /// A machine on which a person has signed in.
    func machine(of login: String, trusting: Bool = false) async throws -> Machine {
        let machine = try Machine()
        let trust = trusting ? ["--trust", Service.seal.publicKey.description] : []
        let outcome = try await machine.sign(in: login, at: url, trust)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return machine
    }
}

extension Machine {
    func sign(in login: String, at url: String, _ more: [String] = []) async throws -> Outcome {
        try await run(all: ["sign-in", url, "--login", login] + more, typing: Service.password + "\n")
    }
}
