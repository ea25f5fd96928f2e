-- A tender is what was recorded of it: its days, its winner, its price and the stored notice. A contract after a tender is
-- that contract, and no other.

create or replace function app.tg__award_follows_its_tender() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own app.package;
    found record;
    said text;
begin
    select state, edition into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    select * into own from app.package where district = new.district and package_id = new.package_id;
    if own.withdrawn_on is not null or found.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'award_is_for_a_standing_package',
            message = 'nothing is awarded for a package that is no longer bought';
    end if;
    if exists (select from app.contract where district = new.district and package_id = new.package_id) then
        raise exception using errcode = 'YS001', constraint = 'award_comes_before_its_contract',
            message = 'the contract of this package is signed already';
    end if;
    if new.notice_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'award_day_has_come',
            message = 'an award is recorded once its notice is out';
    end if;
    -- PRO-1: of what the law lets be bought without a tender, it asks no such time.
    select verdict into said from app.determination
    where district = own.district and determination_id = own.determination_id;
    if said is distinct from 'not_mandatory'
        and new.opened_on - new.documents_on
            < app.number_of_law(found.edition, 'procedure.min_bid_days', new.documents_on)
    then
        raise exception using errcode = 'YS001', constraint = 'bids_have_their_days',
            message = format('%s days between the documents and the opening of bids', new.opened_on - new.documents_on);
    end if;
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
-- stands, no other contract is signed for the package.
create or replace function app.tg__contract_is_what_was_awarded() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    awarded app.tender_award;
    is_tendered boolean := new.method in ('public_tender', 'invited_tender');
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into awarded from app.tender_award where district = new.district and package_id = new.package_id;
    if is_tendered and (awarded.award_id is null or new.award_id is null) then
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
    return null;
end
$$;

create or replace trigger _500_award_follows_its_tender after insert on app.tender_award
    for each row execute function app.tg__award_follows_its_tender();
create or replace trigger _100_fact_is_never_changed before update or delete on app.tender_award
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _510_contract_is_what_was_awarded after insert on app.contract
    for each row execute function app.tg__contract_is_what_was_awarded();
