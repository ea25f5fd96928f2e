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

    /// - Parameter user: the account it runs as, where we are root and it must not be.
    static func run(_ path: String, _ arguments: [String], as user: String? = nil, input: Data? = nil) throws
        -> Result
    {
        let process = Process()
        if let user {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments =
                ["--reuid=\(user)", "--regid=\(user)", "--clear-groups", "--", path] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        var environment = ProcessInfo.processInfo.environment
        // Messages are read by us, and a cluster must not follow its starter's settings.
        for name in environment.keys where name.hasPrefix("PG") || name.hasPrefix("LC_") {
            environment[name] = nil
        }
        environment["LANG"] = "C.UTF-8"
        environment["LANGUAGE"] = nil
        process.environment = environment
        // A file, not a pipe: a server started in the background keeps its output open for ever.
        let sink = FileManager.default.temporaryDirectory.appendingPathComponent("yanshou-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: sink.path, contents: nil) else {
            throw ClusterFault("cannot write to \(sink.deletingLastPathComponent().path)")
        }
        defer { try? FileManager.default.removeItem(at: sink) }
        let handle = try FileHandle(forWritingTo: sink)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let output = (try? String(contentsOf: sink, encoding: .utf8)) ?? ""
        return Result(status: process.terminationStatus, output: output)
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
