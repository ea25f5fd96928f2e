-- Why: how works are run and watched beside their steps: named staff and who was there, disturbances told before the act,
-- visits, the district's yearly duties, special works with the department that leads them, and rebuilding.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 项目管理人员: who holds a post for a unit that takes part; a change is an end and a new row.
create table app.site_staff (
    district integer not null,
    site_staff_id uuid not null,
    project_id uuid not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    post text not null,
    name text not null constraint site_staff_has_a_name check (btrim(name) <> ''),
    -- 注册证书编号, by which a person is told apart from another of the same name.
    certificate text,
    from_on date not null,
    until_on date,
    end_reason text,
    op_id uuid not null,
    version integer not null default 1,
    constraint site_staff_ends_after_it_begins check (until_on >= from_on),
    constraint site_staff_end_has_a_reason check ((until_on is null) = (coalesce(end_reason, '') = '')),
    primary key (district, site_staff_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.site_staff (district, project_id);
create index on app.site_staff (district, certificate) where certificate is not null;

-- 到岗: whether one of them was there on a day, as somebody of another unit found.
create table app.staff_attendance (
    district integer not null,
    site_staff_id uuid not null,
    project_id uuid not null,
    day date not null,
    present boolean not null,
    op_id uuid not null,
    constraint attendance_is_taken_once_a_day primary key (district, site_staff_id, day),
    foreign key (district, site_staff_id) references app.site_staff on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 扰民告知: what residents are told before water is cut, a road is closed or works are loud.
create table app.disturbance (
    district integer not null,
    disturbance_id uuid not null,
    project_id uuid not null,
    kind text not null,
    -- Which houses or roads it is about.
    reach text not null constraint disturbance_names_its_reach check (btrim(reach) <> ''),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    announced_at timestamptz not null,
    -- 突发抢修: why it could not be told before.
    emergency_reason text constraint disturbance_emergency_gives_its_reason check (btrim(emergency_reason) <> ''),
    op_id uuid not null,
    constraint disturbance_ends_after_it_begins check (ends_at > starts_at),
    primary key (district, disturbance_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.disturbance (district, project_id);

-- 督查: a visit to the works, announced or not, and what came of it.
create table app.supervision_visit (
    district integer not null,
    supervision_visit_id uuid not null,
    project_id uuid not null,
    kind text not null,
    visited_on date not null,
    visitors text not null constraint visit_names_its_visitors check (btrim(visitors) <> ''),
    findings text not null constraint visit_says_what_it_found check (btrim(findings) <> ''),
    -- 通报文号, where it was told in a bulletin.
    bulletin_number text,
    op_id uuid not null,
    primary key (district, supervision_visit_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.supervision_visit (district, project_id, visited_on);

-- 年度事项: what the district does once a year for all of its projects.
create table app.yearly_duty (
    district integer not null references auth.district on delete restrict,
    yearly_duty_id uuid not null,
    duty text not null,
    year integer not null constraint yearly_duty_year_is_fair check (year between 2015 and 2100),
    done_on date not null,
    number text not null constraint yearly_duty_has_its_document check (btrim(number) <> ''),
    summary text not null,
    op_id uuid not null,
    constraint yearly_duty_is_done_once unique (district, duty, year),
    primary key (district, yearly_duty_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 专项工程: works beside the renovation that another department leads, and who keeps them afterwards.
create table app.special_works (
    district integer not null,
    special_works_id uuid not null,
    project_id uuid not null,
    title text not null constraint special_works_have_a_title check (btrim(title) <> ''),
    department text not null constraint special_works_name_their_department check (btrim(department) <> ''),
    -- 移交与后续维修养护: who took them over, and how they are kept.
    keeper text,
    maintenance text,
    settled_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint special_works_settled_name_their_keeper check (
        (settled_on is null) = (coalesce(keeper, '') = '') and (settled_on is null) = (coalesce(maintenance, '') = '')
    ),
    primary key (district, special_works_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.special_works (district, project_id);

-- 拆改结合: a community that is taken down and built anew in whole or in part, with what that rests on.
create table app.rebuilding (
    district integer not null,
    project_id uuid not null,
    grounds text[] not null constraint rebuilding_has_a_ground check (cardinality(grounds) > 0),
    appraisal text not null constraint rebuilding_names_its_appraisal check (btrim(appraisal) <> ''),
    planning text not null constraint rebuilding_names_its_planning check (btrim(planning) <> ''),
    funding text not null constraint rebuilding_names_its_own_funding check (btrim(funding) <> ''),
    decided_on date not null,
    op_id uuid not null,
    constraint rebuilding_is_decided_once primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
