package import Values

/// Refusals about consortia (联合体).
extension TenderingRefusals {
    private static let key = "procedure.consortium_takes_the_lower_level"

    package static let consortiumIsOne = RefusalWords(
        "consortium_is_one_of_its_award",
        Words("这个中标结果的联合体已经登记。", "The consortium of this award is recorded already."),
        remedy: Words(
            "核对已登记的成员；登记有误的，撤回中标登记后重新登记。",
            "Look at what is recorded; where it is wrong, withdraw the award and record it anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumIsOfAStandingAward = RefusalWords(
        "consortium_is_of_a_standing_award",
        Words(
            "联合体须在中标结果有效、尚未签约时登记。",
            "A consortium is recorded while its award stands, before the contract is signed."),
        remedy: Words("登记中标结果后、签约前登记联合体。", "Record it after the award and before the contract."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumTellsItsMembers = RefusalWords(
        "consortium_tells_its_members",
        Words(
            "联合体至少有两个成员，每个成员须有名称、统一社会信用代码、专业和等级，同一专业只写一次。",
            "A consortium has two members at least, each with name, credit code, and each speciality with its level once."
        ),
        remedy: Words("按共同投标协议填写成员。", "Enter the members of the agreement."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumIsLedByTheWinner = RefusalWords(
        "consortium_is_led_by_the_winner",
        Words("牵头人须是联合体成员，并且是登记的中标人。", "The leader is a member, and the winner that is recorded."),
        remedy: Words("以牵头人为中标人登记中标结果。", "Record the award to the leader."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumTakesTheLowerLevel = RefusalWords(
        "consortium_takes_the_lower_level",
        Words(
            "同一专业的联合体按等级较低的成员确定等级，达不到招标文件的要求。",
            "In one speciality the lowest member gives the level, which is below what was asked."),
        remedy: Words(
            "中标人不符合资格条件的，撤回中标登记，依法重新确定中标人。",
            "Where the winner does not qualify, withdraw the award and award by law anew."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumBringsItsAgreement = RefusalWords(
        "consortium_brings_its_agreement",
        Words(
            "共同投标协议须连同投标文件提交：须有原件，日期不晚于开标。",
            "The agreement comes with the bid: with its bytes, made no later than the opening."),
        remedy: Words("上传共同投标协议，填写签订日期。", "Bring the agreement with its day."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumNamesItsSpeciality = RefusalWords(
        "consortium_names_its_speciality",
        Words("须写明招标文件要求的专业。", "Name the speciality that was asked."),
        remedy: Words("按招标文件填写专业。", "Enter that of the tender documents."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)
    package static let consortiumLevelIsALevel = RefusalWords(
        "consortium_level_is_a_level",
        Words("等级从 0（特级）到 9。", "A level is from 0, the highest, to 9."),
        remedy: Words("按招标文件填写等级。", "Enter that of the tender documents."),
        liftedBy: [.constructionUnit, .tenderAgency], key: key)

    /// The refusals about consortia.
    static let ofConsortia: [RefusalWords] = [
        consortiumIsOne, consortiumIsOfAStandingAward, consortiumTellsItsMembers, consortiumIsLedByTheWinner,
        consortiumTakesTheLowerLevel, consortiumBringsItsAgreement, consortiumNamesItsSpeciality,
        consortiumLevelIsALevel,
    ]
}
