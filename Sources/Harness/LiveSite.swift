package import Cluster
import Foundation
import Ledger
package import PQ
import Synchronization
package import Values

/// The real program in a state folder of its own: started, asked over HTTP, killed, started again.
package final class LiveSite: Sendable {
    package let state: String
    package let port: Int
    private let more: [String]
    private let running = Mutex<RunningProgram?>(nil)
    /// The port in the name of PostgreSQL's socket, which lies in the state folder.
    package static let databasePort = 5433

    /// Takes a folder, a new one unless one is named, and further options of `yanshoud up`.
    package init(state: String? = nil, options: [String] = []) throws {
        self.state = try state ?? RunningProgram.makeFolder("yanshou-site")
        port = try LiveSite.freePort()
        more = options
    }

    /// Gives a test a site's folder, and leaves neither process nor folder behind.
    package static func with<Value: Sendable>(
        options: [String] = [], _ body: @Sendable (LiveSite) async throws -> Value
    ) async throws -> Value {
        let site = try LiveSite(options: options)
        let outcome: Result<Value, any Error>
        do { outcome = .success(try await body(site)) } catch { outcome = .failure(error) }
        site.remove()
        return try outcome.get()
    }

    package var cluster: PrivateCluster {
        get throws { try PrivateCluster(state: state, port: LiveSite.databasePort) }
    }

    /// A pool on the site's database, as a role.
    package func pool(as role: String = "postgres") throws -> Pool {
        Pool(try cluster.url("yanshou", as: role), connections: 2, applicationName: "test-live")
    }

    /// Starts `yanshoud up`, and waits until it is ready to serve.
    package func start(within limit: Duration = .seconds(60)) async throws {
        let program = try launch()
        running.withLock { $0 = program }
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if let status = program.exitStatus() {
                throw ClusterFault("yanshoud up ended with \(status): \(program.errors.suffix(3000))")
            }
            if (try? await call("GET", "/readyz", within: 2))?.status == 200 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw ClusterFault("yanshoud up is not ready: \(program.errors.suffix(3000))")
    }

    /// Starts the program without waiting for it; it dies at a fault point if one is named.
    package func launch(fault: String? = nil) throws -> RunningProgram {
        try RunningProgram(
            "yanshoud",
            [
                "up", "--state", state, "--port", "\(port)", "--database-port", "\(LiveSite.databasePort)",
                "--share", TestServer.repository,
            ] + more, environment: fault.map { [FaultPoint.variable: $0] } ?? [:])
    }

    /// Starts it where the service runs no more, to die at the named time that it comes to a place, and waits until it has.
    ///
    /// - Returns: whether that came within the limit; then the service itself, too, runs no more.
    package func die(at point: FaultPoint, time: Int, within limit: Duration = .seconds(60)) async throws
        -> Bool
    {
        let program = try launch(fault: "\(point.rawValue):\(time)")
        running.withLock { $0 = program }
        let deadline = ContinuousClock.now + limit
        var hasDied = false
        while !hasDied, ContinuousClock.now < deadline {
            if let status = program.exitStatus() {
                hasDied = status == 128 + SIGKILL && !point.isOfTheSigner
                break
            }
            // The signer is a process of its own, and the service says that it is gone.
            hasDied = point.isOfTheSigner && program.errors.contains("the signer ended")
            try await Task.sleep(for: .milliseconds(20))
        }
        try await killService()
        return hasDied
    }

    /// Kills the process that signs the log's heads, where there is one; the service runs on without it.
    package func killSigner() -> Bool {
        guard let service = running.withLock({ $0?.processID }),
            let numbers = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
        else { return false }
        for number in numbers.compactMap({ Int32($0) }) {
            guard let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8),
                status.contains("PPid:\t\(service)\n"),
                let words = try? String(contentsOfFile: "/proc/\(number)/cmdline", encoding: .utf8),
                words.contains("signer\u{0}--key")
            else { continue }
            return kill(number, SIGKILL) == 0
        }
        return false
    }

    /// Ends the sealer's session in the database, where there is one.
    package func cutSealer() async throws -> Bool {
        let pool = try pool()
        let rows = try? await pool.read(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yanshou-sealer'"
        )
        await pool.close()
        return rows.map { $0.count > 0 } ?? false
    }

    /// Ends it as an operator would; gives the exit status.
    @discardableResult
    package func stop() async throws -> Int32 {
        guard let program = running.withLock({ $0 }) else { return 0 }
        program.signal(SIGTERM)
        let status = try await program.finish(within: .seconds(30))
        running.withLock { $0 = nil }
        return status
    }

    /// Kills the service where it stands; PostgreSQL runs on without it.
    package func killService() async throws {
        guard let program = running.withLock({ $0 }) else { return }
        program.signal(SIGKILL)
        _ = try await program.finish(within: .seconds(10))
        running.withLock { $0 = nil }
    }

    /// Kills PostgreSQL's first process where it stands.
    package func killPostgres() throws {
        if let number = try cluster.processID { kill(number, SIGKILL) }
    }

    /// What the program said so far.
    package var log: String { running.withLock { $0?.errors ?? "" } }

    /// The districts, units, people and tokens that `Seed` names.
    ///
    /// A state older than the register of who runs which facility is seeded without it.
    package func seed(registering: Bool = true) async throws {
        let pool = try pool()
        try await pool.transaction { transaction in
            _ = try await transaction.commit(after: Seed.roster(registering: registering) + [Seed.bound])
        }
        await pool.close()
    }

    /// One request to it.
    package func call(
        _ method: String, _ path: String, as login: String? = nil, _ body: JSON? = nil, key: String? = nil,
        within seconds: Int = 20
    ) async throws -> HTTPAnswer {
        var headers: [String: String] = [:]
        if let login { headers["authorization"] = "Bearer " + Seed.token(login) }
        if method != "GET" { headers["idempotency-key"] = key ?? hex(Chance.bytes(12)) }
        return try await HTTPAnswer.to(
            method, path, port: port, headers: headers, body: body?.canonical, within: seconds)
    }

    /// Ends all that it started and removes its folder.
    package func remove() {
        if let program = running.withLock({ $0 }) {
            program.signal(SIGKILL)
            while program.exitStatus() == nil { usleep(10_000) }
        }
        if let cluster = try? cluster {
            try? cluster.stop()
            if cluster.sockets != state + "/run" {
                try? FileManager.default.removeItem(atPath: cluster.sockets)
            }
        }
        try? FileManager.default.removeItem(atPath: state)
    }

    package static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard status == 0 else { throw ClusterFault("this machine gives no port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
