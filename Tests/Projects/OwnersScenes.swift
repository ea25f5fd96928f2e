import Actions
import Harness
import Ledger
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

/// Six units of five owners and 600 ㎡: four single ones, a buyer of two, and one unit that was not sold.
enum Owners {
    static let base = "/v1/projects/\(Scene.project)"
    static let ballot = Seed.id("ballot")

    static let table = """
        楼幢,单元,室号,产权面积,面积来源,业主,业主标识,未售
        1,,101,100.00,登记,甲,A,
        1,,102,100,登记,乙,B,
        1,,103,100,实测,丙、丁,C1、C2,否
        2,1,201,100,登记,戊,D,
        2,1,202,100,合同,戊,D,
        2,1,203,100,登记,某某置业有限公司,,是
        """

    static func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(
            ProjectsRoutes(
                actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
            ).routes + OwnersRoutes(desk: database.desk).routes)
    }

    static func file(_ name: String, _ text: String) -> JSON {
        [
            "id": .text(Seed.id("import:" + name).description), "format": "csv",
            "content": .text(Base64.text(Array(text.utf8))),
        ]
    }

    /// The scheme of a community of as many homes and square metres as the register has.
    static var scheme: JSON {
        var fields = Scene.scheme.object ?? [:]
        var community = fields["community"]?.object ?? [:]
        community["households"] = 6
        community["area"] = "600.00"
        fields["community"] = .object(community)
        return .object(fields)
    }

    /// A project whose register is compared and confirmed.
    static func register(_ site: TestSite) async -> Response {
        _ = await site.send(.post, "/v1/projects", as: "street", scheme)
        let checked = await site.send(
            .post, base + "/register/imports", as: "community", file("first", table))
        return await site.send(
            .post, "/v1/register-imports/\(Seed.id("import:first"))/confirmation", as: "community",
            ["digest": checked.json?["digest"] ?? .null])
    }

    /// A sheet that asks residents' will, by the form of Lucheng.
    static func sheet(_ change: [String: JSON] = [:], id: ID = Owners.ballot) -> JSON {
        var fields: [String: JSON] = [
            "id": .text(id.description), "title": "改造意愿征求", "organiser": "community",
            "organiser_name": "水心社区",
            "forms": ["LC-F1"], "topics": ["whether", "what", "how", "management"],
            "notified_on": "2026-02-01", "opened_on": "2026-02-05", "closes_on": "2026-03-01",
            "questions": [
                [
                    "purpose": "willingness", "title": "是否同意改造", "matter": "renovation",
                    "reason": "以维修养护为主，不动结构、立面和屋面",
                ]
            ],
        ]
        fields.merge(change) { _, new in new }
        return .object(fields)
    }

    /// The ids of the units by their doors.
    static func units(_ database: TestDatabase) async throws -> [String: (unit: ID, owner: ID)] {
        let rows = try await database.owner.read(
            "select room, unit_id, owner_id from app.register_unit where until_import is null")
        var found: [String: (unit: ID, owner: ID)] = [:]
        for row in rows { found[try row.text("room")] = (try row.id("unit_id"), try row.id("owner_id")) }
        return found
    }

    static func slips(_ votes: [(String, String)], _ units: [String: (unit: ID, owner: ID)]) -> JSON {
        [
            "slips": .list(
                votes.map { room, answer in
                    [
                        "id": .text(Seed.id("slip:" + room).description),
                        "unit": .text(units[room].map { "\($0.unit)" } ?? Seed.id("nowhere").description),
                        "answers": [.text(answer)], "channel": "paper",
                        "scan": .text(scan(room)), "signed_on": "2026-02-20",
                    ]
                })
        ]
    }

    /// A slip's scan in base64, one for each door.
    static func scan(_ room: String) -> String {
        Base64.text(Array("表决票扫描件 \(room)：本户对改造事项的意见和签名，签署日期见票面，由业主委员会存档备查。".utf8))
    }

    static let votes = [("101", "yes"), ("102", "yes"), ("103", "no"), ("201", "yes"), ("202", "yes")]

    /// An open ballot with five slips, one of them entered again by another person.
    @discardableResult
    static func voted(_ database: TestDatabase, _ site: TestSite) async throws -> [String: (
        unit: ID, owner: ID
    )] {
        let confirmed = await register(site)
        #expect(confirmed.status == 200, "\(confirmed.text)")
        return try await vote(database, site)
    }

    /// The same where the register stands already.
    @discardableResult
    static func vote(_ database: TestDatabase, _ site: TestSite) async throws -> [String: (
        unit: ID, owner: ID
    )] {
        let opened = await site.send(.post, base + "/ballots", as: "community", sheet())
        #expect(opened.status == 201, "\(opened.text)")
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: OwnersRows.scans)
        }
        let units = try await units(database)
        let entered = await site.send(
            .post, "/v1/ballots/\(ballot)/slips", as: "owners", slips(votes, units))
        #expect(entered.status == 201, "\(entered.text)")
        let again = await site.send(
            .post, "/v1/slips/\(Seed.id("slip:101"))/recheck", as: "community",
            ["id": .text(Seed.id("recheck").description), "answers": ["yes"]])
        #expect(again.json?["agrees"] == true, "\(again.text)")
        return units
    }
}
