package import Values

/// The refusals of an issue's ladder (退件、升级、改级和匿名报告的拒绝).
extension OversightRefusals {
    package static let issueBounceNamesAnother = RefusalWords(
        "issue_bounce_names_another_unit",
        Words(
            "退件要写明原因，并指明应由哪个其他单位办理。",
            "Whoever sends an issue back says why, and which other unit should have it."),
        remedy: Words("填写退件原因和应办单位。", "Give the reason and the unit."),
        liftedBy: [.contractor], key: "issue.max_bounces")
    package static let issueBouncesAreLimited = RefusalWords(
        "issue_bounces_are_limited",
        Words("这件问题已退到上限，不能再退。", "This issue was sent back as often as it may be."),
        remedy: Words("按区旧改办的交办办理。", "Do what the district office assigned."),
        liftedBy: [.renovationOffice], key: "issue.max_bounces")
    package static let issueIsAssignedFinally = RefusalWords(
        "issue_is_assigned_finally_by_the_district",
        Words(
            "退件已到上限，由区旧改办直接交办。", "It was sent back as often as it may be: the district office assigns it now."
        ),
        remedy: Words("请区旧改办交办。", "Ask the district office to assign it."),
        liftedBy: [.renovationOffice], key: "issue.max_bounces")
    package static let severeIssueWaits = RefusalWords(
        "severe_issue_waits_for_its_confirmation",
        Words(
            "险情和严重问题必须有人确认整改，不能到期自动办结。",
            "A severe issue is not closed without somebody's word that it is fixed."),
        remedy: Words("请报告人或民间监理员确认。", "Ask the reporter or a volunteer supervisor."),
        liftedBy: [.resident, .volunteerSupervisor], key: "issue.severities")
    package static let issueClosesUnconfirmedAfterItsWindow = RefusalWords(
        "issue_closes_unconfirmed_after_its_window",
        Words("报告人确认的期限还没有到。", "The reporter's time to answer is not over."),
        remedy: Words("期满后再办结。", "Close it when the time is over."),
        liftedBy: [.community, .constructionUnit], key: "issue.verify_window_days")
    package static let issueRegradingIsOfAnOpenIssue = RefusalWords(
        "issue_regrading_is_of_an_open_issue",
        Words("只有已定级、还没有办结的问题可以改级。", "An open issue is regraded, from the severity that it has."),
        remedy: Words("刷新后按现在的等级办理。", "Read it again and start from its severity now."),
        liftedBy: [.community, .constructionUnit], key: "issue.severities")
    package static let issueRegradingChangesTheSeverity = RefusalWords(
        "issue_regrading_changes_the_severity",
        Words("新等级与原等级相同，或没有这个等级。", "The new severity is the old one, or none at all."),
        remedy: Words("选择另一个等级。", "Choose another severity."), liftedBy: [.community, .constructionUnit],
        key: "issue.severities")
    package static let issueRegradingIsDecidedOnce = RefusalWords(
        "issue_regrading_is_decided_once",
        Words("这次改级已经有结论。", "This regrading is decided already."),
        remedy: Words("确需再改的，另行提出。", "Propose another one."), liftedBy: [.community, .constructionUnit],
        key: "issue.severities")
    package static let issueRegradingHasAWord = RefusalWords(
        "issue_regrading_has_a_word_beside_the_builder",
        Words(
            "建设单位提出的降级，由社区、区旧改办或报告人本人同意；社区或区旧改办提出的，建设单位也可以同意。",
            "What the construction unit proposes is agreed to by the community, the office or the reporter himself."
        ),
        remedy: Words(
            "请社区、区旧改办或报告人在待办中确认；未确认前按影响验收的等级办理。",
            "The community, the office or the reporter confirms it; until then it holds acceptance."),
        liftedBy: [.community, .renovationOffice, .resident], key: "issue.minor_graders")
    package static let issueRegradingNeedsASecondPerson = RefusalWords(
        "issue_regrading_is_decided_by_a_second_person",
        Words("提出降级的人不能自己同意。", "Whoever proposes a milder severity does not agree to it himself."),
        remedy: Words("由另一单位的人同意。", "Somebody of another unit agrees."),
        liftedBy: [.community, .renovationOffice], key: "issue.severities")
    package static let issueRegradingNeedsASecondUnit = RefusalWords(
        "issue_regrading_is_decided_by_a_second_unit",
        Words("提出降级的单位不能自己同意。", "The unit that proposes a milder severity does not agree to it itself."),
        remedy: Words(
            "由另一单位同意：建设单位提出的由社区或区旧改办同意。",
            "Another unit agrees: what the construction unit proposes, the community or the district office."),
        liftedBy: [.community, .renovationOffice], key: "issue.minor_graders")
    package static let issueIsNotEased = RefusalWords(
        "issue_is_not_eased_by_its_builder",
        Words(
            "建设单位不得单独把居民的报告定为不影响验收的等级、不予受理或并案。",
            "The construction unit does not by itself make a report minor, reject it, or join it to another."),
        remedy: Words(
            "不予受理、并案的，请社区或区旧改办办理；认为问题轻微的，受理时选一般或轻微，先按严重办理，社区、区旧改办或报告人确认后生效。",
            "The community or the office rejects or joins it. Accept it as ordinary or minor: it holds acceptance until one of them, or the reporter, agrees."
        ),
        liftedBy: [.community, .renovationOffice], key: "issue.minor_graders")
    package static let issueOfDangerIsNotMinor = RefusalWords(
        "issue_of_danger_is_not_minor",
        Words(
            "报告写明了险情，不能定为不影响验收的等级。",
            "The report tells of danger: it is not graded as one that holds no acceptance."),
        remedy: Words(
            "按险情或严重受理并整改；确属误报的，由区旧改办定级或同意降级。",
            "Accept it as danger or severe and mend it; where it is a false alarm, the district office grades it."
        ),
        liftedBy: [.renovationOffice], key: "issue.grave_words")
    package static let anonymousReportsAreLimited = RefusalWords(
        "anonymous_reports_are_limited",
        Words(
            "您所在的网络一小时内报告得太多，请稍后再报。",
            "Too many reports came from your network within an hour: try again later."),
        remedy: Words(
            "一小时后再报；有人受伤或有紧急危险，请拨打 119、110 或 120。", "Try again in an hour; in danger call 119, 110 or 120."),
        liftedBy: [.community], key: "issue.anonymous_per_hour")

    /// What the ladder's tables say to what was filled in wrongly.
    static let ladder: [RefusalWords] =
        [
            issueBounceNamesAnother, issueBouncesAreLimited, issueIsAssignedFinally, severeIssueWaits,
            issueClosesUnconfirmedAfterItsWindow, issueRegradingIsOfAnOpenIssue,
            issueRegradingChangesTheSeverity,
            issueRegradingIsDecidedOnce, issueRegradingHasAWord, issueRegradingNeedsASecondPerson,
            issueRegradingNeedsASecondUnit, issueIsNotEased, issueOfDangerIsNotMinor,
            anonymousReportsAreLimited,
        ] + ladderForms

    private static let ladderForms: [RefusalWords] = [
        .form(
            "issue_fix_claim_has_its_day", "报告整改完成要有日期。", "A claimed fix has its day.",
            remedy: "填写整改完成的日期。", "Give the day it was mended.", by: [.contractor, .epcContractor]),
        .form(
            "issue_escalation_ground_is_known", "没有这种升级事由。", "There is no such ground to escalate.",
            remedy: "从超期未办、三次打回等所列事由中选择。", "Choose a ground of the list.",
            by: [.community, .constructionUnit]),
        .form(
            "issue_is_escalated_once_for_a_ground", "同一事由已经升级。",
            "It is escalated on this ground already.", remedy: "这一事由已升级到上一级，等待处理。",
            "It has gone up for this ground already: it waits there.",
            by: [.community, .constructionUnit]),
        .form(
            "issue_escalation_has_its_ground", "这件问题还不符合升级的条件。",
            "The issue gives no ground to escalate it.", remedy: "等期限届满或打回达到次数后再升级；需要提前的，请区旧改办督办。",
            "Wait until its days are over or it came back often enough; the district office may step in before.",
            by: [.community, .constructionUnit]),
        .form(
            "issue_regrading_severity_is_known", "问题等级只有 S1 到 S4。", "A severity is one of S1 to S4.",
            remedy: "从 S1 到 S4 中选择等级。", "Choose a severity from S1 to S4.",
            by: [.community, .constructionUnit]),
        .form(
            "issue_regrading_has_a_reason", "改级要写明原因。", "A regrading gives its reason.",
            remedy: "写明为什么改变等级（不少于四个字）。", "Say why the severity changes.",
            by: [.community, .constructionUnit]),
        .inward("issue_regrading_state_is_known", "没有这种改级状态。", "There is no such state of a regrading."),
        .form(
            "issue_regrading_decision_is_signed", "降级结论要有同意人和日期。",
            "A milder severity has its second person and day.", remedy: "由同意人登录后作出结论。",
            "Whoever agrees signs in and decides.", by: [.constructionUnit, .renovationOffice]),
        .form(
            "issue_regrading_is_one_at_a_time", "这件问题已有一次降级待同意。",
            "A milder severity is proposed already.", remedy: "先对待同意的一次作出结论。",
            "Decide the one that waits first.", by: [.constructionUnit, .renovationOffice]),
        .form(
            "issue_regrading_waits_for_a_second_person", "降级要先提出，再由另一人同意；升级立即生效。",
            "A milder severity is proposed first; a graver one stands at once.", remedy: "请另一人登录同意降级。",
            "Another person signs in and agrees.", by: [.constructionUnit, .renovationOffice]),
        .inward("anonymous_source_is_a_hash", "匿名来源应为摘要。", "The source is a hash."),
        .inward("anonymous_report_is_counted", "不登录的报告要计入来源。", "A report without an account is counted."),
    ]
}
