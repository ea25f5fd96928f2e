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
        if let fault {
            let words = CreditCode.told(fault, in: text)
            fields["reason"] = .text(fault.rawValue)
            fields["detail"] = .text(words.zh)
            fields["detail_en"] = .text(words.en)
        } else {
            let doubts = CreditCode.doubts(in: text).map { JSON.text($0.rawValue) }
            if !doubts.isEmpty { fields["doubts"] = .list(doubts) }
        }
        let because = policy.citations("code.credit")
        return Answer(
            fault == nil ? "valid" : "invalid", fields, because: because,
            holdings: fault.map { Holding.found(CreditCode.told($0, in: text), false, by: because) } ?? [])
    }

    private static let projectCode = Question(
        "project_code", Words("投资项目代码的格式是否正确", "whether an investment project's code has the right form"),
        [FactSpec("code", .code)]
    ) { facts, policy, _ in
        let text = try facts.text("code")
        var fields: [String: JSON] = ["length": .int(Int64(text.count)), "check_digit": "not_verified"]
        let because = policy.citations("code.project")
        let code: ProjectCode
        do throws(ProjectCode.Fault) {
            code = try ProjectCode(text)
        } catch {
            let words = ProjectsRefusals.projectCode(error).detail
            fields["reason"] = .text(error.rawValue)
            fields["detail"] = .text(words.zh)
            fields["detail_en"] = .text(words.en)
            return Answer(
                "format_invalid", fields, because: because, holdings: Holding.found(words, false, by: because)
            )
        }
        let table = try policy.records("division.codes").citation
        fields["division"] = .text(code.division)
        fields["region"] = .text(try region(of: code, under: policy))
        if policy.day < code.first { fields["dated_ahead"] = true }
        // The contract's form is the present one; the old one is named as what it is.
        guard code.form == .present else {
            fields["reason"] = "pattern"
            fields["old_form"] = true
            let words = Words("代码为现行样式（旧式代码须换新）", "the code has the present form, not the old one")
            return Answer(
                "format_invalid", fields, because: because + [table],
                holdings: Holding.found(words, false, by: because))
        }
        return Answer("format_ok", fields, because: because + [table])
    }

    /// How the division of a code stands in the table that is held, on the days that the code names.
    private static func region(of code: ProjectCode, under policy: Policy) throws(PolicyFault) -> String {
        switch try DivisionRules.standing(of: code.division, from: code.first, to: code.last, under: policy)
            .value
        {
        case .stands: "stands"
        case .noMore: "no_more"
        case .notYet: "not_yet"
        case .unknown: "needs_source"
        }
    }
}
