import Harness
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Actions
@testable import Projects

/// The tree behind a no: the same in a refusal, in a gate, on the worklist and for a ballot.
@Suite("Projects: what a refusal rests on, as a tree")
struct ReasonTreeTests {
    /// Everything of a tree, from the top.
    private func all(_ reasons: JSON?) -> [JSON] {
        (reasons?.list ?? []).flatMap { [$0] + all($0["under"]) }
    }

    @Test("a refused launch names its clause, the value read from it, what does not hold and what is missing")
    func refusal() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 384_199_999)
            let path = "/v1/projects/\(Scene.project)"
            let refused = await site.send(.post, path + "/launch", as: "street").json
            let refusal = refused?["refusals"]?.list?.first
            let clause = try #require(refusal?["because"]?.list?.first)
            for field in ["rule", "document", "clause", "text", "verified"] {
                #expect(clause[field] == refusal?["source"]?[field], "\(field)")
            }
            #expect(clause["relation"]?.text.flatMap(Reason.Relation.init(rawValue:)) != nil)
            let under = clause["under"]?.list ?? []
            #expect(
                under.contains { $0["key"] == "launch.resident_funds_ratio" && $0["value"] == "1" },
                "\(clause)")
            let found = under.first { $0["holds"] == false }
            #expect(found?["finding"] == refusal?["detail"])
            #expect(found?["under"]?.list?.first?["finding"] == refusal?["missing"]?.list?.first?["zh"])

            // The card blocks the same action with the same tree, and the gate's requirement has it too.
            let card = await site.send(.get, path, as: "street").json
            let blocked = card?["_blocked"]?.list?.first?["refusals"]?.list?.first
            #expect(blocked?["because"] == refusal?["because"])
            let gate = await site.send(.get, path + "/launch-gate", as: "street").json
            let requirements = gate?["requirements"]?.list ?? []
            #expect(requirements.contains { $0["because"] == refusal?["because"] })
            for met in requirements where met["state"] == "met" {
                #expect(met["because"]?.list?.first?["under"]?.list?.contains { $0["holds"] == true } == true)
            }
        }
    }

    @Test("a refusal of the database itself has the value that stands in the project's place")
    func guards() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let shelf = database.desk.shelf
            for place in ["330302", "330106", "430602"] {
                let policy = try shelf.policy(place: place, on: Seed.today)
                for words in ProjectsRefusals.all {
                    guard let key = words.key, let read = try? policy.explained(key) else { continue }
                    let refusal = shelf.refusal(words, for: place, on: Seed.today)
                    let clause = refusal.because.first
                    #expect(clause?.citation == refusal.citation, "\(words.code) in \(place)")
                    #expect(
                        clause?.citation != read.citation || clause?.under.first == read.reason,
                        "\(words.code) in \(place)")
                }
            }
        }
    }

    @Test("two texts that must both pass say so in a ballot's tree, each test with the figures it counts")
    func ballot() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            try await Owners.voted(database, site)
            let shown = await site.send(.get, "/v1/ballots/\(Owners.ballot)", as: "community").json
            let because = shown?["questions"]?.list?.first?["because"]
            #expect(because?.list?.first?["relation"] == "both_must_pass", "\(because ?? .null)")
            let tree = all(because)
            #expect(tree.contains { $0["key"] == "consent.local.share" && $0["value"] == "2/3" })
            #expect(tree.contains { $0["fact"] == "households_yes" && $0["value"] == 4 })
            let page = await site.send(.get, "/projects/\(Scene.project)/ballots", as: "community").text
            #expect(page.contains("<details class=\"because\">") && page.contains("两项都须通过"))
        }
    }

    @Test("the gates unfold clause by clause in their page, without a script")
    func pages() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            try await FrontScene.lie(database, in: "330106")
            let taken = await site.send(
                .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330106"))
            #expect(taken.status == 201, "\(taken.text)")
            let gates = await site.send(.get, FrontScene.base + "/gates", as: "street").json
            let requirements = gates?["gates"]?.list?.flatMap { $0["requirements"]?.list ?? [] } ?? []
            for item in requirements where item["source"] != .null {
                #expect(item["because"]?.list?.contains { $0["rule"] == item["source"]?["rule"] } == true)
            }
            let parameters = requirements.flatMap { all($0["because"]) }.filter { $0["key"] != nil }
            #expect(parameters.contains { $0["key"]?.text?.hasPrefix("projects.requirements.") == true })
            let page = await site.send(.get, "/projects/\(FrontScene.project)/gates", as: "street").text
            #expect(
                page.contains("<details class=\"because\"><summary>")
                    && page.contains("取值 “<code lang=\"en\">"))
            #expect(!page.contains("<script"))
        }
    }
}
