package import Values

/// The refusals that every table shares (通用拒绝).
package enum GroundRefusals {
    package static let all: [RefusalWords] = [
        words("no_event_no_commit", "没有事件记录的改动不能保存。", "A change without its event is not kept."),
        words("change_has_its_own_event", "每次改动须有自己的事件记录。", "Each change has an event of its own."),
        words("version_steps_by_one", "已被他人修改，请刷新后重试。", "It was changed by someone else: read it again."),
        words(
            "fact_is_never_changed", "已登记的事实不能修改或删除，只能另行补充。",
            "A recorded fact is added to, never changed or removed."),
        words("context_is_entered", "请先登录。", "Sign in first."),
        words("context_is_genuine", "登录状态不真实。", "The sign-in of this transaction is not genuine."),
        words("secret_is_one", "系统密钥只有一个。", "There is one secret."),
        words("division_code_has_six_digits", "区划代码为六位数字。", "A division code has six digits."),
        words("person_has_a_name", "人员须有姓名。", "A person has a name."),
        words("person_login_is_one", "这个登录名已有人使用。", "This login is taken."),
        words("appointment_ends_after_it_begins", "任职结束不能早于开始。", "An appointment ends after it begins."),
        words("appointment_role_is_known", "没有这种角色。", "Unknown role of an appointment."),
        words("role_reach_is_known", "角色的范围只有：全区、所参与的项目。", "A role reaches the district or its projects."),
        words("appointment_project_exists", "任职所指项目不存在。", "The appointment's project does not exist."),
        words("token_kind_is_known", "没有这种令牌。", "Unknown kind of token."),
        words("token_link_has_a_scope", "链接令牌须指明对象。", "A link names what it opens."),
        words(
            "event_is_of_ones_own_project", "您的单位没有参与这个项目。", "Your unit takes no part in this project."),
        words("entry_subject_version_is_positive", "事件序号从一开始。", "An event's version begins at one."),
        words("entry_body_is_of_a_fair_size", "事件内容过大。", "The event is too large."),
        words("entry_leaf_is_of_its_body", "事件摘要与内容不符。", "The leaf is not of its entry."),
        words("entry_subject_version_is_one", "同一对象同时被两人修改，请重试。", "Two changed it at once: try again."),
        words("entry_type_has_its_form", "事件类型不合规定。", "An event's type does not have its form."),
        words("entry_body_is_an_object", "事件内容须为一组字段。", "What an event tells is an object."),
        words(
            "entry_number_is_exact", "事件中的数须为整数且不过大，否则写作文字。",
            "An event's numbers are whole and not too large."),
        words("entry_subject_is_known", "没有这类可记事件的对象。", "Nothing of this kind has events."),
        words("entry_subject_exists", "事件所指的对象不存在。", "What the event is about does not exist."),
        words("entry_is_of_its_day", "事件时间不在办理当日。", "The event is not of the day it is written on."),
        words("entry_follows_in_time", "事件不能早于同一对象的上一事件。", "An event does not precede the one before it."),
        words(
            "entry_is_of_the_actors_project", "限定于一个项目的人员不能记录其他项目的事件。",
            "Who is bound to one project writes no events of another."),
        words(
            "entry_is_of_its_rows_project", "一个项目的事件不能包含另一项目的改动。",
            "An event of one project covers no rows of another."),
        words(
            "entry_is_open_for_its_rows", "事件已完结，不能再归入改动。",
            "The event is closed: no further change belongs to it."),
        words(
            "entry_tells_of_a_row", "事件没有对应的改动，不能记录。", "An event without a change of a row is not kept."),
        words("pack_status_is_known", "没有这种政策包状态。", "Unknown status of a pack."),
        words("block_stands_once", "同一阻断已存在。", "This block stands already."),
        words("block_is_lifted_after_it_is_put", "阻断解除不能早于设置。", "A block is lifted after it is put."),
        words("clock_state_is_known", "没有这种时限状态。", "Unknown state of a clock."),
        words("clock_is_due_after_it_starts", "到期日不能早于起算日。", "A clock is due after it starts."),
        words(
            "clock_without_its_day_is_uncomputed", "没有到期日的时限应为待计算状态。",
            "A clock without its day is uncomputed, and only it."),
        words(
            "clock_tells_how_it_is_counted", "待计算的时限须写明怎样计算。", "An uncomputed clock tells its count."),
        words("clock_counts_from_its_start", "时限从起算日往后计算。", "A clock counts forward from its start."),
        words(
            "clock_is_computed_by_its_calendar", "到期日只按工作日历计算一次。",
            "A clock gets its day once, from its count and the calendar."),
        words("clock_met_has_its_day", "办结须有日期。", "A met clock has its day."),
        words("file_is_its_digest", "文件与摘要不符。", "The file is not what its digest says."),
        words("file_is_of_a_fair_size", "文件不能超过 20 MiB。", "A file is at most 20 MiB."),
        words("paper_digest_has_32_bytes", "摘要应为 SHA-256。", "A digest is a SHA-256."),
        words("job_state_is_known", "没有这种作业状态。", "Unknown state of a job."),
        words("job_lease_is_held", "这项作业已由别的进程接手。", "Another worker holds this job by now."),
        words("job_is_one_of_its_key", "同一作业已在排队。", "This job is queued already."),
    ]

    private static func words(_ code: String, _ zh: String, _ en: String) -> RefusalWords {
        RefusalWords(code, Words(zh, en), remedy: Words("改正后重新提交。", "Correct it and send it again."))
    }
}
