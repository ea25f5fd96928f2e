package import Policy
package import Values

/// A paper of a project as the archive lists it (归档材料), with or without its bytes.
package struct ArchivePaper: Decodable, Hashable, Sendable {
    package let id: ID
    /// What it is about: the kind of its subject.
    package let of: String
    package let kind: String
    package let title: String
    package let number: String?
    package let dated: BusinessDay
    /// The digest of its bytes; nil where it was recorded without them.
    package let sha256: String?

    package init(
        id: ID, of: String, kind: String, title: String, number: String? = nil, dated: BusinessDay,
        sha256: String? = nil
    ) {
        self.id = id
        self.of = of
        self.kind = kind
        self.title = title
        self.number = number
        self.dated = dated
        self.sha256 = sha256
    }
}

/// One part of a package (归档分卷): what is in it, or why nothing is.
package struct ArchiveVolume: Hashable, Sendable {
    package let part: String
    package let words: Words
    package let papers: [ArchivePaper]
    /// What the product itself puts in, by title: the certificate of acceptance.
    package let own: [String]
    /// Why no file of the part arose; nil where one did.
    package let reason: String?

    package var items: Int { papers.count + own.count }
}

extension ArchiveRules {
    /// The parts of a project's package, each paper in its own; a part without a file is missing, unless it is said why
    /// none arose, or the place takes the files as they arose.
    ///
    /// - Source: GB/T 50328 归档范围, ARC-2; 温鹿政办〔2020〕21号 二（四）7, LC-12-9, "按实际形成的文件归档"
    package static func sorting(
        _ papers: [ArchivePaper], own: [(part: String, title: String)], unformed: [String: String],
        under policy: Policy
    ) throws(PolicyFault) -> (volumes: [ArchiveVolume], decision: Decision) {
        let parts = try policy.records("archive.parts")
        var kinds: [String: String] = [:]
        var subjects: [String: String] = [:]
        for record in try policy.records("archive.kinds").value { kinds[record.id] = try record.text("part") }
        for record in try policy.records("archive.subjects").value {
            subjects[record.id] = try record.text("part")
        }
        let inPart = Dictionary(grouping: papers) { paper in
            kinds[paper.kind] ?? subjects[paper.of] ?? subjects["project"] ?? ""
        }
        let arisen = policy.has("archive.as_arisen") ? try policy.bool("archive.as_arisen") : nil
        var volumes = [ArchiveVolume]()
        var missing = [Words]()
        for part in parts.value {
            let name = try part.words()
            let held = (inPart[part.id] ?? []).sorted { ($0.dated, "\($0.id)") < ($1.dated, "\($1.id)") }
            let titles = own.filter { $0.part == part.id }.map(\.title)
            var reason = unformed[part.id]
            if held.isEmpty, titles.isEmpty {
                if reason == nil, arisen?.value == true { reason = "没有形成文件，按实际形成的文件归档" }
                if reason == nil {
                    missing.append(
                        Words("\(part.id) \(name.zh)：没有文件", "\(part.id), \(name.en): no file"))
                }
            } else if reason != nil {
                missing.append(
                    Words("\(part.id) \(name.zh)：已有文件，不能说明未形成", "\(part.id), \(name.en): it has files"))
            }
            volumes.append(
                ArchiveVolume(part: part.id, words: name, papers: held, own: titles, reason: reason))
        }
        for part in unformed.keys.sorted() where !parts.value.contains(where: { $0.id == part }) {
            missing.append(Words("没有这一部分：\(part)", "there is no part \(part)"))
        }
        let under = [parts.citation] + (arisen.map { [$0.citation] } ?? [])
        let reasons =
            missing.isEmpty
            ? [] : [ArchiveRefusals.volumeHasFilesOrSaysWhy.refusal(parts.citation, missing: missing)]
        return (volumes, Decision(reasons: reasons, under: under))
    }
}
