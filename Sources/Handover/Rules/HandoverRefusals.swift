package import Policy
package import Values

/// The refusals of handovers (移交类拒绝), each under its guard's name.
package enum HandoverRefusals {
    package static let waitsForJointAcceptance = RefusalWords(
        "handover_waits_for_joint_acceptance",
        Words(
            "专业单位和建设单位没有都在共同验收上签字，不能移交。",
            "The utility and the construction unit have not both signed the joint acceptance."),
        remedy: Words(
            "请缺签的一方到场验收后本人签字；专业单位没有账号的，由街道发送移交链接。",
            "The missing party accepts on site and signs itself; the street sends a link to a utility without an account."
        ),
        liftedBy: [.utility, .constructionUnit], key: "handover.signers")
    package static let isConfirmedByItsUtility = RefusalWords(
        "handover_is_confirmed_by_its_utility",
        Words(
            "接收或拒收只能由接收的专业单位本人确认，街道不能代办。",
            "Only the receiving utility's own person confirms or refuses; the street cannot do it in its place."
        ),
        remedy: Words("把移交链接发给专业单位经办人，由其确认。", "Send the utility's person the link and let him confirm."),
        liftedBy: [.utility], key: "handover.signers")
    package static let waitsForCertificate = RefusalWords(
        "handover_waits_for_certificate",
        Words(
            "项目还没有通过联合竣工验收，设施不得交付。",
            "The project has not passed joint completion acceptance: nothing may be handed over for use."),
        remedy: Words("先完成联合竣工验收。", "Complete joint acceptance first."), liftedBy: [.constructionUnit],
        key: "use.before_acceptance_allowed")
    package static let waitsForOwnersDecision = RefusalWords(
        "handover_waits_for_owners_decision",
        Words(
            "共有设施移交须有业主大会决定，尚未登记。",
            "Commonly owned facilities are handed over by the owners' decision, which is not recorded."),
        remedy: Words(
            "由业委会提交业主大会关于移交的决定。",
            "The owners' body hands in the decision (paper owners_handover_decision)."),
        liftedBy: [.ownersBody], key: "handover.owners_decision")
    package static let waitsForDocuments = RefusalWords(
        "handover_waits_for_documents",
        Words(
            "移交资料没有逐项签收完，不能移交。",
            "Documents of the handover are not all sent and receipted as right."),
        remedy: Words("补送或更换所列资料，再由专业单位逐项签收。", "Send what is named anew, and have the utility tick it."),
        liftedBy: [.constructionUnit, .utility], key: "handover.documents")
    package static let documentIsReceiptedByItsUtility = RefusalWords(
        "handover_document_is_receipted_by_its_utility",
        Words("资料只能由接收的专业单位签收。", "Only the receiving utility ticks what it received."),
        remedy: Words("请专业单位经办人通过移交链接签收。", "Let the utility's person tick the lines through his link."),
        liftedBy: [.utility], key: "handover.documents")
    package static let closeWaitsForHandovers = RefusalWords(
        "project_close_waits_for_handovers",
        Words(
            "还有设施没有移交，也没有认定为不适用，项目不能办结。",
            "Some facilities are neither handed over nor found not to apply: the project cannot go on."),
        remedy: Words(
            "完成所列设施的移交；确实没有的，说明理由并由第二人确认不适用。",
            "Hand over what is named, or have two persons find with a reason that it does not apply."),
        liftedBy: [.utility, .constructionUnit], key: "handover.close_requires_all")
    package static let signatureIsItsPartysOwn = RefusalWords(
        "handover_signature_is_its_partys_own",
        Words(
            "共同验收由各方本人为本单位签字，您不是这一方的人员。",
            "A party signs by its own person and for itself; you belong to neither party."),
        remedy: Words("由接收单位或建设单位的人员签字。", "Let a person of the receiver or of the construction unit sign."),
        liftedBy: [.utility, .constructionUnit], key: "handover.signers")
    package static let isSignedOnceByAParty = RefusalWords(
        "handover_is_signed_once_by_a_party",
        Words("这一方在本轮已经签过字。", "This party has signed this round already."),
        remedy: Words("等待另一方签字。", "Wait for the other party."), liftedBy: [.utility, .constructionUnit],
        key: "handover.signers")
    package static let notApplicableHasASecondPerson = RefusalWords(
        "handover_not_applicable_has_a_second_person",
        Words(
            "认定不适用须有第二人确认，提出的人不能自己确认。",
            "A second person confirms that a kind does not apply; the proposer cannot."),
        remedy: Words("请另一位经办人核实后确认。", "Let another officer check and confirm it."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "handover.kinds")
    package static let kindIsOfThePolicy = RefusalWords(
        "handover_kind_is_of_the_policy",
        Words("本地政策没有这类移交设施。", "This place hands over no facility of that kind."),
        remedy: Words("从所列类别中选择。", "Choose one of the kinds named."), liftedBy: [.constructionUnit],
        key: "handover.kinds")
    package static let isOneOfItsKind = RefusalWords(
        "handover_is_one_of_its_kind",
        Words("这个项目的这类设施已经有移交单。", "The project has a handover of this kind already."),
        remedy: Words("在已有的移交单上继续办理。", "Go on with the one there is."), key: "handover.kinds")
    package static let receiverIsAnotherUnit = RefusalWords(
        "handover_receiver_is_another_unit",
        Words("建设单位不能把设施移交给自己。", "The construction unit cannot hand over to itself."),
        remedy: Words("填写接收的专业单位。", "Name the utility that receives."), liftedBy: [.constructionUnit],
        key: "handover.signers")
    package static let namesItsReceiver = RefusalWords(
        "handover_names_its_receiver",
        Words("移交单还没有接收的专业单位。", "The handover names no receiving utility."),
        remedy: Words("先登记接收单位。", "Record the receiver first."), liftedBy: [.constructionUnit],
        key: "handover.signers")
    package static let namesItsAssets = RefusalWords(
        "handover_names_its_assets",
        Words("移交单还没有列出设施，无可验收。", "No asset is listed: there is nothing to accept."),
        remedy: Words("先登记设施清单（编号、位置、产权分界点）。", "List the assets with tag, place and boundary first."),
        liftedBy: [.constructionUnit], key: "handover.signers")
    package static let documentsFollow = RefusalWords(
        "handover_documents_follow_joint_acceptance",
        Words(
            "资料在共同验收之后送交，在送交期间签收。", "Documents follow joint acceptance and are ticked while they are sent."),
        remedy: Words("先完成共同验收。", "Complete the joint acceptance first."),
        liftedBy: [.utility, .constructionUnit], key: "handover.documents")
    package static let documentIsOfTheList = RefusalWords(
        "handover_document_is_of_the_list",
        Words("清单里没有这项资料。", "The list of this kind has no such document."),
        remedy: Words("按本类设施的资料清单送交。", "Send the documents that are listed for the kind."),
        liftedBy: [.constructionUnit], key: "handover.documents")
    package static let warrantyIsNotBelowTheMinimum = RefusalWords(
        "warranty_is_not_below_the_minimum",
        Words("约定的保修期短于法定最低期限。", "The agreed warranty is shorter than the law's minimum."),
        remedy: Words("按法定最低期限或更长约定。", "Agree on the minimum or longer."),
        liftedBy: [.contractor, .constructionUnit], key: "warranty.years.water_pipes")
    package static let warrantyStructureNamesItsDesignLife = RefusalWords(
        "warranty_structure_names_its_design_life",
        Words(
            "地基基础和主体结构的保修按设计使用年限，须写明年限和设计文件。",
            "Structure is warranted for its design life, which names its years and its document."),
        remedy: Words("填写设计文件中的合理使用年限。", "Give the years that the design document states."),
        liftedBy: [.constructionUnit, .designer], key: "warranty.term.structure")
    package static let stepIsAllowed = RefusalWords(
        "handover_step_is_allowed",
        Words("移交不能这样跳步。", "The handover cannot take this step from where it stands."),
        remedy: Words("按移交程序逐步办理。", "Go step by step."), key: "handover.signers")

    /// A refusal of a step out of order.
    package static func step(
        from: HandoverState, to: HandoverState, under policy: Policy
    ) throws(PolicyFault) -> Refusal {
        stepIsAllowed.refusal(
            try policy.texts("handover.signers").citation,
            missing: from.next.map { Words("下一步可为：\($0.words.zh)", "next: \($0.words.en)") },
            detail: Words(
                "移交现在是“\(from.words.zh)”，不能到“\(to.words.zh)”。",
                "The handover is \(from.words.en) and cannot become: \(to.words.en)."))
    }

    package static let all: [RefusalWords] =
        [
            waitsForJointAcceptance, isConfirmedByItsUtility, waitsForCertificate, waitsForOwnersDecision,
            waitsForDocuments, documentIsReceiptedByItsUtility, closeWaitsForHandovers,
            signatureIsItsPartysOwn,
            isSignedOnceByAParty, notApplicableHasASecondPerson, kindIsOfThePolicy, isOneOfItsKind,
            receiverIsAnotherUnit, namesItsReceiver, namesItsAssets, documentsFollow, documentIsOfTheList,
            warrantyIsNotBelowTheMinimum, warrantyStructureNamesItsDesignLife, stepIsAllowed,
        ] + data + ExemptionRefusals.all

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let data: [RefusalWords] = [
        words("handover_begins_planned", "移交从待共同验收开始。", "A handover begins planned."),
        words("handover_state_is_known", "没有这个移交状态。", "There is no such state."),
        words("handover_round_is_positive", "轮次从一开始。", "Rounds count from one."),
        words(
            "handover_round_follows_a_refusal", "只有拒收后重新办理才开始新一轮。",
            "A new round begins only where a refusal is taken up."),
        words(
            "handover_receiver_stays_once_signed", "共同验收开始签字后不能更换接收单位。",
            "The receiver stays once somebody has signed."),
        words(
            "handover_exemption_is_personal", "不能以他人名义提出或确认不适用。",
            "Nobody proposes or confirms in another's name."),
        words("handover_refusal_has_a_reason", "拒收须写明理由。", "A refusal states its reason."),
        words(
            "handover_not_applicable_has_a_reason", "认定不适用须写明理由。",
            "That a kind does not apply needs a reason."),
        words("handover_has_its_day", "已移交的须有移交日期。", "What is handed over has its day."),
        words("handover_asset_has_a_tag", "设施须有编号。", "An asset has a tag."),
        words("handover_asset_has_a_title", "设施须有名称。", "An asset has a name."),
        words("handover_asset_has_a_location", "设施须有位置。", "An asset has a place."),
        words("handover_asset_has_a_boundary", "设施须写明产权分界点。", "An asset has its ownership boundary."),
        words("handover_asset_tag_is_one", "设施编号在本项目内重复。", "Two assets of the project have one tag."),
        words(
            "handover_assets_are_listed_before_signing", "有人签字后不能再增加设施。",
            "Assets are listed before anybody signs."),
        words(
            "handover_signature_party_is_known", "签字方只有专业单位和建设单位。",
            "The parties are the utility and the construction unit."),
        words("handover_signature_means_is_known", "签字方式只有账号或链接。", "One signs by account or by link."),
        words(
            "handover_is_signed_while_planned", "只能在本轮待验收时签字。",
            "Joint acceptance is signed in its running round."),
        words(
            "handover_document_verdict_is_known", "签收结果只有：已收到、缺少、有误。", "A line is received, missing or wrong."
        ),
        words(
            "handover_document_is_found_wanting_with_a_note", "缺少或有误须写明情况。", "Missing or wrong needs a note."),
        words("handover_document_receipt_has_its_person", "签收须有签收人。", "A receipt has its person."),
        words(
            "handover_document_is_one_of_its_round", "这项资料本轮已经送交。",
            "This document is sent in this round already."),
        words(
            "handover_document_is_its_own_paper", "资料须是本移交单同类的材料。",
            "A line carries a paper of its own kind and handover."),
        words("handover_document_is_sent_unticked", "新送交的资料尚未签收。", "What is newly sent is not ticked yet."),
        words("link_opens_one_handover", "这个链接只能打开它自己的移交单。", "A link opens its own handover only."),
        words(
            "link_is_issued_by_the_street", "链接由街道或区旧改办签发和撤销。",
            "Links are issued and revoked by the street or the district."),
        words("link_expires_in_time", "链接有效期最长 92 天。", "A link holds for at most 92 days."),
        words(
            "warranty_is_counted_by_its_kind", "供热按采暖期计，其他按月计。",
            "Heating is counted by seasons, everything else by months."),
        words("warranty_has_seasons", "采暖期数应大于零。", "A warranty by seasons has some."),
        words(
            "warranty_ends_with_its_season", "供热保修在最后一个采暖期结束之日届满。",
            "The warranty of heating ends with its last season."),
        words("warranty_has_a_length", "保修期应大于零。", "A warranty has a length."),
        words("warranty_minimum_is_of_its_kind", "法定期限须是本类工程的。", "The minimum is that of the kind."),
        words(
            "warranty_minimum_is_the_laws", "法定期限须与项目适用的政策一致。",
            "The minimum is the one of the project's policy."),
        words("warranty_is_one_of_its_kind", "这类工程已经登记保修。", "This kind of works has its warranty already."),
        words("warranty_ends_after_its_months", "保修到期日与期限不符。", "The end does not follow from the length."),
        words(
            "warranty_ends_no_sooner_than_nominal", "顺延后的到期日不能更早。",
            "The effective end is no sooner than the nominal one."),
        words(
            "warranty_runs_from_the_certificate", "保修自竣工验收合格之日起算。",
            "A warranty runs from the day of the certificate."),
    ]

    private static func words(_ code: String, _ zh: String, _ en: String) -> RefusalWords {
        RefusalWords(code, Words(zh, en), remedy: Words("改正后重新提交。", "Correct it and send it again."))
    }
}
