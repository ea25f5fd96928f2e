import Dispatch
import Foundation
import PQ
import Web

/// Runs the HTTP server, and the jobs beside it, until a signal asks for the end.
enum Serving {
    static func run(_ site: Site, host: String, port: Int, jobs: String?) async throws {
        let server = Server(router: site.router, address: .host(host, port: port))
        let signals = AsyncStream<Int32> { continuation in
            let sources = [SIGTERM, SIGINT].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield(number) }
                source.resume()
                return source
            }
            continuation.onTermination = { _ in sources.forEach { $0.cancel() } }
        }
        try await server.start()
        Ground.note("listening on http://\(host):\(port)")
        for await _ in signals { break }
        Ground.note("stopping")
        await server.shutdown()
        await site.desk.pool.close()
        await site.desk.publicPool.close()
    }
}
