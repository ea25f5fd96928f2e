import Handover
import PQ
import Values
import Web

/// What follows acceptance, as the page of a project's end shows it (禁挖、报修、补助、归档).
enum AftercareTables {
    static func statements(_ project: ID) -> [SQL] {
        [
            """
            select source, place, starts_on, last_on from app.no_dig_periods_shown(\(project)) order by starts_on
            """,
            """
            select claim.place, claim.state, claim.filed_on, unit.name as assignee, clock.due_on
            from app.warranty_claim claim join auth.organisation unit on unit.organisation_id = claim.assignee_id
            left join app.clock on clock.district = claim.district and clock.subject_kind = 'warranty_claim'
                and clock.subject_id = claim.warranty_claim_id
            where claim.district = auth.district() and claim.project_id = \(project)
            order by claim.filed_on, claim.warranty_claim_id
            """,
            """
            select payer, amount_fen, voucher, paid_on from app.subsidy_payment
            where district = auth.district() and project_id = \(project) order by paid_on, subsidy_payment_id
            """,
            """
            select made.archive_package_id, made.number, made.made_on, encode(made.manifest_sha256, 'hex') as manifest,
                taken.archive, taken.number as receipt, (
                    select string_agg(part || ' ' || case when items > 0 then items || ' 件' else '未形成' end,
                        '，' order by part)
                    from app.archive_volume held
                    where held.district = made.district and held.archive_package_id = made.archive_package_id
                ) as parts
            from app.archive_package made left join app.archive_receipt taken using (district, archive_package_id)
            where made.district = auth.district() and made.project_id = \(project) order by made.number
            """,
        ]
    }

    static func html(_ rows: [Rows]) throws -> HTML {
        let periods = try rows[0].map { row -> [HTML] in
            let isNotice = try row.text("source") == "notice"
            return [
                HTML(isNotice ? "通告" : "改造验收"), HTML(isNotice ? try row.text("place") : "全小区"),
                HTML("\(try row.day("starts_on"))"), HTML("\(try row.day("last_on"))"),
            ]
        }
        let claims = try rows[1].map { row -> [HTML] in
            [
                HTML(try row.text("place")), HTML(try row.text("assignee")),
                HTML("\(try row.day("filed_on"))"),
                HTML(try row.optionalDay("due_on").map { "\($0)" } ?? "—"),
                HTML(WarrantyClaimState(rawValue: try row.text("state"))?.words.zh ?? ""),
            ]
        }
        let paid = try rows[2].map { row -> [HTML] in
            [
                HTML(try row.text("payer") == "city" ? "市级" : "区级"),
                HTML(Fen(try row.int64("amount_fen")).forPeople), HTML(try row.text("voucher")),
                HTML("\(try row.day("paid_on"))"),
            ]
        }
        let packed = try rows[3].map { row -> [HTML] in
            let receipt = try row.optionalText("receipt") ?? "还没有回执"
            return [
                link(
                    "第 \(try row.int32("number")) 包",
                    to: "/v1/archive-packages/\(try row.id("archive_package_id"))/content"),
                HTML("\(try row.day("made_on"))"), HTML(try row.optionalText("parts") ?? "—"),
                HTML(try row.text("manifest")),
                HTML(try row.optionalText("archive").map { "\($0) \(receipt)" } ?? receipt),
            ]
        }
        return HTML([
            periods.isEmpty ? .empty : table("禁止破土", ["依据", "范围", "自", "至"], rows: periods),
            claims.isEmpty ? .empty : table("保修报修", ["位置", "施工单位", "报修日", "到场期限", "情况"], rows: claims),
            paid.isEmpty ? .empty : table("补助拨付", ["拨付", "金额（元）", "凭证", "日期"], rows: paid),
            packed.isEmpty ? .empty : table("归档包", ["归档包", "制作", "分卷", "清单摘要", "回执"], rows: packed),
        ])
    }
}
