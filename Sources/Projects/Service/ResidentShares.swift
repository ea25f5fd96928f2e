import Actions
import PQ
import Projects
import Values
import Web

/// What residents bear, laid on the units of the register by area (分摊到户), beside what was agreed with each.
struct ResidentShares: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/v1/projects/{project}/resident-shares", operation: "resident_shares.read",
                summary: Words("居民出资按面积分摊到户", "The residents' money laid on each unit by its area"),
                access: .roles([
                    .constructionUnit, .community, .ownersBody, .renovationOffice, .financeBureau,
                ]),
                tags: ["owners"], answers: [200: ResidentShares.answer], handle: read)
        ]
    }

    private static let answer = Schema.open([
        "basis": .string(oneOf: ["funding_plan", "final_account", "none"]), "total_fen": .sum,
        "items": .list(
            of: .open([
                "id": .id, "unit": .text, "area_hundredths": .int(min: 1), "share_fen": .sum,
                "agreed_fen": Schema.sum.nullable,
            ])), "next": .noID,
    ])

    @Sendable
    private func read(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request, [ResidentShares.total(project), ResidentShares.units(project)])
        guard let total = rows[0].first else { throw Problems.notFound }
        let sum = try total.fen("total_fen")
        let units = try rows[1].map { row in
            AllocatedUnit(
                name: try row.text("unit"), area: Area(hundredths: try row.int64("area_hundredths")))
        }
        let shares = AllocationRules.shares(of: sum, among: units)
        let items = try zip(rows[1], zip(units, shares)).map { row, laid in
            let (unit, share) = laid
            return JSON.object([
                "id": .text(try row.id("unit_id").description), "unit": .text(unit.name),
                "area_hundredths": .int(unit.area.hundredths), "share_fen": .int(share.amount),
                "agreed_fen": try row.optionalInt64("agreed_fen").map { .int($0) } ?? .null,
            ])
        }
        return .json(
            200,
            .object([
                "basis": .text(try total.text("basis")), "total_fen": .int(sum.amount),
                "items": .list(items), "next": .null,
            ]))
    }

    /// The residents' part by the final accounts, before them by the funding plan.
    private static func total(_ project: ID) -> SQL {
        """
        select coalesce(account.resident_fen, plan.resident_fen, 0) as total_fen,
            case when account.resident_fen is not null then 'final_account'
                when plan.resident_fen is not null then 'funding_plan' else 'none' end as basis
        from app.project
        left join app.funding_plan plan using (district, project_id)
        left join app.final_account account using (district, project_id)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    /// The units that stand, in the order of building, entrance and room.
    private static func units(_ project: ID) -> SQL {
        """
        select unit_id, concat_ws('-', building, nullif(entrance, ''), room) as unit, area_hundredths, share_fen as agreed_fen
        from app.register_unit
        where district = auth.district() and project_id = \(project) and until_import is null
        order by building, entrance, room, unit_id
        """
    }
}
