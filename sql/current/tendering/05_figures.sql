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

-- What a contract comes to with the changes that were approved.
create or replace function app.contract_comes_to(in_contract app.contract) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select in_contract.amount_fen + coalesce(sum(addition.amount_fen), 0)::bigint
        from app.bill_addition addition join app.bill_line line using (district, bill_line_id)
        where line.district = in_contract.district and line.contract_id = in_contract.contract_id
    );
end
$$;

-- The award of a package that stands: not withdrawn, and its contract, where there is one, did not end.
create or replace function app.standing_award(in_district integer, in_package uuid) returns app.tender_award
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select award from app.tender_award award
        where award.district = in_district and award.package_id = in_package
            and not exists (
                select from app.award_withdrawal withdrawn
                where withdrawn.district = award.district and withdrawn.award_id = award.award_id)
            and not exists (
                select from app.contract
                where contract.district = award.district and contract.award_id = award.award_id
                    and app.contract_ended_on(contract.district, contract.contract_id) is not null)
        order by award.created_at, award.award_id limit 1
    );
end
$$;

-- HOUSE-DEL-4, HOUSE-TEN-6: whether a unit of this kind does what a package buys: by the role that it gives, or where it gives
-- none by its service. An edition without the tables knows no kinds.
create or replace function app.unit_fits_package(in_package app.package, in_unit uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    with asked as (
        select project.edition, app.role_of_package(in_package.category, in_package.service_kind) as role
        from app.project where district = in_package.district and project_id = in_package.project_id
            and district = auth.district()
    ), listed as (
        select edition, case when role is null then 'tender.service_units' else 'delivery.unit_kinds' end as list,
            case when role is null then 'tender.service_units.' || in_package.service_kind
                else 'delivery.unit_kinds.' || role end || '.kinds' as key
        from asked
    )
    select exists (
        select from listed
        where not exists (
                select from policy.parameter known where known.edition = listed.edition and known.key = listed.list)
            or exists (
                select from policy.parameter fits join auth.organisation unit on unit.kind = fits.value
                where fits.edition = listed.edition and fits.key = listed.key and unit.organisation_id = in_unit)
    )
$$;

-- What a package counts for: its estimate, or its contracts with their changes where that is higher, of those that ended what
-- was done; of consulting, the listed part. So the whole counts, however often it is contracted anew.
create or replace function app.tender_value(in_package app.package, in_amount bigint default null) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select case
            when in_package.service_kind = 'whole_process_consulting' then in_package.listed_part_fen
            else greatest(in_package.estimate_fen, taken.fen + greatest(coalesce(in_amount, 0), coalesce((
                select app.contract_comes_to(contract) from app.contract
                where district = in_package.district and package_id = in_package.package_id
                    and app.contract_ended_on(district, contract_id) is null
            ), 0)))
        end
        from (select coalesce(app.taken_by_ended(in_package.district, in_package.package_id), 0) as fen) taken
    );
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
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select exists (
            select from app.package_separation decided
            where decided.district = in_package.district and decided.package_id = in_package.package_id
        )
    );
end
$$;

-- Whether a package counts together with a part of a general contract: works with its works, goods with its goods, and of
-- services those that such a contract holds by the list of the edition.
create or replace function app.counts_with_epc_parts(in_package app.package) returns boolean
language sql stable set search_path = ''
as $$
    select in_package.category in ('works', 'goods') or in_package.category = 'service' and exists (
        select from policy.parameter listed
        join app.project on project.edition = listed.edition
        where project.district = in_package.district and project.project_id = in_package.project_id
            and listed.key = 'tender.epc_services' and listed.value = in_package.service_kind
    )
$$;

-- TEN-6, TEN-9: the packages that are counted together with one: of its kind, those a person put beside it, and general
-- contracts, of which the part of that kind counts.
create or replace function app.merge_group(in_package app.package) returns setof app.package
language plpgsql stable set search_path = ''
as $$
begin
    return query
        select other.* from app.package other
        where other.district = in_package.district and other.project_id = in_package.project_id
            and other.withdrawn_on is null
            and (
                other.package_id = in_package.package_id
                or (
                    not app.is_counted_apart(other) and not app.is_counted_apart(in_package)
                    and case
                        when other.category = in_package.category then
                            other.service_kind is not distinct from in_package.service_kind
                            or (other.widened and in_package.widened)
                        when other.category = 'epc' then app.counts_with_epc_parts(in_package)
                        when in_package.category = 'epc' then app.counts_with_epc_parts(other)
                        else false
                    end
                )
            );
end
$$;

-- TEN-6, TEN-11: works of the approved scheme that no package holds yet: they count with the works that are filed, so that
-- nobody brings a lot below the line by filing its neighbours later.
create or replace function app.scheme_unfiled(in_package app.package) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select case when in_package.category not in ('works', 'epc') or app.is_counted_apart(in_package) then 0
            else greatest(app.scheme_worth(in_package.district, in_package.project_id) - coalesce((
                select sum(case other.category when 'works' then app.tender_value(other) else other.works_part_fen end)
                from app.package other
                where other.district = in_package.district and other.project_id = in_package.project_id
                    and other.withdrawn_on is null and other.category in ('works', 'epc')
            ), 0), 0)::bigint end
    );
end
$$;

-- The facts a determination rests on, as one digest: where it differs, the determination is out of date.
create or replace function app.tender_basis(in_district integer, in_package uuid) returns text
language plpgsql stable set search_path = ''
as $$
begin
    return (
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
            ) || coalesce('|' || nullif(app.scheme_unfiled(own), 0), ''), 'UTF8')), 'hex')
        from app.package own
        where own.district = in_district and own.package_id = in_package
    );
end
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
    over bigint;
    works_line bigint;
    goods_line bigint;
    services_line bigint;
    together record;
begin
    select * into own from app.package where district = in_district and package_id = in_package;
    select edition into found_edition from app.project
    where district = own.district and project_id = own.project_id;
    if not app.project_is_in_tender_scope(own.district, own.project_id, in_day)
        or not app.tender_counts(own, found_edition, in_day)
    then
        return false;
    end if;
    -- What exceeds the estimate of a general contract counts to whichever part it would bring to its line.
    select
        coalesce(sum(value) filter (where category = 'works'), 0)
            + coalesce(sum(works_part_fen + over_fen) filter (where works_part_fen > 0), 0)
            + app.scheme_unfiled(own) as works,
        coalesce(sum(value) filter (where category = 'goods'), 0)
            + coalesce(sum(goods_part_fen + over_fen) filter (where goods_part_fen > 0), 0) as goods,
        coalesce(sum(services_part_fen + over_fen) filter (where services_part_fen > 0), 0) as epc_services,
        coalesce(sum(value) filter (where service_kind = own.service_kind), 0) as own_kind,
        coalesce(sum(value) filter (where category = 'service' and widened), 0) as widened_kinds,
        coalesce((array_agg(of_its_kind order by of_its_kind desc) filter (where category = 'service'))[1], 0)
            as most_of_a_kind
    into together
    from (
        select member.category, member.service_kind, member.widened, member.works_part_fen, member.goods_part_fen,
            member.services_part_fen, counted.value, greatest(counted.value - member.estimate_fen, 0) as over_fen,
            sum(counted.value) over (partition by member.category, member.service_kind) as of_its_kind
        from app.merge_group(own) member
        cross join lateral (
            select app.tender_value(member, case when member.package_id = own.package_id then in_amount end) as value
        ) counted
        where app.tender_counts(member, found_edition, in_day)
    ) member;
    if own.category <> 'epc' then
        return case own.category
            when 'works' then together.works >= app.number_of_law(found_edition, 'tender.threshold.works', in_day)
            when 'goods' then together.goods >= app.number_of_law(found_edition, 'tender.threshold.goods', in_day)
            else greatest(together.own_kind, together.widened_kinds) + together.epc_services
                >= app.number_of_law(found_edition, 'tender.threshold.services', in_day)
        end;
    end if;
    over := greatest(app.tender_value(own, in_amount) - own.estimate_fen, 0);
    works_line := app.number_of_law(found_edition, 'tender.threshold.works', in_day);
    goods_line := app.number_of_law(found_edition, 'tender.threshold.goods', in_day);
    services_line := app.number_of_law(found_edition, 'tender.threshold.services', in_day);
    -- A part that is not there is counted with nothing.
    return own.works_part_fen + over >= works_line or own.works_part_fen > 0 and together.works >= works_line
        or own.goods_part_fen + over >= goods_line or own.goods_part_fen > 0 and together.goods >= goods_line
        or own.services_part_fen + over >= services_line
        or own.services_part_fen > 0 and together.epc_services + together.most_of_a_kind >= services_line;
end
$$;

-- TEN-11: whether a change would bring what was bought without a tender to the line, alone or with its group.
create or replace function app.change_reaches_the_tender_line(
    in_district integer, in_order uuid, in_day date
) returns boolean
language plpgsql stable set search_path = ''
as $$
declare
    changed app.contract;
    adds bigint;
    comes_to bigint;
begin
    select cost_fen into adds from app.change_order where district = in_district and change_order_id = in_order;
    select signed.* into changed from app.contract signed
    join app.change_order asked using (district, project_id, contract_id)
    join app.package bought using (district, project_id, package_id)
    join app.project_budget budget using (district, project_id)
    where asked.district = in_district and asked.change_order_id = in_order;
    if not found or adds <= 0 or changed.method in ('public_tender', 'invited_tender') then
        return false;
    end if;
    comes_to := app.contract_comes_to(changed) + adds;
    return app.package_must_be_tendered(in_district, changed.package_id, comes_to, in_day) and not exists (
        select from app.tender_exemption exemption
        where exemption.district = in_district and exemption.package_id = changed.package_id
            and exemption.up_to_fen >= comes_to + coalesce(app.taken_by_ended(in_district, changed.package_id), 0)
    );
end
$$;
