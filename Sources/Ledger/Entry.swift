package import Values

/// Why a fact cannot become an entry.
package enum EntryFault: Error, Hashable {
    /// The canonical bytes of what happened are longer than an entry has room for.
    case tooLong(bytes: Int)
    /// A whole number that other readers of JSON would round; it must be given as text.
    case numberTooLarge(Int64)
}

/// One fact for the ledger (台账条目): what happened to which thing, under which rule, behind which signature.
///
/// The database adds what must not be the caller's word: who acted and as what, the place in the chain of the thing,
/// the rows that were written and the files they name; and it writes the canonical form, which GLOSSARY.md shows.
/// Personal data never stands in it in clear: put a `Commitment` in the body.
package struct Entry: Hashable, Sendable {
    /// The thing the fact is about.
    package struct Subject: Hashable, Sendable {
        package let kind: String
        package let id: ID

        package init(kind: String, id: ID) {
            self.kind = kind
            self.id = id
        }
    }

    /// The sign-off behind the fact, shown with its strength.
    package struct SignOff: Hashable, Sendable {
        package let kind: String
        package let reference: String

        package init(kind: SignOffKind, reference: String) {
            self.kind = kind.rawValue
            self.reference = reference
        }

        private init(_ kind: String, of signature: String) {
            self.kind = kind
            reference = hex(Digest.sha256(signature.utf8))
        }

        /// A person's signature, by the SHA-256 of its armored text.
        package static func signature(_ armored: String) -> SignOff {
            SignOff(SignOffKind.key.rawValue, of: armored)
        }

        /// The site's seal of a certificate, by the SHA-256 of its armored text.
        package static func seal(_ armored: String) -> SignOff { SignOff("seal", of: armored) }

        var json: JSON { .object(["kind": .text(kind), "ref": .text(reference)]) }
    }

    /// The longest canonical body: the rest of an entry's 60,000 bytes is for rows and files.
    package static let longest = 32_000

    package let id: ID
    /// What happened, with its capability: `change_order.approve`.
    package let type: String
    package let subject: Subject
    package let project: ID?
    package let at: Instant
    /// SHA-256 of the idempotency key of the request.
    package let operation: [UInt8]?
    package let body: JSON
    package let signOff: JSON
    /// The editions that were asked, each with its place and the keys that were read; an empty list where none was.
    package let rule: JSON

    /// - Throws: `EntryFault` where the body is too long, or holds a number that others would round.
    package init(
        id: ID, type: String, subject: Subject, project: ID?, at: Instant, operation: [UInt8]?, body: JSON,
        signOff: SignOff? = nil, rule: JSON = .list([])
    ) throws(EntryFault) {
        if let number = body.numberTooLarge { throw .numberTooLarge(number) }
        let length = body.canonical.count
        guard length <= Entry.longest else { throw .tooLong(bytes: length) }
        self.id = id
        self.type = type
        self.subject = subject
        self.project = project
        self.at = at
        self.operation = operation
        self.body = body
        self.signOff = signOff?.json ?? .null
        self.rule = rule
    }

    /// The leaf of an entry's canonical bytes in the ledger's tree (RFC 6962).
    package static func leaf(_ canonical: [UInt8]) -> [UInt8] {
        Digest.sha256([0] + canonical)
    }

    /// What `operation` says of an idempotency key.
    package static func operation(key: String) -> [UInt8] {
        Digest.sha256(key.utf8)
    }
}

/// How a person stood behind a fact, weakest last.
package enum SignOffKind: String, Hashable, Sendable, Codable {
    /// A key of the person's own, checked with ssh-keygen by anyone.
    case key = "sshsig"
    /// Password and one-time code: only the service's word.
    case attested

    package var words: Words {
        switch self {
        case .key: Words("密钥签名", "by key")
        case .attested: Words("见证签署", "attested")
        }
    }
}

extension JSON {
    /// The first whole number that a reader with 53-bit numbers would not read back.
    package var numberTooLarge: Int64? {
        switch self {
        case .int(let value): value.magnitude > 9_007_199_254_740_991 ? value : nil
        case .list(let values): values.lazy.compactMap(\.numberTooLarge).first
        case .object(let fields): fields.values.lazy.compactMap(\.numberTooLarge).first
        case .null, .bool, .text: nil
        }
    }
}

/// A promise of a personal value that can be proved while its salt is kept, and means nothing once it is erased.
package struct Commitment: Hashable, Sendable {
    /// 32 random bytes, kept with the value in an erasable place.
    package let salt: [UInt8]
    /// What stands in the entry.
    package let digest: [UInt8]

    package init(to value: String) {
        self.init(to: value, salt: Chance.bytes(32))
    }

    package init(to value: String, salt: [UInt8]) {
        self.salt = salt
        digest = Digest.sha256(salt + Array(value.utf8))
    }

    package func opens(to value: String) -> Bool {
        Digest.same(digest, Commitment(to: value, salt: salt).digest)
    }
}
