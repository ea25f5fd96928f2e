import Handover
import PQ
import Values

/// The volumes of a package as its files and rows (卷内目录、备考表).
extension ArchiveVolume {
    /// As answers and the event say it.
    var shown: JSON {
        .object([
            "part": .text(part), "items": .int(Int64(items)), "reason": reason.map { .text($0) } ?? .null,
        ])
    }

    /// Its papers as the list of all papers has them.
    var listed: [JSON] {
        papers.map { paper in
            .object([
                "id": .text("\(paper.id)"), "of": .text(paper.of), "kind": .text(paper.kind),
                "part": .text(part), "title": .text(paper.title),
                "number": paper.number.map { .text($0) } ?? .null, "dated": .text("\(paper.dated)"),
                "sha256": paper.sha256.map { .text($0) } ?? .null,
            ])
        }
    }

    /// 卷内目录: number, document number, title, day, and where the file is; a paper without bytes goes by itself.
    func catalogue(_ paths: [ID: String]) -> String {
        var lines = ["\(part) \(words.zh)　卷内目录", "序号\t文件编号\t题名\t日期\t位置"]
        for (index, paper) in papers.enumerated() {
            let place = paths[paper.id] ?? "另行移交"
            lines.append("\(index + 1)\t\(paper.number ?? "")\t\(paper.title)\t\(paper.dated)\t\(place)")
        }
        for (index, title) in own.enumerated() {
            lines.append("\(papers.count + index + 1)\t\t\(title)\t\tcertificates/acceptance.json")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// 卷内备考表: how many files there are and what is to be known of them; who filed and checked signs on paper.
    func note(enclosed: Int, on day: BusinessDay) -> String {
        let apart = papers.count - enclosed
        return [
            "\(part) \(words.zh)　卷内备考表", "本卷共有文件 \(items) 件，其中随包 \(enclosed + own.count) 件，另行移交 \(apart) 件。",
            reason.map { "本卷没有文件：\($0)" } ?? "", "立卷时间：\(day)", "立卷人：", "检查人：",
        ].filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }
}

extension ArchiveStore {
    /// The rows of a package's volumes and of what is in them.
    static func sort(_ volumes: [ArchiveVolume], into package: ID, project: ID, op: ID) -> [SQL] {
        var statements = [SQL]()
        var number: Int32 = 0
        for volume in volumes {
            statements.append(
                """
                insert into app.archive_volume (district, archive_package_id, project_id, part, items, reason, op_id)
                values (auth.district(), \(package), \(project), \(volume.part),
                    \(Int32(truncatingIfNeeded: volume.items)), \(volume.reason), \(op))
                """)
            let papers: [(paper: ID?, title: String)] = volume.papers.map { ($0.id, $0.title) }
            let own: [(paper: ID?, title: String)] = volume.own.map { (nil, $0) }
            for (paper, title) in papers + own {
                number += 1
                statements.append(
                    """
                    insert into app.archive_item (district, archive_package_id, number, project_id, part, paper_id,
                        title, op_id)
                    values (auth.district(), \(package), \(number), \(project), \(volume.part), \(paper), \(title),
                        \(op))
                    """)
            }
        }
        return statements
    }
}
