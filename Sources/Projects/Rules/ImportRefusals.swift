package import Values

/// Refusals about what is taken in with a scheme (方案导入).
extension ProjectsRefusals {
    package static let communityIsRenovatedOnceAtATime = RefusalWords(
        "community_is_renovated_once_at_a_time",
        Words(
            "同名同地址的小区已有未办结的改造项目。",
            "A community of this name and address has an open project already."),
        remedy: Words(
            "在原项目上办理；确为另一小区的，写明能区分的名称和地址。",
            "Go on with that project; where it is another community, give the name and address that tell them apart."
        ),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let communityIsCompleted = RefusalWords(
        "community_is_completed",
        Words("小区建成日期晚于今天。", "The community would be completed on a day that has not come."),
        remedy: Words("核对建成日期。", "Check the day of completion."), liftedBy: [.constructionUnit])
    package static let communityIsCompletedBeforeItsScheme = RefusalWords(
        "community_is_completed_before_its_scheme",
        Words("方案确定日期早于小区建成日期。", "The scheme would be older than its community."),
        remedy: Words("核对两个日期。", "Check the two days."), liftedBy: [.constructionUnit])
    package static let schemeIsNotDatedAhead = RefusalWords(
        "scheme_is_not_dated_ahead",
        Words("方案确定日期晚于今天。", "The scheme would be decided on a day that has not come."),
        remedy: Words(
            "方案表决通过后再导入，日期按表决结束之日填写。", "Take it in after the vote, under the day on which it closed."),
        liftedBy: [.constructionUnit], key: "consent.regime")
    package static let mandatoryItemHasAnAmount = RefusalWords(
        "mandatory_item_has_an_amount",
        Words("必选类内容的金额须大于零。", "An item of the mandatory class has an amount."),
        remedy: Words(
            "填写金额；已达标、不必实施的，不列为子目，另行说明。",
            "Give its amount; what is there already is stated as such, and is no item."),
        liftedBy: [.constructionUnit], key: "plan.mandatory_kinds")
    package static let importedSchemeIsWithinTheScope = RefusalWords(
        "imported_scheme_is_within_the_scope",
        Words("这个小区不在改造范围内，或没有随方案作出范围认定。", "The community is not found within the scope of renovation."),
        remedy: Words(
            "核对范围认定的事实；原则上不纳入而要报批例外的，从登记小区开始办理。",
            "Check the facts of the finding; where an exception is asked for, begin with the community's registration."
        ),
        liftedBy: [.constructionUnit, .leadingGroup], key: "scope.conditions")
    package static let launchWaitsForSchemeApproval = RefusalWords(
        "launch_waits_for_scheme_approval",
        Words("没有存入方案批准文件的原件。", "The approval of the scheme is not stored."),
        remedy: Words(
            "由街道或区旧改办登记方案批准文件（表决结果及公示），并上传原件。",
            "The street or the renovation office records the approval of the scheme with its bytes."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "launch.required_papers")
    package static let communityBodyIsOfItsKind = RefusalWords(
        "community_body_is_of_its_kind",
        Words("登记为社区居委会、业主组织的单位，须是这一类单位。", "A committee or an owners’ body is a unit of that kind."),
        remedy: Words(
            "登记相应的居委会、业主委员会或自治小组；单位类别登记有误的，请区旧改办更正单位名录。",
            "Name the committee or the owners’ body itself; where the register is wrong, let the office put it right."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.unit_kinds")

    /// The refusals about what is taken in.
    static let ofImports: [RefusalWords] = [
        communityIsRenovatedOnceAtATime, communityIsCompleted, communityIsCompletedBeforeItsScheme,
        schemeIsNotDatedAhead, mandatoryItemHasAnAmount, importedSchemeIsWithinTheScope,
        launchWaitsForSchemeApproval, communityBodyIsOfItsKind,
    ]
}
