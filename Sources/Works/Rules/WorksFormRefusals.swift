import Values

extension WorksRefusals {
    /// What the checks of the tables say to what was filled in wrongly.
    static let forms: [RefusalWords] = [
        .form(
            "bill_addition_changes_something", "变更增减量不能全为零。", "An addition changes quantity or money.",
            remedy: "填写变更批准的增减量，没有变化的行删去。",
            "Give what the change adds or leaves out, and drop lines that do not change.",
            by: [.constructionUnit]),
        .form(
            "bill_addition_is_one_per_change", "同一变更对同一清单项只记一次。", "One change has one addition to a line.",
            remedy: "核对已登记的调整；同一变更的同一清单项只记一次。",
            "Look at what is recorded: one addition for a line and a change.", by: [.constructionUnit]),
        .inward(
            "covering_notice_hours_are_of_their_key", "通知时限取自政策包。", "The hours of notice are the policy's."),
        .form(
            "covering_notice_names_the_quality_station", "没有填写质监站。", "The quality station is missing.",
            remedy: "填写接收通知的质监站。", "Name the quality station that is told.",
            by: [.contractor, .epcContractor]),
        .form(
            "daily_log_decision_is_signed", "审核或退回要有审核人、单位和日期。", "A decision has its person, unit and day.",
            remedy: "由审核人登录后审核或退回。", "Whoever decides signs in.", by: [.supervisor, .constructionUnit]),
        .form(
            "daily_log_delay_fits_its_day", "延误小时数应在 0 到 24 之间。", "Delay hours are between 0 and 24.",
            remedy: "延误小时数填 0 到 24。", "Give 0 to 24 hours.", by: [.contractor, .epcContractor, .supervisor]),
        .form(
            "daily_log_headcount_is_not_negative", "人数不能为负。", "A headcount is not negative.",
            remedy: "按实际到场人数填写。", "Give how many were on site.",
            by: [.contractor, .epcContractor, .supervisor]),
        .form(
            "daily_log_kind_is_known", "日志种类只有施工日志和监理日志。", "A log is a construction or a supervision log.",
            remedy: "选择“施工日志”或“监理日志”。", "Choose a log of works or of supervision.",
            by: [.contractor, .epcContractor, .supervisor]),
        .inward("daily_log_late_is_computed", "是否迟报由系统计算。", "Whether a log is late is computed."),
        .inward("daily_log_lock_is_of_its_key", "迟报期限取自政策包。", "The days to hand a log in are the policy's."),
        .form(
            "daily_log_names_its_section", "没有填写标段。", "The section is missing.", remedy: "填写标段。",
            "Name the section.", by: [.contractor, .epcContractor, .supervisor]),
        .form(
            "daily_log_rejection_gives_its_reason", "退回日志要写明原因。", "Sending a log back gives the reason.",
            remedy: "写明退回的原因，填报单位会看到。", "Say why: the unit that wrote it reads that.",
            by: [.supervisor, .constructionUnit]),
        .inward("daily_log_revision_is_positive", "日志版本号应为正数。", "A revision is a positive number."),
        .inward("daily_log_state_is_known", "没有这种日志状态。", "There is no such state of a log."),
        .form(
            "daily_log_tells_the_weather", "没有填写天气。", "The weather is missing.", remedy: "填写当天的天气。",
            "Tell the weather.", by: [.contractor, .epcContractor, .supervisor]),
        .form(
            "log_quantity_is_positive", "工程量应大于零。", "A quantity is more than zero.",
            remedy: "填写当天完成的工程量；没有完成的行删去。", "Give what was done that day, and drop lines where nothing was.",
            by: [.contractor, .epcContractor]),
        .form(
            "inspection_lot_code_is_one", "检验批编号重复。", "The lot's code is taken.", remedy: "换一个本项目没有用过的检验批编号。",
            "Take a code that the project has not used.", by: [.contractor, .epcContractor]),
        .form(
            "inspection_lot_has_a_code", "没有填写检验批编号。", "The lot's code is missing.", remedy: "填写检验批编号。",
            "Give the lot's code.", by: [.contractor, .epcContractor]),
        .form(
            "inspection_lot_has_a_title", "没有填写检验批名称。", "The lot's title is missing.", remedy: "填写检验批名称。",
            "Give the lot's name.", by: [.contractor, .epcContractor]),
        .form(
            "inspection_lot_is_inspected_after_notice", "验收日期早于报验日期。", "A lot is inspected after its notice.",
            remedy: "把验收日期填成报验当日或以后。", "Give a day on or after the lot was reported.", by: [.supervisor]),
        .form(
            "inspection_lot_names_a_predecessor_once", "同一前道检验批只写一次。", "A lot before this one is named once.",
            remedy: "去掉重复的前道检验批。", "Name each lot before it once.", by: [.contractor, .epcContractor]),
        .form(
            "inspection_lot_result_is_signed", "验收结论要有验收人、单位和日期。", "A result has its person, unit and day.",
            remedy: "由验收的监理人员登录后给出结论。", "The supervisor who inspected signs in and gives the result.",
            by: [.supervisor]),
        .inward("inspection_lot_round_is_positive", "验收轮次应为正数。", "A round is a positive number."),
        .inward("inspection_lot_state_is_known", "没有这种检验批状态。", "There is no such state of a lot."),
        .form(
            "payment_claim_amount_is_positive", "申请金额应大于零。", "A claim is more than zero.",
            remedy: "按完成的工程量申请，金额大于零。", "Claim what was done: more than nothing.",
            by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_certificate_is_signed", "核定要有核定人、单位和日期。",
            "A certificate has its person, unit and day.", remedy: "由建设单位的核定人登录后核定。",
            "Somebody of the construction unit signs in and certifies.", by: [.constructionUnit]),
        .form(
            "payment_claim_is_the_sum_of_its_lines", "申请金额应等于明细之和。",
            "The claim's amount is the sum of its lines.", remedy: "核对明细，申请金额等于各行之和。",
            "Check the lines: the claim is their sum.", by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_line_amount_is_not_negative", "明细金额不能为负。", "A line's amount is not negative.",
            remedy: "明细金额填零或正数。", "Give each amount as nothing or more.", by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_line_is_quantity_times_price", "明细金额应为数量乘以合同单价（四舍五入到分）。",
            "A line's amount is its quantity times the contract price, rounded half up to the fen.",
            remedy: "核对数量；金额由数量乘合同单价，四舍五入到分。",
            "Check the quantity: the amount is quantity by the contract's price, to the fen.",
            by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_line_quantity_is_positive", "申请数量应大于零。", "A claimed quantity is more than zero.",
            remedy: "填写大于零的数量，没有的行删去。", "Give a quantity above nothing, or drop the line.",
            by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_number_is_one", "同一合同的申请期号重复。", "The claim's number is taken.",
            remedy: "按合同的下一期号申请。", "Take the contract's next number.", by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_number_is_positive", "申请期号应为正数。", "A claim's number is positive.",
            remedy: "期号从 1 起填。", "Number claims from 1.", by: [.contractor, .epcContractor]),
        .form(
            "payment_claim_rejection_gives_its_reason", "退回申请要写明原因。", "Rejecting a claim gives the reason.",
            remedy: "写明退回的原因，承包单位会看到。", "Say why: the contractor reads that.",
            by: [.supervisor, .constructionUnit]),
        .inward("payment_claim_state_is_known", "没有这种申请状态。", "There is no such state of a claim."),
        .form(
            "payment_claim_supervision_is_signed", "监理审核要有审核人和单位。",
            "The supervisor's signature has its person and unit.", remedy: "由监理单位的审核人登录后审核。",
            "Somebody of the supervisor signs in.", by: [.supervisor]),
    ]
}
