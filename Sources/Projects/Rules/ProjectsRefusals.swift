package import Values

/// The refusals of the projects capability (项目类拒绝), each under its guard's name.
package enum ProjectsRefusals {
    package static let launchWaitsForResidentFunds = RefusalWords(
        "launch_waits_for_resident_funds",
        Words(
            "居民自筹资金没有全部到账，项目不能启动。", "The residents' money is not complete: the project cannot be launched."),
        remedy: Words(
            "把差额存入资金专用账户，由业委会、社区登记缴款；到位率达到 100% 即可启动。",
            "Pay the rest into the special account; the owners' body or the community records it, and at 100 % the gate opens."
        ),
        liftedBy: [.ownersBody, .community, .renovationOffice], handledBy: [.ownersBody, .constructionUnit],
        key: "launch.resident_funds_ratio")
    package static let launchWaitsForPapers = RefusalWords(
        "launch_waits_for_papers",
        Words("启动申请材料不齐。", "Papers of the launch application are missing."),
        remedy: Words("由业委会或自治小组补交所缺材料。", "The owners' body hands in what is missing."),
        liftedBy: [.ownersBody], key: "launch.required_papers")
    package static let launchWaitsForSpecialAccount = RefusalWords(
        "launch_waits_for_special_account",
        Words("街道还没有开设老旧小区改造资金专用账户。", "The street has not opened the special account."),
        remedy: Words("街道开户并登记账号。", "The street opens it and records its number."),
        liftedBy: [.constructionUnit], key: "launch.account_required")
    package static let launchWaitsForFundingPlan = RefusalWords(
        "launch_waits_for_funding_plan", Words("没有资金筹集方案。", "There is no funding plan."),
        remedy: Words("导入已批准的方案。", "Import the approved scheme."), liftedBy: [.constructionUnit],
        key: "launch.resident_funds_ratio")
    package static let receiptWaitsForSpecialAccount = RefusalWords(
        "receipt_waits_for_special_account",
        Words(
            "居民资金只能存入专用账户，账户尚未开设。", "Resident money goes only into the special account, which is not opened."),
        remedy: Words("先由街道开设专用账户。", "The street opens the account first."), liftedBy: [.constructionUnit],
        key: "launch.account_required")
    package static let receiptStaysAfterLaunch = RefusalWords(
        "receipt_stays_after_launch",
        Words("项目已经启动，启动所依据的资金不能退出账户。", "The project is launched: money it rests on cannot leave."),
        remedy: Words("多退少补在竣工财务决算后办理。", "Refunds are made at the final accounts."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "launch.resident_funds_ratio")
    package static let receiptWaitsNoMore = RefusalWords(
        "receipt_waits_no_more",
        Words("项目已经销号，不再登记或冲销居民资金。", "The project is closed: its residents' money stands as it is."),
        remedy: Words("多退少补在销号以前办完。", "Refunds and calls are made before the project is closed."),
        liftedBy: [.constructionUnit], key: "funding.true_up")
    package static let receiptIsNotDatedAhead = RefusalWords(
        "receipt_is_not_dated_ahead",
        Words("到账日期在今天以后。", "The money is said to have come on a day that is yet to come."),
        remedy: Words("按专用账户的到账日期登记。", "Enter the day it reached the special account."),
        liftedBy: [.constructionUnit, .ownersBody], key: "launch.resident_funds_ratio")
    package static let receiptVoucherIsOne = RefusalWords(
        "receipt_voucher_is_one", Words("同一凭证号已经登记过。", "This voucher is recorded already."),
        remedy: Words("一张凭证只计一次到账；改正凭证号。", "A voucher counts once: correct its number."),
        liftedBy: [.constructionUnit, .ownersBody], key: "launch.resident_funds_ratio")
    package static let planApprovalFollowsItsChain = RefusalWords(
        "plan_approval_follows_its_chain",
        Words(
            "列入年度计划须按顺序逐级同意，还没轮到这一步。",
            "The annual plan's approvals come one after another; it is not this one's turn."),
        remedy: Words("先完成所列的前一步。", "Finish the step named first."),
        liftedBy: [.constructionUnit, .leadingGroup], key: "annual_plan.chain")
    package static let planApprovalIsOfItsBody = RefusalWords(
        "plan_approval_is_of_its_body",
        Words(
            "这一步由所列机关办理，您的角色不能代为登记。", "This step is the word of the body named; your role does not say it."),
        remedy: Words("请由所列机关的人员登记。", "Let somebody of the body named record it."),
        liftedBy: [.constructionUnit, .leadingGroup, .renovationOffice], key: "annual_plan.bodies")
    package static let planApprovalIsOfAnotherUnit = RefusalWords(
        "plan_approval_is_of_another_unit",
        Words(
            "贵单位已登记过前面的一步，各步应由不同机关办理。",
            "Your unit has said a step of the chain: each is the word of another body."),
        remedy: Words("请由这一步的机关登记。", "Let the body of this step record it."),
        liftedBy: [.leadingGroup, .renovationOffice], key: "annual_plan.bodies")
    package static let planApprovalIsNotDatedAhead = RefusalWords(
        "plan_approval_is_not_dated_ahead",
        Words("同意日期在今天以后。", "The approval bears a day that is yet to come."),
        remedy: Words("同意以后再登记。", "Record it once it is given."), liftedBy: [.renovationOffice],
        key: "annual_plan.chain")
    package static let planApprovalWaitsForLaunch = RefusalWords(
        "plan_approval_waits_for_launch",
        Words("项目还没有启动（资金到位）或已列入计划。", "The project is not launched yet, or is listed already."),
        remedy: Words("先通过启动关口。", "Pass the launch gate first."), liftedBy: [.constructionUnit],
        key: "annual_plan.chain")
    package static let listingWaitsForTheChain = RefusalWords(
        "listing_waits_for_the_chain",
        Words("还有机关没有同意，不能列入年度计划。", "Not every body has approved: the project cannot be listed."),
        remedy: Words("补齐所列同意。", "Obtain the approvals named."), liftedBy: [.leadingGroup],
        key: "annual_plan.chain")
    package static let approvalWaitsForPapers = RefusalWords(
        "approval_waits_for_papers", Words("审批材料不齐，不能进入下一步。", "Papers of this step are missing."),
        remedy: Words("补交所列材料。", "Record the papers named."), liftedBy: [.constructionUnit],
        key: "approval.papers.S10")
    package static let budgetStaysNearFeasibility = RefusalWords(
        "budget_stays_near_feasibility",
        Words("概算超过可研估算 10%，须向审批部门报告。", "The budget is more than a tenth above the estimate: report it."),
        remedy: Words("报审批部门答复，或重新报批可研。", "Report to the approving body, or have the study approved anew."),
        liftedBy: [.renovationOffice], key: "investment.estimate_overrun_ratio")
    package static let schemeLacksMandatoryKinds = RefusalWords(
        "scheme_lacks_mandatory_kinds", Words("方案缺少必选类内容。", "The scheme lacks mandatory kinds of works."),
        remedy: Words("补入所列内容，或说明现状已达标。", "Add what is named, or show that it is there already."),
        liftedBy: [.constructionUnit], key: "plan.mandatory_kinds")
    package static let worksItemCodeIsOne = RefusalWords(
        "works_item_code_is_one", Words("清单编号重复。", "Two items of the bill have one code."),
        remedy: Words("每个子目用一个编号。", "Give each item a code of its own."), liftedBy: [.constructionUnit])
    package static let communityHasAnArea = RefusalWords(
        "community_has_an_area",
        Words("小区产权面积应大于零，两位小数。", "The title area is a positive number of ㎡ with two places."),
        remedy: Words("按产权登记填写面积。", "Enter the area by title."), liftedBy: [.constructionUnit])
    package static let projectStepIsAllowed = RefusalWords(
        "project_step_is_allowed",
        Words("项目不能这样跳步。", "The project cannot take this step from where it stands."),
        remedy: Words("按程序逐步进行。", "Go step by step."), liftedBy: [.constructionUnit, .renovationOffice],
        key: "annual_plan.chain")

    package static let projectCodeHasItsForm = RefusalWords.form(
        "project_code_has_its_form",
        "项目代码应为数字和连字符：YYMM-六位区划-两位-两位-六位（24 位）；2020 年 11 月以前的旧码为 YYYY-六位区划-两位-两位-六位-三位（28 位）。",
        "A project code is digits in groups: YYMM-6-2-2-6 (24 characters), of before 2020-11 YYYY-6-2-2-6-3 (28).",
        remedy: "按投资项目在线审批监管平台的赋码逐位核对后重填。",
        "Copy the code that the national platform gave, character by character.",
        by: [.constructionUnit, .renovationOffice]
    ).under("code.project")
    package static let projectCodeNamesAMonth = RefusalWords.form(
        "project_code_names_a_month", "项目代码第三、四位是月份，应为 01 至 12。",
        "The third and fourth digits of the code are a month, 01 to 12.",
        remedy: "核对项目代码的前四位（两位年、两位月）。", "Check the code's first four digits: year and month.",
        by: [.constructionUnit, .renovationOffice]
    ).under("code.project")

    /// What to say of a code that cannot be read.
    package static func projectCode(_ fault: ProjectCode.Fault) -> RefusalWords {
        switch fault {
        case .pattern: projectCodeHasItsForm
        case .month: projectCodeNamesAMonth
        }
    }

    /// A refusal of a step out of order, under the clause that puts the steps in their order.
    package static func step(
        from: ProjectState, to: ProjectState, next: [ProjectState]? = nil, under citation: Citation? = nil
    ) -> Refusal {
        projectStepIsAllowed.refusal(
            citation,
            missing: (next ?? from.next).map { Words("下一步应为：\($0.words.zh)", "next: \($0.words.en)") },
            detail: Words(
                "项目现在是“\(from.words.zh)”，不能直接到“\(to.words.zh)”。",
                "The project is at \(from.rawValue) (\(from.words.en)) and cannot go to \(to.rawValue)."))
    }

    package static let all: [RefusalWords] =
        [
            launchWaitsForResidentFunds, launchWaitsForPapers, launchWaitsForSpecialAccount,
            launchWaitsForFundingPlan, receiptWaitsForSpecialAccount, receiptStaysAfterLaunch,
            planApprovalFollowsItsChain, planApprovalIsOfItsBody, planApprovalIsOfAnotherUnit,
            planApprovalIsNotDatedAhead, planApprovalWaitsForLaunch, listingWaitsForTheChain,
            approvalWaitsForPapers, budgetStaysNearFeasibility, schemeLacksMandatoryKinds, worksItemCodeIsOne,
            communityHasAnArea, projectStepIsAllowed, receiptWaitsNoMore, receiptIsNotDatedAhead,
            receiptVoucherIsOne, projectCodeHasItsForm, projectCodeNamesAMonth,
        ] + papers + front + owners + bodies + households + data + ofImports + agreements

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let data: [RefusalWords] = [
        .form(
            "receipt_reversal_is_whole", "冲销必须整笔冲回本项目的一笔收款。",
            "A reversal takes back one whole receipt of the same project.",
            remedy: "选择本项目的一笔收款，整笔冲销后按实际金额重新登记。",
            "Reverse one receipt of the project whole, then record the right sum.", by: [.constructionUnit]),
        .form(
            "receipt_reversal_is_negative", "收款为正数，冲销为负数。", "A receipt is positive, a reversal negative.",
            remedy: "收款填正数；退款通过冲销办理。", "Give what comes in as above nothing; money goes back by a reversal.",
            by: [.constructionUnit]),
        .form(
            "receipt_is_reversed_once", "同一笔收款只能冲销一次。", "A receipt is reversed once.",
            remedy: "这笔收款已经冲销；补缴的另行登记收款。",
            "It is reversed already; record what is paid anew as another receipt.", by: [.constructionUnit]),
        .form(
            "receipt_is_not_zero", "金额不能为零。", "The amount cannot be zero.", remedy: "按缴款凭证填写金额。",
            "Give the amount on the slip.", by: [.constructionUnit]),
        .form(
            "receipt_channel_is_known", "资金渠道只有：个人、捐资、维修资金、公共收益。", "Unknown channel of resident money.",
            remedy: "从个人、捐资、维修资金、公共收益中选择。",
            "Choose a household, a donation, the maintenance fund or common income.", by: [.constructionUnit]),
        .form(
            "community_has_households", "户数应大于零。", "A community has households.", remedy: "填写小区的户数。",
            "Give how many households there are.", by: [.constructionUnit]),
        .form(
            "community_body_is_known", "应为业主委员会或自治小组。",
            "The body is an owners' committee or a self-governance group.", remedy: "从“业主委员会”“自治小组”中选择。",
            "Choose an owners' committee or a self-governing group.", by: [.constructionUnit]),
        .form(
            "community_has_one_open_project", "一个小区同时只能有一个改造项目（一小区一方案）。", "A community has one open project.",
            remedy: "在已有的项目上办理；确属另一小区的，由区旧改办核对小区名称和四至。",
            "Go on with the project there is; where it is another community, the district office checks its name and bounds.",
            by: [.constructionUnit, .renovationOffice]),
        .inward("project_state_is_known", "没有这个项目状态。", "There is no such state."),
        .form(
            "works_item_has_one_class", "每个子目须属于必选、基础、完善、提升之一。", "Each item has one of the four classes.",
            remedy: "从必选、基础、完善、提升中选择一类。", "Choose one class: mandatory, basic, improving or upgrading.",
            by: [.constructionUnit]),
        .form(
            "works_item_has_a_quantity", "工程量应大于零。", "A quantity is more than zero.", remedy: "按方案填写工程量。",
            "Give the quantity of the scheme.", by: [.constructionUnit]),
        .form(
            "works_item_amount_is_not_negative", "金额不能为负。", "An amount is not negative.", remedy: "金额填零或正数。",
            "Give the amount as nothing or more.", by: [.constructionUnit]),
        .form(
            "funding_plan_adds_up", "居民自筹加财政补助应等于总投资。", "Residents and subsidy add up to the total.",
            remedy: "核对居民自筹和财政补助，两者之和等于总投资。",
            "Check both parts: residents and subsidy together are the total.", by: [.constructionUnit]),
        .form(
            "funding_plan_residents_add_up", "居民自筹各部分应相加一致。", "The residents' parts add up.",
            remedy: "核对居民自筹的各部分，由系统按子目计算。",
            "Check the residents' parts: the system counts them from the items.", by: [.constructionUnit]),
        .form(
            "funding_plan_is_not_negative", "金额不能为负。", "No part is negative.", remedy: "各项金额填零或正数。",
            "Give each amount as nothing or more.", by: [.constructionUnit]),
        .form(
            "plan_approval_step_is_one", "这一步已经同意过。", "This body has approved already.",
            remedy: "这一步已经登记：由下一家单位办理下一步。", "It is recorded: the next unit takes the next step.",
            by: [.constructionUnit]),
    ]
}
