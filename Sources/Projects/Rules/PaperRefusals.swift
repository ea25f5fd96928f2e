package import Values

extension ProjectsRefusals {
    package static let paperIsRecordedByItsBody = RefusalWords(
        "paper_is_recorded_by_its_body",
        Words("您的角色不登记这类材料。", "Your role does not record papers of this kind."),
        remedy: Words("请由所列单位登记。", "Let one of the bodies named record it."), key: "paper.recorders",
        lifter: .whoeverAsks)
    package static let paperKindIsKnown = RefusalWords(
        "paper_kind_is_known", Words("没有这类材料。", "There is no such kind of paper."),
        remedy: Words("从所列种类中选择；都不合适的用“其他材料”。", "Take one of the kinds named, or `other`."),
        key: "paper.recorders", lifter: .whoeverAsks)
    package static let paperIsNotDatedAhead = RefusalWords(
        "paper_is_not_dated_ahead", Words("材料的日期在今天以后。", "The paper bears a day that is yet to come."),
        remedy: Words("按材料上的日期登记。", "Enter the day that the paper bears."), key: "paper.recorders",
        lifter: .whoeverAsks)
    package static let paperWaitsNoMore = RefusalWords(
        "paper_waits_no_more", Words("项目已经销号，不再登记材料。", "The project is closed and takes no more papers."),
        remedy: Words("销号以后的材料由街道另行归档。", "The street files later papers by itself."),
        liftedBy: [.constructionUnit], key: "paper.recorders")
    package static let paperIsOfItsProject = RefusalWords(
        "paper_is_of_its_project",
        Words("材料属于另一个项目。", "The paper is of another project."),
        remedy: Words("到它所属的项目登记。", "Record it with the project it is of."), key: "paper.recorders",
        lifter: .whoeverAsks)

    /// Those whose papers an acceptance rests on.
    private static let givers: [Role] = [
        .constructionUnit, .contractor, .epcContractor, .supervisor, .designer, .surveyor,
    ]
    package static let paperKindHasItsBytes = RefusalWords(
        "paper_kind_has_its_bytes",
        Words(
            "这类材料须上传原件，只填摘要不算登记。", "A paper of this kind is recorded with its bytes; a digest alone is none."),
        remedy: Words("上传原件后登记。", "Send the file with it."), liftedBy: givers,
        key: "paper.kinds_with_bytes")
    package static let paperStartsItsTerm = RefusalWords(
        "paper_starts_its_term",
        Words(
            "这份材料起算一项法定期限，登记时须同时立下期限。", "This paper begins a term of law, which is recorded with it."),
        remedy: Words("按材料的日期登记，期限由系统计算。", "Record the paper; its term is counted from its day."),
        liftedBy: givers, key: "paper.terms")
    package static let paperTermIsOfAContract = RefusalWords(
        "paper_term_is_of_a_contract",
        Words(
            "这份材料的期限按合同金额分档，须登记在一份合同名下。", "Its term goes by the amount of a contract: record it as about one."
        ),
        remedy: Words("以所结算的合同为材料的对象登记。", "Give the contract that is settled as what it is about."),
        liftedBy: givers, key: "accounts.review_bands")
    package static let paperTermIsBegunByItsPaper = RefusalWords(
        "paper_term_is_begun_by_its_paper",
        Words("法定期限只随起算它的材料立下，一份材料一次。", "A term of law begins with the paper that begins it, once."),
        remedy: Words("先登记起算期限的材料。", "Record the paper that begins it."), liftedBy: givers,
        key: "paper.terms")
    package static let paperTermIsMetByItsPaper = RefusalWords(
        "paper_term_is_met_by_its_paper",
        Words("这项期限以登记的材料为准，没有材料不算办结。", "This deadline is met by its paper, and by nothing else."),
        remedy: Words("登记期限所等的材料。", "Record the paper that it waits for."), liftedBy: givers,
        key: "paper.terms")
    package static let acceptancePaperFollowsTheWorks = RefusalWords(
        "acceptance_paper_follows_the_works",
        Words(
            "材料的日期早于它所说明的方案、施工、完工或验收合格，或者还没有到那一步。",
            "A paper is older than the scheme, the works, the completion or the certificate that it speaks of."
        ),
        remedy: Words(
            "按材料上的日期登记；说明完工后情况的和验收通知，待施工单位报告完工以后出具；业主共同决定移交，待验收合格以后作出。",
            "Give the day that it bears; what speaks of finished works is written after they are reported complete, the owners' decision to hand over after the certificate."
        ),
        liftedBy: givers, key: "acceptance.paper_dates")
    package static let launchPaperIsOfItsScheme = RefusalWords(
        "launch_paper_is_of_its_scheme",
        Words(
            "启动材料的日期早于这个改造方案的征询或确定。",
            "A paper of the launch is older than the consultation on its scheme, or its approval."),
        remedy: Words(
            "按材料上的日期登记；旧材料不作数的，就这个方案重新出具。",
            "Give the day that it bears; one from before the scheme is written anew for it."),
        liftedBy: [.ownersBody, .community, .renovationOffice], key: "launch.paper_days")
    package static let schemeApprovalNamesItsAmounts = RefusalWords(
        "scheme_approval_names_its_amounts",
        Words(
            "方案批准文件须同时登记批准的各类金额。",
            "An approval of a scheme is recorded with what it approves by class of works."),
        remedy: Words(
            "按批准文件填写必选、基础、完善、提升四类工程费，另行补助的内容，以及其他费用和预备费（没有的填 0）。",
            "Enter the works of the four classes, those outside the plan, and other costs with contingency; zero where there is none."
        ),
        liftedBy: [.renovationOffice], key: "paper.recorders")
    package static let schemeAmountsAreOfASchemeApproval = RefusalWords(
        "scheme_amounts_are_of_a_scheme_approval",
        Words(
            "分类金额只随方案批准文件登记，六项齐全，不为负数。",
            "Amounts by class come with an approval of a scheme alone, all six, none below nothing."),
        remedy: Words("核对材料种类和六项金额。", "Check the kind of the paper and the six sums."),
        liftedBy: [.renovationOffice], key: "paper.recorders")
    package static let budgetApprovalNamesItsTotal = RefusalWords(
        "budget_approval_names_its_total",
        Words("概算批复须同时登记批准的总投资。", "An approval of a budget is recorded with the total that it approves."),
        remedy: Words("按批复文件填写批准的总投资。", "Enter the total of the approval (approved_fen)."),
        liftedBy: [.renovationOffice], key: "paper.recorders")
    package static let paperTotalIsOfABudgetApproval = RefusalWords(
        "paper_total_is_of_a_budget_approval",
        Words(
            "批准的总投资只随概算批复登记，且大于零。", "Only an approval of a budget carries a total, and it is above nothing."),
        remedy: Words("核对材料种类和金额。", "Check the kind of the paper and the sum."), key: "paper.recorders",
        lifter: .whoeverAsks)

    package static let paperIsItsDigest = RefusalWords(
        "paper_is_its_digest", Words("材料内容为空，或与所填摘要不符。", "The bytes are none, or not those of the digest."),
        remedy: Words("重新上传原件；摘要可以不填，由系统计算。", "Send the file again; its digest may be left out."),
        key: "paper.recorders", lifter: .whoeverAsks)

    static let papers: [RefusalWords] = [
        paperIsItsDigest, paperKindHasItsBytes, acceptancePaperFollowsTheWorks,
        launchPaperIsOfItsScheme, schemeApprovalNamesItsAmounts, schemeAmountsAreOfASchemeApproval,
        paperStartsItsTerm, paperTermIsOfAContract, paperTermIsBegunByItsPaper, paperTermIsMetByItsPaper,
        paperIsRecordedByItsBody, paperKindIsKnown, paperIsNotDatedAhead, paperWaitsNoMore,
        paperIsOfItsProject, budgetApprovalNamesItsTotal, paperTotalIsOfABudgetApproval,
    ]
}
