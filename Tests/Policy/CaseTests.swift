import Foundation
import Policy
import Testing
import Values

@Suite("Policy packs: worked examples")
struct CaseTests {
    /// The facts that each question takes; `jurisdiction` and `as_of` go with all of them.
    private static let facts: [String: Set<String>] = [
        "tender_single": ["total_investment", "budget_funds", "soe_dominant", "kind", "estimate"],
        "tender_group": ["total_investment", "budget_funds", "soe_dominant", "lots"],
        "epc_tender": ["total_investment", "budget_funds", "soe_dominant", "works", "goods", "services"],
        "epc_bidder": ["members", "project_roles", "predesign_documents_published"],
        "consultant_conflict": ["consultant", "services", "contractor", "control_links"],
        "agent_fee": ["investment", "agent_fee", "owner_fee"],
        "lc_funding": ["works", "other", "contingency", "excluded", "area"],
        "lc_launch_gate": ["required", "paid", "documents", "account"],
        "notice_before": ["event", "workdays"],
        "notice_gate": ["event", "workdays", "notice"],
        "publicity_workdays": ["posted", "min_workdays"],
        "change_order": ["approved_budget", "committed", "delta", "exception_approved"],
        "joint_acceptance": ["groups"],
        "handover": ["kind", "signed_by", "owners_decision"],
    ]

    @Test("every case asks a known question with exactly its facts")
    func form() throws {
        for found in try PolicyCase.load(folder: packsFolder) {
            let wanted = try #require(Self.facts[found.question], "\(found.id)")
            let given = Set(try #require(found.facts.object).keys)
            #expect(given.subtracting(["jurisdiction", "as_of"]) == wanted, "\(found.id)")
            #expect(found.expect.object?.isEmpty == false, "\(found.id)")
            #expect(found.id.hasPrefix(found.question + "."), "\(found.id)")
        }
    }

    @Test(
        "every question has three cases at least, and not all with one answer", arguments: facts.keys.sorted()
    )
    func enough(question: String) throws {
        let cases = try PolicyCase.load(folder: packsFolder).filter { $0.question == question }
        #expect(cases.count >= 3)
        #expect(Set(cases.map(\.expect)).count >= 2)
    }

    @Test("money without quotes, an unknown field and an id that stands twice are refused")
    func faulty() throws {
        var files = soundFiles()
        files["330302-district/cases/a.yaml"] = """
            - {id: x, question: scope, facts: {sum: 10.50}, expect: {ok: true}}
            - {id: y, question: scope, facts: {sum: "10.50"}, expect: {ok: true}, hope: {}}
            - {id: y, question: scope, facts: {sum: "10.50"}, expect: {ok: true}}
            """
        let packs = try ScratchPacks(files)
        let problems = #expect(throws: PackErrors.self) { try PolicyCase.load(folder: packs.path) }?.problems
        #expect(
            problems?.map { "\($0.key) \($0.message)" } == [
                "x.facts.sum is a bare fraction: money and areas are text in quotes",
                "[1].hope is an unknown field", "y stands twice",
            ])
    }

    @Test("values keep their kinds: days and money are text, counts are numbers")
    func kinds() throws {
        let cases = try PolicyCase.load(folder: packsFolder)
        let notice = try #require(cases.first { $0.id == "notice_before.over_national_day" })
        #expect(notice.facts == ["event": "2022-10-12", "workdays": 7])
        #expect(notice.expect == ["latest_notice": "2022-09-28"])
        #expect(notice.pack == "000000")
    }
}
