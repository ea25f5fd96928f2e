import Delivery
import Policy
import Projects
import Values

/// Questions of codes: units and projects (统一社会信用代码、项目代码).
enum CodeQuestions {
    static let all = [creditCode, projectCode]

    private static let creditCode = Question(
        "uscc", Words("统一社会信用代码是否有效", "whether a unified social credit code is valid"),
        [FactSpec("code", .code)]
    ) { facts, policy, _ in
        let text = try facts.text("code")
        var fields = [String: JSON]()
        if let check = CreditCode.check(of: Array(text.utf8.prefix(17))) {
            fields["expected_check"] = .text(String(decoding: [check], as: UTF8.self))
        }
        let fault = CreditCode.fault(in: text)
        if let fault { fields["reason"] = .text(fault.rawValue) }
        return Answer(fault == nil ? "valid" : "invalid", fields, because: policy.citations("code.credit"))
    }

    private static let projectCode = Question(
        "project_code", Words("投资项目代码的格式", "the form of an investment project's code"),
        [FactSpec("code", .code)]
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
