import Actions
import PQ
import Values
import Works

/// The statements over bonds, retention and payments of contracts.
enum ContractMoneyStore {
    /// A contract as decisions over its money look at it.
    static func facts(_ contract: ID) -> SQL {
        """
        select jsonb_build_object(
            'project', contract.project_id, 'place', project.place, 'edition', project.edition,
            'signed_on', contract.signed_on, 'amount_fen', contract.amount_fen,
            'category', (
                select category from app.package
                where package.district = contract.district and package.package_id = contract.package_id
            ),
            'has_certified_claims', exists (
                select from app.payment_claim claim
                where claim.district = contract.district and claim.contract_id = contract.contract_id
                    and claim.state = 'certified'
            ),
            'retention', (
                select jsonb_build_object('share_numerator', share_numerator, 'share_denominator', share_denominator,
                    'months', months)
                from app.retention kept
                where kept.district = contract.district and kept.contract_id = contract.contract_id
            ),
            'held_fen', (
                select coalesce(sum(held_fen), 0)::bigint from app.retention_holding held
                where held.district = contract.district and held.contract_id = contract.contract_id
            ),
            'released_fen', (
                select coalesce(sum(amount_fen), 0)::bigint from app.retention_release given
                where given.district = contract.district and given.contract_id = contract.contract_id
            ),
            'last_held_on', (
                select max(claim.certified_on) from app.retention_holding held
                join app.payment_claim claim using (district, payment_claim_id)
                where held.district = contract.district and held.contract_id = contract.contract_id
                    and held.held_fen > 0
            ),
            'bonds', (
                select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'held_from', held_from,
                    'returned_on', returned_on, 'amount_fen', bond.amount_fen) order by held_from), '[]')
                from app.contract_bond bond
                where bond.district = contract.district and bond.contract_id = contract.contract_id
            ),
            'period', (
                select jsonb_build_object('base_on', base_on, 'nominal_end_on', nominal_end_on,
                    'effective_end_on', effective_end_on)
                from app.defect_liability period
                where period.district = contract.district and period.contract_id = contract.contract_id
            ),
            'accepted_on', coalesce((
                select max(certified_on) from app.acceptance_certificate certificate
                where certificate.district = contract.district and certificate.project_id = contract.project_id
            ), (
                select accepted_on from app.project own
                where own.district = contract.district and own.project_id = contract.project_id
            )),
            'account_total_fen', (
                select total_fen from app.final_account account
                where account.district = contract.district and account.project_id = contract.project_id
            ),
            'project_held_fen', (
                select coalesce(sum(held_fen - released_fen), 0)::bigint from app.retention_card card
                where card.district = contract.district and card.project_id = contract.project_id
            ),
            'has_term', exists (
                select from app.payment_term term
                where term.district = contract.district and term.contract_id = contract.contract_id
            ),
            'enterprise', (
                select enterprise from app.payment_term term
                where term.district = contract.district and term.contract_id = contract.contract_id
            ),
            'has_basis', exists (
                select from app.settlement_basis agreed
                where agreed.district = contract.district and agreed.contract_id = contract.contract_id
            ),
            'clock', (
                select jsonb_build_object('clock_id', clock_id, 'due_on', due_on, 'version', version)
                from app.clock
                where clock.district = contract.district and clock.subject_kind = 'contract'
                    and clock.subject_id = contract.contract_id and clock.key = 'defect_liability.max_months'
                    and clock.met_on is null
                limit 1
            )) as facts
        from app.contract join app.project using (district, project_id)
        where contract.district = auth.district() and contract.contract_id = \(contract)
        """
    }

    static func bondFacts(_ bond: ID) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition, 'kind', bond.kind,
            'held_from', bond.held_from, 'returned_on', bond.returned_on, 'version', bond.version,
            'signed_on', contract.signed_on) as facts
        from app.contract_bond bond join app.project using (district, project_id)
        join app.contract using (district, contract_id)
        where bond.district = auth.district() and bond.contract_bond_id = \(bond)
        """
    }

    static func payingFacts(_ claim: ID) -> SQL {
        """
        select jsonb_build_object(
            'project', claim.project_id, 'place', project.place, 'edition', project.edition,
            'version', claim.version, 'state', claim.state, 'certified_on', claim.certified_on,
            'signed_on', contract.signed_on,
            'payable_fen', claim.amount_fen - coalesce((
                select held_fen from app.retention_holding held
                where held.district = claim.district and held.payment_claim_id = claim.payment_claim_id
            ), 0),
            'paid_fen', (
                select coalesce(sum(amount_fen), 0)::bigint from app.payment
                where payment.district = claim.district and payment.payment_claim_id = claim.payment_claim_id
            ),
            'clock', (
                select jsonb_build_object('clock_id', clock_id, 'due_on', due_on, 'version', version)
                from app.clock
                where clock.district = claim.district and clock.subject_kind = 'payment_claim'
                    and clock.subject_id = claim.payment_claim_id and clock.key = 'payment.sme.days'
                limit 1
            )) as facts
        from app.payment_claim claim join app.project using (district, project_id)
        join app.contract using (district, contract_id)
        where claim.district = auth.district() and claim.payment_claim_id = \(claim)
        """
    }

    static func insert(_ draft: BondDraft, contract: ID, project: ID, op: ID) -> SQL {
        """
        insert into app.contract_bond (district, contract_bond_id, project_id, contract_id, kind, amount_fen, evidence,
            held_from, op_id)
        values (auth.district(), \(draft.id), \(project), \(contract), \(draft.kind), \(draft.amount),
            \(draft.evidence), \(draft.heldFrom), \(op))
        """
    }

    static func insert(
        _ draft: RetentionDraft, share: Ratio, most: Int64, contract: ID, _ facts: ContractMoneyFacts, op: ID
    ) -> SQL {
        """
        insert into app.retention (district, contract_id, project_id, share_numerator, share_denominator, months,
            evidence, agreed_on, edition, most_months, op_id)
        values (auth.district(), \(contract), \(facts.project), \(share.numerator), \(share.denominator),
            \(Int32(truncatingIfNeeded: draft.months)), \(draft.evidence), \(draft.agreedOn), \(facts.edition),
            \(most), \(op))
        """
    }

    static func hold(_ held: Fen, of amount: Fen, claim: ID, contract: ID, project: ID, op: ID) -> SQL {
        """
        insert into app.retention_holding (district, payment_claim_id, project_id, contract_id, claim_fen, held_fen,
            op_id)
        values (auth.district(), \(claim), \(project), \(contract), \(amount), \(held), \(op))
        """
    }

    static func insert(
        _ draft: DefectLiabilityDraft, base: BusinessDay, months: Int64, nominal: BusinessDay,
        effective: BusinessDay?, contract: ID, project: ID, op: ID
    ) -> SQL {
        """
        insert into app.defect_liability (district, contract_id, project_id, reported_on, owner_delays, evidence,
            base_on, months, nominal_end_on, effective_end_on, op_id)
        values (auth.district(), \(contract), \(project), \(draft.reportedOn), \(draft.ownerDelays),
            \(draft.evidence), \(base), \(Int32(truncatingIfNeeded: months)), \(nominal), \(effective), \(op))
        """
    }

    static func insert(_ draft: ReleaseDraft, contract: ID, project: ID, op: ID) -> SQL {
        """
        insert into app.retention_release (district, retention_release_id, project_id, contract_id, amount_fen, ground,
            voucher, released_on, op_id)
        values (auth.district(), \(draft.id), \(project), \(contract), \(draft.amount), \(draft.ground),
            \(draft.voucher), \(draft.releasedOn), \(op))
        """
    }

    static func insert(_ draft: PaymentTermDraft, contract: ID, project: ID, op: ID) -> SQL {
        """
        insert into app.payment_term (district, contract_id, project_id, enterprise, days, evidence, op_id)
        values (auth.district(), \(contract), \(project), \(draft.enterprise),
            \(Int32(truncatingIfNeeded: draft.days)), \(draft.evidence), \(op))
        """
    }

    static func insert(_ draft: SettlementBasisDraft, contract: ID, project: ID, op: ID) -> SQL {
        """
        insert into app.settlement_basis (district, contract_id, project_id, basis, law, evidence, op_id)
        values (auth.district(), \(contract), \(project), \(draft.basis.rawValue), \(draft.law), \(draft.evidence), \(op))
        """
    }

    static func basis(_ contract: ID) -> SQL {
        """
        select basis, law, evidence from app.settlement_basis
        where district = auth.district() and contract_id = \(contract)
        """
    }

    static func insert(
        _ draft: PaymentDraft, claim: ID, project: ID, due: BusinessDay?, daysLate: Int, interest: Fen,
        determination: ID?, op: ID
    ) -> SQL {
        """
        insert into app.payment (district, payment_id, project_id, payment_claim_id, amount_fen, voucher, paid_on,
            due_on, days_late, interest_fen, determination_id, op_id)
        values (auth.district(), \(draft.id), \(project), \(claim), \(draft.amount), \(draft.voucher),
            \(draft.paidOn), \(due), \(Int32(truncatingIfNeeded: daysLate)), \(interest), \(determination), \(op))
        """
    }

    static func end(_ clock: RunningPaymentClock, on day: BusinessDay, op: ID) -> SQL {
        """
        update app.clock set state = \(NewClock.state(due: clock.due, metOn: day)), met_on = \(day), op_id = \(op),
            version = version + 1
        where district = auth.district() and clock_id = \(clock.id)
        """
    }

    /// What is shown of a contract's retention, beside its facts.
    static func bonds(_ contract: ID) -> SQL {
        """
        select contract_bond_id as id, kind, amount_fen, evidence, held_from, returned_on, version
        from app.contract_bond where district = auth.district() and contract_id = \(contract)
        order by held_from, contract_bond_id
        """
    }

    static func dues(_ contract: ID) -> SQL {
        """
        select card.payment_claim_id, card.number, card.certified_on, card.amount_fen, card.held_fen, card.payable_fen,
            card.paid_fen, card.owed_fen, card.interest_fen, card.due_on, card.clock_state, card.signed_on,
            project.place, project.edition
        from app.payment_card card join app.project using (district, project_id)
        where card.district = auth.district() and card.contract_id = \(contract) order by card.number
        """
    }
}
