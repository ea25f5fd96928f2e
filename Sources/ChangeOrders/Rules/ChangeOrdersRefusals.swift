import Policy
package import Values

/// The refusals of the change orders capability (变更类拒绝), each under its guard's name.
package enum ChangeOrdersRefusals {
    package static let groundIsOpen = RefusalWords(
        "change_order_ground_is_open",
        Words(
            "原则上不允许工程变更，这份申请没有写明可以例外的事由。",
            "Changes are not allowed in principle, and no open ground is named."),
        remedy: Words(
            "撤回后按所列事由之一重新申请，附齐材料，报街道和区旧改办批准；不属于所列事由的，按原设计施工。",
            "Withdraw it and ask again under one of the grounds named, with its papers, for street and district to approve; otherwise build as designed."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.allowed_in_principle")
    package static let papersArePresent = RefusalWords(
        "change_order_papers_are_present", Words("变更材料不齐。", "Papers of the change are missing."),
        remedy: Words("补齐所列材料后再提交。", "Record the papers named, then submit."),
        liftedBy: [.contractor, .epcContractor],
        key: "change.papers")
    package static let staysWithinBudget = RefusalWords(
        "change_stays_within_budget",
        Words("合同加变更超过批准的概算。", "Contracts and changes exceed the approved budget."),
        remedy: Words(
            "压减变更，或由建设单位提出调整方案和资金来源，报原概算核定部门调整概算。",
            "Reduce it, or have the authority that fixed the budget adjust it, with plan and source of money."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.budget_limit")
    package static let staysBelowTheTenderLine = RefusalWords(
        "change_stays_below_the_tender_line",
        Words(
            "合同未经招标，加上这次变更就达到必须招标的限额。",
            "The contract was signed without a tender; with this change it would have to be tendered."),
        remedy: Words(
            "压减变更；追加的内容由建设单位另设标段，依法招标。",
            "Reduce it; what is added is filed as a package of its own and tendered."),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let decisionAnswersWhatOpposesIt = RefusalWords(
        "change_order_decision_answers_what_opposes_it",
        Words(
            "有单位不支持这份变更，批准时须逐一答复。",
            "An opinion is against the change: whoever approves answers it."),
        remedy: Words(
            "在决定中对每条反对意见写明不采纳的理由（answers，不少于四个字），或者不予批准。",
            "Say to each why it is not followed (answers), or reject the change."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.opposing_opinions_answered")
    package static let largerHasOriginalAuthority = RefusalWords(
        "larger_change_has_original_authority",
        Words(
            "这是较大变更，须经原审批部门批准。", "This is a larger change: the authority that first approved must allow it."),
        remedy: Words("报原审批部门，批准文件登记为“原审批部门批准文件”。", "Report to it, and record its approval."),
        liftedBy: [.constructionUnit], key: "change.larger_ratio")
    package static let isDuringWorks = RefusalWords(
        "change_order_is_during_works", Words("只有施工期间才办理工程变更。", "Works are changed while they are built."),
        remedy: Words(
            "开工前的调整按方案修改办理；完工后不再变更。",
            "Before works the scheme is amended; after completion nothing is changed."),
        liftedBy: [.constructionUnit, .renovationOffice],
        key: "change.allowed_in_principle")
    package static let waitsForOpinions = RefusalWords(
        "change_order_waits_for_opinions",
        Words("设计、监理、造价的意见还没有给全。", "Opinions of designer, supervisor and cost consultant are not complete."),
        remedy: Words("请所列单位给出意见。", "The units named give theirs."),
        liftedBy: [.designer, .supervisor, .costConsultant], key: "change.opinions")
    package static let isOpenForOpinions = RefusalWords(
        "change_order_is_open_for_opinions", Words("现在不是征求意见的阶段。", "It is not the time for opinions."),
        remedy: Words("意见在初审通过之后、决定之前给出。", "Opinions come after screening and before the decision."),
        liftedBy: [.constructionUnit, .renovationOffice],
        key: "change.opinions")
    package static let opinionIsOfItsRole = RefusalWords(
        "change_order_opinion_is_of_its_role",
        Words("意见由规定的单位以本人名义给出。", "An opinion is given by a role that the rule asks, in one's own name."),
        remedy: Words("由设计、监理或造价单位的人员登录后填写。", "Someone of the unit signs in and gives it."),
        liftedBy: [.designer, .supervisor, .costConsultant],
        key: "change.opinions")
    package static let opinionIsOnePerRole = RefusalWords(
        "change_order_opinion_is_one_per_role", Words("这一方的意见已经给过。", "This role has given its opinion."),
        remedy: Words("意见登记后不修改；情况有变时撤回变更重新申请。", "It stays; where things changed, withdraw and ask anew."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit],
        key: "change.opinions")
    package static let isDecidedInOrder = RefusalWords(
        "change_order_is_decided_in_order",
        Words("还没有轮到这一级决定。", "It is not this level's turn to decide."),
        remedy: Words("先意见，再街道，后区旧改办。", "Opinions first, then the street, then the renovation office."),
        liftedBy: [.constructionUnit, .renovationOffice],
        key: "change.approvals")
    package static let isDecidedByItsAuthority = RefusalWords(
        "change_order_is_decided_by_its_authority",
        Words("您无权作这一级的决定。", "This decision is not yours to take."),
        remedy: Words(
            "建设单位由本项目街道决定，上一级由区旧改办决定。", "The project's street decides first, the renovation office after."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.approvals")
    package static let approverIsNotApplicant = RefusalWords(
        "change_order_approver_is_not_applicant",
        Words("申请变更的人和单位不能自己批准。", "Whoever asks for a change, or belongs to who asks, does not decide it."),
        remedy: Words("换一位与申请单位没有关系的人员决定。", "Someone without ties to the applicant decides."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.approvals")
    package static let approverIsNotBeneficiary = RefusalWords(
        "change_order_approver_is_not_beneficiary",
        Words("因变更得益的单位和它的人员不能批准。", "Whoever gains by a change does not decide it."),
        remedy: Words("换一位与得益单位没有关系的人员决定。", "Someone without ties to the beneficiary decides."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.approvals")
    package static let decidersAreTwoPersons = RefusalWords(
        "change_order_deciders_are_two_persons",
        Words("两级决定不能由同一个人作出。", "One person does not decide at both levels."),
        remedy: Words("由另一位人员决定。", "Another person decides."), liftedBy: [.renovationOffice],
        key: "change.approvals")
    package static let isWithdrawnByItsApplicant = RefusalWords(
        "change_order_is_withdrawn_by_its_applicant",
        Words("只有申请单位或建设单位可以撤回。", "Only the applicant's unit or the construction unit withdraws it."),
        remedy: Words("请申请单位撤回。", "Ask the applicant to withdraw it."),
        liftedBy: [.constructionUnit, .contractor], key: "change.allowed_in_principle")
    package static let isFollowedUp = RefusalWords(
        "change_order_is_followed_up_by_supervisor_or_owner",
        Words(
            "登记已实施由监理或建设单位办理，办结由建设单位办理。",
            "The supervisor or the construction unit says that it is carried out; the construction unit closes it."
        ),
        remedy: Words("请监理或建设单位办理。", "Ask the supervisor or the construction unit."),
        liftedBy: [.supervisor, .constructionUnit], key: "change.approvals")
    package static let stepIsAllowed = RefusalWords(
        "change_order_step_is_allowed", Words("变更不能这样跳步。", "The change order cannot take this step."),
        remedy: Words("按程序逐步办理。", "Go step by step."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit, .renovationOffice], key: "change.approvals"
    )
    package static let namesItsContract = RefusalWords(
        "change_order_names_its_contract",
        Words("所填合同不属于这个项目。", "The contract is not of this project, or not of this contractor."),
        remedy: Words("选择本项目的施工合同。", "Choose a contract of the project."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit])
    package static let lineIsOfTheBill = RefusalWords(
        "change_order_line_is_of_the_bill",
        Words("变更行不在该合同的清单里，或单价与清单不同。", "A line is not of the contract's bill, or has another price."),
        remedy: Words("只能按清单子目和清单单价增减。", "Change lines of the bill, at the bill's price."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit])
    package static let namesALineOnce = RefusalWords(
        "change_order_names_a_line_once", Words("同一清单子目写了两次。", "A line of the bill is named twice."),
        remedy: Words("合并为一行。", "Put it on one line."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit])
    package static let acceptanceWaits = RefusalWords(
        "acceptance_waits_for_change_orders",
        Words("有工程变更没有办结，不能联合竣工验收。", "A change order is not settled: acceptance waits."),
        remedy: Words("批准、不予批准或撤回所列变更。", "Approve, reject or withdraw it."),
        liftedBy: [.constructionUnit, .renovationOffice, .contractor], key: "change.allowed_in_principle")
    package static let logWaits = RefusalWords(
        "log_waits_for_change_order",
        Words("该清单子目有未办结的变更，暂不能记工程量。", "A change of this line is not settled: its quantities wait."),
        remedy: Words("先办结或撤回变更。", "Settle or withdraw the change first."),
        liftedBy: [.constructionUnit, .renovationOffice, .contractor], key: "change.allowed_in_principle")
    package static let paymentWaits = RefusalWords(
        "payment_waits_for_change_order",
        Words("该清单子目有未办结的变更，暂不能支付。", "A change of this line is not settled: its payment waits."),
        remedy: Words("先办结或撤回变更。", "Settle or withdraw the change first."),
        liftedBy: [.constructionUnit, .renovationOffice, .contractor], key: "change.allowed_in_principle")
    package static let additionComesFromAChange = RefusalWords(
        "bill_addition_comes_from_an_approved_change",
        Words(
            "清单只能按已批准的变更逐行增减，数量和金额须完全一致。",
            "The bill is changed only by approved change orders, exactly as approved."),
        remedy: Words("先办理工程变更。", "Have a change order approved first."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "change.allowed_in_principle")

    /// A refusal of a step out of order.
    package static func step(
        from: ChangeOrderState, to: ChangeOrderState, under policy: ChangeOrderPolicy
    ) -> Refusal {
        stepIsAllowed.refusal(
            policy.approvals.citation,
            missing: from.next.map { Words("可以：\($0.words.zh)", "possible: \($0.words.en)") },
            detail: Words(
                "变更现在是“\(from.words.zh)”，不能到“\(to.words.zh)”。",
                "The change order is “\(from.words.en)” and cannot become “\(to.words.en)”."))
    }

    package static let all: [RefusalWords] =
        [
            groundIsOpen, papersArePresent, staysWithinBudget, largerHasOriginalAuthority, isDuringWorks,
            waitsForOpinions, isOpenForOpinions, opinionIsOfItsRole, opinionIsOnePerRole, isDecidedInOrder,
            isDecidedByItsAuthority, approverIsNotApplicant, approverIsNotBeneficiary, decidersAreTwoPersons,
            isWithdrawnByItsApplicant, isFollowedUp, stepIsAllowed, namesItsContract, lineIsOfTheBill,
            namesALineOnce, staysBelowTheTenderLine, decisionAnswersWhatOpposesIt,
            acceptanceWaits, logWaits, paymentWaits, additionComesFromAChange,
        ] + data

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let data: [RefusalWords] = [
        .form(
            "change_order_is_of_a_standing_contract", "合同已经解除，不再变更。",
            "The contract ended: nothing of it is changed.",
            remedy: "撤回这份变更；剩余部分重新签约时写进新的清单。",
            "Withdraw it; what is left goes into the bill of the contract that takes it up.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "approved_change_order_is_frozen", "提交后的变更内容不能再改。",
            "What was submitted stays as it was submitted.", remedy: "撤回这份变更，改好后另行申请。",
            "Withdraw it, and ask anew with what is right.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_begins_as_a_draft", "变更从草稿开始。", "A change order begins as a draft.",
            remedy: "先保存草稿，再提交。", "Save it as a draft, then submit it.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_is_its_applicants_own", "变更须以本人和本单位名义申请。",
            "A change is asked for in one's own name.", remedy: "由申请单位的人员用自己的账号提交。",
            "Somebody of the applicant's unit submits it under his own account.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_amount_is_its_lines", "变更金额应等于各行之和。", "The amount is the sum of its lines.",
            remedy: "核对各行的数量和单价，合计由各行相加。", "Check each line's quantity and price: the amount is their sum.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_waits_for_its_decisions", "还没有作出相应的决定。", "The decision it needs is not taken.",
            remedy: "由街道决定；超过限额的，再由区旧改办决定。",
            "The street decides, and above the limit the district office after it.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "change_order_has_a_number", "变更须有编号。", "A change order has a number.", remedy: "填写变更编号。",
            "Give the change's number.", by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_has_a_title", "变更须有名称。", "A change order has a title.", remedy: "填写变更名称。",
            "Give the change's title.", by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_has_a_reason", "变更须写明原因。", "A change order has a reason.", remedy: "写明变更原因和依据。",
            "Say why the works change, and on what ground.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_number_is_one", "本项目已有同一编号的变更。", "The number is taken in this project.",
            remedy: "换一个本项目没有用过的编号。", "Take a number that the project has not used.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .inward(
            "change_order_expires_after_its_window", "审批期限还没有到，不能作失效处理。",
            "The time for deciding this change is not over."),
        .inward(
            "change_order_is_ended_by_the_daily_job", "逾期失效由系统每日作业办理。",
            "What nobody settled in time is ended by the daily job."),
        .inward("change_order_state_is_known", "没有这种变更状态。", "Unknown state of a change order."),
        .inward(
            "change_order_is_screened_when_submitted", "提交的变更须有初审认定。", "A submitted order has been screened."),
        .form(
            "change_order_line_changes_something", "增减数量不能为零。", "A line changes something.",
            remedy: "填写实际增减的数量，没有变化的行删去。",
            "Give what is added or left out, and drop lines that do not change.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_line_amount_is_quantity_by_price", "行金额应为数量乘单价。", "An amount is quantity by price.",
            remedy: "核对这一行的数量和单价；金额由两者相乘，四舍五入到分。",
            "Check the line's quantity and price: the amount is their product, to the fen.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "change_order_opinion_has_its_words", "意见须有文字。", "An opinion has its words.", remedy: "写明意见的内容。",
            "Give the opinion in words.", by: [.designer, .supervisor, .costConsultant]),
        .form(
            "change_order_decision_level_is_known", "没有这一审批层级。", "Unknown level of decision.",
            remedy: "由街道或区旧改办按各自一级决定。", "The street and the district office decide, each at its own level.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "change_order_decision_has_its_reason", "决定须写明理由。", "A decision has its reason.",
            remedy: "写明批准或不予批准的理由（不少于四个字）。", "Say why it is approved or rejected.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "change_order_is_decided_once_per_level", "这一级已经决定过。", "This level has decided.",
            remedy: "决定作出后不能改；情况有变的，由申请单位撤回后另行申请。",
            "A decision stays; where things changed, the applicant withdraws and asks anew.",
            by: [.contractor, .epcContractor, .constructionUnit]),
        .form(
            "bill_addition_change_order_exists", "所指工程变更不存在。", "The change order does not exist.",
            remedy: "先办理并批准工程变更，再按它调整清单。",
            "Have the change order approved first, then change the bill by it.", by: [.constructionUnit]),
    ]
}
