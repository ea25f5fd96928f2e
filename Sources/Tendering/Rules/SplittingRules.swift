package import Policy
package import Values

/// A contract that was awarded without a tender, by the same construction unit (限额以下承接).
package struct Award: Hashable, Sendable, Codable {
    package let project: ID
    package let package: ID
    package let number: String
    package let supplier: ID
    package let supplierName: String
    package let category: Category
    package let amount: Fen
    /// What approved change orders added to it.
    package let added: Fen
    package let signedOn: BusinessDay

    package init(
        project: ID, package: ID, number: String, supplier: ID, supplierName: String, category: Category,
        amount: Fen, added: Fen, signedOn: BusinessDay
    ) {
        self.project = project
        self.package = package
        self.number = number
        self.supplier = supplier
        self.supplierName = supplierName
        self.category = category
        self.amount = amount
        self.added = added
        self.signedOn = signedOn
    }

    enum CodingKeys: String, CodingKey {
        case project, package, number, supplier, category, amount, added
        case supplierName = "supplier_name"
        case signedOn = "signed_on"
    }
}

/// Who filed a package, and when (标段登记).
package struct Filing: Hashable, Sendable, Codable {
    package let package: ID
    package let code: String
    package let title: String
    package let person: ID
    package let at: Instant

    package init(package: ID, code: String, title: String, person: ID, at: Instant) {
        self.package = package
        self.code = code
        self.title = title
        self.person = person
        self.at = at
    }
}

/// What splitting looks like beyond one project's estimates (拆分核查事实): awards, filings, units linked by control.
package struct PurchaseHistory: Hashable, Sendable, Codable {
    package let awards: [Award]
    package let filings: [Filing]
    /// Pairs of units linked by control today.
    package let links: [[ID]]

    package init(awards: [Award], filings: [Filing], links: [[ID]] = []) {
        self.awards = awards
        self.filings = filings
        self.links = links
    }
}

/// Signs of splitting that only several contracts or filings show together (化整为零的迹象): advice, never a verdict.
package enum SplittingRules {
    /// Every sign that touches a project: S3 one supplier, S4 an award that grew to the line, S5 one scope twice.
    ///
    /// - Source: 招标投标法 第四条, TEN-11; numbers: house rules, HOUSE-TEN-3, HOUSE-TEN-4
    package static func signs(
        of project: ID, in history: PurchaseHistory, under policy: Policy
    ) throws(PolicyFault) -> [Sign] {
        try oneSupplier(of: project, in: history, under: policy)
            + grown(of: project, in: history, under: policy) + sameScope(in: history, under: policy)
    }

    /// S3: awards below the line to one supplier, or to units linked with it, that together reach it.
    private static func oneSupplier(
        of project: ID, in history: PurchaseHistory, under policy: Policy
    ) throws(PolicyFault) -> [Sign] {
        let least = try policy.int("tender.signs.supplier_awards")
        let days = try policy.int("tender.signs.supplier_days")
        var signs = [Sign]()
        for category in Category.allCases {
            guard let line = try TenderRules.line(of: category, under: policy) else { continue }
            for family in families(of: history) {
                let awards = history.awards.filter {
                    $0.category == category && family.contains($0.supplier) && $0.amount < line.value
                }.sorted { ($0.signedOn, $0.number) < ($1.signedOn, $1.number) }
                let windows = awards.map { last in
                    awards.filter {
                        $0.signedOn <= last.signedOn
                            && $0.signedOn.days(until: last.signedOn) < Int(days.value)
                    }
                }
                let found = windows.last { window in
                    window.count >= Int(least.value) && window.contains { $0.project == project }
                        && window.reduce(Fen.zero) { $0 + $1.amount } >= line.value
                }
                guard let found else { continue }
                let sum = found.reduce(Fen.zero) { $0 + $1.amount }
                let names = Set(found.map(\.supplierName)).sorted().joined(separator: "、")
                let numbers = found.map(\.number).joined(separator: "、")
                signs.append(
                    Sign(
                        code: "S3", severity: .warn,
                        words: Words(
                            "\(names) 在 \(days.value) 日内未经招标承接 \(found.count) 份合同（\(numbers)），合计 \(sum.forPeople) 元，达到限额 \(line.value.forPeople) 元，请核查是否拆分。",
                            "\(names) took \(found.count) contracts without a tender within \(days.value) days (\(numbers)), \(sum.forPeople) yuan together: look into splitting."
                        ), lots: found.filter { $0.project == project }.map(\.package.description),
                        citation: least.citation))
            }
        }
        return signs
    }

    /// S4: an award below the line which approved changes brought to it.
    private static func grown(
        of project: ID, in history: PurchaseHistory, under policy: Policy
    ) throws(PolicyFault) -> [Sign] {
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        var signs = [Sign]()
        for award in history.awards where award.project == project {
            guard let line = try TenderRules.line(of: award.category, under: policy),
                award.amount < line.value,
                award.amount + award.added >= line.value
            else { continue }
            signs.append(
                Sign(
                    code: "S4", severity: .stop,
                    words: Words(
                        "合同 \(award.number) 未经招标，\(award.amount.forPeople) 元；经变更增至 \((award.amount + award.added).forPeople) 元，达到限额 \(line.value.forPeople) 元。",
                        "Contract \(award.number) was signed without a tender; changes bring it to \((award.amount + award.added).forPeople) yuan, the line is \(line.value.forPeople)."
                    ), lots: [award.package.description], citation: splitting))
        }
        return signs
    }

    /// S5: packages of one title that one person filed shortly after one another.
    private static func sameScope(
        in history: PurchaseHistory, under policy: Policy
    ) throws(PolicyFault) -> [Sign] {
        let hours = try policy.int("tender.signs.same_scope_hours")
        let span = hours.value * 3_600_000_000
        var signs = [Sign]()
        var told: Set<ID> = []
        let filings = history.filings.sorted { ($0.at.microseconds, $0.code) < ($1.at.microseconds, $1.code) }
        for first in filings where !told.contains(first.package) {
            let alike = filings.filter {
                $0.person == first.person && scope($0) == scope(first)
                    && $0.at.microseconds >= first.at.microseconds
                    && $0.at.microseconds - first.at.microseconds <= span
            }
            guard alike.count > 1 else { continue }
            told.formUnion(alike.map(\.package))
            let codes = alike.map(\.code).joined(separator: "、")
            signs.append(
                Sign(
                    code: "S5", severity: .warn,
                    words: Words(
                        "同一人在 \(hours.value) 小时内登记了内容相同的标段（\(codes)），请核查是否拆分。",
                        "One person filed packages of the same content within \(hours.value) hours (\(codes)): look into splitting."
                    ), lots: alike.map(\.package.description), citation: hours.citation))
        }
        return signs
    }

    /// A title without the characters that only look different: spaces, digits, numerals of order.
    private static func scope(_ filing: Filing) -> String {
        String(filing.title.lowercased().filter { !$0.isWhitespace && !$0.isNumber && !$0.isPunctuation })
    }

    /// The suppliers of the awards in families: each with all that are linked with it, however many steps away.
    private static func families(of history: PurchaseHistory) -> [Set<ID>] {
        var families: [Set<ID>] = Set(history.awards.map(\.supplier))
            .sorted { $0.description < $1.description }.map { [$0] }
        for link in history.links {
            let joined = families.filter { !$0.isDisjoint(with: link) }
            families.removeAll { !$0.isDisjoint(with: link) }
            families.append(joined.reduce(Set(link)) { $0.union($1) })
        }
        return families
    }
}
