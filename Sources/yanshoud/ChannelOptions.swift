import ArgumentParser
import Notices
import PQ

/// By what people are told outside the product: nothing unless it is said.
struct ChannelOptions: ParsableArguments {
    @Option(
        help: """
            Send mail as this file says: JSON with host, from and links; may have port, encryption (starttls, tls, none), \
            name, user, password, authorities. One that holds a password is readable by its owner alone.
            """)
    var mail: String?

    @Option(help: "Write SMS as lines of JSON to sms.jsonl in this folder, for a gateway that reads them.")
    var smsSink: String?

    @Option(help: "Write WeChat messages as lines of JSON to wechat.jsonl in this folder.")
    var wechatSink: String?

    func validate() throws {
        do { _ = try settings() } catch let fault as MailSettings.Fault {
            throw ValidationError("--mail \(fault)")
        }
        for folder in [smsSink, wechatSink].compactMap({ $0 }) where !FileSink.isFolder(folder) {
            throw ValidationError("\(folder) 不是可写的目录 is no folder that can be written to")
        }
    }

    private func settings() throws -> MailSettings? { try mail.map { try MailSettings(file: $0) } }

    /// What sends messages, on connections to a database; it also says what is not set up.
    func sender(_ url: String) throws -> MessageSender {
        var channels: [ChannelKind: any Notices.Channel] = [:]
        let settings = try settings()
        if let settings { channels[.mail] = MailChannel(settings) }
        if let smsSink { channels[.sms] = FileSink(.sms, in: smsSink) }
        if let wechatSink { channels[.wechat] = FileSink(.wechat, in: wechatSink) }
        return MessageSender(
            pool: Pool(url, connections: 2, applicationName: "yanshou-messages"), channels: channels,
            links: settings?.links)
    }
}
