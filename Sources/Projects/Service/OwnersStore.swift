import PQ
import Projects
import Values

/// The statements of registers and ballots.
enum OwnersStore {
    /// The register that stands; with an import, the file that is to take its place.
    static func register(of project: SQL, with proposed: ID? = nil) -> SQL {
        """
        select jsonb_build_object(
            'project', project.project_id, 'place', project.place, 'edition', project.edition,
            'standing', standing.import_id, 'agreeing', (
                select coalesce(jsonb_agg(distinct value), '[]') from policy.parameter
                where parameter.edition = project.edition and key = 'register.agreed_by'
            ),
            'standing_version', standing.version, 'told', (
                select jsonb_build_object('households', told.households, 'area', told.area_hundredths)
                from app.community told
                where told.district = project.district and told.community_id = project.community_id
            ),
            'open', exists (
                select from app.ballot
                where ballot.district = project.district and ballot.project_id = project.project_id
                    and ballot.state = 'open'
            ),
            'units', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'unit', unit.unit_id, 'owner', unit.owner_id, 'entry', jsonb_build_object(
                        'building', unit.building, 'entrance', unit.entrance, 'room', unit.room,
                        'area', unit.area_hundredths, 'source', unit.area_source, 'owner', jsonb_build_object(
                            'names', coalesce(detail.names, ''), 'identity', coalesce(detail.identity,
                                'unit:' || concat_ws('/', unit.building, unit.entrance, unit.room)),
                            'developer', owner.developer)))
                    order by unit.building, unit.entrance, unit.room), '[]')
                from app.register_unit unit
                join app.register_owner owner using (district, owner_id)
                left join app.register_owner_detail detail using (district, owner_id)
                where unit.district = project.district and unit.project_id = project.project_id
                    and unit.until_import is null
            ),
            'proposed', (
                select jsonb_build_object(
                    'based_on', based_on, 'digest', encode(digest, 'hex'), 'format', format, 'state', state,
                    'version', register_import.version,
                    'content', translate(encode(content, 'base64'), E'\\n', ''))
                from app.register_import join app.register_file using (district, import_id)
                where register_import.district = project.district and import_id = \(proposed)
            )) as facts
        from app.project
        left join app.register_import standing on standing.district = project.district
            and standing.project_id = project.project_id and standing.state = 'standing'
        where project.district = auth.district() and project.project_id = (
        """ + project + ")"
    }

    /// The register that stands, and whether it is agreed to.
    static func agreement(_ project: ID) -> SQL {
        """
        select jsonb_build_object('register', standing.import_id, 'version', standing.version,
            'agreed', standing.agreed_by is not null, 'households', standing.households,
            'area', standing.area_hundredths) as facts
        from app.project left join app.register_import standing on standing.district = project.district
            and standing.project_id = project.project_id and standing.state = 'standing'
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    /// The registers that stand and that nobody of the owners agreed to yet.
    static func unagreed(of projects: [ID]) -> SQL {
        """
        select project.project_id, jsonb_build_object('register', standing.import_id, 'version', standing.version,
            'agreed', false, 'households', standing.households, 'area', standing.area_hundredths) as facts
        from app.project join app.register_import standing using (district, project_id)
        where project.district = auth.district() and project.project_id = any(\(projects))
            and standing.state = 'standing' and standing.agreed_by is null
            and not app.register_is_agreed_to(project.district, project.project_id)
        """
    }

    static let ballotFacts = SQL(
        """
        jsonb_build_object(
            'ballot', ballot.ballot_id, 'project', ballot.project_id, 'place', project.place,
            'edition', ballot.edition, 'state', ballot.state, 'opened_on', ballot.opened_on,
            'closes_on', ballot.closes_on, 'version', ballot.version,
            'counts', (
                select count(*) from app.ballot_count counted
                where counted.district = ballot.district and counted.ballot_id = ballot.ballot_id
            ),
            'entries', (select to_jsonb(entries) from app.ballot_entries(ballot.ballot_id) entries),
            'questions', (
                select jsonb_agg(jsonb_build_object(
                    'ordinal', asked.ordinal, 'purpose', asked.purpose, 'title', asked.title,
                    'matter', asked.matter, 'class', asked.class, 'no', found.households_no,
                    'figures', jsonb_build_object(
                        'area', jsonb_build_object(
                            'total', ballot.area_hundredths, 'part', found.area_part, 'yes', found.area_yes),
                        'persons', jsonb_build_object(
                            'total', ballot.persons, 'part', found.persons_part, 'yes', found.persons_yes),
                        'households', jsonb_build_object(
                            'total', ballot.households, 'part', found.households_part,
                            'yes', found.households_yes))) order by asked.ordinal)
                from app.ballot_question asked join app.ballot_figures(ballot.ballot_id) found using (ordinal)
                where asked.district = ballot.district and asked.ballot_id = ballot.ballot_id
            ))
        """)

    static func ballot(_ ballot: ID) -> SQL {
        "select " + ballotFacts + """
             as facts from app.ballot join app.project using (district, project_id)
            where ballot.district = auth.district() and ballot.ballot_id = \(ballot)
            """
    }

    static func ballot(_ ballot: ID, with units: [ID]) -> SQL {
        "select jsonb_build_object('ballot', " + ballotFacts + """
            , 'units', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'unit', unit.unit_id, 'owner', unit.owner_id, 'area', unit.area_hundredths,
                    'door', concat_ws('-', nullif(unit.building, ''), nullif(unit.entrance, ''), unit.room),
                    'voted', exists (
                        select from app.ballot_slip slip
                        where slip.district = unit.district and slip.ballot_id = ballot.ballot_id
                            and slip.unit_id = unit.unit_id and slip.withdrawn_on is null
                    ))), '[]')
                from app.register_unit unit
                where unit.district = ballot.district and unit.project_id = ballot.project_id
                    and unit.until_import is null and unit.unit_id = any (\(units))
            )) as facts
            from app.ballot join app.project using (district, project_id)
            where ballot.district = auth.district() and ballot.ballot_id = \(ballot)
            """
    }

    static func readings(_ ballot: ID) -> SQL {
        "select jsonb_build_object('ballot', " + ballotFacts + """
            , 'readings', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'slip', slip.slip_id, 'owner', slip.owner_id, 'area', slip.area_hundredths,
                    'answers', coalesce(corrected.answers, slip.answers)) order by slip.slip_id), '[]')
                from app.ballot_slip slip
                left join lateral (
                    select correction.answers
                    from app.slip_correction correction join app.ballot_count recount using (district, count_id)
                    where correction.district = slip.district and correction.slip_id = slip.slip_id
                    order by recount.ordinal desc limit 1
                ) corrected on true
                where slip.district = ballot.district and slip.ballot_id = ballot.ballot_id
                    and slip.withdrawn_on is null
            )) as facts
            from app.ballot join app.project using (district, project_id)
            where ballot.district = auth.district() and ballot.ballot_id = \(ballot)
            """
    }

    static func slip(_ slip: ID) -> SQL {
        """
        select jsonb_build_object(
            'project', slip.project_id, 'ballot', slip.ballot_id, 'place', project.place,
            'edition', ballot.edition, 'state', ballot.state, 'closes_on', ballot.closes_on,
            'entered_by', slip.entered_by, 'answers', slip.answers, 'version', slip.version,
            'withdrawn', slip.withdrawn_on is not null) as facts
        from app.ballot_slip slip
        join app.ballot using (district, ballot_id)
        join app.project on project.district = slip.district and project.project_id = slip.project_id
        where slip.district = auth.district() and slip.slip_id = \(slip)
        """
    }

    static func opening(_ project: ID, following before: ID?) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'place', project.place, 'edition', project.edition,
            'register', case when standing.import_id is not null then jsonb_build_object(
                'households', standing.households, 'persons', standing.persons, 'area', standing.area_hundredths)
                end,
            'register_import', standing.import_id,
            'open', exists (
                select from app.ballot
                where ballot.district = project.district and ballot.project_id = project.project_id
                    and ballot.state = 'open'
            ),
            'voted', (
                select coalesce(jsonb_agg(distinct asked.purpose), '[]')
                from app.ballot join app.ballot_question asked using (district, ballot_id)
                where ballot.district = project.district and ballot.project_id = project.project_id
                    and ballot.state = 'counted'
            ),
            'followed', (
                select coalesce(jsonb_agg(distinct asked.purpose), '[]') from app.ballot_question asked
                where asked.district = project.district and asked.project_id = project.project_id
                    and asked.ballot_id = \(before)
            ),
            'stored', (
                select coalesce(jsonb_agg(distinct jsonb_build_object(
                    'kind', paper.kind, 'sha256', encode(paper.sha256, 'hex'))), '[]')
                from app.paper
                where paper.district = project.district and paper.project_id = project.project_id
                    and paper.subject_kind = 'project' and app.paper_stands(paper.district, paper.sha256)
            )) as facts
        from app.project
        left join app.register_import standing on standing.district = project.district
            and standing.project_id = project.project_id and standing.state = 'standing'
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    static func consultation(_ project: ID, round: Int64 = 0, direction: String = "") -> SQL {
        """
        select jsonb_build_object(
            'state', state, 'place', place, 'edition', edition,
            'attempts', (
                select count(*) from app.consultation_step step
                where step.district = project.district and step.project_id = project.project_id
                    and step.round = \(round) and step.direction = \(direction)
            ),
            'steps', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'round', round, 'direction', direction, 'happened_on', happened_on)
                    order by round, direction), '[]')
                from (
                    select distinct on (round, direction) round, direction, happened_on
                    from app.consultation_step step
                    where step.district = project.district and step.project_id = project.project_id
                    order by round, direction, attempt desc
                ) latest
            )) as facts
        from app.project where district = auth.district() and project_id = \(project)
        """
    }
}
