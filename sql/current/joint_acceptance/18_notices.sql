-- QLT-03: the notice to the quality station is a stored paper under its number and of its day, for one round, and the station
-- says that it has it. An edition that knows no such papers asks for none.

create or replace function app.asks_for_notices(in_district integer, in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return in_district = auth.district() and exists (
        select from policy.parameter
        where edition = app.edition_of(in_district, in_project) and key = 'paper.recorders'
            and value = 'acceptance_notice');
end
$$;

-- Papers that are notices or receipts of them, with their bytes.
create or replace function app.notice_papers(in_district integer, in_project uuid, in_kind text)
returns table (number text, dated date, sha256 bytea)
language plpgsql stable security definer set search_path = ''
as $$
begin
    return query
    select paper.number, paper.dated, paper.sha256 from app.paper
    where paper.district = in_district and paper.project_id = in_project and paper.subject_kind = 'project'
        and paper.kind = in_kind and paper.number is not null and app.paper_stands(paper.district, paper.sha256);
end
$$;

-- Whether a round other than this was called on a number, or on the bytes that stand under it.
create or replace function app.notice_is_spent(in_district integer, in_project uuid, in_number text, in_round uuid)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.acceptance_round earlier
        where earlier.district = in_district and earlier.project_id = in_project
            and earlier.acceptance_round_id is distinct from in_round
            and (earlier.notice_number = in_number or exists (
                select from app.notice_papers(in_district, in_project, 'acceptance_notice') theirs
                join app.notice_papers(in_district, in_project, 'acceptance_notice') own using (sha256)
                where theirs.number = earlier.notice_number and own.number = in_number
            ))
    )
$$;

-- The notices that are stored, each with its day and whether a round was called on it; null where none are asked for.
create or replace function app.stored_notices(in_district integer, in_project uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
    select case when app.asks_for_notices(in_district, in_project) then (
        select coalesce(jsonb_agg(distinct jsonb_build_object('number', number, 'dated', dated,
            'spent', app.notice_is_spent(in_district, in_project, number, null))), '[]')
        from app.notice_papers(in_district, in_project, 'acceptance_notice')
        where auth.sees(in_project)
    ) end
$$;

-- Whether the station received a round's notice before the works were accepted; null where no receipt is asked for.
create or replace function app.notice_is_received(
    in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date
) returns boolean
language sql stable security definer set search_path = ''
as $$
    select case when app.asks_for_notices(in_district, in_project) then exists (
        select from app.notice_papers(in_district, in_project, 'acceptance_notice_receipt')
        where number = in_number and dated between in_notice_on and in_event_on
    ) end
$$;
grant execute on function app.stored_notices(integer, uuid), app.notice_is_received(integer, uuid, text, date, date)
    to yanshou_service, yanshou_reader, yanshou_jobs;

create or replace function app.tg__acceptance_round_has_its_notice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not app.asks_for_notices(new.district, new.project_id) then
        return null;
    end if;
    if not exists (
        select from app.notice_papers(new.district, new.project_id, 'acceptance_notice')
        where number = new.notice_number and dated = new.notice_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_its_notice',
            message = format('the notice %s of %s is not stored', new.notice_number, new.notice_on);
    end if;
    if app.notice_is_spent(new.district, new.project_id, new.notice_number, new.acceptance_round_id) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_notice_serves_one_round',
            message = format('a round was called on the notice %s already', new.notice_number);
    end if;
    return null;
end
$$;

-- A receipt says which notice it is of, and is its own paper.
create or replace function app.tg__notice_receipt_answers_its_notice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.notice_papers(new.district, new.project_id, 'acceptance_notice')
        where number = new.number and dated <= new.dated
        union all
        select from app.acceptance_round
        where district = new.district and project_id = new.project_id and notice_number = new.number
            and notice_on <= new.dated
    ) or exists (
        select from app.notice_papers(new.district, new.project_id, new.kind) other
        where other.sha256 = new.sha256 and other.number <> new.number
    ) then
        raise exception using errcode = 'YS001', constraint = 'notice_receipt_answers_its_notice',
            message = format('no notice %s was given by %s, or this is the receipt of another', new.number, new.dated);
    end if;
    return null;
end
$$;

create or replace function app.tg__certificate_waits_for_the_stations_receipt() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not (
        select app.notice_is_received(district, project_id, notice_number, notice_on, event_on) from app.acceptance_round
        where district = new.district and acceptance_round_id = new.acceptance_round_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'certificate_waits_for_the_stations_receipt',
            message = 'the quality station has not said that it received the notice before the acceptance';
    end if;
    return null;
end
$$;

create or replace trigger _510_acceptance_round_has_its_notice after insert on app.acceptance_round
    for each row execute function app.tg__acceptance_round_has_its_notice();
create or replace trigger _530_notice_receipt_answers_its_notice after insert on app.paper
    for each row when (new.kind = 'acceptance_notice_receipt' and new.subject_kind = 'project')
    execute function app.tg__notice_receipt_answers_its_notice();
create or replace trigger _490_certificate_waits_for_the_stations_receipt after insert on app.acceptance_certificate
    for each row execute function app.tg__certificate_waits_for_the_stations_receipt();
