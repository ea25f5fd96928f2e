package import Values

extension WorksRefusals {
    package static let inspectionLotWaitsForTheLotsBefore = RefusalWords(
        "inspection_lot_waits_for_the_lots_before",
        Words("前道检验批还没有验收合格，不能报验下一道。", "A lot before this one is not passed: the next is not called for."),
        remedy: Words("先把所列检验批验收合格。", "Have the lots named pass first."),
        liftedBy: [.contractor, .supervisor], key: "inspection.next_step_needs_signature")
    package static let hiddenLotWaitsForItsNotice = RefusalWords(
        "hidden_lot_waits_for_its_notice",
        Words(
            "隐蔽工程没有事先通知建设单位和质监站，不能验收合格，也不能隐蔽。",
            "The construction unit and the quality station were not told of the covering: hidden works do not pass."
        ),
        remedy: Words("施工单位先登记隐蔽前通知。", "The contractor records its notice of the covering first."),
        liftedBy: [.contractor], key: "inspection.hidden_works_notice")
    package static let coveringNoticeIsOfItsLot = RefusalWords(
        "covering_notice_is_of_its_lot",
        Words("隐蔽前通知只针对本项目的隐蔽工程检验批。", "Notice of a covering is of hidden works of the project."),
        remedy: Words("选择划分为隐蔽工程的检验批。", "Choose a lot that was planned as hidden works."),
        liftedBy: [.contractor], key: "inspection.hidden_works_notice")
    package static let coveringNoticeReachesTheConstructionUnit = RefusalWords(
        "covering_notice_reaches_the_construction_unit",
        Words("隐蔽前通知要发给本项目的建设单位。", "Notice of a covering goes to the project's construction unit."),
        remedy: Words("通知本项目的建设单位。", "Tell the construction unit of the project."),
        liftedBy: [.contractor], key: "inspection.hidden_works_notice")
    package static let coveringNoticeIsOfTheRound = RefusalWords(
        "covering_notice_is_of_the_round_that_stands",
        Words(
            "这一轮验收已有结论，不能再补隐蔽前通知。", "This round of the lot is judged: its notice cannot be given any more."),
        remedy: Words("不合格的开始整改后，为下一轮重新通知。", "After rectification begins, give notice for the next round."),
        liftedBy: [.contractor], key: "inspection.hidden_works_notice")
    package static let coveringNoticeIsOneARound = RefusalWords(
        "covering_notice_is_one_a_round",
        Words("这一轮的隐蔽前通知已经登记。", "Notice of this round is recorded already."),
        remedy: Words("无需重复登记。", "Nothing more is needed."), liftedBy: [.contractor, .epcContractor],
        key: "inspection.hidden_works_notice")
    package static let coveringNoticeIsEarlyEnough = RefusalWords(
        "covering_notice_is_early_enough",
        Words("通知离隐蔽的时间太近。", "The notice is too close to the covering."),
        remedy: Words("推迟隐蔽时间后重新通知。", "Put the covering off, then give notice again."),
        liftedBy: [.contractor], key: "inspection.notice_hours")
    package static let inspectionLotPredecessorIsPlannedBefore = RefusalWords(
        "inspection_lot_predecessor_is_planned_before",
        Words(
            "前道检验批要已经划分，并在划分后道检验批时写明。",
            "The lots before a lot stand already, and are named when it is planned."),
        remedy: Words("先划分前道检验批。", "Plan the lots before it first."),
        liftedBy: [.contractor], key: "inspection.next_step_needs_signature")
    package static let inspectionLotPredecessorIsOfItsContract = RefusalWords(
        "inspection_lot_predecessor_is_of_its_contract",
        Words("前道检验批要属于同一合同。", "A lot waits for lots of its own contract."),
        remedy: Words("选择同一合同的检验批。", "Choose lots of the same contract."),
        liftedBy: [.contractor], key: "inspection.next_step_needs_signature")

    static let lots: [RefusalWords] = [
        inspectionLotWaitsForTheLotsBefore, hiddenLotWaitsForItsNotice, coveringNoticeIsOfItsLot,
        coveringNoticeReachesTheConstructionUnit, coveringNoticeIsOfTheRound, coveringNoticeIsOneARound,
        coveringNoticeIsEarlyEnough, inspectionLotPredecessorIsPlannedBefore,
        inspectionLotPredecessorIsOfItsContract,
    ]
}
