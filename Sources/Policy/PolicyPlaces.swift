import Values

extension PolicyBook {
    /// The places that have packs, by name and code.
    var known: Words {
        let names = places.map { (name: name(of: $0) ?? Words("", ""), code: $0) }
        return Words(
            names.map { "\($0.name.zh) \($0.code)" }.joined(separator: "、"),
            names.map { "\($0.name.en) \($0.code)" }.joined(separator: ", "))
    }

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

extension PolicyBook {
    /// What stands open in the packs (未决事项), a line each: texts that are missing, were read second-hand or are recalled,
    /// by the first place that names them; and each reading that is the platform's own, with its keys.
    package func openMatters() throws(PolicyFault) -> [String] {
        var lines: [String] = []
        var met: Set<String> = []
        var readings: [String: Set<String>] = [:]
        for place in places {
            let documents = try documents(of: place).values.sorted { $0.id < $1.id }
            for document in documents where document.evidence != .seen && met.insert(document.id).inserted {
                lines.append("\(document.evidence.rawValue)\t\(place)\t\(document.name)\t\(document.title)")
            }
            for entry in try entries(of: place) where entry.citation.isHouseRule {
                readings["\(entry.citation.rule)\t\(entry.citation.clause)", default: []].insert(entry.key)
            }
        }
        let ordered = Evidence.allCases.reversed().flatMap { kind in
            lines.filter { $0.hasPrefix(kind.rawValue + "\t") }
        }
        return ordered
            + readings.sorted { $0.key < $1.key }.map { reading, keys in
                "house\t\(reading)\t\(keys.sorted().joined(separator: " "))"
            }
    }
}
