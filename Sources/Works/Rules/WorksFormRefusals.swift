import Values

extension WorksRefusals {
    /// What the checks of the tables say to what was filled in wrongly.
    static let forms: [RefusalWords] = [
        form(
            "bill_addition_changes_something", "变更增减量不能全为零。",
            "An addition changes quantity or money."),
        form(
            "bill_addition_is_one_per_change", "同一变更对同一清单项只记一次。",
            "One change has one addition to a line."),
        form(
            "covering_notice_hours_are_of_their_key", "通知时限取自政策包。",
            "The hours of notice are the policy's."),
        form(
            "covering_notice_names_the_quality_station", "没有填写质监站。",
            "The quality station is missing."),
        form(
            "daily_log_decision_is_signed", "审核或退回要有审核人、单位和日期。",
            "A decision has its person, unit and day."),
        form(
            "daily_log_delay_fits_its_day", "延误小时数应在 0 到 24 之间。",
            "Delay hours are between 0 and 24."),
        form(
            "daily_log_headcount_is_not_negative", "人数不能为负。",
            "A headcount is not negative."),
        form(
            "daily_log_kind_is_known", "日志种类只有施工日志和监理日志。",
            "A log is a construction or a supervision log."),
        form(
            "daily_log_late_is_computed", "是否迟报由系统计算。",
            "Whether a log is late is computed."),
        form(
            "daily_log_lock_is_of_its_key", "迟报期限取自政策包。",
            "The days to hand a log in are the policy's."),
        form(
            "daily_log_names_its_section", "没有填写标段。",
            "The section is missing."),
        form(
            "daily_log_rejection_gives_its_reason", "退回日志要写明原因。",
            "Sending a log back gives the reason."),
        form(
            "daily_log_revision_is_positive", "日志版本号应为正数。",
            "A revision is a positive number."),
        form(
            "daily_log_state_is_known", "没有这种日志状态。",
            "There is no such state of a log."),
        form(
            "daily_log_tells_the_weather", "没有填写天气。",
            "The weather is missing."),
        form(
            "log_quantity_is_positive", "工程量应大于零。",
            "A quantity is more than zero."),
        form(
            "inspection_lot_code_is_one", "检验批编号重复。",
            "The lot's code is taken."),
        form(
            "inspection_lot_has_a_code", "没有填写检验批编号。",
            "The lot's code is missing."),
        form(
            "inspection_lot_has_a_title", "没有填写检验批名称。",
            "The lot's title is missing."),
        form(
            "inspection_lot_is_inspected_after_notice", "验收日期早于报验日期。",
            "A lot is inspected after its notice."),
        form(
            "inspection_lot_names_a_predecessor_once", "同一前道检验批只写一次。",
            "A lot before this one is named once."),
        form(
            "inspection_lot_result_is_signed", "验收结论要有验收人、单位和日期。",
            "A result has its person, unit and day."),
        form(
            "inspection_lot_round_is_positive", "验收轮次应为正数。",
            "A round is a positive number."),
        form(
            "inspection_lot_state_is_known", "没有这种检验批状态。",
            "There is no such state of a lot."),
        form(
            "payment_claim_amount_is_positive", "申请金额应大于零。",
            "A claim is more than zero."),
        form(
            "payment_claim_certificate_is_signed", "核定要有核定人、单位和日期。",
            "A certificate has its person, unit and day."),
        form(
            "payment_claim_is_the_sum_of_its_lines", "申请金额应等于明细之和。",
            "The claim's amount is the sum of its lines."),
        form(
            "payment_claim_line_amount_is_not_negative", "明细金额不能为负。",
            "A line's amount is not negative."),
        form(
            "payment_claim_line_is_quantity_times_price", "明细金额应为数量乘以合同单价（四舍五入到分）。",
            "A line's amount is its quantity times the contract price, rounded half up to the fen."),
        form(
            "payment_claim_line_quantity_is_positive", "申请数量应大于零。",
            "A claimed quantity is more than zero."),
        form(
            "payment_claim_number_is_one", "同一合同的申请期号重复。",
            "The claim's number is taken."),
        form(
            "payment_claim_number_is_positive", "申请期号应为正数。",
            "A claim's number is positive."),
        form(
            "payment_claim_rejection_gives_its_reason", "退回申请要写明原因。",
            "Rejecting a claim gives the reason."),
        form(
            "payment_claim_state_is_known", "没有这种申请状态。",
            "There is no such state of a claim."),
        form(
            "payment_claim_supervision_is_signed", "监理审核要有审核人和单位。",
            "The supervisor's signature has its person and unit."),
    ]

    private static func form(_ code: String, _ zh: String, _ en: String) -> RefusalWords {
        RefusalWords(
            code, Words(zh, en), remedy: Words("更正后重新提交。", "Correct it and send it again."))
    }
}
