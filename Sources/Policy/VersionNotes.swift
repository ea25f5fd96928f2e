import Values

/// What is to be known of the texts behind an answer (文件提示): flags, drafts, and texts that are not held.
///
/// - Source: catalogue C.5, K17, K18, K35
enum VersionNotes {
    /// Notes on the day of the fact, and of rule sets without one then what is to be known on the day that is asked.
    static func notes(
        under policy: Policy, citing rules: Set<String>, askedOn day: BusinessDay, in book: PolicyBook
    ) throws(PolicyFault) -> [JSON] {
        let notes = try notes(under: policy, citing: rules)
        guard day != policy.day else { return notes }
        let told = Set(notes.compactMap { $0["id"]?.text })
        return try notes
            + self.notes(
                under: book.policy(for: policy.place, on: day), citing: rules, onFactsOf: policy.day
            )
            .filter { !told.contains($0["id"]?.text ?? "") }
    }

    /// Notes on the rule sets that stand on the day, of the place and of every place above it; a rule set that names rules
    /// is told only where the answer rests on one of them.
    ///
    /// A rule set that began after the fact's day is no text of that fact, unless it names the rules that it reaches back to.
    static func notes(
        under policy: Policy, citing rules: Set<String>, onFactsOf fact: BusinessDay? = nil
    ) throws(PolicyFault) -> [JSON] {
        // A place of before the list's first day has no notes.
        guard let read = try? policy.explained("rules.versions") else { return [] }
        let values = [read.value].compactMap(\.self) + read.above.map(\.value)
        var notes: [JSON] = []
        var told: Set<String> = []
        for case .records(let records) in values {
            for record in records where told.insert(record.id).inserted {
                if record.has("rules"), try rules.isDisjoint(with: record.texts("rules")) { continue }
                if let fact, !record.has("rules"), record.has("start"),
                    let start = BusinessDay(iso: try record.text("start")), fact < start
                {
                    continue
                }
                guard let words = try words(on: record, policy.day) else { continue }
                let name = try record.words()
                notes.append(
                    .object([
                        "id": .text(record.id), "document": .text(name.zh), "document_en": .text(name.en),
                        "status": .text(try record.text("status")), "note": .text(words.zh),
                        "note_en": .text(words.en),
                    ]))
            }
        }
        return notes
    }

    /// What is to be said of a rule set on a day; nil where it does not stand then, or nothing is.
    private static func words(on record: PolicyRecord, _ day: BusinessDay) throws(PolicyFault) -> Words? {
        func named(_ field: String) throws(PolicyFault) -> BusinessDay? {
            record.has(field) ? BusinessDay(iso: try record.text(field)) : nil
        }
        if let start = try named("start"), day < start { return nil }
        if let until = try named("until"), until < day { return nil }
        var said: [Words] = []
        switch try record.text("status") {
        case "text_missing": said.append(Words("文本未收录", "the text is not held"))
        case "draft": said.append(Words("征求意见稿，不具约束力", "a draft, which binds nobody"))
        case "interpretation": said.append(Words("政策解读，不是文件本身", "an interpretation, not the text itself"))
        default: break
        }
        if let published = try named("published"), day < published, record.has("gap_zh") {
            said.append(Words(try record.text("gap_zh"), try record.text("gap_en")))
        }
        if record.has("flag_zh") {
            said.append(Words(try record.text("flag_zh"), try record.text("flag_en")))
        }
        guard !said.isEmpty else { return nil }
        return Words(
            said.map(\.zh).joined(separator: "；"), said.map(\.en).joined(separator: "; "))
    }
}
