-- What a policy says on a day, for guards: an edition keeps every period of a key.

-- A number of an edition on a day; null where the policy is silent, so that a guard has to say what silence means.
create or replace function app.policy_number(in_edition text, in_key text, in_day date) returns bigint
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select value::bigint from policy.parameter
        where edition = in_edition and key = in_key and in_day between valid_from and coalesce(valid_to, 'infinity')
        order by valid_from desc limit 1
    );
end
$$;

-- Whether a text, a list or a yes-or-no of an edition holds this value on a day, by the period that began last.
create or replace function app.policy_says(in_edition text, in_key text, in_value text, in_day date) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce(bool_or(value = in_value), false) from policy.parameter
        where edition = in_edition and key = in_key and valid_from = (
            select max(valid_from) from policy.parameter
            where edition = in_edition and key = in_key
                and in_day between valid_from and coalesce(valid_to, 'infinity')
        )
    );
end
$$;

-- What a place's packs say under a key on a day: the day of the fact, not of the request (CV-15).
create or replace function app.policy_on(in_edition text, in_key text, in_day date) returns setof text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return query
        select value from policy.parameter
        where edition = in_edition and key = in_key and valid_from <= in_day and (valid_to is null or valid_to >= in_day);
end
$$;

grant execute on function app.policy_number(text, text, date), app.policy_says(text, text, text, date)
    to yanshou_service, yanshou_reader, yanshou_jobs;
