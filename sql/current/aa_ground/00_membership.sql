-- Whoever migrates hands what he makes to the owner and the guard, so he is a member of both, and they may have things in
-- these schemas. An account that may create roles (CREATEROLE) makes itself one; a superuser needs nothing.

do $$
declare
    wanted text;
begin
    foreach wanted in array array['yanshou_owner', 'yanshou_guard', 'yanshou_migrator'] loop
        if not pg_has_role(current_user, wanted, 'MEMBER') then
            execute format('grant %I to %I', wanted, current_user);
        end if;
    end loop;
    grant usage, create on schema app, auth, policy, jobs, ledger, pub to yanshou_owner, yanshou_guard;
end
$$;
