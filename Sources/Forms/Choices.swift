package import Values
import Web

/// One thing to choose (选项): what is sent, and what is read.
package struct Choice: Sendable, Hashable {
    package let value: String
    package let text: String

    package init(_ value: String, _ text: String) {
        self.value = value
        self.text = text
    }
}

/// The words that the packs and the nouns of the capabilities give to what may be chosen.
package struct ChoiceWords: Sendable {
    /// The words of each enumeration, by its raw values.
    let enumerations: [[String: String]]
    /// What a list of the packs holds, under a project's edition at its place; empty where it holds nothing in words.
    let listed: @Sendable (_ key: String, _ edition: String, _ place: String) -> [Choice]

    package init(
        enumerations: [[String: String]],
        listed: @escaping @Sendable (_ key: String, _ edition: String, _ place: String) -> [Choice]
    ) {
        self.enumerations = enumerations
        self.listed = listed
    }

    /// A value in words, by the enumeration that holds all of its siblings; else as the pages' own table says.
    func words(_ value: String, of field: String, among values: [String]?) -> String? {
        if let own = ValueWords.table["\(field)=\(value)"] { return own }
        if let values {
            let whole = enumerations.first { words in values.allSatisfy { words[$0] != nil } }
            if let found = whole?[value] { return found }
        }
        return ValueWords.table[value] ?? Role(rawValue: value)?.words.zh
    }
}

/// Where the things come from that a field names (选项来源): the project's own, each by its read of the API.
enum Source: Hashable, Sendable {
    /// Every unit of the district.
    case units
    /// The units that take part in the project.
    case engaged
    case contracts, papers, lots, issues, ballots, staff
    /// Items of the scheme.
    case works
    /// Whoever is here; nobody is given a list of others' people.
    case oneself
    /// A list within the resource that the form stands on: its seats, its documents.
    case own(String, value: String)
    /// A list of the packs.
    case pack(String)

    /// The source of a field; nil where it is typed.
    static func of(_ field: String, _ operation: String) -> Source? {
        fields["\(operation).\(field)"] ?? fields[field]
    }

    private static let fields: [String: Source] = [
        "contractor": .units, "winner": .units, "organisation": .units, "receiver": .units,
        "construction_unit": .units,
        "controlled": .units, "residents_committee": .units, "owners_body": .units, "assignee": .engaged,
        "issue.assign.organisation": .engaged, "issue.bounce.organisation": .engaged,
        "site_staff.name.organisation": .engaged,
        "contract": .contracts, "works_item": .works, "paper": .papers, "ahead_paper": .papers,
        "duplicate_of": .issues, "issue": .issues, "after": .lots, "follows": .ballots, "present": .staff,
        "absent": .staff, "acceptance.seat.seat": .own("seats", value: "seat"),
        "acceptance.seat.person": .oneself,
        "handover.receipt.document": .own("documents", value: "document"),
        "handover.send_documents.document": .own("documents", value: "document"),
        "issue.accept.severity": .pack("issue.severities"),
        "issue.regrade.severity": .pack("issue.severities"),
        "paper.record.kind": .pack("paper.recorders"),
        "change_order.paper.kind": .pack("change.paper_titles"),
        "change_order.draft.ground": .pack("change.grounds"),
        "change_order.submit.ground": .pack("change.grounds"),
        "handover.plan.kind": .pack("handover.kinds"),
        "handover.exempt.ground": .pack("handover.exemption_grounds"),
        "disturbance.announce.kind": .pack("disturbance.kinds"),
        "scheme.reduce.ground": .pack("scheme.reduction_grounds"),
        "package.separate.ground": .pack("tender.separation_grounds"),
        "tender.award.passed_over": .pack("procedure.passing_over"),
        "tender.exempt.ground": .pack("tender.exemptions"), "site_staff.name.post": .pack("staff.posts"),
        "closing.file.kind": .pack("closing.filings"),
        "closing.set_management.form": .pack("closing.management_forms"),
        "survey_record.add.kind": .pack("survey.kinds"),
        "supervision_visit.record.kind": .pack("visits.kinds"),
        "routine.record.kind": .pack("routines.required"),
        "plan_approval.record.step": .pack("annual_plan.bodies"),
        "receipt.record.ahead_ground": .pack("receipt.ahead_grounds"),
        "rebuilding.decide.grounds": .pack("rebuild.grounds"),
        "procedure.decide.procedure": .pack("projects.procedures"),
        "acceptance.answer.item": .pack("acceptance.checklist"),
        "gate_exception.ask.requirement": .pack("projects.requirements"),
    ]
}

extension Source {
    /// The read of the API that lists it; nil for what stands elsewhere.
    func address(of project: ID?) -> String? {
        if self == .units { return "/v1/organisations?limit=200" }
        guard let project else { return nil }
        let list: String? =
            switch self {
            case .engaged: "engagements?limit=200"
            case .contracts: "contracts?limit=200"
            case .papers: "papers?limit=200"
            case .lots: "inspection-lots?limit=200"
            case .issues: "issues?limit=200"
            case .ballots: "ballots"
            case .staff: "site-staff"
            case .works: "works-items"
            case .units, .own, .pack, .oneself: nil
            }
        return list.map { "/v1/projects/\(project)/\($0)" }
    }

    /// One of the list as a choice.
    func choice(_ item: JSON) -> Choice? {
        func text(_ name: String) -> String { item[name]?.text ?? "" }
        switch self {
        case .units: return Choice(text("id"), text("name"))
        case .engaged:
            guard item["valid_to"]?.text == nil, let unit = item["organisation_id"]?.text else { return nil }
            let role = Role(rawValue: text("role"))?.words.zh ?? ""
            return Choice(unit, "\(text("organisation"))（\(role)）")
        case .contracts: return Choice(text("id"), "\(text("number")) \(text("title"))")
        case .papers: return Choice(text("id"), "\(text("title"))（\(text("dated"))）")
        case .lots, .works: return Choice(text("id"), "\(text("code")) \(text("title"))")
        case .issues: return Choice(text("id"), "\(text("place"))（\(text("filed_on"))）")
        case .ballots: return Choice(text("id"), text("title"))
        case .staff: return Choice(text("id"), text("name"))
        case .own(_, let value):
            // A seat is called by its role and its unit, a document by its name.
            let seat = Role(rawValue: text("role")).map { role in
                role.words.zh + (item["unit"]?.text.map { "（\($0)）" } ?? "")
            }
            return Choice(text(value), item["title"]?.text ?? seat ?? item["name"]?.text ?? text(value))
        case .pack, .oneself: return nil
        }
    }
}
