package import Values

/// The refusals of the oversight capability (监督类拒绝), each under its guard's name.
package enum OversightRefusals {
    package static let acceptanceWaitsForSevereIssues = RefusalWords(
        "acceptance_waits_for_severe_issues",
        Words("还有险情或严重问题没有整改确认，不能召集联合竣工验收。", "Severe issues are open: joint acceptance cannot be called."),
        remedy: Words(
            "整改后由报告人或民间监理员确认。", "Have them fixed, and confirmed by the reporter or a volunteer supervisor."),
        liftedBy: [.contractor, .volunteerSupervisor, .resident], key: "issue.severities")
    package static let certificateWaitsForSevereIssues = RefusalWords(
        "certificate_waits_for_severe_issues",
        Words("还有险情或严重问题没有整改确认，不能出具验收证书。", "Severe issues are open: no certificate can be given."),
        remedy: Words(
            "整改后由报告人或民间监理员确认。", "Have them fixed, and confirmed by the reporter or a volunteer supervisor."),
        liftedBy: [.contractor, .volunteerSupervisor, .resident], key: "issue.severities")
    package static let closedProjectTakesNoReports = RefusalWords(
        "closed_project_takes_no_reports",
        Words("项目已经销号，不再受理报告。", "A closed project takes no more reports."),
        remedy: Words(
            "保修期内的问题，请向社区或物业反映。", "While the warranty runs, tell the community or the property manager."),
        liftedBy: [.community],
        key: "issue.severities")
    package static let volunteerIsAppointedByTheCommunity = RefusalWords(
        "volunteer_is_appointed_by_the_community",
        Words("民间监理员由社区聘任。", "Volunteer supervisors are appointed by the community."),
        remedy: Words("请社区办理。", "Ask the community."),
        liftedBy: [.community], key: "oversight.volunteers_required")
    package static let volunteerHasNoEngagement = RefusalWords(
        "volunteer_has_no_engagement_with_any_party",
        Words(
            "民间监理员不能在参建单位或管理部门任职。",
            "A volunteer supervisor works for no party and holds no office over the project."),
        remedy: Words("另选与各方没有任职关系的居民。", "Choose a resident without such ties."),
        liftedBy: [.community], key: "oversight.volunteer_neutral_roles")
    package static let volunteerIsOnTheRoster = RefusalWords(
        "volunteer_is_on_the_roster",
        Words("您不在本项目的民间监理员名册上。", "You are not on this project's roster of volunteer supervisors."),
        remedy: Words("请社区聘任登记。", "Ask the community for an appointment."),
        liftedBy: [.community], key: "oversight.volunteers_required")
    package static let issueStep = RefusalWords(
        "issue_step_is_allowed",
        Words("问题现在的状态不能这样处理。", "The issue's state does not allow this step."),
        remedy: Words(
            "按受理、交办、整改、报告完成、确认、办结的顺序办理。",
            "Follow the order: accept, assign, begin, claim the fix, verify, close."),
        liftedBy: [.community, .constructionUnit], key: "issue.severities")
    package static let issueIsTriaged = RefusalWords(
        "issue_is_triaged_by_community_or_street",
        Words(
            "受理、交办、办结由社区、街道或区旧改办办理。",
            "Accepting, assigning and closing belong to the community, the street and the district office."),
        remedy: Words("请社区或街道办理。", "Ask the community or the street."),
        liftedBy: [.community, .constructionUnit, .renovationOffice], key: "issue.severities")
    package static let issueSeverityIsSetOnce = RefusalWords(
        "issue_severity_is_set_once",
        Words("问题等级在受理时确定，之后只能按改级程序改。", "The severity is set at triage, and changes only by a regrading."),
        remedy: Words("提出改级；降级须由另一人同意。", "Propose a regrading; a milder one waits for a second person."),
        liftedBy: [.community], key: "issue.severities")
    package static let issueKindIsKnown = RefusalWords(
        "issue_kind_is_known",
        Words("没有这种问题类别。", "There is no such kind of issue here."),
        remedy: Words("从列表中选择。", "Choose one of the list."),
        liftedBy: [.resident, .community, .constructionUnit], key: "issue.kinds")
    package static let issueIsFiledByWhoActs = RefusalWords(
        "issue_is_filed_by_who_acts",
        Words("只能以本人名义报告问题。", "An issue is filed in one's own name."),
        remedy: Words("由报告人本人提交，或不登录匿名提交。", "The reporter files it himself, or without an account."),
        liftedBy: [.resident, .volunteerSupervisor])
    package static let issueIsFixedByItsUnit = RefusalWords(
        "issue_is_fixed_by_its_responsible_unit",
        Words("只有责任单位能开始整改和报告完成。", "Only the responsible unit begins and claims the fix."),
        remedy: Words("由责任单位办理，或重新交办。", "The responsible unit does it."),
        liftedBy: [.contractor], key: "issue.severities")
    package static let issueFixIsShown = RefusalWords(
        "issue_fix_is_shown_by_a_photo",
        Words("报告整改完成，必须附整改后的照片。", "A fix is claimed with a photo taken after it."),
        remedy: Words("补拍整改后的照片。", "Add a photo of the fix."),
        liftedBy: [.contractor], key: "issue.severities")
    package static let issueIsVerified = RefusalWords(
        "issue_is_verified_by_reporter_or_volunteer",
        Words(
            "只有报告人或名册上的民间监理员能确认整改。",
            "Only the reporter or a volunteer supervisor of the roster confirms a fix."),
        remedy: Words(
            "用报告时得到的链接确认，或请民间监理员确认。", "Use the link given at filing, or ask a volunteer supervisor."),
        liftedBy: [.resident, .volunteerSupervisor], key: "issue.verify_window_days")
    package static let issueIsNotVerifiedByItsFixer = RefusalWords(
        "issue_is_not_verified_by_its_fixer",
        Words("整改单位不能确认自己的整改。", "The fixing unit does not confirm its own fix."),
        remedy: Words("由报告人或民间监理员确认。", "The reporter or a volunteer supervisor confirms."),
        liftedBy: [.resident, .volunteerSupervisor], key: "issue.verify_window_days")
    package static let issueIsReopened = RefusalWords(
        "issue_is_reopened_by_its_reporter",
        Words(
            "只有报告人或名册上的民间监理员能要求重办。",
            "Only the reporter or a volunteer supervisor of the roster reopens an issue."),
        remedy: Words("用报告时得到的链接办理。", "Use the link given at filing."),
        liftedBy: [.resident, .volunteerSupervisor], key: "issue.reopen_days")
    package static let issueReopeningIsInTime = RefusalWords(
        "issue_reopening_is_in_time",
        Words("超过要求重办的期限。", "The time for reopening is over."),
        remedy: Words("另外报告一件新问题。", "File a new issue."),
        liftedBy: [.resident], key: "issue.reopen_days")
    package static let issueDuplicate = RefusalWords(
        "issue_duplicate_is_of_a_standing_issue",
        Words("重复件要指向本项目正在办理的另一件。", "A duplicate names another issue of the project that is dealt with."),
        remedy: Words("填写首件的编号。", "Name the first one."),
        liftedBy: [.community], key: "issue.severities")
    package static let issueIsOfItsProject = RefusalWords.inward(
        "issue_is_of_its_project", "问题的政策版本与项目不一致。", "The issue's policy edition is not its project's.")
    package static let issuePartIsOfItsProject = RefusalWords.inward(
        "issue_part_is_of_its_project", "照片和联系方式要属于同一项目的问题。",
        "Photos and contacts belong to an issue of the same project.")
    package static let all: [RefusalWords] =
        [
            acceptanceWaitsForSevereIssues, certificateWaitsForSevereIssues, closedProjectTakesNoReports,
            volunteerIsAppointedByTheCommunity,
            volunteerHasNoEngagement, volunteerIsOnTheRoster, issueStep, issueIsTriaged,
            issueSeverityIsSetOnce,
            issueKindIsKnown, issueIsFiledByWhoActs, issueIsFixedByItsUnit, issueFixIsShown, issueIsVerified,
            issueIsNotVerifiedByItsFixer, issueIsReopened, issueReopeningIsInTime, issueDuplicate,
            issueIsOfItsProject, issuePartIsOfItsProject,
        ] + forms + ladder
}
