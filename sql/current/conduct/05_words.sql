-- The words that a place's packs give a thing of a list, for what is shown without a program in between.
create or replace function app.policy_words(in_district integer, in_project uuid, in_key text) returns text
language sql stable set search_path = ''
as $$
    select coalesce((
        select value from policy.parameter
        where edition = project.edition and key = in_key
            and auth.today() between valid_from and coalesce(valid_to, 'infinity')
        order by valid_from desc limit 1
    ), split_part(in_key, '.', 3))
    from app.project where project.district = in_district and project.project_id = in_project
$$;
grant execute on function app.policy_words(integer, uuid, text) to yanshou_service, yanshou_reader, yanshou_jobs;
