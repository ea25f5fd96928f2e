-- Why: the roles that may touch the database, and the schemas by trust.
-- Locks: none but the catalogue's. Rows rewritten: none.
-- Back: drop the schemas; roles are shared by a cluster's databases and stay.

do $$
declare
    wanted text;
begin
    -- Two databases of one cluster may be migrated at once: whoever comes second finds the role made.
    foreach wanted in array array['yanshou_owner', 'yanshou_guard'] loop
        begin
            execute format('create role %I nologin noinherit', wanted);
        exception when duplicate_object or unique_violation then null;
        end;
    end loop;
    foreach wanted in array array[
        'yanshou_migrator', 'yanshou_service', 'yanshou_reader', 'yanshou_public', 'yanshou_jobs',
        'yanshou_sealer', 'yanshou_auditor', 'yanshou_backup'
    ] loop
        begin
            execute format('create role %I login', wanted);
        exception when duplicate_object or unique_violation then null;
        end;
    end loop;
    begin
        grant yanshou_owner, yanshou_guard to yanshou_migrator;
    exception when unique_violation then null;
    end;
end
$$;

alter role yanshou_reader set default_transaction_read_only = on;
alter role yanshou_public set default_transaction_read_only = on;

create schema app;
create schema auth;
create schema policy;
create schema jobs;
create schema ledger;
create schema pub;

revoke all on schema public from public;
