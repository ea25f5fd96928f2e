import ChangeOrders
package import Policy
import Projects
import Tendering
package import Values

/// A determination made once more from what was stored of it (重演): by the same rules, from the same inputs.
package struct Replay: Sendable {
    package let verdict: String
    package let because: [Citation]
    /// The figures of the answer, where the determination keeps any.
    package let figures: JSON?
    /// The clauses as a tree, with the parameters that were read and what was found.
    package let reasons: [Reason]

    private typealias Made = (
        verdict: String, because: [Citation], figures: JSON?, holdings: [Holding]
    )

    /// Why a determination cannot be made again.
    package enum Fault: Error, Hashable, Sendable {
        /// No rule here answers under this name.
        case unknownQuestion(String)
        /// An input that the rule needs was not stored, or is of another form.
        case inputs(String)

        package var words: Words {
            switch self {
            case .unknownQuestion(let name):
                Words("没有规则以 \(name) 作答", "no rule answers under the name \(name)")
            case .inputs(let name):
                Words("存档的输入缺少 \(name)", "the stored inputs lack \(name)")
            }
        }
    }

    /// Makes a determination again under an edition's rules.
    ///
    /// - Source: catalogue CV-15, CV-18
    package init(of past: PastDetermination, under policy: Policy) throws {
        let trace = PolicyTrace()
        let made = try Replay.made(past, under: policy.traced(by: trace))
        (verdict, because, figures) = (made.verdict, made.because, made.figures)
        reasons = Reason.tree(of: made.because, reading: trace.reads, finding: made.holdings)
    }

    private static func made(_ past: PastDetermination, under policy: Policy) throws -> Made {
        switch past.question {
        case "tender_single", "tender_group", "epc_tender":
            let found = try Replay.tender(past, under: policy)
            return (found.verdict.rawValue, found.because, found.figures, [])
        case "change_order_screening":
            return try Replay.change(past, under: policy)
        case "lc_funding":
            let rules = try FundingPolicy(policy)
            return ("computed", rules.citations, try Replay.funding(past, under: rules).figures, [])
        default:
            guard let question = RuleQuestions.book[past.question], let facts = past.inputs.object
            else { throw Fault.unknownQuestion(past.question) }
            let answer = try question.answer(
                Facts(Replay.told(facts, of: past.question)), policy, policy.calendar)
            return (
                answer.fields["determination"]?.text ?? answer.fields["overall"]?.text ?? "computed",
                answer.because, nil, answer.holdings
            )
        }
    }

    /// The inputs as the question takes them: a community's finding stores `never_renovated` and the like, which to
    /// the question is a fact that is nothing.
    private static func told(_ inputs: [String: JSON], of question: String) -> [String: JSON] {
        guard question == "scope" else { return inputs }
        var facts = inputs
        for (none, name) in [
            ("no_danger", "danger_class"), ("never_renovated", "last_renovated"),
            ("no_expropriation", "planned_expropriation"),
        ] where inputs[none] == true && inputs[name] == nil { facts[name] = .null }
        return facts
    }

    /// Whether it says what the stored one says: the verdict, and the figures where both have some.
    package func agrees(with past: PastDetermination) -> Bool {
        guard verdict == past.verdict else { return false }
        return figures == nil || past.figures == .null || figures == past.figures
    }

    /// Whether it rests on the same clauses as well.
    package func citesTheSame(as past: PastDetermination) -> Bool {
        JSON.list(because.map(\.json)) == past.because
    }

    private static func tender(
        _ past: PastDetermination, under policy: Policy
    ) throws -> Finding {
        let inputs = past.inputs
        let money = FundingSources(
            total: try fen("total_investment", inputs), budgetFunds: try fen("budget_funds", inputs),
            soeDominant: try some("soe_dominant", inputs["soe_dominant"]?.bool))
        let id = past.subject.description
        guard let stored = inputs["lots"]?.list else {
            let lot = try general(id, inputs)
            let beside = try lots(inputs["beside"]?.list ?? [])
            return try TenderRules.findingOrSilence(
                for: lot, among: [lot] + beside, paidBy: money, under: policy)
        }
        let lots = try lots(stored)
        let lot = try some("lots", lots.first { $0.id == id })
        return try TenderRules.findingOrSilence(for: lot, among: lots, paidBy: money, under: policy)
    }

    private static func general(_ id: String, _ inputs: JSON) throws -> Lot {
        let parts = EPCParts(
            works: try fen("works", inputs), goods: try fen("goods", inputs),
            services: try fen("services", inputs))
        return Lot(id: id, code: id, category: .epc, estimate: parts.sum, parts: parts)
    }

    /// The lots that a determination counted, as it keeps them.
    private static func lots(_ stored: [JSON]) throws -> [Lot] {
        // Lots of more than one service stood together only where all of them were widened.
        let kinds = Set(stored.compactMap { $0["kind"]?.text }).subtracting([Category.epc.rawValue])
        return try stored.map { entry -> Lot in
            let kind = try some("kind", entry["kind"]?.text)
            let name = try some("id", entry["id"]?.text)
            let category = Category(rawValue: kind) ?? .service
            if category == .epc { return try general(name, entry) }
            let estimate = try fen("estimate", entry)
            return Lot(
                id: name, code: name, category: category,
                service: category == .service ? ServiceKind(rawValue: kind) : nil, estimate: estimate,
                listedPart: kind == ServiceKind.wholeProcessConsulting.rawValue ? estimate : nil,
                combinable: try some("combinable", entry["combinable"]?.bool), widened: kinds.count > 1)
        }
    }

    private static func funding(
        _ past: PastDetermination, under rules: FundingPolicy
    ) throws -> Funding {
        let inputs = past.inputs
        var works = [WorksClass: Fen]()
        for (name, sum) in try some("works", inputs["works"]?.object) {
            let kind = try some("works.\(name)", WorksClass(rawValue: name))
            works[kind] = try some("works.\(name)", sum.text.flatMap { Fen(yuan: $0) })
        }
        let area = try some("area", inputs["area"]?.text.flatMap { Area(squareMetres: $0) })
        return try some(
            "works",
            FundingRules.plan(
                works: works, other: fen("other", inputs), contingency: fen("contingency", inputs),
                area: area, under: rules))
    }

    private static func change(
        _ past: PastDetermination, under policy: Policy
    ) throws -> Made {
        let inputs = past.inputs
        let nobody = ID(high: 0, low: 0)
        let order = ChangeOrderFacts(
            project: past.project, projectState: .works, edition: past.edition, place: past.place,
            state: .draft, version: 1, ground: inputs["ground"]?.text, fundingSource: nil,
            larger: try some("larger", (inputs["declared_larger"] ?? inputs["larger"])?.bool),
            cost: try fen("cost", inputs), days: 0,
            papers: try some("papers", inputs["papers"]?.list).compactMap(\.text),
            // Of before the figures were stored there is only the flag, which holds them.
            contractAmount: try inputs["contract_amount"] == nil ? Fen(.max) : fen("contract_amount", inputs),
            contracts: try fen("contracts", inputs),
            approvedChanges: try fen("approved_changes", inputs),
            approvedAbsolute: try inputs["approved_absolute"] == nil
                ? .zero : fen("approved_absolute", inputs),
            approvedBudget: inputs["approved_budget"]?.text.flatMap { Fen(yuan: $0) }, opinions: [],
            deciders: [], applicant: nobody, applicantOrganisation: nobody, constructionUnit: nobody,
            actorIsApplicant: false, actorIsBeneficiary: false)
        switch ChangeOrderRules.screening(of: order, under: try ChangeOrderPolicy(policy)) {
        case .admitted(let citations): return ("pass", citations, nil, [])
        case .blocked(let refusals):
            return ("blocked", refusals.compactMap(\.citation), nil, refusals.compactMap { Holding($0) })
        case .refused(let refusals):
            return ("refused", refusals.compactMap(\.citation), nil, refusals.compactMap { Holding($0) })
        }
    }

    private static func fen(_ name: String, _ inputs: JSON) throws -> Fen {
        try some(name, inputs[name]?.text.flatMap { Fen(yuan: $0) })
    }

    private static func some<Value>(_ name: String, _ value: Value?) throws(Fault) -> Value {
        guard let value else { throw .inputs(name) }
        return value
    }
}

/// What becomes of a past determination under other rules (模拟).
package struct Simulation: Sendable {
    package enum Outcome: Sendable {
        case same
        case changed(Replay)
        /// It cannot be made again, or the other rules wait for a text.
        case open(Words)
    }

    package let past: PastDetermination
    package let outcome: Outcome

    package init(of past: PastDetermination, under policy: () throws(PolicyFault) -> Policy) {
        self.past = past
        do {
            let replay = try Replay(of: past, under: try policy())
            outcome = replay.agrees(with: past) ? .same : .changed(replay)
        } catch let fault as Replay.Fault {
            outcome = .open(fault.words)
        } catch let fault as PolicyFault {
            outcome = .open(fault.words)
        } catch let errors as FactErrors {
            outcome = .open(errors.problems.first?.words ?? Words("输入有误", "the inputs are wrong"))
        } catch {
            outcome = .open(Words("不能重演", "it cannot be made again"))
        }
    }

    package var json: JSON {
        var fields = past.json.object ?? [:]
        switch outcome {
        case .same: fields["outcome"] = "same"
        case .changed(let replay):
            fields["outcome"] = "changed"
            fields["would_be"] = .text(replay.verdict)
            fields["because"] = .list(replay.because.map(\.json))
            if let figures = replay.figures, figures != past.figures {
                fields["figures"] = past.figures
                fields["would_be_figures"] = figures
            }
        case .open(let words):
            fields["outcome"] = "open"
            fields["detail"] = .text(words.zh)
            fields["detail_en"] = .text(words.en)
        }
        return .object(fields)
    }

    /// A project's verdicts together: how many stay, change, stay open.
    package static func summary(_ found: [Simulation]) -> JSON {
        var (same, changed, open) = (0, 0, 0)
        var projects: Set<ID> = []
        for one in found {
            switch one.outcome {
            case .same: same += 1
            case .changed:
                changed += 1
                projects.insert(one.past.project)
            case .open: open += 1
            }
        }
        return .object([
            "determinations": .int(Int64(found.count)), "same": .int(Int64(same)),
            "changed": .int(Int64(changed)), "open": .int(Int64(open)),
            "projects": .int(Int64(Set(found.map(\.past.project)).count)),
            "projects_changed": .int(Int64(projects.count)),
        ])
    }
}
