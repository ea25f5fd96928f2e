/// A key that an edition is silent on and a project pinned to it reads even so (补充条目), from a later edition.
///
/// Only keys that bar something are read so: a project that began before a rule of who may act was written down does not
/// keep the hole that the rule closes. What decides of money, shares and periods stays with the project's own edition.
///
/// - Source: HOUSE-EDT-1
package struct SuppliedKey: Hashable, Sendable {
    /// The pack key that lists them.
    package static let list = "edition.supplied_keys"

    package let edition: String
    package let key: String
    /// The first edition of the same place that speaks of the key.
    package let from: String

    package init(edition: String, key: String, from: String) {
        self.edition = edition
        self.key = key
        self.from = from
    }
}

extension PolicyBook {
    /// What an edition lacks of the keys that are read even so, each with the first edition that speaks of it.
    ///
    /// The editions are those of the place, in the order of their publication.
    package func lacking(
        _ edition: String, among editions: [String], of place: String
    ) throws(PolicyFault) -> [SuppliedKey] {
        guard let chain = chain(named: edition) else { throw .editionUnknown(edition: edition, place: place) }
        let list = try entries(of: place).last { $0.key == SuppliedKey.list }
        guard case .texts(let keys) = list?.value else { return [] }
        return keys.filter { !chain.speaks(of: $0) }.compactMap { key in
            editions.first { self.chain(named: $0)?.speaks(of: key) == true }
                .map { SuppliedKey(edition: edition, key: key, from: $0) }
        }
    }

    /// What an edition reads under a key that another one supplies.
    package func entries(of supplied: SuppliedKey) -> [PolicyEntry] {
        chain(named: supplied.from).map { entries(of: supplied.key, in: $0) } ?? []
    }
}

extension Chain {
    /// Whether the place's own pack has a key; a pack lists all that it has, inherited or not.
    func speaks(of key: String) -> Bool { packs.first?.keys[key] != nil }
}
