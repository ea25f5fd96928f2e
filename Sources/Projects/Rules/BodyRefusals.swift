package import Values

extension ProjectsRefusals {
    package static let projectIsTakenInByItsUnit = RefusalWords(
        "project_is_taken_in_by_its_unit",
        Words(
            "建设单位只能导入本单位的项目；区旧改办只能为本区的建设单位登记项目。",
            "A construction unit takes in projects of its own; the district's office does so for its construction units."
        ),
        remedy: Words("由该项目的建设单位导入，或改正建设单位。", "Let its construction unit take it in, or correct the unit."),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let communityBodyIsNamedByTheStreet = RefusalWords(
        "community_body_is_named_by_the_street",
        Words(
            "社区组织由建设单位或区旧改办登记。", "A community's bodies are recorded by the street or the district's office."),
        remedy: Words("请建设单位登记。", "Ask the construction unit to record it."),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let communityBodyEndsOnce = RefusalWords(
        "community_body_ends_once",
        Words("这项登记已经终止。", "This body's time is over already."),
        remedy: Words("需要继续的，另行登记。", "Record it anew where it goes on."),
        liftedBy: [.constructionUnit, .renovationOffice])
    package static let communityBodyIsOneOfItsRole = RefusalWords(
        "community_body_is_one_of_its_role",
        Words(
            "这个项目已有同一角色的社区组织。",
            "The project has a body of this role already."),
        remedy: Words("换届或更换的，先终止原来的一项。", "Where it was replaced, end the one before it first."),
        liftedBy: [.constructionUnit, .renovationOffice])

    static let bodies: [RefusalWords] = [
        projectIsTakenInByItsUnit, communityBodyIsNamedByTheStreet, communityBodyEndsOnce,
        communityBodyIsOneOfItsRole,
        .form(
            "community_body_role_is_known", "社区组织只有：社区、业委会或自治小组。",
            "A body is the residents' committee or the owners' body.", remedy: "从“社区”“业委会或自治小组”中选择。",
            "Choose the residents' committee or the owners' body.", by: [.constructionUnit]),
        .form(
            "community_body_ends_after_it_begins", "终止不能早于开始。", "A body's time ends after it begins.",
            remedy: "把终止日期填成开始当日或以后。", "Give an end on or after its first day.", by: [.constructionUnit]),
        .form(
            "community_body_end_has_a_reason", "终止须说明原因。", "An end gives its reason.", remedy: "写明终止的原因。",
            "Say why it ends.", by: [.constructionUnit]),
    ]
}
