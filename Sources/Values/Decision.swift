/// Words for people: Chinese first, English beside it.
package struct Words: Hashable, Sendable, Codable {
    package let zh: String
    package let en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }
}

/// Where a rule comes from (依据): its id, the document, the clause and the words.
package struct Citation: Hashable, Sendable, Codable {
    /// The catalogue's id of the rule: `LC-06-3`.
    package let rule: String
    /// Title or number of the document: `温鹿政办〔2020〕21号`.
    package let document: String
    package let clause: String
    package let quote: String
    /// False where the text was recalled or read second-hand, and not checked against the document.
    package let verified: Bool

    package init(rule: String, document: String, clause: String, quote: String = "", verified: Bool = true) {
        self.rule = rule
        self.document = document
        self.clause = clause
        self.quote = quote
        self.verified = verified
    }

    package var json: JSON {
        .object([
            "rule": .text(rule), "document": .text(document), "clause": .text(clause), "text": .text(quote),
            "verified": .bool(verified),
        ])
    }
}

/// A rule's no (拒绝): what is refused, under which clause, what is missing, and who can lift it.
///
/// `code` is the name of the database guard that refuses the same thing, where there is one.
package struct Refusal: Hashable, Sendable {
    package let code: String
    package let detail: Words
    package let citation: Citation?
    /// What is missing, each in a few words: a document, a person, an amount, a day.
    package let missing: [Words]
    package let remedy: Words
    /// Who can lift it, as roles.
    package let liftedBy: [Role]
    /// In whose lists it waits, where others see to it than can lift it (督促); empty where who lifts it does.
    package let handledBy: [Role]
    /// What it rests on (依据树): its clause with what does not hold under it, and once explained the values read.
    package let because: [Reason]

    package init(
        _ code: String, _ detail: Words, source citation: Citation?, missing: [Words] = [], remedy: Words,
        liftedBy: [Role] = [], handledBy: [Role] = [], because: [Reason]? = nil
    ) {
        self.code = code
        self.detail = detail
        self.citation = citation
        self.missing = missing
        self.remedy = remedy
        self.liftedBy = liftedBy
        self.handledBy = handledBy
        let found = Holding(detail, missing: missing, by: citation)
        self.because = because ?? found.map { [Reason(clause: $0.citation, finding: [$0])] } ?? []
    }

    /// The same refusal with the tree of its reasons.
    package func resting(on because: [Reason]) -> Refusal {
        Refusal(
            code, detail, source: citation, missing: missing, remedy: remedy, liftedBy: liftedBy,
            handledBy: handledBy, because: because)
    }

    package var json: JSON {
        .object([
            "code": .text(code), "detail": .text(detail.zh), "detail_en": .text(detail.en),
            "source": citation?.json ?? .null,
            "missing": .list(missing.map { .object(["zh": .text($0.zh), "en": .text($0.en)]) }),
            "remedy": .text(remedy.zh), "remedy_en": .text(remedy.en),
            "lifted_by": .list(liftedBy.map { .text($0.rawValue) }),
            "lifted_by_titles": .list(liftedBy.map { .text($0.words.zh) }),
            "because": .list(because.map(\.json)),
        ])
    }
}

/// What a rule decides: allowed under these sources, or refused with every reason at once.
package enum Decision: Hashable, Sendable {
    case allowed([Citation])
    case refused([Refusal])

    /// Allowed where there is no reason against it.
    package init(reasons: [Refusal], under citations: [Citation]) {
        self = reasons.isEmpty ? .allowed(citations) : .refused(reasons)
    }

    package var refusals: [Refusal] {
        guard case .refused(let refusals) = self else { return [] }
        return refusals
    }
}

/// What someone is in a project or a district (角色), as catalogue C.3 names them.
package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case constructionUnit = "construction_unit"  // 建设单位：街道
    case community = "community"  // 社区
    case ownersBody = "owners_body"  // 业委会或自治小组
    case resident = "resident"  // 居民
    case volunteerSupervisor = "volunteer_supervisor"  // 民间监理员
    case renovationOffice = "renovation_office"  // 区旧改办
    case leadingGroup = "leading_group"  // 领导小组
    case contractor = "contractor"  // 施工单位
    case epcContractor = "epc_contractor"  // 工程总承包单位
    case designer = "designer"  // 设计单位
    case surveyor = "surveyor"  // 勘察单位
    case supervisor = "supervisor"  // 监理单位
    case agentConstruction = "agent_construction"  // 代建单位
    case wholeProcessConsultant = "whole_process_consultant"  // 全过程工程咨询单位
    case costConsultant = "cost_consultant"  // 造价咨询单位
    case trackingAuditor = "tracking_auditor"  // 跟踪审计单位
    case tenderAgency = "tender_agency"  // 招标代理机构
    case projectManagement = "project_management"  // 项目管理单位
    case supplier = "supplier"  // 材料设备供应单位
    case utility = "utility"  // 专营单位
    case qualityStation = "quality_station"  // 质监站
    case financeBureau = "finance_bureau"  // 财政
    case observer = "external_observer"  // 外部监督员
    case systemAdministrator = "system_administrator"  // 系统管理员
    case securityAdministrator = "security_administrator"  // 安全管理员
    case auditAdministrator = "audit_administrator"  // 审计管理员
    case system = "system"  // 作业
}

/// Who acts (行为人): one person, in one appointment, with one role, for one request.
package struct Actor: Hashable, Sendable, Codable {
    package let person: ID
    package let name: String
    package let organisation: ID
    package let district: Int32
    package let appointment: ID
    package let role: Role
    /// True where the sign-in that stands behind this request showed a second factor.
    package let secondFactor: Bool
    /// False where his unit is another body of the district than the one that his role is.
    package var actsAsItsBody = true

    package init(
        person: ID, name: String, organisation: ID, district: Int32, appointment: ID, role: Role,
        secondFactor: Bool, actsAsItsBody: Bool = true
    ) {
        self.actsAsItsBody = actsAsItsBody
        self.person = person
        self.name = name
        self.organisation = organisation
        self.district = district
        self.appointment = appointment
        self.role = role
        self.secondFactor = secondFactor
    }

    enum CodingKeys: String, CodingKey {
        case person, name, organisation, district, appointment, role
        case secondFactor = "second_factor"
    }
}
