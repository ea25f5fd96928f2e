import ArgumentParser
import Terminal
import Values

/// What waits for whoever is signed in.
struct InboxCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox", abstract: "我的待办 / what waits for me")

    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let items = try await desk.client().items(["v1", "inbox"])
        let inbox: JSON = ["items": .list(items)]
        guard !items.isEmpty else { return Report(inbox, [.good(Words("没有待办", "nothing waits for you"))]) }
        var table = Table([
            Words("到期", "due"), Words("项目", "project"), Words("事项", "what"), Words("对象", "subject"),
        ])
        for item in items {
            let overdue = item["overdue"] == true ? desk.screen.language.text(Words(" 逾期", " overdue")) : ""
            table.add(
                (item["due_on"]?.text ?? "-") + overdue, item.text("project_name"),
                desk.screen.language.text(item.words("title")), item.text("path"))
        }
        return Report(
            inbox, [.heading(Words("待办 \(items.count) 项", "\(items.count) wait for you")), .table(table)])
    }
}

/// Shows what must stand before a step, and why it may not be taken yet; a shut gate leaves with status 1.
struct GateCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", abstract: "关口：逐项条件、依据、原因 / a gate: each requirement, its clause, the reasons",
        discussion: """
            不写关口时显示项目当前的关口；all 列出全部关口，front 逐项显示前期各关。
            Without a gate the one that the project stands before; all lists every gate, front shows those of the front.
            \(GateName.single.map { "  \($0.rawValue)  \($0.words.zh) / \($0.words.en)" }.joined(separator: "\n"))
            """)

    @Argument(help: "项目 / the project") var project: ID
    @Argument(help: "哪个关口 / which gate") var gate: GateName?
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let gates = ProjectGates(client: try desk.client(), project: project, language: desk.screen.language)
        return try await gates.report(gate)
    }

    static func isPassed(_ gate: JSON) -> Bool {
        ["passed", "imported"].contains(gate["standing"]?.text)
    }

    static func heading(_ gate: JSON) -> [Report.Line] {
        let title = gate.words("title")
        let (zh, en) =
            isPassed(gate) ? ("已通过", "passed") : gate["open"] == true ? ("已开", "open") : ("未开", "shut")
        return [.heading(Words("\(title.zh)：\(zh)", "\(title.en): \(en)"))]
            + (gate["requirements"]?.list ?? []).flatMap(lines)
    }

    private static func lines(_ requirement: JSON) -> [Report.Line] {
        let title = requirement.words("title")
        var lines = [Report.Line]()
        switch requirement.text("state") {
        case "met": lines.append(.good(title))
        case "not_applicable":
            lines.append(.text(Words("– \(title.zh)（不适用）", "– \(title.en) (not applicable)")))
        case "blocked": lines.append(.bad(Words("\(title.zh)（受阻）", "\(title.en) (blocked)")))
        default: lines.append(.bad(Words("\(title.zh)（尚缺）", "\(title.en) (missing)")))
        }
        for item in requirement["evidence"]?.list ?? [] {
            let chinese = item.text("zh")
            let english = item["en"]?.text ?? chinese
            lines.append(.text(Words("    凭据：\(chinese)", "    evidence: \(english)")))
        }
        if let refusal = requirement["refusal"].flatMap({ Refusal(json: $0) }) {
            lines.append(.refusal(refusal))
        } else {
            let because = (requirement["because"]?.list ?? []).compactMap { Reason(json: $0) }
            lines.append(.reasons(because.map { $0.without(finding: title) }))
        }
        return lines
    }
}
