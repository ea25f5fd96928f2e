package import Values

extension TenderingRefusals {
    package static let packageGroupIsWidenedForServices = RefusalWords(
        "package_group_is_widened_for_services",
        Words(
            "只有服务类标段可以跨种类合并计算。",
            "Only services are counted together across kinds."),
        remedy: Words(
            "取消跨种类合并。",
            "Do not widen this package."),
        liftedBy: [.constructionUnit], key: "tender.group_combines")
    package static let packageCodeIsOne = RefusalWords(
        "package_code_is_one",
        Words(
            "本项目已有相同编号的标段。",
            "A package of this code exists in the project."),
        remedy: Words(
            "换一个编号。",
            "Use another code."),
        liftedBy: [.constructionUnit])
    package static let packageServiceHasItsKind = RefusalWords(
        "package_service_has_its_kind",
        Words(
            "服务类标段须注明服务种类，其他类不填。",
            "A service package names its kind of service; others do not."),
        remedy: Words(
            "填写或去掉服务种类。",
            "Name the kind, or leave it out."),
        liftedBy: [.constructionUnit], key: "tender.listed_services")
    package static let packageServiceKindIsKnown = RefusalWords(
        "package_service_kind_is_known",
        Words(
            "服务种类不在清单内。",
            "The kind of service is not on the list."),
        remedy: Words(
            "从清单中选择服务种类。",
            "Choose a kind of the list."),
        liftedBy: [.constructionUnit])
    package static let packageCategoryIsKnown = RefusalWords(
        "package_category_is_known",
        Words(
            "采购类别只有工程、货物、服务、工程总承包。",
            "The category is works, goods, service or EPC."),
        remedy: Words(
            "选择采购类别。",
            "Choose the category."),
        liftedBy: [.constructionUnit])
    package static let packageMethodIsKnown = RefusalWords(
        "package_method_is_known",
        Words(
            "采购方式不在清单内。",
            "The method is not on the list."),
        remedy: Words(
            "从清单中选择采购方式。",
            "Choose a method of the list."),
        liftedBy: [.constructionUnit])
    package static let packageHasAnEstimate = RefusalWords(
        "package_has_an_estimate",
        Words(
            "标段须有大于零的估算价。",
            "A package has an estimate above zero."),
        remedy: Words(
            "填写估算价。",
            "Give the estimate."),
        liftedBy: [.constructionUnit])
    package static let packageHasACode = RefusalWords(
        "package_has_a_code",
        Words(
            "标段须有编号。",
            "A package has a code."),
        remedy: Words(
            "填写编号。",
            "Give the code."),
        liftedBy: [.constructionUnit])
    package static let packageHasATitle = RefusalWords(
        "package_has_a_title",
        Words(
            "标段须有名称。",
            "A package has a title."),
        remedy: Words(
            "填写名称。",
            "Give the title."),
        liftedBy: [.constructionUnit])
    package static let packageEPCHasItsParts = RefusalWords(
        "package_epc_has_its_parts",
        Words(
            "工程总承包须分列施工、货物、服务三部分估算，其他类不填。",
            "An EPC package states its works, goods and services; others do not."),
        remedy: Words(
            "补上三部分估算。",
            "Give the three estimates."),
        liftedBy: [.constructionUnit], key: "tender.epc_any_part")
    package static let packageEPCPartsAddUp = RefusalWords(
        "package_epc_parts_add_up",
        Words(
            "三部分估算之和不等于总承包估算。",
            "The three parts do not add up to the estimate."),
        remedy: Words(
            "核对三部分估算。",
            "Check the three parts."),
        liftedBy: [.constructionUnit], key: "tender.epc_any_part")
    package static let packageConsultingStatesItsListedPart = RefusalWords(
        "package_consulting_states_its_listed_part",
        Words(
            "全过程咨询须单列勘察、设计、监理部分的估算。",
            "Whole-process consulting states its survey, design and supervision part."),
        remedy: Words(
            "填写该部分估算，不超过总估算。",
            "Give that part, within the estimate."),
        liftedBy: [.constructionUnit], key: "tender.listed_services")
    package static let contractMethodIsKnown = RefusalWords(
        "contract_method_is_known",
        Words(
            "签约方式不在清单内。",
            "The method is not on the list."),
        remedy: Words(
            "从清单中选择。",
            "Choose a method of the list."),
        liftedBy: [.constructionUnit])
    package static let contractInvitationGroundIsKnown = RefusalWords(
        "contract_invitation_ground_is_known",
        Words(
            "邀请招标的情形不在法定清单内。",
            "The ground of the invited tender is not on the list."),
        remedy: Words(
            "从法定情形中选择。",
            "Choose a legal ground."),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let contractHasAnAmount = RefusalWords(
        "contract_has_an_amount",
        Words(
            "合同金额须大于零。",
            "A contract has an amount above zero."),
        remedy: Words(
            "填写合同金额。",
            "Give the amount."),
        liftedBy: [.constructionUnit])
    package static let contractHasANumber = RefusalWords(
        "contract_has_a_number",
        Words(
            "合同须有编号。",
            "A contract has a number."),
        remedy: Words(
            "填写合同编号。",
            "Give the number."),
        liftedBy: [.constructionUnit])
    package static let billLineHasACode = RefusalWords(
        "bill_line_has_a_code",
        Words(
            "清单项须有编码。",
            "A bill line has a code."),
        remedy: Words(
            "填写编码。",
            "Give the code."),
        liftedBy: [.constructionUnit])
    package static let billLineHasAQuantity = RefusalWords(
        "bill_line_has_a_quantity",
        Words(
            "清单数量须大于零。",
            "A bill line has a quantity above zero."),
        remedy: Words(
            "填写数量。",
            "Give the quantity."),
        liftedBy: [.constructionUnit])
    package static let billLinePriceIsNotNegative = RefusalWords(
        "bill_line_price_is_not_negative",
        Words(
            "清单单价不能为负。",
            "A unit price is not negative."),
        remedy: Words(
            "核对单价。",
            "Check the price."),
        liftedBy: [.constructionUnit])
    package static let projectBudgetHasATotal = RefusalWords(
        "project_budget_has_a_total",
        Words(
            "总投资须大于零。",
            "The investment is above zero."),
        remedy: Words(
            "填写总投资。",
            "Give the total."),
        liftedBy: [.constructionUnit])
    package static let projectBudgetFundsAreWithinTotal = RefusalWords(
        "project_budget_funds_are_within_total",
        Words(
            "预算资金不能超过总投资。",
            "The budget money lies within the investment."),
        remedy: Words(
            "核对资金来源。",
            "Check the sources."),
        liftedBy: [.constructionUnit], key: "tender.budget_floor")
    package static let projectBudgetHasAFeasibilityEstimate = RefusalWords(
        "project_budget_has_a_feasibility_estimate",
        Words(
            "须登记可研估算。",
            "The feasibility estimate is recorded."),
        remedy: Words(
            "填写可研估算。",
            "Give the estimate."),
        liftedBy: [.constructionUnit], key: "investment.estimate_overrun_ratio")
    package static let projectBudgetIsApproved = RefusalWords(
        "project_budget_is_approved",
        Words(
            "须登记批准的概算金额。",
            "The approved budget is recorded."),
        remedy: Words(
            "填写概算金额。",
            "Give the approved budget."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let projectBudgetHasItsApproval = RefusalWords(
        "project_budget_has_its_approval",
        Words(
            "须登记概算批复文号。",
            "The number of the approval is recorded."),
        remedy: Words(
            "填写批复文号。",
            "Give the number."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let projectBudgetAdjustmentGroundIsKnown = RefusalWords(
        "project_budget_adjustment_ground_is_known",
        Words(
            "调整概算的原因不在清单内。",
            "The ground of the adjustment is not on the list."),
        remedy: Words(
            "选择政策、价格、地质等原因。",
            "Choose policy, price, geology or another listed ground."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let projectBudgetAdjustmentIsWhole = RefusalWords(
        "project_budget_adjustment_is_whole",
        Words(
            "调整概算须同时有文号和原因。",
            "An adjustment has both its document and its ground."),
        remedy: Words(
            "补上文号和原因。",
            "Give both."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let projectHasOneBudget = RefusalWords(
        "project_has_one_budget",
        Words(
            "项目的概算已经登记。",
            "The budget of the project is recorded already."),
        remedy: Words(
            "用调整概算登记变化。",
            "Record changes as an adjustment."),
        liftedBy: [.constructionUnit], key: "change.budget_limit")
    package static let packageIsOfItsProject = RefusalWords(
        "package_is_of_its_project",
        Words(
            "标段不属于这个项目。",
            "The package is not of this project."),
        remedy: Words(
            "核对所属项目。",
            "Check which project it belongs to."),
        liftedBy: [.constructionUnit])
    package static let contractIsOfItsProject = RefusalWords(
        "contract_is_of_its_project",
        Words(
            "合同不属于这个项目。",
            "The contract is not of this project."),
        remedy: Words(
            "核对所属项目。",
            "Check which project it belongs to."),
        liftedBy: [.constructionUnit])
    package static let billLineIsOfItsProject = RefusalWords(
        "bill_line_is_of_its_project",
        Words(
            "清单项不属于这个项目。",
            "The bill line is not of this project."),
        remedy: Words(
            "核对所属项目。",
            "Check which project it belongs to."),
        liftedBy: [.constructionUnit])
    package static let contractDayHasCome = RefusalWords(
        "contract_day_has_come",
        Words("合同签订日期晚于今天。", "The contract would be signed on a day that has not come."),
        remedy: Words("核对签订日期。", "Check the day of signing."),
        liftedBy: [.constructionUnit])
}
