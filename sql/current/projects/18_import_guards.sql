-- What is taken in, and how far it is believed: its days, its neighbours, its scope, the approval of its scheme.

-- A name as it is compared: full width as half, without blanks and punctuation; of a name, also without what stands in
-- brackets at its end.
create or replace function app.plain_name(in_name text, without_suffix boolean) returns text
language sql immutable set search_path = ''
as $$
    select lower(regexp_replace(
        case when without_suffix
            then regexp_replace(normalize(in_name, NFKC), '(.)\s*[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]\s*$', '\1')
            else normalize(in_name, NFKC) end,
        '[[:space:][:punct:]、。，．·・；：！？“”‘’「」『』《》〈〉【】〔〕—…～]', '', 'g'))
$$;

-- An address as it is compared: as a name, less the province, the city, the district and the street office before it.
create or replace function app.plain_address(in_address text) returns text
language sql immutable set search_path = ''
as $$
    select regexp_replace(regexp_replace(regexp_replace(regexp_replace(app.plain_name(in_address, true),
        '^[^省市区县]{2,7}(省|自治区)', ''),
        '^[^省市区县街路巷弄道号幢]{2,7}市', ''),
        '^[^省市区县街路巷弄道号幢小社园校]{1,6}[区县]', ''),
        '^[^省市区县路巷弄号幢]{1,8}(街道|镇|乡)', '')
$$;

-- The open projects of a community of this name or this address, written however; not those of which the office has
-- decided, by a stored paper under the other's full name, that the other is another phase or another community
-- (HOUSE-PRJ-3). An edition from before that kind of paper has it as `other`.
create or replace function app.community_under_way(
    in_district integer, in_name text, in_address text, in_besides uuid
) returns table (project_id uuid, name text, community text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select other.project_id, other.name, known.name
        from app.community known join app.project other using (district, community_id)
        where known.district = in_district and other.state <> 'S23' and known.community_id is distinct from in_besides
            and (
                app.plain_name(known.name, true) = app.plain_name(in_name, true)
                or app.plain_address(known.address) = app.plain_address(in_address) and app.plain_address(in_address) <> '')
            and not exists (
                select from app.paper decided
                join ledger.entry said on said.district = decided.district and said.entry_id = decided.op_id
                where decided.district = in_district and decided.project_id = other.project_id
                    and decided.subject_kind = 'project' and said.role = 'renovation_office'
                    and decided.kind in ('phase_decision', 'other')
                    and app.plain_name(decided.title, false) = app.plain_name(in_name, false)
                    and app.paper_stands(decided.district, decided.sha256)
            )
        order by other.name, other.project_id;
end
$$;
grant execute on function app.community_under_way(integer, text, text, uuid) to yanshou_service, yanshou_reader;

-- LC-01-2: a community has one open project, also where its row was written twice, in another way.
create or replace function app.tg__community_is_renovated_once_at_a_time() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own record;
begin
    select name, address into own from app.community
    where district = new.district and community_id = new.community_id;
    -- Two that are taken in at once meet here: by their name first, then by their address.
    perform pg_advisory_xact_lock(hashtextextended(new.district || ' ' || app.plain_name(own.name, true), 41));
    perform pg_advisory_xact_lock(hashtextextended(new.district || ' ' || app.plain_address(own.address), 42));
    if exists (select from app.community_under_way(new.district, own.name, own.address, new.community_id)) then
        raise exception using errcode = 'YS001', constraint = 'community_is_renovated_once_at_a_time',
            message = 'a community of this name or address has an open project';
    end if;
    return null;
end
$$;

create or replace function app.tg__community_is_completed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.completed_on > app.day_of_change() then
        raise exception using errcode = 'YS001', constraint = 'community_is_completed',
            message = 'a community is renovated after it was built';
    end if;
    return null;
end
$$;

-- CV-15: the day on which a scheme was decided binds its rules; it has come, and the community stood by then.
create or replace function app.tg__scheme_is_decided_in_its_time() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    decided date;
begin
    select as_of into decided from app.determination
    where district = new.district and determination_id = new.determination_id;
    if decided > app.day_of_change() then
        raise exception using errcode = 'YS001', constraint = 'scheme_is_not_dated_ahead',
            message = 'a scheme is recorded once it is decided';
    end if;
    if exists (
        select from app.project join app.community using (district, community_id)
        where project.district = new.district and project.project_id = new.project_id
            and community.completed_on > decided
    ) then
        raise exception using errcode = 'YS001', constraint = 'community_is_completed_before_its_scheme',
            message = 'the scheme is older than the community';
    end if;
    return null;
end
$$;

-- Whether the packs of a place name conditions for the scope of renovation; an edition from before that asks it of an
-- import does not name the paper that came with it.
create or replace function app.edition_asks_the_scope(in_edition text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (select from policy.parameter where edition = in_edition and key = 'scope.conditions')
        and exists (
            select from policy.parameter
            where edition = in_edition and key = 'paper.recorders' and value = 'scheme_approval'
        )
$$;

-- LC-02-1…4: a scheme that comes with its community comes with the finding that the community is within the scope.
create or replace function app.tg__imported_scheme_is_within_the_scope() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from app.project
        where district = new.district and project_id = new.project_id and entered_state = 'S06'
            and op_id = new.op_id and app.edition_asks_the_scope(edition)
    ) and not exists (
        select from app.determination
        where district = new.district and project_id = new.project_id and subject_kind = 'project'
            and question = 'scope' and verdict = 'eligible' and op_id = new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'imported_scheme_is_within_the_scope',
            message = 'nothing finds this community within the scope of renovation';
    end if;
    return null;
end
$$;

-- What a scheme costs by class of works, outside the plan by a rule of its own, and beside the works; null without a plan.
create or replace function app.scheme_amounts(in_district integer, in_project uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
    select jsonb_build_object(
        'mandatory_fen', coalesce(sum(amount_fen) filter (where class = 'mandatory' and not excluded), 0),
        'basic_fen', coalesce(sum(amount_fen) filter (where class = 'basic' and not excluded), 0),
        'improve_fen', coalesce(sum(amount_fen) filter (where class = 'improve' and not excluded), 0),
        'upgrade_fen', coalesce(sum(amount_fen) filter (where class = 'upgrade' and not excluded), 0),
        'outside_fen', coalesce(sum(amount_fen) filter (where excluded), 0),
        'other_fen', plan.other_fen + plan.contingency_fen)
    from app.funding_plan plan left join app.works_item using (district, project_id)
    where plan.district = in_district and plan.project_id = in_project and in_district = auth.district()
    group by plan.other_fen, plan.contingency_fen
$$;

-- What the office approved last, in the same form; null where it approved nothing with its amounts.
create or replace function app.approved_amounts(in_district integer, in_project uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select jsonb_build_object(
            'mandatory_fen', approved_mandatory_fen, 'basic_fen', approved_basic_fen,
            'improve_fen', approved_improve_fen, 'upgrade_fen', approved_upgrade_fen,
            'outside_fen', approved_outside_fen, 'other_fen', approved_other_fen)
        from app.paper
        where paper.district = in_district and paper.subject_kind = 'project' and paper.subject_id = in_project
            and paper.kind = 'scheme_approval' and approved_mandatory_fen is not null and in_district = auth.district()
            and app.paper_stands(paper.district, paper.sha256)
        order by paper.created_at desc, paper.paper_id desc limit 1
    );
end
$$;
grant execute on function app.scheme_amounts(integer, uuid), app.approved_amounts(integer, uuid)
    to yanshou_service, yanshou_reader, yanshou_jobs;

-- A project that was taken in with its scheme leaves that state only with the stored approval of it, of the same money class
-- by class. An edition from before knows no such paper.
create or replace function app.tg__imported_scheme_has_its_approval() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if old.state <> 'S06' or new.state = 'S06' or new.entered_state <> 'S06' or not exists (
        select from policy.parameter
        where edition = new.edition and key = 'paper.recorders' and value = 'scheme_approval'
    ) then
        return new;
    end if;
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.subject_kind = 'project' and paper.subject_id = new.project_id
            and paper.kind = 'scheme_approval' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_scheme_approval',
            message = 'the approval of the scheme is not stored';
    end if;
    if app.approved_amounts(new.district, new.project_id) is distinct from app.scheme_amounts(new.district, new.project_id)
    then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_the_approved_amounts',
            message = 'the scheme was approved with other money, or with none';
    end if;
    return new;
end
$$;

-- HOUSE-PRJ-2: the class of an item fixes what the residents bear of it; it is the one that the place's list gives to its
-- kind. An edition without such a list says nothing.
create or replace function app.tg__works_kind_is_of_its_class() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.edition_of(new.district, new.project_id);
begin
    if not exists (select from policy.parameter where edition = pinned and key = 'plan.kinds') then
        return null;
    end if;
    if not exists (
        select from policy.parameter where edition = pinned and key = 'plan.kinds' and value = new.kind
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_kind_is_known',
            message = format('%s is no kind of works that the edition of this project knows', new.kind);
    end if;
    if not exists (
        select from policy.parameter
        where edition = pinned and key = 'plan.kinds.' || new.kind || '.classes' and value = new.class
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_kind_is_of_its_class',
            message = format('works of the kind %s are not of the class %s', new.kind, new.class);
    end if;
    -- HOUSE-PRJ-3: a title that speaks of another kind's works, and of none of its own.
    if exists (
        select from policy.parameter
        where edition = pinned and key like 'plan.title\_words.%.words' and strpos(new.title, value) > 0
    ) and not exists (
        select from policy.parameter
        where edition = pinned and key = 'plan.title_words.' || new.kind || '.words' and strpos(new.title, value) > 0
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_title_speaks_of_its_kind',
            message = format('the title %s speaks of other works than %s', new.title, new.kind);
    end if;
    return null;
end
$$;

-- LC-14-5: works stay outside the plan by a rule of their own, which the district's office names in a stored decision.
create or replace function app.tg__works_outside_have_their_approval() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if old.state = 'S06' and new.state <> 'S06' and exists (
        select from policy.parameter
        where edition = new.edition and key = 'paper.recorders' and value = 'own_rule_approval'
    ) and exists (
        select from app.works_item
        where district = new.district and project_id = new.project_id and excluded
    ) and not exists (
        select from app.paper
        where paper.district = new.district and paper.subject_kind = 'project' and paper.subject_id = new.project_id
            and paper.kind = 'own_rule_approval' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_own_rule_approval',
            message = 'works outside the plan rest on no stored decision of the office';
    end if;
    return new;
end
$$;

-- LC-02-2, HOUSE-SCP-4: that a community of after the place's year lacks facilities and management, and wants it, is typed with
-- its scheme; it is launched on the office's stored decision that it is so. An edition from before knows no such paper.
create or replace function app.tg__later_housing_has_its_approval() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if old.state = 'S06' and new.state <> 'S06' and new.entered_state = 'S06' and exists (
        select from policy.parameter
        where edition = new.edition and key = 'paper.recorders' and value = 'later_housing_approval'
    ) and exists (
        select from app.community
        where community.district = new.district and community.community_id = new.community_id
            and extract(year from completed_on)
                > app.policy_number(new.edition, 'scope.completed_by_year', auth.today())
    ) and not exists (
        select from app.paper
        where paper.district = new.district and paper.subject_kind = 'project' and paper.subject_id = new.project_id
            and paper.kind = 'later_housing_approval' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_later_housing_approval',
            message = 'nothing but typed facts says that this later community may join';
    end if;
    return new;
end
$$;

-- HOUSE-FRT-5: what was taken in under way was typed by one unit alone. It goes no further, and nothing is paid, until the office
-- has compared its papers with the originals and says so in a stored paper. An edition from before knows no such paper.
create or replace function app.import_is_confirmed(in_project app.project) returns boolean
language sql stable security definer set search_path = ''
as $$
    select in_project.entered_state in ('S00', 'S06')
        or not exists (
            select from policy.parameter
            where edition = in_project.edition and key = 'paper.recorders' and value = 'import_confirmation')
        or exists (
            select from app.paper
            where paper.district = in_project.district and paper.subject_kind = 'project'
                and paper.subject_id = in_project.project_id and paper.kind = 'import_confirmation'
                and app.paper_stands(paper.district, paper.sha256))
$$;

create or replace function app.tg__import_waits_for_its_confirmation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        if not app.import_is_confirmed(new) then
            perform app.put_block(new.district, new.project_id, 'payment', 'import_waits_for_its_confirmation', 'project',
                new.project_id);
        end if;
        return null;
    end if;
    if new.state <> old.state and not app.import_is_confirmed(new) then
        raise exception using errcode = 'YS001', constraint = 'import_waits_for_its_confirmation',
            message = 'nobody but who typed them has seen the papers of this import';
    end if;
    return new;
end
$$;
create or replace trigger _505_import_waits_for_its_confirmation after insert on app.project
    for each row execute function app.tg__import_waits_for_its_confirmation();
create or replace trigger _255_import_waits_for_its_confirmation before update on app.project
    for each row execute function app.tg__import_waits_for_its_confirmation();

create or replace function app.tg__import_is_confirmed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.kind = 'import_confirmation' and new.subject_kind = 'project' and app.paper_stands(new.district, new.sha256) then
        perform from app.project where district = new.district and project_id = new.subject_id for no key update;
        perform app.lift_block(new.district, 'project', new.subject_id);
    end if;
    return null;
end
$$;
create or replace trigger _510_import_is_confirmed after insert on app.paper
    for each row execute function app.tg__import_is_confirmed();

create or replace trigger _245_later_housing_has_its_approval before update on app.project
    for each row execute function app.tg__later_housing_has_its_approval();

create or replace trigger _500_community_is_renovated_once_at_a_time after insert on app.project
    for each row execute function app.tg__community_is_renovated_once_at_a_time();
create or replace trigger _500_community_is_completed after insert on app.community
    for each row execute function app.tg__community_is_completed();
create or replace trigger _520_scheme_is_decided_in_its_time after insert on app.funding_plan
    for each row execute function app.tg__scheme_is_decided_in_its_time();
create constraint trigger _920_imported_scheme_is_within_the_scope after insert on app.funding_plan
    deferrable initially deferred for each row execute function app.tg__imported_scheme_is_within_the_scope();
create or replace trigger _240_imported_scheme_has_its_approval before update on app.project
    for each row execute function app.tg__imported_scheme_has_its_approval();
create or replace trigger _520_works_kind_is_of_its_class after insert on app.works_item
    for each row execute function app.tg__works_kind_is_of_its_class();
create or replace trigger _250_works_outside_have_their_approval before update on app.project
    for each row execute function app.tg__works_outside_have_their_approval();
