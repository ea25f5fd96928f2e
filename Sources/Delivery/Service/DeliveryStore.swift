import Actions
import Delivery
import PQ
import Values

/// The statements of delivery.
enum DeliveryStore {
    /// A project's parties as one jsonb object, beside units that are not yet among them.
    private static func parties(with units: [ID]) -> SQL {
        """
        jsonb_build_object(
            'project', project.project_id, 'place', project.place, 'edition', project.edition,
            'mode', (
                select mode from app.delivery_mode chosen
                where chosen.district = project.district and chosen.project_id = project.project_id
            ),
            'standing', (
                select coalesce(jsonb_agg(jsonb_build_object('id', party.engagement_id, 'organisation',
                    party.organisation_id, 'name', unit.name, 'role', party.role, 'from', party.valid_from,
                    'to', app.engagement_bars_until(party)) order by party.created_at, party.engagement_id), '[]')
                from app.engagement party join auth.organisation unit using (organisation_id)
                where party.district = project.district and party.project_id = project.project_id
            ),
            'links', (
                select coalesce(jsonb_agg(jsonb_build_object('controller', link.organisation_id, 'controlled',
                    link.controlled_id, 'from', link.valid_from, 'to', link.valid_to, 'kind', link.kind,
                    'evidence', link.evidence, 'controller_name', over.name, 'controlled_name', under.name,
                    'recorded_by', \(recorder)) order by link.valid_from, over.name, under.name), '[]')
                from auth.control_link link
                join auth.organisation over on over.organisation_id = link.organisation_id
                join auth.organisation under on under.organisation_id = link.controlled_id
                where link.organisation_id in (
                    select auth.units_of_one_group(\(units)::uuid[] || array(
                        select organisation_id from app.engagement party
                        where party.district = project.district and party.project_id = project.project_id))
                )
            ))
        """
    }

    /// Who recorded a link, where that was in the caller's own district.
    private static let recorder: SQL = """
        (
            select person.name from ledger.entry said join auth.person using (person_id)
            where said.district = auth.district() and said.type = 'control_link.record'
                and said.subject_kind = 'organisation' and said.subject_id = link.organisation_id
                and position(link.controlled_id::text in convert_from(said.body, 'UTF8')) > 0
            order by said.at desc limit 1
        )
        """

    /// The links of a unit and of every unit tied to it, with who recorded each.
    static func links(of unit: ID) -> SQL {
        """
        select link.organisation_id as organisation, over.name as organisation_name, link.controlled_id as controlled,
            under.name as controlled_name, link.kind, link.evidence, link.valid_from, link.valid_to,
            \(recorder) as recorded_by
        from auth.control_link link
        join auth.organisation over on over.organisation_id = link.organisation_id
        join auth.organisation under on under.organisation_id = link.controlled_id
        where link.organisation_id in (select auth.units_of_one_group(array[\(unit)]::uuid[]))
        order by link.valid_from, over.name, under.name limit 500
        """
    }

    static func engagementFacts(_ project: ID, _ organisation: ID) -> SQL {
        "select jsonb_build_object('parties', " + parties(with: [organisation])
            + """
            , 'name', (select name from auth.organisation where organisation_id = \(organisation)),
                'kind', (select kind from auth.organisation where organisation_id = \(organisation)),
                'is_unconfirmed', app.unit_waits_for_confirmation(project.district, \(organisation)),
                'buyer', project.construction_unit_id, 'buyer_name', own.name) as facts
            from app.project join auth.organisation own on own.organisation_id = project.construction_unit_id
            where district = auth.district() and project_id = \(project)
            """
    }

    /// The projects of the district in which units to be linked, or units under the same control, take part.
    static func linkFacts(_ draft: LinkDraft) -> SQL {
        "select jsonb_build_object('projects', coalesce(jsonb_agg("
            + parties(with: [draft.organisation, draft.controlled])
                + """
                ), '[]')) as facts
                from app.project
                where district = auth.district() and exists (
                    select from app.engagement party
                    where party.district = project.district and party.project_id = project.project_id
                        and party.organisation_id in (
                            select auth.units_of_one_group(\([draft.organisation, draft.controlled])::uuid[]))
                )
                """
    }

    static func modeFacts(_ project: ID) -> SQL {
        """
        select jsonb_build_object('mode', chosen.mode, 'version', chosen.version, 'place', project.place,
            'edition', project.edition,
            'contracts', (
                select coalesce(jsonb_agg(contract.number order by contract.number), '[]')
                from app.contract join app.package using (district, package_id)
                where contract.district = project.district and contract.project_id = project.project_id
                    and package.category in ('works', 'epc')
            ),
            'roles', (
                select coalesce(jsonb_agg(distinct party.role), '[]') from app.engagement party
                where party.district = project.district and party.project_id = project.project_id
                    and party.valid_to is null
            )) as facts
        from app.project left join app.delivery_mode chosen using (district, project_id)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    static func writeMode(
        _ draft: ModeDraft, of project: ID, from version: Int64?, district: Int32, op: ID
    ) -> SQL {
        guard let version else {
            return """
                insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
                values (\(district), \(project), \(draft.mode), \(draft.chosenOn), \(op))
                """
        }
        return """
            update app.delivery_mode set mode = \(draft.mode), chosen_on = \(draft.chosenOn),
                change_reason = \(draft.reason), version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(op)
            where district = \(district) and project_id = \(project)
            """
    }

    static func insertEngagement(_ draft: EngagementDraft, of project: ID, district: Int32, op: ID) -> SQL {
        """
        insert into app.engagement (district, engagement_id, project_id, organisation_id, role, contract_id,
            valid_from, valid_to, op_id)
        values (\(district), \(draft.id), \(project), \(draft.organisation), \(draft.role), \(draft.contract),
            \(draft.from), \(draft.to), \(op))
        """
    }

    /// An engagement that is to end, with the contracts of its unit for its role that stand.
    static func endFacts(_ engagement: ID) -> SQL {
        """
        select jsonb_build_object('project', own.project_id, 'version', own.version, 'ended', own.valid_to,
            'place', project.place, 'edition', project.edition,
            'contracts', (
                select coalesce(jsonb_agg(contract.number order by contract.number), '[]')
                from app.contracts_of_role(own.district, own.project_id, own.organisation_id, own.role) contract
                where app.contract_holds(contract.district, contract.contract_id)
            )) as facts
        from app.engagement own join app.project using (district, project_id)
        where own.district = auth.district() and own.engagement_id = \(engagement)
        """
    }

    /// A contract that is to end, with what was proposed last, for whoever asks.
    static func terminationFacts(_ contract: ID) -> SQL { terminationFacts(of: "\(contract)") }

    /// The contract of a proposal, the same way.
    static func terminationFacts(proposal: ID) -> SQL {
        terminationFacts(
            of: """
                (select contract_id from app.termination_proposal
                where district = auth.district() and proposal_id = \(proposal))
                """)
    }

    private static func terminationFacts(of contract: SQL) -> SQL {
        """
        select jsonb_build_object('project', own.project_id, 'place', project.place, 'edition', project.edition,
            'contract', own.contract_id, 'signed_on', own.signed_on, 'amount', own.amount_fen,
            'has_bill', exists (
                select from app.bill_line line
                where line.district = own.district and line.contract_id = own.contract_id),
            'ended_on', app.contract_ended_on(own.district, own.contract_id),
            'is_finished', app.contract_is_finished(own.district, own.contract_id),
            'last_log_on', app.last_log_of_contract(own.district, own.contract_id),
            'unit', auth.organisation(), 'side', app.side_of_contract(own.district, own.contract_id),
            'proposal', (
                select jsonb_build_object('id', proposal_id, 'side', side, 'organisation', organisation_id,
                    'organisation_name', organisation, 'ended_on', ended_on, 'paper', paper_id)
                from app.termination_card said
                where said.district = own.district and said.contract_id = own.contract_id and said.is_latest
            )) as facts
        from app.contract own join app.project using (district, project_id)
        where own.district = auth.district() and own.contract_id = \(contract)
        """
    }

    /// What was said of the end of a contract, the latest first; and the end itself, where there is one.
    static func terminations(_ contract: ID) -> SQL {
        """
        select jsonb_build_object(
            'ended', (
                select jsonb_build_object('ended_on', ended.ended_on, 'reason', ended.reason,
                    'confirmed_by', unit.name, 'taken_fen', app.contract_takes(contract))
                from app.contract_termination ended join app.contract using (district, project_id, contract_id)
                left join auth.organisation unit on unit.organisation_id = ended.organisation_id
                where ended.district = auth.district() and ended.contract_id = \(contract)
            ),
            'proposals', (
                select coalesce(jsonb_agg(jsonb_build_object('id', proposal_id, 'side', side,
                    'organisation', organisation, 'proposed_on', proposed_on, 'ended_on', ended_on,
                    'reason', reason, 'settled_fen', settled_fen, 'paper', paper_id, 'sha256', sha256,
                    'is_end', is_end) order by created_at desc, proposal_id), '[]')
                from app.termination_card said
                where said.district = auth.district() and said.contract_id = \(contract)
            )) as card
        """
    }

    static func proposeEnd(
        _ draft: TerminationDraft, _ file: PaperSent.File, of facts: TerminationFacts,
        side: TerminationFacts.Side, _ sitting: Sitting
    ) -> [SQL] {
        draft.paper.inserts(
            file, as: "contract_termination", of: Subject("contract", facts.contract), in: facts.project,
            dated: draft.endedOn, district: sitting.actor.district, op: sitting.op)
            + [
                """
                insert into app.termination_proposal (district, proposal_id, project_id, contract_id,
                    organisation_id, side, proposed_on, ended_on, reason, settled_fen, paper_id, op_id)
                values (\(sitting.actor.district), \(draft.id), \(facts.project), \(facts.contract),
                    \(sitting.actor.organisation), \(side.rawValue), \(sitting.today), \(draft.endedOn),
                    \(draft.reason), \(draft.settled), \(draft.paper.id), \(sitting.op))
                """
            ]
    }

    static func confirmEnd(
        _ proposal: TerminationFacts.Proposal, of facts: TerminationFacts, because reason: String,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id,
            proposal_id, organisation_id, op_id)
        values (\(sitting.actor.district), \(facts.contract), \(facts.project), \(proposal.endedOn), \(reason),
            \(proposal.paper), \(proposal.id), \(sitting.actor.organisation), \(sitting.op))
        """
    }

    static func end(_ draft: EndDraft, of engagement: ID, from version: Int64, district: Int32, op: ID) -> SQL
    {
        """
        update app.engagement set valid_to = \(draft.to), end_reason = \(draft.reason),
            version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(op)
        where district = \(district) and engagement_id = \(engagement)
        """
    }

    static func registered(_ unit: ID) -> SQL {
        """
        select jsonb_build_object('name', name, 'is_confirmed', exists (
                select from app.unit_confirmation done
                where done.district = auth.district() and done.organisation_id = unit.organisation_id)) as facts
        from auth.organisation unit where unit.organisation_id = \(unit)
        """
    }

    static func confirm(_ unit: ID, district: Int32, op: ID) -> SQL {
        """
        insert into app.unit_confirmation (district, organisation_id, op_id)
        values (\(district), \(unit), \(op))
        """
    }

    static func insertOrganisation(_ draft: OrganisationDraft, code: CreditCode, op: ID) -> SQL {
        """
        insert into auth.organisation (organisation_id, credit_code, name, kind, facilities, recorded_in, op_id)
        values (\(draft.id), \(code.text), \(draft.name), \(draft.kind), \(draft.facilities ?? []), auth.district(),
            \(op))
        """
    }

    static func insertLink(_ draft: LinkDraft, op: ID) -> SQL {
        """
        insert into auth.control_link (organisation_id, controlled_id, kind, evidence, valid_from, valid_to,
            recorded_in, op_id)
        values (\(draft.organisation), \(draft.controlled), \(draft.kind), \(draft.evidence), \(draft.from),
            \(draft.to), auth.district(), \(op))
        """
    }

    static func engagements(_ project: ID, _ after: ID?, limit: Int) -> SQL {
        """
        select engagement_id as id, organisation_id, organisation, credit_code, role, contract_id, valid_from,
            valid_to, end_reason, conflicts, version
        from app.engagement_card
        where district = auth.district() and project_id = \(project)
            and (\(after)::uuid is null or engagement_id > \(after))
        order by engagement_id limit \(limit + 1)
        """
    }

    static func organisations(code: String?, _ after: ID?, limit: Int) -> SQL {
        """
        select organisation_id as id, credit_code, name, kind from auth.organisation
        where (\(code)::text is null or credit_code = \(code)) and (\(after)::uuid is null or organisation_id > \(after))
        order by organisation_id limit \(limit + 1)
        """
    }
}
