import Actions
import PQ
import Policy
import Projects
import Values
import Web

/// The pages of registers and ballots (户册与表决页面): for those who hold them, and for everybody.
struct OwnersPages: Sendable {
    let desk: Desk

    static let path = "/projects/{project}/ballots"

    var routes: [Route] {
        [
            Route(
                .get, OwnersPages.path, operation: "page.ballots",
                summary: Words("户册、表决与征求意见页", "Register, ballots and rounds"), access: .signedIn,
                tags: ["pages"], handle: show),
            Route(
                .get, "/p/{project}/ballots", operation: "page.public_ballots",
                summary: Words("表决结果公示页", "Ballots as everybody sees them"), access: .anyone,
                tags: ["pages"], handle: showPublic),
        ]
    }

    /// Register totals, each ballot with its ratios as exact fractions, and what is missing.
    @Sendable
    func show(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                """
                select project.name, community.households as declared, standing.households, standing.persons,
                    standing.area_hundredths
                from app.project join app.community using (district, community_id)
                left join app.register_import standing on standing.district = project.district
                    and standing.project_id = project.project_id and standing.state = 'standing'
                where project.district = auth.district() and project.project_id = \(project)
                """,
                "select ballot.title, ballot.closes_on, " + OwnersStore.ballotFacts + """
                     as facts from app.ballot join app.project using (district, project_id)
                    where ballot.district = auth.district() and ballot.project_id = \(project)
                    order by ballot.closes_on desc, ballot.ballot_id desc
                    """,
                OwnersStore.consultation(project),
            ])
        guard let card = rows[0].first, let round = rows[2].first else { throw Problems.notFound }
        let name = try card.text("name")
        let ballots = try rows[1].map { row in
            (
                try row.text("title"),
                try BallotStanding(
                    row.decode(BallotFacts.self, "facts"), shelf: desk.shelf, today: desk.clock.now.day)
            )
        }
        let rounds = try missingRounds(round.decode(ConsultationFacts.self, "facts"))
        let total = try totals(card)
        return .html(
            200,
            HTML.document(title: name + " · 户册与表决") {
                el("main", ["id": "main"]) {
                    el("h1") { name + " · 户册与表决" }
                    total
                    if ballots.isEmpty { el("p") { "还没有发起表决。" } }
                    for (title, ballot) in ballots { section(title, ballot) }
                    rounds
                    el("p") { link("公示页", to: "/p/\(project)/ballots") }
                }
            })
    }

    private func totals(_ card: Row) throws -> HTML {
        guard let households = try card.optionalInt32("households") else {
            return el("p") { "还没有确认户册：表决以户册的户数、人数和面积为分母，先导入并确认。" }
        }
        let declared = try card.int32("declared")
        let area = try card.area("area_hundredths").squareMetres
        let persons = try card.int32("persons")
        return el("section") {
            el("h2") { "户册合计" }
            el("p") { "\(households) 户，业主 \(persons) 人，面积 \(area) ㎡。" }
            if declared != households { el("p") { "与小区登记的 \(declared) 户不一致，请核对。" } }
        }
    }

    private func section(_ title: String, _ ballot: BallotStanding) -> HTML {
        let facts = ballot.facts
        let states: [BallotFacts.State: (String, Standing)] = [
            .open: ("进行中", .waiting), .counted: ("已计票", .done), .calledOff: ("已取消", .plain),
        ]
        let (state, standing) = states[facts.state] ?? (facts.state.rawValue, .plain)
        let missing = facts.state == .open ? ballot.count.refusals : []
        return el("section") {
            el("h2") { title }
            el("p") {
                badge(state, standing)
                " \(facts.openedOn) 至 \(facts.closesOn)，收到 \(facts.entries.slips) 份，"
                "复录 \(facts.entries.rechecked) 份，撤回 \(facts.entries.withdrawn) 份"
            }
            for line in ballot.lines {
                table(
                    line.question.title, ["检验", "同意或参与 / 分母", "结果"],
                    rows: line.verdict.tests.map { test in
                        [
                            HTML(test.words.zh), HTML(OwnersPages.fraction(test)),
                            badge(test.isMet ? "达到" : "未达到", test.isMet ? .done : .waiting),
                        ]
                    })
                el("p") { "依据：" + OwnersPages.sources(line.verdict.citations) }
                reasonTree(line.reasons, summary: "规则、取值与认定")
            }
            if !missing.isEmpty {
                el("h3") { "计票以前还缺" }
                refusalList(missing)
            }
        }
    }

    private func missingRounds(_ facts: ConsultationFacts) throws -> HTML {
        let (_, policy) = try desk.shelf.ballotEdition(
            facts.edition, place: facts.place, on: desk.clock.now.day)
        let missing = try ConsultationRules.missing(from: facts.steps, under: policy)
        guard !facts.steps.isEmpty || !missing.value.isEmpty else { return .empty }
        return el("section") {
            el("h2") { "三上三下" }
            el("p") { "已登记 \(facts.steps.count) 步。" }
            if !missing.value.isEmpty { el("p") { "还缺：" + missing.value.map(\.zh).joined(separator: "、") } }
        }
    }

    /// Whole figures of counted ballots, as everybody may see them; nothing of any household.
    @Sendable
    func showPublic(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let rows = try await desk.readPublic([
            "select name from pub.project where project_id = \(project)",
            """
            select * from pub.ballot where project_id = \(project)
            order by closes_on desc, ballot_id, count_number desc nulls last, ordinal
            """,
            "select * from pub.consultation where project_id = \(project) order by round, direction",
        ])
        guard let name = try rows[0].first?.text("name") else { throw Problems.notFound }
        let results = try rows[1].map { try result($0) }
        let steps = try rows[2].map { row in
            [
                HTML("第 \(try row.int32("round")) 次"),
                HTML(try row.text("direction") == "collect" ? "征集" : "反馈"),
                HTML("\(try row.day("happened_on"))"), HTML(try row.text("place")),
            ]
        }
        return .html(
            200,
            HTML.document(title: name + " · 表决结果") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { name + " · 表决结果" }
                    el("p") { "只公示合计；房号和个人意见不在网上公开。" }
                    if results.isEmpty { el("p") { "还没有表决。" } }
                    HTML(results)
                    if !steps.isEmpty { table("征求意见", ["轮次", "上下", "日期", "地点"], rows: steps) }
                    el("p") { link("返回项目", to: "/p/\(project)") }
                }
            })
    }

    private func result(_ row: Row) throws -> HTML {
        let title = try row.text("title")
        guard let verdict = try row.optionalText("verdict") else {
            return el("section") {
                el("h2") { title }
                el("p") { "投票到 \((try? row.day("closes_on"))?.description ?? "") 为止，计票后公示结果。" }
            }
        }
        let number = try row.int32("count_number")
        let reason = try row.optionalText("recount_reason")
        let question = try row.text("question")
        let lines: [(String, Int64, Int64, Int64)] = [
            (
                "户数", Int64(try row.int32("households")), Int64(try row.int32("households_part")),
                Int64(try row.int32("households_yes"))
            ),
            (
                "人数", Int64(try row.int32("persons")), Int64(try row.int32("persons_part")),
                Int64(try row.int32("persons_yes"))
            ),
        ]
        let areas = try ["area_hundredths", "area_part", "area_yes"].map { try row.area($0).squareMetres }
        return el("section") {
            el("h2") { title + "：" + question }
            el("p") {
                badge(verdict == "pass" ? "通过" : "未通过", verdict == "pass" ? .done : .blocked)
                number > 1 ? " 第 \(number - 1) 次复核：\(reason ?? "")" : " 首次计票"
            }
            table(
                "计票", ["口径", "全体", "参与", "同意"],
                rows: lines.map { line in
                    [HTML(line.0), HTML("\(line.1)"), HTML("\(line.2)"), HTML("\(line.3)")]
                } + [[HTML("面积（㎡）")] + areas.map { HTML($0) }])
        }
    }

    static func fraction(_ test: RatioTest) -> String {
        guard test.basis == .area else { return "\(test.count) / \(test.base)" }
        return Area(hundredths: test.count).squareMetres + " / " + Area(hundredths: test.base).squareMetres
            + " ㎡"
    }

    static func sources(_ citations: [Citation]) -> String {
        var seen: Set<String> = []
        return citations.map { "\($0.document) \($0.clause)" }.filter { seen.insert($0).inserted }
            .joined(separator: "；")
    }
}
