-- Why: papers and money that rest on more than one unit's word.
--   An approval of a scheme is recorded with what it approves by class of works, which the plan is compared with.
--   户册确认: the owners' body or the community agrees to the register that stands.
-- Locks: paper and register_import, briefly.
-- Rows rewritten: none. What stands from before stays as it is: approvals without amounts are recorded anew before a launch.
-- Back: drop the columns and the checks.

alter table app.paper
    add column approved_mandatory_fen bigint,
    add column approved_basic_fen bigint,
    add column approved_improve_fen bigint,
    add column approved_upgrade_fen bigint,
    add column approved_outside_fen bigint,
    add column approved_other_fen bigint,
    add constraint scheme_amounts_are_of_a_scheme_approval check (
        num_nonnulls(approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen,
            approved_outside_fen, approved_other_fen) = 0
        or kind = 'scheme_approval' and num_nulls(approved_mandatory_fen, approved_basic_fen, approved_improve_fen,
            approved_upgrade_fen, approved_outside_fen, approved_other_fen) = 0
            and least(approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen,
                approved_outside_fen, approved_other_fen) >= 0
    );

alter table app.register_import
    add column agreed_by uuid,
    add column agreed_on date,
    add constraint register_agreement_is_whole check (
        (agreed_by is null) = (agreed_on is null) and (agreed_by is null or state <> 'checked'));
