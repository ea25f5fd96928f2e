import Values
import Yams

/// Reads `pack.yaml`: what the pack is, and whose child.
struct PackHead {
    let id: String
    /// The two letters by which policy questions name the place: `LC`.
    let short: String
    let name: Words
    let parent: String?
    /// Division codes of the places without a pack of their own for which this one answers.
    let covers: [String]
    let status: PackStatus
    let lastChecked: BusinessDay

    init?(_ node: Node, folder: String, _ complaints: inout Complaints) {
        let spot = Spot(file: folder + "/pack.yaml", key: "")
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let id = table.text("id", &complaints)
        let short = table.text("short", &complaints)
        let name = table.text("name", &complaints)
        let nameEn = table.text("name_en", &complaints)
        parent = table.optionalText("parent", &complaints)
        let covered = table.take("covers")
        covers = covered?.items?.compactMap(\.plainText) ?? []
        if let covered, covers.count != covered.items?.count || !covers.allSatisfy(PackHead.isDivision) {
            complaints.add(spot.inner("covers"), "is not a list of division codes of six digits", at: covered)
        }
        let statusText = table.text("status", &complaints)
        let lastChecked = table.optionalDay("last_checked", &complaints)
        table.finish(&complaints)
        let status = statusText.flatMap { PackStatus(rawValue: $0) }
        if let statusText, status == nil {
            complaints.add(spot.inner("status"), "is none of binding, draft, interpretation: \(statusText)")
        }
        if let id, !PackHead.isDivision(id) {
            complaints.add(spot.inner("id"), "is not a division code of six digits: \(id)")
        }
        if let id, !folder.hasPrefix(id + "-") {
            complaints.add(spot.inner("id"), "the folder's name does not begin with \(id)-")
        }
        guard let id, let short, let name, let nameEn, let status, let lastChecked else { return nil }
        self.id = id
        self.short = short
        self.name = Words(name, nameEn)
        self.status = status
        self.lastChecked = lastChecked
    }

    private static func isDivision(_ code: String) -> Bool {
        code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
    }
}

/// Reads `sources.yaml`: the documents that a pack's rules come from.
struct DocumentReader {
    let folder: String

    func read(_ node: Node, _ complaints: inout Complaints) -> [String: Document] {
        let spot = Spot(file: folder + "/sources.yaml", key: "")
        guard var table = YamlTable(node, at: spot, &complaints) else { return [:] }
        let listed = table.take("documents")
        table.finish(&complaints)
        guard let listed, let documents = YamlTable(listed, at: spot.inner("documents"), &complaints) else {
            complaints.add(spot.inner("documents"), "is missing")
            return [:]
        }
        var remaining = documents
        var found: [String: Document] = [:]
        for id in documents.names {
            guard let node = remaining.take(id) else { continue }
            if let document = document(id, node, at: Spot(file: spot.file, key: id), &complaints) {
                found[id] = document
            }
        }
        return found
    }

    private func document(
        _ id: String, _ node: Node, at spot: Spot, _ complaints: inout Complaints
    ) -> Document? {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let number = table.optionalText("number", &complaints)
        let title = table.text("title", &complaints)
        let issued = table.optionalDay("issued", &complaints)
        let inForce = table.optionalDay("in_force", &complaints)
        let until = table.optionalDay("until", &complaints)
        let hash = table.optionalText("sha256", &complaints)
        let evidenceText = table.text("evidence", &complaints)
        // Who keeps the text that was read, and what is known of later versions: for people only.
        _ = table.take("read_from")
        _ = table.take("note")
        let clauses = clauses(table.take("clauses"), at: spot.inner("clauses"), &complaints)
        table.finish(&complaints)

        let evidence = evidenceText.flatMap { Evidence(rawValue: $0) }
        if let evidenceText, evidence == nil {
            complaints.add(
                spot.inner("evidence"), "is none of seen, second_hand, recalled, missing: \(evidenceText)")
        }
        if let hash, bytes(hex: hash)?.count != 32 || hash != hash.lowercased() {
            complaints.add(spot.inner("sha256"), "is not a SHA-256 in lower-case hexadecimal")
        }
        if let evidence, (evidence == .seen) != (hash != nil) {
            complaints.add(
                spot.inner("evidence"), "a text that was seen has its sha256, and no other text has one")
        }
        if let evidence, evidence != .seen, evidence != .secondHand,
            clauses.values.contains(where: { $0 != nil })
        {
            complaints.add(spot.inner("clauses"), "holds words of a text that was not read")
        }
        guard let title, let evidence else { return nil }
        return Document(
            id: id, number: number, title: title, issued: issued, inForce: inForce, until: until,
            sha256: hash, evidence: evidence, clauses: clauses)
    }

    private func clauses(
        _ node: Node?, at spot: Spot, _ complaints: inout Complaints
    ) -> [String: String?] {
        guard let node else { return [:] }
        guard let table = YamlTable(node, at: spot, &complaints) else { return [:] }
        var remaining = table
        var clauses: [String: String?] = [:]
        for name in table.names {
            let text = remaining.take(name)
            if let text, text.plainText == nil {
                complaints.add(spot.inner(name), "is not text", at: text)
            }
            clauses[name] = .some(text?.plainText)
        }
        return clauses
    }
}

extension Document {
    /// Complains where the held text is not the one that was read, or does not say what the clauses say.
    func prove(with text: [UInt8], at spot: Spot, _ complaints: inout Complaints) {
        guard let sha256 else {
            complaints.add(spot.inner("sha256"), "a text is held, but no sha256 is written")
            return
        }
        let actual = digest(text)
        guard actual == sha256 else {
            complaints.add(spot.inner("sha256"), "the held text has another hash: \(actual)")
            return
        }
        let whole = folded(String(decoding: text, as: UTF8.self))
        for (name, words) in clauses.sorted(by: { $0.key < $1.key }) {
            guard let words else { continue }
            if !whole.contains(folded(words)) {
                complaints.add(spot.inner("clauses").inner(name), "is not found in the held text")
            }
        }
    }
}
