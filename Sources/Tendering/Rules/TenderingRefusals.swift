package import Values

/// The refusals of tendering (招投标类拒绝), each under its guard's name.
package enum TenderingRefusals {
    package static let contractFollowsItsDetermination = RefusalWords(
        "contract_follows_its_determination",
        Words(
            "这个标段（连同应当合并计算的同类标段）必须招标，不能用这种方式签约。",
            "This package, counted with its group, must be tendered: it cannot be signed this way."),
        remedy: Words(
            "改为公开招标，取得中标通知书后再签；确属不同项目内容的，请区旧改办依文件认定分开计算后重新认定。",
            "Tender it publicly and sign after the award; where it is something else, let the renovation office decide by a paper that it is counted apart, and determine anew."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "tender.group_combines")
    package static let contractWaitsForDetermination = RefusalWords(
        "contract_waits_for_determination",
        Words(
            "还没有认定这个标段是否必须招标，不能签约。",
            "Whether this package must be tendered is not determined: it cannot be signed."),
        remedy: Words(
            "先作出招标认定。",
            "Make the tender determination first."),
        liftedBy: [.constructionUnit], key: "tender.threshold.works")
    package static let determinationIsUpToDate = RefusalWords(
        "determination_is_up_to_date",
        Words(
            "认定之后，同类标段或资金情况有变化，原认定不能再用。",
            "Packages of the group or the money changed after the determination: it no longer holds."),
        remedy: Words(
            "重新作出招标认定。",
            "Make the determination again."),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let determinationAgreesWithItsFigures = RefusalWords(
        "determination_agrees_with_its_figures",
        Words(
            "认定结论与标段估算和资金情况不符。",
            "The determination does not follow from the packages and the money."),
        remedy: Words(
            "按现有标段和资金重新认定。",
            "Determine again from the present figures."),
        liftedBy: [.constructionUnit], key: "tender.threshold.works")
    package static let packageNamesItsOwnDetermination = RefusalWords(
        "package_names_its_own_determination",
        Words(
            "标段引用了不属于自己的认定。",
            "A package names a determination that is not its own."),
        remedy: Words(
            "引用本标段的认定。",
            "Name the package's own determination."),
        liftedBy: [.constructionUnit])
    package static let lotsAreTenderedTogether = RefusalWords(
        "lots_are_tendered_together",
        Words(
            "已签约的标段与同类标段、方案中未申报的内容合计达到必须招标的限额，涉嫌化整为零，暂停开工、填报和付款。",
            "A lot was signed without tender and reaches the line with its group and the rest of the scheme: start, logs and payment are held."
        ),
        remedy: Words(
            "由区旧改办核查：依文件认定分开计算，或认定可以不招标；不再实施的内容，申请调减并经批准。撤销另一标段不解除。",
            "The renovation office looks into it: by a paper it counts a lot apart or lets the tender be left out; what is not to be built is taken out of the scheme. To withdraw the other lot does not lift it."
        ),
        liftedBy: [.renovationOffice], key: "tender.splitting_forbidden")
    package static let estimateCutAcrossLineIsExplained = RefusalWords(
        "estimate_cut_across_line_is_explained",
        Words(
            "已认定必须招标，估算下调后低于限额，须先说明理由。",
            "The estimate falls below the line after the determination: explain it first."),
        remedy: Words(
            "写明下调的依据（范围变化、核价文件等），再重新认定。",
            "State the ground (scope, priced document), then determine again."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "tender.splitting_forbidden")
    package static let tenderWaitsForTheBudget = RefusalWords(
        "tender_waits_for_the_budget",
        Words(
            "还没有登记项目总投资、预算资金和批准的概算，不能认定或签约。",
            "The investment, its sources and the approved budget are not recorded."),
        remedy: Words(
            "登记概算批复和资金来源。",
            "Record the approved budget and the sources of money."),
        liftedBy: [.constructionUnit], key: "tender.budget_floor")
    package static let numberOfLawIsPublished = RefusalWords(
        "number_of_law_is_published",
        Words(
            "项目所依据的政策版本没有发布所需的规定，不能办理。",
            "The edition this project is pinned to does not hold the rule that is needed."),
        remedy: Words(
            "发布完整的政策包后再办。",
            "Publish the complete packs first."),
        liftedBy: [.system])
    package static let contractStaysWithinBudget = RefusalWords(
        "contract_stays_within_budget",
        Words(
            "签订后合同金额累计超过批准的概算。",
            "With this, the contracts exceed the approved budget."),
        remedy: Words(
            "压减合同金额，或由原概算批准机关批准调整概算。",
            "Lower the amount, or have the budget adjusted by the authority that approved it."),
        liftedBy: [.constructionUnit, .financeBureau], key: "change.budget_limit")
    package static let budgetAdjustmentHasItsApproval = RefusalWords(
        "budget_adjustment_has_its_approval",
        Words(
            "调整概算或资金来源，须有原批准机关的新批准文件。",
            "The budget is adjusted by a new document of the authority that approved it."),
        remedy: Words(
            "登记调整批文的文号和原因。",
            "Record the number and the ground of the adjustment."),
        liftedBy: [.constructionUnit, .financeBureau], key: "change.budget_limit")
    package static let contractWaitsForApprovals = RefusalWords(
        "contract_waits_for_approvals",
        Words(
            "可研和初步设计（概算）还没有批准，不能签施工、设备和总承包合同。",
            "Feasibility and preliminary design are not approved: works and goods are not contracted yet."),
        remedy: Words(
            "完成审批（项目进入“审批完成”）后再签。",
            "Finish the approvals first."),
        liftedBy: [.constructionUnit], key: "approval.papers.S10")
    package static let contractHasNoAdvanceFunding = RefusalWords(
        "contract_has_no_advance_funding",
        Words(
            "政府投资项目不得由施工单位垫资，合同不能有垫资条款。",
            "The contractor may not advance the money of a government project."),
        remedy: Words(
            "删去垫资条款，落实建设资金。",
            "Strike the clause and secure the money."),
        liftedBy: [.constructionUnit, .financeBureau], key: "contract.contractor_advance_allowed")
    package static let invitedTenderHasItsGround = RefusalWords(
        "invited_tender_has_its_ground",
        Words(
            "邀请招标须有法定情形和批准文件。",
            "An invited tender needs its legal ground and the document approving it."),
        remedy: Words(
            "改为公开招标，或登记法定情形和批准文号。",
            "Tender publicly, or record the ground and the document."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "tender.splitting_forbidden")
    package static let tenderedContractHasItsAward = RefusalWords(
        "tendered_contract_has_its_award",
        Words(
            "招标签约须登记中标通知书日期。",
            "A tendered contract names the day of its award notice."),
        remedy: Words(
            "登记中标通知书。",
            "Record the award notice."),
        liftedBy: [.constructionUnit], key: "contract.days_after_award")
    package static let contractIsSignedAfterItsAward = RefusalWords(
        "contract_is_signed_after_its_award",
        Words(
            "签约日期早于中标通知书日期。",
            "The contract is signed before its award."),
        remedy: Words(
            "核对两个日期。",
            "Check the two days."),
        liftedBy: [.constructionUnit], key: "contract.days_after_award")
    package static let packageHasOneContract = RefusalWords(
        "package_has_one_contract",
        Words(
            "这个标段已经签订合同。",
            "A contract is signed for this package already."),
        remedy: Words(
            "变更走工程变更程序；另有内容另设标段；合同已解除的，剩余部分按同一标段重新签约。",
            "Changes are change orders; other works are another package; what an ended contract left is signed anew here."
        ),
        liftedBy: [.constructionUnit])
    package static let contractNumberIsOne = RefusalWords(
        "contract_number_is_one",
        Words(
            "本项目已有相同编号的合同。",
            "A contract of this number exists in the project."),
        remedy: Words(
            "核对合同编号。",
            "Check the number."),
        liftedBy: [.constructionUnit])
    package static let worksContractHasItsBill = RefusalWords(
        "works_contract_has_its_bill",
        Words(
            "施工合同须附工程量清单。",
            "A works contract is signed with its bill of quantities."),
        remedy: Words(
            "补上清单，每项对应方案中的改造内容。",
            "Add the bill; each line serves an item of the scheme."),
        liftedBy: [.constructionUnit])
    package static let worksAreBoughtAsWorks = RefusalWords(
        "works_are_bought_as_works",
        Words(
            "清单列有方案中的改造内容，标段却登记为服务或者货物：工程按工程施工或者工程总承包发包。",
            "A bill of works is bought as works or by a general contract, never as a service or as goods."),
        remedy: Words(
            "由建设单位撤销这个标段，按工程施工（或者工程总承包）重新登记，重新认定是否必须招标后再签约；服务、货物合同不附改造内容的清单。",
            "Withdraw the package, file it as works (or EPC), determine anew and sign then; a contract of services or goods has no bill."
        ),
        liftedBy: [.constructionUnit], key: "tender.splitting_forbidden")
    package static let billStaysWithinItsContract = RefusalWords(
        "bill_stays_within_its_contract",
        Words(
            "清单合计超过合同金额。",
            "The lines of the bill come to more than the contract."),
        remedy: Words(
            "核对清单单价、数量与合同金额。",
            "Check prices, quantities and the amount."),
        liftedBy: [.constructionUnit])
    package static let billLineServesAnItem = RefusalWords(
        "bill_line_serves_an_item_of_the_scheme",
        Words(
            "清单项没有对应本项目方案中的改造内容。",
            "A bill line serves no item of this project's scheme."),
        remedy: Words(
            "为清单项选定方案中的改造内容。",
            "Choose the item of the scheme it serves."),
        liftedBy: [.constructionUnit])
    package static let billIsSignedWithItsContract = RefusalWords(
        "bill_is_signed_with_its_contract",
        Words(
            "清单在签约时确定，之后不能增改。",
            "The bill is fixed when its contract is signed."),
        remedy: Words(
            "数量或内容变化走工程变更程序。",
            "Changes of quantity or content are change orders."),
        liftedBy: [.constructionUnit])
    package static let billLineCodeIsOne = RefusalWords(
        "bill_line_code_is_one",
        Words(
            "清单项编码重复。",
            "Two bill lines have one code."),
        remedy: Words(
            "为每个清单项使用不同编码。",
            "Give each line its own code."),
        liftedBy: [.constructionUnit])
    package static let packageIsOfAnOpenProject = RefusalWords(
        "package_is_of_an_open_project",
        Words(
            "项目已经办结，不能再设标段。",
            "The project is closed: it buys nothing more."),
        remedy: Words(
            "新的内容另立项目。",
            "Other works are another project."),
        liftedBy: [.constructionUnit])
    package static let packageIsFixedOnceSigned = RefusalWords(
        "package_is_fixed_once_signed",
        Words(
            "标段已签合同，不能再改估算。",
            "A package whose contract is signed is not re-estimated."),
        remedy: Words(
            "合同内容变化走工程变更程序。",
            "Changes are change orders."),
        liftedBy: [.constructionUnit])
    package static let packageGroupOnlyWidens = RefusalWords(
        "package_group_only_widens",
        Words(
            "合并计算的范围只能扩大，不能缩小。",
            "A merge group is widened, never narrowed."),
        remedy: Words(
            "保留已扩大的合并范围。",
            "Keep the wider group."),
        liftedBy: [.renovationOffice], key: "tender.group_combines")
    package static let packageSplitOffHasAReason = RefusalWords(
        "package_split_off_has_a_reason",
        Words(
            "标段不与同类合并，须选定理由并写明。",
            "A lot that is not counted with its kind needs a reason of the list, and a note."),
        remedy: Words(
            "选定不宜合并的理由并说明。",
            "Choose the reason and say why."),
        liftedBy: [.constructionUnit], key: "tender.group_combines")
    package static let packageSeparationReasonIsKnown = RefusalWords(
        "package_separation_reason_is_known",
        Words(
            "不宜合并的理由不在清单内。",
            "The reason for splitting off is not on the list."),
        remedy: Words(
            "从清单中选择理由。",
            "Choose a reason of the list."),
        liftedBy: [.constructionUnit], key: "tender.group_combines")

    /// Every refusal this capability can give.
    package static let all: [RefusalWords] =
        [
            contractFollowsItsDetermination, contractWaitsForDetermination, determinationIsUpToDate,
            determinationAgreesWithItsFigures, packageNamesItsOwnDetermination, lotsAreTenderedTogether,
            estimateCutAcrossLineIsExplained, tenderWaitsForTheBudget, numberOfLawIsPublished,
            contractStaysWithinBudget, budgetAdjustmentHasItsApproval, contractWaitsForApprovals,
            contractHasNoAdvanceFunding, invitedTenderHasItsGround, tenderedContractHasItsAward,
            contractIsSignedAfterItsAward, packageHasOneContract, contractNumberIsOne,
            worksContractHasItsBill, worksAreBoughtAsWorks,
            billStaysWithinItsContract, billLineServesAnItem, billIsSignedWithItsContract, billLineCodeIsOne,
            packageIsOfAnOpenProject, packageIsFixedOnceSigned, packageGroupOnlyWidens,
            packageSplitOffHasAReason, packageSeparationReasonIsKnown, packageGroupIsWidenedForServices,
            packageCodeIsOne, packageServiceHasItsKind, packageServiceKindIsKnown, packageCategoryIsKnown,
            packageMethodIsKnown, packageHasAnEstimate, packageHasACode, packageHasATitle,
            packageEPCHasItsParts, packageEPCPartsAddUp, packageConsultingStatesItsListedPart,
            contractMethodIsKnown, contractInvitationGroundIsKnown, contractHasAnAmount, contractHasANumber,
            billLineHasACode, billLineHasAQuantity, billLinePriceIsNotNegative, projectBudgetHasATotal,
            projectBudgetFundsAreWithinTotal, projectBudgetHasAFeasibilityEstimate, projectBudgetIsApproved,
            projectBudgetHasItsApproval, projectBudgetAdjustmentGroundIsKnown, projectBudgetAdjustmentIsWhole,
            projectHasOneBudget, packageIsOfItsProject,
            contractIsOfItsProject, billLineIsOfItsProject, contractDayHasCome,
        ] + ofExemptions + ofBudget + ofSeparation + ofAwards + ofScheme + ofProcedure
        + ofConsortia
}
