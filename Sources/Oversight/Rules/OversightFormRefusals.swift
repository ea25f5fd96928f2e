import Values

extension OversightRefusals {
    /// What the checks of the tables say to what was filled in wrongly.
    static let forms: [RefusalWords] = [
        form(
            "volunteer_does_not_appoint_himself", "不能聘任自己。",
            "Nobody appoints himself."),
        form(
            "volunteer_ends_after_beginning", "结束日期早于聘任日期。",
            "The end is before the appointment."),
        form(
            "volunteer_is_on_the_roster_once", "此人已在名册上。",
            "The person is on the roster already."),
        form(
            "issue_salt_has_32_bytes", "描述的承诺盐长度不对。",
            "The salt of the description has 32 bytes."),
        form(
            "issue_duplicate_names_the_first", "判为重复件要写明首件。",
            "A duplicate names the first issue."),
        form(
            "issue_fix_is_described", "报告整改完成要写明怎么改的。",
            "A claimed fix is described."),
        form(
            "issue_follow_key_is_a_hash", "查询凭证的格式不对。",
            "The follow-up key has the wrong form."),
        form(
            "issue_has_one_responsible_unit", "交办要指定一个责任单位。",
            "An assigned issue has one responsible unit."),
        form(
            "issue_has_somebody_to_answer", "报告人和查询凭证不一致。",
            "Reporter and follow-up key do not agree."),
        form(
            "issue_is_accepted_with_a_severity", "受理要确定等级和受理人。",
            "An accepted issue has a severity and its triage person."),
        form(
            "issue_is_described", "问题描述应在 1 到 2000 字之间。",
            "The description has 1 to 2000 characters."),
        form(
            "issue_is_not_its_own_duplicate", "不能把自己判为重复件。",
            "An issue is not its own duplicate."),
        form(
            "issue_names_its_place", "没有填写位置（到楼栋）。",
            "The place, to the building, is missing."),
        form(
            "issue_rejection_gives_its_reason", "不予受理要写明原因。",
            "A rejection gives its reason."),
        form(
            "issue_reopening_gives_its_reason", "要求重办要写明原因。",
            "Reopening gives its reason."),
        form(
            "issue_reporter_kind_is_known", "没有这种报告人类别。",
            "There is no such kind of reporter."),
        form(
            "issue_severity_is_known", "问题等级只有 S1 到 S4。",
            "A severity is one of S1 to S4."),
        form(
            "issue_state_is_known", "没有这种问题状态。",
            "There is no such state of an issue."),
        form(
            "issue_verification_is_signed", "确认整改要有确认人。",
            "A verification has its person."),
        form(
            "issue_verifier_is_known", "没有这种确认方式。",
            "There is no such way to verify."),
        form(
            "issue_contact_is_not_empty", "联系方式不能全空。",
            "A contact has a name or a number."),
        form(
            "issue_photo_moment_is_known", "照片只分整改前和整改后。",
            "A photo is of before or after."),
        form(
            "issue_photo_source_is_known", "照片来源不对。",
            "The photo's source is unknown."),
    ]

    static func form(_ code: String, _ zh: String, _ en: String) -> RefusalWords {
        RefusalWords(
            code, Words(zh, en), remedy: Words("更正后重新提交。", "Correct it and send it again."))
    }
}
