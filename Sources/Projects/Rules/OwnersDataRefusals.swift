import Values

/// Guards over the form of registers and ballots, which rules and schemas refuse before them.
extension ProjectsRefusals {
    static let registerData: [RefusalWords] = [
        plain("register_format_is_known", "只接受 CSV 和 xlsx 文件。", "The file is CSV or xlsx."),
        plain("register_digest_has_32_bytes", "摘要应为 SHA-256。", "The digest is a SHA-256."),
        plain("register_state_is_known", "没有这个户册状态。", "There is no such state of a register."),
        plain("register_has_somebody", "户册应有住户、业主和面积。", "A register has units, owners and an area."),
        plain(
            "register_has_no_more_persons_than_households", "业主人数不会多于户数。",
            "There are no more owners than units."),
        plain(
            "register_is_confirmed_by_somebody", "确认的户册须有确认人。", "A confirmed register names who confirmed it."
        ),
        plain("project_has_one_standing_register", "一个项目同时只有一份有效户册。", "One register stands at a time."),
        plain("register_file_is_of_a_fair_size", "户册文件不超过 6 MB。", "The file has up to 6 MB."),
        plain(
            "project_has_one_developer_in_its_register", "建设单位未售部分合计为一人。",
            "What the developer has not sold counts as one."),
        plain("register_owner_has_a_name", "业主须有姓名或名称。", "An owner has a name."),
        plain("register_unit_has_a_room", "住户须有室号。", "A unit has a room."),
        plain("register_unit_has_an_area", "住户面积应大于零。", "A unit's area is more than zero."),
        plain(
            "register_area_source_is_known", "面积来源只有登记、实测、合同。",
            "The source is registered, surveyed or contract."),
        plain("register_room_is_one", "同一户在户册中只有一条。", "A unit stands once in the register."),
        plain(
            "register_is_checked_before_it_stands", "户册先比对，再确认。",
            "A register is compared first, then confirmed."),
        plain(
            "register_is_replaced_not_removed", "户册只能由新的户册替代。", "A register gives way to another one only."),
        plain("register_totals_are_of_its_units", "户册合计与住户不一致。", "The totals are not those of the units."),
        plain(
            "register_changes_by_a_confirmed_import", "户册只随确认的导入变动。",
            "Units come and go with a confirmed import."),
        plain(
            "register_owner_is_of_the_project", "业主属于另一个项目的户册。", "The owner is of another project's register."
        ),
        plain(
            "register_file_comes_with_its_import", "户册文件随这次比对一起登记。", "A file comes with its own import."),
        plain(
            "register_owner_comes_with_its_name", "业主姓名随业主一起登记。", "A name comes with its own owner."),
    ]

    static let ballotData: [RefusalWords] = [
        plain("ballot_organiser_is_known", "没有这种组织者。", "There is no such organiser."),
        plain("ballot_plan_digest_has_32_bytes", "方案摘要应为 SHA-256。", "The plan's digest is a SHA-256."),
        plain("ballot_state_is_known", "没有这个表决状态。", "There is no such state of a ballot."),
        plain(
            "ballot_plan_was_published_before_it_opens", "方案应在表决开始以前公布。",
            "The plan is published before the ballot opens."),
        plain("ballot_called_off_gives_its_reason", "取消表决须写明理由。", "A ballot is called off with a reason."),
        plain(
            "ballot_question_is_numbered", "表决事项从 1 编号，至多 20 项。", "Questions are numbered from one, up to 20."
        ),
        plain("ballot_purpose_is_known", "没有这种表决目的。", "There is no such purpose."),
        plain("ballot_matter_has_a_class", "事项类别只有特别、一般。", "A matter is special or general."),
        plain("ballot_matter_class_gives_its_reason", "事项类别须写明理由。", "The matter is given with its reason."),
        plain("ballot_step_is_allowed", "已结束的表决不再变动。", "An ended ballot stays as it is."),
        plain(
            "ballot_is_held_by_its_projects_rules", "表决按项目的政策版本进行。", "A ballot goes by its project's edition."
        ),
        plain(
            "ballot_follows_one_of_its_project", "接续的应是本项目已结束的表决。",
            "It follows an ended ballot of the same project."),
        plain("ballot_closes_by_its_count", "表决由第一次计票关闭。", "A ballot is closed by its first count."),
        plain("ballot_asks_its_questions", "表决至少有一个事项，依次编号。", "A ballot has questions, numbered from one."),
        plain("ballot_questions_come_with_it", "事项随表决一起登记。", "A ballot opens with all of its questions."),
        plain("slip_answers_are_known", "意见只有同意、不同意、弃权。", "An answer is yes, no or abstain."),
        plain("slip_channel_is_known", "表决方式只有纸质、电子。", "A slip is on paper or electronic."),
        plain("slip_proxy_digest_has_32_bytes", "委托书摘要应为 SHA-256。", "The authority's digest is a SHA-256."),
        plain("slip_scan_digest_has_32_bytes", "扫描件摘要应为 SHA-256。", "The scan's digest is a SHA-256."),
        plain("slip_withdrawal_kind_is_known", "只有业主撤回和录入作废。", "A slip is withdrawn by its owner or voided."),
        plain("slip_on_paper_has_its_scan", "纸质表决票须有扫描件。", "A paper slip has its scan."),
        plain("slip_by_proxy_has_its_authority", "委托投票须有书面委托。", "A proxy has a written authority."),
        plain("slip_withdrawal_is_whole", "撤回须有日期、种类和理由。", "A withdrawal has its day, kind and reason."),
        plain("slip_withdrawal_stays", "撤回以后不能恢复。", "A slip is withdrawn once and for all."),
        plain("recheck_answers_are_known", "意见只有同意、不同意、弃权。", "An answer is yes, no or abstain."),
        plain("slip_is_rechecked_once", "这份表决票已经复录。", "This slip is rechecked already."),
        plain("slip_is_rechecked_before_the_count", "复录在计票以前进行。", "Slips are rechecked before the count."),
        plain("recount_gives_its_reason", "复核计票须写明理由。", "A recount gives its reason."),
        plain("ballot_count_is_numbered", "计票次序重复。", "Two counts have one number."),
        plain("correction_answers_are_known", "意见只有同意、不同意、弃权。", "An answer is yes, no or abstain."),
        plain("correction_gives_its_reason", "更正须写明理由。", "A correction gives its reason."),
        plain(
            "correction_comes_with_its_recount", "更正随复核计票一起作出，且只更正本次表决的票。",
            "A recount corrects slips of its own ballot."),
        plain("ballot_verdict_is_known", "结论只有通过、未通过。", "A verdict is pass or fail."),
        plain("ballot_result_comes_with_its_count", "结果随计票一起登记。", "Results come with their count."),
        plain(
            "ballot_result_names_its_determination", "结果须依据本次计票的认定。",
            "A result rests on a determination found with it."),
        plain("ballot_result_is_its_tally", "结果与表决票不一致。", "The figures are not those of the slips."),
        plain("ballot_verdict_follows_its_rules", "结论与截止日的规则不一致。", "The verdict is not what the rules say."),
        plain(
            "ballot_count_answers_every_question", "计票须对每个事项给出结果。", "A count has a result for each question."),
    ]

    static let consultationData: [RefusalWords] = [
        plain("consultation_round_is_numbered", "轮次从 1 编号。", "Rounds are numbered from one."),
        plain("consultation_direction_is_known", "只有征集和反馈。", "A step collects or feeds back."),
        plain("consultation_attempt_is_numbered", "更正次数从 1 编号。", "Records of a step are numbered from one."),
        plain("consultation_kind_is_known", "没有这种征求方式。", "There is no such kind."),
        plain("consultation_digest_has_32_bytes", "摘要应为 SHA-256。", "The digest is a SHA-256."),
        plain("consultation_attendance_is_counted", "到会人数应大于零。", "Attendance is more than zero."),
        plain("consultation_correction_gives_its_reason", "更正须写明理由。", "A correction gives its reason."),
        plain(
            "consultation_step_is_one", "这一步已经登记；更正须接在后面。", "This step is recorded: a correction follows it."),
    ]

    private static func plain(_ code: String, _ zh: String, _ en: String) -> RefusalWords {
        RefusalWords(code, Words(zh, en), remedy: Words("改正后重新提交。", "Correct it and send it again."))
    }
}
