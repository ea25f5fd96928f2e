-- 材料起算的期限: a paper begins the terms of law that the packs name for its kind, and a paper ends them (HOUSE-PAP-5).

-- The deadlines that a paper begins, by what held on its own day (CV-15). A paper of a change order, a hand-over, a filing
-- or another thing with a way of its own begins none.
create or replace function app.terms_begun_by(in_paper app.paper)
returns table (key text, started_on date, workdays integer, nominal_on date, last_on date, ended_by text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
    pinned constant text := app.edition_of(in_paper.district, in_paper.project_id);
    -- FIN-01: some terms go by the amount of the contract that the paper is about.
    worth constant bigint := (
        select amount_fen from app.contract
        where in_paper.subject_kind = 'contract' and contract.district = in_paper.district
            and contract.contract_id = in_paper.subject_id);
    accepted constant date := app.accepted_day(in_paper.district, in_paper.project_id);
begin
    if in_paper.subject_kind not in ('project', 'contract', 'package', 'tender_award') then
        return;
    end if;
    return query
        select list.said || '.' || term.said, start.day,
            case when unit.said = 'workdays' then length.said::integer end,
            case unit.said
                when 'days' then start.day + length.said::integer
                when 'months' then (start.day + make_interval(months => length.said::integer))::date
            end,
            -- PER-8: a paper bears no hour. Whole days, whatever days they are.
            case when unit.said = 'hours' then start.day + (length.said::integer + 23) / 24 end, ending.said
        from app.policy_on(pinned, 'paper.terms', in_paper.dated) term (said)
        cross join lateral app.policy_on(pinned, 'paper.terms.' || term.said || '.starts', in_paper.dated) starts (said)
        cross join lateral app.policy_on(pinned, 'paper.terms.' || term.said || '.ends', in_paper.dated) ending (said)
        cross join lateral app.policy_on(pinned, 'paper.terms.' || term.said || '.list', in_paper.dated) list (said)
        cross join lateral app.policy_on(
            pinned, list.said || '.' || term.said || '.value', in_paper.dated) length (said)
        cross join lateral app.policy_on(pinned, list.said || '.' || term.said || '.unit', in_paper.dated) unit (said)
        left join lateral app.policy_on(pinned, list.said || '.' || term.said || '.over', in_paper.dated) least (said) on true
        left join lateral app.policy_on(pinned, list.said || '.' || term.said || '.up_to', in_paper.dated) most (said) on true
        left join lateral app.policy_on(pinned, 'paper.terms.' || term.said || '.after', in_paper.dated) since (said) on true
        -- FIN-06: the term of an audit runs from the acceptance; what is told of it later begins it on its own day.
        cross join lateral (
            select case when since.said is null then in_paper.dated else greatest(in_paper.dated, accepted) end) start (day)
        where starts.said = in_paper.kind and (least.said is null or worth > least.said::bigint)
            and (most.said is null or worth <= most.said::bigint)
            -- Before the acceptance it waits for that; what began already does not begin again.
            and (since.said is null or since.said = 'acceptance' and accepted is not null and not exists (
                select from app.clock before
                where before.district = in_paper.district and before.project_id = in_paper.project_id
                    and before.explanation ->> 'paper' = ending.said and before.subject_id <> in_paper.paper_id
                    and before.state <> 'cancelled'));
end
$$;

-- FIR-04, RET-5, PRO-16, FIN-01, PER-8, FIN-06: what begins a term has its deadline when it commits, counted as the packs say.
create or replace function app.tg__paper_starts_its_term() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from app.terms_begun_by(new) term
        where not exists (
            select from app.clock own
            where own.district = new.district and own.subject_kind = 'paper' and own.subject_id = new.paper_id
                and own.project_id = new.project_id and own.key = term.key and own.started_on = term.started_on
                and own.workdays is not distinct from term.workdays
                and own.nominal_on is not distinct from term.nominal_on
                and own.due_on is not distinct from coalesce(
                    term.last_on, app.counted_day(own.started_on, own.workdays, own.nominal_on)))
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_starts_its_term',
            message = format('%s of %s begins a term that is not recorded with it', new.kind, new.dated);
    end if;
    -- FIN-01: a term that goes by the amount of a contract begins with a paper about one.
    if (new.subject_kind <> 'contract' or not exists (
        select from app.contract
        where contract.district = new.district and contract.project_id = new.project_id
            and contract.contract_id = new.subject_id
    )) and exists (
        select from app.policy_on(app.edition_of(new.district, new.project_id), 'paper.terms', new.dated) term (said)
        cross join lateral app.policy_on(
            app.edition_of(new.district, new.project_id), 'paper.terms.' || term.said || '.starts', new.dated) starts (said)
        cross join lateral app.policy_on(
            app.edition_of(new.district, new.project_id), 'paper.terms.' || term.said || '.list', new.dated) list (said)
        cross join lateral app.policy_on(
            app.edition_of(new.district, new.project_id), list.said || '.' || term.said || '.up_to', new.dated) most (said)
        where starts.said = new.kind
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_term_is_of_a_contract',
            message = format('%s is about a contract, whose amount its term goes by', new.kind);
    end if;
    return null;
end
$$;

-- No term begins without its paper: the deadline comes with it, once, and names the paper that ends it.
create or replace function app.tg__paper_term_is_begun_by_its_paper() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.paper begun cross join lateral app.terms_begun_by(begun) term
        where begun.district = new.district and begun.paper_id = new.subject_id
            and begun.project_id = new.project_id and begun.op_id = new.op_id
            and term.key = new.key and term.ended_by = new.explanation ->> 'paper'
    ) or exists (
        select from app.clock other
        where other.district = new.district and other.subject_kind = 'paper' and other.subject_id = new.subject_id
            and other.key = new.key and other.clock_id <> new.clock_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_term_is_begun_by_its_paper',
            message = format('no paper recorded with it begins the term %s', new.key);
    end if;
    return null;
end
$$;

-- QLT-08, FIR-04, RET-5, PRO-16: a deadline that waits for a paper is met by that paper, and by nothing else.
create or replace function app.tg__paper_term_is_met_by_its_paper() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.project_id = new.project_id and paper.op_id = new.op_id
            and paper.kind = new.explanation ->> 'paper' and paper.dated = new.met_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_term_is_met_by_its_paper',
            message = 'no paper of that kind is recorded with it';
    end if;
    return null;
end
$$;

create constraint trigger _800_paper_starts_its_term after insert on app.paper
    deferrable initially deferred for each row execute function app.tg__paper_starts_its_term();
create or replace trigger _500_paper_term_is_begun_by_its_paper after insert on app.clock
    for each row when (new.subject_kind = 'paper') execute function app.tg__paper_term_is_begun_by_its_paper();
create or replace trigger _500_paper_term_is_met_by_its_paper after update on app.clock
    for each row when (
        new.subject_kind in ('paper', 'acceptance_round', 'project') and new.explanation ? 'paper'
        and new.met_on is distinct from old.met_on)
    execute function app.tg__paper_term_is_met_by_its_paper();
revoke execute on function app.terms_begun_by(app.paper) from yanshou_service, yanshou_reader, yanshou_jobs;
