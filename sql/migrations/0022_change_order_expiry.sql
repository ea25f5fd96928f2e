-- Why: a change order that nobody settles does not hold its works for ever.
-- Locks: app.change_order for an instant. Rows rewritten: none.
-- Back: put the check back, delete the steps.

alter table app.change_order
    drop constraint change_order_state_is_known,
    add constraint change_order_state_is_known check (
        state in ('draft', 'blocked', 'opinions', 'owner_decision', 'district_decision', 'approved', 'rejected',
            'implemented', 'closed', 'withdrawn', 'expired')
    );
insert into app.change_order_step (from_state, to_state) values
    ('blocked', 'expired'), ('opinions', 'expired'), ('owner_decision', 'expired'), ('district_decision', 'expired');
