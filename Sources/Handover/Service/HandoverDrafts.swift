import Handover
import Values

struct PlanDraft: Decodable, Sendable {
    struct Asset: Decodable, Sendable {
        let id: ID
        let tag: String
        let title: String
        let location: String
        let boundary: String
        let responsibleFrom: BusinessDay?

        enum CodingKeys: String, CodingKey {
            case id, tag, title, location, boundary
            case responsibleFrom = "responsible_from"
        }
    }

    let id: ID
    let kind: String
    let receiver: ID?
    let assets: [Asset]?
}

struct ReceiverDraft: Decodable, Sendable {
    let receiver: ID
}

struct ReasonDraft: Decodable, Sendable {
    let reason: String?
}

/// What the construction unit proposes with, or nothing from whoever confirms.
struct ExemptionDraft: Decodable, Sendable {
    let ground: String?
    let reason: String?
    let paper: ID?
}

/// A proposal that a kind does not apply, whole.
struct ExemptionProposal: Sendable {
    let id: ID
    let ground: String
    let reason: String
    let paper: ID
}

struct DocumentsDraft: Decodable, Sendable {
    struct Document: Decodable, Sendable {
        /// The paper's own id.
        let id: ID
        let document: String
        let title: String
        let number: String?
        let dated: BusinessDay
        let sha256: String?
    }

    let documents: [Document]
}

struct ReceiptsDraft: Decodable, Sendable {
    struct Line: Decodable, Sendable {
        let document: String
        let verdict: DocumentVerdict
        let note: String?
    }

    let lines: [Line]
}

struct LinkDraft: Decodable, Sendable {
    let name: String
    let days: Int32?
}

struct CompletionDraft: Decodable, Sendable {
    struct Agreed: Decodable, Sendable {
        let kind: String
        let months: Int64
    }

    let warranties: [Agreed]?
    /// Seasons of heating that the contract warrants.
    let heatingSeasons: Int64?
    /// Of works on foundation or main structure, where there were any.
    let structure: DesignLife?

    enum CodingKeys: String, CodingKey {
        case warranties, structure
        case heatingSeasons = "heating_seasons"
    }

    /// What was told of a project that was taken in during its warranty.
    init(told: JSON) {
        warranties = told["warranties"]?.list?.compactMap { item in
            guard let kind = item["kind"]?.text, let months = item["months"]?.int else { return nil }
            return Agreed(kind: kind, months: months)
        }
        heatingSeasons = told["heating_seasons"]?.int
        structure = told["structure"].flatMap { life in
            guard let years = life["years"]?.int, let evidence = life["evidence"]?.text else { return nil }
            return DesignLife(years: years, evidence: evidence)
        }
    }
}
