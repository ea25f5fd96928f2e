import Values

extension PolicyBook {
    /// The place with a pack of its own that goes by a name inside another: `拱墅区` or `330105` inside Hangzhou.
    package func place(called name: String, within place: String) -> String? {
        places.first { code in
            guard let edition = try? edition(for: code), let chain = chain(named: edition),
                let pack = chain.packs.first, chain.packs.contains(where: { $0.id == place })
            else { return false }
            return [pack.id, pack.short, pack.name.zh, String(pack.name.zh.dropLast())].contains(name)
        }
    }

    /// The one edition whose hash begins so, with its place; nil where there is none, or more than one.
    package func edition(beginning prefix: String) -> (hash: String, place: String)? {
        let found = editions.filter { $0.hasPrefix(prefix) }
        guard found.count == 1, let hash = found.first, let place = chain(named: hash)?.packs.first?.id else {
            return nil
        }
        return (hash, place)
    }
}
