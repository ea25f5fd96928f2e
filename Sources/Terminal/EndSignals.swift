import Dispatch
import Glibc

/// The signals that ask the program to end, heard from the moment this is made.
package struct EndSignals {
    private let heard: AsyncStream<Int32>
    private let sources: [any DispatchSourceSignal]

    package init() {
        let (heard, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.heard = heard
        sources = [SIGTERM, SIGINT].map { number in
            // Its usual effect would end the process before anything is finished.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
    }

    /// Returns at the first of them, also where it came before.
    package func wait() async {
        for await _ in heard { break }
        sources.forEach { $0.cancel() }
    }
}
