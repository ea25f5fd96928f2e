import Foundation

/// What went wrong with a cluster of our own, in a sentence for whoever started it.
package struct ClusterFault: Error, CustomStringConvertible, Sendable {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Runs a program to its end, and returns what it printed.
enum Program {
    struct Result: Sendable {
        let status: Int32
        let output: String
    }

    /// Starts it by `posix_spawn` and waits for its end.
    ///
    /// Foundation's own process waits for a pipe that a server left behind in the background keeps open for ever.
    /// It runs as `user` where one is given: we are root then, and it must not be.
    static func run(_ path: String, _ arguments: [String], as user: String? = nil) throws -> Result {
        let command =
            user.map {
                ["/usr/bin/setpriv", "--reuid=\($0)", "--regid=\($0)", "--clear-groups", "--", path]
                    + arguments
            } ?? [path] + arguments
        // A file, not a pipe, for the same reason.
        let sink = FileManager.default.temporaryDirectory.appendingPathComponent(
            "yanshou-\(UUID().uuidString)"
        ).path
        guard FileManager.default.createFile(atPath: sink, contents: nil) else {
            throw ClusterFault("cannot write to \(sink)")
        }
        defer { try? FileManager.default.removeItem(atPath: sink) }
        let status = try spawn(command, environment: environment(), outputTo: sink)
        return Result(status: status, output: (try? String(contentsOfFile: sink, encoding: .utf8)) ?? "")
    }

    private static func spawn(_ command: [String], environment: [String], outputTo sink: String) throws
        -> Int32
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, sink, O_WRONLY | O_APPEND, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // A server that outlives us must not keep our sockets and locks.
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, command[0], &actions, nil, &arguments, &variables)
        guard failure == 0 else { throw ClusterFault("\(command[0]): \(String(cString: strerror(failure)))") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw ClusterFault("\(command[0]) cannot be waited for") }
        }
        // The exit status stands in the second byte; a signal in the first.
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }

    /// The starter's environment, but for what would change messages we read or databases we reach.
    private static func environment() -> [String] {
        ProcessInfo.processInfo.environment
            .filter {
                !$0.key.hasPrefix("PG") && !$0.key.hasPrefix("LC_")
                    && !["LANG", "LANGUAGE", "PWD"].contains($0.key)
            }
            .map { "\($0.key)=\($0.value)" } + ["LANG=C.UTF-8"]
    }
}

/// Where PostgreSQL's own programs are.
package struct PostgresPrograms: Sendable {
    package let folder: String

    /// Finds them: where `YANSHOU_PG_BIN` says, else the newest of Debian's, else along the path.
    package static func find() throws -> PostgresPrograms {
        let environment = ProcessInfo.processInfo.environment
        let files = FileManager.default
        if let named = environment["YANSHOU_PG_BIN"] {
            guard files.isExecutableFile(atPath: named + "/initdb") else {
                throw ClusterFault("YANSHOU_PG_BIN names \(named), which holds no initdb")
            }
            return PostgresPrograms(folder: named)
        }
        let debian = "/usr/lib/postgresql"
        let versions = (try? files.contentsOfDirectory(atPath: debian)) ?? []
        let newest = versions.compactMap { Int($0) }.sorted(by: >)
        for version in newest where files.isExecutableFile(atPath: "\(debian)/\(version)/bin/initdb") {
            return PostgresPrograms(folder: "\(debian)/\(version)/bin")
        }
        for folder in (environment["PATH"] ?? "").split(separator: ":")
        where files.isExecutableFile(atPath: folder + "/initdb") {
            return PostgresPrograms(folder: String(folder))
        }
        throw ClusterFault("PostgreSQL's programs are not installed: apt-get install postgresql-15")
    }

    func path(_ name: String) -> String { folder + "/" + name }
}
