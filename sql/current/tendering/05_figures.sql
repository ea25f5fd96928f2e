-- What must be tendered is computed here once more, from the published numbers, whatever the service said.

-- A number of law of an edition, on a day. A guard without its number lets nothing pass.
create or replace function app.number_of_law(in_edition text, in_key text, in_day date) returns bigint
language plpgsql stable set search_path = ''
as $$
declare
    found bigint;
begin
    select min(case value when 'true' then 1 when 'false' then 0 else value::bigint end) into found
    from policy.parameter
    where edition = in_edition and key = in_key and in_day between valid_from and coalesce(valid_to, 'infinity');
    if found is null then
        raise exception using errcode = 'YS001', constraint = 'number_of_law_is_published',
            message = format('the edition of this project has no number %s on %s', in_key, in_day);
    end if;
    return found;
end
$$;

-- TEN-1a, TEN-1b: whether the project's money brings it into the scope of mandatory tender.
create or replace function app.project_is_in_tender_scope(
    in_district integer, in_project uuid, in_day date
) returns boolean
language plpgsql stable set search_path = ''
as $$
declare
    budget app.project_budget;
    found_edition text;
    share text;
begin
    select * into budget from app.project_budget where district = in_district and project_id = in_project;
    if not found then
        raise exception using errcode = 'YS001', constraint = 'tender_waits_for_the_budget',
            message = 'the budget and the sources of money of the project are not recorded';
    end if;
    select edition into found_edition from app.project where district = in_district and project_id = in_project;
    select value into share from policy.parameter
    where edition = found_edition and key = 'tender.budget_share'
        and in_day between valid_from and coalesce(valid_to, 'infinity');
    if share is null then
        raise exception using errcode = 'YS001', constraint = 'number_of_law_is_published',
            message = 'the edition of this project has no tender.budget_share';
    end if;
    return budget.soe_dominant or (
        budget.budget_funds_fen >= app.number_of_law(found_edition, 'tender.budget_floor', in_day)
        and budget.budget_funds_fen::numeric * coalesce(nullif(split_part(share, '/', 2), '')::numeric, 1)
            >= budget.total_investment_fen::numeric * split_part(share, '/', 1)::numeric
    );
end
$$;

-- What a package counts for: its estimate, or its contract where that is higher; of consulting, the listed part.
create or replace function app.tender_value(in_package app.package, in_amount bigint default null) returns bigint
language sql stable set search_path = ''
as $$
    select case
        when in_package.service_kind = 'whole_process_consulting' then in_package.listed_part_fen
        else greatest(in_package.estimate_fen, in_amount, (
            select amount_fen from app.contract
            where district = in_package.district and package_id = in_package.package_id
        ))
    end
$$;

-- TEN-5, TEN-8: services that the law lists; others are never tendered by force.
create or replace function app.tender_counts(in_package app.package, in_edition text, in_day date) returns boolean
language sql stable set search_path = ''
as $$
    select in_package.category <> 'service'
        or in_package.service_kind = 'whole_process_consulting'
        or exists (
            select from policy.parameter
            where edition = in_edition and key = 'tender.listed_services' and value = in_package.service_kind
                and in_day between valid_from and coalesce(valid_to, 'infinity')
        )
$$;

-- Whether the district's office decided that a package is counted apart.
create or replace function app.is_counted_apart(in_package app.package) returns boolean
language sql stable set search_path = ''
as $$
    select exists (
        select from app.package_separation decided
        where decided.district = in_package.district and decided.package_id = in_package.package_id
    )
$$;

-- TEN-6: the packages that are counted together with one: of its kind, and those a person put beside it.
create or replace function app.merge_group(in_package app.package) returns setof app.package
language sql stable set search_path = ''
as $$
    select other.* from app.package other
    where other.district = in_package.district and other.project_id = in_package.project_id
        and other.withdrawn_on is null
        and (
            other.package_id = in_package.package_id
            or (
                other.category = in_package.category and other.category <> 'epc'
                and not app.is_counted_apart(other) and not app.is_counted_apart(in_package)
                and (
                    other.service_kind is not distinct from in_package.service_kind
                    or (other.widened and in_package.widened)
                )
            )
        )
$$;

-- The facts a determination rests on, as one digest: where it differs, the determination is out of date.
create or replace function app.tender_basis(in_district integer, in_package uuid) returns text
language sql stable set search_path = ''
as $$
    select encode(sha256(convert_to(
        coalesce((
            select budget.total_investment_fen || ' ' || budget.budget_funds_fen || ' ' || budget.soe_dominant
            from app.project_budget budget
            where budget.district = in_district and budget.project_id = own.project_id
        ), '') || '|' || (
            select string_agg(
                member.package_id || ' ' || app.tender_value(member) || ' ' || coalesce(member.works_part_fen, 0)
                    || ' ' || coalesce(member.goods_part_fen, 0) || ' ' || coalesce(member.services_part_fen, 0),
                ',' order by member.package_id)
            from app.merge_group(own) member
        ), 'UTF8')), 'hex')
    from app.package own
    where own.district = in_district and own.package_id = in_package
$$;

-- TEN-3…TEN-9: whether a package must be tendered, alone or with its group.
create or replace function app.package_must_be_tendered(
    in_district integer, in_package uuid, in_amount bigint default null, in_day date default current_date
) returns boolean
language plpgsql stable set search_path = ''
as $$
declare
    own app.package;
    found_edition text;
    line bigint;
    excess bigint;
    own_kind numeric;
    widened_kinds numeric;
begin
    select * into own from app.package where district = in_district and package_id = in_package;
    select edition into found_edition from app.project
    where district = own.district and project_id = own.project_id;
    if not app.project_is_in_tender_scope(own.district, own.project_id, in_day)
        or not app.tender_counts(own, found_edition, in_day)
    then
        return false;
    end if;
    if own.category = 'epc' then
        -- What exceeds the estimate counts to whichever part it would bring to its line.
        excess := greatest(app.tender_value(own, in_amount) - own.estimate_fen, 0);
        return own.works_part_fen + excess >= app.number_of_law(found_edition, 'tender.threshold.works', in_day)
            or own.goods_part_fen + excess >= app.number_of_law(found_edition, 'tender.threshold.goods', in_day)
            or own.services_part_fen + excess >= app.number_of_law(found_edition, 'tender.threshold.services', in_day);
    end if;
    line := app.number_of_law(found_edition, case own.category
        when 'works' then 'tender.threshold.works' when 'goods' then 'tender.threshold.goods'
        else 'tender.threshold.services' end, in_day);
    select
        sum(app.tender_value(member, case when member.package_id = own.package_id then in_amount end))
            filter (where member.service_kind is not distinct from own.service_kind),
        sum(app.tender_value(member, case when member.package_id = own.package_id then in_amount end))
            filter (where member.widened)
    into own_kind, widened_kinds
    from app.merge_group(own) member
    where app.tender_counts(member, found_edition, in_day);
    return own_kind >= line or coalesce(widened_kinds >= line, false);
end
$$;
