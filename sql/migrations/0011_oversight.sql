-- Why: volunteer supervisors on a roster; what residents report, its steps, its photos, who may be called back.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 民间监理员: a person on one project's roster, appointed by the community.
create table app.volunteer (
    district integer not null,
    volunteer_id uuid not null,
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    skills text[] not null default '{}',
    appointed_by uuid not null,
    appointed_on date not null,
    ended_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint volunteer_is_on_the_roster_once unique (district, project_id, person_id),
    constraint volunteer_does_not_appoint_himself check (appointed_by <> person_id),
    constraint volunteer_ends_after_beginning check (ended_on >= appointed_on),
    primary key (district, volunteer_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.volunteer (person_id);

-- The steps an issue may take; compared with the Swift list by a test.
create table app.issue_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.issue_step (from_state, to_state) values
    ('new', 'accepted'), ('new', 'rejected'), ('new', 'duplicate'),
    ('accepted', 'assigned'), ('assigned', 'in_progress'), ('in_progress', 'fix_claimed'),
    ('fix_claimed', 'verified'), ('verified', 'closed'),
    ('fix_claimed', 'reopened'), ('verified', 'reopened'), ('closed', 'reopened'),
    ('reopened', 'assigned'), ('reopened', 'in_progress');

-- 居民问题
create table app.issue (
    district integer not null,
    issue_id uuid not null,
    project_id uuid not null,
    kind text not null,
    -- A building, or a place between them; never a door number.
    place text not null constraint issue_names_its_place check (place <> ''),
    description text not null constraint issue_is_described check (length(description) between 1 and 2000),
    -- The ledger holds a commitment to the words: this is its salt, which can be erased with them.
    description_salt bytea not null constraint issue_salt_has_32_bytes check (length(description_salt) = 32),
    -- Who filed it: somebody with the private link only, or a signed-in resident or volunteer.
    reporter_kind text not null constraint issue_reporter_kind_is_known
        check (reporter_kind in ('link', 'resident', 'volunteer')),
    reporter_id uuid,
    follow_key_hash bytea constraint issue_follow_key_is_a_hash check (length(follow_key_hash) = 32),
    edition text not null references policy.edition on delete restrict,
    filed_on date not null,
    state text not null constraint issue_state_is_known check (state in (
        'new', 'accepted', 'rejected', 'duplicate', 'assigned', 'in_progress', 'fix_claimed', 'verified', 'closed',
        'reopened'
    )),
    severity text constraint issue_severity_is_known check (severity in ('S1', 'S2', 'S3', 'S4')),
    -- 职责部门: the bureau that the policy names for its kind.
    bureau text,
    triaged_by uuid,
    rejection_reason text,
    duplicate_of uuid,
    assignee_organisation_id uuid references auth.organisation on delete restrict,
    claimed_by uuid,
    fix_note text,
    verified_as text constraint issue_verifier_is_known check (verified_as in ('link', 'reporter', 'volunteer')),
    verified_by uuid,
    verified_organisation_id uuid,
    -- The hash of the private key that was shown, when the link's holder verifies or reopens.
    shown_key_hash bytea,
    reopened_count integer not null default 0,
    reopening_reason text,
    closed_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint issue_has_somebody_to_answer check (
        (reporter_kind = 'link') = (reporter_id is null) and (reporter_id is not null or follow_key_hash is not null)
    ),
    constraint issue_is_accepted_with_a_severity
        check (state in ('new', 'rejected', 'duplicate') or (severity is not null and triaged_by is not null)),
    constraint issue_rejection_gives_its_reason
        check (state <> 'rejected' or coalesce(rejection_reason, '') <> ''),
    constraint issue_duplicate_names_the_first check ((state = 'duplicate') = (duplicate_of is not null)),
    constraint issue_is_not_its_own_duplicate check (duplicate_of <> issue_id),
    constraint issue_has_one_responsible_unit check (
        state in ('new', 'accepted', 'rejected', 'duplicate') or assignee_organisation_id is not null
    ),
    constraint issue_fix_is_described
        check (state not in ('fix_claimed', 'verified', 'closed') or coalesce(fix_note, '') <> ''),
    constraint issue_verification_is_signed
        check (state not in ('verified', 'closed') or (verified_as is not null and verified_by is not null)),
    -- The link's holder is known by his key alone; any other verifier belongs to a unit, and not to the fixing one.
    constraint issue_is_not_verified_by_its_fixer
        check (verified_as = 'link' or verified_organisation_id <> assignee_organisation_id),
    constraint issue_reopening_gives_its_reason
        check (state <> 'reopened' or coalesce(reopening_reason, '') <> ''),
    primary key (district, issue_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, duplicate_of) references app.issue on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.issue (district, project_id, state);
create index on app.issue (district, assignee_organisation_id) where state in ('assigned', 'in_progress', 'reopened');

-- 联系方式: apart from the issue, for those who triage and for nobody else.
create table app.issue_contact (
    district integer not null,
    issue_id uuid not null,
    project_id uuid not null,
    name text not null default '',
    phone text not null default '',
    op_id uuid not null,
    constraint issue_contact_is_not_empty check (name <> '' or phone <> ''),
    primary key (district, issue_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, issue_id) references app.issue on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

create table app.issue_photo (
    district integer not null,
    issue_id uuid not null,
    sha256 bytea not null,
    project_id uuid not null,
    moment text not null constraint issue_photo_moment_is_known check (moment in ('before', 'after')),
    taken_by text not null constraint issue_photo_source_is_known check (taken_by in ('reporter', 'assignee')),
    op_id uuid not null,
    primary key (district, issue_id, sha256, op_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, issue_id) references app.issue on delete restrict,
    foreign key (district, sha256) references app.file on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
