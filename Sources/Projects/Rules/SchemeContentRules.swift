package import Policy
package import Values

/// What a scheme has to answer, and where the residents' part of its money comes from (方案内容、居民出资).
package enum SchemeContentRules {
    /// What a scheme does not answer: an aspect that it passes over, a content that it leaves out without a reason.
    ///
    /// - Source: 杭政办函〔2022〕10号 二（二）、四（三） HZ-02-3, HZ-22; XH-02-3, XH-04-4
    package struct Gaps: Hashable, Sendable {
        package let aspects: [String]
        package let contents: [String]
        /// What was named and is neither.
        package let unknown: [String]
        package let aspectsBecause: Citation
        package let contentsBecause: Citation
    }

    /// Holds the contents of a scheme against the aspects and contents of its place.
    ///
    /// - Source: 杭政办函〔2022〕10号 二（二）、四（三） HZ-02-3, HZ-22; XH-02-3, XH-04-4
    package static func gaps(
        addressed: [String], reasons: [String: String], under policy: Policy
    ) throws(PolicyFault) -> Gaps {
        let aspects = try policy.texts("plan.aspects")
        let contents = try policy.texts("plan.unified_contents")
        let done = Set(addressed)
        let known = Set(aspects.value + contents.value)
        return Gaps(
            aspects: aspects.value.filter { !done.contains($0) },
            contents: contents.value.filter { !done.contains($0) && reasons[$0] == nil },
            unknown: (done.union(reasons.keys)).subtracting(known).sorted(),
            aspectsBecause: aspects.citation, contentsBecause: contents.citation)
    }

    /// One source of the residents' money in a funding plan, or a thing given and what it is worth.
    package struct Contribution: Hashable, Sendable {
        package let channel: String
        package let value: Fen
        /// Whether the owners' body agreed to it; nil where nobody said.
        package let isAgreed: Bool?

        package init(channel: String, value: Fen, isAgreed: Bool?) {
            self.channel = channel
            self.value = value
            self.isAgreed = isAgreed
        }
    }

    /// What a funding plan's resident lines lack; no share of the cost is asked for anywhere in them.
    package struct Lines: Hashable, Sendable {
        package let total: Fen
        /// Channels that are the owners' common money, and that nobody agreed to use.
        package let withoutConsent: [PolicyRecord]
        /// Things given that nobody valued.
        package let withoutValue: [PolicyRecord]
        package let unknown: [String]
        /// Whether nothing comes from the residents and no reason stands beside it, where the place asks for it in principle.
        package let missesReason: Bool
        package let because: [Citation]
    }

    /// Holds the resident lines of a funding plan against the channels of the place.
    ///
    /// - Source: GS-04-6; 岳阳市征求意见稿 六（三）、（四） YY-06-7, YY-06-8; 民法典 第二百七十八条
    package static func lines(
        _ given: [Contribution], reason: String?, under policy: Policy
    ) throws(PolicyFault) -> Lines {
        let stance = try policy.text("money.residents")
        let channels = try policy.records("money.channels")
        let byID = Dictionary(channels.value.map { ($0.id, $0) }) { first, _ in first }
        let total = given.map(\.value).reduce(Fen.zero, +)
        var (consent, value) = ([PolicyRecord](), [PolicyRecord]())
        for line in given {
            guard let channel = byID[line.channel] else { continue }
            if channel.has("matter"), line.isAgreed != true { consent.append(channel) }
            if line.value == .zero { value.append(channel) }
        }
        return Lines(
            total: total, withoutConsent: consent, withoutValue: value,
            unknown: given.map(\.channel).filter { byID[$0] == nil },
            missesReason: stance.value == "in_principle" && total == .zero && reason == nil,
            because: [stance.citation] + given.compactMap { byID[$0.channel]?.citation })
    }

    /// The stages of a renovation in which the residents' part is not on record, first to last.
    ///
    /// - Source: 杭政办函〔2022〕10号 四（二） HZ-17; XH-04-1
    package static func stagesWithout(
        _ recorded: [String], under policy: Policy
    ) throws(PolicyFault) -> (missing: [PolicyRecord], all: [PolicyRecord], citation: Citation) {
        let stages = try policy.records("participation.stages")
        return (stages.value.filter { !recorded.contains($0.id) }, stages.value, stages.citation)
    }
}
