package import Values

/// The words of refusals about bonds, retention and payments of contracts (合同款拒绝用语).
package enum ContractMoneyRefusals {
    package static let retentionIsOfWorks = RefusalWords(
        "retention_is_of_works",
        Words("只有施工合同可以预留质量保证金。", "Only a contract for works keeps a quality retention."),
        remedy: Words("选择施工或工程总承包合同。", "Choose a contract for works."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let retentionIsOne = RefusalWords(
        "retention_is_one_of_its_contract",
        Words("这份合同的质量保证金约定已经登记。", "The retention of this contract is recorded already."),
        remedy: Words("核对已登记的约定。", "Look at what is recorded."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let retentionComesFirst = RefusalWords(
        "retention_comes_before_its_claims",
        Words(
            "这份合同已有核定的进度款没有预留质量保证金，不能再约定。",
            "Claims of this contract were certified without a retention: none can be agreed any more."),
        remedy: Words("在核定第一期进度款之前登记约定。", "Record it before the first claim is certified."),
        liftedBy: [.constructionUnit], key: "retention.max_share")
    package static let retentionStaysWithinTheShare = RefusalWords(
        "retention_stays_within_the_share",
        Words("约定的质量保证金比例超过上限。", "The retention is above what the law lets keep back."),
        remedy: Words("按上限以内重新约定。", "Agree a share within the ceiling."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let defectLiabilityIsNotTooLong = RefusalWords(
        "defect_liability_is_not_too_long",
        Words("约定的缺陷责任期超过最长期限。", "The defect liability is longer than the law allows."),
        remedy: Words("按最长期限以内重新约定。", "Agree a shorter period."), liftedBy: [.constructionUnit],
        key: "defect_liability.max_months")
    package static let retentionStandsBesideNoBond = RefusalWords(
        "retention_stands_beside_no_bond",
        Words("已经预留质量保证金，不能同时收取履约保证金。", "A performance bond is not held beside a retention."),
        remedy: Words("退还其中一项。", "Give one of them back."), liftedBy: [.constructionUnit],
        key: "retention.beside_bond_allowed")
    package static let bondIsHeldWhenRecorded = RefusalWords(
        "contract_bond_is_held_when_it_is_recorded",
        Words("保证金收到之后再登记。", "A bond is recorded once it is held."),
        remedy: Words("按实际收取日期登记。", "Give the day it was taken."), liftedBy: [.constructionUnit],
        key: "payment.bonds")
    package static let performanceBondStaysWithinTheShare = RefusalWords(
        "performance_bond_stays_within_the_share",
        Words("履约保证金合计超过合同金额的法定比例。", "The performance bonds are more than the law's share of the contract."),
        remedy: Words(
            "按合同金额的 10% 以内收取；多收的先退还，再按实收金额登记。",
            "Take no more than the share; give back what is too much, and record what is held."),
        liftedBy: [.constructionUnit], key: "bond.performance_max")
    package static let bondIsReturnedOnce = RefusalWords(
        "contract_bond_is_returned_once",
        Words("这项保证金已经退还。", "The bond was given back already."),
        remedy: Words("核对已登记的退还日期。", "Look at the day recorded."), liftedBy: [.constructionUnit],
        key: "payment.bonds")
    package static let retentionIsTheAgreedShare = RefusalWords(
        "retention_is_the_agreed_share",
        Words(
            "预留金额不是约定比例；有履约保证金或质量担保的不得预留。",
            "A claim holds back the agreed share, rounded down, and nothing beside a bond."),
        remedy: Words("按约定比例计算。", "Hold back what the share comes to."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let retentionStaysWithinTheSettlement = RefusalWords(
        "retention_stays_within_the_settlement",
        Words("预留总额超过决算对应的上限。", "What is kept back is above the ceiling of the accounts."),
        remedy: Words("先返还超出部分。", "Give back what is above it first."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let certifiedClaimHoldsItsRetention = RefusalWords(
        "certified_claim_holds_its_retention",
        Words("合同约定了质量保证金，核定时须一并预留。", "The contract keeps a share of each claim back."),
        remedy: Words("核定时登记预留金额。", "Certify it with what it holds back."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let periodNeedsRetention = RefusalWords(
        "defect_liability_is_of_a_retention",
        Words("这份合同没有登记质量保证金和缺陷责任期的约定。", "No defect liability of this contract is recorded."),
        remedy: Words("先登记合同约定。", "Record what the contract says first."), liftedBy: [.constructionUnit],
        key: "defect_liability.max_months")
    package static let periodIsOne = RefusalWords(
        "defect_liability_is_one_of_its_contract",
        Words("这份合同的缺陷责任期已经起算。", "The period of this contract has begun already."),
        remedy: Words("核对已登记的起止日期。", "Look at the days recorded."), liftedBy: [.constructionUnit],
        key: "defect_liability.max_months")
    package static let periodBeginsWithAcceptance = RefusalWords(
        "defect_liability_begins_with_acceptance",
        Words(
            "缺陷责任期自通过验收之日起算；因建设单位原因拖延验收的，自提交竣工验收报告后规定天数起算。",
            "The period begins with acceptance, or where the owner delays it, so many days after the report."),
        remedy: Words("通过验收后，或规定天数届满后再登记。", "Record it once that day has come."),
        liftedBy: [.constructionUnit], key: "defect_liability.owner_delay_days")
    package static let periodFollowsTheReport = RefusalWords(
        "defect_liability_follows_the_report",
        Words("竣工验收报告的日期晚于通过验收之日。", "Completion is reported before it is accepted."),
        remedy: Words("核对报告日期。", "Check the day of the report."), liftedBy: [.constructionUnit],
        key: "defect_liability.owner_delay_days")
    package static let releaseStaysWithinHeld = RefusalWords(
        "retention_release_stays_within_what_is_held",
        Words("返还金额超过尚预留的金额。", "More would go back than is kept back."),
        remedy: Words("按尚预留金额返还。", "Give back what is held."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let releaseIsNotDatedAhead = RefusalWords(
        "retention_release_is_not_dated_ahead",
        Words("返还日期不能晚于今天。", "The day lies ahead."),
        remedy: Words("支付之后再登记。", "Record it once it is paid."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let releaseWaitsForThePeriod = RefusalWords(
        "retention_release_waits_for_the_period",
        Words("缺陷责任期没有届满，质量保证金还不能返还。", "The defect liability period is not over."),
        remedy: Words("期满次日起返还；或由承包单位提供质量担保、保险替换。", "Wait for its end, or take a guarantee in its place."),
        liftedBy: [.contractor, .constructionUnit], key: "defect_liability.max_months")
    package static let releaseWaitsForItsGuarantee = RefusalWords(
        "retention_release_waits_for_its_guarantee",
        Words("没有登记替换质量保证金的质量担保或保险。", "No guarantee or insurance of quality stands in its place."),
        remedy: Words("先登记担保或保险。", "Record it first."), liftedBy: [.contractor, .constructionUnit],
        key: "retention.beside_bond_allowed")
    package static let releaseIsAboveTheCeiling = RefusalWords(
        "retention_release_is_above_the_ceiling",
        Words(
            "期满之前只能返还超过决算上限的部分。", "Before its day only what is above the ceiling of the accounts goes back."),
        remedy: Words("按超出上限的金额返还。", "Give back what is above it."), liftedBy: [.constructionUnit],
        key: "retention.max_share")
    package static let paymentTermIsNotTooLong = RefusalWords(
        "payment_term_is_not_too_long",
        Words("与中小企业约定的付款期限超过最长天数。", "A small or medium enterprise is to be paid sooner."),
        remedy: Words("按最长天数以内约定。", "Agree on fewer days."), liftedBy: [.constructionUnit],
        key: "payment.sme.max_days")
    package static let paymentTermComesFirst = RefusalWords(
        "payment_term_comes_before_its_claims",
        Words("已有核定的进度款按法定天数计时，不能再改约定。", "Claims were certified by the law's days already."),
        remedy: Words("在核定第一期进度款之前登记。", "Record it before the first claim is certified."),
        liftedBy: [.constructionUnit], key: "payment.sme.days")
    package static let paymentTermIsOne = RefusalWords(
        "payment_term_is_one_of_its_contract",
        Words("这份合同的付款期限已经登记。", "The term of payment is recorded already."),
        remedy: Words("核对已登记的约定。", "Look at what is recorded."), liftedBy: [.constructionUnit],
        key: "payment.sme.days")
    package static let settlementRestsOnAnAllowedAudit = RefusalWords(
        "settlement_rests_on_an_audit_the_law_allows",
        Words(
            "与中小企业的合同不得约定以审计机关的审计结果作为结算依据。",
            "A contract with a small or medium enterprise does not rest its settlement on a state audit."),
        remedy: Words(
            "改为以双方确认的结算为依据；法律、行政法规另有规定的，写明该规定；承包单位为大型企业的，先登记付款期限。",
            "Let what both confirm be the basis, or name the law that says otherwise; of a large enterprise record its term first."
        ),
        liftedBy: [.constructionUnit], key: "payment.sme.audit_basis")
    package static let settlementBasisNamesItsLaw = RefusalWords(
        "settlement_basis_names_its_law",
        Words(
            "依法以审计结果为结算依据的，须写明法律或者行政法规的条款；其他情形不写。",
            "A settlement that rests on an audit by law names that law, and no other does."),
        remedy: Words("填写法律或者行政法规的名称和条款号。", "Name the law or administrative regulation with its article."),
        liftedBy: [.constructionUnit], key: "payment.sme.audit_basis")
    package static let settlementBasisIsOne = RefusalWords(
        "settlement_basis_is_one_of_its_contract",
        Words("这份合同的结算依据已经登记。", "The basis of the settlement is recorded already."),
        remedy: Words("核对已登记的约定。", "Look at what is recorded."), liftedBy: [.constructionUnit],
        key: "payment.sme.audit_basis")
    package static let certifiedClaimStartsItsClock = RefusalWords(
        "certified_claim_starts_its_clock",
        Words("核定进度款时须按法定天数开始付款计时。", "A certified claim starts the clock by which it is paid."),
        remedy: Words("核定时一并登记付款到期日。", "Certify it with its due day."), liftedBy: [.constructionUnit],
        key: "payment.sme.days")
    package static let paymentFollowsItsCertificate = RefusalWords(
        "payment_follows_its_certificate",
        Words("进度款没有核定，或付款早于核定之日。", "A claim is paid after it is certified."),
        remedy: Words("先由监理审核、建设单位核定。", "Have it certified first."),
        liftedBy: [.supervisor, .constructionUnit], key: "payment.needs_supervisor_signature")
    package static let paymentIsNotDatedAhead = RefusalWords(
        "payment_is_not_dated_ahead", Words("付款日期不能晚于今天。", "The day lies ahead."),
        remedy: Words("支付之后再登记。", "Record it once it is paid."), liftedBy: [.constructionUnit],
        key: "payment.needs_supervisor_signature")
    package static let paymentStaysWithinItsClaim = RefusalWords(
        "payment_stays_within_its_claim",
        Words("付款超过核定金额减去预留质量保证金后的应付余额。", "The payment is more than is still owed on the claim."),
        remedy: Words("按应付余额支付。", "Pay what is owed."), liftedBy: [.constructionUnit],
        key: "payment.max_ratio")
    package static let paymentInterestIsByTheRate = RefusalWords(
        "payment_interest_is_by_the_rate",
        Words("逾期利息与法定日利率计算不符。", "Late interest is principal, days and the law's daily rate, to the fen."),
        remedy: Words("按到期日和日利率计算。", "Compute it from the due day."), liftedBy: [.constructionUnit],
        key: "payment.sme.late_daily_rate")
    package static let keptByTheConstructionUnit = RefusalWords(
        "contract_money_is_kept_by_the_construction_unit",
        Words("保证金、质量保证金和付款由建设单位登记。", "Bonds, retention and payments are recorded by the construction unit."),
        remedy: Words("由建设单位或代建单位登记。", "Let the construction unit record it."),
        liftedBy: [.constructionUnit, .agentConstruction], key: "payment.needs_supervisor_signature")

    package static let all: [RefusalWords] =
        [
            retentionIsOfWorks, retentionIsOne, retentionComesFirst, retentionStaysWithinTheShare,
            defectLiabilityIsNotTooLong, retentionStandsBesideNoBond, bondIsHeldWhenRecorded,
            bondIsReturnedOnce, performanceBondStaysWithinTheShare,
            retentionIsTheAgreedShare, retentionStaysWithinTheSettlement, certifiedClaimHoldsItsRetention,
            periodNeedsRetention, periodIsOne, periodBeginsWithAcceptance, periodFollowsTheReport,
            releaseStaysWithinHeld, releaseIsNotDatedAhead, releaseWaitsForThePeriod,
            releaseWaitsForItsGuarantee, releaseIsAboveTheCeiling, paymentTermIsNotTooLong,
            paymentTermComesFirst, paymentTermIsOne, certifiedClaimStartsItsClock,
            paymentFollowsItsCertificate, settlementRestsOnAnAllowedAudit, settlementBasisNamesItsLaw,
            settlementBasisIsOne,
            paymentIsNotDatedAhead, paymentStaysWithinItsClaim, paymentInterestIsByTheRate,
            keptByTheConstructionUnit,
        ] + forms

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let forms: [RefusalWords] = [
        .form(
            "contract_money_is_of_its_contract", "合同不属于本项目。", "The contract is not of this project.",
            remedy: "选择本项目的合同。", "Choose a contract of this project.", by: [.constructionUnit]),
        .form(
            "contract_bond_kind_is_known", "保证种类只有：履约保证金、质量担保、质量保险。",
            "A bond is for performance, or a guarantee or insurance of quality.",
            remedy: "从履约保证金、质量担保、质量保险中选择。",
            "Choose a performance bond, a guarantee or an insurance of quality.", by: [.constructionUnit]),
        .form(
            "contract_bond_has_an_amount", "保证金额应大于零。", "A bond has an amount.", remedy: "按保函或收据填写金额。",
            "Give the amount on the bond.", by: [.constructionUnit]),
        .form(
            "contract_bond_names_its_document", "须写明保函、保单或收据。", "A bond names its document.",
            remedy: "填写保函、保单或收据的编号。", "Give the number of the bond, policy or receipt.",
            by: [.constructionUnit]),
        .form(
            "contract_bond_is_returned_after_it_is_given", "退还日期早于收取日期。",
            "A bond goes back after it was given.", remedy: "把退还日期填成收取当日或以后。",
            "Give a day on or after it was taken.", by: [.constructionUnit]),
        .form(
            "retention_has_a_period", "缺陷责任期应大于零。", "The defect liability has a length.",
            remedy: "按合同填写缺陷责任期的月数。", "Give the months of the contract.", by: [.constructionUnit]),
        .form(
            "retention_names_its_clause", "须写明合同条款。", "The clause of the contract is named.",
            remedy: "填写合同中约定质量保证金的条款号。", "Name the clause of the contract.", by: [.constructionUnit]),
        .inward("retention_period_is_of_its_key", "最长期限取自政策包。", "The longest period is the policy's."),
        .form(
            "retention_has_a_share", "预留比例应大于零。", "A retention has a share.", remedy: "按合同填写预留比例；不预留的不必登记。",
            "Give the share of the contract, or record none.", by: [.constructionUnit]),
        .inward(
            "retention_is_of_the_projects_edition", "规则须是本项目的政策版本。", "The rules are the project's edition."),
        .inward("retention_holding_is_not_negative", "预留金额不能为负。", "What is held is not below zero."),
        .inward("retention_holding_is_one_of_its_claim", "这一期已经预留。", "This claim holds its part already."),
        .inward(
            "retention_holding_comes_with_its_certificate", "预留须与核定一并登记。",
            "What is kept back is written with the certificate."),
        .form(
            "defect_liability_delay_names_its_evidence", "因建设单位原因拖延的，须写明依据。",
            "A delay of the owner needs its evidence.", remedy: "写明证明建设单位拖延验收的文件。",
            "Name the paper that shows the delay.", by: [.constructionUnit]),
        .inward(
            "defect_liability_ends_after_its_months", "缺陷责任期届满日计算有误。", "The period ends after its months."),
        .inward(
            "defect_liability_ends_no_sooner_than_nominal", "顺延后的届满日不能提前。",
            "A moved end is not before the nominal one."),
        .inward("defect_liability_runs_as_agreed", "缺陷责任期与合同约定不符。", "The period is as long as agreed."),
        .form(
            "retention_release_has_an_amount", "返还金额应大于零。", "A release has an amount.",
            remedy: "按付款凭证填写返还金额。", "Give the amount on the voucher.", by: [.constructionUnit]),
        .form(
            "retention_release_ground_is_known", "没有这种返还事由。", "There is no such ground.",
            remedy: "从期满、担保替换、超出上限中选择返还事由。", "Choose a ground of the list.", by: [.constructionUnit]),
        .form(
            "retention_release_names_its_voucher", "须写明付款凭证号。", "A release names its voucher.",
            remedy: "填写付款凭证号。", "Give the voucher's number.", by: [.constructionUnit]),
        .form(
            "retention_release_voucher_is_one", "凭证号重复。", "A voucher stands for one release.",
            remedy: "核对凭证号；同一笔返还不必重复登记。", "Check the number: one release is recorded once.",
            by: [.constructionUnit]),
        .form(
            "payment_term_enterprise_is_known", "企业规模只有：中小企业、大型企业。", "Small or medium, or large.",
            remedy: "按承包单位的声明函选择“中小企业”或“大型企业”。",
            "Choose small or medium, or large, by the contractor's declaration.", by: [.constructionUnit]),
        .form(
            "payment_term_has_its_days", "付款天数应大于零。", "A term has its days.", remedy: "按合同填写付款天数。",
            "Give the days of the contract.", by: [.constructionUnit]),
        .form(
            "payment_term_names_its_clause", "须写明合同条款。", "The clause of the contract is named.",
            remedy: "填写合同中约定付款期限的条款号。", "Name the clause of the contract.", by: [.constructionUnit]),
        .form(
            "settlement_basis_is_known", "结算依据只有：双方确认、法律规定审计、合同约定审计。",
            "The basis is what both confirm, an audit by law, or an audit by contract.",
            remedy: "按合同的结算条款选择。", "Choose by the contract's clause.", by: [.constructionUnit]),
        .form(
            "settlement_basis_names_its_clause", "须写明合同条款。", "The clause of the contract is named.",
            remedy: "填写合同中约定结算依据的条款号。", "Name the clause of the contract.", by: [.constructionUnit]),
        .form(
            "payment_has_an_amount", "付款金额应大于零。", "A payment has an amount.", remedy: "按付款凭证填写金额。",
            "Give the amount on the voucher.", by: [.constructionUnit]),
        .form(
            "payment_names_its_voucher", "须写明付款凭证号。", "A payment names its voucher.", remedy: "填写付款凭证号。",
            "Give the voucher's number.", by: [.constructionUnit]),
        .inward("payment_lateness_is_counted", "逾期天数由系统计算。", "The days of lateness are computed."),
        .inward("payment_interest_has_its_finding", "逾期利息须附计算认定。", "Interest comes with its finding."),
        .form(
            "payment_voucher_is_one", "凭证号重复。", "A voucher stands for one payment.",
            remedy: "核对凭证号；同一笔付款不必重复登记。", "Check the number: one payment is recorded once.",
            by: [.constructionUnit]),
    ]
}
