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
}
