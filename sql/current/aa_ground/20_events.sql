-- No event, no commit; no event without its version; nothing of the ledger ever changed.

create or replace function app.tg__no_event_no_commit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from ledger.entry
        where district = new.district and entry_id = new.op_id and written_by = pg_current_xact_id()
    ) then
        raise exception using errcode = 'YS900', constraint = 'no_event_no_commit',
            message = format('a change of %I.%I has no event of its own', tg_table_schema, tg_table_name);
    end if;
    return null;
end
$$;

create or replace function app.tg__change_has_its_own_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.op_id = old.op_id then
        raise exception using errcode = 'YS900', constraint = 'change_has_its_own_event',
            message = format('a change of %I.%I names no new event', tg_table_schema, tg_table_name);
    end if;
    return new;
end
$$;

create or replace function app.tg__version_steps_by_one() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.version <> old.version + 1 then
        raise exception using errcode = 'YS412', constraint = 'version_steps_by_one',
            message = format('%I.%I was changed by someone else, or its version was not raised by one',
                tg_table_schema, tg_table_name);
    end if;
    return new;
end
$$;

-- Rows that are facts: what was recorded stays as it was recorded.
create or replace function app.tg__fact_is_never_changed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    raise exception using errcode = 'YS900', constraint = 'fact_is_never_changed',
        message = format('rows of %I.%I are facts: they are added to, never changed or removed',
            tg_table_schema, tg_table_name);
end
$$;

create or replace trigger _100_fact_is_never_changed before update or delete on app.determination
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.paper
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.file
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on policy.pack
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on policy.edition
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on policy.parameter
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on policy.number
    for each row execute function app.tg__fact_is_never_changed();

-- Blocks are put and lifted only here, by the triggers of the tables they come from.
create or replace function app.put_block(
    in_district integer, in_project uuid, in_class text, in_code text, in_source_kind text, in_source uuid,
    in_subject_kind text default null, in_subject uuid default null
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    -- Whoever puts a block and whoever does what it blocks queue at the project.
    perform from app.project where district = in_district and project_id = in_project for no key update;
    insert into app.block (
        district, project_id, action_class, code, source_kind, source_id, subject_kind, subject_id, put_at)
    values (
        in_district, in_project, in_class, in_code, in_source_kind, in_source, in_subject_kind, in_subject,
        auth.business_now())
    on conflict do nothing;
end
$$;

create or replace function app.lift_block(in_district integer, in_source_kind text, in_source uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    update app.block set lifted_at = greatest(auth.business_now(), put_at)
    where district = in_district and source_kind = in_source_kind and source_id = in_source and lifted_at is null;
end
$$;

-- Refuses, under the block's own code, what a standing block holds.
create or replace function app.refuse_when_blocked(
    in_district integer, in_project uuid, in_class text, in_subject uuid default null
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    standing record;
begin
    perform from app.project where district = in_district and project_id = in_project for no key update;
    select code, source_kind, source_id into standing from app.block
    where district = in_district and project_id = in_project and action_class = in_class and lifted_at is null
        and (subject_id is null or in_subject is null or subject_id = in_subject)
    order by put_at limit 1;
    if found then
        raise exception using errcode = 'YS001', constraint = standing.code,
            message = format('%s is blocked by %s %s', in_class, standing.source_kind, standing.source_id);
    end if;
end
$$;
