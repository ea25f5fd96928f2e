package import Values

/// A slip as it is read for a count (计票用票): corrected where a recount corrected it.
package struct SlipReading: Hashable, Sendable, Codable {
    package let slip: ID
    package let owner: ID
    package let area: Int64
    package let answers: [BallotAnswer]

    package init(slip: ID, owner: ID, area: Int64, answers: [BallotAnswer]) {
        self.slip = slip
        self.owner = owner
        self.area = area
        self.answers = answers
    }
}

/// What the slips of a ballot come to for one question (计票).
package struct BallotTally: Hashable, Sendable {
    package let figures: VoteFigures
    package let no: Int64

    /// Counts units and area slip by slip, and each owner once.
    ///
    /// An owner of several units takes part with his first slip, and agrees where all of his slips agree.
    ///
    /// - Source: 建筑物区分所有权解释 第九条, CON-5; the rest by house reading
    package init(_ slips: [SlipReading], question index: Int, over totals: RegisterTotals) {
        var owners: [ID: Bool] = [:]
        var (area, areaYes, yes, no) = (Int64(0), Int64(0), Int64(0), Int64(0))
        for slip in slips where slip.answers.indices.contains(index) {
            let agrees = slip.answers[index] == .yes
            area += slip.area
            areaYes += agrees ? slip.area : 0
            yes += agrees ? 1 : 0
            no += slip.answers[index] == .no ? 1 : 0
            owners[slip.owner] = (owners[slip.owner] ?? true) && agrees
        }
        self.no = no
        figures = VoteFigures(
            area: VoteCount(total: totals.area, part: area, yes: areaYes),
            persons: VoteCount(
                total: totals.persons, part: Int64(owners.count), yes: Int64(owners.values.count { $0 })),
            households: VoteCount(total: totals.households, part: Int64(slips.count), yes: yes))
    }
}

extension RatioTest {
    /// The test with its exact fractions, as it is kept and shown.
    package var json: JSON {
        .object([
            "part": .text(part.rawValue), "basis": .text(basis.rawValue), "count": .int(count),
            "base": .int(base), "needed": .text(needed.description), "inclusive": .bool(inclusive),
            "met": .bool(isMet), "title": .text(words.zh), "title_en": .text(words.en),
        ])
    }

    /// What is held against what.
    package var words: Words {
        let bases: [Basis: Words] = [
            .area: Words("面积", "by area"), .persons: Words("人数", "by persons"),
            .households: Words("户数", "by households"),
        ]
        let basis = bases[basis] ?? Words(self.basis.rawValue, self.basis.rawValue)
        let parts: [Part: Words] = [
            .quorum: Words("参与表决", "taking part"), .majority: Words("法律多数", "majority by law"),
            .local: Words("地方双三分之二", "the place's double ratio"), .single: Words("认可率", "approval rate"),
        ]
        let part = parts[part] ?? Words(self.part.rawValue, self.part.rawValue)
        let bound = inclusive ? Words("以上", "or more") : Words("过", "more than")
        let share = inclusive ? "\(needed)\(bound.zh)" : "\(bound.zh)\(needed)"
        return Words("\(part.zh)（\(basis.zh)，\(share)）", "\(part.en), \(basis.en), \(needed) \(bound.en)")
    }
}
