-- HOUSE-HDO-10: of a project's hand-overs only so many rest on a link; for the others the utility signs by its account.
-- After the guard that queues at the project's row.
create or replace function app.tg__handover_links_are_few() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    most bigint;
begin
    if new.means <> 'link' then
        return null;
    end if;
    most := app.policy_number(app.edition_of(new.district, new.project_id), 'handover.links_at_most', auth.today());
    if most is not null and (
        select count(distinct signature.handover_id) from app.handover_signature signature
        join app.handover using (district, handover_id)
        where signature.district = new.district and signature.project_id = new.project_id
            and signature.means = 'link' and signature.round = handover.round and handover.state <> 'not_applicable'
    ) > most then
        raise exception using errcode = 'YS001', constraint = 'handover_links_are_few',
            message = format('no more than %s hand-overs of a project rest on links', most);
    end if;
    return null;
end
$$;

create or replace trigger _520_handover_links_are_few after insert on app.handover_signature
    for each row execute function app.tg__handover_links_are_few();
