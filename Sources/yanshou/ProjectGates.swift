import ArgumentParser
import Ledger
import Terminal
import Values

/// The gates of a project in the order of its states (关口), each by the state that opens behind it.
enum GateName: String, CaseIterable, ExpressibleByArgument {
    case body, willingness, scheme, ballot, publicity, application, launch, plan, review, approvals, permit
    case start, completion, acceptance, certificate, handover, accounts, close
    /// Every gate of the place's own front, from the survey to the permit.
    case front
    /// Where the project stands to each gate, and what the next one waits for.
    case all

    /// The gates one by one, without the two that show several.
    static let single = allCases.filter { $0 != .front && $0 != .all }

    /// The state of whose project the gate is the next, and the state behind it.
    var states: (from: String, to: String) {
        switch self {
        case .body: ("S00", "S01")
        case .willingness: ("S01", "S02")
        case .scheme: ("S02", "S03")
        case .ballot: ("S03", "S04")
        case .publicity: ("S04", "S05")
        case .application: ("S05", "S06")
        case .launch: ("S06", "S07")
        case .plan: ("S07", "S08")
        case .review: ("S08", "S09")
        case .approvals: ("S09", "S10")
        case .permit: ("S10", "S13")
        case .start: ("S13", "S14")
        case .completion: ("S14", "S15")
        case .acceptance, .certificate: ("S15", "S16")
        case .handover: ("S16", "S22")
        case .accounts, .close: ("S22", "S23")
        case .front: ("S00", "S13")
        case .all: ("S00", "S23")
        }
    }

    /// Whether the place's own path says what the gate waits for.
    var isOfTheFront: Bool { states.to <= "S13" && self != .launch }

    var words: Words {
        switch self {
        case .body: Words("成立业委会或自治小组", "owners' body")
        case .willingness: Words("征求改造意愿", "willingness")
        case .scheme: Words("初步方案", "preliminary scheme")
        case .ballot: Words("方案表决", "vote on the scheme")
        case .publicity: Words("公示", "publicity")
        case .application: Words("启动申请", "launch application")
        case .launch: Words("资金到位，项目启动", "residents' money, launch")
        case .plan: Words("列入年度计划", "annual plan")
        case .review: Words("联审", "joint review")
        case .approvals: Words("审批", "approvals")
        case .permit: Words("施工许可", "permit")
        case .start: Words("开工", "start of works")
        case .completion: Words("报告完工", "completion")
        case .acceptance: Words("联合竣工验收", "joint acceptance")
        case .certificate: Words("出具验收证书", "acceptance certificate")
        case .handover: Words("设施移交", "handover of facilities")
        case .accounts: Words("竣工财务决算和多退少补", "final accounts and true-up")
        case .close: Words("销号", "closing")
        case .front: Words("前期程序", "the front of the process")
        case .all: Words("全部关口", "all gates")
        }
    }
}

/// Reads gates of one project, each where the site answers for it.
struct ProjectGates {
    let client: SiteClient
    let project: ID
    let language: Language

    /// The gate that is asked for, or where none is, those that stand before the project now.
    func report(_ gate: GateName?) async throws -> Report {
        switch gate {
        case .all: return try await overview()
        case let gate?: return try await single(gate)
        case nil: return try await present(try await card())
        }
    }

    /// The gate that stands before the project now: once a round is called, its certificate.
    private func present(_ card: JSON) async throws -> Report {
        let gate = next(card) ?? .close
        let report = try await single(gate)
        guard gate == .acceptance, let round = report.json["open_round"], round != .null else {
            return report
        }
        return try await single(.certificate)
    }

    private func get(_ segments: String...) async throws -> JSON {
        try await client.send(.get(SiteRequest.path(["v1"] + segments))).json()
    }

    private func card() async throws -> JSON { try await get("projects", project.description) }

    /// The gate before a project; none once it is closed.
    private func next(_ card: JSON) -> GateName? {
        // After the handover a project may stand between two states of the table.
        let state = card.text("state") == "S20" ? "S16" : card.text("state")
        return GateName.single.first { $0.states.from == state && $0 != .accounts }
    }

    private func single(_ gate: GateName) async throws -> Report {
        switch gate {
        case .launch, .start, .acceptance, .close:
            return gateReport(try await get("projects", project.description, gate.rawValue + "-gate"))
        case .front, .all: return gateReport(try await get("projects", project.description, "gates"))
        case .completion:
            return try await offered("project.report_completion", gate, on: try await card())
        case .handover:
            let list = try await get("projects", project.description, "handovers")
            return try await offered("project.complete_handover", gate, on: list)
        case .certificate: return try await certificate()
        case .accounts: return accounts(try await get("projects", project.description, "close-gate"))
        default: return try front(gate, try await get("projects", project.description, "gates"))
        }
    }

    /// Gates as the site gives them; of the front's those behind the project are open, whatever is missing under them.
    private func gateReport(_ shown: JSON) -> Report {
        let gates = shown["gates"]?.list ?? [shown]
        let isShut = gates.contains { !GateCommand.isPassed($0) && $0["open"] != true }
        return Report(shown, gates.flatMap(GateCommand.heading), status: isShut ? .refused : .done)
    }

    /// One step of the place's own path.
    private func front(_ gate: GateName, _ shown: JSON) throws -> Report {
        let all = shown["gates"]?.list ?? []
        let own = all.filter { $0["to"]?.text == gate.states.to }
        guard !own.isEmpty else {
            let there = GateName.single.filter { name in all.contains { $0["to"]?.text == name.states.to } }
            throw InputMistake(
                "gate_unknown",
                "本地程序没有“\(gate.words.zh)”这一关；有：\(there.map(\.rawValue).joined(separator: "、"))",
                "the place's path has no gate \(gate.rawValue); it has: \(there.map(\.rawValue).joined(separator: ", "))"
            )
        }
        var fields = shown.object ?? [:]
        fields["gates"] = .list(own)
        return gateReport(.object(fields))
    }

    /// A gate that the site answers for by what it offers: the action behind it, or why it is not to be had.
    private func offered(_ action: String, _ gate: GateName, on resource: JSON) async throws -> Report {
        func named(_ list: String) -> JSON? {
            resource[list]?.list?.first { $0["action"]?.text == action }
        }
        var fields: [String: JSON] = [
            "gate": .text(gate.rawValue), "title": .text(gate.words.zh), "title_en": .text(gate.words.en),
        ]
        if let blocked = named("_blocked") {
            let refusals = (blocked["refusals"]?.list ?? []).compactMap { Refusal(json: $0) }
            // Who may not do it himself still wants to know whether it may be done.
            let bars = refusals.filter { ["role_may_not", "takes_no_part"].contains($0.code) }
            let reasons = refusals.filter { refusal in !bars.contains { $0.code == refusal.code } }
            fields["open"] = .bool(reasons.isEmpty)
            fields["refusals"] = blocked["refusals"] ?? []
            let lines: [Report.Line] = reasons.map { .refusal($0) } + bars.map { .caution($0.detail) }
            return Report(
                .object(fields), [heading(gate, reasons.isEmpty ? .open : .shut)] + lines,
                status: reasons.isEmpty ? .done : .refused)
        }
        if named("_actions") != nil {
            fields["open"] = true
            return Report(.object(fields), [heading(gate, .open)])
        }
        var state = resource["state"]?.text ?? ""
        // Lists and rounds do not say where the project stands.
        if action != "project.report_completion" { state = try await card().text("state") }
        let isPassed = state >= gate.states.to || (gate == .handover && state == "S20")
        fields["open"] = .bool(isPassed)
        fields["standing"] = isPassed ? "passed" : "ahead"
        return Report(
            .object(fields), [heading(gate, isPassed ? .passed : .ahead)],
            status: isPassed ? .done : .refused)
    }

    /// The certificate of the latest round: who has still to sign, and whether it may be issued.
    private func certificate() async throws -> Report {
        let rounds = try await client.items(["v1", "projects", project.description, "acceptance-rounds"])
        let latest = rounds.max { ($0["number"]?.int ?? 0) < ($1["number"]?.int ?? 0) }
        guard let id = latest?["id"]?.text else {
            return Report(
                ["gate": "certificate", "open": false, "round": .null],
                [
                    heading(.certificate, .ahead),
                    .text(
                        Words(
                            "还没有召集验收：yanshou gate \(project) acceptance",
                            "no round has been called: yanshou gate \(project) acceptance")),
                ], status: .refused)
        }
        let round = try await get("acceptance-rounds", id)
        var report = try await offered("acceptance.certify", .certificate, on: round)
        let waiting = (round["verdict"]?["seats"]?.list ?? []).compactMap(\.text)
        if report.json["standing"] != nil {
            // To others than the construction unit the certificate is not offered: the verdict tells.
            let state = round.text("state")
            let isOpen =
                state == "certified"
                || ["passed", "passed_with_items"].contains(
                    round["verdict"]?["kind"]?.text)
            report = Report(
                ["gate": "certificate", "open": .bool(isOpen), "standing": .text(state)],
                [heading(.certificate, state == "certified" ? .passed : isOpen ? .open : .shut)],
                status: isOpen ? .done : .refused)
        }
        var fields = report.json.object ?? [:]
        fields["round"] = .text(id)
        fields["verdict"] = round["verdict"] ?? .null
        report.json = .object(fields)
        let number = round["number"]?.int ?? 0
        report.lines.insert(.pair(Words("轮次", "round"), "\(number)  \(id)"), at: 1)
        report.lines += waiting.map { seat -> Report.Line in
            let words = SeatWords.of(seat)
            return .bad(Words("待签署：\(words.zh)", "still to sign: \(words.en)"))
        }
        return report
    }

    /// Of the gate of closing what concerns the money.
    private func accounts(_ shown: JSON) -> Report {
        let own = (shown["requirements"]?.list ?? []).filter {
            ["final_accounts", "true_up"].contains($0["id"]?.text)
        }
        let isShut = own.contains { ["missing", "blocked"].contains($0["state"]?.text) }
        let gate: JSON = [
            "gate": "accounts", "title": .text(GateName.accounts.words.zh),
            "title_en": .text(GateName.accounts.words.en), "open": .bool(!isShut),
            "requirements": .list(own), "final_account": shown["final_account"] ?? .null,
        ]
        return gateReport(gate)
    }

    /// Every gate with where the project stands to it, then the next one in full.
    private func overview() async throws -> Report {
        let card = try await card()
        let path = (try await get("projects", project.description, "gates"))["gates"]?.list ?? []
        let next = next(card)
        var table = Table([Words("关口", "gate"), Words("名称", "name"), Words("情况", "standing")])
        var rows = [JSON]()
        for gate in GateName.single {
            let own = path.filter { $0["to"]?.text == gate.states.to }
            if gate.isOfTheFront, own.isEmpty { continue }
            let standing: Standing =
                gate == next
                ? .now
                : card.text("state") >= gate.states.to || own.contains(where: GateCommand.isPassed)
                    ? .passed : .ahead
            table.add(
                gate.rawValue, language.text(gate.words), language.text(standing.words))
            rows.append(["gate": .text(gate.rawValue), "standing": .text(standing.rawValue)])
        }
        var report = Report(
            [
                "project": .text(project.description), "state": .text(card.text("state")),
                "gates": .list(rows),
            ],
            [.heading(Words(card.text("name"), card.text("name"))), .table(table)])
        if let next {
            let found = try await present(card)
            report.lines += found.lines
            report.status = found.status
            report.json = .object((report.json.object ?? [:]).merging(["next": found.json]) { own, _ in own })
        }
        return report
    }

    private enum Standing: String {
        case passed, now, ahead, open, shut

        var words: Words {
            switch self {
            case .passed: Words("已通过", "passed")
            case .now: Words("当前", "next")
            case .ahead: Words("还没有到这一关", "ahead")
            case .open: Words("已开", "open")
            case .shut: Words("未开", "shut")
            }
        }
    }

    private func heading(_ gate: GateName, _ standing: Standing) -> Report.Line {
        let (name, words) = (gate.words, standing.words)
        return .heading(Words("\(name.zh)：\(words.zh)", "\(name.en): \(words.en)"))
    }
}
