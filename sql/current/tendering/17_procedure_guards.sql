-- How a tender went (招标过程): what an award tells of it is held against the law of its day, when it is recorded and again
-- when its contract is signed.

-- Whether the law asks that a package be tendered: not where it was determined that it does not, nor where it is left out.
create or replace function app.tender_is_mandatory(in_package app.package) returns boolean
language sql stable set search_path = ''
as $$
    select not exists (
            select from app.determination
            where district = in_package.district and determination_id = in_package.determination_id
                and verdict = 'not_mandatory')
        and not exists (
            select from app.tender_exemption
            where district = in_package.district and package_id = in_package.package_id)
$$;

-- The name of a unit or a person without blanks, to tell one from another.
create or replace function app.plain_name(in_name text) returns text
language sql immutable set search_path = ''
as $$
    select regexp_replace(coalesce(in_name, ''), '[[:space:]　]', '', 'g')
$$;

-- PRO-6, PRO-19, PRO-13: at least so many bid, the winner among them, none bound to another or to who buys.
create or replace function app.refuse_unfit_bidders(
    in_package app.package, in_award app.tender_award, in_edition text
) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    told integer;
    cap bigint;
begin
    select count(distinct nullif(app.plain_name(bidder.name), '')) into told
    from jsonb_to_recordset(in_award.bidders) as bidder (name text);
    if told < app.policy_number(in_edition, 'procedure.limits.least_bidders.count', in_award.documents_on) then
        raise exception using errcode = 'YS001', constraint = 'tender_has_its_bidders',
            message = format('%s bidders', told);
    end if;
    if not exists (
        select from jsonb_to_recordset(in_award.bidders) as bidder (organisation uuid)
        where bidder.organisation = in_award.winner_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'winner_is_among_its_bidders',
            message = 'the winner is none of those who bid';
    end if;
    if app.policy_says(in_edition, 'procedure.linked_bidders_excluded', 'true', in_award.documents_on) and exists (
        select from (
            select bidder.organisation from jsonb_to_recordset(in_award.bidders) as bidder (organisation uuid)
            union all
            select construction_unit_id from app.project
            where district = in_award.district and project_id = in_award.project_id
        ) named (unit)
        group by unit having count(*) > 1 and unit is not null
        union all
        select from auth.control_link link
        where link.kind <> 'same_controller' and link.valid_from <= in_award.opened_on
            and coalesce(link.valid_to, 'infinity') >= in_award.documents_on
            and (
                select count(distinct party.unit) from (
                    select bidder.organisation from jsonb_to_recordset(in_award.bidders) as bidder (organisation uuid)
                    union all
                    select construction_unit_id from app.project
                    where district = in_award.district and project_id = in_award.project_id
                ) party (unit)
                where party.unit in (link.organisation_id, link.controlled_id)
            ) > 1
    ) then
        raise exception using errcode = 'YS001', constraint = 'bidders_are_independent',
            message = 'one of the bidders is bound to another, or to who buys';
    end if;
    cap := case
        when in_package.category in ('works', 'epc') then
            app.policy_number(in_edition, 'procedure.limits.bid_bond_works.fen', in_award.documents_on)
        when in_package.category = 'goods' then
            app.policy_number(in_edition, 'procedure.limits.bid_bond_goods.fen', in_award.documents_on)
        when in_package.service_kind in ('design', 'survey') then
            app.policy_number(in_edition, 'procedure.limits.bid_bond_design.fen', in_award.documents_on)
    end;
    if in_award.bid_bond_fen > cap or exists (
        select from app.policy_on(in_edition, 'procedure.limits.bid_bond_share.share', in_award.documents_on) as share
        where in_award.bid_bond_fen::numeric * split_part(share, '/', 2)::numeric
            > in_package.estimate_fen::numeric * split_part(share, '/', 1)::numeric
    ) then
        raise exception using errcode = 'YS001', constraint = 'bid_bond_stays_within_its_cap',
            message = format('a bond of %s fen', in_award.bid_bond_fen);
    end if;
end
$$;

-- PRO-7: the committee that evaluates is odd, large enough, mostly experts, and holds nobody of a bidder.
create or replace function app.refuse_unfit_committee(in_award app.tender_award, in_edition text) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    members integer;
    experts integer;
begin
    select count(distinct nullif(app.plain_name(member.name), '')),
        count(distinct nullif(app.plain_name(member.name), '')) filter (where member.is_expert)
    into members, experts
    from jsonb_to_recordset(in_award.committee) as member (name text, is_expert boolean);
    if members % 2 = 0
        or members < app.policy_number(in_edition, 'procedure.limits.least_committee.count', in_award.documents_on)
    then
        raise exception using errcode = 'YS001', constraint = 'committee_is_large_and_odd',
            message = format('%s members', members);
    end if;
    if exists (
        select from app.policy_on(in_edition, 'procedure.limits.expert_share.share', in_award.documents_on) as share
        where experts * split_part(share, '/', 2)::integer < members * split_part(share, '/', 1)::integer
    ) then
        raise exception using errcode = 'YS001', constraint = 'committee_is_mostly_experts',
            message = format('%s experts of %s', experts, members);
    end if;
    if exists (
        select from jsonb_to_recordset(in_award.committee) as member (employer text)
        join jsonb_to_recordset(in_award.bidders) as bidder (name text, organisation uuid) on true
        left join auth.organisation unit on unit.organisation_id = bidder.organisation
        where app.plain_name(member.employer) <> ''
            and app.plain_name(member.employer) in (app.plain_name(bidder.name), app.plain_name(unit.name))
    ) then
        raise exception using errcode = 'YS001', constraint = 'committee_holds_no_bidder',
            message = 'a member of the committee works for a bidder';
    end if;
end
$$;

-- PRO-8, PRO-10: at most so many candidates, each with his rank; where the state's money dominates the first of them wins,
-- unless each before the winner was passed over on a ground of the list.
create or replace function app.refuse_wrong_candidate(
    in_award app.tender_award, in_edition text, in_mandatory boolean
) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    ranks integer[];
    won integer;
begin
    select array_agg(bidder.rank order by bidder.rank),
        min(bidder.rank) filter (where bidder.organisation = in_award.winner_id)
    into ranks, won
    from jsonb_to_recordset(in_award.bidders) as bidder (organisation uuid, rank integer)
    where bidder.rank is not null;
    if ranks <> array(select generate_series(1, cardinality(ranks)))
        or cardinality(ranks) > app.policy_number(in_edition, 'procedure.limits.most_candidates.count', in_award.documents_on)
        or in_mandatory and won is null
    then
        raise exception using errcode = 'YS001', constraint = 'candidates_are_few_and_ranked',
            message = format('candidates %s, the winner %s', ranks, won);
    end if;
    if in_mandatory and app.policy_says(in_edition, 'procedure.first_candidate_wins', 'true', in_award.documents_on)
        and exists (
            select from app.project_budget budget
            where budget.district = in_award.district and budget.project_id = in_award.project_id
                and (budget.soe_dominant or exists (
                    select from app.policy_on(in_edition, 'tender.soe_share', in_award.documents_on) as share
                    where budget.budget_funds_fen::numeric * split_part(share, '/', 2)::numeric
                        > budget.total_investment_fen::numeric * split_part(share, '/', 1)::numeric)))
        and exists (
            select from jsonb_to_recordset(in_award.bidders) as bidder (rank integer, passed_over text)
            where bidder.rank < won and not app.policy_says(
                in_edition, 'procedure.passing_over', bidder.passed_over, in_award.documents_on))
    then
        raise exception using errcode = 'YS001', constraint = 'first_candidate_wins',
            message = format('the candidate of rank %s wins', won);
    end if;
end
$$;

-- PRO-2, PRO-3: the documents are to be had for their days, and who applies for a prequalification has his.
create or replace function app.refuse_short_sale(in_award app.tender_award, in_edition text) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    sold integer := app.policy_number(in_edition, 'procedure.periods.documents_on_sale.value', in_award.documents_on);
begin
    if in_award.documents_until - in_award.documents_on < sold
        or in_award.prequalification_until - in_award.prequalification_on < sold
    then
        raise exception using errcode = 'YS001', constraint = 'documents_are_sold_their_days',
            message = format('on sale until %s, those of the prequalification until %s',
                in_award.documents_until, in_award.prequalification_until);
    end if;
    if in_award.prequalification_due - in_award.prequalification_until < app.policy_number(
        in_edition, 'procedure.periods.prequalification_after_sale.value', in_award.documents_on)
    then
        raise exception using errcode = 'YS001', constraint = 'prequalification_leaves_its_days',
            message = format('applications until %s', in_award.prequalification_due);
    end if;
end
$$;
revoke execute on function app.refuse_short_sale(app.tender_award, text)
    from yanshou_service, yanshou_reader, yanshou_jobs;

-- PRO-2…PRO-10, PRO-13, PRO-19: what a tender has to have had, as far as it had to be one; of a free tender what is told.
create or replace function app.refuse_flawed_tender(
    in_package app.package, in_award app.tender_award, in_edition text
) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    is_mandatory boolean := app.tender_is_mandatory(in_package)
        and app.policy_says(in_edition, 'tender.procedure_recorded', 'true', auth.today());
    nominal date;
begin
    if is_mandatory and num_nulls(in_award.bidders, in_award.committee, in_award.reported_on, in_award.candidates_on,
        in_award.candidates_until) > 0
        or is_mandatory and in_award.documents_until is null
            and app.policy_says(in_edition, 'tender.sale_recorded', 'true', auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'award_tells_its_tender',
            message = 'sale, bidders, committee, report and posting of the candidates are not all told';
    end if;
    if in_award.bidders is not null then
        perform app.refuse_unfit_bidders(in_package, in_award, in_edition);
        perform app.refuse_wrong_candidate(in_award, in_edition, is_mandatory);
    end if;
    if is_mandatory then
        perform app.refuse_unfit_committee(in_award, in_edition);
        perform app.refuse_short_sale(in_award, in_edition);
        nominal := in_award.candidates_on + app.policy_number(
            in_edition, 'procedure.candidate_publicity_days', in_award.documents_on)::integer;
        if in_award.candidates_until < coalesce(app.counted_day(in_award.candidates_on, null, nominal), nominal)
            or in_award.notice_on <= in_award.candidates_until
        then
            raise exception using errcode = 'YS001', constraint = 'candidates_are_posted_their_days',
                message = format('posted from %s until %s', in_award.candidates_on, in_award.candidates_until);
        end if;
    end if;
    if exists (
        select from jsonb_to_recordset(in_award.objections) as said (stage text, received_on date, answered_on date)
        where coalesce(said.answered_on < said.received_on, true)
            or said.answered_on > case said.stage when 'tender_documents' then in_award.opened_on else in_award.notice_on end
    ) then
        raise exception using errcode = 'YS001', constraint = 'award_waits_for_its_objections',
            message = 'an objection is not answered before the tender goes on';
    end if;
end
$$;
revoke execute on function app.refuse_unfit_bidders(app.package, app.tender_award, text),
    app.refuse_unfit_committee(app.tender_award, text), app.refuse_wrong_candidate(app.tender_award, text, boolean),
    app.refuse_flawed_tender(app.package, app.tender_award, text)
    from yanshou_service, yanshou_reader, yanshou_jobs;

-- PRO-12, PRO-14: what follows an award is done when its paper is recorded, and by nothing else.
create or replace function app.tg__award_duty_is_met_by_its_paper() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.project_id = new.project_id and paper.op_id = new.op_id
            and paper.kind = new.explanation ->> 'paper' and paper.dated = new.met_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'award_duty_is_met_by_its_paper',
            message = 'no paper of that kind is recorded with it';
    end if;
    return null;
end
$$;

create or replace trigger _500_award_duty_is_met_by_its_paper after update on app.clock
    for each row when (new.subject_kind = 'tender_award' and new.met_on is distinct from old.met_on)
    execute function app.tg__award_duty_is_met_by_its_paper();
