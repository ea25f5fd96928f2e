import Cluster
import Foundation
import Synchronization

/// A program of this build, run as its users run it: a process of its own, with files for what it prints.
///
/// Files, not pipes: a PostgreSQL that it leaves behind would keep a pipe open for ever.
package final class RunningProgram: Sendable {
    package let processID: Int32
    private let folder: String
    private let status = Mutex<Int32?>(nil)

    /// Starts a program that this build made, or another by its path.
    package init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        folder = try RunningProgram.makeFolder("yanshou-run")
        let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        let program = name.hasPrefix("/") ? name : beside.appendingPathComponent(name).path
        do {
            processID = try RunningProgram.spawn(
                [program] + arguments, environment, output: folder + "/output", errors: folder + "/errors")
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    deinit {
        if exitStatus() == nil {
            kill(processID, SIGKILL)
            var ended: Int32 = 0
            waitpid(processID, &ended, 0)
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs a program to its end, which must come within the time.
    package static func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:],
        within limit: Duration = .seconds(60)
    ) async throws -> (status: Int32, output: String, errors: String) {
        let program = try RunningProgram(name, arguments, environment: environment)
        let status = try await program.finish(within: limit)
        return (status, program.output, program.errors)
    }

    package var output: String { text("output") }
    package var errors: String { text("errors") }

    private func text(_ name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: folder + "/" + name) ?? Data(), as: UTF8.self)
    }

    /// The exit status, 128 and the signal's number after a signal, nil while it runs.
    package func exitStatus() -> Int32? {
        status.withLock { known in
            if let known { return known }
            var raw: Int32 = 0
            guard waitpid(processID, &raw, WNOHANG) == processID else { return nil }
            known = raw & 0x7f == 0 ? (raw >> 8) & 0xff : 128 + (raw & 0x7f)
            return known
        }
    }

    package func signal(_ number: Int32) {
        if exitStatus() == nil { kill(processID, number) }
    }

    /// Waits for the end; kills it and throws where the time is over.
    package func finish(within limit: Duration = .seconds(60)) async throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if let status = exitStatus() { return status }
            try await Task.sleep(for: .milliseconds(20))
        }
        signal(SIGKILL)
        throw ClusterFault("process \(processID) did not end within \(limit): \(errors.suffix(2000))")
    }

    /// A new folder under the system's temporary one, which every account may pass through.
    package static func makeFolder(_ name: String) throws -> String {
        let folder = "/tmp/\(name)-\(getpid())-\(serial.add(1, ordering: .relaxed).newValue)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        return folder
    }

    private static let serial = Atomic<Int>(0)

    private static func spawn(
        _ command: [String], _ environment: [String: String], output: String, errors: String
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PG") && $0.key != "DATABASE_URL" }
            .merging(environment) { _, told in told }
            .map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, command[0], &actions, nil, &arguments, &variables)
        guard failure == 0 else { throw ClusterFault("\(command[0]): \(String(cString: strerror(failure)))") }
        return child
    }
}
