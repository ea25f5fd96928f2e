import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

@Suite("The program's sign-in, keys, inbox and gates")
struct SessionTests {
    @Test func `sign in, ask who I am, sign out: in Chinese, in English and as JSON`() async throws {
        try await Service.with { service in
            let machine = try Machine()
            let before = try await machine.run("whoami")
            #expect(before.status == 4)
            #expect(before.errors.contains("请先登录"))
            let signedIn = try await machine.sign(in: "supervisor", at: service.url)
            #expect(signedIn.status == 0, "\(signedIn.errors)")
            #expect(signedIn.output.contains("supervisor 已登录 \(service.url)"))
            #expect(signedIn.output.contains("监理单位"))
            // Neither the password nor the token is shown.
            #expect(!(signedIn.output + signedIn.errors).contains("ys_"))
            #expect(!(signedIn.output + signedIn.errors).contains(Service.password))

            let me = try await machine.run("whoami", "--json")
            #expect(me.json["role"] == "supervisor")
            let english = try await machine.run("whoami", language: "en_GB.UTF-8")
            #expect(english.output.contains("role: supervisor"))
            #expect(try await machine.run("whoami", "--lang", "en").output == english.output)

            let status = try await machine.run("status", "--json")
            #expect(status.json["reached"] == true)
            #expect(status.json["name"] == "supervisor")
            #expect(try await machine.run("sign-out").status == 0)
            #expect(try await machine.run("whoami").status == 4)
        }
    }

    @Test func `a password is changed with the sign-in, and the one before opens nothing`() async throws {
        try await Service.with { service in
            let machine = try Machine()
            func signIn(_ lines: String..., flags: [String] = []) async throws -> Outcome {
                try await machine.run(
                    all: ["sign-in", service.url, "--login", "supervisor"] + flags,
                    typing: lines.map { $0 + "\n" }.joined())
            }
            let next = "灯塔 kettle 渡口 moss"
            let flags = ["--change-password"]
            let other = try await signIn(Service.password, next, next + "x", flags: flags)
            #expect(other.status == 2 && other.errors.contains("两次输入的新口令不同"), "\(other.errors)")
            let common = try await signIn(Service.password, "password1234", "password1234", flags: flags)
            #expect(
                common.status == 1 && common.errors.contains("容易被猜中"), "\(common.status) \(common.errors)")
            let changed = try await signIn(Service.password, next, next, flags: flags)
            #expect(
                changed.status == 0 && !(changed.output + changed.errors).contains(next), "\(changed.errors)")
            #expect(try await signIn(Service.password).status == 4)
            #expect(try await signIn(next).status == 0)
        }
    }

    @Test func `a wrong password leaves with 4, too many with 3, a bad address with 2`() async throws {
        try await Service.with { service in
            let machine = try Machine()
            for _ in 0..<5 {
                let wrong = try await machine.run(
                    "sign-in", service.url, "--login", "supervisor", "--lang", "en", typing: "wrong\n")
                #expect(wrong.status == 4)
                #expect(wrong.errors.contains("wrong"))
            }
            #expect(try await machine.sign(in: "supervisor", at: service.url).status == 3)
            #expect(try await machine.sign(in: "supervisor", at: "ftp://x").status == 2)
            #expect(try await machine.sign(in: "office", at: "http://127.0.0.1:1").status == 3)
            #expect(try await machine.run("sign-in", service.url).status == 2)
        }
    }

    @Test func `the one-time code is asked for where it is needed`() async throws {
        try await Service.with { service in
            let secret = OneTimeCode(secret: Array("12345678901234567890".utf8))
            _ = try await service.database.owner.transaction {
                try await $0.commit(after: [
                    "update auth.person set one_time_secret = \(secret.secret) where login = 'street'"
                ])
            }
            let now = try await service.database.owner.read("select clock_timestamp() as at").one().instant(
                "at")
            let machine = try Machine()
            let outcome = try await machine.run(
                "sign-in", service.url, "--login", "street", "--json",
                typing: Service.password + "\n" + secret.code(at: now) + "\n")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.errors.contains("动态口令"))
            #expect(outcome.json["second_factor"] == true)
            #expect(outcome.json["token"] == nil)
        }
    }

    @Test func `a key is made here, registered with proof, listed, and revoked`() async throws {
        try await Service.with { service in
            let machine = try await service.machine(of: "supervisor")
            let made = try await machine.run("key", "new", "--json")
            #expect(made.status == 0)
            let print = try #require(made.json["fingerprint"]?.text)
            #expect(try await machine.run("key", "new").status == 2)
            #expect(
                try await machine.run("key", "list", "--json").json["items"]?.list?.first?["state"]
                    == "not_registered")
            let registered = try await machine.run("key", "register")
            #expect(registered.status == 0, "\(registered.errors)\(registered.output)")
            #expect(registered.output.contains(print))
            let listed = try await machine.run("key", "list", "--lang", "en")
            #expect(listed.output.contains("registered") && listed.output.contains(print))
            // The same key again is refused by rule.
            let again = try await machine.run("key", "register")
            #expect(again.status == 1)
            #expect((again.output + again.errors).contains("signing_key_is_one"))
            #expect(try await machine.run("key", "revoke", "signing", "--reason", "换机").status == 0)
            #expect(
                try await machine.run("key", "list", "--json").json["items"]?.list?.first?["state"]
                    == "revoked")
        }
    }

    @Test func `the inbox and the launch gate show what waits and why, clause by clause`() async throws {
        try await Service.with { service in
            try await Scene.scheme(service.database)
            let street = try await service.machine(of: "street")
            let inbox = try await street.run("inbox")
            #expect(inbox.status == 0)
            #expect(
                inbox.output.contains("确定项目启动：") && inbox.output.contains("专用账户"), "\(inbox.output)")
            let project = Scene.project.description
            let gate = try await street.run("gate", project)
            #expect(gate.status == 1)
            #expect(gate.output.contains("未开"))
            #expect(gate.output.contains("温鹿政办〔2020〕21号"))
            let english = try await street.run("gate", project, "launch", "--lang", "en")
            #expect(english.output.contains("shut") && english.output.contains("remedy"))
            let json = try await street.run("gate", project, "--json")
            #expect(json.status == 1)
            #expect(json.json["open"] == false)
            #expect(json.json["requirements"]?.list?.isEmpty == false)
            #expect(try await street.run("gate", Seed.id("nothing").description).status == 2)
            #expect(try await street.run("gate", "not-an-id").status == 2)
            #expect(try await street.run("gate", project, "acceptance").status == 1)
            // Every gate of the state machine has a name; those behind the project are passed.
            for (name, title) in [
                ("plan", "列入年度计划"), ("completion", "报告完工"), ("certificate", "出具验收证书"),
                ("review", "联审"), ("approvals", "审批"), ("permit", "施工许可"), ("front", "前期"),
            ] {
                let one = try await street.run("gate", project, name)
                #expect(one.status == 1, "\(name): \(one.output)\(one.errors)")
                let hasTitle = one.output.contains(title) || one.output.contains("→")
                #expect(hasTitle, "\(name): \(one.output)")
            }
            let all = try await street.run("gate", project, "all", "--json")
            let standings = all.json["gates"]?.list ?? []
            #expect(standings.first { $0["gate"] == "launch" }?["standing"] == "now", "\(all.output)")
            #expect(standings.first { $0["gate"] == "close" }?["standing"] == "ahead")
            #expect(all.json["next"]?["open"] == false)
            #expect(try await street.run("gate", project, "nonsense").status == 2)
            let front = try await street.run("gate", project, "front")
            #expect(
                front.status == 1 && front.output.contains("已通过") && front.output.contains("未开"),
                "\(front.output)")
        }
    }
}

@Suite("The program's lists, and what it says where a site is not reached")
struct ListTests {
    @Test func `projects and their rounds are listed with ids and states in words`() async throws {
        try await Service.with { service in
            try await Scene.called(service.database)
            let street = try await service.machine(of: "street")
            let projects = try await street.run("projects")
            #expect(projects.status == 0, "\(projects.errors)")
            for text in ["水心小区改造", Scene.project.description, "预验收"] {
                #expect(projects.output.contains(text), "\(projects.output)")
            }
            let rounds = try await street.run("rounds", Scene.project.description)
            #expect(rounds.output.contains(Scene.round.description) && rounds.output.contains("已通知"))
            let english = try await street.run("rounds", Scene.project.description, "--lang", "en")
            #expect(english.output.contains("called"))
            // The next gate of a project whose round is called is the acceptance; who has to sign is named.
            let certificate = try await street.run("gate", Scene.project.description, "certificate")
            #expect(certificate.status == 1)
            #expect(certificate.output.contains("待签署：监理单位"), "\(certificate.output)")
        }
    }

    @Test func `a site that is away is told in words, and in no words of the system's`() async throws {
        let machine = try Machine()
        for (address, zh, en) in [
            ("http://127.0.0.1:1", "那里没有程序在监听", "nothing listens there"),
            ("http://no-such-host.invalid", "找不到主机", "no host named"),
            ("unix:/nowhere/socket", "没有这个套接字文件", "there is no such socket"),
        ] {
            for (language, words) in [("zh", zh), ("en", en)] {
                let away = try await machine.run(
                    "sign-in", address, "--login", "street", "--lang", language, typing: "x\n")
                #expect(away.status == 3, "\(away.errors)")
                #expect(away.errors.contains(words), "\(address): \(away.errors)")
                #expect(!away.errors.contains("errno") && !away.errors.contains("NIO"), "\(away.errors)")
            }
        }
    }
}

@Suite("The program by itself")
struct ProgramTests {
    @Test func `it links neither libpq nor the libraries of photos`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ldd")
        process.arguments = [Machine.program]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let libraries = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(libraries.contains("libcrypto"))
        for library in ["libpq", "libturbojpeg", "libpng"] { #expect(!libraries.contains(library)) }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `every shell gets its completion`(shell: String) async throws {
        let outcome = try await Machine().run("--generate-completion-script", shell)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("certificate"))
    }

    @Test func `the help documents every exit status`() async throws {
        let help = try await Machine().run("--help")
        #expect(help.status == 0)
        for status in ["0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "6 ", "7 ", "70 "] {
            #expect(help.output.contains("\n  \(status)"), "\(status)")
        }
    }

    @Test(arguments: [
        ["gate", "zzz", "--json"], ["gate", "--json"], ["nonsense", "--json"],
        ["inbox", "--json", "--lang", "fr"],
    ])
    func `a command line that does not parse is told in JSON where JSON is asked for`(arguments: [String])
        async throws
    {
        let outcome = try await Machine().run(all: arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.json["status"] == "usage")
        #expect(outcome.json["code"] == "command_line")
        #expect(outcome.json["detail"]?.text?.hasPrefix("命令有误：") == true)
        #expect(outcome.json["detail_en"]?.text?.isEmpty == false)
        let plain = try await Machine().run(all: arguments.filter { $0 != "--json" })
        #expect(plain.status == 2)
        #expect(plain.output.isEmpty && plain.errors.contains("yanshou"))
    }

    @Test func `every command speaks JSON, also when it fails`() async throws {
        let machine = try Machine()
        let round = Seed.id("round").description
        for arguments in [
            ["status"], ["outbox"], ["whoami"], ["inbox"], ["send"], ["sign-out"], ["key", "list"],
            ["key", "register"],
            ["dossier", "get", round], ["dossier", "show", round], ["verify", "/nowhere"],
            ["gate", round], ["projects"], ["rounds", round], ["edition", "show", round],
            ["edition", "adopt", round, "e", "--reason", "r"],
            ["certificate", "get", round, "-o", "/dev/null"],
            ["sign", round, "--seat", "s", "--opinion", "pass"],
        ] {
            let outcome = try await machine.run(all: arguments + ["--json"])
            #expect(outcome.json.object != nil, "\(arguments): \(outcome.output) \(outcome.errors)")
            #expect(outcome.errors.isEmpty, "\(arguments)")
        }
    }
}
