import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: guards in the database")
struct TenderingGuardTests {
    @Test("lots that reach the line together are not signed by direct contract, whichever came first")
    func together() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            #expect(
                try await scene.refusal(Scene.contract("A", 240_000_000))
                    == "contract_waits_for_determination")
            try await scene.act(scene.determine("A"))
            // The second lot comes before the first is signed: neither is signed directly any more.
            try await scene.act(Scene.package("B", 200_000_000))
            #expect(
                try await scene.refusal(Scene.contract("A", 240_000_000))
                    == "contract_follows_its_determination")
            #expect(
                try await scene.refusal(Scene.contract("A", 240_000_000, "public_tender"))
                    == "determination_is_up_to_date")
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(scene.determine("B"))
            #expect(
                try await scene.refusal(Scene.contract("B", 200_000_000))
                    == "contract_follows_its_determination")
            try await scene.act(Scene.contract("A", 240_000_000, "public_tender"))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("a lot added after its neighbour was signed directly is tendered, and payment is held")
    func afterwards() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.contract("A", 240_000_000))
            try await scene.act(Scene.package("B", 200_000_000))
            #expect(try await scene.held() == Scene.heldAsSplit)
            try await scene.act(scene.determine("B"))
            #expect(
                try await scene.refusal(Scene.contract("B", 200_000_000))
                    == "contract_follows_its_determination")
            // What is left out of the second lot, and why, brings the group below the line again.
            let lowered = Scene.change { op in
                """
                update app.package set estimate_fen = 140000000, estimate_explanation = '核减路面', version = version + 1,
                    op_id = \(op) where district = 1 and package_id = \(Seed.id("B"))
                """
            }
            try await scene.act(lowered)
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("raced, a direct contract and the lot that forbids it never both stand unnoticed")
    func raced() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            let (added, signed) = try await scene.database.race(
                ("street", Scene.package("B", 200_000_000)), ("street2", Scene.contract("A", 240_000_000)))
            #expect(added == nil)
            #expect(signed == "contract_follows_its_determination")
        }
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            let (signed, added) = try await scene.database.race(
                ("street", Scene.contract("A", 240_000_000)), ("street2", Scene.package("B", 200_000_000)))
            #expect(signed == nil && added == nil)
            #expect(try await scene.held() == Scene.heldAsSplit)
        }
    }

    @Test("an amount above the line is not signed directly, though its estimate lay below")
    func amount() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 399_999_999))
            try await scene.act(scene.determine("A"))
            #expect(
                try await scene.refusal(Scene.contract("A", 400_000_000))
                    == "contract_follows_its_determination")
            try await scene.act(Scene.contract("A", 399_999_999))
        }
    }

    @Test("a determination says what the figures say, and a package stands on its own")
    func determinations() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.package("A", 500_000_000))
            #expect(try await scene.refusal(scene.determine("A")) == "tender_waits_for_the_budget")
            try await scene.act(Scene.budget())
            #expect(
                try await scene.refusal(scene.determine("A", saying: "not_mandatory"))
                    == "determination_agrees_with_its_figures")
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.package("B", 100_000_000))
            let borrowed = Scene.change { op in
                """
                update app.package set determination_id = \(Seed.id("determination:A:1")), version = version + 1,
                    op_id = \(op) where district = 1 and package_id = \(Seed.id("B"))
                """
            }
            #expect(try await scene.refusal(borrowed) == "package_names_its_own_determination")
        }
    }

    @Test("money that brings nothing into scope leaves even large lots free (TEN-1a)")
    func outOfScope() async throws {
        try await Scene.with(worth: 500_000_000) { scene in
            try await scene.act(Scene.budget(funds: 199_999_999))
            try await scene.act(Scene.package("A", 500_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.contract("A", 500_000_000))
        }
    }

    @Test("an estimate lowered across the line after the determination is explained (S6)")
    func cut() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 400_000_000))
            try await scene.act(scene.determine("A"))
            func lower(_ explanation: String?, to estimate: Int64 = 399_999_999) -> [SQL] {
                Scene.change { op in
                    """
                    update app.package set estimate_fen = \(estimate), estimate_explanation = \(explanation),
                        version = version + 1, op_id = \(op) where district = 1 and package_id = \(Seed.id("A"))
                    """
                }
            }
            #expect(try await scene.refusal(lower(nil)) == "estimate_cut_across_line_is_explained")
            try await scene.act(lower("财政评审核减"))
            #expect(
                try await scene.refusal(Scene.contract("A", 390_000_000))
                    == "contract_follows_its_determination")
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(Scene.contract("A", 390_000_000))
            #expect(try await scene.refusal(lower("再次核减", to: 1)) == "package_is_fixed_once_signed")
        }
    }

    @Test("contracts stay within the approved budget, in both orders and raced (INV-07)")
    func budget() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget(approved: 400_000_000))
            try await scene.act(Scene.package("A", 200_000_000))
            try await scene.act(Scene.package("B", 199_999_999, combinable: false))
            try await scene.database.act(as: "office2", Scene.paper("separation_decision", id: "decision"))
            try await scene.database.act(as: "office", SeparationTests.separate("B"))
            try await scene.act(scene.determine("A"))
            try await scene.act(scene.determine("B"))
            for (name, fen) in [("调 1", 199_999_999), ("调 2", 400_000_001)] as [(String, Int64)] {
                try await scene.approve(fen, id: name)
            }
            func adjust(to fen: Int64, _ number: String?) -> [SQL] {
                Scene.change { op in
                    """
                    update app.project_budget set approved_budget_fen = \(fen), total_investment_fen = \(fen),
                        budget_funds_fen = least(budget_funds_fen, \(fen)), adjustment_number = \(number),
                        adjustment_ground = case when \(number)::text is not null then 'price' end,
                        paper_id = \(Seed.id(number ?? "")), version = version + 1, op_id = \(op) where district = 1
                    """
                }
            }
            // The budget falls while a contract is signed: whoever comes second meets the other.
            let (first, second) = try await scene.database.race(
                ("street", Scene.contract("A", 200_000_000, "public_tender", milli: 500_010)),
                ("street2", adjust(to: 199_999_999, "调 1")))
            #expect(first == nil)
            #expect(second == "contract_stays_within_budget")
            #expect(try await scene.refusal(adjust(to: 199_999_999, "调 1")) == "contract_stays_within_budget")
            #expect(
                try await scene.refusal(adjust(to: 400_000_001, nil)) == "budget_adjustment_has_its_approval")
            try await scene.act(adjust(to: 400_000_001, "调 2"))
            try await scene.act(scene.determine("B", round: 2))
            try await scene.act(Scene.contract("B", 199_999_999, "public_tender", milli: 499_990))
        }
    }

    @Test("a works contract is signed with its bill; the bill lies within it and never grows")
    func bill() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 200_000_000))
            try await scene.act(scene.determine("A"))
            #expect(
                try await scene.refusal(Scene.contract("A", 100_000, bill: false))
                    == "works_contract_has_its_bill")
            #expect(try await scene.refusal(Scene.contract("A", 99_999)) == "bill_stays_within_its_contract")
            try await scene.act(Scene.contract("A", 200_000))
            let later = Scene.change { op in Scene.line("A", "L2", op: op, price: 1) }
            #expect(try await scene.refusal(later) == "bill_is_signed_with_its_contract")
        }
    }

    @Test("works are contracted after the approvals and after the mode is chosen")
    func order() async throws {
        try await Scene.with(mode: nil) { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 200_000_000))
            try await scene.act(scene.determine("A"))
            #expect(
                try await scene.refusal(Scene.contract("A", 200_000)) == "contract_waits_for_delivery_mode")
            try await scene.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica", "update app.project set state = 'S09'",
                ])
            }
            #expect(try await scene.refusal(Scene.contract("A", 200_000)) == "contract_waits_for_approvals")
        }
    }

    @Test("the lawful forms of a contract are kept by the table itself")
    func forms() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 200_000_000))
            try await scene.act(scene.determine("A"))
            func contract(_ method: String, _ award: String?, advance: Bool = false) -> [SQL] {
                Scene.change { op in
                    """
                    insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number,
                        title, method, award_notice_on, signed_on, amount_fen, advance_funding, op_id)
                    values (1, \(Seed.id("c")), \(Scene.project), \(Seed.id("A")), \(Scene.contractor), 'N', 't',
                        \(method), \(award)::text::date, '2026-03-01', 100, \(advance), \(op))
                    """
                }
            }
            #expect(
                try await scene.refusal(contract("public_tender", nil)) == "tendered_contract_has_its_award")
            #expect(
                try await scene.refusal(contract("public_tender", "2026-03-02"))
                    == "contract_is_signed_after_its_award")
            #expect(
                try await scene.refusal(contract("invited_tender", "2026-02-01"))
                    == "invited_tender_has_its_ground")
            #expect(
                try await scene.refusal(contract("direct", nil, advance: true))
                    == "contract_has_no_advance_funding")
        }
    }

    @Test("every refusal of this capability's tables has its words")
    func words() async throws {
        let known = Set(TenderingRefusals.all.map(\.code))
        let names = try await TestDatabase.with { database in
            let rows = try await database.owner.read([
                """
                select conname as name from pg_constraint
                where conrelid in ('app.project_budget'::regclass, 'app.package'::regclass, 'app.contract'::regclass,
                    'app.bill_line'::regclass, 'app.package_separation'::regclass,
                    'app.tender_award'::regclass, 'app.scheme_reduction'::regclass) and contype in ('c', 'u')
                union
                select found[1] from pg_proc, regexp_matches(prosrc, 'constraint = ''([a-z_]+)''', 'g') found
                where pronamespace = 'app'::regnamespace and proname in (
                    'number_of_law', 'project_is_in_tender_scope', 'tg__package_meets_project',
                    'tg__estimate_cut_is_explained', 'tg__determination_agrees_with_its_figures',
                    'tg__package_names_its_own_determination', 'tg__contract_follows_its_determination',
                    'tg__budget_covers_its_contracts', 'tg__bill_line_is_of_its_contract',
                    'tg__works_contract_has_its_bill', 'budget_meets_its_plan', 'tg__packages_stay_within_budget',
                    'tg__budget_follows_the_funding_plan', 'tg__direct_contract_stays_within_the_scheme',
                    'tg__separation_is_decided', 'tg__award_follows_its_tender', 'tg__contract_is_what_was_awarded',
                    'tg__bill_covers_its_items', 'refuse_reduction', 'tg__reduction_is_asked', 'tg__reduction_is_decided',
                    'refuse_flawed_tender', 'refuse_unfit_bidders', 'refuse_unfit_committee', 'refuse_wrong_candidate',
                    'tg__award_duty_is_met_by_its_paper', 'refuse_early_epc')
                """
            ])
            return try rows[0].map { try $0.text("name") }
        }
        #expect(names.count > 40)
        #expect(names.filter { !known.contains($0) } == [])
    }
}
