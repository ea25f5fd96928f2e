-- 演示时钟: begun and set by the database's owner alone, in a database that has never held an event of true time.

create or replace function auth.tg__demo_clock_is_of_a_demonstration() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from ledger.entry
        where role not in ('system', 'operator') and convert_from(body, 'UTF8')::jsonb #>> '{body,clock}' is distinct from 'simulated'
    ) then
        raise exception using errcode = 'YS001', constraint = 'demo_clock_is_of_a_demonstration',
            message = 'events of true time are in this database: its clock cannot be set';
    end if;
    return new;
end
$$;
create or replace trigger _100_demo_clock_is_of_a_demonstration before insert on auth.demo_clock
    for each row execute function auth.tg__demo_clock_is_of_a_demonstration();

-- Begins a demonstration at a moment, never before what is recorded; one that has begun goes on from where its clock
-- stands. Not a definer's function: whoever may not write the row cannot use it.
create or replace function auth.begin_demo_clock(in_start timestamptz) returns timestamptz
language plpgsql set search_path = ''
as $$
begin
    if not exists (select from auth.demo_clock) then
        insert into auth.demo_clock (ahead)
        select greatest(in_start, max(at) filter (where role <> 'operator')) - now() from ledger.entry;
    end if;
    return auth.business_now();
end
$$;

-- Sets the clock of a demonstration that has begun.
create or replace function auth.set_demo_clock(in_now timestamptz) returns timestamptz
language plpgsql set search_path = ''
as $$
begin
    update auth.demo_clock set ahead = in_now - now(), set_at = now();
    if not found then
        raise exception using errcode = 'YS001', constraint = 'demo_clock_is_of_a_demonstration',
            message = 'this database is no demonstration''s: its clock cannot be set';
    end if;
    return auth.business_now();
end
$$;
revoke all on function auth.begin_demo_clock(timestamptz), auth.set_demo_clock(timestamptz) from public;
grant execute on function auth.begin_demo_clock(timestamptz), auth.set_demo_clock(timestamptz) to yanshou_owner;
