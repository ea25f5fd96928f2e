import Ledger
package import PQ
package import Values

/// Computes deadlines whose calendar has come (补算到期日), moves those whose calendar changed (改期), marks those that have
/// passed as late (时限到期), and takes the steps of their ladders (提醒与督办), each with its event, once a day, at every
/// start, and when a calendar is published.
///
/// Silence past a deadline decides nothing: it is only shown.
package struct ClockSweep: JobHandler {
    package let kind = "clock.due"
    private let now: @Sendable () -> Instant

    /// - Parameter now: the business clock, which a demonstration may set.
    package init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    package func run(_ job: Job, in transaction: Transaction) async throws {
        let moment = now()
        // An engagement that ends today holds nothing any more.
        _ = try await transaction.send("select app.free_ended_engagements(auth.today())")
        while try await compute(at: moment, in: transaction) == ClockSweep.batch {}
        while try await ClockMoves.take(ClockSweep.batch, at: moment, in: transaction) == ClockSweep.batch {}
        while try await sweep(at: moment, in: transaction) == ClockSweep.batch {}
        while try await ClockLadder.climb(ClockSweep.batch, at: moment, in: transaction) == ClockSweep.batch {
        }
    }

    private static let batch = 200

    /// Gives their day to deadlines that waited for it; one that was met meanwhile is judged by it.
    private func compute(at moment: Instant, in transaction: Transaction) async throws -> Int {
        let found = try await transaction.send(
            """
            select clock.clock_id as subject_id, clock.project_id, clock.key, clock.rule, counted.due_on, clock.version,
                case when clock.met_on is null then 'running' when clock.met_on <= counted.due_on then 'met'
                    else 'late' end as state
            from app.clock
            cross join lateral (
                select app.counted_day(clock.started_on, clock.workdays, clock.nominal_on) as due_on
            ) counted
            where clock.district = auth.district() and clock.state = 'uncomputed' and counted.due_on is not null
            order by clock.clock_id limit \(Int64(ClockSweep.batch)) for update of clock
            """)
        var writes = [SQL]()
        for row in found {
            let due = try row.day("due_on")
            let event = try SystemEvent(
                "clock.computed", on: "clock", row, at: moment,
                body: .object([
                    "due_on": .text(due.description), "key": .text(try row.text("key")),
                    "rule": .text(try row.text("rule")),
                ]))
            writes += [
                event.insert,
                """
                update app.clock set due_on = \(due), state = \(try row.text("state")), version = version + 1,
                    op_id = \(event.op)
                where district = auth.district() and clock_id = \(try row.id("subject_id"))
                    and version = \(try row.int32("version"))
                """,
            ]
        }
        _ = try await transaction.send(writes)
        return found.count
    }

    private func sweep(at moment: Instant, in transaction: Transaction) async throws -> Int {
        let late = try await transaction.send(
            """
            select clock_id as subject_id, project_id, subject_kind, subject_id as about, key, rule, due_on, version
            from app.clock
            where clock.district = auth.district() and clock.state = 'running' and clock.due_on < \(moment.day)
            order by clock.due_on, clock.clock_id limit \(Int64(ClockSweep.batch)) for update of clock
            """)
        var writes = [SQL]()
        for row in late { writes += try mark(row, at: moment) }
        _ = try await transaction.send(writes)
        return late.count
    }

    private func mark(_ row: Row, at moment: Instant) throws -> [SQL] {
        let event = try SystemEvent(
            "clock.ran_late", on: "clock", row, at: moment,
            body: .object([
                "due_on": .text(try row.day("due_on").description), "key": .text(try row.text("key")),
                "rule": .text(try row.text("rule")), "subject_kind": .text(try row.text("subject_kind")),
                "subject_id": .text(try row.id("about").description),
            ]))
        return [
            event.insert,
            """
            update app.clock set state = 'late', version = version + 1, op_id = \(event.op)
            where district = auth.district() and clock_id = \(try row.id("subject_id"))
                and version = \(try row.int32("version"))
            """,
        ]
    }
}
