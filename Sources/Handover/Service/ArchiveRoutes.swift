import Actions
import Archives
import Handover
import Ledger
import PQ
import Policy
import Values
import Web

/// The archive of a project (归档): one package with its manifest, and the receipt of the archive that took it.
struct ArchiveRoutes: Sendable {
    let desk: Desk

    private struct PackageDraft: Decodable, Sendable {
        struct Unformed: Decodable, Sendable {
            let part: String
            let reason: String
        }

        let id: ID
        let unformed: [Unformed]?

        /// Why no file of a part arose, by part.
        var reasons: [String: String] {
            Dictionary((unformed ?? []).map { ($0.part, $0.reason) }) { first, _ in first }
        }
    }

    private struct ReceiptDraft: Decodable, Sendable {
        let archive: String
        let number: String
        let sha256: String
        let receivedOn: BusinessDay

        enum CodingKeys: String, CodingKey {
            case archive, number, sha256
            case receivedOn = "received_on"
        }
    }

    var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice]
        return [
            Route(
                .get, "/v1/projects/{project}/archive-packages", operation: "archive.list",
                summary: Words("归档包与回执", "Packages for the archive, and their receipts"), access: .signedIn,
                tags: ["closing"], answers: [200: Self.listed], handle: list),
            Route(
                .post, "/v1/projects/{project}/archive-packages", operation: "archive.pack",
                summary: Words("制作归档包", "Make a package for the archive"), access: .roles(officers),
                tags: ["closing"],
                body: .object(
                    [
                        "id": .id,
                        "unformed": .array(
                            of: .object(["part": .string(max: 10), "reason": .string(max: 300)]), max: 20
                        ).distinct(by: "part"),
                    ], required: ["id"]), effect: .adds, answers: [201: Self.packed],
                handle: pack),
            Route(
                .get, "/v1/archive-packages/{archive}/content", operation: "archive.download",
                summary: Words("下载归档包", "The package itself"), access: .signedIn, tags: ["closing"],
                produces: "application/zip", handle: download),
            Route(
                .post, "/v1/archive-packages/{archive}/receipt", operation: "archive.receive",
                summary: Words("登记档案馆回执", "Record the archive's receipt"), access: .roles(officers),
                tags: ["closing"],
                body: .object([
                    "archive": .string(max: 100), "number": .string(max: 100), "sha256": .string(.sha256),
                    "received_on": .day,
                ]), effect: .adds,
                answers: [201: .open(["id": .id, "number": .text, "due_on": .noDay, "late": .bool])],
                handle: receive),
        ]
    }

    private static let packed = Schema.open([
        "id": .id, "number": .int(min: 1), "sha256": .digest, "manifest_sha256": .digest,
        "files": .int(min: 1), "bytes": .int(min: 1), "parts": parts,
    ])
    private static let parts = Schema.list(
        of: .open(["part": .text, "items": .int(min: 0), "reason": .noText]))
    private static let listed = Schema.open([
        "items": .list(
            of: .open([
                "id": .id, "number": .int(min: 1), "sha256": .digest, "manifest_sha256": .digest,
                "files": .int(min: 1), "made_on": .day, "archive": .noText, "receipt": .noText,
                "received_on": .noDay, "parts": parts,
            ])), "next": .noID,
    ])

    /// Packs what the project holds now; the day's package and its digests are kept.
    @Sendable
    private func pack(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(PackageDraft.self)
        return try await desk.act(
            request, "archive.pack", on: .project(project), subject: Subject("archive_package", draft.id),
            facts: ArchiveStore.facts(project), as: ArchiveFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ArchiveRules.packing(accepted: facts.acceptedOn, under: policy)
            let (volumes, sorted) = try ArchiveRules.sorting(
                facts.listed, own: facts.own, unformed: draft.reasons, under: policy)
            guard decision.refusals.isEmpty, sorted.refusals.isEmpty else {
                return .refused(decision.refusals + sorted.refusals)
            }
            let files = facts.files(in: volumes, on: sitting.today, under: policy)
            let manifest = ArchiveManifest(
                project: project, title: facts.name, madeOn: sitting.today, edition: facts.edition, of: files)
            let content = try ZipPackage.pack(
                files.map(\.file) + [ZipPackage.File(ArchiveManifest.name, manifest.canonical)])
            guard content.count <= 64 << 20 else {
                let source = try policy.bool("archive.required").citation
                return .refused([ArchiveRefusals.isOfAFairSize.refusal(source)])
            }
            let shown: [String: JSON] = [
                "number": .int(facts.nextNumber), "sha256": .text(hex(Digest.sha256(content))),
                "manifest_sha256": .text(hex(manifest.digest)), "files": .int(Int64(files.count + 1)),
                "parts": .list(volumes.map(\.shown)),
            ]
            return .done(
                Write(
                    body: .object(shown),
                    [
                        ArchiveStore.insert(
                            draft.id, project: project, number: facts.nextNumber, content: content,
                            manifest: manifest.digest, files: files.count + 1, on: sitting.today,
                            op: sitting.op)
                    ] + ArchiveStore.sort(volumes, into: draft.id, project: project, op: sitting.op),
                    answer: .object(
                        shown.merging([
                            "id": .text("\(draft.id)"), "bytes": .int(Int64(content.count)),
                        ]) { own, _ in own })))
        }
    }

    @Sendable
    private func receive(_ request: Request) async throws -> Response {
        let package = try request.require("archive")
        let draft = try request.decode(ReceiptDraft.self)
        return try await desk.act(
            request, "archive.receive",
            on: .projectOf(table: "app.archive_package", column: "archive_package_id", package),
            subject: Subject("archive_package", package), facts: ArchiveStore.packageFacts(package),
            as: ArchivePackageFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ArchiveRules.receiving(
                digest: draft.sha256, on: draft.receivedOn, package: facts, today: sitting.today,
                under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let due = facts.clocks.compactMap(\.dueOn).min()
            return .done(
                Write(
                    body: .object([
                        "archive": .text(draft.archive), "number": .text(draft.number),
                        "sha256": .text(facts.sha256), "received_on": .text("\(draft.receivedOn)"),
                    ]),
                    [
                        """
                        insert into app.archive_receipt (district, archive_package_id, project_id, archive, number,
                            sha256, received_on, op_id)
                        values (auth.district(), \(package), \(facts.project), \(draft.archive), \(draft.number),
                            \(bytes(hex: draft.sha256)), \(draft.receivedOn), \(sitting.op))
                        """
                    ] + HandoverStore.end(facts.clocks, on: draft.receivedOn, op: sitting.op),
                    answer: .object([
                        "id": .text("\(package)"), "number": .text(draft.number),
                        "due_on": due.map { .text("\($0)") } ?? .null,
                        "late": .bool(due.map { draft.receivedOn > $0 } ?? false),
                    ])))
        }
    }

    @Sendable
    private func download(_ request: Request) async throws -> Response {
        let package = try request.require("archive")
        let (_, rows) = try await desk.read(
            request,
            """
            select number, content, sha256 from app.archive_package
            where district = auth.district() and archive_package_id = \(package)
            """)
        guard let row = rows.first else { throw Problems.notFound }
        return .file(
            try row.bytes("content"), type: "application/zip", tag: hex(try row.bytes("sha256")),
            download: "archive-\(try row.int32("number")).zip")
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(request, ArchiveStore.list(project))
        return .json(
            200, .object(["items": .list(try rows.map { try $0.decode(JSON.self, "item") }), "next": .null]))
    }
}
