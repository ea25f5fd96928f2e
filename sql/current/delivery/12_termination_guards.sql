-- A contract ends before its works by a stored paper; then its unit may leave its role, and what that held goes free.

create or replace function app.tg__contract_termination_rests_on_its_paper() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    signed app.contract;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into signed from app.contract where district = new.district and contract_id = new.contract_id;
    if new.ended_on > auth.today() or new.ended_on < signed.signed_on then
        raise exception using errcode = 'YS001', constraint = 'contract_ends_between_its_signing_and_today',
            message = 'a contract ends after it was signed, and is told of once it has ended';
    end if;
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id
            and paper.project_id = new.project_id and paper.subject_kind = 'contract'
            and paper.subject_id = new.contract_id and paper.kind = 'contract_termination'
            and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'contract_termination_rests_on_its_paper',
            message = 'the end of the contract names no stored agreement or notice of its own';
    end if;
    perform app.hold_what_conflicts(new.district, new.project_id, app.day_of_change());
    return null;
end
$$;

create or replace trigger _500_contract_termination_rests_on_its_paper after insert on app.contract_termination
    for each row execute function app.tg__contract_termination_rests_on_its_paper();
create or replace trigger _100_fact_is_never_changed before update or delete on app.contract_termination
    for each row execute function app.tg__fact_is_never_changed();
