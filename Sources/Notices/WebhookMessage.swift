package import Ledger
package import Values

/// The secret of a webhook (推送密钥): made from the site's own key, so that the database holds none.
package struct WebhookSecret: Sendable {
    package let bytes: [UInt8]

    /// The secret of this number of a webhook: the same each time it is made.
    package init(of webhook: ID, number: Int32, district: Int32, by key: SigningKey) {
        // An Ed25519 signature is the same each time, and nobody without the key can make it.
        bytes = Digest.sha256(
            key.sign(Array("yanshou webhook secret 1 \(district) \(webhook) \(number)".utf8)))
    }

    /// As its receiver is shown it, once.
    package var text: String { "whsec_" + Base64.text(bytes) }
}

/// What a webhook is sent, as Standard Webhooks says it: an event by its names, and nothing of what it holds.
package struct WebhookMessage: Sendable {
    /// The event's own, the same at each try: a receiver that has it already leaves it.
    package let id: ID
    package let body: [UInt8]

    package init(id: ID, type: String, at: Instant, data: [String: JSON]) {
        self.id = id
        body =
            JSON.object([
                "type": .text(type), "timestamp": .text(at.local), "data": .object(data),
            ]).canonical
    }

    /// The lines of its head at a moment, in seconds since 1970.
    package func headers(at seconds: Int64, secret: WebhookSecret) -> [String] {
        [
            "content-type: application/json", "webhook-id: \(id)", "webhook-timestamp: \(seconds)",
            "webhook-signature: "
                + WebhookMessage.signature(of: body, id: "\(id)", at: seconds, key: secret.bytes),
        ]
    }

    /// The signature of a message under its secret's bytes.
    static func signature(of body: [UInt8], id: String, at seconds: Int64, key: [UInt8]) -> String {
        "v1," + Base64.text(Digest.hmac256(Array("\(id).\(seconds).".utf8) + body, key: key))
    }
}
