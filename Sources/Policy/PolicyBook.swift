package import Values

/// A set of packs, read and checked as a whole: from a folder, or from published rows.
package struct PolicyBook: Sendable {
    /// The newest edition of each place that has a pack.
    private let current: [String: String]
    /// The pack that answers for a place without one of its own, by the place.
    private let covering: [String: String]
    private var chains: [String: Chain]
    private let rows: [Published]
    private let root: WorkCalendar
    /// For an edition that is silent on keys which only bar: the edition that answers for each, by the key.
    private let supplied: [String: [String: String]]

    /// Reads the packs of a folder and checks everything; all that is wrong comes back at once.
    ///
    /// `texts` is a folder of documents' texts: a document whose hash matches a file there has its clauses
    /// held against the whole text.
    package static func load(folder: String, texts: String? = nil) throws(PackErrors) -> PolicyBook {
        var complaints = Complaints()
        let sources = PackFolder(path: folder).sources(&complaints)
        let held = texts.map { PackFolder.texts(in: $0) } ?? []
        let book = PolicyBook(sources, rows: nil, held: held, &complaints)
        guard complaints.problems.isEmpty else { throw PackErrors(problems: complaints.problems) }
        return book
    }

    /// Reads published versions, in the order of their publication; the last of a pack is the current one.
    ///
    /// `supplied` names the keys that an older edition reads from a later one.
    package init(published rows: [Published], supplied: [SuppliedKey] = []) throws(PackErrors) {
        var complaints = Complaints()
        for row in rows where packVersion(row.files) != row.version {
            complaints.add(Spot(file: row.packID, key: row.version), "is not the hash of the version's files")
        }
        let sources = rows.map { PackSource(folder: $0.packID + "-", files: $0.files) }
        let book = PolicyBook(sources, rows: rows, held: [], supplied: supplied, &complaints)
        guard complaints.problems.isEmpty else { throw PackErrors(problems: complaints.problems) }
        self = book
    }

    /// The packs as rows to be stored and read again, parents before children.
    package var published: [Published] { rows }

    /// The packs of a folder as rows to be stored; throws like `load`.
    package static func published(from folder: String) throws(PackErrors) -> [Published] {
        try load(folder: folder).published
    }

    /// How many keys older editions read of later ones.
    package var suppliedKeys: Int { supplied.values.reduce(0) { $0 + $1.count } }

    /// Division codes of the places that have packs.
    package var places: [String] { current.keys.sorted() }

    /// The division code of a place by its code or by the short name that policy questions use: `LC`.
    ///
    /// A place without a pack of its own is known where a pack says that it covers it: `330108` by Hangzhou's.
    package func place(named name: String) -> String? {
        places.first { $0 == name || chain(of: $0)?.packs.first?.short == name }
            ?? (covering[name] == nil ? nil : name)
    }

    /// The pack whose rules are those of a place: its own, or the one that covers it.
    package func pack(for place: String) -> String? {
        current[place] == nil ? covering[place] : place
    }

    /// The two letters by which policy questions name a place that has a pack.
    package func short(of place: String) -> String? { chain(of: place)?.packs.first?.short }

    /// What the place of a pack is called; a covered place goes by the name of its pack.
    package func name(of place: String) -> Words? { chain(of: place)?.packs.first?.name }

    /// The current edition of a place: what a new project is pinned to.
    package func edition(for place: String) throws(PolicyFault) -> String {
        guard let edition = pack(for: place).flatMap({ current[$0] }) else {
            throw .placeUnknown(place: place)
        }
        return edition
    }

    /// The current rules of a place for a fact of a day.
    package func policy(for place: String, on day: BusinessDay) throws(PolicyFault) -> Policy {
        try policy(edition: edition(for: place), place: place, on: day)
    }

    /// The rules of an edition that a project is pinned to, for a fact of a day.
    package func policy(edition: String, place: String, on day: BusinessDay) throws(PolicyFault) -> Policy {
        guard let chain = chains[edition], chain.packs.first?.answers(for: place) == true else {
            throw .editionUnknown(edition: edition, place: place)
        }
        let others = supplied[edition]?.compactMapValues { chains[$0]?.packs } ?? [:]
        return Policy(chain, place: place, on: day, supplied: others)
    }

    /// The working-day calendar of the pack above all.
    package var calendar: WorkCalendar { root }

    /// The last day of the working-day calendar of each place that has a pack.
    package var calendarEnds: [(place: String, lastDay: BusinessDay)] {
        places.compactMap { place in
            guard let years = chain(of: place)?.calendar.loadedYears,
                let last = BusinessDay(year: years.upperBound, month: 12, day: 31)
            else { return nil }
            return (place, last)
        }
    }

    func chain(named edition: String) -> Chain? { chains[edition] }

    /// The packs that answer now, each once, in the order of their ids.
    var currentPacks: [Pack] { current.keys.sorted().compactMap { chain(of: $0)?.packs.first } }

    /// The same book with one rule of one pack in another's place, wherever a chain holds the pack.
    func replacing(_ rule: KeyRule, under key: String, of pack: String) -> PolicyBook {
        var copy = self
        copy.chains = chains.mapValues { chain in
            Chain(
                edition: chain.edition,
                packs: chain.packs.map { $0.id == pack ? $0.replacing(rule, under: key) : $0 },
                calendar: chain.calendar)
        }
        return copy
    }

    /// Every edition that is known, of every place.
    package var editions: [String] { chains.keys.sorted() }

    /// The documents that a place's rules come from, by id, ancestors' included.
    package func documents(of place: String) throws(PolicyFault) -> [String: Document] {
        guard let chain = chains[try edition(for: place)] else { throw .placeUnknown(place: place) }
        var documents: [String: Document] = [:]
        for pack in chain.packs { documents.merge(pack.documents) { own, _ in own } }
        return documents
    }

    private func chain(of place: String) -> Chain? {
        pack(for: place).flatMap { current[$0] }.flatMap { chains[$0] }
    }

    private init(
        _ sources: [PackSource], rows given: [Published]?, held: [[UInt8]], supplied: [SuppliedKey] = [],
        _ complaints: inout Complaints
    ) {
        var newest: [String: Pack] = [:]
        var chains: [String: Chain] = [:]
        var current: [String: String] = [:]
        var rows: [Published] = []
        let proof = held.map { (digest($0), $0) }
        for (source, head) in PolicyBook.parentsFirst(sources, &complaints) {
            let ancestors = PolicyBook.ancestors(of: head, in: newest)
            let version = source.files.filter { PackSource.belongsToVersion($0.path) }
            let reader = PackReader(
                source: PackSource(folder: source.folder, files: version), isPublished: given != nil)
            let pack = reader.pack(head, under: ancestors, &complaints)
            PolicyBook.prove(pack, source, proof, &complaints)
            newest[pack.id] = pack
            rows.append(
                Published(
                    packID: pack.id, version: pack.version, status: pack.status, parent: pack.parent,
                    files: version.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }))
            // A new version changes the edition of its own place and of every place below it.
            for leaf in newest.values {
                let packs = [leaf] + PolicyBook.ancestors(of: leaf, in: newest)
                guard packs.last?.parent == nil, let calendar = packs.lazy.compactMap(\.calendar).first else {
                    continue
                }
                let edition = chainEdition(packs.map(\.reference))
                chains[edition] = Chain(edition: edition, packs: packs, calendar: calendar)
                current[leaf.id] = edition
            }
        }
        let empty = WorkCalendar(exceptions: [:], years: 1...1)
        root = newest.values.filter { $0.parent == nil }.compactMap(\.calendar).first ?? empty
        self.chains = chains
        self.current = current
        self.supplied = Dictionary(grouping: supplied, by: \.edition).mapValues { keys in
            Dictionary(keys.map { ($0.key, $0.from) }) { first, _ in first }
        }
        covering = PolicyBook.covering(newest, &complaints)
        self.rows = given ?? rows
    }

    /// Reads the heads, and orders the packs so that each stands after its parent.
    private static func parentsFirst(
        _ sources: [PackSource], _ complaints: inout Complaints
    ) -> [(PackSource, PackHead)] {
        var waiting = sources.compactMap { source in
            PackReader(source: source).head(&complaints).map { (source, $0) }
        }
        var ordered: [(PackSource, PackHead)] = []
        var known: Set<String> = []
        while let index = waiting.firstIndex(where: { $0.1.parent.map(known.contains) ?? true }) {
            let next = waiting.remove(at: index)
            known.insert(next.1.id)
            ordered.append(next)
        }
        for (source, head) in waiting {
            let spot = Spot(file: source.folder + "/pack.yaml", key: "parent")
            complaints.add(spot, "is not a pack above this one: \(head.parent ?? "")")
        }
        return ordered
    }

    /// Which pack answers for each place without its own; two that claim one place are a complaint.
    private static func covering(
        _ packs: [String: Pack], _ complaints: inout Complaints
    ) -> [String: String] {
        var covering: [String: String] = [:]
        for pack in packs.values.sorted(by: { $0.id < $1.id }) {
            for place in pack.covers {
                let other = packs[place] == nil ? covering[place] : place
                if let other {
                    let spot = Spot(file: pack.id, key: "covers")
                    complaints.add(spot, "\(place) already answers to the pack \(other)")
                }
                covering[place] = pack.id
            }
        }
        return covering
    }

    private static func ancestors(of head: PackHead, in packs: [String: Pack]) -> [Pack] {
        guard let parent = head.parent.flatMap({ packs[$0] }) else { return [] }
        return [parent] + ancestors(of: parent, in: packs)
    }

    private static func ancestors(of pack: Pack, in packs: [String: Pack]) -> [Pack] {
        guard let parent = pack.parent.flatMap({ packs[$0] }) else { return [] }
        return [parent] + ancestors(of: parent, in: packs)
    }

    private static func prove(
        _ pack: Pack, _ source: PackSource, _ held: [(String, [UInt8])], _ complaints: inout Complaints
    ) {
        for (id, document) in pack.documents.sorted(by: { $0.key < $1.key }) {
            let spot = Spot(file: source.folder + "/sources.yaml", key: id)
            if let own = source.files.first(where: { $0.path == "texts/\(id).txt" }) {
                document.prove(with: Array(own.text.utf8), at: spot, &complaints)
            } else if let text = held.first(where: { $0.0 == document.sha256 }) {
                document.prove(with: text.1, at: spot, &complaints)
            }
        }
    }
}
