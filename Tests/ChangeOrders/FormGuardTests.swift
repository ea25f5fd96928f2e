import Harness
import PQ
import Testing
import Values

@testable import ChangeOrders

/// What raw SQL meets by itself: the columns of a row, and who may write it when.
@Suite("Change orders: what raw SQL is refused")
struct ChangeOrderFormGuardTests {
    @Test("drafts and their lines: every column's rule refuses")
    func drafts() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let drafts: [(String, [String: SQL])] = [
                ("change_order_has_a_number", ["number": "''"]),
                ("change_order_has_a_title", ["title": "''"]),
                ("change_order_has_a_reason", ["reason": "''"]),
                ("change_order_begins_as_a_draft", ["state": "'approved'"]),
                ("change_order_is_its_applicants_own", ["applicant_id": "\(Seed.id("person:street"))"]),
                ("change_order_names_its_contract", ["beneficiary_id": "\(Seed.id("org:epc"))"]),
            ]
            for (code, changes) in drafts {
                #expect(
                    try await database.refusal(as: "contractor", RawRows.draft("a").with(changes).statements)
                        == code)
            }
            try await database.act(as: "contractor", RawRows.draft("a").statements)
            let same = RawRows.draft("b").with(["number": "'a'"])
            #expect(
                try await database.refusal(as: "contractor", same.statements) == "change_order_number_is_one")
            let lines: [(String, [String: SQL])] = [
                ("change_order_line_changes_something", ["quantity_milli": "0", "amount_fen": "0"]),
                ("change_order_line_amount_is_quantity_by_price", ["amount_fen": "1"]),
                (
                    "change_order_line_is_of_the_bill",
                    ["unit_price_fen": "20000", "amount_fen": "40000000"]
                ),
            ]
            for (code, changes) in lines {
                #expect(
                    try await database.refusal(as: "contractor", RawRows.line("a").with(changes).statements)
                        == code)
            }
            try await database.act(as: "contractor", RawRows.line("a").statements)
            #expect(
                try await database.refusal(
                    as: "contractor", RawRows.line("a", 1000).again(as: "2").statements)
                    == "change_order_names_a_line_once")
        }
    }

    @Test("submitting waits for ground, papers, lines, budget, authority and the time of works")
    func submitting() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a")
            func refusal(_ name: String, _ op: String, _ set: SQL, by login: String = "contractor")
                async throws -> String?
            {
                try await database.refusal(as: login, RawRows.step(name, op, set))
            }
            let submit = RawRows.to("opinions")
            #expect(
                try await refusal("a", "groundless", "state = 'opinions', ground = null")
                    == "change_order_ground_is_open")
            #expect(
                try await refusal("a", "theirs", submit, by: "epc") == "change_order_is_its_applicants_own")
            #expect(
                try await refusal("a", "unscreened", "state = 'blocked', determination_id = null")
                    == "change_order_is_screened_when_submitted")
            #expect(
                try await refusal("a", "away", RawRows.to("withdrawn"), by: "epc")
                    == "change_order_is_withdrawn_by_its_applicant")
            #expect(
                try await refusal("a", "larger", "state = 'opinions', larger = true")
                    == "larger_change_has_original_authority")
            try await RawRows.stand(database, "bare", papers: false)
            #expect(try await refusal("bare", "b", submit) == "change_order_papers_are_present")
            try await RawRows.stand(database, "dear", cost: 20_000_010)
            #expect(try await refusal("dear", "c", submit) == "change_stays_within_budget")
            try await RawRows.stand(database, "sum")
            try await RawRows.put(
                database,
                [
                    "update app.change_order set cost_fen = 1 where change_order_id = \(RawRows.order("sum"))"
                ])
            #expect(try await refusal("sum", "d", submit) == "change_order_amount_is_its_lines")
            try await RawRows.put(
                database, ["update app.project set state = 'S15' where project_id = \(Scene.project)"])
            #expect(try await refusal("a", "late", submit) == "change_order_is_during_works")
        }
    }

    @Test("opinions and decisions: in one's own name, by whose turn it is, with words, and once")
    func judging() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            func refusal(_ login: String, _ row: RawRow) async throws -> String? {
                try await database.refusal(as: login, row.statements)
            }
            try await RawRows.stand(database, "a")
            #expect(
                try await refusal("designer", RawRows.opinion("a")) == "change_order_is_open_for_opinions")
            try await RawRows.stand(database, "b", at: "opinions")
            let opinion = RawRows.opinion("b")
            #expect(try await refusal("supervisor", opinion) == "change_order_opinion_is_of_its_role")
            #expect(
                try await refusal("designer", opinion.with(["opinion": "''"]))
                    == "change_order_opinion_has_its_words")
            try await database.act(as: "designer", opinion.statements)
            #expect(
                try await refusal("designer", opinion.again(as: "2"))
                    == "change_order_opinion_is_one_per_role"
            )
            try await RawRows.stand(database, "c", at: "owner_decision")
            let decision = RawRows.decision("c")
            #expect(
                try await refusal("street", decision.with(["level": "'mayor'"]))
                    == "change_order_decision_level_is_known")
            #expect(
                try await refusal("street", decision.with(["reason": "''"]))
                    == "change_order_decision_has_its_reason")
            #expect(
                try await refusal("street", decision.with(["reason": "'r'"])) == "reason_says_something")
            try await database.act(as: "street", decision.statements)
            #expect(
                try await refusal("street2", decision.again(as: "2"))
                    == "change_order_is_decided_once_per_level")
            #expect(
                try await refusal("street", RawRows.decision("c", "district"))
                    == "change_order_deciders_are_two_persons")
            try await RawRows.stand(database, "d", at: "approved")
            #expect(
                try await database.refusal(
                    as: "contractor", RawRows.step("d", "done", RawRows.to("implemented")))
                    == "change_order_is_followed_up_by_supervisor_or_owner")
        }
    }

    @Test("whoever gains by a change does not decide it, even where another unit asked")
    func beneficiary() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.put(
                database,
                [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        valid_from)
                    values (1, \(Seed.id("two hats")), \(Seed.id("person:street2")), \(Seed.id("org:contractor")),
                        'contractor', '2020-01-01')
                    """
                ])
            try await database.act(as: "supervisor", RawRows.draft("a").statements)
            try await RawRows.put(
                database,
                [
                    """
                    update app.change_order set state = 'owner_decision', \(RawRows.screened)
                    where change_order_id = \(RawRows.order("a"))
                    """
                ])
            #expect(
                try await database.refusal(as: "street2", RawRows.decision("a").statements)
                    == "change_order_approver_is_not_beneficiary")
            #expect(try await database.refusal(as: "street", RawRows.decision("a").statements) == nil)
        }
    }
}
