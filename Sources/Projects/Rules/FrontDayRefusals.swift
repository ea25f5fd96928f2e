import Values

/// Refusals of days that cannot be (日期).
extension ProjectsRefusals {
    static let frontFactIsNotDatedAhead = RefusalWords(
        "front_fact_is_not_dated_ahead",
        Words("登记的日期在今天以后。", "The day is yet to come."), remedy: Words("办成以后再登记。", "Record it then."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "projects.requirements")
    /// - Source: HOUSE-REC-1, so that a day of one's choosing does not pick the law that holds (CV-15)
    static let frontFactIsRecordedInItsTime = RefusalWords(
        "front_fact_is_recorded_in_its_time",
        Words(
            "登记的日期距今太久：补录只限规定的日数以内。",
            "The day lies too far back: what happened is recorded within the days allowed."),
        remedy: Words(
            "核对日期；早已办成的，按既有项目导入，并附当时的材料。",
            "Check the day; what was done long ago is taken in with its papers, as a project under way."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "front.recorded_within_days")
    static let scopeIsFoundByADayThatHasCome = RefusalWords(
        "scope_is_found_by_a_day_that_has_come",
        Words(
            "认定基准日在今天以后：不能用将来的日期计算上次改造以来的年数。",
            "The reference day is yet to come: years since the last renovation are not counted to a day ahead."
        ),
        remedy: Words("请填申报或编制计划的日期。", "Give the day on which the plan or the application is made."),
        liftedBy: [.constructionUnit, .renovationOffice], key: "projects.requirements")
    static let postingFollowsTheOneBefore = RefusalWords(
        "posting_follows_the_one_before",
        Words("张贴日期早于上一份公示撤下的日期。", "It was put up before the posting before it was taken down."),
        remedy: Words("请填实际张贴的日期，公示期从那天起重新计算。", "Give the day it was put up; its days begin anew."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    static let postingFollowsItsBallot = RefusalWords(
        "posting_follows_its_ballot",
        Words(
            "方案还没有表决通过，或张贴日期早于表决结束。",
            "The scheme was not voted for yet, or this hung before the vote was closed."),
        remedy: Words("表决通过后再张贴意见公示书，填实际张贴的日期。", "Put up the owners' opinion once they have voted."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    static let postingRestsOnStoredPapers = RefusalWords(
        "posting_rests_on_stored_papers",
        Words(
            "公示的材料或照片没有登记：摘要对应的原件不在本项目已登记的材料里。",
            "An attachment or the photo of the posting is no stored paper of the project."),
        remedy: Words(
            "请先把所列材料和张贴照片登记为项目材料（上传原件），再登记公示。",
            "Record what is named with its bytes as papers of the project first."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    static let postingPapersAreDifferentFiles = RefusalWords(
        "posting_papers_are_different_files",
        Words("同一份文件用作两项公示材料，或兼作照片。", "One file stands for two of what hung, or for the photo too."),
        remedy: Words("每项材料各登记一份文件，照片另行登记。", "Record a file for each, and the photo apart."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    static let postingPhotoIsAPicture = RefusalWords(
        "posting_photo_is_a_picture",
        Words("公示照片不是图片文件。", "The photo of the posting is no picture."),
        remedy: Words(
            "请登记现场照片原件（JPEG、PNG、TIFF 或 HEIC）。", "Record the photo itself: JPEG, PNG, TIFF or HEIC."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
    static let postingAttachmentIsKnown = RefusalWords(
        "posting_attachment_is_known",
        Words("本地的公示没有这项材料。", "The place asks for no such attachment of a posting."),
        remedy: Words("从所列材料中选择。", "Take one of those named."),
        liftedBy: [.constructionUnit, .community, .ownersBody], key: "publicity.attachments")
}
