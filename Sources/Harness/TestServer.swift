import Actions
import Cluster
import Foundation
import PQ
package import Policy
import Synchronization
package import Values

/// The PostgreSQL that tests run on: the one `YANSHOU_TEST_PG` names, or a private one made for this run.
package enum TestServer {
    /// Where the repository is, found from this file.
    package static let repository: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.path
    }()

    private static let started = Mutex<Result<String, any Error>?>(nil)
    private static let stopping = Mutex<PrivateCluster?>(nil)

    /// The connection text of a database as a role.
    package static func url(_ database: String, as role: String = "postgres") throws -> String {
        try server() + " dbname='\(database)' user='\(role)'"
    }

    private static func server() throws -> String {
        try started.withLock { known in
            if let known { return try known.get() }
            let outcome = Result { try start() }
            known = outcome
            return try outcome.get()
        }
    }

    private static func start() throws -> String {
        if let named = ProcessInfo.processInfo.environment["YANSHOU_TEST_PG"] { return named }
        let cluster = try PrivateCluster(
            state: "/tmp/yanshou-test-\(getpid())", port: 5499,
            settings: ["fsync=off", "max_connections=200", "shared_buffers=64MB"])
        try cluster.start()
        stopping.withLock { $0 = cluster }
        atexit {
            guard let cluster = TestServer.stopping.withLock({ $0 }) else { return }
            try? cluster.stop()
            try? FileManager.default.removeItem(atPath: cluster.state)
        }
        return "host='\(cluster.sockets)' port=5499"
    }
}

/// The packs as the repository holds them, read once.
package enum TestPolicies {
    package static let book: Result<PolicyBook, any Error> = Result {
        try PolicyBook.load(folder: TestServer.repository + "/Sources/Policy/Packs")
    }

    /// The packs with one more year of working days, as the next holiday notice adds it: Friday 2027-01-01 is off.
    package static func withNextYear() throws -> PolicyBook {
        let published = try book.get().published
        let newer = published.filter { $0.parent == nil }.map { pack in
            let files = pack.files.map { file in
                switch file.path {
                case "calendar.csv": PackFile(path: file.path, text: file.text + "2027-01-01,off,New Year\n")
                case "calendar-notices.csv":
                    PackFile(path: file.path, text: file.text + "2027,国办发明电〔2026〕99号,,second_hand\n")
                default: file
                }
            }
            return Published(
                packID: pack.packID, version: packVersion(files), status: pack.status, parent: nil,
                files: files)
        }
        return try PolicyBook(published: published + newer)
    }

    /// The rules of Lucheng on a day.
    package static func lucheng(on day: String = "2026-03-02") throws -> Policy {
        guard let day = BusinessDay(iso: day) else { throw ClusterFault("not a day: \(day)") }
        return try book.get().policy(for: "330302", on: day)
    }
}
