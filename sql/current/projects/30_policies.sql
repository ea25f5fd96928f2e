-- The register names people, slips say how each unit voted, receipts and balances what a household paid: only for those who
-- keep them. Sums are for all who take part, from functions that show nothing else.
do $$
declare
    kept text;
begin
    foreach kept in array array[
        'register_file', 'register_owner', 'register_owner_detail', 'register_unit', 'ballot_slip', 'slip_recheck',
        'slip_correction', 'receipt', 'true_up', 'household_share'
    ] loop
        execute format(
            'create policy register_is_for_its_keepers on app.%I as restrictive '
            'to yanshou_service, yanshou_reader, yanshou_jobs using ((select auth.role()) in '
            '(''community'', ''construction_unit'', ''owners_body'', ''renovation_office''))', kept);
    end loop;
end
$$;
