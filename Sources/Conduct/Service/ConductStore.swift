import Conduct
import PQ
import Values

/// The statements of conduct.
enum ConductStore {
    static func facts(_ project: ID, unit: ID? = nil, certificate: String? = nil) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition, 'roles', (
                select coalesce(jsonb_agg(distinct role), '[]') from (
                    select role from app.engagement party
                    where party.district = project.district and party.project_id = project.project_id
                        and party.organisation_id = \(unit) and party.valid_to is null
                    union all select 'construction_unit' where project.construction_unit_id = \(unit)
                ) held
            ), 'elsewhere', (
                select coalesce(jsonb_agg(jsonb_build_object('project', other.name, 'post', staff.post,
                    'from', staff.from_on, 'until', staff.until_on) order by staff.from_on), '[]')
                from app.site_staff staff join app.project other using (district, project_id)
                where staff.district = project.district and staff.certificate = \(certificate)
                    and staff.project_id <> project.project_id
            ), 'asked_otherwise', exists (
                select from app.ballot_question asked join app.ballot using (district, ballot_id)
                where asked.district = project.district and asked.project_id = project.project_id
                    and asked.purpose <> 'other' and asked.matter <> 'rebuild' and ballot.state <> 'called_off'
            )) as facts
        from app.project where project.district = auth.district() and project.project_id = \(project)
        """
    }

    static func insert(_ draft: StaffDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.site_staff (district, site_staff_id, project_id, organisation_id, post, name, certificate,
            from_on, op_id)
        values (auth.district(), \(draft.id), \(project), \(draft.organisation), \(draft.post), \(draft.name),
            \(draft.certificate), \(draft.from), \(op))
        """
    }

    static func heldStaff(_ staff: ID) -> SQL {
        """
        select jsonb_build_object('version', version, 'ended', until_on) as facts from app.site_staff
        where district = auth.district() and site_staff_id = \(staff)
        """
    }

    static func end(_ staff: ID, _ draft: StaffEndDraft, op: ID) -> SQL {
        """
        update app.site_staff set until_on = \(draft.until), end_reason = \(draft.reason), version = version + 1,
            op_id = \(op)
        where district = auth.district() and site_staff_id = \(staff)
        """
    }

    static func insertAttendance(_ staff: ID, _ day: BusinessDay, present: Bool, project: ID, op: ID) -> SQL {
        """
        insert into app.staff_attendance (district, site_staff_id, project_id, day, present, op_id)
        values (auth.district(), \(staff), \(project), \(day), \(present), \(op))
        """
    }

    static func insert(_ draft: DisturbanceDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.disturbance (district, disturbance_id, project_id, kind, reach, starts_at, ends_at,
            announced_at, emergency_reason, op_id)
        values (auth.district(), \(draft.id), \(project), \(draft.kind), \(draft.reach), \(draft.startsAt),
            \(draft.endsAt), auth.business_now(), \(draft.emergencyReason), \(op))
        """
    }

    static func insert(_ draft: VisitDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.supervision_visit (district, supervision_visit_id, project_id, kind, visited_on, visitors,
            findings, bulletin_number, op_id)
        values (auth.district(), \(draft.id), \(project), \(draft.kind), \(draft.visitedOn), \(draft.visitors),
            \(draft.findings), \(draft.bulletinNumber), \(op))
        """
    }

    static func insert(_ draft: RoutineDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.routine (district, routine_id, project_id, kind, held_on, progress, quality, op_id)
        values (auth.district(), \(draft.id), \(project), \(draft.kind), \(draft.heldOn), \(draft.progress),
            \(draft.quality), \(op))
        """
    }

    static func insert(_ draft: YearlyDutyDraft, op: ID) -> SQL {
        """
        insert into app.yearly_duty (district, yearly_duty_id, duty, year, done_on, number, summary, op_id)
        values (auth.district(), \(draft.id), \(draft.duty), \(Int32(truncatingIfNeeded: draft.year)),
            \(draft.doneOn), \(draft.number), \(draft.summary), \(op))
        """
    }

    static func insert(_ draft: SpecialWorksDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.special_works (district, special_works_id, project_id, title, department, op_id)
        values (auth.district(), \(draft.id), \(project), \(draft.title), \(draft.department), \(op))
        """
    }

    static func heldWorks(_ works: ID) -> SQL {
        """
        select jsonb_build_object('version', version, 'ended', settled_on) as facts from app.special_works
        where district = auth.district() and special_works_id = \(works)
        """
    }

    static func settle(_ works: ID, _ draft: SettlementDraft, op: ID) -> SQL {
        """
        update app.special_works set keeper = \(draft.keeper), maintenance = \(draft.maintenance),
            settled_on = \(draft.settledOn), version = version + 1, op_id = \(op)
        where district = auth.district() and special_works_id = \(works)
        """
    }

    static func insert(_ draft: RebuildingDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.rebuilding (district, project_id, grounds, appraisal, planning, funding, decided_on, op_id)
        values (auth.district(), \(project), \(draft.grounds), \(draft.appraisal), \(draft.planning),
            \(draft.funding), \(draft.decidedOn), \(op))
        """
    }

    static let places: SQL = """
        select jsonb_build_object('places', coalesce(jsonb_agg(jsonb_build_object('place', place, 'edition', edition)),
            '[]')) as facts
        from (select distinct place, edition from app.project where district = auth.district()) held
        """

    static func staff(_ project: ID, _ after: ID?, _ limit: Int) -> SQL {
        """
        select staff.site_staff_id as id, staff.organisation_id, unit.name as organisation, staff.post, staff.name,
            staff.certificate, staff.from_on, staff.until_on, staff.end_reason, coalesce(away.days, 0) as absent_days,
            coalesce(away.days >= app.policy_number(project.edition, 'staff.absence_days', auth.today()), false)
                as absence_told, staff.version
        from app.site_staff staff
        join app.project using (district, project_id)
        join auth.organisation unit on unit.organisation_id = staff.organisation_id
        left join app.staff_absence away using (district, site_staff_id)
        where staff.district = auth.district() and staff.project_id = \(project)
            and (\(after)::uuid is null or staff.site_staff_id > \(after))
        order by staff.site_staff_id limit \(limit + 1)
        """
    }

    /// Each disturbance with the issues that residents filed of its project while it lasted.
    static func disturbances(_ project: ID, _ after: ID?, _ limit: Int) -> SQL {
        """
        select told.disturbance_id as id, told.kind, told.reach, told.starts_at, told.ends_at, told.announced_at,
            told.emergency_reason, (
                select count(*) from app.issue
                where issue.district = told.district and issue.project_id = told.project_id
                    and issue.kind in ('noise', 'dust', 'traffic', 'utility_outage', 'digging')
                    and issue.filed_on between (told.starts_at at time zone 'Asia/Shanghai')::date
                        and (told.ends_at at time zone 'Asia/Shanghai')::date
            )::integer as complaints
        from app.disturbance told
        where told.district = auth.district() and told.project_id = \(project)
            and (\(after)::uuid is null or told.disturbance_id > \(after))
        order by told.disturbance_id limit \(limit + 1)
        """
    }

    static func visits(_ project: ID, _ after: ID?, _ limit: Int) -> SQL {
        """
        select supervision_visit_id as id, kind, visited_on, visitors, findings, bulletin_number
        from app.supervision_visit
        where district = auth.district() and project_id = \(project)
            and (\(after)::uuid is null or supervision_visit_id > \(after))
        order by supervision_visit_id limit \(limit + 1)
        """
    }

    static func routines(_ project: ID, _ after: ID?, _ limit: Int) -> SQL {
        """
        select routine_id as id, kind, held_on, progress, quality, (
                select jsonb_build_object('contracted_fen', contracted_fen, 'built_fen', built_fen, 'logs', logs,
                    'lots_passed', lots_passed, 'lots_failed', lots_failed, 'issues_open', issues_open,
                    'issues_closed', issues_closed, 'changes_open', changes_open)
                from app.bulletin_figure told
                where told.district = routine.district and told.routine_id = routine.routine_id
            ) as figures
        from app.routine
        where district = auth.district() and project_id = \(project)
            and (\(after)::uuid is null or routine_id > \(after))
        order by routine_id limit \(limit + 1)
        """
    }

    static func specialWorks(_ project: ID, _ after: ID?, _ limit: Int) -> SQL {
        """
        select special_works_id as id, title, department, keeper, maintenance, settled_on, version
        from app.special_works
        where district = auth.district() and project_id = \(project)
            and (\(after)::uuid is null or special_works_id > \(after))
        order by special_works_id limit \(limit + 1)
        """
    }

    static func duties(_ year: Int64) -> SQL {
        """
        select distinct on (duty) duty, app.policy_words(district, project_id, 'yearly.duties.' || duty || '.zh') as title,
            app.policy_words(district, project_id, 'yearly.duties.' || duty || '.en') as title_en, due_on, done_on, number,
            done_on is null and due_on < auth.today() as overdue
        from app.yearly_duty_due
        where district = auth.district() and year = \(Int32(truncatingIfNeeded: year))
        order by duty, due_on
        """
    }

    /// What a street is assessed by (街道考评): its projects of a year, counted from the tables as they stand.
    static func assessment(_ year: Int64) -> SQL {
        """
        select unit.organisation_id as id, unit.name as street, count(*)::integer as projects,
            (count(*) filter (where extract(year from project.works_began_on) = \(year)))::integer as begun,
            (count(*) filter (where exists (
                select from app.acceptance_certificate certificate
                where certificate.district = project.district and certificate.project_id = project.project_id
                    and extract(year from certificate.certified_on) = \(year)
            )))::integer as accepted,
            (count(*) filter (where exists (
                select from app.project_closing closing
                where closing.district = project.district and closing.project_id = project.project_id
                    and extract(year from closing.closed_on) = \(year)
            )))::integer as closed,
            coalesce(sum((
                select count(*) from app.clock
                where clock.district = project.district and clock.project_id = project.project_id
                    and extract(year from clock.due_on) = \(year)
                    and (clock.met_on > clock.due_on or clock.met_on is null and clock.due_on < auth.today())
            )), 0)::integer as missed_deadlines,
            coalesce(sum((
                select count(*) from app.issue
                where issue.district = project.district and issue.project_id = project.project_id
                    and extract(year from issue.filed_on) = \(year)
            )), 0)::integer as issues,
            coalesce(sum((
                select count(*) from app.issue
                where issue.district = project.district and issue.project_id = project.project_id
                    and extract(year from issue.filed_on) = \(year) and issue.closed_on is null
            )), 0)::integer as open_issues,
            coalesce(sum((
                select count(*) from app.supervision_visit visit
                where visit.district = project.district and visit.project_id = project.project_id
                    and extract(year from visit.visited_on) = \(year)
            )), 0)::integer as visits
        from app.project join auth.organisation unit on unit.organisation_id = project.construction_unit_id
        where project.district = auth.district()
        group by unit.organisation_id, unit.name order by unit.name, unit.organisation_id
        """
    }
}
