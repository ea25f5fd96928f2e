package import Policy
package import Values

/// What a place says about changing works (工程变更规定), read from its policy.
package struct ChangeOrderPolicy: Sendable {
    /// A reason for which the exception path is open, with the papers it asks for (变更事由).
    package struct Ground: Sendable {
        package let words: Words
        package let papers: [String]
        package let citation: Citation
    }

    package let allowedInPrinciple: Cited<Bool>
    package let grounds: [String: Ground]
    /// The grounds in the order of the pack, for lists people choose from.
    package let groundOrder: [String]
    package let papers: Cited<[String]>
    package let paperTitles: [String: Words]
    package let opinions: Cited<[String]>
    package let approvals: Cited<[String]>
    package let budgetLimit: Cited<Bool>
    package let largerRatio: Cited<Ratio>
    package let splittingForbidden: Cited<Bool>
    /// Who approves against an opinion answers it; none where the edition does not ask for it.
    package let answersWhatOpposes: Cited<Bool>?
    /// How many letters or digits an answer has at least.
    package let leastAnswer: Int

    package init(_ policy: Policy) throws(PolicyFault) {
        allowedInPrinciple = try policy.bool("change.allowed_in_principle")
        let records = try policy.records("change.grounds").value
        var grounds = [String: Ground]()
        for record in records {
            grounds[record.id] = Ground(
                words: try record.words(), papers: try record.texts("papers"), citation: record.citation)
        }
        self.grounds = grounds
        groundOrder = records.map(\.id)
        papers = try policy.texts("change.papers")
        var titles = [String: Words]()
        for record in try policy.records("change.paper_titles").value {
            titles[record.id] = try record.words()
        }
        titles["original_authority_approval"] = Words("原审批部门批准文件", "Approval of the original authority")
        paperTitles = titles
        opinions = try policy.texts("change.opinions")
        approvals = try policy.texts("change.approvals")
        budgetLimit = try policy.bool("change.budget_limit")
        largerRatio = try policy.ratio("change.larger_ratio")
        splittingForbidden = try policy.bool("tender.splitting_forbidden")
        answersWhatOpposes =
            policy.has("change.opposing_opinions_answered")
            ? try policy.bool("change.opposing_opinions_answered") : nil
        let measure = "reason.min_characters"
        leastAnswer = policy.has(measure) ? Int(try policy.int(measure).value) : 1
    }

    /// A paper's name for people, by its kind.
    package func title(_ kind: String) -> Words { paperTitles[kind] ?? Words("其他材料", kind) }

    /// The open grounds as people choose them.
    package var openGrounds: [Words] {
        groundOrder.compactMap { id in
            grounds[id].map { Words($0.words.zh, "\($0.words.en) (\(id))") }
        }
    }
}
