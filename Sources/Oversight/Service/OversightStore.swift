import Actions
import Ledger
import Oversight
import PQ
import Pictures
import Values
import Works

/// The statements of oversight.
enum OversightStore {
    static func filingFacts(_ project: ID) -> SQL {
        """
        select jsonb_build_object('place', place, 'edition', edition, 'on_roster', exists (
            select from app.volunteer
            where volunteer.district = project.district and volunteer.project_id = project.project_id
                and volunteer.person_id = auth.person() and ended_on is null)) as facts
        from app.project where district = auth.district() and project_id = \(project)
        """
    }

    static func volunteerFacts(_ volunteer: ID) -> SQL {
        """
        select jsonb_build_object('version', version) as facts
        from app.volunteer where district = auth.district() and volunteer_id = \(volunteer)
        """
    }

    static func appointmentFacts(_ project: ID, person: ID) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition, 'roles', (
            select coalesce(jsonb_agg(distinct appointment.role), '[]') from auth.appointment
            where appointment.district = project.district and appointment.person_id = \(person)
                and (appointment.project_id is null or appointment.project_id = project.project_id)
                and (appointment.valid_to is null or appointment.valid_to >= auth.today()))) as facts
        from app.project where district = auth.district() and project_id = \(project)
        """
    }

    /// An issue as the rules see it; `key` is the hash of the private key that was shown, if any.
    static func facts(_ issue: ID, key: [UInt8]?) -> SQL { facts(of: "\(issue)", key: key) }

    /// The facts of many, each with its `id`, for those who are signed in.
    static func facts(_ issues: [ID]) -> SQL {
        """
        select item.id, judged.facts from unnest(\(issues)) item (id)
        cross join lateral (\(facts(of: "item.id", key: nil))) judged
        """
    }

    private static func facts(of issue: SQL, key: [UInt8]?) -> SQL {
        """
        select jsonb_build_object(
            'project', issue.project_id, 'place', project.place, 'edition', project.edition, 'kind', issue.kind,
            'state', issue.state, 'severity', issue.severity, 'version', issue.version,
            'reporter', issue.reporter_id, 'assignee', issue.assignee_organisation_id,
            'reopened_count', issue.reopened_count, 'closed_on', issue.closed_on,
            'bounced_count', issue.bounced_count, 'fix_claimed_on', issue.fix_claimed_on,
            'on_roster', exists (
                select from app.volunteer
                where volunteer.district = issue.district and volunteer.project_id = issue.project_id
                    and volunteer.person_id = auth.person() and ended_on is null
            ),
            'builder', project.construction_unit_id, 'regrading', (
                select jsonb_build_object('id', regrading.issue_regrading_id, \(regradingFields))
                from app.issue_regrading regrading
                where regrading.district = issue.district and regrading.issue_id = issue.issue_id
                    and regrading.state = 'proposed'
            ),
            'danger_word', app.danger_word(issue.edition, issue.place || ' ' || issue.description),
            'holds_key', coalesce(issue.follow_key_hash = \(key), false)) as facts
        from app.issue join app.project using (district, project_id)
        where issue.district = auth.district() and issue.issue_id = \(issue)
        """
    }

    private static let regradingFields = SQL(
        unescaped: """
            'issue', regrading.issue_id, 'project', regrading.project_id, 'place', project.place,
            'edition', project.edition, 'state', regrading.state, 'version', regrading.version,
            'to', regrading.to_severity, 'proposed_by', regrading.proposed_by,
            'proposing_units', to_jsonb(app.units_of_entry(regrading.district, regrading.op_id)),
            'proposing_role', app.role_of_entry(regrading.district, regrading.op_id),
            'reporter', issue.reporter_id, 'builder', project.construction_unit_id,
            'danger_word', app.danger_word(issue.edition, issue.place || ' ' || issue.description)
            """)

    /// Another severity for an issue, standing at once or waiting for its second word.
    static func propose(
        _ id: ID, of issue: ID, _ project: ID, from: String?, to: String, as state: String = "proposed",
        because reason: String, _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.issue_regrading (district, issue_regrading_id, issue_id, project_id, from_severity,
            to_severity, reason, state, proposed_by, proposed_on, op_id)
        values (\(sitting.actor.district), \(id), \(issue), \(project), \(from), \(to), \(reason), \(state),
            \(sitting.actor.person), \(sitting.today), \(sitting.op))
        """
    }

    static func regradingFacts(_ regrading: ID) -> SQL {
        """
        select jsonb_build_object('id', regrading.issue_regrading_id, \(regradingFields)) as facts
        from app.issue_regrading regrading
        join app.issue using (district, project_id, issue_id)
        join app.project using (district, project_id)
        where regrading.district = auth.district() and regrading.issue_regrading_id = \(regrading)
        """
    }

    /// Whether whoever reads may see an issue's photos: its reporter, those who triage, the unit that fixes it, and
    /// the volunteers who may confirm the fix.
    static let seesPhotos = SQL(
        unescaped: """

            coalesce(auth.role() in (\(IssueRules.triage.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")))
                or issue.reporter_id = auth.person() or issue.assignee_organisation_id = auth.organisation()
                or auth.role() = 'volunteer_supervisor' and exists (
                    select from app.volunteer
                    where volunteer.district = issue.district and volunteer.project_id = issue.project_id
                        and volunteer.person_id = auth.person() and volunteer.ended_on is null
                ), false)
            """)

    static func insertPhotos(
        _ photos: [Photo], of issue: ID, in project: ID, moment: String, by taker: String, district: Int32,
        op: ID
    ) -> [SQL] {
        photos.flatMap { photo -> [SQL] in
            let digest = Digest.sha256(photo.content)
            return [
                """
                insert into app.file (district, sha256, media_type, content)
                values (\(district), \(digest), \(photo.mediaType), \(photo.content)) on conflict do nothing
                """,
                """
                insert into app.issue_photo (district, issue_id, sha256, project_id, moment, taken_by, op_id)
                values (\(district), \(issue), \(digest), \(project), \(moment), \(taker), \(op))
                on conflict do nothing
                """,
            ]
        }
    }

    static func start(
        _ clock: IssueClock, id: ID, of issue: ID, in project: ID, district: Int32, op: ID
    ) -> SQL {
        NewClock(
            id, on: Subject("issue", issue), in: project, key: clock.key, rule: clock.rule, due: clock.day,
            explanation: clock.explanation
        ).insert(district: district, op: op)
    }

    /// Ends the running clocks of an issue: met in time, or late; one without its day is judged when it has it.
    static func stopClocks(of issue: ID, on day: BusinessDay, district: Int32, op: ID) -> SQL {
        """
        update app.clock set
            state = case when due_on is null then state when due_on < \(day) then 'late' else 'met' end,
            met_on = \(day), version = version + 1, op_id = \(op)
        where district = \(district) and subject_kind = 'issue' and subject_id = \(issue)
            and state in ('running', 'uncomputed') and met_on is null
        """
    }
}
