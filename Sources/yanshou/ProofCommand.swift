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
    @Option(help: "见证方公钥行或其文件，可多次 / a witness's public line, or a file with it; repeatable")
    var witness: [String] = []
    @Option(help: "至少几个见证方副署，缺省为全部 / how many of the witnesses must have cosigned; all by default")
    var quorum: Int?
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        guard let bytes = try DurableFile.read(file) else {
            throw InputMistake("no_such_file", "没有这个文件：\(file)", "no such file: \(file)")
        }
        let verifier = try KeyLine.log(vkey)
        let witnesses = Set(try witness.map(KeyLine.witness))
        let quorum = quorum ?? witnesses.count
        guard (0...witnesses.count).contains(quorum) else {
            throw InputMistake(
                "quorum_of_too_few", "见证方只有 \(witnesses.count) 个", "there are \(witnesses.count) witnesses")
        }
        guard let text = String(validating: bytes, as: UTF8.self), let proof = LogProof(text: text),
            let head = proof.head(by: verifier)
        else {
            return Report(
                .object(["holds": .bool(false)]),
                [.bad(Words("证明不成立", "the proof does not hold"))], status: .unverified)
        }
        let seen = witnesses.sorted { $0.description < $1.description }.map { ($0, $0.time(in: proof.note)) }
        let count = seen.count { $0.1 != nil }
        return Report(
            .object([
                "holds": .bool(count >= quorum), "log": .text(head.origin), "index": .int(Int64(proof.index)),
                "size": .int(Int64(head.size)), "root": .text(hex(head.root)),
                "entry": .text(String(decoding: proof.entry, as: UTF8.self)), "quorum": .int(Int64(quorum)),
                "witnesses": .list(
                    seen.map { witness, time in
                        .object([
                            "name": .text(witness.name),
                            "cosigned_at": time.map { .text(VerifyProofCommand.moment($0)) } ?? .null,
                        ])
                    }),
            ]),
            [
                .heading(Words("日志 \(head.origin)", "log \(head.origin)")),
                .pair(Words("序号", "index"), "\(proof.index)"),
                .pair(Words("检查点", "head"), "\(head.size) \(Base64.text(head.root))"),
                .pair(Words("事件", "event"), String(decoding: proof.entry, as: UTF8.self)),
                .good(Words("该事件在此日志中，检查点由其密钥签署", "the event is in this log, whose key signed the head")),
            ] + seen.map(VerifyProofCommand.line)
                + (count < quorum
                    ? [
                        .bad(
                            Words(
                                "见证方须有 \(quorum) 个副署，只有 \(count) 个",
                                "\(quorum) witnesses must have cosigned it, and \(count) did"))
                    ] : []),
            status: count < quorum ? .unverified : .done)
    }

    private static func line(_ witness: WitnessVerifier, _ time: Int64?) -> Report.Line {
        guard let time else {
            return .caution(Words("见证方 \(witness.name) 未副署", "the witness \(witness.name) did not cosign it"))
        }
        return .good(
            Words(
                "见证方 \(witness.name) 已于 \(moment(time)) 副署",
                "the witness \(witness.name) cosigned it at \(moment(time))"))
    }

    /// The witness's own clock said so.
    private static func moment(_ seconds: Int64) -> String {
        seconds <= 253_402_300_799 ? Instant(unixMilliseconds: seconds * 1000).universal : "\(seconds)"
    }
}
