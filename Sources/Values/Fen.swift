/// Money (金额) in fen, the hundredth of a yuan; never a floating number.
package struct Fen: Hashable, Comparable, Sendable, Codable {
    package let amount: Int64

    package init(_ amount: Int64) {
        self.amount = amount
    }

    /// Reads yuan as decimal text with at most two places: `3842000.00`.
    package init?(yuan text: some StringProtocol) {
        guard let hundredths = decimalHundredths(text) else { return nil }
        amount = hundredths
    }

    package static let zero = Fen(0)

    /// Yuan with two places, as the policy questions speak it.
    package var yuan: String { hundredthsText(amount) }

    /// Yuan with thousands separators and two places, for people: `3,842,000.00`.
    package var forPeople: String {
        let text = yuan
        let negative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        var grouped = ""
        for (index, digit) in parts[0].reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return (negative ? "-" : "") + String(grouped.reversed()) + "." + parts[1]
    }

    /// Adds; beyond all measure it stays at the largest amount, which no ledger entry and no budget takes, so that
    /// no input can stop the process.
    package static func + (left: Fen, right: Fen) -> Fen {
        let (sum, overflows) = left.amount.addingReportingOverflow(right.amount)
        return Fen(overflows ? (right.amount < 0 ? .min : .max) : sum)
    }

    /// Subtracts, within the same bounds.
    package static func - (left: Fen, right: Fen) -> Fen {
        let (difference, overflows) = left.amount.subtractingReportingOverflow(right.amount)
        return Fen(overflows ? (right.amount < 0 ? .max : .min) : difference)
    }

    package static func < (left: Fen, right: Fen) -> Bool { left.amount < right.amount }

    package init(from decoder: any Decoder) throws {
        amount = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }
}

extension Fen: CustomStringConvertible {
    package var description: String { yuan }
}

/// An exact ratio of two whole numbers (比例), kept in lowest terms.
package struct Ratio: Hashable, Comparable, Sendable {
    package let numerator: Int64
    package let denominator: Int64

    /// A ratio, or nil where the denominator is zero or its lowest terms are beyond 64 bits.
    package init?(_ numerator: Int64, _ denominator: Int64) {
        guard denominator != 0 else { return nil }
        var (large, small) = (numerator.magnitude, denominator.magnitude)
        while small != 0 { (large, small) = (small, large % small) }
        let divisor = Int128(max(large, 1)) * (denominator < 0 ? -1 : 1)
        guard let top = Int64(exactly: Int128(numerator) / divisor),
            let bottom = Int64(exactly: Int128(denominator) / divisor)
        else { return nil }
        self.numerator = top
        self.denominator = bottom
    }

    /// A whole number.
    package init(whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// Reads `2/3`, `0.05` or `3`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 2, let top = Int64(parts[0]), let bottom = Int64(parts[1]) {
            self.init(top, bottom)
        } else if parts.count == 1 {
            let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
            guard pieces.count <= 2, let whole = Int64(pieces.joined()) else { return nil }
            let places = pieces.count == 2 ? pieces[1].count : 0
            guard places <= 12 else { return nil }
            self.init(whole, (0..<places).reduce(Int64(1)) { power, _ in power * 10 })
        } else {
            return nil
        }
    }

    /// The share of a sum that this ratio stands for, rounded half up to the fen.
    ///
    /// - Source: catalogue CV-03
    package func share(of sum: Fen) -> Fen {
        Ratio.rounded(Int128(sum.amount) * Int128(numerator), Int128(denominator))
    }

    /// A product over a divisor, rounded half up to the fen.
    package static func rounded(_ product: Int128, _ divisor: Int128) -> Fen {
        let doubled = 2 * product + divisor
        let twice = 2 * divisor
        let quotient = doubled / twice
        return Fen(Int64(clamping: doubled < 0 && doubled % twice != 0 ? quotient - 1 : quotient))
    }

    package static func < (left: Ratio, right: Ratio) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator)
            * Int128(left.denominator)
    }
}

extension Ratio: CustomStringConvertible {
    package var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

/// Floor area (建筑面积) in square centimetres × 100, that is hundredths of a ㎡.
package struct Area: Hashable, Comparable, Sendable {
    /// Hundredths of a square metre; ㎡ with two places is how titles state it (catalogue CV-04).
    package let hundredths: Int64

    package init(hundredths: Int64) {
        self.hundredths = hundredths
    }

    package init?(squareMetres text: some StringProtocol) {
        guard let value = decimalHundredths(text), value >= 0 else { return nil }
        hundredths = value
    }

    package var squareMetres: String { hundredthsText(hundredths) }

    package static func < (left: Area, right: Area) -> Bool { left.hundredths < right.hundredths }
}

extension Area: CustomStringConvertible {
    package var description: String { squareMetres }
}

/// Decimal text with at most two places as a count of hundredths; nil for anything else.
private func decimalHundredths(_ text: some StringProtocol) -> Int64? {
    let negative = text.hasPrefix("-")
    let parts = text.dropFirst(negative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 15,
        whole.utf8.allSatisfy({ (48...57).contains($0) }), let units = Int64(whole)
    else { return nil }
    var hundredths: Int64 = 0
    if parts.count == 2 {
        guard (1...2).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
            let fraction = Int64(parts[1])
        else { return nil }
        hundredths = parts[1].utf8.count == 1 ? fraction * 10 : fraction
    }
    let value = units * 100 + hundredths
    return negative ? -value : value
}

private func hundredthsText(_ value: Int64) -> String {
    let magnitude = value.magnitude
    return (value < 0 ? "-" : "") + String(magnitude / 100) + "." + padded(Int(magnitude % 100), 2)
}
