package import Values

/// Refusals about leaving out the tender (可以不招标) and about packages that are given up (撤销标段).
extension TenderingRefusals {
    package static let exemptionGroundIsOfTheLaw = RefusalWords(
        "exemption_ground_is_of_the_law",
        Words("这不是法律规定的可以不招标的情形。", "This is no ground on which the law lets a tender be left out."),
        remedy: Words("从法定情形中选择；都不符合的，依法招标。", "Choose a ground of the list, or tender the package."),
        liftedBy: [.renovationOffice], key: "tender.exemptions")
    package static let exemptionIsApprovedByItsAuthority = RefusalWords(
        "exemption_is_approved_by_its_authority",
        Words(
            "不招标须由有权认定的单位认定，以经办人本人名义登记。",
            "Leaving out the tender is approved by its authority, in the name of who acts."),
        remedy: Words("请区旧改办认定。", "Let the renovation office approve it."), liftedBy: [.renovationOffice],
        key: "tender.exemption_approvers")
    package static let exemptionIsApprovedByAnotherUnit = RefusalWords(
        "exemption_is_approved_by_another_unit",
        Words("建设单位不能认定自己的采购可以不招标。", "The unit that buys does not exempt itself."),
        remedy: Words("请建设单位以外的经办人认定。", "Let somebody of another unit approve it."),
        liftedBy: [.renovationOffice],
        key: "tender.exemption_approvers")
    package static let exemptionIsForThePackageAsItStands = RefusalWords(
        "exemption_is_for_the_package_as_it_stands",
        Words(
            "认定的金额与标段现在的估算不一致，或者标段已经撤销。", "The package is withdrawn, or its estimate is another one by now."),
        remedy: Words("按标段现在的估算重新认定。", "Approve it for the present estimate."), liftedBy: [.renovationOffice],
        key: "tender.exemptions")
    package static let exemptionDocumentIsNotDatedAhead = RefusalWords(
        "exemption_document_is_not_dated_ahead",
        Words("认定文件的日期在今天以后。", "The document bears a day that is yet to come."),
        remedy: Words("按文件上的日期登记。", "Enter the day that the document bears."), liftedBy: [.renovationOffice],
        key: "tender.exemptions")
    package static let exemptionSaysWhy = RefusalWords(
        "exemption_says_why",
        Words("须写明为什么符合这一情形。", "Say why the ground applies."),
        remedy: Words("写明事实和理由，不少于四个字。", "Give the facts and the reason."), liftedBy: [.renovationOffice],
        key: "tender.exemptions")
    package static let exemptionNamesItsDocument = RefusalWords(
        "exemption_names_its_document",
        Words("须有认定文件的名称。", "The document that approves it is named."),
        remedy: Words("填写认定文件名称。", "Name the document."), liftedBy: [.renovationOffice],
        key: "tender.exemptions")
    package static let exemptionHasItsDocumentNumber = RefusalWords(
        "exemption_has_its_document_number",
        Words("须有认定文件的文号。", "The document that approves it has a number."),
        remedy: Words("填写文号。", "Give its number."), liftedBy: [.renovationOffice], key: "tender.exemptions")
    package static let exemptionHasAnAmount = RefusalWords(
        "exemption_has_an_amount",
        Words("认定的金额须大于零。", "An exemption is for an amount."),
        remedy: Words("按标段估算填写。", "Enter the package's estimate."), liftedBy: [.renovationOffice])
    package static let packageHasOneExemption = RefusalWords(
        "package_has_one_exemption",
        Words("这个标段已经认定可以不招标。", "This package is exempted already."),
        remedy: Words("金额增加的，另设标段或依法招标。", "For more, file another package or tender it."),
        liftedBy: [.renovationOffice], key: "tender.exemptions")
    package static let contractStaysWithinItsExemption = RefusalWords(
        "contract_stays_within_its_exemption",
        Words("合同金额超过认定可以不招标时的估算。", "The amount is more than the tender was left out for."),
        remedy: Words("压减合同金额，或依法招标。", "Lower the amount, or tender the package."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "tender.exemptions")
    package static let packageStaysWithdrawn = RefusalWords(
        "package_stays_withdrawn",
        Words("标段已经撤销，不能再办理。", "The package was withdrawn."),
        remedy: Words("确需采购的，另行登记标段。", "File another package."), liftedBy: [.constructionUnit])
    package static let packageIsWithdrawnBeforeItsContract = RefusalWords(
        "package_is_withdrawn_before_its_contract",
        Words("标段已经签订合同，不能撤销。", "A contract is signed for this package: it is not withdrawn."),
        remedy: Words("解除或变更合同另按合同约定办理。", "End or change the contract as it provides."),
        liftedBy: [.constructionUnit])
    package static let packageWithdrawalHasItsReason = RefusalWords(
        "package_withdrawal_has_its_reason",
        Words("撤销标段须写明日期和原因。", "A withdrawal has its day and its reason."),
        remedy: Words("写明为什么不再采购。", "Say why it is no longer bought."), liftedBy: [.constructionUnit])
    package static let contractIsForAStandingPackage = RefusalWords(
        "contract_is_for_a_standing_package",
        Words("标段已经撤销，不能签约。", "The package was withdrawn: no contract is signed for it."),
        remedy: Words("另行登记标段并重新认定。", "File another package and determine it."), liftedBy: [.constructionUnit]
    )

    static let ofExemptions: [RefusalWords] = [
        exemptionGroundIsOfTheLaw, exemptionIsApprovedByItsAuthority, exemptionIsApprovedByAnotherUnit,
        exemptionIsForThePackageAsItStands, exemptionDocumentIsNotDatedAhead, exemptionSaysWhy,
        exemptionNamesItsDocument, exemptionHasItsDocumentNumber, exemptionHasAnAmount,
        packageHasOneExemption, contractStaysWithinItsExemption, packageStaysWithdrawn,
        packageIsWithdrawnBeforeItsContract, packageWithdrawalHasItsReason, contractIsForAStandingPackage,
    ]
}
