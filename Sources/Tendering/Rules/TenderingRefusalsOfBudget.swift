package import Values

/// Refusals about the money that tendering rests on (概算、标段估算与直接发包).
extension TenderingRefusals {
    package static let budgetFollowsTheFundingPlan = RefusalWords(
        "budget_follows_the_funding_plan",
        Words(
            "登记的总投资或财政资金与资金筹集方案不一致。",
            "The total or the budget money is not what the funding plan has."),
        remedy: Words(
            "按资金筹集方案登记；批准的概算与方案不同的，由区旧改办先登记概算批复原件，再引用这份材料登记。",
            "Record the plan’s figures; where another total was approved, the renovation office stores the approval first, and the budget names it."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "tender.splitting_forbidden")
    package static let budgetAdjustmentRestsOnItsPaper = RefusalWords(
        "budget_adjustment_rests_on_its_paper",
        Words(
            "概算调整须引用一份新的概算批复，批复的总投资与调整后的一致。",
            "An adjustment rests on a stored approval of its own, whose total is the new one."),
        remedy: Words(
            "由区旧改办先把调整概算批复（含原件和批准的总投资）登记为项目材料，再引用这份材料登记调整。",
            "Let the renovation office store the approval with its total first; the adjustment then names it."
        ),
        liftedBy: [.renovationOffice], key: "change.budget_limit")
    package static let budgetIsNotDatedAhead = RefusalWords(
        "budget_is_not_dated_ahead",
        Words("概算批复日期晚于今天。", "The budget would be approved on a day that has not come."),
        remedy: Words("按批复文件上的日期登记。", "Enter the day that the approval bears."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let budgetWaitsForTheOverrunAnswer = RefusalWords(
        "budget_waits_for_the_overrun_answer",
        Words(
            "批准的概算超过可研估算的幅度过大，须先报告，取得答复后再登记。",
            "The budget is too far above the feasibility estimate: it waits for the answer to its report."),
        remedy: Words(
            "向投资主管部门报告，把答复（含原件）登记为项目材料后再登记概算。",
            "Report it, and store the authority’s answer among the project’s papers first."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "investment.estimate_overrun_ratio")
    /// - Source: 拱墅区实施方案政策解读 二（四）3, GS-04-4; catalogue CV-19
    package static let budgetWaitsForTheAffordableException = RefusalWords(
        "budget_waits_for_the_affordable_exception",
        Words(
            "2000年以后建成的保障性安居小区，批准的概算超过按每平方米限额和小区面积算出的数额。",
            "Of affordable housing built later, the budget is above what the limit and the community’s square metres come to."
        ),
        remedy: Words(
            "核减概算；确需突破的，报领导小组批准，由区旧改办登记《保障性安居小区改造费用超限额批准文件》并上传原件。",
            "Lower the budget; or the renovation office stores the leading group’s decision to except it, with its bytes."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "affordable.cap_per_m2")
    package static let packagesStayWithinBudget = RefusalWords(
        "packages_stay_within_budget",
        Words(
            "各标段估算（已签约的按合同）合计超过批准的概算。",
            "The packages, signed or estimated, come to more than the approved budget."),
        remedy: Words(
            "核减估算或撤销标段；确需增加投资的，由原批准机关先批准调整概算。",
            "Lower the estimates or withdraw a package; for more money, have the budget adjusted first."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.budget_limit")
    package static let directContractStaysWithinItsEstimate = RefusalWords(
        "direct_contract_stays_within_its_estimate",
        Words(
            "未经招标的合同金额超过标段估算。",
            "A contract without a tender is above the estimate of its package."),
        remedy: Words(
            "压减合同金额；估算确需调整的，先调整估算并重新认定是否必须招标。",
            "Lower the amount; or re-estimate the package and determine anew."),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let directContractStaysWithinTheScheme = RefusalWords(
        "direct_contract_stays_within_the_scheme",
        Words(
            "未经招标的合同金额超过方案中这些改造内容的金额。",
            "A contract without a tender is above what the scheme has for its items."),
        remedy: Words(
            "压减合同金额，或改为招标；方案金额变化的，走工程变更程序。",
            "Lower the amount, or tender it; a change of the scheme is a change order."),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let projectBudgetIsWithinTotal = RefusalWords(
        "project_budget_is_within_total",
        Words("批准的概算超过总投资。", "The approved budget is above the total investment."),
        remedy: Words("核对概算与总投资。", "Check the budget and the total."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let totalInvestmentIsWhatWasApproved = RefusalWords(
        "total_investment_is_what_was_approved",
        Words(
            "总投资与批准的概算不一致：批准的概算就是总投资，财政资金占比按它计算。",
            "The total investment is the approved budget, and the share of budget money is counted of it."),
        remedy: Words(
            "两项都按概算批复填写；批复有误的，由发改部门重新批复后再登记。",
            "Enter both as approved; where the approval is wrong, let its authority approve anew."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.budget_limit")
    package static let budgetApprovalHasOneTotal = RefusalWords(
        "budget_approval_has_one_total",
        Words(
            "同一份概算批复（同一文号或者同一原件）已经登记，批准的总投资不同。",
            "This approval, by its number or its file, is recorded with another total."),
        remedy: Words(
            "按批复原件核对金额；另有调整批复的，按它自己的文号和原件登记。",
            "Check the total against the document; another approval has its own number and file."),
        liftedBy: [.renovationOffice], key: "change.budget_limit")

    /// The refusals about a project's money.
    static let ofBudget: [RefusalWords] = [
        budgetFollowsTheFundingPlan, budgetAdjustmentRestsOnItsPaper, budgetIsNotDatedAhead,
        budgetWaitsForTheOverrunAnswer, budgetWaitsForTheAffordableException,
        packagesStayWithinBudget,
        directContractStaysWithinItsEstimate, directContractStaysWithinTheScheme, projectBudgetIsWithinTotal,
        totalInvestmentIsWhatWasApproved, budgetApprovalHasOneTotal,
    ]
}
