import Actions
import Dispatch
import Foundation
import PQ
import Web

/// Runs the HTTP server, and the jobs beside it, until a signal asks for the end.
enum Serving {
    static func run(_ site: Site, host: String, port: Int, jobs: String?) async throws {
        let server = Server(site.router, at: .tcp(host: host, port: port), now: { site.desk.clock.now })
        _ = try await server.start()
        Ground.note("listening on http://\(host):\(port)")
        await Signals.end()
        Ground.note("stopping")
        _ = await server.drain()
        await site.desk.pool.close()
        await site.desk.publicPool.close()
    }
}

/// Waits for whoever asks the program to end.
private enum Signals {
    static func end() async {
        let (ended, continuation) = AsyncStream.makeStream(of: Int32.self)
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGTERM, SIGINT] {
            // Its usual effect would end the process before anything is finished.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            sources.append(source)
        }
        for await _ in ended { break }
        sources.forEach { $0.cancel() }
    }
}
