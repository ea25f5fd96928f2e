package import Values

/// Refusals about the register of homes that residents' money is counted by (户册确认).
extension ProjectsRefusals {
    package static let registerUnitAreaIsPlausible = RefusalWords(
        "register_unit_area_is_plausible",
        Words("户册里有面积过小或过大的户。", "The register has homes that are too small or too large to be one."),
        remedy: Words(
            "按不动产登记或实测核对面积（平方米）；确在范围以外的，拆分登记或请区旧改办调整规则包。",
            "Check the areas in square metres; where one is right all the same, split it or let the office amend the packs."
        ),
        liftedBy: [.constructionUnit, .community, .renovationOffice], key: "register.area_max_m2")
    package static let registerIsAgreedToByItsOwners = RefusalWords(
        "register_is_agreed_to_by_its_owners",
        Words(
            "户册由业主组织或社区确认，其他单位不能代为确认。",
            "The owners' body or the community agrees to the register, nobody for them."),
        remedy: Words("请业主组织或社区核对后确认。", "Let the owners' body or the community agree to it."),
        liftedBy: [.ownersBody, .community], key: "register.agreed_by")
    package static let registerIsAgreedToOnce = RefusalWords(
        "register_is_agreed_to_once",
        Words("这份户册已经确认过。", "This register is agreed to already."),
        remedy: Words("户册有误的，上传新的户册，比对后重新确认。", "Where it is wrong, send another file and agree to that."),
        liftedBy: [.community, .constructionUnit], key: "register.agreed_by")
    package static let agreementNamesTheRegister = RefusalWords(
        "agreement_names_the_standing_register",
        Words(
            "所填户数、面积与现行户册不符，或项目还没有户册。",
            "These figures are not those of the register that stands, or there is none."),
        remedy: Words(
            "打开户册核对后，按现行的户数和总面积确认。", "Look at the register, and agree to the homes and the area it has."),
        liftedBy: [.ownersBody, .community], key: "register.agreed_by")
    package static let launchWaitsForTheAgreedRegister = RefusalWords(
        "launch_waits_for_the_agreed_register",
        Words("业主组织和社区都还没有确认户册。", "Neither the owners' body nor the community has agreed to the register."),
        remedy: Words("由业主组织或社区核对户册（户数、面积）后确认。", "Let one of them look at its homes and areas, and agree."),
        liftedBy: [.ownersBody, .community], key: "register.agreed_by")
    package static let finalAccountWaitsForTheAgreedRegister = RefusalWords(
        "final_account_waits_for_the_agreed_register",
        Words(
            "现行户册还没有经业主组织或社区确认，决算不能按它分摊到户。",
            "The register that stands is not agreed to, and the accounts are laid on its homes."),
        remedy: Words(
            "由业主组织或社区核对并确认现行户册。", "Let the owners' body or the community agree to the register that stands."),
        liftedBy: [.ownersBody, .community], key: "register.agreed_by")

    static let agreements: [RefusalWords] = [
        registerUnitAreaIsPlausible, registerIsAgreedToByItsOwners, registerIsAgreedToOnce,
        agreementNamesTheRegister,
        launchWaitsForTheAgreedRegister, finalAccountWaitsForTheAgreedRegister,
        .inward(
            "register_agreement_is_whole", "户册确认须同时有确认人和日期。", "An agreement has its person and its day."),
    ]
}
