package import Values

/// Where a project under way stands when it is taken in (补录阶段): every stage of the catalogue but the closed one.
///
/// Some stages run beside a project's states: a project at one of them stands at the state that it has reached for sure.
///
/// - Source: catalogue C.1
package enum IntakeStage: String, Hashable, Sendable, Codable, CaseIterable {
    case surveyed = "S00"
    case bodyFormed = "S01"
    case willingness = "S02"
    case scheme = "S03"
    case planBallot = "S04"
    case publicity = "S05"
    case launchApplication = "S06"
    case funded = "S07"
    case planned = "S08"
    case reviewed = "S09"
    case approved = "S10"
    case procurement = "S11"
    case contract = "S12"
    case permitted = "S13"
    case works = "S14"
    case preAcceptance = "S15"
    case accepted = "S16"
    case filings = "S17"
    case handover = "S18"
    case accounts = "S19"
    case settled = "S20"
    case archive = "S21"
    case warranty = "S22"

    /// The project's state at this stage.
    package var state: ProjectState {
        switch self {
        case .procurement, .contract: .approved
        case .filings, .handover, .accounts: .accepted
        case .archive: .settled
        default: ProjectState(rawValue: rawValue) ?? .surveyed
        }
    }

    package var words: Words {
        switch self {
        case .procurement: Words("招标采购", "procurement")
        case .contract: Words("订立合同", "contracts")
        case .filings: Words("备案", "filings")
        case .handover: Words("设施移交", "hand-over of facilities")
        case .accounts: Words("结算和竣工财务决算", "settlement and final accounts")
        case .archive: Words("归档", "archive")
        default: state.words
        }
    }

    /// Whether the works had begun.
    package var isBegun: Bool { rawValue >= IntakeStage.works.rawValue }
    /// Whether the works were accepted.
    package var isAccepted: Bool { rawValue >= IntakeStage.accepted.rawValue }
}

/// A project that is taken in behind the acceptance of its works, as what begins with that day needs it (补录的验收).
package struct AcceptedBefore: Sendable {
    package let project: ID
    package let stage: IntakeStage
    package let acceptedOn: BusinessDay
    package let edition: String
    package let place: String
    /// What its contracts warrant, as it was told: `warranties`, `heating_seasons`, `structure`.
    package let warranty: JSON?

    package init(
        project: ID, stage: IntakeStage, acceptedOn: BusinessDay, edition: String, place: String,
        warranty: JSON?
    ) {
        self.project = project
        self.stage = stage
        self.acceptedOn = acceptedOn
        self.edition = edition
        self.place = place
        self.warranty = warranty
    }
}
