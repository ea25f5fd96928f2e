package import Values

/// The refusals that every table shares (通用拒绝).
package enum GroundRefusals {
    package static let actIsOfItsBody = RefusalWords(
        "act_is_of_its_body",
        Words(
            "您的单位不是本区登记的这个机关，不能以它的名义办理。",
            "Your unit is another body of the district than your role, and does not act for it."),
        remedy: Words(
            "请区旧改办（领导小组）本单位的人员办理；机关还没有登记或登记有误的，请平台维护人员用 yanshoud people import 导入 bodies。",
            "Leave it to the unit that is the office (the leading group); where the register is silent or wrong, the keeper of the platform imports `bodies` with yanshoud people import."
        ), liftedBy: [.renovationOffice, .leadingGroup], key: "body.roles")

    package static let all: [RefusalWords] = shared + papers

    private static let shared: [RefusalWords] = [
        actIsOfItsBody,
        .inward("no_event_no_commit", "没有事件记录的改动不能保存。", "A change without its event is not kept."),
        .inward("change_has_its_own_event", "每次改动须有自己的事件记录。", "Each change has an event of its own."),
        .form(
            "version_steps_by_one", "已被他人修改，请刷新后重试。", "It was changed by someone else: read it again.",
            remedy: "别人刚刚改动过：刷新页面看清现状，再决定是否办理。",
            "Somebody changed it a moment ago: read it again, then decide."),
        .form(
            "fact_is_never_changed", "已登记的事实不能修改或删除，只能另行补充。",
            "A recorded fact is added to, never changed or removed.", remedy: "另行补充一份更正；原来的记录保留。",
            "Add a correction beside it; the record stays."),
        RefusalWords(
            "reason_says_something", Words("理由过短，没有说明什么。", "The reason says too little."),
            remedy: Words("写明具体的事实和理由，不少于四个字。", "Give the facts and the reason, in four characters or more."),
            key: "reason.min_characters", lifter: .whoeverAsks),
        .form(
            "context_is_entered", "请先登录。", "Sign in first.", remedy: "登录后再办理；登录已过期的重新登录。",
            "Sign in; where the sign-in has ended, sign in again."),
        .form(
            "context_is_genuine", "登录状态不真实。", "The sign-in of this transaction is not genuine.",
            remedy: "退出后重新登录。", "Sign out, and sign in again."),
        .inward("secret_is_one", "系统密钥只有一个。", "There is one secret."),
        .form(
            "division_code_has_six_digits", "区划代码为六位数字。", "A division code has six digits.",
            remedy: "按统计用区划代码填写六位数字。", "Give the six digits of the division code.", by: [.renovationOffice]),
        .form(
            "person_has_a_name", "人员须有姓名。", "A person has a name.", remedy: "填写人员的真实姓名。",
            "Give the person's name.", by: [.renovationOffice]),
        .form(
            "person_login_is_one", "这个登录名已有人使用。", "This login is taken.",
            remedy: "换一个登录名；是同一人的，在他原有的账号下增加任职。",
            "Take another login; for the same person add an appointment to the account there is.",
            by: [.renovationOffice]),
        .form(
            "appointment_ends_after_it_begins", "任职结束不能早于开始。", "An appointment ends after it begins.",
            remedy: "把结束日期填成任职开始当日或以后。", "Give an end on or after the day the appointment begins.",
            by: [.renovationOffice]),
        .form(
            "appointment_role_is_known", "没有这种角色。", "Unknown role of an appointment.", remedy: "从角色清单中选择。",
            "Take a role of the list.", by: [.renovationOffice]),
        .form(
            "role_reach_is_known", "角色的范围只有：全区、所参与的项目。", "A role reaches the district or its projects.",
            remedy: "从“全区”“所参与的项目”中选择。", "Choose the district, or the projects one takes part in.",
            by: [.renovationOffice]),
        .form(
            "appointment_project_exists", "任职所指项目不存在。", "The appointment's project does not exist.",
            remedy: "先导入项目，再登记以它为限的任职。",
            "Import the project first, then the appointment that is bound to it.", by: [.renovationOffice]),
        .inward("token_kind_is_known", "没有这种令牌。", "Unknown kind of token."),
        .inward("token_link_has_a_scope", "链接令牌须指明对象。", "A link names what it opens."),
        .form(
            "event_is_of_ones_own_project", "您的单位没有参与这个项目。", "Your unit takes no part in this project.",
            remedy: "请街道或区旧改办登记您单位的参建或任职，再办理。",
            "Ask the street or the district office to engage your unit or record your appointment.",
            by: [.constructionUnit, .renovationOffice]),
        .inward("entry_subject_version_is_positive", "事件序号从一开始。", "An event's version begins at one."),
        .form(
            "entry_body_is_of_a_fair_size", "事件内容过大。", "The event is too large.",
            remedy: "缩短文字说明，或把较长的内容作为材料上传。", "Say it shorter, or bring what is long as a paper."),
        .inward("entry_leaf_is_of_its_body", "事件摘要与内容不符。", "The leaf is not of its entry."),
        .form(
            "entry_subject_version_is_one", "同一对象同时被两人修改，请重试。", "Two changed it at once: try again.",
            remedy: "别人刚刚改动过：刷新页面看清现状，再决定是否办理。",
            "Somebody changed it a moment ago: read it again, then decide."),
        .inward("entry_type_has_its_form", "事件类型不合规定。", "An event's type does not have its form."),
        .inward("entry_body_is_an_object", "事件内容须为一组字段。", "What an event tells is an object."),
        .form(
            "entry_number_is_exact", "事件中的数须为整数且不过大，否则写作文字。",
            "An event's numbers are whole and not too large.", remedy: "金额填到分，数量不超过规定位数；更大的数写在说明里。",
            "Give whole fen and no larger number than the field takes; say larger ones in words."),
        .inward("entry_subject_is_known", "没有这类可记事件的对象。", "Nothing of this kind has events."),
        .form(
            "entry_subject_exists", "事件所指的对象不存在。", "What the event is about does not exist.",
            remedy: "刷新页面，确认所办的对象还在，再重新办理。",
            "Read the page again, see that the thing is there, and do it anew."),
        .inward("entry_is_of_its_day", "事件时间不在办理当日。", "The event is not of the day it is written on."),
        .form(
            "entry_follows_in_time", "这件事已有更晚的记录，不能再记更早的。",
            "Something later is recorded of this already: nothing earlier follows it.",
            remedy: "演示时钟被往回拨了：把它拨到这件事上一次办理之后再办；真实系统出现这一提示的，请平台维护人员核对服务器时间。",
            "A demonstration's clock was set back: set it on, past what is recorded. Elsewhere the keeper looks at the machine's clock."
        ),
        .form(
            "entry_is_of_the_actors_project", "限定于一个项目的人员不能记录其他项目的事件。",
            "Who is bound to one project writes no events of another.",
            remedy: "用本项目的任职登录；需要办理其他项目的，请区旧改办登记任职。",
            "Sign in under an appointment for that project; the district office records one.",
            by: [.renovationOffice]),
        .inward(
            "entry_is_of_its_rows_project", "一个项目的事件不能包含另一项目的改动。",
            "An event of one project covers no rows of another."),
        .inward(
            "entry_is_open_for_its_rows", "事件已完结，不能再归入改动。",
            "The event is closed: no further change belongs to it."),
        .inward("entry_tells_of_a_row", "事件没有对应的改动，不能记录。", "An event without a change of a row is not kept."),
        .inward("entry_is_sealed_once", "事件已经封存。", "The event is sealed already."),
        .inward(
            "leaf_follows_the_last", "日志的叶子须紧接上一片。", "A leaf of the log comes right behind the last."),
        .inward("leaf_is_of_its_entry", "日志的叶子与事件不符。", "A leaf of the log is not that of its event."),
        .inward("sealed_entry_was_pending", "封存的事件须在待封存之列。", "What is sealed waited for its seal."),
        .inward("tile_is_of_its_hashes", "日志的分片与叶子不符。", "A tile of the log is not that of its leaves."),
        .inward("checkpoint_is_of_the_log", "检查点与日志不符。", "A checkpoint is not one of the log."),
        .inward(
            "pending_entry_ends_sealed", "待封存的事件只能封存，不能去掉。",
            "An event that waits for its seal leaves only sealed."),
        .inward("pack_status_is_known", "没有这种政策包状态。", "Unknown status of a pack."),
        .inward("block_stands_once", "同一阻断已存在。", "This block stands already."),
        .inward("block_is_lifted_after_it_is_put", "阻断解除不能早于设置。", "A block is lifted after it is put."),
        .inward("clock_state_is_known", "没有这种时限状态。", "Unknown state of a clock."),
        .inward("clock_is_due_after_it_starts", "到期日不能早于起算日。", "A clock is due after it starts."),
        .inward(
            "clock_without_its_day_is_uncomputed", "没有到期日的时限应为待计算状态。",
            "A clock without its day is uncomputed, and only it."),
        .inward("clock_tells_how_it_is_counted", "待计算的时限须写明怎样计算。", "An uncomputed clock tells its count."),
        .inward("clock_counts_from_its_start", "时限从起算日往后计算。", "A clock counts forward from its start."),
        .inward(
            "clock_is_computed_by_its_calendar", "到期日只按工作日历计算一次；日历变动时按登记的改期调整。",
            "A clock gets its day once, from its count and the calendar; it moves by a move that is kept."),
        .inward(
            "clock_moves_while_it_is_open", "只有未办结的时限可以改期。",
            "A deadline moves from where it is, while it is open."),
        .inward(
            "clock_moves_to_its_counted_day", "改期只能改到按日历算出的日期。",
            "A deadline moves to the day that its count leads to."),
        .inward("clock_move_changes_the_day", "改期前后日期相同。", "A move leads to another day."),
        .inward("clock_moves_one_after_the_other", "这次改期已登记。", "This move is kept already."),
        .inward("clock_rung_is_reached_once", "这一步提醒已发出。", "This step of the ladder was taken."),
        .inward("clock_rung_tells_somebody", "提醒须有对象。", "A step of a ladder tells somebody."),
        .inward(
            "clock_rung_is_of_an_open_clock", "已办结或已改期的时限不再提醒。",
            "Nobody is reminded of what is done, or by another day than the deadline has."),
        .inward("clock_rung_is_of_its_ladder", "本地没有这一步提醒。", "The place has no such step of a deadline."),
        .inward(
            "clock_rung_is_taken_on_its_day", "提醒的日子还没有到。",
            "A step of a deadline is taken when its day has come."),
        .inward("clock_met_has_its_day", "办结须有日期。", "A met clock has its day."),
        .form(
            "file_is_its_digest", "文件与摘要不符。", "The file is not what its digest says.",
            remedy: "重新上传原件；摘要可以不填，由系统计算。",
            "Upload the original again; the digest may be left to the system."),
        .form(
            "file_is_of_a_fair_size", "文件不能超过 20 MiB。", "A file is at most 20 MiB.",
            remedy: "压缩或拆成几个 20 MiB 以内的文件再上传。", "Make it smaller, or several files of 20 MiB at most."),
        .form(
            "paper_digest_has_32_bytes", "摘要应为 SHA-256。", "A digest is a SHA-256.",
            remedy: "填写原件的 SHA-256（64 位十六进制），或上传原件由系统计算。",
            "Give the original's SHA-256 as 64 hexadecimal digits, or upload it and leave that to the system."
        ),
        .inward("job_state_is_known", "没有这种作业状态。", "Unknown state of a job."),
        .inward("job_lease_is_held", "这项作业已由别的进程接手。", "Another worker holds this job by now."),
        .inward(
            "job_key_is_held_as_known", "作业的唯一键保留到取走、结束或了结。",
            "A job's key is held until it is taken, ended or settled."),
        .inward(
            "job_key_conflict_is_known", "唯一键已被占用时，只能不加、替换或拒绝。",
            "Where a key is held, a job is left out, takes the other's place or is refused."),
        .inward("job_is_tried_at_least_once", "作业至少试办一次。", "A job is tried at least once."),
        .inward("job_time_limit_is_positive", "作业时限应大于零。", "A job's time limit is more than nothing."),
        .inward("gate_lets_someone_through", "闸口至少放行一项。", "A gate lets at least one through."),
        .inward("gate_rate_is_positive", "闸口速率应大于零。", "A gate's rate is more than nothing."),
        .inward("gate_rate_is_whole", "闸口速率须同时写明数量和时长。", "A gate's rate has a count and a time."),
        .inward("schedule_span_is_positive", "定期作业的间隔至少一秒。", "A schedule's span is a second at least."),
        .inward(
            "schedule_missed_is_known", "错过的时点只能不补、补最近一次或全部补。",
            "Missed ticks are skipped, or the latest is made good, or all are."),
        .inward(
            "schedule_is_by_span_or_by_time", "定期作业按间隔或按时刻，二者择一。",
            "A schedule goes by a span or by a time of day."),
        .inward("gate_slot_is_one", "闸口的这个位置已被占用。", "This place in the gate is taken."),
        .inward("job_has_one_slot", "一项作业只占闸口一个位置。", "A job has one place in a gate."),
        .inward("job_is_one_of_its_key", "同一作业已在排队。", "This job is queued already."),
    ]
}
