-- HOUSE-RSN-1: where a step is its reason, the reason says something. An edition without the measure takes any.

-- Whether words are at least as long as the packs ask, without blanks and punctuation.
create or replace function app.says_something(in_edition text, in_words text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return length(regexp_replace(in_words, '[[:space:][:punct:]，。、；：！？“”‘’（）《》—…　]', '', 'g'))
        >= coalesce(app.policy_number(in_edition, 'reason.min_characters', auth.today()), 1);
end
$$;

-- Argument: the column. What is there at all is another guard's.
create or replace function app.tg__reason_says_something() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    said constant text := to_jsonb(new) ->> tg_argv[0];
begin
    if said is distinct from (to_jsonb(old) ->> tg_argv[0])
        and not app.says_something(app.edition_of(new.district, new.project_id), said)
    then
        raise exception using errcode = 'YS001', constraint = 'reason_says_something',
            message = 'the reason says too little';
    end if;
    return null;
end
$$;
