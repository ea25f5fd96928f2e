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

    /// - Parameter settings: further `name=value` settings of the server.
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

    /// The server's process, for tests that kill it.
    package var processID: Int32? {
        let text = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        return text?.split(separator: "\n").first.flatMap { Int32($0) }
    }

    /// Copies the whole cluster, with the write-ahead log it needs, and checks the copy's manifest.
    package func backUp(to folder: String) throws {
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw ClusterFault("\(folder) is there already: a backup goes into a new folder")
        }
        let staging = state + "/backup-under-way"
        try? FileManager.default.removeItem(atPath: staging)
        let copied = try Program.run(
            programs.path("pg_basebackup"),
            [
                "-h", sockets, "-p", "\(port)", "-U", "postgres", "-D", staging, "-X", "stream", "-c", "fast",
                "--no-sync",
            ],
            as: account)
        guard copied.status == 0 else { throw ClusterFault("the backup failed: \(copied.output)") }
        try verify(backup: staging)
        try FileManager.default.moveItem(atPath: staging, toPath: folder)
        _ = try Program.run("/bin/sync", ["-f", folder])
    }

    /// Refuses a backup whose bytes are not those its manifest names.
    package func verify(backup folder: String) throws {
        let checked = try Program.run(programs.path("pg_verifybackup"), ["-q", folder], as: account)
        guard checked.status == 0 else { throw ClusterFault("the backup is damaged: \(checked.output)") }
    }

    /// Puts a backup in the place of a cluster that is not there yet.
    package func restore(from folder: String) throws {
        guard !FileManager.default.fileExists(atPath: data + "/PG_VERSION") else {
            throw ClusterFault("\(data) holds a cluster: restore into a state folder of its own")
        }
        try makeFolders()
        let staged = state + "/restore-under-way"
        try? FileManager.default.removeItem(atPath: staged)
        try FileManager.default.copyItem(atPath: folder, toPath: staged)
        try own(staged)
        try verify(backup: staged)
        try? FileManager.default.removeItem(atPath: data)
        try FileManager.default.moveItem(atPath: staged, toPath: data)
    }

    private func makeFolders() throws {
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

    private func own(_ folder: String, deep: Bool = true) throws {
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
