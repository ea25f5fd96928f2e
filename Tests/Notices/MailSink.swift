import Foundation
import Harness
import Values

/// A real mail server of others (aiosmtpd), which answers by the receiver's name: `later@` 451, `never@` 550, `full@` 452 after
/// the text, `drop@` a connection that breaks off after the text; all else it takes.
///
/// What it took it reads with Python's own library for mail, and tells as one line of JSON.
struct MailSink: Sendable {
    let port: Int
    private let program: RunningProgram

    /// One message that it got.
    struct Mail: Decodable, Sendable {
        let from: String
        let to: [String]
        let heads: [String: String]
        let text: String
        let defects: Int
        let longest: Int
        let isEncrypted: Bool
        let user: String?
    }

    /// Starts it; with a certificate and its key it asks for STARTTLS first, and with a password for an account.
    static func start(certificate: String? = nil, password: String? = nil) async throws -> MailSink {
        let port = try LiveSite.freePort()
        let program = try RunningProgram(
            "/usr/bin/python3", ["-u", "-c", script, "\(port)", certificate ?? "", password ?? ""])
        for _ in 0..<500 {
            if program.output.contains("ready") { return MailSink(port: port, program: program) }
            if program.exitStatus() != nil { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Unready(words: "apt-get install python3-aiosmtpd; \(program.errors.suffix(500))")
    }

    struct Unready: Error {
        let words: String
    }

    var mails: [Mail] {
        program.output.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Mail.self, from: Data($0.utf8))
        }
    }

    func stop() { program.signal(SIGKILL) }

    private static let script = """
        import email, email.policy, json, ssl, sys, time
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult, LoginPassword
        port, certificate, password = int(sys.argv[1]), sys.argv[2], sys.argv[3]
        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                name = address.split("@")[0]
                if name == "later": return "451 4.3.0 try later"
                if name == "never": return "550 5.1.1 no such mailbox"
                envelope.rcpt_tos.append(address)
                return "250 OK"
            async def handle_DATA(self, server, session, envelope):
                mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
                print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos,
                    "heads": {k.lower(): str(v) for k, v in mail.items()}, "text": mail.get_content(),
                    "defects": len(mail.defects), "longest": max(map(len, envelope.content.split(b"\\r\\n"))),
                    "isEncrypted": session.ssl is not None,
                    "user": session.auth_data.login.decode() if session.auth_data else None}))
                name = envelope.rcpt_tos[0].split("@")[0]
                if name == "full": return "452 4.2.2 mailbox full"
                if name == "drop": server.transport.abort()
                return "250 queued"
        def judge(server, session, envelope, mechanism, data):
            right = isinstance(data, LoginPassword) and data.password.decode() == password
            return AuthResult(success=right, handled=False, auth_data=data)
        more = {}
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            more = {"tls_context": context, "require_starttls": True}
        if password: more |= {"authenticator": judge, "auth_required": True}
        Controller(Handler(), hostname="127.0.0.1", port=port, **more).start()
        print("ready")
        while True: time.sleep(60)
        """
}
