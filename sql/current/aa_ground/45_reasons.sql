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

-- Arguments: the columns. What is there at all is another guard's.
create or replace function app.tg__reason_says_something() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    is_said constant jsonb := to_jsonb(new);
    was_said constant jsonb := case tg_op when 'UPDATE' then to_jsonb(old) end;
    told text;
begin
    foreach told in array tg_argv loop
        if is_said ->> told is distinct from (was_said ->> told)
            and not app.says_something(app.edition_of(new.district, new.project_id), is_said ->> told)
        then
            raise exception using errcode = 'YS001', constraint = 'reason_says_something',
                message = 'the reason says too little';
        end if;
    end loop;
    return null;
end
$$;
