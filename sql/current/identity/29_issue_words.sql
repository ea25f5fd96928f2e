-- What the list of what waits asks of an issue (HOUSE-OVS-13).

-- The first word of danger that a report holds, whatever kind its reporter chose; null where it holds none.
create or replace function app.danger_word(in_edition text, in_words text) returns text
language sql stable security definer set search_path = ''
as $$
    select value from policy.parameter
    where edition = in_edition and key = 'issue.grave_words'
        and auth.today() between valid_from and coalesce(valid_to, 'infinity')
        and position(value in regexp_replace(in_words, '\s', '', 'g')) > 0
    order by value limit 1
$$;
grant execute on function app.danger_word(text, text) to yanshou_service, yanshou_reader, yanshou_jobs;

-- The role in which an entry was made.
create or replace function app.role_of_entry(in_district integer, in_entry uuid) returns text
language sql stable security definer set search_path = ''
as $$
    select role from ledger.entry
    where district = in_district and entry_id = in_entry and in_district = auth.district()
$$;
grant execute on function app.role_of_entry(integer, uuid) to yanshou_service, yanshou_reader, yanshou_jobs;
