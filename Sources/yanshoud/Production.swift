import Actions
import ArgumentParser
import Cluster
import Foundation
import PQ
import Policy
import Terminal
import Values
import Web

/// The API and the pages against a database of their own.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API and the pages against DATABASE_URL.")

    @Option(help: "The address to listen on.") var host: String = "127.0.0.1"
    @Option(help: "The port to listen on.") var port: Int = 8380
    @Option(
        help: "The file of the site's own key, with which it seals certificates; made where there is none.")
    var siteKey: String?
    @OptionGroup var database: Database
    @OptionGroup var memory: AnswerMemory
    @OptionGroup var identities: IdentityOptions

    func run() async throws {
        let url = try database.url()
        try await SchemaCheck.demand(url)
        let pool = Pool(url, connections: 1, applicationName: "yanshou-serve")
        let book = try await PolicyPublication.load(from: pool)
        let clock = try await Demonstration.clock(of: pool)
        await pool.close()
        let connections = Connections(
            service: url, reader: Serve.url("YANSHOU_READER_URL", url),
            publicReader: Serve.url("YANSHOU_PUBLIC_URL", url),
            jobs: Serve.url("YANSHOU_JOBS_URL", url))
        let site = try Site(
            connections, book: book, clock: clock, seal: try siteKey.map { try SiteKey.open($0) },
            clients: try identities.clients(), answers: memory.made)
        try await Serving.run(site, host: host, port: port, jobs: nil, until: EndSignals())
    }

    /// A role's own connection text where the environment names one.
    static func url(_ name: String, _ usual: String) -> String {
        ProcessInfo.processInfo.environment[name] ?? usual
    }
}

/// Brings a database to the present: migrations, then everything that is only text.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Migrate DATABASE_URL to this version.")

    @OptionGroup var database: Database
    @OptionGroup var places: Places

    func run() async throws {
        try await Ground.migrate(database.url(), places: places)
    }
}

/// A copy of a private cluster, whole and checked.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the running private database into a new folder.")

    @Option(help: "The state folder of the running service.") var state: String = Up.usualState
    @Option(help: "The port of its PostgreSQL's socket.") var databasePort: Int = 5433
    @Flag(help: "Restore the copy into a scratch cluster at once, and prove it equal.") var drill = false
    @Argument(help: "The folder to make.") var folder: String

    func run() async throws {
        let cluster = try PrivateCluster(
            state: URL(fileURLWithPath: state).standardizedFileURL.path, port: databasePort)
        let target = URL(fileURLWithPath: folder).standardizedFileURL.path
        let before = drill ? try await Drill.look(at: cluster) : nil
        try cluster.backUp(to: target, carrying: [SiteKey.name, LogSigning.key, LogSigning.state])
        print("backup: \(folder), every byte checked")
        if let before { print(try await Drill.run(cluster, before: before, copy: target)) }
    }
}

/// A private cluster made from a copy.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup into a new state folder, after checking it.")

    @Option(help: "The new state folder.") var state: String
    @Argument(help: "The backup's folder.") var folder: String

    func run() async throws {
        let cluster = try PrivateCluster(state: URL(fileURLWithPath: state).standardizedFileURL.path)
        try cluster.restore(from: URL(fileURLWithPath: folder).standardizedFileURL.path)
        print("restored into \(state); start it with: yanshoud up --state \(state)")
    }
}

/// The API's description without a database.
struct OpenAPICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Print the OpenAPI 3.1 document.")

    func run() async throws {
        let nowhere = Connections(service: "", reader: "", publicReader: "", jobs: "")
        let site = try Site(nowhere, book: PolicyBook(published: []), clock: SystemClock())
        // The pages made from the description are no part of it.
        let routes = site.router.routes.filter { !$0.path.hasPrefix("/do/") }
        print(openAPI(title: "Yanshou 验收", version: Site.version, routes: routes).description)
    }
}
