package import Values

/// The refusals at the end of a project (收尾类拒绝), each under its guard's name.
package enum ClosingRefusals {
    package static let followsTheCertificate = RefusalWords(
        "closing_follows_the_certificate",
        Words(
            "项目还没有通过联合竣工验收，不能登记备案、决算和移交养护。",
            "The project has not passed joint acceptance: nothing of its end is recorded yet."),
        remedy: Words("先完成联合竣工验收。", "Complete joint acceptance first."), liftedBy: [.constructionUnit],
        key: "acceptance.organiser")
    package static let waitsNoMore = RefusalWords(
        "closing_waits_no_more",
        Words("项目已经销号，不再登记。", "The project is closed: nothing more is recorded."),
        remedy: Words("项目销号前补齐。", "Everything is recorded before the project is closed."),
        liftedBy: [.renovationOffice],
        key: "closing.requires")
    package static let isDatedAfterAcceptance = RefusalWords(
        "filing_is_dated_after_acceptance",
        Words("日期早于竣工验收之日。", "The day is before the day of acceptance."),
        remedy: Words("核对日期。", "Check the day."), liftedBy: [.constructionUnit], key: "filing.days")
    package static let filingIsNotDatedAhead = RefusalWords(
        "filing_is_not_dated_ahead", Words("日期不能晚于今天。", "The day lies ahead."),
        remedy: Words("办成之后再登记。", "Record it once it is done."), liftedBy: [.constructionUnit],
        key: "filing.days")
    package static let filingKindIsOfThePolicy = RefusalWords(
        "filing_kind_is_of_the_policy", Words("没有这一类备案。", "There is no such filing."),
        remedy: Words("从所列类别中选择。", "Choose one of those named."), liftedBy: [.constructionUnit],
        key: "closing.filings")
    package static let filingIsOneOfItsKind = RefusalWords(
        "filing_is_one_of_its_kind", Words("这一类备案已经登记。", "This filing is recorded already."),
        remedy: Words("核对已登记的备案号。", "Look at the number recorded."), liftedBy: [.constructionUnit],
        key: "closing.filings")
    package static let filingHasItsDocuments = RefusalWords(
        "filing_has_its_documents",
        Words("备案材料不齐。", "Documents of the filing are missing."),
        remedy: Words("补齐所列材料后再登记。", "Bring what is named, then record it."), liftedBy: [.constructionUnit],
        key: "filing.documents")
    package static let filingDocumentBearsItsSeal = RefusalWords(
        "filing_document_bears_its_seal",
        Words("材料没有盖应盖的公章。", "A document does not bear the seal it needs."),
        remedy: Words("由所要求的单位盖章后再报。", "Have it sealed by the unit that the list asks for."),
        liftedBy: [.constructionUnit], key: "fire_filing.documents")
    package static let filingWaitsForBarrierFree = RefusalWords(
        "filing_waits_for_barrier_free_acceptance",
        Words(
            "无障碍设施没有同步验收，不能办理竣工验收备案。",
            "Barrier-free facilities are not accepted with the works: completion cannot be filed."),
        remedy: Words(
            "填写无障碍设施验收情况；改造不涉及的，写明理由。", "Say how they were accepted, or why the works have none."),
        liftedBy: [.constructionUnit], key: "filing.barrier_free_accepted")
    package static let waitsForFilings = RefusalWords(
        "close_waits_for_filings", Words("备案、归档没有办完，不能销号。", "Filings or the archive are not done."),
        remedy: Words("办理所列备案并登记备案号。", "File what is named and record its number."),
        liftedBy: [.constructionUnit],
        key: "closing.filings")
    package static let waitsForFinalAccounts = RefusalWords(
        "close_waits_for_final_accounts",
        Words("竣工财务决算没有经财政审核，不能销号。", "Finance has not approved the final accounts."),
        remedy: Words("报财政部门审核并登记批复。", "Have finance approve them, and record its approval."),
        liftedBy: [.financeBureau, .renovationOffice], key: "final_accounts.recorders")
    package static let waitsForTrueUp = RefusalWords(
        "close_waits_for_true_up",
        Words("居民资金没有按决算多退少补，不能销号。", "Residents' money is not settled by the final accounts."),
        remedy: Words(
            "户册里的每一户都要结清，没有缴过款的也在内；逐户登记退补凭证。",
            "Settle every home of the register, also those that never paid, each with its voucher."),
        liftedBy: [.constructionUnit], key: "funding.true_up")
    package static let waitsForPapersDelivered = RefusalWords(
        "close_waits_for_papers_delivered",
        Words(
            "竣工验收资料没有全部移交业委会和专营单位并备案，不能销号。",
            "Acceptance papers are not handed to everyone who keeps the works, and filed."),
        remedy: Words("向所列单位移交资料，登记备案号。", "Hand them over and record the filing's number."),
        liftedBy: [.constructionUnit], key: "handover.papers_filed")
    package static let waitsForPapers = RefusalWords(
        "close_waits_for_papers",
        Words("绩效评价、审计等材料不齐，不能销号。", "An evaluation, audit or other record is missing."),
        remedy: Words("登记所列材料。", "Record the papers named."),
        liftedBy: [.constructionUnit, .renovationOffice, .financeBureau], key: "closing.papers")
    package static let statementFollowsTheAccount = RefusalWords(
        "money_statement_follows_the_account",
        Words("决算没有审定，不能编制资金结算单。", "Money is stated once the final accounts stand."),
        remedy: Words("先登记决算批复。", "Record the approved accounts first."), liftedBy: [.financeBureau],
        key: "final_accounts.recorders")
    package static let statementHasItsRule = RefusalWords(
        "money_statement_has_its_rule",
        Words(
            "本地文件没有规定市级补助或奖补，资金以资金筹集方案和决算为准。",
            "The place's text promises no money of the city: the funding plan and the accounts say who pays."),
        remedy: Words("不必编制结算单。", "No statement is needed."), liftedBy: [.financeBureau, .renovationOffice],
        key: "final_accounts.recorders")
    package static let statementStaysWithinTheAccount = RefusalWords(
        "money_statement_stays_within_the_account",
        Words("剔除项或各方出资之和超过决算。", "What is left out, or what others pay, exceeds the accounts."),
        remedy: Words("按决算核对各项金额。", "Check the sums against the accounts."),
        liftedBy: [.constructionUnit, .financeBureau], key: "final_accounts.recorders")
    package static let waitsForManagementForm = RefusalWords(
        "close_waits_for_management_form",
        Words("没有登记改造后的管理形式，不能销号。", "Nobody is named who manages the community afterwards."),
        remedy: Words(
            "指导业主大会选聘物业；不具备条件的，登记业主自治或社区管理。",
            "Guide the owners to hire a property company, or record self-governance or the community."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "closing.management_forms")
    package static let waitsForSpecialWorks = RefusalWords(
        "close_waits_for_special_works",
        Words("专项工程还没有落实移交和后续维修养护，不能销号。", "Special works are not handed over, or nobody keeps them."),
        remedy: Words(
            "由牵头部门落实接管单位和维修养护后登记。", "Let the department that leads them settle who keeps them."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "special_works.settled_before_close")
    package static let waitsForWarranties = RefusalWords(
        "close_waits_for_warranties",
        Words("有工程还在保修期内，也没有人接管，不能销号。", "Works are neither past their warranty nor taken on."),
        remedy: Words(
            "等保修期满；或由业委会、社区签字提前接管。",
            "Wait for the end of the warranty, or let the owners' body or the community take the works on."),
        liftedBy: [.ownersBody, .community], key: "closing.requires")
    package static let waitsForIssues = RefusalWords(
        "close_waits_for_open_issues",
        Words("居民报告的问题还没有办结，不能销号。", "Reports of residents are not settled."),
        remedy: Words(
            "逐件受理、整改并请报告人确认；不属实的不予受理。", "Take each up, have it mended and confirmed, or turn it down."),
        liftedBy: [.community, .constructionUnit], key: "issue.severities")
    package static let deliveryFollowsTheHandover = RefusalWords(
        "paper_delivery_follows_the_handover",
        Words("设施还没有移交给这个单位，资料不能先移交。", "The facility is not handed over to this unit yet."),
        remedy: Words("先完成设施移交。", "Complete the hand-over first."), liftedBy: [.utility, .constructionUnit],
        key: "handover.signers")
    package static let managementFormIsOfThePolicy = RefusalWords(
        "management_form_is_of_the_policy", Words("没有这种管理形式。", "There is no such form of management."),
        remedy: Words("从所列形式中选择。", "Choose one of those named."), liftedBy: [.constructionUnit, .community],
        key: "closing.management_forms")
    package static let managementFormIsOne = RefusalWords(
        "management_form_is_one", Words("管理形式已经登记。", "The form of management is recorded already."),
        remedy: Words("核对已登记的内容。", "Look at what is recorded."), liftedBy: [.constructionUnit, .community],
        key: "closing.management_forms")
    package static let custodyIsOfAWarranty = RefusalWords(
        "custody_is_of_a_warranty", Words("没有登记这类工程的保修。", "No warranty of such works is recorded."),
        remedy: Words("从已登记的保修项目中选择。", "Choose works whose warranty is recorded."),
        liftedBy: [.constructionUnit], key: "closing.requires")
    package static let custodyIsTakenOnce = RefusalWords(
        "custody_is_taken_once", Words("这类工程已经有人接管。", "These works are taken on already."),
        remedy: Words("核对已登记的接管单位。", "Look at who took them on."), liftedBy: [.ownersBody, .community],
        key: "closing.requires")
    package static let custodyIsTakenByItsKeeper = RefusalWords(
        "custody_is_taken_by_its_keeper",
        Words(
            "提前接管由业委会或社区自己登记，不能由他人代办。",
            "Works are taken on by the owners' body or the community itself."),
        remedy: Words("请业委会或社区登录后登记。", "Let them record it themselves."),
        liftedBy: [.ownersBody, .community],
        key: "closing.requires")
    package static let accountIsFixedByFinance = RefusalWords(
        "final_account_is_fixed_by_finance",
        Words("决算由财政部门审核核定，您的角色不登记。", "Final accounts are fixed by finance; your role does not record them."),
        remedy: Words("由所列角色登记。", "Let one of the roles named record them."),
        liftedBy: [.financeBureau, .renovationOffice], key: "final_accounts.recorders")
    package static let accountIsOne = RefusalWords(
        "final_account_is_one", Words("决算已经登记。", "The final accounts are recorded already."),
        remedy: Words("核对已登记的批复。", "Look at what is recorded."),
        liftedBy: [.financeBureau, .renovationOffice], key: "final_accounts.recorders")
    package static let accountHasWorks = RefusalWords(
        "final_account_has_works", Words("决算没有工程费用，无法分摊。", "The accounts hold no works to be shared out."),
        remedy: Words("按四类填写工程费用。", "Give the costs of the four classes."),
        liftedBy: [.financeBureau, .renovationOffice], key: "final_accounts.recorders")
    package static let trueUpFollowsTheAccount = RefusalWords(
        "true_up_follows_the_final_account",
        Words("决算审核之前不能结清居民资金。", "Balances are settled after the final accounts are approved."),
        remedy: Words("先登记决算批复。", "Record the approved accounts first."), liftedBy: [.financeBureau],
        key: "funding.true_up")
    package static let trueUpIsOneOfItsHousehold = RefusalWords(
        "true_up_is_one_of_its_household", Words("这一户已经结清。", "The household is settled already."),
        remedy: Words("从名单中去掉已结清的户。", "Leave those out."), liftedBy: [.constructionUnit],
        key: "funding.true_up")
    package static let trueUpIsTheHouseholdsShare = RefusalWords(
        "true_up_is_the_households_share",
        Words(
            "这一户应担的金额不是决算分摊到户的金额。", "That is not what the final accounts lay on this household."),
        remedy: Words(
            "不填应担金额，由系统按方案列明的份额或产权面积分摊；户号按户册填写。",
            "Leave the share out: it is laid on each home by the agreed shares, else by its area; name homes of the register."
        ), liftedBy: [.constructionUnit], key: "funding.true_up")
    package static let trueUpNamesItsVoucher = RefusalWords(
        "true_up_names_its_voucher", Words("退款或补缴须有凭证号。", "Money paid back or called in has its voucher."),
        remedy: Words("填写所列各户的凭证号。", "Give the vouchers of those named."), liftedBy: [.constructionUnit],
        key: "funding.true_up")
    package static let trueUpStaysWithinTheShare = RefusalWords(
        "true_up_stays_within_the_residents_share",
        Words("各户应担之和超过决算中的居民承担额。", "The households' shares exceed what the accounts lay on residents."),
        remedy: Words("按决算重新分摊。", "Share it out again by the accounts."), liftedBy: [.constructionUnit],
        key: "funding.true_up")

    package static let all: [RefusalWords] =
        [
            followsTheCertificate, waitsNoMore, isDatedAfterAcceptance, filingIsNotDatedAhead,
            filingKindIsOfThePolicy, filingIsOneOfItsKind, filingHasItsDocuments, filingDocumentBearsItsSeal,
            filingWaitsForBarrierFree, waitsForFilings, waitsForFinalAccounts, waitsForTrueUp,
            waitsForPapersDelivered, waitsForPapers, statementFollowsTheAccount, statementHasItsRule,
            statementStaysWithinTheAccount, waitsForManagementForm, waitsForSpecialWorks,
            waitsForWarranties, waitsForIssues,
            deliveryFollowsTheHandover,
            managementFormIsOfThePolicy, managementFormIsOne, custodyIsOfAWarranty, custodyIsTakenOnce,
            custodyIsTakenByItsKeeper, accountIsFixedByFinance, accountIsOne, accountHasWorks,
            trueUpFollowsTheAccount, trueUpIsOneOfItsHousehold, trueUpNamesItsVoucher,
            trueUpStaysWithinTheShare, trueUpIsTheHouseholdsShare,
        ] + data + NoDigRefusals.all + WarrantyClaimRefusals.all + SubsidyPaymentRefusals.all
        + SurplusRefusals.all + ArchiveRefusals.all

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let data: [RefusalWords] = [
        .form(
            "filing_has_a_number", "备案须有编号。", "A filing has its number.", remedy: "填写受理部门给的备案编号。",
            "Give the number that the authority gave.", by: [.constructionUnit]),
        .form(
            "filing_names_its_authority", "备案须写明受理部门。", "A filing names its authority.", remedy: "填写受理备案的部门。",
            "Name the authority that took the filing.", by: [.constructionUnit]),
        .form(
            "filing_barrier_free_is_known", "无障碍验收情况只有：已验收、不涉及。", "It is accepted, or not part of the works.",
            remedy: "从“已验收”“不涉及”中选择。", "Choose accepted, or none of them in the works.",
            by: [.constructionUnit]),
        .form(
            "filing_barrier_free_names_its_evidence", "无障碍验收情况须写明依据或理由。",
            "How barrier-free acceptance stands needs its evidence.", remedy: "填写无障碍设施验收文件的文号，或不涉及的理由。",
            "Name the acceptance paper, or say why the works have none.", by: [.constructionUnit]),
        .form(
            "filing_document_is_one_of_its_filing", "同一材料只报一次。", "A document stands once in its filing.",
            remedy: "去掉重复的材料。", "Name each document once.", by: [.constructionUnit]),
        .form(
            "filing_document_is_its_own_paper", "材料须属于本次备案。", "A line carries a paper of its own filing.",
            remedy: "从本次备案的材料清单中选择，每项对应自己的材料。", "Name a paper of this filing for each document.",
            by: [.constructionUnit]),
        .form(
            "final_account_has_a_number", "决算批复须有文号。", "The approval has its number.", remedy: "填写决算批复的文号。",
            "Give the approval's number.", by: [.financeBureau, .renovationOffice]),
        .form(
            "final_account_names_who_approved_it", "决算须写明审核部门。", "The accounts name who approved them.",
            remedy: "填写审核决算的部门。", "Name the authority that approved it.",
            by: [.financeBureau, .renovationOffice]),
        .form(
            "final_account_is_not_negative", "决算金额不能为负。", "No figure of the accounts is below zero.",
            remedy: "各项金额填零或正数。", "Give each amount as nothing or more.",
            by: [.financeBureau, .renovationOffice]),
        .form(
            "final_account_adds_up", "决算合计与各项不符。", "The total is not the sum of its parts.",
            remedy: "核对四类费用，合计等于各项之和。", "Check the four kinds of cost: the total is their sum.",
            by: [.financeBureau, .renovationOffice]),
        .form(
            "final_account_is_shared_out", "居民承担与财政补助之和须等于决算。", "Residents and subsidy make up the total.",
            remedy: "核对分摊：居民承担加财政补助等于决算合计。",
            "Check the shares: residents and subsidy together are the total.",
            by: [.financeBureau, .renovationOffice]),
        .form(
            "final_account_follows_acceptance", "决算批复早于竣工验收。", "The approval is before acceptance.",
            remedy: "按批复文件的日期填写；批复应在竣工验收之后。", "Give the day of the approval, which is after acceptance.",
            by: [.financeBureau, .renovationOffice]),
        .form(
            "home_share_is_not_negative", "分摊到户的金额不能为负。", "What is laid on a home is not below zero.",
            remedy: "由系统按决算分摊，不必填写。", "It is laid out by the platform; nothing is to be filled in.",
            by: [.constructionUnit]),
        .form(
            "true_up_names_its_household", "须写明户号。", "A balance names its household.", remedy: "填写户册里的户号。",
            "Give the household's number of the register.", by: [.constructionUnit]),
        .form(
            "true_up_share_is_not_negative", "应担金额不能为负。", "A share is not below zero.", remedy: "应担金额填零或正数。",
            "Give the share as nothing or more.", by: [.constructionUnit]),
        .form(
            "true_up_settles_the_difference", "退补金额须等于应担减已缴。", "What is settled is share less payment.",
            remedy: "退补金额填应担减已缴的差额。", "Give the difference between the share and what was paid.",
            by: [.constructionUnit]),
        .form(
            "true_up_voucher_is_one", "凭证号重复。", "A voucher stands for one balance.",
            remedy: "核对凭证号；每户用各自的退补凭证。", "Check the number: each household has its own voucher.",
            by: [.constructionUnit]),
        .form(
            "true_up_counts_what_was_paid", "已缴金额与专户到账不符。", "The account shows another payment.",
            remedy: "按专户到账记录填写已缴金额。", "Give what the special account shows as paid.", by: [.constructionUnit]),
        .form(
            "receipt_is_settled_by_true_up", "这一户已经结清，不再收退款项。", "The household's balance is settled.",
            remedy: "这一户已经多退少补完毕；发现差错的，由街道与该户另行书面处理。",
            "The household is settled; a mistake found later is put right in writing.",
            by: [.constructionUnit]),
        .form(
            "paper_delivery_receiver_is_known", "接收方只有专营单位、业委会、物业。",
            "Utility, owners' body or property company.", remedy: "从专营单位、业委会、物业中选择。",
            "Choose a utility, the owners' body or the manager.", by: [.constructionUnit]),
        .form(
            "paper_delivery_names_its_receiver", "须写明接收单位。", "A delivery names its receiver.",
            remedy: "填写接收资料的单位。", "Name the unit that took the papers.", by: [.constructionUnit]),
        .form(
            "paper_delivery_has_its_filing_number", "资料移交须有备案号。", "A delivery has its filing's number.",
            remedy: "填写资料移交的备案号。", "Give the number of the delivery's filing.", by: [.constructionUnit]),
        .form(
            "paper_delivery_names_its_handover", "移交专营单位的须对应移交单。", "To a utility it names its hand-over.",
            remedy: "选择该专营单位的移交单。", "Choose the handover of that utility.", by: [.constructionUnit]),
        .form(
            "paper_delivery_is_one_of_its_handover", "这项设施的资料已经移交备案。", "These papers are delivered already.",
            remedy: "核对已登记的移交；同一设施不必重复登记。", "Look at what is recorded: one delivery for a facility.",
            by: [.constructionUnit]),
        .form(
            "management_form_names_its_manager", "须写明管理单位。", "The form names its manager.",
            remedy: "填写管理单位的名称。", "Name who manages the community.", by: [.constructionUnit, .community]),
        .form(
            "management_form_names_its_evidence", "须写明依据。", "The form names its evidence.",
            remedy: "填写业主大会决定或合同的名称和文号。", "Name the owners' decision or the contract.",
            by: [.constructionUnit, .community]),
        .form(
            "custody_names_its_keeper", "须写明接管单位。", "The keeper is named.", remedy: "填写接管单位的名称。",
            "Name the unit that takes it on.", by: [.ownersBody, .community]),
        .form(
            "custody_names_its_evidence", "须写明接管依据。", "Its evidence is named.", remedy: "填写接管协议或会议记录的名称和文号。",
            "Name the agreement or minutes by which it is taken on.", by: [.ownersBody, .community]),
        .form(
            "close_has_its_day", "销号须有日期，且政策规定了销号条件。",
            "Closing has its day, and a policy that says what it waits for.",
            remedy: "由街道在收尾页办理销号，日期由系统登记；政策包没有销号条件的，由区旧改办换用现行版本。",
            "The street closes it on the page of its end; where the packs have no conditions, the district office adopts the present edition.",
            by: [.constructionUnit]),
        .form(
            "project_is_closed_once", "项目已经销号。", "The project is closed already.", remedy: "不必再办；项目已经销号。",
            "There is nothing to do: the project is closed.", by: [.constructionUnit]),
        .inward(
            "project_closing_closes_its_project", "销号日期随销号一起登记。", "The day is recorded with the closing."),
    ]
}
