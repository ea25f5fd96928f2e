-- What contracts come to, those that ended before their works with what was done under them.

-- The day on which a contract ended before its works; none where it did not.
create or replace function app.contract_ended_on(in_district integer, in_contract uuid) returns date
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select ended_on from app.contract_termination where district = in_district and contract_id = in_contract
    );
end
$$;

-- What the logs of a contractor hold of a line of his bill, in thousandths of its unit.
create or replace function app.line_logged(in_district integer, in_line uuid) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select coalesce(sum(quantity.quantity_milli), 0)::bigint
        from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
        where quantity.district = in_district and quantity.bill_line_id = in_line
            and log.kind = 'construction' and log.state <> 'rejected'
    );
end
$$;

-- What was built under a contract, by its logs at its prices.
create or replace function app.contract_built(in_district integer, in_contract uuid) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select coalesce(sum(round(app.line_logged(district, bill_line_id)::numeric * unit_price_fen / 1000)), 0)::bigint
        from app.bill_line where district = in_district and contract_id = in_contract
    );
end
$$;

-- Whether a contract still asks something of its unit: it stands, or something was built under it.
create or replace function app.contract_holds(in_district integer, in_contract uuid) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select app.contract_ended_on(in_district, in_contract) is null or app.contract_built(in_district, in_contract) > 0
    );
end
$$;

-- What a contract takes of the money of its project, without approved changes: its amount; of one that ended, what was
-- built, or what was agreed to be settled where it had no bill.
create or replace function app.contract_takes(in_contract app.contract) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select case
            when app.contract_ended_on(in_contract.district, in_contract.contract_id) is null then in_contract.amount_fen
            when exists (
                select from app.bill_line line
                where line.district = in_contract.district and line.contract_id = in_contract.contract_id
            ) then app.contract_built(in_contract.district, in_contract.contract_id)
            else coalesce((
                select proposed.settled_fen from app.contract_termination ended
                join app.termination_proposal proposed using (district, project_id, contract_id, proposal_id)
                where ended.district = in_contract.district and ended.contract_id = in_contract.contract_id
            ), in_contract.amount_fen)
        end
    );
end
$$;

-- What all contracts of a project take of its money.
create or replace function app.contracts_take(in_district integer, in_project uuid) returns bigint
language sql stable set search_path = ''
as $$
    select coalesce(sum(app.contract_takes(contract)), 0)::bigint from app.contract
    where district = in_district and project_id = in_project
$$;

-- The contract of a package that stands; those that ended before their works are its history.
create or replace function app.standing_contract(in_district integer, in_package uuid) returns app.contract
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select contract from app.contract
        where district = in_district and package_id = in_package
            and app.contract_ended_on(district, contract_id) is null
        limit 1
    );
end
$$;

-- What contracts of a package that ended took of it; null where none ended.
create or replace function app.taken_by_ended(in_district integer, in_package uuid) returns bigint
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select sum(app.contract_takes(contract))::bigint from app.contract
        where district = in_district and package_id = in_package
            and app.contract_ended_on(district, contract_id) is not null
    );
end
$$;
