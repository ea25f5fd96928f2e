import Values

extension JointAcceptanceRefusals {
    /// Guards over the form of data, which rules and schemas refuse before them.
    static let data: [RefusalWords] = [
        .form(
            "acceptance_answer_is_known", "只能答“具备”或“不适用”。", "An answer is present or not applicable.",
            remedy: "从“具备”“不适用”中选择。", "Choose present or not applicable.", by: [.constructionUnit]),
        .form(
            "acceptance_answer_names_its_evidence", "须写明文件名称文号，或不适用的理由。", "Name the paper, or the reason.",
            remedy: "填写证明文件的名称和文号；不适用的写明理由。", "Name the paper that shows it, or say why it does not apply.",
            by: [.constructionUnit]),
        .inward("acceptance_round_number_is_positive", "轮次从一开始。", "Rounds begin at one."),
        .form(
            "acceptance_round_number_is_one", "这一轮已经存在。", "This round exists.", remedy: "刷新后查看已通知的这一轮。",
            "Read the list again: the round is called already.", by: [.constructionUnit]),
        .form(
            "acceptance_round_has_a_place", "须写明验收地点。", "A round has a place.", remedy: "填写验收地点。",
            "Give the place.", by: [.constructionUnit]),
        .form(
            "acceptance_notice_has_a_number", "须写明通知文号。", "A notice has its number.", remedy: "填写验收通知的文号。",
            "Give the number of the notice.", by: [.constructionUnit]),
        .inward(
            "acceptance_notice_is_counted_by_its_key", "通知期限须按政策条目计算。",
            "Notice is counted by its policy key."),
        .inward("acceptance_round_state_is_known", "没有这种轮次状态。", "Unknown state of a round."),
        .form(
            "acceptance_round_end_is_explained", "结束一轮须有日期和原因。", "A round's end has its day and reason.",
            remedy: "写明结束本轮的原因；日期由系统登记。", "Say why the round ends; the day is the system's.",
            by: [.constructionUnit]),
        .form(
            "acceptance_round_is_one_at_a_time", "同时只能有一轮验收。", "One round at a time.",
            remedy: "先办结或取消正在进行的一轮。", "End the open round, or call it off, first.", by: [.constructionUnit]),
        .inward(
            "acceptance_round_begins_when_called", "验收从通知开始，按项目的政策版本和建设模式进行。",
            "A round begins when called, under its project's edition and mode."),
        .form(
            "acceptance_round_stays_as_called", "通知内容不能修改；需要改期的，取消后另行通知。",
            "A notice is not changed: call it off and call another.", remedy: "取消本轮，按新的日期、地点另行通知。",
            "Call the round off, and give notice of another.", by: [.constructionUnit]),
        .form(
            "delegation_names_who_granted_it", "委托书须写明委托人。", "A letter names who granted it.",
            remedy: "填写委托人，应为该单位的负责人。", "Name who granted it: the head of the unit.", by: [.constructionUnit]),
        .form(
            "delegation_names_its_letter", "须写明委托书名称文号。", "A letter has its title and number.",
            remedy: "填写委托书的名称和文号。", "Name the letter.", by: [.constructionUnit]),
        .form(
            "delegation_digest_has_32_bytes", "委托书摘要不是 SHA-256。", "The letter's digest is no SHA-256.",
            remedy: "填写委托书原件的 SHA-256（64 位十六进制），或留空。",
            "Give the letter's SHA-256 as 64 hexadecimal digits, or nothing.", by: [.constructionUnit]),
        .form(
            "delegation_ends_after_it_begins", "委托期限的止日早于起日。", "A letter ends after it begins.",
            remedy: "按委托书填写起止日期，止日在起日当天或以后。", "Give the letter's days: its last on or after its first.",
            by: [.constructionUnit]),
        .form(
            "delegation_is_one_of_its_sitting", "这次入席已有委托书。", "This sitting has its letter.",
            remedy: "核对已登记的委托书；换人的，重新安排入席。",
            "Look at the letter recorded; for another person fill the seat anew.", by: [.constructionUnit]),
        .form(
            "delegation_is_of_a_sitting", "委托书须对应入席人员。", "A letter belongs to a sitting.",
            remedy: "先安排受托人入席，再登记委托书。", "Seat the person first, then record the letter.",
            by: [.constructionUnit]),
        .form(
            "delegation_names_the_seated_person", "委托书写的不是入席的人。", "The letter names another person.",
            remedy: "让委托书上的人入席，或换一份写明入席人的委托书。",
            "Seat the person of the letter, or bring a letter for the one seated.", by: [.constructionUnit]),
        .form(
            "delegation_comes_before_the_opinion", "签署之后不能补委托书。", "The letter comes before what is signed.",
            remedy: "先登记委托书，再由受托人签署；已经签署的，封存新版案卷后重签。",
            "Record the letter before its bearer signs; after that freeze another dossier and sign anew.",
            by: [.constructionUnit]),
        .form(
            "acceptance_dispute_is_described", "须写明分歧内容。", "A dispute is described.",
            remedy: "写明哪些席位、对什么问题意见不一致。", "Say which seats disagree, and about what.",
            by: [.constructionUnit]),
        .form(
            "acceptance_dispute_ends_by_a_settlement", "分歧须以协调结果结束。", "A dispute ends by a settlement.",
            remedy: "登记协调结果，再重新组织验收。", "Record how the dispute was settled, then call another round.",
            by: [.constructionUnit]),
        .form(
            "acceptance_dispute_is_run_again", "有分歧的一轮只能结束后重新组织验收。",
            "A disputed round ends and is run again.", remedy: "登记协调结果结束本轮，再通知下一轮。",
            "End the round by its settlement, then call the next.", by: [.constructionUnit]),
        .inward("acceptance_seat_is_one_of_its_kind", "席位重复。", "The seat exists already."),
        .inward("acceptance_seat_is_one_of_its_unit", "这家单位已有这个席位。", "The unit has this seat already."),
        .inward(
            "acceptance_dossier_says_when_it_was_frozen", "案卷须写明封存时间。", "A dossier says when it was frozen."),
        .inward("acceptance_sitting_number_is_positive", "入席次序从一开始。", "Sittings begin at one."),
        .inward("acceptance_dossier_number_is_positive", "案卷版本从一开始。", "Versions begin at one."),
        .form(
            "acceptance_dossier_number_is_one", "案卷版本须依次编号。", "Versions of a dossier are numbered in order.",
            remedy: "另一份案卷刚刚封存：刷新后查看，需要时再封存。",
            "Another was frozen a moment ago: read the round again, then freeze if it is needed.",
            by: [.constructionUnit]),
        .form(
            "acceptance_dossier_is_of_a_fair_size", "案卷清单过大。", "The manifest is too large.",
            remedy: "减少随案卷的材料份数，把同类材料合成一份。", "Take fewer papers into the dossier: join those of one kind.",
            by: [.constructionUnit]),
        .inward("acceptance_dossier_is_its_digest", "案卷与摘要不符。", "The dossier is not what its digest says."),
        .inward("acceptance_opinion_is_of_its_day", "意见日期应为收到当日。", "An opinion is of the day it came in."),
        .form(
            "acceptance_opinion_is_known", "没有这种意见。", "Unknown opinion.", remedy: "从合格、合格有遗留问题、不合格、回避中选择。",
            "Choose pass, pass with items, fail, or step aside.",
            by: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer]),
        .form(
            "acceptance_sign_kind_is_known", "没有这种签署方式。", "Unknown kind of signature.",
            remedy: "用本人密钥签署；席位允许的，也可由平台见证签署。",
            "Sign with a key of one's own, or where the seat allows it, as the site attests.",
            by: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer]),
        .form(
            "acceptance_items_are_listed", "“合格，有遗留问题”须列出问题，其他意见不列。",
            "Items go with pass_with_items, and only there.", remedy: "选“合格，有遗留问题”的逐条列出问题；选其他意见的不列。",
            "List the items with “pass with items”, and none with any other opinion.",
            by: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer]),
        .form(
            "acceptance_fail_says_why", "不合格或回避须写明原因。", "A fail or a recusal says why.",
            remedy: "写明不合格的内容或回避的原因。", "Say what does not pass, or why one steps aside.",
            by: [.constructionUnit, .contractor, .epcContractor, .supervisor, .designer]),
        .form(
            "acceptance_signature_has_its_bytes", "密钥签署须附签名和密钥。", "A signature has its bytes and its key.",
            remedy: "用命令行工具签署后提交，签名和密钥会一并送出。",
            "Sign with the program yanshou: it sends signature and key together.",
            by: [.constructionUnit, .contractor, .epcContractor, .supervisor]),
        .inward(
            "acceptance_certificate_is_its_digest", "证书与摘要不符。",
            "The certificate is not what its digest says."),
        .form(
            "acceptance_certificate_is_one", "本项目已有验收证书。", "The project has its certificate.",
            remedy: "直接查看已出具的验收证书。", "Look at the certificate there is.", by: [.constructionUnit]),
    ]
}
