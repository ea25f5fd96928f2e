-- PAY-4: a settlement rests on a state audit only where the law of the day on which the contract was signed lets it.

create or replace function app.tg__settlement_rests_on_an_audit_the_law_allows() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    -- A contract that does not say how large its contractor is counts as one with a small or medium enterprise.
    if new.basis = 'state_audit_by_contract'
        and app.policy_says(contract.edition, 'payment.sme.audit_basis', 'unless_law', contract.signed_on)
        and not exists (
            select from app.payment_term
            where district = new.district and contract_id = new.contract_id and enterprise = 'large'
        )
    then
        raise exception using errcode = 'YS001', constraint = 'settlement_rests_on_an_audit_the_law_allows',
            message = format('a contract signed on %s may not make a state audit the basis of its settlement',
                contract.signed_on);
    end if;
    return null;
end
$$;

create or replace trigger _500_settlement_rests_on_an_audit_the_law_allows after insert on app.settlement_basis
    for each row execute function app.tg__settlement_rests_on_an_audit_the_law_allows();
create or replace trigger _100_fact_is_never_changed before update or delete on app.settlement_basis
    for each row execute function app.tg__fact_is_never_changed();
