package import Values

/// What the seats of one acceptance round sign over (验收卷宗): its documents, its facts, its seats, its rules.
///
/// New evidence makes another dossier, with another digest, to be signed again.
package struct Dossier: Hashable, Sendable {
    package struct Document: Hashable, Sendable {
        package let id: ID
        package let title: String
        package let sha256: [UInt8]
        package let bytes: Int64

        package init(id: ID, title: String, sha256: [UInt8], bytes: Int64) {
            self.id = id
            self.title = title
            self.sha256 = sha256
            self.bytes = bytes
        }
    }

    /// A seat of the round (席位), as the rules demanded it when the dossier was closed.
    package struct Seat: Hashable, Sendable {
        package let name: String
        package let mandatory: Bool
        /// Whether the seat must sign with a key of its own, or may be attested by the site.
        package let needsKey: Bool

        package init(name: String, mandatory: Bool, needsKey: Bool) {
            self.name = name
            self.mandatory = mandatory
            self.needsKey = needsKey
        }
    }

    package static let kind = "acceptance_dossier"

    package let district: Int32
    package let project: ID
    package let round: Int64
    package let policyEdition: String
    package let seats: [Seat]
    package let documents: [Document]
    package let facts: JSON

    package init(
        district: Int32, project: ID, round: Int64, policyEdition: String, seats: [Seat],
        documents: [Document],
        facts: JSON
    ) {
        self.district = district
        self.project = project
        self.round = round
        self.policyEdition = policyEdition
        self.seats = seats
        self.documents = documents
        self.facts = facts
    }

    package var json: JSON {
        .object([
            "v": 1, "kind": .text(Dossier.kind), "district": .int(Int64(district)),
            "project": .text(project.description), "round": .int(round),
            "policy_edition": .text(policyEdition),
            "seats": .list(
                seats.map {
                    [
                        "seat": .text($0.name), "mandatory": .bool($0.mandatory),
                        "needs_key": .bool($0.needsKey),
                    ]
                }),
            "documents": .list(
                documents.map {
                    [
                        "id": .text($0.id.description), "title": .text($0.title),
                        "sha256": .text(hex($0.sha256)), "bytes": .int($0.bytes),
                    ]
                }),
            "facts": facts,
        ])
    }

    /// The manifest's bytes; `sha256sum` of them is the digest.
    package func canonical() -> [UInt8] { json.canonical }

    package var digest: [UInt8] { Digest.sha256(canonical()) }

    package init(json: JSON) throws(FormFault) {
        let fields = try Fields(json, of: "manifest")
        try fields.expect(kind: Dossier.kind)
        district = try fields.district()
        project = try fields.id("project")
        round = try fields.int("round")
        policyEdition = try fields.text("policy_edition")
        var seats = [Seat]()
        for item in try fields.list("seats") {
            let seat = try Fields(item, of: "seats")
            seats.append(
                Seat(
                    name: try seat.text("seat"), mandatory: try seat.bool("mandatory"),
                    needsKey: try seat.bool("needs_key")))
        }
        var documents = [Document]()
        for item in try fields.list("documents") {
            let document = try Fields(item, of: "documents")
            documents.append(
                Document(
                    id: try document.id("id"), title: try document.text("title"),
                    sha256: try document.digest("sha256"), bytes: try document.int("bytes")))
        }
        self.seats = seats
        self.documents = documents
        facts = try fields.json("facts")
    }
}

/// What a seat says of a round (意见).
package enum Opinion: String, Hashable, Sendable, Codable, CaseIterable {
    case pass
    case passWithItems = "pass_with_items"
    case fail
    /// The holder steps aside (回避); the seat must be filled anew.
    case recuse

    package var words: Words {
        switch self {
        case .pass: Words("同意", "pass")
        case .passWithItems: Words("同意，有遗留问题", "pass with items")
        case .fail: Words("不同意", "fail")
        case .recuse: Words("回避", "step aside")
        }
    }

    /// Whether the seat lets the round pass.
    package var passes: Bool { self == .pass || self == .passWithItems }
}

/// One seat's opinion over one dossier: the very bytes that are signed.
package struct Statement: Hashable, Sendable {
    package static let kind = "acceptance_opinion"

    package let district: Int32
    package let project: ID
    package let round: Int64
    package let seat: String
    package let person: ID
    package let opinion: Opinion
    /// What is left to be mended, each in a few words.
    package let items: [String]
    /// The dossier's digest.
    package let digest: [UInt8]
    /// The signer's own clock: the site records beside it when the statement came in.
    package let at: Instant
    /// Keeps two equal opinions of one person apart.
    package let nonce: String

    package init(
        district: Int32, project: ID, round: Int64, seat: String, person: ID, opinion: Opinion,
        items: [String],
        digest: [UInt8], at: Instant, nonce: String
    ) {
        self.district = district
        self.project = project
        self.round = round
        self.seat = seat
        self.person = person
        self.opinion = opinion
        self.items = items
        self.digest = digest
        self.at = at
        self.nonce = nonce
    }

    /// An opinion over a dossier, now, with a fresh nonce.
    package init(
        on dossier: Dossier, seat: String, person: ID, opinion: Opinion, items: [String] = [], at: Instant
    ) {
        self.init(
            district: dossier.district, project: dossier.project, round: dossier.round, seat: seat,
            person: person,
            opinion: opinion, items: items, digest: dossier.digest, at: at, nonce: hex(Chance.bytes(16)))
    }

    package var json: JSON {
        .object([
            "v": 1, "kind": .text(Statement.kind), "district": .int(Int64(district)),
            "project": .text(project.description), "round": .int(round), "seat": .text(seat),
            "person": .text(person.description), "opinion": .text(opinion.rawValue),
            "items": .list(items.map(JSON.text)), "digest": .text(hex(digest)), "at": .text(at.universal),
            "nonce": .text(nonce),
        ])
    }

    /// The bytes to sign.
    package func canonical() -> [UInt8] { json.canonical }

    package init(json: JSON) throws(FormFault) {
        let fields = try Fields(json, of: "statement")
        try fields.expect(kind: Statement.kind)
        var items = [String]()
        for item in try fields.list("items") {
            guard let text = item.text else { throw FormFault(field: "items") }
            items.append(text)
        }
        self.init(
            district: try fields.district(), project: try fields.id("project"),
            round: try fields.int("round"),
            seat: try fields.text("seat"), person: try fields.id("person"),
            opinion: try fields.case("opinion", of: Opinion.self), items: items,
            digest: try fields.digest("digest"), at: try fields.instant("at"), nonce: try fields.text("nonce")
        )
    }

    /// Reads the bytes of a statement, which must be its canonical ones.
    package init(canonical bytes: [UInt8]) throws(FormFault) {
        let json: JSON
        do {
            json = try JSON(strict: bytes)
        } catch {
            throw FormFault(field: "statement")
        }
        try self.init(json: json)
        guard canonical() == bytes else { throw FormFault(field: "statement") }
    }
}
