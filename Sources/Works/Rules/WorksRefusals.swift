package import Values

/// The refusals of the works capability (施工类拒绝), each under its guard's name.
package enum WorksRefusals {
    package static let worksStartFollowsThePermit = RefusalWords(
        "works_start_follows_the_permit",
        Words(
            "项目还没有走到施工许可这一步，或已经开工。", "The project has not reached its permit, or works have begun already."),
        remedy: Words("先完成许可或免办手续。", "Finish the permit or the exemption first."),
        liftedBy: [.constructionUnit], key: "start.needs_permit")
    package static let worksStartIsNotAhead = RefusalWords(
        "works_start_is_not_ahead",
        Words("开工日期不能晚于今天。", "Works cannot be recorded as begun on a day to come."),
        remedy: Words("填写实际开工日期。", "Name the day works really began."),
        liftedBy: [.constructionUnit], key: "start.requires")
    package static let worksStartNamesItsDay = RefusalWords(
        "works_start_names_its_day",
        Words("没有填写开工日期。", "The day works begin is missing."),
        remedy: Words("填写开工日期。", "Name the day."),
        liftedBy: [.constructionUnit], key: "start.requires")
    package static let worksStartDayStays = RefusalWords(
        "works_start_day_stays",
        Words("开工日期登记后不能改。", "The day on which works began stays as it was recorded."),
        remedy: Words("登记时核对实际开工日期。", "Check the day before it is recorded."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "start.requires")
    package static let worksStartWaitsForFunds = RefusalWords(
        "works_start_waits_for_funds",
        Words("居民自筹资金没有全部在账，不能开工。", "The residents' money is not complete: works cannot begin."),
        remedy: Words(
            "补足专用账户，由业委会、社区登记缴款。",
            "Complete the special account; the owners' body or the community records it."),
        liftedBy: [.ownersBody, .community, .renovationOffice], handledBy: [.ownersBody, .constructionUnit],
        key: "launch.resident_funds_ratio")
    package static let worksStartWaitsForListing = RefusalWords(
        "works_start_waits_for_listing",
        Words(
            "项目还没有列入政府投资年度计划，不能开工。", "The project is not in the yearly investment plan: works cannot begin."),
        remedy: Words("按顺序补齐各级同意。", "Obtain the approvals of the chain."),
        liftedBy: [.constructionUnit, .leadingGroup], key: "annual_plan.chain")
    package static let worksStartWaitsForContract = RefusalWords(
        "works_start_waits_for_contract",
        Words(
            "还没有带工程量清单的施工合同，不能开工。",
            "No works contract with its bill of quantities is signed: works cannot begin."),
        remedy: Words("签订施工合同并录入清单。", "Sign the contract and record its bill."),
        liftedBy: [.constructionUnit], key: "start.requirements")
    package static let worksStartWaitsForPermit = RefusalWords(
        "works_start_waits_for_permit",
        Words(
            "没有施工许可证，也没有限额以下免办的依据，不能开工。",
            "Neither a construction permit nor an exemption is recorded: works cannot begin."),
        remedy: Words("登记施工许可证，或免于办理的证明。", "Record the permit, or the proof of the exemption."),
        liftedBy: [.constructionUnit], key: "start.needs_permit")
    package static let permitExemptionIsForSmallWorks = RefusalWords(
        "permit_exemption_is_for_small_works",
        Words(
            "施工合同总额超过免办施工许可的限额，必须领证。",
            "The works contracts are beyond the limit of the exemption: a permit is needed."),
        remedy: Words("申请领取施工许可证。", "Apply for the construction permit."),
        liftedBy: [.constructionUnit], key: "permit.exempt_below")
    package static let worksStartWaitsForQualitySupervision = RefusalWords(
        "works_start_waits_for_quality_supervision",
        Words(
            "没有办理工程质量监督手续，不能开工。", "The works are not registered for quality supervision: they cannot begin."),
        remedy: Words("到质监站办理并登记。", "Register with the quality station and record it."),
        liftedBy: [.constructionUnit, .qualityStation], key: "start.needs_quality_supervision")
    package static let worksStartWaitsForSupervisor = RefusalWords(
        "works_start_waits_for_supervisor",
        Words(
            "街道已认定本项目须实行监理，还没有委托监理单位，不能开工。",
            "These works were found to need supervision, and no supervisor is engaged: they cannot begin."),
        remedy: Words("委托监理单位并登记。", "Engage a supervisor and record it."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "supervision.mandatory")
    package static let worksStartWaitsForPapers = RefusalWords(
        "works_start_waits_for_papers",
        Words("当地要求的开工材料不齐。", "Papers that the place asks for before works are missing."),
        remedy: Words("补齐所列材料。", "Record the papers named."),
        liftedBy: [.constructionUnit], key: "start.requirements")
    package static let worksAreUnderWay = RefusalWords(
        "works_are_under_way",
        Words("项目不在施工阶段，不能办理施工事项。", "Works are not under way on this project."),
        remedy: Words("开工之后、报告完工之前办理。", "Do it after the start and before completion is reported."),
        liftedBy: [.constructionUnit], key: "start.requires")
    package static let logQuantityStaysWithinBill = RefusalWords(
        "log_quantity_stays_within_bill",
        Words("填报的工程量超过合同和已批准变更的数量，不能计入。", "The quantity is beyond the contract and its approved changes."),
        remedy: Words(
            "按剩余数量填报；确需增加的，先办理工程变更。",
            "Log no more than remains; what must be added goes through a change order first."),
        liftedBy: [.renovationOffice], key: "works.quantity_limit")
    package static let logQuantityIsOfItsContract = RefusalWords(
        "log_quantity_is_of_its_contract",
        Words("日志只能填报本合同清单里的项目。", "A log states quantities on lines of its own contract."),
        remedy: Words("从本合同清单中选择。", "Choose lines of this contract."),
        liftedBy: [.contractor], key: "works.quantity_limit")
    package static let logQuantityComesWithItsLog = RefusalWords(
        "log_quantity_comes_with_its_log",
        Words("工程量必须随日志一起提交，不能事后添加。", "Quantities come with the log that states them, not after it."),
        remedy: Words("退回后重新提交日志。", "Hand the log in again after it is sent back."),
        liftedBy: [.supervisor], key: "works.quantity_limit")
    package static let logPhotoComesWithItsLog = RefusalWords(
        "log_photo_comes_with_its_log",
        Words("照片必须随日志一起提交，不能事后添加。", "Photos come with the log that shows them, not after it."),
        remedy: Words("退回后重新提交日志。", "Hand the log in again after it is sent back."),
        liftedBy: [.supervisor])
    package static let dailyLogIsOfItsProject = RefusalWords(
        "daily_log_is_of_its_project",
        Words(
            "日志要属于本项目的合同，施工日志由该合同的承包单位填写。",
            "A log is of a contract of the project, and a construction log of its contractor."),
        remedy: Words("由承包单位选择本单位的合同填写。", "The contractor chooses its own contract."),
        liftedBy: [.contractor], key: "works.quantity_limit")
    package static let dailyLogIsOneADay = RefusalWords(
        "daily_log_is_one_a_day",
        Words("这一天、这个标段的日志已经有了。", "There is a log of this day, section and unit already."),
        remedy: Words(
            "修改已有的那一份；已退回的可重新提交。", "Go on with the one that exists; one sent back can be handed in again."),
        liftedBy: [.contractor], key: "log.late_after_days")
    package static let dailyLogIsNotOfAFutureDay = RefusalWords(
        "daily_log_is_not_of_a_future_day",
        Words("不能填写未来日期的日志。", "A log cannot be of a day to come."),
        remedy: Words("填写实际施工的日期。", "Name the day of the works."),
        liftedBy: [.contractor, .epcContractor, .supervisor], key: "log.late_after_days")
    package static let dailyLogIsNotBeforeTheWorks = RefusalWords(
        "daily_log_is_not_before_the_works",
        Words("日志日期早于开工日期。", "The log is of a day before works began."),
        remedy: Words("填写开工之后的日期。", "Name a day since the works began."),
        liftedBy: [.contractor, .epcContractor, .supervisor], key: "log.late_after_days")
    package static let dailyLogTellsWorksOrWhyNone = RefusalWords(
        "daily_log_tells_works_or_why_none",
        Words("当天没有工程量，也没有说明停工原因。", "The log has neither quantities nor a reason why nothing was done."),
        remedy: Words("填写工程量，或写明当天未施工的原因。", "Give quantities, or say why no works were done."),
        liftedBy: [.contractor, .epcContractor, .supervisor])
    package static let dailyLogDelayNamesItsCause = RefusalWords(
        "daily_log_delay_names_its_cause",
        Words("填了延误小时数，没有填原因。", "Delay hours are given without their cause."),
        remedy: Words("补填延误原因。", "Name the cause."), liftedBy: [.contractor, .epcContractor, .supervisor])
    package static let dailyLogStep = RefusalWords(
        "daily_log_step_is_allowed",
        Words("日志现在的状态不能这样处理。", "The log's state does not allow this step."),
        remedy: Words(
            "草稿先提交，提交后才能审核或退回。", "Drafts are handed in; what is handed in is approved or sent back."),
        liftedBy: [.supervisor], key: "log.late_after_days")
    package static let dailyLogIsDecidedByAnotherUnit = RefusalWords(
        "daily_log_is_decided_by_another_unit",
        Words("日志不能由填写单位自己审核。", "A log is not decided by the unit that wrote it."),
        remedy: Words("由监理单位或建设单位审核。", "The supervisor or the construction unit decides."),
        liftedBy: [.supervisor, .constructionUnit], key: "inspection.next_step_needs_signature")
    package static let dailyLogIsDecidedBySupervisorOrOwner = RefusalWords(
        "daily_log_is_decided_by_supervisor_or_owner",
        Words("日志由监理单位或建设单位审核。", "A log is decided by the supervisor or the construction unit."),
        remedy: Words("请监理单位或建设单位办理。", "Ask the supervisor or the construction unit."),
        liftedBy: [.supervisor, .constructionUnit], key: "inspection.next_step_needs_signature")
    package static let dailyLogWaitsForItsSupervisor = RefusalWords(
        "daily_log_waits_for_its_supervisor",
        Words(
            "已聘请监理单位，施工日志由监理审核；建设单位只在没有监理时审核。",
            "A supervisor is engaged, who approves the contractors' logs; the construction unit does where there is none."
        ),
        remedy: Words(
            "请监理单位审核；内容不符的，建设单位可以退回。", "Ask the supervisor; the construction unit may send it back."),
        liftedBy: [.supervisor, .wholeProcessConsultant], key: "inspection.next_step_needs_signature")
    package static let lateDailyLogNeedsTheSupervisor = RefusalWords(
        "late_daily_log_needs_the_supervisor",
        Words("迟报的日志须由监理单位审核。", "A late log is approved by the supervisor."),
        remedy: Words("请监理单位审核。", "Ask the supervisor."),
        liftedBy: [.supervisor], key: "log.late_after_days")
    package static let approvedDailyLogIsFrozen = RefusalWords(
        "approved_daily_log_is_frozen",
        Words("已审核的日志不能再改。", "An approved log is not changed."),
        remedy: Words("更正写在当天的新日志备注中。", "Note the correction in a new day's log."),
        liftedBy: [.contractor, .epcContractor, .supervisor],
        key: "log.late_after_days")
    package static let dailyLogIsRewrittenAsARevision = RefusalWords(
        "daily_log_is_rewritten_as_a_revision",
        Words(
            "日志内容只能在草稿或退回后以新版本修改。",
            "A log's content changes only as a new revision of a draft or rejected one."),
        remedy: Words("请审核人退回后再改。", "Have it sent back first."),
        liftedBy: [.supervisor], key: "log.late_after_days")
    package static let decisionIsSignedByWhoActs = RefusalWords(
        "decision_is_signed_by_who_acts",
        Words("只能以本人和本单位的名义办理。", "Decisions are made in one's own name and for one's own unit."),
        remedy: Words("由签字人本人登录办理。", "The signer signs in himself."),
        liftedBy: [.supervisor, .constructionUnit])
    package static let inspectionLotStep = RefusalWords(
        "inspection_lot_step_is_allowed",
        Words("检验批现在的状态不能这样处理。", "The lot's state does not allow this step."),
        remedy: Words(
            "先报验，再验收；不合格的整改后重新报验。", "Notify, then inspect; a failed one is rectified and notified again."),
        liftedBy: [.contractor, .supervisor], key: "inspection.next_step_needs_signature")
    package static let inspectionLotIsOfItsProject = RefusalWords(
        "inspection_lot_is_of_its_project",
        Words(
            "检验批要属于本项目的合同，由该合同的承包单位划分。",
            "A lot is of a contract of the project and planned by its contractor."),
        remedy: Words("由承包单位办理。", "The contractor does it."),
        liftedBy: [.contractor])
    package static let inspectionLotIsMovedByItsContractor = RefusalWords(
        "inspection_lot_is_moved_by_its_contractor",
        Words("划分、报验和整改由施工单位自己办理。", "Planning, notice and rectification are the contractor's."),
        remedy: Words("由施工单位办理。", "The contractor does it."),
        liftedBy: [.contractor], key: "inspection.notice_hours")
    package static let inspectionLotAcceptorIsAnother = RefusalWords(
        "inspection_lot_acceptor_is_not_its_contractor",
        Words("检验批不能由施工单位自己验收。", "A lot is not accepted by the unit whose works it holds."),
        remedy: Words("由监理单位验收。", "The supervisor inspects it."),
        liftedBy: [.supervisor], key: "inspection.next_step_needs_signature")
    package static let inspectionLotIsInspectedBySupervisorOrOwner = RefusalWords(
        "inspection_lot_is_inspected_by_supervisor_or_owner",
        Words("检验批由监理单位或建设单位验收。", "A lot is inspected by the supervisor or the construction unit."),
        remedy: Words("请监理单位验收。", "Ask the supervisor."),
        liftedBy: [.supervisor, .constructionUnit], key: "inspection.next_step_needs_signature")
    package static let inspectionLotFailureSaysWhat = RefusalWords(
        "inspection_lot_failure_says_what_failed",
        Words("判为不合格，没有写明问题。", "The lot is failed without saying what failed."),
        remedy: Words("写明不合格的内容。", "Say what failed."), liftedBy: [.supervisor])
    package static let completionWaitsForLots = RefusalWords(
        "completion_waits_for_inspection_lots",
        Words(
            "还有检验批没有合格，不能报告完工。", "Inspection lots are missing or not passed: completion cannot be reported."),
        remedy: Words("每份施工合同都要有检验批，并全部验收合格。", "Every works contract has its lots, and all of them pass."),
        liftedBy: [.contractor, .epcContractor, .supervisor], key: "inspection.next_step_needs_signature")
    package static let completionWaitsForLogs = RefusalWords(
        "completion_waits_for_daily_logs",
        Words("还有施工日志没有提交或审核，不能报告完工。", "Daily logs wait for their decision: completion cannot be reported."),
        remedy: Words("先审核或退回这些日志。", "Decide them first."),
        liftedBy: [.supervisor], key: "log.late_after_days")
    package static let completionWaitsForQuantities = RefusalWords(
        "completion_waits_for_quantities",
        Words(
            "方案内容或合同约定的工程量还没有完成，不能报告完工。",
            "Less is done than the scheme, the contracts and approved changes say: completion cannot be reported."
        ),
        remedy: Words(
            "做完并由监理审核日志；合同内确实不做的，先办理减少工程量的变更；解除合同剩下的，按同一标段重新签约后做完；没有签约的方案内容，签约做完，或者由建设单位申请调减、区旧改办批准。",
            "Do the rest and have its logs approved; what is not to be done is taken out by a change order; what an ended contract left is signed anew and done; items that no contract holds are contracted, or taken out by the renovation office at the construction unit’s request."
        ),
        liftedBy: [.contractor, .epcContractor, .supervisor], key: "acceptance.checklist")
    package static let dailyLogIsOfAStandingContract = RefusalWords(
        "daily_log_is_of_a_standing_contract",
        Words("合同的解除已经确认，不再填报日志。", "The end of the contract is confirmed: nothing more is logged under it."),
        remedy: Words(
            "解除确认以前填报的日志仍可审核；剩余部分由重新签约的单位填报。",
            "What was logged before may still be approved; the rest is logged by the unit that takes it up."),
        liftedBy: [.constructionUnit, .contractor], key: "works.quantity_limit")
    package static let completionIsReportedByItsContractor = RefusalWords(
        "completion_is_reported_by_its_contractor",
        Words(
            "完工由签订施工合同的单位报告，只报告自己的合同。",
            "Completion is reported by the unit that signed the works contract, each its own."),
        remedy: Words("由承包单位登录报告。", "The contractor signs in and reports it."),
        liftedBy: [.contractor, .epcContractor], key: "acceptance.checklist")
    package static let completionIsReportedOnce = RefusalWords(
        "completion_is_reported_once",
        Words("贵单位的合同已经报告完工。", "The completion of your contracts is reported already."),
        remedy: Words("等待其他承包单位报告各自的合同。", "The other contractors report theirs."),
        liftedBy: [.contractor, .epcContractor], key: "acceptance.checklist")
    package static let completionWaitsForEveryContractor = RefusalWords(
        "completion_waits_for_every_contractor",
        Words("还有施工合同没有报告完工。", "The completion of a works contract is not reported."),
        remedy: Words("由各承包单位报告自己的合同。", "Each contractor reports his own contract."),
        liftedBy: [.contractor, .epcContractor], key: "acceptance.checklist")
    package static let billAdditionIsOfItsProject = RefusalWords(
        "bill_addition_is_of_its_project",
        Words("变更的清单项不属于本项目。", "The changed line is not of this project."),
        remedy: Words("选择本项目的清单项。", "Choose a line of this project."), liftedBy: [.constructionUnit],
        key: "works.quantity_limit")
    package static let paymentClaimIsOfItsContract = RefusalWords(
        "payment_claim_is_of_its_contract",
        Words("进度款由承包单位按本合同清单申请。", "A claim is the contractor's, on lines of its contract."),
        remedy: Words("由承包单位选择本合同清单项申请。", "The contractor claims on its own lines."),
        liftedBy: [.contractor], key: "payment.max_ratio")
    package static let paymentClaimLineComesWithItsClaim = RefusalWords(
        "payment_claim_line_comes_with_its_claim",
        Words("申请明细必须随申请一起提交，并属于同一合同。", "Lines come with their claim and are of its contract."),
        remedy: Words(
            "请监理退回这期申请，补上明细重新提交。", "Ask the supervisor to send the claim back, and submit it with its lines."),
        liftedBy: [.contractor], key: "payment.max_ratio")
    package static let paymentClaimStep = RefusalWords(
        "payment_claim_step_is_allowed",
        Words(
            "进度款要先由监理审核，再由建设单位核定。",
            "A claim is signed by the supervisor first, then certified by the construction unit."),
        remedy: Words("按顺序办理。", "Follow the order."),
        liftedBy: [.supervisor, .constructionUnit], key: "payment.needs_supervisor_signature")
    package static let paymentIsCertifiedByOthers = RefusalWords(
        "payment_claim_is_certified_by_other_units",
        Words("申请、审核、核定必须是三个不同的单位。", "Claim, supervision and certificate are by three different units."),
        remedy: Words("由监理单位和建设单位分别办理。", "The supervisor and the construction unit each sign."),
        liftedBy: [.supervisor, .constructionUnit], key: "payment.needs_supervisor_signature")
    package static let paymentIsDecidedBySupervisorAndOwner = RefusalWords(
        "payment_claim_is_decided_by_supervisor_and_owner",
        Words(
            "进度款由监理单位审核、建设单位核定。",
            "A claim is signed by the supervisor and certified by the construction unit."),
        remedy: Words("请监理单位和建设单位办理。", "The supervisor and the construction unit each sign."),
        liftedBy: [.supervisor, .constructionUnit], key: "payment.needs_supervisor_signature")
    package static let auditOpinionIsTheTrackingAuditors = RefusalWords(
        "audit_opinion_is_the_tracking_auditors",
        Words("进度款的跟踪审计意见只能由跟踪审计单位出具。", "The opinion on a claim is the tracking auditor's own."),
        remedy: Words("请跟踪审计单位登录登记。", "The tracking auditor signs in and records it."),
        liftedBy: [.trackingAuditor], key: "payment.needs_audit_opinion")
    package static let paymentIsCertifiedByTwoPersons = RefusalWords(
        "payment_claim_is_certified_by_two_persons",
        Words("审核和核定不能是同一个人。", "The supervisor's signer and the certifier are two persons."),
        remedy: Words("由另一人核定。", "Another person certifies."),
        liftedBy: [.constructionUnit], key: "payment.needs_supervisor_signature")
    package static let paymentWaitsForAuditOpinion = RefusalWords(
        "payment_waits_for_audit_opinion",
        Words(
            "没有跟踪审计意见，不能核定进度款。", "There is no opinion of the tracking audit: the claim cannot be certified."),
        remedy: Words("由跟踪审计单位出具意见并登记。", "The tracking auditor gives and records its opinion."),
        liftedBy: [.trackingAuditor], key: "payment.needs_audit_opinion")
    package static let paymentStaysWithinLog = RefusalWords(
        "payment_stays_within_logged_quantity",
        Words("申请的数量超过已审核日志的完成量。", "The claim is beyond the quantities of approved logs."),
        remedy: Words("按已审核、未支付的数量申请。", "Claim what is approved and not claimed yet."),
        liftedBy: [.supervisor], key: "works.quantity_limit")
    package static let paymentStaysWithinContract = RefusalWords(
        "payment_stays_within_contract",
        Words("累计申请超过合同价和已批准的变更。", "The claims are beyond the contract and its approved changes."),
        remedy: Words("超出部分先办理工程变更。", "What is beyond goes through a change order first."),
        liftedBy: [.renovationOffice], key: "payment.max_ratio")

    package static let chargesArePaidWithTheWorks = RefusalWords(
        "charges_are_paid_with_the_works",
        Words(
            "措施项目费、规费、税金等费用的累计申请超过工程已完成的比例。",
            "Charges of the bill are claimed beyond the share of the works that is done."),
        remedy: Words(
            "费用随工程进度申请：按已审核日志的工程完成比例申请，其余随后续进度申请。",
            "Claim charges in step with the works of approved logs, and the rest as the works go on."),
        liftedBy: [.contractor, .epcContractor, .supervisor], key: "works.quantity_limit")

    package static let all: [RefusalWords] =
        [
            chargesArePaidWithTheWorks,
            worksStartFollowsThePermit, worksStartIsNotAhead, worksStartNamesItsDay, worksStartDayStays,
            worksStartWaitsForFunds,
            worksStartWaitsForListing, worksStartWaitsForContract, worksStartWaitsForPermit,
            permitExemptionIsForSmallWorks, worksStartWaitsForQualitySupervision, worksStartWaitsForPapers,
            worksStartWaitsForSupervisor,
            worksAreUnderWay, logQuantityStaysWithinBill, logQuantityIsOfItsContract,
            logQuantityComesWithItsLog, logPhotoComesWithItsLog, dailyLogIsOfItsProject, dailyLogIsOneADay,
            dailyLogIsNotOfAFutureDay, dailyLogIsNotBeforeTheWorks, dailyLogTellsWorksOrWhyNone,
            dailyLogDelayNamesItsCause, dailyLogStep, dailyLogIsDecidedByAnotherUnit,
            dailyLogIsDecidedBySupervisorOrOwner, lateDailyLogNeedsTheSupervisor, approvedDailyLogIsFrozen,
            dailyLogIsRewrittenAsARevision,
            decisionIsSignedByWhoActs, inspectionLotStep, inspectionLotIsOfItsProject,
            inspectionLotIsMovedByItsContractor, inspectionLotAcceptorIsAnother, inspectionLotFailureSaysWhat,
            dailyLogIsOfAStandingContract, dailyLogWaitsForItsSupervisor, completionWaitsForLots,
            completionWaitsForLogs,
            completionWaitsForQuantities,
            completionIsReportedByItsContractor, completionIsReportedOnce, completionWaitsForEveryContractor,
            billAdditionIsOfItsProject,
            paymentClaimIsOfItsContract, paymentClaimLineComesWithItsClaim, paymentClaimStep,
            inspectionLotIsInspectedBySupervisorOrOwner, paymentIsDecidedBySupervisorAndOwner,
            auditOpinionIsTheTrackingAuditors, paymentIsCertifiedByOthers, paymentIsCertifiedByTwoPersons,
            paymentWaitsForAuditOpinion,
            paymentStaysWithinLog, paymentStaysWithinContract,
        ] + forms + lots + ContractMoneyRefusals.all
}
