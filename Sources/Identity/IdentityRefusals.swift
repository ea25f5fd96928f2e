package import Values

/// The refusals of sign-in and signing keys (登录与签名密钥拒绝).
package enum IdentityRefusals {
    static let signInIsCountedFirst = RefusalWords(
        "sign_in_is_counted_first",
        Words("登录尝试须先计数并保存，才能核对。", "An attempt to sign in is counted and kept before it is judged."),
        remedy: Words("请从登录页面或登录接口登录。", "Sign in by the page or the API."), lifter: .whoeverAsks)
    static let demoClockIsOfADemonstration = RefusalWords(
        "demo_clock_is_of_a_demonstration",
        Words("只有演示库才能设定时钟。", "Only a demonstration's clock can be set."),
        remedy: Words(
            "演示请用新的数据目录，以 yanshoud up --demo-clock 启动。",
            "Give the demonstration a new state folder, with yanshoud up --demo-clock."), lifter: .whoeverAsks
    )
    static let demoClockIsOne = RefusalWords(
        "demo_clock_is_one", Words("演示时钟只有一个。", "There is one clock of a demonstration."),
        remedy: Words("请设定已有的时钟。", "Set the one that is there."), lifter: .whoeverAsks)
    static let personPasswordVerifierHas32Bytes = RefusalWords(
        "person_password_verifier_has_32_bytes",
        Words("口令校验值应为 SHA-256。", "A password's verifier is a SHA-256."),
        remedy: Words("请用 yanshoud people import 登记人员。", "Take people in with yanshoud people import."),
        liftedBy: [.renovationOffice])
    static let personPasswordHasFormAndVerifier = RefusalWords(
        "person_password_has_form_and_verifier",
        Words("口令须同时有派生参数和校验值。", "A password has both its form and its verifier."),
        remedy: Words("请用 yanshoud people import 登记人员。", "Take people in with yanshoud people import."),
        liftedBy: [.renovationOffice])
    static let signingKeyIsItsPersonsOwn = RefusalWords(
        "signing_key_is_its_persons_own",
        Words("签名密钥只能由本人注销。", "A signing key is revoked by its own person."),
        remedy: Words("请由密钥本人登录后注销。", "Have its person sign in and revoke it."), lifter: .whoeverAsks)
    static let signingKeyOnlyEnds = RefusalWords(
        "signing_key_only_ends",
        Words("已登记的签名密钥不能修改，且只能注销一次。", "A registered key never changes, and is revoked once."),
        remedy: Words("需要新密钥时另行登记。", "Register another key where one is needed."), lifter: .whoeverAsks)
    static let signingKeyBeginsAndEndsToday = RefusalWords(
        "signing_key_begins_and_ends_today",
        Words(
            "密钥自登记当日起有效，自注销当日起失效。",
            "A key is valid from the day it is registered until the day it is revoked."),
        remedy: Words("请按当日登记或注销。", "Register or revoke it as of today."), lifter: .whoeverAsks)
    static let signingKeyIsOne = RefusalWords(
        "signing_key_is_one", Words("这把公钥已登记。", "This key is registered already."),
        remedy: Words("用 yanshou key new 生成新的密钥再登记。", "Make a new one with yanshou key new and register it."),
        lifter: .whoeverAsks)
    static let signingKeyIsEd25519 = RefusalWords(
        "signing_key_is_ed25519",
        Words("公钥应为 OpenSSH 的 ssh-ed25519 公钥。", "The key must be an OpenSSH key of kind ssh-ed25519."),
        remedy: Words(
            "用 yanshou key new 或 ssh-keygen -t ed25519 生成。",
            "Make one with yanshou key new or ssh-keygen -t ed25519."), lifter: .whoeverAsks)
    static let signingKeyIsProven = RefusalWords(
        "signing_key_is_proven",
        Words(
            "没有证明您持有这把密钥：签名与公钥或本人不符。",
            "Nothing shows that you hold this key: the proof is of another key or person."),
        remedy: Words(
            "用 yanshou key register 登记，它会用密钥本身签名。",
            "Use yanshou key register, which signs with the key itself."), lifter: .whoeverAsks)
    static let signingKeyNeedsSecondFactor = RefusalWords(
        "signing_key_needs_second_factor",
        Words("登记或注销签名密钥须用动态口令登录。", "To register or revoke a key, sign in with your one-time code."),
        remedy: Words("请重新登录并输入动态口令。", "Sign in again and give the one-time code."), lifter: .whoeverAsks)

    static let tokenEndsInTime = RefusalWords(
        "token_ends_in_time",
        Words("程序令牌的有效期超过了本系统的上限。", "A program's token holds no longer than this installation allows."),
        remedy: Words("请缩短有效天数；到期前另行签发。", "Ask for fewer days, and issue another before it ends."),
        lifter: .whoeverAsks)
    static let tokenIsIssuedInASession = RefusalWords(
        "token_is_issued_in_a_session",
        Words(
            "程序令牌由本人登录后签发，不能用令牌签发令牌。", "A token is issued by its person, signed in; no token issues another."),
        remedy: Words("请从登录页面登录后签发。", "Sign in and issue it then."), lifter: .whoeverAsks)
    static let tokenNeedsSecondFactor = RefusalWords(
        "token_needs_second_factor",
        Words("签发程序令牌须用动态口令登录。", "To issue a token, sign in with your one-time code."),
        remedy: Words("请重新登录并输入动态口令。", "Sign in again and give the one-time code."), lifter: .whoeverAsks)
    static let tokenOnlyReads = RefusalWords(
        "token_only_reads",
        Words("这个令牌只能读取，不能办理事项。", "This token reads, and does nothing else."),
        remedy: Words("请本人登录办理，或另行签发可办理该事项的令牌。", "Sign in to do it, or issue a token for it."),
        lifter: .whoeverAsks)
    static let tokenCoversTheAct = RefusalWords(
        "token_covers_the_act",
        Words("这个令牌没有包括这一事项。", "This token is not for this action."),
        remedy: Words("请本人登录办理，或另行签发包括该事项的令牌。", "Sign in to do it, or issue a token for it."),
        lifter: .whoeverAsks)
    static let tokenEndsNoOther = RefusalWords(
        "token_ends_no_other",
        Words("限定用途的令牌不能结束登录。", "A token that is held to a scope ends no sign-in."),
        remedy: Words("请登录后在“我的登录”结束。", "Sign in and end it in the list of your sign-ins."),
        lifter: .whoeverAsks)
    static let tokenScopeStays = RefusalWords(
        "token_scope_stays",
        Words("令牌的用途不能更改，结束了的令牌不能恢复。", "What a token is for does not change, and an ended one stays ended."),
        remedy: Words("请结束它，另行签发。", "End it and issue another."), lifter: .whoeverAsks)
    static let tokenLabelIsShort = RefusalWords(
        "token_label_is_short",
        Words("令牌须有一至六十个字的名称。", "A token has a name of 1 to 60 characters."),
        remedy: Words("请写明它给哪个程序用。", "Say which program it is for."), lifter: .whoeverAsks)
    static let tokenActionsAreNamed = RefusalWords(
        "token_actions_are_named",
        Words("令牌的事项应为接口的事项名称。", "A token's actions are operations of the API."),
        remedy: Words("请按接口说明填写事项名称。", "Give the names of operations from the API's description."),
        lifter: .whoeverAsks)
    static let tokenScopeIsOfPrograms = RefusalWords(
        "token_scope_is_of_programs",
        Words("只有程序令牌可以限定用途。", "Only a program's token is held to a scope."),
        remedy: Words("请签发程序令牌。", "Issue a token for a program."), lifter: .whoeverAsks)
    static let tokenReadsOrActs = RefusalWords(
        "token_reads_or_acts",
        Words("只读的令牌不能列出可办理的事项。", "A token that only reads has no actions."),
        remedy: Words("请在只读和事项中选一样。", "Choose one of the two."), lifter: .whoeverAsks)
    static let identityIsHeardFromItsProvider = RefusalWords(
        "identity_is_heard_from_its_provider",
        Words(
            "身份提供方没有对本系统说过这句话。", "No provider of identities has said that to this service."),
        remedy: Words("请从登录页面选择统一身份认证登录。", "Sign in by the provider, from the sign-in page."),
        lifter: .whoeverAsks)
    static let identityOnlyEnds = RefusalWords(
        "identity_only_ends",
        Words("账号关联不能更改，只能解除一次。", "A linked account is never changed, and its link ends once."),
        remedy: Words("需要时另行关联。", "Link it anew where it is needed."), lifter: .whoeverAsks)
    static let identityIsOfOnePerson = RefusalWords(
        "identity_is_of_one_person",
        Words("这个统一身份认证账号已关联到另一人。", "This account is linked to somebody else already."),
        remedy: Words("请核对账号标识；关联错的先解除。", "Check the account; where the other link is wrong, end it first."),
        lifter: .whoeverAsks)
    static let personHasOneIdentityOfAProvider = RefusalWords(
        "person_has_one_identity_of_a_provider",
        Words("此人在该身份提供方已有关联账号。", "This person has a linked account of that provider already."),
        remedy: Words("请先解除原来的关联。", "End that link first."), lifter: .whoeverAsks)
    static let identityProviderIsKnown = RefusalWords(
        "identity_provider_is_known",
        Words("没有登记这个身份提供方。", "There is no such provider of identities here."),
        remedy: Words("请由运维人员用 --oidc 登记后再关联。", "Have the operator name it with --oidc."),
        lifter: .whoeverAsks)
    static let identityHasASubject = RefusalWords(
        "identity_has_a_subject",
        Words("账号标识应为一至二百五十五个字符。", "An account's mark has 1 to 255 characters."),
        remedy: Words("请填写身份提供方给出的 sub。", "Give the `sub` of the provider."), lifter: .whoeverAsks)
    static let identityEndsAfterItBegan = RefusalWords.inward(
        "identity_ends_after_it_began", "账号关联的解除不早于关联。", "A link ends no earlier than it began.")
    static let identityProviderIsNamed = RefusalWords.inward(
        "identity_provider_is_named", "身份提供方的名称用小写字母、数字和连字符。",
        "A provider's name is small letters, digits and hyphens.")
    static let identityProviderIsOne = RefusalWords.inward(
        "identity_provider_is_one", "身份提供方的 issuer 不得重复。", "No two providers have one issuer.")
    static let identityProviderHasATitle = RefusalWords.inward(
        "identity_provider_has_a_title", "身份提供方须有一至六十个字的名称。", "A provider has a title of 1 to 60 characters.")
    static let identityProviderSealHas32Bytes = RefusalWords.inward(
        "identity_provider_seal_has_32_bytes", "身份提供方的印记为三十二个字节。", "A provider's seal has 32 bytes.")

    static let tokenRuleIsOne = RefusalWords.inward(
        "token_rule_is_one", "令牌期限只有一个。", "There is one limit of tokens.")
    static let tokenDaysAreAtMostAYear = RefusalWords.inward(
        "token_days_are_at_most_a_year", "令牌期限为一至三百六十六天。", "Tokens are limited to between 1 and 366 days.")

    static let passwordIsLongEnough = RefusalWords(
        "password_is_long_enough",
        Words("新口令太短，或超过二百个字符。", "The new password is too short, or longer than 200 characters."),
        remedy: Words(
            "请至少用十二个字符（本系统另有规定的从其规定），可以用一句话。",
            "Use at least 12 characters, or as many as this installation asks; a sentence will do."),
        lifter: .whoeverAsks)
    static let passwordIsOfThreeKinds = RefusalWords(
        "password_is_of_three_kinds",
        Words(
            "按 GB/T 22239-2019 8.1.4.1 a)，口令应有复杂度：大写字母、小写字母、数字、其他字符中至少三种。",
            "GB/T 22239-2019 8.1.4.1 a) asks for at least three of capitals, small letters, digits and others."
        ),
        remedy: Words("请加上缺少的字符种类。", "Add a kind of character that is missing."), lifter: .whoeverAsks)
    static let passwordIsHardToGuess = RefusalWords(
        "password_is_hard_to_guess",
        Words(
            "新口令只由常见词、登录名、连续或重复的字符组成，容易被猜中。",
            "The new password is made of common words, the login, runs or repetitions alone."),
        remedy: Words("请换成别人想不到的几个词。", "Use some words that nobody would think of."), lifter: .whoeverAsks)
    static let passwordIsAnother = RefusalWords(
        "password_is_another", Words("新口令与现在的相同。", "The new password is the one that you have."),
        remedy: Words("请换一个。", "Choose another."), lifter: .whoeverAsks)
    static let passwordIsRepeated = RefusalWords(
        "password_is_repeated", Words("两次输入的新口令不同。", "The new password was not repeated alike."),
        remedy: Words("请重新输入两遍。", "Type it twice again."), lifter: .whoeverAsks)
    static let newPasswordIsKeptByScrypt = RefusalWords.inward(
        "new_password_is_kept_by_scrypt", "口令只以 scrypt 派生，强度不低于现行参数。",
        "A password is kept by scrypt, no weaker than at present.")
    static let newPasswordVerifierHas32Bytes = RefusalWords.inward(
        "new_password_verifier_has_32_bytes", "口令校验值应为 SHA-256。", "A password's verifier is a SHA-256.")
    static let newPasswordHasFormAndVerifier = RefusalWords.inward(
        "new_password_has_form_and_verifier", "口令须同时有派生参数和校验值。",
        "A password has both its form and its verifier.")
    static let passwordRuleIsOne = RefusalWords.inward(
        "password_rule_is_one", "口令规则只有一条。", "There is one rule of passwords.")
    static let passwordProfileIsKnown = RefusalWords.inward(
        "password_profile_is_known", "口令规则为 asvs 或 gbt22239。", "The profile is asvs or gbt22239.")
    static let passwordIsAtLeastEightLong = RefusalWords.inward(
        "password_is_at_least_eight_long", "口令最短长度为八至六十四个字符。", "The shortest is 8 to 64 characters.")
    static let passwordRotatesWithinAYear = RefusalWords.inward(
        "password_rotates_within_a_year", "更换期限为一至三百六十六天。", "Passwords rotate within 1 to 366 days.")
    static let passwordRotatesByItsProfile = RefusalWords.inward(
        "password_rotates_by_its_profile", "gbt22239 须有更换期限，asvs 不得有。",
        "gbt22239 has days after which a password is changed, asvs has none.")

    static let administratorIsOneOfThree = RefusalWords(
        "administrator_is_one_of_three",
        Words(
            "系统管理员、安全管理员、审计管理员由三人分任，同一人不得先后或同时担任其中两项（GB/T 22239-2019 8.1.5）。",
            "Three people administer: nobody is two of them, not one after the other either (GB/T 22239-2019 8.1.5)."
        ),
        remedy: Words("请由另一人担任。", "Let somebody else be it."), lifter: .whoeverAsks)
    static let administratorHoldsNoOtherRole = RefusalWords(
        "administrator_holds_no_other_role",
        Words("管理员任职期间不得兼任工程事务的角色。", "An administrator has no part in the works while he is one."),
        remedy: Words("请由另一人担任，或先结束管理员任职。", "Let somebody else be it, or end his post first."),
        lifter: .whoeverAsks)
    static let administratorIsAppointedByTheOperator = RefusalWords(
        "administrator_is_appointed_by_the_operator",
        Words("管理员不能任免管理员。", "No administrator appoints or ends administrators."),
        remedy: Words(
            "请运维人员用 yanshoud people import 登记。", "Have the operator take it in with yanshoud people import."),
        lifter: .whoeverAsks)
    static let administrationNeedsSecondFactor = RefusalWords(
        "administration_needs_second_factor",
        Words("管理员须用动态口令登录。", "Whoever administers signs in with a one-time code."),
        remedy: Words("请重新登录并输入动态口令。", "Sign in again and give the one-time code."), lifter: .whoeverAsks)
    static let appointmentBeginsTodayOrLater = RefusalWords(
        "appointment_begins_today_or_later",
        Words("任职不能倒签：从今天或以后开始。", "An appointment begins today or later."),
        remedy: Words("请改正开始日期。", "Give another first day."), lifter: .whoeverAsks)
    static let appointmentEndsOnce = RefusalWords(
        "appointment_ends_once",
        Words(
            "任职最早止于昨天，且不能晚于原定的最后一天。",
            "An appointment ends yesterday at the earliest, and earlier than it would have."),
        remedy: Words("请改正最后一天；要立即停止，填昨天。", "Give another last day; yesterday ends it at once."),
        lifter: .whoeverAsks)
    static let administrationIsItsAdministrators = RefusalWords.inward(
        "administration_is_its_administrators", "此事由另一管理员办理。", "Another administrator does this.")
    static let personIsOfTheDistrict = RefusalWords.inward(
        "person_is_of_the_district", "此人不在本区任职。", "Nobody of this district.")
    static let auditEntryStays = RefusalWords.inward(
        "audit_entry_stays", "审计记录不能修改或删除。", "What the trail holds is neither changed nor removed.")
    static let auditEntryIsOfAKind = RefusalWords.inward(
        "audit_entry_is_of_a_kind", "审计记录的种类未知。", "The trail knows no such thing.")
    static let administratorRoleIsKnown = RefusalWords.inward(
        "administrator_role_is_known", "不是三员之一。", "None of the three administrators.")

    package static let all: [RefusalWords] = [
        signInIsCountedFirst, demoClockIsOfADemonstration, demoClockIsOne, personPasswordVerifierHas32Bytes,
        personPasswordHasFormAndVerifier, signingKeyIsItsPersonsOwn, signingKeyOnlyEnds,
        signingKeyBeginsAndEndsToday, signingKeyIsOne, signingKeyIsEd25519, signingKeyIsProven,
        signingKeyNeedsSecondFactor, tokenEndsInTime, tokenIsIssuedInASession, tokenNeedsSecondFactor,
        tokenOnlyReads, tokenCoversTheAct, tokenEndsNoOther, tokenScopeStays, tokenLabelIsShort,
        tokenActionsAreNamed, tokenScopeIsOfPrograms, tokenReadsOrActs, tokenRuleIsOne,
        tokenDaysAreAtMostAYear, passwordIsLongEnough, passwordIsOfThreeKinds, passwordIsHardToGuess,
        passwordIsAnother, passwordIsRepeated, newPasswordIsKeptByScrypt, newPasswordVerifierHas32Bytes,
        newPasswordHasFormAndVerifier, passwordRuleIsOne, passwordProfileIsKnown, passwordIsAtLeastEightLong,
        passwordRotatesWithinAYear, passwordRotatesByItsProfile, administratorIsOneOfThree,
        administratorHoldsNoOtherRole, administratorIsAppointedByTheOperator, administrationNeedsSecondFactor,
        appointmentBeginsTodayOrLater, appointmentEndsOnce,
        administrationIsItsAdministrators, personIsOfTheDistrict, auditEntryStays, auditEntryIsOfAKind,
        administratorRoleIsKnown, identityIsHeardFromItsProvider, identityOnlyEnds, identityIsOfOnePerson,
        personHasOneIdentityOfAProvider, identityProviderIsKnown, identityHasASubject,
        identityEndsAfterItBegan,
        identityProviderIsNamed, identityProviderIsOne, identityProviderHasATitle,
        identityProviderSealHas32Bytes,
    ]
}
