import ArgumentParser
import Foundation
import Ledger
import PQ
import Sealing

extension LedgerCommands {
    /// Once, by hand: what `up` and `work` do every second.
    struct Seal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把待封存的事件封入日志。 Bring the events that wait into the log, once.")

        @OptionGroup var target: OwnerDatabase
        @Option(help: "签名进程的套接字。 The signer's socket, to have the head signed as well.")
        var signer: String?

        func run() async throws {
            let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-seal")
            let done: Result<(sealed: Int, head: Int?), any Error>
            do {
                let sealed = try await Sealer(pool).sealAll()
                let keeper = signer.map { HeadKeeper(pool, signer: SignerClient($0)) }
                done = .success((sealed, try await keeper?.keep()))
            } catch { done = .failure(error) }
            await pool.close()
            let (sealed, head) = try done.get()
            print("封存 sealed: \(sealed)")
            if let head { print("已签检查点 signed a head of \(head)") }
        }
    }

    /// The whole log made anew from the events' bytes.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fsck",
            abstract: "从事件字节重算日志的叶、块与根，逐一比对。 Make every leaf, tile and root anew and compare.",
            discussion: "Ends with 1 where anything differs, and lists it.")

        @OptionGroup var target: OwnerDatabase
        @Option(
            help: "日志公钥行的文件；私有集群的自动找到。 The file of the log's public line; that of a private cluster is found."
        )
        var vkey: String?

        func run() async throws {
            let check = try await LogCheck.run(at: target.checked(), verifier: verifier())
            for difference in check.differences { print(difference) }
            print(check.line)
            if !check.differences.isEmpty { throw ExitCode(1) }
        }

        private func verifier() throws -> NoteVerifier? {
            let beside = target.state.map { $0 + "/" + LogSigning.verifier }
            guard let path = vkey ?? beside.flatMap({ FileManager.default.fileExists(atPath: $0) ? $0 : nil })
            else { return nil }
            guard let text = try? String(contentsOfFile: path, encoding: .utf8),
                let verifier = NoteVerifier(line: text.hasSuffix("\n") ? String(text.dropLast()) : text)
            else { throw ValidationError("\(path) 不是日志公钥行 · holds no public line of a log") }
            return verifier
        }
    }

    /// The log's key, which only the signer reads.
    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "日志密钥。 The log's key.", subcommands: [New.self, Show.self, Resume.self])

        struct Files: ParsableArguments {
            @Option(help: "密钥文件。 The key's file.") var key: String
            @Option(help: "状态文件。 The file of the last head that was signed.") var state: String
        }

        struct New: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract:
                    "生成密钥与空日志的状态，打印公钥行。 Make a key and the state of an empty log; print its public line.")

            @OptionGroup var files: Files
            @Argument(help: "日志名称，如 example.gov.cn/lucheng。 The log's name, a URL without its scheme.")
            var name: String

            func run() throws {
                try Ground.telling { print(try KeyFiles.make(name, key: files.key, state: files.state)) }
            }
        }

        struct Show: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "打印公钥行。 Print the public line, for whoever verifies.")

            @Option(help: "密钥文件。 The key's file.") var key: String

            func run() throws { try Ground.telling { print(try KeyFiles.read(key).verifier) } }
        }

        struct Resume: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "从所持最近的检查点继续。 Go on from the latest head that anybody holds.",
                discussion: """
                    After the state was lost, or the database restored: the signer then refuses a log that does not \
                    continue that head.
                    """)

            @OptionGroup var files: Files
            @Argument(help: "检查点文件（已签）。 The file of the signed head.") var note: String

            func run() throws {
                try Ground.telling {
                    guard let text = try? String(contentsOfFile: note, encoding: .utf8) else {
                        throw LogFault("\(note): 无法读取 · cannot be read")
                    }
                    let head = try KeyFiles.resume(text, key: files.key, state: files.state)
                    print("从 \(head.size) 继续 · goes on from \(head.size)")
                }
            }
        }
    }
}
