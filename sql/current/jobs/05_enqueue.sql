-- How a job gets from its writing to its turn (排队): by key, by what it waits for, by its moment, by its gate.

-- The present day's place in the ring.
create or replace function jobs.ring() returns smallint
language sql stable
return (floor(extract(epoch from now()) / 86400)::bigint % 9)::smallint;

-- Takes a job out that nobody has taken yet; gives its tries, or nothing where there is none.
create or replace function jobs.withdraw(in_job uuid) returns smallint
language plpgsql security definer set search_path = ''
as $$
declare
    tries smallint;
begin
    delete from jobs.ready where job_id = in_job and marked returning attempts into tries;
    if not found and exists (select from jobs.job where job_id = in_job and not marked) then
        delete from jobs.ready where job_id = in_job returning attempts into tries;
    end if;
    if tries is null then
        delete from jobs.scheduled where job_id = in_job returning attempts into tries;
    end if;
    if tries is null then
        delete from jobs.gated where job_id = in_job returning attempts into tries;
    end if;
    if tries is null then
        delete from jobs.blocked where job_id = in_job returning 0 into tries;
        delete from jobs.dependency where child_id = in_job;
    end if;
    return tries;
end
$$;

-- A job whose key another holds is not added: what it asks for is asked for already. Or it takes the other's place, where
-- nobody has taken that yet; or it is refused.
create or replace function jobs.tg__job_takes_its_key() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    other uuid;
    tries smallint;
begin
    delete from jobs.held_key held
    where held.kind = new.kind and held.unique_key = new.unique_key and held.until <= now();
    insert into jobs.held_key (kind, unique_key, job_id, until)
    values (new.kind, new.unique_key, new.job_id, now() + new.key_for)
    on conflict do nothing;
    if found then
        return new;
    end if;
    if new.key_conflict = 'leave_out' then
        return null;
    end if;
    if new.key_conflict = 'refuse' then
        raise exception using errcode = '23505', constraint = 'job_is_one_of_its_key',
            message = 'a job of this kind and key is there already';
    end if;
    select held.job_id into other from jobs.held_key held
    where held.kind = new.kind and held.unique_key = new.unique_key for update;
    -- What is under way ends without the key, and what waited for the other waits for this one.
    insert into jobs.held_key as held (kind, unique_key, job_id, until)
    values (new.kind, new.unique_key, new.job_id, now() + new.key_for)
    on conflict (kind, unique_key) do update set job_id = excluded.job_id, until = excluded.until;
    if other is not null then
        tries := jobs.withdraw(other);
    end if;
    if tries is not null then
        update jobs.dependency set parent_id = new.job_id where parent_id = other;
        perform jobs.strike_out(other, tries, null, null, 'another took its place');
    end if;
    return new;
end
$$;
-- It takes it as it is written; moved on in the ring it has it.
create or replace trigger _100_job_takes_its_key before insert on jobs.job
    for each row when (new.unique_key is not null and new.created_at = now()) execute function jobs.tg__job_takes_its_key();

create or replace function jobs.tg__jobs_are_routed() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    overtaken uuid;
begin
    insert into jobs.ready (queue, priority, kind, ring, job_id, attempts, marked)
    select queue, priority, kind, ring, job_id, 0, marked from added
    where (run_at is null or run_at <= now()) and gate is null and parents is null;
    if not exists (
        select from added
        where run_at > now() or gate is not null or parents is not null or key_conflict = 'replace')
    then
        return null;
    end if;
    insert into jobs.gate (gate) select distinct gate from added where gate is not null order by gate
    on conflict do nothing;
    insert into jobs.blocked (job_id, ring) select job_id, ring from added where parents is not null;
    insert into jobs.dependency (parent_id, child_id)
    select distinct parent, job_id from added cross join unnest(parents) parent;
    insert into jobs.scheduled (job_id, run_at, ring, attempts)
    select job_id, run_at, ring, 0 from added where run_at > now() and parents is null;
    insert into jobs.gated (gate, priority, job_id, ring, attempts)
    select gate, priority, job_id, ring, 0 from added
    where gate is not null and (run_at is null or run_at <= now()) and parents is null;
    -- Of several that one statement adds to take each other's place the last remains.
    for overtaken in
        select added.job_id from added join jobs.held_key held using (kind, unique_key)
        where added.key_conflict = 'replace' and held.job_id <> added.job_id
    loop
        perform jobs.strike_out(overtaken, jobs.withdraw(overtaken), null, null, 'another took its place');
    end loop;
    return null;
end
$$;
create or replace trigger _200_jobs_are_routed after insert on jobs.job
    referencing new table as added for each statement execute function jobs.tg__jobs_are_routed();

-- Lets jobs that wait for nothing any more go to their gate or their turn.
create or replace function jobs.forward(in_jobs uuid[], in_rings smallint[], in_attempts smallint[]) returns void
language plpgsql security definer set search_path = ''
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off
as $$
begin
    with going as materialized (
        select job.*, moved.tries, moved.place
        from unnest(in_jobs, in_rings, in_attempts) with ordinality as moved (job_id, ring, tries, place)
        join jobs.job using (ring, job_id)
    ), waiting as (
        insert into jobs.gated (gate, priority, job_id, ring, attempts)
        select gate, priority, job_id, ring, tries from going where gate is not null order by place
    )
    insert into jobs.ready (queue, priority, kind, ring, job_id, attempts, marked)
    select queue, priority, kind, ring, job_id, tries, marked from going where gate is null order by place;
end
$$;

-- Moves on what is due; gives the number.
create or replace function jobs.promote(in_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    going uuid[];
    rings smallint[];
    tries smallint[];
begin
    with due as materialized (
        select job_id from jobs.scheduled where run_at <= now()
        order by run_at limit in_limit for update skip locked
    ), gone as (
        delete from jobs.scheduled waiting using due where waiting.job_id = due.job_id
        returning waiting.job_id, waiting.run_at, waiting.ring, waiting.attempts
    )
    select array_agg(job_id order by run_at, job_id), array_agg(ring order by run_at, job_id),
        array_agg(attempts order by run_at, job_id)
    into going, rings, tries from gone;
    if going is null then
        return 0;
    end if;
    perform jobs.forward(going, rings, tries);
    return cardinality(going);
end
$$;

-- Lets waiting jobs through their gates: as many as there are free slots and, where the gate has a rate, tokens.
create or replace function jobs.admit() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    own jobs.gate;
    full_of double precision;
    let_in integer;
    number integer := 0;
begin
    if not exists (select from jobs.gated) then
        return 0;
    end if;
    for own in
        select gate.* from jobs.gate gate
        where exists (select from jobs.gated waiting where waiting.gate = gate.gate)
        order by gate.gate for update skip locked
    loop
        if own.rate_count is not null then
            -- A clock that was set back refills nothing, and takes nothing away.
            full_of := case when isfinite(own.refilled_at) then least(own.rate_count, own.tokens + own.rate_count
                * (extract(epoch from greatest(now() - own.refilled_at, interval '0')) / extract(epoch from own.rate_per)
                    )::double precision)
                else own.rate_count end;
        end if;
        with free as (
            select slot, row_number() over (order by slot) as place
            from generate_series(1, own.slots) slot
            where not exists (select from jobs.slot taken where taken.gate = own.gate and taken.slot = slot.slot)
            order by slot limit case when own.rate_count is not null then floor(full_of)::integer end
        ), first as materialized (
            select job_id, seq from jobs.gated waiting where waiting.gate = own.gate
            order by priority, seq limit (select count(*) from free) for update skip locked
        ), through as (
            delete from jobs.gated waiting using first where waiting.gate = own.gate and waiting.job_id = first.job_id
            returning waiting.job_id, waiting.priority, waiting.seq, waiting.ring, waiting.attempts
        ), numbered as (
            select through.*, row_number() over (order by priority, seq) as place from through
        ), kept as (
            insert into jobs.slot (gate, slot, job_id)
            select own.gate, free.slot, numbered.job_id from numbered join free using (place)
        ), turned as (
            insert into jobs.ready (queue, priority, kind, ring, job_id, attempts, marked)
            select job.queue, job.priority, job.kind, job.ring, job.job_id, numbered.attempts, true
            from numbered join jobs.job using (ring, job_id) order by numbered.place
        )
        select count(*) into let_in from numbered;
        if own.rate_count is not null then
            update jobs.gate set tokens = full_of - let_in, refilled_at = now() where gate.gate = own.gate;
        end if;
        number := number + let_in;
    end loop;
    return number;
end
$$;

-- Lets children of what has ended go on, where they wait for nothing else; and those that have no parent left.
create or replace function jobs.unblock(in_ended uuid[], in_orphans uuid[] default '{}') returns void
language plpgsql security definer set search_path = ''
as $$
declare
    children uuid[];
    going uuid[];
    rings smallint[];
begin
    select in_orphans || coalesce(array_agg(distinct child_id), '{}') into children
    from jobs.dependency where parent_id = any(in_ended);
    if cardinality(children) = 0 then
        return;
    end if;
    -- Of two parents that end at once the second waits here, and then sees that the first has ended.
    perform from jobs.blocked where job_id = any(children) order by job_id for update;
    delete from jobs.dependency where parent_id = any(in_ended);
    with freed as (
        delete from jobs.blocked where job_id = any(children) and not exists (
            select from jobs.dependency waiting where waiting.child_id = blocked.job_id)
        returning job_id, ring
    ), known as (
        select job_id, ring, job.run_at from freed join jobs.job using (ring, job_id)
    ), later as (
        insert into jobs.scheduled (job_id, run_at, ring, attempts)
        select job_id, run_at, ring, 0 from known where run_at > now()
    )
    select array_agg(job_id), array_agg(ring) into going, rings from known where coalesce(run_at, now()) <= now();
    if going is not null then
        perform jobs.forward(going, rings, array_fill(0::smallint, array[cardinality(going)]));
    end if;
end
$$;
