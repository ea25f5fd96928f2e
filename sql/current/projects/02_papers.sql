-- A paper that a gate rests on is there: its bytes are stored, and it is they that its digest is of.
create or replace function app.paper_stands(in_district integer, in_sha256 bytea) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select in_district = auth.district() and exists (
            select from app.file where district = in_district and sha256 = in_sha256)
    );
end
$$;
