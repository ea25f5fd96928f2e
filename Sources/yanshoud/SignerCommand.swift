import ArgumentParser
import Foundation
import Ledger
import Sealing
import Synchronization
import Terminal

/// The log's signer, which alone reads the key.
struct Signer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "日志的签名进程：只签延续上次所签的检查点。 Sign heads of the log, each only where it continues the last.",
        discussion: "Run it as a user of its own: nobody else need read the key or the state.")

    @Option(help: "密钥文件。 The key's file, made by ledger key new.") var key: String
    @Option(help: "状态文件：上次所签。 The file of the last head that it signed.") var state: String
    @Option(help: "套接字。 The socket to listen on.") var socket: String
    @Flag(help: "标准输入结束即退出。 End when the standard input does, with whoever started it.")
    var untilInputEnds = false

    func run() async throws {
        let end = EndSignals()
        let isOver = Mark()
        let server = try Ground.telling { try SignerServer(key: key, state: state, socket: socket) }
        let signals = Task {
            await end.wait()
            isOver.raise()
        }
        if untilInputEnds {
            Thread.detachNewThread {
                var byte: UInt8 = 0
                while read(0, &byte, 1) > 0 {}
                isOver.raise()
            }
        }
        server.run { isOver.isUp }
        signals.cancel()
    }
}

extension Ground {
    /// Ends the program with 1 and the reason where the log's files cannot be used.
    static func telling<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch let fault as LogFault {
            note(fault.description)
            throw ExitCode(1)
        }
    }
}

/// Told once by one thread, seen by another.
private final class Mark: Sendable {
    private let value = Atomic<Bool>(false)

    var isUp: Bool { value.load(ordering: .acquiring) }
    func raise() { value.store(true, ordering: .releasing) }
}

/// This program again, as a process that ends with this one: its standard input closes, however this one ends.
final class ChildProgram: Sendable {
    private let process: pid_t
    private let input: Int32

    init(_ arguments: [String]) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw LogFault(String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 && descriptor != ends[0] {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var words: [UnsafeMutablePointer<CChar>?] = (["yanshoud"] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, "/proc/self/exe", &actions, nil, &words, &variables)
        guard failure == 0 else {
            close(ends[1])
            throw LogFault(String(cString: strerror(failure)))
        }
        process = child
        input = ends[1]
    }

    /// Whether it still runs; once it does not, it is not asked again.
    func isRunning() -> Bool {
        var status: Int32 = 0
        return waitpid(process, &status, WNOHANG) == 0
    }

    /// Lets it end, and waits for that.
    func end() async {
        close(input)
        for _ in 0..<250 where isRunning() { try? await Task.sleep(for: .milliseconds(20)) }
        if isRunning() {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
    }

    /// After it was seen to have ended.
    func forget() { close(input) }
}
