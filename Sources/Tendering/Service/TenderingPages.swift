import Actions
import PQ
import Policy
import Tendering
import Values
import Web

/// The page of a project's purchases (招投标与合同): what must be tendered, under which clause, what is signed.
struct TenderingPages: Sendable {
    let desk: Desk

    static let path = "/projects/{project}/packages"

    var routes: [Route] {
        [
            Route(
                .get, TenderingPages.path, operation: "page.packages",
                summary: Words("标段、认定与合同页", "Packages, determinations and contracts"), access: .signedIn,
                tags: ["pages"], handle: show)
        ]
    }

    @Sendable
    func show(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                "select name from app.project where district = auth.district() and project_id = \(project)",
                """
                select code, title, category, estimate_fen, planned_method, verdict, determination_is_current,
                    (
                        select string_agg(distinct item ->> 'rule', '、')
                        from jsonb_array_elements(because -> 'because') item
                    ) as rules,
                    state, exemption_ground, exemption_document, withdrawal_reason, separation_ground,
                    separation_reason, award_winner, jsonb_array_length(award_procedure -> 'bidders')::bigint as bidders
                from app.package_card where district = auth.district() and project_id = \(project) order by code
                """,
                """
                select number, title, contractor, method, amount_fen, bill_fen, signed_on, ended_on, taken_fen
                from app.contract_card where district = auth.district() and project_id = \(project)
                order by signed_on, number
                """,
                TenderingStore.purchases(project), TenderingStore.history(project),
            ])
        guard let name = try rows[0].first?.text("name"), let found = rows[3].first, let past = rows[4].first
        else { throw Problems.notFound }
        let facts = try found.decode(Purchases.self, "facts").facts
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let signs = try TenderingReads.signs(
            facts, try past.decode(PurchaseHistory.self, "history"), under: policy
        ).map(sign)
        let grounds = try policy.records("tender.exemptions").value
        // An edition from before the list has no lot that is counted apart.
        let apart =
            policy.has("tender.separation_grounds")
            ? try policy.records("tender.separation_grounds").value : []
        let packages = try rows[1].map { row in
            let ground = try row.optionalText("exemption_ground")
            let separated = try row.optionalText("separation_ground")
            return try package(
                row, exempted: try grounds.first { $0.id == ground }?.words().zh,
                apart: try apart.first { $0.id == separated }?.words().zh)
        }
        let contracts = try rows[2].map { try contract($0) }
        return .html(
            200,
            HTML.document(title: name + " · 招投标与合同") {
                el("main") {
                    el("h1") { name + " · 招投标与合同" }
                    if packages.isEmpty { el("p") { "还没有登记标段。" } }
                    el("p") { link("登记、办理标段与合同", to: "/do/projects/\(project)/packages") }
                    table(
                        "标段与招标认定", ["编号", "内容", "估算（元）", "拟用方式", "认定", "依据", "进展"],
                        rows: packages)
                    if !signs.isEmpty {
                        table("拆分迹象（提示核查）", ["迹象", "程度", "说明", "依据"], rows: signs)
                    }
                    table("合同", ["编号", "名称", "承包人", "方式", "合同价（元）", "签订日期", "解除"], rows: contracts)
                }
            })
    }

    private func sign(_ sign: Sign) -> [HTML] {
        [
            HTML(sign.code),
            sign.severity == .stop ? badge("先查清再办", .blocked) : badge("请核查", .waiting),
            HTML(sign.words.zh), HTML(sign.citation.rule),
        ]
    }

    private func package(_ row: Row, exempted ground: String?, apart: String?) throws -> [HTML] {
        let verdict = try row.optionalText("verdict")
        let isCurrent = try row.optionalBool("determination_is_current") ?? false
        let standing: Standing =
            verdict == nil || !isCurrent ? .waiting : verdict == "must_tender" ? .blocked : .done
        let words = ["must_tender": "必须招标", "not_mandatory": "不强制招标", "needs_source": "缺少依据文本"]
        let shown = verdict.map { (words[$0] ?? "其他") + (isCurrent ? "" : "（已过期，须重新认定）") } ?? "尚未认定"
        let states = [
            "planned": "已登记", "determined": "已认定", "signed": "已签约", "withdrawn": "已撤销",
            "ended": "合同已解除，剩余部分待重新签约",
        ]
        let state = try row.text("state")
        var progress = states[state] ?? "办理中"
        if let reason = try row.optionalText("withdrawal_reason") { progress += "：" + reason }
        if let winner = try row.optionalText("award_winner") {
            progress += "；中标人：" + winner
            if let bidders = try row.optionalInt64("bidders") { progress += "（投标人 \(bidders) 个）" }
        }
        if let ground {
            progress += "；可以不招标：" + ground + "（" + (try row.optionalText("exemption_document") ?? "") + "）"
        }
        if let apart {
            progress += "；经认定分开计算：" + apart
        } else if try row.optionalText("separation_reason") != nil {
            progress += "；申请分开计算，认定前合并计算"
        }
        return [
            HTML(try row.text("code")), HTML(try row.text("title")),
            HTML(try row.fen("estimate_fen").forPeople),
            HTML(method(try row.text("planned_method"))), badge(shown, standing),
            HTML(try row.optionalText("rules") ?? "—"), HTML(progress),
        ]
    }

    private func contract(_ row: Row) throws -> [HTML] {
        let end = try row.optionalDay("ended_on").map {
            "\($0) 解除，已完成 \(try row.fen("taken_fen").forPeople) 元"
        }
        return [
            HTML(try row.text("number")), HTML(try row.text("title")), HTML(try row.text("contractor")),
            HTML(method(try row.text("method"))), HTML(try row.fen("amount_fen").forPeople),
            HTML("\(try row.day("signed_on"))"), HTML(end ?? "履行中"),
        ]
    }

    private func method(_ code: String) -> String { AwardMethod(rawValue: code)?.words.zh ?? "其他方式" }
}
