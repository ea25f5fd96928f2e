import Delivery
import Policy
import Values

/// Questions of who may take part, and of the agent's fee (参建单位、代建管理费).
enum DeliveryQuestions {
    static let all = [timing, bidder, priceBand, consultant, fee]

    /// The roles of the fact `project_roles`, and how the rules call them.
    private static let roles = [
        "agent_construction": "agent_construction", "project_management": "project_management",
        "supervision": "supervisor", "cost_consulting": "cost_consultant", "tender_agency": "tender_agency",
        "proposal_author": "proposal_author", "feasibility_author": "feasibility_author",
        "preliminary_design_author": "preliminary_design_author",
    ]

    private static let bidder = Question(
        "epc_bidder", Words("能否承接工程总承包", "whether a bidder may take the EPC contract"),
        [
            FactSpec(
                "members",
                .records([
                    FactSpec("id", .text), FactSpec("design_qualified", .bool),
                    FactSpec("construction_qualified", .bool),
                ])), FactSpec("project_roles", .map(roles.keys.sorted(), .text)),
            FactSpec("predesign_documents_published", .bool),
        ]
    ) { facts, policy, _ in
        let members = try facts.records("members").map { member in
            try Bidder(
                id: member.text("id"), designQualified: member.bool("design_qualified"),
                constructionQualified: member.bool("construction_qualified"))
        }
        guard Set(members.map(\.id)).count == members.count else {
            throw facts.refuse("members", Words("每个成员只写一次", "each member once"))
        }
        var holders = [String: String]()
        for (role, unit) in try facts.textsByName("project_roles") { holders[roles[role] ?? role] = unit }
        return Answer(
            try EPCRules.bidder(
                members, roles: holders, predesignPublished: facts.bool("predesign_documents_published"),
                under: policy))
    }

    private static let timing = Question(
        "epc_timing", Words("能否发布工程总承包招标公告", "whether the EPC notice may be issued"), on: "notice",
        [
            FactSpec("government_project", .bool), FactSpec("feasibility_approved", .day, optional: true),
            FactSpec("preliminary_design_approved", .day, optional: true),
            FactSpec("simplified", .bool, optional: true), FactSpec("notice", .day),
            FactSpec("simplification_ref", .text, optional: true),
        ]
    ) { facts, policy, _ in
        // The rule's own life comes first: before it, nothing else decides.
        _ = try policy.text("delivery.epc_notice_after")
        let isGovernment = try facts.bool("government_project")
        let notice = try facts.day("notice")
        let design =
            facts.has("preliminary_design_approved") ? try facts.day("preliminary_design_approved") : nil
        if facts.has("feasibility_approved") {
            try facts.follows(
                "preliminary_design_approved", design, "feasibility_approved",
                facts.day("feasibility_approved"))
        }
        let isOpen = isGovernment && !(design.map { $0 <= notice } ?? false)
        if isOpen {
            let unsaid = ["preliminary_design_approved"].filter { !facts.isGiven($0) }
            guard unsaid.isEmpty else { throw FactErrors(unsaid.map { .missing($0) }) }
            try facts.need(["simplified"])
        }
        let isSimplified = facts.has("simplified") ? try facts.bool("simplified") : false
        let named = facts.has("simplification_ref") ? try facts.text("simplification_ref") : nil
        if isOpen, isSimplified, named != nil, !facts.isGiven("feasibility_approved") {
            throw FactErrors([.missing("feasibility_approved")])
        }
        let found = try EPCRules.notice(
            EPCNotice(
                notice: notice, isGovernmentProject: isGovernment,
                feasibilityApproved: facts.has("feasibility_approved")
                    ? try facts.day("feasibility_approved") : nil,
                preliminaryDesignApproved: design, isSimplified: isSimplified,
                simplificationReference: named), under: policy)
        return Answer(
            found.allowed ? "allowed" : "blocked", because: found.because, holdings: found.unmet)
    }

    private static let priceBand = Question(
        "price_band", Words("价格变化由谁承担", "who bears a change of price"),
        [FactSpec("base_cost", .money), FactSpec("change", .fraction), FactSpec("band", .fraction)]
    ) { facts, policy, _ in
        let band = try facts.ratio("band")
        guard band.numerator >= 0 else {
            throw facts.refuse("band", Words("不小于零", "not below nothing"))
        }
        // A price falls to nothing, and no further.
        let change = try facts.ratio("change")
        guard change.numerator >= -change.denominator else {
            throw facts.refuse("change", Words("不小于 -1", "not below -1"))
        }
        let rule = try policy.bool("delivery.price_band_shares")
        let found = try EPCRules.priceBand(
            base: facts.fen("base_cost"), change: change, band: band)
        return Answer(
            ["owner": found.owner.json, "contractor": found.contractor.json], because: [rule.citation])
    }

    private static let consultant = Question(
        "consultant_conflict",
        Words("咨询单位与承包单位有无利害关系", "whether a consultant has an interest in the contractor"),
        says: [
            "allowed": Words("没有，可以承接", "none: it may"), "blocked": Words("有，不得承接", "it has: it may not"),
        ],
        [
            FactSpec("consultant", .text), FactSpec("services", .list(.text)), FactSpec("contractor", .text),
            FactSpec("control_links", .list(.pair)),
        ]
    ) { facts, policy, _ in
        let links = try facts.pairs("control_links").map { one, other in
            ControlLink(controller: one, controlled: other, from: policy.day)
        }
        return Answer(
            try ConsultingRules.consultant(
                facts.text("consultant"), services: facts.texts("services"),
                contractor: facts.text("contractor"),
                linkedBy: links, on: policy.day, under: policy))
    }

    private static let fee = Question(
        "agent_fee",
        Words("代建管理费是否在上限以内", "whether the fee for managing a project is within its ceiling"),
        says: ["allowed": Words("在上限以内", "within it"), "blocked": Words("不符合", "not as it has to be")],
        [FactSpec("investment", .money), FactSpec("agent_fee", .money), FactSpec("owner_fee", .money)]
    ) { facts, policy, _ in
        let investment = try facts.fen("investment")
        let decision = try AgentFeeRules.fee(
            agent: facts.fen("agent_fee"), owner: facts.fen("owner_fee"), investment: investment,
            under: policy)
        return Answer(
            decision, ["ceiling": try AgentFeeRules.ceiling(of: investment, under: policy).value.json])
    }
}
