import Foundation
import Harness
import Values

/// The first part of a renovation as its people do it over HTTP, each write under a key of its own.
struct Journey: Sendable {
    /// One write: who asks for what, under which key.
    struct Step: Sendable {
        let project: ID
        let verb: String
        let login: String
        let path: String
        let body: JSON?
        let key: String
        /// The code of the refusal that is expected, where one is.
        var refusal: String?
        /// What it leaves behind: the table's noun and the identity that the client chose.
        var leaves: (noun: String, id: ID)?
        var fen: Int64 = 0
    }

    static let clock = ["--demo-clock", "2026-03-02T09:00:00+08:00"]

    let name: String
    let project: ID

    init(_ name: String) {
        self.name = name
        project = Seed.id(name + ":project")
    }

    var path: String { "/v1/projects/\(project)" }

    /// The community and its scheme, from the demonstration's data under identities of this journey.
    func importing() throws -> Step {
        let file = URL(fileURLWithPath: TestServer.repository + "/deploy/demo-data/scheme.json")
        var scheme = try JSONDecoder().decode([String: JSON].self, from: Data(contentsOf: file))
        scheme["id"] = .text(project.description)
        scheme["construction_unit"] = .text(Seed.id("org:street").description)
        scheme["name"] = .text(name)
        var community = scheme["community"]?.object ?? [:]
        community["id"] = .text(Seed.id(name + ":community").description)
        community["name"] = .text(name)
        community["address"] = .text(name + "路 1 号")
        community["residents_committee"] = .text(Seed.id("org:community").description)
        community["owners_body"] = .text(Seed.id("org:owners").description)
        scheme["community"] = .object(community)
        scheme["items"] = .list(
            (scheme["items"]?.list ?? []).map { item in
                var item = item.object ?? [:]
                item["id"] = .text(Seed.id(name + ":item:" + (item["code"]?.text ?? "")).description)
                return .object(item)
            })
        return Step(
            project: project, verb: "project.import", login: "street", path: "/v1/projects",
            body: .object(scheme),
            key: name + ":import", leaves: ("project", project))
    }

    func account() -> Step {
        Step(
            project: project, verb: "project.open_account", login: "street", path: path + "/account",
            body: ["number": "3303 0201 0000 8888", "opened_on": "2026-02-02"], key: name + ":account")
    }

    func papers() -> [Step] {
        ["application_form", "opinion_notice", "residents_pledge", "management_plan"].map {
            paper($0, by: "owners")
        } + [
            paper("scheme_approval", by: "office"), paper("own_rule_approval", by: "office"),
            paper("ahead_payment_proof", by: "owners"),
            Step(
                project: project, verb: "register.agree", login: "owners", path: path + "/register/agreement",
                body: ["households": 600, "area": "48000.00"], key: name + ":agreement"),
        ]
    }

    private func paper(_ kind: String, by login: String) -> Step {
        let id = Seed.id("\(name):paper:\(kind)")
        let text = "《\(kind)》：鹿城区五马街道水心小区老旧小区改造项目材料原件"
        var body: [String: JSON] = [
            "id": .text(id.description), "kind": .text(kind), "title": "启动材料", "dated": "2026-02-10",
            "content": .text(Data(text.utf8).base64EncodedString()), "media_type": "text/plain",
        ]
        if kind == "scheme_approval" {
            body["approved_amounts"] = [
                "mandatory_fen": 240_000_000, "basic_fen": 320_000_000, "improve_fen": 120_000_000,
                "upgrade_fen": 80_000_000, "outside_fen": 90_000_000, "other_fen": 114_000_000,
            ]
        }
        return Step(
            project: project, verb: "paper.record", login: login, path: path + "/papers",
            body: .object(body), key: "\(name):paper:\(kind)", leaves: ("paper", id))
    }

    /// From the launch to the approvals: each step needs the one before it.
    func approvals() -> [Step] {
        let chain = [
            ("street", "street"), ("group", "leading_group"), ("leader", "district_leader"),
            ("development", "development_bureau"),
        ].map { login, step in
            Step(
                project: project, verb: "plan_approval.record", login: login, path: path + "/plan-approvals",
                body: ["step": .text(step), "approved_on": "2026-03-02", "number": .text("2026-" + step)],
                key: "\(name):approval:\(step)")
        }
        return chain + [
            paper("feasibility_approval", by: "street"), advance(to: "S08", by: "street"),
            paper("joint_review_minutes", by: "office"), advance(to: "S09", by: "office"),
            paper("preliminary_design_approval", by: "street"), advance(to: "S10", by: "office"),
        ]
    }

    private func advance(to state: String, by login: String) -> Step {
        Step(
            project: project, verb: "project.advance", login: login, path: path + "/advance",
            body: ["to": .text(state)], key: "\(name):advance:\(state)")
    }

    /// A resident's issue, found severe: it leaves itself, and a block of acceptance.
    func issue(_ number: Int) -> [Step] {
        let id = Seed.id("\(name):issue:\(number)")
        return [
            Step(
                project: project, verb: "issue.file", login: "resident", path: path + "/issues",
                body: [
                    "id": .text(id.description), "kind": "noise", "place": "3幢", "description": "夜里打钻",
                ], key: "\(name):issue:\(number)", leaves: ("issue", id)),
            Step(
                project: project, verb: "issue.accept", login: "community", path: "/v1/issues/\(id)/accept",
                body: ["severity": "S1"], key: "\(name):issue:\(number):accept", leaves: ("block", id)),
        ]
    }

    func receipt(_ number: Int, fen: Int64) -> Step {
        let id = Seed.id("\(name):receipt:\(number)")
        return Step(
            project: project, verb: "receipt.record", login: "owners", path: path + "/receipts",
            body: [
                "id": .text(id.description), "household": "1-0101", "channel": "personal",
                "amount_fen": .int(fen), "voucher": .text("SJ-\(number)"), "received_on": "2026-02-20",
                "ahead_ground": "collected_by_body",
                "ahead_paper": .text(Seed.id("\(name):paper:ahead_payment_proof").description),
            ], key: "\(name):receipt:\(number)", leaves: ("receipt", id), fen: fen)
    }

    func launch(refusedFor refusal: String? = nil) -> Step {
        Step(
            project: project, verb: "project.launch", login: "street", path: path + "/launch", body: nil,
            key: "\(name):launch:\(refusal ?? "done")", refusal: refusal)
    }

    /// The money's receipts: all of it in equal parts, and the last fen by itself at the end.
    func receipts(of required: Int64, parts: Int) -> [Step] {
        let share = (required - 1) / Int64(parts)
        return (0..<parts).map { number in
            receipt(number, fen: number == 0 ? required - 1 - share * Int64(parts - 1) : share)
        }
    }
}

extension LiveSite {
    func take(_ step: Journey.Step) async throws -> HTTPAnswer {
        try await call("POST", step.path, as: step.login, step.body, key: step.key)
    }

    /// The answer to a step, asked for under its key until one comes that is not an outage.
    func insist(_ step: Journey.Step, within limit: Duration = .seconds(30)) async throws -> HTTPAnswer {
        let deadline = ContinuousClock.now + limit
        while true {
            let answer = try? await take(step)
            if let answer, answer.status < 500, answer.status != 409 { return answer }
            guard ContinuousClock.now < deadline else {
                throw HTTPAnswer.None(description: "\(step.key): \(answer?.status ?? 0) to the end")
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
