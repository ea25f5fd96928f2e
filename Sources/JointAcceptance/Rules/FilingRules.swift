package import Policy
package import Values

/// The filing of completed works (竣工验收备案).
package enum FilingRules {
    package struct Finding: Hashable, Sendable {
        /// Titles of the documents that are missing, in the words of the text.
        package let missing: [String]
        /// True where barrier-free parts had to be accepted and were not, or nobody said so.
        package let barrierFree: BarrierFree
        package let because: [Citation]
    }

    package enum BarrierFree: Hashable, Sendable { case notRequired, accepted, notAccepted, unknown }

    /// What a filing still lacks on the day of acceptance: documents by the list of the place, and the acceptance of
    /// barrier-free parts.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（四）7, LC-12-8; 建设部令第2号 第五条, QLT-07; 无障碍环境建设法 第十六条, QLT-12
    package static func filing(
        documents: [String], barrierFreeAccepted: Bool?, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let list = try policy.records("filing.documents")
        let held = Set(documents.map(bare))
        var missing = [String]()
        for record in list.value {
            let isConditional = record.has("conditional") ? try record.bool("conditional") : false
            guard !isConditional else { continue }
            let title = try record.text("zh")
            let names = [record.id, title] + (record.has("aliases") ? try record.texts("aliases") : [])
            if held.isDisjoint(with: names.map(bare)) { missing.append(title) }
        }
        var because = [list.citation]
        var barrierFree = BarrierFree.notRequired
        do throws(PolicyFault) {
            let rule = try policy.bool("filing.barrier_free_accepted")
            because.append(rule.citation)
            if rule.value {
                barrierFree = barrierFreeAccepted.map { $0 ? .accepted : .notAccepted } ?? .unknown
            }
        } catch {
            // Before the law was in force nobody had to accept them.
            guard case .notInForce = error else { throw error }
        }
        return Finding(missing: missing, barrierFree: barrierFree, because: because)
    }

    /// A title without its brackets, quotes and spaces.
    private static func bare(_ title: String) -> String {
        title.filter { !"《》〈〉“”\" 　".contains($0) }
    }
}
