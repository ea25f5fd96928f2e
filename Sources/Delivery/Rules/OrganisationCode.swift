/// The organisation code inside a unified social credit code: its 9th to 17th characters (组织机构代码).
package enum OrganisationCode {
    /// What each of the eight characters counts, first to last.
    private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// The check of eight characters, `0`…`9` or `X`; nil where they are not eight digits or capitals.
    ///
    /// - Source: GB 11714, COD-2 (from memory: it only advises)
    package static func check(of characters: some StringProtocol) -> Character? {
        let bytes = Array(characters.utf8)
        guard bytes.count == weights.count else { return nil }
        var sum = 0
        for (byte, weight) in zip(bytes, weights) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): sum += Int(byte - UInt8(ascii: "0")) * weight
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): sum += (Int(byte - UInt8(ascii: "A")) + 10) * weight
            default: return nil
            }
        }
        switch 11 - sum % 11 {
        case 10: return "X"
        case 11: return "0"
        case let digit: return Character(String(digit))
        }
    }
}
