import Actions
import ArgumentParser
import Cluster
import Foundation
import PQ
import Policy

/// Which packs answer: those of a folder, or the published ones of a database.
struct PackSource: ParsableArguments {
    @Flag(help: "用 DATABASE_URL 里已发布的政策包。The packs published in DATABASE_URL, not those of the folder.")
    var database = false
    @Option(
        help:
            "用数据目录里已发布的政策包，服务开着或没开都行。The packs published in the private database of a state folder, running or not."
    )
    var state: String?
    @Option(help: "数据目录里 PostgreSQL 的端口。The port of its PostgreSQL's socket.") var databasePort: Int = 5433
    @OptionGroup var places: Places

    func validate() throws {
        if database, state != nil {
            throw ValidationError("--database 和 --state 只能写一个 · name --database or --state, not both")
        }
    }

    /// True where a database holds the packs, and determinations beside them.
    var isDatabase: Bool { database || state != nil }

    /// Refuses, with the usage of the command, where no database is named.
    func demandDatabase() throws {
        guard isDatabase else {
            throw ValidationError("要写 --state 或 --database · name --state or --database")
        }
    }

    func book() async throws -> PolicyBook {
        guard isDatabase else { return try folderBook() }
        return try await withPool { try await PolicyPublication.load(from: $0) }
    }

    /// The packs of the folder, whatever the database holds; every mistake is printed.
    func folderBook() throws -> PolicyBook {
        do {
            return try PolicyBook.load(folder: places.packsFolder())
        } catch let errors as PackErrors {
            for problem in errors.problems { Ground.note("\(problem)") }
            throw ExitCode(1)
        }
    }

    /// Lends the database for one piece of work; a private one that does not run is started for it and stopped again.
    func withPool<Result: Sendable>(_ body: (Pool) async throws -> Result) async throws -> Result {
        guard let state else {
            guard let url = ProcessInfo.processInfo.environment["DATABASE_URL"], !url.isEmpty else {
                throw ValidationError(
                    "没有设置 DATABASE_URL，--database 无库可读 · --database reads the database of DATABASE_URL, which is not set"
                )
            }
            return try await PackSource.lend(url, body)
        }
        let folder = URL(fileURLWithPath: state).standardizedFileURL.path
        let cluster = try PrivateCluster(state: folder, port: databasePort)
        guard FileManager.default.fileExists(atPath: cluster.data + "/PG_VERSION") else {
            throw ValidationError(
                "\(folder) 里没有数据库，先运行 yanshoud up · \(folder) holds no database: yanshoud up makes one")
        }
        if try cluster.isRunning() { return try await PackSource.lend(cluster.url("yanshou"), body) }
        let occupation = try cluster.occupy()
        defer { withExtendedLifetime(occupation) {} }
        try cluster.start()
        do {
            let result = try await PackSource.lend(cluster.url("yanshou"), body)
            try cluster.stop()
            return result
        } catch {
            try? cluster.stop()
            throw error
        }
    }

    private static func lend<Result: Sendable>(
        _ url: String, _ body: (Pool) async throws -> Result
    ) async throws -> Result {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-policy")
        do {
            let result = try await body(pool)
            await pool.close()
            return result
        } catch {
            await pool.close()
            throw error
        }
    }
}
