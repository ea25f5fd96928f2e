import Testing
import Values

@testable import Web

/// Tests that measure time over real sockets: one after another, for the machine may be busy enough without them.
@Suite("Sockets", .serialized)
enum Sockets {}

extension Sockets {
    @Suite("Server")
    struct ServerTests {
        @Test("a request is answered with length, date and request id, and the connection stays open")
        func plain() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                for _ in 0..<2 {
                    await client.send("GET /v1/tagged HTTP/1.1\nHost: a\n\n")
                    let answer = await client.receive(until: "{\"version\":7}")
                    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                    #expect(answer.contains("\r\ncontent-length: 13\r\n"))
                    #expect(answer.contains("\r\ndate: Sun, 01 Mar 2026 01:00:00 GMT\r\n"))
                    #expect(answer.contains("\r\nx-request-id: \(fixedID)\r\n"))
                    #expect(!answer.contains("connection: close"))
                }
            }
        }

        @Test(
            "a port that another program has, or an address that is not here, is told in words with what helps"
        )
        func taken() async throws {
            try await withServer { _, port in
                let wrong: [(Server.Address, String)] = [
                    (.tcp(host: "127.0.0.1", port: port), "已有别的程序在监听"),
                    (.tcp(host: "192.0.2.1", port: port), "不是本机的地址"),
                    (.tcp(host: "no-such-host.invalid", port: port), "找不到主机"),
                ]
                for (address, words) in wrong {
                    let second = Server(try Router([], ids: { fixedID }), at: address, now: { fixedNow })
                    let fault = await #expect(throws: ListenFault.self) { try await second.start() }
                    #expect(fault?.description.contains(words) == true, "\(String(describing: fault))")
                    #expect(fault?.description.contains("errno") == false)
                }
            }
        }

        @Test("requests sent one behind the other are answered in their order")
        func pipelined() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send(
                    "GET /v1/slow HTTP/1.1\nHost: a\n\nGET /v1/tagged HTTP/1.1\nHost: a\n\n"
                        + "POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 5\n\nhelloGET /nowhere HTTP/1.1\nHost: a\n"
                        + "Connection: close\n\n")
                let answer = await client.receive()
                let places = ["{\"slow\":true}", "{\"version\":7}", "{\"bytes\":5}", "404 Not Found"].map {
                    answer.ranges(of: $0).first?.lowerBound
                }
                #expect(places.allSatisfy { $0 != nil })
                #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
                #expect(answer.ranges(of: "connection: close").count == 1)
            }
        }

        @Test("a chunked body is put together, and one beyond the limit is refused")
        func chunked() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send("POST /v1/echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nhello\n")
                await client.send("6\n world\n0\n\n")
                #expect(await client.receive(until: "{\"bytes\":11}").hasPrefix("HTTP/1.1 200 OK"))
                await client.send("POST /v1/echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n2000\n")
                await client.send([UInt8](repeating: 120, count: 0x2000))
                let answer = await client.receive()
                #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains("connection: close"))
            }
        }

        @Test(
            "a body said to be too large is refused before it is sent, a large upload is taken where the route allows"
        )
        func bodySizes() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 5000\n\n")
                let answer = await client.receive()
                #expect(answer.hasPrefix("HTTP/1.1 413") && answer.contains("application/problem+json"))
                let other = try RawClient(port: port)
                await other.send("POST /v1/upload HTTP/1.1\nHost: a\nContent-Length: 2000000\n\n")
                await other.send([UInt8](repeating: 1, count: 2_000_000))
                #expect(await other.receive(until: "{\"bytes\":2000000}").hasPrefix("HTTP/1.1 200"))
            }
        }

        @Test("Expect: 100-continue is answered before the body, and a body too large is refused instead")
        func expect() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send(
                    "POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\n")
                #expect(await client.receive(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
                await client.send("hello")
                #expect(await client.receive(until: "{\"bytes\":5}").hasPrefix("HTTP/1.1 200"))
                await client.send(
                    "POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 9999\nExpect: 100-continue\n\n")
                #expect(await client.receive().hasPrefix("HTTP/1.1 413"))
                let other = try RawClient(port: port)
                await other.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: tea\n\n")
                #expect(await other.receive().hasPrefix("HTTP/1.1 417"))
            }
        }

        @Test("HEAD has the length of the GET and no body")
        func head() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send(
                    "HEAD /v1/tagged HTTP/1.1\nHost: a\n\nGET /v1/tagged HTTP/1.1\nHost: a\nConnection: close\n\n"
                )
                let answer = await client.receive()
                #expect(answer.ranges(of: "content-length: 13").count == 2)
                #expect(answer.ranges(of: "{\"version\":7}").count == 1)
                #expect(answer.hasSuffix("{\"version\":7}"))
            }
        }

        @Test(
            "what is no clean HTTP/1.1 is refused and the connection closed",
            arguments: [
                ("GET / HTTP/1.1\n\n", "400"), ("GET / HTTP/1.1\nHost: a\nHost: b\n\n", "400"),
                ("nonsense\n\n", "400"),
                ("GET / HTTP/2.0\nHost: a\n\n", "505"), ("BREW / HTTP/1.1\nHost: a\n\n", "400"),
                ("MKCOL / HTTP/1.1\nHost: a\n\n", "501"), ("CONNECT a:1 HTTP/1.1\nHost: a\n\n", "501"),
                (
                    "POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 3\nTransfer-Encoding: chunked\n\n0\n\n",
                    "400"
                ),
                ("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 3\nContent-Length: 4\n\nabc", "400"),
                ("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: -1\n\n", "400"),
                ("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: +3\n\nabc", "400"),
                ("POST /v1/echo HTTP/1.1\nHost: a\nTransfer-Encoding: gzip, chunked\n\n0\n\n", "400"),
                ("POST /v1/echo HTTP/1.1\nHost: a\nTransfer-Encoding: xchunked\n\n0\n\n", "501"),
                ("POST /v1/echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\nzz\n\n", "400"),
                ("GET / HTTP/1.1\nHost: a\nX : b\n\n", "400"), ("GET / HTTP/1.1\nHost: a\n X: b\n\n", "400"),
            ])
        func unclean(text: String, status: String) async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send(text)
                let answer = await client.receive()
                #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(text) \(answer)")
                #expect(answer.contains("connection: close"))
                #expect(answer.ranges(of: "\r\ncontent-length: ").count == 1)
            }
        }

        @Test("too many or too large header fields are 431, a request line too long is 414")
        func headerLimits() async throws {
            try await withServer { _, port in
                let fields = (0..<62).map { "X-\($0): y\n" }.joined()
                let large = String(repeating: "y", count: 16_400)
                let cases = [
                    ("GET /v1/tagged HTTP/1.1\nHost: a\nConnection: close\n\(fields)\n", "200"),
                    ("GET /v1/tagged HTTP/1.1\nHost: a\nConnection: close\n\(fields)X: y\n\n", "431"),
                    ("GET /v1/tagged HTTP/1.1\nHost: a\nX: \(large)\n\n", "431"),
                    ("GET /v1/tagged?\(large.prefix(8200)) HTTP/1.1\nHost: a\n\n", "414"),
                    ("GET /v1/tagged?\(large) HTTP/1.1\nHost: a\n\n", "414"),
                ]
                for (text, status) in cases {
                    let client = try RawClient(port: port)
                    await client.send(text)
                    let answer = await client.receive()
                    #expect(
                        answer.hasPrefix("HTTP/1.1 \(status) "), "\(text.prefix(60)) \(answer.prefix(40))")
                }
            }
        }

        @Test("a header that does not end is given up, however its bytes trickle in")
        func slowHeader() async throws {
            try await withServer {
                $0.headerTime = .milliseconds(400)
            } _: { _, port in
                let silent = try RawClient(port: port)
                #expect(await silent.closes(within: 3))
                let client = try RawClient(port: port)
                for piece in ["GET / HT", "TP/1.1\nHo", "st: a\nX:"] {
                    await client.send(piece)
                    try await Task.sleep(for: .milliseconds(100))
                }
                #expect(await client.receive().hasPrefix("HTTP/1.1 408"))
            }
        }

        @Test("a body slower than the rate is given up, a steady one is not")
        func slowBody() async throws {
            try await withServer {
                $0.bodyWindow = .milliseconds(1000)
                $0.bodyRate = 100
            } _: { _, port in
                let slow = try RawClient(port: port)
                await slow.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 500\n\nabc")
                let answer = await slow.receive()
                #expect(answer.hasPrefix("HTTP/1.1 408") && answer.contains("body_too_slow"))
                let steady = try RawClient(port: port)
                await steady.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 500\n\n")
                for _ in 0..<10 {
                    await steady.send([UInt8](repeating: 120, count: 50))
                    try await Task.sleep(for: .milliseconds(60))
                }
                #expect(await steady.receive(until: "{\"bytes\":500}").hasPrefix("HTTP/1.1 200"))
            }
        }

        @Test("an idle connection is closed after its time, and not before")
        func idle() async throws {
            try await withServer {
                $0.idleTime = .milliseconds(1500)
            } _: { _, port in
                let client = try RawClient(port: port)
                await client.send("GET /v1/tagged HTTP/1.1\nHost: a\n\n")
                _ = await client.receive(until: "{\"version\":7}")
                #expect(await client.closes(within: 0.2) == false)
                #expect(await client.closes(within: 3))
            }
        }

        @Test("a connection beyond the cap is told to come later, and its place is free again afterwards")
        func cap() async throws {
            try await withServer {
                $0.connections = 2
            } _: { server, port in
                var held = [try RawClient(port: port), try RawClient(port: port)]
                for client in held {
                    await client.send("GET /v1/tagged HTTP/1.1\nHost: a\n\n")
                    _ = await client.receive(until: "{\"version\":7}")
                }
                let third = try RawClient(port: port)
                let answer = await third.receive()
                #expect(answer.hasPrefix("HTTP/1.1 503") && answer.contains("retry-after: 5"))
                held.removeAll()
                while server.connectionCount > 0 { try await Task.sleep(for: .milliseconds(10)) }
                let fourth = try RawClient(port: port)
                await fourth.send("GET /v1/tagged HTTP/1.1\nHost: a\n\n")
                #expect(await fourth.receive(until: "{\"version\":7}").hasPrefix("HTTP/1.1 200"))
            }
        }

        @Test("bodies beyond what all may hold together are refused, and the budget comes back")
        func budget() async throws {
            try await withServer {
                $0.bodyBudget = 1000
            } _: { _, port in
                for _ in 0..<3 {
                    let client = try RawClient(port: port)
                    await client.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 2000\n\n")
                    await client.send([UInt8](repeating: 120, count: 2000))
                    #expect(await client.receive().hasPrefix("HTTP/1.1 503"))
                    let other = try RawClient(port: port)
                    await other.send("POST /v1/echo HTTP/1.1\nHost: a\nContent-Length: 900\n\n")
                    await other.send([UInt8](repeating: 120, count: 900))
                    #expect(await other.receive(until: "{\"bytes\":900}").hasPrefix("HTTP/1.1 200"))
                }
            }
        }

        @Test("a handler that takes too long is answered for, and its late answer goes nowhere")
        func handlerTime() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send("GET /v1/never HTTP/1.1\nHost: a\n\nGET /v1/slow HTTP/1.1\nHost: a\n\n")
                // The late answer comes while the next request is running, and must not be taken for its own.
                let answer = await client.receive(until: "{\"slow\":true}", seconds: 3)
                #expect(answer.hasPrefix("HTTP/1.1 503") && answer.contains("took_too_long"))
                #expect(answer.hasSuffix("{\"slow\":true}"))
                #expect(await client.receive(until: "HTTP", seconds: 1).isEmpty)
            }
        }

        @Test("a client that only stops sending still gets its answer")
        func halfClosed() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send("GET /v1/slow HTTP/1.1\nHost: a\n\n")
                client.finish()
                #expect(await client.receive().hasSuffix("{\"slow\":true}"))
            }
        }

        @Test("HTTP/1.0 is answered and closed, and an absolute target finds its route")
        func olderForms() async throws {
            try await withServer { _, port in
                let old = try RawClient(port: port)
                await old.send("GET /v1/tagged HTTP/1.0\n\n")
                #expect(await old.receive().hasSuffix("{\"version\":7}"))
                let absolute = try RawClient(port: port)
                await absolute.send(
                    "GET http://a.example/v1/tagged HTTP/1.1\nHost: a.example\nConnection: close\n\n")
                #expect(await absolute.receive().hasSuffix("{\"version\":7}"))
            }
        }

        @Test("an upgrade is not taken up: the request is answered and the connection closed")
        func upgrade() async throws {
            try await withServer { _, port in
                let client = try RawClient(port: port)
                await client.send(
                    "GET /v1/tagged HTTP/1.1\nHost: a\nConnection: upgrade\nUpgrade: websocket\n\n")
                let answer = await client.receive()
                #expect(answer.hasPrefix("HTTP/1.1 200") && answer.contains("connection: close"))
            }
        }

        @Test("large answers wait for the client to take them, and do not pile up")
        func backPressure() async throws {
            let metrics = Metrics()
            try await withServer(metrics: metrics) { _, port in
                let client = try RawClient(port: port)
                await client.send(String(repeating: "GET /v1/large HTTP/1.1\nHost: a\n\n", count: 20))
                try await Task.sleep(for: .milliseconds(400))
                let text = await metrics.exposition()
                let line = text.split(separator: "\n").first { $0.hasPrefix("yanshou_http_requests_total") }
                let answered = line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
                // Three megabytes fill the kernel's buffers after two or three answers.
                #expect((1...8).contains(answered))
            }
        }

        @Test("the peer is the proxy's word only where a proxy of ours stands before it")
        func peer() async throws {
            let text =
                "GET /v1/projects/\(somewhere) HTTP/1.1\nHost: a\nX-Forwarded-For: 6.6.6.6, 7.7.7.7\n\n"
            for (behindProxy, peer) in [(false, "127.0.0.1"), (true, "7.7.7.7")] {
                try await withServer(behindProxy: behindProxy) { _, port in
                    let client = try RawClient(port: port)
                    await client.send(text)
                    #expect(await client.receive(until: "\"project\"").contains("\"peer\":\"\(peer)\""))
                }
            }
        }
    }
}
