import Handover
import Harness
import Policy
import Testing
import Values

@Suite("Handover: rules")
struct HandoverRulesTests {
    let lucheng: Policy

    init() throws {
        lucheng = try Sample.policy("330302")
    }

    @Test(
        "a handover that both parties accepted, with every document ticked and the owners' decision, may be confirmed"
    )
    func confirms() throws {
        let facts = try Sample.facts(state: .documentsConfirmed, under: lucheng)
        #expect(try HandoverRules.confirming(facts, by: Sample.gas, under: lucheng).refusals == [])
        #expect(try HandoverRules.gate(facts, under: lucheng).isOpen)
    }

    @Test("a gas handover without the utility is refused with every reason at once")
    func withoutTheUtility() throws {
        let facts = try Sample.facts(
            state: .planned, utilitySigned: false, ownersDecided: false, ticked: nil, under: lucheng)
        let refusals = try HandoverRules.confirming(facts, by: Sample.street, under: lucheng).refusals
        #expect(
            refusals.map(\.code) == [
                "handover_is_confirmed_by_its_utility", "handover_waits_for_joint_acceptance",
                "handover_waits_for_documents", "handover_waits_for_owners_decision",
            ])
        #expect(refusals[1].missing.map(\.zh) == ["供气专业单位（温州燃气）的验收签字"])
        #expect(refusals[1].citation?.rule == "LC-10-2")
        #expect(refusals[3].citation?.rule == "UTL-05")
    }

    @Test("the certificate of the project comes before any handover")
    func certificate() throws {
        let facts = try Sample.facts(state: .documentsConfirmed, projectState: "S15", under: lucheng)
        let codes = try HandoverRules.confirming(facts, by: Sample.gas, under: lucheng).refusals.map(\.code)
        #expect(codes == ["handover_waits_for_certificate"])
    }

    @Test("what refuses a step names its clause, the same as the database's guard would")
    func clauses() throws {
        let settled = try Sample.facts(state: .handedOver, under: lucheng)
        let accepted = try Sample.facts(state: .documentsConfirmed, under: lucheng)
        let decisions = [
            try HandoverRules.signing(settled, by: Sample.gas, under: lucheng),
            try HandoverRules.confirming(settled, by: Sample.gas, under: lucheng),
            try HandoverRules.refusing(settled, by: Sample.gas, under: lucheng),
            try ExemptionRules.exempting(settled, by: Sample.street, under: lucheng),
            try HandoverRules.reopening(settled, under: lucheng),
            try HandoverRules.sending([], accepted, under: lucheng),
        ]
        for decision in decisions {
            let words: [RefusalWords] = [HandoverRefusals.stepIsAllowed, HandoverRefusals.documentsFollow]
            let refusal = try #require(
                decision.refusals.first { refusal in words.contains { $0.code == refusal.code } })
            let key = try #require(words.first { $0.code == refusal.code }?.key)
            let source = try TestPolicies.book.get().citation(key, for: "330302")
            #expect(source != nil && refusal.citation == source, "\(key)")
        }
    }

    @Test("one document found wrong keeps the gate shut and is named with its verdict")
    func wrongDocument() throws {
        let facts = try Sample.facts(state: .documentsSent, wrong: "pressure_record", under: lucheng)
        let refusals = try HandoverRules.confirming(facts, by: Sample.gas, under: lucheng).refusals
        #expect(refusals.map(\.code) == ["handover_waits_for_documents"])
        #expect(refusals.first?.missing.map(\.zh) == ["压力试验记录（有误）"])
    }

    @Test("the documents of a kind are its own: gas has a pressure record and no ports")
    func documentList() throws {
        let gas = try HandoverRules.documentList(for: .gas, under: lucheng).value.map(\.id)
        #expect(gas.contains("pressure_record"))
        #expect(!gas.contains("port_list"))
    }

    @Test(
        "only the receiver's own person and the construction unit's sign",
        arguments: [
            (Sample.gas, [String]()), (Sample.street, []),
            (Sample.water, ["handover_signature_is_its_partys_own"]),
            (Sample.office, ["handover_signature_is_its_partys_own"]),
        ])
    func signing(actor: Actor, codes: [String]) throws {
        let facts = try Sample.facts(
            state: .planned, utilitySigned: false, constructionUnitSigned: false, ticked: nil, under: lucheng)
        #expect(try HandoverRules.signing(facts, by: actor, under: lucheng).refusals.map(\.code) == codes)
    }

    @Test("joint acceptance is complete with the second signature, not with the first")
    func completesAcceptance() throws {
        let none = try Sample.facts(
            state: .planned, utilitySigned: false, constructionUnitSigned: false, ticked: nil, under: lucheng)
        let one = try Sample.facts(state: .planned, utilitySigned: false, ticked: nil, under: lucheng)
        #expect(try !HandoverRules.completesAcceptance(none, with: .utility, under: lucheng))
        #expect(try HandoverRules.completesAcceptance(one, with: .utility, under: lucheng))
    }

    @Test("nobody signs for a list that names nothing")
    func emptyList() throws {
        let facts = try Sample.facts(
            state: .planned, utilitySigned: false, assetCount: 0, ticked: nil, under: lucheng)
        let codes = try HandoverRules.signing(facts, by: Sample.gas, under: lucheng).refusals.map(\.code)
        #expect(codes == ["handover_names_its_assets"])
    }

    @Test("the street neither ticks documents nor refuses in the utility's place")
    func streetCannotActForUtility() throws {
        let facts = try Sample.facts(state: .documentsSent, under: lucheng)
        let ticking = try HandoverRules.receipting(["as_built"], facts, by: Sample.street, under: lucheng)
        #expect(ticking.refusals.map(\.code) == ["handover_document_is_receipted_by_its_utility"])
        let refusing = try HandoverRules.refusing(facts, by: Sample.street, under: lucheng)
        #expect(refusing.refusals.map(\.code) == ["handover_is_confirmed_by_its_utility"])
    }

    @Test("documents are complete when the last of them is ticked received, and not when it is wrong")
    func completesReceipts() throws {
        let facts = try Sample.facts(state: .documentsSent, wrong: "keys", under: lucheng)
        #expect(try HandoverRules.completesReceipts(["keys": .received], facts, under: lucheng))
        #expect(try !HandoverRules.completesReceipts(["keys": .missing], facts, under: lucheng))
    }

    @Test("who hands over does not confirm that a kind does not apply; the utility named does")
    func exemptionParties() throws {
        let facts = try Sample.facts(
            state: .planned, under: lucheng, exemption: .init(proposal: Sample.gasUnit))
        func codes(_ actor: Actor) throws -> [String] {
            try ExemptionRules.confirming(facts, by: actor, under: lucheng).refusals.map(\.code)
        }
        #expect(try codes(Sample.street) == ["handover_exemption_waits_for_others"])
        #expect(try codes(Sample.office) == ["handover_exemption_waits_for_others"])
        #expect(try codes(Sample.water) == ["handover_exemption_waits_for_others"])
        #expect(try codes(Sample.gas) == [])
        #expect(ExemptionRules.completes(facts, with: Sample.gas))
    }

    @Test("a kind whose works stand in the scheme is not set aside, on whatever ground")
    func exemptionWithWorks() throws {
        let gas = ExemptionFacts.Item(kind: "gas_pipes", title: "燃气管道改造")
        let roof = ExemptionFacts.Item(kind: "roof", title: "屋面防水")
        func refusals(_ items: [ExemptionFacts.Item], _ ground: String) throws -> [Refusal] {
            try ExemptionRules.proposing(
                try Sample.facts(
                    state: .planned, under: lucheng, exemption: .init(items: items, papers: [Sample.gasUnit])),
                ground: ground, paper: Sample.gasUnit, by: Sample.street, under: lucheng
            ).refusals
        }
        #expect(try refusals([roof], "not_present").isEmpty)
        let barred = try refusals([roof, gas], "not_present")
        #expect(barred.map(\.code) == ["handover_with_works_is_not_exempted"])
        #expect(barred.first?.missing.map(\.zh) == ["燃气管道改造"])
        #expect(try refusals([], "没有").map(\.code) == ["handover_exemption_ground_is_of_the_policy"])
    }

    @Test("a project goes on when each of the six kinds is handed over or does not apply")
    func completing() throws {
        var states: [String: HandoverState] = [:]
        for kind in FacilityKind.allCases {
            states[kind.rawValue] = kind == .heat ? .notApplicable : .handedOver
        }
        #expect(try HandoverRules.completing(Sample.project(states), under: lucheng).refusals == [])
        states["gas"] = .documentsConfirmed
        states["catv"] = nil
        let refusals = try HandoverRules.completing(Sample.project(states), under: lucheng).refusals
        #expect(refusals.map(\.code) == ["project_close_waits_for_handovers"])
        #expect(refusals.first?.missing.map(\.zh) == ["供气：资料已签收", "有线电视：尚未安排移交"])
    }

    @Test(
        "a kind that the policy does not know, a second handover of a kind and a handover to oneself are refused"
    )
    func planning() throws {
        let project = Sample.project(["gas": .planned])
        let refusals = try HandoverRules.planning(
            "gas", receiver: Sample.street.organisation, of: project, under: lucheng
        ).refusals
        #expect(refusals.map(\.code) == ["handover_is_one_of_its_kind", "handover_receiver_is_another_unit"])
        let unknown = try HandoverRules.planning(
            "steam", receiver: nil, of: project, under: lucheng)
        #expect(unknown.refusals.map(\.code) == ["handover_kind_is_of_the_policy"])
    }

    @Test("no state is a dead end but the handed-over one, and refusal is open until then")
    func steps() {
        for state in HandoverState.allCases {
            #expect(state.next.isEmpty == (state == .handedOver))
            #expect(
                state.next.contains(.refused)
                    == [.planned, .jointlyAccepted, .documentsSent, .documentsConfirmed].contains(state))
        }
    }

    @Test("every refusal has words in both languages, and no code stands twice")
    func words() {
        let codes = HandoverRefusals.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for words in HandoverRefusals.all {
            #expect(!words.detail.zh.isEmpty && !words.detail.en.isEmpty && !words.remedy.zh.isEmpty)
        }
    }
}

@Suite("Warranty: rules")
struct WarrantyRulesTests {
    @Test("water pipes accepted on 2019-10-03 are warranted to 2021-10-03, in effect to 2021-10-08 (CV-14)")
    func effectiveEnd() throws {
        let policy = try Sample.policy("330302", on: "2019-10-03")
        let warranty = try WarrantyRules.warranty(
            "water_pipes", from: Sample.day("2019-10-03"), agreed: nil, calendar: policy.calendar,
            under: policy
        ).get()
        #expect(warranty.nominalEnd == Sample.day("2021-10-03"))
        #expect(warranty.effectiveEnd == Sample.day("2021-10-08"))
        #expect(warranty.ownersFrom == Sample.day("2021-10-09"))
    }

    @Test("an agreed term below the minimum is refused, an equal or longer one is kept")
    func minimum() throws {
        let policy = try Sample.policy("330302")
        func agreed(_ months: Int64) throws -> Result<Warranty, WarrantyRefused> {
            try WarrantyRules.warranty(
                "roof_waterproof", from: Sample.day("2020-02-29"), agreed: months, calendar: policy.calendar,
                under: policy)
        }
        guard case .failure(let refused) = try agreed(59) else {
            Issue.record("59 months pass for a minimum of five years")
            return
        }
        #expect(refused.refusal.code == "warranty_is_not_below_the_minimum")
        #expect(try agreed(60).get().nominalEnd == Sample.day("2025-02-28"))
        #expect(try agreed(72).get().months == 72)
    }

    @Test("a term whose year has no published calendar has no effective end yet")
    func unpublishedYear() throws {
        let policy = try Sample.policy("330302")
        let warranty = try WarrantyRules.warranty(
            "equipment", from: Sample.day("2025-12-01"), agreed: nil, calendar: policy.calendar, under: policy
        ).get()
        #expect(warranty.nominalEnd == Sample.day("2027-12-01"))
        #expect(warranty.effectiveEnd == nil)
        #expect(warranty.ownersFrom == nil)
    }
}
