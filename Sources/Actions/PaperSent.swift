import Ledger
package import PQ
package import Values
package import Web

/// A paper that comes with its bytes, beside what rests on it (随件原件): a notice of an award, an agreement to end a contract.
package struct PaperSent: Decodable, Sendable {
    /// The bytes of a paper with their digest.
    package struct File: Sendable {
        package let bytes: [UInt8]
        package let digest: [UInt8]
    }

    package static let mediaTypes = DocumentType.names

    package static let schema = Schema.object(
        [
            "id": .id, "title": .string(max: 300), "number": .string(max: 100), "content": .string(.base64),
            "media_type": .string(oneOf: mediaTypes),
        ], required: ["id", "title", "content"])

    package let id: ID
    package let title: String
    package let number: String?
    /// In Base64; empty where the bytes are not held here.
    package let content: String
    package let mediaType: String?

    /// The bytes with their digest; nil where there are none.
    package var file: File? {
        guard let bytes = Base64.bytes(content), !bytes.isEmpty else { return nil }
        return File(bytes: bytes, digest: Digest.sha256(bytes))
    }

    /// Stores the file, and the paper as what it is of.
    package func inserts(
        _ file: File, as kind: String, of subject: Subject, in project: ID, dated: BusinessDay,
        district: Int32, op: ID
    ) -> [SQL] {
        [
            """
            insert into app.file (district, sha256, media_type, content)
            values (\(district), \(file.digest),
                coalesce(\(mediaType)::text, app.kind_of_bytes(\(file.bytes))), \(file.bytes))
            on conflict do nothing
            """,
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number, dated,
                sha256, op_id)
            values (\(district), \(id), \(project), \(subject.kind), \(subject.id), \(kind), \(title), \(number),
                \(dated), \(file.digest), \(op))
            """,
        ]
    }

    enum CodingKeys: String, CodingKey {
        case id, title, number, content
        case mediaType = "media_type"
    }
}
