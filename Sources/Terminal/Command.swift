package import ArgumentParser
import Glibc
package import Values

/// What every command takes.
package struct CommonOptions: ParsableArguments {
    @Flag(name: .long, help: "以 JSON 输出 / print JSON")
    package var json = false

    @Option(name: .long, help: "语言 zh 或 en / language, zh or en")
    package var lang: Language?

    @Option(name: .long, help: "系统地址 / address of the site, http://host:port or unix:/path")
    package var site: String?

    package init() {}
}

extension Language: ExpressibleByArgument {}

/// What a command stands on: the screen, the folders, and who is signed in.
package struct Desk: Sendable {
    package let screen: Screen
    package let folders: Folders
    private let givenSite: String?

    package init(_ options: CommonOptions, environment: [String: String]) throws {
        screen = Desk.screen(options, environment: environment)
        folders = try Folders(environment: environment)
        givenSite = options.site
    }

    static func screen(_ options: CommonOptions, environment: [String: String]) -> Screen {
        Screen(
            language: options.lang ?? Language(environment: environment), asJSON: options.json,
            environment: environment)
    }

    package var keys: KeyRing { KeyRing(folders) }
    package var dossiers: DossierShelf { DossierShelf(folders) }

    package func outbox() throws(StoreFault) -> Outbox { try Outbox(folders) }

    /// Who is signed in; refused where nobody is, or at another site than the one named.
    package func profile() throws -> Profile {
        guard let profile = try Profile.load(from: folders) else { throw NotSignedIn() }
        if let givenSite, try SiteAddress(givenSite) != SiteAddress(profile.site) { throw NotSignedIn() }
        return profile
    }

    /// A client that speaks for the person who is signed in.
    package func client() throws -> SiteClient {
        let profile = try profile()
        return try client(profile.site, token: profile.token)
    }

    /// A client for a site, before anyone is signed in.
    package func stranger() throws -> SiteClient {
        guard let site = try givenSite ?? Profile.load(from: folders)?.site else {
            throw InputMistake("site_missing", "请用 --site 指明系统地址", "name the site with --site")
        }
        return try client(site, token: nil)
    }

    package func client(_ site: String, token: String?) throws(InputMistake) -> SiteClient {
        let address = try SiteAddress(site)
        if address.isInClear {
            screen.remark(
                Words(
                    "注意：\(address) 未加密，令牌可能被窃取",
                    "caution: \(address) is not encrypted; the token could be read"))
        }
        return SiteClient(address, token: token, language: screen.language)
    }

    package func now() -> Instant { Desk.now() }

    /// This machine's clock, which the site records and never trusts for order.
    package static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let sinceEpoch = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
        return Instant(microseconds: sinceEpoch - 946_684_800_000_000)
    }

    /// Keeps an operation, tries the outbox at once, and tells what became of it: the whole of a writing command.
    package func post(_ operation: OutboxOperation, as profile: Profile) async throws -> Report {
        try outbox().put(operation)
        let report = try await sendOutbox(as: profile)
        guard let own = try outbox().all().operations.first(where: { $0.id == operation.id }) else {
            return report
        }
        var fields = report.json.object ?? [:]
        fields["operation"] = own.json
        var whole = report
        whole.json = .object(fields)
        return whole
    }

    /// Sends what waits.
    package func sendOutbox(as profile: Profile) async throws -> Report {
        let client = try client(profile.site, token: profile.token)
        let (tried, fault) = try await outbox().send(for: profile, with: client, now: Desk.now)
        var report = Report(["sent": .list(tried.map(\.json))])
        for operation in tried { report.add(operation) }
        if let fault {
            let failure = Report(fault: fault)
            report.status = failure.status
            report.lines += failure.lines
            report.lines.append(
                .caution(Words("已留在待发箱，稍后用 yanshou send 再发", "kept in the outbox: yanshou send")))
        }
        return report
    }
}

extension Report {
    /// A line of what became of an operation, and the worst status so far.
    package mutating func add(_ operation: OutboxOperation) {
        let words = operation.words
        switch operation.status {
        case .sent: lines.append(.good(words))
        case .queued: lines.append(.caution(Words("待发：\(words.zh)", "waiting: \(words.en)")))
        case .refused, .conflict:
            lines.append(.bad(words))
            let document = operation.receipt?.body.object ?? [:]
            if let detail = SiteProblem.words(document, "detail") { lines.append(.text(detail)) }
            lines += (document["refusals"]?.list ?? []).compactMap { Refusal(json: $0).map(Line.refusal) }
            let own: CommandStatus = operation.status == .conflict ? .conflict : .refused
            if status == .done { status = own }
        }
    }
}

/// A command that makes a report; showing it and leaving with the right status is done here.
package protocol SiteCommand: AsyncParsableCommand {
    var common: CommonOptions { get }
    func report(at desk: Desk) async throws -> Report
}

extension SiteCommand {
    package func run() async throws {
        let environment = Shell.environment
        let report: Report
        do {
            report = try await self.report(at: Desk(common, environment: environment))
        } catch let told as any Telling {
            report = told.report
        } catch let leaving where leaving is CleanExit || leaving is ValidationError || leaving is ExitCode {
            throw leaving
        } catch {
            report = Report(
                failure: .fault, code: "unforeseen", Words("程序出错：“\(error)”", "the program failed: \(error)"))
        }
        Desk.screen(common, environment: environment).show(report)
        if report.status != .done { throw ExitCode(report.status.rawValue) }
    }
}

/// The process around the commands.
package enum Shell {
    package static var environment: [String: String] {
        var environment = [String: String]()
        var place = environ
        while let entry = place.pointee {
            let text = String(cString: entry)
            if let mark = text.firstIndex(of: "=") {
                environment[String(text[..<mark])] = String(text[text.index(after: mark)...])
            }
            place += 1
        }
        return environment
    }

    /// Parses, runs and leaves: help on the output, mistakes on the error stream with status 2.
    ///
    /// With `--json` a mistake is one JSON text on the output, like every other failure.
    package static func run<Root: AsyncParsableCommand>(_ root: Root.Type, _ arguments: [String]) async
        -> Int32
    {
        do {
            var command = try root.parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            return CommandStatus.done.rawValue
        } catch {
            let code = root.exitCode(for: error)
            let message = root.fullMessage(for: error)
            let status = code == .validationFailure ? CommandStatus.usage.rawValue : code.rawValue
            guard !message.isEmpty else { return status }
            if code.isSuccess {
                Screen.write(ParserWords.help(message) + "\n", to: STDOUT_FILENO)
            } else if asksForJSON(arguments) {
                Screen(language: .chinese, asJSON: true, colours: false, width: nil)
                    .show(mistake(root.message(for: error)))
            } else {
                Screen.write(told(root, error, arguments) + "\n", to: STDERR_FILENO)
            }
            return status
        }
    }

    /// Whether JSON is wanted, asked of arguments that may not parse.
    package static func asksForJSON(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains("--json")
    }

    /// What the parser of a program found wrong, in the language asked for.
    package static func told<Root: ParsableCommand>(
        _ root: Root.Type, _ error: any Error, _ arguments: [String]
    ) -> String {
        ParserWords.mistake(root.message(for: error), in: root.fullMessage(for: error), language(arguments))
    }

    /// The language asked for by `--lang`, of arguments that may not parse, or by the environment.
    private static func language(_ arguments: [String]) -> Language {
        let asked = arguments.firstIndex(of: "--lang").flatMap { arguments[$0...].dropFirst().first }
        return asked.flatMap(Language.init(rawValue:)) ?? Language(environment: environment)
    }

    /// What the parser found wrong with the command line.
    static func mistake(_ message: String) -> Report {
        let words = ParserWords.words(message)
        return Report(failure: .usage, code: "command_line", Words("命令有误：\(words.zh)", words.en))
    }

    /// A line typed by a person; a secret one is not shown while it is typed.
    package static func ask(_ words: Words, in language: Language, secret: Bool) -> String? {
        Screen.write(language.text(words) + (language == .chinese ? "：" : ": "), to: STDERR_FILENO)
        var before = termios()
        let isTerminal = tcgetattr(STDIN_FILENO, &before) == 0
        if secret, isTerminal {
            var quiet = before
            quiet.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
        }
        defer {
            if secret, isTerminal {
                tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
                Screen.write("\n", to: STDERR_FILENO)
            }
        }
        return readLine(strippingNewline: true)
    }
}
