import Handover
import Harness
import Policy
import Testing
import Values

@Suite("The end of a project: rules")
struct ClosingRulesTests {
    @Test(
        "heating ends with the second season that begins on or after acceptance",
        arguments: [
            ("2024-11-15", "2026-03-15"), ("2024-11-16", "2027-03-15"), ("2024-06-01", "2026-03-15"),
            ("2025-02-27", "2027-03-15"),
        ])
    func heating(accepted: String, ends: String) throws {
        let policy = try Sample.policy("330302")
        let warranty = try WarrantyRules.heating(
            from: Sample.day(accepted), agreed: nil, calendar: policy.calendar, under: policy
        ).get()
        #expect(warranty.nominalEnd == Sample.day(ends))
        #expect(warranty.seasons == 2)
    }

    @Test("a season fewer than the law's is refused; a design life names its document")
    func terms() throws {
        let policy = try Sample.policy("330302")
        guard
            case .failure(let short) = try WarrantyRules.heating(
                from: Sample.day("2025-02-27"), agreed: 1, calendar: policy.calendar, under: policy),
            case .failure(let bare) = try WarrantyRules.structure(
                from: Sample.day("2025-02-27"), life: DesignLife(years: 50, evidence: ""),
                calendar: policy.calendar, under: policy)
        else {
            Issue.record("a term below the law passes")
            return
        }
        #expect(short.refusal.code == "warranty_is_not_below_the_minimum")
        #expect(bare.refusal.code == "warranty_structure_names_its_design_life")
        #expect(bare.refusal.citation?.rule == "WAR-1")
    }

    private func facts(
        _ works: [KeptWorks], special: [String] = [], gas: HandoverState = .notApplicable,
        filings: [String] = ["completion", "fire", "archive"]
    ) -> ClosingFacts {
        var states = Dictionary(
            uniqueKeysWithValues: FacilityKind.allCases.map { ($0.rawValue, HandoverState.notApplicable) })
        states[FacilityKind.gas.rawValue] = gas
        return ClosingFacts(
            project: ProjectHandoverFacts(
                projectState: "S22", edition: "", place: "330302", constructionUnit: Sample.streetUnit,
                states: states, acceptedOn: Sample.day("2020-02-28")),
            area: Area(hundredths: 4_800_000),
            filings: filings.map {
                Filing(kind: $0, number: "N", filedWith: "住建局", filedOn: Sample.day("2020-03-05"))
            },
            account: FinalAccount(
                number: "N", approvedOn: Sample.day("2020-05-01"), total: Fen(100), resident: Fen(60),
                subsidy: Fen(40)), balances: Balances(open: 0, settled: 1, due: Fen(60)),
            areOwnersPapersDelivered: true, management: Management(form: "community", manager: "社区"),
            works: works, openSpecialWorks: special)
    }

    @Test("a fire filing without one of the country's three papers names it (FIR-02)")
    func fireFiling() throws {
        let policy = try Sample.policy("330108")
        func refused(_ documents: [String]) throws -> [Refusal] {
            try ClosingRules.filing(
                FilingFacts(
                    kind: "fire", filedOn: Sample.day("2020-03-02"),
                    documents: Dictionary(uniqueKeysWithValues: documents.map { ($0, String?.none) }),
                    barrierFree: nil),
                of: facts([]), today: Sample.day("2020-03-05"), under: policy
            ).refusals.filter { $0.code == "filing_has_its_documents" }
        }
        let papers = ["filing_form", "acceptance_report", "fire_drawings"]
        #expect(try refused(papers).isEmpty)
        #expect(try refused([]).first?.missing.count == 3)
        for paper in papers {
            let left = try refused(papers.filter { $0 != paper })
            #expect(left.count == 1 && left.first?.missing.count == 1)
            #expect(left.first?.citation?.rule == "FIR-02")
        }
    }

    @Test("Lucheng's fire filing wants its four documents; with three of them the fourth is named (LC-12-7)")
    func fireFilingOfLucheng() throws {
        let policy = try Sample.policy("330302")
        func missing(_ documents: [String]) throws -> Int? {
            try ClosingRules.filing(
                FilingFacts(
                    kind: "fire", filedOn: Sample.day("2020-03-02"),
                    documents: Dictionary(uniqueKeysWithValues: documents.map { ($0, String?.none) }),
                    barrierFree: nil),
                of: facts([]), today: Sample.day("2020-03-05"), under: policy
            ).refusals.first { $0.code == "filing_has_its_documents" }?.missing.count
        }
        let four = [
            "applicant_identity", "fire_acceptance_report", "fire_drawings", "material_certificates",
        ]
        #expect(try missing(four) == nil)
        #expect(try missing([]) == 4)
        for paper in four { #expect(try missing(four.filter { $0 != paper }) == 1, "\(paper)") }
    }

    @Test("a completion filing without one of the country's four papers names it (QLT-07)")
    func completionFiling() throws {
        let policy = try Sample.policy("330108")
        func refused(_ documents: [String]) throws -> [Refusal] {
            try ClosingRules.filing(
                FilingFacts(
                    kind: "completion", filedOn: Sample.day("2020-03-02"),
                    documents: Dictionary(uniqueKeysWithValues: documents.map { ($0, String?.none) }),
                    barrierFree: nil),
                of: facts([]), today: Sample.day("2020-03-05"), under: policy
            ).refusals.filter { $0.code == "filing_has_its_documents" }
        }
        // What only some works have, the certificate of the fire department, is asked for by the authority.
        let papers = ["filing_form", "acceptance_report", "planning_approvals", "warranty_deed"]
        #expect(try refused(papers).isEmpty)
        for paper in papers {
            let left = try refused(papers.filter { $0 != paper })
            #expect(left.count == 1 && left.first?.missing.count == 1)
            #expect(left.first?.citation?.rule == "QLT-07")
        }
    }

    @Test("a claim on the last day is in time: works are the owners' from the day after (CV-14, LC-10-4)")
    func lastDay() throws {
        let policy = try Sample.policy("330302")
        // 2025-02-28 is a Friday, and a working day.
        let roof = KeptWorks(
            kind: "roof_waterproof", nominalEnd: Sample.day("2025-02-28"),
            effectiveEnd: Sample.day("2025-02-28"))
        func codes(_ day: String, _ works: [KeptWorks]) throws -> [String] {
            try ClosingRules.closing(facts(works), on: Sample.day(day), under: policy).refusals.map(\.code)
        }
        #expect(try codes("2025-02-28", [roof]) == ["close_waits_for_warranties"])
        #expect(try codes("2025-03-01", [roof]) == [])
        #expect(try codes("2025-03-01", []) == ["close_waits_for_warranties"])
        let unknown = KeptWorks(kind: "structure", nominalEnd: Sample.day("2070-02-28"), effectiveEnd: nil)
        #expect(try codes("2025-03-01", [roof, unknown]) == ["close_waits_for_warranties"])
        let taken = KeptWorks(
            kind: "structure", nominalEnd: Sample.day("2070-02-28"), effectiveEnd: nil, keeper: "业委会")
        #expect(try codes("2025-03-01", [roof, taken]) == [])
    }

    @Test("special works that nobody keeps are named at the gate of closing, with their clause (LC-10-3)")
    func special() throws {
        let policy = try Sample.policy("330302")
        let roof = KeptWorks(
            kind: "roof_waterproof", nominalEnd: Sample.day("2025-02-28"),
            effectiveEnd: Sample.day("2025-02-28"))
        let refused = try ClosingRules.closing(
            facts([roof], special: ["5G 网络"]), on: Sample.day("2025-03-01"), under: policy
        ).refusals
        #expect(refused.map(\.code) == ["close_waits_for_special_works"])
        #expect(refused.first?.citation?.rule == "LC-10-3")
        #expect(refused.first?.missing.map(\.zh) == ["5G 网络"])
    }

    @Test("gas is filed where gas is handed over, and not where it is set aside")
    func gas() throws {
        let policy = try Sample.policy("330302")
        let gate = try ClosingRules.gate(facts([]), on: Sample.day("2025-03-01"), under: policy)
        #expect(gate.requirements.first { $0.id == "filing.gas" }?.state == .notApplicable)
        #expect(gate.requirements.first { $0.id == "filing.fire" }?.state == .met)
        func filed(_ kinds: [String]) throws -> Gate.Requirement? {
            try ClosingRules.gate(
                facts([], gas: .handedOver, filings: kinds), on: Sample.day("2025-03-01"), under: policy
            ).requirements.first { $0.id == "filing.gas" }
        }
        #expect(try filed(["completion", "fire", "archive"])?.state == .missing)
        #expect(try filed(["completion", "fire", "archive"])?.refusal?.code == "close_waits_for_filings")
        #expect(try filed(["completion", "fire", "archive", "gas"])?.state == .met)
    }
}
