import Harness
import Testing
import Values
import Web

extension JourneyTests {
    @Test("Yueyang: the city office decides before the vote, two thirds twice, and nothing of it binds")
    func yueyang() async throws {
        try await Walk.with("430602") { walk in
            await walk.survey(["number", "area", "households", "willingness"])
            await walk.heldAt("S02", by: ["gate_waits_for_scope", "gate_waits_for_owners_body"])
            // 南湖新区 has no code of its own and may lie here; 云溪区 is another district.
            await walk.scopeElsewhere("云溪区")
            await walk.scope()
            await walk.body()
            await walk.step("S02")
            await walk.heldAt("S03", by: ["gate_waits_for_papers"])
            await walk.papers(["renovation_application"], as: "owners")
            await walk.step("S03")
            await walk.heldAt("S08", by: ["gate_waits_for_plan_parts", "gate_waits_for_papers"])
            #expect(await walk.scheme()["funding"] == .null)
            await walk.papers([
                "plan_design", "plan_estimate", "plan_funding", "plan_management", "plan_governance",
            ])
            await walk.papers(["city_office_decision"], as: "office")
            await walk.step("S08")
            await walk.papers(["completed_scheme"])
            await walk.step("S04")
            await walk.posting("one", ["design_scheme"])
            await walk.heldAt("S05", by: ["gate_waits_for_plan_ballot"])
            try await walk.register(xlsx: Walk.workbook)
            try await twoBallots(walk)
            await walk.step("S05")
            await walk.heldAt("S09", by: ["gate_waits_for_papers"])
            await walk.papers(["plan_filing"])
            await walk.step("S09")
            await walk.papers(["project_approval", "preliminary_design_approval", "fiscal_review"])
            await walk.heldAt("S10", by: ["gate_waits_for_papers", "gate_waits_for_project_code"])
            await walk.papers(["fiscal_budget"])
            await walk.done("/code", ["code": "2602-430602-04-01-123456"])
            await walk.step("S10")
            await walk.heldAt("S13", by: ["gate_waits_for_papers", "gate_waits_for_permit"])
            await walk.papers(["drawing_review_certificate", "permit"])
            await walk.step("S13")
            #expect(await walk.get("/gates")["binding"] == false)
            try await walk.toTheStart()
            #expect(walk.refused.rules(["YY-"]).count >= 3, "\(walk.refused.rules(["YY-"]))")
            try await walk.replays(atLeast: 4)
        }
    }

    /// Two thirds of the area are there and three persons of five are not two thirds; the second time it is four.
    private func twoBallots(_ walk: Walk) async throws {
        let first = Walk.Ballot(
            name: "plan", purpose: "plan", organiser: "self_governance_group", login: "owners",
            notified: "2026-01-12", opened: "2026-01-19", closes: "2026-02-02", voting: "2026-01-26",
            counted: "2026-02-03")
        let failed = try await walk.vote(first)
        #expect(failed["verdict"] == "fail" && failed["local"] == "fail", "\(failed)")
        #expect(walk.text(failed["tests"]).prefix(2) == ["local area 40000/60000", "local persons 3/5"])
        await walk.heldAt("S05", by: ["gate_waits_for_plan_ballot"])
        var second = Walk.Ballot(
            name: "plan again", purpose: "plan", organiser: "self_governance_group", login: "owners",
            notified: "2026-02-03", opened: "2026-02-10", closes: "2026-02-24", voting: "2026-02-12",
            counted: "2026-02-25")
        second.answers["103"] = "yes"
        await walk.held(
            "/ballots", as: "owners", second.sheet(walk), by: ["ballot_held_again_names_the_one_before"])
        second.follows = "plan"
        let passed = try await walk.vote(second)
        #expect(passed["verdict"] == "pass", "\(passed)")
    }
}
