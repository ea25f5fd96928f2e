package import Values

/// The refusals of conduct (管理与督查类拒绝), each under its guard's name.
package enum ConductRefusals {
    package static let staffPostIsKnown = RefusalWords(
        "site_staff_post_is_known",
        Words("岗位不在清单内。", "The post is not on the list."),
        remedy: Words("从所列岗位中选择。", "Take one of the posts named."),
        liftedBy: [.contractor, .epcContractor, .supervisor, .constructionUnit], key: "staff.posts")
    package static let staffIsOfAUnitThatTakesPart = RefusalWords(
        "site_staff_is_of_a_unit_that_takes_part",
        Words("这个单位没有以该岗位所属的角色参建。", "The unit takes no part in the role that this post goes with."),
        remedy: Words(
            "先登记参建单位，或由应设该岗位的单位派人。", "Engage the unit first, or let the unit whose post it is name someone."),
        liftedBy: [.constructionUnit], key: "staff.posts")
    package static let staffNamesItsCertificate = RefusalWords(
        "site_staff_names_its_certificate",
        Words(
            "这个岗位由注册人员担任，须填注册证书编号。",
            "This post is held by a registered person: give the certificate's number."),
        remedy: Words("填写注册证书编号。", "Give the number."), liftedBy: [.contractor, .epcContractor],
        key: "staff.posts")
    package static let managerIsOnOneProject = RefusalWords(
        "project_manager_is_on_one_project",
        Words(
            "这位项目经理在这段时间已担任另一项目的项目经理，不能同时任职。",
            "This person manages another project on these days: nobody manages two at once."),
        remedy: Words(
            "另派项目经理，或先终止其在另一项目的任职。", "Name another manager, or end the post on the other project first."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit], key: "staff.posts")
    package static let staffOnlyEnds = RefusalWords(
        "site_staff_only_ends",
        Words("任职登记只能终止一次，不能改成别人。", "A post is ended once and not changed otherwise."),
        remedy: Words("终止后另行登记。", "End it and record another."), liftedBy: [.constructionUnit])
    package static let attendanceIsOfADayOfDuty = RefusalWords(
        "attendance_is_of_a_day_of_duty",
        Words("到岗情况只登记任职期间、已经到来的日子。", "Attendance is taken of a day that has come, while the post is held."),
        remedy: Words("核对人员和日期。", "Check who it is and the day."),
        liftedBy: [.supervisor, .constructionUnit], key: "staff.absence_days")
    package static let attendanceIsTakenByAnotherUnit = RefusalWords(
        "attendance_is_taken_by_another_unit",
        Words("不能登记本单位人员的到岗情况。", "No unit takes the attendance of its own staff."),
        remedy: Words("由监理或建设单位登记。", "Let the supervisor or the street take it."),
        liftedBy: [.supervisor, .constructionUnit], key: "staff.absence_days")
    package static let attendanceIsTakenOnceADay = RefusalWords(
        "attendance_is_taken_once_a_day",
        Words("此人当天的到岗情况已经登记。", "This person's attendance of the day is taken already."),
        remedy: Words("不必重复登记。", "There is nothing to record."), liftedBy: [.supervisor, .constructionUnit])
    package static let disturbanceKindIsKnown = RefusalWords(
        "disturbance_kind_is_known",
        Words("扰民事项不在清单内。", "The kind of disturbance is not on the list."),
        remedy: Words("从所列事项中选择。", "Take one of those named."), liftedBy: [.contractor, .epcContractor],
        key: "disturbance.kinds")
    package static let disturbanceIsAnnouncedInTime = RefusalWords(
        "disturbance_is_announced_in_time",
        Words("告知居民的时间不够提前。", "Residents are told too short a time before."),
        remedy: Words(
            "推迟开始时间；突发抢修的，写明不能提前告知的原因。",
            "Begin later; for an emergency say why it could not be told before."),
        liftedBy: [.contractor, .constructionUnit], key: "disturbance.kinds")
    package static let visitKindIsKnown = RefusalWords(
        "visit_kind_is_known", Words("督查方式不在清单内。", "The kind of visit is not on the list."),
        remedy: Words("选择定期或不定期。", "Take one of those named."), liftedBy: [.constructionUnit],
        key: "visits.kinds")
    package static let visitIsNotDatedAhead = RefusalWords(
        "visit_is_not_dated_ahead", Words("督查日期在今天以后。", "The visit bears a day that is yet to come."),
        remedy: Words("督查以后再登记。", "Record it once it was paid."), liftedBy: [.constructionUnit],
        key: "visits.kinds")
    package static let routineKindIsKnown = RefusalWords(
        "routine_kind_is_known", Words("定期工作不在清单内。", "The routine is not on the list."),
        remedy: Words("从通报、例会等所列工作中选择。", "Take one of those named."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "bulletin.interval_months")
    package static let routineIsNotDatedAhead = RefusalWords(
        "routine_is_not_dated_ahead", Words("日期在今天以后。", "The day is yet to come."),
        remedy: Words("开完、发出以后再登记。", "Record it once it was held."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "bulletin.interval_months")
    package static let bulletinTellsTheQuality = RefusalWords(
        "bulletin_tells_the_quality",
        Words("通报须写明施工进度和施工质量。", "A bulletin tells the quality beside the progress."),
        remedy: Words("补写施工质量情况。", "Tell the quality."), liftedBy: [.constructionUnit],
        key: "bulletin.interval_months")
    package static let yearlyDutyIsKnown = RefusalWords(
        "yearly_duty_is_known",
        Words("本区各项目所在地的文件没有这项年度工作。", "No place of the district names this yearly duty."),
        remedy: Words("从所列年度工作中选择。", "Take one of those named."), liftedBy: [.renovationOffice],
        key: "yearly.duties")
    package static let yearlyDutyIsDated = RefusalWords(
        "yearly_duty_is_dated_in_or_after_its_year",
        Words("完成日期应在当年或以后，且不晚于今天。", "It is done in its year or after it, and not later than today."),
        remedy: Words("核对年度和日期。", "Check the year and the day."), liftedBy: [.renovationOffice],
        key: "yearly.duties")
    package static let yearlyDutyIsDoneOnce = RefusalWords(
        "yearly_duty_is_done_once", Words("这项工作当年已经登记。", "This duty of the year is recorded already."),
        remedy: Words("不必重复登记。", "There is nothing to record."), liftedBy: [.renovationOffice])
    package static let specialWorksAreSettledOnce = RefusalWords(
        "special_works_are_settled_once",
        Words("这项专项工程的移交和维修养护已经落实。", "These special works are settled already."),
        remedy: Words("不必重复登记。", "There is nothing to record."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "special_works.settled_before_close")
    package static let specialWorksAreNotSettledAhead = RefusalWords(
        "special_works_are_not_settled_ahead",
        Words("落实日期在今天以后。", "The day is yet to come."),
        remedy: Words("落实以后再登记。", "Record it once it is settled."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "special_works.settled_before_close")
    package static let rebuildingGroundIsOfThePlace = RefusalWords(
        "rebuilding_ground_is_of_the_place",
        Words("本地文件没有把所列情形作为拆改结合的条件。", "The place names no such ground for taking down and building anew."),
        remedy: Words("按综合整治办理，或补充所列情形。", "Renovate instead, or name a ground of the list."),
        liftedBy: [.renovationOffice], key: "rebuild.grounds")
    package static let rebuildingIsNotDatedAhead = RefusalWords(
        "rebuilding_is_not_dated_ahead", Words("确定日期在今天以后。", "The day is yet to come."),
        remedy: Words("确定以后再登记。", "Record it once it is decided."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "rebuild.grounds")
    package static let rebuildingComesBeforeItsBallots = RefusalWords(
        "rebuilding_comes_before_its_ballots",
        Words(
            "业主已就综合整治表决，不能再改为拆改结合。", "The owners were asked about a renovation, not about rebuilding."),
        remedy: Words(
            "取消未计票的表决，或另立拆改结合项目并按“重建”事项重新表决。",
            "Call an open ballot off, or begin another project and ask them about rebuilding."),
        liftedBy: [.constructionUnit, .community], key: "rebuild.grounds")
    package static let rebuildingIsVotedAsRebuilding = RefusalWords(
        "rebuilding_is_voted_as_rebuilding",
        Words(
            "拆改结合项目应按“改建、重建”特别事项表决（参与表决的四分之三同意），不能按一般事项。",
            "Taking down and building anew is a special matter: it is not voted on as a general one."),
        remedy: Words("表决事项选“改建、重建”。", "Put the matter as rebuilding."),
        liftedBy: [.ownersBody, .community], key: "rebuild.grounds")
    package static let rebuildingIsDecidedOnce = RefusalWords(
        "rebuilding_is_decided_once", Words("拆改结合已经登记。", "Rebuilding is recorded already."),
        remedy: Words("不必重复登记。", "There is nothing to record."), liftedBy: [.constructionUnit])
    package static let conductWaitsNoMore = RefusalWords(
        "conduct_waits_no_more", Words("项目已经销号，不再登记。", "The project is closed."),
        remedy: Words("新的改造另立项目。", "A new renovation is a new project."), liftedBy: [.constructionUnit])

    /// What the checks of the tables say to what was filled in wrongly.
    private static let forms: [RefusalWords] = [
        .form(
            "site_staff_has_a_name", "须填姓名。", "Give the name.", remedy: "填写此人的姓名。", "Give the person's name.",
            by: [.contractor, .epcContractor, .supervisor, .constructionUnit]),
        .form(
            "site_staff_ends_after_it_begins", "终止日期早于任职日期。", "The post would end before it begins.",
            remedy: "把终止日期填成任职当日或以后。", "Give an end on or after the first day.",
            by: [.contractor, .epcContractor, .supervisor, .constructionUnit]),
        .form(
            "site_staff_end_has_a_reason", "终止任职须写明原因。", "Ending a post needs a reason.",
            remedy: "写明终止任职的原因。", "Say why the post ends.",
            by: [.contractor, .epcContractor, .supervisor, .constructionUnit]),
        .form(
            "disturbance_names_its_reach", "须写明影响哪些楼幢或道路。", "Say which houses or roads it is about.",
            remedy: "写明影响的楼幢或道路。", "Say which houses or roads it is about.",
            by: [.contractor, .epcContractor]),
        .form(
            "disturbance_ends_after_it_begins", "结束时间应晚于开始时间。", "It ends after it begins.",
            remedy: "把结束时间填在开始时间之后。", "Give an end after the beginning.", by: [.contractor, .epcContractor]),
        .form(
            "disturbance_emergency_gives_its_reason", "突发抢修须写明原因。", "An emergency gives its reason.",
            remedy: "写明是什么突发情况。", "Say what the emergency is.", by: [.contractor, .epcContractor]),
        .inward(
            "disturbance_is_told_as_it_is_recorded", "告知时间就是登记的时间，不能倒填。",
            "Residents are told at the moment of the record, not before it."),
        .form(
            "visit_names_its_visitors", "须写明督查人员。", "Say who paid the visit.", remedy: "填写督查人员。",
            "Say who paid the visit.", by: [.constructionUnit]),
        .form(
            "visit_says_what_it_found", "须写明督查情况。", "Say what was found.", remedy: "写明督查看到的情况。",
            "Say what was found.", by: [.constructionUnit]),
        .inward(
            "bulletin_figures_are_of_a_bulletin", "台账数据只随工程进度通报，由系统计算。",
            "Figures are told in a bulletin, and counted by the database."),
        .form(
            "routine_tells_the_progress", "须写明进度。", "Tell the progress.", remedy: "写明各项目的进度。",
            "Tell how far the works are.", by: [.constructionUnit, .renovationOffice]),
        .form(
            "yearly_duty_year_is_fair", "年度应在 2015 到 2100 之间。", "The year lies between 2015 and 2100.",
            remedy: "填写工作所属的年度，2015 到 2100。", "Give the year, from 2015 to 2100.", by: [.renovationOffice]),
        .form(
            "yearly_duty_has_its_document", "须填文号。", "Give the document's number.", remedy: "填写文件的文号。",
            "Give the document's number.", by: [.renovationOffice]),
        .form(
            "special_works_have_a_title", "须填专项工程名称。", "Give the works' title.", remedy: "填写专项工程的名称。",
            "Give the works' title.", by: [.constructionUnit, .renovationOffice]),
        .form(
            "special_works_name_their_department", "须填牵头部门。", "Name the department that leads them.",
            remedy: "填写牵头部门。", "Name the department that leads them.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "special_works_settled_name_their_keeper", "落实时须写明接管单位和维修养护安排。",
            "Name who keeps them, and how, when they are settled.", remedy: "写明接管单位和维修养护安排。",
            "Name who keeps them, and how.", by: [.constructionUnit, .renovationOffice]),
        .form(
            "rebuilding_has_a_ground", "须选择拆改结合的情形。", "Name a ground.", remedy: "从本地文件所列情形中选择。",
            "Choose a ground that the place names.", by: [.constructionUnit, .renovationOffice]),
        .form(
            "rebuilding_names_its_appraisal", "须填房屋安全鉴定的文号。", "Name the appraisal of the houses.",
            remedy: "填写房屋安全鉴定的文号。", "Give the appraisal's number.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "rebuilding_names_its_planning", "须填符合国土空间规划的意见文号。", "Name the planning opinion.",
            remedy: "填写规划意见的文号。", "Give the planning opinion's number.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "rebuilding_names_its_own_funding", "须写明拆改结合的资金安排。", "Say how it is paid for by itself.",
            remedy: "写明资金怎样筹集和平衡。", "Say where the money comes from.",
            by: [.constructionUnit, .renovationOffice]),
    ]

    package static let all: [RefusalWords] =
        [
            staffPostIsKnown, staffIsOfAUnitThatTakesPart, staffNamesItsCertificate, managerIsOnOneProject,
            staffOnlyEnds, attendanceIsOfADayOfDuty, attendanceIsTakenByAnotherUnit,
            attendanceIsTakenOnceADay, disturbanceKindIsKnown, disturbanceIsAnnouncedInTime,
            visitKindIsKnown, visitIsNotDatedAhead, routineKindIsKnown, routineIsNotDatedAhead,
            bulletinTellsTheQuality, yearlyDutyIsKnown, yearlyDutyIsDated,
            yearlyDutyIsDoneOnce, specialWorksAreSettledOnce, specialWorksAreNotSettledAhead,
            rebuildingGroundIsOfThePlace, rebuildingIsNotDatedAhead, rebuildingComesBeforeItsBallots,
            rebuildingIsVotedAsRebuilding, rebuildingIsDecidedOnce, conductWaitsNoMore,
        ] + forms
}
