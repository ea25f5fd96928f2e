import Cluster
import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// Every route of the API, asked by every role of the project, of another unit, and of another district.
@Suite("Who reaches what: every route by every role")
struct RelationMatrixTests {
    /// Routes that name nothing of a project, each with what holds its border; a new one needs its line here.
    private static let ofNoProject: [String: String] = [
        "allotment.record": "the district's own money",
        "yearly_duty.record": "the district's own",
        "yearly_duty.list": "the district's own", "assessment.read": "the district's own",
        "control_link.record": "units of anywhere",
        "control_link.list": "units of anywhere",
        "organisation.list": "units of anywhere", "organisation.register": "units of anywhere",
        "organisation.confirm": "units of anywhere",
        "change.list": "a list of one's projects",
        "webhook.list": "its own unit", "webhook.add": "its own unit", "webhook.renew": "its own unit",
        "webhook.end": "its own unit", "webhook.deliveries": "its own unit", "webhook.replay": "its own unit",
        "contact.list": "one's own", "contact.add": "one's own", "contact.renew": "one's own",
        "contact.verify": "one's own", "contact.end": "one's own", "message.list": "one's own",
        "quiet_hours.read": "the district's", "quiet_hours.set": "the district's",
        "notice_matrix.list": "the district's", "notice_matrix.set": "the district's",
        "gate_exception.list": "a list of one's projects", "inbox.read": "a list of one's projects",
        "project.list": "a list of one's projects", "worklist.read": "a list of one's projects",
        "policy.simulate": "a list of one's projects",
        "funding_queue.read": "the district's list, shown whole",
        "me.read": "oneself", "signing_key.list": "oneself", "signing_key.register": "oneself",
        "signing_key.revoke": "oneself", "session.open": "oneself", "session.close": "oneself",
        "sign_in.list": "oneself", "sign_in.end": "oneself", "sign_in.end_others": "oneself",
        "token.issue": "oneself", "people.list": "the district's people",
        "people.end_sign_ins": "the district's people", "people.appoint": "the district's people",
        "people.end_appointment": "the district's people", "audit_trail.read": "the district's people",
        "people.add": "the district's people",
        "people.identities": "the district's people", "people.link_identity": "the district's people",
        "people.end_identity": "the district's people",
        "openapi.read": "public", "policy.diff": "the rules", "policy.questions": "the rules",
        "policy.ask": "the rules", "project.import": "its own unit", "project.register": "its own unit",
    ]
    /// Routes that judge what is sent before they look whose it is, and refuse the sample.
    private static let judgedFirst: Set<String> = [
        "issue.claim-fix", "closing.deliver_papers", "register.check",
        // Events laid by themselves are in no log; LogSiteTests asks for real ones.
        "event.proof",
    ]
    private static let shownWhole: Set<String> = ["funding_queue.read"]

    /// Whose row a name in a path stands for: the column of its identity; a new one needs its line here.
    static let columns: [String: String] = [
        "project": "project_id", "change_order": "change_order_id", "engagement": "engagement_id",
        "handover": "handover_id", "round": "acceptance_round_id", "volunteer": "volunteer_id",
        "issue": "issue_id", "regrading": "issue_regrading_id", "exception": "gate_exception_id",
        "posting": "posting_id", "objection": "objection_id", "import": "import_id", "ballot": "ballot_id",
        "slip": "slip_id", "receipt": "receipt_id", "package": "package_id", "contract": "contract_id",
        "log": "daily_log_id", "lot": "inspection_lot_id", "claim": "payment_claim_id",
        "body": "community_body_id", "paper": "paper_id", "determination": "determination_id",
        "sha256": "sha256", "bond": "contract_bond_id",
        "staff": "site_staff_id", "works": "special_works_id",
        "notice": "no_dig_notice_id", "excavation": "excavation_id", "warranty_claim": "warranty_claim_id",
        "archive": "archive_package_id", "proposal": "proposal_id", "award": "award_id",
        "reduction": "reduction_id", "event": "entry_id",
    ]

    /// What of an answer a stranger could tell one thing from another by.
    private struct Seen: Hashable, Sendable {
        let status: Int
        let code: String
        /// What is shown where the answer is no problem: an empty list is nothing either.
        let body: [UInt8]
    }

    @Test("what is not one's own is not there: over every route, for every role", .timeLimit(.minutes(20)))
    func matrix() async throws {
        try await LiveSite.with { site in
            try await site.start()
            try await site.seed()
            let owner = try site.pool()
            try await TwoProjects.lay(in: owner, url: try site.cluster.url("yanshou"))
            let operations = try await Operation.all()
            let undecided = operations.filter { operation in
                let bound = operation.parameters.allSatisfy { Self.columns[$0] != nil }
                return operation.parameters.isEmpty || !bound
                    ? Self.ofNoProject[operation.name] == nil : false
            }
            #expect(undecided.map(\.name) == [], "say what holds the border of these routes")
            let own = try await Self.values(of: TwoProjects.own, in: owner)
            var nowhere = own
            for name in own.keys {
                nowhere[name] = name == "sha256" ? hex(Digest.sha256([1])) : "\(Seed.id("nowhere:" + name))"
            }
            let bound = operations.filter { Self.ofNoProject[$0.name] == nil }
            #expect(bound.count > 100)
            let absent = nowhere
            let leaks = try await Self.each(bound) {
                try await Self.leaks($0, site, own: own, absent: absent)
            }
            #expect(leaks == [], "\(leaks.count) answers tell what is not theirs")
            let unreached = try await Self.each(bound) {
                try await Self.isReached($0, site, own: own, absent: absent) ? [] : [$0.name]
            }
            #expect(
                Set(unreached).subtracting(Self.judgedFirst) == [],
                "nobody of the project reaches these, so nothing is shown about them")
            #expect(try await Self.lists(operations, site) == [])
            let reads = bound.filter { $0.method == "get" }
            let refused = try await Self.each(reads) {
                try await Self.offers(of: $0, site, own: own, among: operations, areTried: true).refused
            }
            #expect(refused == [], "offered, and then not there or not his to do")
            try await Self.endEverything(owner)
            let left = try await Self.each(reads) {
                try await Self.offers(of: $0, site, own: own, among: operations, areTried: false).made
            }
            #expect(left == [], "offered to a unit that takes no part any more")
            await owner.close()
        }
    }

    /// Some at a time, in order.
    private static func each(
        _ operations: [Operation], _ work: @escaping @Sendable (Operation) async throws -> [String]
    ) async throws -> [String] {
        try await withThrowingTaskGroup(of: [String].self) { group in
            var waiting = operations.makeIterator()
            for operation in (0..<6).compactMap({ _ in waiting.next() }) {
                group.addTask { try await work(operation) }
            }
            var found = [String]()
            while let next = try await group.next() {
                found += next
                if let operation = waiting.next() { group.addTask { try await work(operation) } }
            }
            return found.sorted()
        }
    }

    /// The answers to people of other units that differ from what they are told of something that is nowhere.
    private static func leaks(
        _ operation: Operation, _ site: LiveSite, own: [String: String], absent: [String: String]
    ) async throws -> [String] {
        var found = [String]()
        let strangers =
            TwoProjects.ofProjects.map { TwoProjects.login("far", $0) }
            + TwoProjects.roles.map { TwoProjects.login("other", $0) }
        for login in strangers {
            let told = try await ask(operation, operation.path(own), site, as: login)
            let nothing = try await ask(operation, operation.path(absent), site, as: login)
            // A list of nothing would say that there is such a thing, and that it is empty.
            if told != nothing || told.status < 400 {
                found.append("\(operation.name) \(login): \(told.status) \(told.code), not \(nothing.status)")
            }
        }
        return found
    }

    /// Whether anybody of the project is told something else than of what is nowhere.
    private static func isReached(
        _ operation: Operation, _ site: LiveSite, own: [String: String], absent: [String: String]
    ) async throws -> Bool {
        for role in TwoProjects.roles {
            let login = TwoProjects.login("own", role)
            let told = try await ask(operation, operation.path(own), site, as: login)
            let nothing = try await ask(operation, operation.path(absent), site, as: login)
            if told != nothing { return true }
        }
        return false
    }

    /// What a resource offers to people of the project, and which of that is refused as none of theirs.
    private static func offers(
        of read: Operation, _ site: LiveSite, own: [String: String], among operations: [Operation],
        areTried: Bool
    ) async throws -> (made: [String], refused: [String]) {
        var (made, refused) = ([String](), [String]())
        let roles = areTried ? TwoProjects.roles : TwoProjects.ofProjects.filter { $0 != .constructionUnit }
        for role in roles {
            let login = TwoProjects.login("own", role)
            let answer = try await site.call("GET", read.path(own), as: login, within: 60)
            for (method, path) in Operation.offers(in: answer.json ?? .null) {
                made.append("\(read.name) \(login): \(method) \(path)")
                guard areTried else { continue }
                let told = try await Operation.matching(method, path, among: operations)?.send(
                    path, site, as: login)
                if told.map({ [403, 404, 405].contains($0.status) }) ?? true {
                    refused.append("\(read.name) \(login): \(method) \(path) \(told?.status ?? 0)")
                }
            }
        }
        return (made, refused)
    }

    /// Ends every engagement and every body's office in both projects.
    private static func endEverything(_ owner: Pool) async throws {
        try await owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                // A contract that stands would keep its unit in its role.
                """
                insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id, op_id)
                select district, contract_id, project_id, '2020-02-01', '解除', contract_id, op_id from app.contract
                on conflict do nothing
                """,
                "update app.engagement set valid_to = '2020-02-01'",
                "update app.community_body set valid_to = '2020-02-01'",
                "update app.volunteer set ended_on = '2020-02-01'", TestDatabase.eventOfNothing,
            ])
        }
    }

    /// Lists that name a project to somebody who takes no part in it.
    private static func lists(_ operations: [Operation], _ site: LiveSite) async throws -> [String] {
        var found = [String]()
        let lists = operations.filter {
            $0.method == "get" && ofNoProject[$0.name] != nil && !shownWhole.contains($0.name)
        }
        for operation in lists {
            for role in TwoProjects.ofProjects {
                let answer = try await site.call(
                    "GET", operation.path, as: TwoProjects.login("far", role), within: 60)
                let text = String(decoding: answer.body, as: UTF8.self)
                if text.contains(TwoProjects.own.description) { found.append("\(operation.name) \(role)") }
            }
        }
        let mine = try await site.call("GET", "/v1/projects", as: TwoProjects.login("own", .constructionUnit))
        #expect(String(decoding: mine.body, as: UTF8.self).contains(TwoProjects.own.description))
        return found
    }

    private static func ask(
        _ operation: Operation, _ path: String, _ site: LiveSite, as login: String
    ) async throws -> Seen {
        let answer = try await operation.send(path, site, as: login)
        return Seen(
            status: answer.status, code: answer.json?["code"]?.text ?? "",
            body: answer.status < 400 ? answer.body : [])
    }

    static func values(of project: ID, in owner: Pool) async throws -> [String: String] {
        var values = [String: String]()
        for (name, column) in columns {
            switch column {
            case "project_id": values[name] = project.description
            case "sha256": values[name] = hex(Digest.sha256((column + project.description).utf8))
            default:
                values[name] = try await TwoProjects.id(column, of: project, in: owner).description
            }
        }
        return values
    }
}
