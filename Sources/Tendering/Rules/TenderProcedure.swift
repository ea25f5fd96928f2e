package import Values

/// How a tender went (招标过程), as it is told with its award; what a free tender does not have is left out.
package struct TenderProcedure: Hashable, Sendable, Codable {
    /// One who bid (投标人), with his place among the candidates.
    package struct Bidder: Hashable, Sendable, Codable {
        package let name: String
        /// The registered unit, where it is one.
        package let organisation: ID?
        /// The place among the candidates; nil of whoever is none.
        package let rank: Int?
        /// Why the next in order wins: a record of `procedure.passing_over`.
        package let passedOver: String?

        package init(name: String, organisation: ID? = nil, rank: Int? = nil, passedOver: String? = nil) {
            self.name = name
            self.organisation = organisation
            self.rank = rank
            self.passedOver = passedOver
        }

        enum CodingKeys: String, CodingKey {
            case name, organisation, rank
            case passedOver = "passed_over"
        }
    }

    /// One who evaluates (评标委员会成员).
    package struct Member: Hashable, Sendable, Codable {
        package let name: String
        package let employer: String
        /// 技术、经济等方面的专家; the others stand for who buys.
        package let isExpert: Bool

        package init(name: String, employer: String, isExpert: Bool) {
            self.name = name
            self.employer = employer
            self.isExpert = isExpert
        }

        enum CodingKeys: String, CodingKey {
            case name, employer
            case isExpert = "is_expert"
        }
    }

    /// What an objection is about (异议事项): the tender goes on once it is answered.
    package enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        case documents = "tender_documents"
        case result = "evaluation_result"
    }

    /// An objection in its time (异议), and its answer.
    package struct Objection: Hashable, Sendable, Codable {
        package let by: String
        package let stage: Stage
        package let receivedOn: BusinessDay
        package let answeredOn: BusinessDay?

        package init(by: String, stage: Stage, receivedOn: BusinessDay, answeredOn: BusinessDay?) {
            self.by = by
            self.stage = stage
            self.receivedOn = receivedOn
            self.answeredOn = answeredOn
        }

        enum CodingKeys: String, CodingKey {
            case by, stage
            case receivedOn = "received_on"
            case answeredOn = "answered_on"
        }
    }

    package let bidders: [Bidder]?
    package let committee: [Member]?
    package let objections: [Objection]?
    /// 评标报告日期.
    package let reportedOn: BusinessDay?
    /// 中标候选人公示起止.
    package let candidatesOn: BusinessDay?
    package let candidatesUntil: BusinessDay?
    /// 投标保证金, where one is asked for.
    package let bidBond: Fen?
    /// 招标文件停止发售日期.
    package let documentsUntil: BusinessDay?
    /// 资格预审文件发售起止, 申请文件提交截止: where bidders were qualified beforehand.
    package let prequalificationOn: BusinessDay?
    package let prequalificationUntil: BusinessDay?
    package let prequalificationDue: BusinessDay?

    package init(
        bidders: [Bidder]? = nil, committee: [Member]? = nil, objections: [Objection]? = nil,
        reportedOn: BusinessDay? = nil, candidatesOn: BusinessDay? = nil,
        candidatesUntil: BusinessDay? = nil, bidBond: Fen? = nil, documentsUntil: BusinessDay? = nil,
        prequalificationOn: BusinessDay? = nil, prequalificationUntil: BusinessDay? = nil,
        prequalificationDue: BusinessDay? = nil
    ) {
        self.bidders = bidders
        self.committee = committee
        self.objections = objections
        self.reportedOn = reportedOn
        self.candidatesOn = candidatesOn
        self.candidatesUntil = candidatesUntil
        self.bidBond = bidBond
        self.documentsUntil = documentsUntil
        self.prequalificationOn = prequalificationOn
        self.prequalificationUntil = prequalificationUntil
        self.prequalificationDue = prequalificationDue
    }

    enum CodingKeys: String, CodingKey {
        case bidders, committee, objections
        case reportedOn = "reported_on"
        case candidatesOn = "candidates_on"
        case candidatesUntil = "candidates_until"
        case bidBond = "bid_bond_fen"
        case documentsUntil = "documents_until"
        case prequalificationOn = "prequalification_on"
        case prequalificationUntil = "prequalification_until"
        case prequalificationDue = "prequalification_due"
    }

    /// What has to be told of a tender that had to be one, and is not.
    var missing: [Words] {
        var missing = [Words]()
        if bidders == nil { missing.append(Words("投标人名单", "the bidders")) }
        if committee == nil { missing.append(Words("评标委员会名单", "the committee")) }
        if reportedOn == nil { missing.append(Words("评标报告日期", "the day of the evaluation report")) }
        if candidatesOn == nil || candidatesUntil == nil {
            missing.append(Words("中标候选人公示起止日期", "the days on which the candidates were posted"))
        }
        return missing
    }
}

extension String {
    /// A name without blanks, to tell one from another.
    var plainName: String { filter { !$0.isWhitespace } }
}
