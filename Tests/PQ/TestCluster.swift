import Foundation
import Glibc
import PQ
import Testing

/// A PostgreSQL of the tests' own, in a folder that goes with it.
final class TestCluster: Sendable {
    let folder: String
    let url: String
    private static let port = 5511

    /// The server that all tests share: the one that `YANSHOU_TEST_PG` names, or one started here.
    static let sharedURL: String = {
        if let given = ProcessInfo.processInfo.environment["YANSHOU_TEST_PG"] { return given }
        guard let cluster = try? TestCluster() else {
            fatalError("no PostgreSQL can be started for the tests")
        }
        keeper.append(cluster)
        atexit { TestCluster.keeper.stopAll() }
        return cluster.url
    }()

    private static let keeper = Keeper()

    /// Unchecked, because it is written once at the start and read once at exit.
    private final class Keeper: @unchecked Sendable {
        private var clusters: [TestCluster] = []
        func append(_ cluster: TestCluster) { clusters.append(cluster) }
        func stopAll() { for cluster in clusters { cluster.remove() } }
    }

    init() throws {
        var template = Array("/tmp/ysq-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        url = "postgresql:///postgres?host=\(folder)&port=\(TestCluster.port)&user=postgres"
        if getuid() == 0 { try TestCluster.run("/bin/chown", ["postgres", folder], asServer: false) }
        try TestCluster.run(
            TestCluster.program("initdb"),
            [
                "-D", folder + "/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
                "--no-sync",
            ])
        try start()
    }

    func start() throws {
        let options =
            "-p \(TestCluster.port) -k \(folder) -c listen_addresses= -c fsync=off -c max_connections=200"
        try TestCluster.run(
            TestCluster.program("pg_ctl"),
            ["-D", folder + "/data", "-l", folder + "/log", "-o", options, "-w", "start"])
    }

    func stop() throws {
        try TestCluster.run(
            TestCluster.program("pg_ctl"), ["-D", folder + "/data", "-m", "immediate", "-w", "stop"])
    }

    func remove() {
        try? stop()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func program(_ name: String) throws -> String {
        let base = "/usr/lib/postgresql"
        let versions = try FileManager.default.contentsOfDirectory(atPath: base).sorted()
        guard let newest = versions.last else { throw CocoaError(.fileNoSuchFile) }
        return "\(base)/\(newest)/bin/\(name)"
    }

    /// Foundation's Process waits for every descendant, and so for the server itself: hence posix_spawn.
    private static func run(_ program: String, _ arguments: [String], asServer: Bool = true) throws {
        var words = [program] + arguments
        if asServer, getuid() == 0 {
            words = ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] + words
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 {
            posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", O_RDWR, 0)
        }
        var texts: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C"), nil]
        defer { for text in texts + environment { free(text) } }
        var process = pid_t()
        guard posix_spawn(&process, words[0], &actions, nil, &texts, &environment) == 0 else {
            throw CocoaError(.executableNotLoadable)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw CocoaError(.executableLoad) }
    }
}

/// A new empty database, and a pool on it where one is wanted.
struct TestDatabase {
    let url: String
    let name: String

    init(on server: String = TestCluster.sharedURL) throws {
        name = "t" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        try Script.run(url: server, sql: "create database \(name)")
        let parts = server.components(separatedBy: "/postgres?")
        url = parts.joined(separator: "/\(name)?")
    }

    func pool(
        connections: Int = 4, readConnections: Int = 2, limits: Pool.Limits = Pool.Limits()
    ) -> Pool {
        Pool(url, connections: connections, readConnections: readConnections, limits: limits)
    }

    /// A parameter of the URL.
    func parameter(_ name: String) -> String? {
        URLComponents(string: url)?.queryItems?.first { $0.name == name }?.value
    }

    func run(_ sql: String) throws {
        try Script.run(url: url, sql: sql)
    }

    /// The single number that a query on a fresh connection gives.
    func number(_ sql: SQL) async throws -> Int64 {
        let pool = pool(readConnections: 1)
        let row = try await pool.read(sql).one()
        await pool.close()
        return try row.int64(row.columnNames[0])
    }
}

/// The error that a body throws, as ours.
func pqError<Value>(_ body: () async throws -> Value) async -> PQError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? PQError
    }
}

extension PQError {
    var isUnknown: Bool { if case .unknown = self { true } else { false } }
    var isConnection: Bool { if case .connection = self { true } else { false } }
    var isBusy: Bool { if case .busy = self { true } else { false } }
    var isMisuse: Bool { if case .misuse = self { true } else { false } }
    var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}

extension String {
    /// The URL with another host for its socket.
    func replacingHost(_ host: String, by other: String) -> String {
        replacingOccurrences(of: "host=\(host)", with: "host=\(other)")
    }
}
