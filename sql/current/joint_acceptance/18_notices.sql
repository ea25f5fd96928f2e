-- QLT-03: the notice to the quality station is a stored paper under its number, and the station says that it has it. An
-- edition that knows no such papers asks for none.

-- Whether a paper of a kind stands under a number; null where the project's edition does not know the kind.
create or replace function app.notice_paper_stands(
    in_district integer, in_project uuid, in_kind text, in_number text
) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    if in_district <> auth.district() or not exists (
        select from policy.parameter
        where edition = app.edition_of(in_district, in_project) and key = 'paper.recorders' and value = in_kind
    ) then
        return null;
    end if;
    return exists (
        select from app.paper
        where paper.district = in_district and paper.project_id = in_project and paper.subject_kind = 'project'
            and paper.kind = in_kind and paper.number = in_number and app.paper_stands(paper.district, paper.sha256)
    );
end
$$;

-- The numbers of the notices that are stored; null where the project's edition does not know the kind.
create or replace function app.stored_notices(in_district integer, in_project uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
    if app.notice_paper_stands(in_district, in_project, 'acceptance_notice', '') is null then
        return null;
    end if;
    return (
        select coalesce(jsonb_agg(distinct paper.number), '[]') from app.paper
        where paper.district = in_district and paper.project_id = in_project and paper.subject_kind = 'project'
            and paper.kind = 'acceptance_notice' and paper.number is not null and auth.sees(in_project)
            and app.paper_stands(paper.district, paper.sha256)
    );
end
$$;
grant execute on function app.notice_paper_stands(integer, uuid, text, text), app.stored_notices(integer, uuid)
    to yanshou_service, yanshou_reader, yanshou_jobs;

create or replace function app.tg__acceptance_round_has_its_notice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not app.notice_paper_stands(new.district, new.project_id, 'acceptance_notice', new.notice_number) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_its_notice',
            message = format('the notice %s is not stored', new.notice_number);
    end if;
    return null;
end
$$;

create or replace function app.tg__certificate_waits_for_the_stations_receipt() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not app.notice_paper_stands(new.district, new.project_id, 'acceptance_notice_receipt', (
        select notice_number from app.acceptance_round
        where district = new.district and acceptance_round_id = new.acceptance_round_id
    )) then
        raise exception using errcode = 'YS001', constraint = 'certificate_waits_for_the_stations_receipt',
            message = 'the quality station has not said that it received the notice';
    end if;
    return null;
end
$$;

create or replace trigger _510_acceptance_round_has_its_notice after insert on app.acceptance_round
    for each row execute function app.tg__acceptance_round_has_its_notice();
create or replace trigger _490_certificate_waits_for_the_stations_receipt after insert on app.acceptance_certificate
    for each row execute function app.tg__certificate_waits_for_the_stations_receipt();
