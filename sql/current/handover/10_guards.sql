-- Handovers: who may sign, tick and confirm, in which order; and the project that waits for all of them.
-- Every guard queues at the project's row first, so that of two that contradict the second sees the first.

-- A link opens one handover: whoever came by it touches no other.
create or replace function app.refuse_foreign_link(in_handover uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
    scope text := (auth.context())[9];
begin
    if scope <> '' and scope <> in_handover::text then
        raise exception using errcode = 'YS001', constraint = 'link_opens_one_handover',
            message = 'this link opens another handover';
    end if;
end
$$;

-- True where the actor is a person of the handover's own utility.
create or replace function app.acts_for_receiver(receiver uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select auth.role() = 'utility' and auth.organisation() = receiver $$;

-- One handover of each kind that the project's policy names; its receiver is another unit than the one that hands over.
create or replace function app.tg__handover_is_of_its_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    select state, edition, construction_unit_id into project from app.project
    where district = new.district and project_id = new.project_id for no key update;
    perform app.refuse_foreign_link(new.handover_id);
    if not app.policy_says(project.edition, 'handover.kinds', new.kind, auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'handover_kind_is_of_the_policy',
            message = format('%s is no kind of facility that this place hands over', new.kind);
    end if;
    if new.receiver_id = project.construction_unit_id then
        raise exception using errcode = 'YS001', constraint = 'handover_receiver_is_another_unit',
            message = 'the construction unit cannot hand over to itself';
    end if;
    if project.state in ('S20', 'S22', 'S23') and new.state not in ('handed_over', 'not_applicable') then
        raise exception using errcode = 'YS001', constraint = 'project_close_waits_for_handovers',
            message = 'a project that is handed over has no open handover';
    end if;
    if tg_op = 'INSERT' then
        if new.state <> 'planned' or new.round <> 1 or new.proposed_by is not null then
            raise exception using errcode = 'YS001', constraint = 'handover_begins_planned',
                message = 'a handover begins planned, in its first round';
        end if;
        return new;
    end if;
    if new.round <> old.round + (case when old.state = 'refused' and new.state = 'planned' then 1 else 0 end) then
        raise exception using errcode = 'YS001', constraint = 'handover_round_follows_a_refusal',
            message = 'a new round begins where a refusal is taken up, and nowhere else';
    end if;
    if new.receiver_id is distinct from old.receiver_id and (
        old.state <> 'planned' or exists (
            select from app.handover_signature signed
            where signed.district = new.district and signed.handover_id = new.handover_id and signed.round = new.round
        )
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_receiver_stays_once_signed',
            message = 'the receiver is changed only before joint acceptance';
    end if;
    return new;
end
$$;

-- LC-10-2, UTL-05, QLT-09: what must stand before each step of a handover.
create or replace function app.tg__handover_step() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
begin
    if new.state = old.state then
        return new;
    end if;
    if not exists (select from app.handover_step where from_state = old.state and to_state = new.state) then
        raise exception using errcode = 'YS001', constraint = 'handover_step_is_allowed',
            message = format('a handover does not go from %s to %s', old.state, new.state);
    end if;
    if new.state in ('planned', 'not_applicable') then
        return new;
    end if;
    if new.state in ('handed_over', 'refused') and not app.acts_for_receiver(new.receiver_id) then
        raise exception using errcode = 'YS001', constraint = 'handover_is_confirmed_by_its_utility',
            message = 'only the receiving utility confirms or refuses';
    end if;
    if new.state = 'refused' then
        return new;
    end if;
    select state, edition into project from app.project
    where district = new.district and project_id = new.project_id;
    if app.handover_signatures_wanting(new.district, new.handover_id, new.round, project.edition) then
        raise exception using errcode = 'YS001', constraint = 'handover_waits_for_joint_acceptance',
            message = 'the utility and the construction unit have not both signed the joint acceptance';
    end if;
    if new.state = 'jointly_accepted' then
        return new;
    end if;
    if project.state < 'S16' then
        raise exception using errcode = 'YS001', constraint = 'handover_waits_for_certificate',
            message = 'the project has no certificate of joint completion acceptance';
    end if;
    if app.handover_documents_wanting(new.district, new.handover_id, new.round, new.kind, project.edition,
        new.state <> 'documents_sent')
    then
        raise exception using errcode = 'YS001', constraint = 'handover_waits_for_documents',
            message = 'documents of the list are not sent, or not receipted as right';
    end if;
    if new.state = 'handed_over' then
        perform app.refuse_when_blocked(new.district, new.project_id, 'handover', new.handover_id);
        if not app.has_owners_decision(new.district, new.project_id, new.handover_id, project.edition) then
            raise exception using errcode = 'YS001', constraint = 'handover_waits_for_owners_decision',
                message = 'the owners have not decided to hand over commonly owned facilities';
        end if;
    end if;
    return new;
end
$$;

-- True where a party that the policy names has not signed the round.
create or replace function app.handover_signatures_wanting(
    in_district integer, in_handover uuid, in_round integer, in_edition text
) returns boolean
language sql stable security definer set search_path = ''
as $$
    select not exists (select from app.policy_on(in_edition, 'handover.signers', auth.today()))
        or exists (
            select from app.policy_on(in_edition, 'handover.signers', auth.today()) needed
            where not exists (
                select from app.handover_signature signed
                where signed.district = in_district and signed.handover_id = in_handover
                    and signed.round = in_round and signed.party = needed
            )
        )
$$;

-- True where a document that the policy lists for the kind is not sent or, if receipts count, not receipted as right.
create or replace function app.handover_documents_wanting(
    in_district integer, in_handover uuid, in_round integer, in_kind text, in_edition text, with_receipts boolean
) returns boolean
language sql stable security definer set search_path = ''
as $$
    with needed as (
        select listed.value as document from policy.parameter listed
        where listed.edition = in_edition and listed.key = 'handover.documents' and exists (
            select from policy.parameter kinds
            where kinds.edition = in_edition and kinds.key = 'handover.documents.' || listed.value || '.kinds'
                and kinds.value = in_kind
        )
    )
    select not exists (select from needed) or exists (
        select from needed where not exists (
            select from app.handover_document line
            where line.district = in_district and line.handover_id = in_handover and line.round = in_round
                and line.document = needed.document and (not with_receipts or line.verdict = 'received')
        )
    )
$$;

-- UTL-05: the owners' decision stands for one handover, or for all of a project. A place may say it needs none;
-- a place that says nothing needs it.
create or replace function app.has_owners_decision(
    in_district integer, in_project uuid, in_handover uuid, in_edition text
) returns boolean
language sql stable security definer set search_path = ''
as $$
    select app.policy_says(in_edition, 'handover.owners_decision', 'false', auth.today()) or exists (
        select from app.paper
        where district = in_district and project_id = in_project and kind = 'owners_handover_decision'
            and (subject_kind, subject_id) in (('handover', in_handover), ('project', in_project))
    )
$$;

-- Assets are listed before anybody signs for them.
create or replace function app.tg__handover_asset_is_listed_in_time() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    handover record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select state, round into handover from app.handover
    where district = new.district and handover_id = new.handover_id and project_id = new.project_id;
    if handover.state is distinct from 'planned' or exists (
        select from app.handover_signature signed
        where signed.district = new.district and signed.handover_id = new.handover_id
            and signed.round = handover.round
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_assets_are_listed_before_signing',
            message = 'assets are listed while the handover is planned and unsigned';
    end if;
    return null;
end
$$;

-- Each party signs for itself, the utility by its own person, over a list that names something.
create or replace function app.tg__handover_signature_is_its_partys_own() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    handover record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    perform app.refuse_foreign_link(new.handover_id);
    select h.state, h.round, h.receiver_id, p.construction_unit_id into handover
    from app.handover h join app.project p using (district, project_id)
    where h.district = new.district and h.handover_id = new.handover_id and h.project_id = new.project_id;
    if handover.state is distinct from 'planned' or handover.round <> new.round then
        raise exception using errcode = 'YS001', constraint = 'handover_is_signed_while_planned',
            message = 'joint acceptance is signed in the running round of a planned handover';
    end if;
    if new.person_id <> auth.person() or new.organisation_id <> auth.organisation()
        or new.party <> auth.role()
        or new.organisation_id is distinct from
            (case new.party when 'utility' then handover.receiver_id else handover.construction_unit_id end)
        or new.means <> (case when (auth.context())[9] = '' then 'account' else 'link' end)
    then
        raise exception using errcode = 'YS001', constraint = 'handover_signature_is_its_partys_own',
            message = 'a party signs by its own person and for itself';
    end if;
    if not exists (
        select from app.handover_asset where district = new.district and handover_id = new.handover_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_names_its_assets',
            message = 'there is no asset to be accepted';
    end if;
    return null;
end
$$;

-- A line carries its own paper; the street sends, the utility ticks.
create or replace function app.tg__handover_document_line() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    handover record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    perform app.refuse_foreign_link(new.handover_id);
    select h.state, h.round, h.receiver_id into handover from app.handover h
    where h.district = new.district and h.handover_id = new.handover_id and h.project_id = new.project_id;
    if handover.state is null or handover.round <> new.round
        or handover.state not in ('jointly_accepted', 'documents_sent')
        or (tg_op = 'UPDATE' and new.paper_id = old.paper_id and handover.state <> 'documents_sent')
    then
        raise exception using errcode = 'YS001', constraint = 'handover_documents_follow_joint_acceptance',
            message = 'documents are sent after joint acceptance and ticked while they are sent';
    end if;
    if not exists (
        select from app.paper
        where district = new.district and paper_id = new.paper_id and project_id = new.project_id
            and subject_kind = 'handover' and subject_id = new.handover_id and kind = new.document
    ) then
        raise exception using errcode = 'YS001', constraint = 'handover_document_is_its_own_paper',
            message = 'a line carries a paper of its own kind and handover';
    end if;
    if tg_op = 'INSERT' or new.paper_id <> old.paper_id then
        if new.verdict is not null then
            raise exception using errcode = 'YS001', constraint = 'handover_document_is_sent_unticked',
                message = 'what is sent is not yet receipted';
        end if;
    elsif new.receipted_by is distinct from auth.person() or not app.acts_for_receiver(handover.receiver_id) then
        raise exception using errcode = 'YS001', constraint = 'handover_document_is_receipted_by_its_utility',
            message = 'only the receiving utility ticks what it received';
    end if;
    return new;
end
$$;

-- WAR-2: a warranty runs from the day joint completion acceptance was certified, under the project's own edition.
create or replace function app.tg__warranty_is_of_its_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if not exists (
        select from app.project
        where project.district = new.district and project.project_id = new.project_id
            and project.edition = new.edition
            and app.accepted_day(project.district, project.project_id) = new.accepted_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'warranty_runs_from_the_certificate',
            message = 'a warranty runs from the day of the project''s certificate, under its own edition';
    end if;
    return null;
end
$$;

-- The project is handed over, goes into warranty, and closes, after every kind of its policy is handed over or does
-- not apply.
create or replace function app.tg__project_waits_for_handovers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = old.state or new.state not in ('S20', 'S22', 'S23') then
        return new;
    end if;
    -- What was handed over before the project was taken in was handed over elsewhere; its papers are imported.
    if new.entered_state < 'S20' and (not exists (
        select from app.policy_on(new.edition, 'handover.kinds', auth.today())
    ) or exists (
        select from app.policy_on(new.edition, 'handover.kinds', auth.today()) needed
        where not exists (
            select from app.handover done
            where done.district = new.district and done.project_id = new.project_id and done.kind = needed
                and done.state in ('handed_over', 'not_applicable')
        )
    )) then
        raise exception using errcode = 'YS001', constraint = 'project_close_waits_for_handovers',
            message = 'a kind of facility is neither handed over nor found not to apply';
    end if;
    if new.state = 'S23' then
        perform app.refuse_when_blocked(new.district, new.project_id, 'close');
    end if;
    return new;
end
$$;

create or replace trigger _200_handover_is_of_its_project before insert or update on app.handover
    for each row execute function app.tg__handover_is_of_its_project();
create or replace trigger _220_handover_step before update on app.handover
    for each row execute function app.tg__handover_step();
create or replace trigger _500_handover_asset_is_listed_in_time after insert on app.handover_asset
    for each row execute function app.tg__handover_asset_is_listed_in_time();
create or replace trigger _100_fact_is_never_changed before update or delete on app.handover_asset
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_handover_signature_is_its_partys_own after insert on app.handover_signature
    for each row execute function app.tg__handover_signature_is_its_partys_own();
create or replace trigger _100_fact_is_never_changed before update or delete on app.handover_signature
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_handover_document_line before insert or update on app.handover_document
    for each row execute function app.tg__handover_document_line();
create or replace trigger _500_warranty_is_of_its_project after insert on app.warranty
    for each row execute function app.tg__warranty_is_of_its_project();
create or replace trigger _100_fact_is_never_changed before update or delete on app.warranty
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _290_project_waits_for_handovers before update on app.project
    for each row execute function app.tg__project_waits_for_handovers();
