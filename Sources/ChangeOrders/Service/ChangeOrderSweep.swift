package import Jobs
package import PQ
package import Values

/// Once a day ends the change orders that nobody settled in time (工程变更到期失效), and with them what they held.
package struct ChangeOrderSweep: JobHandler {
    package let kind = "change_order.due"
    private let now: @Sendable () -> Instant

    /// A sweep that reads the business clock, which a demonstration may set.
    package init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    package func run(_ job: Job, in transaction: Transaction) async throws {
        let moment = now()
        while try await expire(moment, in: transaction) == ChangeOrderSweep.batch {}
    }

    private static let batch = 200

    private func expire(_ moment: Instant, in transaction: Transaction) async throws -> Int {
        let due = try await transaction.send(
            """
            select o.change_order_id as subject_id, o.project_id, o.state, o.version
            from app.change_order o join app.project p using (district, project_id)
            where o.district = auth.district()
                and o.state in ('blocked', 'opinions', 'owner_decision', 'district_decision')
                and o.submitted_on + app.policy_number(
                    p.edition, 'change.pending_days', \(moment.day))::integer < \(moment.day)
            order by o.project_id, o.change_order_id limit \(Int64(ChangeOrderSweep.batch))
            """)
        var writes = [SQL]()
        for row in due {
            let order = try row.id("subject_id")
            let event = try SystemEvent(
                "change_order.expire", on: "change_order", row, at: moment,
                body: .object(["from": .text(try row.text("state")), "to": "expired"]))
            writes += [
                "select app.hold_project(\(try row.id("project_id")))", event.insert,
                """
                update app.change_order set state = 'expired', settled_on = \(moment.day), version = version + 1,
                    op_id = \(event.op)
                where district = auth.district() and change_order_id = \(order) and version = \(try row.int32("version"))
                """,
            ]
        }
        _ = try await transaction.send(writes)
        return due.count
    }
}
