import Harness
import PQ
import Testing
import Values

/// What a project's card offers at each state: its true next step, open or blocked, and nothing that lies behind it.
@Suite("A project's next steps")
struct OffersTests {
    private static let expected: [(state: String, steps: [String])] = [
        ("S06", ["project.launch"]), ("S07", ["project.advance.S08"]), ("S10", ["project.advance.S13"]),
        ("S13", ["project.start"]), ("S14", ["project.report_completion"]), ("S15", ["acceptance.call"]),
        ("S16", ["project.complete_handover"]), ("S22", ["project.close"]), ("S23", []),
    ]

    @Test("each state offers its own next step", .timeLimit(.minutes(2)))
    func nextSteps() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("offers")
            #expect(try await site.take(journey.importing()).status == 201)
            for (state, steps) in Self.expected {
                let pool = try site.pool()
                // Past every guard: how a project comes there is others' to test.
                try await pool.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        "update app.project set state = \(state) where project_id = \(journey.project)",
                    ])
                }
                await pool.close()
                let card = try await site.call("GET", journey.path, as: "street")
                try #require(card.status == 200, "\(state): \(String(decoding: card.body, as: UTF8.self))")
                let offers = (card.json?["_actions"]?.list ?? []) + (card.json?["_blocked"]?.list ?? [])
                #expect(offers.compactMap { $0["action"]?.text } == steps, "\(state)")
                let blocked = card.json?["_blocked"]?.list ?? []
                #expect(blocked.allSatisfy { $0["refusals"]?.list?.isEmpty == false })
            }
            #expect(try await site.stop() == 0)
        }
    }
}
