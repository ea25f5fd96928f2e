import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: a ballot about a renovation and a decision to rebuild, at once")
struct RebuildingRaceTests {
    private static let rebuilding = Raw.change { op in
        """
        insert into app.rebuilding (district, project_id, grounds, appraisal, planning, funding, decided_on, op_id)
        values (1, \(Scene.project), '{structural_hazard}', '鉴1号', '规1号', '另行筹集', '2026-02-01', \(op))
        """
    }

    @Test("the later of the two is refused, whichever it is")
    func races() async throws {
        for isBallotFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let confirmed = await Owners.register(try Owners.site(database))
                try #require(confirmed.status == 200, "\(confirmed.text)")
                // A place that knows rebuilding and asks owners by the form that these rows have.
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        """
                        insert into policy.parameter (edition, key, value, valid_from, valid_to)
                        select edition, 'rebuild.grounds', 'structural_hazard', '2015-01-01', null
                        from app.project where project_id = \(Scene.project)
                        """
                    ])
                }
                let ballot = (login: "community", statements: OwnersRows.opening())
                let decision = (login: "street", statements: Self.rebuilding)
                let found =
                    isBallotFirst
                    ? try await database.race(ballot, decision) : try await database.race(decision, ballot)
                #expect(found.0 == nil)
                #expect(
                    found.1
                        == (isBallotFirst
                            ? "rebuilding_comes_before_its_ballots" : "rebuilding_is_voted_as_rebuilding"))
            }
        }
    }
}
