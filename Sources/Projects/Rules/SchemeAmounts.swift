package import Values

/// What a scheme costs by class of works (方案分类金额), what stands outside its plan, and what comes beside the works.
package struct SchemeAmounts: Hashable, Sendable, Codable {
    package let mandatory: Fen
    package let basic: Fen
    package let improve: Fen
    package let upgrade: Fen
    /// Works by a rule of their own, outside the plan.
    package let outside: Fen
    /// Other costs and contingency.
    package let other: Fen

    enum CodingKeys: String, CodingKey {
        case mandatory = "mandatory_fen"
        case basic = "basic_fen"
        case improve = "improve_fen"
        case upgrade = "upgrade_fen"
        case outside = "outside_fen"
        case other = "other_fen"
    }

    private var lines: [(words: Words, amount: Fen)] {
        [
            (WorksClass.mandatory.words, mandatory), (WorksClass.basic.words, basic),
            (WorksClass.improve.words, improve), (WorksClass.upgrade.words, upgrade),
            (Words("另行补助", "outside the plan"), outside), (Words("其他费用和预备费", "other costs"), other),
        ]
    }

    /// Each sum of a plan that was approved otherwise; all of them where nothing was.
    package func differences(from approved: SchemeAmounts?) -> [Words] {
        zip(lines, approved?.lines.map(\.amount) ?? []).filter { $0.amount != $1 }.map { line, amount in
            Words(
                "\(line.words.zh)：方案 \(line.amount.forPeople) 元，批准 \(amount.forPeople) 元",
                "\(line.words.en): planned \(line.amount.forPeople), approved \(amount.forPeople) yuan")
        }
            + (approved == nil
                ? lines.map {
                    Words(
                        "\($0.words.zh) \($0.amount.forPeople) 元",
                        "\($0.words.en) \($0.amount.forPeople) yuan")
                } : [])
    }

    /// In the form that the API takes.
    package var json: JSON {
        .object([
            "mandatory_fen": .int(mandatory.amount), "basic_fen": .int(basic.amount),
            "improve_fen": .int(improve.amount), "upgrade_fen": .int(upgrade.amount),
            "outside_fen": .int(outside.amount), "other_fen": .int(other.amount),
        ])
    }
}
