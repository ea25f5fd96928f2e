import Harness
import Testing
import Values
import Web

/// A project walked over the routes, from the survey to the permit, by its place's own gates.
struct FrontJourney {
    let site: TestSite
    let base = FrontScene.base

    func post(_ path: String, as login: String = "street", _ body: JSON) async -> Response {
        await site.send(.post, path.hasPrefix("/v1") ? path : base + path, as: login, body)
    }

    func done(
        _ path: String, as login: String = "street", _ body: JSON, _ here: SourceLocation = #_sourceLocation
    ) async {
        let answer = await post(path, as: login, body)
        #expect(answer.status < 300, "\(path) \(answer.text)", sourceLocation: here)
    }

    func step(_ state: String, as login: String = "street", _ here: SourceLocation = #_sourceLocation) async {
        await done("/advance", as: login, ["to": .text(state)], here)
    }

    /// A step that is refused: under these codes, each with clause and someone who lifts it.
    func held(_ state: String, by codes: [String], _ here: SourceLocation = #_sourceLocation) async {
        let answer = await post("/advance", ["to": .text(state)])
        #expect(answer.status == 422, "\(answer.text)", sourceLocation: here)
        #expect(answer.refusalCodes == codes, sourceLocation: here)
        for refusal in answer.json?["refusals"]?.list ?? [] {
            #expect(refusal["source"]?["clause"]?.text?.isEmpty == false, sourceLocation: here)
            #expect(refusal["lifted_by"]?.list?.isEmpty == false, sourceLocation: here)
            #expect(refusal["missing"]?.list?.isEmpty == false, sourceLocation: here)
        }
    }

    func papers(_ kinds: [String], as login: String = "street") async {
        for kind in kinds {
            await done(
                "/papers", as: login,
                [
                    "id": .text(Seed.id("journey-paper:" + kind).description), "kind": .text(kind),
                    "title": .text(kind), "dated": "2026-02-20", "content": Scene.bytes(of: kind),
                    "media_type": "text/plain",
                ])
        }
    }

    func opinions(_ forum: String, _ seats: [String]) async {
        for seat in seats {
            await done(
                "/opinions", as: "office",
                [
                    "id": .text(Seed.id("journey:\(forum):\(seat)").description), "forum": .text(forum),
                    "participant": .text(seat), "opinion": "agree", "content": "同意", "given_on": "2026-03-01",
                ])
        }
    }

    func survey(_ kinds: [String]) async {
        for kind in kinds {
            await done(
                "/survey-records", as: "community",
                [
                    "id": .text(Seed.id("journey-survey:" + kind).description), "kind": .text(kind),
                    "summary": "已核", "source": "社区摸底", "surveyed_on": "2026-01-05",
                ])
        }
    }

    static let facts: JSON = [
        "ref_date": "2026-02-01", "in_demolition_range": false, "no_danger": true,
        "hollow_slab_hazard": false,
        "poor_infrastructure": true, "poor_property_mgmt": true, "strong_will": true, "housing": "commodity",
        "never_renovated": true, "in_annual_expropriation": false, "illegal_building_ok": true,
        "body_formed": true, "area_name": "岳阳楼区", "no_expropriation": true,
        "list_version": "2026年拆迁计划", "list_checked_on": "2026-01-30",
    ]

    func scope(_ verdict: String = "eligible", _ more: [String: JSON] = [:], dropping: [String] = []) async {
        var facts = (FrontJourney.facts.object ?? [:]).merging(more) { _, new in new }
        for name in dropping { facts[name] = nil }
        let answer = await post("/scope", .object(facts))
        #expect(answer.status == 201, "\(answer.text)")
        #expect(answer.json?["verdict"]?.text == verdict)
    }

    func body() async {
        await done(
            "/owners-body", as: "community",
            [
                "id": .text(Seed.id("journey-body").description), "kind": "self_governance_group",
                "name": "测试小区自治小组", "filing_number": "备〔2026〕2号", "formed_on": "2026-01-10",
            ])
    }

    func gates() async -> JSON { await site.send(.get, base + "/gates", as: "office").json ?? .null }

    func code(_ division: String) async {
        await done("/code", ["code": .text("2602-\(division)-04-01-123456")])
    }
}
