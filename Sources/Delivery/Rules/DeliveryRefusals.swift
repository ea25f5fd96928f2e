package import Values

/// The refusals of delivery (建设模式类拒绝), each under its guard's name.
package enum DeliveryRefusals {
    package static let engagementHasNoConflict = RefusalWords(
        "engagement_has_no_conflict",
        Words(
            "这个单位（或与它有控制关系的单位）在本项目已担任不能兼任的角色。",
            "This unit, or one linked to it by control, holds a role here that excludes this one."),
        remedy: Words(
            "由无利害关系的单位担任；没有签过合同的角色可先退出，签过合同的到项目办结为止都算。",
            "Engage a unit without interest; a role without a contract may be ended first, one with a contract counts until the project closes."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.incompatible")
    package static let engagementIsOneOfItsRole = RefusalWords(
        "engagement_is_one_of_its_role",
        Words(
            "这个单位已经担任这个角色。",
            "This unit holds this role already."),
        remedy: Words(
            "不必重复登记。",
            "There is nothing to record."),
        liftedBy: [.constructionUnit])
    package static let controlLinksAreBeingRecorded = RefusalWords(
        "control_links_are_being_recorded",
        Words(
            "此刻正在登记单位的控制关系，请马上重试。",
            "Control links are being recorded at this moment."),
        remedy: Words(
            "用同一个幂等键重试。",
            "Send it again with the same key."),
        liftedBy: [.system])
    package static let engagementFitsTheKindOfUnit = RefusalWords(
        "engagement_fits_the_kind_of_unit",
        Words(
            "按登记的单位类别，这个单位不能担任这个角色。",
            "A unit of this kind cannot hold this role."),
        remedy: Words(
            "由相应类别的单位担任；单位类别登记有误的，请区旧改办更正单位名录。",
            "Engage a unit of a fitting kind; where the register is wrong, let the renovation office put it right."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.unit_kinds")
    package static let constructionUnitIsTheProjectsOwn = RefusalWords(
        "construction_unit_is_the_projects_own",
        Words(
            "本项目的建设单位在立项登记时已经确定，不能另登记其他单位。",
            "The project has the construction unit that it was taken in with, and no other."),
        remedy: Words(
            "登记本项目的建设单位；受委托管理的单位登记为代建单位或项目管理单位。",
            "Name the project's own; a unit that manages for it is its agent or project manager."),
        liftedBy: [.constructionUnit], key: "delivery.unit_kinds")
    package static let deliveryModeIsNotDatedAhead = RefusalWords(
        "delivery_mode_is_not_dated_ahead",
        Words("选定日期晚于今天。", "The mode would be chosen on a day that has not come."),
        remedy: Words("按实际选定的日期登记。", "Enter the day on which it was chosen."),
        liftedBy: [.constructionUnit], key: "delivery.modes")
    package static let engagementOnlyEnds = RefusalWords(
        "engagement_only_ends",
        Words(
            "参建登记只能终止一次，不能改作他用。",
            "An engagement is ended once and not changed otherwise."),
        remedy: Words(
            "终止后另行登记。",
            "End it and record another."),
        liftedBy: [.constructionUnit])
    package static let engagementEndsAfterItBegins = RefusalWords(
        "engagement_ends_after_it_begins",
        Words(
            "终止日期早于开始日期。",
            "The engagement would end before it begins."),
        remedy: Words(
            "核对日期。",
            "Check the days."),
        liftedBy: [.constructionUnit])
    package static let engagementEndHasAReason = RefusalWords(
        "engagement_end_has_a_reason",
        Words(
            "终止参建须写明原因。",
            "Ending an engagement needs a reason."),
        remedy: Words(
            "写明原因。",
            "Give the reason."),
        liftedBy: [.constructionUnit])
    package static let engagementRoleIsKnown = RefusalWords(
        "engagement_role_is_known",
        Words(
            "角色不在参建角色清单内。",
            "The role is not on the list."),
        remedy: Words(
            "从清单中选择角色。",
            "Choose a role of the list."),
        liftedBy: [.constructionUnit])
    package static let contractWaitsForDeliveryMode = RefusalWords(
        "contract_waits_for_delivery_mode",
        Words(
            "还没有确定建设模式，不能签施工或总承包合同。",
            "How the project is built is not chosen: works are not contracted yet."),
        remedy: Words(
            "先确定建设模式。",
            "Choose the delivery mode first."),
        liftedBy: [.constructionUnit], key: "delivery.modes")
    package static let contractFitsTheDeliveryMode = RefusalWords(
        "contract_fits_the_delivery_mode",
        Words(
            "本项目的建设模式不是工程总承包，不能签总承包合同。",
            "The project is not built as EPC: an EPC contract cannot be signed."),
        remedy: Words(
            "先说明理由、变更建设模式，或按所选模式发包。",
            "Change the mode with its reason, or contract as the mode says."),
        liftedBy: [.constructionUnit], key: "delivery.modes")
    package static let deliveryModeIsSettledByContracts = RefusalWords(
        "delivery_mode_is_settled_by_contracts",
        Words(
            "施工合同已经签订，建设模式不能再改。",
            "Works are contracted: the delivery mode is settled."),
        remedy: Words(
            "按现有模式实施。",
            "Go on as it is."),
        liftedBy: [.renovationOffice], key: "delivery.modes")
    package static let deliveryModeChangeHasAReason = RefusalWords(
        "delivery_mode_change_has_a_reason",
        Words(
            "改变建设模式须写明理由。",
            "Changing the delivery mode needs a reason."),
        remedy: Words(
            "写明理由。",
            "Give the reason."),
        liftedBy: [.constructionUnit], key: "delivery.modes")
    package static let deliveryModeIsChosenOnce = RefusalWords(
        "delivery_mode_is_chosen_once",
        Words(
            "建设模式已经选定。",
            "The delivery mode is chosen already."),
        remedy: Words(
            "需要改变的，带理由变更。",
            "Change it with a reason."),
        liftedBy: [.constructionUnit], key: "delivery.modes")
    package static let deliveryModeIsKnown = RefusalWords(
        "delivery_mode_is_known",
        Words(
            "建设模式不在清单内。",
            "The delivery mode is not on the list."),
        remedy: Words(
            "从清单中选择建设模式。",
            "Choose a mode of the list."),
        liftedBy: [.constructionUnit], key: "delivery.modes")
    package static let creditCodeIsRight = RefusalWords(
        "credit_code_is_right",
        Words(
            "统一社会信用代码不对，错处见所列。",
            "The unified social credit code is wrong where it is said."),
        remedy: Words(
            "对照营业执照或组织机构证书核对 18 位代码。",
            "Check the 18 characters against the licence."),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let organisationCreditCodeIsOne = RefusalWords(
        "organisation_credit_code_is_one",
        Words(
            "这个统一社会信用代码的单位已经登记。",
            "A unit of this credit code is recorded already."),
        remedy: Words(
            "直接使用已登记的单位。",
            "Use the unit that is recorded."),
        liftedBy: [.constructionUnit])
    package static let organisationCreditCodeHasItsForm = RefusalWords(
        "organisation_credit_code_has_its_form",
        Words(
            "统一社会信用代码的格式不对。",
            "The credit code has not its form."),
        remedy: Words(
            "核对 18 位代码。",
            "Check the 18 characters."),
        liftedBy: [.constructionUnit])
    package static let organisationCreditCodeNamesItsRegistrar = RefusalWords(
        "organisation_credit_code_names_its_registrar",
        Words(
            "统一社会信用代码的第 1 位（登记管理部门）或第 3 至 8 位（登记机关区划）不存在：不能是 0 或以 0 开头，区划是六位数字。",
            "The code's first character (registering department) or its third to eighth (division) cannot be: neither begins with 0, and a division is six digits."
        ),
        remedy: Words(
            "对照营业执照或组织机构证书核对第 1 位和第 3 至 8 位。",
            "Check the first and the third to eighth characters against the licence."),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let organisationHasAName = RefusalWords(
        "organisation_has_a_name",
        Words(
            "单位须有名称。",
            "A unit has a name."),
        remedy: Words(
            "填写名称。",
            "Give the name."),
        liftedBy: [.constructionUnit])
    package static let controlLinkIsBetweenTwo = RefusalWords(
        "control_link_is_between_two",
        Words(
            "控制关系须在两个不同单位之间。",
            "A control link is between two units."),
        remedy: Words(
            "核对两个单位。",
            "Check the two units."),
        liftedBy: [.renovationOffice])
    package static let controlLinkKindIsKnown = RefusalWords(
        "control_link_kind_is_known",
        Words(
            "控制关系的种类不在清单内。",
            "The kind of control is not on the list."),
        remedy: Words(
            "从清单中选择。",
            "Choose a kind of the list."),
        liftedBy: [.renovationOffice])
    package static let agentFeeStaysBelowItsCeiling = RefusalWords(
        "agent_fee_stays_below_its_ceiling",
        Words(
            "代建管理费（连同建设单位管理费）超过按总投资计算的上限。",
            "The agent's fee, with the owner's, is above the ceiling."),
        remedy: Words(
            "压减管理费至上限以内。",
            "Lower the fees to the ceiling."),
        liftedBy: [.financeBureau], key: "delivery.agent_fee_bands")
    package static let epcBidderHoldsBothQualifications = RefusalWords(
        "epc_bidder_holds_both_qualifications",
        Words(
            "工程总承包单位（或联合体）须同时具有设计和施工资质。",
            "An EPC contractor, or its consortium, holds both design and construction qualifications."),
        remedy: Words(
            "组成具备两项资质的联合体。",
            "Form a consortium that holds both."),
        liftedBy: [.contractor], key: "delivery.epc_qualifications")
    package static let epcBidderIsNotItsAuthor = RefusalWords(
        "epc_bidder_is_not_its_author",
        Words(
            "前期咨询、设计文件的编制单位不能承接本项目总承包，已公开其成果的除外。",
            "The author of the early documents may not take the contract, unless they are published."),
        remedy: Words(
            "公开已完成的前期成果后再招标。",
            "Publish the finished documents before the tender."),
        liftedBy: [.constructionUnit], key: "delivery.epc_predesign_excluded")

    /// Every refusal this capability can give.
    package static let all: [RefusalWords] =
        [
            engagementHasNoConflict, engagementIsOneOfItsRole, controlLinksAreBeingRecorded,
            engagementOnlyEnds,
            engagementEndsAfterItBegins, engagementEndHasAReason, engagementRoleIsKnown,
            contractWaitsForDeliveryMode, contractFitsTheDeliveryMode, deliveryModeIsSettledByContracts,
            deliveryModeChangeHasAReason, deliveryModeIsChosenOnce, deliveryModeIsKnown, creditCodeIsRight,
            organisationCreditCodeIsOne, organisationCreditCodeHasItsForm,
            organisationCreditCodeNamesItsRegistrar,
            organisationHasAName,
            controlLinkIsBetweenTwo, controlLinkKindIsKnown, agentFeeStaysBelowItsCeiling,
            epcBidderHoldsBothQualifications, epcBidderIsNotItsAuthor, engagementFitsTheKindOfUnit,
            constructionUnitIsTheProjectsOwn, deliveryModeIsNotDatedAhead,
        ] + ofDays + ofEnds
}
