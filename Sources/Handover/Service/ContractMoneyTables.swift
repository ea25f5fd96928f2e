import PQ
import Values
import Web

/// What contracts keep back and still owe, as the page of a project's end shows it (质量保证金与应付款).
enum ContractMoneyTables {
    static func statements(_ project: ID) -> [SQL] {
        [
            """
            select number, share_numerator || '/' || share_denominator as share, held_fen, released_fen,
                nominal_end_on, effective_end_on
            from app.retention_card where district = auth.district() and project_id = \(project) order by number
            """,
            """
            select contract_number, number, payable_fen, owed_fen, interest_fen, due_on
            from app.payment_card where district = auth.district() and project_id = \(project)
            order by contract_number, number
            """,
        ]
    }

    static func html(_ rows: [Rows], on today: BusinessDay) throws -> HTML {
        let kept = try rows[0].map { row -> [HTML] in
            let end = try row.optionalDay("effective_end_on") ?? row.optionalDay("nominal_end_on")
            return [
                HTML(try row.text("number")), HTML(try row.text("share")),
                HTML(Fen(try row.int64("held_fen")).forPeople),
                HTML(Fen(try row.int64("released_fen")).forPeople),
                HTML(end.map { "\($0)" } ?? "尚未起算"),
            ]
        }
        let owed = try rows[1].map { row -> [HTML] in
            let due = try row.optionalDay("due_on")
            let open = Fen(try row.int64("owed_fen"))
            let isLate = open > .zero && due.map { $0 < today } ?? false
            return [
                HTML(try row.text("contract_number")), HTML("第 \(try row.int32("number")) 期"),
                HTML(Fen(try row.int64("payable_fen")).forPeople), HTML(open.forPeople),
                isLate
                    ? badge("\(due.map { "\($0)" } ?? "") 已逾期", .blocked) : HTML(due.map { "\($0)" } ?? "—"),
                HTML(Fen(try row.int64("interest_fen")).forPeople),
            ]
        }
        return HTML([
            kept.isEmpty
                ? .empty : table("质量保证金", ["合同", "比例", "已预留（元）", "已返还（元）", "缺陷责任期至"], rows: kept),
            owed.isEmpty
                ? .empty : table("应付进度款", ["合同", "期次", "应付（元）", "未付（元）", "到期日", "逾期利息（元）"], rows: owed),
        ])
    }
}
