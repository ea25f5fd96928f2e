-- Receivers that run the kind, and kinds that are set aside: on whose word, on what ground, and never where there are
-- works of the kind. Each guard here runs after the one that queues at the project's row.

-- Which facilities a unit runs is recorded by the district's office, or by an operator at the machine.
create or replace function auth.tg__organisation_facilities_are_recorded_by_the_office() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.facilities <> '{}' and coalesce(current_setting('app.context', true), '') <> ''
        and auth.role() is distinct from 'renovation_office'
    then
        raise exception using errcode = 'YS001', constraint = 'organisation_facilities_are_recorded_by_the_office',
            message = 'which facilities a unit runs is recorded by the district''s office';
    end if;
    return new;
end
$$;
create or replace trigger _200_organisation_facilities_are_recorded_by_the_office before insert on auth.organisation
    for each row execute function auth.tg__organisation_facilities_are_recorded_by_the_office();

-- LC-10-2, UTL-05: 相关专业单位, the unit that runs the kind, and no other.
create or replace function app.tg__handover_receiver_runs_its_kind() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'UPDATE' and new.receiver_id is not distinct from old.receiver_id then
        return new;
    end if;
    if new.receiver_id is null then
        if tg_op = 'UPDATE' then
            raise exception using errcode = 'YS001', constraint = 'handover_receiver_is_replaced_not_removed',
                message = 'a receiver once named is replaced by another, not taken away';
        end if;
        return new;
    end if;
    if not exists (
        select from auth.organisation where organisation_id = new.receiver_id and new.kind = any(facilities)
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_receiver_runs_its_kind',
            message = format('the receiver is no utility that runs %s', new.kind);
    end if;
    return new;
end
$$;

-- Who confirms that a kind does not apply: the utility where one is named or assets are listed, and else the owners'
-- body and the district's office.
create or replace function app.exemption_parties(in_district integer, in_handover uuid, in_receiver uuid)
returns text[]
language sql stable security definer set search_path = ''
as $$
    select case
        when in_receiver is not null or exists (
            select from app.handover_asset where district = in_district and handover_id = in_handover
        ) then array['utility']
        else array['owners_body', 'renovation_office']
    end
$$;

-- Works items of the scheme that belong to a kind of facility, as the project's edition has it.
create or replace function app.works_of_facility(
    in_district integer, in_project uuid, in_edition text, in_kind text
) returns text
language sql stable security definer set search_path = ''
as $$
    select string_agg(item.title, ', ' order by item.code) from app.works_item item
    where item.district = in_district and item.project_id = in_project and (
        item.kind = in_kind or exists (
            select from policy.parameter own
            where own.edition = in_edition and own.key = 'handover.works.' || in_kind || '.items'
                and own.value = item.kind
        )
    )
$$;

-- A kind is set aside by the construction unit's proposal and by others' word, each for himself.
create or replace function app.tg__handover_exemption() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
    works text;
begin
    if (new.proposed_by is distinct from old.proposed_by and new.proposed_by <> auth.person())
        or (new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by <> auth.person())
    then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_is_personal',
            message = 'nobody proposes or confirms in the name of another';
    end if;
    select edition, construction_unit_id into project from app.project
    where district = new.district and project_id = new.project_id;
    if new.exemption_id is not null
        and (new.exemption_id, new.exemption_ground, new.exemption_paper_id, new.not_applicable_reason, new.proposed_by)
            is distinct from (old.exemption_id, old.exemption_ground, old.exemption_paper_id,
                old.not_applicable_reason, old.proposed_by)
    then
        perform app.refuse_false_exemption(new, old, project.edition, project.construction_unit_id);
    end if;
    if new.state <> 'not_applicable' or old.state = 'not_applicable' then
        return new;
    end if;
    works := app.works_of_facility(new.district, new.project_id, project.edition, new.kind);
    if works is not null then
        raise exception using errcode = 'YS001', constraint = 'handover_with_works_is_not_exempted',
            message = format('the scheme has works of this kind: %s', works);
    end if;
    if new.exemption_id is null or exists (
        select from unnest(app.exemption_parties(new.district, new.handover_id, new.receiver_id)) as needed (party)
        where not exists (
            select from app.handover_exemption_voice voice
            where voice.district = new.district and voice.exemption_id = new.exemption_id
                and voice.handover_id = new.handover_id and voice.party = needed.party
                and (voice.party <> 'utility' or voice.organisation_id = new.receiver_id)
        )
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_waits_for_others',
            message = 'those who do not hand over have not confirmed that the kind does not apply';
    end if;
    return new;
end
$$;

-- A proposal: by the construction unit's own person, on a ground of the list, with its paper stored, and new.
create or replace function app.refuse_false_exemption(
    becomes app.handover, was app.handover, in_edition text, in_construction_unit uuid
) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if becomes.exemption_id = was.exemption_id or exists (
        select from app.handover_exemption_voice
        where district = becomes.district and exemption_id = becomes.exemption_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_stays_as_proposed',
            message = 'another ground is another proposal, and is confirmed anew';
    end if;
    if becomes.proposed_by is distinct from auth.person() or auth.role() is distinct from 'construction_unit'
        or auth.organisation() is distinct from in_construction_unit
    then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_is_proposed_by_the_construction_unit',
            message = 'the unit that would hand over proposes that the kind does not apply';
    end if;
    if not exists (
        select from policy.parameter
        where edition = in_edition and key = 'handover.exemption_grounds' and value = becomes.exemption_ground
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_ground_is_of_the_policy',
            message = format('%s is no ground on which a kind does not apply here', becomes.exemption_ground);
    end if;
    if not exists (
        select from app.paper
        where district = becomes.district and paper_id = becomes.exemption_paper_id
            and project_id = becomes.project_id and kind = 'handover_exemption'
            and (subject_kind, subject_id) = ('handover', becomes.handover_id)
            and app.paper_stands(becomes.district, sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_rests_on_a_paper',
            message = 'the paper of the ground is not recorded of this handover with its bytes';
    end if;
end
$$;

-- A voice is one's own, of another unit than the one that hands over, on the proposal that stands.
create or replace function app.tg__handover_exemption_voice_is_its_partys_own() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    handover record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    perform app.refuse_foreign_link(new.handover_id);
    select h.state, h.exemption_id, h.receiver_id, p.construction_unit_id into handover
    from app.handover h join app.project p using (district, project_id)
    where h.district = new.district and h.handover_id = new.handover_id and h.project_id = new.project_id;
    if handover.state is distinct from 'planned' or handover.exemption_id is distinct from new.exemption_id then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_voice_is_on_what_is_proposed',
            message = 'a voice is given on the proposal that stands';
    end if;
    if new.person_id <> auth.person() or new.organisation_id <> auth.organisation() or new.party <> auth.role()
        or new.organisation_id = handover.construction_unit_id
        or new.party = 'utility' and new.organisation_id is distinct from handover.receiver_id
    then
        raise exception using errcode = 'YS001', constraint = 'handover_exemption_voice_is_its_partys_own',
            message = 'whoever confirms does so for his own unit, and not for the one that hands over';
    end if;
    return null;
end
$$;

create or replace trigger _205_handover_receiver_runs_its_kind before insert or update on app.handover
    for each row execute function app.tg__handover_receiver_runs_its_kind();
create or replace trigger _230_handover_exemption before update on app.handover
    for each row execute function app.tg__handover_exemption();
create or replace trigger _500_handover_exemption_voice_is_its_partys_own after insert on app.handover_exemption_voice
    for each row execute function app.tg__handover_exemption_voice_is_its_partys_own();
create or replace trigger _100_fact_is_never_changed before update or delete on app.handover_exemption_voice
    for each row execute function app.tg__fact_is_never_changed();
