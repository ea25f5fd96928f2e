package import Values

extension ProjectsRefusals {
    package static let ballotHasALawfulOrganiser = RefusalWords(
        "ballot_has_a_lawful_organiser",
        Words("这种表决不能由该单位组织。", "This body does not hold a ballot of this kind."),
        remedy: Words("由所列组织者发放表决票并组织表决。", "Let one of the bodies named hold it."),
        liftedBy: [.ownersBody, .community], key: "ballot.organisers.plan")
    package static let ballotIsOpenedByItsOrganiser = RefusalWords(
        "ballot_is_opened_by_its_organiser",
        Words("表决由组织者自己发起。", "A ballot is opened by the body that holds it."),
        remedy: Words("请组织者登录后发起。", "Let the organiser sign in and open it."),
        liftedBy: [.ownersBody, .community],
        key: "ballot.organisers.plan")
    package static let ballotUsesThePlacesForm = RefusalWords(
        "ballot_uses_the_places_form", Words("没有使用当地规定的表式。", "The place's own form is not used."),
        remedy: Words("改用所列表式。", "Use the form named."), liftedBy: [.ownersBody, .community],
        key: "ballot.form.plan")
    package static let willingnessSheetAsksAllItMust = RefusalWords(
        "willingness_sheet_asks_all_it_must",
        Words("意见征求书没有问全由居民决定的事项。", "The sheet leaves out what residents decide."),
        remedy: Words("在征求书上补上所列问题。", "Add the questions named."), liftedBy: [.community],
        key: "ballot.topics.willingness")
    package static let planIsPublishedBeforeItsBallot = RefusalWords(
        "plan_is_published_before_its_ballot",
        Words("方案没有在表决开始前向小区公布。", "The plan was not published before its ballot."),
        remedy: Words("先公布初步设计方案，登记其摘要和公布日期。", "Publish the plan, and give its digest and the day."),
        liftedBy: [.ownersBody], key: "ballot.form.plan")
    package static let planBallotIsOnAStoredPlan = RefusalWords(
        "plan_ballot_is_on_a_stored_plan",
        Words("所填摘要不是本项目已存方案材料的摘要，无法证明表决的是这个方案。", "No stored part of the project's plan has this digest."),
        remedy: Words(
            "先上传公布的方案原件，再填写该文件的摘要。", "Store the plan as it was published, then give that file's digest."),
        liftedBy: [.ownersBody, .constructionUnit], key: "plan.parts")
    package static let ballotMatterIsOfItsClass = RefusalWords(
        "ballot_matter_is_of_its_class",
        Words("表决事项不在法定类别之中。", "The matter is of no class that the law names."),
        remedy: Words("从所列事项中选择，并写明理由。", "Choose one of the matters named, with the reason."),
        liftedBy: [.ownersBody, .community], key: "consent.matters")
    package static let ballotWindowIsLawful = RefusalWords(
        "ballot_window_is_lawful", Words("投票期限不符合当地规定。", "The days of voting are too few or too many here."),
        remedy: Words("调整投票的起止日期。", "Set other days."), liftedBy: [.ownersBody, .community],
        key: "ballot.window.min_days")
    package static let ballotIsAnnouncedInTime = RefusalWords(
        "ballot_is_announced_in_time", Words("没有提前足够的日数通知业主。", "Owners were not told early enough."),
        remedy: Words("推迟投票开始日期。", "Open the ballot later."), liftedBy: [.ownersBody, .community],
        key: "ballot.notice_days")
    package static let ballotClosesAfterItOpens = RefusalWords(
        "ballot_closes_after_it_opens",
        Words("日期颠倒：先通知，再开始，最后截止。", "Notice, first day and last day are out of order."),
        remedy: Words("改正日期。", "Correct the days."), liftedBy: [.ownersBody, .community],
        key: "ballot.window.min_days")
    package static let ballotIsCountedOverTheRegister = RefusalWords(
        "ballot_is_counted_over_the_register",
        Words("还没有确认户册，表决没有分母。", "No register is confirmed: a ballot has nothing to be counted over."),
        remedy: Words("先导入并确认户册。", "Import the register of households and confirm it."),
        liftedBy: [.community, .constructionUnit], key: "register.persons_are_owners")
    package static let ballotIsOfAnOpenProject = RefusalWords(
        "ballot_is_of_an_open_project",
        Words("项目已经销号，不再表决。", "The project is closed and holds no more ballots."),
        remedy: Words("新的改造另立项目。", "A new renovation is a new project."), liftedBy: [.constructionUnit],
        key: "consent.regime")
    package static let projectHasOneOpenBallot = RefusalWords(
        "project_has_one_open_ballot", Words("已有一次表决正在进行。", "Another ballot is open."),
        remedy: Words(
            "先计票或取消正在进行的表决；几个事项可以列在同一张表决票上。", "Count it or call it off; one sheet may ask several questions."),
        liftedBy: [.ownersBody, .community], key: "consent.regime")
    package static let ballotHeldAgainNamesTheOneBefore = RefusalWords(
        "ballot_held_again_names_the_one_before",
        Words(
            "这一事项已经表决过；再次表决须写明接续哪一次、为什么。", "This was voted on: say which ballot this one follows, and why."),
        remedy: Words("填写上一次表决和再次表决的理由。", "Name the ballot before and the reason."),
        liftedBy: [.ownersBody, .community], key: "consent.regime")
    package static let ballotHeldAgainGivesItsReason = RefusalWords(
        "ballot_held_again_gives_its_reason", Words("再次表决须写明理由。", "A ballot held again gives its reason."),
        remedy: Words("填写理由。", "Give the reason."), liftedBy: [.ownersBody, .community], key: "consent.regime"
    )
    package static let ballotIsCountedAfterItsLastDay = RefusalWords(
        "ballot_is_counted_after_its_last_day",
        Words("投票还没有截止，不能计票。", "Voting is not over: it is not counted yet."),
        remedy: Words("到截止日再计票。", "Count it on the last day or after it."),
        liftedBy: [.ownersBody, .community],
        key: "consent.regime")
    package static let countWaitsForEntriesThatDiffer = RefusalWords(
        "count_waits_for_entries_that_differ", Words("有表决票两次录入不一致。", "Slips were read in two ways."),
        remedy: Words(
            "对照原件：录错的一份作废重录。", "Hold them against the paper, void what was entered wrong and enter it again."),
        liftedBy: [.ownersBody, .community], key: "ballot.recheck.share")
    package static let countWaitsForItsRechecks = RefusalWords(
        "count_waits_for_its_rechecks", Words("纸质表决票抽查复录的份数不够。", "Too few paper slips were entered again."),
        remedy: Words("请另一人对照原件复录。", "Let another person enter more of them again."),
        liftedBy: [.ownersBody, .community, .constructionUnit], key: "ballot.recheck.share")
    package static let recountFollowsTheLastCount = RefusalWords(
        "recount_follows_the_last_count",
        Words("这次表决已经计票或取消。", "This ballot is counted or called off already."),
        remedy: Words("已计票的可以写明理由复核计票。", "A counted ballot may be recounted with a reason."),
        liftedBy: [.ownersBody, .community], key: "consent.regime")
    package static let ballotIsClosedToSlips = RefusalWords(
        "ballot_is_closed_to_slips",
        Words("表决已经截止计票，表决票不再变动。", "The ballot is counted: its slips stay as they are."),
        remedy: Words(
            "读错的票由复核计票更正；意愿改变的须再次表决。",
            "A recount corrects what was misread; a change of mind needs another ballot."),
        liftedBy: [.ownersBody, .community], key: "consent.regime")
    package static let slipIsOfARegisterUnit = RefusalWords(
        "slip_is_of_a_register_unit", Words("表决票不属于户册中的住户。", "The slip is of no unit of the register."),
        remedy: Words("按户册选择住户；户册有误的，表决结束后更正。", "Take the unit from the register."),
        liftedBy: [.community, .ownersBody], key: "register.persons_are_owners")
    package static let slipIsSignedWhileTheBallotIsOpen = RefusalWords(
        "slip_is_signed_while_the_ballot_is_open",
        Words("签署日期不在投票期限内。", "The slip was not signed on a day of voting."),
        remedy: Words("按票上的日期登记；逾期的票不计。", "Enter the day on the slip; a late slip does not count."),
        liftedBy: [.ownersBody, .community], key: "consent.regime")
    package static let slipAnswersEveryQuestion = RefusalWords(
        "slip_answers_every_question", Words("每个表决事项须有一个意见。", "A slip has one answer for each question."),
        remedy: Words("没有填写的事项登记为弃权。", "Enter what was left blank as an abstention."),
        liftedBy: [.ownersBody, .community], key: "consent.regime")
    package static let unitVotesOnce = RefusalWords(
        "unit_votes_once", Words("这一户的表决票已经登记。", "This unit's slip is entered already."),
        remedy: Words("先撤回或作废原票。", "Withdraw or void the one before."), liftedBy: [.ownersBody, .community],
        key: "register.persons_are_owners")
    package static let slipIsRecheckedByAnotherPerson = RefusalWords(
        "slip_is_rechecked_by_another_person",
        Words("录入人不能复录自己录的票。", "Whoever entered a slip does not recheck it."),
        remedy: Words("请另一人复录。", "Let another person do it."), liftedBy: [.ownersBody, .community],
        key: "ballot.recheck.share")
    package static let slipIsWithdrawnWhileTheBallotIsOpen = RefusalWords(
        "slip_is_withdrawn_while_the_ballot_is_open",
        Words("业主只能在截止日以前撤回表决票。", "An owner withdraws a slip up to the last day of voting."),
        remedy: Words("截止以后以原票为准。", "After it the slip stands."), liftedBy: [.ownersBody, .community],
        key: "consent.regime")
    package static let slipIsWithdrawnAfterItIsSigned = RefusalWords(
        "slip_is_withdrawn_after_it_is_signed",
        Words("撤回日期早于这张表决票的签署日期。", "The slip would be withdrawn before it was signed."),
        remedy: Words("把撤回日期填成签署当日或以后。", "Give a day on or after it was signed."),
        liftedBy: [.community, .ownersBody, .constructionUnit], key: "consent.regime")
    package static let registerHasMovedOn = RefusalWords(
        "register_has_moved_on_since_the_check",
        Words("比对以后户册已经变动，或确认的不是这次比对的结果。", "The register has changed since this file was compared with it."),
        remedy: Words("重新上传比对，再按新的摘要确认。", "Send the file again and confirm its new digest."),
        liftedBy: [.community, .constructionUnit], key: "register.persons_are_owners")
    package static let registerRests = RefusalWords(
        "register_rests_while_a_ballot_is_open",
        Words("表决进行中，户册不能变动。", "The register rests while a ballot is counted over it."),
        remedy: Words("等表决计票或取消以后再更新。", "Change it when the ballot is counted or called off."),
        liftedBy: [.ownersBody, .community], key: "register.persons_are_owners")
    package static let consultationGoesInOrder = RefusalWords(
        "consultation_goes_in_order",
        Words("征求意见要一上一下、逐次进行，日期也要依次。", "Each round is collected and then fed back, one after another."),
        remedy: Words("先登记前一步。", "Record the step before it first."),
        liftedBy: [.community, .constructionUnit],
        key: "rounds.required")
    package static let roundOfDeliberationHasItsMinutes = RefusalWords(
        "round_of_deliberation_has_its_minutes",
        Words("这一次应为协商议事，须有纪要和到会人数。", "This round is a deliberation with minutes and attendance."),
        remedy: Words("登记议事纪要的摘要和到会人数。", "Give the digest of the minutes and how many came."),
        liftedBy: [.community, .constructionUnit], key: "rounds.deliberation")
    package static let consultationWaitsNoMore = RefusalWords(
        "consultation_waits_no_more", Words("项目已经销号。", "The project is closed."),
        remedy: Words("新的改造另立项目。", "A new renovation is a new project."), liftedBy: [.constructionUnit],
        key: "rounds.required")

    static let owners: [RefusalWords] =
        [
            ballotHasALawfulOrganiser, ballotIsOpenedByItsOrganiser, ballotUsesThePlacesForm,
            willingnessSheetAsksAllItMust, planIsPublishedBeforeItsBallot, planBallotIsOnAStoredPlan,
            ballotMatterIsOfItsClass,
            ballotWindowIsLawful, ballotIsAnnouncedInTime, ballotClosesAfterItOpens,
            ballotIsCountedOverTheRegister, ballotIsOfAnOpenProject, projectHasOneOpenBallot,
            ballotHeldAgainNamesTheOneBefore, ballotHeldAgainGivesItsReason, ballotIsCountedAfterItsLastDay,
            countWaitsForEntriesThatDiffer, countWaitsForItsRechecks, recountFollowsTheLastCount,
            ballotIsClosedToSlips, slipIsOfARegisterUnit, slipIsSignedWhileTheBallotIsOpen,
            slipAnswersEveryQuestion, unitVotesOnce, slipIsRecheckedByAnotherPerson,
            slipIsWithdrawnWhileTheBallotIsOpen, slipIsWithdrawnAfterItIsSigned, registerHasMovedOn,
            registerRests, consultationGoesInOrder,
            roundOfDeliberationHasItsMinutes, consultationWaitsNoMore,
        ] + registerData + ballotData + consultationData
}
