import Foundation

/// A PostgreSQL cluster of our own in a state folder: made, started, recovered and stopped by us.
///
/// It listens on a Unix socket in a folder that only its owner and we may enter, and on no network.
package struct PrivateCluster: Sendable {
    package let state: String
    package let port: Int
    let programs: PostgresPrograms
    /// The account the server runs as; PostgreSQL refuses to run as root.
    let account: String?
    let settings: [String]

    /// Describes a cluster; `settings` are further `name=value` settings of its server.
    package init(state: String, port: Int = 5432, settings: [String] = []) throws {
        self.state = state
        self.port = port
        self.settings = settings
        programs = try PostgresPrograms.find()
        account = getuid() == 0 ? "postgres" : nil
        if account != nil, getpwnam("postgres") == nil {
            throw ClusterFault("as root, PostgreSQL runs as the user postgres, who does not exist here")
        }
    }

    package var data: String { state + "/postgres" }

    /// The socket's folder: beside the data where the path is short enough for a socket.
    package var sockets: String {
        let beside = state + "/run"
        guard beside.utf8.count > 80 else { return beside }
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in state.utf8 { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        return "/tmp/yanshou-\(getuid())-\(String(sum, radix: 16))"
    }

    /// The connection text for a database, as a role.
    package func url(_ database: String, as role: String = "postgres") -> String {
        "host='\(sockets)' port=\(port) dbname='\(database)' user='\(role)'"
    }

    /// Makes the cluster where there is none, and starts it where it does not run.
    package func start() throws {
        try makeFolders()
        if !FileManager.default.fileExists(atPath: data + "/PG_VERSION") { try initialise() }
        // One that was left running under another port is not where we look for it.
        if hasServerProcess, let other = portInUse, other != port { try stop() }
        if try isRunning() { return }
        // After a kill of the server its children may hold the memory for some seconds: wait, never delete.
        var last = ""
        for _ in 0..<60 {
            let options =
                (["-k", sockets, "-p", "\(port)", "-c", "listen_addresses="]
                + settings.flatMap { ["-c", $0] }).map { "'\($0)'" }.joined(separator: " ")
            let result = try Program.run(
                programs.path("pg_ctl"),
                ["start", "-D", data, "-w", "-t", "60", "-l", state + "/postgres.log", "-o", options],
                as: account)
            if result.status == 0 { return }
            last = result.output
            if try isRunning() { return }
            Thread.sleep(forTimeInterval: 0.5)
        }
        let log = (try? String(contentsOfFile: state + "/postgres.log", encoding: .utf8)) ?? ""
        throw ClusterFault("PostgreSQL does not start: \(last)\n\(log.suffix(2000))")
    }

    /// Stops the server, letting no new work in and losing none.
    package func stop() throws {
        guard FileManager.default.fileExists(atPath: data + "/postmaster.pid") else { return }
        _ = try Program.run(
            programs.path("pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-t", "60"], as: account)
    }

    package func isRunning() throws -> Bool {
        guard FileManager.default.fileExists(atPath: data + "/postmaster.pid") else { return false }
        guard try Program.run(programs.path("pg_ctl"), ["status", "-D", data], as: account).status == 0 else {
            return false
        }
        return try Program.run(programs.path("pg_isready"), ["-h", sockets, "-p", "\(port)", "-q"]).status
            == 0
    }

    /// The server's process, as its file tells; it may be gone.
    package var processID: Int32? { serverFile.first.flatMap { Int32($0) } }

    private var portInUse: Int? { serverFile.count > 3 ? Int(serverFile[3]) : nil }

    private var serverFile: [Substring] {
        let text = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        return text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    }

    /// Takes the state folder for this process alone, until what is returned is let go.
    package func occupy() throws -> Occupation {
        try makeFolders()
        return try Occupation(of: state)
    }

    /// Starts the server again whenever it is gone, until the task is cancelled.
    package func keepRunning(_ note: @Sendable @escaping (String) -> Void) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(500))
            guard !Task.isCancelled, !hasServerProcess else { continue }
            note("PostgreSQL is gone; starting it again")
            // On a thread of its own: it waits, and waiting would hold up the service's tasks.
            let failure: String? = await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    do {
                        try start()
                        continuation.resume(returning: nil)
                    } catch {
                        continuation.resume(returning: "\(error)")
                    }
                }
            }
            note(failure ?? "PostgreSQL is back")
        }
    }

    private var hasServerProcess: Bool {
        guard let processID else { return false }
        return (try? String(contentsOfFile: "/proc/\(processID)/comm", encoding: .utf8)) == "postgres\n"
    }

    func makeFolders() throws {
        let files = FileManager.default
        for folder in [state, sockets] {
            if !files.fileExists(atPath: folder) {
                try files.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        }
        try own(state, deep: false)
        try own(sockets, deep: false)
    }

    func own(_ folder: String, deep: Bool = true) throws {
        guard let account else { return }
        let flags = deep ? ["-R", "\(account):\(account)", folder] : ["\(account):\(account)", folder]
        let result = try Program.run("/bin/chown", flags)
        guard result.status == 0 else {
            throw ClusterFault("cannot hand \(folder) to \(account): \(result.output)")
        }
    }

    private func initialise() throws {
        let result = try Program.run(
            programs.path("initdb"),
            [
                "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions",
            ], as: account)
        guard result.status == 0 else { throw ClusterFault("initdb failed: \(result.output)") }
    }
}
