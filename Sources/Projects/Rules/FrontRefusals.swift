package import Values

/// The refusals of the front of the process (前期类拒绝), each under its guard's name.
extension ProjectsRefusals {
    package static let projectEntersOnItsPlacesPath = RefusalWords(
        "project_enters_on_its_places_path",
        Words("本地程序里没有这个阶段。", "The place's process has no such state."),
        remedy: Words("选择所列阶段之一。", "Take one of the states named."), liftedBy: [.constructionUnit],
        key: "projects.steps")
    package static let projectImportNamesItsEvidence = RefusalWords(
        "project_import_names_its_evidence",
        Words(
            "在建项目补录时，此前各关口的材料没有登记齐。", "A project taken in under way names the papers of the gates behind it."),
        remedy: Words("逐项登记所列材料的名称、文号和日期。", "Name each paper with its number and day."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.later_evidence")
    package static let importedEvidenceIsOfAnEarlierGate = RefusalWords(
        "imported_evidence_is_of_an_earlier_gate",
        Words("所列要求不属于此前的关口。", "What is named is no requirement of a gate behind the project."),
        remedy: Words("只补录此前关口的材料；以后的在系统里办理。", "Name earlier papers only; what comes later is done here."),
        liftedBy: [.constructionUnit],
        key: "projects.later_evidence")
    package static let importUnderWayNamesItsStart = RefusalWords(
        "import_under_way_names_its_start",
        Words("施工以后的项目须登记开工日期。", "A project whose works have begun names the day."),
        remedy: Words("填写开工日期。", "Enter the day the works began."), liftedBy: [.constructionUnit],
        key: "projects.later_evidence")
    package static let gateExceptionIsForeseen = RefusalWords(
        "gate_exception_is_foreseen",
        Words("这项要求没有例外，或现在的认定不适用例外。", "This requirement has no exception, or the finding leaves none."),
        remedy: Words("补齐要求本身。", "Meet the requirement itself."), liftedBy: [.constructionUnit],
        key: "projects.requirements")
    package static let gateExceptionIsDecidedByTheLevelAbove = RefusalWords(
        "gate_exception_is_decided_by_the_level_above",
        Words("例外由上一级决定，您的角色不能决定。", "The level above decides an exception; your role does not."),
        remedy: Words("请由所列单位决定。", "Let the body named decide."), liftedBy: [.leadingGroup],
        key: "projects.requirements")
    package static let gateExceptionStepIsAllowed = RefusalWords(
        "gate_exception_step_is_allowed",
        Words("例外申请不能这样办理：已经决定，或尚未批准。", "The exception cannot take this step from where it stands."),
        remedy: Words("需要时另行申请。", "Ask anew where it is needed."), liftedBy: [.constructionUnit],
        key: "projects.requirements")
    package static let gateExceptionStaysAfterItsGate = RefusalWords(
        "gate_exception_stays_after_its_gate",
        Words("项目已凭这项例外通过关口，不能再撤销。", "The gate was passed on this exception: it stands."),
        remedy: Words("有问题的，由上一级另行处理。", "What is wrong with it, the level above settles otherwise."),
        liftedBy: [.leadingGroup], key: "projects.requirements")
    package static let postingWaitsNoMore = RefusalWords(
        "posting_waits_no_more",
        Words("公示所在的关口已经通过，或本地程序没有公示。", "The gate of the posting is passed, or the place has none."),
        remedy: Words("不需要再登记公示。", "No posting is recorded any more."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    package static let postingIsNotDatedAhead = RefusalWords(
        "posting_is_not_dated_ahead", Words("张贴日期在今天以后。", "The posting bears a day that is yet to come."),
        remedy: Words("张贴以后再登记。", "Record it once it hangs."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    package static let postingIsTakenDownOnce = RefusalWords(
        "posting_is_taken_down_once",
        Words(
            "这份公示已经撤下，不能恢复或再次撤下。", "This posting was taken down: it is not put back, nor taken down again."),
        remedy: Words("重新张贴的另行登记，公示期重新计算。", "Record what is put up anew; its days begin again."),
        liftedBy: [.constructionUnit, .community, .ownersBody],
        key: "publicity.attachments")
    package static let frontFactIsBroughtByItsBody = RefusalWords(
        "front_fact_is_brought_by_its_body",
        Words("这项事实不由您的角色登记。", "Your role does not bring this fact."),
        remedy: Words("请由关口所列单位登记。", "Let a body that the gate names record it."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.requirements")
    package static let projectCodeStays = RefusalWords(
        "project_code_stays", Words("项目代码登记后可以更正，不能删除。", "A project code is put right, never taken away."),
        remedy: Words("填写正确的项目代码。", "Enter the right code."),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let objectionIsClosedOnce = RefusalWords(
        "objection_is_closed_once", Words("这项异议已经办结。", "This objection is closed already."),
        remedy: Words("有新的异议另行登记。", "Record a new objection by itself."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.objections_block")
    package static let participantIsOfTheForum = RefusalWords(
        "participant_is_of_the_forum",
        Words("本地的会商、联审名单里没有这家单位。", "The place's list of participants does not name it."),
        remedy: Words("从所列单位中选择。", "Take one of those named."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.requirements")
    package static let surveyKindIsKnown = RefusalWords(
        "survey_kind_is_known", Words("本地的摸底没有这类数据。", "The place's survey has no such kind of data."),
        remedy: Words("从所列种类中选择。", "Take one of those named."), liftedBy: [.constructionUnit, .community],
        key: "survey.kinds")
    package static let compliantKindIsMandatory = RefusalWords(
        "compliant_kind_is_mandatory",
        Words("只有必选类内容才登记“已达标”。", "Only a mandatory kind of works is stated as there already."),
        remedy: Words("从所列种类中选择。", "Take one of those named."), liftedBy: [.constructionUnit],
        key: "plan.mandatory_kinds")
    package static let procedureIsKnown = RefusalWords(
        "procedure_is_known", Words("没有这项审批程序。", "There is no such procedure."),
        remedy: Words("从所列程序中选择。", "Take one of those named."), liftedBy: [.renovationOffice],
        key: "projects.procedures")
    package static let procedureOutcomeIsForeseen = RefusalWords(
        "procedure_outcome_is_foreseen",
        Words("这项程序不能这样简化或免办。", "This procedure cannot be simplified or waived so."),
        remedy: Words("从所列结果中选择。", "Take one of the outcomes named."), liftedBy: [.renovationOffice],
        key: "projects.procedures")
    package static let procedureDecisionWaitsNoMore = RefusalWords(
        "procedure_decision_waits_no_more",
        Words("会商关口已经通过，审批程序不再改变。", "The consultation is over: its procedures stand."),
        remedy: Words("按会商意见办理。", "Go by the consultation's opinion."), liftedBy: [.renovationOffice],
        key: "projects.procedures")
    package static let scopeNamesItsFacts = RefusalWords(
        "scope_names_its_facts",
        Words("认定改造范围所需的事实不全。", "Facts that decide on the scope are missing."),
        remedy: Words(
            "补充所列事实；没有的，写明没有。", "Tell the facts named; say `no_…` where there is none."),
        liftedBy: [.constructionUnit], key: "projects.requirements")
    package static let placeStandsOnItsDay = RefusalWords(
        "place_stands_on_its_day",
        Words("这个区划代码在所涉日期不存在。", "This division code does not stand on the day it is used for."),
        remedy: Words(
            "改用所列区划代码；开工在前的，填写开工日期。", "Use the code named; give the day works began where that was earlier."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "division.codes")
    package static let projectLiesInItsDistrict = RefusalWords(
        "project_lies_in_its_district",
        Words(
            "所填的区划代码不是本区的：项目按小区所在区的规则办理。",
            "This division code is another district's: a project goes by the rules of where it lies."),
        remedy: Words(
            "填写本区的区划代码；小区在别区的，由那个区登记。",
            "Give this district's own code; a community of another district is taken in there."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "division.codes")
    package static let projectCodeDivisionStoodInItsMonth = RefusalWords(
        "project_code_division_stood_in_its_month",
        Words(
            "项目代码里的区划代码，在代码所写的年月不存在。",
            "The division in the code did not stand in the month that the code names."),
        remedy: Words("核对项目代码的前四位（年月）和区划六位。", "Check the code's first four digits and its division."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "division.codes")
    package static let projectCodeHasTheFormOfItsYear = RefusalWords(
        "project_code_has_the_form_of_its_year",
        Words(
            "项目代码的格式和它写的年份不合：2020 年以前是 28 位旧码，2020 年以后是 24 位新码。",
            "The code's form is not that of the year it names: 28 characters before 2020, 24 after it."),
        remedy: Words("核对项目代码的年份和位数。", "Check the year and the length of the code."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "code.project_form_changed_in")
    package static let projectCodeIsNotDatedAhead = RefusalWords.form(
        "project_code_is_not_dated_ahead", "项目代码写的年月还没有到。", "The month that the code names has not come.",
        remedy: "核对项目代码的前四位（年月）。", "Check the code's first four digits: year and month.",
        by: [.constructionUnit, .renovationOffice])
    package static let projectCodeDivisionIsItsPlaces = RefusalWords(
        "project_code_division_is_its_places",
        Words(
            "项目代码里的区划代码不是本项目所在地，也不是所在的市、省。",
            "The division in the code is neither the project's place nor the city or province that it lies in."
        ),
        remedy: Words(
            "核对项目代码的区划六位；赋码有误的，请平台更正后再登记。",
            "Check the six digits of the division; where the platform gave a wrong code, have it put right first."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "division.codes")
    package static let scopeNamesItsDemolitionList = RefusalWords(
        "scope_names_its_demolition_list",
        Words(
            "没有写明所查拆迁计划的版本和查询日期，或日期在今天以后。",
            "The finding names no version of the plan of demolition, or no day on which it was looked up."),
        remedy: Words(
            "向提供拆迁计划的单位查询，填写计划版本和查询日期。",
            "Look the plan up with the body that keeps it; give its version and the day."),
        liftedBy: [.constructionUnit], key: "scope.demolition_list_kept_by")
    package static let scopeDemolitionListIsRecent = RefusalWords(
        "scope_demolition_list_is_recent",
        Words("所查的拆迁计划过于陈旧。", "The plan of demolition was looked up too long ago."),
        remedy: Words(
            "向提供拆迁计划的单位重新查询，填写查询日期。", "Look the plan up again with the body that keeps it, and give the day."),
        liftedBy: [.constructionUnit], key: "scope.list_max_age_days")
    package static let scopeFindingFollowsItsFacts = RefusalWords(
        "scope_finding_follows_its_facts",
        Words("范围认定与所登记的事实不符。", "The finding on the scope does not follow from its facts."),
        remedy: Words(
            "按登记的住区种类和房屋危险情况认定；原则上不纳入的报批例外。",
            "Find it by the kind of community and the dangers that are told; what is out in principle may be excepted."
        ),
        liftedBy: [.constructionUnit], key: "scope.excluded_kinds")
    package static let scopeWaitsNoMore = RefusalWords(
        "scope_waits_no_more",
        Words("改造范围的关口已经通过，不再重新认定。", "The gate of the scope is passed: its finding stands."),
        remedy: Words("有新情况的，由区级处理。", "Where things changed, the district settles it."),
        liftedBy: [.renovationOffice], key: "projects.steps")
    package static let schemeIsRecordedBeforeItsVote = RefusalWords(
        "scheme_is_recorded_before_its_vote",
        Words("方案已经交付表决，不再增改内容和资金。", "The scheme has gone to the vote as it stands."),
        remedy: Words("改动按变更或重新表决办理。", "Change it by a change order, or vote again."),
        liftedBy: [.constructionUnit], key: "plan.parts")
    package static let frontWaitsNoMore = RefusalWords(
        "front_waits_no_more", Words("项目已经销号。", "The project is closed."),
        remedy: Words("不再登记前期材料。", "Nothing of the front is recorded any more."),
        liftedBy: [.constructionUnit], key: "projects.steps")

    /// The refusal of a requirement that a gate waits for; those that other guards give have those guards' words.
    static func gate(_ name: FrontRequirements.Name) -> RefusalWords {
        switch name {
        case .launchPapers: launchWaitsForPapers
        case .specialAccount: launchWaitsForSpecialAccount
        case .residentFunds: launchWaitsForResidentFunds
        case .planChain: listingWaitsForTheChain
        case .estimate: budgetStaysNearFeasibility
        default: gateWaits[name] ?? projectStepIsAllowed
        }
    }

    private static let gateWaits: [FrontRequirements.Name: RefusalWords] = [
        .survey: wait(.survey, "摸底数据不齐。", "data of the survey are missing.", "由街道、社区补录所缺数据。"),
        .scope: wait(.scope, "还不能认定在改造范围内。", "not found to be within the scope.", "登记事实并作出范围认定；原则上不纳入的报批例外。"),
        .ownersBody: wait(.ownersBody, "还没有登记。", "not recorded yet.", "成立后由社区登记名称和备案文号。"),
        .willingnessBallot: wait(.willingnessBallot, "没有通过的表决结果。", "no ballot has passed.", "组织征求并计票。"),
        .planBallot: wait(.planBallot, "没有通过的表决结果。", "no ballot has passed.", "组织表决并计票。"),
        .threeRounds: wait(.threeRounds, "三轮征求、反馈不齐。", "the rounds are not whole.", "补齐所缺的征求和反馈记录。"),
        .papers: wait(.papers, "材料不齐。", "papers are missing.", "登记所缺材料。"),
        .planParts: wait(.planParts, "方案内容不齐。", "parts of the scheme are missing.", "补齐所缺部分。"),
        .mandatoryKinds: wait(
            .mandatoryKinds, "必选内容不齐。", "mandatory kinds are missing.", "列入方案，或说明现状已达标。"),
        .fundingPlan: wait(.fundingPlan, "还没有测算。", "not computed yet.", "录入方案的清单和费用。"),
        .publicity: wait(
            .publicity, "公示材料不齐或没有张贴。", "nothing whole is posted.", "张贴并登记地点、照片和附件。"),
        .publicityPeriod: wait(
            .publicityPeriod, "公示期未满；更换或撤下的重新计算。", "the period is not over.", "等公示期满。"),
        .objectionsClosed: wait(
            .objectionsClosed, "还有异议没有办结。", "an objection is open.", "由业委会或自治小组牵头调解。",
            by: [.ownersBody, .constructionUnit]),
        .investmentDecision: wait(
            .investmentDecision, "列入计划前须先批准。", "it comes before the plan.", "登记可研批复或概算核定文件。"),
        .planSubmission: wait(
            .planSubmission, "还没有申报。", "not submitted yet.", "由区旧改办申报并登记。", by: [.renovationOffice]),
        .planReview: wait(.planReview, "联审单位没有全部同意。", "not every reviewer agrees.", "补登所列单位的意见。"),
        .consultation: wait(.consultation, "会商、联审单位没有全部同意。", "not every participant agrees.", "补登所列单位的意见。"),
        .proceduresDecided: wait(
            .proceduresDecided, "会商意见没有逐项写明审批程序。", "the opinion does not say it for each.",
            "由区旧改办逐项登记保留、简化或免办。",
            by: [.renovationOffice]),
        .procedures: wait(.procedures, "保留或简化的程序缺材料。", "a kept or simplified one has no paper.", "登记所缺材料。"),
        .projectCode: wait(.projectCode, "还没有登记。", "not recorded yet.", "在平台赋码后登记。"),
        .permit: wait(
            .permit, "没有许可证，也不符合免办条件。", "neither a permit nor a fitting exemption.", "办理施工许可，或登记符合限额的免办说明。"),
    ]

    private static func wait(
        _ name: FrontRequirements.Name, _ zh: String, _ en: String, _ remedy: String,
        by roles: [Role] = [.constructionUnit]
    ) -> RefusalWords {
        RefusalWords(
            "gate_waits_for_" + name.rawValue, Words(zh, en),
            remedy: Words(remedy, "Bring what is named; the gate's list says who."),
            liftedBy: roles, key: "projects.requirements")
    }

    static let front: [RefusalWords] =
        [
            projectEntersOnItsPlacesPath, projectImportNamesItsEvidence, importedEvidenceIsOfAnEarlierGate,
            importUnderWayNamesItsStart, gateExceptionIsForeseen, gateExceptionIsDecidedByTheLevelAbove,
            gateExceptionStepIsAllowed, gateExceptionStaysAfterItsGate, postingWaitsNoMore,
            postingIsNotDatedAhead, frontFactIsNotDatedAhead, postingFollowsTheOneBefore,
            postingFollowsItsBallot, frontFactIsRecordedInItsTime,
            postingRestsOnStoredPapers, postingPapersAreDifferentFiles, postingPhotoIsAPicture,
            postingAttachmentIsKnown,
            scopeIsFoundByADayThatHasCome,
            postingIsTakenDownOnce, projectCodeStays, frontFactIsBroughtByItsBody,
            objectionIsClosedOnce,
            participantIsOfTheForum, surveyKindIsKnown,
            compliantKindIsMandatory, procedureIsKnown, procedureOutcomeIsForeseen,
            procedureDecisionWaitsNoMore, scopeWaitsNoMore, frontWaitsNoMore,
            schemeIsRecordedBeforeItsVote, scopeNamesItsFacts, scopeNamesItsDemolitionList,
            scopeDemolitionListIsRecent, scopeFindingFollowsItsFacts,
            placeStandsOnItsDay, projectLiesInItsDistrict,
            projectCodeDivisionStoodInItsMonth, projectCodeHasTheFormOfItsYear, projectCodeIsNotDatedAhead,
            projectCodeDivisionIsItsPlaces,
        ].map(\.grounded) + gateWaits.values.sorted { $0.code < $1.code } + frontData.map(\.grounded)

    private static let frontData: [RefusalWords] = [
        .form(
            "project_enters_at_a_known_state", "没有这个项目状态。", "There is no such state.", remedy: "从所列阶段中选择。",
            "Choose a state of the list.", by: [.constructionUnit]),
        .form(
            "evidence_is_imported_with_its_project", "补录材料只能在项目导入时一并登记。",
            "Imported evidence is named when the project is taken in.", remedy: "导入以后的材料在项目的材料页登记。",
            "After the import, record papers on the project's page of papers.", by: [.constructionUnit]),
        .form(
            "imported_evidence_is_named_once", "同一要求只补录一次。", "A requirement is named once.",
            remedy: "每项要求只填一份补录材料。", "Name one paper for each requirement.", by: [.constructionUnit]),
        .form(
            "imported_evidence_names_its_paper", "补录须写明材料名称。", "Imported evidence names its paper.",
            remedy: "填写补录材料的名称。", "Name the paper.", by: [.constructionUnit]),
        .form(
            "imported_evidence_digest_has_32_bytes", "摘要应为 32 字节。", "A digest has 32 bytes.",
            remedy: "填写原件的 SHA-256（64 位十六进制），或留空。",
            "Give the original's SHA-256 as 64 hexadecimal digits, or nothing.", by: [.constructionUnit]),
        .form(
            "survey_record_says_something", "摸底数据不能为空。", "A survey's record says something.",
            remedy: "填写摸底得到的数据。", "Give what the survey found.", by: [.constructionUnit, .community]),
        .form(
            "owners_body_kind_is_known", "应为业主委员会或自治小组。",
            "The body is an owners' committee or a self-governance group.", remedy: "从“业主委员会”“自治小组”中选择。",
            "Choose an owners' committee or a self-governing group.", by: [.constructionUnit, .ownersBody]),
        .form(
            "owners_body_names_its_filing", "须写明备案文号。", "The body names the number it is filed under.",
            remedy: "填写业委会备案的文号。", "Give the number of its filing.", by: [.constructionUnit, .ownersBody]),
        .form(
            "compliant_kind_says_why", "已达标须说明情况。", "A statement says why.", remedy: "写明为什么已经达标，例如已有设施和检测结果。",
            "Say why the standard is met, such as what is there and how it was measured.",
            by: [.constructionUnit]),
        .form(
            "compliant_kind_is_stated_once", "这类内容已经登记为已达标。", "This kind is stated already.",
            remedy: "不必重复登记；确需改动的，取消后另行说明。", "It is stated already: there is nothing to record.",
            by: [.constructionUnit]),
        .form(
            "gate_exception_has_a_reason", "例外须写明理由。", "An exception has a reason.",
            remedy: "写明（不少于四个字）为什么这项要求可以例外。",
            "Say why the requirement may be passed.", by: [.constructionUnit]),
        .inward("gate_exception_state_is_known", "没有这个状态。", "There is no such state."),
        .form(
            "gate_exception_decision_is_whole", "决定须有决定人、日期和文号。",
            "A decision has its person, day and number.", remedy: "填写决定日期和批准文号；决定人由登录账号登记。",
            "Give the day and the document's number; who decides is whoever signed in.",
            by: [.renovationOffice]),
        .form(
            "gate_exception_is_decided_by_another", "申请人不能自己决定。", "Whoever asks does not decide.",
            remedy: "由另一位有权的人员决定。", "Another person with that power decides.",
            by: [.renovationOffice, .leadingGroup]),
        .form(
            "gate_exception_stands_once", "这项要求已有一件在办或已批准的例外。",
            "An exception of this requirement stands already.", remedy: "等待已有申请的决定；已批准的不必再申请。",
            "Wait for the decision; what is approved is not asked again.", by: [.constructionUnit]),
        .inward("gate_exception_begins_as_asked", "例外从申请开始。", "An exception begins by being asked for."),
        .form(
            "posting_names_its_place", "须写明张贴地点。", "A posting names its place.",
            remedy: "写明张贴在哪里，例如小区主出入口公告栏。", "Say where it hangs, such as the board at the main entrance.",
            by: [.constructionUnit, .community, .ownersBody]),
        .form(
            "posting_photo_has_its_digest", "张贴照片的摘要应为 32 字节。", "The photo's digest has 32 bytes.",
            remedy: "上传张贴照片，摘要由系统计算。", "Upload the photo: the digest is the system's.",
            by: [.constructionUnit, .community, .ownersBody]),
        .inward(
            "posting_attachments_have_their_digests", "公示的每项材料各有一个摘要。", "Each attachment has its digest."),
        .form(
            "posting_is_taken_down_after_it_is_put", "撤下日期不能早于张贴日期。", "It is taken down after it is put up.",
            remedy: "把撤下日期填成张贴当日或以后。", "Give a day on or after it was put up.",
            by: [.constructionUnit, .community, .ownersBody]),
        .form(
            "posting_taken_down_says_why", "撤下须写明日期和原因。", "What is taken down says when and why.",
            remedy: "填写撤下的日期和原因。", "Give the day and the reason.",
            by: [.constructionUnit, .community, .ownersBody]),
        .form(
            "posting_stands_once", "已有一份公示在张贴；更换须先撤下，公示期重新计算。",
            "One posting stands: take it down first; the period begins anew.",
            remedy: "先登记撤下原公示，再登记新的；公示期从新公示起算。",
            "Record that the first is taken down, then the new one: its days begin anew.",
            by: [.constructionUnit, .community, .ownersBody]),
        .inward("objection_state_is_known", "没有这个状态。", "There is no such state."),
        .form(
            "objection_outcome_is_whole", "办结须有结果和日期。", "A closed objection has its outcome and day.",
            remedy: "写明处理结果和日期。", "Say how it ended, and on which day.",
            by: [.constructionUnit, .community, .ownersBody]),
        .form(
            "objection_is_closed_after_it_is_raised", "办结日期不能早于提出日期。", "It is closed after it is raised.",
            remedy: "把办结日期填成提出当日或以后。", "Give a day on or after the objection was raised.",
            by: [.constructionUnit, .community, .ownersBody]),
        .form(
            "participant_opinion_forum_is_known", "没有这个会商。", "There is no such forum.",
            remedy: "从“会商”“联审”中选择。", "Choose the consultation or the joint review.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "participant_opinion_is_known", "意见只有：同意、有条件同意、不同意。", "Unknown opinion.",
            remedy: "从同意、有条件同意、不同意中选择。", "Choose agreed, agreed on conditions, or not agreed.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "procedure_outcome_is_known", "结果只有：保留、简化、免办。", "Unknown outcome.", remedy: "从“保留”“简化”“免办”中选择。",
            "Choose kept, simplified or left out.", by: [.renovationOffice]),
        .form(
            "procedure_decision_has_a_basis", "须写明会商意见的文号。", "A decision names the opinion it rests on.",
            remedy: "填写会商意见的文号。", "Give the number of the consultation's opinion.", by: [.renovationOffice]),
        .form(
            "procedure_is_decided_once", "这项程序已经有决定。", "This procedure is decided already.",
            remedy: "核对已登记的决定；确需改变的，重新会商并登记新的依据。",
            "Look at the decision recorded; to change it, consult again.", by: [.renovationOffice]),
        .form(
            "plan_submission_year_is_fair", "计划年度不对。", "The year is out of range.", remedy: "填写申报的计划年度。",
            "Give the year of the plan.", by: [.renovationOffice]),
        .form(
            "plan_is_submitted_once", "这个年度已经申报。", "The project is submitted for this year already.",
            remedy: "核对已登记的申报；补充内容作为材料登记。", "Look at what is recorded; record what is added as a paper.",
            by: [.renovationOffice]),
        .form(
            "yearly_allotment_year_is_fair", "年度不对。", "The year is out of range.", remedy: "填写资金所属的年度。",
            "Give the year that the money is for.", by: [.renovationOffice]),
        .form(
            "yearly_allotment_is_not_negative", "金额不能为负。", "An amount is not negative.", remedy: "金额填零或正数。",
            "Give the amount as nothing or more.", by: [.renovationOffice]),
        .inward(
            "requirement_has_its_function", "政策包里有系统不认识的关口要求，不能发布。",
            "A pack asks for what no function answers."),
    ]
}
