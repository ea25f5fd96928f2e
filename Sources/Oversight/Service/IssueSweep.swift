package import Jobs
package import PQ
package import Values

/// Once a day closes claimed fixes whose window ended without an answer, and brings old issues before the
/// renovation office (到期办结与升级上报).
package struct IssueSweep: JobHandler {
    package let kind = "issue.due"
    private let now: @Sendable () -> Instant

    /// A sweep that reads the business clock, which a demonstration may set.
    package init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }

    package func run(_ job: Job, in transaction: Transaction) async throws {
        let moment = now()
        while try await close(moment, in: transaction) == IssueSweep.batch {}
        while try await escalate(moment, in: transaction) == IssueSweep.batch {}
    }

    private static let batch = 200

    private func close(_ moment: Instant, in transaction: Transaction) async throws -> Int {
        let due = try await transaction.send(
            """
            select issue.issue_id as subject_id, issue.project_id, issue.version
            from app.issue
            where issue.district = auth.district() and issue.state = 'fix_claimed'
                and not app.severity_blocks_acceptance(issue.edition, issue.severity)
                and coalesce(issue.fix_claimed_on, issue.filed_on) + app.policy_number(
                    issue.edition, 'issue.verify_window_days', \(moment.day))::integer < \(moment.day)
            order by issue.project_id, issue.issue_id limit \(Int64(IssueSweep.batch))
            """)
        var writes = [SQL]()
        for row in due {
            let issue = try row.id("subject_id")
            let event = try SystemEvent(
                "issue.close_unconfirmed", on: "issue", row, at: moment,
                body: .object(["from": "fix_claimed", "to": "closed_unconfirmed"]))
            writes += [
                "select app.hold_project(\(try row.id("project_id")))", event.insert,
                """
                update app.issue set state = 'closed_unconfirmed', closed_on = \(moment.day), version = version + 1,
                    op_id = \(event.op)
                where district = auth.district() and issue_id = \(issue) and version = \(try row.int32("version"))
                """,
                """
                update app.clock set state = 'late', met_on = \(moment.day), version = version + 1,
                    op_id = \(event.op)
                where district = auth.district() and subject_kind = 'issue' and subject_id = \(issue)
                    and met_on is null and state in ('running', 'late') and key = 'issue.verify_window_days'
                """,
            ]
        }
        _ = try await transaction.send(writes)
        return due.count
    }

    private func escalate(_ moment: Instant, in transaction: Transaction) async throws -> Int {
        let due = try await transaction.send(
            """
            select issue.issue_id as subject_id, issue.project_id, issue.filed_on
            from app.issue
            where issue.district = auth.district()
                and issue.state in (
                    'new', 'accepted', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'reopened')
                and app.policy_says(issue.edition, 'issue.escalation_required', 'true', \(moment.day))
                and issue.filed_on + app.policy_number(
                    issue.edition, 'issue.escalate_after_days', \(moment.day))::integer < \(moment.day)
                and not exists (
                    select from app.issue_escalation up
                    where up.district = issue.district and up.issue_id = issue.issue_id
                        and up.ground = 'open_too_long'
                )
            order by issue.project_id, issue.issue_id limit \(Int64(IssueSweep.batch))
            """)
        var writes = [SQL]()
        for row in due {
            let issue = try row.id("subject_id")
            let project = try row.id("project_id")
            let event = try SystemEvent(
                "issue.escalate", on: "issue", row, at: moment,
                body: .object(["ground": "open_too_long", "filed_on": .text("\(try row.day("filed_on"))")]))
            writes += [
                "select app.hold_project(\(project))", event.insert,
                """
                insert into app.issue_escalation (district, issue_id, ground, project_id, escalated_on, op_id)
                values (auth.district(), \(issue), 'open_too_long', \(project), \(moment.day), \(event.op))
                """,
            ]
        }
        _ = try await transaction.send(writes)
        return due.count
    }
}
