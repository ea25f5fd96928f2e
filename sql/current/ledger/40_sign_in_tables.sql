-- The units, links, people, appointments and keys: whoever has entered changes them with an event, as all else.
-- An operator at the machine has entered nothing; his commands write their events themselves, and the audit says which
-- rows have none.

create or replace function auth.tg__no_event_no_commit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.op_id is null and coalesce(current_setting('app.context', true), '') = '' then
        return null;
    end if;
    if not exists (
        select from ledger.entry
        where district = new.recorded_in and entry_id = new.op_id and written_by = pg_current_xact_id()
    ) then
        raise exception using errcode = 'YS900', constraint = 'no_event_no_commit',
            message = format('a change of %I.%I has no event of its own', tg_table_schema, tg_table_name);
    end if;
    return null;
end
$$;

-- New packs are told in every district, whose projects lean on them.
create or replace function ledger.tg__publication_has_its_events() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    packs jsonb;
begin
    select jsonb_agg(jsonb_build_object(
        'pack', pack_id, 'version', version, 'files', encode(sha256(convert_to(files::text, 'UTF8')), 'hex'))
        order by pack_id, version)
    into packs from published;
    if packs is not null then
        perform ledger.record_operator(district.district, gen_random_uuid(), 'policy.publish', 'district',
            ledger.district_subject(district.district), jsonb_build_object('packs', packs))
        from auth.district;
    end if;
    return null;
end
$$;
create or replace trigger _950_publication_has_its_events after insert on policy.pack
    referencing new table as published for each statement execute function ledger.tg__publication_has_its_events();

do $$
declare
    subject text;
begin
    foreach subject in array array[
        'auth.organisation', 'auth.control_link', 'auth.person', 'auth.appointment', 'auth.signing_key'
    ] loop
        execute format(
            'create constraint trigger _900_no_event_no_commit after insert on %s '
            'deferrable initially deferred for each row execute function auth.tg__no_event_no_commit()', subject);
        perform ledger.bind_table(subject::regclass);
    end loop;
end
$$;
