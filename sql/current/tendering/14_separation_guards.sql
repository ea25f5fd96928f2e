-- TEN-6, TEN-11: lots of one kind are counted together until the district's office decides, by a stored paper and on a
-- ground of the list, that one of them is something else. Who buys does not decide it.

create or replace function app.tg__separation_is_decided() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select edition, construction_unit_id into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if not app.policy_says(found.edition, 'tender.separation_grounds', new.ground, auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'separation_ground_is_of_the_list',
            message = format('%s is no ground for counting a lot apart', new.ground);
    end if;
    if new.decided_by <> auth.person() or new.decider_role <> auth.role()
        or not app.policy_says(found.edition, 'tender.separation_deciders', new.decider_role, auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'separation_is_decided_by_its_authority',
            message = 'a separation is decided by who acts, in a role that may';
    end if;
    if auth.organisation() = found.construction_unit_id then
        raise exception using errcode = 'YS001', constraint = 'separation_is_decided_by_another_unit',
            message = 'the unit that buys does not count its own lots apart';
    end if;
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id
            and paper.project_id = new.project_id and paper.subject_kind = 'project'
            and paper.kind = 'separation_decision' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'separation_rests_on_its_paper',
            message = 'the decision names no stored paper of this project';
    end if;
    if exists (
        select from app.paper
        join ledger.entry said on said.district = paper.district and said.entry_id = paper.op_id
        where paper.district = new.district and paper.paper_id = new.paper_id and said.person_id = auth.person()
    ) then
        raise exception using errcode = 'YS001', constraint = 'separation_is_decided_by_a_second_person',
            message = 'who recorded the paper does not decide by it';
    end if;
    if exists (
        select from app.package
        where district = new.district and package_id = new.package_id and withdrawn_on is not null
    ) then
        raise exception using errcode = 'YS001', constraint = 'separation_is_for_a_standing_package',
            message = 'a package that was withdrawn is counted with none';
    end if;
    perform app.hold_money_of_split_lots(new.district, new.project_id);
    return null;
end
$$;

create or replace trigger _500_separation_is_decided after insert on app.package_separation
    for each row execute function app.tg__separation_is_decided();
create or replace trigger _100_fact_is_never_changed before update or delete on app.package_separation
    for each row execute function app.tg__fact_is_never_changed();
