import PQ
import Projects
import Values

/// The statements of the front of the process.
enum FrontStore {
    static func facts(_ project: ID) -> SQL { facts([project]) }

    /// Everything that the gates of projects look at, as one object for each; ballots are counted anew for it, where only
    /// the next step is meant those alone that it waits for.
    static func facts(_ projects: [ID], ofNextStep: Bool = false) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'entered', case
                when project.entered_state in ('S11', 'S12') then 'S10'
                when project.entered_state in ('S17', 'S18', 'S19') then 'S16'
                when project.entered_state = 'S21' then 'S20' else project.entered_state end,
            'stage', project.entered_state, 'accepted_on', project.accepted_on, 'version', project.version,
            'place', project.place, 'edition', project.edition, 'account', project.account_number,
            'code', project.project_code, 'required', plan.required_fen, 'is_funded', plan.project_id is not null,
            'feasibility', budget.feasibility_fen, 'budget', budget.approved_budget_fen,
            'area_hundredths', community.area_hundredths, 'completed', community.completed_on, 'scope', (
                select verdict from app.determination own
                where own.district = project.district and own.subject_kind = 'project'
                    and own.subject_id = project.project_id and own.question = 'scope'
                order by created_at desc, determination_id desc limit 1
            ),
            'survey', \(set("kind", "app.survey_record")), 'chain', (
                select coalesce(jsonb_agg(step order by ordinal), '[]') from app.plan_approval done
                where done.district = project.district and done.project_id = project.project_id
            ), 'bodies', app.district_bodies(project.district, auth.today()),
            'approvers', (
                select coalesce(jsonb_agg(distinct said.organisation_id), '[]') from app.plan_approval done
                join ledger.entry said on said.district = done.district and said.entry_id = done.op_id
                where done.district = project.district and done.project_id = project.project_id
            ), 'exceptions', (
                select coalesce(jsonb_agg(requirement), '[]') from app.gate_exception own
                where own.district = project.district and own.project_id = project.project_id
                    and own.state = 'approved'
            ), 'body', (
                select name || '（' || filing_number || '）' from app.owners_body own
                where own.district = project.district and own.project_id = project.project_id
                order by formed_on desc, owners_body_id desc limit 1
            ), 'papers', (
                select coalesce(jsonb_agg(distinct kind), '[]') from app.paper
                where paper.district = project.district and paper.subject_kind = 'project'
                    and paper.subject_id = project.project_id
                    and app.paper_stands(paper.district, paper.sha256)
            ), 'kinds', (
                select coalesce(jsonb_agg(distinct kind), '[]') from (
                    select kind from app.works_item own
                    where own.district = project.district and own.project_id = project.project_id
                    union select kind from app.compliant_kind own
                    where own.district = project.district and own.project_id = project.project_id
                ) present
            ), 'posting', (
                select jsonb_build_object('place', place, 'posted_on', posted_on, 'attachments', attachments)
                from app.posting own
                where own.district = project.district and own.project_id = project.project_id
                    and own.taken_down_on is null
            ), 'open_objections', (
                select count(*) from app.objection own
                where own.district = project.district and own.project_id = project.project_id and own.state = 'open'
            ), 'paid', (
                select coalesce(max(paid_fen), 0) from app.resident_fund own
                where own.district = project.district and own.project_id = project.project_id
            ), 'opinions', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'forum', forum, 'participant', participant, 'opinion', opinion)), '[]')
                from (
                    select distinct on (forum, participant) forum, participant, opinion
                    from app.participant_opinion own
                    where own.district = project.district and own.project_id = project.project_id
                    order by forum, participant, given_at desc
                ) latest
            ), 'procedures', (
                select coalesce(jsonb_object_agg(procedure, outcome), '{}') from app.procedure_decision own
                where own.district = project.district and own.project_id = project.project_id
            ), 'submission', (
                select jsonb_build_object('plan_year', plan_year, 'submitted_on', submitted_on, 'due_on', due_on)
                from app.plan_submission own
                where own.district = project.district and own.project_id = project.project_id
                order by plan_year desc limit 1
            ), 'ballots', \(ballots(ofNextStep: ofNextStep)),
            'imported', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'requirement', requirement, 'title', title, 'number', number)), '[]')
                from app.imported_evidence own
                where own.district = project.district and own.project_id = project.project_id
            )) as facts, project.project_id
        from app.project
        join app.community using (district, community_id)
        left join app.funding_plan plan using (district, project_id)
        left join app.project_budget budget using (district, project_id)
        where project.district = auth.district() and project.project_id = any(\(projects))
        """
    }

    /// What the register and its ballots answer; asked only where the place's packs ask for it.
    private static func ballots(ofNextStep: Bool) -> SQL {
        """
        (
            select coalesce(jsonb_object_agg(asked.name, app.requirement_holds(
                project.district, project.project_id, asked.gate, asked.name)), '{}')
            from (
                select distinct split_part(value, '.', 1) as gate, split_part(value, '.', 2) as name
                from policy.parameter
                where edition = project.edition and key = 'projects.requirements'
                    and split_part(value, '.', 2) in ('willingness_ballot', 'plan_ballot', 'three_rounds')
            ) asked
            where not \(ofNextStep) or exists (
                select from policy.parameter step
                join policy.parameter gates
                    on gates.edition = step.edition and gates.key = 'projects.steps.' || step.value || '.gates'
                where step.edition = project.edition and step.key = 'projects.steps'
                    and split_part(step.value, '-', 1) = project.state and gates.value = asked.gate
            )
        )
        """
    }

    /// What a posting of these files is judged by.
    static func posting(_ project: ID, photo: [UInt8], files: [[UInt8]]) -> SQL {
        """
        select jsonb_build_object('front', own.facts, 'held', (
                select coalesce(jsonb_agg(distinct encode(paper.sha256, 'hex')), '[]') from app.paper
                where paper.district = auth.district() and paper.project_id = own.project_id
                    and paper.subject_kind = 'project' and paper.sha256 = any(\(files))
                    and app.paper_stands(paper.district, paper.sha256)
            ), 'picture', exists (
                select from app.file
                where file.district = auth.district() and file.sha256 = \(photo)
                    and app.kind_of_bytes(file.content) like 'image/%'
            )) as facts
        from (\(facts(project))) own
        """
    }

    private static func set(_ column: String, _ table: String) -> SQL {
        """
        (
            select coalesce(jsonb_agg(distinct \(unescaped: column)), '[]') from \(unescaped: table) own
            where own.district = project.district and own.project_id = project.project_id
        )
        """
    }

    static func insertCommunity(_ draft: RegistrationDraft, area: Area, district: Int32, op: ID) -> SQL {
        """
        insert into app.community (district, community_id, name, address, completed_on, households,
            area_hundredths, op_id)
        values (\(district), \(draft.community.id), \(draft.community.name), \(draft.community.address),
            \(draft.community.completedOn), \(Int32(truncatingIfNeeded: draft.community.households)),
            \(area.hundredths), \(op))
        """
    }

    static func insertProject(_ draft: RegistrationDraft, edition: String, district: Int32, op: ID) -> SQL {
        let stage = draft.state ?? .surveyed
        return """
            insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                state, entered_state, works_began_on, accepted_on, op_id)
            values (\(district), \(draft.id), \(draft.community.id), \(draft.name), \(draft.constructionUnit),
                \(draft.place), \(edition), \(stage.state), \(stage), \(draft.worksBeganOn), \(draft.acceptedOn),
                \(op))
            """
    }

    static func insertEvidence(
        _ evidence: EvidenceDraft, of project: ID, district: Int32, op: ID, digest: [UInt8]?
    ) -> SQL {
        """
        insert into app.imported_evidence (district, project_id, requirement, title, number, dated, sha256, op_id)
        values (\(district), \(project), \(evidence.requirement), \(evidence.title), \(evidence.number),
            \(evidence.dated), \(digest), \(op))
        """
    }

    /// The queue of the projects whose money is complete, and the latest allotment of the year.
    static func queue(year: Int32) -> [SQL] {
        [
            """
            select project_id as id, name, state, subsidy_fen, reached_at from app.funding_queue_of(\(year))
            order by reached_at, project_id
            """,
            """
            select amount_fen, number from app.yearly_allotment
            where district = auth.district() and year = \(year) order by recorded_at desc limit 1
            """,
        ]
    }
}
