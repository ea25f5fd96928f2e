import Foundation
import Harness
import PQ
import Testing
import Values

/// The whole program with a program of others beside it.
@Suite("Webhooks of the whole program")
struct WebhookSiteTests {
    @Test(
        "what is done over HTTP is brought to a receiver, and operators see how it goes; unasked, nothing is sent",
        .timeLimit(.minutes(20)))
    func whole() async throws {
        let port = try LiveSite.freePort()
        let receiver = try RunningProgram(
            "/usr/bin/env", ["python3", "-u", "-c", Self.script, "\(port)"])
        defer { receiver.signal(SIGKILL) }
        try await LiveSite.with(options: Journey.clock + ["--deliver-to", "127.0.0.0/8"]) { site in
            try await site.start()
            try await site.seed()
            let url = "http://127.0.0.1:\(port)/events"
            let added = try await site.call(
                "POST", "/v1/webhooks", as: "office", ["url": .text(url), "types": ["webhook."]])
            #expect(added.status == 201 && added.json?["secret"]?.text?.hasPrefix("whsec_") == true)
            for _ in 0..<1000 where !receiver.output.contains("webhook.add") {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(receiver.output.contains("webhook.add"), "\(receiver.output)\(receiver.errors)")
            let listed = try await RunningProgram.run(
                "yanshoud",
                ["jobs", "webhooks", "--state", site.state, "--database-port", "\(LiveSite.databasePort)"])
            #expect(listed.status == 0 && listed.output.contains(url), "\(listed.output)\(listed.errors)")
            let page = try await site.call("GET", "/webhooks", as: "office")
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains(url))
            let changes = try await site.call("GET", "/v1/changes?limit=200", as: "office")
            #expect(changes.json?["items"]?.list?.contains { $0["type"]?.text == "webhook.add" } == true)
            #expect(try await site.stop() == 0)
        }
    }

    private static let script = """
        import http.server, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                print(self.rfile.read(int(self.headers["content-length"])).decode())
                self.send_response(204)
                self.end_headers()
            def log_message(self, *words): pass
        http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
        """
}
