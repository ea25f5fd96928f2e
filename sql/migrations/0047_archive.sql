-- Why: a project's papers, proofs and events as one file for the archive, and the archive's receipt for it.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 归档包
create table app.archive_package (
    district integer not null,
    archive_package_id uuid not null,
    project_id uuid not null,
    number integer not null constraint archive_package_number_is_positive check (number > 0),
    content bytea not null,
    sha256 bytea not null,
    manifest_sha256 bytea not null
        constraint archive_manifest_digest_has_32_bytes check (length(manifest_sha256) = 32),
    files integer not null constraint archive_package_holds_files check (files > 0),
    made_on date not null,
    op_id uuid not null,
    constraint archive_package_is_its_digest check (sha256 = sha256(content)),
    constraint archive_package_is_of_a_fair_size check (length(content) <= 67108864),
    constraint archive_package_number_is_one unique (district, project_id, number),
    primary key (district, archive_package_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 档案馆回执
create table app.archive_receipt (
    district integer not null,
    archive_package_id uuid not null,
    project_id uuid not null,
    archive text not null constraint archive_receipt_names_the_archive check (archive <> ''),
    number text not null constraint archive_receipt_has_a_number check (number <> ''),
    -- The digest that the archive read off what it took.
    sha256 bytea not null,
    received_on date not null,
    op_id uuid not null,
    constraint archive_receipt_is_one_of_its_package primary key (district, archive_package_id),
    foreign key (district, archive_package_id) references app.archive_package on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
