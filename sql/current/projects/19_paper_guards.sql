-- Papers that something rests on: documents with their bytes, of the days they can be of, of one kind each. After the guard
-- that queues at the project's row.

-- HOUSE-PAP-3: a file that somebody else can read as the document that it is said to be: PDF, OFD and OOXML packages, the older
-- files of offices (doc, xls, wps, et), JPEG,
-- PNG, TIFF, HEIC by how they begin, or text in UTF-8 of several different characters. Nothing shorter than the packs' measure
-- is one.
create or replace function app.kind_of_bytes(in_content bytea) returns text
language sql immutable set search_path = ''
as $$
    select case
        when start ~ '^255044462d' then 'application/pdf'
        when start ~ '^504b0304' then 'application/zip'
        when start ~ '^d0cf11e0a1b11ae1' then 'application/x-ole-storage'
        when start ~ '^ffd8ff' then 'image/jpeg'
        when start ~ '^89504e470d0a1a0a' then 'image/png'
        when start ~ '^(49492a00|4d4d002a)' then 'image/tiff'
        when start ~ '^.{8}66747970(68656963|68656978|68657663|6d696631|6d736631)' then 'image/heic'
        else 'text/plain' end
    from encode(substr(in_content, 1, 12), 'hex') start
$$;

grant execute on function app.kind_of_bytes(bytea) to yanshou_service;

-- Bytes of one kind under the name of another are none; a name that says nothing (octet-stream), or that of a package, fits any.
create or replace function app.reads_as_a_document(
    in_content bytea, in_media_type text, in_characters bigint, in_distinct bigint, in_bytes bigint
) returns boolean
language plpgsql immutable set search_path = ''
as $$
declare
    found constant text := app.kind_of_bytes(in_content);
    said constant text := lower(split_part(coalesce(in_media_type, ''), ';', 1));
    words text;
begin
    if (said = 'application/pdf' or said like 'image/%') and said <> found
        and not (said = 'image/jpg' and found = 'image/jpeg') and not (said = 'image/heif' and found = 'image/heic')
        or said like 'text/%' and found <> 'text/plain'
        or said ~ '^application/(vnd\.|ofd|zip|msword|kswps|kset|wps)'
            and found not in ('application/zip', 'application/x-ole-storage')
    then
        return false;
    end if;
    if found <> 'text/plain' then
        return length(in_content) >= in_bytes;
    end if;
    words := regexp_replace(convert_from(in_content, 'UTF8'), '\s', '', 'g');
    return length(words) >= in_characters
        and (select count(distinct letter) from regexp_split_to_table(left(words, 2000), '') letter) >= coalesce(in_distinct, 1);
exception
    -- No text either.
    when character_not_in_repertoire or untranslatable_character then
        return false;
end
$$;

create or replace function app.tg__paper_is_a_document() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.edition_of(new.district, new.project_id);
begin
    if exists (
        select from app.file
        where district = new.district and sha256 = new.sha256 and not app.reads_as_a_document(
            content, media_type, app.policy_number(pinned, 'paper.text_min_characters', auth.today()),
            app.policy_number(pinned, 'paper.text_min_distinct', auth.today()),
            app.policy_number(pinned, 'paper.file_min_bytes', auth.today()))
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_is_a_document',
            message = 'these bytes are no document of the kind that they are said to be';
    end if;
    return null;
end
$$;

-- HOUSE-PAP-4: a file is one kind of paper in a project. Copies that are handed on with other papers are no papers of their
-- own, and some kinds are one document by law or custom; the packs name both.
create or replace function app.tg__paper_serves_one_kind() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.edition_of(new.district, new.project_id);
    free constant text[] := array(
        select value from policy.parameter where edition = pinned and key = 'paper.kinds_sharing_any_file');
    copied constant text[] := array(
        select value from policy.parameter where edition = pinned and key = 'paper.copied_for');
begin
    if new.sha256 is null or cardinality(free) = 0 or new.kind = any(free) or new.subject_kind = any(copied) then
        return null;
    end if;
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if exists (
        select from app.paper other
        where other.district = new.district and other.project_id = new.project_id and other.sha256 = new.sha256
            and other.kind <> new.kind and other.kind <> all(free) and other.subject_kind <> all(copied)
            and not exists (
                select from policy.parameter list
                join policy.parameter own on own.edition = pinned and own.value = new.kind
                    and own.key = 'paper.shared_files.' || list.value || '.kinds'
                join policy.parameter theirs on theirs.edition = pinned and theirs.value = other.kind
                    and theirs.key = own.key
                where list.edition = pinned and list.key = 'paper.shared_files'
            )
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_serves_one_kind',
            message = 'these bytes are recorded as a paper of another kind';
    end if;
    return null;
end
$$;

-- LC-06-1, HOUSE-LCH-1: papers of the launch are of the time of their scheme. Silent where there is no plan yet, or the
-- edition has no days.
create or replace function app.is_of_its_scheme(in_paper app.paper) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce(bool_and(in_paper.dated >= found.as_of - app.policy_number(
            app.edition_of(in_paper.district, in_paper.project_id),
            'launch.paper_days.' || in_paper.kind || '.days_before', auth.today())::integer), true)
        from app.funding_plan plan join app.determination found using (district, determination_id)
        where plan.district = in_paper.district and plan.project_id = in_paper.project_id
            and in_paper.district = auth.district()
    );
end
$$;

create or replace function app.tg__launch_paper_is_of_its_scheme() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.subject_kind = 'project' and not app.is_of_its_scheme(new) then
        raise exception using errcode = 'YS001', constraint = 'launch_paper_is_of_its_scheme',
            message = format('%s of %s is older than the scheme that it speaks of', new.kind, new.dated);
    end if;
    return null;
end
$$;

create or replace trigger _505_paper_is_a_document after insert on app.paper
    for each row execute function app.tg__paper_is_a_document();
create or replace trigger _525_paper_serves_one_kind after insert on app.paper
    for each row execute function app.tg__paper_serves_one_kind();
create or replace trigger _530_launch_paper_is_of_its_scheme after insert on app.paper
    for each row execute function app.tg__launch_paper_is_of_its_scheme();
grant execute on function app.is_of_its_scheme(app.paper) to yanshou_service, yanshou_reader, yanshou_jobs;

-- HOUSE-ACC-3: a paper of acceptance or of a hand-over is not older than what it speaks of: the works, their completion as it
-- was reported, or the certificate; and none of a hand-over is older than the scheme. An edition that names no such papers
-- says nothing.
create or replace function app.tg__acceptance_paper_follows_the_works() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
    spoken_of text;
    completed date;
    certified date;
    scheme date;
begin
    if new.subject_kind not in ('project', 'handover') then
        return null;
    end if;
    select state, edition, works_began_on into found from app.project
    where district = new.district and project_id = new.project_id;
    spoken_of := app.policy_text(found.edition, 'acceptance.paper_dates.' || new.kind || '.from');
    if new.subject_kind = 'handover' then
        select min(determination.as_of) into scheme from app.funding_plan plan
        join app.determination using (district, determination_id)
        where plan.district = new.district and plan.project_id = new.project_id;
    elsif spoken_of is null then
        return null;
    end if;
    select min(reported_on) into completed from app.completion_report
    where district = new.district and project_id = new.project_id;
    certified := app.accepted_day(new.district, new.project_id);
    -- A project from before such days were kept has none to compare with.
    if new.dated < scheme
        or spoken_of is not null and (found.state < 'S14' or new.dated < found.works_began_on)
        or spoken_of = 'completion' and (found.state < 'S15' and completed is null or new.dated < completed)
        or spoken_of = 'certificate' and (found.state < 'S16' or new.dated < certified)
    then
        raise exception using errcode = 'YS001', constraint = 'acceptance_paper_follows_the_works',
            message = format('%s of %s is older than what it speaks of', new.kind, new.dated);
    end if;
    return null;
end
$$;

-- HOUSE-PAP-2: papers of these kinds are nothing without their bytes; a digest alone records none.
create or replace function app.tg__paper_kind_has_its_bytes() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.subject_kind = 'project'
        and app.policy_says(app.edition_of(new.district, new.project_id), 'paper.kinds_with_bytes', new.kind, auth.today())
        and not coalesce(app.paper_stands(new.district, new.sha256), false)
    then
        raise exception using errcode = 'YS001', constraint = 'paper_kind_has_its_bytes',
            message = format('%s is recorded with its bytes', new.kind);
    end if;
    return null;
end
$$;

create or replace trigger _510_paper_kind_has_its_bytes after insert on app.paper
    for each row execute function app.tg__paper_kind_has_its_bytes();
create or replace trigger _520_acceptance_paper_follows_the_works after insert on app.paper
    for each row execute function app.tg__acceptance_paper_follows_the_works();
