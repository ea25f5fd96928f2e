package import Values

/// A filing as it was made (备案记录).
package struct Filing: Decodable, Hashable, Sendable {
    package let kind: String
    package let number: String
    package let filedWith: String
    package let filedOn: BusinessDay

    package init(kind: String, number: String, filedWith: String, filedOn: BusinessDay) {
        self.kind = kind
        self.number = number
        self.filedWith = filedWith
        self.filedOn = filedOn
    }

    enum CodingKeys: String, CodingKey {
        case kind, number
        case filedWith = "filed_with"
        case filedOn = "filed_on"
    }
}

/// The final accounts as finance approved them (竣工财务决算).
package struct FinalAccount: Decodable, Hashable, Sendable {
    package let number: String
    package let approvedOn: BusinessDay
    package let total: Fen
    package let resident: Fen
    package let subsidy: Fen

    package init(number: String, approvedOn: BusinessDay, total: Fen, resident: Fen, subsidy: Fen) {
        self.number = number
        self.approvedOn = approvedOn
        self.total = total
        self.resident = resident
        self.subsidy = subsidy
    }

    enum CodingKeys: String, CodingKey {
        case number
        case approvedOn = "approved_on"
        case total = "total_fen"
        case resident = "resident_fen"
        case subsidy = "subsidy_fen"
    }
}

/// How far households' balances are settled (多退少补).
package struct Balances: Decodable, Hashable, Sendable {
    /// Households that paid and are not settled.
    package let open: Int64
    package let settled: Int64
    /// The shares of the settled households together.
    package let due: Fen

    package init(open: Int64, settled: Int64, due: Fen) {
        self.open = open
        self.settled = settled
        self.due = due
    }

    enum CodingKeys: String, CodingKey {
        case open, settled
        case due = "due_fen"
    }
}

/// Who manages the community after the works (长效管理).
package struct Management: Decodable, Hashable, Sendable {
    package let form: String
    package let manager: String

    package init(form: String, manager: String) {
        self.form = form
        self.manager = manager
    }
}

/// A warranty as it stands, and who took the works on before its end (保修与接管).
package struct KeptWorks: Decodable, Hashable, Sendable {
    package let kind: String
    package let nominalEnd: BusinessDay
    /// Nil while the calendar of its year is not published.
    package let effectiveEnd: BusinessDay?
    package let keeper: String?

    package init(kind: String, nominalEnd: BusinessDay, effectiveEnd: BusinessDay?, keeper: String? = nil) {
        self.kind = kind
        self.nominalEnd = nominalEnd
        self.effectiveEnd = effectiveEnd
        self.keeper = keeper
    }

    enum CodingKeys: String, CodingKey {
        case kind, keeper
        case nominalEnd = "nominal_end_on"
        case effectiveEnd = "effective_end_on"
    }
}

/// What the end of a project looks at (收尾事实).
package struct ClosingFacts: Decodable, Hashable, Sendable {
    package let project: ProjectHandoverFacts
    package let area: Area
    package let filings: [Filing]
    package let account: FinalAccount?
    package let balances: Balances
    /// Kinds of facilities handed over whose papers are not delivered and filed.
    package let undelivered: [String]
    package let areOwnersPapersDelivered: Bool
    package let management: Management?
    package let works: [KeptWorks]
    /// Kinds of papers recorded of the project.
    package let papers: [String]
    /// Titles of special works that nobody has settled.
    package let openSpecialWorks: [String]
    /// Deadlines of the project that nobody has met.
    package let clocks: [RunningClock]
    /// Where the issues are that residents reported and nobody has settled.
    package let issues: [String]
    /// Public money that the accounts leave over and that has not gone back.
    package let surplus: Fen

    package init(
        project: ProjectHandoverFacts, area: Area, filings: [Filing] = [], account: FinalAccount? = nil,
        balances: Balances = Balances(open: 0, settled: 0, due: .zero), undelivered: [String] = [],
        areOwnersPapersDelivered: Bool = false, management: Management? = nil, works: [KeptWorks] = [],
        papers: [String] = [], openSpecialWorks: [String] = [], clocks: [RunningClock] = [],
        issues: [String] = [], surplus: Fen = .zero
    ) {
        self.project = project
        self.area = area
        self.filings = filings
        self.account = account
        self.balances = balances
        self.undelivered = undelivered
        self.areOwnersPapersDelivered = areOwnersPapersDelivered
        self.management = management
        self.works = works
        self.papers = papers
        self.openSpecialWorks = openSpecialWorks
        self.clocks = clocks
        self.issues = issues
        self.surplus = surplus
    }

    package init(from decoder: any Decoder) throws {
        project = try ProjectHandoverFacts(from: decoder)
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        area = Area(hundredths: try fields.decode(Int64.self, forKey: .area))
        filings = try fields.decode([Filing].self, forKey: .filings)
        account = try fields.decodeIfPresent(FinalAccount.self, forKey: .account)
        balances = try fields.decode(Balances.self, forKey: .balances)
        undelivered = try fields.decode([String].self, forKey: .undelivered)
        areOwnersPapersDelivered = try fields.decode(Bool.self, forKey: .areOwnersPapersDelivered)
        management = try fields.decodeIfPresent(Management.self, forKey: .management)
        works = try fields.decode([KeptWorks].self, forKey: .works)
        papers = try fields.decode([String].self, forKey: .papers)
        openSpecialWorks = try fields.decode([String].self, forKey: .openSpecialWorks)
        clocks = try fields.decode([RunningClock].self, forKey: .clocks)
        issues = try fields.decode([String].self, forKey: .issues)
        surplus = try fields.decode(Fen.self, forKey: .surplus)
    }

    enum CodingKeys: String, CodingKey {
        case area = "area_hundredths"
        case filings, balances, undelivered, management, works, papers, issues
        case account = "final_account"
        case openSpecialWorks = "open_special_works"
        case areOwnersPapersDelivered = "owners_papers_delivered"
        case clocks = "running_clocks"
        case surplus = "surplus_left_fen"
    }
}

/// A filing that someone brings (待登记备案).
package struct FilingFacts: Hashable, Sendable {
    package let kind: String
    package let filedOn: BusinessDay
    /// Each document with the seal it bears.
    package let documents: [String: String?]
    /// How barrier-free acceptance stands: `accepted`, `not_applicable` or nothing.
    package let barrierFree: String?

    package init(kind: String, filedOn: BusinessDay, documents: [String: String?], barrierFree: String?) {
        self.kind = kind
        self.filedOn = filedOn
        self.documents = documents
        self.barrierFree = barrierFree
    }
}

extension Warranty {
    /// What a kind of works is called (保修项目).
    package static func words(of kind: String) -> Words {
        switch kind {
        case "roof_waterproof": Words("屋面防水及防渗漏", "roof waterproofing")
        case "external_wall_leak": Words("外墙面防渗漏", "external walls against leaks")
        case "electrical": Words("电气管线", "electrical lines")
        case "water_pipes": Words("给排水管道", "water pipes and drains")
        case "equipment": Words("设备安装", "equipment")
        case "decoration": Words("装修", "decoration")
        case "heating": Words("供热与供冷系统", "heating and cooling")
        case "structure": Words("地基基础和主体结构", "foundation and main structure")
        default: Words(kind, kind)
        }
    }
}
