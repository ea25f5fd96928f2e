-- Why: who takes part in which project: what a role reaches, and which bodies a community has.
-- Locks: new tables; auth.appointment takes a short lock for its new key; indexes are built under a share lock.
-- Rows rewritten: none.
-- Back: drop the tables, the key of auth.appointment and the indexes.

-- 角色范围: whether a role looks after a whole district, or after the projects in which its unit takes part.
create table auth.role_reach (
    role text primary key,
    reach text not null constraint role_reach_is_known check (reach in ('district', 'project'))
);
insert into auth.role_reach (role, reach) values
    ('renovation_office', 'district'), ('leading_group', 'district'), ('quality_station', 'district'),
    ('finance_bureau', 'district'), ('external_observer', 'district'), ('system', 'district'),
    ('construction_unit', 'project'), ('community', 'project'), ('owners_body', 'project'), ('resident', 'project'),
    ('volunteer_supervisor', 'project'), ('contractor', 'project'), ('epc_contractor', 'project'),
    ('designer', 'project'), ('surveyor', 'project'), ('supervisor', 'project'), ('agent_construction', 'project'),
    ('whole_process_consultant', 'project'), ('cost_consultant', 'project'), ('tracking_auditor', 'project'),
    ('tender_agency', 'project'), ('project_management', 'project'), ('supplier', 'project'), ('utility', 'project');
-- A role that nobody decided about is nobody's.
alter table auth.appointment add constraint appointment_role_is_known
    foreign key (role) references auth.role_reach on delete restrict;

-- 社区组织: the residents' committee and the owners' body of a project's community, each with its days. What is
-- recorded through one project holds for the community's others.
create table app.community_body (
    district integer not null,
    community_body_id uuid not null,
    project_id uuid not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    role text not null constraint community_body_role_is_known check (role in ('community', 'owners_body')),
    valid_from date not null,
    valid_to date,
    end_reason text,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    constraint community_body_ends_after_it_begins check (valid_to >= valid_from),
    constraint community_body_end_has_a_reason check (version = 1 or coalesce(end_reason, '') <> ''),
    primary key (district, community_body_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index community_body_is_one_of_its_role on app.community_body (district, project_id, role)
    where valid_to is null;

-- What relations are looked up by.
create index on app.community_body (organisation_id);
create index on app.project (construction_unit_id);
create index on app.project (district, community_id);
create index on app.handover (receiver_id);
create index on app.handover_signature (organisation_id);
create index on app.acceptance_sitting (organisation_id);
create index on app.volunteer (person_id);
create index on app.issue_photo (district, sha256);
create index on app.log_photo (district, sha256);
create index on app.paper (district, sha256) where sha256 is not null;
