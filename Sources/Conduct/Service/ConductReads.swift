import Actions
import PQ
import Policy
import Values
import Web

/// What is shown of conduct.
struct ConductReads: Sendable {
    let desk: Desk

    @Sendable
    func staff(_ request: Request) async throws -> Response { try await page(request, ConductStore.staff) }

    @Sendable
    func disturbances(_ request: Request) async throws -> Response {
        try await page(request, ConductStore.disturbances)
    }

    @Sendable
    func visits(_ request: Request) async throws -> Response { try await page(request, ConductStore.visits) }

    @Sendable
    func routines(_ request: Request) async throws -> Response {
        try await page(request, ConductStore.routines)
    }

    @Sendable
    func specialWorks(_ request: Request) async throws -> Response {
        try await page(request, ConductStore.specialWorks)
    }

    /// The yearly duties of a district: what each is due by, done or not.
    @Sendable
    func duties(_ request: Request) async throws -> Response {
        try await whole(request, ConductStore.duties(year(request)))
    }

    /// What streets are assessed by for a year.
    @Sendable
    func assessment(_ request: Request) async throws -> Response {
        try await whole(request, ConductStore.assessment(year(request)))
    }

    /// What residents of a project are told beforehand, for everybody.
    @Sendable
    func notices(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let rows = try await desk.readPublic([
            "select name, place from pub.project_place where project_id = \(project)",
            "select * from pub.disturbance where project_id = \(project) order by starts_at desc limit 100",
            "select * from pub.bulletin where project_id = \(project) order by held_on desc limit 24",
        ])
        guard let card = rows[0].first else { throw Problems.notFound }
        let name = try card.text("name")
        let policy = try desk.shelf.policy(place: try card.text("place"), on: desk.clock.now.day)
        var titles = [String: String]()
        for kind in try policy.records("disturbance.kinds").value { titles[kind.id] = try kind.text("zh") }
        let now = desk.clock.now
        let told = try rows[1].map { row in
            let (start, end) = (try row.instant("starts_at"), try row.instant("ends_at"))
            let standing = end < now ? "已结束" : start <= now ? "进行中" : "将开始"
            let kind = try row.text("kind")
            return [
                HTML(titles[kind] ?? kind), HTML(try row.text("reach")), HTML(ConductReads.clock(start)),
                HTML(ConductReads.clock(end)), HTML(standing),
                HTML(try row.optionalText("emergency_reason").map { "突发抢修：" + $0 } ?? "—"),
            ]
        }
        let bulletins = try rows[2].map { row in
            [
                HTML("\(try row.day("held_on"))"), HTML(try row.text("progress")),
                HTML(try row.optionalText("quality") ?? "—"), HTML(try ConductReads.figures(row)),
            ]
        }
        return .html(
            200,
            HTML.document(title: name + " · 施工告知") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { name + " · 施工告知" }
                    told.isEmpty
                        ? el("p") { "目前没有停水、停电、占道等告知。" }
                        : table("施工告知", ["事项", "影响范围", "开始", "结束", "情况", "说明"], rows: told)
                    if !bulletins.isEmpty {
                        table("工程进度通报", ["日期", "施工进度", "施工质量", "台账数据"], rows: bulletins)
                    }
                    el("p") { link("反映问题", to: "/p/\(project)/report") }
                    el("p") { link("项目公示页", to: "/p/\(project)") }
                }
            })
    }

    /// What the records said when a bulletin was recorded, in words; a bulletin of before they were kept has none.
    private static func figures(_ row: Row) throws -> String {
        guard let contracted = try row.optionalInt64("contracted_fen") else { return "—" }
        let built = try row.int64("built_fen")
        let share = contracted > 0 ? "（合同价款的 \(built * 100 / contracted)%）" : ""
        return """
            已完成产值 \(Fen(built).yuan) 元\(share)；本期施工日志 \(try row.int("logs")) 份；检验批合格 \(try row.int("lots_passed"))、\
            不合格 \(try row.int("lots_failed"))；居民问题办结 \(try row.int("issues_closed"))、在办 \(try row.int("issues_open"))；\
            在办工程变更 \(try row.int("changes_open"))
            """
    }

    /// A moment as people write it, to the minute.
    private static func clock(_ moment: Instant) -> String {
        String(moment.local.prefix(16)).replacing("T", with: " ")
    }

    private func year(_ request: Request) -> Int64 {
        request.query["year"].flatMap { Int64($0) } ?? Int64(desk.clock.now.day.year)
    }

    private func page(
        _ request: Request, _ statement: (ID, ID?, Int) -> SQL
    ) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(request, statement(project, page.after, page.limit))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    private func whole(_ request: Request, _ statement: SQL) async throws -> Response {
        let (_, rows) = try await desk.read(request, statement)
        var bytes = Array("{\"items\":".utf8)
        rows.writeJSON(into: &bytes)
        bytes.append(contentsOf: ",\"next\":null}".utf8)
        return .json(bytes: bytes)
    }
}
