import Foundation
package import Jobs
import Ledger
package import PQ
import Values

/// Sends messages by their channels (消息投送): tried for a day, each try noted; what nobody takes stands as dead, with why.
package struct MessageSender: OutsideHandler {
    package let kind = "message.send"
    package let queue = "outside"
    /// Nine tries over a day.
    package let retry = Retry(steps: [
        .seconds(20), .seconds(120), .seconds(600), .seconds(1800), .seconds(7200), .seconds(14_400),
        .seconds(25_200), .seconds(36_000),
    ])
    /// As `attempts_max` of its jobs.
    static let triesMost: Int32 = 9
    let pool: Pool
    let channels: [ChannelKind: any Channel]
    /// Where people reach the product; nil where no mail is sent.
    let links: String?

    /// Connections of `yanshou_jobs` of its own; what it can send by.
    package init(pool: Pool, channels: [ChannelKind: any Channel], links: String?) {
        self.pool = pool
        self.channels = channels
        self.links = links
    }

    /// Closes its connections.
    package func close() async { await pool.close() }

    /// Says what can be sent by: what is not named is not set up from now on.
    package func setUp() async throws {
        try await pool.transaction { transaction in
            try await transaction.commit(after: [
                "select jobs.set_up_channels(\(channels.keys.map(\.rawValue).sorted()))"
            ])
        }
    }

    private struct Arguments: Decodable {
        let message: ID
    }

    /// Nobody took it; why stands with the message.
    struct NotTaken: Error {}

    package func run(_ job: Job) async throws {
        let id = try job.arguments(as: Arguments.self).message
        let rows = try await pool.read("select * from jobs.message_to_bring(\(id))")
        guard let row = rows.first else { throw GiveUp("没有这条消息 there is no such message") }
        guard try row.text("state") == "waiting" else { return }
        guard let kind = ChannelKind(rawValue: try row.text("channel")), let channel = channels[kind] else {
            try await tell(id, .refused(status: nil, reason: "渠道未设置 the channel is not set up"), final: true)
            throw GiveUp("渠道未设置 the channel is not set up")
        }
        guard let address = try row.optionalText("address"), !address.isEmpty else {
            let reason = "联系方式已停用或验证码已更换 the address has ended, or its code was replaced"
            try await tell(id, .refused(status: nil, reason: reason), final: true)
            throw GiveUp(reason)
        }
        let outcome = await channel.send(
            try MessageText(row, links: links).outgoing(id, to: address, at: try row.instant("at")))
        switch outcome {
        case .taken: try await tell(id, outcome, final: false)
        case .later:
            try await tell(id, outcome, final: job.attempt >= MessageSender.triesMost)
            throw NotTaken()
        case .refused(_, let reason):
            try await tell(id, outcome, final: true)
            throw GiveUp(reason)
        }
    }

    private func tell(_ id: ID, _ outcome: Sending, final: Bool) async throws {
        try await pool.transaction { transaction in
            try await transaction.commit(after: [
                "select jobs.tell_message(\(id), \(outcome.status.map(Int32.init)), \(outcome.reason), \(final))"
            ])
        }
    }
}

/// What a message says (消息文字): that something happened, and where to look; what it holds is read in the product.
struct MessageText {
    private struct Item: Decodable {
        let type: String
        let day: String
        let project: String?
    }

    let title: String
    let text: String
    let isOptional: Bool

    init(_ row: Row, links: String?) throws {
        let kind = try row.text("kind")
        let day = try row.instant("at").day
        let isStatutory = try row.bool("statutory")
        isOptional = kind != "code" && !isStatutory
        switch kind {
        case "code":
            let code = try row.text("code")
            title = "【验收】联系方式验证码"
            let place = try row.id("contact_id")
            let link = links.map { "打开链接并确认：\($0)/do/me/contacts/\(place)/verify?code=\(code)\n" } ?? ""
            text = """
                验证码 \(code)，一天内有效。
                \(link)不是您本人在验收平台登记的，不必理会：不确认就不会再收到消息。
                """
        case "digest":
            let items = try row.decode([Item].self, "items")
            title = "【验收】\(day) 汇总，共 \(items.count) 项"
            let lines = items.map { "\($0.day) \($0.project ?? "全区")：\(EventWords.title(of: $0.type))" }
            text = lines.joined(separator: "\n") + MessageText.end(links)
        default:
            let what = EventWords.title(of: try row.optionalText("type") ?? "")
            let place = try row.optionalText("project_name") ?? "全区"
            title = "【验收】\(place)：\(what)"
            text = "\(day) \(place)：\(what)。" + MessageText.end(links)
        }
    }

    private static func end(_ links: String?) -> String {
        "\n请登录验收平台查看并办理" + (links.map { "：\($0)/start" } ?? "") + "。\n站内待办为准，本消息只是提醒。\n"
    }

    func outgoing(_ id: ID, to address: String, at moment: Instant) -> OutgoingMessage {
        OutgoingMessage(
            id: id, to: address, title: title, text: text, at: moment, isOptional: isOptional)
    }
}
