import Actions
import PQ
import Tendering
import Values

/// The statements of tendering.
enum TenderingStore {
    /// The facts of a project, named by itself or by one of its packages.
    static func purchases(_ project: ID?, package: ID? = nil) -> SQL {
        """
        select jsonb_build_object(
            'facts', jsonb_build_object(
                'project', project.project_id, 'state', project.state, 'place', project.place,
                'edition', project.edition,
                'money', case when budget.project_id is not null then jsonb_build_object(
                    'total', budget.total_investment_fen, 'budget_funds', budget.budget_funds_fen,
                    'soe_dominant', budget.soe_dominant) end,
                'approved_budget', budget.approved_budget_fen, 'approved_on', budget.approved_on,
                'committed', app.contracts_take(project.district, project.project_id),
                'lots', cards.lots, 'determined', cards.determined,
                'exempted', cards.exempted, 'awards', cards.awards,
                'items', (
                    select coalesce(jsonb_agg(works_item_id order by code), '[]') from app.works_item item
                    where item.district = project.district and item.project_id = project.project_id
                ),
                'approvals', (
                    select coalesce(jsonb_object_agg(held.kind, held.dated), '{}') from (
                        select kind, min(dated) as dated from app.paper
                        where paper.district = project.district and paper.project_id = project.project_id
                            and paper.subject_kind = 'project' and paper.kind in (
                                'preliminary_design_approval', 'feasibility_approval', 'approval_simplification')
                            and app.paper_stands(paper.district, paper.sha256)
                        group by kind
                    ) held
                ),
                'scheme', \(SchemeStore.ofScheme),
                'scheme_worth', app.scheme_worth(project.district, project.project_id)),
            'basis', cards.basis, 'versions', cards.versions, 'withdrawn', cards.withdrawn,
            'budget_version', budget.version, 'buyer', project.construction_unit_id,
            'separation_papers', (
                select coalesce(jsonb_agg(jsonb_build_object('id', paper.paper_id, 'recorder', said.person_id)), '[]')
                from app.paper
                left join ledger.entry said on said.district = paper.district and said.entry_id = paper.op_id
                where paper.district = project.district and paper.project_id = project.project_id
                    and paper.subject_kind = 'project' and paper.kind = 'separation_decision'
                    and app.paper_stands(paper.district, paper.sha256)
            ),
            'budget_facts', jsonb_build_object(
                'plan', case when plan.project_id is not null then jsonb_build_object(
                    'total', plan.total_fen, 'subsidy', plan.subsidy_fen) end,
                'papers', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', paper_id, 'total', approved_fen)), '[]')
                    from app.paper
                    where paper.district = project.district and paper.project_id = project.project_id
                        and paper.subject_kind = 'project' and paper.kind = 'budget_approval'
                        and app.paper_stands(paper.district, paper.sha256)
                ),
                'named', budget.paper_id,
                'is_answered', exists (
                    select from app.paper
                    where paper.district = project.district and paper.subject_id = project.project_id
                        and paper.subject_kind = 'project' and paper.kind = 'estimate_overrun_answer'
                        and app.paper_stands(paper.district, paper.sha256)
                ),
                'knows_approvals', app.policy_says(project.edition, 'paper.recorders', 'budget_approval',
                    auth.today()),
                'gate_is_ahead', app.estimate_gate_is_ahead(project.district, project.project_id))
            ) as facts
        from app.project
        left join app.project_budget budget using (district, project_id)
        left join app.funding_plan plan using (district, project_id)
        cross join lateral (
            select coalesce(jsonb_agg(jsonb_build_object(
                    'id', card.package_id, 'code', card.code, 'category', card.category,
                    'service', card.service_kind, 'estimate', card.estimate_fen,
                    'parts', case when card.works_part_fen is not null then jsonb_build_object(
                        'works', card.works_part_fen, 'goods', card.goods_part_fen,
                        'services', card.services_part_fen) end,
                    'listed_part', card.listed_part_fen, 'combinable', card.combinable, 'widened', card.widened,
                    'planned', card.planned_method, 'signed', card.contract_amount_fen,
                    'signed_by', card.contract_method,
                    'taken', card.taken_by_ended_fen,
                    'added', coalesce(card.contract_added_fen, 0)) order by card.code)
                    filter (where card.withdrawn_on is null), '[]') as lots,
                coalesce(jsonb_object_agg(card.package_id, jsonb_build_object(
                    'verdict', card.verdict, 'as_of', card.determined_as_of,
                    'is_current', card.determination_is_current, 'first_on', (
                        select min(first.as_of) from app.determination first
                        where first.district = card.district and first.subject_kind = 'package'
                            and first.subject_id = card.package_id)))
                    filter (where card.determination_id is not null and card.withdrawn_on is null), '{}')
                    as determined,
                coalesce(jsonb_object_agg(card.package_id, jsonb_build_object(
                    'ground', card.exemption_ground, 'up_to', card.exemption_up_to_fen))
                    filter (where card.exemption_ground is not null), '{}') as exempted,
                coalesce(jsonb_object_agg(card.package_id, jsonb_build_object(
                    'id', card.award_id, 'winner', card.award_winner_id, 'winner_name', card.award_winner,
                    'price', card.award_price_fen, 'notice_on', card.award_notice_on,
                    'documents_on', card.award_documents_on, 'opened_on', card.award_opened_on,
                    'procedure', card.award_procedure, 'has_consortium', exists (
                        select from app.consortium told
                        where told.district = card.district and told.award_id = card.award_id)))
                    filter (where card.award_id is not null), '{}') as awards,
                coalesce(jsonb_agg(card.package_id) filter (where card.withdrawn_on is not null), '[]') as withdrawn,
                coalesce(jsonb_object_agg(card.package_id, app.tender_basis(card.district, card.package_id))
                    filter (where card.withdrawn_on is null), '{}') as basis,
                coalesce(jsonb_object_agg(card.package_id, card.version)
                    filter (where card.package_id is not null), '{}') as versions
            from app.package_card card
            where card.district = project.district and card.project_id = project.project_id
        ) cards
        where project.district = auth.district() and project.project_id = coalesce(\(project)::uuid, (
            select named.project_id from app.package named
            where named.district = auth.district() and named.package_id = \(package)
        ))
        """
    }

    static func insertBudget(_ draft: BudgetDraft, of project: ID, district: Int32, op: ID) -> SQL {
        """
        insert into app.project_budget (district, project_id, total_investment_fen, budget_funds_fen, soe_dominant,
            feasibility_fen, approved_budget_fen, approval_number, approved_on, paper_id, op_id)
        values (\(district), \(project), \(draft.total), \(draft.budgetFunds), \(draft.soeDominant),
            \(draft.feasibility), \(draft.approved), \(draft.approvalNumber ?? ""), \(draft.approvedOn), \(draft.paper), \(op))
        """
    }

    static func adjustBudget(
        _ draft: BudgetDraft, of project: ID, from version: Int64, district: Int32, op: ID
    ) -> SQL {
        """
        update app.project_budget set total_investment_fen = \(draft.total), budget_funds_fen = \(draft.budgetFunds),
            soe_dominant = \(draft.soeDominant), feasibility_fen = \(draft.feasibility),
            approved_budget_fen = \(draft.approved), adjustment_number = \(draft.adjustmentNumber),
            adjustment_ground = \(draft.adjustmentGround), paper_id = coalesce(\(draft.paper), paper_id), version = \(Int32(truncatingIfNeeded: version)) + 1,
            op_id = \(op)
        where district = \(district) and project_id = \(project)
        """
    }

    static func insertPackage(_ draft: PackageDraft, of project: ID, district: Int32, op: ID) -> SQL {
        """
        insert into app.package (district, package_id, project_id, code, title, category, service_kind, estimate_fen,
            works_part_fen, goods_part_fen, services_part_fen, listed_part_fen, combinable, separation_reason,
            separation_note, widened, planned_method, op_id)
        values (\(district), \(draft.id), \(project), \(draft.code), \(draft.title), \(draft.category),
            \(draft.service), \(draft.estimate), \(draft.parts?.works), \(draft.parts?.goods),
            \(draft.parts?.services), \(draft.listedPart), \(draft.combinable ?? true), \(draft.separationReason),
            \(draft.separationNote), \(draft.widened ?? false), \(draft.planned), \(op))
        """
    }

    static func estimate(
        _ draft: EstimateDraft, of package: ID, from version: Int64, district: Int32, op: ID
    ) -> SQL {
        """
        update app.package set estimate_fen = \(draft.estimate), works_part_fen = \(draft.parts?.works),
            goods_part_fen = \(draft.parts?.goods), services_part_fen = \(draft.parts?.services),
            listed_part_fen = \(draft.listedPart),
            estimate_explanation = coalesce(\(draft.explanation), estimate_explanation),
            version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(op)
        where district = \(district) and package_id = \(package)
        """
    }

    static func stand(
        on determination: ID, of package: String, from version: Int64, district: Int32, op: ID
    ) -> SQL {
        """
        update app.package set determination_id = \(determination),
            version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(op)
        where district = \(district) and package_id = \(ID(package))
        """
    }

    static func withdraw(
        _ reason: String, on day: BusinessDay, of package: ID, from version: Int64, district: Int32, op: ID
    ) -> SQL {
        """
        update app.package set withdrawn_on = \(day), withdrawal_reason = \(reason),
            version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(op)
        where district = \(district) and package_id = \(package)
        """
    }

    static func insertExemption(
        _ draft: ExemptionDraft, of package: ID, project: ID, upTo: Fen, by actor: Actor, op: ID
    ) -> SQL {
        """
        insert into app.tender_exemption (district, exemption_id, project_id, package_id, ground, reason,
            document_title, document_number, document_on, approved_by, approver_role, up_to_fen, op_id)
        values (\(actor.district), \(draft.id), \(project), \(package), \(draft.ground), \(draft.reason),
            \(draft.documentTitle), \(draft.documentNumber), \(draft.documentOn), \(actor.person),
            \(actor.role.rawValue), \(upTo), \(op))
        """
    }

    static func insertSeparation(
        _ draft: SeparationDraft, of package: ID, project: ID, by actor: Actor, op: ID
    ) -> SQL {
        """
        insert into app.package_separation (district, separation_id, project_id, package_id, ground, reason, paper_id,
            decided_by, decider_role, op_id)
        values (\(actor.district), \(draft.id), \(project), \(package), \(draft.ground), \(draft.reason),
            \(draft.paper), \(actor.person), \(actor.role.rawValue), \(op))
        """
    }

    static func insertAward(
        _ draft: AwardedDraft, _ file: PaperSent.File, of package: ID, project: ID, district: Int32, op: ID
    ) -> [SQL] {
        draft.notice.inserts(
            file, as: "award_notice", of: Subject("tender_award", draft.id), in: project,
            dated: draft.noticeOn, district: district, op: op)
            + [
                """
                insert into app.tender_award (district, award_id, project_id, package_id, winner_id, price_fen,
                    control_price_fen, documents_on, opened_on, notice_on, paper_id, bidders, committee, objections,
                    reported_on, candidates_on, candidates_until, bid_bond_fen, documents_until,
                    prequalification_on, prequalification_until, prequalification_due, op_id)
                select \(district), \(draft.id), \(project), \(package), \(draft.winner), \(draft.price),
                    \(draft.controlPrice), \(draft.documentsOn), \(draft.openedOn), \(draft.noticeOn),
                    \(draft.notice.id), told -> 'bidders', told -> 'committee', told -> 'objections',
                    (told ->> 'reported_on')::date, (told ->> 'candidates_on')::date,
                    (told ->> 'candidates_until')::date, (told ->> 'bid_bond_fen')::bigint,
                    (told ->> 'documents_until')::date, (told ->> 'prequalification_on')::date,
                    (told ->> 'prequalification_until')::date, (told ->> 'prequalification_due')::date, \(op)
                from (select \(draft.procedure.json)::jsonb as told) given
                """
            ]
    }

    /// An award that is to be withdrawn, with what rests on it.
    static func awardFacts(_ award: ID) -> SQL {
        """
        select jsonb_build_object('project', own.project_id, 'package', own.package_id, 'place', project.place,
            'edition', project.edition,
            'is_withdrawn', exists (
                select from app.award_withdrawal done
                where done.district = own.district and done.award_id = own.award_id),
            'has_contract', exists (
                select from app.contract
                where contract.district = own.district and contract.award_id = own.award_id)) as facts
        from app.tender_award own join app.project using (district, project_id)
        where own.district = auth.district() and own.award_id = \(award)
        """
    }

    static func withdrawAward(
        _ award: ID, because reason: String, on day: BusinessDay, project: ID, district: Int32, op: ID
    ) -> SQL {
        """
        insert into app.award_withdrawal (district, award_id, project_id, reason, withdrawn_on, op_id)
        values (\(district), \(award), \(project), \(reason), \(day), \(op))
        """
    }

    static func insertContract(
        _ draft: ContractDraft, awarded award: TenderAward?, of project: ID, package: ID, district: Int32,
        op: ID
    ) -> SQL {
        """
        insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
            method, invitation_ground, invitation_document, award_notice_on, award_id, signed_on, amount_fen,
            advance_funding, op_id)
        values (\(district), \(draft.id), \(project), \(package), \(draft.contractor), \(draft.number),
            \(draft.title), \(draft.method), \(draft.invitationGround), \(draft.invitationDocument),
            \(draft.awardNoticeOn ?? award?.noticeOn), \(award?.id), \(draft.signedOn), \(draft.amount),
            \(draft.advanceFunding ?? false), \(op))
        """
    }

    static func insertLine(
        _ line: BillLineDraft, of contract: ID, project: ID, district: Int32, op: ID
    ) -> SQL {
        """
        insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, charge, code, title,
            unit, quantity_milli, unit_price_fen, op_id)
        values (\(district), \(line.id), \(project), \(contract), \(line.item), \(line.charge), \(line.code), \(line.title),
            \(line.unit), \(line.quantityMilli), \(line.unitPrice), \(op))
        """
    }

    /// The deadline to sign after the award, met or missed on the day of signing.
    static func insertClock(
        _ id: ID, for draft: ContractDraft, due: DueDay, rule: Citation, project: ID, district: Int32, op: ID
    ) -> SQL {
        NewClock(
            id, on: Subject("contract", draft.id), in: project, key: "contract.days_after_award",
            rule: rule.rule, due: due, explanation: .object(["because": .list([rule.json])]),
            metOn: draft.signedOn
        ).insert(district: district, op: op)
    }

    /// A duty after an award: it runs until its paper is recorded.
    static func insertClock(
        _ id: ID, of award: ID, _ duty: AwardDuty, project: ID, district: Int32, op: ID
    ) -> SQL {
        NewClock(
            id, on: Subject("tender_award", award), in: project, key: duty.key, rule: duty.citation.rule,
            due: duty.due, explanation: duty.explanation
        ).insert(district: district, op: op)
    }

    /// An award that is withdrawn has nothing to be followed by.
    static func cancelClocks(of award: ID, op: ID) -> SQL {
        """
        update app.clock set state = 'cancelled', op_id = \(op), version = version + 1
        where district = auth.district() and subject_kind = 'tender_award' and subject_id = \(award)
            and met_on is null and state <> 'cancelled'
        """
    }

    static func packages(_ project: ID, _ after: ID?, limit: Int) -> SQL {
        """
        select package_id as id, code, title, category, service_kind, estimate_fen, works_part_fen, goods_part_fen,
            services_part_fen, listed_part_fen, combinable, separation_reason, separation_note, widened,
            planned_method, estimate_explanation, state, verdict, determination_is_current, determination_id,
            contract_id, contract_method, contract_amount_fen, withdrawn_on, withdrawal_reason, exemption_ground,
            exemption_document, exemption_up_to_fen, separation_ground, separation_paper_id, award_id, award_winner,
            award_price_fen, award_notice_on, award_procedure, taken_by_ended_fen, version
        from app.package_card
        where district = auth.district() and project_id = \(project)
            and (\(after)::uuid is null or package_id > \(after))
        order by package_id limit \(limit + 1)
        """
    }

    static func contracts(_ project: ID, _ after: ID?, limit: Int) -> SQL {
        """
        select contract_id as id, package_id, number, title, category, service_kind, method, invitation_ground,
            invitation_document, award_notice_on, signed_on, amount_fen, bill_fen, contractor_id, contractor,
            contractor_credit_code, last_day_to_sign, signed_late, ended_on, end_reason, taken_fen, end_proposed_for,
            (
                select coalesce(jsonb_agg(jsonb_build_object('id', line.bill_line_id, 'works_item',
                    line.works_item_id, 'charge', line.charge, 'code', line.code, 'title', line.title, 'unit', line.unit,
                    'quantity_milli', line.quantity_milli, 'unit_price_fen', line.unit_price_fen)
                    order by line.code), '[]')
                from app.bill_line line
                where line.district = card.district and line.contract_id = card.contract_id
            ) as bill
        from app.contract_card card
        where district = auth.district() and project_id = \(project)
            and (\(after)::uuid is null or contract_id > \(after))
        order by contract_id limit \(limit + 1)
        """
    }

    static func determinations(_ project: ID, _ after: ID?, limit: Int) -> SQL {
        """
        select determination_id as id, subject_id as package_id, question, inputs, edition, as_of, verdict, because,
            determination_id in (
                select standing.determination_id from app.package standing
                where standing.district = said.district and standing.package_id = said.subject_id
            ) as stands
        from app.determination said
        where district = auth.district() and project_id = \(project) and subject_kind = 'package'
            and (\(after)::uuid is null or determination_id > \(after))
        order by determination_id limit \(limit + 1)
        """
    }
}
