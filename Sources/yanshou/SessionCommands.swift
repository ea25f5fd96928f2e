import ArgumentParser
import Ledger
import Terminal
import Values

/// Signs in and remembers where and as whom.
struct SignInCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in", abstract: "登录；密码从键盘或标准输入读取 / sign in; the password is typed or piped in")

    @Argument(help: "系统地址，http://主机:端口 / the site's address") var url: String
    @Option(help: "登录名 / login") var login: String
    @Option(help: "动态口令，六位数字 / one-time code, six digits") var code: String?
    @Option(help: "以哪项任职登录 / the appointment to act in") var appointment: ID?
    @Flag(help: "同时更换口令 / change the password as well") var changePassword = false
    @Option(help: "系统签章公钥，用于核验证书 / the site's public key, to verify certificates by") var trust: String?
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let siteKey = try trust.map { try readPublicKey($0).description }
        let client = try desk.client(url, token: nil)
        guard let password = Shell.ask(Words("密码", "password"), in: desk.screen.language, secret: true),
            !password.isEmpty
        else { throw InputMistake("password_missing", "没有输入密码", "no password was given") }
        let next = try changePassword ? newPassword(in: desk.screen.language) : nil
        let session = try await open(client, password, next, in: desk.screen.language)
        guard let token = session["token"]?.text, let person = session["person"]?.text.flatMap({ ID($0) })
        else { throw SiteFault.notOurs("the session has no token") }
        let before = try? Profile.load(from: desk.folders)
        let kept = before?.site == client.address.description ? before?.siteKey : nil
        let profile = Profile(
            site: client.address.description, token: token, person: person, name: session.text("name"),
            siteKey: siteKey ?? kept)
        try profile.save(to: desk.folders)
        var fields = session.object ?? [:]
        // Whatever reads this output should not hold the key to the account.
        fields["token"] = nil
        fields["site"] = .text(profile.site)
        return Report(.object(fields), try lines(session, profile, desk))
    }

    /// Typed twice, or piped in as the second line.
    private func newPassword(in language: Language) throws -> String {
        guard let new = Shell.ask(Words("新口令", "new password"), in: language, secret: true), !new.isEmpty,
            let again = Shell.ask(Words("再输入一遍新口令", "the new password again"), in: language, secret: true)
        else { throw InputMistake("password_missing", "没有输入新口令", "no new password was given") }
        guard again == new else {
            throw InputMistake(
                "password_is_repeated", "两次输入的新口令不同", "the new password was not repeated alike")
        }
        return new
    }

    private func open(_ client: SiteClient, _ password: String, _ next: String?, in language: Language)
        async throws -> JSON
    {
        do {
            return try await send(client, password, next, code)
        } catch SiteFault.refused(let problem) where problem.code == "one_time_code_needed" && code == nil {
            guard let typed = Shell.ask(Words("动态口令", "one-time code"), in: language, secret: false),
                !typed.isEmpty
            else { throw SiteFault.refused(problem) }
            return try await send(client, password, next, typed)
        }
    }

    private func send(_ client: SiteClient, _ password: String, _ next: String?, _ code: String?) async throws
        -> JSON
    {
        var body: [String: JSON] = ["login": .text(login), "password": .text(password)]
        if let next { body["new_password"] = .text(next) }
        if let code { body["code"] = .text(code) }
        if let appointment { body["appointment"] = .text(appointment.description) }
        return try await client.send(SiteRequest(.post, "/v1/sign-in", body: .object(body))).json()
    }

    private func lines(_ session: JSON, _ profile: Profile, _ desk: Desk) throws -> [Report.Line] {
        var lines: [Report.Line] = [
            .good(
                Words(
                    "\(profile.name) 已登录 \(profile.site)", "\(profile.name) is signed in at \(profile.site)"))
        ]
        let held = session["appointments"]?.list ?? []
        if let acting = held.first(where: { $0["id"] == session["appointment"] }) {
            let role = acting.words("role_title")
            let unit = acting.text("organisation_name")
            lines.append(.text(Words("身份：\(role.zh)，\(unit)", "acting as \(role.en), \(unit)")))
        }
        if held.count > 1 {
            var table = Table([Words("任职", "appointment"), Words("角色", "role"), Words("单位", "unit")])
            for item in held {
                table.add(
                    item.text("id"), desk.screen.language.text(item.words("role_title")),
                    item.text("organisation_name"))
            }
            lines.append(.table(table))
        }
        if session["second_factor"] != true {
            lines.append(.caution(Words("本次登录没有用动态口令", "no one-time code was used")))
        }
        lines.append(.pair(Words("有效至", "until"), session.text("expires_at")))
        let waiting = try desk.outbox().all().operations.filter {
            $0.status == .queued && $0.site == profile.site && $0.person == profile.person
        }
        if !waiting.isEmpty {
            lines.append(
                .caution(
                    Words(
                        "待发箱有 \(waiting.count) 项：yanshou send",
                        "\(waiting.count) wait in the outbox: yanshou send")
                ))
        }
        return lines
    }
}

struct SignOutCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "退出登录，令牌立即失效 / sign out; the token ends at once")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let client = try desk.client()
        var ended = true
        do {
            _ = try await client.send(SiteRequest(.post, "/v1/sign-out"))
        } catch .refused(let problem) where problem.status == 401 {
            // It had ended already.
        } catch {
            ended = false
        }
        try Profile.forget(in: desk.folders)
        var lines: [Report.Line] = [.good(Words("已退出", "signed out"))]
        if !ended {
            lines.append(
                .caution(
                    Words("系统没有应答：令牌到期前仍有效", "the site did not answer: the token lives until it expires")))
        }
        return Report(["ended": .bool(ended)], lines)
    }
}

struct WhoAmICommand: SiteCommand {
    static let configuration = CommandConfiguration(commandName: "whoami", abstract: "我是谁 / who I am")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let me = try await desk.client().send(.get("/v1/me")).json()
        let role = me.words("role_title")
        let yes = me["second_factor"] == true
        return Report(
            me,
            [
                .pair(Words("姓名", "name"), me.text("name")),
                .pair(Words("角色", "role"), desk.screen.language.text(role)),
                .pair(Words("单位", "unit"), me.text("organisation_name")),
                .pair(
                    Words("动态口令", "second factor"),
                    desk.screen.language.text(yes ? Words("已用", "shown") : Words("未用", "not shown"))),
                .pair(Words("系统", "site"), try desk.profile().site),
            ])
    }
}

/// What this machine holds, and whether the site can be reached.
struct StatusCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "本机状态：登录、密钥、卷宗、待发箱 / what this machine holds")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let profile = try Profile.load(from: desk.folders)
        let (operations, damaged) = try desk.outbox().all()
        let keys = try desk.keys.names()
        let rounds = try desk.dossiers.rounds()
        let counts = Dictionary(grouping: operations, by: \.status).mapValues { Int64($0.count) }
        let waiting = counts[.queued] ?? 0
        let settled = (counts[.refused] ?? 0) + (counts[.conflict] ?? 0)
        let reached = await reach(desk, profile)
        var lines: [Report.Line] = [.pair(Words("版本", "version"), Yanshou.version)]
        if let profile {
            lines.append(.pair(Words("登录", "signed in"), "\(profile.name) @ \(profile.site)"))
            lines.append(
                reached
                    ? .good(Words("系统可达，登录有效", "the site answers, the sign-in holds"))
                    : .caution(Words("系统不可达或登录已失效", "the site is away, or the sign-in has ended")))
        } else {
            lines.append(.caution(Words("没有登录：yanshou sign-in", "not signed in: yanshou sign-in")))
        }
        lines.append(.pair(Words("密钥", "keys"), keys.isEmpty ? "-" : keys.joined(separator: ", ")))
        lines.append(.pair(Words("卷宗", "dossiers"), "\(rounds.count)"))
        lines.append(.pair(Words("待发", "waiting"), "\(waiting)"))
        if settled > 0 {
            lines.append(
                .caution(Words("有 \(settled) 项被拒或冲突：yanshou outbox", "\(settled) refused: yanshou outbox")))
        }
        lines += damaged.map { .bad(Words("文件损坏：\($0)", "damaged file: \($0)")) }
        return Report(
            [
                "version": .text(Yanshou.version), "site": profile.map { .text($0.site) } ?? .null,
                "person": profile.map { .text($0.person.description) } ?? .null,
                "name": profile.map { .text($0.name) } ?? .null, "reached": .bool(reached),
                "keys": .list(keys.map(JSON.text)), "dossiers": .list(rounds.map { .text($0.description) }),
                "waiting": .int(waiting), "sent": .int(counts[.sent] ?? 0),
                "refused": .int(counts[.refused] ?? 0), "conflict": .int(counts[.conflict] ?? 0),
                "damaged": .list(damaged.map(JSON.text)),
            ], lines)
    }

    private func reach(_ desk: Desk, _ profile: Profile?) async -> Bool {
        guard let profile, let client = try? desk.client(profile.site, token: profile.token) else {
            return false
        }
        return (try? await client.send(.get("/v1/me"))) != nil
    }
}
