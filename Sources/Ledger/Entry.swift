package import Values

/// Why a fact cannot become an entry.
package enum EntryFault: Error, Hashable {
    /// The canonical bytes are longer than an entry may be.
    case tooLong(bytes: Int)
    /// A whole number that other readers of JSON would round; it must be given as text.
    case numberTooLarge(Int64)
}

/// One fact of the ledger (台账条目): who did what to which thing, under which rule, after which earlier fact.
///
/// Personal data never stands in it in clear: put a `Commitment` in the body.
package struct Entry: Hashable, Sendable {
    /// The thing the fact is about, at the version the fact made.
    package struct Subject: Hashable, Sendable {
        package let kind: String
        package let id: ID
        package let version: Int64

        package init(kind: String, id: ID, version: Int64) {
            self.kind = kind
            self.id = id
            self.version = version
        }
    }

    /// A covered table row as the fact left it, by the digest of its canonical form.
    package struct RowImage: Hashable, Sendable {
        package let table: String
        package let key: String
        package let version: Int64
        package let digest: [UInt8]

        package init(table: String, key: String, version: Int64, digest: [UInt8]) {
            self.table = table
            self.key = key
            self.version = version
            self.digest = digest
        }
    }

    /// The sign-off behind the fact, shown with its strength.
    package struct SignOff: Hashable, Sendable {
        package let kind: SignOffKind
        package let reference: String

        package init(kind: SignOffKind, reference: String) {
            self.kind = kind
            self.reference = reference
        }
    }

    /// The rule that allowed the fact, in the version it had.
    package struct RuleVersion: Hashable, Sendable {
        package let id: String
        package let version: String

        package init(id: String, version: String) {
            self.id = id
            self.version = version
        }
    }

    package static let longest = 60_000

    package let id: ID
    package let district: Int32
    /// What happened, in the past tense with its capability: `change_order.approved`.
    package let type: String
    /// Nil where a job acted.
    package let actor: ID?
    package let role: Role
    package let subject: Subject
    /// The leaf of the same subject's entry before this one.
    package let previous: [UInt8]?
    package let at: Instant
    /// SHA-256 of the idempotency key of the request.
    package let operation: [UInt8]?
    package let body: JSON
    package let rows: [RowImage]
    /// SHA-256 of each file the fact rests on.
    package let files: [[UInt8]]
    package let signOff: SignOff?
    package let rule: RuleVersion?

    package init(
        id: ID, district: Int32, type: String, actor: ID?, role: Role, subject: Subject, previous: [UInt8]?,
        at: Instant, operation: [UInt8]?, body: JSON, rows: [RowImage] = [], files: [[UInt8]] = [],
        signOff: SignOff? = nil, rule: RuleVersion? = nil
    ) {
        self.id = id
        self.district = district
        self.type = type
        self.actor = actor
        self.role = role
        self.subject = subject
        self.previous = previous
        self.at = at
        self.operation = operation
        self.body = body
        self.rows = rows
        self.files = files
        self.signOff = signOff
        self.rule = rule
    }

    /// The bytes that are stored, hashed and sealed.
    package func canonical() throws(EntryFault) -> [UInt8] {
        if let number = json.numberTooLarge { throw .numberTooLarge(number) }
        let bytes = json.canonical
        guard bytes.count <= Entry.longest else { throw .tooLong(bytes: bytes.count) }
        return bytes
    }

    /// The leaf of an entry's canonical bytes in the ledger's tree (RFC 6962).
    package static func leaf(_ canonical: [UInt8]) -> [UInt8] {
        Digest.sha256([0] + canonical)
    }

    /// What `operation` says of an idempotency key.
    package static func operation(key: String) -> [UInt8] {
        Digest.sha256(key.utf8)
    }

    package var json: JSON {
        .object([
            "v": 1, "id": .text(id.description), "tenant": .int(Int64(district)), "type": .text(type),
            "actor": actor.map { .text($0.description) } ?? .null, "role": .text(role.rawValue),
            "subject": .object([
                "kind": .text(subject.kind), "id": .text(subject.id.description),
                "version": .int(subject.version),
            ]),
            "prev": previous.map { .text(hex($0)) } ?? .null, "at": .text(at.universal),
            "op": operation.map { .text(hex($0)) } ?? .null, "body": body,
            "rows": .list(
                rows.map {
                    .object([
                        "table": .text($0.table), "pk": .text($0.key), "version": .int($0.version),
                        "sha256": .text(hex($0.digest)),
                    ])
                }),
            "files": .list(files.map { .text(hex($0)) }),
            "sig": signOff.map {
                .object(["kind": .text($0.kind.rawValue), "ref": .text($0.reference)])
            } ?? .null,
            "rule": rule.map { .object(["id": .text($0.id), "version": .text($0.version)]) } ?? .null,
        ])
    }
}

/// How a person stood behind a fact, weakest last.
package enum SignOffKind: String, Hashable, Sendable, Codable {
    /// A key of the person's own, checked with ssh-keygen by anyone.
    case key = "sshsig"
    /// Password and one-time code: only the service's word.
    case attested
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
