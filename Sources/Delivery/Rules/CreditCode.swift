package import Values

/// The unified social credit code of a unit (统一社会信用代码).
package struct CreditCode: Hashable, Sendable {
    package let text: String

    /// The characters of the code in the order of their values; I, O, S, V and Z are not among them.
    private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// What is the matter with a code.
    package enum Fault: String, Error, Hashable, Sendable {
        case length, check
        case characterSet = "character_set"
    }

    /// What cannot be in a code of the right form: nobody registers units as department 0 or in a division 0…….
    package enum Doubt: String, Hashable, Sendable {
        case department = "registering_department"
        case division
    }

    /// Reads a code whose 18th character is the check of the first 17; nil otherwise.
    ///
    /// - Source: GB 32100-2015, COD-1
    package init?(_ text: some StringProtocol) {
        guard CreditCode.fault(in: text) == nil else { return nil }
        self.text = String(text)
    }

    /// What is the matter with a code that is none, for whoever gave it.
    package static func told(_ fault: Fault, in text: String) -> Words {
        switch fault {
        case .length:
            Words(
                "应为 18 位，所填 \(text.count) 位：\(text)", "18 characters are needed, \(text.count) given: \(text)"
            )
        case .characterSet:
            Words(
                "有不能用的字符（只用数字和大写字母，不用 I、O、S、V、Z）：\(text)",
                "a character is not of the set (digits and capitals without I, O, S, V, Z): \(text)")
        case .check:
            Words(
                "校验码（第 18 位）和前 17 位不合：\(text)", "the 18th character does not agree with the others: \(text)")
        }
    }

    /// The first thing that is the matter with a code: its length, a character, its check; nil where it is valid.
    ///
    /// - Source: GB 32100-2015, COD-1
    package static func fault(in text: some StringProtocol) -> Fault? {
        let bytes = Array(text.utf8)
        guard text.count == 18 else { return .length }
        guard bytes.allSatisfy(characters.contains) else { return .characterSet }
        return bytes.last == check(of: bytes.dropLast()) ? nil : .check
    }

    /// Which of the registering department (第 1 位) and its division (第 3 至 8 位) cannot be.
    ///
    /// - Source: GB 32100-2015, COD-1
    package static func doubts(in text: some StringProtocol) -> [Doubt] {
        let zero = UInt8(ascii: "0")
        let division = Array(text.utf8.dropFirst(2).prefix(6))
        let isDivision = division.first != zero && division.allSatisfy { (48...57).contains($0) }
        return (text.utf8.first == zero ? [.department] : []) + (isDivision ? [] : [.division])
    }

    /// The check character of 17 characters (ASCII), or nil where one of them is not of the set.
    ///
    /// - Source: GB 32100-2015, COD-1
    package static func check(of first: some Collection<UInt8>) -> UInt8? {
        guard first.count == 17 else { return nil }
        var sum = 0
        var weight = 1
        for byte in first {
            guard let value = characters.firstIndex(of: byte) else { return nil }
            sum += value * weight
            weight = weight * 3 % 31
        }
        return characters[(31 - sum % 31) % 31]
    }
}
