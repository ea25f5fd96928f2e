-- What a project waits for before it is closed (catalogue C.2b, S22 to S23): each under a name of its own.

-- Applicable filings of the policy that are not made. Gas is filed where gas is handed over, not where it is set aside.
create or replace function app.filings_wanting(in_district integer, in_project uuid, in_edition text) returns text
language sql stable security definer set search_path = ''
as $$
    select string_agg(needed.value, ', ' order by needed.value) from policy.parameter needed
    where needed.edition = in_edition and needed.key = 'closing.filings'
        and not exists (
            select from app.filing
            where filing.district = in_district and filing.project_id = in_project and filing.kind = needed.value
        )
        and not exists (
            select from app.handover
            join policy.parameter facility on facility.edition = in_edition
                and facility.key = 'closing.filings.' || needed.value || '.facility' and facility.value = handover.kind
            where handover.district = in_district and handover.project_id = in_project
                and handover.state = 'not_applicable'
        )
$$;

-- LC-06-4: true where every household that paid or bears a share is settled, and the shares are the residents' whole share.
create or replace function app.is_trued_up(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce((
        select account.resident_fen = (
            select coalesce(sum(due_fen), 0) from app.true_up
            where true_up.district = in_district and true_up.project_id = in_project
        )
        from app.final_account account
        where account.district = in_district and account.project_id = in_project
    ), false) and not exists (
        select from app.receipt
        where receipt.district = in_district and receipt.project_id = in_project
            and receipt.household is not null and not exists (
            select from app.true_up
            where true_up.district = in_district and true_up.project_id = in_project
                and true_up.household = receipt.household
        )
    ) and not exists (
        select from app.household_share share
        where share.district = in_district and share.project_id = in_project and not exists (
            select from app.true_up
            where true_up.district = in_district and true_up.project_id = in_project
                and true_up.household = share.household
        )
    )
$$;

-- LC-10-1: true where each utility that took a facility, and the owners' side, have their papers, filed.
create or replace function app.are_papers_delivered(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.paper_delivery delivery
        where delivery.district = in_district and delivery.project_id = in_project
            and delivery.receiver_kind <> 'utility'
    ) and not exists (
        select from app.handover
        where handover.district = in_district and handover.project_id = in_project
            and handover.state = 'handed_over' and not exists (
                select from app.paper_delivery delivery
                where delivery.district = in_district and delivery.handover_id = handover.handover_id
            )
    )
$$;

-- LC-10-4: works whose warranty runs on the day, or ends on a day nobody can name yet, and that nobody took on.
create or replace function app.warranties_running(in_district integer, in_project uuid, on_day date) returns text
language sql stable security definer set search_path = ''
as $$
    select string_agg(warranty.kind, ', ' order by warranty.kind) from app.warranty
    where warranty.district = in_district and warranty.project_id = in_project
        and coalesce(warranty.effective_end_on, app.working_day_from(warranty.nominal_end_on), on_day) >= on_day
        and not exists (
            select from app.custody
            where custody.district = in_district and custody.project_id = in_project
                and custody.kind = warranty.kind and custody.taken_on <= on_day
        )
$$;

create or replace function app.tg__project_close_waits() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    needs text[];
    closing date;
    wanting text;
begin
    if new.state = old.state or new.state <> 'S23' then
        return new;
    end if;
    needs := array(select app.policy_on(new.edition, 'closing.requires', auth.today()));
    select closed_on into closing from app.project_closing
    where district = new.district and project_id = new.project_id;
    if needs = '{}' or closing is null then
        raise exception using errcode = 'YS001', constraint = 'close_has_its_day',
            message = 'a project is closed on a day, under a policy that says what close waits for';
    end if;
    wanting := app.filings_wanting(new.district, new.project_id, new.edition);
    if 'filings' = any(needs) and wanting is not null then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_filings',
            message = format('not filed: %s', wanting);
    end if;
    if 'final_accounts' = any(needs) and not exists (
        select from app.final_account where district = new.district and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_final_accounts',
            message = 'finance has not approved the final accounts';
    end if;
    -- INV-10: public money that the accounts leave over goes back first.
    if app.surplus_left(new.district, new.project_id) > 0
        and app.policy_says(new.edition, 'investment.surplus_returned', 'true', auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_surplus_returned',
            message = 'public money is left over and has not gone back';
    end if;
    if 'true_up' = any(needs) and not app.is_trued_up(new.district, new.project_id) then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_true_up',
            message = 'households have paid more or less than their share, and it is not settled';
    end if;
    if 'papers_delivered' = any(needs) and not app.are_papers_delivered(new.district, new.project_id) then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_papers_delivered',
            message = 'acceptance papers are not handed to everyone who keeps the works, and filed';
    end if;
    if 'papers' = any(needs) and not app.has_papers(new.district, new.project_id, 'closing.papers') then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_papers',
            message = 'an evaluation, an audit or another record that the place asks for is missing';
    end if;
    if 'management_form' = any(needs) and not exists (
        select from app.management_form where district = new.district and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_management_form',
            message = 'nobody is named who manages the community afterwards';
    end if;
    if 'special_works' = any(needs) and exists (
        select from app.special_works
        where district = new.district and project_id = new.project_id and settled_on is null
    ) then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_special_works',
            message = 'special works are not handed over, or nobody keeps them';
    end if;
    wanting := app.warranties_running(new.district, new.project_id, closing);
    if 'warranties' = any(needs) and (wanting is not null or not exists (
        select from app.warranty where district = new.district and project_id = new.project_id
    )) then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_warranties',
            message = format('works are neither past their warranty nor taken on: %s', wanting);
    end if;
    return new;
end
$$;

-- A closing is of a project that closes with it.
create or replace function app.tg__project_closing_closes() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.project
        where district = new.district and project_id = new.project_id and state = 'S23'
    ) then
        raise exception using errcode = 'YS001', constraint = 'project_closing_closes_its_project',
            message = 'the day of closing is recorded with the closing';
    end if;
    return null;
end
$$;

create or replace trigger _295_project_close_waits before update on app.project
    for each row execute function app.tg__project_close_waits();
create constraint trigger _600_project_closing_closes after insert on app.project_closing
    deferrable initially deferred for each row execute function app.tg__project_closing_closes();

-- 公示: how far the end of a project has come, and until when works are covered; nobody's name.
create or replace view pub.closing as
select
    project.project_id, filing.kind as filing, filing.number, filing.filed_on
from app.project join app.filing using (district, project_id);

create or replace view pub.warranty as
select
    project_id, kind, accepted_on, nominal_end_on,
    -- As app.working_day_from counts it, which the public may not call.
    coalesce(effective_end_on, (
        select min(day) from policy.calendar_day
        where working and day >= nominal_end_on
            and exists (select from policy.calendar_day held where held.day = nominal_end_on)
    )) as effective_end_on
from app.warranty join (select district, project_id from app.project) its using (district, project_id);

create or replace view pub.final_account as
select project_id, approved_on, total_fen, resident_fen, subsidy_fen
from app.final_account join (select district, project_id from app.project) its using (district, project_id);

create or replace view pub.management_form as
select project_id, form, manager, decided_on
from app.management_form join (select district, project_id from app.project) its using (district, project_id);

-- 保修: with the day on which a claim is still in time, as far as the calendar goes, and who took works on early.
create or replace view app.warranty_card with (security_invoker = true) as
select
    warranty.district, warranty.project_id, warranty.kind, warranty.accepted_on, warranty.months, warranty.seasons,
    warranty.evidence, warranty.nominal_end_on,
    coalesce(warranty.effective_end_on, app.working_day_from(warranty.nominal_end_on)) as effective_end_on,
    coalesce(warranty.effective_end_on, app.working_day_from(warranty.nominal_end_on)) + 1 as owners_from,
    custody.keeper, custody.taken_on
from app.warranty left join app.custody using (district, project_id, kind);
grant execute on function app.working_day_from(date) to yanshou_service, yanshou_reader, yanshou_jobs;
-- They answer for any project: for guards alone.
revoke execute on function app.filings_wanting(integer, uuid, text), app.is_trued_up(integer, uuid),
    app.are_papers_delivered(integer, uuid) from yanshou_service, yanshou_reader, yanshou_jobs;
