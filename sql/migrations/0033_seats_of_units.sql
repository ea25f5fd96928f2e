-- Why: every engaged unit of a role has a seat of its own; a dossier says when it was frozen, by the site's clock.
-- Locks: app.acceptance_seat and app.acceptance_dossier, for one column each without a default.
-- Rows rewritten: none; seats and dossiers of before keep null.
-- Back: drop the two columns.
alter table app.acceptance_seat add column organisation_id uuid references auth.organisation on delete restrict;
create unique index acceptance_seat_is_one_of_its_unit
    on app.acceptance_seat (district, acceptance_round_id, role, organisation_id);
alter table app.acceptance_dossier add column frozen_at timestamptz;
