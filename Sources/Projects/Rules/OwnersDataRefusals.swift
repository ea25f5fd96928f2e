import Values

/// Guards over the form of registers and ballots, which rules and schemas refuse before them.
extension ProjectsRefusals {
    static let registerData: [RefusalWords] = [
        .form(
            "register_format_is_known", "只接受 CSV 和 xlsx 文件。", "The file is CSV or xlsx.",
            remedy: "另存为 CSV 或 xlsx 后再导入。", "Save it as CSV or xlsx, and import that.",
            by: [.community, .ownersBody]),
        .inward("register_digest_has_32_bytes", "摘要应为 SHA-256。", "The digest is a SHA-256."),
        .inward("register_state_is_known", "没有这个户册状态。", "There is no such state of a register."),
        .form(
            "register_has_somebody", "户册应有住户、业主和面积。", "A register has units, owners and an area.",
            remedy: "核对文件里有住户、业主和面积各列。", "See that the file has homes, owners and areas.",
            by: [.community, .ownersBody]),
        .form(
            "register_has_no_more_persons_than_households", "业主人数不会多于户数。",
            "There are no more owners than units.", remedy: "核对业主人数和户数；同一业主多套房的按一人计。",
            "Check both numbers: one owner of several homes is one person.", by: [.community, .ownersBody]),
        .form(
            "register_is_confirmed_by_somebody", "确认的户册须有确认人。",
            "A confirmed register names who confirmed it.", remedy: "由确认人登录后确认。",
            "Whoever confirms it signs in.", by: [.community, .ownersBody]),
        .form(
            "project_has_one_standing_register", "一个项目同时只有一份有效户册。", "One register stands at a time.",
            remedy: "刷新后查看现行户册；需要替换的，导入新户册并确认。",
            "Read the register again; to replace it, import another and confirm it.",
            by: [.community, .ownersBody]),
        .form(
            "register_file_is_of_a_fair_size", "户册文件不超过 6 MB。", "The file has up to 6 MB.",
            remedy: "删去图片和无关的表，把文件减到 6 MB 以内。", "Leave pictures and other sheets out: 6 MB at most.",
            by: [.community, .ownersBody]),
        .form(
            "project_has_one_developer_in_its_register", "建设单位未售部分合计为一人。",
            "What the developer has not sold counts as one.", remedy: "把建设单位未售部分合为一名业主。",
            "Make the developer's unsold homes one owner.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "register_owner_has_a_name", "业主须有姓名或名称。", "An owner has a name.", remedy: "补填业主的姓名或名称。",
            "Give the owner's name.", by: [.community, .ownersBody]),
        .form(
            "register_door_is_written_once", "同一户在户册里有两种写法（如“101”和“101室”）。",
            "One home is in the register twice, its door written in two ways, such as 101 and 101室.",
            remedy: "统一写法，每户只留一行，重新导入。",
            "Write each door in one way, one row for each home, and import again."),
        .form(
            "register_unit_has_a_room", "住户须有室号。", "A unit has a room.", remedy: "补填室号。", "Give the room.",
            by: [.community, .ownersBody]),
        .form(
            "register_unit_has_an_area", "住户面积应大于零。", "A unit's area is more than zero.",
            remedy: "填写大于零的建筑面积。", "Give an area above nothing.", by: [.community, .ownersBody]),
        .form(
            "register_area_source_is_known", "面积来源只有登记、实测、合同。",
            "The source is registered, surveyed or contract.", remedy: "从登记、实测、合同中选择面积来源。",
            "Choose the title, a survey or the contract as source of areas.", by: [.community, .ownersBody]),
        .form(
            "register_room_is_one", "同一户在户册中只有一条。", "A unit stands once in the register.",
            remedy: "合并重复的户，或改正室号。", "Join the rows of one home, or correct the room.",
            by: [.community, .ownersBody]),
        .form(
            "register_is_checked_before_it_stands", "户册先比对，再确认。",
            "A register is compared first, then confirmed.", remedy: "先看比对结果，再确认。",
            "Look at the comparison, then confirm.", by: [.community, .ownersBody]),
        .form(
            "register_is_replaced_not_removed", "户册只能由新的户册替代。", "A register gives way to another one only.",
            remedy: "导入新的户册并确认，原户册随之停用。", "Import another register and confirm it: the first ends with that.",
            by: [.community, .ownersBody]),
        .inward("register_totals_are_of_its_units", "户册合计与住户不一致。", "The totals are not those of the units."),
        .form(
            "register_changes_by_a_confirmed_import", "户册只随确认的导入变动。",
            "Units come and go with a confirmed import.", remedy: "导入新的户册文件，比对后确认。",
            "Import a register, compare it, and confirm it.", by: [.community, .ownersBody]),
        .form(
            "register_owner_is_of_the_project", "业主属于另一个项目的户册。",
            "The owner is of another project's register.", remedy: "从本项目的户册中选择业主。",
            "Choose an owner of this project's register.", by: [.community, .ownersBody]),
        .inward("register_file_comes_with_its_import", "户册文件随这次比对一起登记。", "A file comes with its own import."),
        .inward("register_owner_comes_with_its_name", "业主姓名随业主一起登记。", "A name comes with its own owner."),
    ]

    static let ballotData: [RefusalWords] = [
        .form(
            "ballot_organiser_is_known", "没有这种组织者。", "There is no such organiser.",
            remedy: "从业委会、社区、街道中选择组织者。", "Choose the owners' body, the community or the street.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_plan_digest_has_32_bytes", "方案摘要应为 SHA-256。", "The plan's digest is a SHA-256.",
            remedy: "上传方案原件，摘要由系统计算。", "Upload the plan: the digest is the system's.",
            by: [.community, .ownersBody, .constructionUnit]),
        .inward("ballot_state_is_known", "没有这个表决状态。", "There is no such state of a ballot."),
        .form(
            "ballot_plan_was_published_before_it_opens", "方案应在表决开始以前公布。",
            "The plan is published before the ballot opens.", remedy: "把表决开始日推到方案公布之后，或先公布方案。",
            "Let the ballot open after the plan is published.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_called_off_gives_its_reason", "取消表决须写明理由。", "A ballot is called off with a reason.",
            remedy: "写明取消表决的理由。", "Say why the ballot is called off.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_question_is_numbered", "表决事项从 1 编号，至多 20 项。",
            "Questions are numbered from one, up to 20.", remedy: "事项从 1 依次编号，至多 20 项；更多的另行表决。",
            "Number the questions from 1 to 20 at most; put more to another ballot.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_purpose_is_known", "没有这种表决目的。", "There is no such purpose.", remedy: "从所列目的中选择。",
            "Choose a purpose of the list.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_matter_has_a_class", "事项类别只有特别、一般。", "A matter is special or general.",
            remedy: "选择“特别”或“一般”。", "Choose special or general.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_matter_class_gives_its_reason", "事项类别须写明理由。", "The matter is given with its reason.",
            remedy: "写明为什么是特别事项或一般事项。", "Say why the matter is special or general.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_step_is_allowed", "已结束的表决不再变动。", "An ended ballot stays as it is.",
            remedy: "已结束的表决不再变动；需要再表决的，另行组织。", "What has ended stays; for another vote hold another ballot.",
            by: [.community, .ownersBody, .constructionUnit]),
        .inward(
            "ballot_is_held_by_its_projects_rules", "表决按项目的政策版本进行。",
            "A ballot goes by its project's edition."),
        .form(
            "ballot_follows_one_of_its_project", "接续的应是本项目已结束的表决。",
            "It follows an ended ballot of the same project.", remedy: "选择本项目已结束的一次表决。",
            "Choose a ballot of the project that has ended.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_closes_by_its_count", "表决由第一次计票关闭。", "A ballot is closed by its first count.",
            remedy: "截止后登记计票，表决随之结束。", "Record the count after its last day: that closes it.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_asks_its_questions", "表决至少有一个事项，依次编号。", "A ballot has questions, numbered from one.",
            remedy: "至少写一个表决事项，从 1 依次编号。", "Ask at least one question, numbered from 1.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_questions_come_with_it", "事项随表决一起登记。", "A ballot opens with all of its questions.",
            remedy: "把全部事项随表决一起提交；漏掉的，取消后重新组织。",
            "Send all questions with the ballot; for one forgotten call it off and begin anew.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_answers_are_known", "意见只有同意、不同意、弃权。", "An answer is yes, no or abstain.",
            remedy: "从同意、不同意、弃权中选择。", "Choose for, against or abstaining.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_channel_is_known", "表决方式只有纸质、电子。", "A slip is on paper or electronic.",
            remedy: "选择“纸质”或“电子”。", "Choose paper or electronic.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_proxy_digest_has_32_bytes", "委托书摘要应为 SHA-256。", "The authority's digest is a SHA-256.",
            remedy: "上传委托书，摘要由系统计算。", "Upload the authority: the digest is the system's.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_scan_digest_has_32_bytes", "扫描件摘要应为 SHA-256。", "The scan's digest is a SHA-256.",
            remedy: "上传扫描件，摘要由系统计算。", "Upload the scan: the digest is the system's.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_withdrawal_kind_is_known", "只有业主撤回和录入作废。", "A slip is withdrawn by its owner or voided.",
            remedy: "选择“业主撤回”或“录入作废”。", "Choose withdrawn by the owner, or entered by mistake.",
            by: [.community, .ownersBody, .constructionUnit]),
        // Whoever enters it a second time holds it against the paper.
        RefusalWords(
            "slip_on_paper_has_its_scan", Words("纸质表决票须有扫描件。", "A paper slip has its scan."),
            remedy: Words("上传纸质表决票的扫描件。", "Upload the scan of the slip."),
            liftedBy: [.community, .ownersBody, .constructionUnit], key: "ballot.recheck.share"),
        .form(
            "slip_scan_is_stored", "表决票的扫描件（电子表决的，为其记录）没有随票上传。",
            "The slip's scan, or the record of an electronic vote, is not kept.",
            remedy: "随票上传扫描件；电子表决的，上传表决平台导出的本户记录。",
            "Send the scan with the slip; of an electronic vote, the unit's record from the platform.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_scan_is_a_document", "扫描件无法阅读：应为图片、PDF 或有内容的文字记录。",
            "The scan cannot be read: a picture, a PDF, or a text record that says something.",
            remedy: "重新扫描后上传。", "Scan it again and send that.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_scan_is_of_one_unit", "这份扫描件已经是另一户的表决票。", "This scan is another unit's slip already.",
            remedy: "一户一票，各传各的扫描件；传错的，先作废那张票。",
            "One slip for one unit, each with its own scan; void the slip that was entered with the wrong one.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_by_proxy_has_its_authority", "委托投票须有书面委托。", "A proxy has a written authority.",
            remedy: "登记受托人和书面委托书。", "Record the proxy and the written authority.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_withdrawal_is_whole", "撤回须有日期、种类和理由。", "A withdrawal has its day, kind and reason.",
            remedy: "填写撤回的日期、种类和理由。", "Give the day, the kind and the reason.",
            by: [.community, .ownersBody, .constructionUnit]
        ).under("consent.regime"),
        .form(
            "slip_withdrawal_stays", "撤回以后不能恢复。", "A slip is withdrawn once and for all.",
            remedy: "业主改变主意的，截止前另投一票。",
            "Where the owner changes his mind, he casts another slip before the last day.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "recheck_answers_are_known", "意见只有同意、不同意、弃权。", "An answer is yes, no or abstain.",
            remedy: "从同意、不同意、弃权中选择。", "Choose for, against or abstaining.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_is_rechecked_once", "这份表决票已经复录。", "This slip is rechecked already.",
            remedy: "不必再复录；两次不一致的，请第三人核对原票后更正。",
            "It is checked already; where the two differ, a third person looks at the slip.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "slip_is_rechecked_before_the_count", "复录在计票以前进行。", "Slips are rechecked before the count.",
            remedy: "计票以后的差错，通过复核计票更正。", "After the count a mistake is corrected by a recount.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "recount_gives_its_reason", "复核计票须写明理由。", "A recount gives its reason.", remedy: "写明复核计票的理由。",
            "Say why it is counted again.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "ballot_count_is_numbered", "计票次序重复。", "Two counts have one number.",
            remedy: "另一次计票刚刚登记：刷新后查看，需要时申请复核。",
            "A count was recorded a moment ago: read it again, and recount where needed.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "correction_answers_are_known", "意见只有同意、不同意、弃权。", "An answer is yes, no or abstain.",
            remedy: "从同意、不同意、弃权中选择。", "Choose for, against or abstaining.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "correction_gives_its_reason", "更正须写明理由。", "A correction gives its reason.", remedy: "写明更正的理由。",
            "Say why it is corrected.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "correction_comes_with_its_recount", "更正随复核计票一起作出，且只更正本次表决的票。",
            "A recount corrects slips of its own ballot.", remedy: "在复核计票时一并更正本次表决的票。",
            "Correct slips of this ballot together with its recount.",
            by: [.community, .ownersBody, .constructionUnit]),
        .inward("ballot_verdict_is_known", "结论只有通过、未通过。", "A verdict is pass or fail."),
        .inward("ballot_result_comes_with_its_count", "结果随计票一起登记。", "Results come with their count."),
        .inward(
            "ballot_result_names_its_determination", "结果须依据本次计票的认定。",
            "A result rests on a determination found with it."),
        .inward("ballot_result_is_its_tally", "结果与表决票不一致。", "The figures are not those of the slips."),
        .inward(
            "ballot_verdict_follows_its_rules", "结论与截止日的规则不一致。", "The verdict is not what the rules say."),
        .form(
            "ballot_count_answers_every_question", "计票须对每个事项给出结果。", "A count has a result for each question.",
            remedy: "对每个事项分别登记结果。", "Give a result for each question.",
            by: [.community, .ownersBody, .constructionUnit]),
    ]

    static let consultationData: [RefusalWords] = [
        .form(
            "consultation_round_is_numbered", "轮次从 1 编号。", "Rounds are numbered from one.",
            remedy: "轮次从 1 依次编号。", "Number the rounds from 1.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "consultation_direction_is_known", "只有征集和反馈。", "A step collects or feeds back.",
            remedy: "选择“征集”或“反馈”。", "Choose asking or telling back.",
            by: [.community, .ownersBody, .constructionUnit]),
        .inward(
            "consultation_attempt_is_numbered", "更正次数从 1 编号。", "Records of a step are numbered from one."),
        .form(
            "consultation_kind_is_known", "没有这种征求方式。", "There is no such kind.", remedy: "从入户、座谈、问卷等所列方式中选择。",
            "Choose a way of the list.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "consultation_digest_has_32_bytes", "摘要应为 SHA-256。", "The digest is a SHA-256.",
            remedy: "上传记录原件，摘要由系统计算。", "Upload the record: the digest is the system's.",
            by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "consultation_attendance_is_counted", "到会人数应大于零。", "Attendance is more than zero.",
            remedy: "填写实际到会的人数。", "Give how many came.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "consultation_correction_gives_its_reason", "更正须写明理由。", "A correction gives its reason.",
            remedy: "写明更正的理由。", "Say why it is corrected.", by: [.community, .ownersBody, .constructionUnit]),
        .form(
            "consultation_step_is_one", "这一步已经登记；更正须接在后面。", "This step is recorded: a correction follows it.",
            remedy: "这一步已登记：需要改的，作为更正登记并写明理由。",
            "It is recorded: to change it, record a correction with its reason.",
            by: [.community, .ownersBody, .constructionUnit]),
    ]
}
