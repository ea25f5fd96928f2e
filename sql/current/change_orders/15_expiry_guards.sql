-- A pending order ends with its window, not before it, and by nobody's hand.
create or replace function app.tg__change_order_expires_after_its_window() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> 'expired' or old.state = 'expired' then
        return new;
    end if;
    if not coalesce(new.settled_on > old.submitted_on + (
        select app.policy_number(edition, 'change.pending_days', new.settled_on)::integer from app.project
        where district = new.district and project_id = new.project_id
    ), false) then
        raise exception using errcode = 'YS001', constraint = 'change_order_expires_after_its_window',
            message = 'the time for deciding this change order is not over';
    end if;
    if auth.role() <> 'system' then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_ended_by_the_daily_job',
            message = 'a pending change order is ended by the daily job';
    end if;
    return new;
end
$$;

create or replace trigger _210_change_order_expires before update on app.change_order
    for each row execute function app.tg__change_order_expires_after_its_window();
