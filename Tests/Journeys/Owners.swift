import Harness
import Ledger
import Testing
import Values
import Web

/// The owners' part of a journey: their register, their ballots, the rounds of their street.
extension Walk {
    static let table = """
        楼幢,单元,室号,产权面积,面积来源,业主,业主标识,未售
        1,,101,100.00,登记,甲,A,
        1,,102,100,登记,乙,B,
        1,,103,100,实测,丙、丁,C1、C2,否
        2,1,201,100,登记,戊,D,
        2,1,202,100,合同,戊,D,
        2,1,203,100,登记,某某置业有限公司,,是
        """

    /// The register in its two steps: a check that changes nothing, a digest that confirms it.
    func register(xlsx: String? = nil) async throws {
        let faulty: JSON = [
            "id": id("import:faulty"), "format": "csv",
            "content": .text(Base64.text(Array("楼幢,室号,产权面积,面积来源,业主,业主标识\n1,101,0,猜测,,\n".utf8))),
        ]
        let refused = await send("/register/imports", as: "community", faulty)
        #expect(refused.json?["code"] == "register_file_has_errors", "\(refused.text)")
        let checked = await done(
            "/register/imports", as: "community",
            [
                "id": id("import"), "format": xlsx == nil ? "csv" : "xlsx",
                "content": .text(xlsx ?? Base64.text(Array(Walk.table.utf8))),
            ])
        #expect(await get("/register")["households"] == .null)
        let confirmation = "/v1/register-imports/\(Seed.id("journey:import"))/confirmation"
        let other = JSON.text(hex(Digest.sha256(Array("other".utf8))))
        await held(
            confirmation, as: "community", ["digest": other], by: ["register_has_moved_on_since_the_check"])
        await done(confirmation, as: "community", ["digest": checked["digest"] ?? .null])
        let register = await get("/register")
        #expect(register["households"] == 6 && register["persons"] == 5, "\(register)")
    }

    struct Ballot: Sendable {
        let name: String
        let purpose: String
        var organiser = "community"
        var login = "community"
        var form: String?
        let notified: String
        let opened: String
        let closes: String
        /// A day of the voting, and the first on which it is counted.
        let voting: String
        let counted: String
        var answers = ["101": "yes", "102": "yes", "103": "no", "201": "yes", "202": "yes"]
        var follows: String?

        func sheet(_ walk: Walk) -> JSON {
            var fields: [String: JSON] = [
                "id": walk.id(name), "title": .text(name), "organiser": .text(organiser),
                "organiser_name": "测试小区", "forms": .list(form.map { [.text($0)] } ?? []),
                "topics": ["whether", "what", "how", "management"], "notified_on": .text(notified),
                "opened_on": .text(opened), "closes_on": .text(closes),
                "questions": [
                    [
                        "purpose": .text(purpose), "title": .text(name), "matter": "renovation",
                        "reason": "以维修养护为主，不动结构、立面和屋面",
                    ]
                ],
            ]
            if purpose == "plan" {
                let part = walk.place.hasPrefix("3301") ? "plan_rules" : "plan_design"
                fields["plan_sha256"] = .text(hex(Digest.sha256(Walk.content(of: part))))
                fields["plan_published_on"] = .text(notified)
            }
            if let follows {
                fields["follows"] = walk.id(follows)
                fields["follows_reason"] = "首次未通过，补充宣传后再次征求"
            }
            return .object(fields)
        }
    }

    /// Opens a ballot, enters its slips with their scans, lets an owner take his back and sign again, enters one slip
    /// a second time by another person, and counts; gives the count's first result.
    func vote(_ ballot: Ballot, refusing refused: ([String: JSON], [String])? = nil) async throws -> JSON {
        try day(ballot.notified)
        if let (change, codes) = refused {
            let sheet = (ballot.sheet(self).object ?? [:]).merging(change) { _, new in new }
            await held("/ballots", as: ballot.login, .object(sheet), by: codes)
        }
        await done("/ballots", as: ballot.login, ballot.sheet(self))
        try day(ballot.voting)
        let path = "/v1/ballots/\(Seed.id("journey:" + ballot.name))"
        let units = await get("/register/units", as: "owners")["items"]?.list ?? []
        func slip(_ room: String, _ answer: String, _ name: String) -> JSON {
            [
                "id": id("\(ballot.name):\(name)"),
                "unit": units.first { $0["room"] == .text(room) }?["id"] ?? .null, "answers": [.text(answer)],
                "channel": "paper",
                "scan": .text(
                    Base64.text(Array("表决票扫描件 \(ballot.name) \(room) \(name)：本户意见、签名和日期，由业主委员会存档备查。".utf8))),
                "signed_on": .text(ballot.voting),
            ]
        }
        let slips = ballot.answers.sorted { $0.key < $1.key }.map { slip($0.key, $0.value, $0.key) }
        await done(path + "/slips", as: "owners", ["slips": .list(slips)])
        await done(
            "/v1/slips/\(Seed.id("journey:\(ballot.name):102"))/withdrawal", as: "owners",
            ["kind": "owner", "reason": "本人改签", "withdrawn_on": .text(ballot.voting)])
        await done(path + "/slips", as: "owners", ["slips": [slip("102", "yes", "102 again")]])
        let recheck = "/v1/slips/\(Seed.id("journey:\(ballot.name):101"))/recheck"
        await held(
            recheck, as: "owners", ["id": id(ballot.name + ":recheck"), "answers": ["yes"]],
            by: ["slip_is_rechecked_by_another_person"])
        await done(
            recheck, as: "community", ["id": id(ballot.name + ":recheck"), "answers": ["yes"]])
        await held(
            path + "/count", as: ballot.login, ["id": id(ballot.name + ":count")],
            by: ["ballot_is_counted_after_its_last_day"])
        try day(ballot.counted)
        let counted = await done(
            path + "/count", as: ballot.login, ["id": id(ballot.name + ":count")])
        return counted["results"]?.list?.first ?? .null
    }

    /// A slip that was read wrong is counted anew; the last count decides.
    func recount(_ ballot: String, _ room: String, as answer: String, by login: String) async -> JSON {
        let counted = await done(
            "/v1/ballots/\(Seed.id("journey:" + ballot))/recounts", as: login,
            [
                "id": id("\(ballot):recount:\(answer)"), "reason": .text("\(room) 室原件有误读"),
                "corrections": [
                    ["slip": id("\(ballot):\(room)"), "answers": [.text(answer)], "reason": "录入时看错"]
                ],
            ])
        return counted["results"]?.list?.first ?? .null
    }

    /// One half of a round: up from the residents, or down to them.
    func round(_ round: Int64, _ direction: String, on day: String) -> JSON {
        var fields: [String: JSON] = [
            "id": id("round:\(round):\(direction)"), "round": .int(round), "direction": .text(direction),
            "kind": direction == "collect" ? (round == 3 ? "deliberation" : "survey") : "posting",
            "happened_on": .text(day), "place": "小区公告栏", "summary": "征求意见",
            "sha256": .text(hex(Digest.sha256(Array("\(round)\(direction)".utf8)))),
        ]
        if round == 3, direction == "collect" { fields["attendance"] = 41 }
        return .object(fields)
    }

    func text(_ tests: JSON?) -> [String] {
        (tests?.list ?? []).map {
            "\($0["part"]?.text ?? "") \($0["basis"]?.text ?? "") \($0["count"]?.int ?? 0)/\($0["base"]?.int ?? 0)"
        }
    }
}
