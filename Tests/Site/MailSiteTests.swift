import Foundation
import Harness
import Ledger
import Testing
import Values

/// The whole program with a mail server of others beside it.
@Suite("Mail of the whole program")
struct MailSiteTests {
    @Test(
        "a service that is killed while a mail server has the text sends it again under the same name, and then no more",
        .timeLimit(.minutes(20)))
    func killed() async throws {
        let port = try LiveSite.freePort()
        let server = try RunningProgram("/usr/bin/python3", ["-u", "-c", Self.script, "\(port)"])
        defer { server.signal(SIGKILL) }
        let folder = try RunningProgram.makeFolder("yanshou-mail")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings: JSON = [
            "host": "127.0.0.1", "port": .int(Int64(port)), "from": "yanshou@example.cn",
            "encryption": "none",
            "links": "http://127.0.0.1",
        ]
        try Data(settings.canonical).write(to: URL(fileURLWithPath: folder + "/mail.json"))
        @Sendable func told(_ word: String) -> [Substring] {
            server.output.split(separator: "\n").filter { $0.hasPrefix(word) }
        }
        try await LiveSite.with(
            options: Journey.clock + ["--mail", folder + "/mail.json", "--sms-sink", folder]
        ) {
            site in
            try await site.start()
            try await site.seed()
            // The workers say what is set up once they run.
            var added: HTTPAnswer?
            for _ in 0..<500 where added?.status != 201 {
                added = try await site.call(
                    "POST", "/v1/me/contacts", as: "office",
                    ["channel": "mail", "address": "wang@example.cn"])
                if added?.status != 201 { try await Task.sleep(for: .milliseconds(20)) }
            }
            try #require(added?.status == 201)
            for _ in 0..<1500 where told("held").isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            try #require(told("held").count == 1, "\(server.output)\(server.errors)")
            try await site.killService()
            try await site.start()
            for _ in 0..<3000 where told("taken").isEmpty { try await Task.sleep(for: .milliseconds(20)) }
            #expect(
                told("taken").map { $0.dropFirst(6) } == told("held").map { $0.dropFirst(5) },
                "\(server.output)")
            var state: String?
            for _ in 0..<500 where state != "sent" {
                let list = try await site.call("GET", "/v1/me/messages", as: "office")
                state = list.json?["items"]?.list?.first?["state"]?.text
                if state != "sent" { try await Task.sleep(for: .milliseconds(20)) }
            }
            #expect(state == "sent" && told("taken").count == 1)
            let page = try await site.call("GET", "/contacts", as: "office")
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("已送出"))
            // The link of the mail fills its code in, and does nothing by itself.
            let id = try #require(added?.json?["id"]?.text)
            let form = try await site.call("GET", "/do/me/contacts/\(id)/verify?code=12345678", as: "office")
            let shown = String(decoding: form.body, as: UTF8.self)
            #expect(form.status == 200 && shown.contains("12345678"), "\(shown)")
            #expect(try await site.stop() == 0)
        }
    }

    /// It holds the first mail without an answer, and takes the others.
    private static let script = """
        import asyncio, email, sys
        from aiosmtpd.controller import Controller
        class Handler:
            held = False
            async def handle_DATA(self, server, session, envelope):
                name = email.message_from_bytes(envelope.content)["message-id"]
                if not Handler.held:
                    Handler.held = True
                    print("held", name)
                    await asyncio.sleep(600)
                print("taken", name)
                return "250 queued"
        Controller(Handler(), hostname="127.0.0.1", port=int(sys.argv[1])).start()
        import time
        while True: time.sleep(60)
        """
}
