import ArgumentParser
import Terminal
import Values

/// Sends what waits, in the order it was made, each once.
struct SendCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "发送待发箱，留下回执 / send the outbox and keep the receipts")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        var report = try await desk.sendOutbox(as: try desk.profile())
        if report.lines.isEmpty { report.lines = [.good(Words("没有待发的", "nothing waits to be sent"))] }
        return report
    }
}

struct OutboxCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "待发箱与回执 / the outbox and its receipts",
        subcommands: [OutboxList.self, OutboxDrop.self], defaultSubcommand: OutboxList.self)
}

struct OutboxList: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出每一项及其回执 / each operation and its receipt")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let (operations, damaged) = try desk.outbox().all()
        var table = Table([
            Words("编号", "id"), Words("状态", "status"), Words("回执", "receipt"), Words("内容", "what"),
        ])
        for operation in operations {
            table.add(
                operation.id.description, desk.screen.language.text(OutboxList.words(operation.status)),
                operation.receipt.map { "\($0.status) \($0.at.local)" } ?? "-",
                desk.screen.language.text(operation.words))
        }
        var lines: [Report.Line] = [
            operations.isEmpty ? .text(Words("待发箱为空", "the outbox is empty")) : .table(table)
        ]
        lines += damaged.map { .bad(Words("文件损坏：\($0)", "damaged file: \($0)")) }
        return Report(
            ["items": .list(operations.map(\.json)), "damaged": .list(damaged.map(JSON.text))], lines,
            status: damaged.isEmpty ? .done : .fault)
    }

    private static func words(_ status: OutboxOperation.Status) -> Words {
        switch status {
        case .queued: Words("待发", "waiting")
        case .sent: Words("已送达", "sent")
        case .refused: Words("被拒", "refused")
        case .conflict: Words("冲突", "conflict")
        }
    }
}

struct OutboxDrop: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "撤下一项，不再发送 / take an operation away; it is not sent")

    @Argument(help: "编号 / its id") var id: ID
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let outbox = try desk.outbox()
        guard let operation = try outbox.all().operations.first(where: { $0.id == id }) else {
            throw InputMistake("no_such_operation", "待发箱没有 \(id)", "the outbox has no \(id)")
        }
        try outbox.drop(id)
        var lines: [Report.Line] = [
            .good(Words("已撤下：\(operation.words.zh)", "taken away: \(operation.words.en)"))
        ]
        if operation.status == .queued, operation.attempts > 0 {
            // The site may have done it without its answer reaching us.
            lines.append(
                .caution(Words("它发送过而无回音，系统可能已经收到", "it was tried without an answer: the site may have it")))
        }
        return Report(["dropped": .text(id.description)], lines)
    }
}
