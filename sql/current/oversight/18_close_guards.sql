-- A project and its residents: it is not closed over a report that nobody settled, and takes none once it is closed.

create or replace function app.tg__close_waits_for_open_issues() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    waiting bigint;
begin
    if new.state = old.state or new.state <> 'S23' then
        return new;
    end if;
    select count(*) into waiting from app.issue
    where district = new.district and project_id = new.project_id
        and state not in ('verified', 'closed', 'closed_unconfirmed', 'rejected', 'duplicate');
    if waiting > 0 then
        raise exception using errcode = 'YS001', constraint = 'close_waits_for_open_issues',
            message = format('%s reports of residents are not settled', waiting);
    end if;
    return new;
end
$$;

create or replace function app.tg__closed_project_takes_no_reports() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if exists (
        select from app.project
        where district = new.district and project_id = new.project_id and state = 'S23'
    ) then
        raise exception using errcode = 'YS001', constraint = 'closed_project_takes_no_reports',
            message = 'a closed project takes no more reports';
    end if;
    return new;
end
$$;

create or replace trigger _298_close_waits_for_open_issues before update on app.project
    for each row execute function app.tg__close_waits_for_open_issues();
create or replace trigger _190_closed_project_takes_no_reports before insert on app.issue
    for each row execute function app.tg__closed_project_takes_no_reports();
