package import Values

/// The refusals of where people may be reached (联系方式类拒绝), each under its guard's name.
package enum ContactRefusals {
    static let isItsPersonsOwn = RefusalWords(
        "contact_is_its_persons_own",
        Words("联系方式只能由本人登记、验证和停用。", "Where a person may be reached he says himself."),
        remedy: Words("请由本人登录后办理。", "Have that person sign in and do this."), lifter: .whoeverAsks)
    static let channelIsKnown = RefusalWords(
        "contact_channel_is_known",
        Words("联系方式为电子邮件、短信或微信。", "One is reached by e-mail, SMS or WeChat."),
        remedy: Words("从三种渠道中选一种。", "Choose one of the three."), lifter: .whoeverAsks)
    static let channelIsSetUp = RefusalWords(
        "contact_channel_is_set_up",
        Words(
            "本站没有设置这种通知渠道，不能登记；站内待办不受影响。",
            "Nothing can be sent by this channel here; the inbox inside the product does not depend on it."),
        remedy: Words(
            "请运维人员启动服务时设置该渠道，或选用已设置的渠道。",
            "Have the operator set the channel up where the service is started, or choose one that is."),
        lifter: .whoeverAsks)
    static let addressFitsItsChannel = RefusalWords(
        "contact_address_fits_its_channel",
        Words(
            "地址与渠道不符：电子邮件地址、11 位手机号或微信用户编号。",
            "The address is none of its channel's: an e-mail address, a mobile number of 11 digits, or a WeChat user's id."
        ),
        remedy: Words("核对地址后重新填写。", "Check the address and fill it in anew."), lifter: .whoeverAsks)
    static let isOneOfItsChannel = RefusalWords(
        "contact_is_one_of_its_channel",
        Words("每种渠道只登记一个地址。", "One address of a channel stands at a time."),
        remedy: Words("先停用原来的地址，再登记新的。", "End the one that stands, and register the other then."),
        lifter: .whoeverAsks)
    static let areFewInADay = RefusalWords(
        "contacts_are_few_in_a_day",
        Words("同一人一天内最多登记五个地址。", "A person registers five addresses in a day at most."),
        remedy: Words("明天再登记。", "Register it tomorrow."), lifter: .whoeverAsks)
    static let codesAreFew = RefusalWords(
        "contact_codes_are_few",
        Words("同一地址最多发送五次验证码。", "Five codes are sent to an address at most."),
        remedy: Words("停用后重新登记，或改用别的地址。", "End it and register it anew, or use another."),
        lifter: .whoeverAsks)
    static let guessesAreFew = RefusalWords(
        "contact_guesses_are_few",
        Words("验证码已错五次，这个验证码不再有效。", "Five wrong codes were shown: this code holds no more."),
        remedy: Words("请重新发送验证码。", "Have another code sent."), lifter: .whoeverAsks)
    static let isVerifiedByItsCode = RefusalWords(
        "contact_is_verified_by_its_code",
        Words("验证码不对，或已过一天。", "The code is wrong, or older than a day."),
        remedy: Words("填写最近一次收到的验证码，或重新发送。", "Fill in the code that came last, or have another sent."),
        lifter: .whoeverAsks)
    static let keepsItsAddress = RefusalWords(
        "contact_keeps_its_address",
        Words(
            "联系方式只验证一次、停用一次，地址不能改。",
            "An address is verified once and ends once; it never becomes another one."),
        remedy: Words("需要别的地址时，停用后另行登记。", "End it and register another where it is to be another."),
        lifter: .whoeverAsks)
    static let messageKindIsKnown = RefusalWords.inward(
        "message_kind_is_known", "消息须为验证码、通知或汇总。", "A message is a code, a notice or a digest.")
    static let messageStateIsKnown = RefusalWords.inward(
        "message_state_is_known", "消息的状态不在规定之内。", "A message is in one of its states.")
    static let messageSentHasItsMoment = RefusalWords.inward(
        "message_sent_has_its_moment", "已送达的消息须有送达时间。", "A message that was sent has the moment of it.")
    static let messageIsOneForAnEvent = RefusalWords.inward(
        "message_is_one_for_an_event", "同一事件以同一渠道只通知一人一次。",
        "A person is told of an event once by each channel.")

    static let digestIsOne = RefusalWords.inward(
        "message_digest_is_one", "同一人同一渠道每天只有一条汇总。", "There is one digest a day for a person and a channel.")

    package static let all: [RefusalWords] = [
        digestIsOne,
        isItsPersonsOwn, channelIsKnown, channelIsSetUp, addressFitsItsChannel, isOneOfItsChannel,
        areFewInADay, codesAreFew, guessesAreFew, isVerifiedByItsCode, keepsItsAddress, messageKindIsKnown,
        messageStateIsKnown, messageSentHasItsMoment, messageIsOneForAnEvent,
    ]
}
