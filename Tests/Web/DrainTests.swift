import Glibc
import Testing
import Values

@testable import Web

extension Sockets {
    @Suite("Drain")
    struct DrainTests {
        @Test("running requests are finished, idle connections closed, new ones not taken")
        func drains() async throws {
            let gate = Gate()
            try await withServer(and: [gate.route]) { server, port in
                let idle = try RawClient(port: port)
                await idle.send("GET /v1/tagged HTTP/1.1\nHost: a\n\n")
                _ = await idle.receive(until: "{\"version\":7}")
                let busy = try RawClient(port: port)
                await busy.send("GET /v1/held HTTP/1.1\nHost: a\n\n")
                while !gate.isEntered { try await Task.sleep(for: .milliseconds(5)) }
                async let drained = server.drain(within: .seconds(5))
                #expect(await idle.closes(within: 2))
                try await Task.sleep(for: .milliseconds(50))
                gate.open()
                let answer = await busy.receive()
                #expect(answer.hasSuffix("{\"held\":true}") && answer.contains("connection: close"))
                #expect(await drained)
                #expect(throws: RawClient.SocketFault.self) { try RawClient(port: port) }
            }
        }

        @Test("what does not finish within the limit is cut")
        func cuts() async throws {
            try await withServer { server, port in
                let busy = try RawClient(port: port)
                await busy.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 10\n\nabc")
                try await Task.sleep(for: .milliseconds(100))
                let start = ContinuousClock.now
                #expect(await server.drain(within: .milliseconds(200)) == false)
                #expect(ContinuousClock.now - start < .seconds(3))
                #expect(await busy.closes(within: 2))
            }
        }

        @Test("a server on a Unix socket answers, and cancelling its task drains it")
        func unixSocket() async throws {
            let path = "/tmp/yanshou-web-test-\(getpid()).sock"
            defer { unlink(path) }
            let server = Server(try trialRouter(), at: .unix(path: path), threads: 1, now: { fixedNow })
            let running = Task { try await server.run() }
            var client: RawClient?
            for _ in 0..<200 where client == nil {
                client = try? RawClient(path: path)
                if client == nil { try await Task.sleep(for: .milliseconds(10)) }
            }
            let connected = try #require(client)
            await connected.send("GET /healthz HTTP/1.1\nHost: a\n\n")
            #expect(await connected.receive(until: "{\"status\":\"ok\"}").hasPrefix("HTTP/1.1 200"))
            running.cancel()
            try await running.value
            #expect(await connected.closes(within: 2))
            #expect(throws: RawClient.SocketFault.self) { try RawClient(path: path) }
        }

        @Test("a port that is taken is an error at the start")
        func taken() async throws {
            try await withServer { _, port in
                let second = Server(
                    try trialRouter(), at: .tcp(host: "127.0.0.1", port: port), threads: 1, now: { fixedNow })
                await #expect(throws: (any Error).self) { try await second.start() }
            }
        }
    }
}
