import ArgumentParser
import Foundation
import Ledger
import Terminal
import Testing
import Values

@Suite("Profile, keys and dossiers on a machine")
struct StoreTests {
    @Test func `a profile is kept for its owner alone, and refused when others may read it`() throws {
        let home = try Home()
        #expect(try Profile.load(from: home.folders) == nil)
        var profile = OutboxTests.profile()
        profile.siteKey = SigningKey.make().publicKey.description
        try profile.save(to: home.folders)
        #expect(try Profile.load(from: home.folders) == profile)
        #expect(DurableFile.mode(of: home.folders.profile) == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: home.folders.profile)
        #expect(throws: StoreFault.self) { try Profile.load(from: home.folders) }
        try Profile.forget(in: home.folders)
        #expect(try Profile.load(from: home.folders) == nil)
    }

    @Test func `a key is made once, kept for its owner, and ssh-keygen reads it`() throws {
        let home = try Home()
        let ring = KeyRing(home.folders)
        let key = try ring.make("signing", comment: "王工\n@yunhe")
        #expect(try ring.key("signing").publicKey == key.publicKey)
        #expect(try ring.names() == ["signing"])
        #expect(DurableFile.mode(of: home.folders.keys + "/signing") == 0o600)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/ssh-keygen")
        process.arguments = ["-l", "-f", home.folders.keys + "/signing"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let shown = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(shown.contains(key.publicKey.fingerprint))
        #expect(throws: InputMistake.self) { try ring.make("signing", comment: "") }
        #expect(throws: InputMistake.self) { try ring.make("../signing", comment: "") }
        #expect(throws: InputMistake.self) { try ring.key("other") }
    }

    @Test func `a dossier is kept as the site gave it, and an altered one is not signed`() throws {
        let home = try Home()
        let dossier = Dossier(
            district: 330_302, project: ID(high: 5, low: 5), round: 2, policyEdition: "e", seats: [],
            documents: [],
            facts: [:])
        let shelf = DossierShelf(home.folders)
        #expect(throws: InputMistake.self) { try shelf.dossier(project: dossier.project, round: 2) }
        #expect(try shelf.keep(dossier.canonical()) == dossier)
        #expect(try shelf.dossier(project: dossier.project, round: 2) == dossier)
        let mistake = #expect(throws: Unverified.self) { try shelf.keep(dossier.canonical() + [32]) }
        #expect(mistake?.report.status == .unverified)
    }

    @Test func `folders follow the environment`() throws {
        #expect(try Folders(environment: ["HOME": "/h"]).profile == "/h/.config/yanshou/profile.json")
        let folders = try Folders(environment: [
            "HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "rel",
        ])
        #expect(folders.config == "/c/yanshou" && folders.state == "/h/.local/state/yanshou")
        #expect(throws: InputMistake.self) { try Folders(environment: [:]) }
    }
}

@Suite("What the screen shows")
struct ScreenTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("验收", 4), ("a验b", 4), ("（二）", 6), ("é", 1), ("e\u{301}", 1), ("✅", 2), ("✓", 1),
    ])
    func `wide characters take two columns`(text: String, columns: Int) {
        #expect(TextWidth.columns(text) == columns)
    }

    @Test func `columns line up whatever the script, and a narrow terminal cuts`() {
        var table = Table([Words("项目", "project"), Words("状态", "state"), Words("说明", "words")])
        table.add("p-1", "待签", "联合验收")
        table.add("云和花园", "ok", "line\u{1B}[31m\nbreak")
        #expect(
            table.lines(in: .chinese, width: nil) == [
                "项目      状态  说明", "p-1       待签  联合验收", "云和花园  ok    line [31m break",
            ])
        #expect(table.lines(in: .chinese, width: 19)[1] == "p-1       待签  联…")
        #expect(table.lines(in: .english, width: nil)[0] == "project   state  words")
    }

    @Test(arguments: [
        ([:], Language.chinese), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "en_GB.UTF-8"], .english),
        (["LANG": "C.UTF-8"], .chinese), (["LANG": "C"], .english),
        (["LANG": "en_US", "LC_ALL": "zh_CN"], .chinese),
    ])
    func `the language follows the environment`(environment: [String: String], language: Language) {
        #expect(Language(environment: environment) == language)
    }

    @Test func `JSON is the same in either language, and colours come on a terminal alone`() {
        let report = Report(failure: .conflict, code: "stale", Words("已变更", "changed"))
        func shown(_ language: Language, json: Bool, colours: Bool) -> String {
            Screen(language: language, asJSON: json, colours: colours, width: nil).text(of: report)
        }
        #expect(shown(.chinese, json: true, colours: true) == shown(.english, json: true, colours: false))
        #expect(
            shown(.english, json: true, colours: false)
                == #"{"code":"stale","detail":"已变更","detail_en":"changed","status":"conflict"}"# + "\n")
        #expect(shown(.english, json: false, colours: false) == "✗ changed\n")
        #expect(shown(.english, json: false, colours: true) == "\u{1B}[31m✗ \u{1B}[0mchanged\n")
    }
}

struct Trial: SiteCommand {
    static let configuration = CommandConfiguration(commandName: "trial")
    @OptionGroup var common: CommonOptions
    @Argument var what: String

    func report(at desk: Desk) async throws -> Report {
        switch what {
        case "good": Report(["language": .text(desk.screen.language.rawValue)], [.good(Words("好", "good"))])
        case "told": throw NotSignedIn()
        case "strange": throw CancellationError()
        default: throw Unverified("bad", Words("不符", "bad"))
        }
    }
}

@Suite("Leaving with the right status")
struct CommandTests {
    @Test(arguments: [
        (["good"], CommandStatus.done), (["told"], .forbidden), (["strange"], .fault), (["bad"], .unverified),
        ([], .usage), (["good", "--nonsense"], .usage), (["good", "--lang", "fr"], .usage),
        (["--help"], .done),
        (["--generate-completion-script", "bash"], .done),
    ])
    func `a command leaves with the status of what happened`(arguments: [String], status: CommandStatus) async
    {
        #expect(await Shell.run(Trial.self, arguments) == status.rawValue)
    }

    @Test func `JSON is asked for before the end of the options alone`() {
        #expect(Shell.asksForJSON(["gate", "zzz", "--json"]))
        #expect(!Shell.asksForJSON(["gate", "--", "--json"]))
        #expect(!Shell.asksForJSON([]))
    }

    @Test func `the numbers of the statuses stay as documented`() {
        #expect(CommandStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 70])
    }

    @Test func `a writing command keeps its operation while the site is away`() async throws {
        let home = try Home()
        let profile = OutboxTests.profile()
        try profile.save(to: home.folders)
        let desk = try Desk(try CommonOptions.parse(["--lang", "en"]), environment: ["HOME": home.path])
        let report = try await desk.post(OutboxTests.operation(profile), as: desk.profile())
        #expect(report.status == .unreachable)
        #expect(report.json["operation"]?["status"] == "queued")
        #expect(desk.screen.text(of: report).contains("kept in the outbox"))
        #expect(try desk.outbox().all().operations.count == 1)
    }

    @Test func `nobody signed in, or signed in elsewhere, is told to sign in`() throws {
        let home = try Home()
        let desk = try Desk(CommonOptions.parse([]), environment: ["HOME": home.path])
        #expect(throws: NotSignedIn.self) { try desk.client() }
        #expect(throws: InputMistake.self) { try desk.stranger() }
        try OutboxTests.profile().save(to: home.folders)
        _ = try desk.client()
        let elsewhere = try Desk(
            CommonOptions.parse(["--site", "http://127.0.0.1:9"]), environment: ["HOME": home.path])
        #expect(throws: NotSignedIn.self) { try elsewhere.client() }
    }
}
