-- Why: what a household paid is counted over every import's line of its door, which no index found.
-- Locks: app.register_unit against writing while the index is built. Rows rewritten: none.
-- Back: drop the index.

-- 户籍册: the lines of a door, of the register that stands and of those before it.
create index register_unit_of_a_door on app.register_unit (district, project_id, building, entrance, room);
