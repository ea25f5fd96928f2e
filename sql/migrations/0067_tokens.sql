-- Why: a program's token has a name, an end and a scope, which the database holds it to.
-- Locks: auth.token for an instant; new tables. Rows rewritten: none.
-- Back: drop the tables and the columns.

-- 程序令牌: what a person lets a program do in his name. Tokens without a name are of before, or an operator's.
alter table auth.token
    add column label text constraint token_label_is_short check (length(label) between 1 and 60),
    -- Opens transactions that only read.
    add column reads_only boolean not null default false,
    -- The actions whose events it may write; null: all that its person may.
    add column actions text[] constraint token_actions_are_named check (
        array_to_string(actions, '|', '?') ~ '^[a-z_]+[.][a-z_-]+([|][a-z_]+[.][a-z_-]+)*$'),
    add constraint token_scope_is_of_programs check (
        kind = 'api' or (label is null and not reads_only and actions is null)),
    add constraint token_reads_or_acts check (not (reads_only and actions is not null));

-- 令牌期限: for how many days a program's token is issued at most.
create table auth.token_rule (
    one boolean primary key default true constraint token_rule_is_one check (one),
    longest_days integer not null default 90 constraint token_days_are_at_most_a_year check (longest_days between 1 and 366)
);
insert into auth.token_rule default values;

-- 令牌使用: when a program's token was last shown, to the hour; apart from the token, whose every change voids the passes.
create table auth.token_use (
    token_hash bytea primary key references auth.token on delete cascade,
    last_at timestamptz not null default now()
);
