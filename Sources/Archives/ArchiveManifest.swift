package import Ledger
package import Values

/// The list of what an archive package holds, each file with its digest (归档清单).
package struct ArchiveManifest: Hashable, Sendable {
    package static let name = "manifest.json"
    private static let format = "yanshou-archive@v1"

    package struct Item: Hashable, Sendable {
        package let path: String
        package let title: String
        package let sha256: String
        package let bytes: Int64
    }

    package let project: ID
    package let title: String
    package let madeOn: BusinessDay
    /// The rules that the project was judged by.
    package let edition: String
    package let items: [Item]

    /// The manifest of some files, each with its title.
    package init(
        project: ID, title: String, madeOn: BusinessDay, edition: String,
        of files: [(file: ZipPackage.File, title: String)]
    ) {
        self.project = project
        self.title = title
        self.madeOn = madeOn
        self.edition = edition
        items = files.map { entry in
            Item(
                path: entry.file.name, title: entry.title, sha256: hex(Digest.sha256(entry.file.bytes)),
                bytes: Int64(entry.file.bytes.count))
        }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    package var canonical: [UInt8] {
        let list = items.map { item in
            JSON.object([
                "path": .text(item.path), "title": .text(item.title), "sha256": .text(item.sha256),
                "bytes": .int(item.bytes),
            ])
        }
        return JSON.object([
            "format": .text(ArchiveManifest.format), "project": .text(project.description),
            "title": .text(title), "made_on": .text(madeOn.description), "edition": .text(edition),
            "files": .list(list),
        ]).canonical
    }

    package var digest: [UInt8] { Digest.sha256(canonical) }

    /// Reads a manifest; nil where it is none of ours, or not as it was written.
    package init?(_ bytes: [UInt8]) {
        guard let json = try? JSON(strict: bytes), json["format"]?.text == ArchiveManifest.format,
            let project = json["project"]?.text.flatMap({ ID($0) }),
            let madeOn = json["made_on"]?.text.flatMap({ BusinessDay(iso: $0) }),
            let title = json["title"]?.text, let edition = json["edition"]?.text,
            let list = json["files"]?.list
        else { return nil }
        var items = [Item]()
        for item in list {
            guard let path = item["path"]?.text, let name = item["title"]?.text,
                let sha256 = item["sha256"]?.text, let count = item["bytes"]?.int
            else { return nil }
            items.append(Item(path: path, title: name, sha256: sha256, bytes: count))
        }
        self.project = project
        self.title = title
        self.madeOn = madeOn
        self.edition = edition
        self.items = items
        guard canonical == bytes else { return nil }
    }
}

extension ArchiveManifest {
    /// Checks the files of a package against the manifest among them; it holds where nothing is `broken`.
    ///
    /// The manifest proves only itself: compare its digest with the one of the archive's receipt.
    package static func check(_ files: [ZipPackage.File]) -> (manifest: ArchiveManifest?, findings: [Finding])
    {
        guard let found = files.first(where: { $0.name == name }) else {
            return (nil, [broken("manifest_missing", Words("没有清单 \(name)", "there is no \(name)"))])
        }
        guard let manifest = ArchiveManifest(found.bytes) else {
            return (
                nil, [broken("manifest_altered", Words("清单不是原样", "the manifest is not as it was written"))]
            )
        }
        var findings = [Finding]()
        let held = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
        if held.count != files.count {
            findings.append(broken("file_twice", Words("同名文件不止一个", "a name stands more than once")))
        }
        for item in manifest.items {
            guard let bytes = held[item.path] else {
                findings.append(
                    broken("file_missing", Words("缺文件：\(item.path)", "a file is missing: \(item.path)")))
                continue
            }
            if hex(Digest.sha256(bytes)) != item.sha256 || Int64(bytes.count) != item.bytes {
                findings.append(
                    broken("file_altered", Words("文件被改动：\(item.path)", "a file is altered: \(item.path)")))
            }
        }
        let listed = Set(manifest.items.map(\.path) + [name])
        for path in held.keys.sorted() where !listed.contains(path) {
            findings.append(
                broken("file_unlisted", Words("清单外的文件：\(path)", "a file is not listed: \(path)")))
        }
        return (manifest, findings)
    }

    private static func broken(_ code: String, _ words: Words) -> Finding { Finding(.broken, code, words) }
}
