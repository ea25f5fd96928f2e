package import Values

/// Refusals about what is taken in with a scheme (方案导入).
extension ProjectsRefusals {
    package static let communityIsRenovatedOnceAtATime = RefusalWords(
        "community_is_renovated_once_at_a_time",
        Words(
            "同名或同地址的小区已有未办结的改造项目。",
            "A community of this name or address has an open project already."),
        remedy: Words(
            "在原项目上办理；确为另一期或另一小区的，请区旧改办在原项目登记《另一期（另一小区）认定文件》，题名写所要导入小区的全名，并上传原件"
                + "（全半角、空格、标点、末尾的括注和地址前的省市区街道不算区别）。",
            "Go on with that project; of another phase or another community the renovation office records its decision there, titled with the full name of the community to come, with its bytes."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "plan.classes")
    package static let communityIsCompleted = RefusalWords(
        "community_is_completed",
        Words("小区建成日期晚于今天。", "The community would be completed on a day that has not come."),
        remedy: Words("核对建成日期。", "Check the day of completion."), liftedBy: [.constructionUnit],
        key: "scope.conditions")
    package static let communityIsCompletedBeforeItsScheme = RefusalWords(
        "community_is_completed_before_its_scheme",
        Words("方案确定日期早于小区建成日期。", "The scheme would be older than its community."),
        remedy: Words("核对两个日期。", "Check the two days."), liftedBy: [.constructionUnit],
        key: "consent.regime")
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
            "由区旧改办登记方案批准文件（表决结果及公示），并上传原件。",
            "The renovation office records the approval of the scheme with its bytes."),
        liftedBy: [.renovationOffice], key: "launch.required_papers")
    package static let worksKindIsKnown = RefusalWords(
        "works_kind_is_known",
        Words(
            "规则包没有列出这类改造内容，无从确定它属于哪一类。",
            "The packs do not name this kind of works, so that its class is not known."),
        remedy: Words(
            "从规则包所列内容中选择；确为新的内容的，请区旧改办补入规则包（写明类别和依据）后再导入。",
            "Take a kind that the packs name; where it is a new one, the renovation office adds it, with its class and ground."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "plan.kinds")
    package static let worksKindIsOfItsClass = RefusalWords(
        "works_kind_is_of_its_class",
        Words(
            "子目的类别与它的内容不符：类别决定居民出资比例，由规则包按内容确定。",
            "An item is put into a class that its kind does not belong to; the class fixes the residents' share."
        ),
        remedy: Words("按规则包为这类内容确定的类别填写。", "Give the class that the packs name for the kind."),
        liftedBy: [.constructionUnit], key: "plan.kinds")
    package static let launchWaitsForOwnRuleApproval = RefusalWords(
        "launch_waits_for_own_rule_approval",
        Words(
            "方案把加装电梯等内容列在资金筹集方案之外，还没有区旧改办的认定文件。",
            "Works stand outside the funding plan by a rule of their own, and the office's decision on them is not stored."
        ),
        remedy: Words(
            "由区旧改办登记认定文件（写明按哪个办法另行补助）并上传原件；不属于另行补助的，按所属类别计入方案重新导入。",
            "The renovation office records its decision, naming the rule that subsidises them; else they belong in the plan."
        ),
        liftedBy: [.renovationOffice], key: "funding.excluded_kinds")
    package static let launchWaitsForLaterHousingApproval = RefusalWords(
        "launch_waits_for_later_housing_approval",
        Words(
            "小区建成晚于本地规定年份，能否纳入只凭填报，还没有区旧改办的认定文件。",
            "The community is later than the place's year, and nothing but typed facts says that it may join."
        ),
        remedy: Words(
            "由区旧改办登记《较晚建成小区纳入改造的认定文件》（逐项写明设施、物业、意愿的依据）并上传原件。",
            "The renovation office records its decision, with what each of the conditions rests on, and its bytes."
        ),
        liftedBy: [.renovationOffice], key: "scope.completed_by_year")
    package static let importWaitsForItsConfirmation = RefusalWords(
        "import_waits_for_its_confirmation",
        Words(
            "项目是中途补录的，补录材料只凭填报，区旧改办还没有核对原件。",
            "The project was taken in under way; nobody but who typed them has compared its papers with the originals."
        ),
        remedy: Words(
            "由区旧改办核对原件后，登记《在建项目补录材料核对认定书》并上传。",
            "The renovation office compares the originals and records its confirmation, with its bytes."),
        liftedBy: [.renovationOffice], key: "projects.later_evidence")
    package static let ballotWaitsForTheWholeRegister = RefusalWords(
        "ballot_waits_for_the_whole_register",
        Words(
            "户册的户数或面积和小区登记的不一致：漏登一户、少登一平方米，表决的分母就少。",
            "The register has other homes or another area than the community was told to have: what is left out shrinks the denominators."
        ),
        remedy: Words(
            "补全户册重新导入；登记的户数或面积有误的，由区旧改办登记《户册核定文件》说明原因。",
            "Complete the register and import it again; where the figures told were wrong, the office records its decision."
        ),
        liftedBy: [.community, .constructionUnit, .renovationOffice], key: "consent.regime")
    package static let worksTitleSpeaksOfItsKind = RefusalWords(
        "works_title_speaks_of_its_kind",
        Words(
            "子目的名称写的是另一种内容：居民出资随种类而定，名称和种类须一致。",
            "The title of an item speaks of other works than its kind; what residents bear follows the kind."),
        remedy: Words(
            "按实际内容填写种类；名称不准确的，改写成包含本种内容的名称。",
            "Give the kind that it is; where the title is at fault, let it name the works of its kind."),
        liftedBy: [.constructionUnit], key: "plan.title_words")
    package static let launchWaitsForTheApprovedAmounts = RefusalWords(
        "launch_waits_for_the_approved_amounts",
        Words(
            "方案的分类金额与区旧改办登记的批准金额不一致，或批准文件没有登记金额。",
            "The scheme's money by class is not what the office recorded as approved, or it recorded none."),
        remedy: Words(
            "由区旧改办按批准文件登记各类金额；方案导入有误的，按批准的方案重新导入。",
            "The office records what it approved by class; a scheme that was taken in wrongly is taken in anew."
        ),
        liftedBy: [.renovationOffice, .constructionUnit], key: "launch.required_papers")
    package static let communityBodyIsOfItsKind = RefusalWords(
        "community_body_is_of_its_kind",
        Words("登记为社区居委会、业主组织的单位，须是这一类单位。", "A committee or an owners’ body is a unit of that kind."),
        remedy: Words(
            "登记相应的居委会、业主委员会或自治小组；单位类别登记有误的，请区旧改办更正单位名录。",
            "Name the committee or the owners’ body itself; where the register is wrong, let the office put it right."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.unit_kinds")

    package static let importNamesItsAcceptance = RefusalWords(
        "import_names_its_acceptance",
        Words("验收合格以后的项目补录时，须登记验收合格日期。", "A project behind its acceptance names the day of it."),
        remedy: Words(
            "填写工程竣工验收合格的日期：备案、决算、归档的期限和保修期从这一天起算。",
            "Enter the day of acceptance: the terms of filings, accounts and archive, and warranties, run from it."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.later_evidence")
    package static let importedAcceptanceIsOfItsStage = RefusalWords(
        "imported_acceptance_is_of_its_stage",
        Words("还没有验收合格的项目不登记验收日期。", "A project before its acceptance has no day of it."),
        remedy: Words("选择验收合格以后的阶段，或不填验收日期。", "Take a stage behind acceptance, or leave the day out."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.later_evidence")
    package static let importIsAcceptedAfterItsStart = RefusalWords(
        "import_is_accepted_after_its_start",
        Words("验收合格日期早于开工日期。", "It would be accepted before its works began."),
        remedy: Words("核对两个日期。", "Check the two days."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.later_evidence")
    static let importedWarrantyIsOfItsStage = RefusalWords(
        "imported_warranty_is_of_its_stage",
        Words("保修约定只在补录到保修阶段时登记。", "What is warranted is told of a project in its warranty."),
        remedy: Words("移交完成、进入保修时再登记。", "Record it when the project goes into its warranty."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.later_evidence")

    /// The refusals about what is taken in.
    static let ofImports: [RefusalWords] = [
        communityIsRenovatedOnceAtATime, communityIsCompleted, communityIsCompletedBeforeItsScheme,
        schemeIsNotDatedAhead, mandatoryItemHasAnAmount, importedSchemeIsWithinTheScope,
        launchWaitsForSchemeApproval, communityBodyIsOfItsKind, worksKindIsKnown, worksKindIsOfItsClass,
        launchWaitsForOwnRuleApproval, launchWaitsForLaterHousingApproval, importWaitsForItsConfirmation,
        ballotWaitsForTheWholeRegister, worksTitleSpeaksOfItsKind,
        launchWaitsForTheApprovedAmounts, importNamesItsAcceptance, importedAcceptanceIsOfItsStage,
        importIsAcceptedAfterItsStart, importedWarrantyIsOfItsStage,
        .inward(
            "imported_stage_is_of_its_state", "补录阶段与项目状态不符。", "The stage is not of the project's state."),
    ]
}
