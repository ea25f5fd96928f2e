package import Values

/// The refusals of receivers and of kinds set aside (接收单位和不适用类拒绝), each under its guard's name.
package enum ExemptionRefusals {
    package static let receiverRunsItsKind = RefusalWords(
        "handover_receiver_runs_its_kind",
        Words(
            "接收单位不是经营这类设施的专业单位，不能接收。",
            "The receiver is no utility that runs facilities of this kind."),
        remedy: Words(
            "从所列专业单位中选择；名录里没有的，由区旧改办登记单位及其经营的设施。",
            "Choose one of the units named; the district's office records others with what they run."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "handover.kinds")
    package static let withWorks = RefusalWords(
        "handover_with_works_is_not_exempted",
        Words(
            "改造方案里有这类设施的工程，必须移交，不能认定不适用。",
            "The scheme has works of this kind: they are handed over, not set aside."),
        remedy: Words("登记接收的专业单位，按程序移交。", "Name the utility that receives them, and hand them over."),
        liftedBy: [.constructionUnit, .utility], key: "handover.works")
    package static let groundIsOfThePolicy = RefusalWords(
        "handover_exemption_ground_is_of_the_policy",
        Words("认定不适用的事由不在本地政策所列之内。", "This is no ground on which a kind does not apply here."),
        remedy: Words(
            "从所列事由中选择；没有所列事由的，按程序移交。", "Choose a ground of the list; where none holds, hand it over."),
        liftedBy: [.constructionUnit], key: "handover.exemption_grounds")
    package static let restsOnAPaper = RefusalWords(
        "handover_exemption_rests_on_a_paper",
        Words(
            "认定不适用须有证明材料，并上传原件。",
            "That a kind does not apply rests on a paper, with its bytes."),
        remedy: Words(
            "先为这项移交登记“设施不适用移交的证明”并上传扫描件。",
            "Record a paper of this handover (kind handover_exemption) with its scan first."),
        liftedBy: [.constructionUnit], key: "handover.exemption_grounds")
    package static let isProposedByTheConstructionUnit = RefusalWords(
        "handover_exemption_is_proposed_by_the_construction_unit",
        Words("不适用由本项目建设单位提出。", "The project's construction unit proposes that a kind does not apply."),
        remedy: Words("请建设单位提出。", "Ask the construction unit to propose it."),
        liftedBy: [.constructionUnit], key: "handover.exemption_grounds")
    package static let waitsForOthers = RefusalWords(
        "handover_exemption_waits_for_others",
        Words(
            "认定不适用须由建设单位以外的单位确认：有接收单位的由该专业单位确认，没有的由业委会和区旧改办确认。",
            "Others than the construction unit confirm it: the receiving utility, or the owners' body and the district."
        ),
        remedy: Words("请所列单位各自确认。", "The units named confirm it, each for itself."),
        liftedBy: [.utility, .ownersBody, .renovationOffice], key: "handover.exemption_grounds")
    package static let voiceIsOnWhatIsProposed = RefusalWords(
        "handover_exemption_voice_is_on_what_is_proposed",
        Words("没有待确认的不适用提议。", "Nothing is proposed that could be confirmed."),
        remedy: Words("由建设单位先提出事由和材料。", "The construction unit proposes it first, with ground and paper."),
        liftedBy: [.constructionUnit], key: "handover.exemption_grounds")
    package static let isConfirmedOnceByAParty = RefusalWords(
        "handover_exemption_is_confirmed_once_by_a_party",
        Words("本单位已经确认。", "This party has confirmed already."),
        remedy: Words("等待其他单位确认。", "Wait for the others."),
        liftedBy: [.ownersBody, .renovationOffice], key: "handover.exemption_grounds")

    package static let all: [RefusalWords] =
        [
            receiverRunsItsKind, withWorks, groundIsOfThePolicy, restsOnAPaper,
            isProposedByTheConstructionUnit,
            waitsForOthers, voiceIsOnWhatIsProposed, isConfirmedOnceByAParty,
        ] + data

    /// Guards over the form of data, which rules and schemas refuse before them.
    private static let data: [RefusalWords] = [
        RefusalWords(
            "handover_exemption_names_its_ground",
            Words("认定不适用须写明事由并附材料。", "What is set aside names its ground and its paper."),
            remedy: Words("选择事由，附上材料。", "Choose a ground and add its paper."), liftedBy: [.constructionUnit]),
        RefusalWords(
            "handover_exemption_stays_as_proposed",
            Words("提出之后不能改动事由和材料。", "A proposal stays as it was made."),
            remedy: Words("作为新的提议重新提出，由各方重新确认。", "Propose it anew; it is confirmed anew."),
            liftedBy: [.constructionUnit]),
        RefusalWords(
            "handover_exemption_party_is_known",
            Words("这个角色不确认不适用。", "This role does not confirm that a kind does not apply."),
            remedy: Words(
                "由接收单位，或业委会和区旧改办确认。", "The receiver, or the owners' body and the district confirm it."),
            liftedBy: [.utility, .ownersBody, .renovationOffice]),
        RefusalWords(
            "handover_exemption_voice_is_its_partys_own",
            Words(
                "只能由本人代表本单位确认，建设单位不能确认自己的提议。", "One confirms for one's own unit, and not one's own proposal."),
            remedy: Words("请所列单位的经办人本人确认。", "Let a person of the unit named confirm it."),
            liftedBy: [.utility, .ownersBody, .renovationOffice]),
        RefusalWords(
            "handover_receiver_is_replaced_not_removed",
            Words("登记过接收单位的，只能更换，不能删去。", "A receiver is replaced by another, not taken away."),
            remedy: Words("登记另一家专业单位。", "Name another utility."), liftedBy: [.constructionUnit]),
        RefusalWords(
            "organisation_facilities_are_recorded_by_the_office",
            Words("单位经营哪些设施由区旧改办登记。", "Which facilities a unit runs is recorded by the district's office."),
            remedy: Words("请区旧改办登记。", "Ask the district's office."), liftedBy: [.renovationOffice],
            key: "handover.kinds"),
    ]
}
