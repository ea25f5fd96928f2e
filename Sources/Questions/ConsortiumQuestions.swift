import Policy
import Tendering
import Values

/// Questions of those who bid together (联合体).
enum ConsortiumQuestions {
    static let all = [level]

    private static let level = Question(
        "consortium_level",
        Words("联合体的资质等级是否达到要求", "whether a consortium's level is what was asked"), on: "opened_on",
        [
            FactSpec("opened_on", .day), FactSpec("speciality", .text), FactSpec("level_asked", .int(0...9)),
            FactSpec(
                "members", .records([FactSpec("speciality", .text), FactSpec("level", .int(0...9))])),
        ]
    ) { facts, policy, _ in
        let speciality = try facts.text("speciality")
        let asked = try facts.int("level_asked")
        let members = try facts.records("members").map { member in
            (speciality: try member.text("speciality"), level: try member.int("level"))
        }
        guard members.count > 1 else {
            throw facts.refuse("members", Words("至少两个成员", "two members at least"))
        }
        let found = try ConsortiumRules.level(of: members, in: speciality, under: policy)
        let isEnough = found.value.map { $0 <= asked } ?? false
        let words = Words(
            "联合体中具备该专业的成员，等级最低的也达到 \(asked) 级",
            "the lowest member of the speciality has level \(asked) or better")
        return Answer(
            isEnough ? "allowed" : "blocked", ["level": found.value.map { .int($0) } ?? .null],
            because: [found.citation], holdings: [Holding(words, holds: isEnough, by: found.citation)])
    }
}
