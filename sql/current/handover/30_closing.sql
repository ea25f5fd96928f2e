-- The end of a project: filings, final accounts, balances, papers handed on, management, and what close waits for.
-- Every guard queues at the project's row first.

-- The project of a row of its end, locked, or a refusal where it is not accepted yet.
create or replace function app.accepted_project(in_district integer, in_project uuid, out edition text, out accepted_on date)
language plpgsql security definer set search_path = ''
as $$
declare
    standing text;
begin
    select project.state, project.edition into standing, edition
    from app.project
    where project.district = in_district and project.project_id = in_project for no key update of project;
    accepted_on := app.accepted_day(in_district, in_project);
    if accepted_on is null or standing < 'S16' then
        raise exception using errcode = 'YS001', constraint = 'closing_follows_the_certificate',
            message = 'the project has no certificate of joint completion acceptance';
    end if;
    if standing = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'closing_waits_no_more',
            message = 'the project is closed';
    end if;
end
$$;

-- The first working day on or after a day, or null where the calendar of its year is not published.
create or replace function app.working_day_from(in_day date) returns date
language sql stable security definer set search_path = ''
as $$
    select min(day) from policy.calendar_day
    where working and day >= in_day and exists (select from policy.calendar_day held where held.day = in_day)
$$;

create or replace function app.tg__filing_is_of_the_policy() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    select * into project from app.accepted_project(new.district, new.project_id);
    if not exists (
        select from policy.parameter
        where edition = project.edition and key = 'closing.filings' and value = new.kind
    ) then
        raise exception using errcode = 'YS001', constraint = 'filing_kind_is_of_the_policy',
            message = format('%s is filed nowhere', new.kind);
    end if;
    if new.filed_on < project.accepted_on then
        raise exception using errcode = 'YS001', constraint = 'filing_is_dated_after_acceptance',
            message = format('the works were accepted on %s', project.accepted_on);
    end if;
    -- 无障碍环境建设法: from its day on, what is not accepted is not filed.
    if new.kind = 'completion' and new.barrier_free is null and exists (
        select from policy.parameter
        where edition = project.edition and key = 'filing.barrier_free_accepted' and value = 'true'
            and valid_from <= project.accepted_on and (valid_to is null or valid_to >= project.accepted_on)
    ) then
        raise exception using errcode = 'YS001', constraint = 'filing_waits_for_barrier_free_acceptance',
            message = 'barrier-free facilities are not accepted, nor found not to be part of the works';
    end if;
    return null;
end
$$;

-- LC-12-7, LC-12-8: a filing holds each document of the policy's list when it commits.
create or replace function app.tg__filing_has_its_documents() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    missing text;
begin
    select string_agg(needed, ', ') into missing
    from app.project
    cross join lateral (select app.accepted_day(project.district, project.project_id) as certified_on) certificate
    join policy.parameter list on list.edition = project.edition
        and list.key = 'closing.filings.' || new.kind || '.documents'
    cross join lateral app.policy_on(project.edition, list.value, certificate.certified_on) needed
    where project.district = new.district and project.project_id = new.project_id
        -- A document that only some works have is asked for by the authority, not here.
        and not exists (
            select from policy.parameter conditional
            where conditional.edition = project.edition and conditional.value = 'true'
                and conditional.key = list.value || '.' || needed || '.conditional'
                and certificate.certified_on between conditional.valid_from and coalesce(conditional.valid_to, 'infinity')
        )
        and not exists (
            select from app.filing_document line
            where line.district = new.district and line.filing_id = new.filing_id and line.document = needed
        );
    if missing is not null then
        raise exception using errcode = 'YS001', constraint = 'filing_has_its_documents',
            message = format('documents of the filing are missing: %s', missing);
    end if;
    return null;
end
$$;

create or replace function app.tg__filing_document_is_its_own_paper() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
    accepted date;
    seal text;
begin
    select edition, accepted_on into pinned, accepted from app.accepted_project(new.district, new.project_id);
    if not exists (
        select from app.paper
        where district = new.district and paper_id = new.paper_id and project_id = new.project_id
            and subject_kind = 'filing' and subject_id = new.filing_id and kind = new.document
    ) then
        raise exception using errcode = 'YS001', constraint = 'filing_document_is_its_own_paper',
            message = 'a line carries a paper of its own kind and filing';
    end if;
    select stamp.value into seal
    from app.filing
    join policy.parameter list on list.edition = pinned
        and list.key = 'closing.filings.' || filing.kind || '.documents'
    join policy.parameter stamp on stamp.edition = pinned
        and stamp.key = list.value || '.' || new.document || '.stamped_by'
        and accepted between stamp.valid_from and coalesce(stamp.valid_to, 'infinity')
    where filing.district = new.district and filing.filing_id = new.filing_id;
    if seal is distinct from new.stamped_by then
        raise exception using errcode = 'YS001', constraint = 'filing_document_bears_its_seal',
            message = format('the document bears the seal of %s', coalesce(seal, 'nobody'));
    end if;
    return null;
end
$$;

-- LC-14-6: what finance approved, recorded by whom the policy names.
create or replace function app.tg__final_account_is_fixed_by_finance() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    select * into project from app.accepted_project(new.district, new.project_id);
    if not app.policy_says(project.edition, 'final_accounts.recorders', auth.role(), auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'final_account_is_fixed_by_finance',
            message = format('final accounts are not recorded by %s', auth.role());
    end if;
    if new.approved_on < project.accepted_on then
        raise exception using errcode = 'YS001', constraint = 'final_account_follows_acceptance',
            message = format('the works were accepted on %s', project.accepted_on);
    end if;
    -- The accounts are laid on the homes of the register as they are recorded.
    if not app.register_is_agreed_to(new.district, new.project_id) then
        raise exception using errcode = 'YS001', constraint = 'final_account_waits_for_the_agreed_register',
            message = 'nobody of the owners has agreed to the register of households that stands';
    end if;
    return null;
end
$$;

-- How many households are settled, for how much, and how many that paid or bear a share are not: no household's own figures.
create or replace function app.household_balances(in_project uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
    select jsonb_build_object('settled', count(*), 'due_fen', coalesce(sum(due_fen), 0), 'open', (
        select count(*) from (
            select receipt.household from app.receipt
            where receipt.district = auth.district() and receipt.project_id = in_project
                and receipt.household is not null
            union
            select share.household from app.household_share share
            where share.district = auth.district() and share.project_id = in_project
        ) concerned where not exists (
            select from app.true_up settled
            where settled.district = auth.district() and settled.project_id = in_project
                and settled.household = concerned.household
        )))
    from app.true_up
    where true_up.district = auth.district() and true_up.project_id = in_project and auth.sees(in_project)
$$;

-- LC-06-4: a balance counts what the household paid into the special account, against its share of the accounts.
create or replace function app.tg__true_up_counts_what_was_paid() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    account app.final_account;
begin
    perform app.accepted_project(new.district, new.project_id);
    select * into account from app.final_account
    where district = new.district and project_id = new.project_id;
    if account.project_id is null or new.settled_on < account.approved_on then
        raise exception using errcode = 'YS001', constraint = 'true_up_follows_the_final_account',
            message = 'the final accounts are not approved';
    end if;
    if new.paid_fen <> (
        select coalesce(sum(amount_fen), 0) from app.receipt
        where district = new.district and project_id = new.project_id and household = new.household
    ) then
        raise exception using errcode = 'YS001', constraint = 'true_up_counts_what_was_paid',
            message = 'the household paid another amount into the special account';
    end if;
    if account.resident_fen < (
        select sum(due_fen) from app.true_up where district = new.district and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'true_up_stays_within_the_residents_share',
            message = 'the households'' shares are more than the final accounts lay on the residents';
    end if;
    return null;
end
$$;

-- What a household paid is settled: nothing more comes in or goes out for it.
create or replace function app.tg__receipt_meets_true_up() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if exists (
        select from app.true_up
        where district = new.district and project_id = new.project_id and household = new.household
    ) then
        raise exception using errcode = 'YS001', constraint = 'receipt_is_settled_by_true_up',
            message = 'the household''s balance is settled';
    end if;
    return null;
end
$$;

create or replace function app.tg__paper_delivery_follows_the_handover() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    select * into project from app.accepted_project(new.district, new.project_id);
    if new.delivered_on < project.accepted_on or (new.handover_id is not null and not exists (
        select from app.handover
        where district = new.district and handover_id = new.handover_id and project_id = new.project_id
            and state = 'handed_over'
    )) then
        raise exception using errcode = 'YS001', constraint = 'paper_delivery_follows_the_handover',
            message = 'papers go to a utility after its facility is handed over, to the owners after acceptance';
    end if;
    return null;
end
$$;

create or replace function app.tg__management_form_is_of_the_policy() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    select * into project from app.accepted_project(new.district, new.project_id);
    if not app.policy_says(project.edition, 'closing.management_forms', new.form, auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'management_form_is_of_the_policy',
            message = format('%s is no form of management that this place knows', new.form);
    end if;
    return null;
end
$$;

-- Works are taken on early by whoever will keep them, and not by those who would be rid of them.
create or replace function app.tg__custody_is_taken_by_its_keeper() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    select * into project from app.accepted_project(new.district, new.project_id);
    if auth.role() not in ('owners_body', 'community') or new.taken_on < project.accepted_on then
        raise exception using errcode = 'YS001', constraint = 'custody_is_taken_by_its_keeper',
            message = 'the owners'' body or the community takes works on, after acceptance';
    end if;
    return null;
end
$$;

-- WAR-1: two seasons of heating end with the second that began after acceptance; a season is the policy's.
create or replace function app.tg__warranty_ends_with_its_season() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    begins text;
    ends text;
    first_on date;
begin
    if new.seasons is null then
        return null;
    end if;
    select max(value) filter (where key = 'warranty.heating_season.begins'),
        max(value) filter (where key = 'warranty.heating_season.ends')
    into begins, ends from policy.parameter where edition = new.edition;
    first_on := (extract(year from new.accepted_on)::text || '-' || begins)::date;
    if first_on < new.accepted_on then
        first_on := first_on + interval '1 year';
    end if;
    if new.nominal_end_on is distinct from (
        (extract(year from first_on)::integer + new.seasons - (case when ends > begins then 1 else 0 end))::text
            || '-' || ends
    )::date then
        raise exception using errcode = 'YS001', constraint = 'warranty_ends_with_its_season',
            message = format('season %s after acceptance ends on another day', new.seasons);
    end if;
    return null;
end
$$;

create or replace trigger _500_filing_is_of_the_policy after insert on app.filing
    for each row execute function app.tg__filing_is_of_the_policy();
create constraint trigger _600_filing_has_its_documents after insert on app.filing
    deferrable initially deferred for each row execute function app.tg__filing_has_its_documents();
create or replace trigger _500_filing_document_is_its_own_paper after insert on app.filing_document
    for each row execute function app.tg__filing_document_is_its_own_paper();
create or replace trigger _500_final_account_is_fixed_by_finance after insert on app.final_account
    for each row execute function app.tg__final_account_is_fixed_by_finance();
create or replace trigger _500_true_up_counts_what_was_paid after insert on app.true_up
    for each row execute function app.tg__true_up_counts_what_was_paid();
create or replace trigger _510_receipt_meets_true_up after insert on app.receipt
    for each row execute function app.tg__receipt_meets_true_up();
create or replace trigger _500_paper_delivery_follows_the_handover after insert on app.paper_delivery
    for each row execute function app.tg__paper_delivery_follows_the_handover();
create or replace trigger _500_management_form_is_of_the_policy after insert on app.management_form
    for each row execute function app.tg__management_form_is_of_the_policy();
create or replace trigger _500_custody_is_taken_by_its_keeper after insert on app.custody
    for each row execute function app.tg__custody_is_taken_by_its_keeper();
create or replace trigger _510_warranty_ends_with_its_season after insert on app.warranty
    for each row execute function app.tg__warranty_ends_with_its_season();

do $$
declare
    fact text;
begin
    foreach fact in array array['filing', 'filing_document', 'final_account', 'true_up', 'paper_delivery',
        'management_form', 'custody', 'project_closing']
    loop
        execute format('create or replace trigger _100_fact_is_never_changed before update or delete on app.%I '
            'for each row execute function app.tg__fact_is_never_changed()', fact);
    end loop;
end
$$;
