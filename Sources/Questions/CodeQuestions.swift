import Policy
import Projects
import Values

/// Questions of codes: units and projects (统一社会信用代码、项目代码).
enum CodeQuestions {
    static let all = [projectCode]

    private static let projectCode = Question(
        "project_code", Words("投资项目代码的格式", "the form of an investment project's code"),
        [FactSpec("code", .text)]
    ) { facts, policy, _ in
        let text = try facts.text("code")
        var fields: [String: JSON] = ["length": .int(Int64(text.count)), "check_digit": "not_verified"]
        let because = policy.citations("code.project")
        do throws(ProjectCode.Fault) {
            fields["division"] = .text(try ProjectCode(text).division)
            return Answer("format_ok", fields, because: because)
        } catch {
            fields["reason"] = .text(error.rawValue)
            return Answer("format_invalid", fields, because: because)
        }
    }
}
