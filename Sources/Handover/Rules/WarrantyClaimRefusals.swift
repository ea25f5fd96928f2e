package import Values

/// The words of refusals about warranty claims (报修拒绝用语).
package enum WarrantyClaimRefusals {
    package static let isOfAWarranty = RefusalWords(
        "warranty_claim_is_of_a_warranty", Words("没有登记这类工程的保修。", "No warranty of such works is recorded."),
        remedy: Words("从已登记的保修项目中选择。", "Choose works whose warranty is recorded."),
        liftedBy: [.constructionUnit],
        key: "quality.contractor_repairs")
    package static let isInItsPeriod = RefusalWords(
        "warranty_claim_is_in_its_period",
        Words("报修日不在保修期内，期满后由业主维护。", "The warranty does not run on this day; after it the owners maintain."),
        remedy: Words("保修期满的，由业主或物业维修。", "The owners or their manager mend it."), liftedBy: [.ownersBody],
        key: "warranty.roll")
    package static let beginsAsFiled = RefusalWords(
        "warranty_claim_begins_as_it_is_filed",
        Words("报修由报修单位按当天或以前的日期登记。", "A claim is filed by its own unit, on a day that has come."),
        remedy: Words("核对日期。", "Check the day."),
        liftedBy: [.constructionUnit, .community, .ownersBody, .utility], key: "quality.contractor_repairs")
    package static let isGivenToAContractor = RefusalWords(
        "warranty_claim_is_given_to_a_contractor",
        Words("报修只能交给本项目的施工单位。", "A claim goes to a unit that built for this project."),
        remedy: Words("选择签有施工合同的单位。", "Choose one with a contract for works."), liftedBy: [.constructionUnit],
        key: "quality.contractor_repairs")
    package static let namesItsOwnReport = RefusalWords(
        "warranty_claim_names_its_own_report",
        Words("所引的居民问题不属于本项目。", "The report that it names is of another project."),
        remedy: Words("选择本项目的问题。", "Name a report of this project."),
        liftedBy: [.constructionUnit, .community], key: "quality.contractor_repairs")
    package static let step = RefusalWords(
        "warranty_claim_step_is_allowed",
        Words("报修不能这样办理。", "The claim does not take this step."),
        remedy: Words("按报修、到场、维修、核验的顺序办理。", "Follow its order."),
        liftedBy: [.contractor, .epcContractor, .constructionUnit], key: "quality.contractor_repairs")
    package static let isNotDatedAhead = RefusalWords(
        "warranty_claim_is_not_dated_ahead", Words("日期不能晚于今天。", "The day lies ahead."),
        remedy: Words("办成之后再登记。", "Record it once it is done."), liftedBy: [.contractor, .epcContractor],
        key: "quality.contractor_repairs")
    package static let isFixedByItsContractor = RefusalWords(
        "warranty_claim_is_fixed_by_its_contractor",
        Words("到场和维修由承担保修的施工单位自己登记。", "The contractor records his own coming and mending."),
        remedy: Words(
            "由施工单位登记；逾期不到场的，建设单位可以自行维修，费用由其承担。",
            "Let him record it; after his days the construction unit may mend at his cost."),
        liftedBy: [.contractor], key: "quality.contractor_repairs")
    package static let ownerMendsLater = RefusalWords(
        "owner_mends_after_the_contractors_days",
        Words("施工单位的到场期限没有过，建设单位还不能代为维修。", "The contractor's days are not over."),
        remedy: Words("期限过后再由建设单位维修。", "Wait until his days are over."),
        liftedBy: [.contractor, .constructionUnit],
        key: "quality.contractor_on_site_days")
    package static let isVerifiedByAnother = RefusalWords(
        "warranty_claim_is_verified_by_another",
        Words("维修的单位不能自己核验。", "Whoever mended does not find it mended."),
        remedy: Words(
            "由建设单位、社区、业委会或专营单位核验。", "Let the construction unit, community, owners or utility do it."),
        liftedBy: [.constructionUnit, .community, .ownersBody, .utility], key: "quality.contractor_repairs")
    package static let startsItsClock = RefusalWords.inward(
        "warranty_claim_starts_its_clock", "报修须按规定天数开始计时。",
        "A claim starts the clock of the contractor's coming.")

    package static let all: [RefusalWords] = [
        isOfAWarranty, isInItsPeriod, beginsAsFiled, isGivenToAContractor, namesItsOwnReport, step,
        isNotDatedAhead, isFixedByItsContractor, ownerMendsLater, isVerifiedByAnother, startsItsClock,
        .form(
            "warranty_claim_names_its_place", "须写明位置。", "A claim names its place.", remedy: "写明楼幢、单元或管段。",
            "Say at which house, entrance or run of pipe.",
            by: [.constructionUnit, .community, .ownersBody, .utility]),
        .form(
            "warranty_claim_tells_the_defect", "须写明缺陷。", "A claim tells the defect.", remedy: "写明看到的缺陷。",
            "Say what the defect is.", by: [.constructionUnit, .community, .ownersBody, .utility]),
        .inward("warranty_claim_state_is_known", "没有这种报修状态。", "There is no such state."),
        .form(
            "warranty_claim_fix_is_told", "维修须写明日期和做法。", "Mending has its day and what was done.",
            remedy: "写明维修日期和做法。", "Say on which day and how it was mended.",
            by: [.contractor, .epcContractor]),
        .form(
            "warranty_claim_verdict_is_signed", "核验须有人和日期。", "A verdict has its day and person.",
            remedy: "由核验人登录后登记核验结果。", "Whoever finds it good signs in and records it.",
            by: [.constructionUnit, .ownersBody]),
        .form(
            "warranty_claim_cost_is_the_owners", "代修费用只在建设单位维修时填写。", "A cost is of the owner's mending.",
            remedy: "承包单位自己维修的，不填费用；由建设单位代修的，选择代修后再填。",
            "Leave the cost out where the contractor mends; it belongs to mending by the construction unit.",
            by: [.constructionUnit]),
    ]
}
