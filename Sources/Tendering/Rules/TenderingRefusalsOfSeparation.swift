package import Values

/// Refusals about counting a lot apart from the others of its kind (分开计算).
extension TenderingRefusals {
    package static let separationGroundIsOfTheList = RefusalWords(
        "separation_ground_is_of_the_list",
        Words("这不是可以分开计算的情形。", "This is no ground on which a lot is counted apart."),
        remedy: Words(
            "从列明的情形中选择；都不符合的，与同类标段合并计算。",
            "Choose a ground of the list; without one the lot is counted with its kind."),
        liftedBy: [.renovationOffice], key: "tender.separation_grounds")
    package static let separationIsDecidedByItsAuthority = RefusalWords(
        "separation_is_decided_by_its_authority",
        Words(
            "标段是否分开计算，由有权认定的单位认定，以经办人本人名义登记。",
            "That a lot is counted apart is decided by its authority, in the name of who acts."),
        remedy: Words("请区旧改办认定。", "Let the renovation office decide it."),
        liftedBy: [.renovationOffice], key: "tender.separation_deciders")
    package static let separationIsDecidedByASecondPerson = RefusalWords(
        "separation_is_decided_by_a_second_person",
        Words("认定文件由您本人登记，不能再由您作出认定。", "You recorded the paper: somebody else decides by it."),
        remedy: Words("请区旧改办另一位经办人认定。", "Let another officer of the renovation office decide it."),
        liftedBy: [.renovationOffice], key: "tender.separation_deciders")
    package static let separationIsDecidedByAnotherUnit = RefusalWords(
        "separation_is_decided_by_another_unit",
        Words("建设单位不能认定自己的标段分开计算。", "The unit that buys does not count its own lots apart."),
        remedy: Words("请建设单位以外的经办人认定。", "Let somebody of another unit decide it."),
        liftedBy: [.renovationOffice], key: "tender.separation_deciders")
    package static let separationRestsOnItsPaper = RefusalWords(
        "separation_rests_on_its_paper",
        Words(
            "分开计算须有认定文件，并存有文件原件。",
            "A lot is counted apart by a paper of this project whose bytes are stored."),
        remedy: Words(
            "由区旧改办先把认定文件（含原件）登记为项目材料，再引用。",
            "The renovation office stores the decision among the project’s papers first, and names it."),
        liftedBy: [.renovationOffice], key: "tender.separation_deciders")
    package static let separationIsForAStandingPackage = RefusalWords(
        "separation_is_for_a_standing_package",
        Words("标段已经撤销，不再参与计算。", "The package was withdrawn: it is counted with none."),
        remedy: Words("确需采购的，另行登记标段。", "File another package."),
        liftedBy: [.constructionUnit], key: "tender.group_combines")
    package static let separationSaysWhy = RefusalWords(
        "separation_says_why",
        Words("须写明为什么符合这一情形。", "Say why the ground applies."),
        remedy: Words("写明事实和理由，不少于四个字。", "Give the facts and the reason."),
        liftedBy: [.renovationOffice], key: "tender.separation_grounds")
    package static let packageHasOneSeparation = RefusalWords(
        "package_has_one_separation",
        Words("这个标段已经认定分开计算。", "This package is counted apart already."),
        remedy: Words("不必再次认定。", "Nothing more is to be decided."),
        liftedBy: [.renovationOffice], key: "tender.separation_grounds")

    /// The refusals about counting a lot apart.
    static let ofSeparation: [RefusalWords] = [
        separationGroundIsOfTheList, separationIsDecidedByItsAuthority, separationIsDecidedByAnotherUnit,
        separationIsDecidedByASecondPerson, separationRestsOnItsPaper, separationIsForAStandingPackage,
        separationSaysWhy,
        packageHasOneSeparation,
    ]
}
