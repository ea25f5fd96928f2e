import ArgumentParser
import Actions
import Cluster
import Ledger
import Foundation
import PQ
import Policy
import Terminal
import Values
import Web

/// Everything in one process: a private PostgreSQL, migrations, policies, API, pages and jobs.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make and run everything in a state folder: database, API, pages, jobs.")

    @Option(help: "The state folder; a second start finds its data again.")
    var state: String = Up.usualState

    @Option(help: "The address to listen on.")
    var host: String = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port: Int = 8380

    @Option(help: "The port of the private PostgreSQL's socket.")
    var databasePort: Int = 5433

    @Option(
        help: """
            For a demonstration: a clock that can be set, and every event says so. A new database begins at this moment; \
            one that is a demonstration already goes on from where its clock stands.
            """)
    var demoClock: String?

    @OptionGroup var deliveries: Deliveries
    @OptionGroup var channels: ChannelOptions
    @OptionGroup var places: Places
    @OptionGroup var memory: AnswerMemory
    @OptionGroup var identities: IdentityOptions

    static var usualState: String {
        getuid() == 0
            ? "/var/lib/yanshou" : NSHomeDirectory() + "/.local/state/yanshou"
    }

    func run() async throws {
        let end = EndSignals()
        let folder = URL(fileURLWithPath: state).standardizedFileURL.path
        let cluster = try PrivateCluster(state: folder, port: databasePort)
        let occupation = try cluster.occupy()
        defer { withExtendedLifetime(occupation) {} }
        do {
            try cluster.start()
            try await serve(cluster, until: end)
        } catch {
            // Whatever went wrong, no server is left behind that nobody looks after.
            try? cluster.stop()
            throw error
        }
        try cluster.stop()
    }

    private func serve(_ cluster: PrivateCluster, until end: EndSignals) async throws {
        try await Ground.createDatabase(cluster)
        let owner = cluster.url("yanshou")
        try await Ground.migrate(owner, places: places)
        let book = try await Ground.publish(owner, packs: places.packsFolder())
        let ownerPool = Pool(owner, connections: 1, applicationName: "yanshou-demo-clock")
        let demo = try await demonstration(ownerPool)
        let clock: any BusinessClock =
            if let demo { demo.clock } else { try await Demonstration.clock(of: ownerPool) }
        if clock.isSimulated { Ground.note("a demonstration: its clock stands at \(clock.now.local)") }
        let connections = Connections(
            service: cluster.url("yanshou", as: "yanshou_service"),
            reader: cluster.url("yanshou", as: "yanshou_reader"),
            publicReader: cluster.url("yanshou", as: "yanshou_public"),
            jobs: cluster.url("yanshou", as: "yanshou_jobs"))
        let seal = try SiteKey.open(cluster.state + "/" + SiteKey.name)
        try await identities.register(in: ownerPool)
        let site = try Site(
            connections, book: book, clock: clock, demo: demo, seal: seal, clients: try identities.clients(),
            answers: memory.made)
        for warning in await site.desk.warnings() { Ground.note("\(warning.words.zh) · \(warning.words.en)") }
        let keeping = Task { await cluster.keepRunning(Ground.note) }
        let signing = try LogSigning(cluster)
        let sealing = LogKeeping(cluster.url("yanshou", as: "yanshou_sealer"), signer: signing.socket)
        do {
            try await Serving.run(
                site, host: host, port: port, jobs: connections.jobs,
                sender: deliveries.sender(connections.jobs, seal: seal),
                messages: try channels.sender(connections.jobs), until: end)
        } catch {
            await sealing.end()
            await signing.end()
            keeping.cancel()
            await keeping.value
            throw error
        }
        await sealing.end()
        await signing.end()
        keeping.cancel()
        await keeping.value
        await ownerPool.close()
    }

    private func demonstration(_ owner: Pool) async throws -> Demonstration? {
        guard let demoClock else { return nil }
        guard let start = Instant(iso: demoClock) else {
            throw ValidationError(
                "--demo-clock 写成 2026-03-02T09:00:00+08:00 这样的时刻 · --demo-clock is a moment such as 2026-03-02T09:00:00+08:00"
            )
        }
        return try await Demonstration.begin(at: start, owner: owner)
    }
}

/// The steps that lay a database's ground.
enum Ground {
    static func createDatabase(_ cluster: PrivateCluster) async throws {
        let pool = Pool(cluster.url("postgres"), connections: 1, applicationName: "yanshou-ground")
        let rows = try await pool.read("select 1 as one from pg_database where datname = 'yanshou'")
        if rows.count == 0 {
            try Script.run(
                url: cluster.url("postgres"),
                sql: "create database yanshou template template0 encoding 'UTF8'")
        }
        await pool.close()
    }

    static func migrate(_ url: String, places: Places) async throws {
        let report: Migrator.Report
        do {
            report = try Migrator(folder: places.shareFolder() + "/sql", built: SchemaCheck.built)
                .migrate(url: url)
        } catch let fault as MigrationFault {
            switch fault {
            case .newer, .notOfThisProgram, .changed:
                note("\(fault)")
                throw ExitCode(SchemaCheck.exitStatus)
            default: throw fault
            }
        }
        let applied = report.applied.isEmpty ? "nothing new" : report.applied.joined(separator: ", ")
        note("migrations: \(applied)\(report.replayed ? "; functions, guards and policies replayed" : "")")
    }

    static func publish(_ url: String, packs: String) async throws -> PolicyBook {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-ground")
        defer { Task { await pool.close() } }
        let book = try PolicyBook.load(folder: packs)
        try await PolicyPublication.publish(book, to: pool)
        let published = try await PolicyPublication.load(from: pool)
        note("policies: \(published.places.joined(separator: ", "))")
        return published
    }

    /// A line for whoever started the program.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data("yanshoud: \(text)\n".utf8))
    }
}

/// The site's own signing key: made at the first start, kept in a file that only its owner reads.
enum SiteKey {
    /// Its file in the state folder, and in a backup.
    static let name = "site_key"

    static func open(_ path: String) throws -> SigningKey {
        if let text = try? String(contentsOfFile: path, encoding: .utf8) { return try SigningKey(file: text) }
        let key = SigningKey.make()
        let fresh = path + ".new"
        guard
            FileManager.default.createFile(
                atPath: fresh, contents: Data(key.file(comment: "yanshou site").utf8),
                attributes: [.posixPermissions: 0o600]), rename(fresh, path) == 0
        else { throw ClusterFault("the site's key cannot be written to \(path)") }
        return key
    }
}
