-- What hung, and the photo that shows it, can be opened: papers of the project with their bytes. A posting from before such
-- digests were kept stays as it was.

-- LC-05-3: a digest that the project holds no paper of is nobody's notice.
create or replace function app.tg__posting_rests_on_stored_papers() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    named constant bytea[] := new.attachment_sha256 || new.photo_sha256;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.attachment_sha256 is null or exists (
        select from unnest(named) needed (digest)
        where not app.paper_stands(new.district, needed.digest) or not exists (
            select from app.paper
            where paper.district = new.district and paper.project_id = new.project_id
                and paper.subject_kind = 'project' and paper.sha256 = needed.digest)
    ) then
        raise exception using errcode = 'YS001', constraint = 'posting_rests_on_stored_papers',
            message = 'no stored paper of the project has the digest of an attachment, or of the photo';
    end if;
    -- HOUSE-PAP-4: one file is one document.
    if (select count(*) <> count(distinct needed.digest) from unnest(named) needed (digest)) then
        raise exception using errcode = 'YS001', constraint = 'posting_papers_are_different_files',
            message = 'one file stands for two of what hung, or for the photo as well';
    end if;
    if not exists (
        select from app.file
        where file.district = new.district and file.sha256 = new.photo_sha256
            and app.kind_of_bytes(file.content) like 'image/%'
    ) then
        raise exception using errcode = 'YS001', constraint = 'posting_photo_is_a_picture',
            message = 'the photo of the posting is no picture';
    end if;
    return null;
end
$$;

create or replace trigger _510_posting_rests_on_stored_papers after insert on app.posting
    for each row execute function app.tg__posting_rests_on_stored_papers();
