import Foundation
import Harness
import Ledger
import Testing
import Values

@testable import Notices

@Suite("Notices: mail by SMTP, and files for gateways")
struct MailTests {
    private static func message(to: String, title: String = "【验收】柳园小区：问题指派整改") -> OutgoingMessage {
        OutgoingMessage(
            id: Seed.id("message:\(to)"), to: to, title: title, text: "第一行\n.第二行以点开头\n",
            at: Instant(startOf: Seed.today, hour: 9), isOptional: true)
    }

    /// Settings as an operator writes them.
    static func settings(
        port: Int, encryption: String = "none", more: [String: JSON] = [:], mode: Int = 0o600
    ) throws -> MailSettings {
        let path = NSTemporaryDirectory() + "mail-\(hex(Chance.bytes(6))).json"
        let written: [String: JSON] = [
            "host": "127.0.0.1", "port": .int(Int64(port)), "from": "yanshou@example.cn",
            "encryption": .text(encryption), "links": "https://ys.example.cn",
        ]
        let bytes = JSON.object(written.merging(more) { _, own in own }).canonical
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(bytes), attributes: [.posixPermissions: mode])
        try #require(isMade)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try MailSettings(file: path)
    }

    @Test("a mail comes whole: Chinese subject, text, date, name; nobody's machine answers it")
    func whole() async throws {
        let sink = try await MailSink.start()
        defer { sink.stop() }
        let channel = MailChannel(try Self.settings(port: sink.port))
        let title = String(repeating: "鹿城区老旧小区改造验收提醒", count: 6)
        #expect(await channel.send(Self.message(to: "li@example.cn", title: title)) == .taken(status: 250))
        let mail = try #require(sink.mails.first)
        #expect(mail.from == "yanshou@example.cn" && mail.to == ["li@example.cn"] && mail.defects == 0)
        #expect(mail.heads["subject"] == title && mail.longest <= 78)
        #expect(mail.text.replacing("\r\n", with: "\n") == "第一行\n.第二行以点开头\n")
        #expect(mail.heads["date"] == "Mon, 02 Mar 2026 09:00:00 +0800")
        #expect(mail.heads["message-id"] == "<\(Seed.id("message:li@example.cn"))@example.cn>")
        #expect(mail.heads["auto-submitted"] == "auto-generated")
        #expect(mail.heads["list-unsubscribe"] == "<https://ys.example.cn/contacts>")
        #expect(mail.heads["from"]?.contains("验收平台") == true)
    }

    @Test("what the server says decides: later, never, broken off; a server that is away is tried later")
    func answers() async throws {
        let sink = try await MailSink.start()
        defer { sink.stop() }
        let channel = MailChannel(try Self.settings(port: sink.port))
        let later = await channel.send(Self.message(to: "later@example.cn"))
        let never = await channel.send(Self.message(to: "never@example.cn"))
        let full = await channel.send(Self.message(to: "full@example.cn"))
        let drop = await channel.send(Self.message(to: "drop@example.cn"))
        guard case .later(451, _) = later, case .refused(550, _) = never, case .later(452, _) = full,
            case .later(_, let reason) = drop
        else {
            Issue.record("\(later) \(never) \(full) \(drop)")
            return
        }
        #expect(reason.hasPrefix("与邮件服务器的连接中断"))
        let away = MailChannel(try Self.settings(port: try LiveSite.freePort()))
        #expect(
            await away.send(Self.message(to: "li@example.cn"))
                == .later(status: nil, reason: "连接不上邮件服务器 no connection to the mail server"))
    }

    @Test(
        "without encryption nothing is sent; with it only to a server whose certificate is known, and as its account"
    )
    func encrypted() async throws {
        let plain = try await MailSink.start()
        defer { plain.stop() }
        let refused = Sending.later(
            status: 250, reason: "不能与邮件服务器加密通信，未发送 no encrypted way to the mail server: nothing was sent")
        let asked = MailChannel(try Self.settings(port: plain.port, encryption: "starttls"))
        let bare = await asked.send(Self.message(to: "li@example.cn"))
        #expect(bare.reason == refused.reason && plain.mails.isEmpty, "\(bare)")
        let folder = try RunningProgram.makeFolder("yanshou-mail")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["own", "other"] {
            let made = try await RunningProgram.run(
                "/usr/bin/openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                    "2",
                    "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                    "\(folder)/\(name).pem", "-out", "\(folder)/\(name).crt",
                ])
            try #require(made.status == 0, "\(made.errors)")
        }
        let both =
            try String(contentsOfFile: "\(folder)/own.pem", encoding: .utf8)
            + String(contentsOfFile: "\(folder)/own.crt", encoding: .utf8)
        try both.write(toFile: "\(folder)/both.pem", atomically: true, encoding: .utf8)
        let sink = try await MailSink.start(certificate: "\(folder)/both.pem", password: "secret words")
        defer { sink.stop() }
        func send(_ authorities: String, _ password: String) async throws -> Sending {
            await MailChannel(
                try Self.settings(
                    port: sink.port, encryption: "starttls",
                    more: [
                        "authorities": .text("\(folder)/\(authorities).crt"), "user": "yanshou",
                        "password": .text(password),
                    ])
            ).send(Self.message(to: "li@example.cn"))
        }
        #expect(try await send("other", "secret words").reason == refused.reason)
        let denied = try await send("own", "wrong")
        #expect(denied.reason?.hasPrefix("邮件服务器不接受账号") == true, "\(denied)")
        #expect(sink.mails.isEmpty)
        #expect(try await send("own", "secret words") == .taken(status: 250))
        #expect(sink.mails.map(\.isEncrypted) == [true] && sink.mails.map(\.user) == ["yanshou"])
    }

    @Test("a file of settings that others may read holds no password; what cannot be right is refused")
    func settings() throws {
        #expect(throws: MailSettings.Fault.self) {
            try Self.settings(port: 25, encryption: "starttls", more: ["password": "x"], mode: 0o644)
        }
        for more: [String: JSON] in [
            ["from": "nobody"], ["from": "a@b\r\nBcc: c@d"], ["host": "a b"], ["port": 0],
            ["links": "ftp://x"],
            ["host": "mail.example.cn", "user": "u", "encryption": "none"],
        ] {
            #expect(throws: MailSettings.Fault.self, "\(more)") { try Self.settings(port: 25, more: more) }
        }
        #expect(try Self.settings(port: 587, encryption: "starttls", mode: 0o644).port == 587)
    }

    @Test("a title that could end its line stands within it")
    func injected() {
        let encoded = MailMessage.encoded("验收\r\nBcc: all@example.cn")
        #expect(!encoded.contains("\nBcc") && encoded.hasPrefix("=?UTF-8?B?"))
        #expect(MailMessage.encoded("Yanshou") == "Yanshou")
    }

    @Test(
        "a file has one whole line for each message, also where several write at once; without its folder it comes later"
    )
    func file() async throws {
        let folder = try RunningProgram.makeFolder("yanshou-sink")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sink = FileSink(.sms, in: folder)
        await withTaskGroup(of: Sending.self) { group in
            for number in 0..<40 {
                group.addTask { await sink.send(Self.message(to: "138000000\(10 + number)")) }
            }
            for await sent in group { #expect(sent == .taken(status: nil)) }
        }
        let lines = try String(contentsOfFile: folder + "/sms.jsonl", encoding: .utf8).split(separator: "\n")
        let told = try lines.map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
        #expect(Set(told.compactMap { $0["to"]?.text }).count == 40 && told.count == 40)
        #expect(told.allSatisfy { $0["channel"] == "sms" && $0["text"]?.text?.isEmpty == false })
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/sms.jsonl")[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        try FileManager.default.removeItem(atPath: folder)
        guard case .later = await sink.send(Self.message(to: "13800000000")) else {
            Issue.record("taken without a folder")
            return
        }
    }
}
