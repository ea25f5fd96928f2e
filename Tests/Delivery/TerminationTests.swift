import Harness
import PQ
import Policy
import Testing
import Values

@testable import Delivery

@Suite("Delivery: a contract ends before its works by two words")
struct TerminationTests {
    /// An EPC contract, signed.
    private func signed(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.mode("epc"))
            try await scene.approve()
            try await scene.act(try Scene.purchase())
            try await scene.act(Scene.sign("epc"))
            try await body(scene)
        }
    }

    @Test("an end is proposed by a party in its own name, with its day, its paper and its reason")
    func proposals() async throws {
        try await signed { scene async throws in
            let party = "termination_is_proposed_by_a_party"
            let cases: [([SQL], String)] = [
                (Scene.proposal(side: "contractor"), party), (Scene.proposal(by: "epc"), party),
                (Scene.proposal(side: "office"), "termination_side_is_known"),
                (Scene.proposal(on: "2026-03-03"), "contract_ends_between_its_signing_and_today"),
                (Scene.proposal(on: "2026-02-28"), "contract_ends_between_its_signing_and_today"),
                (Scene.proposal(because: " "), "termination_proposal_says_why"),
                (Scene.proposal(settling: 1), "termination_settles_what_was_done"),
                (Scene.proposal(kind: "agreement"), "contract_termination_rests_on_its_paper"),
            ]
            for (statements, code) in cases {
                #expect(try await scene.refusal(statements) == code)
            }
            // Who takes part and is no party of this contract proposes nothing.
            try await scene.act(Scene.engage("designer", "designer"))
            let other = Scene.proposal(side: "contractor", by: "designer")
            #expect(try await scene.database.refusal(as: "designer", other) == party)
            let office = try await scene.database.refusal(as: "office", Scene.proposal(by: "office"))
            #expect(office?.hasPrefix("42501") == true, "\(office ?? "")")
            // The agent speaks for the owner; the contractor for himself.
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.database.act(as: "agent", Scene.proposal("agent's", by: "agent"))
            let own = Scene.proposal("own", side: "contractor", by: "epc")
            try await scene.database.act(as: "epc", own)
        }
    }

    @Test("the other party, or the office, makes it the end; the last proposal counts, and once")
    func confirmations() async throws {
        try await signed { scene async throws in
            func refusal(_ login: String, _ statements: [SQL]) async throws -> String? {
                try await scene.database.refusal(as: login, statements)
            }
            let two = "contract_end_is_two_units_word"
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(Scene.proposal())
            for login in ["street", "street2", "agent"] {
                #expect(try await refusal(login, Scene.confirmation()) == two, "\(login)")
            }
            #expect(
                try await refusal("epc", Scene.confirmation(because: " ")) == "contract_termination_says_why")
            let last = "contract_ends_as_was_last_proposed"
            #expect(try await refusal("epc", Scene.confirmation(on: "2026-03-01")) == last)
            try await scene.act(Scene.proposal("later", on: "2026-03-01"))
            #expect(try await refusal("epc", Scene.confirmation()) == last)
            func end() -> [SQL] { Scene.confirmation(of: "later", on: "2026-03-01") }
            try await scene.database.act(as: "epc", end())
            #expect(try await refusal("office", end()) == "contract_is_terminated_once")
            #expect(try await scene.refusal(Scene.proposal("again")) == "contract_is_terminated_once")
        }
        // The office says it where the other party does not.
        try await signed { scene async throws in
            try await scene.act(Scene.proposal())
            try await scene.database.act(as: "office", Scene.confirmation())
        }
    }

    @Test("what is finished does not end, nor before the last day that was logged")
    func finished() async throws {
        try await signed { scene async throws in
            try await scene.log("2026-03-02")
            let logged = "contract_end_follows_its_last_log"
            #expect(try await scene.refusal(Scene.proposal(on: "2026-03-01")) == logged)
            try await scene.act(Scene.proposal())
            let done = "finished_contract_is_not_ended"
            for state in ["S15", "S16", "S22"] {
                try await scene.past("update app.project set state = \(state)")
                #expect(try await scene.refusal(Scene.proposal("late")) == done, "\(state)")
                let confirmed = try await scene.database.refusal(as: "epc", Scene.confirmation())
                #expect(confirmed == done, "\(state)")
            }
            try await scene.past("update app.project set state = 'S14'")
            try await scene.past(
                """
                insert into app.completion_report (district, contract_id, project_id, organisation_id, reported_by,
                    reported_on, op_id)
                values (1, \(Seed.id("contract")), \(Scene.project), \(Scene.unit("epc")), \(Seed.id("person:epc")),
                    '2026-03-02', \(Seed.id("op:scene")))
                """)
            #expect(try await scene.refusal(Scene.proposal("late")) == done)
        }
    }

    @Test("raced, whoever comes second meets the other: a later proposal, the end, the report, a log")
    func raced() async throws {
        let confirm = (login: "epc", statements: Scene.confirmation())
        let lock: SQL = "set local session_replication_role = replica"
        let report: [SQL] = [
            lock, "update app.project set state = state",
            """
            insert into app.completion_report (district, contract_id, project_id, organisation_id, reported_by,
                reported_on, op_id)
            values (1, \(Seed.id("contract")), \(Scene.project), \(Scene.unit("epc")), \(Seed.id("person:epc")),
                '2026-03-02', \(Seed.id("op:scene")))
            """,
        ]
        let log: [SQL] = [lock, "update app.project set state = state"] + Scene.logged("2026-03-02")
        let cases: [(day: String, (login: String, statements: [SQL]), code: String)] = [
            ("2026-03-02", ("street", Scene.proposal("later")), "contract_ends_as_was_last_proposed"),
            ("2026-03-02", ("office", Scene.confirmation()), "contract_is_terminated_once"),
            ("2026-03-02", (TestDatabase.anOperator, report), "finished_contract_is_not_ended"),
            ("2026-03-01", (TestDatabase.anOperator, log), "contract_end_follows_its_last_log"),
        ]
        for (day, first, code) in cases {
            try await signed { scene async throws in
                try await scene.act(Scene.proposal(on: day))
                let second =
                    day == "2026-03-02" ? confirm : ("epc", Scene.confirmation(on: day))
                let (one, two) = try await scene.database.race(first, second)
                #expect(one == nil && two == code, "\(one ?? "") \(two ?? "")")
            }
        }
    }
}
