-- Why: what is taken in with a scheme is believed only so far: mandatory works cost something, and a community is found
--   again by its name and address, whoever writes its row anew.
-- Locks: app.works_item for the check, whose rows of before are not looked at; app.community for the index.
-- Rows rewritten: none.
-- Back: drop the check and the index.
alter table app.works_item add constraint mandatory_item_has_an_amount
    check (class <> 'mandatory' or amount_fen > 0) not valid;
create index community_by_name on app.community (district, (regexp_replace(name, '\s', '', 'g')));
