-- PRO-18: a consortium's level in a speciality is that of the lowest member who brings it; it leads with the winner, and its
-- agreement came with the bid.

create or replace function app.tg__consortium_is_whole() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
    awarded app.tender_award;
    lowest integer;
begin
    select edition into pinned from app.project
    where district = new.district and project_id = new.project_id for no key update;
    select * into awarded from app.tender_award
    where district = new.district and award_id = new.award_id and project_id = new.project_id;
    if awarded.award_id is null or exists (
        select from app.award_withdrawal where district = new.district and award_id = new.award_id
    ) or exists (
        select from app.contract where district = new.district and award_id = new.award_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'consortium_is_of_a_standing_award',
            message = 'a consortium is recorded of an award that stands, before its contract';
    end if;
    if jsonb_typeof(new.members) <> 'array' or exists (
        select from jsonb_array_elements(new.members) one
        where jsonb_typeof(one) <> 'object' or coalesce(btrim(one ->> 'name'), '') = ''
            or coalesce(btrim(one ->> 'speciality'), '') = '' or coalesce(one ->> 'level', '') !~ '^[0-9]$'
            or coalesce(one ->> 'credit_code', '') !~ '^[0-9A-HJ-NP-RTUWXY]{18}$'
    ) or (
        select count(distinct one ->> 'credit_code') < 2
            or count(distinct (one ->> 'credit_code', one ->> 'speciality')) <> count(*)
        from jsonb_array_elements(new.members) one
    ) then
        raise exception using errcode = 'YS001', constraint = 'consortium_tells_its_members',
            message = 'at least two units, each with name, credit code, speciality and level';
    end if;
    if not exists (select from jsonb_array_elements(new.members) one where one ->> 'credit_code' = new.leader)
        or not exists (
            select from auth.organisation where organisation_id = awarded.winner_id and credit_code = new.leader
        )
    then
        raise exception using errcode = 'YS001', constraint = 'consortium_is_led_by_the_winner',
            message = 'the leader is a member, and the unit to which was awarded';
    end if;
    select max((one ->> 'level')::integer) into lowest from jsonb_array_elements(new.members) one
    where one ->> 'speciality' = new.speciality;
    if not coalesce(lowest <= new.level_asked, false)
        and app.policy_says(pinned, 'procedure.consortium_takes_the_lower_level', 'true', awarded.opened_on)
    then
        raise exception using errcode = 'YS001', constraint = 'consortium_takes_the_lower_level',
            message = format('level %s in %s, where %s is asked', lowest, new.speciality, new.level_asked);
    end if;
    if new.agreed_on > awarded.opened_on or not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id
            and paper.project_id = new.project_id and paper.subject_kind = 'tender_award'
            and paper.subject_id = new.award_id and paper.kind = 'consortium_agreement'
            and paper.dated = new.agreed_on and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'consortium_brings_its_agreement',
            message = 'the agreement is stored, and was made before the bids were opened';
    end if;
    return null;
end
$$;

create or replace trigger _500_consortium_is_whole after insert on app.consortium
    for each row execute function app.tg__consortium_is_whole();
create or replace trigger _100_fact_is_never_changed before update or delete on app.consortium
    for each row execute function app.tg__fact_is_never_changed();
