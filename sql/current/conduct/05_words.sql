-- The words that a place's packs give a thing of a list, for what is shown without a program in between; where they give
-- none, its own name.
create or replace function app.policy_words(in_edition text, in_key text) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce((
            select value from policy.parameter
            where edition = in_edition and key = in_key
                and auth.today() between valid_from and coalesce(valid_to, 'infinity')
            order by valid_from desc limit 1
        ), split_part(in_key, '.', 3))
    );
end
$$;
create or replace function app.policy_words(in_district integer, in_project uuid, in_key text) returns text
language plpgsql stable set search_path = ''
as $$
begin
    return (
        select app.policy_words(edition, in_key) from app.project where district = in_district and project_id = in_project
    );
end
$$;
grant execute on function app.policy_words(text, text), app.policy_words(integer, uuid, text)
    to yanshou_service, yanshou_reader, yanshou_jobs;
