package import Values

/// Refusals about bills against the approved scheme, and about building less than it (清单与方案、方案内容调减).
extension TenderingRefusals {
    package static let billCoversItsItems = RefusalWords(
        "bill_covers_its_items",
        Words(
            "清单没有把所选的方案内容包括完整：每项内容须用方案的计量单位，数量合计等于方案中尚未签约的数量。",
            "The bill holds less than the scheme has of its items, in the scheme’s own units."),
        remedy: Words(
            "按方案的单位和数量补足清单，多于方案的照施工图列；留给其他标段的，先申报那个标段。施工图或实测少于方案、或者不再实施的，签约之前即可由建设单位在“方案内容”中逐项申请调减（附请示），区旧改办批准后按剩余数量签约。阀门、管件等另列单位的清单项可以并列。",
            "Complete the bill; what another lot takes is filed first. Where drawings or a survey have less, or something is not built, the construction unit asks for a reduction before it signs, and the renovation office answers."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "scheme.reduction_grounds")
    package static let billStaysWithinItsItems = RefusalWords(
        "bill_stays_within_its_items",
        Words(
            "同一项方案内容已由另一份合同包括，两份合同合计超过方案数量。",
            "Another contract holds these items: together they hold more than the scheme has."),
        remedy: Words(
            "按方案中尚未签约的数量签约；确需增加的，开工后办理工程变更。",
            "Sign what is open in the scheme; more goes through a change order during the works."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let billIsTheContractAmount = RefusalWords(
        "bill_is_the_contract_amount",
        Words("清单合计少于合同金额。", "The lines of the bill come to less than the contract."),
        remedy: Words(
            "把措施项目费、规费、税金、暂列金额、总承包服务费、勘察设计费、设备购置费列为对应名目的清单项，使清单合计等于合同金额。",
            "List measures, levies, tax, provisional sums, coordination, design and equipment as charges, so that the lines come to the amount."
        ),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let billedItemHasItsPrice = RefusalWords(
        "billed_item_has_its_price",
        Words("清单中有方案内容没有价款。", "The bill has an item of the scheme that costs nothing."),
        remedy: Words(
            "按投标或报价清单填写该项内容的单价，不把价款并入别的清单项。",
            "Enter the item's price as it was bid, and none of it in another line."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let billLineIsOfAnItemOrACharge = RefusalWords(
        "bill_line_is_of_an_item_or_a_charge",
        Words("清单项须对应一项方案内容，或者写明是哪一种费用，二者取一。", "A bill line is of an item of the scheme or of a charge."),
        remedy: Words("选定方案内容，或者选定费用名目。", "Choose the item or the charge."),
        liftedBy: [.constructionUnit])
    package static let billChargeIsKnown = RefusalWords(
        "bill_charge_is_known",
        Words("不是清单可列的费用名目。", "This is no charge that a bill lists."),
        remedy: Words(
            "选择措施项目费、规费、税金、暂列金额、总承包服务费、勘察设计费或设备购置费。", "Choose a charge of the list."),
        liftedBy: [.constructionUnit])
    package static let reductionGroundIsOfTheList = RefusalWords(
        "reduction_ground_is_of_the_list",
        Words("这不是可以调减方案内容的情形。", "This is no ground for building less than the scheme."),
        remedy: Words(
            "从列明的情形中选择；都不符合的，按方案实施。", "Choose a ground of the list; without one the scheme is built."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let reductionIsOfWhatNoContractHolds = RefusalWords(
        "reduction_is_of_what_no_contract_holds",
        Words(
            "申请调减的数量超过没有签约的数量。", "More would be taken out than no contract holds."),
        remedy: Words(
            "已签约的，在合同内办理减少工程量的变更；没有签约的，按剩余数量申请。",
            "What is contracted is reduced by a change order; ask for what no contract holds."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let reductionRestsOnItsPaper = RefusalWords(
        "reduction_rests_on_its_paper",
        Words("申请调减须附请示或说明原件。", "The request names no stored paper of its own."),
        remedy: Words("上传请示（含公示和居民意见）原件后再提交。", "Store the request itself, with its publicity."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let reductionIsAskedByTheConstructionUnit = RefusalWords(
        "reduction_is_asked_by_the_construction_unit",
        Words(
            "调减方案内容由建设单位以自己的名义当天申请。",
            "The construction unit asks for less than the scheme, today and in its own name."),
        remedy: Words("由建设单位申请。", "Let the construction unit ask."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let reductionIsDecidedByTheOffice = RefusalWords(
        "reduction_is_decided_by_the_office",
        Words(
            "方案内容是否调减，由区旧改办的经办人以本人名义当天答复，建设单位不能自行批准。",
            "The district’s office decides, which is not who builds, in its own name and today."),
        remedy: Words("请区旧改办答复。", "Let the renovation office answer."),
        liftedBy: [.renovationOffice], key: "scheme.reduction_grounds")
    package static let reductionComesBeforeAcceptance = RefusalWords(
        "reduction_comes_before_acceptance",
        Words("工程已经通过联合验收，方案内容不再调减。", "The works are accepted: nothing is taken out of the scheme any more."),
        remedy: Words("不必再办理；结算按实际完成的工程量。", "There is nothing to do; the accounts hold what was built."),
        liftedBy: [.renovationOffice], key: "scheme.reduction_grounds")
    package static let reductionIsDecidedOnce = RefusalWords(
        "reduction_is_decided_once",
        Words("没有这项待答复的申请，或者已经答复。", "The request is answered already."),
        remedy: Words("需要再调减的，另行申请。", "Ask anew where more is to be taken out."),
        liftedBy: [.constructionUnit], key: "scheme.reduction_grounds")
    package static let reductionHasAQuantity = RefusalWords(
        "reduction_has_a_quantity",
        Words("调减的数量应大于零。", "A reduction is of more than zero."),
        remedy: Words("填写调减的数量。", "Give the quantity."), liftedBy: [.constructionUnit])
    package static let reductionIsOfItsProject = RefusalWords(
        "reduction_is_of_its_project",
        Words("答复的申请不属于这个项目。", "The request is of another project."),
        remedy: Words("核对申请。", "Check which request it is."), liftedBy: [.renovationOffice])

    /// The refusals about bills against the scheme and about reductions of it.
    static let ofScheme: [RefusalWords] = [
        billCoversItsItems, billStaysWithinItsItems, billIsTheContractAmount, billedItemHasItsPrice,
        billLineIsOfAnItemOrACharge,
        billChargeIsKnown, reductionGroundIsOfTheList, reductionIsOfWhatNoContractHolds,
        reductionRestsOnItsPaper, reductionIsAskedByTheConstructionUnit, reductionIsDecidedByTheOffice,
        reductionComesBeforeAcceptance, reductionIsDecidedOnce, reductionHasAQuantity,
        reductionIsOfItsProject,
    ]
}
