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

    /// Reads a code whose 18th character is the check of the first 17; nil otherwise.
    ///
    /// - Source: GB 32100-2015, COD-1
    package init?(_ text: some StringProtocol) {
        guard CreditCode.fault(in: text) == nil else { return nil }
        self.text = String(text)
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
