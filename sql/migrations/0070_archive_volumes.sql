-- Why: an archive package is sorted into the parts of the archiving standard, item by item, and says of an empty part why.
-- Locks: new tables only. Rows rewritten: none; packages made before have no volumes.
-- Back: drop the tables.

-- 归档分卷: one part of a package, with how many files it has, or why there are none.
create table app.archive_volume (
    district integer not null,
    archive_package_id uuid not null,
    project_id uuid not null,
    part text not null,
    items integer not null constraint archive_volume_counts_from_nothing check (items >= 0),
    reason text,
    op_id uuid not null,
    constraint archive_volume_has_files_or_says_why check ((items = 0) = (coalesce(reason, '') <> '')),
    primary key (district, archive_package_id, part),
    foreign key (district, archive_package_id) references app.archive_package on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 归档卷内文件: a paper of the project in its part, or what the product writes itself.
create table app.archive_item (
    district integer not null,
    archive_package_id uuid not null,
    number integer not null constraint archive_item_number_is_positive check (number > 0),
    project_id uuid not null,
    part text not null,
    paper_id uuid,
    title text not null,
    op_id uuid not null,
    constraint archive_item_names_a_paper_once unique (district, archive_package_id, paper_id),
    primary key (district, archive_package_id, number),
    foreign key (district, archive_package_id, part) references app.archive_volume on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
