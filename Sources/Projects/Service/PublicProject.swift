import Ledger
import PQ
import Projects
import Values
import Web

/// What the public page shows below the summary, each part from one pre-masked view.
struct PublicProject {
    let rows: [Rows]

    init(_ rows: [Rows]) {
        self.rows = rows
    }

    static func statements(_ project: ID, today: BusinessDay) -> [SQL] {
        [
            "select * from pub.project where project_id = \(project)",
            "select * from pub.works_item where project_id = \(project) order by code",
            "select * from pub.progress where project_id = \(project) order by code",
            "select * from pub.change_orders where project_id = \(project)",
            """
            select count(*) filter (where state = 'new') as waiting,
                count(*) filter (where open and state <> 'new') as open,
                count(*) filter (where open and due_on < \(today)) as late,
                count(*) filter (where state in ('verified', 'closed')) as verified,
                count(*) filter (where state = 'closed_unconfirmed') as unconfirmed
            from pub.issue where project_id = \(project)
            """,
            "select * from pub.acceptance_rounds where project_id = \(project) order by number",
            "select * from pub.handover where project_id = \(project) order by kind",
            "select type, at, leaf from pub.event where project_id = \(project) order by entry_id desc limit 30",
            "select filing, number, filed_on from pub.closing where project_id = \(project) order by filed_on, filing",
            "select * from pub.final_account where project_id = \(project)",
            "select * from pub.management_form where project_id = \(project)",
            "select * from pub.warranty where project_id = \(project) order by nominal_end_on, kind",
            """
            select coalesce(sum(claims) filter (where state <> 'verified'), 0)::bigint as open,
                coalesce(sum(claims) filter (where state = 'verified'), 0)::bigint as done
            from pub.warranty_claim where project_id = \(project)
            """,
        ]
    }

    func scheme() throws -> HTML {
        let lines = try rows[1].map { row in
            let milli = try row.int64("quantity_milli")
            return [
                HTML(try row.text("code")), HTML(try row.text("title")),
                HTML(WorksClass(rawValue: try row.text("class"))?.words.zh ?? ""),
                HTML("\(PublicProject.quantity(milli)) \(try row.text("unit"))"),
                HTML(try row.fen("amount_fen").forPeople + (try row.bool("excluded") ? "（另行补助）" : "")),
            ]
        }
        return section("表决通过的改造内容", table("改造内容", ["编号", "内容", "类别", "数量", "金额（元）"], rows: lines))
    }

    func progress() throws -> HTML {
        guard !rows[2].isEmpty else { return section("施工进度", el("p") { "尚未开工。" }) }
        let lines = try rows[2].map { row in
            let permille = try row.int64("permille")
            return [
                HTML(try row.text("title")),
                HTML(
                    "\(PublicProject.quantity(try row.int64("done_milli"))) / "
                        + "\(PublicProject.quantity(try row.int64("planned_milli"))) \(try row.text("unit"))"),
                HTML("\(permille / 10).\(permille % 10)%"),
            ]
        }
        return section("施工进度（按工程量）", table("进度", ["内容", "完成 / 计划", "百分比"], rows: lines))
    }

    /// How many changes stand where: what was withdrawn is another thing than what is still decided.
    func changes() throws -> HTML {
        guard let row = rows[3].first else {
            return section("工程变更", el("p") { "没有工程变更。原则上不允许工程变更。" })
        }
        let states = [
            ("办理中", "deciding"), ("受阻", "blocked"), ("不予同意", "rejected"), ("已批准", "agreed"), ("已实施", "done"),
            ("已撤回", "withdrawn"), ("逾期失效", "expired"),
        ]
        let counts = try states.map { (title: $0.0, count: try row.int64($0.1)) }.filter { $0.count > 0 }
        let (filed, approved) = (try row.int64("filed"), try row.fen("approved_fen").forPeople)
        return section(
            "工程变更",
            HTML([
                el("p") { "共提出 \(filed) 项。原则上不允许工程变更。" },
                el("p") {
                    for (title, count) in counts {
                        badge("\(title) \(count)", title == "办理中" || title == "受阻" ? .waiting : .plain)
                        " "
                    }
                },
                el("p") { "批准的变更累计 \(approved) 元。" },
            ]))
    }

    /// Verified by residents, timed out and open are three different things, and are shown as such.
    func issues(_ project: ID) throws -> HTML {
        guard let row = rows[4].first else { return .empty }
        let (waiting, open) = (try row.int64("waiting"), try row.int64("open"))
        let late = try row.int64("late")
        let (verified, unconfirmed) = (try row.int64("verified"), try row.int64("unconfirmed"))
        return section(
            "居民问题",
            el("p") {
                badge("待受理 \(waiting)", waiting == 0 ? .plain : .waiting)
                " "
                badge("办理中 \(open)", open == 0 ? .plain : .waiting)
                " "
                badge("其中已逾期 \(late)", late == 0 ? .plain : .blocked)
                " "
                badge("居民已确认解决 \(verified)", .done)
                " "
                badge("无人确认、到期办结 \(unconfirmed)", .plain)
            })
    }

    func acceptance() throws -> HTML {
        guard !rows[5].isEmpty else { return section("联合竣工验收", el("p") { "尚未组织。" }) }
        let lines = try rows[5].map { row in
            [
                HTML("第 \(try row.int64("number")) 次"), HTML("\(try row.day("event_on"))"),
                HTML(PublicProject.round(try row.text("state"))),
                HTML((try row.optionalText("dossier")).map { String($0.prefix(16)) + "…" } ?? "—"),
            ]
        }
        return section("联合竣工验收", table("验收", ["次数", "日期", "结果", "资料摘要"], rows: lines))
    }

    func handover() throws -> HTML {
        guard !rows[6].isEmpty else { return section("设施移交", el("p") { "验收后移交专营单位。" }) }
        let lines = try rows[6].map { row in
            [
                HTML(PublicProject.facility(try row.text("kind"))),
                HTML(try row.optionalText("receiver") ?? "—"),
                HTML(
                    PublicProject.handoverState(try row.text("state"))
                        // A link comes from the construction unit, so it proves less than the receiver's account.
                        + (try row.optionalText("signed_by") == "link" ? "（凭链接签收）" : "")),
                HTML(try row.optionalDay("handed_over_on")?.description ?? "—"),
            ]
        }
        return section("设施移交", table("移交", ["设施", "接收单位", "状态", "移交日期"], rows: lines))
    }

    func events() throws -> HTML {
        let lines = try rows[7].map { row in
            [
                HTML(PublicProject.minute(try row.instant("at"))),
                HTML(EventWords.title(of: try row.text("type"))),
                el("code") { String((try? row.text("leaf").prefix(16)) ?? "") },
            ]
        }
        return section("办理记录（可核验）", table("最近三十条", ["时间", "事项", "摘要"], rows: lines))
    }

    private func section(_ title: String, _ content: HTML) -> HTML {
        el("section") {
            el("h2") { title }
            content
        }
    }

    /// `2026-03-02 09:00`, in Chinese time.
    private static func minute(_ moment: Instant) -> String {
        String(moment.local.prefix(16).map { $0 == "T" ? " " : $0 })
    }

    static func quantity(_ milli: Int64) -> String {
        let fraction = milli % 1000
        guard fraction != 0 else { return "\(milli / 1000)" }
        let digits = String(fraction)
        return "\(milli / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func round(_ state: String) -> String {
        [
            "called": "已通知", "disputed": "意见不一致，协调中", "open": "进行中", "certified": "通过",
            "failed": "未通过，整改后重新验收", "called_off": "已取消",
        ][
            state] ?? "办理中"
    }

    static func handoverState(_ state: String) -> String {
        [
            "planned": "待共同验收", "jointly_accepted": "已共同验收", "documents_sent": "资料已送",
            "documents_confirmed": "资料已核收", "handed_over": "已移交", "not_applicable": "不涉及", "refused": "未接收",
        ][state] ?? "办理中"
    }

    static func facility(_ kind: String) -> String {
        [
            "water": "供水", "power": "供电", "gas": "供气", "heat": "供热", "telecom": "通信", "catv": "有线电视",
        ][kind] ?? "其他"
    }
}
