import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: exemptions and withdrawals in raw SQL, and raced")
struct ExemptionGuardTests {
    private func exempt(
        _ code: String, _ fen: Int64, by login: String = "office", role: String = "renovation_office",
        ground: String = "add_on", reason: String = "与原系统配套", title: String = "认定意见", number: String = "1号",
        on day: String = "2026-03-01"
    ) -> [SQL] {
        Scene.change { op in
            """
            insert into app.tender_exemption (district, exemption_id, project_id, package_id, ground, reason,
                document_title, document_number, document_on, approved_by, approver_role, up_to_fen, op_id)
            values (1, \(op), \(Scene.project), \(Seed.id(code)), \(ground), \(reason), \(title), \(number),
                \(day)::text::date, \(Seed.id("person:" + login)), \(role), \(fen), \(op))
            """
        }
    }

    private func withdraw(_ code: String) -> [SQL] {
        Scene.change { op in
            """
            update app.package set withdrawn_on = '2026-03-02', withdrawal_reason = '不再采购', version = version + 1,
                op_id = \(op) where district = 1 and package_id = \(Seed.id(code))
            """
        }
    }

    private func ready(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with(worth: 500_000_000) { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 500_000_000))
            try await scene.act(scene.determine("A"))
            try await body(scene)
        }
    }

    @Test("an exemption has a ground of the law, a document, and an approver of the office who acts himself")
    func forms() async throws {
        try await ready { scene async throws in
            let office = { (statements: [SQL]) async throws in
                try await scene.database.refusal(as: "office", statements)
            }
            #expect(
                try await office(exempt("A", 500_000_000, ground: "haste"))
                    == "exemption_ground_is_of_the_law")
            #expect(try await office(exempt("A", 500_000_000, reason: "")) == "exemption_says_why")
            #expect(try await office(exempt("A", 500_000_000, reason: "，配套。")) == "reason_says_something")
            #expect(try await office(exempt("A", 500_000_000, title: "")) == "exemption_names_its_document")
            #expect(
                try await office(exempt("A", 500_000_000, number: "")) == "exemption_has_its_document_number")
            #expect(try await office(exempt("A", 0)) == "exemption_has_an_amount")
            #expect(
                try await office(exempt("A", 400_000_000)) == "exemption_is_for_the_package_as_it_stands")
            #expect(
                try await office(exempt("A", 500_000_000, on: "2026-03-03"))
                    == "exemption_document_is_not_dated_ahead")
            #expect(
                try await office(exempt("A", 500_000_000, by: "office2"))
                    == "exemption_is_approved_by_its_authority")
            #expect(
                try await scene.refusal(exempt("A", 500_000_000, by: "street", role: "construction_unit"))?
                    .hasPrefix("42501") == true)
            try await scene.officeOfTheStreet()
            try await scene.bind("renovation_office", to: "street")
            #expect(try await office(exempt("A", 500_000_000)) == "exemption_is_approved_by_another_unit")
        }
    }

    @Test("an exempted package is signed directly up to its amount, and no further")
    func amount() async throws {
        try await ready { scene async throws in
            #expect(
                try await scene.refusal(Scene.contract("A", 490_000_000))
                    == "contract_follows_its_determination")
            try await scene.database.act(as: "office", exempt("A", 500_000_000))
            #expect(
                try await scene.refusal(Scene.contract("A", 500_000_001))
                    == "contract_stays_within_its_exemption")
            try await scene.act(Scene.contract("A", 490_000_000))
            // Lots that come later hold no money of an exempted contract.
            try await scene.act(Scene.package("B", 200_000_000))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("an exemption meets another one, and the package's estimate, in either order")
    func raced() async throws {
        try await ready { scene async throws in
            let lower = Scene.change { op in
                """
                update app.package set estimate_fen = 450000000, version = version + 1, op_id = \(op)
                where district = 1 and package_id = \(Seed.id("A"))
                """
            }
            let (lowered, exempted) = try await scene.database.race(
                ("street", lower), ("office", exempt("A", 500_000_000)))
            #expect(lowered == nil && exempted == "exemption_is_for_the_package_as_it_stands")
            let (one, two) = try await scene.database.race(
                ("office", exempt("A", 450_000_000)),
                ("office2", exempt("A", 450_000_000, by: "office2")))
            #expect(one == nil && two == "package_has_one_exemption")
        }
    }

    @Test(
        "a package is given up before its contract and for good; raced with its contract, one of the two stands"
    )
    func withdrawals() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 100_000_000))
            try await scene.act(scene.determine("A"))
            #expect(
                try await scene.lost(Scene.contract("A", 90_000_000), withdraw("A"))
                    == "package_is_withdrawn_before_its_contract")
        }
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 100_000_000))
            try await scene.act(scene.determine("A"))
            #expect(
                try await scene.lost(withdraw("A"), Scene.contract("A", 90_000_000))
                    == "contract_is_for_a_standing_package")
            #expect(
                try await scene.refusal(Scene.contract("A", 90_000_000))
                    == "contract_is_for_a_standing_package")
        }
        try await Scene.with { scene async throws in
            try await scene.act(Scene.package("A", 100_000_000))
            #expect(try await scene.lost(withdraw("A"), withdraw("A")) == "package_stays_withdrawn")
            #expect(
                try await scene.database.refusal(as: "office", exempt("A", 100_000_000))
                    == "exemption_is_for_the_package_as_it_stands")
        }
    }

    @Test("a package given up is counted with its group no more, and the group is determined anew")
    func group() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(Scene.package("B", 200_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(withdraw("B"))
            #expect(
                try await scene.refusal(Scene.contract("A", 240_000_000))
                    == "contract_follows_its_determination")
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(Scene.contract("A", 240_000_000))
        }
    }
}
