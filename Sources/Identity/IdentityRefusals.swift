package import Values

/// The refusals of sign-in and signing keys (登录与签名密钥拒绝).
package enum IdentityRefusals {
    static let sessionHasAnAppointmentToday = RefusalWords(
        "session_has_an_appointment_today",
        Words("您今天没有这项任职。", "You hold no such appointment today."),
        remedy: Words("请换一项有效的任职，或请旧改办登记任职。", "Choose another appointment, or have the office record one."),
        liftedBy: [.renovationOffice])
    static let oneTimeCodeOpensOnce = RefusalWords(
        "one_time_code_opens_once", Words("这个动态口令已经用过。", "This one-time code was used before."),
        remedy: Words("请等验证器显示下一个口令。", "Wait for the authenticator's next code."))
    static let signingKeyIsItsPersonsOwn = RefusalWords(
        "signing_key_is_its_persons_own",
        Words("签名密钥只能由本人注销。", "A signing key is revoked by its own person."),
        remedy: Words("请由密钥本人登录后注销。", "Have its person sign in and revoke it."))
    static let signingKeyOnlyEnds = RefusalWords(
        "signing_key_only_ends",
        Words("已登记的签名密钥不能修改，且只能注销一次。", "A registered key never changes, and is revoked once."),
        remedy: Words("需要新密钥时另行登记。", "Register another key where one is needed."))
    static let signingKeyIsOne = RefusalWords(
        "signing_key_is_one", Words("这把公钥已登记。", "This key is registered already."),
        remedy: Words("用 yanshou key new 生成新的密钥再登记。", "Make a new one with yanshou key new and register it."))
    static let signingKeyIsEd25519 = RefusalWords(
        "signing_key_is_ed25519",
        Words("公钥应为 OpenSSH 的 ssh-ed25519 公钥。", "The key must be an OpenSSH key of kind ssh-ed25519."),
        remedy: Words(
            "用 yanshou key new 或 ssh-keygen -t ed25519 生成。",
            "Make one with yanshou key new or ssh-keygen -t ed25519."))
    static let signingKeyIsProven = RefusalWords(
        "signing_key_is_proven",
        Words(
            "没有证明您持有这把密钥：签名与公钥或本人不符。",
            "Nothing shows that you hold this key: the proof is of another key or person."),
        remedy: Words(
            "用 yanshou key register 登记，它会用密钥本身签名。",
            "Use yanshou key register, which signs with the key itself."))
    static let signingKeyNeedsSecondFactor = RefusalWords(
        "signing_key_needs_second_factor",
        Words("登记或注销签名密钥须用动态口令登录。", "To register or revoke a key, sign in with your one-time code."),
        remedy: Words("请重新登录并输入动态口令。", "Sign in again and give the one-time code."))

    package static let all: [RefusalWords] = [
        sessionHasAnAppointmentToday, oneTimeCodeOpensOnce, signingKeyIsItsPersonsOwn, signingKeyOnlyEnds,
        signingKeyIsOne, signingKeyIsEd25519, signingKeyIsProven, signingKeyNeedsSecondFactor,
    ]
}
