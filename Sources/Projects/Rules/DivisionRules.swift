package import Policy
package import Values

/// The codes of places (行政区划代码), with the days on which each stood.
package enum DivisionRules {
    package enum Finding: Hashable, Sendable {
        case code(String)
        /// The place has no code of its own on the day: it never had one, or it was not yet or no more.
        case noOwnCode
        /// The place stood under a code until before the day: how, and what followed it.
        case gaveUp(code: String, Words)
        /// A place with this name in this city is not in the table that is held.
        case unknown
    }

    /// The code of a place on the day of the policy.
    ///
    /// - Source: GB/T 2260, COD-4; catalogue K31
    package static func code(
        of name: String, in city: String?, under policy: Policy
    ) throws(PolicyFault) -> Cited<Finding> {
        let table = try policy.records("division.codes")
        var isKnown = false
        var was: String?
        for record in table.value where try isNamed(name, city, by: record) {
            isKnown = true
            guard record.has("code") else { continue }
            guard try stands(record, on: policy.day) else {
                was = try record.text("code")
                continue
            }
            return Cited(.code(try record.text("code")), record.citation)
        }
        if let was {
            let standing = try standing(of: was, from: policy.day, to: policy.day, under: policy)
            if let words = try words(of: standing.value, was, under: policy) {
                return Cited(.gaveUp(code: was, words), standing.citation)
            }
        }
        return Cited(isKnown ? .noOwnCode : .unknown, table.citation)
    }

    /// How a code stands from one day to another (区划代码的有效期).
    package enum Standing: Hashable, Sendable {
        case stands
        /// It was given up: the last day, and the codes of where it went.
        case noMore(name: Words, until: BusinessDay, followedBy: [String])
        /// It was not given yet: the first day, and the codes of where that was before.
        case notYet(name: Words, since: BusinessDay, formerly: [String])
        /// The table that is held does not have it.
        case unknown
    }

    /// Whether a code stood on some day of a span; a span of a month is what a project's code tells of its day.
    ///
    /// - Source: GB/T 2260, COD-4; catalogue K31
    package static func standing(
        of code: String, from first: BusinessDay, to last: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Cited<Standing> {
        let table = try policy.records("division.codes")
        for record in table.value where record.has("code") {
            guard try record.text("code") == code else { continue }
            let words = try record.words()
            if record.has("until"), let until = BusinessDay(iso: try record.text("until")), until < first {
                let followers = record.has("followed_by") ? try record.texts("followed_by") : []
                return Cited(
                    .noMore(name: words, until: until, followedBy: followers), record.citation)
            }
            if record.has("since"), let since = BusinessDay(iso: try record.text("since")), last < since {
                let before = record.has("formerly") ? try record.texts("formerly") : []
                return Cited(.notYet(name: words, since: since, formerly: before), record.citation)
            }
            return Cited(.stands, record.citation)
        }
        return Cited(.unknown, table.citation)
    }

    /// Whether a project may be taken in under a place's code on the day of its facts.
    ///
    /// - Source: GB/T 2260; catalogue K31
    package static func placing(
        _ code: String, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        try decision(of: code, from: day, to: day, else: ProjectsRefusals.placeStandsOnItsDay, under: policy)
    }

    /// Whether a place is one of the codes of the district that takes a project in; nil where it is, or no code is held.
    ///
    /// - Source: catalogue K06: the rules of a community are those of its own division
    package static func lying(
        in place: String, of district: [String], under policy: Policy
    ) throws(PolicyFault) -> Refusal? {
        guard !district.contains(place) else { return nil }
        let codes = district.joined(separator: "、")
        let told = Words("所填 \(place)，本区 \(codes)", "\(place) was given, the district is \(codes)")
        return ProjectsRefusals.projectLiesInItsDistrict.refusal(
            try policy.records("division.codes").citation, missing: [told])
    }

    /// Whether a code can be a project's: in the form of its year, not of a month to come, with a division that stood
    /// then and is the project's place, its city or province, or what the place was before or became.
    ///
    /// - Source: 发改投资〔2020〕1439号, COD-3; GB/T 2260; catalogue K31; HOUSE-COD-1
    package static func issuing(
        _ code: ProjectCode, for place: String, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let changed = try policy.int("code.project_form_changed_in")
        let fits = code.form == .former ? code.first.year <= changed.value : code.first.year >= changed.value
        guard fits else {
            return .refused([ProjectsRefusals.projectCodeHasTheFormOfItsYear.refusal(changed.citation)])
        }
        guard code.first <= today else {
            let form = (try? policy.value("code.project"))?.citation ?? changed.citation
            let named = Words("代码写的是 \(code.first) 起的年月", "the code names a time from \(code.first)")
            return .refused([
                ProjectsRefusals.projectCodeIsNotDatedAhead.refusal(form, missing: [named])
            ])
        }
        let stood = try decision(
            of: code.division, from: code.first, to: code.last,
            else: ProjectsRefusals.projectCodeDivisionStoodInItsMonth, under: policy)
        guard stood.refusals.isEmpty else { return stood }
        guard try isOf(code.division, place, under: policy) else {
            let table = try policy.records("division.codes")
            let told = Words(
                "代码里是 \(code.division)，项目在 \(place)",
                "the code says \(code.division), the project lies in \(place)")
            return .refused([
                ProjectsRefusals.projectCodeDivisionIsItsPlaces.refusal(table.citation, missing: [told])
            ])
        }
        return stood
    }

    /// Whether a division is a place, a city or province above it, a district of it where the place is a city, or what
    /// the place was before or became.
    private static func isOf(
        _ division: String, _ place: String, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        let above = [place, place.prefix(4) + "00", place.prefix(2) + "0000"]
        if above.contains(division) || place.hasSuffix("00") && division.hasPrefix(place.prefix(4)) {
            return true
        }
        for record in try policy.records("division.codes").value where record.has("code") {
            var others = record.has("followed_by") ? try record.texts("followed_by") : []
            if record.has("formerly") { others += try record.texts("formerly") }
            let code = try record.text("code")
            if code == division && others.contains(place) || code == place && others.contains(division) {
                return true
            }
        }
        return false
    }

    private static func decision(
        of code: String, from first: BusinessDay, to last: BusinessDay, else words: RefusalWords,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let found = try standing(of: code, from: first, to: last, under: policy)
        guard let told = try self.words(of: found.value, code, under: policy) else {
            return .allowed([found.citation])
        }
        return .refused([words.refusal(found.citation, missing: [told])])
    }

    /// How a code that does not stand is told; nil where it stands, or nothing is known of it.
    private static func words(
        of standing: Standing, _ code: String, under policy: Policy
    ) throws(PolicyFault) -> Words? {
        switch standing {
        case .stands, .unknown: return nil
        case .noMore(let name, let until, let next):
            let next = try named(next, under: policy)
            return Words(
                "\(code)（\(name.zh)）用到 \(until)；以后为\(next.zh)",
                "\(code) (\(name.en)) stood until \(until); afterwards \(next.en)")
        case .notYet(let name, let since, []):
            return Words(
                "\(code)（\(name.zh)）从 \(since) 起使用；以前的代码没有收录",
                "\(code) (\(name.en)) stands from \(since); the code before it is not held")
        case .notYet(let name, let since, let before):
            let before = try named(before, under: policy)
            return Words(
                "\(code)（\(name.zh)）从 \(since) 起使用；以前为\(before.zh)",
                "\(code) (\(name.en)) stands from \(since); before it \(before.en)")
        }
    }

    /// Codes with the names of their places: `拱墅区 330105`.
    private static func named(_ codes: [String], under policy: Policy) throws(PolicyFault) -> Words {
        var zh = [String]()
        var en = [String]()
        for record in try policy.records("division.codes").value where record.has("code") {
            let code = try record.text("code")
            guard codes.contains(code) else { continue }
            let words = try record.words()
            zh.append("\(words.zh) \(code)")
            en.append("\(words.en) \(code)")
        }
        return Words(zh.joined(separator: "、"), en.joined(separator: ", "))
    }

    private static func isNamed(
        _ name: String, _ city: String?, by record: PolicyRecord
    ) throws(PolicyFault) -> Bool {
        var names = [try record.text("zh")]
        if record.has("aliases") { names += try record.texts("aliases") }
        guard names.contains(where: { isMeant($0, by: name) }) else { return false }
        guard let city, record.has("city") else { return true }
        return isMeant(try record.text("city"), by: city)
    }

    /// Whether a name is the one that is asked for: 拱墅 is 拱墅区, but 岳阳县 is not 岳阳市.
    private static func isMeant(_ name: String, by asked: String) -> Bool {
        name == asked || bare(asked) == asked && bare(name) == asked
    }

    private static func stands(_ record: PolicyRecord, on day: BusinessDay) throws(PolicyFault) -> Bool {
        if record.has("since"), let since = BusinessDay(iso: try record.text("since")), day < since {
            return false
        }
        if record.has("until"), let until = BusinessDay(iso: try record.text("until")), until < day {
            return false
        }
        return true
    }

    /// A name without the word that says what kind of place it is.
    private static func bare(_ name: String) -> String {
        for suffix in ["省", "市", "区", "县"] where name.count > 2 && name.hasSuffix(suffix) {
            return String(name.dropLast())
        }
        return name
    }
}
