-- The application writes events through ledger.record and nothing else; what is in the tables already is bound once.
do $$
begin
    if to_regprocedure('ledger.begin_rows()') is null then
        return;
    end if;
    grant execute on function ledger.record(
        uuid, text, text, uuid, uuid, timestamptz, bytea, jsonb, jsonb, jsonb) to yanshou_service, yanshou_jobs;
    -- What was bound is read in the entries themselves, by whom they let read them.
    revoke select on ledger.row from yanshou_service, yanshou_reader, yanshou_jobs;
    -- The log's order is told by functions, of what its asker sees.
    if to_regclass('ledger.leaf') is not null then
        revoke select on ledger.leaf from yanshou_service, yanshou_reader, yanshou_jobs;
    end if;
    perform ledger.begin_rows();
end
$$;
