-- 方案与清单: what the approved scheme asks of each item, what contracts hold of it and what is done, in the item's own unit.

-- What was taken out of an item by the office's decisions.
create or replace function app.item_reduced(in_district integer, in_item uuid) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select coalesce(sum(asked.quantity_milli), 0)::bigint
        from app.scheme_reduction asked join app.scheme_reduction_decision said using (district, project_id, reduction_id)
        where asked.district = in_district and asked.works_item_id = in_item and said.approves
    );
end
$$;

-- What the scheme has for its works, without what was taken out of it and without items that have a rule of their own.
create or replace function app.scheme_worth(in_district integer, in_project uuid) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select coalesce(sum(round(item.amount_fen::numeric
            * greatest(item.quantity_milli - app.item_reduced(item.district, item.works_item_id), 0)
            / item.quantity_milli)), 0)::bigint
        from app.works_item item
        where item.district = in_district and item.project_id = in_project and not item.excluded
    );
end
$$;

-- An item: what is to be built after approved changes and reductions, what contracts hold of that (of those that ended, what
-- their logs hold), and what approved logs hold. Lines in another unit stand beside it and count for nothing here.
create or replace function app.item_stands_at(
    in_item app.works_item, out due_milli bigint, out held_milli bigint, out done_milli bigint
)
language plpgsql stable set search_path = ''
as $$
begin
    select in_item.quantity_milli + coalesce(sum(line.added), 0)::bigint
            - app.item_reduced(in_item.district, in_item.works_item_id),
        coalesce(sum(case when line.ended then line.logged else line.quantity_milli + line.added end), 0)::bigint,
        coalesce(sum(line.done), 0)::bigint
    into due_milli, held_milli, done_milli
    from (
        select own.quantity_milli, app.contract_ended_on(own.district, own.contract_id) is not null as ended, (
                select coalesce(sum(quantity_milli), 0) from app.bill_addition
                where district = own.district and bill_line_id = own.bill_line_id) as added, written.logged, written.done
        from app.bill_line own
        cross join lateral (
            select coalesce(sum(quantity.quantity_milli), 0)::bigint as logged,
                coalesce(sum(quantity.quantity_milli) filter (where log.state = 'approved'), 0) as done
            from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
            where quantity.district = own.district and quantity.bill_line_id = own.bill_line_id
                and log.kind = 'construction' and log.state <> 'rejected'
        ) written
        where own.district = in_item.district and own.works_item_id = in_item.works_item_id
            and own.unit = in_item.unit
    ) line;
end
$$;
