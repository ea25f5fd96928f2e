-- Why: the winner of a tender may be a consortium: its members with their levels, who leads it, and the agreement that came with
--   the bid; its level in a speciality is that of the lowest of them.
-- Locks: new table only. Rows rewritten: none.
-- Back: drop the table.

-- 联合体: who stands behind the winner of a tender.
create table app.consortium (
    district integer not null,
    award_id uuid not null,
    project_id uuid not null,
    -- 招标文件要求的专业
    speciality text not null constraint consortium_names_its_speciality check (btrim(speciality) <> ''),
    -- 要求的最低等级: 0 特级, 1 一级（甲级）, 2 二级（乙级） …; a greater number is a lower level.
    level_asked integer not null constraint consortium_level_is_a_level check (level_asked between 0 and 9),
    -- 牵头人
    leader text not null,
    -- A list of {name, credit_code, speciality, level}; a unit stands once for each speciality that it brings.
    members jsonb not null,
    -- 共同投标协议
    agreed_on date not null,
    paper_id uuid not null,
    op_id uuid not null,
    constraint consortium_is_one_of_its_award primary key (district, award_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, award_id) references app.tender_award on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
