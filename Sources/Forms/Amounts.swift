import Values

/// Numbers as people write them (数字填写): yuan with its commas, quantities with their fractions.
enum Amounts {
    /// `1,234.56` as fen, exactly; nil where it is no such amount.
    static func fen(_ text: String) -> Int64? {
        guard let plain = plain(text) else { return nil }
        return Fen(yuan: plain)?.amount
    }

    /// Fen as they are typed: `1,234.56`.
    static func yuan(_ fen: Int64) -> String { Fen(fen).forPeople }

    /// A quantity with at most three places as thousandths; nil where it is none.
    static func milli(_ text: String) -> Int64? {
        guard var digits = plain(text).map({ Substring($0) }) else { return nil }
        let isLess = digits.hasPrefix("-")
        if isLess { digits = digits.dropFirst() }
        let halves = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !whole.isEmpty, whole.count <= 12, whole.allSatisfy(isDigit) else {
            return nil
        }
        let places = halves.count == 2 ? String(halves[1]) : ""
        guard halves.count == 1 || (1...3).contains(places.count), places.allSatisfy(isDigit),
            let value = Int64(whole + places + String(repeating: "0", count: 3 - places.count))
        else { return nil }
        return isLess ? -value : value
    }

    /// Thousandths as they are typed: `12.5`.
    static func quantity(_ milli: Int64) -> String {
        let whole = "\(milli.magnitude / 1000)"
        var places = String(String(milli.magnitude % 1000 + 1000).dropFirst())
        while places.hasSuffix("0") { places.removeLast() }
        return (milli < 0 ? "-" : "") + (places.isEmpty ? whole : whole + "." + places)
    }

    /// Digits without what people put among them; commas only where thousands are parted.
    private static func plain(_ text: String) -> String? {
        var plain = text.filter { !" \u{3000}¥￥元".contains($0) }
        plain = String(plain.map { $0 == "，" ? "," : $0 == "．" ? "." : $0 })
        guard plain.contains(",") else { return plain }
        let halves = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "-" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            halves.count == 1 || !halves[1].contains(",")
        else { return nil }
        return plain.filter { $0 != "," }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
