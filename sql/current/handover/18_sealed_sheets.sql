-- HOUSE-HDO-11: whoever has a link's address could confirm behind it, the office that sent it too. What is confirmed so is the
-- utility's word by the utility's own sealed sheet (盖章确认单), stored behind that link in the same act.

create or replace function app.tg__link_confirms_by_its_sealed_sheet() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = 'handed_over' and old.state <> 'handed_over' and auth.scope() is not null
        and exists (
            select from policy.parameter
            where edition = app.edition_of(new.district, new.project_id) and key = 'handover.link_sheet'
        ) and not exists (
            select from app.paper sheet
            where sheet.district = new.district and sheet.op_id = new.op_id and sheet.kind = 'sealed_handover_sheet'
                and sheet.subject_kind = 'handover' and sheet.subject_id = new.handover_id
                and app.paper_stands(sheet.district, sheet.sha256)
        )
    then
        raise exception using errcode = 'YS001', constraint = 'link_confirms_by_its_sealed_sheet',
            message = 'what is confirmed behind a link rests on the utility''s sealed sheet';
    end if;
    return new;
end
$$;

-- A sheet is the receiving utility's, and the only paper that it brings; of sheets and of owners' decisions on one
-- hand-over each has a file of its own.
create or replace function app.tg__handover_paper_is_of_its_party() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if (new.kind = 'sealed_handover_sheet') <> (auth.role() = 'utility')
        or new.kind = 'sealed_handover_sheet' and not exists (
            select from app.handover
            where handover.district = new.district and handover.handover_id = new.subject_id
                and handover.project_id = new.project_id and new.subject_kind = 'handover'
                and app.acts_for_receiver(handover.receiver_id)
                and coalesce(auth.scope(), handover.handover_id) = handover.handover_id
        )
    then
        raise exception using errcode = 'YS001', constraint = 'sealed_sheet_is_its_utilitys',
            message = 'the sealed sheet of a hand-over is the receiving utility''s, and no other paper is';
    end if;
    if new.subject_kind = 'handover' and new.kind in ('sealed_handover_sheet', 'owners_handover_decision') then
        perform from app.project where district = new.district and project_id = new.project_id for no key update;
        if exists (
            select from app.paper other
            where other.district = new.district and other.project_id = new.project_id
                and other.subject_kind = 'handover' and other.subject_id <> new.subject_id
                and other.kind = new.kind and other.sha256 = new.sha256
        ) then
            raise exception using errcode = 'YS001', constraint = 'handover_paper_is_of_one_handover',
                message = 'this file is recorded for another facility of the project';
        end if;
    end if;
    return null;
end
$$;

create or replace trigger _230_link_confirms_by_its_sealed_sheet before update on app.handover
    for each row execute function app.tg__link_confirms_by_its_sealed_sheet();
create or replace trigger _530_handover_paper_is_of_its_party after insert on app.paper
    for each row execute function app.tg__handover_paper_is_of_its_party();
