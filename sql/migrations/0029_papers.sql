-- Why: a paper has a title that says something; its bytes are stored where a gate rests on it.
-- Locks: app.paper, for the check; rows of before are not looked at.
-- Rows rewritten: none.
-- Back: drop the check.
alter table app.paper add constraint paper_has_a_title check (length(btrim(title, E' \t\n\u3000')) > 0) not valid;
