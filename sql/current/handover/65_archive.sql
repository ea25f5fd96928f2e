-- The archive: a package of an accepted project, and the receipt of the archive that took it.

-- ARC-1: what goes to the archive is of a project that is accepted.
create or replace function app.tg__archive_package_follows_the_certificate() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if app.accepted_day(new.district, new.project_id) is null then
        raise exception using errcode = 'YS001', constraint = 'archive_package_follows_the_certificate',
            message = 'the project is not accepted';
    end if;
    if new.made_on <> auth.today() then
        raise exception using errcode = 'YS001', constraint = 'archive_package_is_made_today',
            message = 'a package bears the day it is made';
    end if;
    return null;
end
$$;

-- ARC-1, QLT-13: the archive confirms what it took by its digest.
create or replace function app.tg__archive_receipt_names_its_package() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    package app.archive_package;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into package from app.archive_package
    where district = new.district and archive_package_id = new.archive_package_id;
    if package.sha256 is distinct from new.sha256 or package.project_id is distinct from new.project_id then
        raise exception using errcode = 'YS001', constraint = 'archive_receipt_names_its_package',
            message = 'the archive took something else than this package';
    end if;
    if new.received_on < package.made_on or new.received_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'archive_receipt_follows_its_package',
            message = 'a receipt is given after the package is made, on a day that has come';
    end if;
    return null;
end
$$;

create or replace trigger _500_archive_package_follows_the_certificate after insert on app.archive_package
    for each row execute function app.tg__archive_package_follows_the_certificate();
create or replace trigger _500_archive_receipt_names_its_package after insert on app.archive_receipt
    for each row execute function app.tg__archive_receipt_names_its_package();
create or replace trigger _100_fact_is_never_changed before update or delete on app.archive_package
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.archive_receipt
    for each row execute function app.tg__fact_is_never_changed();
