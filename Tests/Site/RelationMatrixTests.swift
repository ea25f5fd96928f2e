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
        "allotment.record": "the district's own money", "control_link.record": "units of anywhere",
        "control_link.list": "units of anywhere",
        "organisation.list": "units of anywhere", "organisation.register": "units of anywhere",
        "gate_exception.list": "a list of one's projects", "inbox.read": "a list of one's projects",
        "project.list": "a list of one's projects", "worklist.read": "a list of one's projects",
        "policy.simulate": "a list of one's projects",
        "funding_queue.read": "the district's list, shown whole",
        "me.read": "oneself", "signing_key.list": "oneself", "signing_key.register": "oneself",
        "signing_key.revoke": "oneself", "session.open": "oneself", "session.close": "oneself",
        "openapi.read": "public", "policy.diff": "the rules", "policy.questions": "the rules",
        "policy.ask": "the rules", "project.import": "its own unit", "project.register": "its own unit",
    ]
    /// Routes that judge what is sent before they look whose it is, and refuse the sample.
    private static let judgedFirst: Set<String> = [
        "issue.claim-fix", "closing.deliver_papers", "register.check",
    ]
    private static let shownWhole: Set<String> = ["funding_queue.read"]

    /// Whose row a name in a path stands for: the column of its identity; a new one needs its line here.
    private static let columns: [String: String] = [
        "project": "project_id", "change_order": "change_order_id", "engagement": "engagement_id",
        "handover": "handover_id", "round": "acceptance_round_id", "volunteer": "volunteer_id",
        "issue": "issue_id", "regrading": "issue_regrading_id", "exception": "gate_exception_id",
        "posting": "posting_id", "objection": "objection_id", "import": "import_id", "ballot": "ballot_id",
        "slip": "slip_id", "receipt": "receipt_id", "package": "package_id", "contract": "contract_id",
        "log": "daily_log_id", "lot": "inspection_lot_id", "claim": "payment_claim_id",
        "body": "community_body_id", "determination": "determination_id", "sha256": "sha256",
        "bond": "contract_bond_id",
    ]

    private struct Operation: Sendable {
        let name: String
        let method: String
        let path: String
        let body: [UInt8]?
        let needsIfMatch: Bool

        var parameters: [String] {
            path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
        }

        func path(_ values: [String: String]) -> String {
            parameters.reduce(path) { $0.replacingOccurrences(of: "{\($1)}", with: values[$1] ?? "none") }
        }
    }

    /// What of an answer a stranger could tell one thing from another by.
    private struct Seen: Hashable, Sendable {
        let status: Int
        let code: String
        /// What is shown where the answer is no problem: an empty list is nothing either.
        let body: [UInt8]
    }

    @Test("what is not one's own is not there: over every route, for every role", .timeLimit(.minutes(15)))
    func matrix() async throws {
        try await LiveSite.with { site in
            try await site.start()
            try await site.seed()
            let owner = try site.pool()
            try await TwoProjects.lay(in: owner, url: try site.cluster.url("yanshou"))
            let operations = try await Self.operations()
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
            if told != nothing {
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
        var headers = ["authorization": "Bearer " + Seed.token(login)]
        if operation.method != "get" { headers["idempotency-key"] = hex(Chance.bytes(12)) }
        if operation.needsIfMatch { headers["if-match"] = "*" }
        let answer = try await HTTPAnswer.to(
            operation.method.uppercased(), path, port: site.port, headers: headers, body: operation.body,
            within: 60)
        return Seen(
            status: answer.status, code: answer.json?["code"]?.text ?? "",
            body: answer.status < 400 ? answer.body : [])
    }

    private static func values(of project: ID, in owner: Pool) async throws -> [String: String] {
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

    // MARK: The description

    private static func operations() async throws -> [Operation] {
        let run = try await RunningProgram.run("yanshoud", ["openapi"])
        try #require(run.status == 0, "\(run.errors)")
        let document = try JSON(parsing: run.output)
        var found = [Operation]()
        for (path, item) in document["paths"]?.object ?? [:] where path.hasPrefix("/v1/") {
            for (method, said) in item.object ?? [:] {
                let schema = said["requestBody"]?["content"]?["application/json"]?["schema"]
                let needsIfMatch = (said["parameters"]?.list ?? []).contains {
                    $0["name"]?.text == "If-Match" && $0["required"]?.bool == true
                }
                found.append(
                    Operation(
                        name: said["operationId"]?.text ?? path, method: method, path: path,
                        body: schema.map { sample($0, document).canonical }, needsIfMatch: needsIfMatch))
            }
        }
        return found.sorted { $0.name < $1.name }
    }

    /// The least value that a schema of the description takes.
    private static func sample(_ schema: JSON, _ document: JSON) -> JSON {
        if let name = schema["$ref"]?.text?.split(separator: "/").last {
            return sample(document["components"]?["schemas"]?[String(name)] ?? .null, document)
        }
        if let first = schema["enum"]?.list?.first { return first }
        let type = schema["type"]?.text ?? schema["type"]?.list?.first?.text
        switch type {
        case "object":
            let fields = schema["properties"]?.object ?? [:]
            let needed = (schema["required"]?.list ?? []).compactMap(\.text)
            return .object(
                Dictionary(uniqueKeysWithValues: needed.map { ($0, sample(fields[$0] ?? .null, document)) }))
        case "array":
            let count = max(1, Int(schema["minItems"]?.int ?? 0))
            return .list((0..<count).map { _ in sample(schema["items"] ?? .null, document) })
        case "integer": return .int(max(1, schema["minimum"]?.int ?? 1))
        case "boolean": return true
        default: return .text(text(schema["format"]?.text, least: Int(schema["minLength"]?.int ?? 1)))
        }
    }

    private static func text(_ format: String?, least: Int) -> String {
        switch format {
        case "uuid": "\(Seed.id("sample"))"
        case "date": "2026-03-02"
        case "date-time": "2026-03-02T09:00:00+08:00"
        case "money", "area": "1.00"
        case "ratio": "1/2"
        case "uscc": Seed.creditCode(1)
        case "division": "330302"
        case "mobile": "13800000000"
        case "sha256": hex(Digest.sha256([2]))
        case "base64": "eA=="
        default: String(repeating: "x", count: max(1, least))
        }
    }
}
