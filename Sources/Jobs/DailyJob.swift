import Ledger
package import PQ
package import Values

/// Work of every district that is due once a business day (每日作业), whose key is that day.
///
/// By a schedule at five past midnight, and at once where the day came otherwise: at a start, in a district taken in
/// since, or by a demonstration's clock.
package enum DailyJob {
    /// The schedule of a kind; a tick that nobody was there for is made good by the latest.
    package static func schedule(_ kind: String) -> Schedule {
        var schedule = Schedule(kind, kind: kind, .daily(hour: 0, minute: 5), missed: .latest)
        schedule.isOncePerDay = true
        return schedule
    }

    /// The job of a kind for a day of one district: at 00:05 of it, or at once where that has passed.
    package static func job(_ kind: String, of day: BusinessDay, district: Int32, now: Instant) -> NewJob {
        let wait = Instant(startOf: day, hour: 0, minute: 5).microseconds - now.microseconds
        var job = NewJob(
            id: Identity.make(at: now), kind: kind, district: district,
            arguments: .object(["day": .text(day.description)]), uniqueKey: day.description,
            after: .microseconds(max(0, wait)))
        // Past its end: once is enough for a day.
        job.keyFor = .seconds(3 * 86_400) + .microseconds(max(0, wait))
        return job
    }

    /// Asks for today's job of a kind in every district that has had none, unless somebody holds its schedule up.
    package static func atStart(_ kind: String, now: Instant, in pool: Pool) async throws {
        try await pool.transaction { transaction in
            let districts = try await transaction.send(
                """
                select district from auth.district
                where not exists (select from jobs.schedule where name = \(kind) and paused_at is not null)
                order by district
                """)
            let jobs = try districts.map { row in
                job(kind, of: now.day, district: try row.int32("district"), now: now)
            }
            try await transaction.commit(after: [jobs.insert])
        }
    }
}
