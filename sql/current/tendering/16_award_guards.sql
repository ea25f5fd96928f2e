-- A tender is what was recorded of it: its days, its winner, its price and the stored notice. A contract after a tender is
-- that contract, and no other.

-- HOUSE-TEN-7: tender documents for works and goods go out after the budget was approved and after it was determined how the
-- package is bought.
create or replace function app.refuse_early_tender(in_package app.package, in_documents_on date) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    approved date;
    determined date;
begin
    if in_package.category = 'service' or not app.policy_says(app.edition_of(in_package.district, in_package.project_id),
        'tender.documents_follow_determination', 'true', auth.today())
    then
        return;
    end if;
    select approved_on into approved from app.project_budget
    where district = in_package.district and project_id = in_package.project_id;
    select min(as_of) into determined from app.determination
    where district = in_package.district and subject_kind = 'package' and subject_id = in_package.package_id
        and question in ('tender_single', 'tender_group', 'epc_tender');
    if not coalesce(in_documents_on >= greatest(approved, determined) and approved is not null
        and determined is not null, false)
    then
        raise exception using errcode = 'YS001', constraint = 'tender_begins_after_its_determination',
            message = format('the budget was approved on %s, the package determined on %s', approved, determined);
    end if;
end
$$;

-- Whether a paper of a kind is stored with the project that bears this day or an earlier one.
create or replace function app.had_paper(
    in_district integer, in_project uuid, in_kind text, in_day date
) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (
        select from app.paper
        where paper.district = in_district and paper.project_id = in_project and paper.subject_kind = 'project'
            and paper.kind = in_kind and paper.dated <= in_day and app.paper_stands(paper.district, paper.sha256));
end
$$;

-- EPC-02, INV-04: the documents of general contracting go out after the preliminary design is approved; where approvals are
-- simplified, by a stored paper that says on what ground, after the investment is decided. The packs name the papers.
create or replace function app.refuse_early_epc(
    in_package app.package, in_documents_on date, in_edition text
) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if in_package.category <> 'epc'
        or not exists (select from app.policy_on(in_edition, 'delivery.epc_notice_after', in_documents_on))
    then
        return;
    end if;
    if not exists (
        select from app.policy_on(in_edition, 'delivery.epc_notice_after', in_documents_on) needed (kind)
        where app.had_paper(in_package.district, in_package.project_id, needed.kind, in_documents_on)
    ) and not (
        app.had_paper(in_package.district, in_package.project_id, 'approval_simplification', in_documents_on)
        and exists (
            select from app.policy_on(in_edition, 'delivery.epc_simplified_after', in_documents_on) needed (kind)
            where app.had_paper(in_package.district, in_package.project_id, needed.kind, in_documents_on))
    ) then
        raise exception using errcode = 'YS001', constraint = 'epc_tender_waits_for_its_approvals',
            message = format('documents of %s: the preliminary design was not approved by then', in_documents_on);
    end if;
end
$$;

-- PRO-1: of what the law lets be bought without a tender, it asks no such time.
create or replace function app.refuse_hurried_bids(
    in_package app.package, in_award app.tender_award, in_edition text
) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if in_award.opened_on - in_award.documents_on
            < app.number_of_law(in_edition, 'procedure.min_bid_days', in_award.documents_on)
        and app.tender_is_mandatory(in_package)
    then
        raise exception using errcode = 'YS001', constraint = 'bids_have_their_days',
            message = format('%s days between the documents and the opening of bids',
                in_award.opened_on - in_award.documents_on);
    end if;
end
$$;

create or replace function app.tg__award_follows_its_tender() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own app.package;
    found record;
begin
    select state, edition into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    select * into own from app.package where district = new.district and package_id = new.package_id;
    if own.withdrawn_on is not null or found.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'award_is_for_a_standing_package',
            message = 'nothing is awarded for a package that is no longer bought';
    end if;
    if (app.standing_contract(new.district, new.package_id)).contract_id is not null then
        raise exception using errcode = 'YS001', constraint = 'award_comes_before_its_contract',
            message = 'the contract of this package is signed already';
    end if;
    if (app.standing_award(new.district, new.package_id)).award_id <> new.award_id then
        raise exception using errcode = 'YS001', constraint = 'package_has_one_award',
            message = 'an award of this package stands';
    end if;
    if not app.unit_fits_package(own, new.winner_id) then
        raise exception using errcode = 'YS001', constraint = 'award_winner_fits_its_trade',
            message = 'a unit of this kind does not do what this package buys';
    end if;
    if new.notice_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'award_day_has_come',
            message = 'an award is recorded once its notice is out';
    end if;
    perform app.refuse_early_tender(own, new.documents_on);
    perform app.refuse_early_epc(own, new.documents_on, found.edition);
    perform app.refuse_hurried_bids(own, new, found.edition);
    perform app.refuse_flawed_tender(own, new, found.edition);
    if new.price_fen > least(own.estimate_fen, new.control_price_fen) then
        raise exception using errcode = 'YS001', constraint = 'award_stays_within_its_ceiling',
            message = format('awarded at %s of at most %s fen', new.price_fen,
                least(own.estimate_fen, new.control_price_fen));
    end if;
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id
            and paper.project_id = new.project_id and paper.subject_kind = 'tender_award'
            and paper.subject_id = new.award_id and paper.kind = 'award_notice' and paper.dated = new.notice_on
            and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'award_rests_on_its_notice',
            message = 'the award names no stored notice of its own day';
    end if;
    return null;
end
$$;

-- TEN-3…TEN-12: the contract is signed with the winner, at the price and after the notice of its award; and where an award
-- stands, no other contract is signed for the package. Its days are asked again, by what is determined now.
create or replace function app.tg__contract_is_what_was_awarded() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own app.package;
    awarded app.tender_award;
    pinned text;
    is_tendered boolean := new.method in ('public_tender', 'invited_tender');
begin
    select edition into pinned from app.project
    where district = new.district and project_id = new.project_id for no key update;
    select * into own from app.package where district = new.district and package_id = new.package_id;
    awarded := app.standing_award(new.district, new.package_id);
    if is_tendered and (awarded.award_id is null or new.award_id is distinct from awarded.award_id) then
        raise exception using errcode = 'YS001', constraint = 'tendered_contract_rests_on_its_award',
            message = 'no award is recorded that this contract could rest on';
    end if;
    if awarded.award_id is not null and (
        not is_tendered or awarded.winner_id <> new.contractor_id or awarded.price_fen <> new.amount_fen
        or awarded.notice_on is distinct from new.award_notice_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'contract_is_what_was_awarded',
            message = 'method, contractor, amount or day are not those of the award';
    end if;
    if is_tendered then
        perform app.refuse_hurried_bids(own, awarded, pinned);
        perform app.refuse_flawed_tender(own, awarded, pinned);
    end if;
    -- HOUSE-TEN-6: roles are asked as their engagements are made; a service without one here.
    if own.category = 'service' and not app.unit_fits_package(own, new.contractor_id) then
        raise exception using errcode = 'YS001', constraint = 'service_fits_the_kind_of_unit',
            message = 'a unit of this kind does not give this service';
    end if;
    return null;
end
$$;

-- What was recorded wrongly, or came to no contract, is withdrawn and stays to be seen; another award takes its place.
create or replace function app.tg__award_is_withdrawn() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if not exists (
        select from app.tender_award
        where district = new.district and award_id = new.award_id and project_id = new.project_id
    ) or exists (
        select from app.contract where district = new.district and award_id = new.award_id
    ) or new.withdrawn_on <> auth.today() then
        raise exception using errcode = 'YS001', constraint = 'award_is_withdrawn_before_its_contract',
            message = 'an award is withdrawn today, as long as no contract rests on it';
    end if;
    return null;
end
$$;

create or replace trigger _500_award_is_withdrawn after insert on app.award_withdrawal
    for each row execute function app.tg__award_is_withdrawn();
create or replace trigger _100_fact_is_never_changed before update or delete on app.award_withdrawal
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_award_follows_its_tender after insert on app.tender_award
    for each row execute function app.tg__award_follows_its_tender();
create or replace trigger _100_fact_is_never_changed before update or delete on app.tender_award
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _510_contract_is_what_was_awarded after insert on app.contract
    for each row execute function app.tg__contract_is_what_was_awarded();
revoke execute on function app.refuse_early_tender(app.package, date),
    app.refuse_early_epc(app.package, date, text), app.had_paper(integer, uuid, text, date),
    app.refuse_hurried_bids(app.package, app.tender_award, text)
    from yanshou_service, yanshou_reader, yanshou_jobs;
