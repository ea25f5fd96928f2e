-- Links by which a utility's person reaches one handover without an account: kept as a hash, expiring, revocable.

-- Issues a link for a handover, and shuts the ones before it. Only the street and the district do so.
create or replace function auth.issue_link(
    in_hash bytea, in_handover uuid, in_person uuid, in_name text, in_appointment uuid, in_today date,
    in_days integer
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    handover record;
begin
    select h.receiver_id, h.project_id, h.state into handover from app.handover h
    where h.district = auth.district() and h.handover_id = in_handover
        and (auth.project() is null or auth.project() = h.project_id);
    if not found or handover.receiver_id is null then
        raise exception using errcode = 'YS001', constraint = 'handover_names_its_receiver',
            message = 'a link goes to a person of the handover''s receiver';
    end if;
    if auth.role() not in ('construction_unit', 'renovation_office') then
        raise exception using errcode = 'YS001', constraint = 'link_is_issued_by_the_street',
            message = 'links are issued by the construction unit or the district''s office';
    end if;
    if in_days not between 1 and 92 then
        raise exception using errcode = 'YS001', constraint = 'link_expires_in_time',
            message = 'a link holds for at most 92 days';
    end if;
    perform auth.revoke_links(in_handover);
    insert into auth.person (person_id, name) values (in_person, in_name);
    insert into auth.appointment (
        district, appointment_id, person_id, organisation_id, role, project_id, valid_from, valid_to
    ) values (
        auth.district(), in_appointment, in_person, handover.receiver_id, 'utility', handover.project_id, in_today,
        in_today + in_days
    );
    insert into auth.token (token_hash, kind, district, appointment_id, scope_kind, scope_id, expires_at)
    values (in_hash, 'link', auth.district(), in_appointment, 'handover', in_handover,
        now() + make_interval(days => in_days));
end
$$;

-- Shuts every link of a handover at once.
create or replace function auth.revoke_links(in_handover uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    if auth.role() not in ('construction_unit', 'renovation_office') then
        raise exception using errcode = 'YS001', constraint = 'link_is_issued_by_the_street',
            message = 'links are revoked by the construction unit or the district''s office';
    end if;
    update auth.token set revoked_at = now()
    where kind = 'link' and scope_kind = 'handover' and scope_id = in_handover and district = auth.district()
        and revoked_at is null;
end
$$;
