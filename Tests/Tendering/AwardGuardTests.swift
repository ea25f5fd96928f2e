import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: what a tender came to")
struct AwardGuardTests {
    /// A package of 250 that must be tendered together with its neighbour, determined.
    private func ready(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(Scene.package("B", 200_000_000))
            for code in ["A", "B"] { try await scene.act(scene.determine(code)) }
            try await body(scene)
        }
    }

    private static func set(_ code: String, _ change: String) -> [SQL] {
        Scene.change { op in
            "update app.package set " + SQL(unescaped: change)
                + ", version = version + 1, op_id = \(op) where package_id = \(Seed.id(code))"
        }
    }

    private static let withdraw = set("A", "withdrawn_on = '2026-03-02', withdrawal_reason = '不再采购'")

    @Test("an award has its days, its ceiling, its notice and its forms (PRO-1)")
    func forms() async throws {
        try await ready { scene async throws in
            let cases: [([SQL], String)] = [
                (Scene.award("A", 250_000_001), "award_stays_within_its_ceiling"),
                (Scene.award("A", 240_000_001, control: 240_000_000), "award_stays_within_its_ceiling"),
                (Scene.award("A", 240_000_000, documents: "2026-01-21"), "bids_have_their_days"),
                (Scene.award("A", 240_000_000, notice: "2026-02-08"), "award_follows_the_opening"),
                (Scene.award("A", 240_000_000, notice: "2030-01-01"), "paper_is_not_dated_ahead"),
                (
                    Scene.award("A", 240_000_000, notice: "2030-01-01", dated: "2026-02-20"),
                    "award_day_has_come"
                ),
                (Scene.award("A", 240_000_000, dated: "2026-02-21"), "award_rests_on_its_notice"),
                (Scene.award("A", 240_000_000, stored: false), "award_rests_on_its_notice"),
                (Scene.award("A", 240_000_000, to: Seed.id("org:community")), "award_winner_fits_its_trade"),
                (
                    Scene.award("A", 240_000_000, documents: "2026-01-09"),
                    "tender_begins_after_its_determination"
                ),
                (Scene.award("A", 0), "award_has_a_price"),
                (Scene.award("A", 1, control: 0), "award_control_price_is_a_price"),
            ]
            for (statements, code) in cases { #expect(try await scene.refusal(statements) == code) }
            try await scene.act(Scene.award("A", 240_000_000))
            #expect(
                try await scene.refusal(Scene.award("A", 240_000_000, id: "again")) == "package_has_one_award"
            )
        }
    }

    @Test("what the law lets be bought without a tender is tendered in less time")
    func voluntary() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 100_000_000))
            let short = Scene.award("A", 90_000_000, documents: "2026-02-05")
            #expect(try await scene.refusal(short) == "tender_begins_after_its_determination")
            try await scene.act(scene.determine("A"))
            try await scene.act(short)
            #expect(
                try await scene.refusal(Scene.contract("A", 90_000_000)) == "contract_is_what_was_awarded")
            // Once it has to be tendered with its neighbour, its days are asked again.
            try await scene.act(Scene.package("B", 350_000_000))
            try await scene.act(scene.determine("A", round: 2))
            let signed = Scene.contract("A", 90_000_000, "public_tender", award: false)
            #expect(try await scene.refusal(signed) == "bids_have_their_days")
        }
    }

    /// Withdraws an award.
    private static func withdrawn(_ code: String, because reason: String = "登记有误") -> [SQL] {
        Scene.change { op in
            """
            insert into app.award_withdrawal (district, award_id, project_id, reason, withdrawn_on, op_id)
            values (1, \(Seed.id("award:" + code)), \(Scene.project), \(reason), '2026-03-02', \(op))
            """
        }
    }

    @Test("an award is withdrawn with its reason before its contract, stays, and another takes its place")
    func corrected() async throws {
        try await ready { scene async throws in
            try await scene.act(Scene.award("A", 240_000_000))
            #expect(
                try await scene.refusal(Self.withdrawn("A", because: " ")) == "award_withdrawal_says_why")
            try await scene.act(Self.withdrawn("A"))
            #expect(try await scene.refusal(Self.withdrawn("A")) == "award_is_withdrawn_once")
            let old = Scene.contract("A", 240_000_000, "public_tender", award: false)
            #expect(try await scene.refusal(old) == "tendered_contract_rests_on_its_award")
            try await scene.act(Scene.award("A", 230_000_000, id: "again"))
            #expect(try await scene.refusal(old) == "tendered_contract_rests_on_its_award")
            let right = Scene.contract("A", 230_000_000, "public_tender", award: false, resting: "again")
            try await scene.act(right)
            let late = "award_is_withdrawn_before_its_contract"
            #expect(try await scene.refusal(Self.withdrawn("again")) == late)
        }
        try await ready { scene async throws in
            try await scene.act(Scene.award("A", 240_000_000))
            let signed = Scene.contract("A", 240_000_000, "public_tender", award: false)
            #expect(
                try await scene.lost(signed, Self.withdrawn("A")) == "award_is_withdrawn_before_its_contract")
        }
        try await ready { scene async throws in
            try await scene.act(Scene.award("A", 240_000_000))
            let signed = Scene.contract("A", 240_000_000, "public_tender", award: false)
            #expect(
                try await scene.lost(Self.withdrawn("A"), signed) == "tendered_contract_rests_on_its_award")
            try await scene.act(Scene.award("A", 240_000_000, id: "again"))
            #expect(
                try await scene.lost(Self.withdrawn("again"), Self.withdrawn("again"))
                    == "award_is_withdrawn_once")
        }
    }

    @Test("a service without a role is given by a unit whose kind fits it (HOUSE-TEN-6)")
    func services() async throws {
        for (kind, unit, code) in [
            ("testing", "builder", "service_fits_the_kind_of_unit"), ("other", "water", nil),
            ("other", "builder", "service_fits_the_kind_of_unit"),
            ("testing", "community", "service_fits_the_kind_of_unit"), ("testing", "contractor", nil),
        ] as [(String, String, String?)] {
            try await Scene.with { scene async throws in
                try await scene.builder()
                try await scene.act(Scene.budget())
                try await scene.act(
                    Scene.change { op in
                        """
                        insert into app.package (district, package_id, project_id, code, title, category,
                            service_kind, estimate_fen, planned_method, op_id)
                        values (1, \(Seed.id("A")), \(Scene.project), 'A', '服务', 'service', \(kind), 150000000,
                            'direct', \(op))
                        """
                    })
                try await scene.act(scene.determine("A"))
                let signed = Scene.contract(
                    "A", 150_000_000, contractor: Seed.id("org:" + unit), bill: false)
                #expect(try await scene.refusal(signed) == code, "\(kind) \(unit)")
            }
        }
    }

    @Test("a contract after a tender rests on its award, and is that award")
    func contracts() async throws {
        try await ready { scene async throws in
            let rests = "tendered_contract_rests_on_its_award"
            let bare = Scene.contract("A", 240_000_000, "public_tender", awarded: false)
            #expect(try await scene.refusal(bare) == rests)
            try await scene.act(Scene.award("A", 240_000_000))
            #expect(try await scene.refusal(bare) == rests)
            let others: [[SQL]] = [
                Scene.contract("A", 239_999_999, "public_tender", award: false),
                Scene.contract(
                    "A", 240_000_000, "public_tender", contractor: Seed.id("org:contractor2"), award: false),
            ]
            for other in others {
                #expect(try await scene.refusal(other) == "contract_is_what_was_awarded")
            }
            try await scene.act(Scene.contract("A", 240_000_000, "public_tender", award: false))
        }
    }

    @Test("raced, an award and what takes its ground away do not both stand")
    func raced() async throws {
        let award = Scene.award("A", 240_000_000)
        try await ready { scene async throws in
            #expect(try await scene.lost(award, Scene.award("A", 1, id: "again")) == "package_has_one_award")
        }
        try await ready { scene async throws in
            #expect(try await scene.lost(Self.withdraw, award) == "award_is_for_a_standing_package")
            #expect(try await scene.refusal(award) == "award_is_for_a_standing_package")
        }
        try await ready { scene async throws in
            let cut = Self.set("A", "estimate_fen = 239999999")
            #expect(try await scene.lost(cut, award) == "award_stays_within_its_ceiling")
        }
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            let direct = Scene.contract("A", 240_000_000)
            #expect(try await scene.lost(award, direct) == "contract_is_what_was_awarded")
        }
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            let direct = Scene.contract("A", 240_000_000)
            let late = "award_comes_before_its_contract"
            #expect(try await scene.lost(direct, award) == late)
            #expect(try await scene.refusal(award) == late)
        }
    }

    @Test("a bill of works is bought as works, whatever the package is called")
    func labels() async throws {
        for (category, kind) in [("service", "testing"), ("goods", nil)] as [(String, String?)] {
            try await Scene.with { scene async throws in
                try await scene.act(Scene.budget())
                let filed = Scene.change { op in
                    """
                    insert into app.package (district, package_id, project_id, code, title, category, service_kind,
                        estimate_fen, planned_method, op_id)
                    values (1, \(Seed.id("A")), \(Scene.project), 'A', '检测', \(category), \(kind), 150000000,
                        'direct', \(op))
                    """
                }
                try await scene.act(filed)
                try await scene.act(scene.determine("A"))
                #expect(
                    try await scene.refusal(Scene.contract("A", 150_000_000)) == "works_are_bought_as_works")
                try await scene.act(Scene.contract("A", 150_000_000, bill: false))
            }
        }
    }

    @Test("general contracts are counted together with each other and with lots, in SQL as by the rules")
    func generals() async throws {
        @Sendable func general(_ code: String, _ works: Int64, _ services: Int64) -> [SQL] {
            Scene.change { op in
                """
                insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                    works_part_fen, goods_part_fen, services_part_fen, planned_method, op_id)
                values (1, \(Seed.id(code)), \(Scene.project), \(code), \(code), 'epc', \(works + services), \(works),
                    0, \(services), 'negotiation', \(op))
                """
            }
        }
        try await Scene.with(mode: "epc") { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(general("E", 390_000_000, 5_000_000))
            try await scene.act(scene.determine("E"))
            // The second comes before the first is signed, and after its determination.
            try await scene.act(general("F", 390_000_000, 5_000_000))
            #expect(
                try await scene.refusal(Scene.contract("E", 375_000_000, "negotiation"))
                    == "contract_follows_its_determination")
            #expect(
                try await scene.refusal(scene.determine("F", saying: "not_mandatory"))
                    == "determination_agrees_with_its_figures")
        }
        let lots = [
            ("E", Self.lot("E", .epc, nil, works: 200_000_000, services: 50_000_000)),
            ("W", Self.lot("W", .works, nil, works: 200_000_000)),
            ("D", Self.lot("D", .service, .design, works: 50_000_000)),
            ("S", Self.lot("S", .service, .supervision, works: 90_000_000)),
        ]
        // What SQL says of each is what the rules say, before the last fen and at it.
        for cut in [Int64(0), 1] {
            try await Scene.with(mode: "epc") { scene async throws in
                try await scene.act(Scene.budget())
                try await scene.act(general("E", 200_000_000 - cut, 50_000_000 - cut))
                try await scene.act(Scene.package("W", 200_000_000))
                for (code, kind, fen) in [("D", "design", 50_000_000), ("S", "supervision", 90_000_000)] {
                    try await scene.act(
                        Scene.change { op in
                            """
                            insert into app.package (district, package_id, project_id, code, title, category,
                                service_kind, estimate_fen, planned_method, op_id)
                            values (1, \(Seed.id(code)), \(Scene.project), \(code), \(code), 'service', \(kind),
                                \(Int64(fen)), 'direct', \(op))
                            """
                        })
                }
                var rules = lots.map(\.1)
                rules[0] = Self.lot("E", .epc, nil, works: 200_000_000 - cut, services: 50_000_000 - cut)
                let money = FundingSources(
                    total: Fen(2_260_000_000), budgetFunds: Fen(1_875_800_000), soeDominant: false)
                let policy = try TestPolicies.lucheng()
                for lot in rules {
                    let found = try TenderRules.finding(for: lot, among: rules, paidBy: money, under: policy)
                    let rows = try await scene.database.owner.read([
                        """
                        select app.package_must_be_tendered(1, \(Seed.id(lot.code)), null, \(Seed.today)) as must
                        """
                    ])
                    let must = try rows[0].first?.bool("must")
                    #expect(must == (found.verdict == .mustTender), "\(lot.code) \(cut)")
                    #expect(must == (cut == 0 && lot.code != "S"), "\(lot.code) \(cut)")
                }
            }
        }
    }

    private static func lot(
        _ code: String, _ category: Tendering.Category, _ service: ServiceKind?, works: Int64,
        services: Int64 = 0
    ) -> Lot {
        let parts = EPCParts(works: Fen(works), goods: .zero, services: Fen(services))
        return Lot(
            id: code, code: code, category: category, service: service, estimate: parts.sum,
            parts: category == .epc ? parts : nil, planned: .direct)
    }
}
