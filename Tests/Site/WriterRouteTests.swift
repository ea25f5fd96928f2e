import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// The list of who writes what, held against the access of every route.
@Suite("Who writes what: the routes and the database say the same")
struct WriterRouteTests {
    /// Routes that write no row of their own, each with why; a new one needs its line here, or one in the list.
    private static let withoutRows: [String: String] = [
        "session.open": "the database signs in by a function of its own",
        "session.close": "the database signs out by a function of its own",
        "sign_in.end": "the database ends one's own by a function of its own",
        "sign_in.end_others": "the database ends one's own by a function of its own",
        "signing_key.register": "the database keeps keys by a function of its own",
        "signing_key.revoke": "the database keeps keys by a function of its own",
        "token.issue": "the database issues tokens by a function of its own",
        "people.end_sign_ins": "the database ends them by a function of its own",
        "people.appoint": "the database appoints by a function of its own",
        "people.end_appointment": "the database ends appointments by a function of its own",
        "people.add": "the database takes people in by a function of its own",
        "people.link_identity": "the database links them by a function of its own",
        "people.end_identity": "the database ends links by a function of its own",
        "handover.issue_link": "the database makes links by a function of its own",
        "handover.revoke_links": "the database ends links by a function of its own",
        "policy.ask": "an answer alone",
    ]
    /// The forms of pages, each with the action that it does.
    private static let forms: [String: String] = [
        "page.acceptance_signed": "acceptance.opinion", "page.daily_log.record": "daily_log.record",
        "page.handover.confirm": "handover.confirm", "page.handover.receipt": "handover.receipt",
        "page.handover.refuse": "handover.refuse", "page.handover.sign": "handover.sign",
        "page.report.file": "issue.file", "page.issue.reopen": "issue.reopen",
        "page.issue.verify": "issue.verify", "page.policy.ask": "policy.ask",
        "page.scheme_import.check": "project.import",
        "page.scheme_import.confirm": "project.import", "page.sign_in.send": "session.open",
        "page.password.change": "session.open",
        "page.sign_out.send": "session.close",
        "page.sign_ins.end": "sign_in.end", "page.sign_ins.end_others": "sign_in.end_others",
        "page.token.issue": "token.issue",
    ]

    @Test("each route that writes stands in the list with its own roles, and nothing else stands there")
    func routes() async throws {
        let rows = try await TestDatabase.with { database in
            try await database.owner.read("select actions, roles from app.writings()").map {
                (try $0.text("actions"), try $0.text("roles"))
            }
        }
        var declared = [String: Set<String>]()
        for (actions, roles) in rows {
            for action in actions.split(separator: " ") {
                #expect(declared[String(action)] == nil, "\(action) stands twice")
                declared[String(action)] = Set(roles.split(separator: " ").map(String.init))
            }
        }
        let run = try await RunningProgram.run("yanshoud", ["openapi"])
        try #require(run.status == 0, "\(run.errors)")
        let paths = try JSON(parsing: run.output)["paths"]?.object ?? [:]
        var known: Set<String> = []
        for item in paths.values {
            for (method, said) in item.object ?? [:] where method != "get" {
                guard let name = said["operationId"]?.text else { continue }
                known.insert(name)
                let roles = said["x-access"]?["roles"]?.list?.compactMap(\.text)
                let access = roles.map(Set.init) ?? ["*"]
                if name.hasPrefix("page.") {
                    let action = try #require(Self.forms[name], "say which action \(name) does")
                    #expect(roles == nil || access == declared[action], "\(name)")
                } else if Self.withoutRows[name] == nil {
                    #expect(declared[name] == access, "\(name): say who writes what by it, in who_writes")
                } else {
                    #expect(declared[name] == nil, "\(name) writes rows, and it is said that it does not")
                }
            }
        }
        let all = Set(declared.keys).union(Self.withoutRows.keys).union(Self.forms.keys)
        #expect(all.subtracting(known).sorted() == [], "no route does this")
    }
}
