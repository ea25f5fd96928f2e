-- A contract ends before its works by two words: one party proposes the end with its stored paper, and the other party, or
-- the district's office, says that it is so (民法典 562, 565). What was built stays.

-- For which party of a contract whoever acts may speak: 'owner', 'contractor', or the office for neither; none otherwise.
create or replace function app.side_of_contract(in_district integer, in_contract uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
    parties record;
begin
    select contract.contractor_id, project.construction_unit_id into parties
    from app.contract join app.project using (district, project_id)
    where contract.district = in_district and contract.contract_id = in_contract and in_district = auth.district();
    return case
        when auth.organisation() = parties.contractor_id then 'contractor'
        when auth.organisation() = parties.construction_unit_id or auth.role() = 'agent_construction' then 'owner'
        when auth.role() = 'renovation_office' then 'renovation_office'
    end;
end
$$;

-- HOUSE-DEL-9: whether the works of a contract are reported complete, or its project is being accepted: then it does not end.
create or replace function app.contract_is_finished(in_district integer, in_contract uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select in_district = auth.district() and (exists (
        select from app.completion_report where district = in_district and contract_id = in_contract
    ) or exists (
        select from app.contract join app.project using (district, project_id)
        where contract.district = in_district and contract.contract_id = in_contract and project.state >= 'S15'
    ))
$$;

-- The last day of works that a contract's logs tell of.
create or replace function app.last_log_of_contract(in_district integer, in_contract uuid) returns date
language sql stable security definer set search_path = ''
as $$
    select max(logged_on) from app.daily_log
    where district = in_district and contract_id = in_contract and kind = 'construction' and state <> 'rejected'
        and in_district = auth.district()
$$;

-- What a contract that is to end has to be, as it is proposed and again as it ends; behind the project's row.
create or replace function app.refuse_contract_end(in_district integer, in_contract uuid, in_ended_on date) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    signed app.contract;
begin
    select * into signed from app.contract where district = in_district and contract_id = in_contract;
    if in_ended_on > auth.today() or in_ended_on < signed.signed_on then
        raise exception using errcode = 'YS001', constraint = 'contract_ends_between_its_signing_and_today',
            message = 'a contract ends after it was signed, and is told of once it has ended';
    end if;
    if app.contract_is_finished(in_district, in_contract) then
        raise exception using errcode = 'YS001', constraint = 'finished_contract_is_not_ended',
            message = 'the works of this contract are reported complete, or the project is being accepted';
    end if;
    if in_ended_on < app.last_log_of_contract(in_district, in_contract) then
        raise exception using errcode = 'YS001', constraint = 'contract_end_follows_its_last_log',
            message = format('works were logged on %s', app.last_log_of_contract(in_district, in_contract));
    end if;
end
$$;

create or replace function app.tg__termination_is_proposed() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    signed app.contract;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into signed from app.contract where district = new.district and contract_id = new.contract_id;
    if new.side is distinct from app.side_of_contract(new.district, new.contract_id)
        or new.organisation_id <> auth.organisation() or new.proposed_on <> auth.today()
    then
        raise exception using errcode = 'YS001', constraint = 'termination_is_proposed_by_a_party',
            message = 'the end of a contract is proposed by one of its parties, today and in its own name';
    end if;
    if app.contract_ended_on(new.district, new.contract_id) is not null then
        raise exception using errcode = 'YS001', constraint = 'contract_is_terminated_once',
            message = 'the end of this contract is recorded already';
    end if;
    perform app.refuse_contract_end(new.district, new.contract_id, new.ended_on);
    if new.settled_fen is not null and (
        new.settled_fen not between 0 and signed.amount_fen or exists (
            select from app.bill_line where district = new.district and contract_id = new.contract_id
        )
    ) then
        raise exception using errcode = 'YS001', constraint = 'termination_settles_what_was_done',
            message = 'a contract with a bill is settled by its logs, another within its amount';
    end if;
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id
            and paper.project_id = new.project_id and paper.subject_kind = 'contract'
            and paper.subject_id = new.contract_id and paper.kind = 'contract_termination'
            and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'contract_termination_rests_on_its_paper',
            message = 'the end of the contract names no stored agreement or notice of its own';
    end if;
    return null;
end
$$;

create or replace function app.tg__contract_ends_by_two_words() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    proposed app.termination_proposal;
    latest uuid;
    own_side text;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into proposed from app.termination_proposal
    where district = new.district and contract_id = new.contract_id and proposal_id = new.proposal_id;
    own_side := app.side_of_contract(new.district, new.contract_id);
    if proposed.proposal_id is null or own_side is null or own_side = proposed.side
        or new.organisation_id is distinct from auth.organisation() or new.organisation_id = proposed.organisation_id
        or not app.policy_says(app.edition_of(new.district, new.project_id), 'delivery.contract_end_confirmed_by', own_side,
            auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'contract_end_is_two_units_word',
            message = 'a contract ends by the word of its other party, or of the district''s office';
    end if;
    select proposal_id into latest from app.termination_proposal
    where district = new.district and contract_id = new.contract_id
    order by created_at desc, proposal_id limit 1;
    if latest <> new.proposal_id or (new.ended_on, new.paper_id) is distinct from (proposed.ended_on, proposed.paper_id)
    then
        raise exception using errcode = 'YS001', constraint = 'contract_ends_as_was_last_proposed',
            message = 'the contract ends on the day and by the paper that were proposed last';
    end if;
    perform app.refuse_contract_end(new.district, new.contract_id, new.ended_on);
    perform app.hold_what_conflicts(new.district, new.project_id, app.day_of_change());
    return null;
end
$$;

create or replace trigger _500_termination_is_proposed after insert on app.termination_proposal
    for each row execute function app.tg__termination_is_proposed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.termination_proposal
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_contract_ends_by_two_words after insert on app.contract_termination
    for each row execute function app.tg__contract_ends_by_two_words();
create or replace trigger _100_fact_is_never_changed before update or delete on app.contract_termination
    for each row execute function app.tg__fact_is_never_changed();

-- What was proposed of the end of each contract, by whom, and which of it became the end.
create or replace view app.termination_card with (security_invoker = true) as
select
    proposed.district, proposed.project_id, proposed.contract_id, proposed.proposal_id, proposed.side, proposed.organisation_id,
    unit.name as organisation, proposed.proposed_on, proposed.ended_on, proposed.reason, proposed.settled_fen,
    proposed.paper_id, encode(paper.sha256, 'hex') as sha256, ended.contract_id is not null as is_end,
    ended.reason as confirmed_because, confirmer.name as confirmed_by, proposed.created_at,
    row_number() over (partition by proposed.district, proposed.contract_id
        order by proposed.created_at desc, proposed.proposal_id) = 1 as is_latest
from app.termination_proposal proposed
join auth.organisation unit on unit.organisation_id = proposed.organisation_id
left join app.paper on paper.district = proposed.district and paper.paper_id = proposed.paper_id
left join app.contract_termination ended on ended.district = proposed.district and ended.proposal_id = proposed.proposal_id
left join auth.organisation confirmer on confirmer.organisation_id = ended.organisation_id;

grant execute on function app.side_of_contract(integer, uuid), app.contract_is_finished(integer, uuid),
    app.last_log_of_contract(integer, uuid) to yanshou_service, yanshou_reader;
revoke execute on function app.refuse_contract_end(integer, uuid, date) from yanshou_service, yanshou_reader, yanshou_jobs;
