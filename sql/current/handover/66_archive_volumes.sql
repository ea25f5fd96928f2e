-- The parts of an archive package: every part of the standard, every paper of the project in its part.

-- ARC-2: the part of a paper, by its kind, else by what it is about, else with the project's own.
create or replace function app.archive_part_of(in_edition text, in_kind text, in_subject text, in_day date) returns text
language sql stable security definer set search_path = ''
as $$
    select coalesce(
        (select app.policy_on(in_edition, 'archive.kinds.' || in_kind || '.part', in_day) limit 1),
        (select app.policy_on(in_edition, 'archive.subjects.' || in_subject || '.part', in_day) limit 1),
        (select app.policy_on(in_edition, 'archive.subjects.project.part', in_day) limit 1))
$$;

-- ARC-2, ARC-3, LC-12-9: what arose is in the package, item by item; a part without a file is not left out in silence.
create or replace function app.tg__archive_package_is_sorted() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
begin
    select edition into pinned from app.project where district = new.district and project_id = new.project_id;
    if exists (
        select app.policy_on(pinned, 'archive.parts', new.made_on) except
        select part from app.archive_volume
        where district = new.district and archive_package_id = new.archive_package_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'archive_package_has_every_part',
            message = 'a part of the archive is left out';
    end if;
    if exists (
        select from app.archive_volume held
        where held.district = new.district and held.archive_package_id = new.archive_package_id and held.items <> (
            select count(*) from app.archive_item item
            where item.district = held.district and item.archive_package_id = held.archive_package_id
                and item.part = held.part)
    ) then
        raise exception using errcode = 'YS001', constraint = 'archive_volume_counts_its_items',
            message = 'a part says another number of files than it has';
    end if;
    if exists (
        select from app.paper
        where paper.district = new.district and paper.project_id = new.project_id and not exists (
            select from app.archive_item item
            where item.district = paper.district and item.archive_package_id = new.archive_package_id
                and item.paper_id = paper.paper_id
                and item.part = app.archive_part_of(pinned, paper.kind, paper.subject_kind, new.made_on))
    ) then
        raise exception using errcode = 'YS001', constraint = 'archive_package_lists_every_paper',
            message = 'a paper of the project is not in its part of the package';
    end if;
    return null;
end
$$;

-- Volumes and items come with their package and of its project: nothing is added to one that is made.
create or replace function app.tg__archive_volume_comes_with_its_package() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.archive_package
        where district = new.district and archive_package_id = new.archive_package_id
            and project_id = new.project_id and op_id = new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'archive_volume_comes_with_its_package',
            message = 'a package is sorted as it is made';
    end if;
    return null;
end
$$;

create constraint trigger _600_archive_package_is_sorted after insert on app.archive_package
    deferrable initially deferred for each row execute function app.tg__archive_package_is_sorted();
create or replace trigger _500_archive_volume_comes_with_its_package after insert on app.archive_volume
    for each row execute function app.tg__archive_volume_comes_with_its_package();
create or replace trigger _500_archive_volume_comes_with_its_package after insert on app.archive_item
    for each row execute function app.tg__archive_volume_comes_with_its_package();
create or replace trigger _100_fact_is_never_changed before update or delete on app.archive_volume
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.archive_item
    for each row execute function app.tg__fact_is_never_changed();

revoke execute on function app.archive_part_of(text, text, text, date)
    from yanshou_service, yanshou_reader, yanshou_jobs;
