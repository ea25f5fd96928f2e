-- Residents' money by household: a unit of the register, its share, the days on which money can have come.

-- What a household owes before launch: the scheme's own figure, else its part by area, up to the next fen (HOUSE-RCP-1).
-- Null where neither a scheme nor the place's packs say.
create or replace function app.household_due(in_district integer, in_unit uuid) returns bigint
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce(unit.share_fen, case app.policy_text(project.edition, 'receipt.household_due')
            when 'area' then div(
                plan.required_fen::numeric * unit.area_hundredths + standing.area_hundredths - 1,
                standing.area_hundredths)::bigint end)
        from app.register_unit unit
        join app.project using (district, project_id)
        join app.funding_plan plan using (district, project_id)
        join app.register_import standing on standing.district = unit.district
            and standing.project_id = unit.project_id and standing.state = 'standing'
        where unit.district = in_district and unit.unit_id = in_unit and in_district = auth.district()
    );
end
$$;

-- What has come from a household, whoever owned it.
create or replace function app.household_paid(in_district integer, in_unit uuid) returns bigint
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce(sum(receipt.amount_fen), 0)::bigint
        from app.register_unit own
        join app.register_unit same using (district, project_id, building, entrance, room)
        join app.receipt on receipt.district = same.district and receipt.unit_id = same.unit_id
        where own.district = in_district and own.unit_id = in_unit and in_district = auth.district()
    );
end
$$;

-- A receipt is read by its door: the database writes it from the unit, and takes it from nobody.
create or replace function app.tg__receipt_takes_its_door() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.reverses is null and new.unit_id is null and new.household is not null then
        raise exception using errcode = 'YS001', constraint = 'receipt_names_its_household',
            message = 'money of a household names its unit of the register';
    end if;
    new.household := case when new.reverses is not null then (
            select household from app.receipt where district = new.district and receipt_id = new.reverses
        ) else (
            select concat_ws('-', nullif(building, ''), nullif(entrance, ''), room) from app.register_unit
            where district = new.district and unit_id = new.unit_id
        ) end;
    return new;
end
$$;

-- HOUSE-RCP-2: one household pays ahead for others, or for itself, on a ground of the list and by a stored paper. An
-- edition from before the list takes any words.
create or replace function app.paying_ahead_rests_on_its_paper(in_receipt app.receipt) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.edition_of(in_receipt.district, in_receipt.project_id);
begin
    if in_receipt.ahead_ground is null or not exists (
        select from policy.parameter where edition = pinned and key = 'receipt.ahead_grounds'
    ) then
        return;
    end if;
    if not app.policy_says(pinned, 'receipt.ahead_grounds', in_receipt.ahead_ground, auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'receipt_ahead_ground_is_of_the_list',
            message = format('%s is no ground for paying ahead', in_receipt.ahead_ground);
    end if;
    if not exists (
        select from app.paper
        where paper.district = in_receipt.district and paper.paper_id = in_receipt.ahead_paper_id
            and paper.project_id = in_receipt.project_id and paper.subject_kind = 'project'
            and paper.kind = 'ahead_payment_proof' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'receipt_ahead_rests_on_its_paper',
            message = 'the receipt names no stored paper of this project';
    end if;
end
$$;

-- After the project's row is locked by the guard before this one.
create or replace function app.tg__receipt_is_of_a_household() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    opened date;
begin
    select account_opened_on into opened from app.project
    where district = new.district and project_id = new.project_id;
    if new.received_on < opened then
        raise exception using errcode = 'YS001', constraint = 'receipt_is_not_before_its_account',
            message = 'money reaches the account on a day on which there is one';
    end if;
    if new.reverses is not null then
        if exists (
            select from app.receipt
            where district = new.district and receipt_id = new.reverses
                and (unit_id is distinct from new.unit_id or channel <> new.channel)
        ) then
            raise exception using errcode = 'YS001', constraint = 'receipt_reversal_is_whole',
                message = 'a reversal takes back the receipt of the same household and channel';
        end if;
        return null;
    end if;
    if new.unit_id is null and new.channel in ('personal', 'maintenance_fund') then
        raise exception using errcode = 'YS001', constraint = 'receipt_names_its_household',
            message = 'money of a household names its unit of the register';
    end if;
    if new.unit_id is null then
        return null;
    end if;
    if not exists (
        select from app.register_unit
        where district = new.district and unit_id = new.unit_id and project_id = new.project_id
            and until_import is null
    ) then
        raise exception using errcode = 'YS001', constraint = 'receipt_household_is_of_the_register',
            message = 'the unit is none of the standing register of the project';
    end if;
    perform app.paying_ahead_rests_on_its_paper(new);
    if new.ahead_ground is null
        and app.household_paid(new.district, new.unit_id) > app.household_due(new.district, new.unit_id)
    then
        raise exception using errcode = 'YS001', constraint = 'receipt_stays_within_the_household_share',
            message = 'more than the share of the household, and nothing says why';
    end if;
    return null;
end
$$;

-- LC-06-2: the account is opened for an approved scheme, on a day that has come.
create or replace function app.tg__account_is_opened_in_its_time() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.account_opened_on is distinct from old.account_opened_on and (
        new.account_opened_on > auth.today() or new.account_opened_on < (
            select found.as_of
            from app.funding_plan plan join app.determination found using (district, determination_id)
            where plan.district = new.district and plan.project_id = new.project_id)
        or new.account_opened_on is null and new.account_number is not null
    ) then
        raise exception using errcode = 'YS001', constraint = 'account_is_opened_in_its_time',
            message = 'the account is opened after the scheme is decided, and not ahead';
    end if;
    return new;
end
$$;

-- The figures of a scheme by the rules of its place on the day it was decided; nothing where they name no shares.
create or replace function app.funding_figures(
    in_district integer, in_project uuid, in_other bigint, in_contingency bigint, in_day date
) returns table (
    total_fen numeric, resident_weighted_fen numeric, excess_fen numeric, resident_fen numeric, subsidy_fen numeric,
    required_fen numeric
)
language sql stable security definer set search_path = ''
as $$
    with owner as (
        select project.edition, community.area_hundredths::numeric as area
        from app.project join app.community using (district, community_id)
        where project.district = in_district and project.project_id = in_project
    ), share as (
        select kind.class, split_part(said.value, '/', 1)::numeric as part,
            coalesce(nullif(split_part(said.value, '/', 2), ''), '1')::numeric as whole
        from owner
        cross join unnest(array['mandatory', 'basic', 'improve', 'upgrade']) as kind (class)
        cross join lateral app.policy_on(owner.edition, 'funding.share.' || kind.class, in_day) as said (value)
    ), scale as (
        select max(whole) filter (where class = 'mandatory') * max(whole) filter (where class = 'basic')
            * max(whole) filter (where class = 'improve') * max(whole) filter (where class = 'upgrade') as whole
        from share
    ), works as (
        select sum(item.amount_fen)::numeric as amount,
            sum(item.amount_fen::numeric * share.part * scale.whole / share.whole) as weighted
        from app.works_item item join share using (class) cross join scale cross join owner
        where item.district = in_district and item.project_id = in_project
            and item.kind not in (select app.policy_on(owner.edition, 'funding.excluded_kinds', in_day))
    ), parts as (
        select amount + in_other + in_contingency as total,
            -- Rounded half up: the residents' share of the whole as of the works.
            div(2 * weighted * (amount + in_other + in_contingency) + scale.whole * amount, 2 * scale.whole * amount)
                as resident,
            div(2 * owner.area * cap.value::numeric + 100, 200) as cap, excess.value = 'true' as counts
        from works cross join scale cross join owner
        cross join lateral app.policy_on(owner.edition, 'funding.cap_per_m2', in_day) as cap (value)
        cross join lateral app.policy_on(owner.edition, 'funding.gate_includes_excess', in_day) as excess (value)
        where amount > 0
    )
    select total, resident, total - resident - least(total - resident, cap),
        total - least(total - resident, cap), least(total - resident, cap),
        case when counts then total - least(total - resident, cap) else resident end
    from parts
$$;

create or replace function app.tg__funding_plan_is_of_its_items() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    decided date;
    pinned text;
begin
    select as_of into decided from app.determination
    where district = new.district and determination_id = new.determination_id and project_id = new.project_id
        and question = 'lc_funding';
    select edition into pinned from app.project where district = new.district and project_id = new.project_id;
    if not exists (
        select from app.funding_figures(
            new.district, new.project_id, new.other_fen, new.contingency_fen, decided) found
        where (found.total_fen, found.resident_weighted_fen, found.excess_fen, found.resident_fen, found.subsidy_fen,
            found.required_fen)
            = (new.total_fen::numeric, new.resident_weighted_fen::numeric, new.excess_fen::numeric,
                new.resident_fen::numeric, new.subsidy_fen::numeric, new.required_fen::numeric)
    ) or exists (
        select from app.works_item
        where district = new.district and project_id = new.project_id
            and excluded <> (kind in (select app.policy_on(pinned, 'funding.excluded_kinds', decided)))
    ) then
        raise exception using errcode = 'YS001', constraint = 'funding_plan_is_of_its_items',
            message = 'the plan is not what the items and the rules of the place come to';
    end if;
    return null;
end
$$;

create or replace trigger _110_receipt_takes_its_door before insert on app.receipt
    for each row execute function app.tg__receipt_takes_its_door();
create or replace trigger _510_receipt_is_of_a_household after insert on app.receipt
    for each row execute function app.tg__receipt_is_of_a_household();
create or replace trigger _230_account_is_opened_in_its_time before update on app.project
    for each row execute function app.tg__account_is_opened_in_its_time();
create constraint trigger _910_funding_plan_is_of_its_items after insert on app.funding_plan
    deferrable initially deferred for each row execute function app.tg__funding_plan_is_of_its_items();
