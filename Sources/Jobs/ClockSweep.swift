import Ledger
package import PQ
package import Values

/// Computes deadlines whose calendar has come (补算到期日), and marks those that have passed as late (时限到期), each with
/// its event, once a day, at every start, and when a calendar is published.
///
/// Silence past a deadline decides nothing: it is only shown.
package struct ClockSweep: JobHandler {
    package let kind = "clock.due"
    private let now: @Sendable () -> Instant

    /// - Parameter now: the business clock, which a demonstration may set.
    package init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    /// The sweep of a day for one district: at 00:05 of it, or at once where that has passed.
    package static func job(of day: BusinessDay, district: Int32, now: Instant) -> NewJob {
        let wait = Instant(startOf: day, hour: 0, minute: 5).microseconds - now.microseconds
        return NewJob(
            id: Identity.make(at: now), kind: "clock.due", district: district,
            arguments: .object(["day": .text(day.description)]), uniqueKey: day.description,
            after: .microseconds(max(0, wait)))
    }

    /// Asks for today's sweep of every district that has had none: for when a service starts, and from then on for
    /// districts that are taken in later.
    package static func atStart(now: Instant, in pool: Pool) async throws {
        let day = now.day.description
        try await pool.transaction { transaction in
            let districts = try await transaction.send(
                """
                select district from auth.district where not exists (
                    select from jobs.job where kind = 'clock.due' and job.district = district.district
                        and (state in ('ready', 'running') or unique_key = district.district || '/' || \(day))
                ) order by district
                """)
            let jobs = try districts.map { row in
                job(of: now.day, district: try row.int32("district"), now: now)
            }
            try await transaction.commit(after: jobs.map(\.insert))
        }
    }

    package func run(_ job: Job, in transaction: Transaction) async throws {
        let moment = now()
        // An engagement that ends today holds nothing any more.
        _ = try await transaction.send("select app.free_ended_engagements(auth.today())")
        while try await compute(job, at: moment, in: transaction) == ClockSweep.batch {}
        while try await sweep(job, at: moment, in: transaction) == ClockSweep.batch {}
        let next = ClockSweep.job(of: moment.day.adding(days: 1), district: job.district, now: moment)
        _ = try await transaction.send(next.insert)
    }

    private static let batch = 200

    /// Gives their day to deadlines that waited for it; one that was met meanwhile is judged by it.
    private func compute(_ job: Job, at moment: Instant, in transaction: Transaction) async throws -> Int {
        let found = try await transaction.send(
            """
            select clock.clock_id as subject_id, clock.project_id, clock.key, clock.rule, counted.due_on, clock.version,
                case when clock.met_on is null then 'running' when clock.met_on <= counted.due_on then 'met'
                    else 'late' end as state,
                last.subject_version, last.leaf
            from app.clock
            cross join lateral (
                select app.counted_day(clock.started_on, clock.workdays, clock.nominal_on) as due_on
            ) counted
            \(SystemEvent.last(of: "clock", "clock.clock_id"))
            where clock.district = auth.district() and clock.state = 'uncomputed' and counted.due_on is not null
            order by clock.clock_id limit \(Int64(ClockSweep.batch)) for update of clock
            """)
        var writes = [SQL]()
        for row in found {
            let due = try row.day("due_on")
            let event = try SystemEvent(
                "clock.computed", on: "clock", row, district: job.district, at: moment,
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

    private func sweep(_ job: Job, at moment: Instant, in transaction: Transaction) async throws -> Int {
        let late = try await transaction.send(
            """
            select clock.clock_id, clock.project_id, clock.subject_kind, clock.subject_id, clock.key, clock.rule,
                clock.due_on, clock.version, last.subject_version, last.leaf
            from app.clock
            left join lateral (
                select subject_version, leaf from ledger.entry
                where entry.district = clock.district and entry.subject_kind = 'clock'
                    and entry.subject_id = clock.clock_id
                order by subject_version desc limit 1
            ) last on true
            where clock.district = auth.district() and clock.state = 'running' and clock.due_on < \(moment.day)
            order by clock.due_on, clock.clock_id limit \(Int64(ClockSweep.batch)) for update of clock
            """)
        var writes = [SQL]()
        for row in late { writes += try mark(row, job: job, at: moment) }
        _ = try await transaction.send(writes)
        return late.count
    }

    private func mark(_ row: Row, job: Job, at moment: Instant) throws -> [SQL] {
        let clock = try row.id("clock_id")
        let entry = Entry(
            id: Identity.make(at: moment), district: job.district, type: "clock.ran_late", actor: nil,
            role: .system,
            subject: .init(
                kind: "clock", id: clock, version: Int64(try row.optionalInt32("subject_version") ?? 0) + 1),
            previous: try row.optionalBytes("leaf"), at: moment, operation: nil,
            body: .object([
                "due_on": .text(try row.day("due_on").description), "key": .text(try row.text("key")),
                "rule": .text(try row.text("rule")), "subject_kind": .text(try row.text("subject_kind")),
                "subject_id": .text(try row.id("subject_id").description),
            ]))
        let body = try entry.canonical()
        return [
            """
            insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version,
                person_id, role, project_id, at, previous_leaf, body, leaf)
            values (auth.district(), \(entry.id), \(entry.type), 'clock', \(clock),
                \(Int32(truncatingIfNeeded: entry.subject.version)), auth.person(), \(entry.role.rawValue),
                \(try row.id("project_id")), \(moment), \(entry.previous), \(body), \(Entry.leaf(body)))
            """,
            """
            update app.clock set state = 'late', version = version + 1, op_id = \(entry.id)
            where district = auth.district() and clock_id = \(clock) and version = \(try row.int32("version"))
            """,
        ]
    }
}
