package import Values

/// Refusals about ends of contracts before their works (合同解除).
extension DeliveryRefusals {
    package static let contractIsTerminatedOnce = RefusalWords(
        "contract_is_terminated_once",
        Words("这份合同已经解除。", "This contract has ended already."),
        remedy: Words("不必重复办理；剩余部分按同一标段重新签约。", "There is nothing to do; the rest is signed anew."),
        liftedBy: [.constructionUnit])
    package static let contractTerminationSaysWhy = RefusalWords(
        "contract_termination_says_why",
        Words("须写明为什么确认合同解除。", "Say why the end is confirmed."),
        remedy: Words("写明确认的理由。", "Give the reason."),
        liftedBy: [.constructionUnit, .contractor, .renovationOffice])
    package static let terminationProposalSaysWhy = RefusalWords(
        "termination_proposal_says_why",
        Words("须写明为什么解除合同。", "Say why the contract is to end."),
        remedy: Words("写明解除原因。", "Give the reason."), liftedBy: [.constructionUnit, .contractor])
    package static let terminationSideIsKnown = RefusalWords(
        "termination_side_is_known",
        Words("解除合同由发包人或者承包人一方提出。", "The end is proposed for the owner or for the contractor."),
        remedy: Words("由合同的一方提出。", "Let a party of the contract propose it."),
        liftedBy: [.constructionUnit, .contractor])
    package static let terminationProposalIsOfItsContract = RefusalWords(
        "termination_proposal_is_of_its_contract",
        Words("提出的解除不是这份合同的。", "The proposal is of another contract."),
        remedy: Words("核对合同。", "Check which contract it is."), liftedBy: [.constructionUnit])
    package static let terminationIsProposedByAParty = RefusalWords(
        "termination_is_proposed_by_a_party",
        Words(
            "解除合同由合同的一方以自己的名义当天提出：建设单位（代建单位），或者承包人。",
            "The end of a contract is proposed by one of its parties, today and in its own name."),
        remedy: Words("由建设单位、代建单位或者承包人提出。", "Let a party propose it."),
        liftedBy: [.constructionUnit, .agentConstruction, .contractor],
        key: "delivery.contract_end_confirmed_by")
    package static let contractEndIsTwoUnitsWord = RefusalWords(
        "contract_end_is_two_units_word",
        Words(
            "合同解除须两家单位都认可：提出的一方不能自己确认。",
            "A contract ends by the words of two units: who proposes its end does not confirm it."),
        remedy: Words(
            "由合同的另一方确认；对方不确认的，请区旧改办认定解除已经生效。",
            "Let the other party confirm it; where it does not, the renovation office says that the end is effective."
        ),
        liftedBy: [.constructionUnit, .contractor, .renovationOffice],
        key: "delivery.contract_end_confirmed_by")
    package static let contractEndsAsWasLastProposed = RefusalWords(
        "contract_ends_as_was_last_proposed",
        Words(
            "没有这样的解除提议，或者之后另有提议。", "The contract ends on the day and by the paper that were proposed last."),
        remedy: Words("查看最近一次提议，按它确认。", "Look at the last proposal and confirm that."),
        liftedBy: [.constructionUnit, .contractor, .renovationOffice])
    package static let finishedContractIsNotEnded = RefusalWords(
        "finished_contract_is_not_ended",
        Words(
            "这份合同的工程已经报告完工，或者项目已进入验收，合同不再解除：做过的工程由承包人到场验收、提交材料并保修。",
            "The works of this contract are reported complete, or the project is being accepted: it does not end any more."
        ),
        remedy: Words(
            "按程序验收；质量有问题的，由承包人整改，整改前不通过。",
            "Go on to acceptance; what is not good is put right by the contractor first."),
        liftedBy: [.contractor, .epcContractor, .supervisor], key: "delivery.contract_end_confirmed_by")
    package static let contractEndFollowsItsLastLog = RefusalWords(
        "contract_end_follows_its_last_log",
        Words("解除日期早于这份合同最后一份施工日志。", "The contract would end before the last day that was logged."),
        remedy: Words(
            "按实际停工之后的日期办理；日志有误的先退回。",
            "Let it end on or after the last day of works; a wrong log is sent back first."),
        liftedBy: [.constructionUnit, .contractor, .supervisor])
    package static let terminationSettlesWhatWasDone = RefusalWords(
        "termination_settles_what_was_done",
        Words(
            "结算金额不对：有工程量清单的合同按日志计算，不另填；没有清单的在合同金额以内。",
            "A contract with a bill is settled by its logs; another within its amount."),
        remedy: Words("有清单的不填；没有清单的按协议填写应结算的金额。", "Leave it out where there is a bill."),
        liftedBy: [.constructionUnit, .contractor])
    package static let contractEndsBetweenItsSigningAndToday = RefusalWords(
        "contract_ends_between_its_signing_and_today",
        Words("合同解除日期早于签约，或者晚于今天。", "The contract would end before it was signed, or after today."),
        remedy: Words("按解除协议或者通知上的日期办理。", "Enter the day of the agreement or notice."),
        liftedBy: [.constructionUnit, .contractor])
    package static let contractTerminationRestsOnItsPaper = RefusalWords(
        "contract_termination_rests_on_its_paper",
        Words("提出解除合同须附解除协议或者通知的原件。", "The end of a contract comes with its stored agreement or notice."),
        remedy: Words("附上原件再提出。", "Bring the paper itself."), liftedBy: [.constructionUnit, .contractor])

    /// The refusals about ends of contracts.
    static let ofEnds: [RefusalWords] = [
        contractIsTerminatedOnce, contractTerminationSaysWhy, terminationProposalSaysWhy,
        terminationSideIsKnown, terminationProposalIsOfItsContract, terminationIsProposedByAParty,
        contractEndIsTwoUnitsWord, contractEndsAsWasLastProposed, finishedContractIsNotEnded,
        contractEndFollowsItsLastLog, terminationSettlesWhatWasDone, contractEndsBetweenItsSigningAndToday,
        contractTerminationRestsOnItsPaper,
    ]
}
