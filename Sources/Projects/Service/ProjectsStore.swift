import PQ
import Projects
import Values

/// The statements of projects.
enum ProjectsStore {
    static func launchFacts(_ project: ID) -> SQL { launchFacts([project]) }

    static func launchFacts(_ projects: [ID]) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'version', project.version, 'place', project.place,
            'edition', project.edition, 'account', project.account_number, 'required', plan.required_fen,
            'came_with_scheme', project.entered_state = 'S06', 'completed', (
                select completed_on from app.community
                where community.district = project.district and community.community_id = project.community_id
            ),
            'planned', app.scheme_amounts(project.district, project.project_id),
            'approved', app.approved_amounts(project.district, project.project_id),
            'register_agreed', app.register_is_agreed_to(project.district, project.project_id),
            'outside', (
                select jsonb_agg(item.code || ' ' || item.title order by item.code) from app.works_item item
                where item.district = project.district and item.project_id = project.project_id and item.excluded
            ),
            'paid', (
                select coalesce(max(paid_fen), 0) from app.resident_fund own
                where own.district = project.district and own.project_id = project.project_id
            ),
            'papers', (
                select coalesce(jsonb_agg(distinct kind), '[]') from app.paper
                where paper.district = project.district and paper.subject_kind = 'project'
                    and paper.subject_id = project.project_id
                    and app.paper_stands(paper.district, paper.sha256) and app.is_of_its_scheme(paper)
            )) as facts, project.project_id
        from app.project
        left join app.funding_plan plan using (district, project_id)
        where project.district = auth.district() and project.project_id = any(\(projects))
        """
    }

    static func approvalFacts(_ project: ID) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'version', project.version, 'place', project.place,
            'edition', project.edition, 'feasibility', budget.feasibility_fen,
            'budget', budget.approved_budget_fen,
            'chain', (
                select coalesce(jsonb_agg(step order by ordinal), '[]') from app.plan_approval done
                where done.district = project.district and done.project_id = project.project_id
            ),
            'bodies', app.district_bodies(project.district, auth.today()),
            'approvers', (
                select coalesce(jsonb_agg(distinct said.organisation_id), '[]') from app.plan_approval done
                join ledger.entry said on said.district = done.district and said.entry_id = done.op_id
                where done.district = project.district and done.project_id = project.project_id
            ),
            'papers', (
                select coalesce(jsonb_agg(distinct kind), '[]') from app.paper
                where paper.district = project.district and paper.subject_kind = 'project'
                    and paper.subject_id = project.project_id
                    and app.paper_stands(paper.district, paper.sha256)
            )) as facts
        from app.project
        left join app.project_budget budget using (district, project_id)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    static func insertCommunity(_ community: Scheme.Community, area: Area, district: Int32, op: ID) -> SQL {
        """
        insert into app.community (district, community_id, name, address, completed_on, households,
            area_hundredths, body_kind, body_name, op_id)
        values (\(district), \(community.id), \(community.name), \(community.address), \(community.completedOn),
            \(Int32(truncatingIfNeeded: community.households)), \(area.hundredths), \(community.bodyKind),
            \(community.bodyName), \(op))
        """
    }

    static func insertProject(_ scheme: Scheme, edition: String, district: Int32, op: ID) -> SQL {
        """
        insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
            state, op_id)
        values (\(district), \(scheme.id), \(scheme.community.id), \(scheme.name), \(scheme.constructionUnit),
            \(scheme.place), \(edition), 'S06', \(op))
        """
    }

    static func insertItem(_ item: Scheme.Item, of project: ID, excluded: Bool, district: Int32, op: ID)
        -> SQL
    {
        """
        insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
            quantity_milli, amount_fen, excluded, op_id)
        values (\(district), \(item.id), \(project), \(item.code), \(item.title), \(item.`class`.rawValue),
            \(item.kind), \(item.unit), \(item.quantityMilli), \(item.amount.amount), \(excluded), \(op))
        """
    }

    static func insertFunding(
        _ funding: Funding, of project: ID, other: Fen, contingency: Fen, determination: ID, district: Int32,
        op: ID
    ) -> SQL {
        """
        insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
            resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id, op_id)
        values (\(district), \(project), \(other.amount), \(contingency.amount),
            \(funding.total.amount), \(funding.residentWeighted.amount), \(funding.excess.amount),
            \(funding.resident.amount), \(funding.subsidy.amount), \(funding.required.amount),
            \(determination), \(op))
        """
    }

    static func step(_ project: ID, to state: ProjectState, from version: Int64, district: Int32, op: ID)
        -> SQL
    {
        """
        update app.project set state = \(state.rawValue), version = \(Int32(truncatingIfNeeded: version)) + 1,
            op_id = \(op)
        where district = \(district) and project_id = \(project)
        """
    }
}
