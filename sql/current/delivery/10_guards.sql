-- Who may hold which role beside whom: from the published list, by unit and by control.

-- 控制关系 on a day span: one unit over the other through however many between, or any unit over both. One person over two
-- units ties them both ways.
create or replace function auth.units_are_linked(
    in_one uuid, in_other uuid, in_from date, in_to date
) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
    return (
        with recursive above(side, unit, since, until) as (
            select named.side, named.unit, in_from, coalesce(in_to, 'infinity')
            from (values (1, in_one), (2, in_other)) named(side, unit)
            union
            select above.side,
                case when link.controlled_id = above.unit then link.organisation_id else link.controlled_id end,
                greatest(above.since, link.valid_from), least(above.until, coalesce(link.valid_to, 'infinity'))
            from above
            join auth.control_link link on (
                    link.controlled_id = above.unit
                    or link.organisation_id = above.unit and link.kind in ('same_controller', 'same_legal_representative')
                )
                and link.valid_from <= above.until and coalesce(link.valid_to, 'infinity') >= above.since
        )
        select exists (
            select from above one join above other using (unit)
            where one.side = 1 and other.side = 2
                and greatest(one.since, other.since) <= least(one.until, other.until)
        )
    );
end
$$;

-- Every unit that control ties to one of these, through whatever lies between, on whatever day.
create or replace function auth.units_of_one_group(in_units uuid[]) returns setof uuid
language sql stable set search_path = ''
as $$
    with recursive tied(unit) as (
        select unnest(in_units)
        union
        select case when link.controlled_id = tied.unit then link.organisation_id else link.controlled_id end
        from tied
        join auth.control_link link on tied.unit in (link.organisation_id, link.controlled_id)
    )
    select unit from tied
$$;

-- Pairs of engagements of a project that the list forbids, as both stand at the same time.
create or replace function app.engagement_conflicts(in_district integer, in_project uuid)
returns table (engagement_id uuid, other_id uuid, record text, reach text)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        with standing (engagement_id, organisation_id, role, valid_from, valid_to, edition) as (
            select e.engagement_id, e.organisation_id, e.role, e.valid_from, app.engagement_bars_until(e), p.edition
            from app.engagement e join app.project p using (district, project_id)
            where e.district = in_district and e.project_id = in_project
            union all
            -- 建设单位 stands beside its parties whether or not anybody recorded it among them.
            select p.project_id, p.construction_unit_id, 'construction_unit', '-infinity', null, p.edition
            from app.project p where p.district = in_district and p.project_id = in_project
        ),
        forbidden as (
            select named.edition, named.value as record, role_a.value as role_a, role_b.value as role_b,
                reach.value as reach
            from (select distinct edition, key, value from policy.parameter) named
            join policy.parameter role_a on role_a.edition = named.edition
                and role_a.key = 'delivery.incompatible.' || named.value || '.role_a'
            join policy.parameter role_b on role_b.edition = named.edition
                and role_b.key = 'delivery.incompatible.' || named.value || '.role_b'
            join policy.parameter reach on reach.edition = named.edition
                and reach.key = 'delivery.incompatible.' || named.value || '.reach'
            where named.key = 'delivery.incompatible' and named.edition in (select edition from standing)
        )
        select one.engagement_id, other.engagement_id, forbidden.record, forbidden.reach
        from forbidden
        join standing one on one.edition = forbidden.edition and one.role = forbidden.role_a
        join standing other on other.role = forbidden.role_b and other.engagement_id <> one.engagement_id
        where one.valid_from <= coalesce(other.valid_to, 'infinity')
            and other.valid_from <= coalesce(one.valid_to, 'infinity')
            and not exists (
                select from app.delivery_mode chosen
                where chosen.district = in_district and chosen.project_id = in_project
                    and not exists (
                        select from policy.parameter mode
                        where mode.edition = forbidden.edition and mode.value = chosen.mode
                            and mode.key = 'delivery.incompatible.' || forbidden.record || '.modes'
                    )
            )
            and case forbidden.reach
                when 'same_org' then one.organisation_id = other.organisation_id
                else one.organisation_id <> other.organisation_id and auth.units_are_linked(one.organisation_id, other.organisation_id,
                    greatest(one.valid_from, other.valid_from), least(one.valid_to, other.valid_to))
            end;
end
$$;

-- Engagements queue at their project. They do not wait for a control link that is being recorded, since the
-- link waits for them: whoever meets one is sent back and tries again.
create or replace function app.tg__engagement_has_no_conflict() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found_edition text;
    buyer uuid;
    unit_kind text;
    met record;
begin
    select edition, construction_unit_id into found_edition, buyer from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if new.role = 'construction_unit' and new.organisation_id <> buyer then
        raise exception using errcode = 'YS001', constraint = 'construction_unit_is_the_projects_own',
            message = 'a project has the construction unit that it was taken in with';
    end if;
    perform app.engagement_days_are_near(new);
    select kind into unit_kind from auth.organisation where organisation_id = new.organisation_id;
    -- An edition from before the table knows no kinds.
    if exists (
        select from policy.parameter where edition = found_edition and key = 'delivery.unit_kinds'
    ) and not exists (
        select from policy.parameter
        where edition = found_edition and key = 'delivery.unit_kinds.' || new.role || '.kinds' and value = unit_kind
    ) then
        raise exception using errcode = 'YS001', constraint = 'engagement_fits_the_kind_of_unit',
            message = format('a unit of the kind %s is no %s', unit_kind, new.role);
    end if;
    -- HOUSE-DEL-8: who supervises, designs or audits is what the office says it is, not what the street wrote.
    if app.policy_says(found_edition, 'delivery.confirmed_roles', new.role, app.day_of_change())
        and app.unit_waits_for_confirmation(new.district, new.organisation_id)
    then
        raise exception using errcode = 'YS001', constraint = 'engagement_waits_for_the_register',
            message = 'the unit was registered by a street and is not confirmed';
    end if;
    if not exists (
        select from policy.parameter where edition = found_edition and key = 'delivery.incompatible'
    ) then
        raise exception using errcode = 'YS001', constraint = 'number_of_law_is_published',
            message = 'the edition of this project has no list of incompatible roles';
    end if;
    if not pg_try_advisory_xact_lock_shared(hashtext('auth.control_link')) then
        raise exception using errcode = '40001', constraint = 'control_links_are_being_recorded',
            message = 'a control link is being recorded at this moment: try again';
    end if;
    select * into met from app.engagement_conflicts(new.district, new.project_id) conflict
    where new.engagement_id in (conflict.engagement_id, conflict.other_id) limit 1;
    if found then
        raise exception using errcode = 'YS001', constraint = 'engagement_has_no_conflict',
            message = format('the roles may not meet: %s', met.record);
    end if;
    return null;
end
$$;

-- Of each pair of a project's engagements that conflict, both standing after a day: the one that its blocks name.
create or replace function app.engagements_held(
    in_district integer, in_project uuid, in_day date
) returns setof uuid
language sql stable set search_path = ''
as $$
    select least(conflict.engagement_id, conflict.other_id)
    from app.engagement_conflicts(in_district, in_project) conflict
    join app.engagement one on one.district = in_district and one.engagement_id = conflict.engagement_id
    join app.engagement other on other.district = in_district and other.engagement_id = conflict.other_id
    where least(coalesce(app.engagement_until(one), 'infinity'), coalesce(app.engagement_until(other), 'infinity'))
        > in_day
$$;

-- Certificate and payment are held by each conflict that stands, and freed where none is left.
create or replace function app.hold_what_conflicts(in_district integer, in_project uuid, in_day date) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    held uuid;
begin
    perform from app.project where district = in_district and project_id = in_project for no key update;
    for held in select distinct app.engagements_held(in_district, in_project, in_day) loop
        perform app.put_block(in_district, in_project, 'certificate', 'engagement_has_no_conflict',
            'engagement_conflict', held);
        perform app.put_block(in_district, in_project, 'payment', 'engagement_has_no_conflict',
            'engagement_conflict', held);
    end loop;
    perform app.lift_block(in_district, 'engagement_conflict', freed.source_id)
    from (
        select distinct source_id from app.block
        where district = in_district and project_id = in_project and source_kind = 'engagement_conflict'
            and lifted_at is null
            and source_id not in (select app.engagements_held(in_district, in_project, in_day))
    ) freed;
end
$$;

-- Engagements that were ended on a day to come free what they held when it comes; run daily for each district.
create or replace function app.free_ended_engagements(in_day date) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    touched record;
    looked_at integer := 0;
begin
    for touched in
        select distinct district, project_id from app.block
        where district = auth.district() and source_kind = 'engagement_conflict' and lifted_at is null
        order by district, project_id
    loop
        perform app.hold_what_conflicts(touched.district, touched.project_id, in_day);
        looked_at := looked_at + 1;
    end loop;
    return looked_at;
end
$$;

-- HOUSE-DEL-6: a role is not taken far ahead, and not given up long ago: both would move what a conflict holds.
create or replace function app.engagement_days_are_near(in_engagement app.engagement) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    found_edition text;
    ahead bigint;
    back bigint;
begin
    select edition into found_edition from app.project
    where district = in_engagement.district and project_id = in_engagement.project_id;
    -- An edition from before these numbers bounds no days.
    ahead := app.policy_number(found_edition, 'delivery.engagement_ahead_days', app.day_of_change());
    back := app.policy_number(found_edition, 'delivery.end_recorded_within_days', app.day_of_change());
    if in_engagement.valid_from > app.day_of_change() + ahead::integer then
        raise exception using errcode = 'YS001', constraint = 'engagement_begins_soon',
            message = format('an engagement from %s is recorded when its time is near', in_engagement.valid_from);
    end if;
    if in_engagement.valid_to < app.day_of_change() - back::integer then
        raise exception using errcode = 'YS001', constraint = 'engagement_end_is_recorded_in_time',
            message = format('an end on %s is recorded too late', in_engagement.valid_to);
    end if;
end
$$;

-- An engagement changes only by ending.
create or replace function app.tg__engagement_only_ends() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if old.valid_to is not null or new.valid_to is null or new.valid_from <> old.valid_from then
        raise exception using errcode = 'YS001', constraint = 'engagement_only_ends',
            message = 'an engagement is ended once and not changed otherwise';
    end if;
    if exists (
        select from app.contracts_of_role(new.district, new.project_id, new.organisation_id, new.role) signed
        where app.contract_holds(signed.district, signed.contract_id)
    ) then
        raise exception using errcode = 'YS001', constraint = 'engagement_lasts_as_long_as_its_contract',
            message = 'a contract of this unit for this role stands, or something was built under it';
    end if;
    perform app.engagement_days_are_near(new);
    return new;
end
$$;

-- The day of a change: the request's, or today where an operator puts something right without one.
create or replace function app.day_of_change() returns date
language sql stable security definer set search_path = ''
as $$
    select case when coalesce(current_setting('app.context', true), '') = '' then auth.business_day() else auth.today() end
$$;

-- An engagement that ends, or another mode, changes which conflicts stand: what they hold is found anew.
create or replace function app.tg__conflicts_are_found_anew() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.hold_what_conflicts(new.district, new.project_id, app.day_of_change());
    return null;
end
$$;

-- A control link that makes standing engagements conflict is recorded, and holds certificate and payment.
create or replace function auth.tg__control_link_reaches_engagements() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    touched record;
begin
    for touched in
        select distinct e.district, e.project_id from app.engagement e
        where e.organisation_id in (
            select auth.units_of_one_group(array[new.organisation_id, new.controlled_id]))
        order by e.district, e.project_id
    loop
        perform app.hold_what_conflicts(touched.district, touched.project_id, app.day_of_change());
    end loop;
    return null;
end
$$;

-- Waits for every engagement that is being written, before the link is.
create or replace function auth.tg__control_link_waits_for_engagements() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform pg_advisory_xact_lock(hashtext('auth.control_link'));
    return new;
end
$$;

-- The mode is chosen before works are contracted, and EPC is contracted only where EPC is the mode.
create or replace function app.tg__contract_fits_the_delivery_mode() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found_category text;
    found_mode text;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select category into found_category from app.package
    where district = new.district and package_id = new.package_id;
    if found_category not in ('works', 'epc') then
        return new;
    end if;
    select mode into found_mode from app.delivery_mode
    where district = new.district and project_id = new.project_id;
    if found_mode is null then
        raise exception using errcode = 'YS001', constraint = 'contract_waits_for_delivery_mode',
            message = 'how the project is built is not chosen';
    end if;
    if found_category = 'epc' and found_mode <> 'epc' then
        raise exception using errcode = 'YS001', constraint = 'contract_fits_the_delivery_mode',
            message = format('an EPC contract is not signed in a project built %s', found_mode);
    end if;
    return new;
end
$$;

create or replace function app.tg__delivery_mode_is_settled_by_contracts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.chosen_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'delivery_mode_is_not_dated_ahead',
            message = 'a mode is recorded once it is chosen';
    end if;
    if exists (
        select from app.contract join app.package using (district, package_id)
        where contract.district = new.district and contract.project_id = new.project_id
            and package.category in ('works', 'epc')
    ) then
        raise exception using errcode = 'YS001', constraint = 'delivery_mode_is_settled_by_contracts',
            message = 'the delivery mode is settled once works are contracted';
    end if;
    return new;
end
$$;

-- Whoever signs takes part: the engagement comes with the contract, and its conflicts refuse both.
create or replace function app.tg__contract_engages_its_unit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    taken_role text;
begin
    select app.role_of_package(category, service_kind) into taken_role from app.package
    where district = new.district and package_id = new.package_id;
    if taken_role is not null and not exists (
        select from app.engagement
        where district = new.district and project_id = new.project_id and organisation_id = new.contractor_id
            and role = taken_role and valid_to is null
    ) then
        insert into app.engagement (district, engagement_id, project_id, organisation_id, role, contract_id,
            valid_from, op_id)
        values (new.district, new.contract_id, new.project_id, new.contractor_id, taken_role, new.contract_id,
            new.signed_on, new.op_id);
    end if;
    return null;
end
$$;

create or replace trigger _200_delivery_mode_is_settled before insert or update on app.delivery_mode
    for each row execute function app.tg__delivery_mode_is_settled_by_contracts();
create or replace trigger _300_contract_fits_the_delivery_mode before insert on app.contract
    for each row execute function app.tg__contract_fits_the_delivery_mode();
create or replace trigger _500_contract_engages_its_unit after insert on app.contract
    for each row execute function app.tg__contract_engages_its_unit();
create or replace trigger _200_engagement_only_ends before update on app.engagement
    for each row execute function app.tg__engagement_only_ends();
create or replace trigger _500_conflicts_are_found_anew after update on app.engagement
    for each row execute function app.tg__conflicts_are_found_anew();
create or replace trigger _500_conflicts_are_found_anew after insert or update on app.delivery_mode
    for each row execute function app.tg__conflicts_are_found_anew();
create or replace trigger _500_engagement_has_no_conflict after insert on app.engagement
    for each row execute function app.tg__engagement_has_no_conflict();
create or replace trigger _200_control_link_waits_for_engagements before insert on auth.control_link
    for each row execute function auth.tg__control_link_waits_for_engagements();
create or replace trigger _500_control_link_reaches_engagements after insert on auth.control_link
    for each row execute function auth.tg__control_link_reaches_engagements();
