import Values

/// The files of one pack before they are understood, with the name of their folder.
struct PackSource {
    /// Name of the folder, or the pack's id where the files come from a database.
    let folder: String
    let files: [PackFile]

    /// The files that a version is made of: cases and held texts only prove it.
    static func belongsToVersion(_ path: String) -> Bool {
        !path.hasPrefix("cases/") && !path.hasPrefix("texts/")
    }
}

/// Reads one pack, after the packs above it.
struct PackReader {
    let source: PackSource
    /// What was published stays as it was read then: newer demands on packs are not made of it.
    var isPublished = false

    private func file(_ path: String) -> PackFile? { source.files.first { $0.path == path } }

    func head(_ complaints: inout Complaints) -> PackHead? {
        guard let file = file("pack.yaml") else {
            complaints.add(Spot(file: source.folder + "/pack.yaml", key: ""), "is missing")
            return nil
        }
        return yamlRoot(file, in: source.folder, &complaints).flatMap {
            PackHead($0, folder: source.folder, &complaints)
        }
    }

    func pack(_ head: PackHead, under ancestors: [Pack], _ complaints: inout Complaints) -> Pack {
        let folder = source.folder
        let own = documents(&complaints)
        var known = own
        for ancestor in ancestors {
            for (id, document) in ancestor.documents {
                if own[id] != nil {
                    complaints.add(
                        Spot(file: folder + "/sources.yaml", key: id), "is also a document of \(ancestor.id)")
                }
                known[id] = document
            }
        }
        var keys: [String: KeyRule] = [:]
        let reader = KeyReader(documents: known, isPublished: isPublished)
        for file in source.files.sorted(by: { $0.path < $1.path }) where !PackReader.fixed.contains(file.path)
        {
            let spot = Spot(file: folder + "/" + file.path, key: "")
            guard file.path.hasSuffix(".yaml"), !file.path.contains("/") else {
                complaints.add(spot, "is no file of a pack")
                continue
            }
            if let root = yamlRoot(file, in: folder, &complaints) {
                reader.read(root, file: spot.file, into: &keys, &complaints)
            }
        }
        let calendar = CalendarReader(folder: folder).read(source.files, &complaints)
        let pack = Pack(
            id: head.id, short: head.short, name: head.name, parent: head.parent, covers: head.covers,
            status: head.status, lastChecked: head.lastChecked, version: packVersion(source.files),
            documents: own, keys: keys, calendar: calendar)
        PackReader.check(pack, file: folder, under: ancestors, &complaints)
        if !isPublished { PackReader.checkDays(of: pack, under: ancestors, &complaints) }
        return pack
    }

    private static let fixed: Set<String> = [
        "pack.yaml", "sources.yaml", "calendar.csv", "calendar-notices.csv",
    ]

    private func documents(_ complaints: inout Complaints) -> [String: Document] {
        guard let file = file("sources.yaml") else {
            complaints.add(Spot(file: source.folder + "/sources.yaml", key: ""), "is missing")
            return [:]
        }
        return yamlRoot(file, in: source.folder, &complaints).map {
            DocumentReader(folder: source.folder).read($0, &complaints)
        } ?? [:]
    }

    /// Complains of silence, of inheriting what no one has, and of a key that changes its kind.
    private static func check(
        _ pack: Pack, file folder: String, under ancestors: [Pack], _ complaints: inout Complaints
    ) {
        if pack.parent == nil, pack.calendar == nil {
            complaints.add(Spot(file: folder + "/calendar.csv", key: ""), "is missing in the pack above all")
        }
        var above: Set<String> = []
        for ancestor in ancestors { above.formUnion(ancestor.keys.keys) }
        for key in above.subtracting(pack.keys.keys).sorted() {
            complaints.add(
                Spot(file: folder, key: key),
                "is silent: write entries, inherit: parent or needs_source")
        }
        for (key, rule) in pack.keys.sorted(by: { $0.key < $1.key }) {
            let spot = Spot(file: rule.file, key: key)
            if rule.inherits, !above.contains(key) {
                complaints.add(spot, "is an unknown key: no parent has it")
            }
            let kindAbove = ancestors.lazy.compactMap { $0.keys[key]?.kind }.first
            if let kind = rule.kind, let kindAbove, kind != kindAbove {
                complaints.add(spot, "is of kind \(kind.rawValue), but \(kindAbove.rawValue) above")
            }
        }
    }

    /// Complains of days on which only the packs above speak of a key that the pack speaks of itself.
    private static func checkDays(of pack: Pack, under ancestors: [Pack], _ complaints: inout Complaints) {
        for (key, rule) in pack.keys.sorted(by: { $0.key < $1.key }) where !rule.onlyInherits {
            // What only inherits speaks on all the days of its parent, which has been held against its own.
            let speaking = ancestors.lazy.compactMap { $0.keys[key] }.first { !$0.onlyInherits }
            guard let speaking else { continue }
            let spot = Spot(file: rule.file, key: key)
            if let first = rule.first, let above = speaking.first, above < first {
                complaints.add(
                    spot,
                    "begins on \(first), but on \(above) above: write inherit: parent or needs_source for the days before"
                )
            }
            if let last = rule.last, speaking.last == nil {
                complaints.add(
                    spot,
                    "ends on \(last), but not above: write inherit: parent or needs_source for the days after"
                )
            }
        }
    }
}
