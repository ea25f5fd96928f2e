package import Values

/// Refusals about how a tender went (招标过程).
extension TenderingRefusals {
    package static let awardTellsItsTender = RefusalWords(
        "award_tells_its_tender",
        Words(
            "必须招标的标段，登记中标结果时须一并登记投标人、评标委员会、评标报告日期和中标候选人公示起止。",
            "An award of what had to be tendered says who bid, who evaluated, and when report and posting were."
        ),
        remedy: Words(
            "按招标情况书面报告补齐；以前登记的中标结果写明原因撤回后重新登记。",
            "Fill them in from the written report; an award of before is withdrawn with its reason and recorded anew."
        ),
        liftedBy: [.constructionUnit, .tenderAgency], key: "tender.procedure_recorded")
    package static let tenderHasItsBidders = RefusalWords(
        "tender_has_its_bidders",
        Words("投标人少于三个的，不得开标。", "With fewer than three bidders no bid is opened."),
        remedy: Words(
            "重新招标；重新招标后仍少于三个的，报区旧改办依批准文件认定可以不再招标。",
            "Tender anew; where fewer than three bid again, the renovation office may approve by a document that it is left out."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "procedure.limits")
    package static let winnerIsAmongItsBidders = RefusalWords(
        "winner_is_among_its_bidders",
        Words("中标人不在投标人名单里。", "The winner is none of those who bid."),
        remedy: Words(
            "在投标人名单中选上中标人的登记单位。", "Name the winner's registered unit among the bidders."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let biddersAreIndependent = RefusalWords(
        "bidders_are_independent",
        Words(
            "单位负责人为同一人、存在控股或者管理关系的单位不得参加同一标段投标，与招标人有此关系的不得投标。",
            "Units under one head, or of which one controls the other, do not bid for one package, nor who is so bound to who buys."
        ),
        remedy: Words(
            "这样的投标无效：由评标委员会复核后重新确定，剩余投标人不足三个的重新招标；控制关系登记有误的，由区旧改办更正。",
            "Such bids are void: evaluate again without them, or tender anew; a control link that is wrong is corrected by the office."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "procedure.linked_bidders_excluded")
    package static let committeeIsLargeAndOdd = RefusalWords(
        "committee_is_large_and_odd",
        Words("评标委员会须为五人以上单数。", "A committee has five members or more, and an odd number."),
        remedy: Words(
            "按评标报告填写全体成员；人数确实不符的，依法重新组建评标委员会评标。",
            "Enter every member of the report; where the number is wrong, form the committee and evaluate anew."
        ),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let committeeIsMostlyExperts = RefusalWords(
        "committee_is_mostly_experts",
        Words(
            "评标委员会中技术、经济等方面的专家不得少于三分之二。",
            "At least two thirds of the committee are experts."),
        remedy: Words(
            "核对专家标记；确实不足的，依法重新组建评标委员会评标。",
            "Check who is an expert; where they are too few, form the committee and evaluate anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let committeeHoldsNoBidder = RefusalWords(
        "committee_holds_no_bidder",
        Words(
            "评标委员会成员在投标单位任职，须更换。",
            "Whoever works for a bidder does not sit in the committee."),
        remedy: Words("更换该成员后重新评标。", "Replace that member and evaluate anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let candidatesAreFewAndRanked = RefusalWords(
        "candidates_are_few_and_ranked",
        Words(
            "中标候选人不超过三个，从 1 起依次排名；必须招标的，中标人须在候选人中。",
            "There are at most three candidates, ranked from 1; of a mandatory tender the winner is one of them."
        ),
        remedy: Words("按评标报告填写候选人排名。", "Enter the ranks of the evaluation report."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let firstCandidateWins = RefusalWords(
        "first_candidate_wins",
        Words(
            "国有资金占主导的必须招标项目，应当由排名第一的中标候选人中标。",
            "Where the state's money dominates, the first candidate wins."),
        remedy: Words(
            "改由排名第一的中标；其放弃、不可抗力、不交履约保证金或者违法的，在该候选人处选明未中标情形。",
            "Award to the first; where he gave up, cannot perform, gives no bond or was found unlawful, say so beside his name."
        ),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.first_candidate_wins")
    package static let candidatesArePostedTheirDays = RefusalWords(
        "candidates_are_posted_their_days",
        Words(
            "中标候选人公示不足三日（末日遇休息日顺延），或者公示未满就发出中标通知书。",
            "The candidates hang for three days, the last of them a working day, and the notice goes out after that."
        ),
        remedy: Words(
            "公示满期后再发中标通知书；日期有误的按公示原件更正。",
            "Let the posting run out before the notice; correct the days by the posting itself."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.candidate_publicity_days")
    package static let awardWaitsForItsObjections = RefusalWords(
        "award_waits_for_its_objections",
        Words(
            "异议答复前应当暂停：对招标文件的异议须在开标前、对评标结果的异议须在中标通知书前答复。",
            "Until an objection is answered the tender pauses: on the documents before the opening, on the result before the notice."
        ),
        remedy: Words("答复异议后再继续，并填写答复日期。", "Answer it, enter the day, and go on then."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.periods")
    package static let bidBondStaysWithinItsCap = RefusalWords(
        "bid_bond_stays_within_its_cap",
        Words(
            "投标保证金超过标段估算的百分之二，或者超过最高数额。",
            "The bid bond is above a fiftieth of the estimate, or above its cap."),
        remedy: Words(
            "按实填写；确实超收的，退还超过部分后登记。", "Enter what was asked; return what is above, and record then."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let bidBondIsASum = RefusalWords(
        "bid_bond_is_a_sum",
        Words("投标保证金须大于零。", "A bid bond is above nothing."),
        remedy: Words("没有要求保证金的不填。", "Leave it out where none is asked."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.limits")
    package static let tenderListsAreLists = RefusalWords(
        "tender_lists_are_lists",
        Words("投标人、评标委员会、异议须逐项填写。", "Bidders, committee and objections are lists."),
        remedy: Words("逐项填写。", "Enter them one by one."), liftedBy: [.constructionUnit, .tenderAgency])
    package static let tenderDaysFollowEachOther = RefusalWords(
        "tender_days_follow_each_other",
        Words(
            "开标、评标报告、候选人公示、中标通知书的日期先后不符。",
            "Opening, report, posting and notice do not follow each other."),
        remedy: Words("按实际日期填写。", "Enter the days as they were."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.candidate_publicity_days")

    package static let documentsAreSoldTheirDays = RefusalWords(
        "documents_are_sold_their_days",
        Words(
            "招标文件或者资格预审文件的发售期不足五日。",
            "Tender documents, or those of the prequalification, were on sale for fewer than five days."),
        remedy: Words(
            "日期有误的按招标公告更正；确实不足的，重新招标。",
            "Correct the days by the announcement; where they are right, tender anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.periods")
    package static let prequalificationLeavesItsDays = RefusalWords(
        "prequalification_leaves_its_days",
        Words(
            "资格预审申请文件的提交时间，自停止发售资格预审文件之日起不足五日。",
            "Fewer than five days lie between the end of the sale and the deadline of the prequalification."),
        remedy: Words(
            "日期有误的按资格预审公告更正；确实不足的，重新组织资格预审。",
            "Correct the days by the announcement; where they are right, prequalify anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.periods")
    package static let prequalificationIsToldWhole = RefusalWords(
        "prequalification_is_told_whole",
        Words(
            "资格预审的发售起止、提交截止须一并填写，先后相符，并在发出招标文件之前。",
            "A prequalification is told with its three days, in their order, before the tender documents."),
        remedy: Words("按资格预审公告填写；没有资格预审的三项都不填。", "Fill in all three, or none where there was none."),
        liftedBy: [.constructionUnit, .tenderAgency])
    package static let saleEndsBeforeTheOpening = RefusalWords(
        "sale_ends_before_the_opening",
        Words(
            "招标文件停止发售日期须在发出日期之后、开标之前。",
            "The sale of the documents ends between their first day and the opening."),
        remedy: Words("按招标公告填写。", "Enter the day of the announcement."),
        liftedBy: [.constructionUnit, .tenderAgency])

    package static let awardDutyIsMetByItsPaper = RefusalWords(
        "award_duty_is_met_by_its_paper",
        Words(
            "招标后的书面报告、退还保证金，以登记的材料为准。",
            "What follows an award is done when its paper is recorded."),
        remedy: Words("登记相应的报告或者退还凭证。", "Record the report, or the proof of the return."),
        liftedBy: [.constructionUnit, .agentConstruction], key: "procedure.periods")

    /// The refusals about how a tender went.
    static let ofProcedure: [RefusalWords] = [
        awardTellsItsTender, tenderHasItsBidders, winnerIsAmongItsBidders, biddersAreIndependent,
        committeeIsLargeAndOdd, committeeIsMostlyExperts, committeeHoldsNoBidder, candidatesAreFewAndRanked,
        firstCandidateWins, candidatesArePostedTheirDays, awardWaitsForItsObjections,
        bidBondStaysWithinItsCap, awardDutyIsMetByItsPaper, bidBondIsASum, tenderListsAreLists,
        tenderDaysFollowEachOther, documentsAreSoldTheirDays, prequalificationLeavesItsDays,
        prequalificationIsToldWhole, saleEndsBeforeTheOpening,
    ]
}
