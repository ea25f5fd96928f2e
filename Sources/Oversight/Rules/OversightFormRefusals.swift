import Values

extension OversightRefusals {
    /// What the checks of the tables say to what was filled in wrongly.
    static let forms: [RefusalWords] = [
        .form(
            "volunteer_does_not_appoint_himself", "不能聘任自己。", "Nobody appoints himself.",
            remedy: "请社区的另一位人员登记聘任。", "Somebody else of the community records the appointment.",
            by: [.community]),
        .form(
            "volunteer_ends_after_beginning", "结束日期早于聘任日期。", "The end is before the appointment.",
            remedy: "把结束日期填成聘任当日或以后。", "Give an end on or after the day of appointment.", by: [.community]),
        .form(
            "volunteer_is_on_the_roster_once", "此人已在名册上。", "The person is on the roster already.",
            remedy: "核对名册；此人已是民间监理员，不必重复聘任。", "Look at the roster: the person is on it already.",
            by: [.community]),
        .inward("issue_salt_has_32_bytes", "描述的承诺盐长度不对。", "The salt of the description has 32 bytes."),
        .form(
            "issue_duplicate_names_the_first", "判为重复件要写明首件。", "A duplicate names the first issue.",
            remedy: "选择被重复的首件。", "Choose the report that came first.", by: [.community, .constructionUnit]),
        .form(
            "issue_fix_is_described", "报告整改完成要写明怎么改的。", "A claimed fix is described.",
            remedy: "写明怎么整改的，并附整改后的照片。", "Say how it was mended, with a photo of it.",
            by: [.contractor, .epcContractor]),
        .inward("issue_follow_key_is_a_hash", "查询凭证的格式不对。", "The follow-up key has the wrong form."),
        .form(
            "issue_has_one_responsible_unit", "交办要指定一个责任单位。", "An assigned issue has one responsible unit.",
            remedy: "选择一个责任单位；涉及几家的，分成几件交办。", "Choose one unit; for several make several reports.",
            by: [.community, .constructionUnit]),
        .inward("issue_has_somebody_to_answer", "报告人和查询凭证不一致。", "Reporter and follow-up key do not agree."),
        .form(
            "issue_is_accepted_with_a_severity", "受理要确定等级和受理人。",
            "An accepted issue has a severity and its triage person.", remedy: "受理时选择等级；受理人由登录账号登记。",
            "Choose a severity when accepting; who accepts is whoever signed in.",
            by: [.community, .constructionUnit]),
        .form(
            "issue_is_described", "问题描述应在 1 到 2000 字之间。", "The description has 1 to 2000 characters.",
            remedy: "用 1 到 2000 字写明看到的问题。", "Say in 1 to 2000 characters what is wrong.", by: [.resident]),
        .form(
            "issue_is_not_its_own_duplicate", "不能把自己判为重复件。", "An issue is not its own duplicate.",
            remedy: "选择另一件作为首件。", "Choose another report as the first.", by: [.community, .constructionUnit]),
        .form(
            "issue_names_its_place", "没有填写位置（到楼栋）。", "The place, to the building, is missing.",
            remedy: "写明楼幢、单元或设施位置。", "Say at which house, entrance or facility.", by: [.resident]),
        .form(
            "issue_rejection_gives_its_reason", "不予受理要写明原因。", "A rejection gives its reason.",
            remedy: "写明不予受理的原因（不少于四个字），报告人会看到。",
            "Say why it is not taken up: whoever reported it reads that.",
            by: [.community, .constructionUnit]),
        .form(
            "issue_reopening_gives_its_reason", "要求重办要写明原因。", "Reopening gives its reason.",
            remedy: "写明哪里没有整改好。", "Say what is still not mended.",
            by: [.resident, .volunteerSupervisor, .community]),
        .form(
            "issue_reporter_kind_is_known", "没有这种报告人类别。", "There is no such kind of reporter.",
            remedy: "从居民、民间监理员等所列类别中选择。", "Choose a kind of the list.", by: [.resident, .volunteerSupervisor]),
        .form(
            "issue_severity_is_known", "问题等级只有 S1 到 S4。", "A severity is one of S1 to S4.",
            remedy: "从 S1 到 S4 中选择等级。", "Choose a severity from S1 to S4.",
            by: [.community, .constructionUnit]),
        .inward("issue_state_is_known", "没有这种问题状态。", "There is no such state of an issue."),
        .form(
            "issue_verification_is_signed", "确认整改要有确认人。", "A verification has its person.",
            remedy: "由确认人登录，或用查询凭证打开后确认。", "Whoever confirms signs in, or opens it by the key of the report.",
            by: [.resident, .volunteerSupervisor, .community]),
        .inward("issue_verifier_is_known", "没有这种确认方式。", "There is no such way to verify."),
        .form(
            "issue_contact_is_not_empty", "联系方式不能全空。", "A contact has a name or a number.",
            remedy: "留下电话、微信等任意一种，或选择不留联系方式。", "Give a telephone or another way, or leave none at all.",
            by: [.resident]),
        .form(
            "issue_photo_moment_is_known", "照片只分整改前和整改后。", "A photo is of before or after.",
            remedy: "选择照片是整改前还是整改后。", "Say whether the photo was taken before or after mending.",
            by: [.contractor, .epcContractor, .resident, .volunteerSupervisor]),
        .inward("issue_photo_source_is_known", "照片来源不对。", "The photo's source is unknown."),
    ]
}
