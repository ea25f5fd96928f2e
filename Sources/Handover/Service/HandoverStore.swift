import Actions
import Handover
import Ledger
import PQ
import Values

/// The statements of handovers.
enum HandoverStore {
    /// One handover as its rules look at it.
    static func facts(_ handover: ID) -> SQL {
        """
        select to_jsonb(card) || jsonb_build_object(
            'asset_count', jsonb_array_length(card.assets),
            'running_clocks', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'clock_id', clock.clock_id, 'key', clock.key, 'due_on', clock.due_on, 'version', clock.version
                ) order by clock.due_on), '[]') from app.clock
                where clock.district = card.district and clock.subject_kind = 'handover'
                    and clock.subject_id = card.handover_id and clock.state in ('running', 'late', 'uncomputed')
                    and clock.met_on is null
            ), 'exemption', jsonb_build_object(
                'proposal', card.exemption_id, 'voices', card.exemption_voices,
                'items', (
                    select coalesce(jsonb_agg(jsonb_build_object('kind', item.kind, 'title', item.title)
                        order by item.code), '[]') from app.works_item item
                    where item.district = card.district and item.project_id = card.project_id
                ),
                'papers', (
                    select coalesce(jsonb_agg(paper.paper_id), '[]') from app.paper
                    where paper.district = card.district and paper.subject_kind = 'handover'
                        and paper.subject_id = card.handover_id and paper.kind = 'handover_exemption'
                        and app.paper_stands(paper.district, paper.sha256)
                ),
                'units', \(units)
            )) as facts
        from app.handover_card card
        where card.district = auth.district() and card.handover_id = \(handover)
            and coalesce(nullif((auth.context())[9], ''), card.handover_id::text) = card.handover_id::text
        """
    }

    static func projectFacts(_ project: ID) -> SQL { projectFacts([project]) }

    /// Projects as the rules of planning and completing look at them.
    static func projectFacts(_ projects: [ID]) -> SQL {
        """
        select jsonb_build_object(
            'project_state', project.state, 'version', project.version, 'edition', project.edition,
            'place', project.place, 'construction_unit_id', project.construction_unit_id,
            'is_handed_over_before', project.entered_state >= 'S20', 'states', (
                select coalesce(jsonb_object_agg(kind, handover.state), '{}') from app.handover
                where handover.district = project.district and handover.project_id = project.project_id
            ),
            'accepted_on', coalesce((
                select certified_on from app.acceptance_certificate certificate
                where certificate.district = project.district and certificate.project_id = project.project_id
            ), project.accepted_on), 'units', \(units)) as facts, project.project_id
        from app.project
        where project.district = auth.district() and project.project_id = any(\(projects))
        """
    }

    /// The register of units that run some kind of facility.
    private static let units: SQL = """
        (
            select coalesce(jsonb_agg(jsonb_build_object('id', unit.organisation_id, 'name', unit.name,
                'facilities', unit.facilities) order by unit.name), '[]')
            from auth.organisation unit where unit.facilities <> '{}'
        )
        """

    static func insert(_ draft: PlanDraft, project: ID, district: Int32, op: ID) -> [SQL] {
        let handover: SQL = """
            insert into app.handover (district, handover_id, project_id, kind, receiver_id, op_id)
            values (\(district), \(draft.id), \(project), \(draft.kind), \(draft.receiver), \(op))
            """
        return [handover]
            + (draft.assets ?? []).map { asset in
                """
                insert into app.handover_asset (district, asset_id, handover_id, project_id, tag, title, location,
                    boundary, responsible_from, op_id)
                values (\(district), \(asset.id), \(draft.id), \(project), \(asset.tag), \(asset.title),
                    \(asset.location), \(asset.boundary), \(asset.responsibleFrom), \(op))
                """
            }
    }

    static func setReceiver(_ receiver: ID, of facts: HandoverFacts, op: ID) -> SQL {
        change(facts, "receiver_id = \(receiver)", op: op)
    }

    static func step(_ facts: HandoverFacts, to state: HandoverState, op: ID) -> SQL {
        change(facts, "state = \(state.rawValue)", op: op)
    }

    /// The utility's sealed sheet with its bytes.
    static func sheet(_ bytes: [UInt8], _ facts: HandoverFacts, _ sitting: Sitting) -> [SQL] {
        let digest = Digest.sha256(bytes)
        let kinds: [(beginning: [UInt8], type: String)] = [
            (Array("%PDF".utf8), "application/pdf"), ([0xFF, 0xD8], "image/jpeg"),
            ([0x89, 0x50], "image/png"),
        ]
        let type = kinds.first { bytes.starts(with: $0.beginning) }?.type ?? "text/plain"
        let district = sitting.actor.district
        return [
            """
            insert into app.file (district, sha256, media_type, content)
            values (\(district), \(digest), \(type), \(bytes)) on conflict do nothing
            """,
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, sha256,
                op_id)
            values (\(district), \(sitting.newID()), \(facts.project), 'handover', \(facts.handover),
                'sealed_handover_sheet', '盖章确认单', \(sitting.today), \(digest), \(sitting.op))
            """,
        ]
    }

    static func handOver(_ facts: HandoverFacts, on day: BusinessDay, op: ID) -> SQL {
        change(facts, "state = 'handed_over', handed_over_on = \(day)", op: op)
    }

    static func refuse(_ facts: HandoverFacts, _ reason: String, op: ID) -> SQL {
        change(facts, "state = 'refused', refused_reason = \(reason)", op: op)
    }

    /// Takes a handover up again: after a refusal in a new round, where its kind applies after all in the same.
    static func reopen(_ facts: HandoverFacts, op: ID) -> SQL {
        let round = Int32(truncatingIfNeeded: facts.round) + (facts.state == .refused ? 1 : 0)
        return change(
            facts,
            """
            state = 'planned', round = \(round), proposed_by = null, confirmed_by = null,
            not_applicable_reason = null, exemption_id = null, exemption_ground = null, exemption_paper_id = null
            """, op: op)
    }

    static func proposeExemption(
        _ facts: HandoverFacts, _ proposal: ExemptionProposal, by person: ID, op: ID
    ) -> SQL {
        change(
            facts,
            """
            not_applicable_reason = \(proposal.reason), proposed_by = \(person), exemption_id = \(proposal.id),
            exemption_ground = \(proposal.ground), exemption_paper_id = \(proposal.paper)
            """, op: op)
    }

    static func confirmExemption(
        _ facts: HandoverFacts, _ proposal: ID, by actor: Actor, on day: BusinessDay, op: ID
    ) -> SQL {
        """
        insert into app.handover_exemption_voice (district, exemption_id, party, handover_id, project_id, person_id,
            organisation_id, said_on, op_id)
        values (auth.district(), \(proposal), \(actor.role.rawValue), \(facts.handover), \(facts.project),
            \(actor.person), \(actor.organisation), \(day), \(op))
        """
    }

    static func setAside(_ facts: HandoverFacts, by person: ID, op: ID) -> SQL {
        change(facts, "state = 'not_applicable', confirmed_by = \(person)", op: op)
    }

    static func sign(
        _ facts: HandoverFacts, as party: HandoverParty, by actor: Actor, means: SignatureMeans,
        on day: BusinessDay,
        op: ID
    ) -> SQL {
        """
        insert into app.handover_signature (district, handover_id, round, party, project_id, person_id,
            organisation_id, means, signed_on, op_id)
        values (auth.district(), \(facts.handover), \(Int32(truncatingIfNeeded: facts.round)), \(party.rawValue),
            \(facts.project), \(actor.person), \(actor.organisation), \(means.rawValue), \(day), \(op))
        """
    }

    /// The paper, and the line that carries it: a line sent anew is unticked again.
    static func send(_ document: DocumentsDraft.Document, digest: [UInt8]?, _ facts: HandoverFacts, op: ID)
        -> [SQL]
    {
        [
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number,
                dated, sha256, op_id)
            values (auth.district(), \(document.id), \(facts.project), 'handover', \(facts.handover),
                \(document.document), \(document.title), \(document.number), \(document.dated), \(digest), \(op))
            """,
            """
            insert into app.handover_document as line (district, handover_id, round, document, project_id, paper_id,
                op_id)
            values (auth.district(), \(facts.handover), \(Int32(truncatingIfNeeded: facts.round)),
                \(document.document), \(facts.project), \(document.id), \(op))
            on conflict (district, handover_id, round, document) do update
            set paper_id = excluded.paper_id, verdict = null, note = null, receipted_by = null,
                op_id = excluded.op_id, version = line.version + 1
            """,
        ]
    }

    static func receipt(_ line: ReceiptsDraft.Line, _ facts: HandoverFacts, by person: ID, op: ID) -> SQL {
        """
        update app.handover_document
        set verdict = \(line.verdict.rawValue), note = \(line.note), receipted_by = \(person), op_id = \(op),
            version = version + 1
        where district = auth.district() and handover_id = \(facts.handover)
            and round = \(Int32(truncatingIfNeeded: facts.round)) and document = \(line.document)
        """
    }

    static func insertClock(
        _ clock: ID, _ facts: HandoverFacts, key: String, rule: String, due: DueDay, _ sitting: Sitting
    ) -> SQL {
        NewClock(
            clock, on: Subject("handover", facts.handover), in: facts.project, key: key, rule: rule, due: due,
            explanation: .object([
                "workdays": .int(Int64(due.count.workdays ?? 0)), "counted_from": .text("\(due.started)"),
                "convention": "CV-08",
            ])
        ).insert(district: sitting.actor.district, op: sitting.op)
    }

    /// The deadline of the gas filing, once for a project, however often its gas is accepted anew.
    static func insertGasClock(
        _ clock: ID, _ facts: HandoverFacts, rule: String, due: DueDay, days: Int64, op: ID
    ) -> SQL {
        let explanation = JSON.object([
            "title": "燃气工程竣工备案", "title_en": "gas filing", "days": .int(days),
            "counted_from": .text("\(due.started)"), "convention": "CV-06",
        ])
        return """
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                due_on, nominal_on, explanation, state, op_id)
            select auth.district(), \(clock), \(facts.project), 'project', \(facts.project),
                'handover.gas_filing_days', \(rule), \(due.started), \(due.on), \(due.count.nominal),
                \(explanation), \(NewClock.state(due: due.on, metOn: nil)), \(op)
            where not exists (
                select from app.clock
                where district = auth.district() and project_id = \(facts.project)
                    and key = 'handover.gas_filing_days'
            ) and not exists (
                select from app.filing
                where district = auth.district() and project_id = \(facts.project) and kind = 'gas'
            )
            """
    }

    /// Ends deadlines that ran: met on their day, or late; one without its day is judged when it has it.
    static func end(_ clocks: [RunningClock], on day: BusinessDay, op: ID) -> [SQL] {
        clocks.map { clock in
            """
            update app.clock set state = \(NewClock.state(due: clock.dueOn, metOn: day)), met_on = \(day), op_id = \(op),
                version = version + 1
            where district = auth.district() and clock_id = \(clock.clock)
            """
        }
    }

    static func stepProject(_ project: ID, to state: String, op: ID) -> SQL {
        """
        update app.project set state = \(state), op_id = \(op), version = version + 1
        where district = auth.district() and project_id = \(project)
        """
    }

    static func insert(_ warranty: Warranty, _ id: ID, project: ID, edition: String, op: ID) -> SQL {
        """
        insert into app.warranty (district, warranty_id, project_id, kind, accepted_on, months, seasons, evidence,
            edition, minimum_key, minimum_years, nominal_end_on, effective_end_on, op_id)
        values (auth.district(), \(id), \(project), \(warranty.kind), \(warranty.acceptedOn),
            \(warranty.seasons == nil ? Int32(truncatingIfNeeded: warranty.months) : nil),
            \(warranty.seasons.map { Int32(truncatingIfNeeded: $0) }), \(warranty.evidence), \(edition),
            \(warranty.minimumKey), \(warranty.minimum), \(warranty.nominalEnd), \(warranty.effectiveEnd),
            \(op))
        """
    }

    private static func change(_ facts: HandoverFacts, _ columns: SQL, op: ID) -> SQL {
        """
        update app.handover set \(columns), op_id = \(op), version = \(Int32(truncatingIfNeeded: facts.version)) + 1
        where district = auth.district() and handover_id = \(facts.handover)
        """
    }
}
