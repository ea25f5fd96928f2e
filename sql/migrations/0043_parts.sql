-- Why: 参与, who takes part in which project, kept by the database from what says so. Every policy asked for the list of
-- all projects of the actor, at a cost that grew with them; now it asks for one row.
-- Locks: none but on the table that it makes.
-- Rows rewritten: none; one is made for each part of a project, by sql/current/projects/04_parts.sql.
-- Back: drop the table and its triggers; the policies of the version before ask the lists again.
create table app.part (
    district integer not null,
    project_id uuid not null,
    -- Who reads by it: a unit or a person in a role, or whoever looks after the whole district (auth.reader_of).
    reader uuid not null,
    -- The last day on which he acts in the project; infinity while none is set. He goes on reading.
    until date not null,
    primary key (district, project_id, reader),
    foreign key (district, project_id) references app.project on delete restrict
);
create index on app.part (district, reader);
