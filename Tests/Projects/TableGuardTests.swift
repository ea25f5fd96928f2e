import Harness
import PQ
import Policy
import Testing
import Values

@testable import Projects

@Suite("Projects: every guard of its tables in raw SQL, and raced")
struct ProjectTableGuardTests {
    @Test("a community has households, an area and a body of the list")
    func communities() async throws {
        try await Raw.with { raw async throws in
            #expect(try await raw.refusal(Raw.community("a", households: 0)) == "community_has_households")
            #expect(try await raw.refusal(Raw.community("a", area: 0)) == "community_has_an_area")
            #expect(try await raw.refusal(Raw.community("a", body: "king")) == "community_body_is_known")
        }
    }

    @Test(
        "one project is open at a time for a community; its code has its form, and what lies behind it its papers"
    )
    func projects() async throws {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(Raw.project("p", of: "community", edition))
                    == "community_has_one_open_project")
            try await raw.act(Raw.community("other"))
            #expect(
                try await raw.refusal(Raw.project("p", of: "other", edition, state: "S07"))
                    == "project_import_names_its_evidence")
            #expect(
                try await raw.refusal(Raw.project("p", of: "other", edition, code: "2603-1"))
                    == "project_code_has_its_form")
            #expect(
                try await raw.lost(
                    Raw.project("p", of: "other", edition), Raw.project("q", of: "other", edition))
                    == "community_has_one_open_project")
        }
    }

    @Test("a project steps only as the list says, from the state it is in by then")
    func steps() async throws {
        try await Raw.with { raw async throws in
            #expect(try await raw.refusal(Raw.step(to: "S10")) == "project_step_is_allowed")
            try await raw.jump(to: "S15")
            #expect(try await raw.refusal(Raw.step(to: "S06")) == "project_step_is_allowed")
            let unknown: [SQL] = [
                "set local session_replication_role = replica", "update app.project set state = 'S99'",
            ]
            #expect(try await raw.database.refusal(ofOwner: unknown) == "project_state_is_known")
            try await raw.jump(to: "S08")
            try await raw.database.act(as: "office", Raw.paper("joint_review_minutes"))
            #expect(try await raw.lost(toJump: "S10", Raw.step(to: "S09")) == "project_step_is_allowed")
        }
    }

    @Test(
        "the launch waits for its account, its papers and its money, and its account is not taken away again")
    func launch() async throws {
        try await Raw.with { raw async throws in
            func account(_ number: String?) -> [SQL] {
                Raw.change { op in
                    """
                    update app.project set account_number = \(number), version = version + 1, op_id = \(op)
                    where project_id = \(Scene.project)
                    """
                }
            }
            #expect(try await raw.refusal(Raw.step(to: "S07")) == "launch_waits_for_papers")
            for kind in ["application_form", "opinion_notice", "residents_pledge", "management_plan"] {
                #expect(try await raw.refusal(Raw.paper(kind)) == "paper_is_recorded_by_its_body")
                try await raw.database.act(as: "owners", Raw.paper(kind))
            }
            #expect(try await raw.refusal(Raw.step(to: "S07")) == "launch_waits_for_resident_funds")
            try await raw.act(account(nil))
            #expect(try await raw.refusal(Raw.step(to: "S07")) == "launch_waits_for_special_account")
            try await raw.act(account("3303 0001"))
            try await raw.jump(to: "S07")
            #expect(try await raw.refusal(account(nil)) == "launch_waits_for_special_account")
            try await raw.act(account("3303 0002"))
        }
    }

    @Test("approvals of the annual plan come after the launch, in their order, each once")
    func chain() async throws {
        let policy = try TestPolicies.book.get().policy(for: "330302", on: Seed.today)
        let steps = try policy.texts("annual_plan.chain").value
        try #require(steps.count > 1)
        try await Raw.with { raw async throws in
            #expect(try await raw.refusal(Raw.approval(1, steps[0])) == "plan_approval_waits_for_launch")
            try await raw.jump(to: "S07")
            #expect(
                try await raw.lost(toJump: "S08", Raw.approval(1, steps[0]))
                    == "plan_approval_waits_for_launch")
            try await raw.jump(to: "S07")
            #expect(try await raw.refusal(Raw.approval(2, steps[1])) == "plan_approval_follows_its_chain")
            #expect(try await raw.refusal(Raw.approval(1, steps[1])) == "plan_approval_follows_its_chain")
            try await raw.act(Raw.approval(1, steps[0]))
            #expect(try await raw.refusal(Raw.approval(2, steps[0])) == "plan_approval_step_is_one")
            #expect(
                try await raw.refusal(Raw.approval(2, steps[1], on: "2026-02-01"))
                    == "plan_approval_follows_its_chain")
            #expect(try await raw.refusal(Raw.step(to: "S08")) == "listing_waits_for_the_chain")
            for (login, (index, step)) in zip(
                ["group", "leader", "development"], steps.enumerated().dropFirst())
            {
                try await raw.database.act(as: login, Raw.approval(Int32(index + 1), step))
            }
            try await raw.act(Raw.paper("feasibility_approval"))
            try await raw.act(Raw.step(to: "S08"))
            #expect(try await raw.refusal(Raw.step(to: "S09")) == "approval_waits_for_papers")
        }
    }

    @Test(
        "the annual plan lists no project before its investment is decided (INV-05)",
        arguments: ["", "G08.investment_decision", "investment.decision_papers"])
    func investment(dropped: String) async throws {
        try await Raw.with { raw async throws in
            // By the place's own gate; by the guard of all places where its gates do not ask; by an older edition.
            try await raw.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    delete from policy.parameter where value = \(dropped) or key = \(dropped)
                        or (\(dropped) <> '' and value = 'G08.investment_decision')
                    """,
                    """
                    insert into app.plan_approval (district, project_id, ordinal, step, approved_on, number, op_id)
                    select 1, \(Scene.project), split_part(value, ':', 1)::integer, split_part(value, ':', 2),
                        '2026-02-20', '1号', \(Seed.id("op"))
                    from policy.parameter join app.project using (edition) where key = 'annual_plan.chain#'
                    """,
                ])
            }
            try await raw.jump(to: "S07")
            #expect(try await raw.refusal(Raw.step(to: "S08")) == "gate_waits_for_investment_decision")
            try await raw.act(Raw.paper("joint_review_minutes"))
            // Neither does one whose bytes nobody has.
            try await raw.act(Raw.paper("feasibility_approval", digest: "elsewhere"))
            #expect(try await raw.refusal(Raw.step(to: "S08")) == "gate_waits_for_investment_decision")
            try await raw.act(Raw.paper("preliminary_design_approval"))
            try await raw.act(Raw.step(to: "S08"))
        }
    }

    @Test("items of the scheme have a class, a quantity and a code of their own")
    func items() async throws {
        try await Raw.with { raw async throws in
            #expect(try await raw.refusal(Raw.item("A", class: "luxury")) == "works_item_has_one_class")
            #expect(try await raw.refusal(Raw.item("A", quantity: 0)) == "works_item_has_a_quantity")
            #expect(try await raw.refusal(Raw.item("A", amount: -1)) == "works_item_amount_is_not_negative")
            #expect(try await raw.lost(Raw.item("A"), Raw.item("A")) == "works_item_code_is_one")
        }
    }

    @Test("a funding plan adds up to the fen, holds nothing below nothing, and is what its items come to")
    func plans() async throws {
        try await Raw.with { raw async throws in
            #expect(try await raw.refusal(Raw.plan(total: 101)) == "funding_plan_adds_up")
            #expect(try await raw.refusal(Raw.plan(weighted: 9)) == "funding_plan_residents_add_up")
            #expect(try await raw.refusal(Raw.plan(other: -1)) == "funding_plan_is_not_negative")
            #expect(try await raw.refusal(Raw.plan(required: 9)) == "funding_plan_is_of_its_items")
            #expect(try await raw.refusal(Raw.plan(other: 9)) == "funding_plan_is_of_its_items")
            // Nobody knows the shares of a day before the document.
            #expect(
                try await raw.refusal(Raw.plan(decided: "2020-06-30")) == "funding_plan_is_of_its_items")
            try await raw.act(Raw.plan())
            #expect(try await raw.refusal(Raw.item("late")) == "works_item_comes_with_its_scheme")
        }
    }

    @Test("a scheme is recorded whole: an item beside it comes too late, or the plan does")
    func whole() async throws {
        try await Raw.with { raw async throws in
            #expect(try await raw.lost(Raw.item("A"), Raw.plan()) == "works_item_comes_with_its_scheme")
        }
        try await Raw.with { raw async throws in
            #expect(try await raw.lost(Raw.plan(), Raw.item("A")) == "works_item_comes_with_its_scheme")
        }
    }

    @Test("papers are of a kind of the list and of a day that has come, while the project is open")
    func papers() async throws {
        try await Raw.with { raw async throws in
            #expect(try await raw.refusal(Raw.paper("love_letter")) == "paper_kind_is_known")
            #expect(try await raw.refusal(Raw.paper("permit", title: " ")) == "paper_has_a_title")
            #expect(
                try await raw.refusal(Raw.paper("permit", dated: "2026-03-03")) == "paper_is_not_dated_ahead")
            #expect(
                try await raw.refusal(Raw.paper("owners_handover_decision"))
                    == "paper_is_recorded_by_its_body")
            #expect(
                try await raw.refusal(Raw.paper("permit", of: Seed.id("other"))) == "paper_is_of_its_project")
            try await raw.act(Raw.paper("permit", dated: "2026-03-02"))
            try await raw.jump(to: "S22")
            #expect(try await raw.lost(toJump: "S23", Raw.paper("other")) == "paper_waits_no_more")
            #expect(try await raw.refusal(Raw.paper("other")) == "paper_waits_no_more")
        }
    }
}

@Suite("Projects: guards of resident money in raw SQL, and raced")
struct ReceiptGuardTests {
    @Test("money has a channel, an amount, a voucher of its own and a day that has come")
    func receipts() async throws {
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 1, channel: "gift"))
                    == "receipt_channel_is_known")
            #expect(try await raw.refusal(by: "owners", Raw.receipt("v", 0)) == "receipt_is_not_zero")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", -1)) == "receipt_reversal_is_negative")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 1, on: "2026-03-03"))
                    == "receipt_is_not_dated_ahead")
            let twice = Raw.change { op in
                """
                insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen, voucher,
                    received_on, op_id)
                values (1, \(op), \(Scene.project), \(Seed.id("unit:102")), 'personal', 5, 'v', '2026-02-10', \(op))
                """
            }
            #expect(
                try await raw.lost(by: "owners", Raw.receipt("v", 5), and: "community", twice)
                    == "receipt_voucher_is_one")
            // Blanks, width and case make no other voucher.
            for alike in ["v ", " v", "Ｖ"] {
                let again = try await raw.refusal(by: "owners", Raw.receipt(alike, 6))
                #expect(again == "receipt_voucher_is_one", "\(alike)")
            }
        }
    }

    @Test("a reversal takes back one whole receipt, once")
    func reversals() async throws {
        try await Raw.with { raw async throws in
            try await raw.act(by: "owners", Raw.receipt("v", 500))
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("r", -499, reversing: "v"))
                    == "receipt_reversal_is_whole")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("r", 500, reversing: "v"))
                    == "receipt_reversal_is_negative"
            )
            #expect(
                try await raw.lost(
                    by: "owners", Raw.receipt("r", -500, reversing: "v"), and: "community",
                    Raw.receipt("s", -500, reversing: "v"))
                    == "receipt_is_reversed_once")
        }
    }

    @Test(
        "money that leaves meets the launch, and money that comes meets the account's end and the project's")
    func order() async throws {
        try await Raw.with { raw async throws in
            let noAccount = Raw.change { op in
                """
                update app.project set account_number = null, version = version + 1, op_id = \(op)
                where project_id = \(Scene.project)
                """
            }
            #expect(
                try await raw.lost(noAccount, and: "owners", Raw.receipt("v", 5))
                    == "receipt_waits_for_special_account")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 5))
                    == "receipt_waits_for_special_account")
        }
        try await Raw.with { raw async throws in
            try await raw.act(by: "owners", Raw.receipt("v", 5))
            try await raw.jump(to: "S22")
            #expect(
                try await raw.lost(toJump: "S23", by: "owners", Raw.receipt("w", 5))
                    == "receipt_waits_no_more")
            #expect(try await raw.refusal(by: "owners", Raw.receipt("w", 5)) == "receipt_waits_no_more")
        }
    }
}
