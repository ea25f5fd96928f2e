package import Values

/// The certificate of an acceptance (验收证书): dossier, opinions, keys and verdict in one file anyone can check.
///
/// The site's seal covers all of it, also what no seat signed: when opinions came in, how long keys are valid,
/// what was attested without a key.
package struct Certificate: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, Codable {
        case passed
        case passedWithItems = "passed_with_items"
        case failed

        package var words: Words {
            switch self {
            case .passed: Words("通过", "passed")
            case .passedWithItems: Words("通过，有遗留问题", "passed with items")
            case .failed: Words("未通过", "failed")
            }
        }
    }

    /// A seat's statement, when the site received it, and the signature where the seat has a key.
    package struct SignedOpinion: Hashable, Sendable {
        package let statement: Statement
        package let received: Instant
        /// Nil where the opinion is attested: password and one-time code, the site's word alone.
        package let signature: SSHSignature?

        package init(statement: Statement, received: Instant, signature: SSHSignature?) {
            self.statement = statement
            self.received = received
            self.signature = signature
        }
    }

    package static let kind = "acceptance_certificate"

    package let id: ID
    package let issued: Instant
    package let verdict: Verdict
    package let dossier: Dossier
    package let opinions: [SignedOpinion]
    package let keys: [AllowedSigner]
    package private(set) var seal: SSHSignature?

    package init(
        id: ID, issued: Instant, verdict: Verdict, dossier: Dossier, opinions: [SignedOpinion],
        keys: [AllowedSigner]
    ) {
        self.id = id
        self.issued = issued
        self.verdict = verdict
        self.dossier = dossier
        self.opinions = opinions
        self.keys = keys
    }

    /// The same certificate under the site's seal.
    package func sealed(by key: SigningKey) -> Certificate {
        sealed(with: SSHSignature(of: body.canonical, for: .certificate, by: key))
    }

    package func sealed(with seal: SSHSignature) -> Certificate {
        var sealed = self
        sealed.seal = seal
        return sealed
    }

    /// What the seal covers.
    package var body: JSON {
        .object([
            "v": 1, "kind": .text(Certificate.kind), "id": .text(id.description),
            "issued": .text(issued.universal),
            "verdict": .text(verdict.rawValue), "manifest": dossier.json,
            "digest": .text(hex(dossier.digest)),
            "opinions": .list(
                opinions.map {
                    [
                        "statement": $0.statement.json, "received": .text($0.received.universal),
                        "strength": .text($0.strength.rawValue),
                        "signature": $0.signature.map { .text($0.armored) } ?? .null,
                    ]
                }),
            "keys": .list(keys.map { .text($0.line) }),
        ])
    }

    /// The bytes of the file.
    package func file() -> [UInt8] {
        var fields = body.object ?? [:]
        fields["seal"] = seal.map { .text($0.armored) } ?? .null
        return JSON.object(fields).canonical
    }

    /// Reads a file, which must be spelled as `file()` spells it: no byte of it may vary unseen.
    package init(file bytes: [UInt8]) throws(FormFault) {
        let json: JSON
        do {
            json = try JSON(strict: bytes)
        } catch {
            throw FormFault(field: "file")
        }
        let fields = try Fields(json, of: "file")
        try fields.expect(kind: Certificate.kind)
        id = try fields.id("id")
        issued = try fields.instant("issued")
        verdict = try fields.case("verdict", of: Verdict.self)
        dossier = try Dossier(json: try fields.json("manifest"))
        guard try fields.digest("digest") == dossier.digest else { throw FormFault(field: "digest") }
        var opinions = [SignedOpinion]()
        for item in try fields.list("opinions") { opinions.append(try SignedOpinion(json: item)) }
        self.opinions = opinions
        var keys = [AllowedSigner]()
        for item in try fields.list("keys") {
            guard let line = item.text, let key = AllowedSigner(line: line) else {
                throw FormFault(field: "keys")
            }
            keys.append(key)
        }
        self.keys = keys
        if let armored = try fields.json("seal").text {
            guard let signature = SSHSignature(armored: armored) else { throw FormFault(field: "seal") }
            seal = signature
        }
        guard file() == bytes else { throw FormFault(field: "file") }
    }
}

extension Certificate.SignedOpinion {
    package var strength: SignOffKind { signature == nil ? .attested : .key }

    init(json: JSON) throws(FormFault) {
        let fields = try Fields(json, of: "opinions")
        statement = try Statement(json: try fields.json("statement"))
        received = try fields.instant("received")
        guard let armored = try fields.json("signature").text else {
            signature = nil
            return
        }
        guard let signature = SSHSignature(armored: armored) else { throw FormFault(field: "signature") }
        self.signature = signature
    }
}
