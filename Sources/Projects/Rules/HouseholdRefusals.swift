package import Values

/// Words for what households owe and pay, and for a scheme that stands (户与资金类拒绝).
extension ProjectsRefusals {
    package static let receiptNamesItsHousehold = RefusalWords(
        "receipt_names_its_household",
        Words("个人缴款和维修资金须写明是哪一户。", "Money of a household names its household."),
        remedy: Words("按户册填写门牌，如 3-2-501。", "Enter the door as the register has it, like 3-2-501."),
        liftedBy: [.constructionUnit, .ownersBody], key: "receipt.household_due")
    package static let receiptHouseholdIsOfTheRegister = RefusalWords(
        "receipt_household_is_of_the_register",
        Words("户册里没有这一户。", "The register has no such household."),
        remedy: Words("按户册改正门牌；户册有误的先更新户册。", "Correct the door, or the register first."),
        liftedBy: [.constructionUnit, .ownersBody, .community], key: "receipt.household_due")
    package static let receiptStaysWithinTheHouseholdShare = RefusalWords(
        "receipt_stays_within_the_household_share",
        Words("超过这一户的应缴额，又没有写明预缴依据。", "More than the household owes, and nothing says why."),
        remedy: Words(
            "核对金额；确属代缴或预缴的，选定列明的情形，并引用已存原件的委托书、归集表或申请。",
            "Check the sum; where it is paid ahead, choose a ground of the list and name the stored paper."),
        liftedBy: [.ownersBody, .community, .renovationOffice], key: "receipt.household_due")
    package static let receiptAheadGroundIsOfTheList = RefusalWords(
        "receipt_ahead_ground_is_of_the_list",
        Words("这不是可以代缴、预缴的情形。", "This is no ground on which more is paid than the household owes."),
        remedy: Words("从列明的情形中选择；都不符合的，按应缴额登记。", "Choose a ground of the list, or record the share."),
        liftedBy: [.ownersBody, .community, .renovationOffice], key: "receipt.ahead_grounds")
    package static let receiptAheadRestsOnItsPaper = RefusalWords(
        "receipt_ahead_rests_on_its_paper",
        Words(
            "代缴、预缴须引用本项目已存原件的委托书、归集表或申请。",
            "Paying ahead rests on a mandate, list or application of this project whose bytes are stored."),
        remedy: Words(
            "先把凭据（含原件）登记为项目材料，再登记到账。", "Store the paper among the project’s papers first, and name it."),
        liftedBy: [.ownersBody, .community, .renovationOffice], key: "receipt.ahead_grounds")
    package static let receiptIsNotBeforeItsAccount = RefusalWords(
        "receipt_is_not_before_its_account",
        Words("到账日期早于专用账户的开设日期。", "The money is said to have come before the account was opened."),
        remedy: Words("按专用账户的到账日期登记。", "Enter the day it reached the special account."),
        liftedBy: [.constructionUnit, .ownersBody], key: "launch.account_required")
    package static let accountIsOpenedInItsTime = RefusalWords(
        "account_is_opened_in_its_time",
        Words("开户日期应在方案确定以后、今天以前。", "The account is opened after the scheme is decided, and not ahead."),
        remedy: Words("按开户行的开户日期登记。", "Enter the day on which the bank opened it."),
        liftedBy: [.constructionUnit], key: "launch.account_required")
    package static let worksItemComesWithItsScheme = RefusalWords(
        "works_item_comes_with_its_scheme",
        Words("方案和资金筹集方案已经定下，不再单独增减内容。", "The scheme and its funding plan stand as they were decided."),
        remedy: Words("施工中须增减的，走工程变更。", "What the works need beyond it goes through a change order."),
        liftedBy: [.constructionUnit], key: "change.allowed_in_principle")
    package static let ballotWaitsForTheOwnersNames = RefusalWords(
        "ballot_waits_for_the_owners_names",
        Words(
            "户册只有随方案导入的门牌和面积，没有业主，不能计算人数。",
            "The register has doors and areas only: nobody can count its owners."),
        remedy: Words("导入并确认带业主的户册。", "Import and confirm a register with its owners."),
        liftedBy: [.community, .constructionUnit], key: "register.persons_are_owners")
    package static let schemeCountsItsHouseholds = RefusalWords(
        "scheme_counts_its_households",
        Words("户册的户数或面积与小区的不一致。", "The list does not add up to the households or the area of the community."),
        remedy: Words("改正户册，或改正小区的户数、产权面积。", "Correct the list, or the community's figures."),
        liftedBy: [.constructionUnit])
    package static let schemeHouseholdIsOne = RefusalWords(
        "register_room_is_one", Words("同一门牌在户册里出现两次。", "A door stands twice in the register."),
        remedy: Words("每户一个门牌。", "Each household has a door of its own."), liftedBy: [.constructionUnit])
    package static let schemeSharesAddUp = RefusalWords(
        "scheme_shares_add_up",
        Words(
            "各户应缴额应当全部列明，并与启动所需居民自筹资金相等。",
            "The shares are of every household, and add up to what the launch needs."),
        remedy: Words("补齐或改正各户应缴额；不按户列明的，全部不填。", "Complete or correct them, or leave all of them out."),
        liftedBy: [.constructionUnit], key: "launch.resident_funds_ratio")
    package static let schemeIsTheOneChecked = RefusalWords(
        "scheme_is_the_one_checked",
        Words(
            "内容与试运行的不是同一份，或当地规定在这之间已经更新。",
            "This is not what the dry run was of, or the rules of the place have changed since."),
        remedy: Words("重新试运行，核对后再确认。", "Run it dry again, look at it, and confirm that."),
        liftedBy: [.constructionUnit])

    static let households: [RefusalWords] = [
        schemeIsTheOneChecked,
        receiptNamesItsHousehold, receiptHouseholdIsOfTheRegister, receiptStaysWithinTheHouseholdShare,
        receiptAheadGroundIsOfTheList, receiptAheadRestsOnItsPaper,
        receiptIsNotBeforeItsAccount, accountIsOpenedInItsTime, worksItemComesWithItsScheme,
        ballotWaitsForTheOwnersNames, schemeCountsItsHouseholds, schemeSharesAddUp,
        RefusalWords(
            "household_share_is_not_negative", Words("应缴额不能为负。", "A share is not negative."),
            remedy: Words("应缴额填零或正数。", "Give the share as nothing or more."), liftedBy: [.constructionUnit]),
        RefusalWords(
            "receipt_ahead_says_why", Words("预缴依据不能为空白。", "The ground for paying ahead says something."),
            remedy: Words("写明依据，或不填。", "State it, or leave it out."), liftedBy: [.constructionUnit]),
        RefusalWords(
            "funding_plan_is_of_its_items",
            Words("资金筹集方案与子目和当地规定算出的不一致。", "The plan is not what its items and the place's rules come to."),
            remedy: Words("由系统按子目计算。", "Let it be computed from the items."), liftedBy: [.constructionUnit],
            key: "funding.share.basic"),
    ]
}
