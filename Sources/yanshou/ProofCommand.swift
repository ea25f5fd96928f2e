import ArgumentParser
import Ledger
import Terminal
import Values

/// Checks that an event is in a log, with nothing but the proof and the log's public line.
struct VerifyProofCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-proof",
        abstract: "核验事件入日志的证明，不联网 / check an event's proof, without a network")

    @Argument(help: "证明文件（.tlog-proof） / the proof's file") var file: String
    @Option(help: "日志公钥行或其文件 / the log's public line, or a file with it") var vkey: String
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        guard let bytes = try DurableFile.read(file) else {
            throw InputMistake("no_such_file", "没有这个文件：\(file)", "no such file: \(file)")
        }
        let line = String(decoding: try DurableFile.read(vkey) ?? Array(vkey.utf8), as: UTF8.self)
        guard let verifier = NoteVerifier(line: line.hasSuffix("\n") ? String(line.dropLast()) : line) else {
            throw InputMistake(
                "not_a_log_key", "不是日志公钥行：\(vkey)", "this is no public line of a log: \(vkey)")
        }
        guard let text = String(validating: bytes, as: UTF8.self), let proof = LogProof(text: text),
            let head = proof.head(by: verifier)
        else {
            return Report(
                .object(["holds": .bool(false)]),
                [.bad(Words("证明不成立", "the proof does not hold"))], status: .unverified)
        }
        return Report(
            .object([
                "holds": .bool(true), "log": .text(head.origin), "index": .int(Int64(proof.index)),
                "size": .int(Int64(head.size)), "root": .text(hex(head.root)),
                "entry": .text(String(decoding: proof.entry, as: UTF8.self)),
            ]),
            [
                .heading(Words("日志 \(head.origin)", "log \(head.origin)")),
                .pair(Words("序号", "index"), "\(proof.index)"),
                .pair(Words("检查点", "head"), "\(head.size) \(Base64.text(head.root))"),
                .pair(Words("事件", "event"), String(decoding: proof.entry, as: UTF8.self)),
                .good(Words("该事件在此日志中，检查点由其密钥签署", "the event is in this log, whose key signed the head")),
            ], status: .done)
    }
}
