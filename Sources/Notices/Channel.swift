package import Values

/// By what people are told outside the product (通知渠道); the inbox inside it is the record, and these are copies.
package enum ChannelKind: String, Sendable, Hashable, CaseIterable, Codable {
    case mail, sms, wechat

    package var words: Words {
        switch self {
        case .mail: Words("电子邮件", "e-mail")
        case .sms: Words("短信", "SMS")
        case .wechat: Words("微信", "WeChat")
        }
    }
}

/// One message as it goes out (消息): to whom, and what it says; nothing of what an event holds.
package struct OutgoingMessage: Sendable, Hashable {
    /// The same at each try: whoever has it already leaves it.
    package let id: ID
    package let to: String
    package let title: String
    package let text: String
    package let at: Instant
    /// Whether its reader may do without it, and is told how.
    package let isOptional: Bool

    package init(id: ID, to: String, title: String, text: String, at: Instant, isOptional: Bool) {
        self.id = id
        self.to = to
        self.title = title
        self.text = text
        self.at = at
        self.isOptional = isOptional
    }
}

/// What came of one try to send a message (投送结果).
///
/// The words are kept and shown: they hold nothing of the other side's, and no address.
package enum Sending: Sendable, Hashable {
    /// The other side has taken it over.
    case taken(status: Int?)
    /// It may be taken later: a full mailbox, a server that is away.
    case later(status: Int?, reason: String)
    /// It will never be taken: no such mailbox.
    case refused(status: Int?, reason: String)

    var status: Int? {
        switch self {
        case .taken(let status), .later(let status, _), .refused(let status, _): status
        }
    }

    var reason: String? {
        switch self {
        case .taken: nil
        case .later(_, let reason), .refused(_, let reason): reason
        }
    }
}

/// One way to send messages (渠道): a mail server, a folder, a gateway.
package protocol Channel: Sendable {
    /// Tries once. At least once for each message: where it is not known whether the other side took it, it is tried again.
    func send(_ message: OutgoingMessage) async -> Sending
}
