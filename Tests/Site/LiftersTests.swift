import Harness
import Testing
import Values

/// Who can lift a refusal, held against the access of the steps by which it is lifted.
@Suite("Whoever is named as lifting a refusal may take a step that does")
struct LiftersTests {
    /// What holds a step, and by which steps it is lifted, as `code: step step …`; a new one needs its line here.
    private static let steps = """
        acceptance_opinion_waits_for_the_event: acceptance.opinion
        acceptance_waits_for_blocks: issue.claim-fix issue.verify change_order.owner_decision daily_log.approve
        acceptance_waits_for_change_orders: change_order.owner_decision change_order.district_decision change_order.withdraw
        acceptance_waits_for_completion_report: project.report_completion
        acceptance_waits_for_inspection_lots: inspection_lot.rectify inspection_lot.pass
        acceptance_waits_for_its_certificate: acceptance.certify
        acceptance_waits_for_its_checklist: acceptance.answer
        acceptance_waits_for_its_settlement: acceptance.dispute acceptance.settle
        acceptance_waits_for_severe_issues: issue.claim-fix issue.verify
        approval_waits_for_papers: paper.record
        award_waits_for_its_objections: tender.award
        ballot_waits_for_the_owners_names: register.check register.confirm
        ballot_waits_for_the_whole_register: register.check register.confirm paper.record
        budget_waits_for_the_affordable_exception: paper.record
        budget_waits_for_the_overrun_answer: paper.record
        certificate_waits_for_all_seats: acceptance.opinion
        certificate_waits_for_severe_issues: issue.claim-fix issue.verify
        certificate_waits_for_the_event: acceptance.certify
        certificate_waits_for_the_stations_receipt: paper.record
        change_order_waits_for_its_decisions: change_order.owner_decision change_order.district_decision
        change_order_waits_for_opinions: change_order.opinion
        close_waits_for_filings: closing.file
        close_waits_for_final_accounts: closing.fix_accounts
        close_waits_for_management_form: closing.set_management
        close_waits_for_open_issues: issue.accept issue.close
        close_waits_for_papers: paper.record closing.fix_accounts
        close_waits_for_papers_delivered: closing.deliver_papers
        close_waits_for_special_works: special_works.record
        close_waits_for_true_up: closing.true_up
        close_waits_for_warranties: closing.take_on
        completion_waits_for_daily_logs: daily_log.approve
        completion_waits_for_every_contractor: project.report_completion
        completion_waits_for_inspection_lots: inspection_lot.notify inspection_lot.pass
        completion_waits_for_quantities: daily_log.record daily_log.approve
        contract_waits_for_approvals: project.advance
        contract_waits_for_delivery_mode: delivery_mode.choose
        contract_waits_for_determination: tender.determine
        count_waits_for_entries_that_differ: slip.withdraw slip.enter
        count_waits_for_its_rechecks: slip.recheck
        daily_log_waits_for_its_supervisor: daily_log.approve
        digging_waits_for_the_no_dig_period: excavation.ask no_dig.lift
        engagement_waits_for_the_register: organisation.confirm
        excavation_waits_for_the_no_dig_period: excavation.ask no_dig.lift
        filing_waits_for_barrier_free_acceptance: closing.file
        final_account_waits_for_the_agreed_register: register.agree
        gate_waits_for_consultation: participant_opinion.record consultation.record
        gate_waits_for_funding_plan: scheme.record
        gate_waits_for_investment_decision: paper.record
        gate_waits_for_mandatory_kinds: compliant_kind.state scheme.record
        gate_waits_for_objections_closed: objection.close
        gate_waits_for_owners_body: owners_body.record
        gate_waits_for_papers: paper.record
        gate_waits_for_permit: paper.record
        gate_waits_for_plan_ballot: ballot.open ballot.count
        gate_waits_for_plan_parts: scheme.record
        gate_waits_for_plan_review: participant_opinion.record
        gate_waits_for_plan_submission: plan_submission.record
        gate_waits_for_procedures: paper.record
        gate_waits_for_procedures_decided: procedure.decide
        gate_waits_for_project_code: project.set_code
        gate_waits_for_publicity: posting.put
        gate_waits_for_publicity_period: posting.put
        gate_waits_for_scope: scope.find
        gate_waits_for_survey: survey_record.add
        gate_waits_for_three_rounds: consultation.record
        gate_waits_for_willingness_ballot: ballot.open ballot.count
        handover_exemption_waits_for_others: handover.exempt
        handover_waits_for_certificate: acceptance.certify
        handover_waits_for_documents: handover.send_documents handover.receipt
        handover_waits_for_joint_acceptance: handover.sign
        handover_waits_for_owners_decision: paper.record
        hidden_lot_waits_for_its_notice: inspection_lot.covering_notice
        import_waits_for_its_confirmation: paper.record
        inspection_lot_waits_for_the_lots_before: inspection_lot.notify inspection_lot.pass
        issue_regrading_waits_for_a_second_person: issue_regrading.decide
        launch_waits_for_funding_plan: project.import
        launch_waits_for_later_housing_approval: paper.record
        launch_waits_for_own_rule_approval: paper.record
        launch_waits_for_papers: paper.record
        launch_waits_for_resident_funds: receipt.record
        launch_waits_for_scheme_approval: paper.record
        launch_waits_for_special_account: project.open_account
        launch_waits_for_the_agreed_register: register.agree
        launch_waits_for_the_approved_amounts: paper.record project.import
        listing_waits_for_the_chain: plan_approval.record
        log_waits_for_change_order: change_order.owner_decision change_order.district_decision change_order.withdraw
        payment_waits_for_audit_opinion: payment_claim.opinion
        payment_waits_for_change_order: change_order.owner_decision change_order.district_decision change_order.withdraw
        plan_approval_waits_for_launch: project.launch
        project_close_waits_for_handovers: handover.confirm handover.exempt
        receipt_stays_after_launch: closing.true_up
        receipt_waits_for_special_account: project.open_account
        retention_release_waits_for_its_guarantee: contract_bond.record payment_claim.submit
        retention_release_waits_for_the_period: contract_bond.record payment_claim.submit
        severe_issue_waits_for_its_confirmation: issue.verify
        close_waits_for_surplus_returned: surplus.return
        surplus_return_waits_for_the_final_accounts: closing.fix_accounts
        epc_tender_waits_for_its_approvals: paper.record
        last_subsidy_waits_for_the_final_accounts: closing.fix_accounts
        reward_waits_for_its_assessment: closing.state_money
        subsidy_payment_waits_for_its_statement: closing.state_money
        tender_waits_for_the_budget: budget.record
        works_start_waits_for_contract: contract.sign
        works_start_waits_for_funds: receipt.record
        works_start_waits_for_listing: plan_approval.record
        works_start_waits_for_papers: paper.record
        works_start_waits_for_permit: paper.record
        works_start_waits_for_quality_supervision: paper.record
        works_start_waits_for_supervisor: engagement.record
        """

    @Test("each code that says what a step waits for names only roles that a step of its lifting admits")
    func lifters() async throws {
        let run = try await RunningProgram.run("yanshoud", ["openapi"])
        try #require(run.status == 0, "\(run.errors)")
        var access = [String: Set<String>]()
        for path in (try JSON(parsing: run.output)["paths"]?.object ?? [:]).values {
            for said in (path.object ?? [:]).values {
                guard let name = said["operationId"]?.text else { continue }
                access[name] = Set((said["x-access"]?["roles"]?.list ?? []).compactMap(\.text))
            }
        }
        let listed = try await RunningProgram.run("yanshoud", ["refusals", "--json"])
        try #require(listed.status == 0, "\(listed.errors)")
        var steps = [String: [String]]()
        for line in Self.steps.split(separator: "\n") {
            let parts = line.split(separator: ":")
            steps[String(parts[0])] = parts[1].split(separator: " ").map(String.init)
        }
        var (unsaid, untrue) = ([String](), [String]())
        for refusal in try JSON(parsing: listed.output).list ?? [] {
            let code = refusal["code"]?.text ?? ""
            guard let lifting = steps.removeValue(forKey: code) else {
                if code.contains("_waits_for_"), refusal["lifter"] == "roles" { unsaid.append(code) }
                continue
            }
            for step in lifting where access[step] == nil { untrue.append("\(code): no step \(step)") }
            let admitted = lifting.reduce(into: Set<String>()) { $0.formUnion(access[$1] ?? []) }
            let others = (refusal["lifted_by"]?.list ?? []).compactMap(\.text).filter {
                !admitted.contains($0)
            }
            if !others.isEmpty { untrue.append("\(code): \(others)") }
        }
        #expect(untrue == [], "named as lifting it, and admitted to no step that does")
        #expect(unsaid == [], "say by which step it is lifted")
        #expect(steps.isEmpty, "no such codes: \(steps.keys.sorted())")
    }
}
