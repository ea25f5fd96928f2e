import Policy
import Projects
import Values

/// Questions of a place's programme and of what schemes answer (任务进度、建成年代、方案内容、居民出资).
enum ProgrammeQuestions {
    static let all = [progress, ageClass, flagships, points, contents, residentMoney, participation]

    private static let progress = Question(
        "programme_progress", Words("改造任务进度", "how far a programme is"), place: "HZ", on: "counted_on",
        says: [
            "pass": Words("目标数已完成", "the target is reached"), "late": Words("期限已到，尚未完成", "behind its term"),
            "ok": Words("尚在期限内", "still within its terms"),
        ],
        [
            FactSpec("counted_on", .day), FactSpec("done", .int(0...1_000_000)),
            FactSpec("planned", .int(1...1_000_000), optional: true),
        ]
    ) { facts, policy, _ in
        let day = try facts.day("counted_on")
        let planned = facts.has("planned") ? try facts.int("planned") : nil
        let found = try ProgrammeRules.progress(
            done: facts.int("done"), planned: planned, on: day, under: policy)
        guard let found else { throw FactErrors([.missing("planned")]) }
        let verdict = found.left == 0 ? "pass" : found.late.isEmpty ? "ok" : "late"
        return Answer(
            verdict,
            [
                "target": .int(found.target), "to_go": .int(found.left),
                "share": found.share.map { .text($0.description) } ?? .null,
                "percent": found.share.map { .text($0.percent) } ?? .null,
                "terms": .list(found.terms.map(\.json)),
            ], because: found.because,
            holdings: found.late.map {
                Holding(
                    Words("\($0.words.zh)：到期时已完成", "\($0.words.en): done by its end"), holds: false,
                    by: $0.citation)
            })
    }

    private static let ageClass = Question(
        "age_class", Words("建成年代分类建议", "the class of age that is suggested"), place: "GS",
        says: ["advisory": Words("仅为建议，由工作人员确认", "a suggestion, which an officer confirms")],
        [FactSpec("completed", .day)]
    ) { facts, policy, _ in
        let year = try facts.day("completed").year
        guard let found = try ProgrammeRules.ageClass(ofYear: year, under: policy) else {
            throw facts.refuse("completed", Words("属于某一建成年代", "within a class of age"))
        }
        let words = try found.value.words()
        return Answer(
            "advisory", ["class": .text(found.value.id), "class_words": .text(words.zh)],
            because: [found.citation],
            holdings: [
                Holding(
                    Words("建于 \(year) 年：\(words.zh)", "built in \(year): \(words.en)"), holds: true,
                    by: found.citation)
            ])
    }

    private static let flagships = Question(
        "flagships", Words("各街道精品工程个数", "flagship projects of each street"), place: "GS",
        says: [
            "pass": Words("各街道均在规定个数内", "each street has its number"),
            "fail": Words("有街道不在规定个数内", "a street has too few or too many"),
        ],
        [FactSpec("streets", .records([FactSpec("name", .text), FactSpec("count", .int(0...10_000))]))]
    ) { facts, policy, _ in
        var streets = [String: Int64]()
        for street in try facts.records("streets") {
            streets[try street.text("name"), default: 0] += try street.int("count")
        }
        let found = try ProgrammeRules.flagships(streets, under: policy)
        func held(_ name: String) -> Holding {
            Holding(
                Words(
                    "\(name)有 \(found.least) 至 \(found.most) 个", "\(name) has \(found.least) to \(found.most)"
                ),
                holds: false, by: found.citation)
        }
        return Answer(
            found.few.isEmpty && found.many.isEmpty ? "pass" : "fail",
            [
                "too_few": .list(found.few.map { .text($0) }),
                "too_many": .list(found.many.map { .text($0) }),
            ], because: [found.citation], holdings: (found.few + found.many).map(held))
    }

    private static let points = Question(
        "assessment_points", Words("年度绩效考核得分", "points in the yearly assessment"), place: "YY",
        [FactSpec("score", .fraction)]
    ) { facts, policy, _ in
        let score = try facts.ratio("score")
        guard score >= Ratio(whole: 0), score <= Ratio(whole: 100) else {
            throw facts.refuse("score", Words("0 至 100 的分数", "a score of 0 to 100"))
        }
        let points = try ProgrammeRules.points(of: score, under: policy)
        guard let value = points.value else {
            throw facts.refuse("score", Words("至多六位小数", "six decimal places at most"))
        }
        return Answer(["points": .text(value.decimals)], because: [points.citation])
    }

    private static let contents = Question(
        "plan_contents", Words("改造方案是否逐项回应规定的方面和内容", "whether a scheme answers every aspect and content"),
        place: "HZ",
        says: ["complete": Words("逐项已回应", "every one"), "blocked": Words("有未回应的", "not every one")],
        [FactSpec("addressed", .list(.text)), FactSpec("left_out", .map([], .text), optional: true)]
    ) { facts, policy, _ in
        let reasons = facts.has("left_out") ? try facts.textsByName("left_out") : [:]
        let gaps = try SchemeContentRules.gaps(
            addressed: facts.texts("addressed"), reasons: reasons, under: policy)
        guard gaps.unknown.isEmpty else {
            let names = gaps.unknown.joined(separator: "、")
            throw facts.refuse(
                "addressed", Words("规定的方面和内容（没有 \(names)）", "an aspect or content of the place, not \(names)")
            )
        }
        let missing = gaps.aspects + gaps.contents
        let held =
            gaps.aspects.map {
                Holding(Words("方案包括\($0)", "the scheme answers \($0)"), holds: false, by: gaps.aspectsBecause)
            }
            + gaps.contents.map {
                Holding(
                    Words("方案包括\($0)，或者写明不做的理由", "the scheme answers \($0), or says why not"), holds: false,
                    by: gaps.contentsBecause)
            }
        return Answer(
            missing.isEmpty ? "complete" : "blocked", ["missing": .list(missing.map { .text($0) })],
            because: [gaps.aspectsBecause, gaps.contentsBecause], holdings: held)
    }

    private static let residentMoney = Question(
        "resident_money",
        Words("资金方案的居民出资部分是否齐备", "whether the residents’ part of a funding plan is complete"),
        place: "GS",
        says: [
            "ok": Words("齐备", "it is"),
            "advisory": Words("居民没有出资，也没有写明理由：提示，不阻止", "nothing and no reason: a warning"),
            "blocked": Words("不齐备", "it is not"),
        ],
        [
            FactSpec(
                "contributions",
                .records([
                    FactSpec("channel", .text), FactSpec("value", .money),
                    FactSpec("agreed", .bool, optional: true),
                ])),
            FactSpec("no_money_reason", .text, optional: true),
        ]
    ) { facts, policy, _ in
        var given = [SchemeContentRules.Contribution]()
        for line in try facts.records("contributions") {
            given.append(
                SchemeContentRules.Contribution(
                    channel: try line.text("channel"), value: try line.fen("value"),
                    isAgreed: line.has("agreed") ? try line.bool("agreed") : nil))
        }
        let found = try SchemeContentRules.lines(
            given, reason: facts.has("no_money_reason") ? facts.text("no_money_reason") : nil, under: policy)
        guard found.unknown.isEmpty else {
            let names = found.unknown.joined(separator: "、")
            throw facts.refuse(
                "contributions", Words("当地文件列出的渠道（没有 \(names)）", "a channel of the place, not \(names)"))
        }
        return try answer(found)
    }

    private static func answer(_ found: SchemeContentRules.Lines) throws -> Answer {
        var held = [Holding]()
        for channel in found.withoutConsent {
            let words = try channel.words()
            held.append(
                Holding(
                    Words("\(words.zh)经业主决定同意使用", "the owners agreed to use \(words.en)"), holds: false,
                    by: channel.citation))
        }
        for channel in found.withoutValue {
            let words = try channel.words()
            held.append(
                Holding(
                    Words("\(words.zh)写明金额或者折价", "\(words.en) has a sum or a value"), holds: false,
                    by: channel.citation))
        }
        let isComplete = held.isEmpty
        if found.missesReason {
            held += Holding.found(
                Words("居民出资，或者写明不出资的理由", "residents contribute, or a reason is given"), false,
                by: found.because)
        }
        let missing = (found.withoutConsent + found.withoutValue).map { JSON.text($0.id) }
        return Answer(
            !isComplete ? "blocked" : found.missesReason ? "advisory" : "ok",
            ["total": found.total.json, "missing": .list(missing)], because: found.because, holdings: held)
    }

    private static let participation = Question(
        "resident_participation", Words("居民是否全过程参与", "whether residents took part throughout"), place: "HZ",
        says: [
            "ok": Words("改造前、中、后均有记录", "on record before, during and after"),
            "advisory": Words("有阶段没有记录：提示，不阻止", "a stage is not on record: a warning"),
        ],
        [FactSpec("stages", .list(.choice(["before", "during", "after"])))]
    ) { facts, policy, _ in
        let found = try SchemeContentRules.stagesWithout(facts.texts("stages"), under: policy)
        var held = [Holding]()
        for stage in found.missing {
            let words = try stage.words()
            held.append(Holding(words, holds: false, by: stage.citation))
        }
        return Answer(
            held.isEmpty ? "ok" : "advisory", ["missing": .list(found.missing.map { .text($0.id) })],
            because: found.all.map(\.citation), holdings: held)
    }
}

extension ProgrammeRules.Term {
    fileprivate var json: JSON {
        .object([
            "id": .text(id), "zh": .text(words.zh), "start": start?.json ?? .null, "end": end?.json ?? .null,
            "days_left": daysLeft.map { .int(Int64($0)) } ?? .null,
        ])
    }
}

extension Ratio {
    /// The ratio in hundredths of a hundred, half up, as `45.80`; only shown, never compared (catalogue CV-02).
    fileprivate var percent: String { share(of: Fen(10_000)).yuan }

    /// The ratio as decimal text to the sixth place, half up, without zeros at its end.
    fileprivate var decimals: String {
        let millionths = share(of: Fen(1_000_000)).amount
        let digits = String(millionths % 1_000_000)
        var places = String(repeating: "0", count: 6 - digits.count) + digits
        while places.hasSuffix("0") { places.removeLast() }
        return "\(millionths / 1_000_000)" + (places.isEmpty ? "" : "." + places)
    }
}
