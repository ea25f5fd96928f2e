import Handover
import Policy
import Testing
import Values

/// People, places and a gas handover for the tests of the rules.
enum Sample {
    static let streetUnit = ID(high: 1, low: 1)
    static let gasUnit = ID(high: 1, low: 2)
    static let street = actor(11, streetUnit, .constructionUnit)
    static let office = actor(12, ID(high: 1, low: 4), .renovationOffice)
    static let gas = actor(13, gasUnit, .utility)
    static let water = actor(14, ID(high: 1, low: 3), .utility)

    static func actor(_ number: UInt64, _ unit: ID, _ role: Role) -> Actor {
        Actor(
            person: ID(high: 2, low: number), name: "", organisation: unit, district: 330302,
            appointment: ID(high: 3, low: number), role: role, secondFactor: false)
    }

    static func day(_ iso: String) -> BusinessDay {
        BusinessDay(iso: iso) ?? BusinessDay(daysSince2000: 0)
    }

    static func policy(_ place: String, on day: String = "2026-03-02") throws -> Policy {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return try PolicyBook.load(folder: "/" + root + "/Sources/Policy/Packs")
            .policy(for: place, on: Sample.day(day))
    }

    /// A gas handover; `ticked` is the verdict on every document of its list, nil where nothing is sent.
    static func facts(
        state: HandoverState, projectState: String = "S16", utilitySigned: Bool = true,
        constructionUnitSigned: Bool = true, ownersDecided: Bool = true, assetCount: Int64 = 2,
        ticked: DocumentVerdict? = .received, wrong: String? = nil, proposedBy: ID? = nil,
        under policy: Policy, exemption: ExemptionFacts = ExemptionFacts()
    ) throws -> HandoverFacts {
        var lines = [HandoverFacts.Line]()
        if let ticked {
            for record in try HandoverRules.documentList(for: .gas, under: policy).value {
                lines.append(.init(document: record.id, verdict: record.id == wrong ? .wrong : ticked))
            }
        }
        return HandoverFacts(
            handover: ID(high: 4, low: 1), project: ID(high: 4, low: 2), kind: .gas, state: state,
            receiver: gasUnit, receiverName: "温州燃气", constructionUnit: streetUnit, projectState: projectState,
            edition: policy.edition, place: policy.place, utilitySigned: utilitySigned,
            constructionUnitSigned: constructionUnitSigned, ownersDecided: ownersDecided,
            assetCount: assetCount,
            lines: lines, proposedBy: proposedBy, exemption: exemption)
    }

    static func project(_ states: [String: HandoverState]) -> ProjectHandoverFacts {
        ProjectHandoverFacts(
            projectState: "S16", edition: "", place: "330302", constructionUnit: streetUnit, states: states,
            acceptedOn: day("2026-02-02"))
    }
}
