-- Papers that a gate rests on: of the days they can be of, of one kind each, with their bytes. After the guard that queues
-- at the project's row.

-- HOUSE-ACC-3: a paper of acceptance is not older than what it speaks of: the works, or their completion as it was reported.
-- An edition that names no such papers says nothing.
create or replace function app.tg__acceptance_paper_follows_the_works() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
    spoken_of text;
    completed date;
begin
    if new.subject_kind <> 'project' then
        return null;
    end if;
    select state, edition, works_began_on into found from app.project
    where district = new.district and project_id = new.project_id;
    spoken_of := app.policy_text(found.edition, 'acceptance.paper_dates.' || new.kind || '.from');
    if spoken_of is null then
        return null;
    end if;
    select min(reported_on) into completed from app.completion_report
    where district = new.district and project_id = new.project_id;
    -- A project from before such days were kept has none to compare with.
    if found.state < 'S14' or new.dated < found.works_began_on
        or spoken_of = 'completion' and (found.state < 'S15' and completed is null or new.dated < completed)
    then
        raise exception using errcode = 'YS001', constraint = 'acceptance_paper_follows_the_works',
            message = format('%s of %s is older than what it speaks of', new.kind, new.dated);
    end if;
    if exists (
        select from app.paper other
        where other.district = new.district and other.project_id = new.project_id
            and other.subject_kind = 'project' and other.sha256 = new.sha256 and other.kind <> new.kind
            and app.policy_text(found.edition, 'acceptance.paper_dates.' || other.kind || '.from') is not null
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_paper_serves_one_kind',
            message = 'these bytes are recorded as a paper of another kind';
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
