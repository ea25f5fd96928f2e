import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// People sign in with their account at a real provider of identities (Debian's glewlwyd), by the whole program.
@Suite("Sign-in by a provider of identities")
struct ProviderSiteTests {
    private static let secret = "0123456789abcdef0123"
    private static let tool = TestServer.repository + "/.ci/lib/provider.py"

    /// A browser at our service, with what it was given to keep.
    private struct Browser {
        let site: LiveSite
        var jar: [String: String] = [:]

        mutating func ask(_ method: String, _ path: String, form: String? = nil) async throws -> HTTPAnswer {
            var headers: [String: String] = [:]
            if !jar.isEmpty {
                headers["cookie"] = jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            }
            if form != nil {
                headers["content-type"] = "application/x-www-form-urlencoded"
                headers["origin"] = "http://127.0.0.1:\(site.port)"
            }
            let answer = try await HTTPAnswer.to(
                method, path, port: site.port, headers: headers, body: form.map { Array($0.utf8) }, within: 30
            )
            for text in answer.cookies {
                let pair = text.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
                jar[pair[0]] = pair.count == 2 ? pair[1] : nil
            }
            return answer
        }

        /// The session's own page of who it is.
        mutating func me() async throws -> JSON? {
            let answer = try await ask("GET", "/v1/me")
            return answer.status == 200 ? answer.json : nil
        }
    }

    /// Signs in at the provider, and gives the path to which it sends the browser back.
    private static func goThrough(_ address: String, _ login: String, _ port: Int) async throws -> String {
        let run = try await RunningProgram.run(
            "/usr/bin/python3", [tool, "sign-in", "\(port)", login, "pw-std-2026", address])
        let back = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let prefix = "http://127.0.0.1:8080"
        try #require(back.hasPrefix(prefix + "/sign-in/back/gov?"), "\(back)\(run.errors)")
        return String(back.dropFirst(prefix.count))
    }

    private func with(_ body: @Sendable (LiveSite, Int) async throws -> Void) async throws {
        let folder = try RunningProgram.makeFolder("yanshou-provider")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let port = try LiveSite.freePort()
        let provider = try RunningProgram(
            "/usr/bin/python3",
            [Self.tool, "serve", folder, "\(port)", "http://127.0.0.1:8080/sign-in/back/gov", Self.secret])
        defer { provider.signal(SIGTERM) }
        for _ in 0..<600 where !provider.output.contains("ready") {
            try await Task.sleep(for: .milliseconds(50))
        }
        try #require(provider.output.contains("ready"), "\(provider.output)\(provider.errors)")
        let file = folder + "/oidc.json"
        let settings: JSON = [
            "base": "http://127.0.0.1:8080",
            "providers": [
                [
                    "name": "gov", "title": "统一身份认证", "issuer": .text("http://127.0.0.1:\(port)/api/oidc"),
                    "client_id": "yanshou", "client_secret": .text(Self.secret),
                ]
            ],
        ]
        try Data(settings.canonical).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try await LiveSite.with(options: Journey.clock + ["--oidc", file]) { site in
            try await site.start()
            try await site.seed()
            try await body(site, port)
            #expect(try await site.stop() == 0)
        }
    }

    @Test(
        "an account opens nothing until it is linked, then its person's session, each answer once",
        .timeLimit(.minutes(20)))
    func journey() async throws {
        try await with { site, port in
            var browser = Browser(site: site)
            let page = try await browser.ask("GET", "/sign-in?next=/inbox")
            #expect(String(decoding: page.body, as: UTF8.self).contains("/sign-in/with/gov?next=/inbox"))
            // Linked to nobody: the page says the account's mark, and no session opens.
            let leaving = try await browser.ask("GET", "/sign-in/with/gov?next=/inbox")
            let address = try #require(leaving.headers["location"])
            #expect(leaving.status == 303 && address.contains("code_challenge_method=S256"))
            let unknown = try await browser.ask("GET", try await Self.goThrough(address, "zhang", port))
            let words = String(decoding: unknown.body, as: UTF8.self)
            #expect(unknown.status == 403 && words.contains("没有关联"), "\(unknown.status) \(words)")
            let subject = try #require(words.firstMatch(of: /账号标识“([^”]+)”/)?.1)
            let linking = try await RunningProgram.run(
                "yanshoud",
                [
                    "people", "link-identity", "--state", site.state, "--database-port",
                    "\(LiveSite.databasePort)",
                ]
                    + ["--login", "street", "--provider", "gov", "--subject", String(subject)])
            #expect(linking.status == 0, "\(linking.errors)")

            let second = try await browser.ask("GET", "/sign-in/with/gov?next=/inbox")
            let back = try await Self.goThrough(try #require(second.headers["location"]), "zhang", port)
            let kept = browser.jar
            // Another browser, which was not sent there, and one whose state is another, get nowhere.
            var stranger = Browser(site: site)
            #expect(try await stranger.ask("GET", back).status == 400)
            stranger.jar = kept
            let forged = try await stranger.ask(
                "GET", back.replacingOccurrences(of: "state=", with: "state=x"))
            #expect(forged.status == 400)
            stranger.jar = kept.mapValues { "x" + $0 }
            #expect(try await stranger.ask("GET", back).status == 400)
            let home = try await browser.ask("GET", back)
            #expect(
                home.status == 303 && home.headers["location"] == "/inbox",
                "\(String(decoding: home.body, as: UTF8.self))")
            #expect(try await browser.me()?["person"]?.text == "\(Seed.id("person:street"))")
            // The same answer once more: the provider gives nothing for its code again.
            stranger.jar = kept
            #expect(try await stranger.ask("GET", back).status == 403)
            #expect(stranger.jar["yanshou_session"] == nil)
            // The other account of the same provider is nobody's still.
            var other = Browser(site: site)
            let third = try await other.ask("GET", "/sign-in/with/gov")
            let elsewhere = try await Self.goThrough(try #require(third.headers["location"]), "li", port)
            #expect(try await other.ask("GET", elsewhere).status == 403)
            #expect(try await other.ask("GET", "/sign-in/with/none").status == 404)
            try await secondFactor(site, port)
            try await gone(site, port)
        }
    }

    /// Whose post asks for a second factor gives the product's own code, where the provider saw one factor alone.
    private func secondFactor(_ site: LiveSite, _ port: Int) async throws {
        let own = OneTimeCode.make()
        let pool = try site.pool()
        try await pool.transaction { transaction in
            _ = try await transaction.commit(after: [
                "update auth.person set one_time_secret = \(own.secret) where login = 'street'"
            ])
        }
        var browser = Browser(site: site)
        let leaving = try await browser.ask("GET", "/sign-in/with/gov?next=/inbox")
        let back = try await Self.goThrough(try #require(leaving.headers["location"]), "zhang", port)
        let asked = try await browser.ask("GET", back)
        #expect(asked.status == 200 && String(decoding: asked.body, as: UTF8.self).contains("还需要动态口令"))
        #expect(try await browser.me() == nil)
        let right = own.code(at: Instant(unixMilliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
        let wrong = right == "000000" ? "000001" : "000000"
        #expect(try await browser.ask("POST", "/sign-in/code", form: "code=" + wrong).status == 401)
        let opened = try await browser.ask("POST", "/sign-in/code", form: "code=" + right)
        #expect(opened.status == 303, "\(String(decoding: opened.body, as: UTF8.self))")
        #expect(try await browser.me()?["second_factor"] == true)
        let trail = try await pool.read(
            """
            select array_agg(distinct what order by what)::text as kinds from auth.audit_entry
            where details ->> 'provider' = 'gov'
            """)
        #expect(
            try trail.one().text("kinds")
                == "{identity.linked,sign_in.code_needed,sign_in.opened,sign_in.refused}")
        await pool.close()
    }

    /// A provider that is gone keeps nobody out who has a password, and says so.
    private func gone(_ site: LiveSite, _ port: Int) async throws {
        let find = try await RunningProgram.run(
            "/usr/bin/pgrep", ["-f", "glewlwyd --config-file=.*provider"])
        for number in find.output.split(separator: "\n").compactMap({ Int32($0) }) { kill(number, SIGKILL) }
        // What the service knows of it is an hour old at most; a new service asks anew.
        try await site.killService()
        try await site.start()
        var browser = Browser(site: site)
        let answer = try await browser.ask("GET", "/sign-in/with/gov")
        #expect(answer.status == 503, "\(String(decoding: answer.body, as: UTF8.self))")
        #expect(String(decoding: answer.body, as: UTF8.self).contains("暂时无法使用"))
    }
}
