import ArgumentParser
import Ledger
import Notices
import PQ
import Values

extension JobCommands {
    /// Where programs of others are told of events, and how that goes.
    struct Webhooks: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "推送订阅：地址、已送达、待推送、未送达。 Webhooks: where to, what was brought, what waits, what is dead.")

        @OptionGroup var target: OwnerDatabase

        func run() async throws {
            let rows = try await JobCommands.ask(
                target,
                [
                    """
                    select own.webhook_id, own.district, own.role, own.url, own.ended, count(delivery.sent_at) as sent,
                        count(*) filter (
                            where delivery.delivery_id is not null and sent_at is null and gone.job_id is null) as waiting,
                        count(gone.job_id) as dead,
                        (array_agg(delivery.reason order by tried_at desc nulls last))[1] as reason
                    from app.webhook own
                    left join jobs.delivery using (district, webhook_id)
                    left join jobs.dead gone on gone.job_id = delivery.job_id and delivery.sent_at is null
                    group by own.district, own.webhook_id order by own.district, own.webhook_id
                    """
                ])[0]
            for row in rows {
                let end = try row.bool("ended") ? "  已终止 ended" : ""
                let reason = try row.optionalText("reason").map { "  \($0)" } ?? ""
                print(
                    "\(try row.id("webhook_id"))  区划 district \(try row.int("district"))  \(try row.text("role")) ",
                    "\(try row.text("url"))  已送达 sent \(try row.int("sent"))，待推送 waiting \(try row.int("waiting"))，",
                    "未送达 dead \(try row.int("dead"))\(end)\(reason)")
            }
            if rows.isEmpty { print("没有推送订阅。 No webhooks.") }
        }
    }
}

/// What the programs bring to others' servers, and where they may: nothing and nowhere unless it is said.
struct Deliveries: ParsableArguments {
    @Option(
        help: """
            Deliver webhooks: `public` for addresses of the public network by https, or a network of one's own \
            such as 10.2.0.0/16; may be given several times. Without it nothing is sent anywhere.
            """)
    var deliverTo: [String] = []

    func validate() throws {
        guard Reach(deliverTo) != nil else {
            throw ValidationError("--deliver-to is `public`, or a network such as 10.2.0.0/16")
        }
    }

    /// What brings deliveries, on connections to a database; nil where nothing may be reached, or there is no key.
    func sender(_ url: String, seal: SigningKey?) -> WebhookSender? {
        guard !deliverTo.isEmpty, let seal, let reach = Reach(deliverTo) else { return nil }
        return WebhookSender(
            pool: Pool(url, connections: 2, applicationName: "yanshou-deliveries"), seal: seal,
            outbound: Outbound(reach: reach))
    }
}
