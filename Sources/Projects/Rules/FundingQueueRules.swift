package import Values

/// A project whose residents' money is complete, in the queue for the year's subsidy (资金到位排队).
package struct QueuedProject: Hashable, Sendable {
    package let id: ID
    package let name: String
    package let subsidy: Fen
    package let reachedAt: Instant

    package init(id: ID, name: String, subsidy: Fen, reachedAt: Instant) {
        self.id = id
        self.name = name
        self.subsidy = subsidy
        self.reachedAt = reachedAt
    }
}

/// The order in which projects start, and where the year's money ends (优先启动与年度资金).
package enum FundingQueueRules {
    /// The queue by the moment of reaching 100 %, each with what is asked up to it and whether it lies within the year's
    /// allotment; what was paid is another matter.
    ///
    /// The queue is cut where the allotment ends: who stands after the cut waits, however little it asks.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（四）, LC-15-2, LC-15-6
    package static func queue(
        _ projects: [QueuedProject], allotment: Fen?
    ) -> [(project: QueuedProject, upTo: Fen, isWithin: Bool?)] {
        let ordered = projects.sorted {
            ($0.reachedAt.unixMilliseconds, $0.id.high, $0.id.low)
                < ($1.reachedAt.unixMilliseconds, $1.id.high, $1.id.low)
        }
        var sum = Fen.zero
        return ordered.map { project in
            sum = sum + project.subsidy
            return (project, sum, allotment.map { sum <= $0 })
        }
    }
}
