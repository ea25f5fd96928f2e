package import Values

/// Refusals about when a unit takes a role and leaves it (参建起止).
extension DeliveryRefusals {
    package static let engagementLastsAsLongAsItsContract = RefusalWords(
        "engagement_lasts_as_long_as_its_contract",
        Words(
            "这个单位在本项目的合同还在履行，或者已经按合同施工，不能退出参建。",
            "A contract of this unit for this role stands, or something was built under it: it does not leave the role."
        ),
        remedy: Words(
            "没有施工、合同确须解除的，由一方提出解除（附协议或通知原件）、对方或者区旧改办确认，再登记退出；已经施工的，到项目办结为止。",
            "Where nothing was built, one party proposes the end with its paper and the other, or the office, confirms it; otherwise the role lasts until the project closes."
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
    /// The refusals about days and ends.
    static let ofDays: [RefusalWords] = [
        engagementLastsAsLongAsItsContract, engagementBeginsSoon, engagementEndIsRecordedInTime,
        engagementWaitsForTheRegister, unitIsConfirmedOnce,
    ]
}
