import Actions
import Archives
import Handover
import Ledger
import PQ
import Policy
import Values

/// What a project's archive is made of (归档内容).
struct ArchiveFacts: Decodable, Sendable {
    let name: String
    let place: String
    let edition: String
    let acceptedOn: BusinessDay?
    let nextNumber: Int64
    let certificate: String?
    let papers: [PaperSent]
    /// The same papers as they are listed, without their bytes.
    let listed: [ArchivePaper]
    let events: [String]
    let determinations: JSON
    let notices: JSON
    let end: JSON

    enum CodingKeys: String, CodingKey {
        case name, place, edition, certificate, papers, listed, events, determinations, notices, end
        case acceptedOn = "accepted_on"
        case nextNumber = "next_number"
    }

    /// What the product puts into the parts itself.
    var own: [(part: String, title: String)] {
        certificate == nil ? [] : [("E", ArchiveFacts.certificateTitle)]
    }

    private static let certificateTitle = "联合竣工验收证书"

    /// The files of the package, each with its title: those of the whole, then part by part.
    func files(
        in volumes: [ArchiveVolume], on day: BusinessDay, under policy: Policy
    ) -> [(file: ZipPackage.File, title: String)] {
        var files: [(file: ZipPackage.File, title: String)] = [
            (ZipPackage.File("papers.json", JSON.list(volumes.flatMap(\.listed)).canonical), "材料目录"),
            (ZipPackage.File("events.txt", Array(events.map { $0 + "\n" }.joined().utf8)), "办理记录与叶摘要"),
            (ZipPackage.File("determinations.json", determinations.canonical), "认定及其由来"),
            (ZipPackage.File("notices.json", notices.canonical), "法定通知及投送证明"),
            (ZipPackage.File("end.json", end.canonical), "备案、决算、保修与管理"),
            (ZipPackage.File("clauses.json", ArchiveFacts.clauses(policy).canonical), "适用条款"),
            (ZipPackage.File("README.txt", Array(ArchiveFacts.guide.utf8)), "说明"),
        ]
        if let certificate = certificate.flatMap({ bytes(hex: $0) }) {
            files.append(
                (
                    ZipPackage.File("certificates/acceptance.json", certificate),
                    ArchiveFacts.certificateTitle
                ))
        }
        let sent = Dictionary(papers.map { ($0.id, $0) }) { first, _ in first }
        for volume in volumes {
            var paths: [ID: String] = [:]
            for (index, paper) in volume.papers.enumerated() {
                guard let held = sent[paper.id], let content = held.file?.bytes else { continue }
                let ending = ArchiveFacts.endings[held.mediaType ?? ""] ?? "bin"
                let path = "\(volume.part)/\(index + 1)-\(paper.id).\(ending)"
                paths[paper.id] = path
                files.append((ZipPackage.File(path, content), paper.title))
            }
            let name = "\(volume.part) \(volume.words.zh)"
            files.append(
                (
                    ZipPackage.File("\(volume.part)/catalogue.txt", Array(volume.catalogue(paths).utf8)),
                    "\(name)：卷内目录"
                ))
            files.append(
                (
                    ZipPackage.File(
                        "\(volume.part)/note.txt", Array(volume.note(enclosed: paths.count, on: day).utf8)),
                    "\(name)：卷内备考表"
                ))
        }
        return files
    }

    private static let endings = [
        "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "application/json": "json",
    ]

    /// Every key that the project was judged by, with its clause and whether its text was read.
    private static func clauses(_ policy: Policy) -> JSON {
        .list(
            policy.keys.sorted().compactMap { key in
                guard let found = try? policy.value(key) else { return nil }
                return .object(["key": .text(key), "source": found.citation.json])
            })
    }

    private static let guide = """
        本包由清单 manifest.json 逐一列明：路径、题名、SHA-256 摘要、字节数。
        manifest.json lists every file with its title, SHA-256 digest and size.

        核对 / check: yanshou verify 归档包.zip --manifest 回执上的清单摘要
        或 / or: sha256sum *

        各部分在各自的文件夹：catalogue.txt 卷内目录，note.txt 卷内备考表。
        Each part has a folder of its own with its catalogue and its note.

        events.txt: 每行一件：叶摘要、事件原文；叶摘要 = SHA-256(0x00 || 原文)。
        events.txt: one event a line: its leaf, then its text; the leaf is SHA-256(0x00 || text).

        """
}

/// The statements of a project's archive.
enum ArchiveStore {
    static func facts(_ project: ID) -> SQL {
        """
        select jsonb_build_object(
            'name', project.name, 'place', project.place, 'edition', project.edition,
            'accepted_on', coalesce(certificate.certified_on, project.accepted_on), 'certificate', encode(certificate.content, 'hex'),
            'next_number', (
                select coalesce(max(number), 0) + 1 from app.archive_package made
                where made.district = project.district and made.project_id = project.project_id
            ),
            'papers', (
                select coalesce(jsonb_agg(jsonb_build_object('id', paper.paper_id, 'title', paper.title,
                    'content', translate(encode(file.content, 'base64'), E'\\n', ''),
                    'media_type', file.media_type) order by paper.paper_id), '[]')
                from app.paper join app.file using (district, sha256)
                where paper.district = project.district and paper.project_id = project.project_id
            ),
            'listed', (
                select coalesce(jsonb_agg(jsonb_build_object('id', paper_id, 'of', subject_kind, 'of_id', subject_id,
                    'kind', kind, 'title', title, 'number', number, 'dated', dated,
                    'sha256', encode(sha256, 'hex')) order by paper_id), '[]')
                from app.paper where paper.district = project.district and paper.project_id = project.project_id
            ),
            'events', (
                select coalesce(jsonb_agg(encode(leaf, 'hex') || ' ' || convert_from(body, 'UTF8')
                    order by recorded_at, entry_id), '[]')
                from ledger.entry where entry.district = project.district and entry.project_id = project.project_id
            ),
            'determinations', (
                select coalesce(jsonb_agg(jsonb_build_object('id', determination_id, 'question', question,
                    'as_of', as_of, 'verdict', verdict, 'inputs', inputs, 'because', because, 'edition', edition)
                    order by determination_id), '[]')
                from app.determination found
                where found.district = project.district and found.project_id = project.project_id
            ),
            'notices', (
                select coalesce(jsonb_agg(to_jsonb(told) - 'id' order by told.made_at, told.id), '[]')
                from app.statutory_notices(project.project_id, null, null) told
            ),
            'end', jsonb_build_object(
                'filings', (
                    select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'number', number,
                        'filed_with', filed_with, 'filed_on', filed_on) order by kind), '[]')
                    from app.filing where filing.district = project.district and filing.project_id = project.project_id
                ),
                'final_account', (
                    select jsonb_build_object('number', number, 'approved_on', approved_on, 'total_fen', total_fen,
                        'resident_fen', resident_fen, 'subsidy_fen', subsidy_fen)
                    from app.final_account account
                    where account.district = project.district and account.project_id = project.project_id
                ),
                'warranties', (
                    select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'accepted_on', accepted_on,
                        'nominal_end_on', nominal_end_on) order by kind), '[]')
                    from app.warranty kept
                    where kept.district = project.district and kept.project_id = project.project_id
                ),
                'management', (
                    select jsonb_build_object('form', form, 'manager', manager, 'decided_on', decided_on)
                    from app.management_form form
                    where form.district = project.district and form.project_id = project.project_id
                ),
                'closed_on', (
                    select closed_on from app.project_closing closing
                    where closing.district = project.district and closing.project_id = project.project_id
                )
            )) as facts
        from app.project left join app.acceptance_certificate certificate using (district, project_id)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }

    static func packageFacts(_ package: ID) -> SQL {
        """
        select jsonb_build_object('project', made.project_id, 'place', project.place, 'edition', project.edition,
            'sha256', encode(made.sha256, 'hex'), 'made_on', made.made_on,
            'is_received', exists (
                select from app.archive_receipt taken
                where taken.district = made.district and taken.archive_package_id = made.archive_package_id
            ),
            'clocks', (
                select coalesce(jsonb_agg(jsonb_build_object('clock_id', clock_id, 'key', key, 'due_on', due_on,
                    'version', version)), '[]')
                from app.clock
                where clock.district = made.district and clock.project_id = made.project_id
                    and clock.key = 'archive.months' and clock.met_on is null
            )) as facts
        from app.archive_package made join app.project using (district, project_id)
        where made.district = auth.district() and made.archive_package_id = \(package)
        """
    }

    static func insert(
        _ id: ID, project: ID, number: Int64, content: [UInt8], manifest: [UInt8], files: Int,
        on day: BusinessDay, op: ID
    ) -> SQL {
        """
        insert into app.archive_package (district, archive_package_id, project_id, number, content, sha256,
            manifest_sha256, files, made_on, op_id)
        values (auth.district(), \(id), \(project), \(Int32(truncatingIfNeeded: number)), \(content),
            \(Digest.sha256(content)), \(manifest), \(Int32(truncatingIfNeeded: files)), \(day), \(op))
        """
    }

    static func list(_ project: ID) -> SQL {
        """
        select jsonb_build_object('id', made.archive_package_id, 'number', made.number,
            'sha256', encode(made.sha256, 'hex'), 'manifest_sha256', encode(made.manifest_sha256, 'hex'),
            'parts', (
                select coalesce(jsonb_agg(jsonb_build_object('part', part, 'items', items, 'reason', reason)
                    order by part), '[]')
                from app.archive_volume held
                where held.district = made.district and held.archive_package_id = made.archive_package_id
            ),
            'files', made.files, 'made_on', made.made_on, 'archive', taken.archive, 'receipt', taken.number,
            'received_on', taken.received_on) as item
        from app.archive_package made left join app.archive_receipt taken using (district, archive_package_id)
        where made.district = auth.district() and made.project_id = \(project) order by made.number
        """
    }
}
