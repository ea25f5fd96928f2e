package import Values

/// Where a question's name of a place leads (适用地区).
enum Jurisdiction: Hashable, Sendable {
    /// A place whose pack is held, or that one of them covers.
    case held(String)
    /// A place that is known, and of which no pack is held.
    case silent
    /// A place that was given up before the day; the words say until when, and what followed.
    case gone(Words)
    case unknown
}

extension PolicyBook {
    /// The place that goes by a code, a short name or a name, on a day: `330302`, `LC`, `鹿城区`, `鹿城`, `Lucheng`.
    ///
    /// - Source: GB/T 2260, COD-4; catalogue CV-17, K31, YY-00-2
    func jurisdiction(_ name: String, on day: BusinessDay) throws(PolicyFault) -> Jurisdiction {
        let own = place(named: name) ?? place(named: name.uppercased())
        if let own, places.contains(own) { return .held(own) }
        // Before the table's first day nothing is known of divisions that came and went.
        var table: [PolicyRecord] = []
        if let root = place(named: Question.country),
            let found = try? policy(for: root, on: day).records("division.codes")
        {
            table = found.value
        }
        for record in table where try record.goes(by: name) {
            if record.has("until"), let until = BusinessDay(iso: try record.text("until")), until < day {
                return .gone(try gone(record, until, among: table))
            }
            guard record.has("code"), let place = place(named: try record.text("code")) else {
                return .silent
            }
            return .held(place)
        }
        if let place = own
            ?? places.first(where: { self.name(of: $0).map { $0.zh == name } ?? false })
        {
            return .held(place)
        }
        // A district or county of a province that is held, and not in the table: others' rules are not its own.
        let isCode = name.utf8.count == 6 && name.utf8.allSatisfy { (48...57).contains($0) }
        let isNear = isCode && places.contains { $0.hasSuffix("0000") && $0.prefix(2) == name.prefix(2) }
        return isNear || QuestionBook.jurisdictions.contains(name.uppercased()) ? .silent : .unknown
    }

    /// The place whose rules answer for a name on a day: its own pack's, or that of the pack which covers it; nil where none
    /// is held, or the name was given up.
    ///
    /// - Source: catalogue CV-17, K31
    package func held(_ name: String, on day: BusinessDay) throws(PolicyFault) -> String? {
        guard case .held(let place) = try jurisdiction(name, on: day) else { return nil }
        return place
    }

    private func gone(
        _ record: PolicyRecord, _ until: BusinessDay, among table: [PolicyRecord]
    ) throws(PolicyFault) -> Words {
        let name = try record.words()
        let codes = record.has("followed_by") ? try record.texts("followed_by") : []
        var zh: [String] = []
        var en: [String] = []
        for next in table where next.has("code") {
            let code = try next.text("code")
            guard codes.contains(code) else { continue }
            zh.append("\(try next.text("zh")) \(code)")
            en.append("\(try next.text("en")) \(code)")
        }
        return Words(
            "\(name.zh)用到 \(until)；以后为\(zh.joined(separator: "、"))，请按所在地填写",
            "\(name.en) stood until \(until); give the one that it lies in now: \(en.joined(separator: ", "))"
        )
    }
}

extension PolicyRecord {
    /// Whether a division goes by a code or a name, with or without the word for what kind of place it is.
    fileprivate func goes(by name: String) throws(PolicyFault) -> Bool {
        var names = [try text("zh"), try text("en")]
        if has("code") { names.append(try text("code")) }
        if has("aliases") { names += try texts("aliases") }
        if names.contains(where: { $0.lowercased() == name.lowercased() }) { return true }
        return name.count > 1 && String(names[0].dropLast()) == name
    }
}
