package import Policy
package import Values

/// How a project is built (建设模式).
package enum DeliveryMode: String, Hashable, Sendable, Codable, CaseIterable {
    case traditional, epc
    case agentConstruction = "agent_construction"
    case wholeProcessConsulting = "whole_process_consulting"
}

/// One unit in one role of a project (参建单位).
package struct Engagement: Hashable, Sendable, Codable {
    package let id: String
    package let organisation: String
    /// The unit's name, for whoever reads the refusal.
    package let name: String
    package let role: String
    package let from: BusinessDay
    package let to: BusinessDay?

    package init(
        id: String, organisation: String, name: String, role: String, from: BusinessDay,
        to: BusinessDay? = nil
    ) {
        self.id = id
        self.organisation = organisation
        self.name = name
        self.role = role
        self.from = from
        self.to = to
    }

    /// The days on which both stand, or nil where they never meet.
    package func days(with other: Engagement) -> DaySpan? {
        DaySpan(from: from, to: to).meeting(DaySpan(from: other.from, to: other.to))
    }
}

/// What a unit is registered as, and whose project it is (单位类别、建设单位): what an engagement is judged by beside its bars.
package struct UnitFacts: Hashable, Sendable {
    /// 单位类别, as the register has it.
    package let kind: String
    package let buyer: String
    package let buyerName: String
    /// A street registered it, and the district's office has not confirmed it.
    package let waitsForConfirmation: Bool

    package init(kind: String, buyer: String, buyerName: String, waitsForConfirmation: Bool = false) {
        self.kind = kind
        self.buyer = buyer
        self.buyerName = buyerName
        self.waitsForConfirmation = waitsForConfirmation
    }
}

/// Days from one to another, both counted; without an end while there is none.
package struct DaySpan: Hashable, Sendable {
    package let from: BusinessDay
    package let to: BusinessDay?

    package init(from: BusinessDay, to: BusinessDay?) {
        self.from = from
        self.to = to
    }

    package func meeting(_ other: DaySpan) -> DaySpan? {
        let start = max(from, other.from)
        let end: BusinessDay? =
            switch (to, other.to) {
            case (let one?, let two?): min(one, two)
            case (let one?, nil): one
            case (nil, let two): two
            }
        if let end, end < start { return nil }
        return DaySpan(from: start, to: end)
    }
}

/// Two units linked by control (控制关系).
package struct ControlLink: Hashable, Sendable, Codable {
    package let controller: String
    package let controlled: String
    package let from: BusinessDay
    package let to: BusinessDay?
    /// What is told of it to whoever is refused for it: the units' names, its kind, its evidence, who recorded it.
    package let controllerName: String?
    package let controlledName: String?
    package let kind: String?
    package let evidence: String?
    package let recordedBy: String?

    package init(
        controller: String, controlled: String, from: BusinessDay, to: BusinessDay? = nil,
        controllerName: String? = nil, controlledName: String? = nil, kind: String? = nil,
        evidence: String? = nil, recordedBy: String? = nil
    ) {
        self.controller = controller
        self.controlled = controlled
        self.from = from
        self.to = to
        self.controllerName = controllerName
        self.controlledName = controlledName
        self.kind = kind
        self.evidence = evidence
        self.recordedBy = recordedBy
    }

    enum CodingKeys: String, CodingKey {
        case controller, controlled, from, to, kind, evidence
        case controllerName = "controller_name"
        case controlledName = "controlled_name"
        case recordedBy = "recorded_by"
    }

    /// The link as a refusal names it, with where it is to be seen.
    package var words: Words {
        let (over, under) = (controllerName ?? controller, controlledName ?? controlled)
        let how =
            switch kind {
            case "parent": Words("是其母公司", "is the parent of")
            case "same_legal_representative": Words("与其法定代表人相同", "has the legal representative of")
            case "same_controller": Words("与其受同一人控制", "is under the same control as")
            default: Words("对其控股或控制", "controls")
            }
        let who = recordedBy.map { Words("，由 \($0) 登记", ", recorded by \($0)") } ?? Words("", "")
        let proof = evidence.map { Words("，依据：\($0)", ", evidence: \($0)") } ?? Words("", "")
        let place = "/do/control-links?organisation=\(controlled)"
        return Words(
            "控制关系：\(over) 对 \(under)：\(how.zh)，自 \(from) 起\(proof.zh)\(who.zh)；见 \(place)",
            "control link: \(over) \(how.en) \(under), from \(from)\(proof.en)\(who.en); see \(place)")
    }

    package var days: DaySpan { DaySpan(from: from, to: to) }

    /// One person over both units ties them both ways (同一控制人、同一法定代表人).
    package var isMutual: Bool { kind == "same_controller" || kind == "same_legal_representative" }

    /// The unit that a way up from a unit leads to by this link, nil where it leads nowhere.
    package func leading(from unit: String) -> String? {
        if controlled == unit { return controller }
        return isMutual && controller == unit ? controlled : nil
    }
}

/// One pair of roles that may not meet (互斥角色), from the policy of the place.
package struct Bar: Hashable, Sendable {
    package enum Reach: String, Hashable, Sendable { case sameUnit = "same_org", affiliate }

    package let id: String
    package let roles: (String, String)
    package let reach: Reach
    package let modes: [String]
    package let words: Words
    package let citation: Citation

    package init(_ record: PolicyRecord) throws(PolicyFault) {
        id = record.id
        roles = (try record.text("role_a"), try record.text("role_b"))
        let text = try record.text("reach")
        guard let reach = Reach(rawValue: text) else {
            throw .fieldMissing(record: record.id, field: "reach", expected: .text)
        }
        self.reach = reach
        modes = try record.texts("modes")
        words = try record.words()
        citation = record.citation
    }

    /// The bars of a place.
    ///
    /// - Source: 建市规〔2019〕12号 第十一条; 建设工程质量管理条例 第三十五条, EPC-05, AGC-4, WPC-1, PER-6
    package static func all(under policy: Policy) throws(PolicyFault) -> [Bar] {
        var bars = [Bar]()
        for record in try policy.records("delivery.incompatible").value { bars.append(try Bar(record)) }
        return bars
    }

    package func names(_ one: String, _ other: String) -> Bool {
        (roles.0 == one && roles.1 == other) || (roles.0 == other && roles.1 == one)
    }

    package static func == (left: Bar, right: Bar) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
