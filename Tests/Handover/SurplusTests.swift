import Handover
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

extension Scene {
    /// Public money that was paid before the accounts came out lower, past the guards of paying.
    func overpay(_ fen: Int64) async throws {
        try await findSomething()
        try await put([
            """
            insert into app.subsidy_payment (district, subsidy_payment_id, project_id, determination_id, payer,
                amount_fen, voucher, paid_on, op_id)
            select 1, \(Seed.id("over")), project_id, \(Seed.id("found")), 'district', subsidy_fen + \(fen), 'O',
                '2026-02-01', \(Seed.id("op:scene"))
            from app.final_account where project_id = \(Scene.project)
            """
        ])
    }

    /// Vouchers of the treasury, stored as papers of the returns of these names.
    func vouchers(_ names: [String]) async throws {
        try await put(
            names.flatMap { name -> [SQL] in
                let content = Array("非税收入缴款书（\(name)）：水心小区改造项目结余财政资金缴回国库".utf8)
                return [
                    """
                    insert into app.file (district, sha256, media_type, content)
                    values (1, sha256(\(content)), 'text/plain', \(content)) on conflict do nothing
                    """,
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                        sha256, op_id)
                    values (1, \(Seed.id("voucher:" + name)), \(Scene.project), 'surplus_return',
                        \(Seed.id("surplus:" + name)), 'surplus_voucher', '缴款书', '2026-03-02', sha256(\(content)),
                        \(Seed.id("op:scene")))
                    """,
                ]
            })
    }

    static func surplusReturn(_ name: String, _ fen: Int64) -> RawRow {
        RawRow(
            "app.surplus_return", of: "surplus_return", Seed.id("surplus:" + name), in: Scene.project,
            [
                "surplus_return_id": "\(Seed.id("surplus:" + name))", "amount_fen": "\(fen)",
                "voucher": "\(name)", "returned_on": "'2026-03-02'",
                "paper_id": "\(Seed.id("voucher:" + name))",
            ])
    }
}

@Suite("Surplus public money")
struct SurplusTests {
    private func approve(_ scene: Scene) async throws {
        try await scene.put([
            """
            insert into app.final_account (district, project_id, number, approved_by, approved_on, mandatory_fen,
                basic_fen, improve_fen, upgrade_fen, other_fen, total_fen, resident_fen, subsidy_fen,
                determination_id, op_id)
            values (1, \(Scene.project), 'J', 'F', '2026-03-01', 100, 0, 0, 0, 0, 100, 5, 95, \(Seed.id("d")),
                \(Seed.id("op:scene")))
            """
        ])
    }

    @Test("no more goes back than the accounts leave over, by raw SQL either, and by two sessions neither")
    func guards() async throws {
        try await Scene.with { scene async throws in
            func refusal(_ row: RawRow) async throws -> String? {
                try await scene.database.refusal(as: "finance", row.statements)
            }
            try await scene.vouchers(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
            #expect(
                try await refusal(Scene.surplusReturn("a", 1))
                    == "surplus_return_waits_for_the_final_accounts")
            try await approve(scene)
            #expect(
                try await refusal(Scene.surplusReturn("b", 1)) == "surplus_return_stays_within_the_surplus")
            try await scene.overpay(30)
            for (code, row) in [
                (
                    "surplus_return_brings_its_voucher",
                    Scene.surplusReturn("k", 1).with(["paper_id": "null::uuid"])
                ),
                // The voucher of another return is none of this one.
                (
                    "surplus_return_brings_its_voucher",
                    Scene.surplusReturn("l", 1).with(["paper_id": "\(Seed.id("voucher:c"))"])
                ),
                ("surplus_return_stays_within_the_surplus", Scene.surplusReturn("c", 31)),
                ("surplus_return_has_an_amount", Scene.surplusReturn("d", 0)),
                ("surplus_return_names_its_voucher", Scene.surplusReturn("e", 1).with(["voucher": "''"])),
                (
                    "surplus_return_is_not_dated_ahead",
                    Scene.surplusReturn("f", 1).with(["returned_on": "'2026-03-03'"])
                ),
            ] {
                #expect(try await refusal(row) == code, "\(code)")
            }
            let much = try await scene.database.race(
                ("finance", Scene.surplusReturn("g", 20).statements),
                ("office", Scene.surplusReturn("h", 20).statements))
            #expect(much.0 == nil && much.1 == "surplus_return_stays_within_the_surplus", "\(much)")
            let same = try await scene.database.race(
                ("finance", Scene.surplusReturn("i", 1).with(["voucher": "'V'"]).statements),
                ("office", Scene.surplusReturn("j", 1).with(["voucher": "'V'"]).statements))
            #expect(same.0 == nil && same.1 == "surplus_return_voucher_is_one", "\(same)")
        }
    }

    @Test("what the accounts leave over goes back before the project is closed")
    func routes() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            func giveBack(
                _ name: String, _ fen: Int64, _ content: String = "非税收入缴款书：水心小区改造项目结余财政资金缴回国库"
            ) async -> Response {
                await scene.site.send(
                    .post, Scene.end + "/surplus-returns", as: "finance",
                    [
                        "id": .text("\(Seed.id(name))"), "amount_fen": .int(fen), "voucher": .text(name),
                        "returned_on": "2026-03-02",
                        "paper": [
                            "id": .text("\(Seed.id("paper:" + name))"), "title": "缴款书",
                            "content": .text(Base64.text(Array(content.utf8))),
                        ],
                    ])
            }
            func wanting() async -> JSON? {
                let gate = await scene.site.send(.get, Scene.end + "/close-gate", as: "street")
                return gate.json?["requirements"]?.list?.first { $0["id"] == "surplus" }
            }
            let early = await giveBack("early", 1)
            #expect(early.refusalCodes == ["surplus_return_waits_for_the_final_accounts"], "\(early.text)")
            #expect(early.json?["refusals"]?.list?.first?["source"]?["rule"] == "INV-10")
            try await approve(scene)
            #expect(await wanting() == nil)
            try await scene.overpay(30)
            #expect(await wanting()?["state"] == "missing")
            let closing = await scene.site.send(
                .post, Scene.end + "/close", as: "street")
            #expect(closing.refusalCodes.contains("close_waits_for_surplus_returned"), "\(closing.text)")
            #expect(await giveBack("much", 31).refusalCodes == ["surplus_return_stays_within_the_surplus"])
            // A scrap is no voucher: the words of papers are every capability's.
            let scrap = await giveBack("scrap", 10, "t")
            #expect(scrap.status == 422 && scrap.refusalCodes == ["paper_is_a_document"], "\(scrap.text)")
            let part = await giveBack("part", 10)
            #expect(part.json?["left_fen"] == 20, "\(part.text)")
            #expect(await wanting()?["state"] == "missing")
            #expect(await giveBack("rest", 20).json?["left_fen"] == 0)
            #expect(await wanting() == nil)
            let list = await scene.site.send(.get, Scene.end + "/surplus-returns", as: "finance")
            #expect(list.json?["items"]?.list?.count == 2, "\(list.text)")
            #expect(
                list.json?["items"]?.list?.allSatisfy { $0["paper"]?.text != nil } == true, "\(list.text)")
        }
    }
}
