-- Links by which a utility's person reaches one handover without an account: kept as a hash, expiring, revocable.

-- Who issues and revokes the links of a project's handovers: its own construction unit, and the district's office.
create or replace function auth.require_link_issuer(in_project uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if auth.token_kind() not in ('session', 'api') or not (
        auth.role() = 'renovation_office'
        or auth.role() = 'construction_unit' and exists (
            select from app.project
            where district = auth.district() and project_id = in_project
                and construction_unit_id = auth.organisation())
    ) then
        raise exception using errcode = 'YS001', constraint = 'link_is_issued_by_the_street',
            message = 'links are issued and revoked by the project''s construction unit or the district''s office';
    end if;
end
$$;

-- Issues a link for a handover, and shuts the ones before it.
create or replace function auth.issue_link(
    in_hash bytea, in_handover uuid, in_person uuid, in_name text, in_appointment uuid, in_days integer,
    in_op uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    handover record;
begin
    select h.receiver_id, h.project_id, h.state into handover from app.handover h
    where h.district = auth.district() and h.handover_id = in_handover
        and auth.takes_part(h.project_id);
    if not found or handover.receiver_id is null then
        raise exception using errcode = 'YS001', constraint = 'handover_names_its_receiver',
            message = 'a link goes to a person of the handover''s receiver';
    end if;
    perform auth.require_link_issuer(handover.project_id);
    -- HOUSE-HDO-10: whoever hands over does not make the link by which it is taken.
    if auth.role() <> 'renovation_office' or auth.organisation() = (
        select construction_unit_id from app.project
        where district = auth.district() and project_id = handover.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'link_is_issued_by_the_office',
            message = 'the construction unit hands over: the district''s office sends the utility its link';
    end if;
    if in_days not between 1 and 92 then
        raise exception using errcode = 'YS001', constraint = 'link_expires_in_time',
            message = 'a link holds for at most 92 days';
    end if;
    perform auth.revoke_links(in_handover);
    insert into auth.person (person_id, name, recorded_in, op_id)
    values (in_person, in_name, auth.district(), in_op);
    insert into auth.appointment (
        district, appointment_id, person_id, organisation_id, role, project_id, valid_from, valid_to,
        recorded_in, op_id
    ) values (
        auth.district(), in_appointment, in_person, handover.receiver_id, 'utility', handover.project_id, auth.today(),
        auth.today() + in_days, auth.district(), in_op
    );
    insert into auth.token (token_hash, kind, district, appointment_id, scope_kind, scope_id, expires_at)
    values (sha256(in_hash), 'link', auth.district(), in_appointment, 'handover', in_handover,
        now() + make_interval(days => in_days));
end
$$;

-- Shuts every link of a handover at once.
create or replace function auth.revoke_links(in_handover uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.require_link_issuer((
        select project_id from app.handover
        where district = auth.district() and handover_id = in_handover and auth.takes_part(project_id)));
    update auth.token set revoked_at = now()
    where kind = 'link' and scope_kind = 'handover' and scope_id = in_handover and district = auth.district()
        and revoked_at is null;
end
$$;
