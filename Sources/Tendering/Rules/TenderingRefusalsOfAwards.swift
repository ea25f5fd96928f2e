package import Values

/// Refusals about what a tender came to (中标结果).
extension TenderingRefusals {
    package static let tenderedContractRestsOnItsAward = RefusalWords(
        "tendered_contract_rests_on_its_award",
        Words(
            "招标的合同须以已登记的中标结果为依据。",
            "A contract after a tender rests on an award that is recorded, with its stored notice."),
        remedy: Words(
            "由建设单位或者招标代理机构先登记中标结果（发出招标文件、开标、中标通知书的日期，中标人，中标价，通知书原件），再签约。",
            "Record the award first: the days, the winner, the price and the notice itself."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "contract.days_after_award")
    package static let contractIsWhatWasAwarded = RefusalWords(
        "contract_is_what_was_awarded",
        Words(
            "合同与中标结果不一致：方式、承包人、金额和中标通知书日期都须相同。",
            "The contract is not what was awarded: method, contractor, amount and day of the notice are the same."
        ),
        remedy: Words(
            "按中标通知书与中标人签约；登记有误或者中标无效的，写明原因撤回中标登记，再登记正确的中标结果。",
            "Sign with the winner as awarded; where the award is wrong or void, withdraw it with its reason and record another."
        ),
        liftedBy: [.constructionUnit], key: "contract.days_after_award")
    package static let packageHasOneAward = RefusalWords(
        "package_has_one_award",
        Words("这个标段已经登记中标结果。", "An award is recorded for this package already."),
        remedy: Words(
            "按已登记的中标结果签约；登记有误或者须重新招标的，写明原因撤回中标登记，再登记新的中标结果。",
            "Sign as awarded; where it is wrong, or to tender anew, withdraw it with its reason and record another."
        ),
        liftedBy: [.constructionUnit])
    package static let awardIsForAStandingPackage = RefusalWords(
        "award_is_for_a_standing_package",
        Words(
            "标段已经撤销或者项目已经办结，不再登记中标结果。",
            "The package is withdrawn or the project closed: nothing is awarded for it."),
        remedy: Words("确需采购的，另行登记标段。", "File another package."), liftedBy: [.constructionUnit])
    package static let awardComesBeforeItsContract = RefusalWords(
        "award_comes_before_its_contract",
        Words(
            "这个标段已经签订合同，不再登记中标结果。",
            "The contract of this package is signed: no award is recorded afterwards."),
        remedy: Words("核对标段。", "Check which package it is."), liftedBy: [.constructionUnit])
    package static let awardIsWithdrawnBeforeItsContract = RefusalWords(
        "award_is_withdrawn_before_its_contract",
        Words("合同已按这个中标结果签订，不能撤回。", "A contract rests on this award: it is not withdrawn."),
        remedy: Words(
            "合同确须终止的，由合同双方办理解除，剩余部分重新发包。",
            "Where the contract has to end, its parties end it, and the rest is bought anew."),
        liftedBy: [.constructionUnit, .contractor], key: "contract.days_after_award")
    package static let awardIsWithdrawnOnce = RefusalWords(
        "award_is_withdrawn_once",
        Words("这个中标结果已经撤回。", "This award is withdrawn already."),
        remedy: Words("登记正确的中标结果。", "Record the right award."), liftedBy: [.constructionUnit, .tenderAgency])
    package static let awardWithdrawalSaysWhy = RefusalWords(
        "award_withdrawal_says_why",
        Words("须写明为什么撤回中标登记。", "Say why the award is withdrawn."),
        remedy: Words("写明撤回原因。", "Give the reason."), liftedBy: [.constructionUnit, .tenderAgency])
    package static let awardWinnerFitsItsTrade = RefusalWords(
        "award_winner_fits_its_trade",
        Words(
            "按登记的单位类别，中标人不能承担这个标段（机关、社区和专业单位等不承担工程和服务）。",
            "A unit of this kind does not do what this package buys."),
        remedy: Words(
            "核对中标人；单位类别登记有误的，请区旧改办更正单位名录。",
            "Check the winner; where the register is wrong, let the renovation office put it right."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.unit_kinds")
    package static let serviceFitsTheKindOfUnit = RefusalWords(
        "service_fits_the_kind_of_unit",
        Words(
            "按登记的单位类别，这个单位不能提供这类服务（如施工企业不做检测）。",
            "A unit of this kind does not give this service, as a builder does not test works."),
        remedy: Words(
            "由相应类别的单位承担；施工按工程发包，单位类别登记有误的请区旧改办更正单位名录。",
            "Let a unit of a fitting kind give it; works are bought as works; a wrong register is the office's to put right."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "tender.service_units")
    package static let tenderBeginsAfterItsDetermination = RefusalWords(
        "tender_begins_after_its_determination",
        Words(
            "招标文件发出日期早于概算批准或者招标认定：工程和货物先批准概算、先认定，再招标。",
            "Tender documents for works and goods go out after the budget is approved and the package determined."
        ),
        remedy: Words(
            "日期有误的按实登记；确实先招标的，按现在的概算和认定重新招标。",
            "Correct the days; where the tender really came first, tender anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "tender.documents_follow_determination")
    package static let awardDayHasCome = RefusalWords(
        "award_day_has_come",
        Words("中标通知书日期在今天以后。", "The notice bears a day that is yet to come."),
        remedy: Words("中标通知书发出后再登记。", "Record it once the notice is out."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "contract.days_after_award")
    package static let awardFollowsTheOpening = RefusalWords(
        "award_follows_the_opening",
        Words("发出招标文件、开标、中标通知书的日期先后不对。", "Documents, opening of bids and notice are not in this order."),
        remedy: Words("核对三个日期。", "Check the three days."), liftedBy: [.constructionUnit, .tenderAgency],
        key: "procedure.min_bid_days")
    package static let bidsHaveTheirDays = RefusalWords(
        "bids_have_their_days",
        Words(
            "发出招标文件至投标截止（开标）的时间短于法定期限。",
            "Fewer days lie between the tender documents and the opening of bids than the law asks."),
        remedy: Words(
            "日期有误的按实登记；确实短于期限的，重新招标。", "Correct the days; where they are right, tender anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "procedure.min_bid_days")
    package static let awardStaysWithinItsCeiling = RefusalWords(
        "award_stays_within_its_ceiling",
        Words(
            "中标价超过标段估算或者最高投标限价。",
            "The price is above the estimate of the package, or above the control price of the tender."),
        remedy: Words(
            "核对中标价；估算确需调整的，先在批准的概算内调整标段估算并重新认定，限价以上的投标不得中标。",
            "Check the price; re-estimate the package within the approved budget first. A bid above the control price does not win."
        ),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let awardRestsOnItsNotice = RefusalWords(
        "award_rests_on_its_notice",
        Words("中标结果须附中标通知书原件，日期与通知书一致。", "An award comes with the stored notice of its own day."),
        remedy: Words("附上中标通知书原件再登记。", "Bring the notice itself."),
        liftedBy: [.constructionUnit, .tenderAgency], key: "contract.days_after_award")
    package static let epcTenderWaitsForItsApprovals = RefusalWords(
        "epc_tender_waits_for_its_approvals",
        Words(
            "工程总承包在初步设计批准之前不得发包；依规定简化审批的，不得早于投资决策。",
            "General contracting is put out after the preliminary design is approved; where approvals are simplified, after the investment is decided."
        ),
        remedy: Words(
            "登记初步设计（含概算）批复；简化审批的，登记写明情形的依据文件和可行性研究报告批复；公告早于批复的，重新招标。",
            "Record the approval of the preliminary design; or the paper that simplifies the approvals, and that of the feasibility study. What went out earlier is tendered anew."
        ),
        liftedBy: [.constructionUnit, .renovationOffice, .agentConstruction], key: "delivery.epc_notice_after"
    )
    package static let awardHasAPrice = RefusalWords(
        "award_has_a_price",
        Words("中标价须大于零。", "An award has a price."),
        remedy: Words("按中标通知书填写中标价。", "Enter the price of the notice."),
        liftedBy: [.constructionUnit, .tenderAgency])
    package static let awardControlPriceIsAPrice = RefusalWords(
        "award_control_price_is_a_price",
        Words("最高投标限价须大于零。", "A control price is above nothing."),
        remedy: Words("按招标文件填写，没有的不填。", "Enter that of the tender documents, or none."),
        liftedBy: [.constructionUnit, .tenderAgency])
    package static let awardIsOfItsPackage = RefusalWords(
        "award_is_of_its_package",
        Words("中标结果与标段不是同一个项目的。", "The award is of another package."),
        remedy: Words("核对标段。", "Check which package it is."), liftedBy: [.constructionUnit])

    /// The refusals about awards.
    static let ofAwards: [RefusalWords] = [
        tenderedContractRestsOnItsAward, contractIsWhatWasAwarded, packageHasOneAward,
        awardIsForAStandingPackage, awardComesBeforeItsContract, awardDayHasCome, awardFollowsTheOpening,
        bidsHaveTheirDays, awardStaysWithinItsCeiling, awardRestsOnItsNotice, awardHasAPrice,
        awardControlPriceIsAPrice, awardIsOfItsPackage, awardIsWithdrawnBeforeItsContract,
        awardIsWithdrawnOnce, awardWithdrawalSaysWhy, awardWinnerFitsItsTrade, serviceFitsTheKindOfUnit,
        tenderBeginsAfterItsDetermination, epcTenderWaitsForItsApprovals,
    ]
}
