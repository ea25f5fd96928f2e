package import Values

/// The words of refusals about digging up a renovated community (禁挖拒绝用语).
package enum NoDigRefusals {
    package static let excavationWaits = RefusalWords(
        "excavation_waits_for_the_no_dig_period",
        Words("这段时间禁止破土施工。", "The community may not be dug up on these days."),
        remedy: Words(
            "改到禁挖期满次日以后；属于抢修的，按抢修登记，先行施工并报区里；通告设定的，由区旧改办按文件解除。",
            "Dig after the last day; record an emergency repair as one; a notice is lifted by the district with its document."
        ),
        liftedBy: [.utility, .renovationOffice], key: "nodig.banned")
    package static let diggingWaits = RefusalWords(
        "digging_waits_for_the_no_dig_period",
        Words(
            "这一天小区在禁挖期内，开挖子目不能计入日志。",
            "The community may not be dug up on this day: works that dig are not logged."),
        remedy: Words(
            "属于抢修的，先登记抢修；否则等禁挖期满。", "Record the emergency repair first, or wait for the end of the period."),
        liftedBy: [.utility, .renovationOffice], key: "nodig.banned")
    package static let emergencyIsNotPlanned = RefusalWords(
        "emergency_excavation_is_not_planned",
        Words("抢修只登记已经开始的，不能预先安排。", "An emergency is recorded when it is there."),
        remedy: Words("计划内的开挖按一般申请办理。", "Ask for planned works as such."), liftedBy: [.utility],
        key: "nodig.emergency_goes_first")

    package static let all: [RefusalWords] = [
        excavationWaits, diggingWaits, emergencyIsNotPlanned,
        RefusalWords(
            "excavation_is_acknowledged_once",
            Words("只有尚未知悉的抢修需要登记知悉。", "An emergency is taken note of once."),
            remedy: Words("核对已登记的情况。", "Look at what is recorded."), liftedBy: [.renovationOffice],
            key: "nodig.emergency_goes_first"),
        RefusalWords(
            "excavation_is_acknowledged_by_the_district",
            Words("抢修由区旧改办登记知悉。", "The district office takes note of an emergency."),
            remedy: Words("由区旧改办办理。", "Let the district office do it."), liftedBy: [.renovationOffice],
            key: "nodig.emergency_goes_first"),
        RefusalWords(
            "no_dig_notice_is_lifted_by_the_district",
            Words("禁挖通告由区旧改办按文件登记解除。", "The district office records that a notice is lifted."),
            remedy: Words("由区旧改办办理。", "Let the district office do it."), liftedBy: [.renovationOffice],
            key: "nodig.banned"),
        .form(
            "no_dig_notice_is_lifted_once", "通告已经解除。", "A notice is lifted once.",
            remedy: "已经解除，不必再办；需要恢复的，按新通告登记。", "It is lifted already; a new ban is a new notice.",
            by: [.renovationOffice]),
        .form(
            "no_dig_notice_names_its_authority", "须写明发布机关。", "A notice names its authority.",
            remedy: "填写发布通告的机关。", "Name the authority that gave the notice.", by: [.renovationOffice]),
        .form(
            "no_dig_notice_has_a_number", "须写明文号。", "A notice has its number.", remedy: "填写通告的文号。",
            "Give the notice's number.", by: [.renovationOffice]),
        .form(
            "no_dig_notice_names_its_place", "须写明范围。", "A notice names its place.", remedy: "写明通告管的道路或小区范围。",
            "Say which roads or community the notice is about.", by: [.renovationOffice]),
        .form(
            "no_dig_notice_ends_after_it_begins", "截止日早于起始日。", "A notice ends after it begins.",
            remedy: "把截止日填成起始当日或以后。", "Give a last day on or after the first.", by: [.renovationOffice]),
        .form(
            "no_dig_notice_lifting_names_its_document", "解除须写明文件。", "Lifting names its document.",
            remedy: "填写解除通告的文件名称和文号。", "Name the document that lifts the notice.", by: [.renovationOffice]),
        .form(
            "no_dig_notice_is_one_of_its_number", "这份通告已经登记。", "The notice is recorded already.",
            remedy: "核对文号；同一通告不必重复登记。", "Check the number: one notice is recorded once.",
            by: [.renovationOffice]),
        .form(
            "excavation_names_its_place", "须写明开挖位置。", "An excavation names its place.",
            remedy: "写明开挖的楼幢、道路和范围。", "Say at which houses or roads, and how far.", by: [.utility]),
        .form(
            "excavation_names_its_purpose", "须写明开挖事由。", "An excavation names its purpose.",
            remedy: "写明为什么开挖。", "Say what it is dug for.", by: [.utility]),
        .form(
            "excavation_ends_after_it_begins", "结束日早于开始日。", "An excavation ends after it begins.",
            remedy: "把结束日期填成开始当日或以后。", "Give an end on or after the first day.", by: [.utility]),
        .form(
            "emergency_excavation_names_its_cause", "抢修须写明险情。", "An emergency names its cause.",
            remedy: "写明险情，例如燃气泄漏、水管爆裂及其位置。", "Say what the emergency is, such as a leak, and where.",
            by: [.utility]),
        .form(
            "excavation_acknowledgement_has_its_person", "知悉须有人和日期。", "Taking note has its day and person.",
            remedy: "由区旧改办人员登录后登记知悉。", "Somebody of the district office signs in and takes note.",
            by: [.renovationOffice]),
        .form(
            "excavation_is_asked_for_by_who_digs", "由开挖单位自己登记。", "Whoever digs asks for himself.",
            remedy: "由开挖单位的人员登录后登记。", "Somebody of the unit that digs signs in and records it.",
            by: [.utility]),
        .form(
            "digging_line_is_named_once", "这一子目已标为开挖。", "The line is named already.",
            remedy: "不必重复标记；标错的，请另选子目。", "It is marked already: choose another line where you meant one.",
            by: [.constructionUnit]),
        .form(
            "digging_line_is_of_its_project", "子目不属于本项目。", "The line is of another project.",
            remedy: "从本项目合同的清单里选择子目。", "Choose a line of a contract of this project.",
            by: [.constructionUnit]),
    ]
}
