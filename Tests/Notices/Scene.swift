import Foundation
import Harness
import Jobs
import Ledger
import PQ
import Testing
import Values

@testable import Notices

/// A database, its routes, and a program of others that is told of things.
struct Scene: Sendable {
    let database: TestDatabase
    let site: TestSite
    let seal: SigningKey
    /// As `yanshou_jobs`.
    let jobs: Pool
    /// As the owner, many at once.
    let writers: Pool

    static let webhook = Seed.id("webhook:office")

    static func with(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: [NoticesRefusals.all, ContactRefusals.all, NoticeRefusals.all])
        { database in
            let jobs = Pool(
                try TestServer.url(database.name, as: "yanshou_jobs"), connections: 6,
                applicationName: "test-jobs")
            let writers = Pool(
                try TestServer.url(database.name), connections: 12, applicationName: "test-writers")
            let seal = SigningKey.make()
            let site = try TestSite(
                NoticesRoutes(desk: database.desk, seal: seal).routes
                    + ContactRoutes(desk: database.desk).routes + NoticeRoutes(desk: database.desk).routes)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(
                    try await body(
                        Scene(database: database, site: site, seal: seal, jobs: jobs, writers: writers)))
            } catch { outcome = .failure(error) }
            await jobs.close()
            await writers.close()
            try outcome.get()
        }
    }

    /// A webhook as the application writes it.
    static func add(
        _ name: String = "office", url: String = "https://jg.example.cn/events", types: String = "{}",
        of unit: String = "office", in role: String = "renovation_office"
    ) -> [SQL] {
        let op = Seed.id("op:webhook:\(name)")
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            insert into app.webhook (district, webhook_id, organisation_id, role, url, types, op_id)
            values (1, \(Seed.id("webhook:" + name)), \(Seed.id("org:" + unit)), \(role), \(url),
                \(types)::text::text[], \(op))
            """,
        ]
    }

    static func change(_ name: String, _ setting: SQL, of webhook: ID = Scene.webhook) -> [SQL] {
        let op = Seed.id("op:change:\(name)")
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            update app.webhook set \(setting), version = version + 1, op_id = \(op)
            where district = 1 and webhook_id = \(webhook)
            """,
        ]
    }

    static func replay(_ name: String, _ delivery: ID, of webhook: ID = Scene.webhook) -> [SQL] {
        let op = Seed.id("op:replay:\(name)")
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            insert into app.webhook_replay (district, replay_id, webhook_id, delivery_id, op_id)
            values (1, \(Seed.id("replay:" + name)), \(webhook), \(delivery), \(op))
            """,
        ]
    }

    /// Makes deliveries until there are so many in all: what other tests' transactions still hold up comes later.
    @discardableResult
    func handOut(until number: Int) async throws -> [ID] {
        for _ in 0..<1500 {
            try await jobs.transaction { transaction in
                _ = try await transaction.commit(after: ["select jobs.hand_out(1000)"])
            }
            let rows = try await database.owner.read("select delivery_id from jobs.delivery order by made_at")
            if rows.count >= number { return try rows.map { try $0.id("delivery_id") } }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Refused()
    }

    /// Brings what is due, once.
    @discardableResult
    func bring(_ reach: [String] = ["127.0.0.0/8"], seconds: Int = 20) async throws -> Int {
        var outbound = Outbound(reach: try #require(Reach(reach)))
        outbound.seconds = seconds
        return await Runner(
            pool: jobs, handlers: [], outside: [WebhookSender(pool: jobs, seal: seal, outbound: outbound)],
            worker: "test"
        ).work()
    }

    /// Lets what waits for its next try be tried now.
    func makeDue() async throws {
        try await change(["update jobs.scheduled set run_at = now()"])
    }

    func change(_ statements: [SQL]) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
    }

    func reasons() async throws -> [String?] {
        try await database.owner.read("select reason from jobs.delivery order by made_at").map {
            try $0.optionalText("reason")
        }
    }
}

/// A program of others that takes what it is sent, and answers by the path: `/ok`, `/500`, `/302`, `/slow`, `/big`.
struct Receiver: Sendable {
    let port: Int
    private let program: RunningProgram

    /// One request that it got.
    struct Request: Decodable, Sendable {
        let path: String
        let headers: [String: String]
        let body: String
    }

    static func start() async throws -> Receiver {
        let port = try LiveSite.freePort()
        let program = try RunningProgram("/usr/bin/env", ["python3", "-u", "-c", script, "\(port)"])
        for _ in 0..<500 {
            if program.output.contains("ready") { return Receiver(port: port, program: program) }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Refused()
    }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    var requests: [Request] {
        program.output.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Request.self, from: Data($0.utf8))
        }
    }

    func stop() { program.signal(SIGKILL) }

    private static let script = """
        import http.server, json, sys, time
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                heads = {k.lower(): v for k, v in self.headers.items()}
                print(json.dumps({"path": self.path, "headers": heads, "body": body}))
                if self.path == "/slow": time.sleep(4)
                self.send_response({"/500": 500, "/302": 302}.get(self.path, 204 if self.path == "/ok" else 200))
                if self.path == "/302": self.send_header("location", "/ok")
                self.end_headers()
                if self.path == "/big":
                    for _ in range(64): self.wfile.write(b"x" * (1 << 20))
            def log_message(self, *words): pass
        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
        server = Server(("127.0.0.1", int(sys.argv[1])), Handler)
        print("ready")
        server.serve_forever()
        """
}

/// What was waited for did not come.
struct Refused: Error {}
