package import Values

/// The refusals of notices to programs (推送类拒绝), each under its guard's name.
package enum NoticesRefusals {
    private static let holders: [Role] = [.constructionUnit, .renovationOffice]

    static let urlIsPlain = RefusalWords(
        "webhook_url_is_plain",
        Words(
            "推送地址应为 http 或 https 地址，不含账号、口令和 #。",
            "A webhook's address is of http or https, and names neither account nor password nor a place in a page."
        ),
        remedy: Words("写接收程序的地址，如 https://jg.example.cn/events。", "Give the receiver's address."),
        liftedBy: holders)
    static let typesAreFew = RefusalWords(
        "webhook_types_are_few",
        Words("订阅的事件类型最多五十项。", "A webhook names fifty types of events at most."),
        remedy: Words(
            "写类型的开头部分，如“issue.”；不写即全部。", "Name how they begin, such as issue.; without any, all come."),
        liftedBy: holders)
    static let isOfOnesOwnUnit = RefusalWords(
        "webhook_is_of_ones_own_unit",
        Words("推送订阅只能由本单位以本角色登记、换密钥和终止。", "A webhook is its own unit's, in the role that registered it."),
        remedy: Words("由登记它的单位办理。", "Let the unit that registered it do this."), liftedBy: holders)
    static let onlyRenewsAndEnds = RefusalWords(
        "webhook_only_renews_and_ends",
        Words(
            "推送订阅只能换密钥或终止；终止后不能恢复，地址和类型不能改。",
            "A webhook gets a new secret or ends; its address and types never change, and an end is an end."),
        remedy: Words("需要别的地址或类型时，另登记一个。", "Register another where it is to go elsewhere."), liftedBy: holders
    )
    static let replayIsOfAStandingWebhook = RefusalWords(
        "replay_is_of_a_standing_webhook",
        Words(
            "只能重新推送本单位未终止的订阅下的推送。", "What is brought again is a delivery of one's own webhook that stands."),
        remedy: Words(
            "核对推送编号；订阅已终止的，另登记一个。", "Check which delivery it is; register another webhook where it has ended."
        ),
        liftedBy: holders)

    package static let all: [RefusalWords] = [
        urlIsPlain, typesAreFew, isOfOnesOwnUnit, onlyRenewsAndEnds, replayIsOfAStandingWebhook,
    ]
}
