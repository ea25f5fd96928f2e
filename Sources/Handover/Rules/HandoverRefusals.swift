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
            "请缺签的一方到场验收后本人签字；专业单位没有账号的，由区旧改办发送移交链接。",
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
        remedy: Words("在已有的移交单上继续办理。", "Go on with the one there is."), liftedBy: [.constructionUnit],
        key: "handover.kinds")
    package static let receiverIsAnotherUnit = RefusalWords(
        "handover_receiver_is_another_unit",
        Words("建设单位不能把设施移交给自己。", "The construction unit cannot hand over to itself."),
        remedy: Words("填写接收的专业单位。", "Name the utility that receives."), liftedBy: [.constructionUnit],
        key: "handover.signers")
    package static let linkIsIssuedByTheOffice = RefusalWords(
        "link_is_issued_by_the_office",
        Words(
            "建设单位是移交方，不给接收方发链接。",
            "The construction unit hands over: it does not make the link by which the utility takes over."),
        remedy: Words("请区旧改办把链接发给专业单位的人。", "Let the district's office send the utility its link."),
        liftedBy: [.renovationOffice], key: "handover.links_at_most")
    package static let linkConfirmsByItsSealedSheet = RefusalWords(
        "link_confirms_by_its_sealed_sheet",
        Words(
            "凭链接确认接收的，须同时存入本单位盖章的确认单。",
            "What is confirmed behind a link rests on the utility's own sealed sheet."),
        remedy: Words("拍照或扫描盖章的确认单，在确认时一并上传。", "Send the sealed sheet, scanned or photographed, with it."),
        liftedBy: [.utility], key: "handover.link_sheet")
    package static let sealedSheetIsItsUtilitys = RefusalWords(
        "sealed_sheet_is_its_utilitys",
        Words(
            "盖章确认单由接收的专业单位存入，专业单位也只存入它。",
            "The sealed sheet is the receiving utility's, and the only paper that it brings."),
        remedy: Words("由专业单位在自己的移交页上存入。", "The utility sends it on its own page."), liftedBy: [.utility],
        key: "handover.link_sheet")
    package static let paperIsOfOneHandover = RefusalWords(
        "handover_paper_is_of_one_handover",
        Words("这份文件已作为另一类设施的材料存入。", "This file is recorded for another facility of the project."),
        remedy: Words(
            "每一类设施上传各自的文件；一次决定管全部设施的，登记在项目上。",
            "Send each facility's own; a decision on all of them is recorded with the project."),
        liftedBy: [.ownersBody, .utility], key: "handover.link_sheet")
    package static let linksAreFew = RefusalWords(
        "handover_links_are_few",
        Words("这个项目凭链接签署的移交已达上限。", "No more of this project's hand-overs may rest on links."),
        remedy: Words("由专业单位用自己的账号签署。", "The utility signs by its own account."), liftedBy: [.utility],
        key: "handover.links_at_most")
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
        remedy: Words("按移交程序逐步办理。", "Go step by step."), liftedBy: [.constructionUnit, .utility],
        key: "handover.signers")

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

    package static let warrantyIsOfAKnownKind = RefusalWords(
        "imported_warranty_is_of_a_known_kind",
        Words("所列保修没有这一类。", "There is no such kind of warranty."),
        remedy: Words(
            "从屋面防水、外墙防渗漏、电气、给排水管道、设备安装、装修中选择；供热和主体结构另填。",
            "Take roof, outer wall, electrical, water pipes, equipment or decoration; heating and structure have fields of their own."
        ),
        liftedBy: [.constructionUnit, .renovationOffice], key: "handover.close_requires_all")

    package static let all: [RefusalWords] =
        [
            warrantyIsOfAKnownKind,
            waitsForJointAcceptance, isConfirmedByItsUtility, waitsForCertificate, waitsForOwnersDecision,
            waitsForDocuments, documentIsReceiptedByItsUtility, closeWaitsForHandovers,
            signatureIsItsPartysOwn,
            isSignedOnceByAParty, notApplicableHasASecondPerson, kindIsOfThePolicy, isOneOfItsKind,
            receiverIsAnotherUnit, linkIsIssuedByTheOffice,
            linkConfirmsByItsSealedSheet, sealedSheetIsItsUtilitys, paperIsOfOneHandover,
            linksAreFew, namesItsReceiver, namesItsAssets, documentsFollow, documentIsOfTheList,
            warrantyIsNotBelowTheMinimum, warrantyStructureNamesItsDesignLife, stepIsAllowed,
        ] + data + ExemptionRefusals.all

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let data: [RefusalWords] = [
        .inward("handover_begins_planned", "移交从待共同验收开始。", "A handover begins planned."),
        .inward("handover_state_is_known", "没有这个移交状态。", "There is no such state."),
        .inward("handover_round_is_positive", "轮次从一开始。", "Rounds count from one."),
        .form(
            "handover_round_follows_a_refusal", "只有拒收后重新办理才开始新一轮。",
            "A new round begins only where a refusal is taken up.", remedy: "本轮还没有结论：继续办理本轮。",
            "The present round has no end yet: go on with it.", by: [.constructionUnit]),
        .form(
            "handover_receiver_stays_once_signed", "共同验收开始签字后不能更换接收单位。",
            "The receiver stays once somebody has signed.", remedy: "由接收单位拒收后，街道在新一轮里更换。",
            "Once the receiver refuses, the street names another in a new round.",
            by: [.constructionUnit, .utility]),
        .form(
            "handover_exemption_is_personal", "不能以他人名义提出或确认不适用。",
            "Nobody proposes or confirms in another's name.", remedy: "由本人登录后提出或确认。",
            "Whoever proposes or confirms it signs in himself.",
            by: [.constructionUnit, .utility, .ownersBody, .renovationOffice]),
        .form(
            "handover_refusal_has_a_reason", "拒收须写明理由。", "A refusal states its reason.",
            remedy: "写明拒收的原因和需要整改的内容。", "Say why it is refused, and what must be mended.", by: [.utility]),
        .form(
            "handover_not_applicable_has_a_reason", "认定不适用须写明理由。",
            "That a kind does not apply needs a reason.", remedy: "写明为什么本项目没有这类设施（不少于四个字）。",
            "Say why the project has no facility of the kind.", by: [.constructionUnit]),
        .inward("handover_has_its_day", "已移交的须有移交日期。", "What is handed over has its day."),
        .form(
            "handover_asset_has_a_tag", "设施须有编号。", "An asset has a tag.", remedy: "填写设施编号。",
            "Give the asset's tag.", by: [.constructionUnit]),
        .form(
            "handover_asset_has_a_title", "设施须有名称。", "An asset has a name.", remedy: "填写设施名称。",
            "Give the asset's name.", by: [.constructionUnit]),
        .form(
            "handover_asset_has_a_location", "设施须有位置。", "An asset has a place.", remedy: "写明设施所在的楼幢或管段。",
            "Say at which house or run the asset is.", by: [.constructionUnit]),
        .form(
            "handover_asset_has_a_boundary", "设施须写明产权分界点。", "An asset has its ownership boundary.",
            remedy: "写明产权分界点，例如“表后阀门”。", "Say where the utility's property ends, such as behind the meter.",
            by: [.constructionUnit]),
        .form(
            "handover_asset_tag_is_one", "设施编号在本项目内重复。", "Two assets of the project have one tag.",
            remedy: "换一个本项目没有用过的设施编号。", "Take a tag that the project has not used.", by: [.constructionUnit]),
        .form(
            "handover_assets_are_listed_before_signing", "有人签字后不能再增加设施。",
            "Assets are listed before anybody signs.", remedy: "由接收单位拒收后在新一轮里补列，或另行签订补充清单。",
            "List it in a new round after a refusal, or in a list of its own.", by: [.constructionUnit]),
        .form(
            "handover_signature_party_is_known", "签字方只有专业单位和建设单位。",
            "The parties are the utility and the construction unit.", remedy: "由接收的专营单位和建设单位各自签字。",
            "The receiving utility and the construction unit sign, each for itself.",
            by: [.constructionUnit, .utility]),
        .inward("handover_signature_means_is_known", "签字方式只有账号或链接。", "One signs by account or by link."),
        .form(
            "handover_is_signed_while_planned", "只能在本轮待验收时签字。",
            "Joint acceptance is signed in its running round.", remedy: "现在不是本轮共同验收：拒收后的，由街道重新办理后再签；已移交的不再签。",
            "It is not open for signing: after a refusal the street begins another round; what is handed over is signed no more.",
            by: [.constructionUnit, .utility]),
        .form(
            "handover_document_verdict_is_known", "签收结果只有：已收到、缺少、有误。",
            "A line is received, missing or wrong.", remedy: "从“已收到”“缺少”“有误”中选择。",
            "Choose received, missing or wrong.", by: [.utility]),
        .form(
            "handover_document_is_found_wanting_with_a_note", "缺少或有误须写明情况。", "Missing or wrong needs a note.",
            remedy: "写明缺什么、错在哪里。", "Say what is missing or wrong.", by: [.utility]),
        .form(
            "handover_document_receipt_has_its_person", "签收须有签收人。", "A receipt has its person.",
            remedy: "由接收单位的人员登录或打开链接后签收。",
            "Somebody of the receiving unit signs in, or opens the link, and receipts it.", by: [.utility]),
        .form(
            "handover_document_is_one_of_its_round", "这项资料本轮已经送交。",
            "This document is sent in this round already.", remedy: "不必重复送交；接收单位指出缺误后再补送。",
            "It is sent already; send it again once it is found wanting.", by: [.constructionUnit]),
        .form(
            "handover_document_is_its_own_paper", "资料须是本移交单同类的材料。",
            "A line carries a paper of its own kind and handover.", remedy: "选择与这一项资料同类的材料。",
            "Choose a paper of the document's own kind.", by: [.constructionUnit]),
        .inward("handover_document_is_sent_unticked", "新送交的资料尚未签收。", "What is newly sent is not ticked yet."),
        .form(
            "link_opens_one_handover", "这个链接只能打开它自己的移交单。", "A link opens its own handover only.",
            remedy: "用这份移交单自己的链接；没有的，请区旧改办签发。",
            "Use the link of this handover; the district office issues one.", by: [.renovationOffice]),
        .form(
            "link_is_issued_by_the_street", "移交链接由区旧改办签发，由街道或区旧改办撤销。",
            "Links are issued by the district office, and revoked by it or the street.",
            remedy: "请区旧改办签发；撤销请街道或区旧改办办理。",
            "Ask the district office to issue it; the street or the office revokes it.",
            by: [.constructionUnit, .renovationOffice]),
        .form(
            "link_expires_in_time", "链接有效期最长 92 天。", "A link holds for at most 92 days.",
            remedy: "把有效期改到 92 天以内；到期可以重新签发。", "Let it end within 92 days; another can be issued then.",
            by: [.constructionUnit]),
        .form(
            "warranty_is_counted_by_its_kind", "供热按采暖期计，其他按月计。",
            "Heating is counted by seasons, everything else by months.", remedy: "供热系统填采暖期数，其他工程填月数。",
            "Give seasons for heating, months for everything else.", by: [.constructionUnit]),
        .form(
            "warranty_has_seasons", "采暖期数应大于零。", "A warranty by seasons has some.", remedy: "填写质量保修书上的采暖期数。",
            "Give the number of heating seasons of the deed.", by: [.constructionUnit]),
        .inward(
            "warranty_ends_with_its_season", "供热保修在最后一个采暖期结束之日届满。",
            "The warranty of heating ends with its last season."),
        .form(
            "warranty_has_a_length", "保修期应大于零。", "A warranty has a length.", remedy: "填写质量保修书上的期限。",
            "Give the length that the warranty deed says.", by: [.constructionUnit]),
        .inward("warranty_minimum_is_of_its_kind", "法定期限须是本类工程的。", "The minimum is that of the kind."),
        .inward(
            "warranty_minimum_is_the_laws", "法定期限须与项目适用的政策一致。",
            "The minimum is the one of the project's policy."),
        .form(
            "warranty_is_one_of_its_kind", "这类工程已经登记保修。", "This kind of works has its warranty already.",
            remedy: "核对已登记的保修；同一类工程只登记一次。", "Look at what is recorded: one warranty for a kind of works.",
            by: [.constructionUnit]),
        .inward("warranty_ends_after_its_months", "保修到期日与期限不符。", "The end does not follow from the length."),
        .inward(
            "warranty_ends_no_sooner_than_nominal", "顺延后的到期日不能更早。",
            "The effective end is no sooner than the nominal one."),
        .inward(
            "warranty_runs_from_the_certificate", "保修自竣工验收合格之日起算。",
            "A warranty runs from the day of the certificate."),
    ]
}
