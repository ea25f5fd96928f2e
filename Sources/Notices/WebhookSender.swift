import Foundation
package import Jobs
package import Ledger
package import PQ
import Values

/// Brings deliveries to their webhooks (推送): tried for a day, each try noted; then it waits, dead, for somebody.
package struct WebhookSender: OutsideHandler {
    package let kind = "webhook.send"
    package let queue = "outside"
    /// Nine tries over a day.
    package let retry = Retry(steps: [
        .seconds(5), .seconds(60), .seconds(300), .seconds(1800), .seconds(7200), .seconds(18_000),
        .seconds(28_800), .seconds(36_000),
    ])
    let pool: Pool
    let seal: SigningKey
    let outbound: Outbound

    /// Connections of `yanshou_jobs` of its own; the site's key, from which the secrets come.
    package init(pool: Pool, seal: SigningKey, outbound: Outbound) {
        self.pool = pool
        self.seal = seal
        self.outbound = outbound
    }

    /// Closes its connections.
    package func close() async { await pool.close() }

    private struct Arguments: Decodable {
        let delivery: ID
    }

    /// The receiver did not take it; why stands with the delivery.
    struct NotTaken: Error {}

    package func run(_ job: Job) async throws {
        let delivery = try job.arguments(as: Arguments.self).delivery
        let rows = try await pool.read("select * from jobs.delivery_to_bring(\(delivery))")
        guard let row = rows.first else { throw GiveUp("推送订阅已终止 the webhook has ended") }
        let message = try WebhookSender.message(row)
        let secret = WebhookSecret(
            of: try row.id("webhook_id"), number: try row.int32("secret_number"),
            district: try row.int32("district"), by: seal)
        let now = Int64(Date().timeIntervalSince1970)
        let answer = await outbound.post(
            message.body, to: try row.text("url"), headers: message.headers(at: now, secret: secret))
        let status: Int32?
        let reason: String?
        switch answer {
        case .success(let came):
            let code = came.status
            status = Int32(code)
            reason = (200..<300).contains(code) ? nil : "对方答复 \(code) answered \(code)"
        case .failure(let failure):
            status = nil
            reason = failure.description
        }
        try await pool.transaction { transaction in
            try await transaction.commit(after: [
                "select jobs.tell_delivery(\(delivery), \(status), \(reason))"
            ])
        }
        if reason != nil { throw NotTaken() }
    }

    private static func message(_ row: Row) throws -> WebhookMessage {
        WebhookMessage(
            id: try row.id("entry_id"), type: try row.text("type"), at: try row.instant("at"),
            data: [
                "district": .int(Int64(try row.int32("district"))),
                "project": try row.optionalID("project_id").map { .text("\($0)") } ?? .null,
                "subject_kind": .text(try row.text("subject_kind")),
                "subject_id": .text("\(try row.id("subject_id"))"),
                "subject_version": .int(Int64(try row.int32("subject_version"))),
            ])
    }

    /// Makes deliveries of what has happened, until the task is cancelled.
    package static func handOut(
        in pool: Pool, each pause: Duration = .seconds(1), then ring: @Sendable () -> Void
    ) async {
        while !Task.isCancelled {
            let made = try? await pool.transaction { transaction in
                try await transaction.commit(after: ["select jobs.hand_out(1000) as number"])
            }
            let number = (try? made?.first?.first?.int("number")) ?? 0
            if number > 0 { ring() }
            // What remains of many comes at once.
            if number < 500 { try? await Task.sleep(for: pause) }
        }
    }
}
