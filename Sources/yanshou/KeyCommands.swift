import ArgumentParser
import Ledger
import Terminal
import Values

/// A person's signing keys on this machine and at the site.
struct KeyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "签名密钥：生成、登记、列出、注销 / signing keys: make, register, list, revoke",
        subcommands: [KeyNew.self, KeyRegister.self, KeyList.self, KeyRevoke.self])
}

struct KeyName: ParsableArguments {
    static let usual = "signing"

    @Argument(help: "密钥名 / the key's name") var name = KeyName.usual
}

struct KeyNew: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "在本机生成密钥；私钥不离开本机 / make a key here; its secret never leaves")

    @OptionGroup var key: KeyName
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let owner = try Profile.load(from: desk.folders)?.name ?? "yanshou"
        let made = try desk.keys.make(key.name, comment: owner).publicKey
        return Report(
            [
                "name": .text(key.name), "public_key": .text(made.description),
                "fingerprint": .text(made.fingerprint),
            ],
            [
                .good(Words("已生成密钥 \(key.name)", "made the key \(key.name)")),
                .pair(Words("指纹", "fingerprint"), made.fingerprint),
                .text(
                    Words("下一步：yanshou key register \(key.name)", "next: yanshou key register \(key.name)")),
            ])
    }
}

struct KeyRegister: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "向系统登记公钥，并用密钥证明持有 / register the public key, proving it is held")

    @OptionGroup var key: KeyName
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let profile = try desk.profile()
        let held = try desk.keys.key(key.name)
        let print = held.publicKey.fingerprint
        return try await desk.post(
            OutboxOperation(
                for: profile, "/v1/me/signing-keys",
                body: [
                    "id": .text(Identity.make(at: desk.now()).description),
                    "public_key": .text(held.publicKey.description),
                    "proof": .text(KeyClaim.proof(of: held, by: profile.person).armored),
                ], words: Words("登记密钥 \(key.name)（\(print)）", "register the key \(key.name) (\(print))"),
                at: desk.now()), as: profile)
    }
}

struct KeyList: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "本机的密钥，以及系统所登记的 / keys here, and those the site knows")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        var registered: [JSON]?
        if let profile = try Profile.load(from: desk.folders) {
            let client = try desk.client(profile.site, token: profile.token)
            registered = try? await client.send(.get("/v1/me/signing-keys")).json()["items"]?.list
        }
        var table = Table([Words("名称", "name"), Words("状态", "state"), Words("指纹", "fingerprint")])
        var items = [JSON]()
        func add(_ name: String, _ print: String, _ state: String) {
            items.append(["name": .text(name), "fingerprint": .text(print), "state": .text(state)])
            table.add(name, desk.screen.language.text(KeyList.words(state)), print)
        }
        var local = Set<String>()
        for name in try desk.keys.names() {
            let print = try desk.keys.key(name).publicKey.fingerprint
            local.insert(print)
            add(name, print, KeyList.state(of: print, in: registered))
        }
        for item in registered ?? [] where !local.contains(item.text("fingerprint")) {
            add("-", item.text("fingerprint"), item["revoked_at"]?.text == nil ? "elsewhere" : "revoked")
        }
        var lines: [Report.Line] = [
            items.isEmpty ? .text(Words("没有密钥：yanshou key new", "no keys: yanshou key new")) : .table(table)
        ]
        if registered == nil {
            lines.append(.caution(Words("没有问到系统，登记状态未知", "the site was not asked: what it knows is unknown")))
        }
        return Report(["items": .list(items), "site_asked": .bool(registered != nil)], lines)
    }

    private static func state(of print: String, in registered: [JSON]?) -> String {
        guard let registered else { return "unknown" }
        guard let known = registered.first(where: { $0.text("fingerprint") == print }) else {
            return "not_registered"
        }
        return known["revoked_at"]?.text == nil ? "registered" : "revoked"
    }

    private static func words(_ state: String) -> Words {
        switch state {
        case "registered": Words("已登记", "registered")
        case "revoked": Words("已注销", "revoked")
        case "elsewhere": Words("在别的机器上", "on another machine")
        case "not_registered": Words("未登记", "not registered")
        default: Words("未知", "unknown")
        }
    }
}

struct KeyRevoke: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "注销密钥，此后的签名不再有效 / revoke a key: later signatures no longer count")

    @Argument(help: "密钥名或指纹 / the key's name or fingerprint") var key: String
    @Option(help: "原因 / the reason") var reason: String
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let profile = try desk.profile()
        let print = key.hasPrefix("SHA256:") ? key : try desk.keys.key(key).publicKey.fingerprint
        let known = try await desk.client().send(.get("/v1/me/signing-keys")).json()["items"]?.list ?? []
        guard let id = known.first(where: { $0.text("fingerprint") == print })?["id"]?.text else {
            throw InputMistake(
                "key_not_registered", "系统没有登记这把密钥：\(print)", "the site knows no such key: \(print)")
        }
        return try await desk.post(
            OutboxOperation(
                for: profile, SiteRequest.path(["v1", "me", "signing-keys", id, "revocation"]),
                body: ["reason": .text(reason)], words: Words("注销密钥 \(print)", "revoke the key \(print)"),
                at: desk.now()), as: profile)
    }
}

/// A public key given as its line, or as a file that holds it.
func readPublicKey(_ given: String) throws -> PublicKey {
    if let key = try? PublicKey(line: given) { return key }
    guard let bytes = try DurableFile.read(given),
        let key = try? PublicKey(line: String(decoding: bytes, as: UTF8.self))
    else {
        throw InputMistake(
            "key_unreadable", "不是 ssh-ed25519 公钥，也不是存有公钥的文件：\(given)",
            "neither an ssh-ed25519 public key nor a file with one: \(given)")
    }
    return key
}
