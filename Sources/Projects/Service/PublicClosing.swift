import PQ
import Projects
import Values
import Web

/// The end of a project for everybody (收尾公示): filings, final accounts, who manages, until when works are covered.
extension PublicProject {
    func closing(_ project: ID) throws -> HTML {
        guard !rows[8].isEmpty || !rows[9].isEmpty || !rows[10].isEmpty || !rows[11].isEmpty else {
            return .empty
        }
        let filings = try rows[8].map { row in
            [
                HTML(PublicProject.filing(try row.text("filing"))), HTML(try row.text("number")),
                HTML("\(try row.day("filed_on"))"),
            ]
        }
        let warranties = try rows[11].map { row in
            [
                HTML(PublicProject.works(try row.text("kind"))), HTML("\(try row.day("accepted_on"))"),
                HTML(
                    try row.optionalDay("effective_end_on")?.description
                        ?? "\(try row.day("nominal_end_on"))（遇非工作日顺延）"),
            ]
        }
        let account = try rows[9].first.map { row in
            "竣工财务决算 \(try row.fen("total_fen").forPeople) 元（\(try row.day("approved_on")) 审核）："
                + "居民 \(try row.fen("resident_fen").forPeople) 元，财政补助 \(try row.fen("subsidy_fen").forPeople) 元；"
                + "居民资金按此多退少补。"
        }
        let manager = try rows[10].first.map { "改造后由 \(try $0.text("manager")) 管理。" }
        // A closed project takes no more reports; its warranties go on.
        let isClosed = try rows[0].first?.text("state") == ProjectState.closed.rawValue
        let claims =
            try rows[12].first.map { row in
                let (open, done) = (try row.int64("open"), try row.int64("done"))
                return open + done == 0 ? "" : "报修处理中 \(open) 件，已核验 \(done) 件。"
            } ?? ""
        return el("section") {
            el("h2") { "收尾与保修" }
            for words in [account, manager].compactMap({ $0 }) { el("p") { words } }
            if !filings.isEmpty { table("备案与归档", ["事项", "编号", "日期"], rows: filings) }
            if !warranties.isEmpty {
                table("保修到什么时候", ["工程", "自", "至"], rows: warranties)
                el("p") {
                    claims
                    if isClosed {
                        "保修期内发现质量问题，请告诉社区或业委会，由其报修。"
                    } else {
                        "保修期内发现质量问题，"
                        link("在这里上报", to: "/p/\(project)/report")
                        "，由社区、业委会转施工单位维修。"
                    }
                }
            }
        }
    }

    private static func filing(_ kind: String) -> String {
        ["completion": "竣工验收备案", "fire": "消防验收备案", "gas": "燃气工程竣工备案", "archive": "移交城建档案"][kind] ?? "其他"
    }

    private static func works(_ kind: String) -> String {
        [
            "roof_waterproof": "屋面防水及防渗漏", "external_wall_leak": "外墙面防渗漏", "electrical": "电气管线",
            "water_pipes": "给排水管道", "equipment": "设备安装", "decoration": "装修", "heating": "供热与供冷系统",
            "structure": "地基基础和主体结构",
        ][kind] ?? "其他"
    }
}
