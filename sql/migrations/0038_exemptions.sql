-- Why: a unit says which facilities it runs, and receives no other; a kind is set aside on a ground of the policy's list,
-- with its paper, and by the word of others than the construction unit.
-- Locks: auth.organisation and app.handover, for their new columns; rows of before are not looked at.
-- Rows rewritten: none; their digests are begun anew at the replay.
-- Back: drop the table and the columns.

-- 专业单位的经营范围: kinds of facilities that the unit runs, as the pack calls them.
alter table auth.organisation add column facilities text[] not null default '{}';

alter table app.handover
    add column exemption_id uuid,
    add column exemption_ground text,
    add column exemption_paper_id uuid,
    add foreign key (district, exemption_paper_id) references app.paper on delete restrict,
    add constraint handover_exemption_names_its_ground check (
        proposed_by is null
        or (exemption_id is not null and exemption_ground is not null and exemption_paper_id is not null)
    ) not valid;

-- 不适用的确认: each party's own word on one proposal.
create table app.handover_exemption_voice (
    district integer not null,
    exemption_id uuid not null,
    party text not null constraint handover_exemption_party_is_known
        check (party in ('utility', 'owners_body', 'renovation_office')),
    handover_id uuid not null,
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    organisation_id uuid not null references auth.organisation on delete restrict,
    said_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint handover_exemption_is_confirmed_once_by_a_party primary key (district, exemption_id, party),
    foreign key (district, handover_id) references app.handover on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.handover_exemption_voice (district, handover_id);
