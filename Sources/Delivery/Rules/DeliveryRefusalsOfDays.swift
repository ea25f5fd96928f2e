package import Values

/// Refusals about when a unit takes a role and leaves it (参建起止).
extension DeliveryRefusals {
    package static let engagementLastsAsLongAsItsContract = RefusalWords(
        "engagement_lasts_as_long_as_its_contract",
        Words(
            "这个单位在本项目的合同还在履行，不能退出参建。",
            "The contract of this unit for this role stands: it does not leave it."),
        remedy: Words(
            "合同确已解除的，由建设单位先登记合同解除（附解除协议或通知原件），再登记退出；否则到项目办结为止。",
            "Where the contract was ended, record that first with its stored paper; otherwise the role lasts until the project closes."
        ),
        liftedBy: [.constructionUnit], key: "delivery.incompatible")
    package static let engagementBeginsSoon = RefusalWords(
        "engagement_begins_soon",
        Words("参建起始日期离今天太远。", "The engagement would begin too far ahead."),
        remedy: Words("临近实际参建时再登记。", "Record it when its time is near."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.engagement_ahead_days")
    package static let engagementEndIsRecordedInTime = RefusalWords(
        "engagement_end_is_recorded_in_time",
        Words("退出日期太早：退出须及时登记。", "The end lies too long ago: it is recorded in time."),
        remedy: Words("按今天或者最近几日登记退出。", "Record the end as of today or of the last few days."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "delivery.end_recorded_within_days")
    package static let engagementWaitsForTheRegister = RefusalWords(
        "engagement_waits_for_the_register",
        Words(
            "这个单位由街道登记入名录，尚未经区旧改办确认，不能担任这个角色。",
            "A street registered this unit, and the renovation office has not confirmed it for such a role."),
        remedy: Words(
            "请区旧改办核对单位类别后确认入名录，再登记参建。",
            "Let the renovation office look at the unit and confirm it in the register first."),
        liftedBy: [.renovationOffice], key: "delivery.confirmed_roles")
    package static let unitIsConfirmedOnce = RefusalWords(
        "unit_is_confirmed_once",
        Words("这个单位已经确认。", "This unit is confirmed already."),
        remedy: Words("不必重复确认。", "There is nothing to confirm."), liftedBy: [.renovationOffice])
    package static let contractIsTerminatedOnce = RefusalWords(
        "contract_is_terminated_once",
        Words("这份合同已经登记解除。", "The end of this contract is recorded already."),
        remedy: Words("不必重复登记。", "There is nothing to record."), liftedBy: [.constructionUnit])
    package static let contractTerminationSaysWhy = RefusalWords(
        "contract_termination_says_why",
        Words("须写明合同为什么解除。", "Say why the contract ended."),
        remedy: Words("写明解除原因。", "Give the reason."), liftedBy: [.constructionUnit])
    package static let contractEndsBetweenItsSigningAndToday = RefusalWords(
        "contract_ends_between_its_signing_and_today",
        Words("合同解除日期早于签约，或者晚于今天。", "The contract would end before it was signed, or after today."),
        remedy: Words("按解除协议或者通知上的日期登记。", "Enter the day of the agreement or notice."),
        liftedBy: [.constructionUnit])
    package static let contractTerminationRestsOnItsPaper = RefusalWords(
        "contract_termination_rests_on_its_paper",
        Words("合同解除须附解除协议或者通知的原件。", "The end of a contract comes with its stored agreement or notice."),
        remedy: Words("附上原件再登记。", "Bring the paper itself."), liftedBy: [.constructionUnit])

    /// The refusals about days and ends.
    static let ofDays: [RefusalWords] = [
        engagementLastsAsLongAsItsContract, engagementBeginsSoon, engagementEndIsRecordedInTime,
        contractIsTerminatedOnce, contractTerminationSaysWhy, contractEndsBetweenItsSigningAndToday,
        contractTerminationRestsOnItsPaper, engagementWaitsForTheRegister, unitIsConfirmedOnce,
    ]
}
