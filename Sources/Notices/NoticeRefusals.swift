package import Values

/// The refusals of who is told of what (通知设置类拒绝), each under its guard's name.
package enum NoticeRefusals {
    static let isACopy = RefusalWords(
        "notice_channel_is_a_copy",
        Words(
            "站内待办是依据，不能关闭；只能设置电子邮件、短信和微信。",
            "The inbox is the record and cannot be switched off; mail, SMS and WeChat are set."),
        remedy: Words("从三种渠道中选一种。", "Choose one of the three."), liftedBy: [.renovationOffice])
    static let timingIsKnown = RefusalWords(
        "notice_timing_is_known",
        Words("通知时间为立即、每日汇总或不通知。", "A notice comes at once, with the day's, or never."),
        remedy: Words("从三种时间中选一种。", "Choose one of the three."), liftedBy: [.renovationOffice])
    static let isOfTheMatrix = RefusalWords(
        "notice_setting_is_of_the_matrix",
        Words("通知矩阵中没有这一事件与角色的组合。", "The matrix has no such event for this role."),
        remedy: Words("从通知矩阵所列的组合中选择。", "Choose one that the matrix lists."), liftedBy: [.renovationOffice])
    static let statutoryStaysOn = RefusalWords(
        "statutory_notice_stays_on",
        Words(
            "法定通知立即发送，不能关闭，也不能并入汇总。",
            "A notice that a statute asks for is sent at once: it is neither switched off nor put into a digest."
        ),
        remedy: Words("保持立即发送。", "Leave it at once."), liftedBy: [.renovationOffice])

    static let leaveTheDay = RefusalWords(
        "quiet_hours_leave_the_day",
        Words(
            "免打扰时段在晚上：17:00 以后开始，10:00 以前结束。",
            "Quiet hours are of the night: from 17:00 or later until 10:00 at the latest."),
        remedy: Words("改为夜间时段。", "Choose hours of the night."), liftedBy: [.renovationOffice])
    static let comesByDay = RefusalWords(
        "digest_comes_by_day",
        Words("每日汇总在免打扰时段以外发送。", "The day's summary is sent outside the quiet hours."),
        remedy: Words("把汇总时间定在白天。", "Choose an hour between them."), liftedBy: [.renovationOffice])

    package static let all: [RefusalWords] = [
        isACopy, timingIsKnown, isOfTheMatrix, statutoryStaysOn, leaveTheDay, comesByDay,
    ]
}
