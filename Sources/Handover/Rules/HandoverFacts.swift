package import Values

/// What is known of one handover when somebody acts on it.
package struct HandoverFacts: Decodable, Hashable, Sendable {
    /// One line of the document list that was sent.
    package struct Line: Decodable, Hashable, Sendable {
        package let document: String
        package let verdict: DocumentVerdict?
        package let version: Int64

        package init(document: String, verdict: DocumentVerdict? = nil, version: Int64 = 1) {
            self.document = document
            self.verdict = verdict
            self.version = version
        }
    }

    package let handover: ID
    package let project: ID
    package let kind: FacilityKind
    package let state: HandoverState
    package let round: Int64
    package let version: Int64
    package let receiver: ID?
    package let receiverName: String?
    package let constructionUnit: ID
    package let projectState: String
    package let edition: String
    package let place: String
    package let utilitySigned: Bool
    package let constructionUnitSigned: Bool
    package let ownersDecided: Bool
    package let assetCount: Int64
    package let lines: [Line]
    package let proposedBy: ID?
    /// The deadlines that run on it.
    package let clocks: [RunningClock]
    /// What decides whether its kind applies, and who may receive it.
    package let exemption: ExemptionFacts

    package init(
        handover: ID, project: ID, kind: FacilityKind, state: HandoverState, round: Int64 = 1,
        version: Int64 = 1,
        receiver: ID?, receiverName: String? = nil, constructionUnit: ID, projectState: String,
        edition: String,
        place: String, utilitySigned: Bool = false, constructionUnitSigned: Bool = false,
        ownersDecided: Bool = false, assetCount: Int64 = 1, lines: [Line] = [], proposedBy: ID? = nil,
        clocks: [RunningClock] = [], exemption: ExemptionFacts = ExemptionFacts()
    ) {
        self.handover = handover
        self.project = project
        self.kind = kind
        self.state = state
        self.round = round
        self.version = version
        self.receiver = receiver
        self.receiverName = receiverName
        self.constructionUnit = constructionUnit
        self.projectState = projectState
        self.edition = edition
        self.place = place
        self.utilitySigned = utilitySigned
        self.constructionUnitSigned = constructionUnitSigned
        self.ownersDecided = ownersDecided
        self.assetCount = assetCount
        self.lines = lines
        self.proposedBy = proposedBy
        self.clocks = clocks
        self.exemption = exemption
    }

    enum CodingKeys: String, CodingKey {
        case handover = "handover_id"
        case project = "project_id"
        case kind, state, round, version
        case receiver = "receiver_id"
        case receiverName = "receiver"
        case constructionUnit = "construction_unit_id"
        case projectState = "project_state"
        case edition, place
        case utilitySigned = "utility_signed"
        case constructionUnitSigned = "construction_unit_signed"
        case ownersDecided = "owners_decided"
        case assetCount = "asset_count"
        case lines = "documents"
        case proposedBy = "proposed_by"
        case clocks = "running_clocks"
        case exemption
    }

    /// True from the certificate of joint completion acceptance on (catalogue C.1, S16).
    package var isCertified: Bool { projectState >= "S16" }

    package func hasSigned(_ party: HandoverParty) -> Bool {
        switch party {
        case .utility: utilitySigned
        case .constructionUnit: constructionUnitSigned
        }
    }

    /// The party an actor may sign for, if any: his own unit's and nobody else's.
    package func party(of actor: Actor) -> HandoverParty? {
        if actor.role == .utility, actor.organisation == receiver { return .utility }
        if actor.role == .constructionUnit, actor.organisation == constructionUnit {
            return .constructionUnit
        }
        return nil
    }
}

/// A deadline that runs (时限).
package struct RunningClock: Decodable, Hashable, Sendable {
    package let clock: ID
    /// The policy key that gives its length.
    package let key: String
    /// Nil while the working days that it is counted by are not published.
    package let dueOn: BusinessDay?
    package let version: Int64

    package init(clock: ID, key: String, dueOn: BusinessDay?, version: Int64) {
        self.clock = clock
        self.key = key
        self.dueOn = dueOn
        self.version = version
    }

    enum CodingKeys: String, CodingKey {
        case clock = "clock_id"
        case key
        case dueOn = "due_on"
        case version
    }
}

/// Where each kind of a project's facilities stands, before the project goes into warranty.
package struct ProjectHandoverFacts: Decodable, Hashable, Sendable {
    package let projectState: String
    package let version: Int64
    package let edition: String
    package let place: String
    package let constructionUnit: ID
    package let states: [String: HandoverState]
    /// The day joint completion acceptance was passed, from which warranties run.
    package let acceptedOn: BusinessDay?
    /// Units of the register that run some kind of facility.
    package let units: [FacilityUnit]
    /// Whether the project was taken in behind the hand-over, with its papers as evidence.
    package var isHandedOverBefore: Bool?

    package init(
        projectState: String, version: Int64 = 1, edition: String, place: String, constructionUnit: ID,
        states: [String: HandoverState], acceptedOn: BusinessDay?, units: [FacilityUnit] = []
    ) {
        self.projectState = projectState
        self.version = version
        self.edition = edition
        self.place = place
        self.constructionUnit = constructionUnit
        self.states = states
        self.acceptedOn = acceptedOn
        self.units = units
    }

    enum CodingKeys: String, CodingKey {
        case projectState = "project_state"
        case isHandedOverBefore = "is_handed_over_before"
        case version, edition, place, states, units
        case constructionUnit = "construction_unit_id"
        case acceptedOn = "accepted_on"
    }
}
