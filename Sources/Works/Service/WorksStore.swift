import Actions
import Ledger
import PQ
import Pictures
import Values
import Works

/// The statements of works.
enum WorksStore {
    static func startFacts(_ project: ID) -> SQL { startFacts([project]) }

    static func startFacts(_ projects: [ID]) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'version', project.version, 'place', project.place,
            'edition', project.edition, 'required', plan.required_fen,
            'paid', (
                select coalesce(max(paid_fen), 0) from app.resident_fund own
                where own.district = project.district and own.project_id = project.project_id
            ),
            'chain', (
                select coalesce(jsonb_agg(step order by ordinal), '[]') from app.plan_approval done
                where done.district = project.district and done.project_id = project.project_id
            ),
            'papers', (
                select coalesce(jsonb_agg(distinct kind), '[]') from app.paper
                where paper.district = project.district and paper.subject_kind = 'project'
                    and paper.subject_id = project.project_id
            ),
            'contracts', works.count, 'contract_sum', works.sum,
            'is_supervised', exists (
                select from app.engagement own
                where own.district = project.district and own.project_id = project.project_id
                    and own.role = 'supervisor' and own.valid_from <= auth.today()
                    and (own.valid_to is null or own.valid_to >= auth.today())
            ),
            'blocks', \(blocks("start", "project", "null")))  as facts, project.project_id
        from app.project
        left join app.funding_plan plan using (district, project_id)
        cross join lateral (
            select count(*) filter (where app.contract_ended_on(contract.district, contract.contract_id) is null) as count,
                coalesce(sum(app.contract_takes(contract)), 0)::bigint as sum
            from app.contract
            where contract.district = project.district and contract.project_id = project.project_id
                and exists (
                    select from app.bill_line line
                    where line.district = contract.district and line.contract_id = contract.contract_id)
        ) works
        where project.district = auth.district() and project.project_id = any(\(projects))
        """
    }

    static func completionFacts(_ project: ID) -> SQL { completionFacts([project]) }

    static func completionFacts(_ projects: [ID]) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'version', project.version, 'place', project.place,
            'edition', project.edition, 'unit', auth.organisation(),
            'contracts', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', contract.contract_id, 'title', contract.title, 'contractor', contract.contractor_id,
                    'contractor_name', unit.name,
                    'is_reported', exists (
                        select from app.completion_report report
                        where report.district = contract.district and report.contract_id = contract.contract_id),
                    'lots', (
                        select coalesce(jsonb_agg(jsonb_build_object('code', code, 'title', title, 'state', state)
                            order by code), '[]')
                        from app.inspection_lot lot
                        where lot.district = contract.district and lot.contract_id = contract.contract_id
                            and (lot.state <> 'planned' or ended.day is null)
                    ),
                    'open_logs', (
                        select count(*) from app.daily_log log
                        where log.district = contract.district and log.contract_id = contract.contract_id
                            and log.state in ('draft', 'submitted')
                    ),
                    'unfinished', (
                        select coalesce(jsonb_agg(jsonb_build_object('code', line.code, 'title', line.title,
                            'unit', line.unit, 'due_milli', line.contracted_milli + line.added_milli,
                            'done_milli', line.approved_milli) order by line.code), '[]')
                        from app.progress line
                        where line.district = contract.district and line.contract_id = contract.contract_id
                            and line.approved_milli < line.contracted_milli + line.added_milli
                            and ended.day is null and line.charge is null
                    )) order by contract.number), '[]')
                from app.contract join auth.organisation unit on unit.organisation_id = contract.contractor_id
                cross join lateral (
                    select app.contract_ended_on(contract.district, contract.contract_id) as day
                ) ended
                where contract.district = project.district and contract.project_id = project.project_id
                    and app.contract_holds(contract.district, contract.contract_id)
                    and exists (
                        select from app.bill_line line
                        where line.district = contract.district and line.contract_id = contract.contract_id)
            ),
            'left', (
                select coalesce(jsonb_agg(jsonb_build_object('code', rest.code, 'title', rest.title,
                    'unit', rest.unit, 'due_milli', rest.due_milli, 'done_milli', rest.done_milli)
                    order by rest.code), '[]')
                from (
                    select code, title, unit, due_milli, done_milli
                    from app.left_by_ended_contracts(project.district, project.project_id)
                    union
                    select code, title, unit, due_milli, done_milli
                    from app.unfinished_items(project.district, project.project_id) where held_milli < due_milli
                ) rest
            )) as facts, project.project_id
        from app.project
        where project.district = auth.district() and project.project_id = any(\(projects))
        """
    }

    /// The bill of a contract as logs see it; `own` is a draft whose quantities count for itself.
    private static func bill(own: SQL) -> SQL {
        """
        jsonb_build_object(
            'state', project.state, 'place', project.place, 'edition', project.edition,
            'works_began_on', project.works_began_on, 'contractor', contract.contractor_id,
            'lines', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', line.bill_line_id, 'code', line.code, 'title', line.title, 'unit', line.unit,
                    'remaining_milli', line.remaining_milli + coalesce((
                        select sum(mine.quantity_milli) from app.log_quantity mine
                        join app.daily_log log using (district, daily_log_id, revision)
                        where mine.district = line.district and mine.bill_line_id = line.bill_line_id
                            and mine.daily_log_id = \(own) and log.state = 'draft'
                            and log.kind = 'construction'), 0)::bigint,
                    'blocks', \(blocks("log", "line", "line.bill_line_id"))) order by line.code), '[]')
                from app.progress line
                where line.district = project.district and line.contract_id = contract.contract_id
            ))
        """
    }

    static func logFacts(_ project: ID, contract: ID) -> SQL {
        """
        select \(bill(own: "null::uuid")) as facts
        from app.project
        left join app.contract on contract.district = project.district and contract.project_id = project.project_id
            and contract.contract_id = \(contract)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    private static let decided: SQL = """
        jsonb_build_object(
            'project_state', project.state, 'place', project.place, 'edition', project.edition,
            'state', log.state, 'revision', log.revision, 'version', log.version,
            'organisation', log.organisation_id, 'late', log.late,
            'waits_for_supervisor', log.kind = 'construction'
                and app.is_supervised(log.district, log.project_id))
        """

    static func decidedFacts(_ log: ID) -> SQL { decidedFacts(of: "\(log)") }

    /// The facts of many, each with its `id`.
    static func decidedFacts(_ logs: [ID]) -> SQL {
        """
        select item.id, judged.facts from unnest(\(logs)) item (id)
        cross join lateral (\(decidedFacts(of: "item.id"))) judged
        """
    }

    private static func decidedFacts(of log: SQL) -> SQL {
        """
        select \(decided) as facts
        from app.daily_log log join app.project using (district, project_id)
        where log.district = auth.district() and log.daily_log_id = \(log)
        """
    }

    static func revisedFacts(_ log: ID) -> SQL {
        """
        select jsonb_build_object(
            'log', \(decided), 'kind', log.kind, 'contract', log.contract_id, 'section', log.section,
            'logged_on', log.logged_on, 'headcount', log.headcount, 'weather', log.weather,
            'delay_hours', log.delay_hours, 'delay_cause', log.delay_cause, 'no_work_reason', log.no_work_reason,
            'note', log.note,
            'quantities', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'bill_line', bill_line_id, 'quantity_milli', quantity_milli)), '[]')
                from app.log_quantity quantity
                where quantity.district = log.district and quantity.daily_log_id = log.daily_log_id
                    and quantity.revision = log.revision
            ),
            'bill', \(bill(own: "log.daily_log_id"))) as facts
        from app.daily_log log
        join app.project using (district, project_id)
        join app.contract using (district, contract_id)
        where log.district = auth.district() and log.daily_log_id = \(log)
        """
    }

    static func lotFacts(_ lot: ID) -> SQL { lotFacts(of: "\(lot)") }

    /// The facts of many, each with its `id`.
    static func lotFacts(_ lots: [ID]) -> SQL {
        """
        select item.id, judged.facts from unnest(\(lots)) item (id)
        cross join lateral (\(lotFacts(of: "item.id"))) judged
        """
    }

    private static func lotFacts(of lot: SQL) -> SQL {
        """
        select jsonb_build_object(
            'project_state', project.state, 'place', project.place, 'edition', project.edition,
            'state', lot.state, 'round', lot.round, 'version', lot.version,
            'organisation', lot.organisation_id, 'hidden', lot.hidden,
            'is_told', exists (
                select from app.covering_notice told
                where told.district = lot.district and told.inspection_lot_id = lot.inspection_lot_id
                    and told.round = lot.round
            ),
            'waits_for', (
                select coalesce(jsonb_agg(earlier.code order by earlier.code), '[]')
                from app.inspection_lot_predecessor named
                join app.inspection_lot earlier
                    on earlier.district = named.district and earlier.inspection_lot_id = named.predecessor_id
                where named.district = lot.district and named.inspection_lot_id = lot.inspection_lot_id
                    and earlier.state <> 'passed'
            )) as facts
        from app.inspection_lot lot join app.project using (district, project_id)
        where lot.district = auth.district() and lot.inspection_lot_id = \(lot)
        """
    }

    static func insertPredecessors(_ earlier: [ID], of lot: ID, in project: ID, _ district: Int32, op: ID)
        -> SQL
    {
        """
        insert into app.inspection_lot_predecessor (district, inspection_lot_id, predecessor_id, project_id, op_id)
        select \(district), \(lot), earlier, \(project), \(op) from unnest(\(earlier)) as earlier order by earlier
        """
    }

    /// The notice of a covering, to the construction unit of the lot's project.
    static func insertNotice(
        _ draft: CoveringNoticeDraft, of lot: ID, _ facts: InspectionLotFacts, hours: Int64,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.covering_notice (district, inspection_lot_id, round, project_id, owner_organisation_id,
            quality_station, notified_at, covering_at, edition, notice_hours, given_by, op_id)
        select lot.district, lot.inspection_lot_id, \(Int32(truncatingIfNeeded: facts.round)), lot.project_id,
            project.construction_unit_id, \(draft.qualityStation), \(sitting.now), \(draft.coveringAt),
            \(facts.edition), \(hours), \(sitting.actor.person), \(sitting.op)
        from app.inspection_lot lot join app.project using (district, project_id)
        where lot.district = \(sitting.actor.district) and lot.inspection_lot_id = \(lot)
        """
    }

    static func paymentFacts(_ contract: ID) -> SQL {
        """
        select jsonb_build_object(
            'project', contract.project_id, 'place', project.place, 'edition', project.edition,
            'contractor', contract.contractor_id, 'amount_fen', contract.amount_fen,
            'additions_fen', (
                select coalesce(sum(addition.amount_fen), 0)::bigint from app.bill_addition addition
                join app.bill_line line using (district, bill_line_id)
                where line.district = contract.district and line.contract_id = contract.contract_id
            ),
            'claimed_fen', (
                select coalesce(sum(claim.amount_fen), 0)::bigint from app.payment_claim claim
                where claim.district = contract.district and claim.contract_id = contract.contract_id
                    and claim.state <> 'rejected'
            ),
            'next_number', (
                select coalesce(max(number), 0) + 1 from app.payment_claim claim
                where claim.district = contract.district and claim.contract_id = contract.contract_id
            ),
            'lines', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', line.bill_line_id, 'code', line.code, 'title', line.title, 'unit', line.unit,
                    'unit_price_fen', line.unit_price_fen, 'approved_milli', line.approved_milli,
                    'claimed_milli', (
                        select coalesce(sum(taken.quantity_milli), 0)::bigint from app.payment_claim_line taken
                        join app.payment_claim claim using (district, payment_claim_id)
                        where taken.district = line.district and taken.bill_line_id = line.bill_line_id
                            and claim.state <> 'rejected'
                    ), 'blocks', \(blocks("payment", "line", "line.bill_line_id"))) order by line.code), '[]')
                from app.progress line
                where line.district = contract.district and line.contract_id = contract.contract_id
            )) as facts
        from app.contract join app.project using (district, project_id)
        where contract.district = auth.district() and contract.contract_id = \(contract)
        """
    }

    static func certificationFacts(_ claim: ID) -> SQL { certificationFacts(of: "\(claim)") }

    /// The facts of many, each with its `id`.
    static func certificationFacts(_ claims: [ID]) -> SQL {
        """
        select item.id, judged.facts from unnest(\(claims)) item (id)
        cross join lateral (\(certificationFacts(of: "item.id"))) judged
        """
    }

    private static func certificationFacts(of claim: SQL) -> SQL {
        """
        select jsonb_build_object(
            'project', claim.project_id, 'place', project.place, 'edition', project.edition,
            'state', claim.state, 'version', claim.version, 'organisation', claim.organisation_id,
            'supervised_organisation', claim.supervised_organisation_id, 'amount_fen', claim.amount_fen,
            'has_audit_opinion', exists (
                select from app.paper
                where paper.district = claim.district and paper.subject_kind = 'payment_claim'
                    and paper.subject_id = claim.payment_claim_id and paper.kind = 'tracking_audit_opinion'
            ),
            'money', jsonb_build_object(
                'contract', claim.contract_id, 'contract_number', contract.number, 'number', claim.number,
                'signed_on', contract.signed_on,
                'retention', (
                    select jsonb_build_object('share_numerator', share_numerator,
                        'share_denominator', share_denominator, 'months', months)
                    from app.retention kept
                    where kept.district = claim.district and kept.contract_id = claim.contract_id
                ),
                'bond_stands', exists (
                    select from app.contract_bond bond
                    where bond.district = claim.district and bond.contract_id = claim.contract_id
                        and bond.held_from <= auth.today() and coalesce(bond.returned_on, 'infinity') > auth.today()
                ),
                'enterprise', term.enterprise, 'days', term.days
            ),
            'blocks', \(blocks("payment", "claim", "claim.contract_id"))) as facts
        from app.payment_claim claim join app.project using (district, project_id)
        join app.contract using (district, contract_id)
        left join app.payment_term term using (district, contract_id)
        where claim.district = auth.district() and claim.payment_claim_id = \(claim)
        """
    }

    /// The standing blocks of a class on something of a project; names are ours, never input.
    private static func blocks(_ kind: String, _ owner: String, _ subject: String) -> SQL {
        """
        (
            select coalesce(jsonb_agg(jsonb_build_object(
                'code', block.code, 'source_kind', block.source_kind, 'source_id', block.source_id,
                'label', case block.source_kind
                    when 'change_order' then (
                        select number from app.change_order
                        where district = block.district and change_order_id = block.source_id
                    )
                    when 'split_lot' then (
                        select number from app.contract
                        where district = block.district and contract_id = block.source_id
                    )
                    when 'engagement_conflict' then (
                        select string_agg(distinct unit.name, '、')
                        from app.engagement_conflicts(block.district, block.project_id) met
                        join app.engagement party on party.district = block.district
                            and party.engagement_id in (met.engagement_id, met.other_id)
                        join auth.organisation unit using (organisation_id)
                        where least(met.engagement_id, met.other_id) = block.source_id
                    ) end)), '[]')
            from app.block
            where block.district = \(unescaped: owner).district and block.project_id = \(unescaped: owner).project_id
                and block.action_class = \(kind) and block.lifted_at is null
                and (block.subject_id is null or block.subject_id = \(unescaped: subject))
        )
        """
    }

    static func insertFile(_ photo: Photo, district: Int32) -> SQL {
        """
        insert into app.file (district, sha256, media_type, content)
        values (\(district), \(Digest.sha256(photo.content)), \(photo.mediaType), \(photo.content))
        on conflict do nothing
        """
    }

    static func insertQuantities(
        _ quantities: [LineQuantity], log: ID, revision: Int64, project: ID, district: Int32, op: ID
    ) -> SQL {
        """
        insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id, quantity_milli,
            op_id)
        select \(district), \(log), \(Int32(truncatingIfNeeded: revision)), line, \(project), milli, \(op)
        from unnest(\(quantities.map(\.billLine)), \(quantities.map(\.quantityMilli))) as given (line, milli)
        order by line
        """
    }
}
