import ArgumentParser
import Glibc
import Ledger
import Terminal
import Values
import Web

/// A witness of the log (见证方), for the street, a utility or the audit office: it watches that the log only grows.
struct WitnessCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "日志见证：只对延续上次所见的检查点副署 / witness a log: cosign heads that continue the last one",
        subcommands: [WitnessNew.self, WitnessServe.self], defaultSubcommand: WitnessServe.self)
}

struct WitnessFiles: ParsableArguments {
    @Option(help: "密钥文件 / the key's file") var key: String
    @Option(help: "状态文件：上次副署的检查点 / the file of the last head that was cosigned") var state: String
}

/// The key, and the state of having seen nothing.
struct WitnessNew: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "生成见证密钥与空状态，打印公钥行 / make a key and an empty state; print the public line")

    @OptionGroup var files: WitnessFiles
    @Argument(help: "见证方名称，如 example.gov.cn/audit / the witness's name, a URL without its scheme")
    var name: String
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        guard let signer = WitnessSigner.make(name: name) else {
            throw InputMistake(
                "not_a_name", "名称不能有空格和加号：\(name)", "a name has no space and no plus: \(name)")
        }
        // The state first: a key without its state cosigns nothing.
        try DurableFile.create(Array(WitnessFile.nothing.utf8), at: files.state)
        try DurableFile.create(Array(signer.file.utf8), at: files.key)
        return Report(
            ["name": .text(name), "vkey": .text(signer.verifier.description)],
            [
                .good(Words("已生成见证密钥 \(name)", "made the key of the witness \(name)")),
                .pair(Words("公钥行", "public line"), signer.verifier.description),
            ])
    }
}

/// What the witness remembers, in a file; one that is missing or unreadable is never taken for nothing.
struct WitnessFile: WitnessMemory {
    static let nothing = "nothing cosigned yet\n"

    let path: String

    func keep(_ note: String) throws { try DurableFile.write(Array(note.utf8), to: path) }

    /// The last note; nil where nothing was cosigned yet.
    func last() throws -> String? {
        guard let bytes = try DurableFile.read(path), let text = String(validating: bytes, as: UTF8.self)
        else {
            throw InputMistake(
                "no_state", "没有状态文件 \(path)：不予副署", "\(path) is missing: nothing is cosigned without it")
        }
        return text == WitnessFile.nothing ? nil : text
    }
}

/// One head after the other, whoever asks.
actor WitnessDesk {
    private var witness: LogWitness<WitnessFile>

    init(_ witness: LogWitness<WitnessFile>) { self.witness = witness }

    var note: String? { witness.note }

    func answer(_ body: [UInt8]) throws -> Response {
        do {
            guard let text = String(validating: body, as: UTF8.self), let request = HeadRequest(text: text)
            else {
                throw WitnessRefusal.malformed
            }
            return .text(200, try witness.cosign(request, at: Desk.now().unixMilliseconds / 1000))
        } catch let refusal as WitnessRefusal {
            if case .otherBeginning(let own) = refusal {
                return .text(409, "\(own)\n", type: "text/x.tlog.size")
            }
            return .text(refusal.status, "\(refusal)\n")
        }
    }
}

/// The witness over HTTP (C2SP tlog-witness), and the last head that it cosigned, for whoever compares.
struct WitnessServe: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "对外见证（缺省） / witness over HTTP (what is done without a word)",
        discussion: """
            POST /add-checkpoint（C2SP tlog-witness）；GET /checkpoint：上次副署的检查点 / the last head that was cosigned
            """)

    @OptionGroup var files: WitnessFiles
    @Option(help: "监听的地址与端口 / where to listen, HOST:PORT") var listen: String
    @Option(help: "日志公钥行或其文件 / the log's public line, or a file with it") var log: String
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let (host, port) = try place()
        let holding = try lock()
        defer { close(holding) }
        let witness = WitnessDesk(try witness())
        let end = EndSignals()
        let router = try Router(WitnessServe.routes(witness), ids: { Identity.make(at: Desk.now()) })
        let server = Server(router, at: .tcp(host: host, port: port), threads: 1, now: { Desk.now() })
        do { _ = try await server.start() } catch let fault as ListenFault {
            return Report(failure: .fault, code: "not_listening", fault.words)
        }
        desk.screen.remark(Words("见证中：http://\(host):\(port)", "witnessing at http://\(host):\(port)"))
        await end.wait()
        await server.drain()
        return Report(["ended": .bool(true)])
    }

    private func place() throws -> (String, Int) {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (1...65535).contains(port), colon > listen.startIndex
        else { throw InputMistake("not_a_place", "--listen 写成 HOST:PORT", "--listen is HOST:PORT") }
        return (String(listen[..<colon]), port)
    }

    /// One witness for a state: two would each cosign a head of their own.
    private func lock() throws -> Int32 {
        let lock = open(files.state + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw InputMistake(
                "state_is_held", "\(files.state) 已有见证进程", "another witness holds \(files.state)")
        }
        return lock
    }

    private func witness() throws -> LogWitness<WitnessFile> {
        guard let bytes = try DurableFile.read(files.key),
            let key = WitnessSigner(file: String(decoding: bytes, as: UTF8.self))
        else {
            throw InputMistake(
                "not_a_key", "\(files.key) 不是见证密钥", "\(files.key) holds no key of a witness")
        }
        let memory = WitnessFile(path: files.state)
        do {
            return try LogWitness(key, log: KeyLine.log(log), note: memory.last(), memory: memory)
        } catch is WitnessRefusal {
            throw InputMistake(
                "state_of_another", "\(files.state) 不是此见证方对此日志的状态",
                "\(files.state) is not this witness's state of this log")
        }
    }

    static func routes(_ desk: WitnessDesk) -> [Route] {
        [
            Route(
                .post, "/add-checkpoint", operation: "witness.add",
                summary: Words("副署检查点", "Cosign a head"), access: .anyone,
                produces: "text/plain; charset=utf-8", bodyLimit: 64 << 10
            ) { request in try await desk.answer(request.body) },
            Route(
                .get, "/checkpoint", operation: "witness.last",
                summary: Words("上次副署的检查点", "The last head that was cosigned"), access: .anyone,
                produces: "text/plain; charset=utf-8"
            ) { _ in
                guard let note = await desk.note else { throw Problem.notFound }
                return .text(200, note)
            },
        ]
    }
}

/// Public lines given on the command line, or in files.
enum KeyLine {
    static func log(_ given: String) throws -> NoteVerifier {
        guard let verifier = NoteVerifier(line: try line(given)) else {
            throw InputMistake(
                "not_a_log_key", "不是日志公钥行：\(given)", "this is no public line of a log: \(given)")
        }
        return verifier
    }

    static func witness(_ given: String) throws -> WitnessVerifier {
        guard let verifier = WitnessVerifier(line: try line(given)) else {
            throw InputMistake(
                "not_a_witness_key", "不是见证方公钥行：\(given)", "this is no public line of a witness: \(given)")
        }
        return verifier
    }

    private static func line(_ given: String) throws -> String {
        let text = String(decoding: try DurableFile.read(given) ?? Array(given.utf8), as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
