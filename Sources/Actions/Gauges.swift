import PQ
import Policy
import Values
package import Web

extension Desk {
    /// Adds what operators watch of the database (运行指标); while the database is away they have no samples.
    package func addGauges(to metrics: Metrics) {
        metrics.add("yanshou_jobs", .gauge, help: "Jobs by state.") {
            await samples("select state, jobs as value from pub.jobs_by_state() order by state") { row in
                [("state", try row.text("state"))]
            }
        }
        metrics.add("yanshou_jobs_ended_total", .counter, help: "Tries of jobs by outcome.") {
            await samples("select outcome, jobs as value from pub.jobs_ended() order by outcome") { row in
                [("outcome", try row.text("outcome"))]
            }
        }
        metrics.add(
            "yanshou_queue_wait_seconds", .gauge, help: "Since when the next job of a queue is ready."
        ) {
            await samples("select queue, seconds as value from pub.queue_waits() order by queue") { row in
                [("queue", try row.text("queue"))]
            }
        }
        metrics.add("yanshou_queue_paused", .gauge, help: "Queues that somebody holds up.") {
            await samples("select queue, paused as value from pub.queue_waits() order by queue") { row in
                [("queue", try row.text("queue"))]
            }
        }
        metrics.add("yanshou_job_workers", .gauge, help: "Workers of jobs whose beat is fresh.") {
            await samples("select pub.job_workers() as value")
        }
        metrics.add(
            "yanshou_overdue_clocks", .gauge, help: "Deadlines past their day, with the thing not done."
        ) {
            await samples("select pub.overdue_clocks() as value")
        }
        metrics.add(
            "yanshou_uncomputed_clocks", .gauge, help: "Deadlines whose working days are not published yet."
        ) {
            await samples("select pub.uncomputed_clocks() as value")
        }
        metrics.add(
            "yanshou_calendar_days_left", .gauge,
            help: "Days to the end of a place's calendar of working days."
        ) {
            let today = clock.now.day
            return shelf.current.calendarEnds.map { end in
                Metrics.Sample(Double(today.days(until: end.lastDay)), labels: [("place", end.place)])
            }
        }
        metrics.add(
            "yanshou_pending_ledger_entries", .gauge, help: "Events that no sealed root covers yet."
        ) {
            await samples("select pub.pending_entries() as value")
        }
    }

    private func samples(
        _ statement: SQL, labels: (Row) throws -> [(name: String, value: String)] = { _ in [] }
    ) async -> [Metrics.Sample] {
        guard let rows = try? await publicPool.read([statement])[0] else { return [] }
        let samples = try? rows.map { row in
            Metrics.Sample(Double(try row.int64("value")), labels: try labels(row))
        }
        return samples ?? []
    }
}
