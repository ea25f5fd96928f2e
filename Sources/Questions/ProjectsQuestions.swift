import Policy
import Projects
import Values

/// Questions of money and launch (资金筹集、启动条件、概算).
enum ProjectsQuestions {
    static let all = [funding, trueUp, launchGate, budget]

    private static let classes = FactKind.map(WorksClass.allCases.map(\.rawValue), .money)

    private static let funding = Question(
        "lc_funding", Words("鹿城资金筹集方案", "the funding plan of Lucheng"), place: "LC",
        [
            FactSpec("works", classes), FactSpec("other", .money), FactSpec("contingency", .money),
            FactSpec("excluded", .map([], .money), optional: true), FactSpec("area", .area),
        ]
    ) { facts, policy, _ in
        let rules = try FundingPolicy(policy)
        let excluded = facts.has("excluded") ? try facts.sums("excluded") : [:]
        for kind in excluded.keys.sorted() where !FundingRules.isExcluded(kind: kind, under: rules) {
            throw facts.refuse(
                "excluded",
                Words("\(kind) 不在资金方案之外", "\(kind) is not outside the plan: it belongs to a class"))
        }
        let (plan, area) = try plan(facts, under: rules)
        return Answer(
            [
                "total": plan.total.json, "weight": .text(plan.weight.description),
                "resident_weighted": plan.residentWeighted.json, "base": plan.base.json,
                "base_per_m2": Ratio.rounded(Int128(plan.base.amount) * 100, Int128(area.hundredths)).json,
                "subsidy": plan.subsidy.json, "excess": plan.excess.json,
                "resident_total": plan.resident.json,
            ], because: rules.citations, holdings: holdings(plan, rules))
    }

    private static let trueUp = Question(
        "lc_trueup", Words("决算后多退少补", "final accounts against what was paid in"), place: "LC",
        [
            FactSpec("works", classes), FactSpec("other", .money), FactSpec("contingency", .money),
            FactSpec("area", .area), FactSpec("paid", .money),
        ]
    ) { facts, policy, _ in
        let rules = try FundingPolicy(policy)
        let (plan, _) = try plan(facts, under: rules)
        let balance = try FundingRules.trueUp(final: plan, paid: facts.fen("paid"), under: policy)
        return Answer(
            [
                "total": plan.total.json, "weight": .text(plan.weight.description),
                "resident_final": plan.resident.json, "subsidy": plan.subsidy.json,
                "refund": balance.value.refund.json, "call": balance.value.call.json,
            ], because: [balance.citation] + rules.citations, holdings: holdings(plan, rules))
    }

    /// How a plan came about, step by step: the residents' share, what remains, the cap.
    private static func holdings(_ plan: Funding, _ rules: FundingPolicy) -> [Holding] {
        let cap = rules.capPerSquareMetre
        let share = Words(
            "居民自筹 = 总额 \(plan.total.yuan) × 权重 \(plan.weight) = \(plan.residentWeighted.yuan)",
            "the residents’ share: \(plan.total.yuan) × \(plan.weight) = \(plan.residentWeighted.yuan)")
        let within = Words(
            "补助基数 \(plan.base.yuan) 不超过每平方米 \(cap.value.yuan) 元的上限，补助 \(plan.subsidy.yuan)",
            "the base \(plan.base.yuan) is within \(cap.value.yuan) a ㎡, so that the subsidy is \(plan.subsidy.yuan)"
        )
        let weights = rules.shares[.mandatory].map { [Holding(share, holds: true, by: $0.citation)] } ?? []
        return weights + [Holding(within, holds: plan.excess == .zero, by: cap.citation)]
    }

    private static let launchGate = Question(
        "lc_launch_gate", Words("鹿城项目启动条件", "whether a project of Lucheng may be launched"), place: "LC",
        [
            FactSpec("required", .money), FactSpec("paid", .money), FactSpec("documents", .list(.int(1...5))),
            FactSpec("account", .bool),
        ]
    ) { facts, policy, _ in
        let numbers = try facts.ints("documents")
        var papers = [String]()
        for paper in try policy.records("launch.required_papers").value
        where numbers.contains(try paper.int("number")) {
            papers.append(paper.id)
        }
        let launch = try LaunchFacts(
            state: .launchApplication, version: 1, place: policy.place, edition: policy.edition,
            account: facts.bool("account") ? "account" : nil, required: facts.fen("required"),
            paid: facts.fen("paid"), papers: papers)
        return Answer(try LaunchRules.launch(launch, under: policy))
    }

    private static let budget = Question(
        "budget_vs_estimate", Words("概算是否须报原审批部门", "whether a budget above the estimate has to be reported"),
        [FactSpec("feasibility_estimate", .money), FactSpec("budget", .money)]
    ) { facts, policy, _ in
        let approval = try ApprovalFacts(
            state: .reviewed, version: 1, place: policy.place, edition: policy.edition, chain: [], papers: [],
            feasibility: facts.fen("feasibility_estimate"), budget: facts.fen("budget"))
        let overrun = try ApprovalRules.overrun(approval, under: policy)
        return Answer(
            overrun == nil ? "ok" : "report_required",
            because: [try policy.ratio("investment.estimate_overrun_ratio").citation],
            holdings: overrun.flatMap { Holding($0) }.map { [$0] } ?? [])
    }

    private static func plan(_ facts: Facts, under rules: FundingPolicy) throws -> (Funding, Area) {
        var works = [WorksClass: Fen]()
        for (name, sum) in try facts.sums("works") {
            if let kind = WorksClass(rawValue: name) { works[kind] = sum }
        }
        let area = try facts.area("area")
        let plan = try FundingRules.plan(
            works: works, other: facts.fen("other"), contingency: facts.fen("contingency"), area: area,
            under: rules)
        guard let plan else {
            throw facts.refuse("works", Words("工程费用合计应大于零", "the works come to nothing"))
        }
        return (plan, area)
    }
}
