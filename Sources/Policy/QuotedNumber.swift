import Values

/// Whether the words of a clause say the number that a pack takes from them (引文中的数).
enum QuotedNumber {
    /// True for every value that is no number.
    static func says(_ quote: String, _ value: PolicyValue) -> Bool {
        let forms: [String]
        switch value {
        case .int(let count): forms = self.forms(of: count)
        case .money(let fen): forms = self.forms(of: fen)
        case .ratio(let ratio): forms = self.forms(of: ratio)
        default: return true
        }
        let text = Array(quote.filter { !$0.isWhitespace })
        return forms.contains { holds(text, Array($0)) }
    }

    /// The numbers of a value that the words of their clause do not say.
    ///
    /// Each is named `record.field`, or empty for the value itself. Where a clause is cited without its words, or the rule
    /// is the platform's own, nothing is held against it.
    static func unsaid(in value: PolicyValue, citedBy citation: Citation) -> [String] {
        guard case .records(let records) = value else {
            return citation.quote.isEmpty || says(citation.quote, value) ? [] : [""]
        }
        return records.flatMap { record in
            record.citation.quote.isEmpty
                ? []
                : record.fields.filter { !says(record.citation.quote, $0.value) }.keys.sorted()
                    .map { record.id + "." + $0 }
        }
    }

    /// How a text may write a whole number: `24`, `二十四`, `2年`, `两年`, `400万`.
    private static func forms(of count: Int64) -> [String] {
        var forms = ["\(count)", numeral(count)]
        if count == 2 { forms.append("两") }
        if count > 0, count.isMultiple(of: 12) {
            let years = count / 12
            forms += ["\(years)年", numeral(years) + "年"] + (years == 2 ? ["两年"] : [])
        }
        if count > 0, count.isMultiple(of: 10_000) { forms.append("\(count / 10_000)万") }
        return forms
    }

    private static func forms(of sum: Fen) -> [String] {
        var forms = [sum.yuan]
        let yuan = sum.amount / 100
        if sum.amount.isMultiple(of: 100) { forms += self.forms(of: yuan) }
        if sum.amount.isMultiple(of: 1_000_000) {
            forms.append(numeral(yuan / 10_000) + "万")
        } else {
            // A part of ten thousand: 5000.00 is 0.5万.
            var part = "\(sum.amount % 1_000_000 + 1_000_000)".dropFirst()
            while part.last == "0" { part.removeLast() }
            forms.append("\(sum.amount / 1_000_000).\(part)万")
        }
        return forms
    }

    /// How a text may write a share: `2/3`, `三分之二`, `10%`, `百分之十`, `万分之五`, `过半数`.
    private static func forms(of ratio: Ratio) -> [String] {
        let (part, whole) = (ratio.numerator, ratio.denominator)
        var forms = ["\(part)/\(whole)", "\(numeral(whole))分之\(numeral(part))"]
        for (base, name) in [(Int64(100), "百分之"), (1000, "千分之"), (10_000, "万分之")]
        where base.isMultiple(of: whole) {
            forms.append(name + numeral(part * (base / whole)))
        }
        if Int64(100).isMultiple(of: whole) {
            let percent = part * (100 / whole)
            forms += ["\(percent)%", "\(percent)％"]
        } else if Int64(1000).isMultiple(of: whole) {
            let tenths = part * (1000 / whole)
            forms.append("\(tenths / 10).\(tenths % 10)%")
        }
        if Int64(10).isMultiple(of: whole) { forms.append(numeral(part * (10 / whole)) + "成") }
        if part == 1, whole == 2 { forms += ["过半数", "半数", "一半"] }
        if part == 1, whole == 1 { forms += ["全部", "全额", "足额", "全体"] }
        return forms
    }

    /// A number up to a hundred million in Chinese words; beyond it there are none.
    private static func numeral(_ count: Int64) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        func small(_ count: Int64) -> String {
            var words = ""
            var isGap = false
            for (unit, name) in [(Int64(1000), "千"), (100, "百"), (10, "十"), (1, "")] {
                let digit = Int(count / unit % 10)
                if digit == 0 {
                    isGap = !words.isEmpty
                    continue
                }
                words += (isGap ? "零" : "") + digits[digit] + name
                isGap = false
            }
            return words
        }
        switch count {
        case 0: return digits[0]
        case 1..<10_000:
            let words = small(count)
            // 十二, not 一十二.
            return count < 20 && count >= 10 ? String(words.dropFirst()) : words
        case 10_000..<100_000_000 where count.isMultiple(of: 10_000): return numeral(count / 10_000) + "万"
        default: return "\(count)"
        }
    }

    /// Whether a text has a form, not as a part of a longer number.
    private static func holds(_ text: [Character], _ form: [Character]) -> Bool {
        guard let first = form.first, let last = form.last, text.count >= form.count else { return false }
        for start in 0...(text.count - form.count)
        where text[start..<(start + form.count)].elementsEqual(form) {
            let before = start > 0 ? text[start - 1] : " "
            if isDigit(first), isDigit(before) || before == "." { continue }
            let end = start + form.count
            let after = end < text.count ? text[end] : " "
            let next = end + 1 < text.count ? text[end + 1] : " "
            if isDigit(last), isDigit(after) || after == "." && isDigit(next) { continue }
            return true
        }
        return false
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
