-- Why: a seat's letter of delegation; a round whose seats differ is disputed until it is settled, and then run again.
-- Locks: new table; app.acceptance_round takes a short exclusive lock for its checks and its index. Rows rewritten: none.
-- Back: drop the table and the added columns, and put the two checks and the index back as in 0013.

-- 授权委托书: by which right a person sits for his unit, and from when until when.
create table app.acceptance_delegation (
    district integer not null,
    acceptance_seat_id uuid not null,
    number integer not null,
    acceptance_round_id uuid not null,
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    -- 法定代表人 or whoever else may grant it for the unit.
    granted_by text not null constraint delegation_names_who_granted_it check (granted_by <> ''),
    -- The letter's title and number.
    letter text not null constraint delegation_names_its_letter check (letter <> ''),
    sha256 bytea constraint delegation_digest_has_32_bytes check (length(sha256) = 32),
    valid_from date not null,
    valid_to date not null,
    op_id uuid not null,
    constraint delegation_ends_after_it_begins check (valid_to >= valid_from),
    constraint delegation_is_one_of_its_sitting primary key (district, acceptance_seat_id, number),
    constraint delegation_is_of_a_sitting foreign key (district, acceptance_seat_id, number)
        references app.acceptance_sitting on delete restrict,
    foreign key (district, acceptance_round_id) references app.acceptance_round on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

alter table app.acceptance_round
    add column disputed_on date,
    add column dispute text,
    -- 协调结果: what the parties agreed, and the minutes it stands in.
    add column settlement text,
    drop constraint acceptance_round_state_is_known,
    drop constraint acceptance_round_end_is_explained,
    add constraint acceptance_round_state_is_known
        check (state in ('called', 'disputed', 'certified', 'failed', 'called_off')),
    add constraint acceptance_round_end_is_explained check (
        (state in ('called', 'disputed')) = (ended_on is null)
        and (state in ('called', 'disputed', 'certified') or ended_because <> '')
    ),
    add constraint acceptance_dispute_is_described
        check ((disputed_on is null) = (dispute is null) and (state <> 'disputed' or coalesce(dispute, '') <> '')),
    add constraint acceptance_dispute_ends_by_a_settlement
        check (disputed_on is null or state = 'disputed' or coalesce(settlement, '') <> '');
drop index app.acceptance_round_is_one_at_a_time;
create unique index acceptance_round_is_one_at_a_time on app.acceptance_round (district, project_id)
    where state in ('called', 'disputed', 'certified');
