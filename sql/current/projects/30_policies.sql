-- The register names people and slips say how each unit voted: only for those who keep them.
do $$
declare
    kept text;
begin
    foreach kept in array array[
        'register_file', 'register_owner', 'register_owner_detail', 'register_unit', 'ballot_slip', 'slip_recheck',
        'slip_correction'
    ] loop
        execute format('drop policy if exists register_is_for_its_keepers on app.%I', kept);
        execute format(
            'create policy register_is_for_its_keepers on app.%I as restrictive '
            'to yanshou_service, yanshou_reader, yanshou_jobs using ((select auth.role()) in '
            '(''community'', ''construction_unit'', ''owners_body'', ''renovation_office''))', kept);
    end loop;
end
$$;

-- Registers, ballots and rounds of consultation are written by those who keep them; what is seen of them, more may see.
do $$
declare
    kept text;
    moment text;
begin
    foreach kept in array array[
        'register_import', 'ballot', 'ballot_question', 'ballot_count', 'ballot_result', 'consultation_step'
    ] loop
        foreach moment in array array['insert', 'update'] loop
            execute format('drop policy if exists keepers_%s on app.%I', moment, kept);
            execute format(
                'create policy keepers_%s on app.%I as restrictive for %s to yanshou_service, yanshou_jobs '
                '%s ((select auth.role()) in (''community'', ''construction_unit'', ''owners_body''))',
                moment, kept, moment, case moment when 'insert' then 'with check' else 'using' end);
        end loop;
    end loop;
end
$$;

-- What the district gives in a year is written by the district.
drop policy if exists district_gives on app.yearly_allotment;
create policy district_gives on app.yearly_allotment as restrictive for insert to yanshou_service, yanshou_jobs
    with check ((select auth.sees_district()));
